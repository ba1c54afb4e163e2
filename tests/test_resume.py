"""Grading is stopped at any moment and started again: the gradebook ends as if nothing had happened."""

import contextlib
import shutil
import signal
import subprocess
import sys
import time

import nbformat
import psutil
import pytest
from nbgrader.api import Gradebook

from answer_table import answers
from tools.made_up_course import environment, fill, grade, open_course, read, solutions, submit

ASSIGNMENT = "02-losses"
STUDENTS = 6


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course in which some are right and some are wrong, not graded yet."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    wrong = [a for a in answers() if a.exercise == "squared_error" and not a.right]
    for k in range(STUDENTS):
        mine = solutions(ASSIGNMENT) | ({"squared_error": wrong[k].source} if k % 2 else {})
        submit(folder, f"student-{k}", ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), mine))
    return folder


def gradebook(folder):
    """Everything that the gradebook says of the students, as plain data."""
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as opened:
        return {
            (submission.student.id, grade.name): (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
            for submission in opened.assignment_submissions(ASSIGNMENT)
            for grade in submission.notebooks[0].grades
        }


def files(folder):
    """The graded notebooks, each whole, and whatever else lies there."""
    paths = [path for path in (folder / "autograded").rglob("*") if path.is_file()]
    notebooks = {path: nbformat.read(path, as_version=4) for path in paths if path.suffix == ".ipynb"}
    return {path.relative_to(folder): len(notebooks[path].cells) if path in notebooks else 0 for path in paths}


def copy_of(course, folder):
    shutil.copytree(course, folder, dirs_exist_ok=True)
    config = folder / "nbgrader_config.py"
    config.write_text(config.read_text(encoding="utf-8").replace(str(course), str(folder)), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(course, tmp_path_factory):
    folder = copy_of(course, tmp_path_factory.mktemp("undisturbed"))
    assert grade(folder, ASSIGNMENT).returncode == 0
    return folder


@pytest.fixture
def folder(course, tmp_path):
    return copy_of(course, tmp_path)


def assert_alike(folder, undisturbed):
    assert gradebook(folder) == gradebook(undisturbed)
    assert files(folder) == files(undisturbed)


def start(folder, *arguments):
    command = [sys.executable, "-m", "grading", ASSIGNMENT, *arguments]
    return subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def take_long(folder, student):
    """Have the first code of a submission take seconds."""
    (path,) = (folder / "submitted" / student / ASSIGNMENT).glob("*.ipynb")
    notebook = nbformat.read(path, as_version=4)
    first = next(cell for cell in notebook.cells if cell.cell_type == "code")
    first.source = f"import time\ntime.sleep(5)\n{first.source}"
    nbformat.write(notebook, path)


def wait_for(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def graded(folder):
    return sorted(path.name for path in (folder / "autograded").glob("student-*") if (path / ASSIGNMENT).exists())


def family(process):
    return [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]


def are_gone(processes):
    return not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in processes)


def test_killed_again_and_again_it_ends_as_if_nothing_had_happened(folder, undisturbed):
    take_long(folder, f"student-{STUDENTS - 1}")  # otherwise all might be graded before the first kill
    seen, stamps = [], {}
    for count in (1, 2, 4):
        process = start(folder)
        wait_for(lambda: len(graded(folder)) >= count or process.poll() is not None)  # noqa: B023
        everyone = family(process)
        process.kill()
        process.communicate()
        wait_for(lambda: are_gone(everyone))  # noqa: B023
        seen.append(len(graded(folder)))
        for path, stamp in stamps.items():
            assert path.stat().st_mtime_ns == stamp, "graded twice"
        stamps = {path: path.stat().st_mtime_ns for path in (folder / "autograded").glob("student-*/*/*.ipynb")}
    done = grade(folder, ASSIGNMENT)
    assert done.returncode == 0, done.stderr
    assert seen == sorted(seen) and seen[0] < STUDENTS
    assert_alike(folder, undisturbed)


def test_an_interrupted_force_goes_on_with_what_it_had_left(folder):
    """Neither from the beginning, nor taking the old scores for the new ones."""
    assert grade(folder, ASSIGNMENT).returncode == 0
    before = times(folder)
    take_long(folder, f"student-{STUDENTS - 1}")
    process = start(folder, "--force")
    wait_for(lambda: len(changed(before, folder)) >= 2 or process.poll() is not None)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    first = times(folder)
    done_at_first = changed(before, folder)
    assert 2 <= len(done_at_first) < STUDENTS
    done = grade(folder, ASSIGNMENT, "--force")
    assert done.returncode == 0 and "interrupted run with --force" in done.stdout, done.stdout + done.stderr
    twice = changed(first, folder) & done_at_first
    assert changed(first, folder) - twice == set(before) - done_at_first
    assert len(twice) <= 1  # the one that was saved when the interrupt came, and not yet counted
    again = times(folder)
    assert grade(folder, ASSIGNMENT).returncode == 0 and not changed(again, folder)
    assert grade(folder, ASSIGNMENT, "--force").returncode == 0 and changed(again, folder) == set(before)


def times(folder):
    """When each folder was made; while it is graded anew there is none for a moment."""
    found = {}
    for name in graded(folder):
        with contextlib.suppress(FileNotFoundError):
            found[name] = (folder / "autograded" / name / ASSIGNMENT).stat().st_mtime_ns
    return found


def changed(before, folder):
    now = times(folder)
    return {name for name in before if name in now and now[name] != before[name]}


# Kills itself at one moment of the k-th saving, whatever else runs.
KILLER = """
import os, pathlib, signal, sys
from sqlalchemy.orm import Session
moment, k = sys.argv.pop(1), int(sys.argv.pop(1))
def strike(here):
    global k
    if here == moment:
        k -= 1
        if k == 0:
            os.kill(os.getpid(), signal.SIGKILL)
def around(owner, name, label):
    function = getattr(owner, name)
    def striking(*args, **kwargs):
        strike("before " + label)
        result = function(*args, **kwargs)
        strike("after " + label)
        return result
    setattr(owner, name, striking)
around(Session, "flush", "flush")
around(Session, "commit", "commit")
around(pathlib.Path, "rename", "rename")
around(pathlib.Path, "write_text", "write_text")
from grading.autograde.app import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize("moment", ["before rename", "after rename", "after flush", "before commit", "after commit"])
def test_killed_while_it_saves(course, tmp_path_factory, undisturbed, moment):
    """All are graded already and are graded again, so that there is something to lose."""
    folder = copy_of(undisturbed, tmp_path_factory.mktemp("killed"))
    command = [sys.executable, "-c", KILLER, moment, "3", ASSIGNMENT, "--force"]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    done = grade(folder, ASSIGNMENT)
    assert done.returncode == 0, done.stderr
    assert_alike(folder, undisturbed)


def test_an_interrupt_stops_soon_and_says_how_to_go_on(folder, undisturbed):
    take_long(folder, f"student-{STUDENTS - 1}")  # or all might be graded by then
    process = start(folder)
    wait_for(lambda: graded(folder))
    everyone = family(process)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=10)
    assert process.returncode == 1
    assert "Interrupted" in said and "Run the same command again" in said and "Traceback" not in said
    wait_for(lambda: are_gone(everyone), seconds=5)
    assert len(graded(folder)) < STUDENTS
    assert grade(folder, ASSIGNMENT).returncode == 0
    assert_alike(folder, undisturbed)


INTERRUPTS = """
import signal
from pathlib import Path

from sqlalchemy import Engine, event


@event.listens_for(Engine, "commit")
def interrupt(connection):
    if len(list(Path("autograded").glob("student-*"))) == 2:
        signal.raise_signal(signal.SIGINT)
"""


def test_an_interrupt_in_the_middle_of_a_save_waits_for_its_end(folder, undisturbed):
    configuration = folder / "nbgrader_config.py"
    as_it_was = configuration.read_text(encoding="utf-8")
    configuration.write_text(as_it_was + INTERRUPTS, encoding="utf-8")
    done = grade(folder, ASSIGNMENT)
    assert done.returncode == 1 and "Interrupted" in done.stderr + done.stdout, done.stderr
    assert len(graded(folder)) < STUDENTS
    configuration.write_text(as_it_was, encoding="utf-8")
    assert grade(folder, ASSIGNMENT).returncode == 0
    assert_alike(folder, undisturbed)


def test_manual_scores_and_comments_outlive_a_regrade(undisturbed, tmp_path):
    folder = copy_of(undisturbed, tmp_path)
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as opened:
        notebook = opened.find_submission(ASSIGNMENT, "student-0").notebooks[0]
        by_hand = next(g for g in notebook.grades if g.name.startswith("written-"))
        by_hand.manual_score, by_hand.needs_manual_grade = 1, False
        notebook.comments[0].manual_comment = "Well said."
        opened.db.commit()
        name = by_hand.name
    assert grade(folder, ASSIGNMENT, "--force").returncode == 0
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as opened:
        notebook = opened.find_submission(ASSIGNMENT, "student-0").notebooks[0]
        assert next(g for g in notebook.grades if g.name == name).manual_score == 1
        assert notebook.comments[0].manual_comment == "Well said."


def test_what_was_handed_in_again_is_graded_again(folder):
    def hand_in(when):
        (folder / "submitted" / "student-1" / ASSIGNMENT / "timestamp.txt").write_text(when, encoding="utf-8")

    hand_in("2026-11-01 10:00:00 UTC")
    assert grade(folder, ASSIGNMENT).returncode == 0
    before = gradebook(folder)
    submit(folder, "student-1", ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT)))
    hand_in("2026-11-02 10:00:00 UTC")
    done = grade(folder, ASSIGNMENT)
    assert done.stdout.splitlines()[2].split() == [ASSIGNMENT, str(STUDENTS), "1", str(STUDENTS - 1), "0", "0"]
    after = gradebook(folder)
    assert {student for (student, _), scores in after.items() if before[student, _] != scores} == {"student-1"}
