"""The first half of a check: call an answer on inputs and record, as plain data, what it did.

The record survives JSON, every float bit for bit, and holds no judgement. While a class is graded the
student's kernel gathers and the grader's process judges (`lib.judge`).
"""

import ast
import contextlib
import cProfile
import dis
import functools
import inspect
import io
import linecache
import os
import sys
import types
import warnings
from pathlib import Path

import numpy as np

from lib.exercises import EXERCISES, earlier_in_notebook, given_by_lib

LIB = str(Path(__file__).parent) + os.sep
MOST_ENTRIES = 100_000  # of an array, a list or a tuple that is recorded in full
MOST_TEXT = 300  # characters of a message or of printed output


def gather(name, answer, namespace, aspects, seed, stand_ins=True):
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
        Decides the inputs, see `Exercise.draw`.
    stand_ins : bool
        Whether the reference replaces the notebook's earlier answers, so that a mistake costs its points once.

    Returns
    -------
    dict
        exercise, seed; aspects: for each its calls, in the order of the inputs, each with what was
        returned, raised, warned, changed and printed; delegated: functions of `lib` that the answer called
        though they are what it should be; uses: earlier answers of the notebook it builds on; reads: notebook
        variables it reads; depends: those of them that another cell sets and that change its results.
    """
    guard = Guard(name)
    record = {"exercise": name, "seed": seed, "aspects": {}}
    own = _namespace(answer, namespace)

    def call_all():
        cases = [(aspect, arguments) for aspect in aspects for arguments in EXERCISES[name].draw(aspect, seed)]
        contents = [list(map(_content, arguments)) for _, arguments in cases]
        calls, interrupted = {aspect: [] for aspect in aspects}, None
        with _overheard() as (warned, printed):
            for (aspect, arguments), before in zip(cases, contents, strict=True):
                # Once interrupted, an answer is not called again: it would most likely hang again.
                outcome = interrupted or _call(answer, arguments, guard, warned, printed)
                if outcome.get("raised", {}).get("type") == "KeyboardInterrupt":
                    interrupted = outcome
                changed = [n for n, a, was in zip(_names(name), arguments, before) if _content(a) != was]
                calls[aspect].append(outcome | {"changed": changed} if changed else outcome)
        return calls

    with _earlier_answers(name, own, guard) if stand_ins else contextlib.nullcontext():
        record["aspects"] = call_all()
        record["reads"], of_other_cells, called = _globals_read(answer, own)
        record["uses"] = [earlier for earlier in earlier_in_notebook(name) if earlier in called]
        record["depends"] = [
            variable for variable in of_other_cells if _with_another_value(own, variable, call_all) != record["aspects"]
        ]
    record["delegated"] = guard.delegated()
    return record


class Guard:
    """Watches, by Python's profiler, for calls into `lib` that do an answer's work.

    It sees every Python function that runs, however it was reached: imported, aliased, wrapped by
    `numpy.vectorize`, taken from `sys.modules`. Functions that were handed to the answer, and those that
    earlier notebooks built, may run, and what they call is theirs.
    """

    def __init__(self, name):
        self._profile = cProfile.Profile(builtins=False)
        self._allowed = {function.__code__ for function in (*given_by_lib(name), Head.write, _still_watched)}
        self._watched = 0

    def allow(self, function):
        self._allowed.add(function.__code__)

    def watch(self, answer, arguments):
        """Return ``answer(*arguments)``."""
        before = sys.getprofile()
        try:
            self._profile.enable()
        except ValueError:  # %prun is at work; while a class is graded, the reference is not there anyway
            return answer(*arguments)
        self._watched += 1
        try:
            return _ask(answer, arguments)
        finally:
            self._profile.disable()
            sys.setprofile(before if callable(before) else None)  # that of %prun is not

    def delegated(self):
        """What the answer called without leave: names of functions of `lib`, and "sys.setprofile" if it looked away."""
        called, ends = set(), 0
        for caller in self._profile.getstats():
            if _is_of_lib(caller.code) and caller.code is not _ask.__code__:
                continue
            for callee in caller.calls or ():
                if callee.code is _still_watched.__code__:
                    ends += callee.callcount
                if _is_of_lib(callee.code) and callee.code not in self._allowed:
                    called.add(callee.code.co_name)
        return sorted(called | ({"sys.setprofile"} if ends < self._watched else set()))


def _ask(answer, arguments):
    try:
        return answer(*arguments)
    finally:
        _still_watched()


def _still_watched():
    """Leaves a mark in the profile, unless the answer ended it."""


def _is_of_lib(code):
    return code.co_filename.startswith(LIB)


class Head(io.TextIOBase):
    """A text file that keeps the first `MOST_TEXT` characters and forgets the rest, however much is printed."""

    text = ""

    def write(self, text):
        self.text = (self.text + text[:MOST_TEXT])[:MOST_TEXT]
        return len(text)


@contextlib.contextmanager
def _overheard():
    """Yields a list of the warnings and a `Head` of what is printed meanwhile."""
    printed = Head()
    with (
        warnings.catch_warnings(record=True) as warned,
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(printed),
    ):
        yield warned, printed


def _call(answer, arguments, guard, warned, printed):
    """What one call returned or raised, warned and printed."""
    outcome, printed.text = {}, ""
    warned.clear()
    for argument in arguments:
        if inspect.isfunction(argument):
            guard.allow(argument)
    # Neither a filter of warnings nor a np.seterr, by the notebook or an earlier call, must hide a warning.
    warnings.simplefilter("always")
    with np.errstate(divide="warn", over="warn", under="ignore", invalid="warn"):
        try:
            outcome["returned"] = encode(guard.watch(answer, arguments))
        except (Exception, SystemExit, KeyboardInterrupt) as error:
            outcome["raised"] = _describe(error)
    if warned:
        first = warned[0]
        outcome["warned"] = {"type": first.category.__name__, "text": str(first.message)[:MOST_TEXT]}
    if printed.text:
        outcome["printed"] = printed.text
    return outcome


@functools.cache
def _names(exercise):
    """The names of its arguments."""
    return list(inspect.signature(EXERCISES[exercise].reference).parameters)


def _describe(error):
    """Type, text and, where the student's own code raised it, the line."""
    described = {"type": type(error).__name__, "text": str(error)[:MOST_TEXT]}
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        line = linecache.getline(code.co_filename, trace.tb_lineno).strip()
        if line and not code.co_filename.startswith((LIB, sys.prefix, sys.base_prefix)):
            described["line"] = line[:MOST_TEXT]
        trace = trace.tb_next
    return described


def _content(argument):
    """What must be the same after a call; None of what an answer cannot change."""
    return (argument.dtype, argument.shape, argument.tobytes()) if isinstance(argument, np.ndarray) else None


# ---------------------------------------------------------------- values as plain data


def encode(value):
    """A returned value as data for JSON: numbers and arrays with dtype, shape and bytes, bit for bit.

    Tuples and lists keep their items; of anything else only the type's name is kept. Subclasses of the
    known types count as something else: their comparisons cannot be trusted.
    """
    kind = type(value)
    if value is None:
        return {"type": "None"}
    if kind in (tuple, list) and len(value) <= MOST_ENTRIES:
        return {"type": kind.__name__, "items": [encode(item) for item in value]}
    if kind is int and abs(value) >= 2**63:
        return {"type": "int too large"}
    if kind in (bool, int, float, complex) or kind is np.ndarray or issubclass(kind, np.generic):
        array = np.asarray(value)
        coded = {"type": kind.__name__, "dtype": array.dtype.str, "shape": list(array.shape)}
        if array.dtype.kind in "biufc" and array.size <= MOST_ENTRIES:
            coded["data"] = array.tobytes().hex()
        return coded
    return {"type": str(kind.__name__)}


def decode(coded):
    """The value behind `encode`: None, a NumPy array (0-d for scalars), or a tuple or list of such.

    Raises
    ------
    ValueError, KeyError, TypeError
        If ``coded`` is not what `encode` makes of a number, an array, None, a tuple or a list.
    """
    if coded["type"] == "None":
        return None
    if coded["type"] in ("tuple", "list"):
        return {"tuple": tuple, "list": list}[coded["type"]](decode(item) for item in coded["items"])
    dtype = np.dtype(coded["dtype"])
    if dtype.kind not in "biufc":
        raise ValueError(f"dtype {dtype} is not a number's")
    return np.frombuffer(bytes.fromhex(coded["data"]), dtype).reshape(coded["shape"])


# ---------------------------------------------------------------- the notebook around an answer


def _function(answer):
    """The Python function behind an answer, or None."""
    function = inspect.unwrap(getattr(answer, "pyfunc", answer))  # numpy.vectorize keeps it as pyfunc
    return function if inspect.isfunction(function) else None


def _namespace(answer, namespace):
    function = _function(answer)
    return function.__globals__ if function else namespace


@contextlib.contextmanager
def _earlier_answers(name, namespace, guard):
    """Put the reference in place of the notebook's earlier answers.

    The stand-ins are copies with a code of their own: calling them is allowed, calling `lib` is not.
    """
    if str(namespace.get("__name__", "")).startswith("lib."):
        yield  # the answer is a function of lib itself; the guard will say so
        return
    missing = object()
    before = {earlier: namespace.get(earlier, missing) for earlier in earlier_in_notebook(name)}
    for earlier in before:
        reference = EXERCISES[earlier].reference
        code = reference.__code__.replace(co_name=f"{earlier} of the course")
        stand_in = types.FunctionType(code, reference.__globals__, earlier, reference.__defaults__)
        guard.allow(stand_in)
        namespace[earlier] = stand_in
    try:
        yield
    finally:
        for earlier, value in before.items():
            if value is missing:
                namespace.pop(earlier, None)
            else:
                namespace[earlier] = value


def _globals_read(answer, namespace):
    """What an answer or its helpers read of the notebook: its data, those that another cell sets, and functions.

    Functions, classes and modules are not data.
    """
    read, of_other_cells, called, todo, seen = set(), set(), set(), [_function(answer)], set()
    while todo:
        function = todo.pop()
        if function is None or function in seen or function.__globals__ is not namespace:
            continue
        seen.add(function)
        for name in _global_names(function.__code__):
            value = namespace.get(name)
            if callable(value):
                called.add(name)
                todo.append(_function(value))
            elif name in namespace and not inspect.ismodule(value):
                read.add(name)
                if not name.isupper() and name not in _set_in_cell(function.__code__.co_filename):
                    of_other_cells.add(name)
    return sorted(read), sorted(of_other_cells), called


def _with_another_value(namespace, variable, call):
    """What ``call()`` gives while a number or array of the notebook is off by 1."""
    value = namespace[variable]
    if isinstance(value, (int, float, np.number)) or isinstance(value, np.ndarray) and value.dtype.kind in "iuf":
        namespace[variable] = value + 1
    try:
        return call()
    finally:
        namespace[variable] = value


def _global_names(code):
    names = {i.argval for i in dis.get_instructions(code) if i.opname in ("LOAD_GLOBAL", "LOAD_NAME")}
    for constant in code.co_consts:
        if inspect.iscode(constant):
            names |= _global_names(constant)
    return names


def _set_in_cell(filename):
    """Names that an answer's own cell assigns or imports at its top level: its constants."""
    try:
        cell = ast.parse("".join(linecache.getlines(filename)))
    except SyntaxError:  # a magic in the cell
        return set()
    names = set()
    for statement in cell.body:
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            names |= {alias.asname or alias.name for alias in statement.names}
        elif isinstance(statement, ast.Assign):
            names |= {target.id for target in statement.targets if isinstance(target, ast.Name)}
    return names
