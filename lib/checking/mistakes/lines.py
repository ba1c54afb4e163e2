"""Hints for the derivations, of which each line is an expression equal to the one before."""
# fmt: off

from collections.abc import Callable

import numpy as np

from lib.checking.mistakes.evidence import Evidence

MINUS_LEFT = "(-1) (-1) = 1, so no minus is left"


def _of_z(line: Callable) -> Callable:
    """A wrong line as a function of the arguments, from one of z, u = exp(-z) and a = sigma(z)."""
    return lambda z: line(z, np.exp(-z), 1 / (1 + np.exp(-z)))


def _of_a(line: Callable) -> Callable:
    """The same from one of the slope dL/da, a, a_prime, x and y."""
    return lambda a, a_prime, x, y: line(-y / a + (1 - y) / (1 - a), a, a_prime, x, y)


# Line -> (wrong form, its hint).
LINES: dict[str, list[tuple[Callable, str]]] = {
    "line (11)": [
        (_of_z(lambda z, u, a: 1 / (1 + u) * u / 1 + u), "parentheses around the last 1 + u are missing: `/ 1 + u` divides by 1, and then adds u"),
        (_of_z(lambda z, u, a: 1 / (1 + u) * (u / 1 + u)), "parentheses around the last 1 + u are missing: `/ 1 + u` divides by 1, and then adds u"),
        (_of_z(lambda z, u, a: 1 / 1 + u * (u / (1 + u))), "parentheses around the first 1 + u are missing: `1 / 1 + u` divides by 1, and then adds"),
        (_of_z(lambda z, u, a: 1 / 1 + u * u / 1 + u), "parentheses around 1 + u are missing, both times: `1 / 1 + u` divides by 1, and then adds u"),
        (_of_z(lambda z, u, a: 1 / 1 + u * (u / 1 + u)), "parentheses around 1 + u are missing, both times: `1 / 1 + u` divides by 1, and then adds u"),
        (_of_z(lambda z, u, a: u / (1 + u)), "one over a square is the product of two fractions 1/(1 + u): one of them is missing"),
        (_of_z(lambda z, u, a: 1 / (1 + u) ** 2), "the factor u is missing"),
        (_of_z(lambda z, u, a: -u / (1 + u) ** 2), f"the sign is flipped: {MINUS_LEFT}"),
    ],
    "line (12)": [
        (_of_z(lambda z, u, a: 1 / (1 + u) * (1 + u - 1) / 1 + u), "parentheses around the last 1 + u are missing: `/ 1 + u` divides by 1, and then adds u"),
        (_of_z(lambda z, u, a: 1 / (1 + u) * ((1 + u - 1) / 1 + u)), "parentheses around the last 1 + u are missing: `/ 1 + u` divides by 1, and then adds u"),
        (_of_z(lambda z, u, a: 1 / (1 + u) * (1 + u - 1 / (1 + u))), "parentheses around the numerator 1 + u - 1 are missing: without them only its last 1 is divided"),
        (_of_z(lambda z, u, a: 1 / (1 + u) * 1 + u - 1 / (1 + u)), "parentheses around the numerator 1 + u - 1 are missing: without them only its ends are multiplied and divided"),
        (_of_z(lambda z, u, a: a), "the - 1 in the numerator 1 + u - 1 is missing"),
        (_of_z(lambda z, u, a: 1 / (1 + u) * (1 + u + 1) / (1 + u)), "the numerator is 1 + u + 1: it is u written as 1 + u - 1"),
        (_of_z(lambda z, u, a: u / (1 + u)), "the first factor 1/(1 + u) is missing"),
        (_of_z(lambda z, u, a: -u / (1 + u) ** 2), f"the sign is flipped: {MINUS_LEFT}"),
    ],
    "line (13)": [
        (_of_z(lambda z, u, a: 1 - a), "this is 1 - a, the factor a is missing"),
        (_of_z(lambda z, u, a: a), "this is a, the factor 1 - a is missing"),
        (_of_z(lambda z, u, a: 0 * z), "this is 0: are parentheses around 1 - a missing? `a * 1 - a` is a - a"),
        (_of_z(lambda z, u, a: a * (a - 1)), "the second factor is a - 1: the sign is flipped"),
        (_of_z(lambda z, u, a: a * (1 + a)), "the second factor is 1 + a: the sign is flipped"),
        (_of_z(lambda z, u, a: a * a), "this is a times a: the second factor is 1 - a"),
        (_of_z(lambda z, u, a: 1 - a**2), "this is 1 - a^2, which fits tanh"),
        (_of_z(lambda z, u, a: u / (1 + u)), "this is 1 - a, the factor a is missing"),
        (_of_z(lambda z, u, a: np.exp(-u) / (1 + np.exp(-u)) ** 2), "sigmoid is taken at u: it wants z"),
        (_of_z(lambda z, u, a: np.exp(-a) / (1 + np.exp(-a)) ** 2), "sigmoid is taken at a: it wants z"),
        (_of_z(lambda z, u, a: u * (1 - u)), "this is u (1 - u): a = sigmoid(z) stands there"),
        (_of_z(lambda z, u, a: a * (1 - u)), "the second factor is 1 - u: it is 1 - a"),
        (_of_z(lambda z, u, a: z * (1 - z)), "this is z (1 - z): a = sigmoid(z) stands there"),
    ],
    "line (24)": [
        (_of_a(lambda s, a, p, x, y: -y / a + (1 - y) / (1 - a) * a * (1 - a) * x), "parentheses around the sum are missing: without them only its second term is multiplied by a' and x"),
        (_of_a(lambda s, a, p, x, y: s * (1 - a) * x), "this has a' = (1 - a), the note's misprint"),
        (_of_a(lambda s, a, p, x, y: s * a * x), "this has a alone for a': the factor 1 - a is missing"),
        (_of_a(lambda s, a, p, x, y: s * a * 1 - a * x), "parentheses around 1 - a are missing: `* 1 - a * x` subtracts a x at the end"),
        (_of_a(lambda s, a, p, x, y: s * (a * 1 - a) * x), "parentheses around 1 - a are missing: `a * 1 - a` is a - a"),
        (_of_a(lambda s, a, p, x, y: s * a * (1 - a)), "the factor x is missing"),
        (_of_a(lambda s, a, p, x, y: s * a * (1 + a) * x), "this has a (1 + a) for a': a sign is flipped"),
        (_of_a(lambda s, a, p, x, y: s * a * (1 - a) * p * x), "a' is there twice: a (1 - a) takes the place of a_prime"),
        (_of_a(lambda s, a, p, x, y: (-y / a - (1 - y) / (1 - a)) * p * x), "the sign of the second fraction is flipped"),
        (_of_a(lambda s, a, p, x, y: (y / a + (1 - y) / (1 - a)) * p * x), "the sign of the first fraction is flipped"),
    ],
    "line (25)": [
        (_of_a(lambda s, a, p, x, y: -y * (1 - a) + (1 - y) * a * x), "parentheses around the sum are missing: without them only its second term is multiplied by x"),
        (_of_a(lambda s, a, p, x, y: -y * (1 - a) + (1 - y) * a), "the factor x is missing"),
        (_of_a(lambda s, a, p, x, y: (-y * a + (1 - y) * (1 - a)) * x), "a and 1 - a are exchanged: y/a times a (1 - a) leaves y (1 - a)"),
        (_of_a(lambda s, a, p, x, y: (-y * (1 - a) - (1 - y) * a) * x), "the sign of the second term is flipped"),
        (_of_a(lambda s, a, p, x, y: (y * (1 - a) + (1 - y) * a) * x), "the sign of the first term is flipped"),
        (_of_a(lambda s, a, p, x, y: (-y * 1 - a + (1 - y) * a) * x), "parentheses around 1 - a are missing"),
        (_of_a(lambda s, a, p, x, y: (-y * (1 - a) + 1 - y * a) * x), "parentheses around 1 - y are missing"),
        (_of_a(lambda s, a, p, x, y: (-y + (1 - y)) * x), "too much is cancelled: y/a times a (1 - a) leaves y (1 - a)"),
        (_of_a(lambda s, a, p, x, y: -y * (1 - a) * x), "the term with 1 - y is missing"),
        (_of_a(lambda s, a, p, x, y: (1 - y) * a * x), "the term with y is missing"),
        (_of_a(lambda s, a, p, x, y: s * x), "a (1 - a) is dropped: it cancels with the denominators, which are gone then"),
    ],
    "line (26)": [
        (_of_a(lambda s, a, p, x, y: a - y * x), "parentheses around a - y are missing: without them only y is multiplied by x"),
        (_of_a(lambda s, a, p, x, y: (y - a) * x), "this is y - a: the sign is flipped"),
        (_of_a(lambda s, a, p, x, y: a - y), "the factor x is missing"),
        (_of_a(lambda s, a, p, x, y: (a + y) * x), "this is a + y: multiply line (25) out and mind the minus"),
        (_of_a(lambda s, a, p, x, y: (a - y) * p * x), "a' is cancelled, and must not be there any more"),
        (_of_a(lambda s, a, p, x, y: a * x - y), "y is not multiplied by x"),
        (_of_a(lambda s, a, p, x, y: a * x), "y is missing"),
        (_of_a(lambda s, a, p, x, y: (a - 2 * a * y) * x), "the products of y and a have different signs and cancel"),
        (_of_a(lambda s, a, p, x, y: (a - y - 2 * a * y) * x), "the products of y and a have different signs and cancel"),
    ],
}
# fmt: on


def first_wrong(e: Evidence) -> str | None:
    """Which line is the first that is wrong, and how."""
    if e.kind not in ("value", "nan") or not e.compared or not e.parts[0].startswith("line"):
        return None
    wrong = [k for k in range(len(e.parts)) if not all(_same(c.got[k], c.want[k]) for c in e.compared)]
    if not wrong:
        return None
    k, *rest = wrong
    part = e.parts[k]
    how = _how(e, k) or _where(e, k, e.parts[k - 1] if k else "")
    if not rest:
        return f"{part} alone is wrong: {how}"
    others = " and ".join(e.parts[j] for j in rest)
    return f"The first wrong line is {part}: {how}. Mend it first, then {others}: {'it is' if len(rest) == 1 else 'they are'} wrong as well"


def _how(e: Evidence, k: int) -> str | None:
    with np.errstate(all="ignore"):
        for form, says in LINES.get(e.parts[k], ()):
            if all(_same(c.got[k], form(**_floats(c.arguments))) for c in e.compared):
                return says
        if all(_same(c.got[k], -c.want[k]) for c in e.compared):
            return "its sign is flipped"
    return None


def _where(e: Evidence, k: int, before: str) -> str:
    """What it must equal, and the label with which alone it does not."""
    says = f"it must equal {before}" if before else "it is given, leave it as it was"
    if "y" not in e.compared[0].arguments:
        return says
    y = np.concatenate([np.ravel(np.broadcast_to(c.arguments["y"], c.want[k].shape)) for c in e.compared])
    bad = np.concatenate([np.ravel(~np.isclose(c.got[k], c.want[k], rtol=1e-9, atol=1e-12)) for c in e.compared])
    for label in (0, 1):
        if not bad[y != label].any():
            return f"{says}, and does not where y = {label}: look at the term that y = {label} selects"
    return says


def _floats(arguments: dict) -> dict:
    return {name: np.asarray(value, float) for name, value in arguments.items()}


def _same(got: np.ndarray, made: np.ndarray) -> bool:
    made = np.asarray(made, float)
    return got.shape == made.shape and np.allclose(got, made, rtol=1e-9, atol=1e-12)
