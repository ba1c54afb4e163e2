"""Find pairs of submissions that are more similar than independent work would be.

Short answers are often similar, so similarity alone proves nothing. What counts is how unusual it is: for each
exercise, the share of the class whose answer is at least as similar to one of the two as the other's is. The product of
these shares over the exercises, times the number of pairs, is about the number of such pairs to expect by chance.

Copydetect (tokens by Pygments, fingerprints as in Schleimer, Wilkerson and Aiken, "Winnowing", 2003) ignores names,
layout and comments; `ast.unparse`, applied before, removes differences in brackets, quotes and docstrings. Fingerprints
of the released code and of the course's own solution are left out.
"""

import ast
import collections
import functools
import io
import warnings
from typing import NamedTuple

import numpy as np
from copydetect import CodeFingerprint

LENGTH = 12  # characters of a fingerprint, where a name is one character
ALIKE = 0.8  # two answers are similar from this Jaccard index of their fingerprints on
EXPECTED = 0.1  # a pair is listed up to so many expected pairs by chance
# In a small class the shares are poor estimates. So a prior is mixed in with the weight of GUESS classmates: the chance
# that somebody writes the same halves with every HALF common fingerprints. In 224 made-up classes of 6, 30 and 200,
# each with one renamed copy among answers of the tests' table that were written down in many ways, the list had 208 of
# the copies and 5 wrong pairs.
GUESS = 5
HALF = 30
MOST = 5_000  # characters of an answer that are compared
BLOCK = 20_000  # fingerprints that are counted at once: memory for them grows with the class


class Pair(NamedTuple):
    """Two submissions.

    Parameters
    ----------
    first, second : str
        Students.
    expected : float
        About how many pairs in the class would be as similar by chance.
    shared : list of (str, int)
        Exercises with similar answers, and how many others in the class have one as similar; the most unusual first.
    """

    first: str
    second: str
    expected: float
    shared: list[tuple[str, int]]


def alike(answers: dict[str, dict[str, str]], known: dict[str, list[str]]) -> list[Pair]:
    """The pairs that a person should read, the most unusual first.

    Parameters
    ----------
    answers : dict
        Student -> exercise -> source.
    known : dict
        Exercise -> sources that everybody has: the released one, the course's solution.

    Returns
    -------
    list of Pair
    """
    students = sorted(answers)
    n = len(students)
    chances, others = {}, {}
    for exercise in dict.fromkeys(name for mine in answers.values() for name in mine):
        everybody = frozenset().union(*map(fingerprints, known.get(exercise, ())))
        sets = [fingerprints(answers[student].get(exercise, "")) - everybody for student in students]
        chances[exercise], others[exercise] = _chances(sets)
    if n < 2 or not chances:
        return []
    expected = n * (n - 1) / 2 * np.prod(list(chances.values()), axis=0)
    found = []
    for i, j in zip(*np.nonzero(np.triu(expected <= EXPECTED, 1))):
        shared = sorted((name for name in chances if chances[name][i, j] < 1), key=lambda name: chances[name][i, j])
        about = [(name, int(others[name][i, j])) for name in shared]
        found.append(Pair(students[i], students[j], float(expected[i, j]), about))
    return sorted(found, key=lambda pair: pair.expected)


def _chances(sets):
    """How likely it is that two answers to an exercise are as similar as they are.

    Parameters
    ----------
    sets : list of n sets
        Fingerprints.

    Returns
    -------
    chances : array (n, n)
        About the share of the class that is as similar; 1 for two answers that are not similar.
    others : array (n, n)
        How many others are as similar to one of the two: the larger of both numbers.
    """
    n = len(sets)
    holders = collections.Counter(fingerprint for mine in sets for fingerprint in mine)
    shared = [fingerprint for fingerprint, count in holders.items() if count > 1]
    common = np.zeros((n, n), dtype=np.float32)
    for start in range(0, len(shared), BLOCK):
        columns = {fingerprint: i for i, fingerprint in enumerate(shared[start : start + BLOCK])}
        has = np.zeros((n, len(columns)), dtype=np.float32)
        for i, mine in enumerate(sets):
            has[i, [columns[fingerprint] for fingerprint in mine & columns.keys()]] = 1
        common += has @ has.T
    sizes = np.array([len(mine) for mine in sets])
    together = sizes[:, None] + sizes - common
    likeness = np.divide(common, together, out=np.zeros_like(common), where=together > 0)
    np.fill_diagonal(likeness, -1)
    ordered = np.sort(likeness, axis=1)
    others = np.array([n - np.searchsorted(row, own) for row, own in zip(ordered, likeness)]) - 1
    others = np.maximum(others, others.T)
    chances = (others + GUESS * 2.0 ** (-common / HALF)) / (n - 2 + GUESS)
    return np.where(likeness >= ALIKE, chances, 1.0), others


@functools.lru_cache(maxsize=2**8)  # many answers are equal
def fingerprints(source: str) -> frozenset[int]:
    """The fingerprints of Python code, which is not run."""
    code = io.StringIO(_plain(source[:MOST]))
    return frozenset(map(int, CodeFingerprint("answer.py", LENGTH, 1, fp=code, language="python").hashes))


def _plain(source):
    """The code in the layout of `ast.unparse`, without docstrings; unchanged if it is not valid Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
                node.body = node.body[1:] or [ast.Pass()]
        return ast.unparse(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source
