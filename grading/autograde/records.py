"""Validate records: JSON from a kernel, before the judge reads any value of it.

A record comes from a process that a submission may have changed, so it may be anything at all. A record that passes has
known keys, types, lengths and names, and no text that is longer than `lib.checking.gather` writes.
"""

import json
import math
import re

import numpy as np

from lib.checking.code_facts import KNOWN
from lib.checking.exercises import EXERCISES
from lib.checking.gather import MOST_TEXT

MOST_BYTES = 2**22  # characters of a record: a hundred calls that each return 2,000 numbers
MOST_CALLS = 200  # of an aspect
MOST_NAMES = 100  # in a list of them
MOST_PARTS = 100_000  # values of a record, counting tuples, lists and their items
DEEPEST = 10  # levels of lists in lists
KEYS = {"exercise", "seed", "aspects", "before", "reads", "uses", "depends", "code", "delegated"}
CALL = {"returned", "raised", "warned", "changed", "printed"}
NUMBERS = re.compile(r"[<>|=]?[biufc][0-9]{1,2}")
OTHERS = re.compile(r"[<>|=]?[OSUVMmT][0-9]{0,9}(\[[0-9a-zA-Zμ]{1,5}\])?")
ANY = re.compile(f"{NUMBERS.pattern}|{OTHERS.pattern}")
HEX = re.compile(r"(?:[0-9a-f]{2})*")
NAME = re.compile(r"[\w.<>]{1,60}")


def read_record(text: str) -> dict:
    """Parse and validate a record that a kernel sent.

    Raises
    ------
    ValueError
        If it is not what `lib.checking.gather` writes.
    """
    if len(text) > MOST_BYTES:
        raise ValueError("too long")
    try:
        record = json.loads(text, parse_constant=_refuse, parse_float=_refuse)
        return _record(record)
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError("not a record") from error


def _refuse(number):
    raise ValueError("a number that no record holds")


def _must(condition):
    if not condition:
        raise ValueError("not a record")


def _record(record):
    _must(type(record) is dict and record.keys() == KEYS)
    _must(type(record["exercise"]) is str and record["exercise"] in EXERCISES and type(record["seed"]) is int)
    known, room = EXERCISES[record["exercise"]].aspects.keys(), [MOST_PARTS]
    for key in "aspects", "before":
        _must(type(record[key]) is dict and record[key].keys() <= known)
        for calls in record[key].values():
            _must(type(calls) is list and len(calls) <= MOST_CALLS)
            for call in calls:
                _call(call, room)
    for key in "reads", "uses", "depends", "delegated":
        _names(record[key])
    _must(type(record["code"]) is list and len(record["code"]) <= len(KNOWN) and KNOWN.issuperset(record["code"]))
    return record


def _call(call, room):
    _must(type(call) is dict and call.keys() <= CALL and ("returned" in call) != ("raised" in call))
    if "returned" in call:
        _value(call["returned"], room, DEEPEST)
    for key, needed, others in ("raised", {"type", "of", "text"}, {"line"}), ("warned", {"type", "text"}, set()):
        if key in call:
            about = call[key]
            _must(type(about) is dict and needed <= about.keys() <= needed | others)
            _must(all(type(text) is str and len(text) <= MOST_TEXT for text in about.values()))
            _must(NAME.fullmatch(about["type"]))
    _must(type(call.get("printed", "")) is str and len(call.get("printed", "")) <= MOST_TEXT)
    _names(call.get("changed", []))


def _value(coded, room, deep):
    """Validate a value as `lib.checking.gather.encode` writes it; ``room`` holds how many more a record may have."""
    room[0] -= 1
    _must(type(coded) is dict and type(coded["type"]) is str and deep and room[0] > 0)
    if "items" in coded:
        _must(coded.keys() == {"type", "items"} and coded["type"] in ("tuple", "list"))
        _must(type(coded["items"]) is list)
        for item in coded["items"]:
            _value(item, room, deep - 1)
        return
    _must(coded["type"] == "int too large" or NAME.fullmatch(coded["type"]))
    if coded.keys() == {"type"}:
        return
    _must({"type", "dtype", "shape"} <= coded.keys() <= {"type", "dtype", "shape", "data"})
    _must(coded["type"] not in ("tuple", "list", "None"))
    shape, dtype = coded["shape"], coded["dtype"]
    _must(type(shape) is list and len(shape) <= 64 and all(type(n) is int and 0 <= n < 2**48 for n in shape))
    _must(type(dtype) is str and (NUMBERS if "data" in coded else ANY).fullmatch(dtype))
    size = np.dtype(dtype).itemsize
    if "data" in coded:
        _must(type(coded["data"]) is str and len(coded["data"]) == 2 * size * math.prod(shape))
        _must(HEX.fullmatch(coded["data"]))


def _names(names):
    """Check a list of names, such as those of variables."""
    _must(type(names) is list and len(names) <= MOST_NAMES)
    _must(all(type(name) is str and NAME.fullmatch(name) for name in names))
