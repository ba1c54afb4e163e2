"""The table of answers through the real pipeline: release, submission, nbgrader's autograde, gradebook.

A submission holds one answer of the table for each exercise of its notebook, right and wrong mixed. So a mistake
that cost a point in another exercise would show as a right answer refused. Each assignment is a class of tests,
so that two processes can share them.
"""

import itertools

import pytest

from answer_table import answers
from grading.classroom import fill, notebook_of, open_course, read, scores, solutions, submit
from lib.exercises import EXERCISES

SOLVED, BLANK = "solved", "blank"


def submissions(assignment):
    """student -> {exercise: answer of the table}."""
    columns = [
        [answer for answer in answers() if answer.exercise == name and answer.graded]
        for name, exercise in EXERCISES.items()
        if exercise.notebook == notebook_of(assignment)
    ]
    rows = itertools.zip_longest(*columns)
    return {f"student-{i:03}": {a.exercise: a for a in row if a} for i, row in enumerate(rows)}


def points_of(exercise, found):
    """(got, maximum) over the test cells of one exercise."""
    cells = [v for name, v in found.items() if name == f"test-{exercise}" or name.startswith(f"test-{exercise}-")]
    return tuple(map(sum, zip(*cells, strict=True)))


def must(result):
    assert result["success"], result.get("error") or result.get("log")


@pytest.fixture(scope="class")
def graded(request, tmp_path_factory):
    """`scores` of a course in which the whole table was submitted."""
    assignment = request.cls.assignment
    folder = tmp_path_factory.mktemp(assignment)
    api = open_course(folder)
    must(api.generate_assignment(assignment))
    model = solutions(assignment)
    filled = {student: {n: a.source for n, a in row.items()} for student, row in submissions(assignment).items()}
    for student, mine in {**filled, SOLVED: {}, BLANK: None}.items():
        written = {} if mine is None else model | mine
        submit(folder, student, assignment, fill(read(folder / "release", assignment), written))
        must(api.autograde(assignment, student))
    return scores(api, assignment)


class Pipeline:
    assignment = None

    def test_the_solved_notebook_earns_every_automatic_point(self, graded):
        for name, (got, most) in graded[SOLVED].items():
            assert got == (most if name.startswith("test-") else None), name

    def test_the_stub_earns_nothing(self, graded):
        assert {got for got, _ in graded[BLANK].values()} == {0}

    def test_every_answer_gets_the_points_it_deserves(self, graded, record_property):
        missed, refused, right, wrong = [], [], 0, 0
        for student, row in submissions(self.assignment).items():
            for exercise in (n for n, e in EXERCISES.items() if e.notebook == notebook_of(self.assignment)):
                got, most = points_of(exercise, graded[student])
                answer = row.get(exercise)
                if answer is None or answer.right:
                    right += 1
                    refused += [f"{answer or exercise} ({student})"] if got < most else []
                else:
                    wrong += 1
                    missed += [str(answer)] if got == most else []
        record_property(
            "score",
            f"real pipeline, {self.assignment}: {wrong - len(missed)} of {wrong} mistakes lose points, "
            f"{len(refused)} of {right} right answers lose any",
        )
        assert (missed, refused) == ([], [])


class TestSigmoid(Pipeline):
    assignment = "01-sigmoid"


class TestLosses(Pipeline):
    assignment = "02-losses"


class TestGradients(Pipeline):
    assignment = "03-gradients"


class TestSgd(Pipeline):
    assignment = "04-sgd"
