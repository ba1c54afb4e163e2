"""Mutants of an honest notebook go through grade, feedback, report and export, all in one class, as an ordinary user.

Nothing ends in a traceback, the honest ones keep their scores, no mutant has more, and everybody has an outcome.
"""

import csv
import json
import re

import pytest
from nbgrader.api import Gradebook
from users import folder_of

from mutants import mutant
from tools.made_up_course import fill, notebook_of, open_course, read, solutions, submit

ASSIGNMENT = "02-losses"
FILE = f"{notebook_of(ASSIGNMENT)}.ipynb"
HONEST = ("aa honest", "mm honest", "zz honest")
MUTANTS = range(200)
LIMITS = "c.Execute.timeout = 5\nc.Execute.notebook_timeout = 30\n"
PYTHON = re.compile(
    r"Traceback|local variable|object has no attribute|NoneType|not subscriptable|not iterable|codec can't|Expecting"
)


@pytest.fixture(scope="module")
def course():
    """(folder, command -> its exit status, what it printed)."""
    with folder_of("user") as (folder, run):
        api = open_course(folder)
        with open(folder / "nbgrader_config.py", "a", encoding="utf-8") as config:
            config.write(LIMITS)
        assert api.generate_assignment(ASSIGNMENT)["success"]
        solved = fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT))
        for student in HONEST:
            submit(folder, student, ASSIGNMENT, solved)
        honest = json.loads(json.dumps(solved))
        for seed in MUTANTS:
            path = folder / "submitted" / f"mutant-{seed:03}" / ASSIGNMENT / FILE
            path.parent.mkdir(parents=True)
            path.write_bytes(mutant(honest, seed))
        done = {
            "grade": run("grading", ASSIGNMENT),
            "feedback": run("grading", "feedback", ASSIGNMENT),
            "report": run("grading", "report", ASSIGNMENT),
        }
        for name in ("Canvas", "Moodle", "Scores"):
            done[name] = run("nbgrader", "export", f"--exporter=grading.export.{name}Exporter")
        yield folder, done


@pytest.fixture(scope="module")
def graded(course):
    """student -> {grade_id: (automatic score, whether a person is asked)}."""
    with Gradebook(f"sqlite:///{course[0]}/gradebook.db") as gradebook:
        return {
            submission.student.id: {
                grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in submission.notebooks[0].grades
            }
            for submission in gradebook.assignment_submissions(ASSIGNMENT)
        }


def test_no_command_ends_in_a_traceback(course):
    for command, (status, printed) in course[1].items():
        assert not PYTHON.search(printed), (command, printed)
        # Grading says that some need a look; all else does what it was asked to.
        assert status == (1 if command == "grade" else 0), (command, printed)


def test_everybody_has_an_outcome(course, graded):
    folder, done = course
    assert set(graded) == {path.name for path in (folder / "submitted").iterdir()}
    for student, grades in graded.items():
        assert all(score is not None or by_hand for score, by_hand in grades.values()), student
        page = folder / "feedback" / student / ASSIGNMENT / FILE.replace(".ipynb", ".html")
        assert page.stat().st_size > 10_000, student
    with open(folder / "scores.csv", encoding="utf-8", newline="") as file:
        assert {row["student_id"] for row in csv.DictReader(file)} == set(graded)


def test_the_honest_keep_their_scores_and_nobody_has_more(graded):
    best = graded[HONEST[0]]
    assert all(score for name, (score, _) in best.items() if name.startswith("test-"))
    for student, grades in graded.items():
        if student in HONEST:
            assert grades == best
        for name, (score, _) in grades.items():
            assert score is None or score <= best[name][0], (student, name)


def test_what_is_wrong_with_a_file_is_said_in_words(course):
    folder, done = course
    assert "The grader itself failed" not in done["grade"][1], done["grade"][1]
    for path in (folder / "autograded").rglob("*.ipynb"):
        (top, *_) = json.loads(path.read_bytes())["cells"]
        notes = "".join(top["source"]) if top.get("id") == "grading-notes" else ""
        assert not PYTHON.search(notes) and "itself failed" not in notes, (path.parent.parent.name, notes)
