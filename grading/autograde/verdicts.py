"""Judge the records of a test cell and write the verdict into it, in a process that runs no code of a submission."""

import ast
import builtins
import contextlib
import functools
import re
import signal
from collections.abc import Iterator
from typing import NamedTuple

from nbformat import NotebookNode

from grading import storable
from grading.autograde.records import read_record
from grading.autograde.seeds import seed_of
from grading.gradebook.blueprint import Blueprint
from grading.stored_verdict import StoredVerdict, store
from lib.checking.check import VISIBLE_SEED, aspects_of
from lib.checking.exercises import EXERCISES, earlier_in_notebook
from lib.checking.gather import MOST_TEXT
from lib.checking.judge import Verdict, judge

SECONDS = 5  # of the processor, for judging one record
LARGE = 2**14  # characters; larger records are not cached
BROKEN = "the report of this check is missing or not what a check reports, so it counts as failed."
NO_MEMORY = "there was not enough memory to judge this check, so it counts as failed until a person has looked at it."
TOO_LONG = "judging what came back took too long, so it counts as failed until a person has looked at it."


class Check(NamedTuple):
    """One call of check() in a test cell."""

    exercise: str
    aspects: tuple[str, ...]
    seed: int
    hidden: bool


def checks_in(cell: dict) -> list[Check]:
    """The calls of check() that a test cell of the course consists of.

    Raises
    ------
    ValueError
        If there is anything else in it: that would run in the kernel, where a submission could change it.
    """
    found = []
    for statement in ast.parse(cell["source"]).body:
        match statement:
            case ast.Expr(ast.Call(ast.Name("check"), [ast.Name(name), *given], keywords)) if name in EXERCISES:
                aspect = [ast.literal_eval(argument) for argument in given]
                seed = {keyword.arg: ast.literal_eval(keyword.value) for keyword in keywords}
                aspects = tuple(aspects_of(name, *aspect or [None]))
                found.append(Check(name, aspects, seed.get("seed", VISIBLE_SEED), "seed" in seed))
            case _:
                raise ValueError(
                    f"The test cell {cell['grade_id']} holds {ast.unparse(statement)!r}. Test cells of this course "
                    "consist of calls such as check(sigmoid, 'stable', seed=7), which are judged out of the reach "
                    "of a submission. Give lib/checking/exercises.py an exercise or an aspect for it."
                )
    return found


def tests_of(blueprint: Blueprint) -> dict[str, list[Check]]:
    """grade_id -> `Check` calls of every test cell."""
    tests = [c for c in blueprint.cells if c["grade"] and not c["solution"] and c["cell_type"] == "code"]
    return {cell["grade_id"]: checks_in(cell) for cell in tests}


def with_own_seeds(tests: dict[str, list[Check]], key: bytes, work: bytes) -> dict[str, list[Check]]:
    """The tests of a notebook with the hidden seeds of one submission: see `grading.autograde.seeds.seed_of`."""
    return {
        name: [c._replace(seed=seed_of(key, name, i, work)) if c.hidden else c for i, c in enumerate(checks)]
        for name, checks in tests.items()
    }


def source_of(checks: list[Check]) -> str:
    """The source of a test cell that makes these calls."""

    def call(check):
        aspect = f", {check.aspects[0]!r}" if len(check.aspects) == 1 else ""
        seed = f", seed={check.seed}" if check.hidden else ""
        return f"check({check.exercise}{aspect}{seed})"

    return "\n".join(map(call, checks))


def verdict_of(checks: list[Check], records: list[str], error: NotebookNode | None) -> tuple[Verdict, bool]:
    """Judge one test cell.

    Parameters
    ----------
    checks : list of Check
    records : list of str
        What the kernel reported, in order; not validated yet.
    error : nbformat.NotebookNode or None
        The error output of the cell, if it stopped.

    Returns
    -------
    verdict : Verdict
        Of the first check that failed, or right.
    hidden : bool
        Whether that check was a hidden one.
    """
    said = []
    for check, record in zip(checks, records):
        verdict = _judge(check, record)
        if not verdict.right:
            return verdict, check.hidden
        said.append(verdict.message)
    if len(records) < len(checks) and error is not None:
        hidden = checks[len(records)].hidden
        return Verdict(False, "stopped", "", _stopped(checks[len(records)].exercise, error)), hidden
    if len(records) != len(checks):
        return Verdict(False, "record", "", f"{checks[0].exercise}: {BROKEN}"), False
    return Verdict(True, "right", "", "\n".join(said)), False


def _stopped(exercise, error):
    """Why a check did not report, in words of the course: a student can change the messages that a kernel sends."""
    named = [name for name in EXERCISES if re.search(rf"\b{name}\b", error.evalue[:MOST_TEXT])]
    if error.ename == "NameError" and error.evalue == f"name '{exercise}' is not defined":
        return error.evalue
    if error.ename == "WrongAnswer" and "interrupted" in error.evalue[:MOST_TEXT]:
        return f"{exercise}: interrupted."
    if error.ename == "WrongAnswer" and "one and the same function" in error.evalue[:MOST_TEXT] and len(named) > 1:
        return f"{' and '.join(named)} are one and the same function; each exercise wants its own."
    if error.ename == "WrongAnswer":
        return f"{exercise}: check({exercise}) wants the function itself, with the name that the exercise gives it."
    return f"{exercise}: the check stopped with {kind_of(error)} before it could report."


def kind_of(error: NotebookNode) -> str:
    """The name of an error that a kernel sent, if it is a built-in exception; else "an error"."""
    kind = vars(builtins).get(error.ename)
    return error.ename if isinstance(kind, type) and issubclass(kind, BaseException) else "an error"


def _judge(check, record):
    try:
        # Records of hidden checks are not cached: each submission has seeds of its own.
        return (_judge_known if len(record) < LARGE and not check.hidden else _judge_anew)(check, record)
    except TooLong:
        why = TOO_LONG
    except MemoryError:  # not cached either: an equal record of another student may come when there is room
        why = NO_MEMORY
    return Verdict(False, "record", "", f"{check.exercise}: {why}")


def _judge_anew(check, record):
    broken = Verdict(False, "record", "", f"{check.exercise}: {BROKEN}")
    try:
        record = read_record(record)
        same = record["exercise"], record["seed"], tuple(record["aspects"])
        if same != (check.exercise, check.seed, check.aspects):
            return broken
        with at_most(SECONDS):
            return judge(record, hidden=check.hidden)
    except MemoryError:
        raise
    except Exception:  # a forged record may make the judge raise anything
        return broken


_judge_known = functools.lru_cache(maxsize=2**10)(_judge_anew)  # many students of a class have equal records


class TooLong(BaseException):
    """The time is over. A `BaseException`: the judge catches every `Exception` of the formulas that it tries."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TooLong` in the block after so many seconds of processor time. Only for the main thread."""

    def over(*_):
        raise TooLong

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, seconds, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def built_on(exercise: str, records: list[str]) -> list[str]:
    """The earlier exercises of the notebook whose answers were used by this one, according to its records."""
    uses = []
    for record in records:
        with contextlib.suppress(ValueError):  # of a record that is not valid
            uses += read_record(record)["uses"]
    return [name for name in earlier_in_notebook(exercise) if name in uses]


def error_in(outputs: list[NotebookNode]) -> NotebookNode | None:
    return next((output for output in outputs if output.output_type == "error"), None)


def write(cell: NotebookNode, verdict: Verdict, hidden: bool) -> None:
    """Replace the outputs of a test cell by the verdict, in the form in which check() gives it to a student."""
    output: dict[str, str | list[str]]
    if verdict.right:
        output = {"output_type": "stream", "name": "stdout", "text": verdict.message + "\n"}
    else:
        lines = verdict.message.splitlines()
        output = {"output_type": "error", "ename": "WrongAnswer", "evalue": verdict.message, "traceback": lines}
    cell.outputs = [storable.output(output)]
    store(cell, StoredVerdict(verdict.right, verdict.kind, verdict.named, hidden))
