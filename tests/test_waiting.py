"""What waits for a person: answers that say nothing are named, and nobody gets a zero that nobody was told of."""

import subprocess
import sys
import time

import pytest
from nbgrader.api import Gradebook

from grading.waiting.answers import AS_RELEASED, EMPTY, ONE_WORD, says_nothing
from made_class import Class
from tools.made_up_course import environment, fill, grade, open_course, read, solutions, submit

BONUS = "written-missing-factor"
ASSIGNMENT, QUESTION = "01-sigmoid", "written-symmetry"
RELEASED = "YOUR ANSWER HERE"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("YOUR ANSWER HERE", AS_RELEASED),
        ("\nYOUR ANSWER HERE  \n", AS_RELEASED),
        ("", EMPTY),
        ("  \n\t", EMPTY),
        ("...", EMPTY),
        ("<!-- later -->", EMPTY),
        ("YOUR ANSWER HERE\n\n?", EMPTY),
        ("idk", ONE_WORD),
        ("**Symmetry!**", ONE_WORD),
        ("YOUR ANSWER HERE no", ONE_WORD),
        ("No idea", None),
        ("$e^z$", None),
        ("$\\sigma(-z) = 1 - \\sigma(z)$", None),
        ("![](attachment:drawing.png)", None),
        ("因为指数函数处处为正", None),
        ("YOUR ANSWER HERE: because $e^z > 0$", None),
    ],
)
def test_what_says_nothing(answer, kind):
    assert says_nothing(answer, RELEASED) == kind


def test_comments_without_end_take_no_longer_than_other_text():
    """Every run of `python -m grading` reads all answers; once, this took minutes for one of them."""
    began = time.process_time()
    assert says_nothing("<!--" * 2**16, RELEASED) == EMPTY
    assert says_nothing("<!-- a -->b<!--" + " -->" * 2**16 + " c", RELEASED) is None
    assert time.process_time() - began < 2


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    assert open_course(folder).generate_assignment(ASSIGNMENT)["success"]
    texts = {"ada": None, "bob": "", "cy": "idk", "dan": "Because $e^z$ is positive everywhere.", "eve": "as it was"}
    for student, text in texts.items():
        answers = solutions(ASSIGNMENT)
        answers |= {} if text is None else {QUESTION: text}
        if student == "eve":
            del answers[QUESTION]
        submit(folder, student, ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), answers))
    submit(folder, "fay", ASSIGNMENT, read(folder / "release", ASSIGNMENT))
    path = folder / "submitted" / "fay" / ASSIGNMENT / "sigmoid.ipynb"
    path.write_bytes(path.read_bytes()[:3000])  # nobody knows what it says
    done = grade(folder, ASSIGNMENT)
    assert done.returncode == 1, done.stderr
    return folder, done.stdout


def waiting(folder, *arguments):
    command = [sys.executable, "-m", "grading", "waiting", *arguments]
    return subprocess.run(command, cwd=folder, env=environment(), text=True, capture_output=True)


LIST = f"""\
{ASSIGNMENT}
  {QUESTION} (2 points): 5 answers wait
    as released, 0 points, the page says "No response.": eve
    empty: bob
    one word: cy
"""


def test_the_list_names_who_said_nothing(course):
    done = waiting(course[0], ASSIGNMENT)
    of_tests = [line for line in done.stdout.splitlines(keepends=True) if "a test waits of fay" in line]
    assert done.returncode == 0 and len(of_tests) == 10, done.stderr
    assert "".join(line for line in done.stdout.splitlines(keepends=True) if line not in of_tests) == LIST


def test_nobody_is_told_that_what_could_not_be_read_was_no_response(course):
    with Gradebook(f"sqlite:///{course[0]}/gradebook.db") as gradebook:
        eve, fay = (gradebook.find_submission(ASSIGNMENT, student).notebooks[0] for student in ("eve", "fay"))
        assert {c.auto_comment for c in eve.comments if c.name == QUESTION} == {"No response."}
        assert {c.auto_comment for c in fay.comments} == {None}


def test_grading_tells_it_at_its_end(course):
    assert LIST in course[1]


def test_what_the_gradebook_does_not_know(course):
    done = waiting(course[0], "09-nothing")
    assert done.returncode == 1 and "no assignment '09-nothing'" in done.stderr and "Traceback" not in done.stderr


def test_who_did_not_try_for_extra_credit_is_not_listed(tmp_path):
    """Who did waits like everybody: the notebook promises a point for it."""
    assert open_course(tmp_path).generate_assignment("04-sgd")["success"]
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db") as gradebook:
        made = Class(tmp_path, gradebook)
        for student, score in ("ada", None), ("bob", 0):
            made.add(student, "04-sgd", written=2)
            made.write(student, "04-sgd", {} if score == 0 else {BONUS: "The factor a'."})
            entry = gradebook.find_submission("04-sgd", student)
            (bonus,) = (grade for grade in entry.notebooks[0].grades if grade.name == BONUS)
            bonus.manual_score, bonus.auto_score, bonus.needs_manual_grade = None, score, score is None
        gradebook.db.commit()
    done = waiting(tmp_path, "04-sgd")
    assert done.stdout == f"04-sgd\n  {BONUS} (extra credit): 1 answer waits\n", done.stderr
