"""The loop as people see it, in JupyterLab in a real browser: Assignment List, Validate, Formgrader.

One account is student and instructor. Pictures of every step go to ``screenshots/``: for looking at.
"""

import itertools
import re

import nbformat
import pytest

from browser import Lab, chromium, jupyter_lab
from tools.made_up_course import COURSE, fill, open_course, solutions

SCREENSHOTS = COURSE / "screenshots"
ASSIGNMENT = "01-sigmoid"
COMMENT = "Say why the denominator is not zero."


class Nbgrader(Lab):
    """Nbgrader's own pages in JupyterLab, with a picture of every step."""

    steps = itertools.count(1)

    def look(self, name):
        self.page.screenshot(path=SCREENSHOTS / f"loop-{next(self.steps):02}-{name}.png")

    def show_nbgrader(self, which):
        """Open "assignment-list" or "formgrader" as the menu Nbgrader does."""
        self.page.evaluate(f"void window.jupyterapp.commands.execute('nbgrader:open-{which}')")

    @property
    def formgrader(self):
        return self.page.frame_locator("iframe[src*='formgrader']")

    def press(self, where, icon):
        """Press the icon in a row of Formgrader's table and return what its dialog says."""
        where.locator(f".{icon} a").click()
        dialog = self.formgrader.locator(".modal.in")
        dialog.get_by_role("button", name="OK").wait_for()
        says = dialog.inner_text()
        dialog.get_by_role("button", name="OK").click()
        self.formgrader.locator(".modal-backdrop").wait_for(state="detached")
        return says


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """(JupyterLab on a course whose first assignment is released, the course's folder)."""
    SCREENSHOTS.mkdir(exist_ok=True)
    with chromium() as browser:
        home = tmp_path_factory.mktemp("loop")
        course, exchange = home / "course", home / "exchange"
        course.mkdir()
        exchange.mkdir()
        exchange.chmod(0o777)
        open_course(course)
        with (course / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(f"c.Exchange.root = {str(exchange)!r}\n")
        with jupyter_lab(home, course) as address:
            lab = Nbgrader(browser, address)
            lab.page.on("dialog", lambda dialog: dialog.accept())
            yield lab, course


@pytest.fixture(scope="module")
def released(lab):
    lab, course = lab
    lab.show_nbgrader("formgrader")
    row = lab.formgrader.locator("tr", has_text=ASSIGNMENT)
    assert "Successfully created" in lab.press(row, "assign")
    assert "Successfully released" in lab.press(row, "release")
    lab.look("released")
    return lab, course


@pytest.fixture(scope="module")
def handed_in(released):
    """The student's part."""
    lab, course = released
    lab.show_nbgrader("assignment-list")
    page = lab.page.locator("#nbgrader-assignment-list")
    fetch = page.get_by_role("button", name="Fetch", exact=True)
    fetch.wait_for()
    lab.look("assignment-list")
    fetch.click()
    page.get_by_role("button", name="Submit").wait_for()
    path = course / ASSIGNMENT / "sigmoid.ipynb"
    nbformat.write(fill(nbformat.read(path, as_version=4), solutions(ASSIGNMENT)), path)
    page.get_by_text(ASSIGNMENT).first.click()
    page.get_by_role("button", name="Validate").click()
    dialog = lab.page.locator(".jp-Dialog")
    dialog.wait_for()
    says = dialog.inner_text()
    lab.look("validated")
    dialog.get_by_role("button").last.click()
    dialog.wait_for(state="detached")
    page.get_by_role("button", name="Submit").click()
    submitted = page.locator("#submitted_assignments_list")
    submitted.get_by_text(ASSIGNMENT).first.wait_for()
    lab.look("submitted")
    return lab, course, says


@pytest.fixture(scope="module")
def graded(handed_in):
    """The instructor's part, up to the page of the one submission."""
    lab, course, _ = handed_in
    lab.show_nbgrader("formgrader")
    form = lab.formgrader
    says = [lab.press(form.locator("tr", has_text=ASSIGNMENT), "collect")]
    form.locator("tr", has_text=ASSIGNMENT).locator(".num-submissions a").click()
    row = form.locator("tbody tr").first
    row.locator(".autograde a").wait_for()
    says.append(lab.press(row, "autograde"))
    lab.look("autograded")
    return lab, course, says


def test_validate_finds_nothing_wrong(handed_in):
    assert "Success" in handed_in[2]


def test_submissions_are_collected_and_graded(graded):
    assert [re.search("Successfully (collected|autograded)", says) is not None for says in graded[2]] == [True, True]


def test_a_written_answer_is_graded_with_its_mark_scheme_in_sight(graded):
    lab, *_ = graded
    form = lab.formgrader
    form.get_by_text("Manual Grading").first.click()
    form.get_by_role("link", name=ASSIGNMENT).click()
    form.get_by_role("link", name="sigmoid").click()
    form.get_by_role("link", name="Submission #1").click()
    cell = form.locator(".nbgrader_cell", has=form.locator("#written-symmetry"))
    score = cell.locator("input.score")
    score.wait_for()
    score.scroll_into_view_if_needed()
    scheme = form.get_by_text("Mark scheme (2 points).")
    boxes = [box.bounding_box() for box in (scheme, score)]
    lab.look("mark-scheme")
    assert 0 < boxes[0]["y"] < lab.page.viewport_size["height"] and boxes[0]["y"] != boxes[1]["y"]
    with lab.page.expect_response(saved("grade")):
        score.fill("1.5")
        score.blur()
    comment = form.locator("#written-symmetry-comment")
    with lab.page.expect_response(saved("comment")):
        comment.fill(COMMENT)
        comment.blur()
    lab.look("scored")


def saved(what):
    """Whether a response says that Formgrader saved a "grade" or a "comment"."""
    return lambda response: f"/api/{what}/" in response.url and response.request.method == "PUT" and response.ok


def test_the_score_is_there(graded):
    lab, *_ = graded
    form = lab.formgrader
    form.get_by_role("link", name=ASSIGNMENT).first.click()
    form.get_by_text("11.5 / 12").first.wait_for()
    lab.look("score")
