"""The figures: each one shows itself, is legible and labelled, and refuses bad arguments."""

import base64
import functools
import inspect
import re
import struct

import bs4
import matplotlib
import numpy as np
import pytest
from matplotlib.text import Text

from lib import data, figures, neuron
from lib.figures import style
from lib.lockstep import sgd_many

SE, CE = "squared_error", "cross_entropy"
RACE = sgd_many([SE, SE, CE, CE], [[0.6], [2], [0.6], [2]], [0.9, 2, 0.9, 2], [[1.0]], [0], 0.15, 300, 0)
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
    "two_starts": [()],
    "learning_curves": [(ERRORS,), ({"one": ERRORS["start 1"]}, "updates", "error")],
    "loss_surfaces": [(*CLOUDS, PATHS)],
    "section": [(*CLOUDS, (-5, 5), (6, 0)), (*PENGUINS, (-5, 5, 1), (6, 0, 1))],
    "decision_boundary": [(*PENGUINS, BOUNDARIES, (0, 1, 2, 10)), (*PENGUINS, BOUNDARIES, [3])],
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
    ("learning_curves", ({},), "errors"),
    ("learning_curves", ({"one": {SE: ERRORS["start 1"][SE]}},), "errors"),
    ("learning_curves", ({"one": {SE: [1, 2], CE: [1, 2]}},), "errors"),
    ("loss_surfaces", (*PENGUINS, PATHS), "X"),
    ("loss_surfaces", (*CLOUDS, BOUNDARIES), "runs"),
    ("section", (*CLOUDS, (1, 2, 3), (1, 2)), "start"),
    ("section", (*CLOUDS, (1, 2), (1, np.nan)), "end"),
    ("decision_boundary", (*PENGUINS, BOUNDARIES, [11]), "epochs"),
    ("decision_boundary", (*PENGUINS, BOUNDARIES, []), "epochs"),
    ("decision_boundary", (*PENGUINS, RACE, [1]), "runs"),
    ("decision_boundary", (*CLOUDS, BOUNDARIES, [1]), "X"),
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
    assert set(dict(inspect.getmembers(figures, inspect.isfunction))) == set(CALLS)


def chunks(png):
    """The types of the parts of a PNG file: a search for their letters would also meet them by chance in the pixels."""
    start = 8
    while start < len(png):
        (length,) = struct.unpack(">I", png[start : start + 4])
        yield png[start + 4 : start + 8]
        start += 12 + length


@every_picture
@pytest.mark.filterwarnings("error")
def test_shows_itself_as_a_reproducible_image_with_a_description(name, call):
    picture = make(name, call)
    assert isinstance(picture, figures.Picture)
    content = picture._repr_mimebundle_()
    assert set(content) == {"text/html", "text/plain"} and content["text/plain"] == picture.description
    image = bs4.BeautifulSoup(content["text/html"], "html.parser").find("img")
    assert image["alt"] == picture.description
    assert re.fullmatch(r"[A-Z][^$\\\n]{50,500}\.", picture.description)  # plain text, a few sentences
    png = base64.b64decode(image["src"].removeprefix("data:image/png;base64,"))
    assert png == make(name, call).png() and len(png) < 150_000
    width, height = struct.unpack(">II", png[16:24])
    assert width == 2 * int(image["width"]) <= 1520 and height <= 1200  # sharp where a pixel is four
    assert set(chunks(png)) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}  # no version, no date


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
        for name, value in vars(style).items()
        if isinstance(value, str) and re.fullmatch("#[0-9A-F]{6}", value) and not name.endswith("FILL")
    }
    assert {"SQUARED_ERROR", "CROSS_ENTROPY", "CLASS_0", "CLASS_1", "INK"} <= set(palette)
    assert all(contrast(color, "white") >= 4.5 for color in palette.values())
    assert contrast(style.ZONE, style.ZONE_FILL) >= 4.5


@every_picture
def test_points_have_contrast(name, call):
    """3 to 1 against white, as far as they are opaque: what WCAG 2 asks of graphics."""
    for line in drawn(name, call).findobj(matplotlib.lines.Line2D):
        if line.get_marker() not in ("None", "", None):
            opaque = 1 if line.get_alpha() is None else line.get_alpha()
            edge = line.get_markeredgecolor() if line.get_markerfacecolor() == "white" else line.get_markerfacecolor()
            mixed = opaque * np.array(matplotlib.colors.to_rgb(edge)) + 1 - opaque
            assert contrast(mixed, "white") >= 3, line


@every_picture
def test_words_have_contrast(name, call):
    for text in drawn(name, call).findobj(Text):
        assert not text.get_text() or contrast(text.get_color(), "white") >= 4.5


def test_colour_is_never_alone():
    se, ce = style.LOSSES[SE], style.LOSSES[CE]
    assert se["color"] != ce["color"] and se["linestyle"] != ce["linestyle"]
    zero, one = style.CLASSES
    assert zero["color"] != one["color"] and zero["marker"] != one["marker"]


@every_picture
def test_a_loss_looks_the_same_everywhere(name, call):
    styles = {style["label"]: style["color"] for style in style.LOSSES.values()}
    dashed = style.LOSSES[CE]["label"]
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
    for name in "race", "loss_surfaces", "section", "decision_boundary":
        make(name, 0)
    assert all(np.array_equal(array, copy) for array, copy in zip(arrays, before))


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
        assert [output.data for output in shown.outputs] == [expected]
    select_figure_formats(shell, set())


def test_numbers_in_the_pictures_are_true():
    saturated = figures.slow_and_fast()
    assert any("56.6" in text.get_text() for text in saturated.axes[0].texts)
    assert 1 / neuron.sigmoid_prime(4) == pytest.approx(56.6, abs=0.05)
    (axes,) = figures.step_size().axes
    central = next(line for line in axes.lines if line.get_label() == "central")
    h, error = central.get_data()
    assert error[np.argmin(np.abs(h - 1e-5))] < 5e-12
    assert error.min() > 1e-13
    ends = RACE.w[:, -1, 0] + RACE.b[:, -1]
    assert neuron.sigmoid(ends) == pytest.approx([0.0940, 0.2028, 0.0116, 0.0120], abs=5e-5)
    misprint, curve, dots = figures.slip().axes[0].lines[:3]
    assert dots.get_ydata() == pytest.approx(neuron.sigmoid_prime(dots.get_xdata()), abs=1e-10)
    assert np.abs(misprint.get_ydata() - curve.get_ydata()).max() > 0.9


def test_the_section_and_its_description_are_true():
    picture = figures.section(*CLOUDS, (-5, 5), (6, 0))
    for ax, above in zip(picture.axes, (True, False)):
        chord, mean = ax.lines[:2]
        assert (mean.get_ydata() > chord.get_ydata() + 1e-9).any() == above
        for quarter in 50, 100, 150:
            assert f"{mean.get_ydata()[quarter]:.2f}" in picture.description
            assert f"{chord.get_ydata()[quarter]:.2f}" in picture.description


@pytest.mark.parametrize("name", ["section", "loss_surfaces", "coin", "tangent"])
def test_no_words_answer_what_the_text_asks(name):
    """Which curve rises above its chord, where walks stop, which a is best, where saturation begins."""
    picture = figures.tangent(1.0, 0.02) if name == "tangent" else drawn(name, 0)
    words = " ".join(text.get_text() for text in picture.findobj(Text))
    assert not re.search("convex|above|never|plateau|valley|minimum at|maximum at|7/10|3\\.8|3\\.9", words), words


def test_a_start_is_seen_where_a_walk_has_not_moved():
    for ax in drawn("loss_surfaces", 0).axes:
        rings = [line for line in ax.lines if line.get_label() == "start"]
        dots = [line for line in ax.lines if line.get_label() == "end"]
        assert len(rings) == len(dots) == 2
        free = min(ring.get_markersize() for ring in rings) - max(dot.get_markersize() for dot in dots)
        assert free >= 3  # points, on both sides together


def test_arrows_point_to_the_side_of_class_1():
    X, y = PENGUINS
    runs = sgd_many([SE, CE], [-6.0, 4.0], 0.0, X, y, [0.2, 0.05], 30, 0)
    epochs = 0, 5, 30
    for ax, epoch in zip(figures.decision_boundary(X, y, runs, epochs).axes, epochs):
        arrows = [patch for patch in ax.patches if isinstance(patch, matplotlib.patches.FancyArrowPatch)]
        for k, (arrow, loss) in enumerate(zip(arrows, (SE, CE), strict=True)):
            start, end = arrow._posA_posB
            assert np.array(start) @ runs.w[k, epoch] + runs.b[k, epoch] == pytest.approx(0, abs=1e-9)
            assert np.array(end) @ runs.w[k, epoch] + runs.b[k, epoch] > 0
            assert matplotlib.colors.to_hex(arrow.get_edgecolor()).upper() == style.LOSSES[loss]["color"]


@every_picture
def test_no_words_lie_on_a_curve(name, call):
    picture = drawn(name, call)
    for ax in picture.axes:
        for text in ax.texts:
            if text.get_clip_on() or not text.get_text() or text.get_bbox_patch():
                continue
            box = text.get_window_extent().padded(-2)
            for line in ax.lines:
                if line.get_linestyle() != "None" and line.get_linewidth() > 1.3:
                    path = line.get_transform().transform_path(line.get_path())
                    assert not path.intersects_bbox(box, filled=False), (text, line)
