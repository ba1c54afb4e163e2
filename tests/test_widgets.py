"""The widgets without a browser: frames, Reset, errors, descriptions, and how little happens until one is shown."""

import base64
import concurrent.futures
import inspect
import io
import re
import subprocess
import sys

import ipywidgets
import matplotlib
import numpy as np
import pytest
from matplotlib import image

from grading.classroom import COURSE
from lib import figures, widgets
from lib.sgd import sgd_many

# Two settings of some controls for each widget, besides the one it starts with.
MOVES = {
    "sigmoid_explorer": [{"z": -5.3, "eps": 0.1}, {"z": 8.0, "eps": 0.001}],
    "loss_explorer": [{"a": 0.999}, {"a": 0.001, "y": 1}],
    "chain_rule": [{"w": -5.0, "x": 3.0, "b": -5.0, "y": 1, "loss": "cross_entropy"}, {"y": 1, "w": 0.0}],
    "saturation": [{"z": -10.0}, {"z": 6.5, "y": 1}],
    "race": [{"update": 120}, {"w": -4.0, "b": 4.0, "eta": 2.0, "update": 300}],
    "loss_surface": [{"epoch": 20}, {"w": 6.0, "b": -6.0, "epoch": 0}],
    "boundary": [{"epoch": 12}, {"w_1": 0.0, "w_2": 0.0, "b": 0.0, "epoch": 0}],
}
every_widget = pytest.mark.parametrize("name", MOVES)


def make(name):
    return getattr(widgets, name)()


def shown(name):
    """A widget as a browser has it on the screen."""
    widget = make(name)
    widget.image._view_count = 1
    return widget


def pixels(png):
    return np.round(255 * image.imread(io.BytesIO(png))[..., :3]).astype(int)


def drawn_directly(widget):
    """The figure of the widget's values, drawn anew and without anything made for speed."""
    arguments = widget._arguments(**{name: control.value for name, control in widget.controls.items()})
    return widget._figure(**arguments)


def assert_shows_its_values(widget):
    direct = drawn_directly(widget)
    address, png = bytes(widget.image.value).split(b",")
    assert address == b"data:image/png;base64"
    assert np.abs(pixels(base64.b64decode(png)) - pixels(direct.png())).max() <= 2
    assert widget.picture.description == direct.description
    text = re.sub("<[^>]*>", "", widget.description.value)
    assert text == direct.description.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert widget.trouble.value == ""


def test_every_widget_is_tested():
    functions = inspect.getmembers(widgets, inspect.isfunction)
    mine = {name for name, f in functions if f.__module__ == widgets.__name__ and not name.startswith("_")}
    assert mine == set(MOVES)


@every_widget
@pytest.mark.filterwarnings("error")
def test_frame_is_the_figure_drawn_directly(name, capfd):
    widget = shown(name)
    assert_shows_its_values(widget)
    for move in MOVES[name]:
        before = widget.image.value
        for control, value in move.items():
            widget.controls[control].value = value
        assert widget.image.value != before
        assert_shows_its_values(widget)
    assert capfd.readouterr() == ("", "")


def ends(control):
    """The extreme values of a control."""
    if isinstance(control, ipywidgets.ToggleButtons):
        return [value for _, value in control.options]
    if isinstance(control, ipywidgets.FloatLogSlider):
        return [control.base**control.min, control.base**control.max]
    return [control.min, control.max]


@every_widget
def test_every_control_changes_the_picture(name):
    widget = shown(name)
    start = widget.image.value
    for control in widget.controls.values():
        first = control.value
        control.value = next(end for end in ends(control) if end != first)
        assert widget.image.value != start, control.description
        control.value = first
        assert widget.image.value == start, control.description


@every_widget
def test_no_control_leads_into_trouble(name):
    widget = shown(name)
    for control in widget.controls.values():
        for end in ends(control):
            control.value = end
            assert widget.trouble.value == "", (control.description, end)


@every_widget
def test_reset_draws_one_frame_of_the_first_values(name):
    widget = shown(name)
    first = widget.image.value
    start = {key: control.value for key, control in widget.controls.items()}
    for control, value in MOVES[name][-1].items():
        widget.controls[control].value = value
    frames = []
    widget.image.observe(frames.append, "value")
    widget.buttons["Reset"].click()
    assert {key: control.value for key, control in widget.controls.items()} == start
    assert widget.image.value == first and len(frames) == 1
    for control, value in MOVES[name][-1].items():  # the controls still work
        widget.controls[control].value = value
    assert widget.image.value != first


def test_starts_of_the_race():
    widget = shown("race")
    for label, start in ("easy start", (0.6, 0.9)), ("hard start", (2.0, 2.0)):
        widget.controls["update"].value = 200
        widget.buttons[label].click()
        assert (widget.controls["w"].value, widget.controls["b"].value) == start
        assert widget.controls["update"].value == 0
        assert_shows_its_values(widget)


def test_reset_stops_the_play_button():
    widget = shown("race")
    widget._play.playing = True
    widget.buttons["Reset"].click()
    assert not widget._play.playing


@every_widget
def test_an_error_is_shown_and_then_gone(name, capfd):
    widget = shown(name)
    frame = widget.image.value
    control = next(iter(widget.controls.values()))
    good, high = control.value, control.max
    control.max = 10_000
    control.value = 5_000
    assert re.search(r"ValueError: (z|a|w|update|epoch)\b", widget.trouble.value)
    assert widget.image.value == frame
    control.value, control.max = good, high
    assert widget.image.value == frame
    assert_shows_its_values(widget)
    assert capfd.readouterr() == ("", "")


@every_widget
def test_no_message_comes_back_from_a_slider(name):
    widget = make(name)
    sliders = [control for control in widget.controls.values() if not isinstance(control, ipywidgets.ToggleButtons)]
    assert sliders and not any(slider.trait_metadata("value", "echo_update", default=True) for slider in sliders)


@every_widget
def test_nothing_is_drawn_before_a_browser_shows_it(name, monkeypatch):
    monkeypatch.setattr(figures.Picture, "__init__", lambda *args, **kwargs: pytest.fail("a figure was made"))
    monkeypatch.setattr(widgets, "sgd_many", lambda *args, **kwargs: pytest.fail("a neuron was trained"))
    widget = make(name)
    content = widget._repr_mimebundle_()
    assert widget.image.value == widgets.NOTHING_YET and widget.picture is None
    assert content["text/plain"] == widget.sentence and "application/vnd.jupyter.widget-view+json" in content
    assert re.fullmatch(r"[A-Z][^$\\\n]{40,200}\.", widget.sentence)


def test_moving_the_update_does_not_train_again(monkeypatch):
    trained = []
    monkeypatch.setattr(widgets, "sgd_many", lambda *args, **kwargs: trained.append(1) or sgd_many(*args, **kwargs))
    widget = shown("race")
    for update in range(0, 100, 10):
        widget.controls["update"].value = update
    assert len(trained) == 1
    widget.controls["eta"].value = 1.0
    assert len(trained) == 2


def test_widgets_share_nothing():
    one, two = shown("sigmoid_explorer"), shown("sigmoid_explorer")
    before = two.image.value
    one.controls["z"].value = -3.0
    assert two.image.value == before and two.controls["z"].value == 1.0


def test_frames_stay_right_beside_other_drawing():
    """As in JupyterLab, where the controls run in other threads than the cells, even those of one widget."""
    with concurrent.futures.ThreadPoolExecutor(3) as threads:
        alone = figures.tangent().png()
        widget = shown("race")
        settings = dict(matplotlib.rcParams)

        def slide(name):
            for value in np.linspace(0, 300 if name == "update" else 2, 7):
                widget.controls[name].value = int(value) if name == "update" else value

        moved = [threads.submit(slide, name) for name in ("update", "w")]
        drawn = [threads.submit(lambda: figures.tangent().png()) for _ in range(3)]
        assert all(future.result() == alone for future in drawn)
        concurrent.futures.wait(moved)
    assert_shows_its_values(widget)
    assert dict(matplotlib.rcParams) == settings


def test_pyplot_stays_out():
    code = "import sys; from lib import widgets; w = widgets.race(); sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=COURSE).returncode == 0
