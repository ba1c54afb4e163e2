"""Everything the report says about one assignment, as plain data."""

import datetime
import math
from dataclasses import dataclass

import numpy as np

from grading.gradebook.results import GRADED, MISSING, UNGRADED, WAITS, Exercise, Result
from grading.report import item_analysis
from grading.report.graded_work import Work
from grading.report.similarity import Pair
from lib.checking.judge import HIDDEN

ENOUGH = 20  # students; with fewer, a correlation is mostly chance
WEAK = 0.2  # discrimination below it deserves a look (Ebel and Frisbie, Essentials of Educational Measurement)
# Kind of a fault -> its words in the report.
KINDS = HIDDEN | {
    "stopped": "the check itself stopped with an error",
    "record": "the report of the check is missing or broken",
    "lost": "the kernel died or time was up",
}


@dataclass
class Findings:
    """The numbers and sentences of the report about one assignment.

    Parameters
    ----------
    assignment : str
    due : datetime or None
        In UTC, naive.
    results : list of grading.gradebook.results.Result
        Of all students of the course.
    exercises : list of grading.gradebook.results.Exercise
    works : dict
        Student -> `grading.report.graded_work.Work`, of those who have scores.
    pairs : list of grading.report.similarity.Pair
    """

    assignment: str
    due: datetime.datetime | None
    results: list[Result]
    exercises: list[Exercise]
    works: dict[str, Work]
    pairs: list[Pair]

    def __post_init__(self):
        self.scored = [result for result in self.results if result.scores]
        self.handed_in = [result for result in self.results if result.state != MISSING]
        self.complete = all(result.state != WAITS for result in self.scored)
        counted = [exercise for exercise in self.exercises if self.complete or exercise.automatic]
        self.most = sum(exercise.points for exercise in counted)
        scores = self._scores(counted)
        self.points = dict(zip((result.student for result in self.scored), scores.sum(axis=1)))
        self.items = item_analysis.items(self._scores(self.exercises), [exercise.points for exercise in self.exercises])
        self._owners = {(e.notebook, cell): e.name for e in self.exercises for cell in e.cells}

    def _scores(self, exercises):
        """Points, shape (students with scores, exercises), nan where they are not known."""
        scores = [[result.score(exercise) for exercise in exercises] for result in self.scored]
        return np.array(scores, dtype=float).reshape(len(self.scored), len(exercises))

    def students(self, state: str) -> list[str]:
        return [result.student for result in self.results if result.state == state]

    @property
    def counts(self) -> dict[str, int]:
        """State -> number of students."""
        return {state: len(self.students(state)) for state in (GRADED, WAITS, UNGRADED, MISSING)}

    @property
    def late(self) -> list[Result]:
        return [result for result in self.handed_in if result.late > 0]

    @property
    def times(self) -> list[datetime.datetime]:
        return sorted(result.handed_in for result in self.handed_in if result.handed_in)

    @property
    def known_points(self) -> np.ndarray:
        """The points of the students whose points are known, as an array."""
        points = np.array(list(self.points.values()), dtype=float)
        return points[~np.isnan(points)]

    @property
    def quartiles(self) -> tuple | None:
        return item_analysis.quartiles(self.known_points)

    def median_of(self, late: bool) -> float | None:
        """The median of the points of those who were late, or who were not; None if there are none."""
        points = [self.points[r.student] for r in self.scored if r.handed_in and (r.late > 0) == late]
        found = item_analysis.quartiles([value for value in points if not math.isnan(value)])
        return found[2] if found else None

    def _faults(self):
        """(student, exercise, verdict) of every test that failed."""
        for student, work in self.works.items():
            for cell, verdict in work.verdicts.items():
                if not verdict.right:
                    yield student, self._owners[cell], verdict

    @property
    def mistakes(self) -> list[item_analysis.Mistake]:
        """Named mistakes, by how many students made them."""
        return item_analysis.mistakes(self._gathered(lambda verdict: verdict.named, lambda verdict: verdict.named))

    @property
    def nameless(self) -> list[item_analysis.Mistake]:
        """Faults that are no known mistake, by how many students made them; the hint is the kind of fault."""
        nameless = self._gathered(
            lambda verdict: not verdict.named and verdict.kind != "not attempted",
            lambda verdict: KINDS.get(verdict.kind, verdict.kind),
        )
        return item_analysis.mistakes(nameless)

    def _gathered(self, wanted, hint):
        faults: dict[str, set[tuple[str, str]]] = {}
        for student, exercise, verdict in self._faults():
            if wanted(verdict):
                faults.setdefault(student, set()).add((exercise, hint(verdict)))
        return faults

    @property
    def untried(self) -> dict[str, int]:
        """Exercise -> how many left it as it was released."""
        left = {(student, exercise) for student, exercise, verdict in self._faults() if verdict.kind == "not attempted"}
        return {name: sum(exercise == name for _, exercise in left) for name in self._owners.values()}

    @property
    def only_hidden(self) -> list[tuple[str, list[str]]]:
        """(exercise, students) where hidden tests failed and no visible one did, most students first."""
        seen: dict[tuple[str, str], set[bool]] = {}
        for student, exercise, verdict in self._faults():
            seen.setdefault((exercise, student), set()).add(verdict.hidden)
        found: dict[str, list[str]] = {}
        for (exercise, student), hidden in seen.items():
            if hidden == {True}:
                found.setdefault(exercise, []).append(student)
        return sorted(
            ((name, sorted(students)) for name, students in found.items()), key=lambda pair: (-len(pair[1]), pair[0])
        )

    @property
    def stands_out(self) -> list[str]:
        """Sentences about what deserves attention first."""
        said = []
        most = [(e.name, item) for e, item in zip(self.exercises, self.items) if item.count >= len(self.scored) / 2]
        success = {name: item.success for name, item in most if item.success < 0.8}
        if success:
            hardest = min(success, key=lambda name: success[name])
            said.append(f"{hardest} was the hardest: {success[hardest]:.0%} of its points on average.")
        for mistake in self.mistakes[:1]:
            if mistake.count > 1:
                made = f"{mistake.count} of {len(self.works)} made the same mistake in {mistake.exercise}"
                said.append(f"{made}: \u201c{mistake.hint}\u201d")
        said += [f"{name} hardly tells who did well elsewhere: read some answers, and its tests." for name in self.weak]
        for exercise, students in self.only_hidden[:1]:
            said.append(f"The visible check of {exercise} let {len(students)} pass whom a hidden test then failed.")
        if self.pairs:
            count = len(self.pairs)
            said.append(
                f"{count} pair{'s' * (count > 1)} of submissions {'are' if count > 1 else 'is'} unusually alike."
            )
        return said

    @property
    def weak(self) -> list[str]:
        """Exercises with low discrimination, if ENOUGH students have points for it."""
        pairs = zip(self.exercises, self.items)
        return [e.name for e, item in pairs if item.count >= ENOUGH and item.discrimination < WEAK]
