"""The course's reference functions: which are removed from a kernel, and which are put back while one cell is checked.

A function is written as "module:name", which both sides of the sandbox resolve.
"""

import inspect
import marshal
from collections.abc import Iterable

from grading.autograde.verdicts import Check
from lib.checking.exercises import EXERCISES, given_by_lib
from lib.neuron import cross_entropy_loss, squared_error_loss


def answers_of(tests: dict[str, list[Check]]) -> list[str]:
    """The functions to remove from the kernels of a notebook: all references and their helpers, but those given there.

    Parameters
    ----------
    tests : dict
        grade_id -> `grading.autograde.verdicts.Check` calls.

    Returns
    -------
    list of str
    """
    asked = {check.exercise for checks in tests.values() for check in checks}
    if not asked:
        return []
    given = _with_helpers(given_by_lib(min(asked, key=list(EXERCISES).index)))
    answers = [exercise.reference for exercise in EXERCISES.values()]
    everything = _with_helpers([*answers, squared_error_loss, cross_entropy_loss])
    return [_written(function) for function in everything if function not in given]


def codes_of(exercises: Iterable[str]) -> dict[str, str]:
    """The marshalled code of the references of some exercises and their helpers, to be put into a kernel for a cell."""
    functions = _with_helpers([EXERCISES[name].reference for name in exercises])
    return {_written(function): marshal.dumps(function.__code__).hex() for function in functions}


def _with_helpers(functions):
    """The functions, and those of the same module that they call, directly or not."""
    found, todo = [], list(functions)
    while todo:
        function = todo.pop(0)
        if function not in found:
            found.append(function)
            named = (function.__globals__.get(name) for name in function.__code__.co_names)
            todo += [
                helper for helper in named if inspect.isfunction(helper) and helper.__module__ == function.__module__
            ]
    return found


def _written(function):
    return f"{function.__module__}:{function.__name__}"
