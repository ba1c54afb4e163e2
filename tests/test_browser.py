"""The notebooks in a real JupyterLab in a real browser: Run All, the widgets, Validate.

Screenshots of every widget, at two widths and in the dark theme, go to ``screenshots/``: for looking at.
"""

import base64
import io

import ipywidgets
import nbformat
import numpy as np
import pytest
from matplotlib import image

from browser import Lab, chromium, jupyter_lab, moments
from grading.classroom import ASSIGNMENTS, COURSE, fill, notebook_of, read, solutions
from lib import widgets

SCREENSHOTS = COURSE / "screenshots"
EVERY_WIDGET = {
    "01-sigmoid": ["sigmoid_explorer"],
    "02-losses": ["loss_explorer"],
    "03-gradients": ["chain_rule", "saturation"],
    "04-sgd": ["race", "loss_surface", "boundary"],
}
COUNT_FRAMES = """img => {
    window.framesSeen = 0;
    new MutationObserver(() => window.framesSeen++).observe(img, {attributeFilter: ['src']});
}"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """JupyterLab on the released notebooks: as they are, and filled with correct answers."""
    with chromium() as browser:
        home = tmp_path_factory.mktemp("lab")
        for assignment in ASSIGNMENTS:
            for folder, answers in ("stub", {}), ("solved", solutions(assignment)):
                path = home / "course" / folder / f"{notebook_of(assignment)}.ipynb"
                path.parent.mkdir(parents=True, exist_ok=True)
                nbformat.write(fill(read(COURSE / "release", assignment), answers), path)
        with jupyter_lab(home, home / "course") as address:
            yield Lab(browser, address)


@pytest.fixture(scope="module", params=ASSIGNMENTS)
def assignment(request):
    return request.param


@pytest.fixture(scope="module")
def lab(page, assignment):
    """The solved notebook of an assignment, after Run All."""
    page.open(f"solved/{notebook_of(assignment)}.ipynb")
    page.run_all()
    yield page
    page.close()


def picture(cell):
    """The pixels of a widget's image, as the page has them."""
    script = """async (img) => {
        const bytes = new Uint8Array(await (await fetch(img.src)).arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }"""
    return pixels(base64.b64decode(cell.locator("img").evaluate(script)))


def pixels(png):
    return np.round(255 * image.imread(io.BytesIO(png))[..., :3]).astype(int)


def directly(twin):
    """The pixels of a widget's figure, drawn anew."""
    arguments = twin._arguments(**{name: control.value for name, control in twin.controls.items()})
    return pixels(twin._figure(**arguments).png())


def assert_comes_to_show(cell, twin):
    """Wait until the widget in the page shows the figure that the values of its twin in this process give."""
    wanted = directly(twin)
    for _ in moments():
        if (off := difference(picture(cell), wanted)) <= 2:
            return
    pytest.fail(f"{off} of 255 away from the figure drawn directly")


def difference(picture, other):
    return np.abs(picture - other).max() if picture.shape == other.shape else 255  # a widget begins with one pixel


def two_up(control):
    """What two presses of the right arrow make of a slider's value."""
    if isinstance(control, ipywidgets.FloatLogSlider):
        return control.base ** (np.log10(control.value) + 2 * control.step)
    return min(control.value + 2 * control.step, control.max)


def of_widgets(lab):
    """For each widget of the notebook: its cell in the page, and a twin in this process."""
    for cell_id, source in lab.widgets().items():
        yield lab.show(cell_id), getattr(widgets, source.removeprefix("widgets.").removesuffix("()"))()


def test_run_all_ends_well_and_every_widget_appears(lab, assignment):
    for cell in lab.cells():
        assert cell["cell_type"] != "code" or cell["execution_count"], cell["id"]
        for output in cell.get("outputs", []):
            assert output["output_type"] != "error" and output.get("name") != "stderr", cell["id"]
    assert list(lab.widgets().values()) == [f"widgets.{name}()" for name in EVERY_WIDGET[assignment]]
    for cell, twin in of_widgets(lab):
        assert_comes_to_show(cell, twin)
        assert cell.get_by_role("img", name="described in words below").count() == 1


def test_screenshots(lab):
    SCREENSHOTS.mkdir(exist_ok=True)
    for theme, width in ("Light", 800), ("Dark", 1280), ("Light", 1280):
        lab.dress(theme, width)
        for cell_id, source in lab.widgets().items():
            output = lab.show(cell_id).locator(".jp-OutputArea")
            output.screenshot(path=SCREENSHOTS / f"{source.removeprefix('widgets.')[:-2]}-{theme.lower()}-{width}.png")
            right = output.evaluate("output => output.getBoundingClientRect().right")
            parts = output.locator("img, p, button, .widget-inline-hbox").evaluate_all(
                "parts => parts.map(part => part.getBoundingClientRect().right)"
            )
            assert len(parts) > 4 and max(parts) <= right <= width


def test_keys_move_every_slider(lab):
    for cell, twin in of_widgets(lab):
        sliders = [control for control in twin.controls.values() if not isinstance(control, ipywidgets.ToggleButtons)]
        handles = cell.get_by_role("slider")
        assert handles.count() == len(sliders)
        for handle, slider in zip(handles.all(), sliders):
            handle.focus()
            handle.press("ArrowRight")
            handle.press("ArrowRight")
            before = slider.value
            slider.value = two_up(slider)
            assert slider.value != before
            assert_comes_to_show(cell, twin)
        if "loss" in twin.controls:
            cell.get_by_role("button", name="cross-entropy").click()
            twin.controls["loss"].value = "cross_entropy"
            assert_comes_to_show(cell, twin)
        cell.get_by_role("button", name="Reset").click()
        twin.buttons["Reset"].click()
        assert_comes_to_show(cell, twin)


def test_dragging_queues_no_stale_frames(lab):
    """After the last of many quick moves there come two frames at most: the one under way and the newest."""
    for cell, twin in of_widgets(lab):
        handle, track = cell.get_by_role("slider").first, cell.locator(".noUi-base").first.bounding_box()
        middle = track["y"] + track["height"] / 2
        cell.locator("img").evaluate(COUNT_FRAMES)
        box = handle.bounding_box()
        lab.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        lab.page.mouse.down()
        for part in np.linspace(0, 1, 40):
            lab.page.mouse.move(track["x"] + part * track["width"], middle)
        moved = lab.page.evaluate("window.framesSeen")
        slider = next(iter(twin.controls.values()))
        slider.value = slider.max
        assert_comes_to_show(cell, twin)
        lab.page.mouse.up()
        assert lab.page.evaluate("window.framesSeen") - moved <= 2
        cell.get_by_role("button", name="Reset").click()
        twin.buttons["Reset"].click()
        assert_comes_to_show(cell, twin)


def test_play_moves_the_slider_beside_it(lab):
    for cell, twin in of_widgets(lab):
        if twin._play:
            play, readout = cell.locator(".widget-play button").first, cell.locator(".widget-readout").first
            lab.page.wait_for_function("element => element.innerText !== ''", arg=readout.element_handle())
            before = int(readout.inner_text())
            play.click()
            arguments = [readout.element_handle(), before + 3]
            lab.page.wait_for_function("([element, last]) => Number(element.innerText) >= last", arg=arguments)
            play.click()
            for _ in moments():  # a last step may be under way
                next(iter(twin.controls.values())).value = int(readout.inner_text())
                if difference(picture(cell), directly(twin)) <= 2:
                    break
            assert_comes_to_show(cell, twin)


def test_nothing_is_left_behind(lab):
    """After all that was moved above, a widget's cell still has its one output, and the console no error."""
    for cell in lab.cells():
        if cell["id"] in lab.widgets():
            assert len(cell["outputs"]) == 1
    assert lab.errors == []


def test_validate_praises_the_solved_notebook(lab):
    assert "Success" in lab.validate()


def test_validate_names_the_failing_cells_of_the_stub(page):
    assignment = ASSIGNMENTS[0]
    page.open(f"stub/{notebook_of(assignment)}.ipynb")
    says = page.validate()
    for cell in read(COURSE / "release", assignment).cells:
        if cell.id.startswith("test-"):
            assert cell.source.splitlines()[0] in says
    assert page.errors == []
    page.close()
