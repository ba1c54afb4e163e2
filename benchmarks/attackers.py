"""A class in which some attack the grader: what they gain, what the others lose, and what it costs in time.

``python benchmarks/attackers.py [STUDENTS] [ATTACKERS]``; without arguments, 200 students of whom 50 attack, each in
another way: with attacks of the tests, in notebooks that answer nothing. The class is graded twice, the second time
without the attacks.
"""

import shutil
import sys
import tempfile
import textwrap
import time
from itertools import chain, islice, zip_longest
from pathlib import Path

from nbformat.v4 import new_code_cell

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from test_attacks import ANSWERS, ASSIGNMENT, ATTACKS
from test_attacks_kernel import CROWD, MEMORY_ATTACKS, PROCESS_1, REFUSED, TAMPERED

from tools.made_up_course import fill, grade, open_course, read, scores, solutions, submit

TAMPERING = {name: code for name, (code, _) in TAMPERED.items()}
CELLS = [ATTACKS, {"a crowd": CROWD}, MEMORY_ATTACKS, PROCESS_1, REFUSED, TAMPERING]


def attacks():
    """(name, source, whether it stands in a cell of its own or is an answer) of each attack, of each kind in turn."""
    kinds = [[(name, code, True) for name, code in kind.items()] for kind in CELLS]
    kinds.append([(name, code, False) for name, code in ANSWERS.items()])
    return [attack for attack in chain.from_iterable(zip_longest(*kinds)) if attack]


def hand_in(folder, students, attackers, with_attacks):
    """Fill ``submitted/``, and return who attacks: student -> name of the attack. They stand between the others."""
    chosen, every = iter(islice(attacks(), attackers)), students // attackers
    names = {}
    for number in range(students):
        notebook, student = read(folder / "release", ASSIGNMENT), f"student-{number:03}"
        if number % every or len(names) == attackers:
            fill(notebook, solutions(ASSIGNMENT))
        else:
            names[student], code, is_cell = next(chosen)
            if with_attacks and is_cell:
                notebook.cells.insert(2, new_code_cell(textwrap.dedent(code), id="attack"))
            elif with_attacks:
                fill(notebook, {"sigmoid": textwrap.dedent(code)})
        submit(folder, student, ASSIGNMENT, notebook)
    return names


def run(students, attackers, with_attacks):
    """(seconds, who attacks, student -> grades, student -> bytes of the graded notebook) of a class."""
    folder = Path(tempfile.mkdtemp(prefix="attackers-")) / "course"
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    names = hand_in(folder, students, attackers, with_attacks)
    began = time.monotonic()
    done = grade(folder, ASSIGNMENT)
    seconds = time.monotonic() - began
    print(done.stdout[-3000:], done.stderr[-1000:], f"exit status {done.returncode}\n")
    files = {path.parent.parent.name: path.read_bytes() for path in (folder / "autograded").rglob("*.ipynb")}
    found = scores(api, ASSIGNMENT)
    shutil.rmtree(folder.parent)
    return seconds, names, found, files


def _points(grades):
    return {name: score or 0 for name, (score, _) in grades.items()}


def main(students: int = 200, attackers: int = 50) -> None:
    """Print what both runs took, whose grades or notebook differ among the others, and whose points among attackers."""
    attacked, names, found, files = run(students, attackers, with_attacks=True)
    alone, _, before, files_before = run(students, attackers, with_attacks=False)
    honest = found.keys() - names.keys()
    print(f"{students} students: {attacked:.0f} s with {len(names)} attackers, {alone:.0f} s without their attacks.")
    print("Other grades:", [student for student in honest if found[student] != before[student]])
    print("Another notebook:", [student for student in honest if files[student] != files_before[student]])
    gained = [student for student in names if _points(found[student]) != _points(before[student])]
    print("Other points for an attack:", [names[student] for student in gained])


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
