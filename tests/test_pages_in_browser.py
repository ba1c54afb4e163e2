"""The feedback page and the report as they are looked at: dark and light, narrow, enlarged, on paper, with axe-core.

Screenshots are left in screenshots/: look at them after a change.
"""

import base64
import io

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from nbgrader.api import Gradebook
from PIL import Image
from test_report import DUE, FIRST, SECOND, a_week
from test_report import page as report_of

from browser import accessibility_faults, chromium
from grading.autograde.verdicts import write
from grading.feedback.page import Page
from grading.feedback.preprocessors import ShowGrades
from lib.checking.judge import Verdict
from made_class import Class
from tools.made_up_course import ASSIGNMENTS, COURSE, notebook_of, open_course, read

SCREENSHOTS = COURSE / "screenshots"
REPORT = "report"


def png():
    """A picture that is no figure: of many colours."""
    made = io.BytesIO()
    Image.effect_mandelbrot((120, 80), (-2, -1, 1, 1), 50).convert("RGB").save(made, "PNG")
    return made.getvalue()


PAPER = 1000  # pixels in height of a page of A4 without its margins, about
VERDICT = Verdict(False, "value", "", "a_function: wrong values.\nThe factor 1/2 is missing (eq. 16).\n\n  a  0.5")
PHOTOGRAPH = base64.b64encode(png()).decode()
ADDRESS = f"data:image/png;base64,{PHOTOGRAPH}"
every_page = pytest.mark.parametrize("name", [*ASSIGNMENTS, REPORT])


def feedback(assignment):
    """The page of the solved notebook, as if its first test had failed and its first written answer waited."""
    notebook = read(COURSE / "notebooks", assignment)
    marked = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    names = [cell.metadata.nbgrader.grade_id for cell in marked]
    grades = {cell.metadata.nbgrader.grade_id: {"score": 1.0, "points": 1.0} for cell in marked}
    tests, written = ([name for name in names if name.startswith(kind)] for kind in ("test-", "written-"))
    grades[tests[0]]["score"], grades[written[0]]["score"] = 0.0, None
    write(marked[names.index(tests[0])], VERDICT, False)
    shown = [
        new_output("display_data", data={"image/png": PHOTOGRAPH}),
        new_output("display_data", data={"text/html": f'<img src="{ADDRESS}">'}),
    ]
    notebook.cells += [new_code_cell("photograph", outputs=shown), new_markdown_cell(f"![a photograph]({ADDRESS})")]
    about = {"student": "ada", "name": "Ada Lovelace", "assignment": assignment, "notebook": notebook_of(assignment)}
    about |= {"handed_in": DUE.isoformat(), "due": DUE.isoformat(), "late": 0, "late_penalty": 0.5}
    about |= {"grades": grades, "comments": {written[0]: "Why is $a > 0$?"}, "max_score": float(len(names))}
    exporter = Page()
    exporter.register_preprocessor(ShowGrades, enabled=True)
    return exporter.from_notebook_node(notebook, {"nbgrader": about})[0]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Name -> file."""
    folder = tmp_path_factory.mktemp("pages")
    api = open_course(folder)
    for assignment in FIRST, SECOND:
        assert api.generate_assignment(assignment)["success"]
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        made = Class(folder, gradebook)
        for assignment in FIRST, SECOND:
            gradebook.update_or_create_assignment(assignment, duedate=DUE)
        a_week(made)
        report_of(made, FIRST, SECOND)
    found = {REPORT: folder / "report" / "index.html"}
    for assignment in ASSIGNMENTS:
        found[assignment] = folder / f"{assignment}.html"
        found[assignment].write_text(feedback(assignment), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def opened(browser, pages, name):
    """The page in a window; it must ask for nothing, and its policy have nothing to refuse."""
    window = browser.new_page()
    asked, errors = [], []
    window.on("request", lambda request: request.url.startswith("data:") or asked.append(request.url))
    window.on("console", lambda message: errors.append(message.text))
    window.goto(pages[name].as_uri())
    yield window
    window.close()
    assert asked == [pages[name].as_uri()] and errors == []


def look(window, scheme, width, media="screen"):
    window.emulate_media(color_scheme=scheme, media=media)
    window.set_viewport_size({"width": width, "height": 900})


@every_page
def test_it_can_be_read_in_every_light_and_width(opened, name):
    SCREENSHOTS.mkdir(exist_ok=True)
    for scheme, width in ("light", 1000), ("dark", 1000), ("light", 640), ("light", 400), ("dark", 400):
        look(opened, scheme, width)  # 640: a window of 1280 at a zoom of 200 %
        assert opened.evaluate("document.documentElement.scrollWidth") <= width, (scheme, width)
        opened.screenshot(path=SCREENSHOTS / f"page-{name}-{scheme}-{width}.png", full_page=True)
    outside = """() => [...document.querySelectorAll('body *')].filter(element => {
        const box = element.getBoundingClientRect();
        return box.width && box.right > innerWidth + 1 && !element.closest('.scrolls, .table, .output_html');
    }).map(element => element.outerHTML.slice(0, 100))"""
    opened.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    assert opened.evaluate(outside) == []


@every_page
def test_axe_finds_nothing_serious(opened, name):
    opened.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    for scheme, width, media in ("light", 1000, "screen"), ("dark", 400, "screen"), ("dark", 1000, "print"):
        look(opened, scheme, width, media)
        assert accessibility_faults(opened, "html") == [], (scheme, width, media)


@every_page
def test_paper_has_everything_from_its_first_page_on(opened, name):
    """Nothing is folded, grey, or so large and indivisible that it leaves the page before it blank."""
    look(opened, "dark", 700, "print")
    hidden = """() => [...document.querySelectorAll(
        'details.fold > :not(summary), details:has(> p.ids) > p.ids, details > .table')]
        .filter(e => !e.checkVisibility({contentVisibilityAuto: true}) || !e.getBoundingClientRect().height)
        .map(element => element.outerHTML.slice(0, 100))"""
    assert opened.evaluate(hidden) == []
    whole = """height => [...document.querySelectorAll('body *')].filter(element =>
        getComputedStyle(element).breakInside === 'avoid' && element.getBoundingClientRect().height > height
    ).map(element => element.outerHTML.slice(0, 100))"""
    assert opened.evaluate(whole, PAPER) == []
    assert opened.evaluate("getComputedStyle(document.body).color") in ("rgb(27, 27, 27)", "rgb(0, 0, 0)")
    opened.pdf(path=SCREENSHOTS / f"page-{name}.pdf", format="A4")


@pytest.mark.parametrize("name", ASSIGNMENTS[:1])
def test_a_link_to_what_is_folded_opens_it(opened, name):
    link = opened.locator("#toc a", has_text="predict").first
    target = opened.locator(f"[id='{link.get_attribute('href').removeprefix('#')}']")
    assert not target.is_visible()
    link.click()
    target.wait_for(state="visible")


@pytest.mark.parametrize("name", [REPORT])
def test_pictures_of_the_report_are_dark_on_a_dark_page(opened, name):
    look(opened, "dark", 1000)
    assert "invert" in opened.locator("figure img").first.evaluate("image => getComputedStyle(image).filter")
    look(opened, "dark", 1000, "print")
    assert opened.locator("figure img").first.evaluate("image => getComputedStyle(image).filter") == "none"


@pytest.mark.parametrize("name", ASSIGNMENTS[:1])
def test_of_all_pictures_only_the_courses_figures_are_dark_on_a_dark_page(opened, name):
    look(opened, "dark", 1000)
    filters = opened.locator("#notebook img").evaluate_all("all => all.map(image => getComputedStyle(image).filter)")
    assert all("invert" in one for one in filters[:-3]) and len(filters) > 3
    assert filters[-3:] == ["none"] * 3  # the photographs
    opened.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    opened.locator("#notebook img").last.scroll_into_view_if_needed()
    opened.screenshot(path=SCREENSHOTS / f"page-{name}-dark-photograph.png")
