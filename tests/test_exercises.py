"""An exercise is whole: docs/maintainer.md lists its parts, and here it is said which one is missing."""

import re
from dataclasses import dataclass, replace

import nbformat
import pytest

import lib
from lib.checking.exercises import EXERCISES, Exercise
from lib.checking.judge import _expected
from lib.checking.mistakes import FALLBACK_HINTS, MISTAKES, PIECES
from tools.made_up_course import ASSIGNMENTS, COURSE, read

GUIDE = (COURSE / "docs" / "maintainer.md").read_text(encoding="utf-8")
# The parts, as the guide has them.
SOLUTION = "`notebooks/`: a solution cell with the function's name as grade id"
TESTS = "`notebooks/`: test cells with a visible and a hidden `check` of every aspect"
RELEASE = "`release/`, by `make notebooks release`"
ENTRY = "`lib/checking/exercises.py`: an entry"
REFERENCE = "`lib/neuron.py` or `lib/sgd.py`: the reference, and its name in `lib/__init__.py`"
WRONG = "`lib/checking/mistakes/NOTEBOOK.py`: mistakes or pieces"
FALLBACK = "`lib/checking/mistakes/NOTEBOOK.py`: a fallback hint"
ANSWERS = "`tests/answers/NAME.py`: right and wrong answers"


@dataclass(frozen=True)
class Course:
    """Where the parts of an exercise are: solved and released code cells by grade id, the tables, the answers."""

    solved: dict[str, str]
    released: dict[str, str]
    exercises: dict[str, Exercise]
    references: dict[str, object]
    wrong: frozenset[str]
    hints: frozenset[str]
    answers: dict[str, str]


def code(folder: str) -> dict[str, str]:
    """grade id -> source of the code cells with one, in all notebooks of a folder."""
    cells = [cell for assignment in ASSIGNMENTS for cell in read(COURSE / folder, assignment).cells]
    marked: list[nbformat.NotebookNode] = [c for c in cells if c.cell_type == "code" and "nbgrader" in c.metadata]
    return {cell.metadata.nbgrader.grade_id: cell.source for cell in marked}


THIS = Course(
    code("notebooks"),
    code("release"),
    EXERCISES,
    vars(lib),
    frozenset(MISTAKES) | frozenset(PIECES),
    frozenset(FALLBACK_HINTS),
    {path.stem: path.read_text(encoding="utf-8") for path in (COURSE / "tests" / "answers").glob("*.py")},
)


def asked(course: Course) -> set[str]:
    """The exercises of the table, of the notebooks' checks and of their test cells."""
    checked = {name for source in course.solved.values() for name in re.findall(r"\bcheck\((\w+)", source)}
    tested = {name.split("-")[1] for name in course.solved if name.startswith("test-")}
    return {*course.exercises, *checked, *tested}


def missing(name: str, course: Course) -> list[str]:
    """The parts that an exercise does not have."""
    exercise = course.exercises.get(name)
    tests = {g: s for g, s in course.solved.items() if g == f"test-{name}" or g.startswith(f"test-{name}-")}
    code_of_tests = "\n".join(tests.values())
    has = {
        ENTRY: exercise is not None,
        SOLUTION: f"def {name}(" in course.solved.get(name, ""),
        TESTS: all(_are_checked(name, exercise, code_of_tests, seed) for seed in ("", r", seed=\d+")),
        RELEASE: {name, *tests} <= course.released.keys(),
    }
    if not is_derivation(exercise):
        has[REFERENCE] = exercise is not None and course.references.get(name) is exercise.reference
        has[WRONG] = name in course.wrong
        has[FALLBACK] = name in course.hints
        has[ANSWERS] = all(f"#: {kind}: " in course.answers.get(name, "") for kind in ("right", "wrong"))
    return [part for part, there in has.items() if not there]


def is_derivation(exercise: Exercise | None) -> bool:
    """Whether it is worked out line by line: then the check names the wrong line, and needs no table for it."""
    return exercise is not None and all(result.startswith("line (") for result in exercise.results)


def _are_checked(name, exercise, source, seed):
    found = re.findall(rf"^check\({name}(?:, \"(\w+)\")?{seed}\)", source, re.M)
    return bool(found) and (found == [""] or exercise is None or set(found) == set(exercise.aspects))


@pytest.mark.parametrize("name", sorted(asked(THIS)))
def test_no_part_is_missing(name):
    assert not missing(name, THIS)


def without(table, name):
    return type(table)(key for key in table if key != name) if isinstance(table, frozenset) else {
        key: value for key, value in table.items() if key != name
    }  # fmt: skip


LEFT_OUT = {
    SOLUTION: lambda c: replace(c, solved=without(c.solved, "predict")),
    TESTS: lambda c: replace(c, solved=without(c.solved, "test-predict")),
    RELEASE: lambda c: replace(c, released=without(c.released, "test-predict")),
    ENTRY: lambda c: replace(c, exercises=without(c.exercises, "predict")),
    REFERENCE: lambda c: replace(c, references=without(c.references, "predict")),
    WRONG: lambda c: replace(c, wrong=without(c.wrong, "predict")),
    FALLBACK: lambda c: replace(c, hints=without(c.hints, "predict")),
    ANSWERS: lambda c: replace(c, answers=without(c.answers, "predict")),
}


@pytest.mark.parametrize("part", LEFT_OUT)
def test_a_part_that_is_left_out_is_named(part):
    course = LEFT_OUT[part](THIS)
    assert "predict" in asked(course)
    assert part in missing("predict", course)
    assert part == ENTRY or missing("predict", course) == [part]  # without an entry there is no reference either


def test_an_aspect_that_is_not_checked_is_named():
    for seed in "", ", seed":
        source = re.sub(rf'^check\(sigmoid, "stable"{seed}.*$', "", THIS.solved["test-sigmoid-stable"], flags=re.M)
        course = replace(THIS, solved=THIS.solved | {"test-sigmoid-stable": source})
        assert missing("sigmoid", course) == [TESTS]


def test_the_guide_lists_these_parts():
    _, _, section = GUIDE.partition("## To add an exercise\n")
    listed = re.findall(r"^- (.*?)[.;]$", section.partition("\n## ")[0], re.M)
    assert sorted(listed) == sorted(LEFT_OUT)


@pytest.mark.parametrize("name", EXERCISES)
def test_whatever_is_drawn_the_reference_answers_as_often(name):
    """The grader draws a seed for each student: no draw may hold an argument that the exercise does not allow."""
    for aspect in EXERCISES[name].aspects:
        outcomes = {tuple(how for how, _ in _expected(name, aspect, seed)) for seed in range(200)}
        assert len(outcomes) == 1, outcomes
