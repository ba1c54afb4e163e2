"""What goes wrong with one submission while it is saved or fed back stays with it, and is said in words."""

import re

import pytest
from nbgrader.api import Gradebook

from grading.outcome import NotGradable, reason, shown
from tools.made_up_course import fill, grade, notebook_of, open_course, read, solutions, submit

ASSIGNMENT = "02-losses"
FILE = f"{notebook_of(ASSIGNMENT)}.ipynb"
PYTHON = re.compile(r"Traceback|Error\b|Errno")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    for student in ("aa", "bb", "cc", "dd"):
        submit(folder, student, ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT)))
    (folder / "autograded").mkdir()
    (folder / "autograded" / "bb").write_text("in the way")
    return folder


def test_one_that_cannot_be_saved_is_named_and_all_others_are_graded(course):
    done = grade(course, ASSIGNMENT)
    assert done.returncode == 1 and not PYTHON.search(done.stdout + done.stderr), done.stdout + done.stderr
    (line,) = [line for line in done.stdout.splitlines() if "'bb'" in line]
    assert "could not be saved" in line and "file exists" in line
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        assert {s.student.id for s in gradebook.assignment_submissions(ASSIGNMENT)} == {"aa", "cc", "dd"}
    (course / "autograded" / "bb").unlink()
    again = grade(course, ASSIGNMENT)
    assert again.returncode == 0 and "1 graded in" in again.stdout, again.stdout


def test_one_without_a_page_is_named_and_all_others_get_theirs(course):
    path = course / "autograded" / "cc" / ASSIGNMENT / FILE
    whole = path.read_bytes()
    path.chmod(0o600)
    path.write_bytes(whole[: len(whole) // 2])
    (course / "feedback").mkdir()
    (course / "feedback" / "dd").write_text("in the way")
    done = grade(course, "feedback", ASSIGNMENT)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert "Feedback made for 3 submissions" in done.stdout, done.stdout
    pages = {path.parent.parent.name: path.read_text() for path in (course / "feedback").rglob("*.html")}
    assert set(pages) == {"aa", "bb", "cc"}
    assert "cannot be shown here" in pages["cc"] and "cannot be shown here" not in pages["aa"]
    assert "'dd': no page" in done.stdout
    report = grade(course, "report", ASSIGNMENT)
    assert report.returncode == 0 and "Traceback" not in report.stderr, report.stderr


@pytest.mark.parametrize(
    "error, said",
    [
        (NotGradable("It is empty."), "It is empty."),
        (MemoryError(), "There was not enough memory for reading it."),
        (PermissionError(13, "Permission denied", "/a/b\nc"), "b\\nc: it may not be read or written"),
        (OSError(28, "No space left on device"), "The disk is full."),
        (OSError("odd"), "The grader itself failed while reading it (OSError)"),
        (AttributeError("'NoneType' object has no attribute 'x'"), "The grader itself failed while reading it"),
    ],
)
def test_reasons_are_words(error, said):
    assert said in reason(error, "reading") and "NoneType" not in reason(error, "reading")


def test_names_are_shown_harmless():
    assert shown("Zoë \x1b[31m\n\udcff\u202e") == "Zoë \\x1b[31m\\n\\udcff\\u202e"
