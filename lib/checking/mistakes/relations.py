"""Hints that state a fact about the returned values, such as "always 0", which is true whatever the code is."""

import builtins

import numpy as np

from lib.checking.gather import decode


def _leaves(coded):
    """All numbers of a recorded value as one flat array; None if it has anything else."""
    if coded is None:
        return None
    if "items" in coded:
        parts = [_leaves(item) for item in coded["items"]]
        return None if not parts or any(part is None for part in parts) else np.concatenate(parts)
    if "data" not in coded:
        return None
    array = decode(coded)
    return np.ravel(array).astype(float) if array.dtype.kind in "biuf" else None


def printed(e):
    """Whether the result is printed and not returned."""
    call = e.calls[e.shown]
    if "printed" not in call.record or (call.coded or {}).get("type") != "None":
        return None
    if call.how == "raised":
        return f"Something is printed, but no error is raised: use `raise {call.wanted}(...)`"
    return "The result is printed, not returned: end with `return`"


def constant(e):
    """Whether the same value is returned for all inputs. This is tried before any formula."""
    returned = [(c.coded, c.wanted) for c in e.calls if c.coded is not None and c.how == "returned"]
    if len(returned) < 3 or len(returned) < sum(c.how == "returned" for c in e.calls) / 2:
        return None
    if e.name == "epochs_to_reach" and all(coded["type"] == "None" for coded, _ in returned):
        return "None comes back whatever the losses: is a `return` missing, or does the test never hold?"
    values = [_leaves(coded) for coded, _ in returned]
    if any(v is None or not v.size for v in values):
        return None
    flat = np.concatenate(values)
    if not np.isfinite(flat).all():
        return None
    if np.ptp(flat) <= 1e-12 * abs(flat[0]):
        some = "Every number you return" if len(returned[0][0].get("items", ())) > 1 else "Your result"
        return _one_number(e, some, flat[0])
    same_length = len({v.size for v in values}) == 1
    if same_length and np.ptp(np.array(values), axis=0).max() == 0 and e.aspect not in FAR:
        return "The same numbers come back whatever goes in, but they must depend on the arguments"
    return None


def _one_number(e, some, number):
    """The hint if all calls of an aspect return the same number; ``some`` are the first words of it."""
    everywhere = all(_is_constant(coded, number) for coded in _where_wanted(e))
    if e.name == "predict" and everywhere:
        return f"Every class is {number:g}: class 1 is where a >= 1/2 (eq. 14, 15)"
    if e.aspect in FAR:
        return f"{some} is {_short(number)} for all the inputs of this cell, where it must differ"
    if everywhere:
        return f"{some} is always {_short(number)}, whatever goes in, but it must depend on the arguments"
    if all(_is_constant(coded, number, True) for coded in _where_wanted(e)):
        return f"{some} is {_short(number)} wherever it is a finite number, but it must depend on the arguments"
    cell = f'check({e.name}, "{e.aspect}")'
    return f"{some} is {_short(number)} for all the inputs of {cell}, where it must differ"


def _where_wanted(e):
    """The returned values of all recorded calls that should return one; None for a call that raised."""
    return [call.coded for call in e.calls if call.how == "returned"] + e.others


def _is_constant(coded, value, where_finite=False):
    """Whether all numbers of a result are ``value``; with ``where_finite`` nan, inf and errors are passed over."""
    leaves = _leaves(coded)
    if leaves is None:
        return where_finite and coded is None
    leaves = leaves[np.isfinite(leaves)] if where_finite else leaves
    return bool(np.all(np.abs(leaves - value) <= 1e-12 * abs(value)))


def always(e, part, value):
    """Whether the result ``part`` is ``value`` in all recorded calls that should return one."""
    names = _result_names(e)
    coded = _where_wanted(e)
    if len(names) > 1:
        items = [(c or {}).get("items", ()) for c in coded]
        coded = [i[names.index(part)] if len(i) == len(names) else None for i in items]
    return all(_is_constant(c, value) for c in coded)


def _short(value):
    return f"{value + 0.0:.3g}"


LIMITING = {"clip", "minimum", "maximum", "min", "max", "sign", "round", "where", "int", "floor", "//", "heaviside"}
WITH_TWINS = ("y", "b", "w", "x", "a", "z", "eta", "h", "epochs", "target", "rng")
FAR = ("limits", "stable", "errors", "saturated", "integers")  # aspects whose inputs are special


def unused(e):
    """Which argument does not change the result, though it should."""
    if e.kind not in ("value", "shape", "nan") or e.aspect in FAR or "if" in e.code:
        return None  # with an `if` the argument may be used for other inputs
    for argument in WITH_TWINS:
        pairs = [(e.calls[i], e.calls[j]) for i, j, name in e.twins if name == argument]
        pairs = [
            (one, other) for one, other in pairs if one.coded and other.coded and one.how == other.how == "returned"
        ]
        if argument in "wxaz" and LIMITING & e.code:
            continue  # the result may be constant only where a limit, such as np.clip, is reached
        if pairs and (still := _unchanged(e, pairs)):
            stay, must = ("stays", "it must") if len(still) == 1 else ("stay", "they must")
            return f"{' and '.join(still)} {stay} the same when {argument} alone changes, but {must} change{_wrong_too(e, still)}: is {argument} used where it should be?"
    return None


def _unchanged(e, pairs):
    """The results, in words, that are equal in all pairs of calls whose expected values differ."""
    if not any(isinstance(call.wanted, tuple) for pair in pairs for call in pair):
        got = [[_leaves(call.coded) for call in pair] for pair in pairs]
        want = [[np.ravel(np.array(np.nan if c.wanted is None else c.wanted, float)) for c in pair] for pair in pairs]
        return ["Your result"] if _still(got, want) and not _coarse(got, want) else []
    if any(call.got is None for pair in pairs for call in pair):
        return []
    found = []
    for k, part in enumerate(e.parts):
        got, want = ([[np.ravel(getattr(c, side)[k]) for c in p] for p in pairs] for side in ("got", "want"))
        if _still(got, want) and not _coarse(got, want):
            found.append(part)
    return found


def _wrong_too(e, still):
    """A remark on the results that are wrong though they do change."""
    if still == ["Your result"]:
        return ""
    wrong = [
        part
        for k, part in enumerate(e.parts)
        if part not in still and not all(np.allclose(c.got[k], c.want[k], rtol=1e-9, atol=1e-12) for c in e.compared)
    ]
    return f" ({' and '.join(wrong)} {'is' if len(wrong) == 1 else 'are'} wrong too)" if wrong else ""


def _coarse(got, want):
    """Whether the results are rounded, so that a small change may not show: then the argument may well be used."""

    def rounded(values):
        return all(v is not None and np.allclose(v, np.round(v, 3), rtol=0, atol=1e-12) for pair in values for v in pair)

    return rounded(got) and not rounded(want) and any(np.any(v) for pair in got for v in pair)


def _still(got, want):
    """Whether the returned values are equal in all pairs of calls whose expected values differ."""
    moving = [
        g
        for g, (one, other) in zip(got, want)
        if one.shape == other.shape and not np.allclose(one, other, rtol=1e-7, atol=1e-9, equal_nan=True)
    ]
    return bool(moving) and all(
        a is not None and b is not None and np.isfinite(a).all() and np.array_equal(a, b) for a, b in moving
    )


# ---------------------------------------------------------------- errors


def stopped(e):
    """The type of an error that no symptom matches, if it is built in. Not its text, which may show hidden inputs."""
    kind = e.said.removeprefix("your code stops with ").split(" ")[0]
    if e.kind != "exception" or not e.said.startswith("your code stops") or not hasattr(builtins, kind):
        return None
    return f"Your code is stopped by {kind}: look at the line where it stops, and at what each name in it stands for"


# ---------------------------------------------------------------- shapes


def shapes(e):
    """How the returned shape differs from the expected one."""
    if e.kind != "shape":
        return None
    for _, part, pairs in _shape_pairs(e):
        wrong = [(got, want) for got, want in pairs if got != want]
        if not wrong:
            continue
        what = part if len(e.parts) > 1 else "Your result"
        some = "" if len(wrong) in (len(pairs), sum(want != () for _, want in pairs)) else "at some inputs "
        says = _shape_says(wrong, e)
        return f"{what} {some}{says or _other_shape(wrong)}"
    return None


def _other_shape(wrong):
    columns = all(len(got) > 1 and got[-1] == 1 and np.prod(got) == np.prod(want) for got, want in wrong)
    (got, want), *_ = wrong
    says = f"has the shape {_shape_text(got)} where {_shape_text(want)} is wanted"
    return f"is made a column, (m, 1): {says}" if columns else says


def _shape_pairs(e):
    """For each result that is compared: (index, name, list of (returned shape, expected shape))."""
    shown_first = [e.calls[e.shown], *e.calls]  # a shape in words is that of the call below the words
    calls = [c for c in shown_first if c.coded is not None and c.how == "returned" and c.wanted is not None]
    several = [c for c in calls if isinstance(c.wanted, tuple)]
    if not several:
        return [(0, "", [(s, np.shape(c.wanted)) for c in calls if (s := shape_of(c.coded)) is not None])]
    found = []
    for k in range(len(several[0].wanted)):
        pairs = [
            (shape_of(c.coded["items"][k]), np.shape(c.wanted[k])) for c in several
            if len(c.coded.get("items", ())) == len(c.wanted)
        ]  # fmt: skip
        found.append((k, "", [(got, want) for got, want in pairs if got is not None]))
    names = _result_names(e)
    return [(k, names[k], pairs) for k, _, pairs in found if names[k] in e.parts]


def _result_names(e):
    from lib.checking.exercises import EXERCISES

    return EXERCISES[e.name].results


def shape_of(coded):
    """The shape of a recorded result, of nested lists too; None if it has none."""
    if "shape" in coded:
        return tuple(coded["shape"])
    if "items" in coded and coded["items"]:
        inner = shape_of(coded["items"][0])
        return None if inner is None else (len(coded["items"]), *inner)
    return None


ONE_EACH = "one for each weight"


def _shape_says(wrong, e):
    got_shapes = {got for got, _ in wrong}
    per_weight = e.name not in ("pre_activation",) and len(e.parts) > 1 and not e.parts[0].startswith("line")
    if all(got == () for got, _ in wrong):
        entry = "weight" if per_weight else "row" if e.name == "pre_activation" else "entry"
        return f"is one number where one for each {entry} is wanted, {_shape_text(wrong[0][1])}: is something summed, averaged or indexed?"
    if all(want == () and got == (1,) for got, want in wrong):
        return "is an array of one entry, shape (1,), where a number without a shape is wanted: scalars in, scalars out"
    if all(got == (*want, 1) for got, want in wrong):
        return f"is a column, shape {_shape_text(wrong[0][0])}: wanted is the shape {_shape_text(wrong[0][1])}"
    if all(got == (1, *want) for got, want in wrong):
        return f"has a dimension too many, shape {_shape_text(wrong[0][0])}: wanted is {_shape_text(wrong[0][1])}"
    if all(len(got) == 1 and got[0] == int(np.prod(want)) for got, want in wrong):
        return "is flattened to one dimension: keep the shape of the input"
    if all(got == want[::-1] for got, want in wrong):
        return "is transposed: keep the shape of the input"
    if all(len(got) == len(want) and any(g == 1 < w for g, w in zip(got, want)) for got, want in wrong):
        return f"has one entry along an axis where {_shape_text(wrong[0][1])} is wanted: is it summed or averaged along that axis?"
    if all(want == () and len(got) == 1 for got, want in wrong) and len(got_shapes) > 0:
        return f"is an array, shape {_shape_text(wrong[0][0])}, where one number is wanted"
    if all(len(got) < len(want) for got, want in wrong):
        return f"has too few dimensions, {_shape_text(wrong[0][0])} where {_shape_text(wrong[0][1])} is wanted: is something summed or averaged that should stand alone?"
    if all(len(got) > len(want) for got, want in wrong):
        return f"has too many dimensions, {_shape_text(wrong[0][0])} where {_shape_text(wrong[0][1])} is wanted: (n,) against (n, 1), and an outer product, make a table of all pairs"
    if all(len(got) == len(want) for got, want in wrong):
        return f"has the wrong number of entries, {_shape_text(wrong[0][0])} where {_shape_text(wrong[0][1])} is wanted"
    return None


def _shape_text(shape):
    return str(tuple(shape))


# ---------------------------------------------------------------- sums of what is known


def combination(e):
    """Whether a result is a sum of known terms, with constant factors, such as w - 0.1 eta dL/dw."""
    if e.kind != "value" or len(e.compared) < 4 or not TERMS.get(e.name):
        return None
    for k, part in enumerate(e.parts):
        got = np.concatenate([np.ravel(c.got[k]) for c in e.compared])
        want = np.concatenate([np.ravel(c.want[k]) for c in e.compared])
        if np.allclose(got, want, rtol=1e-9, atol=1e-12):
            continue
        if np.allclose(got, want, rtol=1e-5, atol=1e-6 * np.max(np.abs(want))):
            return None  # digits are lost, and the factors would look like the right ones
        names, terms = [], []
        for name, make in TERMS[e.name].get(part, ()):
            names.append(name)
            terms.append(np.concatenate([np.ravel(np.broadcast_to(make(c, k), c.got[k].shape)) for c in e.compared]))
        if not terms or not np.isfinite(got).all() or not np.isfinite(terms).all():
            return None
        factors, *_ = np.linalg.lstsq(np.array(terms).T, got, rcond=None)
        scale = np.max(np.abs(got))
        factors[np.abs(factors) < 1e-7] = 0
        exact = np.max(np.abs(factors @ np.array(terms) - got)) < 1e-8 * scale
        if not exact or not factors.any() or np.count_nonzero(factors) > 2 or np.unique(np.round(got, 9)).size < 6:
            continue
        what = part if len(e.parts) > 1 else "Your result"
        return f"{what} is {_sum(names, factors)} in all inputs{_instead(e.name, part, names, factors)}"
    return None


def _instead(name, part, names, factors):
    """The end of the hint: the right formula if only a sign or a constant is wrong."""
    if name in ("pre_activation", "squared_error_prime"):
        return f": wanted is {'w . x + b' if name == 'pre_activation' else 'a - y'}, mind the signs"
    if name == "sgd_step":
        return f": wanted is {part} - eta dL/d{part}, mind the signs"
    if names[0] == "the expected one" and np.count_nonzero(factors) == 1 and factors[0]:
        negative = abs(factors[0] + 1) < 1e-9
        return ": the sign is flipped" if negative else ": it is multiplied or divided by a constant too many"
    return ""


def _sum(names, factors):
    if names[0] == "the expected one" and np.count_nonzero(factors) == 1 and factors[0]:
        if abs(factors[0] + 1) < 1e-9:
            return "minus the expected one"
        return f"{factors[0]:.6g} times the expected one"
    said = ""
    for name, factor in zip(names, factors):
        if factor:
            size = "" if abs(abs(factor) - 1) < 1e-9 else f"{abs(factor):.6g} "
            sign = ("-" if factor < 0 else "") if not said else (" - " if factor < 0 else " + ")
            said += f"{sign}{size}{name}"
    return said


def _step(part):
    """The terms of a step of SGD for w or b."""
    at = {"w": 0, "b": 1}[part]

    def slope(c, k):
        v = c.arguments
        return np.asarray(v["gradient"](v["w"], v["b"], v["x"], v["y"])[at], float)

    return (
        (part, lambda c, k: np.asarray(c.arguments[part], float)),
        (f"eta dL/d{part}", lambda c, k: c.arguments["eta"] * slope(c, k)),
        (f"dL/d{part}", slope),
        (f"eta {part}", lambda c, k: c.arguments["eta"] * np.asarray(c.arguments[part], float)),
    )


def _expected_and(*arguments):
    terms: list[tuple] = [("the expected one", lambda c, k: c.want[k])]
    terms += [(name, lambda c, k, name=name: np.asarray(c.arguments[name], float)) for name in arguments]
    return tuple(terms)


TERMS = {
    "sgd_step": {"w": _step("w"), "b": _step("b")},
    **{
        name: {"dL/dw": _expected_and("w", *also), "dL/db": _expected_and("b")}
        for name, also in (("gradient_squared_error", ("x",)), ("gradient_cross_entropy", ("x",)), ("batch_gradient", ()), ("numerical_gradient", ()))
    },
    "pre_activation": {"value": (("w . x", lambda c, k: np.asarray(c.arguments["x"], float) @ c.arguments["w"]), ("b", lambda c, k: np.asarray(c.arguments["b"], float)), ("1", lambda c, k: 1.0))},
    "squared_error_prime": {"value": (("a", lambda c, k: np.asarray(c.arguments["a"], float)), ("y", lambda c, k: np.asarray(c.arguments["y"], float)), ("1", lambda c, k: 1.0))},
}  # fmt: skip


# ---------------------------------------------------------------- constant for large |z|


def flat(e):
    """Whether an elementwise result is constant beyond some z, though the expected one is not."""
    if (
        e.kind not in ("value", "nan")
        or e.name not in ("sigmoid", "sigmoid_prime", "cross_entropy_from_z")
        or not e.compared
    ):
        return None
    if e.name == "cross_entropy_from_z":
        return None
    z, got, want = (
        np.concatenate(arrays)
        for arrays in zip(
            *(
                (np.ravel(np.asarray(c.arguments["z"], float)), np.ravel(c.got[0]), np.ravel(c.want[0]))
                for c in e.compared
            )
        )
    )
    order = np.argsort(z)
    z, got, want = z[order], got[order], want[order]
    above, below = _run(z[::-1], got[::-1], want[::-1]), _run(z, got, want)
    if above and below:
        return f"Your result stops changing: above about z = {above[0]:.2g} it is always {_short(above[1])}, and below about z = {below[0]:.2g} always {_short(below[1])}{_clipped(e)}"
    if above or below:
        side, (start, value) = ("above", above) if above else ("below", below)
        return f"Your result stops changing: {side} about z = {start:.2g} it is always {_short(value)}{_clipped(e)}"
    return None


def _clipped(e):
    return ": clipping (np.clip) changes the answer" if "clip" in e.code else ""


def _run(z, got, want):
    """(z, value) if the returned values are equal from the end to z while the expected ones differ; else None."""
    length = int(np.argmax(got != got[0])) if (got != got[0]).any() else 0
    if length < 2 or np.unique(z[:length]).size < 2:
        return None
    wrong = ~np.isclose(got[:length], want[:length], rtol=1e-9, atol=1e-14)
    differing = np.unique(np.round(want[:length][wrong], 12)).size
    return (z[length - 1], got[0]) if differing >= 2 else None


# ---------------------------------------------------------------- if nothing else matches


SUSPECTS = (
    ({"float32", "float16"}, "numbers of type float32, which have 7 digits"),
    ({"round", "around", "rint"}, "the rounding"),
    ({"clip"}, "np.clip"),
    ({"minimum"}, "np.minimum"),
    ({"maximum"}, "np.maximum"),
    ({"tiny"}, "the small number (an epsilon, a step, a tolerance)"),
    ({"nan_to_num"}, "np.nan_to_num"),
)


def far_only(e):
    """In an aspect for large |z|: up to which |z| an answer is right."""
    if e.kind != "value" or e.aspect not in ("stable", "saturated"):
        return None
    sizes_of_z = [(np.max(np.abs(_z_of(c.arguments))), c.faulty) for c in e.calls]
    wrong = [z for z, faulty in sizes_of_z if faulty]
    fine = [z for z, faulty in sizes_of_z if not faulty and z < max(wrong)]
    if fine and max(fine) < min(wrong):
        return f"Right up to about |z| = {max(fine):.2g}, wrong beyond{suspects(e)}"
    return f"Right for moderate z, as the cell before shows; wrong where |z| is large{suspects(e)}"


def _z_of(v):
    return np.asarray(v["z"], float) if "z" in v else np.asarray(v["x"] @ np.asarray(v["w"], float) + v["b"])


def nearly(e):
    """Whether all values are nearly right, and what in the code may be the reason."""
    if e.kind != "value" or e.name in ("epochs_to_reach", "predict") or not e.compared:
        return None
    errors = []
    for c in e.compared:
        for got, want in zip(c.got, c.want):
            known = np.isfinite(got) & np.isfinite(want)
            if np.any(np.isfinite(got) != np.isfinite(want)):
                return None
            errors.append(np.ravel(np.abs(got - want)[known] / np.maximum(np.abs(want[known]), 1e-3)))
    error = np.max(np.concatenate(errors), initial=0)
    return (
        f"Nearly right, but only {'to about ' + _count_digits(error) if error > 1e-12 else 'roughly'}{suspects(e)}"
        if 0 < error < 1e-2
        else None
    )


def _count_digits(error):
    digits = int(-np.log10(error))
    return f"{digits} digit{'s' * (digits != 1)}"


def suspects(e):
    """The end of a sentence that says what in the code may lose precision."""
    code = e.code - {"maximum", "minimum"} if e.name == "cross_entropy_from_z" else e.code  # the right formula has them
    found = [says for names, says in SUSPECTS if names & code]
    return (
        f": look at {' and '.join(found)} in your code. Full precision is wanted"
        if found
        else ". Full precision is wanted"
    )


REGIONS = (
    ("z", lambda v: v > 0, "positive z", "negative z"),
    ("y", lambda v: v == 1, "y = 1", "y = 0"),
    ("a", lambda v: v > 0.5, "a above 1/2", "a below 1/2"),
    ("eps", lambda v: v < 0.05, "small eps", "large eps"),
)


def sizes(e):
    """Where the values are too large or too small, and by how much. The last of the patterns."""
    if e.kind not in ("value", "nan") or not e.compared:
        return None
    for k, part in enumerate(e.parts):
        what = f"{part} is" if len(e.parts) > 1 else "k is" if e.name == "epochs_to_reach" else "Your result is"
        got, want = (
            np.concatenate([np.ravel(side[k]) for side in sides])
            for sides in zip(*((c.got, c.want) for c in e.compared))
        )
        known = np.isfinite(got) & np.isfinite(want)
        wrong = known & ~np.isclose(got, want, rtol=1e-9, atol=1e-12)
        if not wrong.any():
            continue
        others = [
            p
            for j, p in enumerate(e.parts)
            if j != k and all(np.allclose(c.got[j], c.want[j], rtol=1e-9, atol=1e-12) for c in e.compared)
        ]
        right = f"{' and '.join(others)} {'is' if len(others) == 1 else 'are'} right; " if others else ""
        what = right + what
        return f"{what} {_region(e, k, got, want, wrong) or _side(got[wrong], want[wrong], (known & ~wrong).any())}"
    return None


def _region(e, k, got, want, wrong):
    """Whether the values are too large on one side of a boundary, such as z = 0, and too small on the other."""
    for argument, test, inside, outside in REGIONS:
        if any(argument not in c.arguments for c in e.compared):
            continue
        try:
            there = np.concatenate(
                [np.ravel(np.broadcast_to(test(np.asarray(c.arguments[argument])), c.got[k].shape)) for c in e.compared]
            )
        except ValueError:
            continue
        above = got > want
        for large, small, first, second in ((there, ~there, inside, outside), (~there, there, outside, inside)):
            if (
                (wrong & large).any()
                and (wrong & small).any()
                and above[wrong & large].all()
                and not above[wrong & small].any()
            ):
                return f"too large for {first} and too small for {second}"
    return None


def _side(got, want, some_right):
    where = "wherever it is wrong" if some_right else "everywhere"
    opposite = np.sign(got) == -np.sign(want)
    if np.all(got > want):
        side = f"too large {where}"
    elif np.all(got < want):
        side = f"too small {where}"
    elif np.all(opposite & (want != 0)):
        side = f"of the opposite sign {where}"
    elif not opposite.any():
        larger = np.abs(got) > np.abs(want)
        how = (
            "too large in size"
            if larger.all()
            else "too small in size"
            if not larger.any()
            else "too large in size at some inputs and too small at others"
        )
        return f"never of the wrong sign, but {how}" + _times(got, want)
    else:
        return f"too large at some inputs and too small at others, and of the opposite sign in {np.mean(opposite):.0%} of the places where it is wrong"
    return side + _times(got, want)


def _times(got, want):
    nonzero = want != 0
    ratio = np.abs(got[nonzero] / want[nonzero]) if nonzero.any() else np.array([])
    if not ratio.size or np.min(ratio) < 0.01 or np.max(ratio) > 100 or np.array_equal(got, np.round(got)):
        return ""
    low, high = f"{np.min(ratio):.2g}", f"{np.max(ratio):.2g}"
    if low == high:
        return f"; its size is {low} times the expected one" if low != "1" else ""
    return f"; its size is {low} to {high} times the expected one"
