"""The table of answers through the real pipeline: release, submission, `python -m grading`, gradebook.

A submission holds one answer of the table for each exercise of its notebook, right and wrong mixed. So a mistake
that cost a point in another exercise would show as a right answer refused.
"""

import itertools

import pytest

from answer_table import answers
from lib.checking.exercises import EXERCISES
from tools.made_up_course import ASSIGNMENTS, fill, grade, notebook_of, open_course, read, scores, solutions, submit

SOLVED, BLANK = "solved", "blank"


def submissions(assignment):
    """student -> {exercise: answer of the table}."""
    columns = [
        [answer for answer in answers() if answer.exercise == name]
        for name, exercise in EXERCISES.items()
        if exercise.notebook == notebook_of(assignment)
    ]
    rows = itertools.zip_longest(*columns)
    return {f"student-{i:03}": {a.exercise: a for a in row if a} for i, row in enumerate(rows)}


def points_of(exercise, found):
    """(got, maximum) over the test cells of one exercise."""
    cells = [v for name, v in found.items() if name == f"test-{exercise}" or name.startswith(f"test-{exercise}-")]
    return tuple(map(sum, zip(*cells, strict=True)))


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """assignment -> `scores` of a course in which the whole table was submitted."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    for assignment in ASSIGNMENTS:
        assert api.generate_assignment(assignment)["success"]
        model = solutions(assignment)
        filled = {student: {n: a.source for n, a in row.items()} for student, row in submissions(assignment).items()}
        for student, mine in {**filled, SOLVED: {}, BLANK: None}.items():
            written = {} if mine is None else model | mine
            submit(folder, student, assignment, fill(read(folder / "release", assignment), written))
    done = grade(folder, *ASSIGNMENTS)
    assert done.returncode == 0, done.stdout + done.stderr
    return {assignment: scores(api, assignment) for assignment in ASSIGNMENTS}


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_solved_notebook_earns_every_automatic_point(graded, assignment):
    for name, (got, most) in graded[assignment][SOLVED].items():
        assert got == (most if name.startswith("test-") else None), name


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_stub_earns_nothing(graded, assignment):
    assert {got for got, _ in graded[assignment][BLANK].values()} == {0}


def test_every_answer_gets_the_points_it_deserves(graded, record_property):
    missed, refused, right, wrong = [], [], 0, 0
    for assignment in ASSIGNMENTS:
        for student, row in submissions(assignment).items():
            for exercise in (n for n, e in EXERCISES.items() if e.notebook == notebook_of(assignment)):
                got, most = points_of(exercise, graded[assignment][student])
                answer = row.get(exercise)
                if answer is None or answer.right:
                    right += 1
                    refused += [f"{answer or exercise} ({student})"] if got < most else []
                else:
                    wrong += 1
                    missed += [str(answer)] if got == most else []
    record_property(
        "score",
        f"real pipeline: {wrong - len(missed)} of {wrong} mistakes lose points, "
        f"{len(refused)} of {right} right answers lose any",
    )
    assert (missed, refused) == ([], [])
