"""More time for some students, given before or after they hand in, moves their due date wherever a score is read."""

import subprocess
import sys
from datetime import datetime, timedelta

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets.config import PyFileConfigLoader

from grading.gradebook.promised import Promised
from grading.gradebook.results import results
from tools.made_up_course import environment, fill, grade, open_course, read, solutions, submit

ASSIGNMENT = "01-sigmoid"
DUE = datetime(2026, 12, 1, 23, 59)
SAYS = "01-sigmoid is due on Tuesday, 1 December 2026, at 23:59 UTC."


def run(folder, *command):
    return subprocess.run(command, cwd=folder, env=environment(), text=True, capture_output=True)


def extend(folder, *arguments):
    return run(folder, sys.executable, "-m", "grading", "extend", ASSIGNMENT, *arguments)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A day late loses ten per cent at once; ada and bob are in, a day and a half late, and cy is not yet."""
    folder = tmp_path_factory.mktemp("course")
    open_course(folder)
    nbformat.write(new_notebook(cells=[new_markdown_cell(SAYS)]), folder / "due-dates.ipynb")
    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write("c.LatePolicy.grace = 0\nc.LatePolicy.penalty_a_day = 0.1\n")
        config.write('c.IncludeHeaderFooter.header = "due-dates.ipynb"\n')
    assert run(folder, "nbgrader", "generate_assignment", ASSIGNMENT).returncode == 0
    for student in "ada", "bob", "cy":
        assert run(folder, "nbgrader", "db", "student", "add", student).returncode == 0
    without = extend(folder, "ada", "--days=1")
    assert without.returncode == 1 and "has no due date" in without.stderr
    due = run(folder, "nbgrader", "db", "assignment", "add", ASSIGNMENT, "--duedate=2026-12-02 00:59 Europe/Berlin")
    assert due.returncode == 0, due.stderr
    before = extend(folder, "bob", "--days=2")  # he has not handed in
    assert before.returncode == 0, before.stderr
    for student in "ada", "bob":
        hand_in(folder, student)
    assert grade(folder, ASSIGNMENT).returncode == 0
    return folder


def test_the_due_date_in_the_released_notebook_and_the_release_made_twice_is_the_same(course):
    released = course / "release" / ASSIGNMENT / "sigmoid.ipynb"
    assert read(course / "release", ASSIGNMENT).cells[0].source == SAYS
    before = released.read_bytes()
    assert run(course, "nbgrader", "generate_assignment", ASSIGNMENT, "--force").returncode == 0
    assert released.read_bytes() == before
    assert penalties(course)["ada"][1] == DUE  # the gradebook kept the date


def hand_in(folder, student):
    submit(folder, student, ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT)))
    (folder / "submitted" / student / ASSIGNMENT / "timestamp.txt").write_text("2026-12-03 11:59:00 UTC")


def penalties(folder):
    """student -> (what was taken off when it was graded, the due date)."""
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        return {
            entry.student.id: (entry.late_submission_penalty, entry.duedate)
            for entry in gradebook.assignment_submissions(ASSIGNMENT)
        }


def test_an_extension_before_handing_in_counts_and_makes_up_no_submission(course):
    found = penalties(course)
    assert found.keys() == {"ada", "bob"}
    assert found["bob"] == (0, DUE + timedelta(days=2))
    assert found["ada"][0] == pytest.approx(2) and found["ada"][1] == DUE  # of 10 points, two days begun


def test_an_extension_afterwards_counts_wherever_a_score_is_read_and_can_be_taken_back(course):
    done = extend(course, "ada", "--days=1", "--hours=12")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        f"{ASSIGNMENT} is due 2026-12-01 23:59 UTC.",
        "  ada: 2026-12-03 11:59 UTC",
        "  bob: 2026-12-03 23:59 UTC",
    ]
    assert read_anew(course) == {"ada": 0, "bob": 0, "cy": 0}
    assert extend(course, "ada", "--days=0").returncode == 0
    assert read_anew(course) == {"ada": pytest.approx(2), "bob": 0, "cy": 0}
    assert "ada" not in extend(course).stdout


def read_anew(folder):
    """student -> the penalty, as every command of ours that reads scores has it."""
    config = PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config()
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        found = results(gradebook, CourseDirectory(config=config), ASSIGNMENT)
    return {result.student: result.penalty for result in found}


def test_a_typing_error_changes_nothing(course):
    done = extend(course, "cy", "adda", "--days=3")
    assert done.returncode == 1 and "does not know adda. Nothing was changed." in done.stderr
    assert "cy" not in extend(course).stdout
    assert extend(course, "cy").returncode == 1  # how much more?


def test_what_was_promised_is_granted_when_the_work_comes_in(tmp_path):
    Promised(tmp_path).promise(ASSIGNMENT, "ada", timedelta(hours=3))
    assert Promised(tmp_path).of(ASSIGNMENT) == {"ada": timedelta(hours=3)}
    Promised(tmp_path).promise(ASSIGNMENT, "ada", timedelta())
    assert Promised(tmp_path).of(ASSIGNMENT) == {}
