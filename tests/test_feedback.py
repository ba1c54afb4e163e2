"""The pages that students get back, from the real commands: what stands in them, and what must not."""

import re
import subprocess
import sys

import nbformat
import pytest
from nbgrader.api import Gradebook

from tools.made_up_course import COURSE, environment, fill, grade, open_course, read, solutions, submit

ASSIGNMENT = "02-losses"
WRONG = {"squared_error": "def squared_error(a, y):\n    return (a - y) ** 2"}
SEEDS = re.findall(r"seed=(\d+)", "".join(cell.source for cell in read(COURSE / "notebooks", ASSIGNMENT).cells))
CURIOUS = """
from IPython.display import HTML, display
print(In, check.__globals__.get("seed"))
display(HTML("<script>alert(1)</script><img src='https://example.org/spy.png'><link rel=stylesheet href=https://example.org/x.css>"))
"""
# Inputs of hidden tests, printed by a cell further down.
HOARD = {
    "squared_error": "seen = []\ndef squared_error(a, y):\n    import sys\n    seen.append(sys._getframe(3).f_locals)\n"
    "    return 0.5 * (a - y) ** 2"
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]

    def hand_in(student, answers, *cells):
        notebook = fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT) | answers)
        notebook.cells += cells
        submit(folder, student, ASSIGNMENT, notebook)

    hand_in("right", {})
    hand_in("wrong", WRONG)
    markdown = nbformat.v4.new_markdown_cell(
        "![](https://example.org/spy.png) $\\nonsense{$ <b onclick='x()'>$x^2$</b>"
    )
    hand_in("curious", HOARD, nbformat.v4.new_code_cell(CURIOUS), nbformat.v4.new_code_cell("print(seen)"), markdown)
    assert grade(folder, ASSIGNMENT).returncode == 0
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        notebook = gradebook.find_submission(ASSIGNMENT, "wrong").notebooks[0]
        notebook.comments[0].manual_comment = "Look at $a - y$ again."
        gradebook.db.commit()
    done = grade(folder, "feedback", ASSIGNMENT)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, done.stdout


def page(course, student):
    return (course[0] / "feedback" / student / ASSIGNMENT / "losses.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("student", ["right", "wrong", "curious"])
def test_nothing_is_fetched_and_nothing_runs(course, student):
    """Whatever a submission holds, the page's own policy lets only its own pictures and style through."""
    text = page(course, student)
    policy = (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none';"
        " form-action 'none'"
    )
    assert f'<meta content="{policy}" http-equiv="Content-Security-Policy"/>' in text
    assert text.index("Content-Security-Policy") < text.index("<style")
    assert "<script" not in text and not re.search(r'src="(https?:)?//', text)


@pytest.mark.parametrize("student", ["right", "wrong", "curious"])
def test_no_hidden_test_no_mark_scheme_no_seed(course, student):
    text = page(course, student)
    assert SEEDS
    for secret in *SEEDS, "BEGIN HIDDEN", "Mark scheme", "MARK SCHEME":
        assert secret not in text
    assert len(text.encode()) < 500_000


def test_a_long_output_is_shortened_and_says_so(course):
    assert re.search(r"\(\d+ more characters are not shown on this page", page(course, "curious"))
    assert "more characters are not shown" not in page(course, "right")


def test_mathematics_is_drawn_without_a_script(course):
    text = page(course, "right")
    assert text.count("<math") > 50
    outside = re.sub(r"<style.*?</style>|<code.*?</code>|<pre.*?</pre>", "", text, flags=re.S)
    assert "$" not in outside and "\\frac" not in outside


def test_every_picture_says_what_it_shows(course):
    pictures = re.findall(r"<img[^>]*>", page(course, "right"))
    assert len(pictures) == 4
    assert all(re.search(r'alt="[^"]{40,}"', picture) for picture in pictures)


def test_the_mistake_is_named_and_the_comment_stands_there(course):
    text = page(course, "wrong")
    assert "1/2" in re.search(r"squared_error: wrong values.*?</pre>", text, re.S)[0]
    assert "Look at" in text and '<a href="#test-squared_error">squared_error</a> (0 of 1)' in text


def test_the_stock_command_makes_the_same_page(course):
    folder, _ = course
    ours = page(course, "wrong")
    says_when_to_make_it_anew = re.search(r'<meta content="\w+" name="made-of"/>\n', ours)[0]
    command = [sys.executable, "-m", "nbgrader", "generate_feedback", ASSIGNMENT, "--student=wrong", "--force"]
    subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=True)
    assert page(course, "wrong") == ours.replace(says_when_to_make_it_anew, "")


def test_an_unknown_assignment_is_named(course):
    done = grade(course[0], "feedback", "05-unknown")
    assert done.returncode != 0 and "no assignment '05-unknown'" in done.stderr and "Traceback" not in done.stderr


def test_a_page_is_made_again_where_it_would_say_something_else(course):
    """After a score and a comment by hand, not after nothing: whatever the times of the files."""
    folder, _ = course
    grade(folder, "feedback", ASSIGNMENT)  # where nbgrader's own command had made one
    assert grade(folder, ASSIGNMENT, "--student=wrong", "--force").returncode == 0  # with the same result
    done = grade(folder, "feedback", ASSIGNMENT)
    assert "Feedback made for 0 submissions" in done.stdout, done.stdout + done.stderr
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        notebook = gradebook.find_submission(ASSIGNMENT, "right").notebooks[0]
        written = next(grade for grade in notebook.grades if grade.name.startswith("written-"))
        written.manual_score, written.needs_manual_grade = 0.25, False
        gradebook.db.commit()
    others = page(course, "wrong")
    done = grade(folder, "feedback", ASSIGNMENT)
    assert "Feedback made for 1 submissions" in done.stdout, done.stdout + done.stderr
    assert "0.25 of" in page(course, "right") and page(course, "wrong") == others
