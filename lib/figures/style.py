"""Colours and settings: a loss has one colour and line style in every picture, a class one colour and marker."""

from typing import Any

from matplotlib import patheffects

from lib import data

# Okabe and Ito's colour-blind-safe colours, darkened so that text in them is legible on white (contrast >= 4.5).
SQUARED_ERROR = "#B84A00"  # vermilion
CROSS_ENTROPY = "#0068A8"  # blue
CLASS_0 = "#00705A"  # green
CLASS_1 = "#A3367A"  # purple
SLOPE = "#6A3D9A"  # violet: the derivative of sigma
INK = "#222222"
GREY = "#555555"
ZONE = "#6E5200"  # text on a shaded zone
ZONE_FILL = "#FAEFCB"

LOSSES: dict[str, dict[str, Any]] = {
    "squared_error": dict(color=SQUARED_ERROR, linestyle="-", label="squared error"),
    "cross_entropy": dict(color=CROSS_ENTROPY, linestyle=(0, (5, 1.6)), label="cross-entropy"),
}
CLASSES = (
    dict(color=CLASS_0, marker="o", label="$y = 0$"),
    dict(color=CLASS_1, marker="^", label="$y = 1$"),
)
PENGUINS = [style | {"label": f"{style['label']}: {name}"} for style, name in zip(CLASSES, data.PENGUIN_CLASSES)]
HALO = [patheffects.withStroke(linewidth=3, foreground="white")]  # a white rim around words and lines
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
    "xtick.color": GREY,
    "xtick.labelcolor": INK,
    "xtick.labelsize": 12,
    "ytick.color": GREY,
    "ytick.labelcolor": INK,
    "ytick.labelsize": 12,
}
