"""What the commands say: what was wrong, what to do, in lines that fit a terminal, and never a traceback."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest
from nbgrader.api import Gradebook
from postgres import needs_postgresql, postgresql
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from users import needs_users

from grading.autograde.table import Row, print_table
from grading.commands import COMMANDS
from grading.gradebook.opening import open_gradebook, why_not
from grading.gradebook.results import written_answers_waiting
from grading.outcome import reason
from made_class import Class
from tools.made_up_course import environment, fill, grade, open_course, read, solutions, submit

FIRST, SECOND = "01-sigmoid", "02-losses"
PYTHON = re.compile(r"Traceback|\w+Error\b|Errno|File \"")
DIFFERS = "test-predict differs from the course's: the course's counts"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course of two assignments: one was graded, but for its written answers; nobody handed in the other."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    for assignment in FIRST, SECOND:
        assert api.generate_assignment(assignment)["success"]
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        made = Class(folder, gradebook)
        for student in "ada", "bob", "eve":
            made.add(student, FIRST)
            made.write(student, FIRST)
            made.hand_in(student, FIRST)
        made.add("fail", FIRST, scores=dict.fromkeys(scored_by_tests(gradebook)))
    return folder


def scored_by_tests(gradebook):
    (notebook,) = gradebook.find_assignment(FIRST).notebooks
    return [cell.name for cell in notebook.grade_cells if cell.name.startswith("test-")]


# Tables


def printed(capsys, monkeypatch, row, waiting=(0, 0)):
    monkeypatch.setenv("COLUMNS", "80")
    print_table({row.assignment: row}, {row.assignment: waiting}, 3)
    return capsys.readouterr().out


def test_what_many_have_in_common_is_said_once_with_their_number(capsys, monkeypatch):
    row = Row(FIRST, handed_in=143, before=0, graded=143)
    row.notes = {f"student-{i:03}": [DIFFERS, *(["deleted"] if i == 7 else [])] for i in range(143)}
    said = printed(capsys, monkeypatch, row)
    assert said.count("differs from") == 1 and "01-sigmoid, 143 submissions: " in said
    assert "'student-000'" in said and "and 133 more" in " ".join(said.split())
    assert "  01-sigmoid 'student-007': deleted" in said.splitlines()


def test_everybody_is_named_who_has_to_be_looked_at(capsys, monkeypatch):
    row = Row(FIRST, handed_in=50, before=0)
    row.failed = {f"student-{i:03}": ["it is empty"] for i in range(50)}
    said = printed(capsys, monkeypatch, row)
    assert said.count("it is empty") == 1 and all(repr(student) in said for student in row.failed)


def test_lines_fit_and_are_broken_between_words(capsys, monkeypatch):
    row = Row(FIRST, handed_in=3, before=1, graded=2, seconds=[{"cells": 1, "judging": 2, "saving": 3}] * 2)
    row.needs_manual_grade = {"ada": ["an answer ended its kernel and somebody has to look why that was so " * 3]}
    row.failed = {"bob": ["its file breaks off before its end; ask the student for the file once more, please"]}
    said = printed(capsys, monkeypatch, row, (20, 10))
    assert max(map(len, said.splitlines())) <= 80
    for sentence in row.needs_manual_grade["ada"] + row.failed["bob"]:
        assert " ".join(sentence.split()) in " ".join(said.split())
    assert "again" not in said and "One took (median) 1.00 s to run, 2.00 s to judge and 3.00 s to save." in said


def test_written_answers_that_wait_are_counted(course, capsys, monkeypatch):
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        answers, students = written_answers_waiting(gradebook, FIRST)
        (notebook,) = gradebook.find_assignment(FIRST).notebooks
        written = [cell.name for cell in notebook.grade_cells if not cell.name.startswith("test-")]
    assert (answers, students) == (3 * len(written), 3)  # not those of `fail`, which was not graded at all
    said = printed(capsys, monkeypatch, Row(FIRST, handed_in=3, before=3), (answers, students))
    assert f"{answers} written answers of 3 submissions wait for a person" in said


# What can be done


def test_help_names_every_command():
    said = subprocess.run(
        [sys.executable, "-m", "grading", "--help"], env=environment(), text=True, capture_output=True, check=True
    ).stdout
    head = said.split("Options")[0]
    assert "python -m grading ASSIGNMENT" in head
    assert all(f"python -m grading {name}: {what}" in " ".join(head.split()) for name, (_, what) in COMMANDS.items())


@pytest.mark.parametrize(
    "arguments, says",
    [
        (["raport"], "Did you mean python -m grading report?"),
        (["01-sigmod"], "it has: 01-sigmoid, 02-losses. Did you mean 01-sigmoid?"),
        (["--force", "feedback", FIRST], "A command comes first: python -m grading feedback"),
        (["feedback", "02-loses"], "Did you mean 02-losses?"),
        ([SECOND], "Nothing was handed in for 02-losses: there is no"),
        (["feedback", SECOND], "Nothing was graded yet. Do that first: python -m grading 02-losses"),
        ([FIRST, "--course-dir=/nowhere"], "There is no folder /nowhere"),
        (["feedback", FIRST, "--course-dir=/nowhere"], "There is no folder /nowhere"),
        (["report", FIRST, "--course-dir=/nowhere"], "There is no folder /nowhere"),
        ([FIRST, "--db=sqlite:///elsewhere.db"], "There is no gradebook sqlite:///elsewhere.db yet. Release"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_can(course, arguments, says):
    before = set(course.rglob("*"))
    done = grade(course, *arguments)
    assert done.returncode == 1 and says in done.stderr and not PYTHON.search(done.stderr), done.stderr
    assert set(course.rglob("*")) == before


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS if name != "init")])  # which makes a course
def test_outside_a_course_nothing_is_made(tmp_path, command):
    done = grade(tmp_path, *command, FIRST)
    assert done.returncode == 1 and "is no course" in done.stderr and not PYTHON.search(done.stderr), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_who_handed_in_one_of_two_is_graded(course):
    answers = fill(read(course / "release", FIRST), solutions(FIRST))
    submit(course, "new", FIRST, answers)
    done = grade(course, FIRST, SECOND, "--student=new")
    assert done.returncode == 0 and "1 graded in" in done.stdout, done.stdout + done.stderr
    assert "Nothing was handed in for 02-losses" in done.stdout
    assert max(map(len, done.stdout.split("assignment ", 1)[1].splitlines())) <= 80


# What may not be read or written


def as_owner_only(*command):
    """A command without root's right to read and write what permissions forbid."""
    capabilities = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={capabilities}", f"--inh-caps={capabilities}", "--", *command]


@needs_users
@pytest.mark.parametrize(
    "path, mode, says",
    [
        ("gradebook.db", 0o444, "may not be written: the permissions of it forbid it"),
        ("gradebook.db", 0, "may not be read: its permissions forbid it"),
        ("submitted", 0, "may not be read: its permissions forbid it"),
    ],
)
def test_what_may_not_be_touched_is_said(course, path, mode, says):
    before = (course / path).stat().st_mode
    (course / path).chmod(mode)
    try:
        command = as_owner_only(sys.executable, "-m", "grading", FIRST)
        done = subprocess.run(command, cwd=course, env=environment(), text=True, capture_output=True, check=False)
    finally:
        (course / path).chmod(before)
    assert done.returncode == 1 and says in done.stderr and not PYTHON.search(done.stderr), done.stderr


@pytest.mark.parametrize(
    "said, words",
    [
        ("attempt to write a readonly database", "may not be written"),
        ("database or disk is full", "The disk is full"),
        ("database is locked", "Another program keeps the gradebook locked"),
        ("file is not a database", "is damaged"),
        ("no such column: x", "nbgrader db upgrade"),
        ("connection to server failed", "cannot be reached"),
        ("something new", "The gradebook does not work: something new."),
    ],
)
def test_what_a_database_says_is_put_into_words(said, words):
    error = OperationalError("SELECT 1", {}, Exception(said))
    assert words in why_not(error) and words in reason(error, "saving")


@needs_postgresql
def test_a_database_that_does_not_hold_every_name_is_refused():
    with postgresql() as database:
        engine = create_engine(database(), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(
                text("CREATE DATABASE ascii ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
            )
        url = engine.url.set(database="ascii").render_as_string(hide_password=False)
        engine.dispose()
        coursedir = SimpleNamespace(root=os.getcwd(), db_url=url, course_id="x")
        with (
            pytest.raises(ValueError, match="encoded in SQL_ASCII.*createdb --encoding=UTF8"),
            open_gradebook(coursedir),
        ):
            pass


@pytest.mark.parametrize("seconds", [1, 6])
def test_an_interrupted_feedback_says_so(course, seconds):
    command = [sys.executable, "-m", "grading", "feedback", FIRST, "--force"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    process = subprocess.Popen(command, cwd=course, env=environment(), start_new_session=True, **pipes)
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):  # a fast machine may be done
        os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=60)[0]
    assert not PYTHON.search(said) and ("Interrupted" in said or "Feedback made for" in said), said
