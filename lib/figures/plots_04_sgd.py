"""The pictures of notebook 4: the race, the landscapes, the penguins."""

import numpy as np
from numpy.typing import ArrayLike

from lib import arguments, data
from lib.figures.drawing import (
    SHADES,
    arrow,
    boundary_line,
    curve,
    dot,
    legend,
    level,
    loss_of_z,
    one_point,
    panels,
    paths_of,
    say,
    small_panels,
    with_margin,
)
from lib.figures.picture import Picture, styled
from lib.figures.style import GREY, HALO, INK, LOSSES, PENGUINS
from lib.lockstep import Runs
from lib.neuron import sigmoid


@styled
def two_starts() -> Picture:
    """The starts of two neurons that should learn to answer 0, without what follows, which a reader is to guess."""
    answers = float(sigmoid(1.5)), float(sigmoid(4.0))
    picture, (ax,) = panels(
        f"Answers of two neurons before they learn: the easy start gives {answers[0]:.2f}, the hard start "
        f"{answers[1]:.2f}. Both should answer 0. The way there is empty: it is for the reader to guess.",
        height=2.6,
    )
    for name, color, a in zip(("easy", "hard"), (INK, LOSSES["squared_error"]["color"]), answers):
        dot(ax, 0, a, color=color, clip_on=False, label=name)
        say(ax, 8, a, f"{name} start: $a = {a:.2f}$", va="center")
    level(ax, 0.5)
    say(ax, 298, 0.56, "one half", color=GREY, ha="right")
    ax.set(xlabel="updates", ylabel="answer $a$ (wanted: 0)", xlim=(0, 300), ylim=(0, 1.06), yticks=[0, 0.5, 1])
    return picture


@styled
def race(runs: Runs) -> Picture:
    """The saturated neuron under both losses: its output against the updates, from an easy and a hard start.

    Parameters
    ----------
    runs : Runs
        Of one `sgd_many` call on the single example x = 1, y = 0, in this order: squared error from the easy
        start, squared error from the hard one, cross-entropy from the easy start, cross-entropy from the hard one.
    """
    w, b = paths_of(runs, count=4, n=1)
    a = np.asarray(sigmoid(w[:, :, 0] + b))
    picture, axes = panels(
        "Output a of the neuron, which should learn to answer 0, against the number of updates. From the easy start "
        f"both losses bring it down at once, in the end to {a[0, -1]:.2g} and {a[2, -1]:.2g}. From the hard, saturated "
        f"start cross-entropy is as quick ({a[3, -1]:.2g}), while squared error at first hardly moves "
        f"({a[1, -1]:.2g}).",
        height=3.5,
        columns=2,
        sharey=True,
    )
    updates = np.arange(a.shape[1])
    for k, (ax, title) in enumerate(zip(axes, ("easy start", "hard start"))):
        curve(ax, updates, a[k], "squared_error")
        curve(ax, updates, a[k + 2], "cross_entropy")
        dot(ax, 0, a[k, 0], clip_on=False, label="start")
        ax.set(xlabel="updates", title=f"{title}: $w = {w[k, 0, 0]:.3g}$, $b = {b[k, 0]:.3g}$", ylim=(0, 1.03))
    axes[0].set_ylabel("activation $a$ (wanted: 0)")
    legend(picture)
    return picture


@styled
def learning_curves(
    errors: dict[str, dict[str, ArrayLike]], xlabel: str = "epochs", ylabel: str = "mean $|a - y|$"
) -> Picture:
    """Learning curves of many runs under both losses, one panel a setting, with one vertical axis for all.

    Parameters
    ----------
    errors : dict
        title -> {"squared_error": array (R, epochs + 1), "cross_entropy": array (R, epochs + 1)}.
        A line is the median of the R runs, its band goes from the 10th to the 90th percentile.
    xlabel, ylabel : str
    """
    if not isinstance(errors, dict) or not errors:
        raise ValueError(f"errors must be a dict with at least one entry, a panel each, got {errors!r}")
    picture, axes = small_panels(
        f"Learning curves under both losses, {ylabel.replace('$', '')} against {xlabel.replace('$', '')}, in panels: "
        f"{'; '.join(errors).replace('$', '')}. Lines are medians over the runs, bands reach from the 10th to the 90th "
        "percentile.",
        len(errors),
    )
    for ax, (title, of_losses) in zip(axes, errors.items()):
        if not isinstance(of_losses, dict) or set(of_losses) != set(LOSSES):
            raise ValueError(f"errors[{title!r}] must be a dict with the keys {', '.join(LOSSES)}")
        for loss, curves in of_losses.items():
            curves = arguments.numbers(f"errors[{title!r}][{loss!r}]", curves)
            if curves.ndim != 2 or not curves.size:
                raise ValueError(f"errors[{title!r}][{loss!r}] has shape {curves.shape}, wanted (R, epochs + 1)")
            low, median, high = np.percentile(curves, [10, 50, 90], axis=0)
            epochs = np.arange(len(median))
            ax.fill_between(epochs, low, high, color=LOSSES[loss]["color"], alpha=0.18, linewidth=0)
            curve(ax, epochs, median, loss)
        ax.set_title(title)
    picture.supxlabel(xlabel, fontsize=13)
    picture.supylabel(ylabel, fontsize=13)
    axes[0].set_ylim(bottom=0)
    legend(picture)
    return picture


@styled
def loss_surfaces(X: ArrayLike, y: ArrayLike, runs: Runs) -> Picture:
    """The mean loss over the plane of w and b under both losses, with the paths of gradient descent.

    Parameters
    ----------
    X : array (m, 1)
    y : array (m,)
    runs : Runs
        Of one `sgd_many` call: k runs with squared error, then k with cross-entropy from the same starts.

    Raises
    ------
    ValueError
        If X has more than one feature, or the runs do not fit.
    """
    X, y = arguments.dataset(X, y)
    arguments.features("X", X, 1)
    w, b = paths_of(runs, count=None, n=1)
    w = w[:, :, 0]
    picture, axes = panels(
        "Contours of the mean loss over the weight w and the bias b, equally spaced in loss, with the paths of "
        "gradient descent, each from a ring to a dot. Left, squared error: a wedge of nearly level, high ground. "
        "Right, cross-entropy: a bowl that slopes everywhere.",
        height=3.9,
        columns=2,
        sharex=True,
        sharey=True,
    )
    w_side, b_side = (np.linspace(*with_margin(values), 61) for values in (w, b))
    z = w_side[:, np.newaxis] * X[:, 0] + b_side[:, np.newaxis, np.newaxis]  # (61 of b, 61 of w, m)
    halves = slice(len(w) // 2), slice(len(w) // 2, None)
    for ax, loss, rows in zip(axes, LOSSES, halves):
        surface = loss_of_z(loss, z, y).mean(axis=-1)
        levels = np.linspace(surface.min(), surface.max(), 16)
        ax.contourf(w_side, b_side, surface, levels, cmap=SHADES)
        ax.contour(w_side, b_side, surface, levels, colors=GREY, linewidths=0.5)
        ring = dict(color=LOSSES[loss]["color"], markerfacecolor="white", markeredgewidth=1.8)
        for w_path, b_path in zip(w[rows], b[rows]):
            curve(ax, w_path, b_path, loss, linewidth=1.8, path_effects=HALO)
            dot(ax, w_path[0], b_path[0], label="start", markersize=10, **ring)  # seen around a dot that hardly moved
            dot(ax, w_path[-1], b_path[-1], label="end", markersize=5.5, color=LOSSES[loss]["color"])
        ax.set(xlabel="weight $w$", title=LOSSES[loss]["label"])
    axes[0].set_ylabel("bias $b$")
    return picture


@styled
def section(X: ArrayLike, y: ArrayLike, start: ArrayLike, end: ArrayLike) -> Picture:
    """The mean loss of both along the straight line from ``start`` to ``end``, with its chord.

    Parameters
    ----------
    X : array (m, n)
    y : array (m,)
    start, end : array (n + 1,)
        The weights, then the bias.
    """
    X, y = arguments.dataset(X, y)
    start, end = (one_point(name, value, X.shape[1] + 1) for name, value in (("start", start), ("end", end)))
    t = np.linspace(0, 1, 201)
    z = (start + t[:, np.newaxis] * (end - start)) @ np.vstack([X.T, np.ones(len(X))])
    means = [loss_of_z(loss, z, y).mean(axis=-1) for loss in LOSSES]
    chords = [mean[0] + t * (mean[-1] - mean[0]) for mean in means]
    heights = [
        f"the {style['label']} at {', '.join(f'{mean[at]:.2f}' for at in (50, 100, 150))}, where its chord is at "
        f"{', '.join(f'{chord[at]:.2f}' for at in (50, 100, 150))}"
        for style, mean, chord in zip(LOSSES.values(), means, chords)
    ]
    picture, axes = panels(
        "The mean loss along the straight line from one choice of weights and bias to another, with the chord between "
        f"its ends. At one, two and three quarters of the way are {heights[0]}; and {heights[1]}.",
        height=3.4,
        columns=2,
    )
    for ax, loss, mean, chord in zip(axes, LOSSES, means, chords):
        ax.plot(t, chord, color=GREY, linewidth=1.4, linestyle=":", label="chord")
        curve(ax, t, mean, loss)
        dot(ax, t[[0, -1]], mean[[0, -1]], color=LOSSES[loss]["color"], clip_on=False, label="ends")
        ax.set(xlabel="way from start to end", xticks=[0, 0.5, 1], ylabel="mean loss")
        ax.set(title=f"{LOSSES[loss]['label']}, and its chord", ylim=(0, 1.1 * mean.max()))
    return picture


@styled
def decision_boundary(X: ArrayLike, y: ArrayLike, runs: Runs, epochs: ArrayLike) -> Picture:
    """The penguins with the boundary w . x + b = 0 under both losses after some epochs, one panel an epoch.

    Parameters
    ----------
    X : array (m, 2)
        Bill length and depth.
    y : array (m,)
    runs : Runs
        Of one `sgd_many` call: one run with squared error, then one with cross-entropy.
    epochs : sequence of int
        At least one, none beyond the last of the runs.
    """
    X, y = arguments.dataset(X, y)
    arguments.features("X", X, 2)
    w, b = paths_of(runs, count=2, n=2)
    epochs = [arguments.count("epochs", epoch) for epoch in np.atleast_1d(epochs)]
    if not epochs or max(epochs) >= b.shape[1]:
        raise ValueError(f"epochs must hold numbers from 0 to {b.shape[1] - 1}, got {epochs}")
    picture, axes = small_panels(
        f"Bill depth against bill length of {np.count_nonzero(y == 0)} {data.PENGUIN_CLASSES[0]} penguins (circles) "
        f"and {np.count_nonzero(y == 1)} {data.PENGUIN_CLASSES[1]} penguins (triangles), with the line z = 0 of the "
        f"neuron under both losses, one panel each after {', '.join(map(str, epochs))} epochs. Arrows point to the "
        "side of each line on which a > 1/2, so that the prediction is 1.",
        len(epochs),
    )
    for ax, epoch in zip(axes, epochs):
        _penguins(ax, X, y)
        _boundaries(ax, w[:, epoch], b[:, epoch])
        ax.set_title(f"after {epoch} epoch{'s' * (epoch != 1)}")
    picture.supxlabel(f"{data.PENGUIN_FEATURES[0]} (standard deviations)", fontsize=13)
    picture.supylabel(f"{data.PENGUIN_FEATURES[1]} (standard deviations)", fontsize=13)
    side = dict(color=INK, marker=r"$\rightarrow$", markersize=16, label="side of $a > 1/2$")
    picture.set_figheight(picture.get_figheight() + 0.2)  # the legend takes two lines
    legend(picture, *PENGUINS, side)
    return picture


def _penguins(ax, X, y):
    for label, style in enumerate(PENGUINS):
        dot(ax, *X[y == label].T, **style, markersize=4.5, alpha=0.7, markeredgewidth=0, zorder=2)
    ax.set(xlim=with_margin(X[:, 0]), ylim=with_margin(X[:, 1]))


def _boundaries(ax, w, b):
    """The lines z = 0 of two neurons, one under each loss, each with an arrow along w to the side where z > 0."""
    for w_of_loss, b_of_loss, loss, shift in zip(w, b, LOSSES, (-0.45, 0.45)):  # apart where the lines coincide
        boundary_line(ax, w_of_loss, b_of_loss, path_effects=HALO, **LOSSES[loss])
        length = np.linalg.norm(w_of_loss)
        if length:
            normal = w_of_loss / length
            foot = -b_of_loss / length * normal + shift * np.array([-normal[1], normal[0]])
            look = dict(color=LOSSES[loss]["color"], linewidth=2, path_effects=HALO, zorder=4)
            arrow(ax, tuple(foot), tuple(foot + 0.9 * normal), **look)
