"""Submissions that are made to be large: their cost in the one process that reads and saves the whole class."""

import json
import re
import subprocess
import sys

import pytest
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook

from tools.made_up_course import environment, fill, notebook_of, open_course, read, solutions, submit

ASSIGNMENT = "02-losses"
FILE = f"{notebook_of(ASSIGNMENT)}.ipynb"
MOST_MEMORY = 500  # MB of the driver
MEASURED = """
import atexit, re, runpy, sys
# Not ru_maxrss: a new program takes that over from the process that started it, here pytest's.
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1]) // 1024
atexit.register(lambda: print("peak", peak(), flush=True))
sys.argv = ["grading", *sys.argv[1:]]
runpy.run_module("grading", run_name="__main__")
"""
# Writes a reply of its own to the grader.
FORGED = """
import json, os, stat
fds = [int(fd) for fd in os.listdir("/proc/self/fd") if os.path.lexists(f"/proc/self/fd/{fd}")]
(wire,) = [fd for fd in fds if stat.S_ISSOCK(os.fstat(fd).st_mode)]
empty = {"output_type": "display_data", "data": {}, "metadata": {}}
said = json.dumps({"count": 1, "outputs": [empty] * 230000, "reports": []}).encode()
os.write(wire, len(said).to_bytes(4, "big") + said)
"""


def with_cells(notebook, *sources):
    cells = [new_code_cell(source, id=f"added-{i}") for i, source in enumerate(sources)]
    notebook.cells[3:3] = cells
    return notebook


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    with open(folder / "nbgrader_config.py", "a", encoding="utf-8") as config:
        config.write("c.Execute.notebook_timeout = 60\n")
    assert api.generate_assignment(ASSIGNMENT)["success"]

    def solved():
        return fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT))

    def hand_in(student, *pieces, name=FILE):
        path = folder / "submitted" / student / ASSIGNMENT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(pieces))

    for student in ("aa honest", "zz honest"):
        submit(folder, student, ASSIGNMENT, solved())
    submit(folder, "prints", ASSIGNMENT, with_cells(solved(), *["print('x' * 10**6)"] * 600))
    submit(folder, "prints lines", ASSIGNMENT, with_cells(solved(), *["print('\\n' * 4 * 10**5)"] * 50))
    submit(folder, "empty outputs", ASSIGNMENT, with_cells(solved(), *[FORGED] * 8))
    submit(
        folder,
        "empty displays",
        ASSIGNMENT,
        with_cells(solved(), *["for _ in range(10**5): display({}, raw=True)"] * 8),
    )
    hand_in("lists", b'{"cells": [', b"[], " * (8 * 10**6), b"[]]}")
    hand_in("many cells", b'{"cells": [', b'{"cell_type": "code", "source": "1"}, ' * 10**5, b"{}]}")
    whole = json.dumps(solved()).encode()
    stored = b'"outputs": [{"output_type": "stream", "name": "stdout", "text": "' + b"x" * 10**8 + b'"}]'
    hand_in("stored outputs", whole.replace(b'"outputs": []', stored, 1))
    attached = b'{"cell_type": "markdown", "source": "' + b"y" * (15 * 2**20) + b'"}, '
    for number in range(10):
        hand_in("many files", whole.replace(b'"cells": [', b'"cells": [' + attached, 1), name=f"copy {number}.ipynb")
    command = [sys.executable, "-c", MEASURED, ASSIGNMENT, "--at-once=3"]
    done = subprocess.run(command, cwd=folder, env=environment(), text=True, capture_output=True, check=False)
    print(done.stdout, done.stderr)
    return folder, done


def test_the_driver_stays_small(course):
    _, done = course
    assert "Traceback" not in done.stderr, done.stderr
    assert int(re.search(r"peak (\d+)", done.stdout)[1]) < MOST_MEMORY, done.stdout


def test_everybody_has_an_outcome(course):
    folder, done = course
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        found = {
            submission.student.id: [g.auto_score for g in submission.notebooks[0].grades if g.name.startswith("test-")]
            for submission in gradebook.assignment_submissions(ASSIGNMENT)
        }
    assert set(found) == {path.name for path in (folder / "submitted").iterdir()}
    for student in ("zz honest", "stored outputs"):
        assert found[student] == found["aa honest"] and None not in found[student], student
    for student in ("lists", "many cells"):
        assert set(found[student]) == {None}, student


def test_graded_files_are_small(course):
    folder, _ = course
    sizes = {path.parent.parent.name: path.stat().st_size for path in (folder / "autograded").rglob("*.ipynb")}
    assert max(sizes.values()) < 2**24, sizes
