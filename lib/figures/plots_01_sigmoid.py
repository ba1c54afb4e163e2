"""The pictures of notebook 1: the neuron, the sigmoid, its derivative, saturation."""

import math
from typing import Any

import numpy as np
from matplotlib import colors, patches
from numpy.typing import ArrayLike

from lib import arguments
from lib.figures.drawing import PAPER, arrow, boundary_line, diagram, dot, level, node, one_number, panels, say, zone
from lib.figures.picture import Picture, styled
from lib.figures.style import CLASS_0, CLASS_1, GREY, INK, SLOPE, ZONE, ZONE_FILL
from lib.neuron import saturation_point, sigmoid, sigmoid_prime


@styled
def neuron() -> Picture:
    """The neuron as a pipeline: inputs, weighted sum z (eq. 3), activation a (eq. 5)."""
    picture, ax = diagram(
        "Diagram of a neuron. The inputs x_1 to x_n, each times its weight w_j, and the bias b run into a sum "
        "z = w . x + b (equation 3); z runs through the sigmoid, a = sigma(z) (equation 5), and a, between 0 and 1, "
        "comes out.",
        height=3.0,
    )
    middle = 1.5
    for y, index in (2.5, "1"), (1.75, "2"), (0.5, "n"):
        node(ax, 0.5, y, f"$x_{index}$")
        end = middle + 0.28 * (y - middle)
        arrow(ax, (0.76, y), (2.3, end))
        say(ax, 1.45, 0.55 * y + 0.45 * end, f"$w_{index}$", ha="center", fontsize=14, bbox=PAPER)
    say(ax, 0.5, 1.14, r"$\vdots$", ha="center", fontsize=16)
    node(ax, 2.95, 2.6, "$b$")
    arrow(ax, (2.95, 2.34), (2.95, 2.02))
    for x in 2.3, 4.55:
        corners = "round,pad=0,rounding_size=0.1"
        box = patches.FancyBboxPatch((x, 1.0), 1.3, 1.0, corners, facecolor="#F4F4F4", edgecolor=INK, linewidth=1.3)
        ax.add_patch(box)
    say(ax, 2.95, middle, r"$\sum_{j=1}^{n}\, w_j x_j + b$", ha="center", path_effects=None)
    z = np.linspace(-6, 6, 61)
    ax.plot(5.2 + z / 12, 1.12 + 0.55 * sigmoid(z), color=INK, linewidth=1.8, label="sigma")
    say(ax, 5.2, 1.83, r"$\sigma$", ha="center", fontsize=15, path_effects=None)
    arrow(ax, (3.6, middle), (4.55, middle))
    arrow(ax, (5.85, middle), (6.55, middle))
    node(ax, 6.82, middle, "$a$")
    say(ax, 4.07, middle + 0.17, "$z$", ha="center", fontsize=15)
    say(ax, 2.95, 0.72, r"$z = \mathbf{w}^{T}\mathbf{x} + b$", ha="center")
    say(ax, 2.95, 0.42, "weighted input, eq. (3)", color=GREY, ha="center")
    say(ax, 5.2, 0.72, r"$a = \sigma(z) = 1/(1 + e^{-z})$", ha="center")
    say(ax, 5.2, 0.42, "activation, eq. (5)", color=GREY, ha="center")
    return picture


@styled
def sigmoid_curve() -> Picture:
    """The sigmoid on [-8, 8] with its properties, eq. 6 to 9."""
    picture, (ax,) = panels(
        "The sigmoid rises from 0 on the far left to 1 on the far right without reaching either (equations 8, 9). It "
        "passes 1/2 at z = 0 (6), and its height at z = -2 equals its distance from 1 at z = 2 (7).",
        height=3.6,
    )
    z = np.linspace(-8, 8, 321)
    level(ax, 0)
    level(ax, 1)
    ax.plot(z, sigmoid(z), color=INK, label="sigma")
    for at, start, end in (-2, 0, float(sigmoid(-2))), (2, float(sigmoid(2)), 1):
        ax.plot([at, at], [start, end], color=SLOPE, linewidth=4, solid_capstyle="butt", label="symmetric pair")
    dot(ax, 0, 0.5)
    say(ax, 0.35, 0.47, r"$\sigma(0) = \frac{1}{2}$   (6)", va="top")
    say(ax, 2.2, 0.84, r"$1 - \sigma(2) = \sigma(-2)$   (7)", color=SLOPE, va="top")
    say(ax, -2.2, 0.15, r"$\sigma(-2)$", color=SLOPE, ha="right")
    say(ax, 7.9, 1.06, r"$\sigma(z) \to 1$ as $z \to \infty$   (9)", ha="right")
    say(ax, -7.9, -0.07, r"$\sigma(z) \to 0$ as $z \to{-\infty}$   (8)")
    ax.set(xlabel="weighted input $z$", ylabel=r"activation $a = \sigma(z)$", ylim=(-0.13, 1.13), yticks=[0, 0.5, 1])
    return picture


@styled
def tangent(z: float = 1.0, eps: float | None = None) -> Picture:
    """The sigmoid with its tangent at ``z``, and beside it the derivative with the same point.

    Parameters
    ----------
    z : float
        In [-8, 8].
    eps : float, optional
        In [1e-3, 1/4]: the zones where sigma' < ``eps`` are shaded.

    Raises
    ------
    ValueError
        If z or eps lies elsewhere.
    """
    z = one_number("z", z, -8, 8)
    a, slope = float(sigmoid(z)), float(sigmoid_prime(z))
    shaded = ""
    if eps is not None:
        edge = float(saturation_point(one_number("eps", eps, 1e-3, 0.25)))
        shaded = f" Shaded: where |z| > {edge:.2f} the slope is below {eps:.3g}, and the neuron is saturated."
    picture, (left, right) = panels(
        f"Left, the sigmoid with its tangent at z = {z:.3g}: the activation is {a:.3g}, the slope a (1 - a) = "
        f"{slope:.3g}. Right, that slope for every z: a bell with its maximum 1/4 at z = 0 and nearly 0 far "
        f"out.{shaded}",
        height=3.3,
        columns=2,
    )
    grid = np.linspace(-8, 8, 321)
    left.plot(grid, sigmoid(grid), color=INK, label="sigma")
    left.plot(grid, a + slope * (grid - z), color=SLOPE, linewidth=1.6, label="tangent")
    right.plot(grid, sigmoid_prime(grid), color=SLOPE, label="sigma'")
    right.plot([z, z], [0, slope], color=GREY, linewidth=1, linestyle=":", label="foot")
    level(right, 0.25)
    dot(left, z, a, label="point")
    dot(right, z, slope, color=SLOPE, label="point")

    _label_tangent(left, right, z, a, slope)
    left.set(ylim=(-0.05, 1.05), yticks=[0, 0.5, 1], ylabel=r"activation $a = \sigma(z)$")
    right.set(ylim=(-0.0125, 0.28), yticks=[0, 0.1, 0.2], ylabel=r"slope $\sigma′(z) = a\,(1-a)$")
    for ax in left, right:
        ax.set(xlabel="weighted input $z$", xlim=(-8, 8), xticks=range(-8, 9, 4))
        if eps is not None:
            zone(ax, -8, -edge)
            zone(ax, edge, 8)
    if eps is not None:
        right.set_title(rf"shaded: $\sigma′(z) < \varepsilon = {eps:.3g}$", color=ZONE)
    return picture


def _label_tangent(left, right, z, a, slope):
    """Write the numbers at ``z`` where no curve is."""
    corner: dict[str, Any] = dict(x=0.97, y=0.06, ha="right", va="bottom") if z >= 0 else dict(x=0.03, y=0.96, va="top")
    say(left, **corner, text=f"$a = {a:.4g}$", color=INK, transform=left.transAxes)
    corner["y"] += 0.11 if z >= 0 else -0.11
    say(left, **corner, text=f"slope ${slope:.4g}$", color=SLOPE, transform=left.transAxes)
    say(right, -7.8 if z >= 0 else 7.8, 0.263, "maximum ¼", ha="left" if z >= 0 else "right")
    side: dict[str, Any] = dict(x=0.97, ha="right") if z >= 0 else dict(x=0.03)
    say(right, **side, y=0.7, text=f"$\\sigma′({z:.3g})$\n$= {slope:.4g}$", color=SLOPE, transform=right.transAxes)


@styled
def overflow() -> Picture:
    """The exponentials inside two formulas of the sigmoid, up to the largest float, and exp(-abs(z)) below 1.

    The vertical axes count powers of ten, because the numbers themselves do not fit into a float.
    """
    largest, smallest = np.log10(np.finfo(float).max), np.log10(5e-324)
    ends = np.log(np.finfo(float).max)
    picture, axes = panels(
        "Powers of ten against z. Left, exp(-z) in 1/(1 + exp(-z)) grows towards the left and meets the largest "
        "float, 1.8e308, at z = -709.8; beyond is inf and an overflow warning. Right, exp(z) in "
        "exp(z)/(1 + exp(z)) meets it at z = 709.8; beyond is inf/inf = nan. In both, exp(-|z|) never exceeds 1.",
        height=3.7,
        columns=2,
        sharey=True,
    )
    signs, exponentials, formulas = (-1, 1), ("e^{-z}", "e^{z}"), ("1/(1 + e^{-z})", "e^{z}/(1 + e^{z})")
    troubles = "inf: overflow warning", "inf/inf = nan, overflow warning"
    for ax, sign, exponential, formula, trouble in zip(axes, signs, exponentials, formulas, troubles):
        inner = "left" if sign < 0 else "right"  # labels begin at the outer edge
        z = sign * np.linspace(-100, ends, 101)
        ax.axhspan(largest, 450, color=ZONE_FILL, linewidth=0)
        ax.plot(z, sign * z / np.log(10), color=INK, label="exponential")
        tame = sign * np.array([-100, 0, -smallest * np.log(10)])
        ax.plot(tame, -np.abs(tame) / np.log(10), color=SLOPE, linewidth=1.6, linestyle="-.", label="tame exponential")
        dot(ax, sign * ends, largest, marker="X", markersize=9)
        say(ax, sign * 970, 390, trouble, color=ZONE, ha=inner, path_effects=None)
        say(ax, sign * 970, 245, f"$z = {sign * ends:.1f}$", ha=inner)
        say(ax, sign * 330, 185, f"${exponential}$", ha=inner, fontsize=15)
        say(ax, sign * 400, -230, r"$e^{-|z|} \leq 1$", color=SLOPE, ha=inner, fontsize=15)
        level(ax, 0)
        ax.set(xlabel="weighted input $z$", xlim=sorted((-sign * 100, sign * 1000)), ylim=(-360, 450))
        ax.set_title(f"${formula}$", fontsize=15)
        ax.set_xticks(np.arange(0, 1001, 250) * sign)
    powers = [-300, -200, -100, 0, 100, 200]
    axes[0].set_yticks([*powers, largest], [*(f"$10^{{{k}}}$" if k else "$1$" for k in powers), r"$1.8\times10^{308}$"])
    axes[0].set_ylabel("value of the exponential")
    return picture


@styled
def saturation(eps: float = 0.02) -> Picture:
    """The sigmoid above its derivative (log axis), with the zones where sigma' < ``eps`` shaded.

    Parameters
    ----------
    eps : float
        In [1e-4, 1/4]; for smaller values the zones lie outside of the picture.
    """
    eps = one_number("eps", eps, 1e-4, 0.25)
    edge = float(saturation_point(eps))
    picture, (top, bottom) = panels(
        f"Above, the sigmoid; below, its derivative on a log scale. Where |z| > {edge:.2f} the derivative is below "
        f"{eps:.3g} and the zone is shaded: saturated. There the sigmoid is flat, and its slope falls tenfold each "
        "time |z| grows by 2.3.",
        height=4.4,
        rows=2,
        sharex=True,
    )
    z = np.linspace(-12, 12, 481)
    top.plot(z, sigmoid(z), color=INK, label="sigma")
    bottom.plot(z, sigmoid_prime(z), color=SLOPE, label="sigma'")
    for ax in top, bottom:
        zone(ax, -12, -edge)
        zone(ax, edge, 12)
    for z_edge in -edge, edge:
        dot(bottom, z_edge, eps, color=SLOPE)
        say(top, (z_edge + math.copysign(12, z_edge)) / 2, 0.5, "saturated", color=ZONE, ha="center", path_effects=None)
    level(bottom, eps)
    say(bottom, 0, 1.5e-5, rf"$\varepsilon = {eps:.3g}$  at  $|z| = {edge:.2f}$", ha="center")
    top.set(ylabel=r"activation $\sigma(z)$", yticks=[0, 0.5, 1], ylim=(-0.05, 1.05))
    bottom.set(ylabel=r"slope $\sigma′(z)$", yscale="log", ylim=(4e-6, 0.5), yticks=[1e-5, 1e-3, 1e-1])
    bottom.set(xlabel="weighted input $z$")
    bottom.minorticks_off()
    return picture


@styled
def prediction(w: ArrayLike = (1.5, -1.0), b: float = 0.5) -> Picture:
    """The plane of two inputs, coloured by the activation, with the line z = 0 between the predictions.

    Parameters
    ----------
    w : array (2,)
        Not both 0.
    b : float
        The line must pass through the picture: abs(b) at most 4 times the length of w.
    """
    w, bias = arguments.parameters(w, b)
    length = float(np.linalg.norm(w))
    if w.shape != (2,) or not 0 < length < np.inf:
        raise ValueError(f"w must be two finite numbers, not both 0, got {w}")
    b = one_number("b", bias, -4 * length, 4 * length)
    picture, (ax,) = panels(
        f"The plane of the inputs x_1 and x_2 coloured by the activation of the neuron with "
        f"w = ({w[0]:.3g}, {w[1]:.3g}) and b = {b:.3g}. The line z = 0, where a = 1/2, parts class 0 (equation 14) "
        "from class 1 (15); the arrow w stands at a right angle on it and points into class 1.",
        height=4.4,
        width=5.6,
    )
    side = np.linspace(-4, 4, 201)
    a = sigmoid(w[0] * side + w[1] * side[:, np.newaxis] + b)
    tints = colors.LinearSegmentedColormap.from_list("classes", ["#CDEAE2", "white", "#F4DAEA"])
    image = ax.imshow(a, extent=(-4, 4, -4, 4), origin="lower", cmap=tints, vmin=0, vmax=1)
    foot, normal = -b * w / length**2, w / length
    boundary_line(ax, w, b, color=INK, label="z = 0")
    arrow(ax, tuple(foot), tuple(foot + w), linewidth=2, mutation_scale=18)
    x, y = foot + w + 0.3 * normal
    say(ax, x, y, r"$\mathbf{w}$", ha="center", fontsize=15, clip_on=True, path_effects=None)
    along = np.array([-normal[1], normal[0]]) * (1 if normal[0] >= 0 else -1)
    x, y = foot + 1.6 * along
    say(ax, x, y, "$z = 0$", ha="center", clip_on=True, bbox=PAPER)
    for sign, color, words in (-1, CLASS_0, "class 0 (14)\n$a < 1/2$"), (1, CLASS_1, "class 1 (15)\n$a \\geq 1/2$"):
        x, y = foot - 1.9 * along + sign * 1.8 * normal
        say(ax, x, y, words, color=color, ha="center", clip_on=True, path_effects=None)
    ticks = range(-4, 5, 2)
    ax.set(xlabel="input $x_1$", ylabel="input $x_2$", xlim=(-4, 4), ylim=(-4, 4), xticks=ticks, yticks=ticks)
    bar = picture.colorbar(image, ax=ax, ticks=[0, 0.25, 0.5, 0.75, 1], label="activation $a$")
    bar.outline.set_edgecolor(GREY)
    return picture
