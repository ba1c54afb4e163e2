"""Answers that use more of an earlier one than is asked, for which the course's own cannot stand in."""

import nbformat
import numpy as np
import pytest
from nbgrader.api import Gradebook

from lib import check
from lib.checking.check import WrongAnswer
from tools.made_up_course import fill, grade, open_course, read, solutions, submit

OVERFLOWS = """def sigmoid(z, deriv=False):
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a) if deriv else a"""
STABLE = """def sigmoid(z, deriv=False):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2 if deriv else np.where(np.asarray(z) < 0, e / (1 + e), 1 / (1 + e))[()]"""
BY_KEYWORD = "def sigmoid_prime(z):\n    return sigmoid(z, deriv=True)"
OUTSIDE = """def squared_error_prime(a, y):
    return squared_error(a + 0.5, y) - squared_error(a - 0.5, y)"""
WITHOUT_HALF = "def squared_error(a, y):\n    return (a - y) ** 2"
WITH_HALF = "def squared_error(a, y):\n    return (a - y) ** 2 / 2"
STOPS = "def squared_error_prime(a, y):\n    raise TypeError('a slip')"
# What is handed in: assignment, answers, the tests that lose, those of them of which a person is asked.
CLASS = {
    "by keyword": ("01-sigmoid", {"sigmoid": STABLE, "sigmoid_prime": BY_KEYWORD}, set(), set()),
    "by keyword of a wrong one": (
        "01-sigmoid", {"sigmoid": OVERFLOWS, "sigmoid_prime": BY_KEYWORD},
        {"test-sigmoid-stable", "test-sigmoid_prime-stable"}, {"test-sigmoid_prime-stable"},
    ),
    "outside": ("02-losses", {"squared_error": WITH_HALF, "squared_error_prime": OUTSIDE}, set(), set()),
    "outside a wrong one": (
        "02-losses", {"squared_error": WITHOUT_HALF, "squared_error_prime": OUTSIDE},
        {"test-squared_error", "test-squared_error_prime"}, {"test-squared_error_prime"},
    ),
    "wrong, beside a wrong one": (
        "02-losses", {"squared_error": WITHOUT_HALF, "squared_error_prime": STOPS},
        {"test-squared_error", "test-squared_error_prime"}, set(),
    ),
}  # fmt: skip


def said_of(name, *sources):
    """What check() says of an answer in a notebook with these cells; None if it is right."""
    namespace = {"np": np, "__name__": "__main__", "check": check}
    for source in sources:
        exec(source, namespace)
    try:
        exec(f"check({name})", namespace)
    except WrongAnswer as error:
        return " ".join(str(error).split())


def test_check_accepts_what_is_right_with_the_student_s_own_function():
    assert said_of("sigmoid_prime", STABLE, BY_KEYWORD) is None
    assert said_of("squared_error_prime", WITH_HALF, OUTSIDE) is None


@pytest.mark.parametrize(
    ("name", "earlier", "answer", "says"),
    [
        ("sigmoid_prime", OVERFLOWS, BY_KEYWORD, "RuntimeWarning"),
        ("squared_error_prime", WITHOUT_HALF, OUTSIDE, "factor 2 too many"),
    ],
    ids=["by keyword", "outside"],
)
def test_check_names_no_error_that_the_notebook_does_not_have(name, earlier, answer, says):
    said = said_of(name, earlier, answer)
    assert says in said and "Error:" not in said and "your code stops" not in said
    assert "in the place of yours, it stops with an error" in said


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    for assignment in "01-sigmoid", "02-losses":
        assert api.generate_assignment(assignment)["success"]
    for student, (assignment, answers, *_) in CLASS.items():
        blank = read(folder / "release", assignment)
        submit(folder, student, assignment, fill(blank, solutions(assignment) | answers))
    done = grade(folder, "01-sigmoid", "02-losses")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("student", CLASS)
def test_a_person_is_asked_where_the_course_s_own_does_not_fit(course, student):
    assignment, _, lost, asked = CLASS[student]
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        grades = [g for g in gradebook.find_submission(assignment, student).notebooks[0].grades if "test-" in g.name]
        assert {grade.name for grade in grades if grade.auto_score < grade.max_score} == lost
        assert {grade.name for grade in grades if grade.needs_manual_grade} == asked
    (path,) = (course / "autograded" / student / assignment).glob("*.ipynb")
    notes = "".join(cell.source for cell in nbformat.read(path, 4).cells if cell.id == "grading-notes")
    assert ("it may be right, but builds on" in notes) == bool(asked)
