"""Item analysis for the report: functions of arrays, without gradebook or page."""

import math
from collections import Counter
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike


class Item(NamedTuple):
    """The statistics of one exercise. Each float is nan if it is not defined.

    Parameters
    ----------
    count : int
        Students whose points for it are known.
    success : float
        Mean share of the points.
    solved : float
        Share of the students with all points.
    discrimination : float
        Correlation with the rest of the assignment.
    """

    count: int  # type: ignore[assignment]  # hides the method of tuple, which nobody calls here
    success: float
    solved: float
    discrimination: float


def items(scores: ArrayLike, points: ArrayLike) -> list[Item]:
    """An `Item` for every exercise.

    Parameters
    ----------
    scores : array (students, exercises)
        Points; nan where they are not known.
    points : array (exercises,)
        The maximum; an exercise with 0 points does not count in the rest of the other exercises.
    """
    scores, points = np.asarray(scores, dtype=float), np.asarray(points, dtype=float)
    found = []
    for i, most in enumerate(points):
        mine, others = scores[:, i], np.delete(scores, i, axis=1)
        known = ~np.isnan(mine)
        rest = _share(others[known], np.delete(points, i))
        success = np.mean(mine[known]) / most if known.any() and most else math.nan
        solved = np.mean(mine[known] >= most) if known.any() and most else math.nan
        found.append(Item(int(known.sum()), float(success), float(solved), discrimination(mine[known], rest)))
    return found


def _share(scores, points):
    """The points of each student, divided by the maximum, over the exercises for which they are known."""
    known = ~np.isnan(scores)
    had, could = np.nansum(scores * (points > 0), axis=1), (known * points).sum(axis=1)
    return np.divide(had, could, out=np.full(len(scores), math.nan), where=could > 0)


def discrimination(item: ArrayLike, rest: ArrayLike) -> float:
    """The correlation of the points for one item with the rest; the point-biserial one for an item of 0 or 1 point.

    Parameters
    ----------
    item, rest : array (students,)
        ``rest`` is nan where there is none.

    Returns
    -------
    float
        nan with fewer than two students, or if all have the same points.
    """
    points, others = np.asarray(item, dtype=float), np.asarray(rest, dtype=float)
    points, others = points[~np.isnan(others)], others[~np.isnan(others)]
    if len(points) < 2 or np.ptp(points) == 0 or np.ptp(others) < 1e-12:
        return math.nan
    return float(np.corrcoef(points, others)[0, 1])


class Mistake(NamedTuple):
    """A mistake and how many students made it; ``hint`` is the message of check(), "" if the mistake is not known."""

    exercise: str
    hint: str
    count: int  # type: ignore[assignment]  # hides the method of tuple, which nobody calls here


def mistakes(faults: dict[str, set[tuple[str, str]]]) -> list[Mistake]:
    """The mistakes by how many students made them; those without a name come last.

    Parameters
    ----------
    faults : dict
        Student -> set of (exercise, hint).
    """
    counts = Counter(fault for mine in faults.values() for fault in mine)
    found = [Mistake(exercise, hint, count) for (exercise, hint), count in counts.items()]
    return sorted(found, key=lambda mistake: (not mistake.hint, -mistake.count, mistake.exercise, mistake.hint))


def quartiles(values: np.ndarray | list[float]) -> tuple[float, ...] | None:
    """(minimum, lower quartile, median, upper quartile, maximum), or None without values."""
    return tuple(map(float, np.quantile(values, [0, 0.25, 0.5, 0.75, 1]))) if len(values) else None
