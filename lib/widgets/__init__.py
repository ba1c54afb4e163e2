"""The moving figures of the notebooks: each a plain function that returns a widget.

They are drawn by the browser and work without a kernel. The files ending in .js beside this one are ES modules:
`neuron.js` has the mathematics, `drawing.js` and `moving.js` the functions that all figures use, and each figure has a
file of its own. `anywidget` loads them in JupyterLab, Notebook 7, VS Code, Colab and JupyterLite. Python only provides
the data.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import anywidget
import numpy as np
from traitlets import Dict

from lib import data, figures
from lib.lockstep import sgd_many

HERE = Path(__file__).parent
LOSSES = ("squared_error", "cross_entropy")


class MovingFigure(anywidget.AnyWidget):
    """A figure that moves in the browser.

    Parameters
    ----------
    name : str
        Of its file, without ".js".
    sentence : str
        What can be moved: the text/plain output, for screen readers and terminals.
    picture : function
        Returns the `figures.Picture` that is stored in notebooks in the place of the widget.
    data : dict, optional
        Data for the JavaScript, as numbers, lists and strings.
    """

    _css = HERE / "style.css"
    data = Dict().tag(sync=True)

    def __init__(self, name: str, sentence: str, picture: Callable[[], figures.Picture], data: dict | None = None):
        self.sentence = sentence
        self.picture = picture
        self._esm = module(name)
        super().__init__(data=data or {})

    def __repr__(self) -> str:
        return self.sentence

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return (data or {}) | {"text/plain": self.sentence}, metadata


@cache
def module(name: str) -> str:
    """The ES module of a figure in one text, because a module that anywidget loads cannot import files beside it."""
    files = ("neuron.js", "drawing.js", "moving.js", f"{name}.js")
    source = "\n".join((HERE / file).read_text(encoding="utf-8") for file in files)
    render = "({ model, el }) => show(el, figure, model.get('data'))"
    return f"{without_imports(source)}\nexport default {{ render: {render} }};\n"


def without_imports(source: str) -> str:
    return re.sub(r"^import [^;]*;\n", "", source, flags=re.MULTILINE)


def first_race() -> MovingFigure:
    """Two neurons under the squared error that should learn to answer 0, from an easy and a hard start."""
    return MovingFigure(
        "first_race",
        "Two neurons race to answer 0: one starts a little wrong, one badly wrong. Play shows who gets there first.",
        figures.two_starts,
    )


def sigmoid_explorer() -> MovingFigure:
    """A point on the sigmoid with its tangent, and the saturated zones."""
    return MovingFigure(
        "sigmoid_explorer",
        "A point is dragged along the sigmoid with its tangent; a slider sets where the saturated zones begin.",
        lambda: figures.tangent(1.0, 0.02),
    )


def loss_explorer() -> MovingFigure:
    """Both losses and their slopes at an activation, for either label."""
    return MovingFigure(
        "loss_explorer",
        "The activation a is dragged along both losses and their derivatives, for the label 0 or 1.",
        lambda: figures.losses_at(0.9, 0),
    )


def chain_rule() -> MovingFigure:
    """The computational graph with its numbers."""
    return MovingFigure(
        "chain_rule",
        "Sliders for w, x and b and buttons for y and the loss change every number in the computational graph.",
        figures.computational_graph,
    )


def saturation() -> MovingFigure:
    """abs(dL/dz) of both losses at z, and the ratio of the two."""
    return MovingFigure(
        "saturation",
        "The weighted input z is dragged: how many times harder the cross-entropy pulls than the squared error.",
        figures.slow_and_fast,
    )


def race() -> MovingFigure:
    """Two neurons that should learn to answer 0, one under each loss, from the same start."""

    def picture():
        w, b = [[0.6], [2.0]], [0.9, 2.0]  # an easy start and a hard one
        return figures.race(sgd_many(np.repeat(LOSSES, 2), w * 2, b * 2, [[1.0]], [0], 0.15, 300, 0))

    return MovingFigure(
        "race",
        "Two neurons race to answer 0, one under each loss; the start w, b and the learning rate can be chosen.",
        picture,
    )


def loss_surface() -> MovingFigure:
    """The paths of gradient descent over both loss surfaces, from one start."""
    X, y = data.clouds(60, 1, np.random.default_rng(1))
    eta, epochs, seed = (0.4, 0.1), 20, 1

    def picture():
        return figures.loss_surfaces(X, y, sgd_many(LOSSES, [-6.0], 8.0, X, y, eta, epochs, seed))

    return MovingFigure(
        "loss_surface",
        "A start (w, b) is dragged over both loss surfaces; the epoch steps along the paths of gradient descent.",
        picture,
        {"X": X.tolist(), "y": y.tolist(), "eta": list(eta), "orders": visits(len(y), epochs, seed)},
    )


def boundary() -> MovingFigure:
    """The line between the penguins while it is learned under both losses."""
    X, y = data.penguins()
    epochs, seed = 15, 0

    def picture():
        start = sgd_many(LOSSES, [-6.0, 4.0], 0.0, X, y, [0.2, 0.05], epochs, seed)
        return figures.decision_boundary(X, y, start, epochs=(0,))

    return MovingFigure(
        "boundary",
        "Two neurons learn to tell penguins apart, one under each loss; their start can be dragged, the epoch stepped.",
        picture,
        {
            "X": X.tolist(),
            "y": y.tolist(),
            "orders": visits(len(y), epochs, seed),
            "features": [f"{name} (standard deviations)" for name in data.PENGUIN_FEATURES],
            "classes": list(data.PENGUIN_CLASSES),
        },
    )


def visits(m: int, epochs: int, seed: int) -> list[list[int]]:
    """The order in which `sgd` with this seed visits the m rows, for each epoch."""
    rng = np.random.default_rng(seed)
    return [rng.permutation(m).tolist() for _ in range(epochs)]
