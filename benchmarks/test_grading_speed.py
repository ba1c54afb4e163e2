"""Stock nbgrader and `python -m grading` on the same class, in turn: 24 submissions of each assignment.

    python -m pytest benchmarks/test_grading_speed.py

The scores must agree cell by cell; about time nothing is asserted, the table at the end is the result. Wanted: twenty
times the throughput. It takes seven to twelve minutes, almost all of it stock nbgrader.
"""

import contextlib
import itertools
import subprocess
import sys
import time

import pytest
from test_pipeline import submissions

from tools.made_up_course import ASSIGNMENTS, environment, fill, open_course, read, scores, solutions, submit

STUDENTS = 24
STOCK = """
c = get_config()
c.CourseDirectory.course_id = "saturated-neuron"
c.CourseDirectory.source_directory = "notebooks"
c.ClearMarkScheme.enforce_metadata = False
c.CourseDirectory.root = {root!r}
"""


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """The same class twice: for stock nbgrader, which has a configuration of its own, and for us."""
    made = {}
    for who in "stock", "ours":
        folder = tmp_path_factory.mktemp(who)
        api = open_course(folder)
        for assignment in ASSIGNMENTS:
            assert api.generate_assignment(assignment)["success"]
            model = solutions(assignment)
            # Every other answer is from the table, so half of what is wrong there is wrong here.
            rows = itertools.islice(submissions(assignment).items(), STUDENTS)
            for k, (student, row) in enumerate(rows):
                mine = {name: answer.source for i, (name, answer) in enumerate(row.items()) if (i + k) % 2}
                submit(folder, student, assignment, fill(read(folder / "release", assignment), model | mine))
        if who == "stock":
            (folder / "nbgrader_config.py").write_text(STOCK.format(root=str(folder)), encoding="utf-8")
        made[who] = folder, api
    return made


def seconds_and_memory(folder, *command):
    """Wall time of a command, the most memory that it took itself, in bytes, and what it printed."""
    began, memory = time.monotonic(), 0
    log = folder / "printed.txt"
    with open(log, "w", encoding="utf-8") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", *command], cwd=folder, env=environment(), stdout=file, stderr=file
        )
        # Not the `ru_maxrss` of `wait4`: a child begins with the one of the program that started it.
        while process.poll() is None:
            memory = _peak(process.pid) or memory
            time.sleep(0.1)
    assert process.returncode == 0, log.read_text(encoding="utf-8")[-3000:]
    return time.monotonic() - began, memory, log.read_text(encoding="utf-8")


def _peak(pid):
    """The most memory that a running process has had so far, in bytes; 0 where it has just ended."""
    with contextlib.suppress(OSError), open(f"/proc/{pid}/status", encoding="ascii") as file:
        for line in file:
            if line.startswith("VmHWM:"):
                return 1024 * int(line.split()[1])
    return 0


def test_throughput(folders, table):
    (stock, stock_api), (ours, our_api) = folders["stock"], folders["ours"]
    theirs, separately, together = {}, {}, []
    for assignment in ASSIGNMENTS:  # in turn, because a machine is faster at one time than at another
        theirs[assignment] = seconds_and_memory(stock, "nbgrader", "autograde", assignment)[0]
        separately[assignment] = seconds_and_memory(ours, "grading", assignment, "--force")[0]
        together.append(seconds_and_memory(ours, "grading", *ASSIGNMENTS, "--force"))
    counts = {}
    for assignment in ASSIGNMENTS:
        expected, found = scores(stock_api, assignment), scores(our_api, assignment)
        assert found == expected
        counts[assignment] = len(found)
    table.lines.append("submissions graded             stock nbgrader         here, sandboxed       ratio")
    for assignment, count in counts.items():
        numbers = theirs[assignment], count / theirs[assignment], separately[assignment], count / separately[assignment]
        ratio = theirs[assignment] / separately[assignment]
        table.lines.append(
            "{:13} {:4}  {:8.1f} s {:6.2f}/s  {:8.1f} s {:6.2f}/s  {:8.1f}".format(assignment, count, *numbers, ratio)
        )
    count, stock_seconds = sum(counts.values()), sum(theirs.values())
    seconds, memory, printed = sorted(together)[len(together) // 2]  # of four runs the third: not the luckiest
    numbers = stock_seconds, count / stock_seconds, seconds, count / seconds, stock_seconds / seconds
    table.lines.append(
        "{:13} {:4}  {:8.1f} s {:6.2f}/s  {:8.1f} s {:6.2f}/s  {:8.1f}".format("all at once", count, *numbers)
    )
    table.lines.append("all at once, every run: " + ", ".join(f"{run[0]:.1f} s" for run in together))
    table.lines.append(printed.strip().splitlines()[-1])
    table.lines.append(f"peak memory of the driver {memory / 2**20:.0f} MB")
