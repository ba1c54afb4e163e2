"""lib/data.py: the penguins against what was published of them, the clouds against their description."""

import re
import subprocess
import sys
import tomllib
from importlib import metadata, resources
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from scipy.stats import kstest
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from lib import data

pytestmark = pytest.mark.filterwarnings("error")
reproducible = settings(derandomize=True, deadline=None, max_examples=50)
ROOT = Path(__file__).parents[1]


def rng(seed=0):
    return np.random.default_rng(seed)


def setuptools_version():
    """Major version, 0 where there is none."""
    try:
        return int(metadata.version("setuptools").split(".")[0])
    except metadata.PackageNotFoundError:
        return 0


# Penguins


def shipped():
    """The shipped file, read by NumPy: the species, and bill length and depth in mm."""
    table = np.genfromtxt(resources.files("lib") / "penguins" / "penguins.csv", delimiter=",", names=True, dtype=None)
    return table["species"], np.column_stack([table["bill_length_mm"], table["bill_depth_mm"]])


@pytest.mark.parametrize(
    "species, count, mean, deviation",
    [("Adelie", 151, [38.79, 18.35], [2.66, 1.22]), ("Chinstrap", 68, [48.83, 18.42], [3.34, 1.14])],
)
def test_shipped_penguins_are_the_published_ones(species, count, mean, deviation):
    """Counts, means and standard deviations as in the summary tables of palmerpenguins."""
    names, bills = shipped()
    of_species = bills[names == species]
    assert len(of_species) == count
    assert_allclose(of_species.mean(axis=0), mean, rtol=0, atol=0.005)
    assert_allclose(of_species.std(axis=0, ddof=1), deviation, rtol=0, atol=0.005)


def test_penguins_are_the_shipped_ones_standardised():
    names, bills = shipped()
    X, y = data.penguins()
    assert X.shape == (219, 2) and y.shape == (219,)
    assert X.dtype == float and y.dtype.kind == "i"
    assert_allclose(X, StandardScaler().fit_transform(bills), rtol=1e-12, atol=1e-12)
    assert_array_equal(np.array(data.PENGUIN_CLASSES)[y], names)
    assert list(np.bincount(y)) == [151, 68]


def test_penguins_have_mean_0_and_variance_1():
    X, _ = data.penguins()
    assert_allclose(X.mean(axis=0), 0, atol=1e-14)
    assert_allclose(X.var(axis=0), 1, rtol=1e-14)


def test_penguin_features_are_the_columns():
    """Chinstrap bills are longer by far and no deeper to speak of."""
    X, y = data.penguins()
    difference = dict(zip(data.PENGUIN_FEATURES, X[y == 1].mean(axis=0) - X[y == 0].mean(axis=0), strict=True))
    assert difference["bill length"] > 1.5
    assert abs(difference["bill depth"]) < 0.1


def test_penguins_are_ones_own():
    """Changing what came back changes nothing for the next caller."""
    X, y = data.penguins()
    X[:], y[:] = 0, 0
    X, y = data.penguins()
    assert X.any() and y.any()


def test_licence_lies_beside_the_penguins():
    licence = (resources.files("lib") / "penguins" / "LICENCE.md").read_text(encoding="utf-8")
    for words in ("CC0 1.0", "10.1371/journal.pone.0090081", "10.5281/zenodo.3960218", "penguins.csv"):
        assert words in licence


@pytest.mark.parametrize("name", ["penguins.csv", "LICENCE.md"])
def test_penguins_and_licence_are_package_data(name):
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    assert "lib" in config["packages"]
    assert any(Path("penguins", name).match(pattern) for pattern in config["package-data"]["lib"])


@pytest.mark.skipif(setuptools_version() < 77, reason="pyproject.toml is written for setuptools 77")
def test_penguins_and_licence_are_installed(tmp_path):
    """What an installation copies, built into a folder of its own."""
    build = ["egg_info", "--egg-base", str(tmp_path), "build_py", "--build-lib", str(tmp_path / "built")]
    command = [sys.executable, "-c", "import setuptools; setuptools.setup()", "--quiet", *build]
    subprocess.run(command, cwd=ROOT, check=True)
    for name in ("penguins.csv", "LICENCE.md"):
        built = tmp_path / "built" / "lib" / "penguins" / name
        assert built.read_bytes() == (ROOT / "lib" / "penguins" / name).read_bytes()


# Clouds


@reproducible
@given(st.integers(2, 60), st.integers(1, 12), st.integers(0, 2**32))
def test_clouds_have_shape_and_balance(m, n, seed):
    X, y = data.clouds(m, n, rng(seed))
    assert X.shape == (m, n) and X.dtype == float
    assert y.shape == (m,) and y.dtype.kind == "i"
    assert sorted(set(y)) == [0, 1]
    assert y.sum() == m // 2


@reproducible
@given(st.integers(2, 20), st.integers(1, 5), st.integers(0, 2**32))
def test_clouds_are_determined_by_the_generator(m, n, seed):
    (X, y), (again, labels) = data.clouds(m, n, rng(seed)), data.clouds(m, n, rng(seed))
    assert_array_equal(X, again)
    assert_array_equal(y, labels)
    generator = rng(seed)
    first, second = data.clouds(m, n, generator), data.clouds(m, n, generator)
    assert_array_equal(first[0], X)
    assert not np.array_equal(second[0], X)


def test_clouds_take_numpy_integers():
    assert_array_equal(data.clouds(np.int64(6), np.int32(2), rng())[0], data.clouds(6, 2, rng())[0])


def centres(distance, n, draws=400, m=50):
    """Difference of the class means in many draws, (draws, n)."""
    generator, differences = rng(), []
    for _ in range(draws):
        X, y = data.clouds(m, n, generator, **({} if distance is None else {"distance": distance}))
        differences.append(X[y == 1].mean(axis=0) - X[y == 0].mean(axis=0))
    return np.array(differences)


@pytest.mark.parametrize("n", [1, 2, 5])
@pytest.mark.parametrize("distance", [None, 0.5, 3.0, 20.0])
def test_clouds_are_as_far_apart_as_asked(distance, n):
    """The squared distance of the class means is distance^2 + n 4/m on average; 2 where nothing is asked."""
    d, m = 2.0 if distance is None else distance, 50
    squares = (centres(distance, n, m=m) ** 2).sum(axis=1)
    error = np.sqrt((4 * d**2 * 4 / m + 2 * n * (4 / m) ** 2) / len(squares))
    assert abs(squares.mean() - d**2 - n * 4 / m) < 4 * error


@pytest.mark.parametrize("n", [1, 2, 5])
def test_clouds_lie_in_random_directions(n):
    """The mean of 400 random unit vectors has length about 1/20, and every coordinate serves alike."""
    directions = centres(1000.0, n)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    assert np.linalg.norm(directions.mean(axis=0)) < 4 / np.sqrt(len(directions))
    assert_allclose((directions**2).mean(axis=0), 1 / n, atol=0.1)


def test_clouds_are_normal_with_unit_variance():
    """Within a class, about its known centre, in every coordinate; and halfway between the centres lies 0."""
    X, y = data.clouds(20000, 3, rng(5), distance=4.0)
    means = np.array([X[y == k].mean(axis=0) for k in (0, 1)])
    residuals = X - means[y]
    for column in residuals.T:
        assert kstest(column, "norm").pvalue > 1e-3
    assert_allclose(np.cov(residuals.T), np.eye(3), atol=0.05)
    assert_allclose(means.sum(axis=0), 0, atol=0.08)


def test_labels_of_clouds_come_in_random_order():
    """Each place holds a 1 about half of the time."""
    generator = rng()
    share = np.mean([data.clouds(10, 1, generator)[1] for _ in range(1000)], axis=0)
    assert_allclose(share, 0.5, atol=4 * 0.5 / np.sqrt(1000))


@pytest.mark.parametrize("n", [1, 3, 10])
@pytest.mark.parametrize("distance, low, high", [(20.0, 1.0, 1.0), (2.0, 0.80, 0.88), (0.01, 0.45, 0.58)])
def test_clouds_are_as_separable_as_they_are_far(n, distance, low, high):
    """The best accuracy is Phi(distance / 2): 1, 0.84 and 0.50."""
    X, y = data.clouds(2000, n, rng(1), distance)
    assert low <= LogisticRegression().fit(X, y).score(X, y) <= high


nan = np.nan


@pytest.mark.parametrize(
    "m, n, distance, fragments",
    [
        (1, 2, 2.0, ["m >= 2", "m = 1"]),
        (0, 2, 2.0, ["m >= 2", "m = 0"]),
        (-4, 2, 2.0, ["m", "-4"]),
        (10, 0, 2.0, ["n >= 1", "n = 0"]),
        (10, -1, 2.0, ["n", "-1"]),
        (10.0, 2, 2.0, ["m", "whole number", "10.0"]),
        (10, 2.5, 2.0, ["n", "whole number", "2.5"]),
        (True, 2, 2.0, ["m", "whole number", "True"]),
        ("10", 2, 2.0, ["m", "whole number", "'10'"]),
        (10, 2, 0, ["distance", "positive", "0"]),
        (10, 2, -1.0, ["distance", "positive", "-1.0"]),
        (10, 2, np.inf, ["distance", "finite", "inf"]),
        (10, 2, nan, ["distance", "nan"]),
        (10, 2, "2", ["distance", "real numbers", "str"]),
        (10, 2, np.array([1.0, 2.0]), ["distance", "(2,)", "scalar"]),
    ],
)
def test_clouds_name_bad_input(m, n, distance, fragments):
    with pytest.raises(ValueError) as error:
        data.clouds(m, n, rng(), distance)
    message = str(error.value)
    for fragment in fragments:
        pattern = rf"\b{fragment}\b" if fragment.isidentifier() else re.escape(fragment)
        assert re.search(pattern, message), f"{fragment} is not in: {message}"
