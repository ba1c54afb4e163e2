"""The numbers of the report, against SciPy and classes small enough for a pencil."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import pearsonr, pointbiserialr

from grading.report.item_analysis import Mistake, discrimination, items, mistakes, quartiles


def test_three_students_by_hand():
    # The exercise: 1, 1, 0 points. The rest: 3, 1, 2. Deviations 1/3, 1/3, -2/3 and 1, -1, 0: their product sums to 0.
    assert discrimination([1, 1, 0], [3, 1, 2]) == pytest.approx(0)
    # 1, 0, 0 against 3, 1, 2: (2/3 * 1 + -1/3 * -1 + 0) / sqrt(2/3 * 2) = sqrt(3)/2.
    assert discrimination([1, 0, 0], [3, 1, 2]) == pytest.approx(math.sqrt(3) / 2)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 12)), min_size=2, max_size=60))
def test_discrimination_is_point_biserial(pairs):
    right, rest = zip(*pairs)
    found = discrimination(right, rest)
    if len(set(right)) < 2 or len(set(rest)) < 2:
        assert math.isnan(found)
    else:
        assert found == pytest.approx(pointbiserialr(right, rest).statistic)


@pytest.mark.parametrize(
    "item, rest", [([], []), ([1], [2]), ([1, 1], [1, 2]), ([0, 1], [2, 2]), ([0, 1], [2, math.nan])]
)
def test_discrimination_is_not_defined_where_nothing_varies(item, rest):
    assert math.isnan(discrimination(item, rest))


def test_items_of_a_small_class():
    points = [1, 2, 0]
    scores = [[1, 2, 1], [1, 1, 0], [0, 0, 0], [0, math.nan, 0]]
    first, second, bonus = items(scores, points)
    assert (first.count, first.success, first.solved) == (4, 0.5, 0.5)
    assert (second.count, second.success, second.solved) == (3, 0.5, pytest.approx(1 / 3))
    # The bonus is worth nothing, so it is not in the rest; the fourth student's rest of the first is not known.
    assert first.discrimination == pytest.approx(pearsonr([1, 1, 0], [2 / 2, 1 / 2, 0]).statistic)
    assert second.discrimination == pytest.approx(pearsonr([2, 1, 0], [1, 1, 0]).statistic)
    assert math.isnan(bonus.success) and math.isnan(bonus.solved)
    assert bonus.discrimination == pytest.approx(pearsonr([1, 0, 0, 0], [1, 2 / 3, 0, 0]).statistic)


def test_items_of_a_large_class_against_scipy():
    draw = np.random.default_rng(0)
    points = np.array([1, 2, 3, 1])
    scores = draw.integers(0, points + 1, (300, 4)).astype(float)
    for i, item in enumerate(items(scores, points)):
        rest = np.delete(scores, i, axis=1).sum(axis=1)
        assert item.discrimination == pytest.approx(pearsonr(scores[:, i], rest).statistic)
        assert item.success == pytest.approx(scores[:, i].mean() / points[i])
        assert item.solved == pytest.approx((scores[:, i] == points[i]).mean())


def test_no_students():
    (item,) = items(np.empty((0, 1)), [2])
    assert item.count == 0 and all(map(math.isnan, item[1:]))
    assert items([], []) == []
    assert quartiles([]) is None


def test_mistakes_are_ranked_by_students():
    faults = {"a": {("f", "x"), ("f", "y")}, "b": {("f", "y"), ("g", "")}, "c": {("g", "")}, "d": {("g", "")}}
    assert mistakes(faults) == [Mistake("f", "y", 2), Mistake("f", "x", 1), Mistake("g", "", 3)]
