"""Functions that all figures use: panels, labels, curves, points, and checks of arguments."""

from typing import Any

import numpy as np
from matplotlib import colors, lines, patches
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text
from numpy.typing import ArrayLike

from lib import arguments
from lib.figures.picture import WIDTH, Picture
from lib.figures.style import GREY, HALO, INK, LOSSES, ZONE_FILL
from lib.lockstep import Runs
from lib.neuron import cross_entropy_from_z, sigmoid, squared_error

PAPER = dict(facecolor="white", edgecolor="none", pad=1.5)  # behind words on a line
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
SHADES = colors.LinearSegmentedColormap.from_list("shades", ["white", "#CACACA"])


def panels(
    description: str, *, height: float, rows: int = 1, columns: int = 1, width: float = WIDTH, **options: Any
) -> tuple[Picture, list[Axes]]:
    """A picture with a grid of axes, and these in a flat list."""
    picture = Picture(description, height, width)
    return picture, list(picture.subplots(rows, columns, squeeze=False, **options).flat)


def small_panels(description: str, count: int) -> tuple[Picture, list[Axes]]:
    """A picture with ``count`` panels that share the vertical axis, at most three a row."""
    columns = 2 if count == 4 else min(count, 3)
    rows = -(-count // columns)
    picture, axes = panels(description, height=1 + 2.4 * rows, rows=rows, columns=columns, sharey=True)
    for ax in axes[count:]:
        ax.remove()
    return picture, axes[:count]


def diagram(description: str, *, height: float) -> tuple[Picture, Axes]:
    """A picture with one axes without a frame, measured in inches."""
    picture = Picture(description, height)
    picture.set_layout_engine("none")
    ax = picture.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(0, height))
    ax.set_axis_off()
    ax.spines[:].set_visible(False)
    return picture, ax


def node(ax: Axes, x: float, y: float, text: str, color: str = INK) -> None:
    """A circle with a symbol in it."""
    ax.add_patch(patches.Circle((x, y), 0.25, facecolor="white", edgecolor=color, linewidth=1.4))
    say(ax, x, y, text, color=color, ha="center", fontsize=15)


def arrow(ax: Axes, start: tuple[float, float], end: tuple[float, float], **options: Any) -> None:
    style: dict[str, Any] = {
        "arrowstyle": "-|>",
        "mutation_scale": 13,
        "linewidth": 1.3,
        "color": INK,
        "shrinkA": 0,
        "shrinkB": 0,
    }
    ax.add_patch(patches.FancyArrowPatch(start, end, **style | options))


def say(ax: Axes, x: float, y: float, text: str, **options: Any) -> Text:
    """A label, with a white outline that keeps it legible on lines."""
    lines_start = "center" if options.get("ha") == "center" else "left"
    usual: dict[str, Any] = {"va": "center", "linespacing": 1.15, "multialignment": lines_start, "path_effects": HALO}
    if "×10" in text:
        usual["family"] = ["STIXGeneral", "DejaVu Serif"]  # the first lacks most superscript digits
    return ax.text(x, y, text, **usual | options)


def curve(ax: Axes, x: ArrayLike, y: ArrayLike, loss: str, **options: Any) -> Line2D:
    return ax.plot(x, y, **LOSSES[loss] | options)[0]


def dot(ax: Axes, x: ArrayLike, y: ArrayLike, **options: Any) -> Line2D:
    look: dict[str, Any] = {"color": INK, "linestyle": "", "marker": "o", "markersize": 7, "zorder": 5}
    return ax.plot(x, y, **look | options)[0]


def boundary_line(ax: Axes, w: np.ndarray, b: float, **options: Any) -> None:
    """Draw the line w . x + b = 0 in the plane; nothing if w is 0."""
    if w.any():
        foot = -b * w / (w @ w)
        ax.axline(foot, foot + [-w[1], w[0]], **options)


def level(ax: Axes, y: float) -> None:
    """A thin line at a height, such as an asymptote."""
    ax.axhline(y, color=GREY, linewidth=1.2, linestyle=":", zorder=1)


def zone(ax: Axes, start: float, end: float) -> None:
    """A shaded range of the horizontal axis."""
    ax.axvspan(start, end, color=ZONE_FILL, linewidth=0, zorder=0)


def legend(picture: Picture, *markers: dict[str, Any]) -> None:
    """The line styles of the losses, and the markers if there are any, above the panels."""
    handles = [lines.Line2D([], [], **style) for style in LOSSES.values()]
    handles += [lines.Line2D([], [], linestyle="", **style) for style in markers]
    picture.legend(handles=handles, loc="outside upper center", ncols=min(len(handles), 4))


def digits(number: float) -> str:
    """A number with four digits, as plain text, such as −1.234 or 1.234×10⁻⁵."""
    mantissa, _, exponent = f"{number:.4g}".partition("e")
    power = f"×10{str(int(exponent)).translate(RAISED)}" if exponent else ""
    return mantissa.replace("-", "−") + power


def loss_of_z(loss: str, z: ArrayLike, y: ArrayLike) -> np.ndarray | np.float64:
    return squared_error(sigmoid(z), y) if loss == "squared_error" else cross_entropy_from_z(z, y)


def with_margin(values: np.ndarray) -> tuple[float, float]:
    """From the smallest to the largest value, and a tenth more on each side."""
    margin = 0.1 * np.ptp(values) or 1
    return values.min() - margin, values.max() + margin


def one_number(name: str, value: ArrayLike, low: float = -np.inf, high: float = np.inf) -> float:
    """Return ``value`` as a float, or raise ValueError unless it is one finite number from low to high."""
    number = arguments.numbers(name, value)
    if number.ndim or not np.isfinite(number) or not low <= number <= high:
        raise ValueError(f"{name} must be one finite number from {low:.6g} to {high:.6g}, got {value!r}")
    return float(number)


def one_label(y: ArrayLike) -> int:
    return int(one_number("y", arguments.labels("y", y)))


def one_point(name: str, value: ArrayLike, length: int) -> np.ndarray:
    point = arguments.numbers(name, value)
    if point.shape != (length,):
        raise ValueError(f"{name} has shape {point.shape}, wanted ({length},): the weights, then the bias")
    return point


def paths_of(runs: Runs, count: int | None, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights (R, epochs + 1, n) and biases (R, epochs + 1) of ``runs``; ``count`` None stands for any even R."""
    # If ``runs`` has no such attribute, `numbers` raises ValueError for None.
    w, b = (arguments.numbers(f"runs.{name}", getattr(runs, name, None)) for name in "wb")  # type: ignore[arg-type]
    if w.shape != (*b.shape, n) or b.ndim != 2 or not b.size or (len(b) % 2 if count is None else len(b) != count):
        wanted = f"{'an even number of' if count is None else count} runs with {n} weight(s) each"
        raise ValueError(f"runs has w of shape {w.shape} and b of shape {b.shape}, wanted {wanted}")
    return w, b
