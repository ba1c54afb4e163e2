"""The pictures of notebook 3: the chain rule, gradient checks, and how much faster one loss learns."""

import math

import numpy as np

from lib.figures.drawing import (
    PAPER,
    arrow,
    curve,
    diagram,
    digits,
    dot,
    loss_of_z,
    node,
    one_label,
    one_number,
    panels,
    say,
    zone,
)
from lib.figures.picture import Picture, styled
from lib.figures.style import CROSS_ENTROPY, GREY, INK, LOSSES, SLOPE, SQUARED_ERROR, ZONE, ZONE_FILL
from lib.neuron import cross_entropy_prime, saturation_point, sigmoid, sigmoid_prime, squared_error_prime

NODES = {
    "w": (0.5, 3.65), "x": (0.5, 2.75), "b": (0.5, 1.85), "z": (2.4, 2.75), "a": (4.4, 2.75),
    "y": (5.15, 1.85), r"\mathcal{L}": (6.6, 2.75),
}  # fmt: skip
EDGES = (
    ((0.76, 3.59), (2.19, 2.93)), ((0.76, 2.75), (2.14, 2.75)), ((0.76, 1.91), (2.19, 2.57)),
    ((2.66, 2.75), (4.14, 2.75)), ((4.66, 2.75), (6.34, 2.75)), ((5.37, 1.99), (6.38, 2.61)),
)  # fmt: skip


@styled
def computational_graph(
    w: float = 2.0, b: float = 2.0, x: float = 1.0, y: int = 0, loss: str = "squared_error"
) -> Picture:
    """The computational graph of one example, with the local derivative on each edge, eq. 20 to 22.

    Parameters
    ----------
    w, b, x : float
        With abs(w x + b) at most 36, so that a is neither 0 nor 1.
    y : int
        0 or 1.
    loss : str
        "squared_error" or "cross_entropy".

    Raises
    ------
    ValueError
        If one of them is something else.
    """
    w, b, x, y = one_number("w", w), one_number("b", b), one_number("x", x), one_label(y)
    if loss not in tuple(LOSSES):
        raise ValueError(f"loss must be one of {', '.join(LOSSES)}, got {loss!r}")
    z = one_number("w * x + b", w * x + b, -36, 36)
    a, da_dz, value = float(sigmoid(z)), float(sigmoid_prime(z)), float(loss_of_z(loss, z, y))
    dL_da = float(squared_error_prime(a, y) if loss == "squared_error" else cross_entropy_prime(a, y))
    color = LOSSES[loss]["color"]
    picture, ax = diagram(
        f"Computational graph of one example under the {LOSSES[loss]['label']}: w = {w:.4g}, x = {x:.4g} and "
        f"b = {b:.4g} give z = {z:.4g}, a = {a:.4g} and, with y = {y}, the loss {value:.4g}. The edges carry "
        f"dz/dw = x, dz/db = 1, da/dz = {da_dz:.4g} and dL/da = {dL_da:.4g}; their products are "
        f"dL/dw = {dL_da * da_dz * x:.4g} and dL/db = {dL_da * da_dz:.4g}.",
        height=4.2,
    )
    _draw_graph(ax, (w, x, b, z, a, y, value), color)
    of_loss = {"squared_error": "a - y", "cross_entropy": "-1/a" if y else "1/(1-a)"}[loss]
    say(ax, 1.5, 3.55, r"$\dfrac{\partial z}{\partial w}\,= x$" + f" = {digits(x)}")
    say(ax, 1.35, 2.5, r"$\partial z/\partial b = 1$", ha="center")
    say(ax, 3.4, 3.4, r"$\dfrac{da}{dz}\,= a\,(1-a)$", color=SLOPE, ha="center")
    say(ax, 3.4, 2.97, f"= {digits(da_dz)}", color=SLOPE, ha="center")
    say(ax, 5.5, 3.4, rf"$\dfrac{{d\mathcal{{L}}}}{{da}}\,= {of_loss}$", color=color, ha="center")
    say(ax, 5.5, 2.97, f"= {digits(dL_da)}", color=color, ha="center")
    # The notebook finds the equation of the cross-entropy's dL/db after this picture.
    equations = (20, 21) if loss == "squared_error" else (22, None)
    for name, height, last, equation in zip("wb", (0.95, 0.36), (x, 1), equations):
        _product(ax, height, name, (dL_da, da_dz, last), color, equation)
    return picture


def _draw_graph(ax, numbers, color):
    """The nodes with their numbers, and the edges."""
    for (symbol, at), number in zip(NODES.items(), numbers):
        node(ax, *at, f"${symbol}$")
        say(ax, at[0], at[1] - 0.41, digits(number), color=color if symbol == r"\mathcal{L}" else INK, ha="center")
    for start, end in EDGES:
        arrow(ax, start, end)


def _product(ax, height, name, factors, color, equation):
    """A line below the graph: the chain rule, with each factor in its colour of the graph."""
    signed = [f"({digits(factor)})" if factor < 0 else digits(factor) for factor in factors]
    chain = (
        (0.5, rf"$\dfrac{{\partial\mathcal{{L}}}}{{\partial {name}}} = $", INK, 13.5),
        (1.15, r"$\dfrac{d\mathcal{L}}{da}$", color, 13.5), (1.6, r"$\cdot$", INK, 13.5),
        (1.72, r"$\dfrac{da}{dz}$", SLOPE, 13.5),
        (2.15, rf"$\cdot\;\dfrac{{\partial z}}{{\partial {name}}}\;\approx$", INK, 13.5),
        (2.95, signed[0], color, 13.5), (3.75, r"$\cdot$", INK, 13.5), (3.87, signed[1], SLOPE, 13.5),
        (4.95, rf"$\cdot$ {signed[2]} ≈ {digits(math.prod(factors) + 0.0)}", INK, 13.5),  # no −0
        (6.75, f"({equation})" if equation else "", GREY, 13),
    )  # fmt: skip
    for x, words, its_color, size in chain:
        say(ax, x, height, words, color=its_color, fontsize=size)


@styled
def slip() -> Picture:
    """The numerical derivative of the sigmoid, with the curves of eq. 13 and of the note's misprint."""
    picture, (ax,) = panels(
        "Dots: the derivative of the sigmoid found numerically, for z in [-6, 6]. The curve a (1 - a), equation 13, "
        "runs through all of them; the misprint 1 - a falls from 1 to 0 and agrees only far to the right, where a is "
        "close to 1.",
        height=3.5,
    )
    z, dots, h = np.linspace(-6, 6, 241), np.linspace(-6, 6, 25), 1e-5
    ax.plot(z, 1 - sigmoid(z), color=GREY, linestyle="-.", label="misprint")
    ax.plot(z, sigmoid_prime(z), color=SLOPE, label="sigma'")
    dot(ax, dots, (sigmoid(dots + h) - sigmoid(dots - h)) / (2 * h), markersize=5.5, clip_on=False, label="numerical")
    say(ax, -0.6, 0.74, "$1 - a$, as printed in section 3", color=GREY)
    say(ax, 0, 0.1, "$a\\,(1 - a)$, eq. (13)", color=SLOPE, ha="center")
    say(ax, -2.7, 0.36, "numerical derivative of $\\sigma$", ha="center")
    ax.plot([-1.12, -1.9], [0.215, 0.31], color=GREY, linewidth=1, label="pointer")
    ax.set(xlabel="weighted input $z$", ylabel="derivative $da/dz$", ylim=(-0.02, 1.03))
    ax.set(yticks=[0, 0.25, 0.5, 0.75, 1])
    return picture


@styled
def step_size() -> Picture:
    """Error of one-sided and central differences of the sigmoid at z = 1 against the step h."""
    picture, (ax,) = panels(
        "Error of two numerical derivatives of the sigmoid at z = 1 against the step h, both axes on log scales: two "
        "V shapes. To the right the formula errs, one-sided differences like h and central ones like h^2; to the left "
        "rounding errs like 1/h. At h = 1e-5 central differences are near their best, about 2e-12 off.",
        height=3.8,
    )
    z, h = 1.0, np.logspace(-12, 0, 97)
    slope = sigmoid_prime(z)
    second, third = slope * (1 - 2 * sigmoid(z)), slope * (1 - 6 * slope)
    one_sided = (sigmoid(z + h) - sigmoid(z)) / h
    central = (sigmoid(z + h) - sigmoid(z - h)) / (2 * h)
    for model in abs(second) * h / 2, abs(third) * h**2 / 6, 2.0**-53 / h:
        ax.plot(h, model, color=GREY, linewidth=1, label="model")
    dot(ax, h, np.abs(one_sided - slope), color=INK, markersize=4.5, label="one-sided")
    dot(ax, h, np.abs(central - slope), color=SLOPE, marker="v", markersize=4.5, label="central")
    ax.axvline(1e-5, color=ZONE, linewidth=1.2, linestyle="--", zorder=1, label="default")
    say(ax, 5e-5, 2e-8, "one-sided:\nlike $h$")
    say(ax, 4e-3, 3e-10, "central:\nlike $h^2$", color=SLOPE)
    say(ax, 3e-11, 1e-3, "rounding:\nlike $1/h$", color=GREY)
    say(ax, 1.6e-5, 0.2, "default $h = 10^{-5}$", color=ZONE)
    ax.set(xscale="log", yscale="log", xlim=(7e-13, 1.4), ylim=(1e-14, 1))
    ax.set(xlabel="step $h$", ylabel="absolute error", title="numerical derivative of $\\sigma$ at $z = 1$")
    return picture


@styled
def slow_and_fast(y: int = 0, z: float | None = None) -> Picture:
    """How fast the weighted input learns: abs(dL/dz) of both losses, eq. 20 and 26, on a log scale.

    Parameters
    ----------
    y : int
        0 or 1.
    z : float, optional
        In [-10, 10]: where the ratio of the two is shown. By default 4 or -4, where the answer is wrong.

    Raises
    ------
    ValueError
        If y or z lies elsewhere.
    """
    y = one_label(y)
    wrong = 1 - 2 * y  # the side of z on which the answer is wrong
    at = 4.0 * wrong if z is None else one_number("z", z, -10, 10)
    fast, ratio = float(sigmoid(wrong * at)), 1 / float(sigmoid_prime(at))
    badly = at * wrong > 0
    picture, (ax,) = panels(
        f"The size of dL/dz of both losses for y = {y} against z, on a log scale. Where the answer is right both "
        "fall to 0 together. Where it is badly wrong, the shaded zone, that of the cross-entropy stays close to 1 "
        f"while that of the squared error falls to 0{': at' if badly else '. At'} z = {at:.3g} it is "
        f"{'already ' if badly else ''}{ratio:.1f} times smaller.",
        height=3.8,
    )
    grid = np.linspace(-10, 10, 401)
    off = sigmoid(wrong * grid)  # |a - y|
    zone(ax, *sorted((wrong * float(saturation_point(0.02)), wrong * 10)))
    curve(ax, grid, off, "cross_entropy")
    curve(ax, grid, off * sigmoid_prime(grid), "squared_error")
    arrow(ax, (at, fast / ratio), (at, fast), arrowstyle="<|-|>", zorder=4)
    dot(ax, [at, at], [fast, fast / ratio], markersize=5, label="ratio")

    ha = "left" if wrong > 0 else "right"  # labels extend to the side on which the answer is wrong
    say(ax, 6.9 * wrong, 2.8, "saturated, badly wrong", color=ZONE, ha="center", path_effects=None)
    say(ax, -7 * wrong, 2.8, "right: little to learn", color=GREY, ha="center")
    say(ax, -9.7 * wrong, 0.03, "cross-entropy (26)\n$|a - y|$", color=CROSS_ENTROPY, ha=ha)
    say(ax, -4.5 * wrong, 2e-5, "squared error (20)\n$|a - y|\\,a\\,(1-a)$", color=SQUARED_ERROR, ha=ha)
    words = f"at $z = {at:.3g}$:\n×{ratio:.{1 if ratio < 1000 else 0}f} = $1/(a(1-a))$"
    say(ax, 4.25 * wrong, 0.14, words, zorder=4, ha=ha, bbox=PAPER | dict(facecolor=ZONE_FILL))
    ax.set(xlabel="weighted input $z$", ylabel=r"$|\,d\mathcal{L}/dz\,|$", yscale="log", ylim=(1e-6, 6))
    ax.set(xlim=(-10, 10), xticks=range(-10, 11, 5), yticks=10.0 ** np.arange(-6, 1))
    ax.minorticks_off()
    return picture
