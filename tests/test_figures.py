"""The figures: each one shows itself, is legible and labelled, and refuses bad arguments."""

import base64
import functools
import inspect
import io
import re
import struct

import matplotlib.image
import numpy as np
import pytest
from matplotlib.text import Text

from lib import data, figures
from lib.sgd import sgd_many

SE, CE = "squared_error", "cross_entropy"
RACE = sgd_many([SE, SE, CE, CE], [[0.6], [2], [0.6], [2]], [0.9, 2, 0.9, 2], [[1.0]], [0], 0.15, 300, 0)
DUEL = sgd_many([SE, CE], [2], 2, [[1.0]], [0], 0.15, 300, 0)
CLOUDS = data.clouds(40, 1, np.random.default_rng(1))
PATHS = sgd_many([SE, SE, CE, CE], [[-5], [6], [-5], [6]], [5, -6, 5, -6], *CLOUDS, 0.05, 20, 0)
PENGUINS = data.penguins()
BOUNDARIES = sgd_many([SE, CE], [[0, 0], [-2, 2]], 1, *PENGUINS, 0.01, 10, 0)
ERRORS = {
    f"start {k}": {SE: np.linspace(k, 0, 9) + np.arange(5)[:, np.newaxis], CE: np.linspace(k, 0, 9)[np.newaxis]}
    for k in range(1, 6)
}

# Arguments of each figure function: as the notebooks call it, and further ones that it must bear.
CALLS = {
    "neuron": [()],
    "sigmoid_curve": [()],
    "tangent": [(), (-3,), (0,), (8,), (2, 0.01), (-8, 0.25), (8, 1e-3)],
    "overflow": [()],
    "saturation": [(), (0.25,), (1e-4,)],
    "prediction": [(), ([-1, -2], -3), ([0, 3], 0)],
    "losses": [()],
    "loss_slopes": [()],
    "losses_at": [(), (0.001, 0), (0.999, 0), (0.02, 1)],
    "coin": [(), (0, 1), (10, 10), (500, 1000)],
    "lost_digits": [()],
    "computational_graph": [(), (2, 2, 1, 0, CE), (-3, -2.5, 1.5, 1, SE), (-3, -2.5, 1.5, 1, CE), (0, 0, 0, 1, CE)],
    "slip": [()],
    "step_size": [()],
    "slow_and_fast": [(), (1,), (0, -7.5), (1, 10)],
    "race": [(RACE,)],
    "race_until": [(DUEL, 0), (DUEL, 120), (DUEL, 300)],
    "learning_curves": [(ERRORS,), ({"one": ERRORS["start 1"]}, "updates", "error")],
    "loss_surfaces": [(*CLOUDS, PATHS), (*CLOUDS, PATHS, 3, [(-8, -8), (8, 8)])],
    "section": [(*CLOUDS, (-5, 5), (6, 0)), (*PENGUINS, (-5, 5, 1), (6, 0, 1))],
    "decision_boundary": [(*PENGUINS, BOUNDARIES, (0, 1, 2, 10)), (*PENGUINS, BOUNDARIES, [3])],
    "boundary_until": [(*PENGUINS, BOUNDARIES, 0), (*PENGUINS, BOUNDARIES, 10)],
}
BAD = [
    ("tangent", (np.nan,), "z"),
    ("tangent", ([1, 2],), "z"),
    ("tangent", (9,), "z"),
    ("tangent", (1, 0.3), "eps"),
    ("losses_at", (0,), "a"),
    ("losses_at", (1,), "a"),
    ("losses_at", (0.5, 2), "y"),
    ("saturation", (0.3,), "eps"),
    ("saturation", (0,), "eps"),
    ("prediction", ([1, 2, 3],), "w"),
    ("prediction", ([0, 0],), "w"),
    ("prediction", ([1, 0], 5), "b"),
    ("coin", (11, 10), "heads"),
    ("coin", (-1, 10), "heads"),
    ("coin", (0, 0), "tosses"),
    ("coin", (7, 10.0), "tosses"),
    ("computational_graph", ("2",), "w"),
    ("computational_graph", (40, 0), "w"),
    ("computational_graph", (1, 1, 1, 2), "y"),
    ("computational_graph", (1, 1, 1, 0, "hinge"), "loss"),
    ("slow_and_fast", (0.5,), "y"),
    ("slow_and_fast", ([0, 1],), "y"),
    ("slow_and_fast", (0, 11), "z"),
    ("race", (None,), "runs"),
    ("race", (BOUNDARIES,), "runs"),
    ("race_until", (RACE, 0), "runs"),
    ("race_until", (DUEL, 301), "update"),
    ("race_until", (DUEL, 1.5), "update"),
    ("learning_curves", ({},), "errors"),
    ("learning_curves", ({"one": {SE: ERRORS["start 1"][SE]}},), "errors"),
    ("learning_curves", ({"one": {SE: [1, 2], CE: [1, 2]}},), "errors"),
    ("loss_surfaces", (*PENGUINS, PATHS), "X"),
    ("loss_surfaces", (*CLOUDS, BOUNDARIES), "runs"),
    ("loss_surfaces", (*CLOUDS, PATHS, 21), "epoch"),
    ("loss_surfaces", (*CLOUDS, PATHS, 1, [(1, 2, 3), (4, 5, 6)]), "corners"),
    ("section", (*CLOUDS, (1, 2, 3), (1, 2)), "start"),
    ("section", (*CLOUDS, (1, 2), (1, np.nan)), "end"),
    ("decision_boundary", (*PENGUINS, BOUNDARIES, [11]), "epochs"),
    ("decision_boundary", (*PENGUINS, BOUNDARIES, []), "epochs"),
    ("decision_boundary", (*PENGUINS, RACE, [1]), "runs"),
    ("decision_boundary", (*CLOUDS, BOUNDARIES, [1]), "X"),
    ("boundary_until", (*PENGUINS, BOUNDARIES, 11), "epoch"),
    ("boundary_until", (*PENGUINS, RACE, 1), "runs"),
]
every_picture = pytest.mark.parametrize("name, call", [(name, k) for name in CALLS for k in range(len(CALLS[name]))])


def make(name, call):
    return getattr(figures, name)(*CALLS[name][call])


@functools.cache
def drawn(name, call):
    picture = make(name, call)
    picture.draw_without_rendering()
    return picture


def test_every_figure_function_is_tested():
    functions = inspect.getmembers(figures, inspect.isfunction)
    mine = {name for name, f in functions if f.__module__ == figures.__name__ and not name.startswith("_")}
    assert mine == set(CALLS)


@every_picture
@pytest.mark.filterwarnings("error")
def test_shows_itself_as_reproducible_png_with_description(name, call):
    picture = make(name, call)
    assert isinstance(picture, figures.Picture)
    content, metadata = picture._repr_mimebundle_()
    png = make(name, call).png()
    assert content == {"image/png": base64.b64encode(png).decode("ascii"), "text/plain": picture.description}
    assert metadata == {"image/png": {"alt": picture.description}}
    assert re.fullmatch(r"[A-Z][^$\\\n]{50,500}\.", picture.description)  # plain text, a few sentences
    width, height = struct.unpack(">II", png[16:24])
    assert width <= 760 and height <= 600
    assert b"Software" not in png and len(png) < 200_000


@every_picture
def test_axes_are_labelled(name, call):
    picture = drawn(name, call)
    for ax in picture.axes:
        if not ax.axison:
            continue
        shared_x = ax.get_shared_x_axes().get_siblings(ax)
        shared_y = ax.get_shared_y_axes().get_siblings(ax)
        colorbar = ax.get_label() == "<colorbar>"
        assert colorbar or picture.get_supxlabel() or any(other.get_xlabel() for other in shared_x)
        assert picture.get_supylabel() or any(other.get_ylabel() for other in shared_y)


@every_picture
def test_words_are_legible_and_inside(name, call):
    picture = drawn(name, call)
    words = [text for text in picture.findobj(Text) if text.get_visible() and text.get_text()]
    assert min(text.get_fontsize() for text in words) >= 10.5
    for text in words:
        if text.get_clip_on() or text.axes and text in text.axes.get_xticklabels() + text.axes.get_yticklabels():
            continue
        box = text.get_window_extent()
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= picture.bbox.x1 and box.y1 <= picture.bbox.y1, text


def luminance(color):
    rgb = np.array(matplotlib.colors.to_rgb(color))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def contrast(color, background):
    light, dark = sorted((luminance(color), luminance(background)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_palette_has_contrast():
    palette = {
        name: value
        for name, value in vars(figures).items()
        if isinstance(value, str) and re.fullmatch("#[0-9A-F]{6}", value) and not name.endswith("FILL")
    }
    assert {"SQUARED_ERROR", "CROSS_ENTROPY", "CLASS_0", "CLASS_1", "INK"} <= set(palette)
    assert all(contrast(color, "white") >= 4.5 for color in palette.values())
    assert contrast(figures.ZONE, figures.ZONE_FILL) >= 4.5


@every_picture
def test_words_have_contrast(name, call):
    for text in drawn(name, call).findobj(Text):
        assert not text.get_text() or contrast(text.get_color(), "white") >= 4.5


def test_colour_is_never_alone():
    se, ce = figures.LOSSES[SE], figures.LOSSES[CE]
    assert se["color"] != ce["color"] and se["linestyle"] != ce["linestyle"]
    zero, one = figures.CLASSES
    assert zero["color"] != one["color"] and zero["marker"] != one["marker"]


@every_picture
def test_a_loss_looks_the_same_everywhere(name, call):
    styles = {style["label"]: style["color"] for style in figures.LOSSES.values()}
    dashed = figures.LOSSES[CE]["label"]
    for line in drawn(name, call).findobj(matplotlib.lines.Line2D):
        if line.get_label() in styles:
            assert line.get_color() == styles[line.get_label()]
            assert line.is_dashed() == (line.get_label() == dashed)


@pytest.mark.parametrize("name, args, argument", BAD)
def test_bad_input_names_the_argument(name, args, argument):
    with pytest.raises(ValueError, match=rf"^{argument}\b"):
        getattr(figures, name)(*args)


def test_changes_no_argument():
    arrays = [*CLOUDS, *PENGUINS, *RACE, *PATHS, *BOUNDARIES]
    before = [array.copy() for array in arrays]
    for name in "race", "race_until", "loss_surfaces", "section", "decision_boundary", "boundary_until":
        make(name, 0)
    assert all(np.array_equal(array, copy) for array, copy in zip(arrays, before))


# What a picture shows first, and where it moves.
MOVES = {
    "tangent": [dict(z=1.0, eps=0.01), dict(z=-7.3, eps=0.2)],
    "losses_at": [dict(a=0.9, y=0), dict(a=0.999, y=0), dict(a=0.001, y=1)],
    "computational_graph": [dict(w=2.0, b=2.0, x=1.0, y=0, loss=SE), dict(w=-3, b=0, x=-2, y=1, loss=CE)],
    "slow_and_fast": [dict(y=0, z=None), dict(y=1, z=-3.0)],
    "race_until": [dict(runs=DUEL, update=0), dict(runs=DUEL, update=300)],
}


@pytest.mark.parametrize("name", MOVES)
def test_a_moved_picture_is_the_picture_drawn_anew(name):
    first, *others = MOVES[name]
    for values in others:
        picture, anew = getattr(figures, name)(**first), getattr(figures, name)(**values)
        picture.move(**values)
        assert picture.png() == anew.png()
        assert picture.description == anew.description


@pytest.mark.parametrize("name", MOVES)
def test_frames_show_the_same_as_png(name):
    picture = getattr(figures, name)(**MOVES[name][0])
    for values in MOVES[name]:
        pngs = picture.frame(**values), getattr(figures, name)(**values).png()
        frame, anew = (matplotlib.image.imread(io.BytesIO(png))[..., :3] for png in pngs)
        assert np.array_equal(frame, anew)


def test_settings_of_the_caller_do_not_matter_and_do_not_change():
    plain = figures.tangent().png()
    odd = {"font.size": 30, "axes.facecolor": "black", "savefig.dpi": 300, "savefig.bbox": "tight"}
    with matplotlib.rc_context(odd):
        before = dict(matplotlib.rcParams)
        assert figures.tangent().png() == plain
        assert dict(matplotlib.rcParams) == before


def test_shows_in_ipython_with_and_without_the_inline_backend():
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.core.pylabtools import select_figure_formats
    from IPython.utils.capture import capture_output

    shell = InteractiveShell.instance()
    picture = figures.sigmoid_curve()
    expected = picture._repr_mimebundle_()
    for formats in set(), {"png"}:
        select_figure_formats(shell, formats)
        with capture_output() as shown:
            shell.display_formatter.format(picture)
        assert [(output.data, output.metadata) for output in shown.outputs] == [expected]
    select_figure_formats(shell, set())


def test_numbers_in_the_pictures_are_true():
    saturated = figures.slow_and_fast()
    assert any("56.6" in text.get_text() for text in saturated.axes[0].texts)
    assert 1 / figures.sigmoid_prime(4) == pytest.approx(56.6, abs=0.05)
    (axes,) = figures.step_size().axes
    central = next(line for line in axes.lines if line.get_label() == "central")
    h, error = central.get_data()
    assert error[np.argmin(np.abs(h - 1e-5))] < 5e-12
    assert error.min() > 1e-13
    ends = RACE.w[:, -1, 0] + RACE.b[:, -1]
    assert figures.sigmoid(ends) == pytest.approx([0.0940, 0.2028, 0.0116, 0.0120], abs=5e-5)
    squared, entropy = figures.section(*CLOUDS, (-5, 5), (6, 0)).axes
    assert "partly above" in squared.get_title() and "never above" in entropy.get_title()
    misprint, curve, dots = figures.slip().axes[0].lines[:3]
    assert dots.get_ydata() == pytest.approx(figures.sigmoid_prime(dots.get_xdata()), abs=1e-10)
    assert np.abs(misprint.get_ydata() - curve.get_ydata()).max() > 0.9
