"""The notebooks in a real JupyterLab in a real browser: Run All, the widgets, Validate.

Screenshots of every widget, at two widths and in the dark theme, go to ``screenshots/``: for looking at.
"""

import nbformat
import pytest

from browser import Lab, accessibility_faults, chromium, jupyter_lab, moments, reference_faults
from tools.made_up_course import ASSIGNMENTS, COURSE, fill, notebook_of, read, solutions

SCREENSHOTS = COURSE / "screenshots"
EVERY_WIDGET = {
    "01-sigmoid": ["first_race", "sigmoid_explorer"],
    "02-losses": ["loss_explorer"],
    "03-gradients": ["chain_rule", "saturation"],
    "04-sgd": ["race", "loss_surface", "boundary"],
}


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


def test_run_all_ends_well_and_every_figure_has_a_text(lab, assignment):
    for cell in lab.cells():
        assert cell["cell_type"] != "code" or cell["execution_count"], cell["id"]
        for output in cell.get("outputs", []):
            assert output["output_type"] != "error" and output.get("name") != "stderr", cell["id"]
    assert list(lab.widgets().values()) == [f"widgets.{name}()" for name in EVERY_WIDGET[assignment]]


def test_pictures_have_their_alternative_text_and_width(lab):
    for cell in lab.cells():
        for output in cell.get("outputs", []):
            if "<img" in "".join(output.get("data", {}).get("text/html", "")):
                image = lab.show(cell["id"], "img").locator("img")
                assert len(image.get_attribute("alt")) > 50
                width = image.evaluate("image => image.naturalWidth / image.getBoundingClientRect().width")
                assert width >= 2  # sharp where a pixel is four


def test_screenshots(lab):
    SCREENSHOTS.mkdir(exist_ok=True)
    for theme, width in ("Light", 800), ("Dark", 1280), ("Light", 1280):
        lab.dress(theme, width)
        for cell_id, source in lab.widgets().items():
            output = lab.show(cell_id).locator(".jp-OutputArea")
            name = f"lab-{source.removeprefix('widgets.')[:-2]}-{theme.lower()}-{width}.png"
            output.screenshot(path=SCREENSHOTS / name)
            right = output.evaluate("output => output.getBoundingClientRect().right")
            parts = output.locator("svg, p, button, input").evaluate_all(
                "parts => parts.map(part => part.getBoundingClientRect().right)"
            )
            assert len(parts) > 4 and max(parts) <= right <= width
            paint = output.locator(".sn-figure").evaluate("figure => getComputedStyle(figure).color")
            assert (paint == "rgb(34, 34, 34)") == (theme == "Light")


def test_widgets_pass_axe(lab):
    for cell_id in lab.widgets():
        lab.show(cell_id)
        assert accessibility_faults(lab.page, ".sn-figure") == []


def test_validate_praises_the_solved_notebook(lab):
    assert "Success" in lab.validate()


def test_figures_move_without_a_kernel(lab):
    lab.shut_down()
    for cell_id in lab.widgets():
        cell = lab.show(cell_id)
        before = cell.locator(".sn-sentence").inner_text()
        for slider in cell.get_by_role("slider").all():
            slider.focus()
            slider.press("ArrowRight")
            slider.press("ArrowRight")
        for _ in moments():
            if cell.locator(".sn-sentence").inner_text() != before:
                break
        assert cell.locator(".sn-sentence").inner_text() != before
        assert len([cell for cell in lab.cells() if cell["id"] == cell_id][0]["outputs"]) == 1
    assert lab.errors == []


def test_the_released_notebook_shows_its_pictures_before_anything_is_run(page, assignment):
    page.open(f"stub/{notebook_of(assignment)}.ipynb")
    for cell in read(COURSE / "release", assignment).cells:
        if cell.get("outputs"):
            image = page.show(cell.id, "img").locator("img")
            assert image.is_visible() and len(image.get_attribute("alt")) > 50
    page.close()


def test_validate_names_the_failing_cells_of_the_stub(page):
    assignment = ASSIGNMENTS[0]
    page.open(f"stub/{notebook_of(assignment)}.ipynb")
    says = page.validate()
    for cell in read(COURSE / "release", assignment).cells:
        if cell.id.startswith("test-"):
            assert cell.source.splitlines()[0] in says
    assert page.errors == []
    page.close()


def test_figures_of_two_open_notebooks_share_nothing(page):
    """The first of them stays in the page, hidden; its ids must not be found instead of those of the second."""
    names = [f"solved/{notebook_of(assignment)}.ipynb" for assignment in ASSIGNMENTS[:2]]
    for name in names:
        page.open(name)
        page.run_all()
        for cell_id in page.widgets():
            page.show(cell_id)
    panels = page.page.locator(".jp-NotebookPanel", has=page.page.locator(".sn-figure"))
    assert panels.count() >= 2
    assert reference_faults(page.page) == []
    for name in names:
        page.open(name)
        page.close()
