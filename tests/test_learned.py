"""The ten questions, the guesses, and what the report makes of them; a submission may hold anything."""

import ast
import copy
import json

import pytest

from grading.gradebook.blueprint import Blueprint, released_blueprint
from grading.report import learned
from grading.report.question_key import KEY
from grading.submissions.repair import repair
from lib.guesses import TRUTHS
from lib.questions import QUESTIONS, UNSURE
from tools.made_up_course import ASSIGNMENTS, COURSE, notebook_of, read

HELD = {"answers_before", "guess_race"}


def test_every_question_has_a_key_and_a_misconception_for_each_wrong_choice():
    assert list(QUESTIONS) == list(range(1, 11)) and KEY.keys() == QUESTIONS.keys()
    for number, (right, misconceptions) in KEY.items():
        assert sorted([right, *misconceptions]) == list("abcd") and all(misconceptions.values())
        assert len(set(QUESTIONS[number].choices)) == 4


def test_the_key_is_not_in_what_students_get():
    package = (COURSE / "lib").rglob("*.py")
    texts = [p.read_text(encoding="utf-8") for p in [*package, *(COURSE / "release").rglob("*.ipynb")]]
    for words in (words for key in KEY.values() for words in key.misconceptions.values()):
        assert not [text for text in texts if words in text], words


def test_the_numbers_in_the_key_are_right():
    from lib.neuron import cross_entropy, cross_entropy_prime, sigmoid_prime, squared_error, squared_error_prime

    a, slope = 0.9, 0.09
    steps = {4: squared_error_prime(a, 0) * slope, 5: cross_entropy_prime(a, 0) * slope}
    values = {4: ("c", squared_error(a, 0)), 5: ("c", cross_entropy(a, 0))}
    for number, step in steps.items():
        choices = dict(zip("abcd", map(float, QUESTIONS[number].choices)))
        assert choices[KEY[number].right] == pytest.approx(step)
        assert choices[values[number][0]] == pytest.approx(values[number][1], rel=2e-3)
    slopes = [round(float(sigmoid_prime(z)), 2) for z in (-3.0, -1.0, 1.0, 3.0)]
    assert slopes == [float(word) for word in dict(zip("abcd", QUESTIONS[3].choices))[KEY[3].right].split(",")]


def test_the_notebooks_ask_the_same_before_and_after_and_do_not_insist():
    cells = {assignment: {c.id: c for c in read(COURSE / "release", assignment).cells} for assignment in ASSIGNMENTS}
    empty = None
    for assignment, when in ("01-sigmoid", "before"), ("04-sgd", "after"):
        asked, answered = cells[assignment][f"questions-{when}"], cells[assignment][f"answers-{when}"]
        assert asked.source == "ten_questions()" and "nbgrader" not in answered.metadata
        name, _, value = answered.source.partition(" = ")
        assert name == f"answers_{when}" and ast.literal_eval(value) == dict.fromkeys(QUESTIONS, "")
        assert empty in (None, value)
        empty = value
    order = list(cells["01-sigmoid"])
    assert order.index("answers-before") < order.index("guess-race")


def held_by(tmp_path, *sources):
    """What a notebook with these code cells assigns to the names that are asked for."""
    cells = [{"cell_type": "code", "source": source} for source in sources]
    (tmp_path / "n.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return learned.assigned(tmp_path / "n.ipynb", HELD)


@pytest.mark.parametrize(
    "source, chosen",
    [
        ('{1: "a", 2: " B ", 10: "e"}', {1: "a", 2: "b", 10: "e"}),
        ('{1: "", 2: "f", 3: "ab", 4: 5, "5": "a", True: "a", 11: "a", 6: None, 7: x, **y, 8: "c"}', {8: "c"}),
        ("{}", {}),
        ('["a", "b"]', {}),
        ('"a"', {}),
        ('open("/etc/passwd").read()', {}),
    ],
)
def test_answers_are_letters_of_questions(tmp_path, source, chosen):
    found = held_by(tmp_path, f"answers_before = {source}")
    assert (learned.choices(found["answers_before"]) if found else {}) == chosen


@pytest.mark.parametrize(
    "source, guess",
    [
        ('"easy", 36', ("easy", 36)),
        ("(..., 4.5)", (None, 4.5)),
        ("..., ...", ()),
        ('""', ()),
        ("-2", (-2,)),
        ("1/4", ("1 / 4",)),
        ("1e999, True", ("1e309", "True")),
        ('"<script>alert(1)</script>"', ("<script>alert(1)</script>",)),
        ("'" + "x" * 1000 + "'", ("x" * (learned.MOST_SHOWN - 1) + "…",)),
        ("__import__('os').system('touch guessed')", ("__import__('os').system('touch guessed')",)),
        ("9" * 4900, ()),  # more digits than Python reads
        ("(" * 1000 + ")" * 1000, ()),
        ("'\\ud800'", ("\ufffd",)),
        ('"\\d"', ("\\d",)),
    ],
)
@pytest.mark.filterwarnings("error")
def test_a_guess_is_what_stands_there_and_nothing_is_executed(tmp_path, monkeypatch, source, guess):
    monkeypatch.chdir(tmp_path)
    found = held_by(tmp_path, f"guess_race = {source}")
    assert (learned.parts(found["guess_race"]) if found else ()) == guess
    assert not (tmp_path / "guessed").exists()


def test_the_last_cell_that_is_filled_in_counts(tmp_path):
    filled = 'answers_before = {1: "a"}', 'answers_before = {1: "b"}', 'answers_before = {1: ""}', "%%time\nnothing"
    assert learned.choices(held_by(tmp_path, *filled)["answers_before"]) == {1: "b"}
    assert held_by(tmp_path, "x" * learned.MOST_READ + "\nguess_race = 1") == {}


@pytest.mark.parametrize("text", ["", "[]", '{"cells": 3}', '{"cells": [{"cell_type": "code"}]}', "[" * 100_000])
def test_a_broken_notebook_has_no_answers(tmp_path, text):
    (tmp_path / "n.ipynb").write_text(text, encoding="utf-8")
    assert learned.assigned(tmp_path / "n.ipynb", HELD) == {}
    assert learned.assigned(tmp_path / "none.ipynb", HELD) == {}


def test_gain_is_of_those_who_answered_both_times():
    """Of question 1, whose right answer is b: ann and bob answer it twice, neither is right before, one is after."""
    before = {"ann": {1: "a"}, "bob": {1: UNSURE}, "cy": {1: "b"}, "dan": {1: "a"}}
    after = {"ann": {1: "b"}, "bob": {1: "d"}, "eve": {1: "d", 2: "d"}}
    first, second, *_ = learned.rows_of(before, after)
    assert (first.before, first.after, first.both, first.gain) == ((1, 4), (1, 3), 2, 0.5)
    assert first.wrong == ("after", "d: under neither", 2, KEY[1].misconceptions["d"])
    assert (second.before, second.after, second.both, second.gain, second.wrong) == ((0, 0), (1, 1), 0, None, None)


@pytest.mark.parametrize(
    "before, after, gain", [(0.5, 0.75, 0.5), (0.2, 0.2, 0), (0.5, 0.25, -0.5), (0, 1, 1), (1, 0.5, None)]
)
def test_normalised_gain(before, after, gain):
    assert learned.normalised_gain(before, after) == gain


def test_a_wrong_choice_of_before_stands_where_none_was_wrong_after():
    (row, *_) = learned.rows_of({"ann": {1: "c"}, "bob": {1: UNSURE}}, {"ann": {1: "b"}})
    assert row.wrong[0] == "before" and row.wrong[1].startswith("c:")
    assert learned.rows_of({}, {}) == []


def test_what_a_notebook_asks_is_the_comment_in_the_cell_of_the_guess():
    found = {}
    for assignment in ASSIGNMENTS:
        plan = released_blueprint(COURSE / "release" / assignment / f"{notebook_of(assignment)}.ipynb")
        found |= learned.topics_of(plan.released)
    assert found.keys() == TRUTHS.keys() and all(len(words) > 10 for words in found.values())


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_submission_of_an_older_release_is_complete_without_the_new_cells(assignment):
    """Cells that only ask are no cells of the gradebook: without them nothing is missing, and nothing is put in."""
    path = COURSE / "release" / assignment / f"{notebook_of(assignment)}.ipynb"
    plan = released_blueprint(path)
    cells = [{"points": 1, "checksum": "0"} | cell for cell in plan.cells]
    notebooks = [read(COURSE / "release", assignment) for _ in range(2)]
    old = notebooks[1]
    asking = ("questions-", "answers-", "guess-", "reveal-")
    old.cells = [cell for cell in old.cells if not cell.id.startswith(asking)]
    assert len(old.cells) < len(notebooks[0].cells)
    done = [repair(notebook, Blueprint(plan.name, copy.deepcopy(cells), plan.released)) for notebook in notebooks]
    assert done[0] == done[1]
    graded = [[c.source for c in n.cells if "nbgrader" in c.metadata] for n in notebooks]
    assert graded[0] == graded[1]
