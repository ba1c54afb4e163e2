"""The second half of a check: compare a record with the reference, and name the mistake.

A record is what `lib.checking.gather` returns; it may come from another process. No code of the student is run here.
"""

import functools
import inspect
import itertools
import math
import re
import textwrap
import warnings
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lib.checking.exercises import EXERCISES, Tolerance
from lib.checking.gather import decode
from lib.checking.mistakes import EARLY, FALLBACK_HINTS, FIRST, MISTAKES, PATTERNS, SYMPTOMS, slips
from lib.checking.mistakes.evidence import Call, Evidence
from lib.checking.mistakes.patterns import never_reached
from lib.checking.mistakes.relations import printed

WIDTH = 78  # columns; nbgrader's Validate shows no more
# A wrong formula is recognised by values that agree to six digits: a student may compute it in another way.
ROUGH = Tolerance(absolute=1e-9, relative=1e-6, zero=1e-9)
SEEN = Tolerance(absolute=1e-9, relative=1e-5, zero=1e-9)  # for values that were rounded to six digits


class Verdict(NamedTuple):
    """What `judge` returns. ``kind`` is "right" or the kind of fault; ``named`` the hint for a known mistake or ""."""

    right: bool
    kind: str
    named: str
    message: str


class Fault(NamedTuple):
    kind: str
    says: str
    case: int
    shows: tuple[tuple[str, str], ...] = ()  # (label, text) of each row that is shown with the case
    part: int = 0  # which of several results is wrong


UNTOUCHED = "not attempted yet. Replace the line with NotImplementedError by your code and run that cell"
RAISE_LEFT = (
    "the line `raise NotImplementedError` is still there and stops your code. Delete that line, run the cell, "
    "and check again"
)
RAISE_REACHED = (
    "for some inputs your code still ends at the line `raise NotImplementedError`. Delete that line, or put in its "
    "place what is wanted there"
)
# Kind of fault -> what a hidden test says of it, beside the hint for a known mistake.
HIDDEN = {
    "exception": "your code stops with an error",
    "no error": "a value comes back where an error should be raised",
    "type": "what comes back is not of the type that is wanted",
    "shape": "a result has the wrong shape",
    "nan": "a result is nan or infinite where it should be finite",
    "changed": "an input is changed in place",
    "global": "the result depends on a notebook variable that is not an argument",
    "value": "wrong values",
    "warning": "a warning is raised",
}


def judge(record: dict[str, Any], hidden: bool = False) -> Verdict:
    """Judge what an answer did.

    Parameters
    ----------
    record : dict
        From `gather`, possibly through JSON.
    hidden : bool
        Whether the message may have only the kind of fault and the hint, without inputs and values.

    Returns
    -------
    Verdict
        Its message is plain text of at most 78 columns.
    """
    name = record["exercise"]
    if record["delegated"]:
        return _delegated(name, record["delegated"])
    with warnings.catch_warnings(), np.errstate(all="ignore"):  # wrong formulas may warn
        warnings.simplefilter("ignore")
        for aspect in record["aspects"]:
            verdict = _judge_aspect(name, aspect, record, hidden)
            if not verdict.right:
                return verdict
    return Verdict(True, "right", "", _right(name, record, hidden))


def _right(name, record, hidden):
    aspects = record["aspects"]
    title = _title(name, *aspects) if len(aspects) == 1 else name
    if hidden:
        return f"{title}: the hidden tests passed as well."
    inputs = sum(map(len, aspects.values()))
    aspect = EXERCISES[name].aspects[list(aspects)[0]]
    instead = (notice for fact, notice in aspect.instead if fact in record["code"])
    return f"{title}: right on all {inputs} visible inputs.\n" + _wrap(f"Notice: {next(instead, aspect.notice)}.")


def _delegated(name, functions):
    called = " and ".join(functions)
    says = (
        f"this answer hands the work to the course's own reference ({called}). It works, but the idea here is "
        "to build your own: the formula in the text is all you need. What an earlier notebook built may be used."
    )
    return Verdict(False, "delegated", "uses the course's own reference", _wrap(f"{name}: {says}"))


def _title(name, aspect):
    return name if len(EXERCISES[name].aspects) == 1 else f"{name} ({aspect})"


def _wrap(text):
    """The text in lines, without a line end in "eq. 13" and "(2 h)"."""
    kept = text.replace("eq. ", "eq.\0").replace("(2 h)", "(2\0h)")
    return textwrap.fill(kept, WIDTH, break_long_words=False).replace("\0", " ")


# ---------------------------------------------------------------- one aspect


def _judge_aspect(name, aspect, record, hidden):
    calls, expected = record["aspects"][aspect], _expected(name, aspect, record["seed"])
    if len(calls) != len(expected):
        return Verdict(False, "record", "", _wrap(f"{name}: the record of this check is incomplete; run it again."))
    faults = _faults(name, aspect, record["seed"], calls)
    if not faults and not record["depends"]:
        always = _raised_always(name, aspect, record)
        return Verdict(False, "exception", "", _wrap(always)) if always else Verdict(True, "right", "", "")
    first, named = _fault_and_hint(name, aspect, record, faults)
    title = _title(name, aspect)
    if first.kind == "not attempted":
        says = _about_raise(record) if first.says == UNTOUCHED else first.says
        return Verdict(False, first.kind, "", _wrap(f"{title}: {says}."))
    says = f"a hidden test failed: {HIDDEN[first.kind]}" if hidden else first.says
    lines = [_wrap(_end(f"{title}: {says}"))]
    if hidden or named != first.says:
        lines.append(_wrap(named or FALLBACK_HINTS.get(name, "")))
    if not hidden and faults:
        arguments = _cases(name, aspect, record["seed"])[first.case]
        lines += ["", _show_case(EXERCISES[name], arguments, calls[first.case], expected[first.case], first)]
        if len(calls) > 1:
            lines.append(f"({len(faults)} of {len(calls)} inputs fail; this is a small one.)")
    return Verdict(False, first.kind, named, "\n".join(lines))


def _fault_and_hint(name, aspect, record, faults):
    """(the fault to show, its hint); reading a variable of the notebook is a fault, too."""
    if not faults:
        fault = _depends(record["depends"])
        return fault, fault.says
    fault, hint = faults[0], _name(name, aspect, record, faults)
    variables = [variable for variable in record["reads"] if not variable.isupper()]
    if variables and fault.kind in ("value", "shape", "nan", "exception"):
        return fault._replace(kind="global"), f"{hint} {_depends(variables).says}.".strip()
    if not hint and record["reads"]:
        hint = f"{_depends(record['reads']).says}."
    return fault, hint


def _about_raise(record):
    """What is said of a NotImplementedError: whether the line is untouched, left over, or reached for some inputs."""
    if not {"raise left", "written"}.issubset(record["code"]):
        return UNTOUCHED
    calls = [call for calls in {**record["before"], **record["aspects"]}.values() for call in calls]
    return RAISE_REACHED if any("returned" in call for call in calls) else RAISE_LEFT


def _raised_always(name, aspect, record):
    """A sentence if an answer raises the error that an aspect wants for every input, and for all of another aspect too.

    Else an answer that does nothing but raise would be right wherever an error is wanted.
    """
    if any(how == "returned" for how, _ in _expected(name, aspect, record["seed"])):
        return ""
    want = _expected(name, aspect, record["seed"])[0][1]
    for other in EXERCISES[name].aspects:
        calls = _calls_of(name, other, record) if other != aspect else None
        if calls and all("raised" in call and want in call["raised"]["of"].split() for call in calls):
            return f"{_title(name, aspect)}: raises {want} for every input, also where it should return a value."
    return ""


def _faults(name, aspect, seed, calls):
    """The faults of the calls; the first is the one to show."""
    expected = _expected(name, aspect, seed)
    found = (_fault(EXERCISES[name], aspect, i, *both) for i, both in enumerate(zip(calls, expected)))
    return _smallest_first([fault for fault in found if fault], _cases(name, aspect, seed))


def _smallest_first(faults, cases):
    """The faults, with the one to show first: of the kind of the first fault, the one with the smallest inputs.

    Of several results the first that is wrong anywhere is shown, in a derivation the first wrong line.
    A warning is shown only if there is no other fault. Inputs with a dimension of 1 come after others, because
    broadcasting hides faults of shape there.
    """

    def size(fault):
        shapes = [np.shape(argument) for argument in cases[fault.case]]
        return fault.part, any(1 in shape for shape in shapes), sum(map(math.prod, shapes))

    faults = sorted(faults, key=lambda fault: fault.kind in ("warning", "not attempted"))
    shown = min((fault for fault in faults if fault.kind == faults[0].kind), key=size, default=None)
    return sorted(faults, key=lambda fault: fault is not shown)


def _depends(variables):
    listed = ", ".join(variables)
    return Fault(
        "global",
        f"The result depends on a notebook variable ({listed}) that is not an argument: a function that reads "
        "more than its arguments breaks when the notebook changes",
        0,
    )


@functools.lru_cache(maxsize=256)  # visible checks of a class have the same inputs
def _cases(name, aspect, seed):
    return EXERCISES[name].make_inputs(aspect, seed)


@functools.lru_cache(maxsize=256)
def _expected(name, aspect, seed):
    return [_outcome(EXERCISES[name].reference, _fresh(arguments)) for arguments in _cases(name, aspect, seed)]


def _outcome(function, arguments):
    """Call a reference or a wrong formula: ("returned", value) or ("raised", name of the type)."""
    try:
        return "returned", function(*arguments)
    except MemoryError:
        raise  # it says nothing about the function, and the outcome is remembered
    except Exception as error:
        return "raised", type(error).__name__


# ---------------------------------------------------------------- what is wrong with one call


def _fault(exercise, aspect, i, call, expected):
    """The first fault of one call, from the coarsest to the finest, or None."""
    how, want = expected
    fault = lambda kind, says, shows=(), part=0: Fault(kind, says, i, shows, part)  # noqa: E731
    if "raised" in call:
        error = call["raised"]
        if how == "raised" and want in error["of"].split():
            return None
        if error["type"] == "NotImplementedError":
            return fault("not attempted", UNTOUCHED)
        if how == "raised":
            return fault("exception", f"raises {error['type']} where {want} is wanted", _raised(error))
        return fault("exception", f"your code stops with {error['type']}", _raised(error))
    if how == "raised":
        return fault("no error", f"returns {_a_type(call['returned'])} where it should raise {want}")
    part = _part_fault(exercise, exercise.aspects[aspect], call["returned"], want)
    if part and part[0] != "value":
        return fault(*part)
    if "changed" in call:
        changed = ", ".join(call["changed"])
        return fault("changed", f"changes its input {changed} in place; work on a copy: the caller still needs it")
    if part:
        return fault(*part)
    if "warned" in call:
        warned = call["warned"]
        return fault("warning", f"raises a {warned['type']}", (("warning", warned["text"]),))
    return None


def _raised(error):
    said = ("error", f"{error['type']}: {error['text']}")
    return (said, ("in line", error["line"])) if "line" in error else (said,)


def _part_fault(exercise, aspect, coded, want):
    """(kind, says), or (kind, says, (), index), of the first wrong result, or None."""
    names = exercise.results
    if coded["type"] == "None" and exercise.kind != "index":
        return "type", "returns None: is there a `return` on every path?"
    if len(names) > 1:
        if coded["type"] not in ("tuple", "list") or len(coded["items"]) != len(names):
            pair = "the pair" if len(names) == 2 else f"the {len(names)} values"
            return "type", f"returns {_a_type(coded)}, expected {pair} ({', '.join(names)})"
        parts, wants = coded["items"], want
    else:
        parts, wants = [coded], [want]
    # Report the coarsest fault of all parts: a wrong type before a wrong value.
    found, unfilled = [], _unfilled(exercise, coded)
    for k, (part_name, part, wanted) in enumerate(zip(names, parts, wants)):
        if (aspect.parts and part_name not in aspect.parts) or part_name in unfilled:
            continue
        what = part_name if len(names) > 1 else "the result"
        fault = _value_fault(exercise, what, part, wanted, part_name in exercise.lists, aspect.shape_only)
        if fault:
            found.append((*fault, (), k))
    if unfilled and not found:
        filled = [name for name in names if name not in unfilled]
        right = f"{_are(filled)} right; " if filled else ""
        return "not attempted", f"{right}{_are(unfilled)} not filled in yet"
    order = ("type", "shape", "nan", "value")
    return min(found, key=lambda f: order.index(f[0]), default=None)


def _unfilled(exercise, coded):
    """The results of a line-by-line exercise that are still `...`."""
    items = coded.get("items", ()) if len(exercise.results) > 2 else ()
    return [name for name, item in zip(exercise.results, items) if item["type"] == "ellipsis"]


def _are(names):
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"{listed} {'is' if len(names) == 1 else 'are'}"


def _value_fault(exercise, what, coded, want, may_be_list, shape_only):
    if exercise.kind == "index" and (want is None or coded["type"] == "None"):
        if want is None and coded["type"] == "None":
            return None
        if want is not None:
            return "value", "returns None though the target is reached"
        return "value", "returns a value though the target is never reached; None is wanted"
    if may_be_list and coded["type"] in ("tuple", "list"):
        return _list_fault(exercise, what, coded, want, shape_only)
    if "data" not in coded:
        wanted = "a number" if np.ndim(want) == 0 else f"an array of shape {np.shape(want)}"
        return "type", f"{what} is {_a_type(coded)}, expected {wanted}"
    got = decode(coded)
    if got.dtype.kind in "bc" or (exercise.kind in ("integer", "index") and got.dtype.kind not in "iu"):
        wanted = "a real number" if exercise.kind == "number" else "an integer (0 or 1, not True, not 1.0)"
        wanted = "an integer" if exercise.kind == "index" else wanted
        return "type", f"{what} is {_a_type(coded)}, expected {wanted}"
    if got.shape != np.shape(want):
        return "shape", f"{what} has the wrong shape {_shape(got)}, expected {_shape(want)}"
    if shape_only:
        return None
    wild = ~np.isfinite(got) & np.isfinite(want)
    if wild.any():
        return "nan", f"{what} is {'nan' if np.isnan(got).any() else 'infinite'} where a finite value is expected"
    if not close(got, want, exercise.tolerance):
        return "value", f"{what} is wrong" if what != "the result" else "wrong values"
    return None


def _list_fault(exercise, what, coded, want, shape_only):
    """`_value_fault` for a result that may be a list of numbers, such as the losses."""
    try:
        got = np.array([decode(item) for item in coded["items"]], dtype=float)
    except (KeyError, TypeError, ValueError):
        return "type", f"{what} must hold numbers"
    array = {"type": "ndarray", "dtype": got.dtype.str, "shape": list(got.shape), "data": got.tobytes().hex()}
    return _value_fault(exercise, what, array, want, False, shape_only)


def close(got: ArrayLike, want: ArrayLike, tolerance: Tolerance) -> bool:
    """Whether all values of two arrays of one shape agree within a `Tolerance`.

    Infinities must be equal; nan agrees with nan.
    """
    got, want = np.asarray(got, float), np.asarray(want, float)
    # For speed, compare the first values alone before the whole arrays: most wrong formulas are wrong there.
    if want.size and not _close_numbers(got.item(0), want.item(0), tolerance):
        return False
    if want.size <= 1:
        return True
    with np.errstate(invalid="ignore"):
        allowed = np.where(want == 0, tolerance.zero, tolerance.absolute + tolerance.relative * np.abs(want))
        allowed = np.where(np.isfinite(want), allowed, 0)
        return bool(((np.abs(got - want) <= allowed) | (got == want) | (np.isnan(got) & np.isnan(want))).all())


def _close_numbers(got, want, tolerance):
    if not math.isfinite(want):
        return got == want or math.isnan(got) and math.isnan(want)
    return abs(got - want) <= (tolerance.absolute + tolerance.relative * abs(want) if want else tolerance.zero)


def _shape(value):
    return f"{np.shape(value)}" if np.ndim(value) else "() (a scalar)"


def _a_type(coded):
    if coded["type"] in ("tuple", "list"):
        return f"a {coded['type']} of {len(coded['items'])} values"
    if coded["type"] == "ndarray":
        shape = tuple(coded["shape"])
        dtype = np.dtype(coded["dtype"])
        return f"one array of shape {shape} and dtype {dtype}" if shape else f"one value ({dtype})"
    if "data" in coded:
        return f"one value ({coded['type']})"
    return coded["type"]


# ---------------------------------------------------------------- which mistake it is


OF_VALUES = ("value", "shape", "type", "nan")  # kinds of faults of returned values


def _name(name, aspect, record, faults):
    """The hint for an aspect, or ""; that of an earlier aspect of the exercise, if it has wrong values too."""
    seed = record["seed"]
    # What is wrong with w and b does not say why the number of losses is wrong.
    lengths = name == "sgd" and aspect == "losses" and faults[0].kind == "shape"
    if faults[0].kind in OF_VALUES:
        for earlier in itertools.takewhile(lambda other: other != aspect, EXERCISES[name].aspects):
            calls = _calls_of(name, earlier, record)
            found = calls and _faults(name, earlier, seed, calls)
            if found and found[0].kind in OF_VALUES and not (lengths and found[0].kind != "shape"):
                return _name_aspect(name, earlier, record, calls, found)
    return _name_aspect(name, aspect, record, record["aspects"][aspect], faults)


def _calls_of(name, aspect, record):
    """The recorded calls of an aspect, or of another one with the same inputs; None if there are none."""
    recorded = {**record["before"], **record["aspects"]}
    draw = EXERCISES[name].aspects[aspect].make_inputs
    same = (calls for other, calls in recorded.items() if EXERCISES[name].aspects[other].make_inputs is draw)
    calls = next(same, None)
    return calls if calls and len(calls) == len(_expected(name, aspect, record["seed"])) else None


def _name_aspect(name, aspect, record, calls, faults):
    seed = record["seed"]
    evidence = _evidence(name, aspect, record, calls, faults)
    if hint := never_reached(evidence) or printed(evidence):
        return _end(hint)
    looks = [_first_patterns, _formula, _early_patterns, _two_slips, _symptom, _late_patterns]
    if faults[0].kind not in OF_VALUES:  # the values may be right, or say nothing about why the answer stops
        looks = [_symptom, _late_patterns]
    hint = next(filter(None, (look(evidence, seed, calls) for look in looks)), "")
    if faults[0].kind == "type" and EXERCISES[name].kind == "integer":
        # The type is wrong, and perhaps the values as well: say both, as neither explains the other.
        of_type = _symptom(evidence, seed, calls)
        hint = hint if of_type in hint else f"{_end(of_type)} {hint}"
    return _end(hint) if hint else ""


def _first_patterns(evidence, seed, calls):
    return next(filter(None, (pattern(evidence) for pattern in FIRST)), "")


def _early_patterns(evidence, seed, calls):
    return next(filter(None, (pattern(evidence) for pattern in EARLY)), "")


def _late_patterns(evidence, seed, calls):
    return next(filter(None, (pattern(evidence) for pattern in PATTERNS)), "")


def _formula(evidence, seed, calls):
    return _known_formula(evidence, seed, calls, _mistakes(evidence.name)[0])


def _two_slips(evidence, seed, calls):
    if EXERCISES[evidence.name].kind != "number":
        return ""  # few integers are returned, and too many pairs of slips give the same ones
    return _known_formula(evidence, seed, calls, _mistakes(evidence.name)[1])


def _known_formula(evidence, seed, calls, mistakes):
    """The hint of the first wrong formula that the calls match, or an empty string."""
    name, aspect = evidence.name, evidence.aspect
    counts, expected = _counts(name, aspect), _expected(name, aspect, seed)
    order = _telling_first(counts, _cases(name, aspect, seed), calls, expected)
    if not order:
        return ""
    first = order[0]
    returned = _returned_numbers(calls[first]["returned"], expected[first][1], counts)
    for mistake in mistakes:
        if mistake.needs and not evidence.code.intersection(mistake.needs):
            continue
        # For speed, compare first the first and last number of one call: nearly all formulas differ in them.
        if not _may_agree(returned, _glance(name, aspect, seed, mistake, first)):
            continue
        values = functools.partial(_of_mistake, name, aspect, seed, mistake)
        if _matches(values, counts, order, calls, expected, EXERCISES[name].kind, mistake.slips):
            known = mistake.equation == "-" or "eq." in mistake.hint
            return mistake.hint if known else f"{mistake.hint} (eq. {mistake.equation})"
    return ""


def _symptom(evidence, seed, calls):
    """The hint for an error or warning of Python, or an empty string."""
    name, kind = evidence.name, evidence.kind
    for symptom in SYMPTOMS:
        if symptom.needs and not evidence.code.intersection(symptom.needs):
            continue
        if kind in symptom.kinds and re.search(symptom.says, evidence.said):
            if not symptom.exercises or {name, f"{name} ({evidence.aspect})"} & set(symptom.exercises):
                return symptom.hint
    return ""


def _counts(name, aspect):
    """For each result of an exercise, whether the aspect compares it."""
    parts = EXERCISES[name].aspects[aspect].parts
    return [not parts or part in parts for part in EXERCISES[name].results]


def _end(hint):
    return hint if hint.endswith("?") else f"{hint}."


def _complaints(call):
    return [call[how] for how in ("raised", "warned") if how in call]


def _telling_first(counts, cases, calls, expected):
    """Indices of the calls to compare with wrong formulas, those first that exclude most; [] if all are right.

    Finite and wrong values come first, then cheap inputs, then those with many numbers. At infinite values most wrong
    formulas give nan, which is not compared.
    """
    comparable = [i for i, (how, _) in enumerate(expected) if how == "returned" and "returned" in calls[i]]
    wrong = {i for i in comparable if _compare(calls[i]["returned"], expected[i][1], expected[i][1], counts) is None}

    def key(i):
        got, want = _numbers(calls[i]["returned"]), _leaves(expected[i][1])
        finite = np.isfinite(want).all() and (got is None or np.isfinite(got).all())
        return not finite or i not in wrong, _cost(cases[i]), -want.size

    return sorted(comparable, key=key) if wrong else []


@functools.cache
def _mistakes(name):
    """The wrong formulas of an exercise: (the table's and those with one generated slip, those with two)."""
    generated = list(slips(name))
    one = [*MISTAKES.get(name, ()), *(mistake for mistake in generated if mistake.slips == 1)]
    return one, [mistake for mistake in generated if mistake.slips == 2]


@functools.lru_cache(maxsize=2**15)  # some 10 MB
def _glance(name, aspect, seed, mistake, i):
    """A summary of what a mistake gives for input i: sizes, and the first and last finite number of each result.

    (size, ((place, number), ...)) for each of several results, or for the one result in a list; None for an error. The
    size of None is -1. A result that is a tuple itself has None.
    """
    how, value = _outcome(mistake.wrong, _fresh(_cases(name, aspect, seed)[i]))
    if how == "raised":
        return None
    return tuple(map(_glance_at, value)) if isinstance(value, tuple) else [_glance_at(value)]


def _glance_at(value):
    if isinstance(value, float):
        return 1, ((0, float(value)),) if math.isfinite(value) else ()
    if value is None:
        return -1, ()
    if isinstance(value, (tuple, dict)):
        return None
    array = np.asarray(value)
    if not array.size or array.dtype.kind not in "biuf":
        return array.size, ()
    places, numbers = [0, array.size - 1], [float(array.item(0)), float(array.item(-1))]
    if not math.isfinite(numbers[0] + numbers[1]):
        places = np.flatnonzero(np.isfinite(array))[[0, -1]].tolist() if np.isfinite(array).any() else []
        numbers = [float(array.item(place)) for place in places]
    return array.size, tuple(zip(places, numbers))


def _returned_numbers(coded, want, counts):
    """A returned value, to be compared with a `_glance`: (read as one result, read as several or None).

    Results that the aspect does not compare are None.
    """
    one, several = _flat_numbers(coded), None
    if "items" in coded:
        several = [None] * len(coded["items"])
        if isinstance(want, tuple) and len(several) == len(want):
            several = [_flat_numbers(item) if c else None for item, c in zip(coded["items"], counts)]
    return one, several


def _flat_numbers(coded):
    """(size, numbers) of one result; the size is -1 for None, and -2 for what is not numbers."""
    if coded["type"] == "None":
        return -1, None
    numbers = _numbers(coded)
    return (-2, None) if numbers is None else (numbers.size, numbers)


def _may_agree(returned, glance):
    """False if the `_glance` of a mistake differs from what was returned, so that the mistake is excluded."""
    if glance is None:  # the wrong formula raised here, which excludes nothing
        return True
    one, several = returned
    parts = [one] if isinstance(glance, list) else several
    if parts is None or len(parts) != len(glance):
        return False
    for part, seen in zip(parts, glance):
        if part is None or seen is None:
            continue
        (size, numbers), (wanted_size, wanted) = part, seen
        if size != wanted_size:
            return False
        for place, number in wanted:
            if not _close_numbers(numbers.item(place), number, ROUGH):
                return False
    return True


@functools.lru_cache(maxsize=2**12)
def _of_mistake(name, aspect, seed, mistake, i):
    """The `_outcome` of a mistake for input i."""
    return _outcome(mistake.wrong, _fresh(_cases(name, aspect, seed)[i]))


def _matches(values, counts, order, calls, expected, kind, slips):
    """Whether a wrong formula gives what the answer returned, where it is finite, and differs from what is right.

    Too few distinct values are no evidence, because many formulas give them.
    """
    differs, agreed = 0, []
    for i in order:
        how, value = values(i)
        if how == "raised":  # excludes nothing: the wrong formula need not work for all inputs
            continue
        differing = _compare(calls[i]["returned"], value, expected[i][1], counts)
        if differing is None:
            return False
        differs += differing
        agreed.append((value, expected[i][1], calls[i]["returned"]))
    if differs <= 1:
        return False
    return kind != "number" or _is_telling(agreed, counts, slips)


def _leaves(value):
    """All numbers in a value as one flat array."""
    if value is None:
        return np.array([])
    if isinstance(value, (tuple, list)):
        return np.concatenate([[], *map(_leaves, value)])
    return np.ravel(value).astype(float)


def _is_telling(agreed, counts, slips):
    """Whether enough distinct numbers agree that are wrong."""
    all_values: set[float] = set()
    wrong: set[Any] = set()  # wrong numbers, or pairs of a wrong number and the right one
    unlike = False
    for got, part, wanted, count in _results_in(agreed, counts):
        finite = np.isfinite(part)
        unlike |= bool(count and got.shape == part.shape and np.isfinite(got[~finite]).any())
        rounded = [float(f"{v:.6g}") for v in part[finite]]
        all_values.update(rounded)
        if count and wanted is None:
            wrong.update(rounded)
        elif count:
            pairs = zip(rounded, wanted[finite].tolist())
            wrong.update((v, f"{w:.6g}") for v, w in pairs if not _close_numbers(v, w, SEEN))
    needed = 6 if slips == 2 or unlike else 3
    return len(wrong) >= needed and len(all_values - {0.0}) >= needed


def _results_in(agreed, counts):
    """Yield (numbers of the answer, of the wrong formula, of the reference, whether the aspect compares them).

    There is one for each result of the calls that agree. The reference's are None if they have another shape.
    """
    for value, want, coded in agreed:
        several = isinstance(want, tuple) and isinstance(value, tuple) and len(value) == len(want)
        gots = coded.get("items", ()) if several else [coded]
        same_kind = isinstance(value, tuple) == isinstance(want, tuple)
        for got, part, wanted, count in zip(gots, value if several else [value], want if several else [want], counts):
            part, wanted = _leaves(part), _leaves(wanted)
            yield _leaves(_numbers(got)), part, wanted if same_kind and wanted.shape == part.shape else None, count


def _compare(coded, value, want, counts):
    """None if a returned value is not ``value``, else how ``value`` differs from ``want``, see `_differ`.

    Of several results only those with ``counts`` must agree. But if one of the others is right in the answer and wrong
    in the formula, the result is None as well.
    """
    parts = len(want) if isinstance(want, tuple) else 0
    if not parts or not isinstance(value, tuple) or not len(value) == parts == len(coded.get("items", ())):
        return _differ(value, want) if _agree(coded, value) else None
    differing = 0
    for got, part, wanted, count in zip(coded["items"], value, want, counts):
        if count and not _agree(got, part):
            return None
        differs = _differ(part, wanted)
        if not count and differs and _agree(got, wanted):
            return None
        differing = max(differing, count * differs)
    return differing


def _cost(arguments):
    """Roughly the running time: rows times epochs. With 0 epochs infinity, because such a case excludes no formula."""
    steps = [len(a) for a in arguments if np.ndim(a) == 2] + [a for a in arguments[-2:-1] if isinstance(a, int)]
    return np.prod(steps) or np.inf


def _fresh(arguments):
    """The arguments with copies of random generators, whose state a formula would change."""
    return [_same_generator(a) if isinstance(a, np.random.Generator) else a for a in arguments]


def _same_generator(generator):
    """A copy of a generator, ten times as fast as copy.deepcopy."""
    same = type(generator.bit_generator)(0)
    same.state = generator.bit_generator.state
    return np.random.Generator(same)


def _agree(coded, value):
    """Whether a recorded result is ``value`` up to rounding. Infinite and nan entries of an array are not compared."""
    if value is None or coded["type"] == "None":
        return value is None and coded["type"] == "None"
    if isinstance(value, (tuple, dict)):
        same_length = coded["type"] in ("tuple", "list") and len(coded["items"]) == len(value)
        return same_length and all(map(_agree, coded["items"], value))
    got = _numbers(coded)
    a_bool = np.dtype(coded.get("dtype", float)).kind == "b" and np.asarray(value).dtype.kind != "b"
    if got is None or got.shape != np.shape(value) or a_bool:
        return False
    value = np.asarray(value, float)
    if value.ndim == 0:
        return math.isnan(value) or (close(got, value, ROUGH) if math.isfinite(value) else bool(got == value))
    finite = np.isfinite(value)
    return close(got[finite], value[finite], ROUGH)


def _differ(value, want):
    """How the value of a wrong formula differs from the right one: 0 (not visibly), 1 (in shape) or 2 (in values)."""
    if value is None or want is None or isinstance(value, tuple) or isinstance(want, tuple):
        return 0 if value is None and want is None else 2
    if np.shape(value) != np.shape(want):
        return 1
    value, want = np.asarray(value, float), np.asarray(want, float)
    if value.ndim == 0:
        return 2 if math.isfinite(value) and not close(value, want, ROUGH) else 0
    finite = np.isfinite(value)
    return 0 if close(value[finite], want[finite], ROUGH) else 2


def _numbers(coded):
    """A recorded real number, array or list of numbers as a float array, or None."""
    try:
        if "items" in coded:
            return _real(np.array([decode(item) for item in coded["items"]]))
        numbers = _decode_known if len(coded["data"]) <= 2**10 else _decode_known.__wrapped__
        return numbers(coded["type"], coded["dtype"], tuple(coded["shape"]), coded["data"])
    except (KeyError, TypeError, ValueError):
        return None


@functools.lru_cache(maxsize=2**12)  # the same result is compared with every mistake
def _decode_known(kind, dtype, shape, data):
    return _real(decode({"type": kind, "dtype": dtype, "shape": shape, "data": data}))


def _real(array):
    return array.astype(float) if array.dtype.kind in "biuf" else None


def _evidence(name, aspect, record, calls, faults):
    """Collect what the patterns in `mistakes` look at."""
    seed, code = record["seed"], frozenset(record["code"])
    exercise, counts = EXERCISES[name], _counts(name, aspect)
    unfilled = _unfilled(exercise, calls[faults[0].case].get("returned", {}))
    counts = [count and part not in unfilled for count, part in zip(counts, exercise.results)]
    cases, expected = _cases(name, aspect, seed), _expected(name, aspect, seed)
    faulty = {fault.case for fault in faults}
    found = [_seen(exercise, counts, *case, i in faulty) for i, case in enumerate(zip(cases, calls, expected))]
    parts = [part for part, count in zip(exercise.results, counts) if count]
    call = calls[faults[0].case]
    said = " ".join([faults[0].says, *(f"{c['type']}: {c['text']} {c.get('line', '')}" for c in _complaints(call))])
    said = " ".join(said.split())  # in one line
    others = _returned_elsewhere(name, aspect, record)
    twins = _twins(name, aspect, seed)
    return Evidence(name, aspect, faults[0].kind, parts, found, code, said, twins, faults[0].case, others)


def _seen(exercise, counts, arguments, call, expected, faulty):
    """One `Call`, for the `Evidence`."""
    (how, want), returned = expected, call.get("returned")
    several, pairs = len(exercise.results) > 1, []
    if how == "returned" and returned is not None and want is not None:
        items = returned.get("items", []) if several else [returned]
        wants = want if several else [want]
        if len(items) == len(wants):
            pairs = [(_numbers(g), np.asarray(w, float)) for g, w, c in zip(items, wants, counts) if c]
    if not all(got is not None and got.shape == wanted.shape for got, wanted in pairs):
        pairs = []
    got, wanted = map(list, zip(*pairs)) if pairs else (None, None)
    numbers = _numbers(returned) if returned is not None and not several else None
    shapes = None if numbers is None or how == "raised" else (numbers.shape, np.shape(want))
    named = dict(zip(inspect.signature(exercise.reference).parameters, arguments))
    return Call(named, got, wanted, faulty, shapes, how, want, returned, call)


def _returned_elsewhere(name, aspect, record):
    """What the calls of other recorded aspects returned, or None if they raised; without inputs that should raise."""
    return [
        call.get("returned")
        for other, calls in {**record["before"], **record["aspects"]}.items()
        if other != aspect
        for call, (how, _) in zip(calls, _expected(name, other, record["seed"]))
        if how == "returned"
    ]


@functools.lru_cache(maxsize=256)
def _twins(name, aspect, seed):
    """The pairs of inputs that differ in one argument only: (i, j, name of the argument)."""
    names = list(inspect.signature(EXERCISES[name].reference).parameters)
    cases = [dict(zip(names, arguments)) for arguments in _cases(name, aspect, seed)]
    found = []
    for (i, one), (j, other) in itertools.combinations(enumerate(cases), 2):
        differing = [n for n in names if not _same_argument(one.get(n), other.get(n))]
        if len(differing) == 1:
            found.append((i, j, differing[0]))
    return found


def _same_argument(one, other):
    if isinstance(one, np.random.Generator) and isinstance(other, np.random.Generator):
        return one.bit_generator.state == other.bit_generator.state
    if callable(one) or callable(other) or one is None or other is None:
        return one is other
    return np.shape(one) == np.shape(other) and np.array_equal(one, other)


# ---------------------------------------------------------------- showing a case


def _show_case(exercise, arguments, call, expected, fault):
    """A table with the inputs, what was returned and what was expected."""
    names = inspect.signature(exercise.reference).parameters
    rows = list(zip(names, map(_show_argument, arguments)))
    how, want = expected
    wanted = [f"raises {want}"] if how == "raised" else _parts(exercise, want)
    for show in (_show_all_digits,) if fault.kind == "type" else (_show, _show_all_digits):  # 0.0 is not 0
        returned = _returned_rows(exercise, call["returned"], show) if "returned" in call else []
        expected = [(f"expected{label}", show(part)) for label, part in zip(_labels(exercise, len(wanted)), wanted)]
        if fault.kind != "value" or [text for _, text in returned] != [text for _, text in expected]:
            break  # otherwise print all digits: a wrong number must not look equal to the expected one
    rows += returned + expected
    if "printed" in call:
        rows.append(("printed", call["printed"].strip().replace("\n", " ")))
    rows += fault.shows
    width = max(len(label) for label, _ in rows)
    return "\n".join(_row(label, text, width) for label, text in rows)


def _row(label, text, width):
    first, *rest = textwrap.wrap(text, WIDTH - width - 4, break_long_words=True) or [""]
    return "\n".join([f"  {label:<{width}}  {first}", *(" " * (width + 4) + line for line in rest[:4])])


def _parts(exercise, value):
    return list(value) if len(exercise.results) > 1 else [value]


def _labels(exercise, count):
    return [f" {result}" for result in exercise.results] if count == len(exercise.results) > 1 else [""] * count


def _returned_rows(exercise, coded, show):
    items = coded.get("items", []) if len(exercise.results) > 1 else [coded]
    if len(items) != len(exercise.results):
        items = [coded]
    return [("returned" + label, _show_coded(item, show)) for label, item in zip(_labels(exercise, len(items)), items)]


def _show_coded(coded, show):
    if "items" in coded:
        return f"{coded['type']}: " + ", ".join(
            [_show_coded(item, show) for item in coded["items"][:8]] + ["..."] * (len(coded["items"]) > 8)
        )
    if coded["type"] == "ellipsis":
        return "..."
    return show(decode(coded)) if "data" in coded or coded["type"] == "None" else coded["type"]


def _show_all_digits(value):
    """As `_show`, with all digits of floats."""
    if not isinstance(value, (np.ndarray, np.generic, float)) or np.asarray(value).dtype.kind != "f":
        return _show(value)
    array = np.asarray(value, float)
    if array.ndim == 0:
        return repr(float(array))
    shown = np.array2string(
        array, threshold=24, edgeitems=3, separator=", ", formatter={"float_kind": lambda number: repr(float(number))}
    )
    return f"shape {array.shape}: " * (array.ndim > 1) + shown.replace("\n", "")


def _show_argument(value):
    """As `_show`, with an array without axes told from a number, which some answers treat otherwise."""
    return f"array({_show(value)})" if isinstance(value, np.ndarray) and value.ndim == 0 else _show(value)


def _show(value):
    """A value as a short text: long arrays are shortened, functions are shown by name."""
    if inspect.isfunction(value):
        return value.__name__ + " (made up for this check)" * value.__name__.startswith("made_up")
    if isinstance(value, np.random.Generator):
        return "np.random.default_rng(...)"
    if isinstance(value, str):
        return value
    if value is None:
        return "None"
    array = np.asarray(value)
    if array.ndim == 0:
        return _digits(array[()], 10) if array.dtype.kind == "f" else f"{array[()]}"
    exact = array.dtype.kind == "f" and any(_looks_round(v, 6) for v in array.flat[:1000])
    shown = np.array2string(
        array,
        precision=6,
        threshold=24,
        edgeitems=3,
        separator=", ",
        formatter={"float_kind": lambda v: _digits(v, 6)} if exact else None,
    )
    return f"shape {array.shape}: " * (array.ndim > 1) + shown.replace("\n", "")


def _digits(value, digits):
    """A float with so many digits, or with all of them if it would look like a round number, such as 0.5."""
    return repr(float(value)) if _looks_round(value, digits) else f"{value:.{digits}g}"


def _looks_round(value, digits):
    """Whether a float that is not a round number looks like one in so many digits."""
    text = f"{value:.{digits}g}"
    return (
        math.isfinite(value) and float(text) != value and len(re.sub(r"e.*|[-.]|^-?0+\.?0*", "", text)) <= digits // 2
    )
