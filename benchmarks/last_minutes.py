"""A class that hands in during its last minutes, and a watch: how long each student waits for the page.

``python benchmarks/last_minutes.py [STUDENTS] [MINUTES]``; without arguments, 200 students and ten minutes.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import nbformat

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.demo import NAIVE_SIGMOID
from tools.made_up_course import environment, fill, open_course, read, solutions

ASSIGNMENT, COURSE_ID = "01-sigmoid", "saturated-neuron"


def main(students: int = 200, minutes: float = 10) -> None:
    """Print how long it took from the exchange to the page, over the class."""
    place = Path(tempfile.mkdtemp(prefix="last-minutes-"))
    folder, exchange = place / "course", place / "exchange" / COURSE_ID
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    for part in "inbound", "feedback":
        (exchange / part).mkdir(parents=True)
    exchange.parent.chmod(0o777)
    with (folder / "nbgrader_config.py").open("a") as config:
        config.write(f"c.Exchange.root = {str(exchange.parent)!r}\nc.ExchangeCollect.check_owner = False\n")
    command = [sys.executable, "-m", "grading", "watch", ASSIGNMENT]
    with (place / "watch.log").open("w") as log:
        watch = subprocess.Popen(command, cwd=folder, env=environment(), stdout=log, stderr=log)
    try:
        while "Watching" not in (place / "watch.log").read_text():
            time.sleep(0.1)
        waits = _class(folder, exchange, students, 60 * minutes)
    finally:
        watch.terminate()
        watch.wait()
        print((place / "watch.log").read_text()[-3000:])
        shutil.rmtree(place)
    waits.sort()
    print(
        f"{students} students in {minutes:g} minutes. From the exchange to the page: median "
        f"{waits[len(waits) // 2]:.0f} s, nine of ten within {waits[len(waits) * 9 // 10]:.0f} s, all within "
        f"{waits[-1]:.0f} s."
    )


def _class(folder, exchange, students, seconds):
    """The seconds that each student waited; they come at random moments, as they do."""
    draw = random.Random(0)
    moments = sorted(draw.uniform(0, seconds) for _ in range(students))
    came, waits, began = [], {}, time.monotonic()
    while len(waits) < students:
        now = time.monotonic() - began
        while len(came) < students and moments[len(came)] <= now:
            _hand_in(folder, exchange, len(came))
            came.append(time.monotonic())
        pages = {path.parents[1].name for path in (folder / "feedback").glob(f"[!.]*/{ASSIGNMENT}/*.html")}
        if len(list((exchange / "feedback").glob("*.html"))) >= len(pages):  # all that are made are released
            for name in pages - waits.keys():
                waits[name] = time.monotonic() - came[int(name.removeprefix("student-"))]
        time.sleep(0.2)
    return list(waits.values())


def _hand_in(folder, exchange, number):
    when = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
    answers = solutions(ASSIGNMENT) | (NAIVE_SIGMOID if number % 3 == 0 else {})
    answers["written-symmetry"] = f"Because $e^z$ is never zero, says student {number}."
    making = exchange / "inbound" / f".student-{number}"
    making.mkdir()
    nbformat.write(fill(read(folder / "release", ASSIGNMENT), answers), making / "sigmoid.ipynb")
    (making / "timestamp.txt").write_text(when)
    (making / "submission_secret.txt").write_text(f"secret of student {number}")
    making.rename(making.with_name(f"student-{number}+{ASSIGNMENT}+{when}+secret"))


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
