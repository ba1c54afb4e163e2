"""Stock nbgrader's generate_feedback and `python -m grading feedback` on the same class, in turn: 150 pages each.

    python -m pytest benchmarks/test_feedback_speed.py

Six submissions are graded, and copied until the class is large. About time nothing is asserted, the table at the end is
the result. Wanted: five times the throughput, and memory that does not grow with the class.
"""

import shutil

import pytest
from nbgrader.api import Gradebook
from test_grading_speed import STOCK, seconds_and_memory

from tools.demo import MISTAKES
from tools.made_up_course import fill, grade, open_course, read, solutions, submit

ASSIGNMENT = "01-sigmoid"
PAGES = 150
SIZES = 200, 400  # of classes whose memory is compared


def enlarge(folder, size):
    """Copy the graded submissions of a course, in turn, until there are ``size``."""
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        there = sorted(submission.student.id for submission in gradebook.assignment_submissions(ASSIGNMENT))
        for k in range(len(there), size):
            model, student = there[k % len(MISTAKES)], f"copy-{k:03}"
            source = gradebook.find_submission(ASSIGNMENT, model)
            gradebook.update_or_create_student(student)
            entry = gradebook.update_or_create_submission(ASSIGNMENT, student)
            scores = {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in source.notebooks[0].grades}
            for mark in entry.notebooks[0].grades:
                mark.auto_score, mark.needs_manual_grade = scores[mark.name]
            gradebook.db.commit()
            shutil.copytree(folder / "autograded" / model, folder / "autograded" / student)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course in which so many submissions are graded as there are pages to be made."""
    folder = tmp_path_factory.mktemp("ours")
    assert open_course(folder).generate_assignment(ASSIGNMENT)["success"]
    for student, (_, mistakes) in MISTAKES.items():
        answers = {} if mistakes is None else solutions(ASSIGNMENT) | mistakes.get(ASSIGNMENT, {})
        submit(folder, student, ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), answers))
    assert grade(folder, ASSIGNMENT).returncode == 0
    enlarge(folder, PAGES)
    return folder


def test_feedback(course, table):
    stock = course.parent / "stock"
    shutil.copytree(course, stock)
    (stock / "nbgrader_config.py").write_text(STOCK.format(root=str(stock)), encoding="utf-8")
    theirs, _, _ = seconds_and_memory(stock, "nbgrader", "generate_feedback", ASSIGNMENT)
    ours, _, _ = seconds_and_memory(course, "grading", "feedback", ASSIGNMENT)
    for folder in stock, course:
        assert len(list((folder / "feedback").rglob("*.html"))) == PAGES
    again, _, _ = seconds_and_memory(course, "grading", "feedback", ASSIGNMENT)
    table.lines.append(f"{PAGES} feedback pages     stock nbgrader      here     ratio     again, nothing new")
    table.lines.append(f"{theirs:31.1f} s {ours:9.1f} s {theirs / ours:8.1f} {again:15.1f} s")


def test_memory(course, table):
    for size in SIZES:
        enlarge(course, size)
        seconds, memory, _ = seconds_and_memory(course, "grading", "feedback", ASSIGNMENT, "--force")
        table.lines.append(f"{size:4} pages in {seconds:6.1f} s, {memory / 2**20:.0f} MB at most of the command itself")
