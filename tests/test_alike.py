"""The shortlist of submissions that are alike: what is on it and what is not."""

import random

import pytest

from answer_table import answers
from grading.report.similarity import alike, fingerprints
from lib.checking.exercises import EXERCISES
from made_class import COPY, OWN
from tools.made_up_course import solutions

NAMES = [name for name, exercise in EXERCISES.items() if exercise.notebook == "losses"]
RIGHT = {name: [a.source for a in answers() if a.exercise == name and a.right] for name in NAMES}


def independent(count):
    """Students who each take one right answer of the tests' table for every exercise, whichever comes."""
    draw = random.Random(3)
    return {f"s{i:02}": {name: draw.choice(RIGHT[name]) for name in NAMES} for i in range(count)}


def known():
    return {name: [source] for name, source in solutions("02-losses").items()}


@pytest.mark.parametrize("count", [2, 4, 10, 40, 120])
def test_a_renamed_and_reformatted_copy_is_on_the_list_and_nobody_else(count):
    students = independent(count)
    students["original"] = students["s00"] | OWN
    students["copy"] = students["s01"] | COPY
    (pair,) = alike(students, known())
    assert (pair.first, pair.second) == ("copy", "original")
    assert {name for name, _ in pair.shared} >= set(OWN)
    assert dict(pair.shared)["cross_entropy"] == 0


@pytest.mark.parametrize("count", [2, 3, 6, 30, 200])
def test_right_answers_of_students_who_work_alone_are_not(count):
    assert alike(independent(count), known()) == []


@pytest.mark.parametrize("count", [2, 30])
def test_nor_is_what_everybody_was_given(count):
    everybody = {f"s{i}": solutions("02-losses") for i in range(count)}
    assert alike(everybody, known()) == []


def test_nor_is_what_half_of_the_class_writes():
    students = independent(40)
    for i in range(20):
        students[f"s{i:02}"] |= OWN
    assert alike(students, known()) == []


def test_a_group_is_a_list_of_pairs():
    students = independent(60) | {name: OWN if name < "c" else COPY for name in ("a1", "b1", "c1")}
    assert {(pair.first, pair.second) for pair in alike(students, known())} == {
        ("a1", "b1"),
        ("a1", "c1"),
        ("b1", "c1"),
    }


def test_no_class_no_pairs():
    assert alike({}, {}) == alike({"ada": {}}, {}) == alike({"ada": OWN}, known()) == []
    assert alike({"ada": {"sgd": ""}, "bob": {}}, {}) == []


@pytest.mark.parametrize("name", OWN)
def test_names_layout_comments_brackets_and_docstrings_do_not_count(name):
    assert fingerprints(OWN[name]) == fingerprints(COPY[name]) != frozenset()


@pytest.mark.parametrize(
    "source",
    [
        "def f(:\n  return (((",
        "\0",
        "(" * 10_000,
        "-" * 100_000 + "1",
        "x = '''",
        "a = '\\d'\n" * 3,
        "f(" * 90 + ")" * 90,
    ],
)
def test_whatever_a_student_writes_is_compared_without_running_it(source):
    assert isinstance(fingerprints(source), frozenset)


def test_a_class_is_compared_the_same_in_parts(monkeypatch):
    students = independent(60) | {name: OWN if name < "c" else COPY for name in ("a1", "b1", "c1")}
    whole = alike(students, known())
    monkeypatch.setattr("grading.report.similarity.BLOCK", 7)
    assert whole and alike(students, known()) == whole
