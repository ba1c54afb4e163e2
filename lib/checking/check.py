"""check(): instant feedback on an answer, the same call in every notebook.

It runs `gather`, which calls the answer and records what it did, and then `judge`, which compares the record with the
reference. The exercises are in `exercises`, the known mistakes in `mistakes`.
"""

import sys
from collections.abc import Callable

from lib.checking.earlier import what_counts
from lib.checking.exercises import EXERCISES
from lib.checking.gather import gather
from lib.checking.judge import judge

VISIBLE_SEED = 1


class WrongAnswer(AssertionError):
    """A wrong answer. Its traceback is its message alone, without the code of the test."""

    def _render_traceback_(self):  # IPython calls it
        return str(self).splitlines()


def check(answer: Callable, aspect: str | None = None, seed: int | None = None) -> None:
    """Check an answer: print one line if it is right, else say what is wrong.

    Parameters
    ----------
    answer : function
        Your answer itself, as in ``check(sigmoid)``; its name says which exercise it is.
    aspect : str, optional
        Look at one aspect, such as "stable"; all of them by default.
    seed : int, optional
        For hidden tests: draws other inputs, and nothing about them is shown.

    Raises
    ------
    WrongAnswer
        An AssertionError that says what is wrong.
    """
    namespace = sys._getframe(1).f_globals
    record = record_of(answer, namespace, aspect, seed)
    verdict = judge(record, hidden=seed is not None)
    if not verdict.right and record["uses"] and not is_interrupted(record):
        own = judge(record_of(answer, namespace, aspect, seed, stand_ins=False), hidden=seed is not None)
        verdict = what_counts(own, verdict, record["uses"])
    if not verdict.right:
        raise WrongAnswer(verdict.message) from None
    print(verdict.message)


def record_of(answer: Callable, namespace: dict, aspect: str | None, seed: int | None, stand_ins: bool = True) -> dict:
    """The record that `gather` makes of an answer.

    Parameters
    ----------
    answer, aspect, seed
        Those of `check`.
    namespace : dict
        The notebook's global variables.
    stand_ins : bool
        See `gather`.

    Raises
    ------
    WrongAnswer
        If ``answer`` is not a function for exactly one exercise.
    """
    try:
        name = exercise_of(answer, namespace)
        aspects = aspects_of(name, aspect)
    except ValueError as error:
        raise WrongAnswer(str(error)) from None
    return gather(name, answer, namespace, aspects, VISIBLE_SEED if seed is None else seed, stand_ins)


def is_interrupted(record: dict) -> bool:
    """Whether a call in a record was interrupted, as one that takes too long is."""
    calls = [call for calls in record["aspects"].values() for call in calls]
    return any(call.get("raised", {}).get("type") == "KeyboardInterrupt" for call in calls)


def exercise_of(answer: Callable, namespace: dict) -> str:
    """The exercise that ``answer`` is meant for: the name it has in the notebook.

    Raises
    ------
    ValueError
        If it is not a function, or not the answer to exactly one exercise.
    """
    if not callable(answer):
        raise ValueError(
            f"check() wants the function itself, as in check(sigmoid), not a value: got {type(answer).__name__}."
        )
    bound = [name for name in EXERCISES if namespace.get(name) is answer]
    own = getattr(answer, "__globals__", {})
    names = bound or [name for name in EXERCISES if own.get(name) is answer] or [getattr(answer, "__name__", "")]
    if len(names) > 1:
        raise ValueError(f"{' and '.join(names)} are one and the same function; each exercise wants its own.")
    if names[0] not in EXERCISES:
        raise ValueError(f"check() does not know an exercise {names[0]!r}. It knows: {', '.join(EXERCISES)}.")
    return names[0]


def aspects_of(name: str, aspect: str | None) -> list[str]:
    """The aspects that a check looks at: the one that is named, or all of the exercise.

    Raises
    ------
    ValueError
        If the exercise has no such aspect.
    """
    known = list(EXERCISES[name].aspects)
    if aspect is not None and aspect not in known:
        raise ValueError(f"{name} has no aspect {aspect!r}. It has: {', '.join(known)}.")
    return known if aspect is None else [aspect]
