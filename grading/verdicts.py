"""From what a kernel reports to what a test cell says: judged here, where no submission's code runs."""

import ast
import contextlib
import functools
import json
import re
import threading
from typing import NamedTuple

import nbformat

from grading import storable
from lib.checks import VISIBLE_SEED, aspects_of
from lib.code_facts import KNOWN
from lib.exercises import EXERCISES, earlier_in_notebook
from lib.gather import MOST_TEXT
from lib.judge import Verdict, judge

JUDGING = threading.Lock()  # Python's filters of warnings, which the judge sets, are shared by all threads
BINARY = ("image/png", "image/jpeg", "image/gif", "application/pdf")
LARGE = 2**16  # characters of a record that is not worth keeping in memory
BROKEN = "the report of this check is missing or not what a check reports, so it counts as failed."


class Check(NamedTuple):
    """One call of check() in a test cell."""

    exercise: str
    aspects: tuple
    seed: int
    hidden: bool


def checks_in(cell):
    """The calls of check() that a test cell of the course consists of.

    Raises
    ------
    ValueError
        If there is anything else in it. It would be judged in the kernel, within reach of a submission.
    """
    found = []
    for statement in ast.parse(cell["source"]).body:
        match statement:
            case ast.Expr(ast.Call(ast.Name("check"), [ast.Name(name), *aspect], keywords)) if name in EXERCISES:
                aspect = [ast.literal_eval(argument) for argument in aspect]
                seed = {keyword.arg: ast.literal_eval(keyword.value) for keyword in keywords}
                aspects = tuple(aspects_of(name, *aspect or [None]))
                found.append(Check(name, aspects, seed.get("seed", VISIBLE_SEED), "seed" in seed))
            case _:
                raise ValueError(
                    f"The test cell {cell['grade_id']} holds {ast.unparse(statement)!r}. Test cells of this course "
                    "consist of calls such as check(sigmoid, 'stable', seed=7), which are judged out of the reach "
                    "of a submission. Give lib/exercises.py an exercise or an aspect for it."
                )
    return found


def tests_of(blueprint):
    """grade_id -> `Check` calls of every test cell."""
    tests = [c for c in blueprint.cells if c["grade"] and not c["solution"] and c["cell_type"] == "code"]
    return {cell["grade_id"]: checks_in(cell) for cell in tests}


def verdict_of(checks, records, error):
    """Judge one test cell.

    Parameters
    ----------
    checks : list of Check
    records : list of str
        What the kernel reported, in order; from a submission's kernel, so anything at all.
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
        message = error.evalue if error.ename == "WrongAnswer" else f"{error.ename}: {error.evalue}"
        return Verdict(False, "stopped", "", message[:2000]), hidden
    if len(records) != len(checks):
        return Verdict(False, "record", "", f"{checks[0].exercise}: {BROKEN}"), False
    return Verdict(True, "right", "", "\n".join(said)), False


def _judge(check, record):
    return (_judge_known if len(record) < LARGE else _judge_anew)(check, record)


def _judge_anew(check, record):
    broken = Verdict(False, "record", "", f"{check.exercise}: {BROKEN}")
    try:
        record = json.loads(record, parse_constant=_refuse)
        same = record["exercise"], record["seed"], tuple(record["aspects"])
        if same != (check.exercise, check.seed, check.aspects):
            return broken
        _must_be_plain(record)
        with JUDGING:
            return judge(record, hidden=check.hidden)
    except Exception:  # whatever a made-up record brings about
        return broken


_judge_known = functools.lru_cache(maxsize=2**11)(_judge_anew)  # in a class, many answer the same


def _refuse(constant):
    raise ValueError(constant)


def _must_be_plain(record):
    """Raise unless the parts that the judge reads without decoding are of the types that `gather` writes."""
    for key in ("delegated", "reads", "depends", "uses"):
        if not all(isinstance(name, str) and len(name) <= MOST_TEXT for name in record[key]):
            raise ValueError(key)
    if not isinstance(record["code"], list) or len(record["code"]) > len(KNOWN) or not KNOWN.issuperset(record["code"]):
        raise ValueError("code")
    if not EXERCISES[record["exercise"]].aspects.keys() >= record["before"].keys():
        raise ValueError("before")
    for calls in (*record["aspects"].values(), *record["before"].values()):
        for call in calls:
            texts = [call.get("printed", ""), *call.get("raised", {}).values(), *call.get("warned", {}).values()]
            if not all(isinstance(text, str) and len(text) <= MOST_TEXT for text in texts):
                raise ValueError("text")


def built_on(exercise, records):
    """The earlier exercises of the notebook that a right or wrong answer builds on, as its records say."""
    uses = []
    for record in records:
        with contextlib.suppress(ValueError, TypeError, KeyError, RecursionError):  # of a made-up record
            uses += json.loads(record)["uses"]
    return [name for name in earlier_in_notebook(exercise) if name in uses]


def error_in(outputs):
    return next((output for output in outputs if output.output_type == "error"), None)


def redact(cell, tests):
    """Take the seeds of hidden tests out of what a student's cell printed: feedback shows it."""
    seeds = {str(check.seed) for checks in tests.values() for check in checks if check.hidden}
    if not seeds:
        return
    seed = re.compile(rf"\b(?:{'|'.join(sorted(seeds))})\b")
    for output in cell.get("outputs", ()):
        for holder in output, output.get("data", {}):
            for key, text in holder.items():
                if isinstance(text, str) and key not in BINARY:
                    holder[key] = seed.sub("hidden", text)
        if "traceback" in output:
            output["traceback"] = [seed.sub("hidden", line) for line in output["traceback"]]


def write(cell, verdict, hidden):
    """Make the outputs of a test cell say the verdict, and nothing else, as check() says it to a student."""
    if verdict.right:
        output = {"output_type": "stream", "name": "stdout", "text": verdict.message + "\n"}
    else:
        lines = verdict.message.splitlines()
        output = {"output_type": "error", "ename": "WrongAnswer", "evalue": verdict.message, "traceback": lines}
    cell.outputs = [storable.output(output)]
    cell.metadata.verdict = nbformat.from_dict(
        {"right": verdict.right, "kind": verdict.kind, "named": verdict.named, "hidden": hidden}
    )
