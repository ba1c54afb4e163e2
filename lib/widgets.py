"""The moving figures of the notebooks: each a plain function that returns an ipywidget with sliders.

A widget draws nothing itself. It hands the values of its controls to a figure of `lib.figures` and shows the frame in
one image, replaced in place: nothing flickers, and nothing is left in the cell's output. It makes its first frame when
a browser shows it, so that without a browser it costs no drawing. In a stored notebook it is one sentence.

A frame is ready before the kernel reports idle, and JupyterLab sends the next value of a slider, the newest, only
then: values that arrive in between are never queued. It lets controls run in threads of their own, beside each other
and beside the cells, hence the lock.
"""

import base64
import functools
import html
import threading

import ipywidgets
import numpy as np
from traitlets import CFloat, CInt, Unicode

from lib import data, figures
from lib.sgd import sgd_many

LOSSES = ("squared_error", "cross_entropy")
# One transparent pixel. Chromium may never show an image that was broken, even empty, while out of sight.
NOTHING_YET = (
    b"data:image/png;base64,"
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII="
)


class _Image(ipywidgets.Image):
    """An image with a title, which screen readers take: ipywidgets has no alternative text.

    Its view shows a title only beside an empty description, which images do not have.
    """

    description = Unicode("").tag(sync=True)
    tooltip = Unicode("Figure, described in words below").tag(sync=True)


# ipywidgets sends every value that comes from a browser back to all browsers, for those that show the same notebook.
# One more message a frame is not worth that: they see the same picture anyway.
_NO_ECHO = {"sync": True, "echo_update": False}


class _FloatSlider(ipywidgets.FloatSlider):
    value = CFloat(0.0).tag(**_NO_ECHO)


class _FloatLogSlider(ipywidgets.FloatLogSlider):
    value = CFloat(1.0).tag(**_NO_ECHO)


class _IntSlider(ipywidgets.IntSlider):
    value = CInt(0).tag(**_NO_ECHO)


class MovingFigure(ipywidgets.VBox):
    """Controls above a figure that follows them, with its description below.

    Parameters
    ----------
    sentence : str
        What can be moved: what stored notebooks show.
    figure : function
        From keyword arguments to a `figures.Picture` whose ``move`` takes the same ones.
    controls : dict
        Name -> ipywidget with a value.
    arguments : function, optional
        From the values of the controls, by name, to the arguments of ``figure``; otherwise they are the same.
    play : ipywidgets.Play, optional
        Moves the first control, which stands beside it.
    presets : dict, optional
        Label -> values of the controls, by name: a button each, before Reset.
    """

    def __init__(self, sentence, figure, controls, arguments=dict, play=None, presets=None):
        self.sentence = sentence
        self.controls = controls
        self.picture = None
        self._figure = figure
        self._arguments = arguments
        self._play = play
        self._lock = threading.RLock()
        # _view_count: the browser counts the places where the image is shown, from 0 on.
        at_most_native = {"max_width": "calc(100% - 4px)", "align_self": "flex-start"}  # 4: its margins
        self.image = _Image(format="url", value=NOTHING_YET, _view_count=0, layout=at_most_native)
        self.image.observe(self._first_frame, "_view_count")
        self.description = ipywidgets.HTML(layout={"max_width": "720px", "min_height": "90px"})  # 4 lines
        self.trouble = ipywidgets.HTML()
        start = {name: control.value for name, control in controls.items()}
        self.buttons = {}
        for label, values in {**(presets or {}), "Reset": start}.items():
            button = self.buttons[label] = ipywidgets.Button(description=label, layout={"width": "90px"})
            button.on_click(functools.partial(self._go, values))
        for control in controls.values():
            control.observe(self._show, "value")
        first, *others = controls.values()
        rows = [[play, first], others] if play else [[first, *others]]
        rows[-1] += self.buttons.values()
        rows = [ipywidgets.Box(row, layout={"flex_flow": "row wrap", "align_items": "center"}) for row in rows]
        super().__init__([*rows, self.trouble, self.image, self.description])

    def _first_frame(self, change):
        self.image.unobserve(self._first_frame, "_view_count")
        self.image._view_count = None  # no more counting: a closed notebook would still try to report it
        self._show()

    def _show(self, change=None):
        """Make a frame of the controls' values; an error becomes a line in the widget."""
        with self._lock:
            try:
                arguments = self._arguments(**{name: control.value for name, control in self.controls.items()})
                if self.picture is None:
                    self.picture = self._figure(**arguments)
                self.image.value = _address(self.picture.frame(**arguments))
                self.description.value = _paragraph(self.picture.description)
                self.trouble.value = ""
            except Exception as error:
                self.trouble.value = _paragraph(f"{type(error).__name__}: {error}")

    def _go(self, values, button):
        """Stop, and set several controls in one frame."""
        with self._lock:
            if self._play:
                self._play.playing = False
            for name, value in values.items():
                self.controls[name].unobserve(self._show, "value")
                self.controls[name].value = value
                self.controls[name].observe(self._show, "value")
            self._show()

    def __repr__(self):
        return self.sentence  # ipywidgets would write down every part of it

    def _repr_mimebundle_(self, **kwargs):  # where it cuts sentences short
        return super()._repr_mimebundle_(**kwargs) | {"text/plain": self.sentence}


def sigmoid_explorer():
    """A point on the sigmoid with its tangent, and the saturated zones."""
    return MovingFigure(
        "Sliders for z and eps move a point along the sigmoid, its tangent and the saturated zones.",
        figures.tangent,
        {
            "z": _slider("$z$", "weighted input", 1.0, -8, 8, 0.1, ".1f"),
            "eps": _log_slider(r"$\varepsilon$", "slope where saturation begins", 0.01, down=1, up=1.3),
        },
    )


def loss_explorer():
    """Both losses and their slopes at an activation, for either label."""
    return MovingFigure(
        "Sliders for a and y move a point along both losses and along their derivatives.",
        figures.losses_at,
        {"a": _slider("$a$", "activation", 0.9, 0.001, 0.999, 0.001, ".3f"), "y": _steps("$y$", "label", 0, 1)},
    )


def chain_rule():
    """The computational graph with its numbers."""
    loss = ipywidgets.ToggleButtons(
        options=[(figures.LOSSES[name]["label"], name) for name in LOSSES], style={"button_width": "120px"}
    )
    return MovingFigure(
        "Sliders for w, b, x and y change every number in the computational graph; buttons switch the loss.",
        figures.computational_graph,
        {
            "w": _slider("$w$", "weight", 2.0, -5, 5, 0.1, ".1f"),
            "b": _slider("$b$", "bias", 2.0, -5, 5, 0.1, ".1f"),
            "x": _slider("$x$", "input", 1.0, -3, 3, 0.1, ".1f"),
            "y": _steps("$y$", "label", 0, 1),
            "loss": loss,
        },
    )


def saturation():
    """How hard both losses pull at z, and the ratio of the two."""
    return MovingFigure(
        "Sliders for z and y show how many times harder the cross-entropy pulls at z than the squared error.",
        figures.slow_and_fast,
        {"z": _slider("$z$", "weighted input", 4.0, -10, 10, 0.1, ".1f"), "y": _steps("$y$", "label", 0, 1)},
    )


def race():
    """Two neurons that should learn to answer 0, one under each loss, from the same start."""
    updates = 300

    @functools.lru_cache(maxsize=1)  # so that the update moves without training again
    def train(w, b, eta):
        return sgd_many(LOSSES, [w], b, [[1.0]], [0], eta, updates, seeds=0)

    def arguments(update, **start):
        return {"runs": train(**start), "update": update}

    update = _steps("update", "number of updates", 0, updates)
    return MovingFigure(
        "A Play button lets two neurons race, one under each loss; sliders choose the start w, b and the rate eta.",
        figures.race_until,
        {
            "update": update,
            "w": _slider("$w$", "weight at the start", 2.0, -4, 4, 0.1, ".1f"),
            "b": _slider("$b$", "bias at the start", 2.0, -4, 4, 0.1, ".1f"),
            "eta": _log_slider(r"$\eta$", "learning rate", 0.15, down=1.2, up=1.1),
        },
        arguments,
        _play(update, step=3),
        {"easy start": {"update": 0, "w": 0.6, "b": 0.9}, "hard start": {"update": 0, "w": 2.0, "b": 2.0}},
    )


def loss_surface():
    """The paths of gradient descent over both loss surfaces, from one start."""
    X, y = data.clouds(60, 1, np.random.default_rng(1))
    epochs = 20

    @functools.lru_cache(maxsize=1)
    def train(w, b):
        return sgd_many(LOSSES, [w], b, X, y, 0.1, epochs, seeds=1)

    def arguments(epoch, **start):
        return {"runs": train(**start), "epoch": epoch}

    def figure(runs, epoch):
        return figures.loss_surfaces(X, y, runs, epoch, corners=[(-8, -8), (8, 10)])

    epoch = _steps("epoch", "number of epochs", 5, epochs)
    return MovingFigure(
        "Sliders choose a start (w, b) on both loss surfaces; the epoch steps along the paths of gradient descent.",
        figure,
        {
            "epoch": epoch,
            "w": _slider("$w$", "weight at the start", -6.0, -8, 8, 0.1, ".1f"),
            "b": _slider("$b$", "bias at the start", 8.0, -8, 10, 0.1, ".1f"),
        },
        arguments,
        _play(epoch),
    )


def boundary():
    """The line between the penguins while it is learned under both losses."""
    X, y = data.penguins()
    epochs = 12

    @functools.lru_cache(maxsize=1)
    def train(w_1, w_2, b, eta):
        return sgd_many(LOSSES, [w_1, w_2], b, X, y, [4 * eta, eta], epochs, seeds=0)

    def arguments(epoch, **start):
        return {"runs": train(**start), "epoch": epoch}

    epoch = _steps("epoch", "number of epochs", 3, epochs)
    return MovingFigure(
        "Sliders choose the start and the rate eta of two neurons, one under each loss, that learn to tell penguins "
        "apart; the epoch moves their lines.",
        functools.partial(figures.boundary_until, X, y),
        {
            "epoch": epoch,
            "w_1": _slider("$w_1$", "weight of the bill length at the start", -6.0, -8, 8, 0.1, ".1f"),
            "w_2": _slider("$w_2$", "weight of the bill depth at the start", 4.0, -8, 8, 0.1, ".1f"),
            "b": _slider("$b$", "bias at the start", 0.0, -8, 8, 0.1, ".1f"),
            "eta": _log_slider(r"$\eta$", "learning rate", 0.05, down=1, up=1),
        },
        arguments,
        _play(epoch, interval=400),
    )


_LOOK = {"layout": {"width": "300px"}, "style": {"description_width": "55px"}}


def _slider(label, name, value, low, high, step, digits):
    """A slider with a label of one symbol; the name appears when the mouse rests on it."""
    scale = {"min": low, "max": high, "step": step, "readout_format": digits}
    return _FloatSlider(value, description=label, tooltip=name, **scale, **_LOOK)


def _log_slider(label, name, value, down, up):
    """A slider that reaches so many powers of ten up and down, in steps that meet ``value``."""
    middle = np.log10(value)
    scale = {"min": middle - down, "max": middle + up, "step": 0.02, "readout_format": ".3f"}
    return _FloatLogSlider(value, description=label, tooltip=name, **scale, **_LOOK)


def _steps(label, name, value, last):
    return _IntSlider(value, min=0, max=last, description=label, tooltip=name, **_LOOK)


def _play(slider, step=1, interval=100):
    """A Play button that moves a slider, in the browser."""
    play = ipywidgets.Play(slider.value, min=slider.min, max=slider.max, step=step, interval=interval)
    ipywidgets.jslink((play, "value"), (slider, "value"))
    return play


def _address(png):
    """A picture as the address of an image: browsers show it sooner than bytes, which they hand around first."""
    return b"data:image/png;base64," + base64.b64encode(png)


def _paragraph(text):
    return f'<p style="line-height: 1.4">{html.escape(text)}</p>'
