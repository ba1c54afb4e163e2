"""The first half of a check: call an answer on inputs, and record what it did as plain data.

The record can be written as JSON without loss of a bit of any float. It says nothing about what is right: while a class
is graded, the student's kernel makes it, and another process judges it (`lib.checking.judge`).
"""

import builtins
import contextlib
import functools
import inspect
import io
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np

from lib.checking.code_facts import code_facts
from lib.checking.exercises import EXERCISES, earlier_in_notebook, earlier_inputs, given_by_lib
from lib.checking.namespace import earlier_answers, function_behind, globals_read, namespace_of, with_another_value
from lib.checking.source import source_lines

LIB = str(Path(__file__).parents[1]) + os.sep
MOST_ENTRIES = 100_000  # of an array, a list or a tuple that is recorded in full
MOST_TEXT = 300  # characters of a message or of printed output
NEVER_SHOWN = ResourceWarning, PendingDeprecationWarning, ImportWarning  # by Python, unless it is asked to


def gather(
    name: str, answer: Callable, namespace: dict, aspects: Sequence[str], seed: int, stand_ins: bool = True
) -> dict[str, Any]:
    """Call ``answer`` as exercise ``name`` and return the record.

    Parameters
    ----------
    name : str
        A key of `EXERCISES`.
    answer : callable
    namespace : dict
        The notebook's global variables.
    aspects : sequence of str
    seed : int
        Of the random generator, see `Exercise.make_inputs`.
    stand_ins : bool
        Whether references replace the notebook's earlier answers, so that a mistake costs its points once.

    Returns
    -------
    dict
        ``exercise``, ``seed``
            As given.
        ``aspects``
            Aspect -> its calls, in the order of the inputs: a dict of what was returned, raised, warned, changed and
            printed.
        ``before``
            The same for earlier aspects with other inputs. Used for the choice of the hint, and to see whether an
            answer raises an error always.
        ``delegated``
            Functions of `lib` that the answer called and should not.
        ``uses``
            Earlier exercises of the notebook whose answers it calls.
        ``reads``
            Variables of the notebook that it reads.
        ``depends``
            Those of ``reads`` that another cell sets, and that change its results.
        ``code``
            See `code_facts`. Used for the choice of the hint only.
    """
    guard = Guard(name)
    own = namespace_of(answer, namespace)
    before = earlier_inputs(name, aspects)
    call_all = functools.partial(_call_all, name, answer, (*aspects, *before), seed, guard)
    with earlier_answers(name, answer, own, guard) if stand_ins else contextlib.nullcontext():
        calls = call_all()
        reads, of_other_cells, called = globals_read(answer, own)
        depends = [
            variable
            for variable in of_other_cells
            if _results(with_another_value(own, variable, call_all)) != _results(calls)
        ]
    return {
        "exercise": name,
        "seed": seed,
        "aspects": {aspect: calls[aspect] for aspect in aspects},
        "reads": reads,
        "uses": [earlier for earlier in earlier_in_notebook(name) if earlier in called],
        "depends": depends,
        "before": {aspect: calls[aspect] for aspect in before},
        "code": code_facts(function_behind(answer)),
        "delegated": guard.delegated(),
    }


def _call_all(name, answer, aspects, seed, guard):
    """Call an answer on the inputs of some aspects; return aspect -> its calls, in the order of the inputs."""
    drawn = {aspect: EXERCISES[name].make_inputs(aspect, seed) for aspect in aspects}
    cases = [(aspect, arguments) for aspect in drawn for arguments in drawn[aspect]]
    contents = [list(map(_content, arguments)) for _, arguments in cases]
    calls: dict[str, list[dict]] = {aspect: [] for aspect in drawn}
    interrupted = None
    with _overheard() as (warned, printed):
        for (aspect, arguments), contents_before in zip(cases, contents, strict=True):
            # After an interrupt the answer is not called again, because it would most likely hang again.
            outcome = interrupted or _call(answer, arguments, guard, warned, printed)
            if outcome.get("raised", {}).get("type") == "KeyboardInterrupt":
                interrupted = outcome
            changed = [n for n, a, was in zip(_names(name), arguments, contents_before) if _content(a) != was]
            calls[aspect].append(outcome | {"changed": changed} if changed else outcome)
    return calls


def _results(aspects):
    """A list of all calls, without what they printed."""
    return [{**call, "printed": ""} for calls in aspects.values() for call in calls]


class Guard:
    """Notices, by `sys.setprofile`, if an answer calls functions of `lib` that do its work.

    The profile function sees every Python function that the answer calls, whether it was imported, aliased, wrapped by
    `numpy.vectorize` or taken from `sys.modules`. Functions that are arguments of the answer, and those that earlier
    notebooks built, are allowed, with all that they call. `sys.setprofile` concerns one thread, so other threads, such
    as those of ipykernel, are not watched. An answer that removes the profile function is not noticed; while a class is
    graded, the references are withheld from the kernel anyway.
    """

    def __init__(self, name: str):
        self._allowed = {function.__code__ for function in given_by_lib(name)}
        self._called: set[str] = set()

    def allow(self, function: Any) -> None:
        self._allowed.add(function.__code__)

    def watch(self, answer: Callable, arguments: Sequence) -> Any:
        """Return ``answer(*arguments)``."""
        before = sys.getprofile()
        if before is not None and not isinstance(getattr(before, "__self__", None), Guard):
            return answer(*arguments)  # another profiler, such as that of %prun, is running: do not replace it
        sys.setprofile(self._hear)
        try:
            return answer(*arguments)
        finally:
            sys.setprofile(before)  # not None if an answer calls check(): then it is the guard of the outer check

    def _hear(self, frame: FrameType, event: str, _: object) -> None:
        """The profile function: Python calls it at every call and return in this thread."""
        if event == "call" and _does_work(frame.f_code.co_filename) and frame.f_code not in self._allowed:
            caller = frame.f_back
            while caller is not None and not caller.f_code.co_filename.startswith(LIB):
                caller = caller.f_back
            # The nearest caller in `lib` is `watch` itself, so no allowed function of `lib` made the call.
            if caller is not None and caller.f_code is Guard.watch.__code__:
                self._called.add(frame.f_code.co_name)

    def delegated(self) -> list[str]:
        """Names of the functions of `lib` that the answer called and was not allowed to."""
        return sorted(self._called)


# Modules of `lib` that hold no answers: an answer may draw a figure, call check(), and print, which calls
# `TruncatedText`.
HARMLESS = ("__init__", "arguments", "checking/check", "checking/gather", "data", "figures/", "widgets/")


@functools.lru_cache
def _does_work(path):
    """Whether functions in a file may do an answer's work. It is asked at every call, and the files are few."""
    if not path.startswith(LIB):
        return False
    return not path.removeprefix(LIB).replace(os.sep, "/").startswith(HARMLESS)


class TruncatedText(io.TextIOBase):
    """A text file that keeps the first `MOST_TEXT` characters and drops the rest."""

    text = ""

    def write(self, text: str) -> int:
        self.text = (self.text + text[:MOST_TEXT])[:MOST_TEXT]
        return len(text)


@contextlib.contextmanager
def _overheard():
    """Yield a list that collects warnings, and a `TruncatedText` that collects what is printed."""
    printed = TruncatedText()
    with (
        warnings.catch_warnings(record=True) as warned,
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(printed),
    ):
        yield warned, printed


def _call(answer, arguments, guard, warned, printed):
    """Call an answer once; return what it returned or raised, warned and printed."""
    outcome: dict[str, Any] = {}
    printed.text = ""
    warned.clear()
    for argument in arguments:
        if inspect.isfunction(argument):
            guard.allow(argument)
    # Reset the filters of warnings and np.seterr, which the notebook or an earlier call may have changed.
    warnings.simplefilter("always")
    with np.errstate(divide="warn", over="warn", under="ignore", invalid="warn"):
        try:
            outcome["returned"] = encode(guard.watch(answer, arguments))
        except (Exception, SystemExit, KeyboardInterrupt) as error:
            outcome["raised"] = _describe(error)
    if shown := [warning for warning in warned if not issubclass(warning.category, NEVER_SHOWN)]:
        first = shown[0]
        outcome["warned"] = {"type": first.category.__name__[:MOST_TEXT], "text": _text(first.message)}
    if printed.text:
        outcome["printed"] = printed.text
    return outcome


@functools.cache
def _names(exercise):
    """The names of the arguments of an exercise."""
    return list(inspect.signature(EXERCISES[exercise].reference).parameters)


def _describe(error):
    """An exception as data: its type, text, and the last line of the student's code in its traceback.

    ``of`` are the built-in exceptions that its class derives from: a student may write ``class BadEps(ValueError)``.
    """
    ancestors = [kind.__name__ for kind in type(error).__mro__ if vars(builtins).get(kind.__name__) is kind]
    described = {"type": type(error).__name__[:MOST_TEXT], "of": " ".join(ancestors), "text": _text(error)}
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        line = "".join(source_lines(code.co_filename)[trace.tb_lineno - 1 : trace.tb_lineno]).strip()
        if line and not code.co_filename.startswith((LIB, sys.prefix, sys.base_prefix)):
            described["line"] = line[:MOST_TEXT]
        trace = trace.tb_next
    return described


def _text(error):
    """The text of an error or a warning; "" if its __str__ raises."""
    try:
        text = str(error)
    except Exception:
        text = ""
    return text[:MOST_TEXT].encode("utf-8", "replace").decode()  # a lone surrogate cannot be encoded


def _content(argument):
    """What must be the same after a call; None for an argument that cannot be changed."""
    return (argument.dtype, argument.shape, argument.tobytes()) if isinstance(argument, np.ndarray) else None


# ---------------------------------------------------------------- values as plain data


def encode(value: Any) -> dict[str, Any]:
    """A returned value as data for JSON: of numbers and arrays dtype, shape and the bytes in hex.

    Tuples and lists keep their items; of anything else only the type's name is kept. A NamedTuple counts as a tuple.
    Other subclasses of these types count as something else, because they may define operators that lie.
    """
    kind = type(value)
    if value is None:
        return {"type": "None"}
    if issubclass(kind, tuple) and tuple.__len__(value) <= MOST_ENTRIES:
        return {"type": "tuple", "items": [encode(item) for item in tuple.__iter__(value)]}
    if kind is list and len(value) <= MOST_ENTRIES:
        return {"type": "list", "items": [encode(item) for item in value]}
    if kind is int and abs(value) >= 2**63:
        return {"type": "int too large"}
    if kind in (bool, int, float, complex) or kind is np.ndarray or issubclass(kind, np.generic):
        array = np.asarray(value)
        coded: dict[str, Any] = {"type": kind.__name__, "dtype": array.dtype.str, "shape": list(array.shape)}
        if array.dtype.kind in "biufc" and array.size <= MOST_ENTRIES:
            coded["data"] = array.tobytes().hex()
        return coded
    return {"type": str(kind.__name__)}


def decode(coded: dict[str, Any]) -> Any:
    """The inverse of `encode`: None, a NumPy array (0-d for scalars), or a tuple or list of these.

    Raises
    ------
    ValueError, KeyError, TypeError
        If ``coded`` is not a number, an array, None, a tuple or a list.
    """
    if coded["type"] == "None":
        return None
    if coded["type"] in ("tuple", "list"):
        return {"tuple": tuple, "list": list}[coded["type"]](decode(item) for item in coded["items"])
    dtype = np.dtype(coded["dtype"])
    if dtype.kind not in "biufc":
        raise ValueError(f"dtype {dtype} is not a number's")
    return np.frombuffer(bytes.fromhex(coded["data"]), dtype).reshape(coded["shape"])
