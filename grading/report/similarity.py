"""Pairs of submissions that are more alike than their authors would make them by working alone.

A short answer has few ways to be written, so likeness alone says nothing here. What counts is how unusual it is: for
each exercise, which share of the class has an answer as alike to one of the two as the other's is? The product of
these shares, times the number of pairs, is about how many pairs as alike the class would have by chance.

Copydetect (tokens by Pygments, fingerprints as in Schleimer, Wilkerson and Aiken, "Winnowing", 2003) makes names,
layout and comments count for nothing, and `ast.unparse` before it brackets, quotes and docstrings. What is released
to students, or is the course's own solution, counts for nothing either.
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
ALIKE = 0.8  # of the fingerprints that two answers have, they have in common
EXPECTED = 0.1  # pairs by chance: above that, a pair is not listed
# A small class cannot tell how usual an answer is. So a guess joins in, with the weight of some classmates: every so
# many characters make it half as likely that somebody else writes the same. In 224 made-up classes of 6, 30 and 200,
# each with one renamed copy among answers of the tests' table that were written down in many ways, the list had 208 of
# the copies and 5 wrong pairs.
GUESS = 5
HALF = 30
MOST = 20_000  # characters of an answer


class Pair(NamedTuple):
    """Two submissions.

    Parameters
    ----------
    first, second : str
        Students.
    expected : float
        About so many pairs that are as alike would be there by chance.
    shared : list of (str, int)
        Exercises with answers alike, and how many others in the class answer as alike; the most unusual first.
    """

    first: str
    second: str
    expected: float
    shared: list[tuple[str, int]]


def alike(answers: dict[str, dict[str, str]], known: dict[str, list[str]]) -> list[Pair]:
    """The pairs to read, the most unusual first.

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
    """How usual it is that two answers to an exercise are as alike as they are.

    Parameters
    ----------
    sets : list of n sets
        Fingerprints.

    Returns
    -------
    chances : array (n, n)
        The share of the class, about, that is as alike; 1 where two answers are not alike.
    others : array (n, n)
        How many others are as alike, seen from the one of the two for whom these are more.
    """
    n = len(sets)
    holders = collections.Counter(fingerprint for mine in sets for fingerprint in mine)
    columns = {fingerprint: i for i, fingerprint in enumerate(f for f, count in holders.items() if count > 1)}
    has = np.zeros((n, len(columns)), dtype=np.float32)
    for i, mine in enumerate(sets):
        has[i, [columns[fingerprint] for fingerprint in mine if fingerprint in columns]] = 1
    common = has @ has.T
    sizes = np.array([len(mine) for mine in sets])
    together = sizes[:, None] + sizes - common
    likeness = np.divide(common, together, out=np.zeros_like(common), where=together > 0)
    np.fill_diagonal(likeness, -1)
    ordered = np.sort(likeness, axis=1)
    others = np.array([n - np.searchsorted(row, own) for row, own in zip(ordered, likeness)]) - 1
    others = np.maximum(others, others.T)
    chances = (others + GUESS * 2.0 ** (-common / HALF)) / (n - 2 + GUESS)
    return np.where(likeness >= ALIKE, chances, 1.0), others


@functools.cache
def fingerprints(source: str) -> frozenset[int]:
    """The fingerprints of Python code, a frozenset of int; nothing of it is run."""
    code = io.StringIO(_plain(source[:MOST]))
    return frozenset(map(int, CodeFingerprint("answer.py", LENGTH, 1, fp=code, language="python").hashes))


def _plain(source):
    """The code in Python's own layout and without docstrings; as it is where it is no Python."""
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
