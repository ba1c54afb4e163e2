"""`python -m grading watch`: what comes in is graded, its page is made and released, whatever happens meanwhile."""

import json
import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from unittest.mock import Mock, patch

import nbformat
import psutil
import pytest
from nbgrader.api import Gradebook
from nbgrader.exchange import ExchangeFactory

from grading.submissions.find import Submission
from grading.watch.app import AT_ONCE, WatchApp
from grading.watch.journal import Journal
from grading.watch.points_only import SAYS
from grading.watch.rounds import Rounds
from lib.checking.judge import Verdict
from made_class import Class
from tools.made_up_course import environment, fill, open_course, read, solutions

ASSIGNMENT, COURSE_ID = "01-sigmoid", "saturated-neuron"


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    folder = tmp_path_factory.mktemp("released")
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    return folder


@pytest.fixture
def course(released, tmp_path):
    """A course with an exchange of its own."""
    folder = tmp_path / "course"
    shutil.copytree(released, folder)
    for part in "inbound", "feedback":
        (tmp_path / "exchange" / COURSE_ID / part).mkdir(parents=True)
    (tmp_path / "exchange").chmod(0o777)
    config = folder / "nbgrader_config.py"
    text = config.read_text(encoding="utf-8").replace(str(released), str(folder))
    more = f"c.Exchange.root = {str(tmp_path / 'exchange')!r}\nc.ExchangeCollect.check_owner = False\n"
    config.write_text(text + more, encoding="utf-8")
    return folder


def hand_in(course, student, answers, when=None):
    """What `nbgrader submit` puts into the exchange."""
    when = (when or datetime.now(UTC)).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
    folder = course.parent / "exchange" / COURSE_ID / "inbound" / f"{student}+{ASSIGNMENT}+{when}+secret"
    folder.mkdir()
    notebook = fill(read(course / "release", ASSIGNMENT), solutions(ASSIGNMENT) | answers)
    nbformat.write(notebook, folder / "sigmoid.ipynb")
    (folder / "timestamp.txt").write_text(when, encoding="utf-8")
    (folder / "submission_secret.txt").write_text(f"{student} {when}", encoding="utf-8")
    return folder


def start(course, *arguments):
    command = [sys.executable, "-m", "grading", "watch", ASSIGNMENT, *arguments]
    log = (course / "watch.log").open("a")
    return subprocess.Popen(command, cwd=course, env=environment(), stdout=log, stderr=log, text=True)


def wait_for(condition, course, seconds=400):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, (course / "watch.log").read_text(encoding="utf-8")
        time.sleep(0.05)


def released_pages(course):
    return list((course.parent / "exchange" / COURSE_ID / "feedback").glob("*.html"))


def graded(course):
    """student -> when their graded notebook was made."""
    found = (course / "autograded").glob(f"[!.]*/{ASSIGNMENT}/sigmoid.ipynb")
    return {path.parent.parent.name: path.stat().st_mtime_ns for path in found}


def end(process):
    """Kill it as the system would, with all that it started."""
    everyone = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    psutil.wait_procs(everyone, timeout=30)
    assert not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in everyone)


def test_what_comes_in_is_graded_and_its_page_released_though_the_watch_is_killed(course):
    hand_in(course, "ada", {})
    hand_in(course, "bob", {"predict": "predict = round"})
    watch = start(course)
    wait_for(lambda: graded(course), course)
    end(watch)  # at least one is graded, and no page is released
    before = graded(course)
    assert not released_pages(course)
    watch = start(course, "--tries-a-day=2")
    try:
        wait_for(lambda: len(released_pages(course)) == 2, course)
        once = graded(course)
        assert before.items() <= once.items()  # none of them twice
        hand_in(course, "bob", {})
        wait_for(lambda: len(released_pages(course)) == 3, course)
        twice = graded(course)
        assert twice["ada"] == once["ada"] and twice["bob"] > once["bob"]
        hand_in(course, "bob", {"predict": "predict = round"})
        wait_for(lambda: "graded tomorrow, after 2 tries today: bob" in (course / "watch.log").read_text(), course)
        assert graded(course) == twice
    finally:
        end(watch)
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        scores = {s.student.id: s.score for s in gradebook.assignment_submissions(ASSIGNMENT)}
    assert scores == {"ada": 10, "bob": 10}  # of 12: the written answer waits


def make_pages(course, points_only):
    rounds = Rounds(course, [ASSIGNMENT])
    assert rounds.run(assignment=ASSIGNMENT, grade=[], pages=["ada"], points_only=points_only)
    rounds.end()
    return (course / "feedback" / "ada" / ASSIGNMENT / "sigmoid.html").read_text(encoding="utf-8")


def test_of_hidden_tests_the_points_alone_until_the_instructor_gives_back_all(course):
    hidden = Verdict(False, "mistake", "hippo", "sigmoid: the hippopotamus.")
    visible = Verdict(False, "mistake", "rhino", "predict: the rhinoceros.")
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        students = Class(course, gradebook)
        students.add("ada", ASSIGNMENT, scores={"test-sigmoid": 0, "test-predict": 0})
        students.write("ada", ASSIGNMENT, verdicts={"test-sigmoid": (hidden, True), "test-predict": (visible, False)})
    page = make_pages(course, points_only=True)
    assert SAYS in page and "hippo" not in page and "rhinoceros" in page
    command = [sys.executable, "-m", "grading", "feedback", ASSIGNMENT]
    assert subprocess.run(command, cwd=course, env=environment()).returncode == 0
    page = (course / "feedback" / "ada" / ASSIGNMENT / "sigmoid.html").read_text(encoding="utf-8")
    assert SAYS not in page and "hippopotamus" in page and "rhinoceros" in page


def test_what_is_nobodys_a_link_or_cannot_be_read_costs_nobody_else_anything(course):
    inbound = course.parent / "exchange" / COURSE_ID / "inbound"
    solved = course / "notebooks" / ASSIGNMENT / "sigmoid.ipynb"
    mallory = hand_in(course, "mallory", {})
    (mallory / "sigmoid.ipynb").unlink()
    (mallory / "sigmoid.ipynb").symlink_to(solved)
    os.mkfifo(hand_in(course, "pipe", {}) / "more.ipynb")
    (inbound / f"eve+{ASSIGNMENT}+never+x").mkdir()
    hand_in(course, "zoe", {})
    watch = start(course)
    try:
        wait_for(lambda: "zoe" in graded(course), course)
        wait_for(lambda: released_pages(course), course)
    finally:
        end(watch)
    said = (course / "watch.log").read_text(encoding="utf-8")
    assert "never+x: its name or its owner says nothing" in said and "more.ipynb" in said
    assert (course / "submitted" / "mallory" / ASSIGNMENT / "sigmoid.ipynb").is_symlink()
    assert "BEGIN HIDDEN" in solved.read_text(encoding="utf-8")
    assert not any("BEGIN HIDDEN" in page.read_text(encoding="utf-8") for page in released_pages(course))


def test_one_watch_a_course_and_only_what_the_gradebook_knows(course):
    watch = start(course)
    try:
        wait_for(lambda: "Watching" in (course / "watch.log").read_text(), course)
        second = start(course)
        assert second.wait(timeout=60) == 1
        assert "Another watch is at work in this course." in (course / "watch.log").read_text()
    finally:
        end(watch)
    command = [sys.executable, "-m", "grading", "watch", "09-nothing"]
    done = subprocess.run(command, cwd=course, env=environment(), capture_output=True, text=True)
    assert done.returncode == 1 and "no assignment '09-nothing'" in done.stderr


def submission(folder, student, text, timestamp=None):
    place = folder / student / ASSIGNMENT
    place.mkdir(parents=True, exist_ok=True)
    (place / "sigmoid.ipynb").write_text(text)
    return Submission(student, ASSIGNMENT, place, folder, timestamp)


def test_the_journal_counts_tries_by_day_and_survives(tmp_path):
    path = tmp_path / ".watch.json"
    first = submission(tmp_path, "ada", "one", datetime(2026, 1, 1))
    assert Journal(path).admit(ASSIGNMENT, [first], 1) == {"ada"}
    assert Journal(path).admit(ASSIGNMENT, [first], 1) == {"ada"}  # the same, not graded yet
    second = submission(tmp_path, "ada", "two", datetime(2026, 1, 1) + timedelta(minutes=1))
    assert Journal(path).admit(ASSIGNMENT, [second], 1) == set()
    assert Journal(path).admit(ASSIGNMENT, [second], 0) == {"ada"}
    assert Journal(path).without_page(ASSIGNMENT) == ["ada"]
    journal = Journal(path)
    journal.given_back(ASSIGNMENT, {"ada"})
    assert Journal(path).without_page(ASSIGNMENT) == []
    known = json.loads(path.read_text())
    known[ASSIGNMENT]["ada"]["day"] = "2026-01-01"
    path.write_text(json.dumps(known))
    third = submission(tmp_path, "ada", "three", datetime(2026, 1, 2))
    assert Journal(path).admit(ASSIGNMENT, [third], 1) == {"ada"}


def test_who_waits_longest_comes_first(tmp_path):
    early, late, none = (
        submission(tmp_path, student, "one", when)
        for student, when in (("zoe", datetime(2026, 1, 1)), ("ada", datetime(2026, 1, 2)), ("bob", None))
    )
    journal = Journal(tmp_path / ".watch.json")
    journal.admit(ASSIGNMENT, [late, early], 0)
    journal.admit(ASSIGNMENT, [none], 0)
    assert journal.without_page(ASSIGNMENT) == ["zoe", "ada", "bob"]
    journal.admit(ASSIGNMENT, [submission(tmp_path, "zoe", "two", datetime(2026, 1, 3))], 0)
    assert Journal(tmp_path / ".watch.json").without_page(ASSIGNMENT) == ["zoe", "ada", "bob"]  # still waits


def watching(course, assignment=ASSIGNMENT):
    """A watch that was not started, with rounds that are only written down."""
    watch = WatchApp()
    watch.initialize([])
    watch.exchange = ExchangeFactory()
    watch.coursedir.root = str(course)
    watch._journal, watch._waiting, watch._later, watch._out_of_order = Journal(course / ".watch.json"), {}, {}, set()
    watch._rounds, watch._exchange, orders = Mock(), Mock(return_value=False), []

    def run(grade, **order):
        orders.append(grade)
        for student in set(grade) - {"stuck"}:
            for folder, name in (("autograded", "sigmoid.ipynb"), ("feedback", "sigmoid.html")):
                (course / folder / student / assignment).mkdir(parents=True, exist_ok=True)
                (course / folder / student / assignment / name).touch()
        return True

    watch._rounds.run = run
    return watch, orders


def test_a_crowd_is_given_back_in_groups_and_one_in_trouble_holds_up_nobody(tmp_path):
    for k in range(2 * AT_ONCE):
        submission(tmp_path / "submitted", f"student-{k:02}", "text")
    submission(tmp_path / "submitted", "stuck", "text")
    watch, orders = watching(tmp_path)
    with patch("grading.watch.app.SETTLED", 0):
        assert watch._look(ASSIGNMENT)
        assert [len(order) for order in orders] == [AT_ONCE, AT_ONCE, 1]
        submission(tmp_path / "submitted", "new", "text")
        assert watch._look(ASSIGNMENT)
        assert orders[3:] == [["new"]]  # who had trouble has to wait
        watch._later.clear()
        assert watch._look(ASSIGNMENT)
        assert orders[4:] == [["stuck"]]


def test_the_process_that_grades_is_kept_until_it_has_trouble(course):
    hand_in(course, "ada", {})
    for student in "ada", "bob":
        shutil.copytree(hand_in(course, student, {}), course / "submitted" / student / ASSIGNMENT)
    order = {"assignment": ASSIGNMENT, "grade": ["ada"], "pages": ["ada"], "points_only": False}
    rounds = Rounds(course, [ASSIGNMENT])
    try:
        assert rounds.run(**order) and set(graded(course)) == {"ada"}
        first = rounds._process.pid
        assert rounds.run(**order | {"grade": ["bob"], "pages": ["bob"]}) and set(graded(course)) == {"ada", "bob"}
        assert rounds._process.pid == first
        psutil.Process(first).kill()
        assert not rounds.run(**order)
        assert rounds.run(**order)
        assert rounds._process.pid != first
    finally:
        rounds.end()
    assert not psutil.pid_exists(first)
