"""What a class learned: ten questions before notebook 1 and after notebook 4, and the guesses of the notebooks.

A submission may hold anything. Its cells are read as text and parsed; nothing of them is executed.
"""

import ast
import json
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from grading.gradebook import results
from grading.gradebook.blueprint import blueprints
from grading.report.question_key import KEY
from grading.storable import storable
from grading.submissions.outside_cells import parsed
from lib.guesses import TRUTHS
from lib.questions import QUESTIONS, UNSURE

BEFORE, AFTER = "answers_before", "answers_after"  # the names that notebooks 1 and 4 give to the answers
ASKING = {"answers-before", "answers-after"}  # ids of the cells with these names
GUESSING = {f"guess-{topic}" for topic in TRUTHS}
LETTERS = "abcd" + UNSURE
MOST_READ = 5000  # characters of a cell; the released cells have 200
MOST_SHOWN = 40  # characters of a guess
MOST_GUESSES = 3  # of a topic that are shown, the commonest first


@dataclass(frozen=True)
class Row:
    """The answers of a class to one question.

    Parameters
    ----------
    number : int
    text, right : str
        The question and its right answer.
    before, after : (int, int)
        How many were right, of how many who answered.
    both : int
        How many answered both times.
    gain : float or None
        Hake's normalised gain of those who answered both times; None where nobody did, or all were right before.
    wrong : tuple or None
        (when, letter and words of the commonest wrong choice, how many, misconception); None where nobody was wrong.
    """

    number: int
    text: str
    right: str
    before: tuple[int, int]
    after: tuple[int, int]
    both: int
    gain: float | None
    wrong: tuple[str, str, int, str] | None


@dataclass(frozen=True)
class Guessed:
    """What a class guessed about one topic; ``said`` has (guess, how many) of the commonest guesses."""

    assignment: str
    asked: str
    truth: str
    count: int
    said: list[tuple[str, int]]
    median: str


@dataclass(frozen=True)
class Learned:
    """The part of the report on what was learned; ``gain`` and the shares are means over the questions."""

    rows: list[Row]
    guesses: list[Guessed]
    matched: int
    before: float | None
    after: float | None
    gain: float | None


def what_was_learned(gradebook: Gradebook, coursedir: CourseDirectory, assignments: list[str]) -> Learned:
    """Read the answers to the ten questions, and the guesses, from the graded notebooks of a class.

    Guesses are read from ``assignments``. If one of these has the questions, before or after, then both assignments
    that have them are read.
    """
    plans = _plans(gradebook, coursedir, assignments)
    released = {a: [cell for plan in plans[a].values() for cell in plan.released] for a in plans}
    asking = {a for a, cells in released.items() if any(cell["id"] in ASKING for cell in cells)}
    answers: dict[str, dict[str, dict[int, str]]] = {BEFORE: {}, AFTER: {}}  # student -> number -> letter
    guesses: list[Guessed] = []
    for assignment in sorted({*assignments, *(asking if asking & set(assignments) else ())}):
        asked = topics_of(released[assignment]) if assignment in assignments else {}
        names = {f"guess_{topic.replace('-', '_')}": topic for topic in asked}
        made: dict[str, list[tuple]] = {topic: [] for topic in asked}
        for student, path in _graded_notebooks(gradebook, coursedir, assignment, plans[assignment]):
            found = assigned(path, {BEFORE, AFTER, *names})
            for when in answers.keys() & found.keys():
                answers[when][student] = choices(found[when])
            for name in names.keys() & found.keys():
                made[names[name]].append(parts(found[name]))
        guesses += [_guessed(assignment, topic, asked[topic], made[topic]) for topic in asked]
    return Learned(rows_of(*answers.values()), guesses, *_whole(*answers.values()))


def _plans(gradebook, coursedir, assignments):
    """Assignment -> its blueprints; without those that cannot be read, unless they are in ``assignments``."""
    plans = {}
    for entry in gradebook.assignments:
        try:
            plans[entry.name] = blueprints(gradebook, coursedir, entry.name)
        except (ValueError, OSError):
            if entry.name in assignments:
                raise
    return plans


def _graded_notebooks(gradebook, coursedir, assignment, names):
    """Yield (student, path) of the graded notebooks of all students with scores."""
    for result in results.results(gradebook, coursedir, assignment):
        folder = Path(coursedir.format_path(coursedir.autograded_directory, result.student, assignment))
        for name in names if result.scores else ():
            yield result.student, folder / f"{name}.ipynb"


def topics_of(released: list[dict]) -> dict[str, str]:
    """Topic -> the comment in its cell ``guess-TOPIC``, for a released notebook: it says what to guess."""
    cells = {cell["id"].removeprefix("guess-"): cell["source"] for cell in released if cell["id"] in GUESSING}
    return {topic: source.partition("# ")[2].strip() for topic, source in cells.items()}


def assigned(path: Path, names: set[str]) -> dict[str, ast.expr]:
    """Name -> the syntax tree of the value that a notebook assigns last; {} if the file cannot be read.

    An assignment that is as released, without an answer, does not count.
    """
    try:
        cells = json.loads(Path(path).read_bytes())["cells"]
        sources = [_text(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    found = {}
    for source in sources:
        if len(source) > MOST_READ or not any(name in source for name in names):
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # SyntaxWarning for "\d" and the like in a student's string
            tree = parsed(source)
        for statement in tree.body if tree else ():
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in names and not _is_empty(value):
                    found[name] = value
    return found


def choices(value: ast.expr) -> dict[int, str]:
    """Number of a question -> letter, from the syntax tree of a dict; what is not a valid answer is left out."""
    chosen = {}
    for key, answer in zip(value.keys, value.values) if isinstance(value, ast.Dict) else ():
        match key, answer:
            case ast.Constant(value=number), ast.Constant(value=str(letter)) if type(number) is int:
                letter = letter.strip().lower()
                if number in QUESTIONS and letter and letter in LETTERS and len(letter) == 1:
                    chosen[number] = letter
    return chosen


def parts(value: ast.expr) -> tuple:
    """A guess as a tuple of numbers and texts, with None for an empty part; () if all parts are empty."""
    made = tuple(_part(node) for node in (value.elts if isinstance(value, ast.Tuple) else [value]))
    return made if any(part is not None for part in made) else ()


def _part(node):
    """One part of a guess: a number, a text, or None if it is empty. An expression, such as 1/4, becomes text."""
    try:
        literal = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return _short(node)
    if literal is ... or literal is None or literal == "":
        return None
    if _is_number(literal) and abs(literal) < 1e300:
        return literal
    return _short(literal if isinstance(literal, str) else node)


def _short(said):
    try:
        text = said if isinstance(said, str) else ast.unparse(said)
    except (ValueError, RecursionError):
        return None
    text = " ".join(storable(text).split())
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


def _is_empty(value):
    """Whether a value has no answer, as in the released cell."""
    return not choices(value) if isinstance(value, ast.Dict) else not parts(value)


def rows_of(before: dict[str, dict[int, str]], after: dict[str, dict[int, str]]) -> list[Row]:
    """A `Row` for each question; [] if nobody answered any. ``before`` and ``after``: student -> number -> letter."""
    return [_row(number, before, after) for number in QUESTIONS] if before or after else []


def _row(number, before, after):
    key, question = KEY[number], QUESTIONS[number]
    first = {student: chosen[number] for student, chosen in before.items() if number in chosen}
    second = {student: chosen[number] for student, chosen in after.items() if number in chosen}
    both = first.keys() & second.keys()
    wrong = None
    for when, letters in ("after", second), ("before", first):
        counts = Counter(letter for letter in letters.values() if letter not in (key.right, UNSURE))
        if counts and wrong is None:
            letter, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            wrong = when, f"{letter}: {_choice(question, letter)}", count, key.misconceptions[letter]
    rights = [np.mean([letters[student] == key.right for student in both]) for letters in (first, second) if both]
    return Row(
        number=number,
        text=question.text,
        right=f"{key.right}: {_choice(question, key.right)}",
        before=(sum(letter == key.right for letter in first.values()), len(first)),
        after=(sum(letter == key.right for letter in second.values()), len(second)),
        both=len(both),
        gain=normalised_gain(*map(float, rights)) if both else None,
        wrong=wrong,
    )


def _choice(question, letter):
    return question.choices[LETTERS.index(letter)]


def normalised_gain(before: float, after: float) -> float | None:
    """Hake's normalised gain (1998): the gain divided by the possible gain; None if all were right before."""
    return float((after - before) / (1 - before)) if before < 1 else None


def _whole(before, after):
    """(students, share right before, share right after, gain) of those who answered a question both times."""
    pairs = [
        (before[student][number] == KEY[number].right, after[student][number] == KEY[number].right, student)
        for student in before.keys() & after.keys()
        for number in before[student].keys() & after[student].keys()
    ]
    if not pairs:
        return 0, None, None, None
    first, second, students = zip(*pairs)
    shares = float(np.mean(first)), float(np.mean(second))
    return len(set(students)), *shares, normalised_gain(*shares)


def _guessed(assignment, topic, asked, made):
    said = Counter(", ".join("(empty)" if part is None else _shown(part) for part in guess) for guess in made)
    numbers = [[part for part in column if _is_number(part)] for column in zip(*(_fitted(g, topic) for g in made))]
    medians = [f"{np.median(column):.4g}" for column in numbers if len(column) > 2]
    return Guessed(
        assignment=assignment,
        asked=asked,
        truth=", ".join(map(_shown, _truths(topic))),
        count=len(made),
        said=sorted(said.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_GUESSES],
        median=", ".join(medians),
    )


def _fitted(guess, topic):
    """A guess, cut or filled with None to the number of parts of the true answer."""
    size = len(_truths(topic))
    return (*guess, *[None] * size)[:size]


def _truths(topic):
    truth = TRUTHS[topic]
    return truth if isinstance(truth, tuple) else (truth,)


def _shown(part):
    return f"{part:.6g}" if _is_number(part) else str(part)


def _is_number(part):
    return isinstance(part, (int, float)) and not isinstance(part, bool)


def _text(source):
    return "".join(source) if isinstance(source, list) else str(source)
