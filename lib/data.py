"""Two-class data sets: real penguins, shipped as a file, and synthetic clouds with any number of features."""

import csv
from importlib import resources

import numpy as np

from lib import arguments

PENGUIN_FEATURES = ("bill length", "bill depth")
PENGUIN_CLASSES = ("Adelie", "Chinstrap")


def penguins() -> tuple[np.ndarray, np.ndarray]:
    """Bill length and depth of 151 Adelie (y = 0) and 68 Chinstrap (y = 1) penguins, standardised.

    Gorman et al. 2014, Horst et al. 2020; see ``lib/penguins/LICENCE.md``.

    Returns
    -------
    X : array (219, 2)
        `PENGUIN_FEATURES` in standard deviations from the mean, so each column has mean 0 and variance 1.
    y : array (219,) of int
        Index into `PENGUIN_CLASSES`.
    """
    with (resources.files("lib") / "penguins" / "penguins.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    X = np.array([[float(row["bill_length_mm"]), float(row["bill_depth_mm"])] for row in rows])
    y = np.array([PENGUIN_CLASSES.index(row["species"]) for row in rows])
    return (X - X.mean(axis=0)) / X.std(axis=0), y


def clouds(m: int, n: int, rng: np.random.Generator, distance: float = 2.0) -> tuple[np.ndarray, np.ndarray]:
    """Two Gaussian clouds of equal size and unit variance, one for each class, in n dimensions.

    Parameters
    ----------
    m, n : int
        Examples and features, at least 2 and 1.
    rng : numpy.random.Generator
    distance : float
        From one centre to the other, in standard deviations; its direction is drawn at random.

    Returns
    -------
    X : array (m, n)
    y : array (m,) of int, in random order, m // 2 of them 1

    Raises
    ------
    ValueError
        If m < 2, n < 1, or distance is not positive.
    """
    if arguments.count("m", m) < 2 or arguments.count("n", n) < 1:
        raise ValueError(f"wanted m >= 2 examples (one of each class) and n >= 1 features, got m = {m}, n = {n}")
    distance = arguments.scalar("distance", arguments.positive("distance", distance))
    direction = rng.normal(size=n)
    direction /= np.linalg.norm(direction)
    y = rng.permutation(np.arange(m) < m // 2).astype(int)
    X = rng.normal(size=(m, n)) + np.outer(y - 0.5, distance * direction)
    return X, y
