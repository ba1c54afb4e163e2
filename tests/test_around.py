"""Odd files, folders, names and times beside a notebook, graded by an instructor who is not root.

Root may read everything.
"""

import json
import os
import re
import socket
import subprocess

import pytest
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from users import folder_of

from grading.gradebook.saving import copy_beside
from grading.submissions.find import digest, submissions
from grading.watch.app import _is_settled
from grading.watch.collect import WholeCollect
from tools.made_up_course import fill, notebook_of, open_course, read, solutions

ASSIGNMENT = "02-losses"
FILE = f"{notebook_of(ASSIGNMENT)}.ipynb"
CLOSED = {"closed notebook", "closed folder", "closed above"}  # to all but root
NOT_UTF8 = os.fsdecode(b"not \xff UTF-8")
ODD_NAMES = {
    "a line\nend": "a line\\nend~",
    "a line\\nend": "a line\\nend",
    ".begins with a dot": ".begins with a dot",
    "\x1b[31mred": "\\x1b[31mred",
    NOT_UTF8: "not \\udcff UTF-8",
    "n" * 200: "n" * 200,
    "\u202ereversed": "\\u202ereversed",
    "Ada": "Ada",
    "ada": "ada",
}
GARBAGE = ("", "yesterday", "\0", "2026-13-45", "9" * 2000, "0001-01-01 00:00:00 +99:99", "1e999", "\ud800x", "1 2 3")


def timestamps(folder):
    """Student -> what is in the place of timestamp.txt."""
    for number, text in enumerate(GARBAGE):
        yield f"time-{number}", lambda path, text=text: path.write_text(text, encoding="utf-8", errors="surrogatepass")
    yield "time is a folder", lambda path: path.mkdir()
    yield "time is a pipe", os.mkfifo
    yield "time is a link", lambda path: path.symlink_to(folder / "gradebook.db")
    yield "time may not be read", lambda path: (path.write_text("2026-01-01"), path.chmod(0))
    yield "time is binary", lambda path: path.write_bytes(bytes(range(256)))


def beside(path):
    """Files beside a notebook that no budget allows, or that are none."""
    (path / "closed.txt").write_text("closed")
    (path / "closed.txt").chmod(0)
    (path / "closed folder").mkdir(mode=0)
    os.mkfifo(path / "pipe")
    # The name of a socket may not be long, whatever folder it is in.
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.open(path, os.O_RDONLY)
        listener.bind(f"/proc/self/fd/{here}/socket")
        os.close(here)
    with open(path / "sparse.bin", "wb") as file:
        file.truncate(3 * 2**30)
    (path / "circle").symlink_to("circle")
    (path / "up").symlink_to("..")
    (path / f"{NOT_UTF8}.txt").write_text("odd")
    (path / "folder.ipynb").mkdir()
    (path / "folder.ipynb" / "inside.txt").write_text("inside")
    (path / "many").mkdir()
    for number in range(3000):
        (path / "many" / f"{number:05}.txt").write_text("one")
    (path / "a picture.png").write_bytes(b"png")
    deep = path
    for _ in range(100):
        deep = deep / "d"
        deep.mkdir()


def digests(folder):
    """Student -> what is handed in under the name by which the grader keeps a digest beside the graded notebook."""

    def of_their_own(path):
        (path / ".handed-in").write_bytes(b"\xff")
        with open(path / "too large for a digest", "wb") as file:
            file.truncate(2**26 + 1)

    def as_a_folder(path):
        (path / ".handed-in").mkdir()
        (path / ".handed-in" / "inside.txt").write_text("inside")

    return {"a digest": of_their_own, "a digest folder": as_a_folder}.items()


class Course:
    """A graded course: its folder, and what runs ``python -m ...`` there."""

    def __init__(self, folder, run):
        self.folder, self.run = folder, run

    def grades(self):
        """student -> (automatic points, whether a person is asked about a test)."""
        with Gradebook(f"sqlite:///{self.folder}/gradebook.db") as gradebook:
            found = {}
            for submission in gradebook.assignment_submissions(ASSIGNMENT):
                tests = [g for g in submission.notebooks[0].grades if g.name.startswith("test-")]
                points = None if None in (g.auto_score for g in tests) else sum(g.auto_score for g in tests)
                found[submission.student.id] = points, any(g.needs_manual_grade for g in tests)
            return found


@pytest.fixture(scope="module")
def course():
    with folder_of("user") as (folder, run):
        api = open_course(folder)
        assert api.generate_assignment(ASSIGNMENT)["success"]
        solved = fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT))
        data = json.dumps(solved).encode()

        def hand_in(student):
            path = folder / "submitted" / student / ASSIGNMENT
            path.mkdir(parents=True)
            (path / FILE).write_bytes(data)
            return path

        for student in ("aa honest", "zz honest", *ODD_NAMES):
            hand_in(student)
        for student, spoil in timestamps(folder):
            spoil(hand_in(student) / "timestamp.txt")
        for student, spoil in digests(folder):
            spoil(hand_in(student))
        beside(hand_in("much beside"))
        (hand_in("closed notebook") / FILE).chmod(0)
        hand_in("closed folder").chmod(0)
        hand_in("closed above").parent.chmod(0)
        (folder / "submitted" / "a file").mkdir()
        (folder / "submitted" / "a file" / ASSIGNMENT).write_text("a file")
        (folder / "submitted" / "README.txt").write_text("nobody's")
        (folder / "submitted" / "a link above").symlink_to("aa honest")
        made = Course(folder, run)
        made.status, made.printed = made.run("grading", ASSIGNMENT)
        try:
            yield made
        finally:
            for name in CLOSED:
                (folder / "submitted" / name).chmod(0o755)


def test_everybody_is_graded_or_named(course):
    assert "Traceback" not in course.printed, course.printed
    assert course.status == 1
    grades = course.grades()
    best = grades["aa honest"]
    assert best == (best[0], False) and best[0] > 0
    lost = CLOSED | {"a file", "a link above"}
    odd = [name for name, _ in [*timestamps("."), *digests(".")]]
    for student in {"zz honest", "much beside", *ODD_NAMES.values(), *odd}:
        assert grades[student] == best, student
    for student in lost:
        assert grades[student] == (None, True), student
        assert repr(student) in course.printed.split("Not gradable")[1].split("Mended")[0]


def test_what_is_printed_has_no_control_characters(course):
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202e]", course.printed)


def test_only_so_much_is_copied(course):
    copied = course.folder / "autograded" / "much beside" / ASSIGNMENT
    files = [path for path in copied.rglob("*") if path.is_file()]
    assert copied.joinpath("a picture.png").exists() and len(files) <= 201
    assert sum(path.stat().st_blocks * 512 for path in files) < 2**26
    assert all(path.is_file() or path.is_dir() for path in copied.rglob("*"))
    (line,) = [line for line in course.printed.splitlines() if "'much beside'" in line]
    assert "left out" in line


def test_a_time_that_is_garbage_first_and_valid_later_is_graded_again(course):
    (course.folder / "submitted" / "time-1" / ASSIGNMENT / "timestamp.txt").write_text("2026-01-01 12:00:00 UTC")
    status, printed = course.run("grading", ASSIGNMENT, "--student=time-1")
    assert status == 0 and "1 graded in" in printed, printed
    status, printed = course.run("grading", ASSIGNMENT, "--student=time-1")
    assert status == 0 and "graded in" not in printed, printed


def test_a_file_under_the_name_of_the_graders_own_stays_out(course):
    for student, _ in digests(course.folder):
        notebook = course.folder / "submitted" / student / ASSIGNMENT / FILE
        os.utime(notebook)  # as if it was handed in again
        assert not (course.folder / "autograded" / student / ASSIGNMENT / ".handed-in" / "inside.txt").exists()
    status, printed = course.run("grading", ASSIGNMENT, "--student=a digest*")
    assert status == 0 and "Traceback" not in printed and "1 graded in" in printed, printed


def test_folders_without_end_are_left_out(tmp_path):
    """A thousand of them raise RecursionError in most of Python's functions on folders."""
    place = tmp_path / "submitted" / "deep" / ASSIGNMENT
    place.mkdir(parents=True)
    (place / "beside.txt").write_text("beside")
    deepest = place
    for _ in range(1200):
        deepest /= "d"
        deepest.mkdir()
    (deepest / "deep.txt").write_text("deep")
    try:
        (submission,) = submissions(CourseDirectory(root=str(tmp_path)), ASSIGNMENT)
        assert digest(submission) == "" and _is_settled(place)
        (copy := tmp_path / "copy").mkdir()
        copy_beside(submission, copy)
        assert [path.name for path in copy.rglob("*")] == ["beside.txt"]
        assert submission.notes == ["a folder was left out: it has folders in folders, more than 50 of them"]
        collect = WholeCollect(coursedir=CourseDirectory(root=str(tmp_path)))
        collect.do_copy(str(place), str(tmp_path / "submitted" / "collected"))
        assert [path.name for path in (tmp_path / "submitted").iterdir()] == ["deep"]
    finally:
        subprocess.run(["rm", "-r", place], check=True)  # shutil.rmtree would raise it, too


def test_feedback_and_report_are_made(course):
    status, printed = course.run("grading", "feedback", ASSIGNMENT)
    assert status == 0 and "Traceback" not in printed, printed
    pages = list((course.folder / "feedback").glob(f"*/{ASSIGNMENT}/*.html"))
    assert len(pages) + len(list((course.folder / "feedback").glob(f".*/{ASSIGNMENT}/*.html"))) >= len(course.grades())
    status, printed = course.run("grading", "report", ASSIGNMENT)
    assert status == 0 and "Traceback" not in printed, printed
