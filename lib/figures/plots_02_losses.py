"""The pictures of notebook 2: both losses, their derivatives, where they come from."""

from decimal import Decimal

import numpy as np

from lib import arguments
from lib.figures.drawing import curve, dot, legend, level, one_label, one_number, panels, say, zone
from lib.figures.picture import Picture, styled
from lib.figures.style import CROSS_ENTROPY, GREY, INK, LOSSES, SLOPE, SQUARED_ERROR, ZONE
from lib.neuron import (
    cross_entropy,
    cross_entropy_from_z,
    cross_entropy_prime,
    sigmoid,
    squared_error,
    squared_error_prime,
)


@styled
def losses() -> Picture:
    """Both losses against the activation, eq. 16 and 18: one panel a label."""
    picture, (left, right) = panels(
        "Both losses against the activation a, left for y = 1, right for y = 0. Both are 0 where a = y. At the wrong "
        "end the squared error stops at 1/2, while the cross-entropy grows without bound.",
        height=3.3,
        columns=2,
        sharey=True,
    )
    _losses_of_a(left, 1, squared_error, cross_entropy)
    _losses_of_a(right, 0, squared_error, cross_entropy)
    say(left, 0.02, 0.64, "squared error (16)", color=SQUARED_ERROR, fontsize=12)
    say(right, 0.98, 0.64, "squared error (16)", color=SQUARED_ERROR, fontsize=12, ha="right")
    say(left, 0.14, 2.5, "cross-entropy (18)\n$-\\log\\,a$", color=CROSS_ENTROPY)
    say(right, 0.86, 2.5, "cross-entropy (18)\n$-\\log(1-a)$", color=CROSS_ENTROPY, ha="right")
    for ax in left, right:
        _activation_axis(ax)
    left.set(ylabel=r"loss $\mathcal{L}$", ylim=(0, 4), yticks=range(5))
    return picture


@styled
def loss_slopes() -> Picture:
    """The derivative of both losses with respect to the activation, eq. 17 and 19: one panel a label."""
    picture, (left, right) = panels(
        "The derivatives dL/da of both losses against the activation a, left for y = 1, right for y = 0. That of the "
        "squared error is a straight line, never beyond 1 in size; that of the cross-entropy has size 1 where a = y "
        "and blows up at the wrong end.",
        height=3.3,
        columns=2,
    )
    _losses_of_a(left, 1, squared_error_prime, cross_entropy_prime)
    _losses_of_a(right, 0, squared_error_prime, cross_entropy_prime)
    say(left, 0.16, 0.35, "squared error (17): $a - 1$", color=SQUARED_ERROR)
    say(right, 0.84, -0.35, "squared error (17): $a$", color=SQUARED_ERROR, ha="right")
    say(left, 0.33, -5.5, "cross-entropy (19)\n$-1/a$", color=CROSS_ENTROPY)
    say(right, 0.67, 5.5, "cross-entropy (19)\n$1/(1-a)$", color=CROSS_ENTROPY, ha="right")
    for ax, sign, x in (left, -1, 0.97), (right, 1, 0.03):
        level(ax, sign)
        words = rf"dotted: $d\mathcal{{L}}/da = {sign}$"
        say(ax, x, 3.3 * sign, words, color=GREY, fontsize=12, ha="right" if sign < 0 else "left")
        _activation_axis(ax)
        ax.set(ylabel=r"$d\mathcal{L}/da$", ylim=sorted((-sign, 10 * sign)))
    return picture


@styled
def losses_at(a: float = 0.9, y: int = 0) -> Picture:
    """Both losses against the activation, and beside them their derivatives, with the points at ``a``.

    Parameters
    ----------
    a : float
        In [0.001, 0.999].
    y : int
        0 or 1.

    Raises
    ------
    ValueError
        If a or y lies elsewhere.
    """
    a, y = one_number("a", a, 0.001, 0.999), one_label(y)
    values = squared_error(a, y), cross_entropy(a, y)
    slopes = squared_error_prime(a, y), cross_entropy_prime(a, y)
    picture, (left, right) = panels(
        f"For y = {y}, both losses against the activation a, and beside them their derivatives. At a = {a:.3f} the "
        f"squared error is {values[0]:.4g} with slope {slopes[0]:.4g}, the cross-entropy is {values[1]:.4g} with "
        f"slope {slopes[1]:.4g}. At the wrong end, a = {1 - y}, the cross-entropy grows without bound.",
        height=3.6,
        columns=2,
    )
    _losses_of_a(left, y, squared_error, cross_entropy)
    _losses_of_a(right, y, squared_error_prime, cross_entropy_prime)
    level(right, 0)
    left.set(ylabel=r"loss $\mathcal{L}$", ylim=(0, 4), yticks=range(5))
    right.set(ylabel=r"$d\mathcal{L}/da$", ylim=(-10, 10))
    formulas = (
        (r"\frac{1}{2}a^2", r"-\log(1-a)"), ("a - y", "1/(1-a)")
    ) if y == 0 else (
        (r"\frac{1}{2}(1-a)^2", r"-\log\,a"), ("a - y", "-1/a")
    )  # fmt: skip
    side = dict(x=0.03) if y == 0 else dict(x=0.97, ha="right")  # the curves rise at the other end
    tops = 0.93, 0.36 if y == 0 else 0.93
    for ax, top, numbers, words in zip((left, right), tops, (values, slopes), formulas):
        _activation_axis(ax)
        ax.axvline(a, color=GREY, linewidth=1, linestyle=":", label="activation")
        for k, (number, formula, style) in enumerate(zip(numbers, words, LOSSES.values())):
            if ax.get_ylim()[0] <= number <= ax.get_ylim()[1]:
                dot(ax, a, number, color=style["color"])
            text = f"${formula} = {number:.4g}$"
            say(ax, **side, y=top - 0.16 * k, text=text, color=style["color"], transform=ax.transAxes)
    legend(picture)
    return picture


@styled
def coin(heads: int = 7, tosses: int = 10) -> Picture:
    """Mean cross-entropy and likelihood of tosses of a coin, against its probability a of heads.

    Parameters
    ----------
    heads : int
        At most ``tosses``.
    tosses : int
        1 to 1000; the likelihood of more does not fit into a float.
    """
    heads, tosses = arguments.count("heads", heads), arguments.count("tosses", tosses)
    if not 1 <= tosses <= 1000:
        raise ValueError(f"tosses must lie between 1 and 1000, got {tosses}")
    if heads > tosses:
        raise ValueError(f"heads must be at most tosses = {tosses}, got {heads}")
    tails, best = tosses - heads, heads / tosses
    picture, (left, right) = panels(
        f"For {heads} heads in {tosses} tosses, against the probability a of heads. Left, the mean cross-entropy of "
        f"the tosses has its minimum at a = {best:.3g}. Right, the likelihood "
        f"a^{heads} (1 - a)^{tails} has its maximum at the same a.",
        height=3.3,
        columns=2,
    )
    a = sigmoid(np.linspace(-12, 12, 801))  # dense at the ends
    curve(left, a, _coin_loss(a, best), "cross_entropy")
    right.plot(a, a**heads * (1 - a) ** tails, color=INK, label="likelihood")
    bottom = _coin_loss(best, best)
    dot(left, best, bottom, color=CROSS_ENTROPY, clip_on=False, label="minimum")
    dot(right, best, best**heads * (1 - best) ** tails, clip_on=False, label="maximum")
    for ax in left, right:
        ax.axvline(best, color=GREY, linewidth=1, linestyle=":", zorder=1, label="fraction of heads")
        ax.set(xlabel="probability $a$ of heads", xlim=(0, 1), xticks=np.linspace(0, 1, 6))
    left.set(ylabel="mean cross-entropy", ylim=(0, bottom + 2.5))
    right.set(ylabel=f"likelihood $a^{{{heads}}}(1-a)^{{{tails}}}$")
    right.set_ylim(bottom=0)
    right.ticklabel_format(axis="y", scilimits=(-2, 2), useMathText=True)
    return picture


def _losses_of_a(ax, y, of_squared_error, of_cross_entropy):
    """Two functions of (a, y), one of each loss, against a."""
    a = sigmoid(np.linspace(-12, 12, 401))  # dense at the ends
    curve(ax, a, of_squared_error(a, y), "squared_error")
    curve(ax, a, of_cross_entropy(a, y), "cross_entropy")
    ax.set_title(f"$y = {y}$")


def _activation_axis(ax):
    ax.set(xlabel="activation $a$", xlim=(0, 1), xticks=[0, 0.5, 1], xticklabels=["0", "0.5", "1"])


def _coin_loss(a, fraction):
    """Mean cross-entropy of tosses with this fraction of heads; 0 log 0 is 0."""
    return sum(part * cross_entropy(a, y) for part, y in ((fraction, 1), (1 - fraction, 0)) if part)


@styled
def lost_digits() -> Picture:
    """Relative error of the cross-entropy for y = 0, computed through a and from z, against 28-digit decimals."""
    end = 53 * np.log(2)  # from here on 1 + exp(-z) rounds to 1
    z = np.arange(0.1, 45.05, 0.1)
    exact = [(1 + Decimal(value).exp()).ln() for value in z.tolist()]
    safe = z < end
    through_a = -np.log(1 - 1 / (1 + np.exp(-z[safe])))
    picture, (ax,) = panels(
        "Relative error of the cross-entropy for y = 0 against z, on a log scale. Computed as -log(1 - a) it grows "
        "from 1e-16 to a hundredth, tenfold each time z grows by 2.3; beyond z = 36.7, where 1 - a rounds to 0, the "
        "result is inf. Computed from z it never exceeds the rounding of floats, 1e-16, and beyond z = 33, where the "
        "result is z itself, it falls with exp(-z).",
        height=3.6,
    )
    zone(ax, end, 45)
    from_z = np.asarray(cross_entropy_from_z(z, 0))
    for values, color, marker, label in (through_a, INK, "o", "through a"), (from_z, SLOPE, "v", "from z"):
        errors = [float(abs(Decimal(value) / truth - 1)) for value, truth in zip(values.tolist(), exact)]
        dot(ax, z[: len(values)], errors, color=color, marker=marker, markersize=3, label=label)
    say(ax, 13, 3e-9, "through $a$:  $-\\log(1 - a)$", ha="right")
    say(ax, 32, 2e-21, "from $z$:  $\\log(1 + e^{z})$, without $a$", color=SLOPE, ha="right")
    say(ax, 34, 2e-23, "beyond 33 it is $z$ itself, too small by only $e^{-z}$", color=SLOPE, ha="right")
    words = "$1 - a$ rounds\nto 0 and the\nloss to inf"
    say(ax, (end + 45) / 2, 1e-7, words, color=ZONE, ha="center", path_effects=None)
    say(ax, end - 0.4, 20, f"$z = {end:.1f}$", ha="right")
    ax.set(xlabel="weighted input $z$", ylabel="relative error", yscale="log", xlim=(0, 45))
    ax.set(ylim=(1e-24, 100), yticks=10.0 ** np.arange(-20, 1, 4))
    return picture
