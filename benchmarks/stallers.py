"""A class in which some submissions take all the time that they may: when the others are graded, when all are.

``python benchmarks/stallers.py [STUDENTS] [STALLERS]``; without arguments, 200 students of whom 50 stall, one in five
by computing, the others by waiting. It takes up to an hour.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from nbformat.v4 import new_code_cell

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.made_up_course import environment, fill, open_course, read, scores, solutions, submit

ASSIGNMENT = "01-sigmoid"
# Ten cells of 28 seconds each: below the limit of a cell, 30, and together above the one of a notebook, 180.
WAITS = "import time; time.sleep(28)"
COMPUTES = "import time; end = time.time() + 28\nwhile time.time() < end: pass"


def main(students: int = 200, stallers: int = 50) -> None:
    """Print when the honest submissions were graded, when all were, and what the command said at its end."""
    folder = Path(tempfile.mkdtemp(prefix="stallers-")) / "course"
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    for number in range(students):
        notebook = fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT))
        if number < stallers:  # the first by name
            cells = [new_code_cell(WAITS if number % 5 else COMPUTES, id=f"stall-{k}") for k in range(10)]
            notebook.cells[3:3] = cells
        submit(folder, f"student-{number:03}", ASSIGNMENT, notebook)
    honest = [f"student-{number:03}" for number in range(stallers, students)]
    began, done = time.monotonic(), 0.0
    with (folder / "printed.txt").open("w") as log:
        command = subprocess.Popen(
            [sys.executable, "-m", "grading", ASSIGNMENT], cwd=folder, env=environment(), stdout=log, stderr=log
        )
        while command.poll() is None:
            if not done and all((folder / "autograded" / name / ASSIGNMENT).is_dir() for name in honest):
                done = time.monotonic() - began
            time.sleep(0.5)
    print((folder / "printed.txt").read_text()[-2500:])
    found = scores(api, ASSIGNMENT)
    best = {tuple(sorted(found[name].items())) for name in honest}
    print(
        f"{students} students, {stallers} stall: the others graded after {done:.0f} s, all after "
        f"{time.monotonic() - began:.0f} s, exit status {command.returncode}; the others have "
        f"{'all the same grades' if len(best) == 1 else 'DIFFERENT GRADES'}."
    )
    shutil.rmtree(folder.parent)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
