"""The figures of the four notebooks: each a plain function that returns a `Picture`.

A picture is a Matplotlib figure without pyplot. Its lines carry labels, by which they can be found. The same
loss has the same colour and line style in every picture, and the same class the same colour and marker.
A bad argument raises a ValueError that names it.

Some pictures can move, for `lib.widgets`: their function draws what stays, and an inner function `inside` what
depends on the values. `Picture.move` calls it again.
"""

import base64
import contextlib
import functools
import struct
import threading
import zlib
from decimal import Decimal

import matplotlib.style
import numpy as np
from matplotlib import colors, lines, patches, patheffects
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from lib import arguments, data
from lib.neuron import (
    cross_entropy,
    cross_entropy_from_z,
    cross_entropy_prime,
    saturation_point,
    sigmoid,
    sigmoid_prime,
    squared_error,
    squared_error_prime,
)

# Okabe and Ito's colour-blind-safe hues, darkened until words in them are legible on white (contrast >= 4.5).
SQUARED_ERROR = "#B84A00"  # vermilion
CROSS_ENTROPY = "#0068A8"  # blue
CLASS_0 = "#00705A"  # green
CLASS_1 = "#A3367A"  # purple
SLOPE = "#6A3D9A"  # violet: the derivative of sigma
INK = "#222222"
GREY = "#666666"
ZONE = "#6E5200"  # words on a zone
ZONE_FILL = "#FAEFCB"

LOSSES = {
    "squared_error": dict(color=SQUARED_ERROR, linestyle="-", label="squared error"),
    "cross_entropy": dict(color=CROSS_ENTROPY, linestyle=(0, (5, 1.6)), label="cross-entropy"),
}
CLASSES = (
    dict(color=CLASS_0, marker="o", label="$y = 0$"),
    dict(color=CLASS_1, marker="^", label="$y = 1$"),
)
_PENGUINS = [style | {"label": f"{style['label']}: {name}"} for style, name in zip(CLASSES, data.PENGUIN_CLASSES)]
STYLE = {
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.labelsize": 13,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlesize": 13,
    "axes.xmargin": 0,
    "font.family": "STIXGeneral",
    "font.size": 13,
    "legend.columnspacing": 1.4,
    "legend.fontsize": 12,
    "legend.frameon": False,
    "legend.handlelength": 2.8,
    "lines.linewidth": 2.2,
    "mathtext.fontset": "stix",
    "text.color": INK,
    "text.hinting": "none",  # takes a seventh off a frame
    "xtick.color": GREY,
    "xtick.labelcolor": INK,
    "xtick.labelsize": 12,
    "ytick.color": GREY,
    "ytick.labelcolor": INK,
    "ytick.labelsize": 12,
}
WIDTH = 7.2
_MATPLOTLIB = threading.RLock()  # its settings and its fonts are shared by all threads
HALO = [patheffects.withStroke(linewidth=3, foreground="white")]


class Picture(Figure):
    """A figure that shows itself in a notebook as PNG with a description, without help from a backend.

    Parameters
    ----------
    description : str
        What is drawn and what to see in it: the alternative text.
    height, width : float
        In inches of 100 pixels.
    """

    def __init__(self, description, height, width=WIDTH):
        super().__init__(figsize=(width, height), dpi=100, layout="constrained", facecolor="white")
        FigureCanvasAgg(self)
        self.get_layout_engine().set(w_pad=0.08, h_pad=0.06, wspace=0.03, hspace=0.03)
        self.description = description
        self._inside = None  # the function that draws what moves
        self._staying = []  # what it leaves alone, in the axes
        self._beneath = None  # the part of that which lies beneath all that moves
        self._background = None  # pixels of what no frame draws again

    def draw(self, renderer):
        with _style():  # Matplotlib makes ticks as late as here
            super().draw(renderer)

    def png(self, dpi=100):
        """The bytes of a PNG file, the same for the same figure."""
        self.set_dpi(dpi)
        self.canvas.draw()
        return self._pixels()

    def moving(self, inside, **values):
        """Let ``inside(**values)`` draw what moves, return this picture, and be ready for `move`.

        ``inside`` returns the description. It must leave ticks, axis labels, titles and limits alone.
        """
        self._inside = inside
        self._staying = [artist for ax in self.axes for artist in ax.get_children()]
        self.move(**values)
        return self

    def move(self, **values):
        """Show other values, as if the picture were drawn anew with them."""
        with _style():
            self._move(**values)

    def _move(self, **values):
        for ax in self.axes:
            for artist in ax.get_children():
                if artist not in self._staying:
                    artist.remove()
        self.description = self._inside(**values)

    def frame(self, **values):
        """Move to other values, and return the bytes of a PNG file of the same picture as `png`, made fast.

        The first frame fixes the layout. It keeps ticks, axis labels, legends and what lies beneath all that moves as
        pixels: they take most of the time of a drawing.
        """
        with _style():
            self._move(**values)
            beneath, above = self._layers()
            if beneath != self._beneath:
                self._draw_background(beneath, above)
            self.canvas.restore_region(self._background)
            for artist in above:
                artist.draw(self.canvas.get_renderer())
        return self._pixels()

    def _pixels(self):
        return _png(np.asarray(self.canvas.buffer_rgba())[..., :3])

    def _draw_background(self, beneath, above):
        if self._background is None:
            self.draw_without_rendering()
            self.set_layout_engine("none")
        for artist in beneath + above:
            artist.set_animated(artist in above)  # left out by the next line
        self.canvas.draw()
        self._beneath, self._background = beneath, self.canvas.copy_from_bbox(self.bbox)

    def _layers(self):
        """What is in the axes but ticks and axis labels, from back to front: beneath all that moves, and the rest."""
        beneath, above = [], []
        for ax in self.axes:
            around = ax.patch, ax.xaxis, ax.yaxis, ax.title
            inside = [artist for artist in ax.get_children() if artist.get_visible() and artist not in around]
            inside.sort(key=lambda artist: artist.zorder)
            first = [*(artist in self._staying for artist in inside), False].index(False)
            beneath += [ax.title, *inside[:first]]  # nothing comes near a title
            above += inside[first:]
        return beneath, above

    def _repr_mimebundle_(self, include=None, exclude=None):
        png = base64.b64encode(self.png()).decode("ascii")
        return {"image/png": png, "text/plain": self.description}, {"image/png": {"alt": self.description}}

    def _ipython_display_(self):
        # Once Matplotlib shows plots in a notebook, it would draw this figure too, without its description.
        from IPython.display import display  # only IPython comes here

        data, metadata = self._repr_mimebundle_()
        display(data, metadata=metadata, raw=True)


def _png(pixels):
    """A PNG file of pixels (height, width, 3), without filters: Pillow tries them all, in three times the time."""
    height, width, _ = pixels.shape
    rows = np.zeros((height, 1 + 3 * width), np.uint8)  # each begins with its filter, 0
    for colour in range(3):  # at once it takes six times as long
        rows[:, 1 + colour :: 3] = pixels[..., colour]
    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)  # 8 bits a colour, red, green and blue
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


@contextlib.contextmanager
def _style():
    """The style of this module, for one thread at a time: JupyterLab lets widgets run beside the cells."""
    with _MATPLOTLIB, matplotlib.rc_context():
        dict.update(matplotlib.rcParams, _settings())  # checked when they were made, so not for every frame
        yield


@functools.cache
def _settings():
    """All of Matplotlib's settings in the style of this module."""
    with matplotlib.style.context(["default", STYLE]):
        return {key: value for key, value in matplotlib.rcParams.items() if key != "backend"}


def _styled(function):
    """Run ``function`` in the style of this module, whatever the settings of the caller."""

    @functools.wraps(function)
    def styled(*args, **kwargs):
        with _style():
            return function(*args, **kwargs)

    return styled


# Notebook 1: the sigmoid


@_styled
def neuron() -> Picture:
    """The neuron as a pipeline: inputs, weighted sum z (eq. 3), activation a (eq. 5)."""
    picture, ax = _diagram(
        "Diagram of a neuron. The inputs x_1 to x_n, each times its weight w_j, and the bias b run into a sum "
        "z = w . x + b (equation 3); z runs through the sigmoid, a = sigma(z) (equation 5), and a, between 0 and 1, "
        "comes out.",
        height=3.0,
    )
    middle = 1.5
    for y, index in (2.5, "1"), (1.75, "2"), (0.5, "n"):
        _node(ax, 0.5, y, f"$x_{index}$")
        end = middle + 0.28 * (y - middle)
        _arrow(ax, (0.76, y), (2.3, end))
        _say(ax, 1.45, 0.55 * y + 0.45 * end, f"$w_{index}$", ha="center", fontsize=14, bbox=_PAPER)
    _say(ax, 0.5, 1.14, r"$\vdots$", ha="center", fontsize=16)
    _node(ax, 2.95, 2.6, "$b$")
    _arrow(ax, (2.95, 2.34), (2.95, 2.02))
    for x in 2.3, 4.55:
        corners = "round,pad=0,rounding_size=0.1"
        box = patches.FancyBboxPatch((x, 1.0), 1.3, 1.0, corners, facecolor="#F4F4F4", edgecolor=INK, linewidth=1.3)
        ax.add_patch(box)
    _say(ax, 2.95, middle, r"$\sum_{j=1}^{n}\, w_j x_j + b$", ha="center", path_effects=None)
    z = np.linspace(-6, 6, 61)
    ax.plot(5.2 + z / 12, 1.12 + 0.55 * sigmoid(z), color=INK, linewidth=1.8, label="sigma")
    _say(ax, 5.2, 1.83, r"$\sigma$", ha="center", fontsize=15, path_effects=None)
    _arrow(ax, (3.6, middle), (4.55, middle))
    _arrow(ax, (5.85, middle), (6.55, middle))
    _node(ax, 6.82, middle, "$a$")
    _say(ax, 4.07, middle + 0.17, "$z$", ha="center", fontsize=15)
    _say(ax, 2.95, 0.72, r"$z = \mathbf{w}^{T}\mathbf{x} + b$", ha="center")
    _say(ax, 2.95, 0.42, "weighted input, eq. (3)", color=GREY, ha="center")
    _say(ax, 5.2, 0.72, r"$a = \sigma(z) = 1/(1 + e^{-z})$", ha="center")
    _say(ax, 5.2, 0.42, "activation, eq. (5)", color=GREY, ha="center")
    return picture


@_styled
def sigmoid_curve() -> Picture:
    """The sigmoid on [-8, 8] with its properties, eq. 6 to 9."""
    picture, (ax,) = _panels(
        "The sigmoid rises from 0 on the far left to 1 on the far right without reaching either (equations 8, 9). It "
        "passes 1/2 at z = 0 (6), and its height at z = -2 equals its distance from 1 at z = 2 (7).",
        height=3.6,
    )
    z = np.linspace(-8, 8, 321)
    _level(ax, 0)
    _level(ax, 1)
    ax.plot(z, sigmoid(z), color=INK, label="sigma")
    for at, start, end in (-2, 0, sigmoid(-2)), (2, sigmoid(2), 1):
        ax.plot([at, at], [start, end], color=SLOPE, linewidth=4, solid_capstyle="butt", label="symmetric pair")
    _dot(ax, 0, 0.5)
    _say(ax, 0.35, 0.47, r"$\sigma(0) = \frac{1}{2}$   (6)", va="top")
    _say(ax, 2.2, 0.84, r"$1 - \sigma(2) = \sigma(-2)$   (7)", color=SLOPE, va="top")
    _say(ax, -2.2, 0.15, r"$\sigma(-2)$", color=SLOPE, ha="right")
    _say(ax, 7.9, 1.06, r"$\sigma(z) \to 1$ as $z \to \infty$   (9)", ha="right")
    _say(ax, -7.9, -0.07, r"$\sigma(z) \to 0$ as $z \to{-\infty}$   (8)")
    ax.set(xlabel="weighted input $z$", ylabel=r"activation $a = \sigma(z)$", ylim=(-0.13, 1.13), yticks=[0, 0.5, 1])
    return picture


@_styled
def tangent(z=1.0, eps=None) -> Picture:
    """The sigmoid with its tangent at ``z``, and beside it the derivative with the same point.

    Parameters
    ----------
    z : float
        In [-8, 8].
    eps : float, optional
        In [1e-3, 1/4]: the zones where sigma' < ``eps`` are shaded.
    """
    picture, (left, right) = _panels(height=3.3, columns=2)
    grid = np.linspace(-8, 8, 321)
    left.plot(grid, sigmoid(grid), color=INK, label="sigma")
    left.set(ylim=(-0.05, 1.05), yticks=[0, 0.5, 1], ylabel=r"activation $a = \sigma(z)$")
    right.plot(grid, sigmoid_prime(grid), color=SLOPE, label="sigma'")
    _level(right, 0.25)
    right.set(ylim=(-0.0125, 0.28), yticks=[0, 0.1, 0.2], ylabel=r"slope $\sigma′(z) = a\,(1-a)$")
    for ax in left, right:
        ax.set(xlabel="weighted input $z$", xlim=(-8, 8), xticks=range(-8, 9, 4))
    headings = []
    if eps is not None:
        headings.append(_heading(left, 0.74, "saturated where |𝑧| >", color=ZONE))
        headings.append(_heading(right, 0.7, "there σ′(𝑧) < 𝜀 =", color=ZONE))

    def inside(z, eps):
        z = _number("z", z, -8, 8)
        a, slope = sigmoid(z), sigmoid_prime(z)
        shaded = "" if eps is None else _saturated(left, right, headings, _number("eps", eps, 1e-3, 0.25))
        _plot(left, grid, a + slope * (grid - z), color=SLOPE, linewidth=1.6, label="tangent")
        _dot(left, z, a, label="point")
        words = f"𝑎 = {_digits(a)}\nslope {_digits(slope)}"
        corner = dict(x=0.97, y=0.06, ha="right", va="bottom") if z >= 0 else dict(x=0.03, y=0.96, va="top")
        say = functools.partial(_say, path_effects=None)  # no line comes near
        say(left, **corner, text=words, color=SLOPE, transform=left.transAxes)

        say(right, -7.8 if z >= 0 else 7.8, 0.263, "maximum ¼", ha="left" if z >= 0 else "right")
        _plot(right, [z, z], [0, slope], color=GREY, linewidth=1, linestyle=":", label="foot")
        _dot(right, z, slope, label="point")
        side = dict(x=0.97, ha="right") if z >= 0 else dict(x=0.03)
        words = f"σ′({_digits(z)})\n= {_digits(slope)}"
        say(right, **side, y=0.7, text=words, color=SLOPE, transform=right.transAxes)
        return (
            f"Left, the sigmoid with its tangent at z = {z:.3g}: the activation is {a:.3g}, the slope "
            f"a (1 - a) = {slope:.3g}. Right, that slope for every z: a bell with its maximum 1/4 at z = 0 and "
            f"nearly 0 far out.{shaded}"
        )

    return picture.moving(inside, z=z, eps=eps)


def _saturated(left, right, headings, eps):
    """Shade the zones of `tangent`, end its headings, and return a sentence for the description."""
    edge = saturation_point(eps)
    for ax in left, right:
        _zone(ax, -8, -edge)
        _zone(ax, edge, 8)
    for write, number in zip(headings, (f"{edge:.2f}", f"{eps:.3g}")):
        write(number)
    return f" Shaded: where |z| > {edge:.2f} the slope is below {eps:.3g}, and the neuron is saturated."


@_styled
def overflow() -> Picture:
    """The exponentials inside two formulas of the sigmoid, up to the largest float, and exp(-abs(z)) below 1.

    The vertical axes count powers of ten, because the numbers themselves do not fit into a float.
    """
    largest, smallest = np.log10(np.finfo(float).max), np.log10(5e-324)
    ends = np.log(np.finfo(float).max)
    picture, axes = _panels(
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
        inner = "left" if sign < 0 else "right"  # words run from the outer edge inwards
        z = sign * np.linspace(-100, ends, 101)
        ax.axhspan(largest, 450, color=ZONE_FILL, linewidth=0)
        ax.plot(z, sign * z / np.log(10), color=INK, label="exponential")
        tame = sign * np.array([-100, 0, -smallest * np.log(10)])
        ax.plot(tame, -np.abs(tame) / np.log(10), color=SLOPE, linewidth=1.6, linestyle="-.", label="tame exponential")
        _dot(ax, sign * ends, largest, marker="X", markersize=9)
        _say(ax, sign * 970, 390, trouble, color=ZONE, ha=inner, path_effects=None)
        _say(ax, sign * 970, 245, f"$z = {sign * ends:.1f}$", ha=inner)
        _say(ax, sign * 330, 185, f"${exponential}$", ha=inner, fontsize=15)
        _say(ax, sign * 400, -230, r"$e^{-|z|} \leq 1$", color=SLOPE, ha=inner, fontsize=15)
        _level(ax, 0)
        ax.set(xlabel="weighted input $z$", xlim=sorted((-sign * 100, sign * 1000)), ylim=(-360, 450))
        ax.set_title(f"${formula}$", fontsize=15)
        ax.set_xticks(np.arange(0, 1001, 250) * sign)
    powers = [-300, -200, -100, 0, 100, 200]
    axes[0].set_yticks([*powers, largest], [*(f"$10^{{{k}}}$" if k else "$1$" for k in powers), r"$1.8\times10^{308}$"])
    axes[0].set_ylabel("value of the exponential")
    return picture


@_styled
def saturation(eps=0.01) -> Picture:
    """The sigmoid above its derivative (log axis), with the zones where sigma' < ``eps`` shaded.

    Parameters
    ----------
    eps : float
        In [1e-4, 1/4]; for smaller values the zones leave the picture.
    """
    eps = _number("eps", eps, 1e-4, 0.25)
    edge = saturation_point(eps)
    picture, (top, bottom) = _panels(
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
        _zone(ax, -12, -edge)
        _zone(ax, edge, 12)
    for z_edge in -edge, edge:
        _dot(bottom, z_edge, eps, color=SLOPE)
        _say(top, (z_edge + np.copysign(12, z_edge)) / 2, 0.5, "saturated", color=ZONE, ha="center", path_effects=None)
    _level(bottom, eps)
    _say(bottom, 0, 1.5e-5, rf"$\varepsilon = {eps:.3g}$  at  $|z| = {edge:.2f}$", ha="center")
    top.set(ylabel=r"activation $\sigma(z)$", yticks=[0, 0.5, 1], ylim=(-0.05, 1.05))
    bottom.set(ylabel=r"slope $\sigma′(z)$", yscale="log", ylim=(4e-6, 0.5), yticks=[1e-5, 1e-3, 1e-1])
    bottom.set(xlabel="weighted input $z$")
    bottom.minorticks_off()
    return picture


@_styled
def prediction(w=(1.5, -1.0), b=0.5) -> Picture:
    """The plane of two inputs, coloured by the activation, with the line z = 0 between the predictions.

    Parameters
    ----------
    w : array (2,)
        Not both 0.
    b : float
        The line must pass through the picture: abs(b) at most 4 times the length of w.
    """
    w, b = arguments.parameters(w, b)
    length = np.linalg.norm(w)
    if w.shape != (2,) or not 0 < length < np.inf:
        raise ValueError(f"w must be two finite numbers, not both 0, got {w}")
    b = _number("b", b, -4 * length, 4 * length)
    picture, (ax,) = _panels(
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
    _line(ax, w, b, color=INK, label="z = 0")
    _arrow(ax, foot, foot + w, linewidth=2, mutation_scale=18)
    _say(ax, *(foot + w + 0.3 * normal), r"$\mathbf{w}$", ha="center", fontsize=15, clip_on=True, path_effects=None)
    along = np.array([-normal[1], normal[0]]) * (1 if normal[0] >= 0 else -1)
    _say(ax, *(foot + 1.6 * along), "$z = 0$", ha="center", clip_on=True, bbox=_PAPER)
    for sign, color, words in (-1, CLASS_0, "class 0 (14)\n$a < 1/2$"), (1, CLASS_1, "class 1 (15)\n$a \\geq 1/2$"):
        at = foot - 1.9 * along + sign * 1.8 * normal
        _say(ax, *at, words, color=color, ha="center", clip_on=True, path_effects=None)
    ticks = range(-4, 5, 2)
    ax.set(xlabel="input $x_1$", ylabel="input $x_2$", xlim=(-4, 4), ylim=(-4, 4), xticks=ticks, yticks=ticks)
    bar = picture.colorbar(image, ax=ax, ticks=[0, 0.25, 0.5, 0.75, 1], label="activation $a$")
    bar.outline.set_edgecolor(GREY)
    return picture


# Notebook 2: the losses


@_styled
def losses() -> Picture:
    """Both losses against the activation, eq. 16 and 18: one panel a label."""
    picture, (left, right) = _panels(
        "Both losses against the activation a, left for y = 1, right for y = 0. Both are 0 where a = y. At the wrong "
        "end the squared error stops at 1/2, while the cross-entropy grows without bound.",
        height=3.3,
        columns=2,
        sharey=True,
    )
    _losses_of_a(left, 1, squared_error, cross_entropy)
    _losses_of_a(right, 0, squared_error, cross_entropy)
    _say(left, 0.02, 0.64, "squared error (16)", color=SQUARED_ERROR, fontsize=12)
    _say(right, 0.98, 0.64, "squared error (16)", color=SQUARED_ERROR, fontsize=12, ha="right")
    _say(left, 0.14, 2.5, "cross-entropy (18)\n$-\\log\\,a$", color=CROSS_ENTROPY)
    _say(right, 0.86, 2.5, "cross-entropy (18)\n$-\\log(1-a)$", color=CROSS_ENTROPY, ha="right")
    for ax in left, right:
        _activation_axis(ax)
    left.set(ylabel=r"loss $\mathcal{L}$", ylim=(0, 4), yticks=range(5))
    return picture


@_styled
def loss_slopes() -> Picture:
    """The derivative of both losses with respect to the activation, eq. 17 and 19: one panel a label."""
    picture, (left, right) = _panels(
        "The derivatives dL/da of both losses against the activation a, left for y = 1, right for y = 0. That of the "
        "squared error is a straight line, never beyond 1 in size; that of the cross-entropy has size 1 where a = y "
        "and blows up at the wrong end.",
        height=3.3,
        columns=2,
    )
    _losses_of_a(left, 1, squared_error_prime, cross_entropy_prime)
    _losses_of_a(right, 0, squared_error_prime, cross_entropy_prime)
    _say(left, 0.16, 0.35, "squared error (17): $a - 1$", color=SQUARED_ERROR)
    _say(right, 0.84, -0.35, "squared error (17): $a$", color=SQUARED_ERROR, ha="right")
    _say(left, 0.33, -5.5, "cross-entropy (19)\n$-1/a$", color=CROSS_ENTROPY)
    _say(right, 0.67, 5.5, "cross-entropy (19)\n$1/(1-a)$", color=CROSS_ENTROPY, ha="right")
    for ax, sign in (left, -1), (right, 1):
        _level(ax, sign)
        _activation_axis(ax)
        ax.set(ylabel=r"$d\mathcal{L}/da$", ylim=sorted((-sign, 10 * sign)))
    return picture


@_styled
def losses_at(a=0.9, y=0) -> Picture:
    """Both losses against the activation, and beside them their derivatives, with the points at ``a``.

    Parameters
    ----------
    a : float
        In [0.001, 0.999].
    y : int
        0 or 1.
    """
    picture, (left, right) = _panels(height=3.6, columns=2)
    for ax in left, right:
        _activation_axis(ax)
    left.set(ylabel=r"loss $\mathcal{L}$", ylim=(0, 4), yticks=range(5))
    right.set(ylabel=r"$d\mathcal{L}/da$", ylim=(-10, 10))
    _level(right, 0)
    _legend(picture)
    of_label = {
        label: [
            *_losses_of_a(left, label, squared_error, cross_entropy),
            *_losses_of_a(right, label, squared_error_prime, cross_entropy_prime),
        ]
        for label in (0, 1)
    }

    def inside(a, y):
        a, y = _number("a", a, 0.001, 0.999), _label(y)
        values = squared_error(a, y), cross_entropy(a, y)
        slopes = squared_error_prime(a, y), cross_entropy_prime(a, y)
        _show_only(of_label, y)
        if y == 0:
            free, below = dict(x=0.03), 0.36  # the curves rise at the right end
            formulas = ("½𝑎²", "−log(1−𝑎)"), ("𝑎", "1/(1−𝑎)")
        else:
            free, below = dict(x=0.97, ha="right"), 0.93
            formulas = ("½(1−𝑎)²", "−log 𝑎"), ("𝑎 − 1", "−1/𝑎")
        for ax, top, numbers, words in (left, 0.93, values, formulas[0]), (right, below, slopes, formulas[1]):
            ax.axvline(a, color=GREY, linewidth=1, linestyle=":", zorder=2.5, label="activation")
            for k, (number, formula, style) in enumerate(zip(numbers, words, LOSSES.values())):
                _dot_within(ax, a, number, color=style["color"])
                text = f"{formula} = {_digits(number)}"
                _say(ax, **free, y=top - 0.16 * k, text=text, color=style["color"], transform=ax.transAxes)
        return (
            f"For y = {y}, both losses against the activation a, and beside them their derivatives. At a = {a:.3f} the "
            f"squared error is {values[0]:.4g} with slope {slopes[0]:.4g}, the cross-entropy is {values[1]:.4g} with "
            f"slope {slopes[1]:.4g}. At the wrong end, a = {1 - y}, the cross-entropy grows without bound."
        )

    return picture.moving(inside, a=a, y=y)


@_styled
def coin(heads=7, tosses=10) -> Picture:
    """What a coin of bias a makes of the tosses: their mean cross-entropy, and their likelihood.

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
    picture, (left, right) = _panels(
        f"For {heads} heads in {tosses} tosses, against the bias a of the coin. Left, the mean cross-entropy of the "
        f"tosses has its minimum at a = {best:.3g}, the fraction of heads. Right, the likelihood "
        f"a^{heads} (1 - a)^{tails} has its maximum at the same a.",
        height=3.3,
        columns=2,
    )
    a = sigmoid(np.linspace(-12, 12, 801))  # dense at the ends
    _curve(left, a, _coin_loss(a, best), "cross_entropy")
    right.plot(a, a**heads * (1 - a) ** tails, color=INK, label="likelihood")
    bottom = _coin_loss(best, best)
    _dot(left, best, bottom, color=CROSS_ENTROPY, clip_on=False, label="minimum")
    _dot(right, best, best**heads * (1 - best) ** tails, clip_on=False, label="maximum")
    for ax in left, right:
        ax.axvline(best, color=GREY, linewidth=1, linestyle=":", zorder=1, label="fraction of heads")
        ax.set(xlabel="bias $a$ of the coin (probability of heads)", xlim=(0, 1), xticks=np.linspace(0, 1, 6))
    left.set(ylabel="mean cross-entropy", ylim=(0, bottom + 2.5))
    left.set_title(f"minimum at $a = {heads}/{tosses}$", loc="right")
    right.set(ylabel=f"likelihood $a^{{{heads}}}(1-a)^{{{tails}}}$")
    right.set_title(f"maximum at $a = {heads}/{tosses}$", loc="right", y=1)
    right.set_ylim(bottom=0)
    right.ticklabel_format(axis="y", scilimits=(-2, 2), useMathText=True)
    return picture


def _losses_of_a(ax, y, of_squared_error, of_cross_entropy):
    """Two functions of (a, y), one of each loss, against a; the artists."""
    a = sigmoid(np.linspace(-12, 12, 401))  # dense at the ends
    return [
        _curve(ax, a, of_squared_error(a, y), "squared_error"),
        _curve(ax, a, of_cross_entropy(a, y), "cross_entropy"),
        _above(ax, 0.5, f"$y = {y}$", ha="center", zorder=0),
    ]


def _activation_axis(ax):
    ax.set(xlabel="activation $a$", xlim=(0, 1), xticks=[0, 0.5, 1], xticklabels=["0", "0.5", "1"])


def _coin_loss(a, fraction):
    """Mean cross-entropy of tosses of which this fraction is heads; 0 log 0 is 0."""
    return sum(part * cross_entropy(a, y) for part, y in ((fraction, 1), (1 - fraction, 0)) if part)


@_styled
def lost_digits() -> Picture:
    """Relative error of the cross-entropy for y = 0, through a and from z, against 28 digits."""
    end = 53 * np.log(2)  # from here on 1 + exp(-z) rounds to 1
    z = np.arange(0.1, 45.05, 0.1)
    exact = [(1 + Decimal(value).exp()).ln() for value in z.tolist()]
    safe = z < end
    through_a = -np.log(1 - 1 / (1 + np.exp(-z[safe])))
    picture, (ax,) = _panels(
        "Relative error of the cross-entropy for y = 0 against z, on a log scale. Computed as -log(1 - a) it grows "
        "from 1e-16 to a hundredth, tenfold each time z grows by 2.3; beyond z = 36.7, where 1 - a rounds to 0, the "
        "result is inf. Computed from z it never exceeds the rounding of floats, 1e-16.",
        height=3.6,
    )
    _zone(ax, end, 45)
    from_z = cross_entropy_from_z(z, 0)
    for values, color, marker, label in (through_a, INK, "o", "through a"), (from_z, SLOPE, "v", "from z"):
        errors = [float(abs(Decimal(value) / truth - 1)) for value, truth in zip(values.tolist(), exact)]
        _dot(ax, z[: len(values)], errors, color=color, marker=marker, markersize=3, label=label)
    _say(ax, 13, 3e-9, "through $a$:  $-\\log(1 - a)$", ha="right")
    _say(ax, 16, 2e-20, "from $z$:  $\\log(1 + e^{z})$, without $a$", color=SLOPE, ha="center")
    words = "$1 - a$ rounds\nto 0 and the\nloss to inf"
    _say(ax, (end + 45) / 2, 1e-7, words, color=ZONE, ha="center", path_effects=None)
    _say(ax, end - 0.4, 20, f"$z = {end:.1f}$", ha="right")
    ax.set(xlabel="weighted input $z$", ylabel="relative error", yscale="log", xlim=(0, 45))
    ax.set(ylim=(1e-22, 100), yticks=10.0 ** np.arange(-20, 1, 4))
    return picture


# Notebook 3: the gradients


@_styled
def computational_graph(w=2.0, b=2.0, x=1.0, y=0, loss="squared_error") -> Picture:
    """One example on its way to the loss, with the local derivative on each edge, eq. 20 to 22.

    Parameters
    ----------
    w, b, x : float
        With abs(w x + b) at most 36, so that a is neither 0 nor 1.
    y : int
        0 or 1.
    loss : str
        "squared_error" or "cross_entropy".
    """
    picture, ax = _diagram(height=4.2)
    middle = 2.75
    nodes = {
        "w": (0.5, 3.65),
        "x": (0.5, middle),
        "b": (0.5, 1.85),
        "z": (2.4, middle),
        "a": (4.4, middle),
        "y": (6.6, 3.65),
        r"\mathcal{L}": (6.6, middle),
    }
    for symbol, at in nodes.items():
        _node(ax, *at, f"${symbol}$")
    _arrow(ax, (0.76, 3.59), (2.19, 2.93))
    _arrow(ax, (0.76, 1.91), (2.19, 2.57))
    _arrow(ax, (6.6, 3.39), (6.6, 3.01))
    for start, end in (0.76, 2.14), (2.66, 4.14), (4.66, 6.34):
        _arrow(ax, (start, middle), (end, middle))
    _say(ax, 1.5, 3.55, r"$\dfrac{\partial z}{\partial w}\,= x =$", color=SLOPE)
    _say(ax, 1.5, 1.95, r"$\dfrac{\partial z}{\partial b}\,= 1$", color=SLOPE)
    _say(ax, 3.4, 3.1, r"$\dfrac{da}{dz}\,= a\,(1-a)$", color=SLOPE, ha="center")
    products = {"w": 0.92, "b": 0.36}
    for name, height in products.items():
        chain = (
            rf"\dfrac{{\partial\mathcal{{L}}}}{{\partial {name}}} = "
            rf"\dfrac{{d\mathcal{{L}}}}{{da}} \cdot \dfrac{{da}}{{dz}} \cdot \dfrac{{\partial z}}{{\partial {name}}}"
        )
        _say(ax, 0.5, height, rf"${chain} \,\approx$", fontsize=13.5)
    of_loss_and_label = {}
    for loss_of, label, formula, equations in (
        ("squared_error", 0, "a - y", (20, 21)),
        ("squared_error", 1, "a - y", (20, 21)),
        ("cross_entropy", 0, "1/(1-a)", (22, 27)),
        ("cross_entropy", 1, "-1/a", (22, 27)),
    ):
        slope = rf"$\dfrac{{d\mathcal{{L}}}}{{da}}\,= {formula}$"
        of_loss_and_label[loss_of, label] = [
            _say(ax, 5.5, 3.1, slope, color=LOSSES[loss_of]["color"], ha="center"),
            *(
                _say(ax, 6.9, height, f"({equation})", color=GREY, ha="right")
                for height, equation in zip(products.values(), equations)
            ),
        ]

    def inside(w, b, x, y, loss):
        w, b, x = _number("w", w), _number("b", b), _number("x", x)
        y = _label(y)
        if loss not in tuple(LOSSES):
            raise ValueError(f"loss must be one of {', '.join(LOSSES)}, got {loss!r}")
        z = _number("w * x + b", w * x + b, -36, 36)
        a, da_dz = sigmoid(z), sigmoid_prime(z)
        if loss == "squared_error":
            value, dL_da = squared_error(a, y), squared_error_prime(a, y)
        else:
            value, dL_da = cross_entropy_from_z(z, y), cross_entropy_prime(a, y)
        _show_only(of_loss_and_label, (loss, y))
        say = functools.partial(_say, ax, path_effects=None)  # no line comes near
        color = LOSSES[loss]["color"]
        for (at, height), number in zip(nodes.values(), (w, x, b, z, a, y, value)):
            beside = (at - 0.45, height) if number is y else (at, height - 0.41)
            say(*beside, _digits(number), color=color if number is value else INK, ha="center")
        say(2.27, 3.55, _digits(x), color=SLOPE)
        say(3.4, 2.53, f"= {_digits(da_dz)}", color=SLOPE, ha="center")
        say(5.5, 2.53, f"= {_digits(dL_da)}", color=color, ha="center")
        for height, last in zip(products.values(), (x, 1)):
            factors = [f"({_digits(factor)})" if factor < 0 else _digits(factor) for factor in (dL_da, da_dz, last)]
            product = _digits(dL_da * da_dz * last + 0.0)  # no −0
            say(2.17, height, f"{' · '.join(factors)} ≈ {product}", fontsize=13.5)
        return (
            f"Computational graph of one example under the {LOSSES[loss]['label']}: w = {w:.4g}, x = {x:.4g} and "
            f"b = {b:.4g} give z = {z:.4g}, a = {a:.4g} and, with y = {y}, the loss {value:.4g}. The edges carry "
            f"dz/dw = x, dz/db = 1, da/dz = {da_dz:.4g} and dL/da = {dL_da:.4g}; their products are "
            f"dL/dw = {dL_da * da_dz * x:.4g} and dL/db = {dL_da * da_dz:.4g}."
        )

    return picture.moving(inside, w=w, b=b, x=x, y=y, loss=loss)


@_styled
def slip() -> Picture:
    """The numerical derivative of the sigmoid, with eq. 13 through it and the note's misprint past it."""
    picture, (ax,) = _panels(
        "Dots: the derivative of the sigmoid found numerically, for z in [-6, 6]. The curve a (1 - a), equation 13, "
        "runs through all of them; the misprint 1 - a falls from 1 to 0 and agrees only far to the right, where a is "
        "close to 1.",
        height=3.5,
    )
    z, dots, h = np.linspace(-6, 6, 241), np.linspace(-6, 6, 25), 1e-5
    ax.plot(z, 1 - sigmoid(z), color=GREY, linestyle="-.", label="misprint")
    ax.plot(z, sigmoid_prime(z), color=SLOPE, label="sigma'")
    _dot(ax, dots, (sigmoid(dots + h) - sigmoid(dots - h)) / (2 * h), markersize=5.5, clip_on=False, label="numerical")
    _say(ax, -0.6, 0.74, "$1 - a$, as printed in section 3", color=GREY)
    _say(ax, 0, 0.1, "$a\\,(1 - a)$, eq. (13)", color=SLOPE, ha="center")
    _say(ax, -2.7, 0.36, "numerical derivative of $\\sigma$", ha="center")
    ax.plot([-1.12, -1.9], [0.215, 0.31], color=GREY, linewidth=1, label="pointer")
    ax.set(xlabel="weighted input $z$", ylabel="derivative $da/dz$", ylim=(-0.02, 1.03))
    ax.set(yticks=[0, 0.25, 0.5, 0.75, 1])
    return picture


@_styled
def step_size() -> Picture:
    """Error of forward and central differences of the sigmoid at z = 1 against the step h."""
    picture, (ax,) = _panels(
        "Error of two numerical derivatives of the sigmoid at z = 1 against the step h, both axes on log scales: two "
        "V shapes. To the right the formula errs, forward differences like h and central ones like h^2; to the left "
        "rounding errs like 1/h. At h = 1e-5 central differences are near their best, about 2e-12 off.",
        height=3.8,
    )
    z, h = 1.0, np.logspace(-12, 0, 97)
    slope = sigmoid_prime(z)
    second, third = slope * (1 - 2 * sigmoid(z)), slope * (1 - 6 * slope)
    forward = (sigmoid(z + h) - sigmoid(z)) / h
    central = (sigmoid(z + h) - sigmoid(z - h)) / (2 * h)
    for model in abs(second) * h / 2, abs(third) * h**2 / 6, 2.0**-53 / h:
        ax.plot(h, model, color=GREY, linewidth=1, label="model")
    _dot(ax, h, np.abs(forward - slope), color=INK, markersize=4.5, label="forward")
    _dot(ax, h, np.abs(central - slope), color=SLOPE, marker="v", markersize=4.5, label="central")
    ax.axvline(1e-5, color=ZONE, linewidth=1.2, linestyle="--", zorder=1, label="choice")
    _say(ax, 6e-5, 3e-8, "forward\n$|\\sigma″|\\,h/2$")
    _say(ax, 4e-3, 3e-10, "central\n$|\\sigma‴|\\,h^2/6$", color=SLOPE)
    _say(ax, 1.5e-11, 2e-4, "rounding\n$10^{-16}/h$", color=GREY)
    _say(ax, 1e-5, 0.2, "choice $h = 10^{-5}$", color=ZONE, ha="center", bbox=_PAPER)
    ax.set(xscale="log", yscale="log", xlim=(7e-13, 1.4), ylim=(1e-14, 1))
    ax.set(xlabel="step $h$", ylabel="absolute error of the derivative")
    return picture


@_styled
def slow_and_fast(y=0, z=None) -> Picture:
    """How fast the weighted input learns: abs(dL/dz) of both losses, eq. 20 and 26, on a log scale.

    Parameters
    ----------
    y : int
        0 or 1.
    z : float, optional
        In [-10, 10]: where the ratio of the two is shown; otherwise 4 from 0 on the wrong side.
    """
    picture, (ax,) = _panels(height=3.8)
    ax.set(xlabel="weighted input $z$", ylabel=r"$|\,d\mathcal{L}/dz\,|$", yscale="log", ylim=(1e-6, 6))
    ax.set(xlim=(-10, 10), xticks=range(-10, 11, 5), yticks=10.0 ** np.arange(-6, 1))
    ax.minorticks_off()
    of_label = {label: _both_slopes(ax, 1 - 2 * label) for label in (0, 1)}

    def inside(y, z):
        y = _label(y)
        _show_only(of_label, y)
        wrong = 1 - 2 * y
        at = 4 * wrong if z is None else _number("z", z, -10, 10)
        fast, ratio = sigmoid(wrong * at), 1 / sigmoid_prime(at)
        slow = fast / ratio
        _arrow(ax, (at, slow), (at, fast), arrowstyle="<|-|>", zorder=4)
        _dot(ax, [at, at], [fast, slow], markersize=5, label="ratio")
        words = f"at 𝑧 = {_digits(at)}:\n×{ratio:.{1 if ratio < 1000 else 0}f} = 1/(𝑎(1 − 𝑎))"
        beside = dict(ha="left" if y == 0 else "right", bbox=_PAPER | dict(facecolor=ZONE_FILL))
        _say(ax, 4.25 * wrong, 0.14, words, path_effects=None, zorder=4, **beside)
        number = f"at z = {at:.3g} it is already" if at * wrong > 0 else f"At z = {at:.3g} it is"
        link = ": " if at * wrong > 0 else ". "
        return (
            f"The size of dL/dz of both losses for y = {y} against z, on a log scale. Where the answer is right both "
            "fall to 0 together. Where it is badly wrong, the shaded zone, that of the cross-entropy stays close to 1 "
            f"while that of the squared error falls to 0{link}{number} {ratio:.1f} times smaller."
        )

    return picture.moving(inside, y=y, z=z)


def _both_slopes(ax, wrong):
    """What `slow_and_fast` shows for one label; ``wrong`` is 1 or -1, the side of z where the answer is wrong."""
    z = np.linspace(-10, 10, 401)
    off = sigmoid(wrong * z)  # |a - y|
    ha = "left" if wrong > 0 else "right"  # words run towards the wrong side
    return [
        _zone(ax, *sorted((wrong * saturation_point(0.02), wrong * 10))),
        _curve(ax, z, off, "cross_entropy"),
        _curve(ax, z, off * sigmoid_prime(z), "squared_error"),
        _say(ax, 6.9 * wrong, 2.8, "saturated, badly wrong", color=ZONE, ha="center", path_effects=None),
        _say(ax, -7 * wrong, 2.8, "right: little to learn", color=GREY, ha="center"),
        _say(ax, -9.7 * wrong, 0.03, "cross-entropy (26)\n$|a - y|$", color=CROSS_ENTROPY, ha=ha),
        _say(ax, -4.5 * wrong, 2e-5, "squared error (20)\n$|a - y|\\,a\\,(1-a)$", color=SQUARED_ERROR, ha=ha),
    ]


# Notebook 4: stochastic gradient descent


@_styled
def race(runs) -> Picture:
    """The saturated neuron under both losses: its output against the updates, from an easy and a hard start.

    Parameters
    ----------
    runs : Runs
        Of one `sgd_many` call on the single example x = 1, y = 0, in this order: squared error from the easy
        start, squared error from the hard one, cross-entropy from the easy start, cross-entropy from the hard one.
    """
    w, b = _paths(runs, count=4, n=1)
    a = sigmoid(w[:, :, 0] + b)
    picture, axes = _panels(
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
        _curve(ax, updates, a[k], "squared_error")
        _curve(ax, updates, a[k + 2], "cross_entropy")
        _dot(ax, 0, a[k, 0], clip_on=False, label="start")
        ax.set(xlabel="updates", title=f"{title}: $w = {w[k, 0, 0]:.3g}$, $b = {b[k, 0]:.3g}$", ylim=(0, 1.03))
    axes[0].set_ylabel("activation $a$ (wanted: 0)")
    _legend(picture)
    return picture


@_styled
def race_until(runs, update) -> Picture:
    """The output of two neurons from one start, one under each loss, with their state after an update.

    Parameters
    ----------
    runs : Runs
        Of one `sgd_many` call on the single example x = 1, y = 0: squared error, then cross-entropy.
    update : int
        None beyond the last of the runs.
    """
    last = _paths(runs, count=2, n=1)[1].shape[1] - 1
    picture, (ax,) = _panels(height=3.5)
    ax.set(xlabel="updates", xlim=(0, last), ylabel="activation $a$ (wanted: 0)", ylim=(0, 1.03))
    headings = [
        _heading(ax, end, f"{style['label']} 𝑎 =", color=style["color"])
        for end, style in zip((0.32, 0.83), LOSSES.values())
    ]
    _legend(picture)

    def inside(runs, update):
        w, b = _paths(runs, count=2, n=1)
        k = _epoch("update", update, b)
        a = sigmoid(w[:, :, 0] + b)
        for of_loss, loss, write in zip(a, LOSSES, headings):
            _curve_until(ax, of_loss, k, loss)
            write(f"{of_loss[k]:.3f}")
        ax.axvline(k, color=GREY, linewidth=1, linestyle=":", zorder=1, label="update")
        return (
            f"Output of two neurons that should learn to answer 0, against the updates. Both start at "
            f"w = {w[0, 0, 0]:.3g}, b = {b[0, 0]:.3g} with the answer {a[0, 0]:.3f}. After {k} updates the squared "
            f"error has brought it to {a[0, k]:.3f}, the cross-entropy to {a[1, k]:.3f}."
        )

    return picture.moving(inside, runs=runs, update=update)


@_styled
def learning_curves(errors, xlabel="epochs", ylabel="mean $|a - y|$") -> Picture:
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
    picture, axes = _small_panels(
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
            _curve(ax, epochs, median, loss)
        ax.set_title(title)
    picture.supxlabel(xlabel, fontsize=13)
    picture.supylabel(ylabel, fontsize=13)
    axes[0].set_ylim(bottom=0)
    _legend(picture)
    return picture


@_styled
def loss_surfaces(X, y, runs, epoch=None, corners=None) -> Picture:
    """The mean loss over the plane of w and b under both losses, with the paths of gradient descent.

    Parameters
    ----------
    X : array (m, 1)
    y : array (m,)
    runs : Runs
        Of one `sgd_many` call: k runs with squared error, then k with cross-entropy from the same starts.
    epoch : int, optional
        Where the paths end, and the mean losses there; otherwise the last of the runs.
    corners : array (2, 2), optional
        Two opposite corners (w, b) of the plane; otherwise it holds the paths.
    """
    X, y = arguments.dataset(X, y)
    arguments.features("X", X, 1)
    w, b = _paths(runs, count=None, n=1)
    if corners is not None:
        w, b = np.array([_point("corners", corner, 2) for corner in corners]).T
    picture, axes = _panels(height=3.9, columns=2, sharex=True, sharey=True)
    w_side, b_side = (np.linspace(*_range(values), 61) for values in (w, b))
    z = w_side[:, np.newaxis] * X[:, 0] + b_side[:, np.newaxis, np.newaxis]  # (61 of b, 61 of w, m)
    for ax, loss, verdict in zip(axes, LOSSES, ("not convex", "convex")):
        surface = _loss_of_z(loss, z, y).mean(axis=-1)
        levels = np.linspace(surface.min(), surface.max(), 16)
        ax.contourf(w_side, b_side, surface, levels, cmap=_SHADES)
        ax.contour(w_side, b_side, surface, levels, colors=GREY, linewidths=0.5)
        ax.set(xlabel="weight $w$", title=f"{LOSSES[loss]['label']}: {verdict}")
        if epoch is not None:
            look = dict(color=LOSSES[loss]["color"], va="baseline", transform=ax.transAxes)
            _say(ax, 0.28, 0.04, "mean loss", ha="right", zorder=1.5, **look)
    axes[0].set_ylabel("bias $b$")

    def inside(runs, epoch):
        w, b = _paths(runs, count=None, n=1)
        w, half = w[:, :, 0], len(w) // 2
        halves = slice(half), slice(half, None)
        last = b.shape[1] - 1 if epoch is None else _epoch("epoch", epoch, b)
        for ax, loss, rows in zip(axes, LOSSES, halves):
            ring = dict(color=LOSSES[loss]["color"], markerfacecolor="white", markeredgewidth=1.8)
            for w_path, b_path in zip(w[rows, : last + 1], b[rows, : last + 1]):
                _curve(ax, w_path, b_path, loss, linewidth=1.8, path_effects=HALO)
                _dot(ax, w_path[0], b_path[0], label="start", **ring)
                _dot(ax, w_path[-1], b_path[-1], label="end", color=LOSSES[loss]["color"])
        description = (
            "Contours of the mean loss over the weight w and the bias b, equally spaced in loss, with the paths of "
            "gradient descent, each from a ring to a dot. Left, squared error: wide plateaus, on which paths creep; "
            "not convex. Right, cross-entropy: a bowl without plateaus, which paths run down at once; convex."
        )
        if epoch is None:
            return description
        means = [", ".join(f"{mean:.3f}" for mean in runs.losses[rows, last]) for rows in halves]
        for ax, loss, words in zip(axes, LOSSES, means):
            look = dict(color=LOSSES[loss]["color"], va="baseline", transform=ax.transAxes)
            _say(ax, 0.28, 0.04, f" {words}", **look)
        return (
            f"{description} After {last} epochs the mean squared error is {means[0]}, the mean cross-entropy "
            f"{means[1]}."
        )

    return picture.moving(inside, runs=runs, epoch=epoch)


@_styled
def section(X, y, start, end) -> Picture:
    """The mean loss of both along the straight line from ``start`` to ``end``, with its chord.

    Parameters
    ----------
    X : array (m, n)
    y : array (m,)
    start, end : array (n + 1,)
        The weights, then the bias.
    """
    X, y = arguments.dataset(X, y)
    start, end = (_point(name, value, X.shape[1] + 1) for name, value in (("start", start), ("end", end)))
    t = np.linspace(0, 1, 201)
    z = (start + t[:, np.newaxis] * (end - start)) @ np.vstack([X.T, np.ones(len(X))])
    means = [_loss_of_z(loss, z, y).mean(axis=-1) for loss in LOSSES]
    chords = [mean[0] + t * (mean[-1] - mean[0]) for mean in means]
    verdicts = [f"{'partly' if (mean > chord + 1e-9).any() else 'never'} above" for mean, chord in zip(means, chords)]
    picture, axes = _panels(
        "The mean loss along the straight line from one choice of weights and bias to another, with the chord between "
        f"its ends. The squared error is {verdicts[0]} its chord, the cross-entropy is {verdicts[1]} its chord; a "
        "convex function never is.",
        height=3.4,
        columns=2,
    )
    for ax, loss, mean, chord, verdict in zip(axes, LOSSES, means, chords, verdicts):
        ax.fill_between(t, chord, mean, where=mean > chord, color=ZONE_FILL, linewidth=0)
        ax.plot(t, chord, color=GREY, linewidth=1.4, linestyle=":", label="chord")
        _curve(ax, t, mean, loss)
        _dot(ax, t[[0, -1]], mean[[0, -1]], color=LOSSES[loss]["color"], clip_on=False, label="ends")
        ax.set(xlabel="way from start to end", xticks=[0, 0.5, 1], ylabel="mean loss")
        ax.set(title=f"{LOSSES[loss]['label']}: {verdict} its chord", ylim=(0, 1.1 * mean.max()))
    return picture


@_styled
def decision_boundary(X, y, runs, epochs) -> Picture:
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
    w, b = _paths(runs, count=2, n=2)
    epochs = [arguments.count("epochs", epoch) for epoch in np.atleast_1d(epochs)]
    if not epochs or max(epochs) >= b.shape[1]:
        raise ValueError(f"epochs must hold numbers from 0 to {b.shape[1] - 1}, got {epochs}")
    picture, axes = _small_panels(
        f"Bill depth against bill length of {np.count_nonzero(y == 0)} {data.PENGUIN_CLASSES[0]} penguins (circles) "
        f"and {np.count_nonzero(y == 1)} {data.PENGUIN_CLASSES[1]} penguins (triangles), with the line z = 0 of the "
        f"neuron under both losses, one panel each after {', '.join(map(str, epochs))} epochs: the line turns until "
        "it parts the two.",
        len(epochs),
    )
    for ax, epoch in zip(axes, epochs):
        _penguins(ax, X, y)
        _boundaries(ax, w[:, epoch], b[:, epoch])
        ax.set_title(f"after {epoch} epoch{'s' * (epoch != 1)}")
    picture.supxlabel(f"{data.PENGUIN_FEATURES[0]} (standard deviations)", fontsize=13)
    picture.supylabel(f"{data.PENGUIN_FEATURES[1]} (standard deviations)", fontsize=13)
    _legend(picture, *_PENGUINS)
    return picture


@_styled
def boundary_until(X, y, runs, epoch) -> Picture:
    """The penguins with the boundary of both losses after an epoch, and beside them the learning curves so far.

    Parameters
    ----------
    X, y, runs
        As `decision_boundary`.
    epoch : int
        None beyond the last of the runs.
    """
    X, y = arguments.dataset(X, y)
    arguments.features("X", X, 2)
    last = _paths(runs, count=2, n=2)[1].shape[1] - 1
    picture, (left, right) = _panels(height=3.9, columns=2)
    _penguins(left, X, y)
    left.set(xlabel=f"{data.PENGUIN_FEATURES[0]} (standard deviations)")
    left.set(ylabel=f"{data.PENGUIN_FEATURES[1]} (standard deviations)")
    right.set(xlabel="epochs", ylabel="mean $|a - y|$", xlim=(0, last), ylim=(0, 1))
    right.xaxis.get_major_locator().set_params(integer=True)
    headings = [
        _heading(right, end, style["label"], color=style["color"], fontsize=12)
        for end, style in zip((0.34, 0.84), LOSSES.values())
    ]
    _legend(picture, *_PENGUINS)

    def inside(runs, epoch):
        w, b = _paths(runs, count=2, n=2)
        k = _epoch("epoch", epoch, b)
        errors = np.abs(sigmoid(w @ X.T + b[..., np.newaxis]) - y).mean(axis=-1)
        _boundaries(left, w[:, k], b[:, k])
        for error, loss, write in zip(errors, LOSSES, headings):
            _curve_until(right, error, k, loss)
            write(f"{error[k]:.3f}")
        start = ", ".join(f"{value:.3g}" for value in (*w[0, 0], b[0, 0]))
        return (
            "Left, bill depth against bill length of the penguins with the line z = 0 of the neuron under both losses "
            f"after {k} epochs from the start (w_1, w_2, b) = ({start}). Right, the mean error |a - y| by epoch: it "
            f"began at {errors[0, 0]:.3f} and is now {errors[0, k]:.3f} under the squared error, {errors[1, k]:.3f} "
            "under the cross-entropy."
        )

    return picture.moving(inside, runs=runs, epoch=epoch)


def _penguins(ax, X, y):
    for label, style in enumerate(_PENGUINS):
        _dot(ax, *X[y == label].T, **style, markersize=5, alpha=0.45, markeredgewidth=0, zorder=2)
    ax.set(xlim=_range(X[:, 0]), ylim=_range(X[:, 1]))


def _boundaries(ax, w, b):
    """The lines z = 0 of two neurons, one under each loss."""
    for w_of_loss, b_of_loss, loss in zip(w, b, LOSSES):
        _line(ax, w_of_loss, b_of_loss, path_effects=HALO, **LOSSES[loss])


# What the pictures share

_PAPER = dict(facecolor="white", edgecolor="none", pad=1.5)  # behind words on a line
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_SHADES = colors.LinearSegmentedColormap.from_list("shades", ["white", "#CACACA"])


def _panels(description=None, *, height, rows=1, columns=1, width=WIDTH, **options):
    """A picture with a grid of axes, and these in a flat list; one that moves gets its description later."""
    picture = Picture(description, height, width)
    return picture, list(picture.subplots(rows, columns, squeeze=False, **options).flat)


def _small_panels(description, count):
    """A picture with ``count`` panels that share the vertical axis, at most three a row."""
    columns = 2 if count == 4 else min(count, 3)
    rows = -(-count // columns)
    picture, axes = _panels(description, height=1 + 2.4 * rows, rows=rows, columns=columns, sharey=True)
    for ax in axes[count:]:
        ax.remove()
    return picture, axes[:count]


def _diagram(description=None, *, height):
    """A picture with one axes without a frame, measured in inches."""
    picture = Picture(description, height)
    picture.set_layout_engine("none")
    ax = picture.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(0, height))
    ax.set_axis_off()
    ax.spines[:].set_visible(False)
    return picture, ax


def _node(ax, x, y, text, color=INK):
    """A circle with a symbol in it."""
    ax.add_patch(patches.Circle((x, y), 0.25, facecolor="white", edgecolor=color, linewidth=1.4))
    _say(ax, x, y, text, color=color, ha="center", fontsize=15)


def _arrow(ax, start, end, **options):
    style = {"arrowstyle": "-|>", "mutation_scale": 13, "linewidth": 1.3, "color": INK, "shrinkA": 0, "shrinkB": 0}
    ax.add_patch(patches.FancyArrowPatch(start, end, **style | options))


def _say(ax, x, y, text, **options):
    """Words beside what they name, with a white rim where they meet a line."""
    lines_start = "center" if options.get("ha") == "center" else "left"
    usual = {"va": "center", "linespacing": 1.15, "multialignment": lines_start, "path_effects": HALO}
    if "×10" in text:
        usual["family"] = ["STIXGeneral", "DejaVu Serif"]  # most raised digits are not in the first
    return ax.text(x, y, text, **usual | options)


def _above(ax, x, text, **options):
    """Words above the axes, as a title, at a fraction of its width."""
    return _say(ax, x, 1.03, text, **{"va": "baseline", "path_effects": None, "transform": ax.transAxes} | options)


def _heading(ax, end, words, **options):
    """Words above the axes that end at a fraction of its width; returns what writes the moving number behind them."""
    _above(ax, end, words, ha="right", zorder=0, **options)
    return lambda number: _above(ax, end, f" {number}", in_layout=False, **options)


def _show_only(groups, chosen):
    """Of groups of artists, by key, show the chosen one: those that stay are kept as pixels."""
    for key, artists in groups.items():
        for artist in artists:
            artist.set_visible(key == chosen)


def _plot(ax, x, y, **style):
    """As ax.plot, but in a third of the time where the limits are set."""
    if ax.get_autoscalex_on() or ax.get_autoscaley_on():
        return ax.plot(x, y, **style)[0]
    return ax.add_artist(lines.Line2D(np.atleast_1d(x), np.atleast_1d(y), **style))


def _curve(ax, x, y, loss, **options):
    return _plot(ax, x, y, **LOSSES[loss] | options)


def _dot(ax, x, y, **options):
    look = {"color": INK, "linestyle": "", "marker": "o", "markersize": 7, "zorder": 5}
    return _plot(ax, x, y, **look | options)


def _dot_within(ax, x, y, **options):
    """A dot, or where it lies above or below the picture an arrowhead at that edge."""
    low, high = ax.get_ylim()
    marker = "^" if y > high else "v" if y < low else "o"
    _dot(ax, x, np.clip(y, low, high), marker=marker, clip_on=False, in_layout=False, label="point", **options)


def _curve_until(ax, values, k, loss):
    """The way so far, to a dot at index k, on the whole way, which is thin and pale."""
    _curve(ax, range(len(values)), values, loss, linewidth=1, alpha=0.5)
    _curve(ax, range(k + 1), values[: k + 1], loss)
    _dot(ax, k, values[k], color=LOSSES[loss]["color"], clip_on=False, in_layout=False, label="now")


def _line(ax, w, b, **options):
    """The line w . x + b = 0 in the plane; none where w is 0."""
    if w.any():
        foot = -b * w / (w @ w)
        ax.axline(foot, foot + [-w[1], w[0]], **options)


def _level(ax, y):
    """A thin line at a height, such as an asymptote."""
    ax.axhline(y, color=GREY, linewidth=1, linestyle=":", zorder=1)


def _zone(ax, start, end):
    """A shaded range of the horizontal axis."""
    # As axvspan, but for limits, which are set, and in a quarter of the time.
    look = dict(color=ZONE_FILL, linewidth=0, zorder=0, transform=ax.get_xaxis_transform())
    return ax.add_artist(patches.Rectangle((start, 0), end - start, 1, **look))


def _legend(picture, *markers):
    """The line styles of the losses, and the markers if there are any, above the panels."""
    handles = [lines.Line2D([], [], **style) for style in LOSSES.values()]
    handles += [lines.Line2D([], [], linestyle="", **style) for style in markers]
    picture.legend(handles=handles, loc="outside upper center", ncols=len(handles))


def _digits(number):
    """A number with four digits, as plain text, such as −1.234 or 1.234×10⁻⁵.

    Plain, because Matplotlib takes long to read a formula that it has not seen lately, and numbers are always new.
    """
    mantissa, _, exponent = f"{number:.4g}".partition("e")
    power = f"×10{str(int(exponent)).translate(_RAISED)}" if exponent else ""
    return mantissa.replace("-", "−") + power


def _loss_of_z(loss, z, y):
    return squared_error(sigmoid(z), y) if loss == "squared_error" else cross_entropy_from_z(z, y)


def _range(values):
    """From the smallest to the largest value, and a tenth more on each side."""
    margin = 0.1 * np.ptp(values) or 1
    return values.min() - margin, values.max() + margin


def _number(name, value, low=-np.inf, high=np.inf):
    """Return ``value`` as a float, or raise ValueError unless it is one finite number from low to high."""
    number = arguments.numbers(name, value)
    if number.ndim or not np.isfinite(number) or not low <= number <= high:
        raise ValueError(f"{name} must be one finite number from {low:.6g} to {high:.6g}, got {value!r}")
    return float(number)


def _label(y):
    return int(_number("y", arguments.labels("y", y)))


def _point(name, value, length):
    point = arguments.numbers(name, value)
    if point.shape != (length,):
        raise ValueError(f"{name} has shape {point.shape}, wanted ({length},): the weights, then the bias")
    return point


def _paths(runs, count, n):
    """Weights (R, epochs + 1, n) and biases (R, epochs + 1) of ``runs``; ``count`` None stands for any even R."""
    w, b = (arguments.numbers(f"runs.{name}", getattr(runs, name, None)) for name in "wb")
    if w.shape != (*b.shape, n) or b.ndim != 2 or not b.size or (len(b) % 2 if count is None else len(b) != count):
        wanted = f"{'an even number of' if count is None else count} runs with {n} weight(s) each"
        raise ValueError(f"runs has w of shape {w.shape} and b of shape {b.shape}, wanted {wanted}")
    return w, b


def _epoch(name, value, b):
    """Return ``value`` as an int, or raise ValueError unless it is an index into the epochs of the biases ``b``."""
    epoch = arguments.count(name, value)
    if epoch >= b.shape[1]:
        raise ValueError(f"{name} must be a number from 0 to {b.shape[1] - 1}, got {epoch}")
    return epoch
