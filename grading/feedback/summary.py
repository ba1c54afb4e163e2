"""What a page says first: what was lost and why, what waits; and which parts of the notebook can stay folded."""

import datetime
import html
import re
from dataclasses import dataclass, field

from nbformat import NotebookNode

from grading.gradebook.results import exercise_of
from grading.submissions.repair import NOTES

PASSED, FAILED, WAITS = "passed", "failed", "waits"
NO_ANSWER = "No response."  # nbgrader's own comment
HEADING = re.compile(r"\s*(?:<div[^>]*>\s*)?#{1,3} +(?P<text>.+)")
MARKUP = re.compile(r"<[^<>]*>|[$`*]")


@dataclass
class Exercise:
    """A written answer, or a function with its tests.

    Parameters
    ----------
    name : str
    anchor : str
        The id of its cell on the page; of the first that lost points, or waits.
    score, points : float
        Of what is graded.
    waits : float
        Points of what is not.
    is_waiting : bool
        Whether anything is not; an answer for extra credit has no points of its own.
    hints : list of str
        What the tests that failed say of the mistake.
    comments : list of str
        Markdown.
    """

    name: str
    anchor: str
    score: float = 0
    points: float = 0
    waits: float = 0
    is_waiting: bool = False
    hints: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def state(self) -> str:
        if self.score < self.points:
            return FAILED
        return WAITS if self.is_waiting else PASSED


def summarized(nb: NotebookNode, about: dict) -> NotebookNode:
    """Write into ``about`` what the page says first, and into the metadata ``page`` of each cell how it is shown.

    ``state`` is PASSED, FAILED or WAITS. The first cell of a part that can be folded has ``fold`` (its title), and
    ``score`` and ``points`` if it has any; the last cell of it has ``ends``.

    Parameters
    ----------
    nb : nbformat.NotebookNode
        As `grading.feedback.preprocessors.ShowGrades` and what follows it leave it.
    about : dict
        ``resources["nbgrader"]``.
    """
    found: dict[str, Exercise] = {}
    for cell in nb.cells:
        cell.metadata.page = {}
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("grade_id") and (mark.get("grade") or mark.get("comment")):
            name = exercise_of(mark.grade_id)
            exercise = found.setdefault(name, Exercise(name, mark.grade_id))
            _count(exercise, mark, cell)
    for cell in nb.cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("grade") and "score" in mark:
            cell.metadata.page["state"] = _state(mark)
        elif mark.get("solution") and exercise_of(mark.get("grade_id", "")) in found:
            cell.metadata.page["state"] = found[exercise_of(mark.grade_id)].state
    for part in _parts(nb.cells):
        _fold(part, found)
    exercises = list(found.values())
    about["lost"] = [one for one in exercises if one.state == FAILED]
    about["waiting"] = [one for one in exercises if one.is_waiting]
    about["earned"] = [one for one in exercises if one.state == PASSED and (one.points or one.score)]
    about["remarks"] = [one for one in exercises if one.comments and one.state != FAILED]
    about["when"] = _when(about)
    about["made"] = f"{datetime.datetime.now(datetime.UTC):%-d %B %Y}"
    return nb


def _count(exercise, mark, cell):
    if mark.get("comment"):
        exercise.comments.append(mark.comment)
    if not mark.get("grade") or "score" not in mark:
        return
    state = _state(mark)
    if state != PASSED and exercise.score == exercise.points and not exercise.is_waiting:
        exercise.anchor = mark.grade_id
    elif not exercise.points and not exercise.is_waiting:
        exercise.anchor = mark.grade_id
    if state == WAITS:
        exercise.waits += mark.points
        exercise.is_waiting = True
        return
    exercise.score += mark.score
    exercise.points += mark.points
    errors = [output for output in cell.get("outputs", ()) if output.output_type == "error"]
    if state == FAILED and errors:
        said = errors[0].evalue.split("\n\n")[0] if errors[0].ename == "WrongAnswer" else "\n".join(errors[0].traceback)
        exercise.hints.append(" ".join(said.split()))


def _state(mark):
    if mark.score is None:
        return WAITS
    return FAILED if mark.score < mark.points else PASSED


def _parts(cells):
    """The cells from one heading to the next."""
    parts: list[list[NotebookNode]] = [[]]
    for cell in cells:
        if cell.cell_type == "markdown" and HEADING.match(cell.source) and parts[-1]:
            parts.append([])
        parts[-1].append(cell)
    return [part for part in parts if part]


def _fold(part, found):
    """Mark a part as folded if no points are lost or wait in it, and it has neither comments nor notes."""
    marks = [cell.metadata.get("nbgrader", {}) for cell in part]
    if any(cell.get("id") == NOTES for cell in part) or any(mark.get("comment") for mark in marks):
        return
    if any(cell.metadata.page.get("state", PASSED) != PASSED for cell in part):
        return
    heading = HEADING.match(part[0].source) if part[0].cell_type == "markdown" else None
    scores = [mark for mark in marks if mark.get("grade") and "score" in mark]
    part[0].metadata.page["fold"] = html.escape(MARKUP.sub("", heading["text"]) if heading else "Beginning")
    if scores:
        part[0].metadata.page["score"] = sum(mark.score for mark in scores)
        part[0].metadata.page["points"] = sum(mark.points for mark in scores)
    part[-1].metadata.page["ends"] = True


def _when(about):
    """When it was handed in, in words."""
    if not about.get("handed_in"):
        return "at a time that is not on record"
    late = about.get("late", 0)
    said = f"{_moment(about['handed_in'])} UTC"
    if late > 0:
        return f"{said}, {_duration(late)} after it was due"
    return f"{said}, in time" if about.get("due") else said


def _moment(text):
    return f"{datetime.datetime.fromisoformat(text):%-d %B %Y, %H:%M}"


def _duration(seconds):
    """Such as "2 days 3 hours"; less than a minute is "less than a minute"."""
    days, rest = divmod(int(seconds), 86400)
    hours, rest = divmod(rest, 3600)
    sizes = [(days, "day"), (hours, "hour"), (rest // 60, "minute")]
    words = [f"{n} {unit}{'s' * (n != 1)}" for n, unit in sizes if n]
    return " ".join(words[:2]) or "less than a minute"
