"""The pictures of the report, in the style of the course's own: plain numbers in, a `lib.figures.Picture` out."""

import numpy as np
from matplotlib.ticker import MaxNLocator, PercentFormatter

from grading.report.findings import WEAK
from grading.report.item_analysis import Item
from lib.figures.picture import Picture, styled
from lib.figures.style import CROSS_ENTROPY, GREY, HALO, INK, SQUARED_ERROR, ZONE, ZONE_FILL

BAR, PALE, ALARM = CROSS_ENTROPY, "#4F93C4", SQUARED_ERROR


def _panels(description, height, rows=1, columns=1, **options):
    picture = Picture(description, height)
    return picture, list(picture.subplots(rows, columns, squeeze=False, **options).flat)


@styled
def handed_in(days: np.ndarray, late: np.ndarray, points: np.ndarray, most: float, since_due: bool) -> Picture:
    """When submissions came, and what they earned.

    Parameters
    ----------
    days : array (n,)
        After the due date, or after the first submission.
    late : array (n,) of bool
    points : array (n,)
        nan where they are not known.
    most : float
        The maximum of the points.
    since_due : bool
        Whether ``days`` count from the due date.
    """
    zero = "due date" if since_due else "first submission"
    low, high = _usual(days)
    beyond = np.count_nonzero((days < low) | (days > high))
    known = ~np.isnan(points)
    description = (
        f"How many submissions had come by when, in days from the {zero}: {len(days)} in the end"
        f"{f', {late.sum()} of them late' if since_due else ''}."
        f"{' Below, the points of each against when it came.' if known.any() else ''}"
        f"{f' {beyond} came still earlier or later and are drawn at the edge.' if beyond else ''}"
    )
    picture, (above, *below) = _panels(
        description,
        height=4.9 if known.any() else 2.4,
        rows=2 if known.any() else 1,
        sharex=True,
        height_ratios=[2, 3] if known.any() else None,
    )
    shown = np.clip(days, low, high)
    _came(above, shown, low, high)
    for ax in below:
        _earned(ax, shown, late, points, most)
    picture.axes[-1].set_xlabel(f"days from the {zero}")
    if since_due and low < 0 < high:
        for ax in picture.axes:
            ax.axvline(0, color=GREY, linewidth=1, linestyle=":", zorder=0)
        left = low + 0.8 * (high - low) < 0
        above.text(0, 1.12 * len(days), " due ", color=GREY, va="top", ha="right" if left else "left")
    if below and late.any():
        picture.legend(loc="outside upper right", ncols=2)
    return picture


def _came(ax, days, low, high):
    """How many submissions had come by each day."""
    count = len(days)
    ax.step([low, *np.sort(days), high], [0, *range(1, count + 1), count], where="post", color=INK)
    ax.set(ylabel="submissions", ylim=(0, 1.12 * count), xlim=(low, high))
    ax.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    ax.xaxis.set_major_locator(MaxNLocator(9, integer=True))


def _earned(ax, days, late, points, most):
    known = ~np.isnan(points)
    size = 6 if len(days) < 100 else 4
    for who, color, marker, label in (~late & known, BAR, "o", "in time"), (late & known, ALARM, "^", "late"):
        if who.any():  # otherwise the legend would list it
            style = dict(linestyle="", markersize=size, markeredgewidth=0, alpha=0.75, clip_on=False)
            ax.plot(days[who], points[who], color=color, marker=marker, label=label, **style)
    top = max(most, points[known].max())
    ax.set(ylabel="points", ylim=(-0.04 * top, 1.04 * top))
    ax.yaxis.set_major_locator(MaxNLocator(6, integer=True))


def _usual(days):
    """Limits of the axis: the middle 90 % of the values, and as much again on each side if there are values."""
    low, high = np.quantile(days, [0.05, 0.95])
    width = max(high - low, 0.5)
    low, high = max(days.min(), low - width), min(days.max(), high + width)
    margin = 0.04 * max(high - low, 0.5)
    return low - margin, high + margin


@styled
def scores(points: np.ndarray, most: float) -> Picture:
    """How the points are distributed, with the quartiles.

    Parameters
    ----------
    points : array (n,), n >= 1
    most : float
    """
    lower, median, upper = np.quantile(points, [0.25, 0.5, 0.75])
    picture, (ax,) = _panels(
        f"Histogram of the points of {len(points)} submissions, out of {most:g}. The median is {median:g}; half lie "
        f"from {lower:g} to {upper:g}.",
        height=2.9,
    )
    step = max(1, np.ceil(most / 25))
    edges = np.arange(-0.5 * step, max(most, points.max()) + step, step)
    counts, _ = np.histogram(points, edges)
    ax.axvspan(lower, upper, color=ZONE_FILL, linewidth=0, zorder=0)
    ax.bar(edges[:-1] + step / 2, counts, 0.86 * step, color=BAR)
    ax.axvline(median, color=ZONE, linewidth=1.4, linestyle=":")
    top = 1.22 * max(counts.max(), 1)
    side = dict(ha="left") if median < 0.7 * most else dict(ha="right")
    ax.text(median, 0.98 * top, f" median {median:g} ", color=ZONE, va="top", path_effects=HALO, **side)
    ax.set(xlabel=f"points, of {most:g}", ylabel="submissions", ylim=(0, top), xlim=(edges[0], edges[-1]))
    ax.yaxis.set_major_locator(MaxNLocator(5, integer=True))
    ax.xaxis.set_major_locator(MaxNLocator(13, integer=True))
    return picture


@styled
def exercises(names: list[str], items: list[Item]) -> Picture:
    """Success and discrimination of the exercises, from top to bottom.

    Parameters
    ----------
    names : list of str
    items : list of `grading.report.item_analysis.Item`
    """
    told = "; ".join(
        f"{name} {item.success:.0%}, {'undefined' if np.isnan(item.discrimination) else f'{item.discrimination:.2f}'}"
        for name, item in zip(names, items)
        if not np.isnan(item.success)
    )
    picture, (left, right) = _panels(
        f"Left, the mean share of the points of each exercise, right, its discrimination: {told}.",
        height=1.15 + 0.31 * len(names),
        columns=2,
        sharey=True,
        width_ratios=[3, 2],
    )
    _success(left, names, items)
    _discrimination(right, items)
    picture.legend(handles=left.get_legend_handles_labels()[0], loc="outside upper left", ncols=2)
    return picture


def _success(ax, names, items):
    rows = np.arange(len(names))
    success, solved = (np.array([getattr(item, name) for item in items]) for name in ("success", "solved"))
    ax.barh(rows, success, 0.66, color=PALE, label="mean share of the points")
    ax.barh(rows, solved, 0.66, color=BAR, label="solved completely")
    everybody = max(item.count for item in items)
    for row, item in zip(rows, items):
        if not np.isnan(item.success):
            some = f" of {item.count} graded" if item.count < everybody else ""
            ax.text(item.success, row, f" {item.success:.0%}{some}", va="center", fontsize=11, in_layout=False)
    room = 1.13 * max(1, np.nanmax(success, initial=0))  # extra credit goes beyond 1
    ax.set(xlim=(0, room), xticks=[0, 0.25, 0.5, 0.75, 1])
    ax.set(yticks=rows, yticklabels=names, ylim=(len(names) - 0.5, -0.5))
    ax.xaxis.set_major_formatter(PercentFormatter(1))
    ax.tick_params(axis="y", length=0)


def _discrimination(ax, items):
    rows, correlation = np.arange(len(items)), np.array([item.discrimination for item in items])
    low = min(-0.1, np.nanmin(correlation, initial=0) - 0.1)
    ax.axvspan(low, WEAK, color=ZONE_FILL, linewidth=0, zorder=0)
    ax.axvline(0, color=GREY, linewidth=1, linestyle=":")
    ax.hlines(rows, 0, correlation, color=GREY, linewidth=1.2)
    for who, color in (correlation < WEAK, ALARM), (correlation >= WEAK, BAR):
        if who.any():
            ax.plot(correlation[who], rows[who], color=color, linestyle="", marker="o", markersize=7, clip_on=False)
    ax.set(xlim=(low, 1), xlabel="discrimination", xticks=[0, 0.25, 0.5, 0.75, 1])
    ax.text(WEAK, -0.5, "weak ", color=ZONE, ha="right", va="bottom", fontsize=11, in_layout=False)
    ax.tick_params(axis="y", length=0)
