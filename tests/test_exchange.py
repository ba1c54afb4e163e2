"""The loop over nbgrader's exchange, with its real commands, as separate users of the machine.

Root makes a teacher and two students for it, and removes them. Each has a home of their own; the exchange is a folder
that all may write to, as on a JupyterHub. One run with the gradebook on SQLite, one on PostgreSQL; then what they left
is looked at.
"""

import contextlib
import json
import re
import shutil
import socket
import tempfile
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest
from postgres import needs_postgresql, postgresql
from users import Users, needs_users

from tools.made_up_course import COURSE, fill, solutions

ASSIGNMENT, COURSE_ID = "01-sigmoid", "saturated-neuron"
TEACHER, ADA, BOB = USERS = ["course-teacher", "course-ada", "course-bob"]
TOKEN = "formgrader"
COMMENT = "Say why $e^z$ is not zero."
pytestmark = needs_users


def write_config(path, exchange, root=None, db_url=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["c = get_config()", f"load_subconfig('nbgrader_config.py', path={str(COURSE)!r})"] if root else []
    lines += [
        "c = get_config()",
        f"c.CourseDirectory.course_id = {COURSE_ID!r}",
        f"c.Exchange.root = {str(exchange)!r}",
    ]
    lines += [f"c.CourseDirectory.root = {str(root)!r}"] if root else []
    lines += [f"c.CourseDirectory.db_url = {db_url!r}"] if db_url else []
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def solve(path, answers):
    nbformat.write(fill(nbformat.read(path, as_version=4), answers), path)


@contextlib.contextmanager
def formgrader(users):
    """Run the teacher's Jupyter server; gives a function that asks it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["jupyter", "server", "--no-browser", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"]
    command += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]
    log = users.folder / "server.log"
    with log.open("w") as file:
        server = users.start(TEACHER, *command, folder="course", stdout=file, stderr=file)

    def ask(path, method="GET", body=None):
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/formgrader/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {TOKEN}"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read().decode()
            return json.loads(text) if path.startswith("api/") else text

    try:
        for _ in range(600):
            with contextlib.suppress(OSError):
                ask("api/status")
                break
            assert server.poll() is None, log.read_text()
            time.sleep(0.1)
        yield ask
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture(scope="module", params=["SQLite", pytest.param("PostgreSQL", marks=needs_postgresql)])
def loop(request):
    """What the whole loop left: (users, exchange, name of a step -> what it said)."""
    folder = Path(tempfile.mkdtemp(prefix="exchange-"))
    folder.chmod(0o755)
    users = Users(folder)
    with postgresql() if request.param == "PostgreSQL" else contextlib.nullcontext() as database:
        try:
            yield users, folder / "exchange", walk(users, folder / "exchange", database and database())
        finally:
            users.remove()
            shutil.rmtree(folder)


def walk(users, exchange, db_url):
    said = {"gradebook": db_url or "sqlite:///gradebook.db"}
    exchange.mkdir()
    exchange.chmod(0o777)
    for name in USERS:
        users.add(name)
    course = users.home(TEACHER) / "course"
    shutil.copytree(COURSE / "notebooks", course / "notebooks")
    write_config(course / "nbgrader_config.py", exchange, course, db_url)
    users.own(TEACHER)
    for name in (ADA, BOB):
        write_config(users.home(name) / ".jupyter" / "nbgrader_config.py", exchange)
        users.own(name)

    def teacher(*command):
        return users.run(TEACHER, *command, folder="course")

    teacher("nbgrader", "generate_assignment", ASSIGNMENT)
    teacher("nbgrader", "release_assignment", ASSIGNMENT)
    said["list"] = users.run(ADA, "nbgrader", "list")
    model = solutions(ASSIGNMENT)
    stub_sigmoid = {
        **model,
        "sigmoid": "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))",
        "predict": "predict = round",
    }
    users.run_both([ADA, BOB], "nbgrader", "fetch_assignment", ASSIGNMENT)
    for name, answers in {ADA: stub_sigmoid, BOB: model}.items():
        solve(users.home(name) / ASSIGNMENT / "sigmoid.ipynb", answers)
    users.run_both([ADA, BOB], "nbgrader", "submit", ASSIGNMENT)
    teacher("nbgrader", "collect", ASSIGNMENT)
    said["graded"] = teacher("python", "-m", "grading", ASSIGNMENT)
    due = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(time.time() + 1))  # both before; nbgrader counts seconds
    teacher("nbgrader", "db", "assignment", "add", ASSIGNMENT, f"--duedate={due}")

    solve(users.home(ADA) / ASSIGNMENT / "sigmoid.ipynb", model)
    users.run(ADA, "nbgrader", "submit", ASSIGNMENT)
    said["collected without --update"] = teacher("nbgrader", "collect", ASSIGNMENT)
    said["collected"] = teacher("nbgrader", "collect", ASSIGNMENT, "--update")
    said["graded again"] = teacher("python", "-m", "grading", ASSIGNMENT)

    with formgrader(users) as ask:
        grade_by_hand(ask, said)
    teacher("python", "-m", "grading", "feedback", ASSIGNMENT)
    teacher("nbgrader", "release_feedback", ASSIGNMENT)
    users.run_both([ADA, BOB], "nbgrader", "fetch_feedback", ASSIGNMENT)
    teacher("nbgrader", "export")
    said["grades"] = (course / "grades.csv").read_text()
    return said


def grade_by_hand(ask, said):
    """What a teacher does in formgrader, through the same requests as its pages."""
    said["submissions"] = {entry["student"]: entry for entry in ask(f"api/submissions/{ASSIGNMENT}")}
    notebooks = {entry["student"]: entry["id"] for entry in ask(f"api/submitted_notebooks/{ASSIGNMENT}/sigmoid")}
    said["page"] = ask(f"submissions/{notebooks[ADA]}")
    for name, score in {ADA: 1.5, BOB: 2}.items():
        (grade,) = [g for g in ask(f"api/grades?submission_id={notebooks[name]}") if g["name"] == "written-symmetry"]
        said["before", name] = grade
        said["after", name] = ask(f"api/grade/{grade['id']}", "PUT", {"manual_score": score})
    comments = ask(f"api/comments?submission_id={notebooks[ADA]}")
    (comment,) = [comment for comment in comments if comment["name"] == "written-symmetry"]
    ask(f"api/comment/{comment['id']}", "PUT", {"manual_comment": COMMENT})
    said["again"] = ask(f"api/submission/{ASSIGNMENT}/{BOB}/autograde", "POST")
    (grade,) = [g for g in ask(f"api/grades?submission_id={notebooks[BOB]}") if g["name"] == "written-symmetry"]
    said["button"] = grade
    ask(f"api/grade/{grade['id']}", "PUT", {"manual_score": 2})
    said["done"] = {entry["student"]: entry for entry in ask(f"api/submissions/{ASSIGNMENT}")}


def test_students_see_what_was_released(loop):
    assert re.search(rf"{COURSE_ID}\s+{ASSIGNMENT}", loop[2]["list"])


def test_what_is_handed_in_again_is_collected_and_graded_again_and_nothing_else(loop):
    users, _, said = loop
    assert f"{ASSIGNMENT}          2       2       0" in said["graded"]
    assert f"use --update to update: {ADA}" in said["collected without --update"]
    assert f"No newer submission to collect: {BOB}" in said["collected"]
    assert f"{ASSIGNMENT}          2       1       1" in said["graded again"]
    submitted = users.home(TEACHER) / "course" / "submitted" / ADA / ASSIGNMENT / "sigmoid.ipynb"
    assert "predict = round" not in submitted.read_text()


def test_formgrader_shows_answer_and_mark_scheme_and_keeps_the_score(loop):
    said = loop[2]
    assert "Mark scheme (2 points)." in said["page"]
    for name, score in {ADA: 1.5, BOB: 2}.items():
        assert said["before", name]["needs_manual_grade"] and said["before", name]["manual_score"] is None
        assert said["after", name]["manual_score"] == score and not said["after", name]["needs_manual_grade"]


def test_formgraders_button_grades_and_keeps_the_score(loop):
    said = loop[2]
    assert said["again"]["success"], said["again"]
    assert said["button"]["manual_score"] == 2


def test_the_gradebook_is_where_it_was_asked_for(loop):
    users, _, said = loop
    made = (users.home(TEACHER) / "course" / "gradebook.db").exists()
    assert made == said["gradebook"].startswith("sqlite")


def test_scores_and_lateness(loop):
    said = loop[2]
    assert {name: entry["score"] for name, entry in said["done"].items()} == {ADA: 11.5, BOB: 12}
    assert not any(entry["needs_manual_grade"] for entry in said["done"].values())
    assert re.search(rf"{ASSIGNMENT},.*{ADA}.*,11\.5,0,11\.5,12,graded", said["grades"])


def test_the_second_submission_is_late_and_the_first_was_not(loop):
    users, _, said = loop
    code = (
        "from nbgrader.api import Gradebook\n"
        f"with Gradebook({said['gradebook']!r}) as g:\n"
        f"    print(*(g.find_submission({ASSIGNMENT!r}, s).total_seconds_late > 0 for s in {[ADA, BOB]}))"
    )
    assert users.run(TEACHER, "python", "-c", code, folder="course").split() == ["True", "False"]


def feedback_of(users, name):
    return {path: path.read_text() for path in (users.home(name) / ASSIGNMENT / "feedback").rglob("*.html")}


def test_each_student_gets_their_own_feedback(loop):
    users, _, _ = loop
    (ada,), (bob,) = feedback_of(users, ADA).values(), feedback_of(users, BOB).values()
    assert "Say why" in ada and "Say why" not in bob
    assert "11.5 of 12 points" in ada and "12 of 12 points" in bob
    assert "BEGIN HIDDEN" not in ada and BOB not in ada and ADA not in bob


@pytest.mark.parametrize(
    "what",
    [
        f"exchange/{COURSE_ID}/inbound",
        f"exchange/{COURSE_ID}/feedback",
    ],
)
def test_students_cannot_look_at_what_is_not_theirs(loop, what):
    users, *_ = loop
    assert (users.folder / what).exists()
    code, said = users.try_to(ADA, "ls", str(users.folder / what) + ("/" if (users.folder / what).is_dir() else ""))
    assert code != 0 and "Permission denied" in said
