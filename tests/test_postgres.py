"""The gradebook on a real PostgreSQL server: the same scores as on SQLite, and two graders at once.

The whole loop on it, over the exchange, is in test_exchange.py.
"""

import contextlib
import csv
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from postgres import needs_postgresql, postgresql
from sqlalchemy import create_engine, text
from traitlets.config import Config, PyFileConfigLoader

from grading.autograde.notebook import ungraded
from grading.gradebook import saving
from grading.gradebook.blueprint import blueprints
from grading.gradebook.saving import Saver, one_transaction
from grading.submissions.find import submissions
from tools.made_up_course import environment, fill, open_course, read, solutions, submit

ASSIGNMENTS = ["01-sigmoid", "02-losses"]
CLASS = {
    "ada": {},
    "bob": {"sigmoid": "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))", "squared_error": "squared_error = abs"},
    "cy": None,  # hands in what was released
    "émile": {"predict": "def predict(a):\n    return 1"},
}
pytestmark = needs_postgresql


@pytest.fixture(scope="module")
def server():
    with postgresql() as database:
        yield database


def make_course(folder, db_url=None):
    """A course in which the class handed in both assignments; returns nbgrader's API to it."""
    open_course(folder)
    if db_url:
        with (folder / "nbgrader_config.py").open("a") as file:
            file.write(f"c.CourseDirectory.db_url = {db_url!r}\n")
    api = NbGraderAPI(config=PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config())
    for assignment in ASSIGNMENTS:
        result = api.generate_assignment(assignment)
        assert result["success"], result["log"]
        model = solutions(assignment)
        for student, answers in CLASS.items():
            mine = {} if answers is None else model | {n: a for n, a in answers.items() if n in model}
            submit(folder, student, assignment, fill(read(folder / "release", assignment), mine))
    return api


def start(folder, *command):
    program = (
        [str(Path(sys.executable).parent / command[0])]
        if command[0] == "nbgrader"
        else [sys.executable, "-m", *command[:1]]
    )
    return subprocess.Popen(
        [*program, *command[1:]],
        cwd=folder, env=environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def finish(process):
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0, said
    return said


def content(api):
    """(student, assignment, cell) -> scores and comments, and whether a person is asked."""
    with api.gradebook as gradebook:
        found = [s for name in ASSIGNMENTS for s in gradebook.assignment_submissions(name)]
        keys = [(s.student.id, s.assignment.name) for s in found]
        assert len(keys) == len(set(keys))
        scores = {
            (s.student.id, s.assignment.name, g.name): (
                g.auto_score, g.manual_score, g.score, g.max_score, g.needs_manual_grade
            )
            for s in found for n in s.notebooks for g in n.grades
        }  # fmt: skip
        comments = {
            (s.student.id, s.assignment.name, c.name): (c.auto_comment, c.manual_comment)
            for s in found for n in s.notebooks for c in n.comments
        }  # fmt: skip
        return scores, comments


@pytest.fixture(scope="module")
def loops(server, tmp_path_factory):
    """name of the database -> (folder, api) after the whole loop with the real commands."""
    courses = {}
    for name, url in {"sqlite": None, "postgresql": server()}.items():
        folder = tmp_path_factory.mktemp(name)
        api = make_course(folder, url)
        finish(start(folder, "grading", *ASSIGNMENTS))
        with api.gradebook as gradebook:
            grade = gradebook.find_grade("written-symmetry", "sigmoid", "01-sigmoid", "ada")
            grade.manual_score, grade.needs_manual_grade = 1.5, False
            gradebook.find_comment("written-symmetry", "sigmoid", "01-sigmoid", "ada").manual_comment = "Très bien"
            gradebook.db.commit()
        finish(start(folder, "nbgrader", "autograde", "01-sigmoid", "--student=bob", "--force"))
        finish(start(folder, "nbgrader", "generate_feedback", "01-sigmoid"))
        finish(start(folder, "nbgrader", "export"))
        courses[name] = folder, api
    return courses


def test_the_scores_are_those_of_sqlite_cell_by_cell(loops):
    scores, comments = content(loops["postgresql"][1])
    assert (scores, comments) == content(loops["sqlite"][1])
    assert len({student for student, *_ in scores}) == len(CLASS)
    assert scores["ada", "01-sigmoid", "test-sigmoid-stable"][0] == 1
    assert scores["bob", "01-sigmoid", "test-sigmoid-stable"][0] == 0
    assert comments["ada", "01-sigmoid", "written-symmetry"] == (None, "Très bien")


def test_feedback_and_export_are_those_of_sqlite(loops):
    rows, pages = {}, {}
    for name, (folder, _) in loops.items():
        with open(folder / "grades.csv", newline="", encoding="utf-8") as file:
            table = [{k: v for k, v in row.items() if k != "timestamp"} for row in csv.DictReader(file)]
        rows[name] = sorted(map(str, table))
        pages[name] = {p.relative_to(folder).as_posix() for p in folder.glob("feedback/*/*/*.html")}
    assert rows["postgresql"] == rows["sqlite"] and len(rows["sqlite"]) == len(CLASS) * len(ASSIGNMENTS)
    assert pages["postgresql"] == pages["sqlite"] and len(pages["sqlite"]) == len(CLASS)


def test_no_command_made_a_gradebook_beside_the_server(loops):
    folder, _ = loops["postgresql"]
    assert not list(folder.rglob("gradebook.db*"))
    assert (loops["sqlite"][0] / "gradebook.db").exists()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def crowded(request, server, tmp_path_factory):
    """(folder, api) of a course that nobody has graded yet."""
    folder = tmp_path_factory.mktemp("crowded")
    return folder, make_course(folder, server() if request.param == "postgresql" else None)


def test_two_graders_at_once_lose_nothing_and_do_nothing_twice(crowded, loops):
    """First an assignment each, which meet in the students, then both the same one, which meet everywhere."""
    folder, api = crowded
    expected, _ = content(loops["sqlite"][1])
    expected["ada", "01-sigmoid", "written-symmetry"] = (None, None, 0, 2, True)  # nobody graded it by hand here
    for work in ([[name] for name in ASSIGNMENTS], [["01-sigmoid", "--force"]] * 2):
        for said in [finish(process) for process in [start(folder, "grading", *part) for part in work]]:
            assert "Traceback" not in said and "not gradable: " not in said
        scores, _ = content(api)
        assert scores == expected
        graded = {path.relative_to(folder / "autograded").parts[:2] for path in folder.glob("autograded/*/*/*.ipynb")}
        assert graded == {(student, name) for student in CLASS for name in ASSIGNMENTS}
        assert not list(folder.glob("autograded/.*"))


# Where they meet, step by step


@pytest.fixture(scope="module")
def meeting(server, tmp_path_factory):
    """(address of the gradebook, course directory, student -> submission, what each earned); nothing is saved yet."""
    url, folder = server(), tmp_path_factory.mktemp("meeting")
    api = make_course(folder, url)
    coursedir = CourseDirectory(root=str(folder), db_url=url, course_id="saturated-neuron")
    with api.gradebook as gradebook:
        plans = blueprints(gradebook, coursedir, "01-sigmoid")
    handed_in = {submission.student: submission for submission in submissions(coursedir, "01-sigmoid")}
    return url, coursedir, handed_in, {name: ungraded("for the test", plan) for name, plan in plans.items()}


def save(url, coursedir, submission, graded, errors):
    try:
        with Gradebook(url, "saturated-neuron") as gradebook:
            Saver(gradebook, coursedir, Config()).save(submission, graded)
    except Exception as error:
        errors.append(error)


def wait_until_one_waits(url):
    """Return when a connection waits for another one's lock."""
    engine = create_engine(url)
    with engine.connect() as connection:
        query = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        while not connection.execute(query).scalar():
            connection.rollback()
    engine.dispose()


def test_the_grader_who_comes_second_starts_again(meeting):
    url, coursedir, handed_in, graded = meeting
    errors = []
    second = threading.Thread(target=save, args=(url, coursedir, handed_in["ada"], graded, errors))
    with Gradebook(url, "saturated-neuron") as gradebook, contextlib.ExitStack() as stack:
        stack.callback(second.join, 60)
        with one_transaction(gradebook):
            gradebook.update_or_create_student("ada")
            gradebook.update_or_create_submission("01-sigmoid", "ada")
            second.start()
            wait_until_one_waits(url)
    assert not second.is_alive() and errors == []
    with Gradebook(url, "saturated-neuron") as gradebook:
        (entry,) = gradebook.assignment_submissions("01-sigmoid")
        assert {grade.needs_manual_grade for grade in entry.notebooks[0].grades} == {True}
    assert (Path(handed_in["ada"].graded_folder(coursedir)) / "sigmoid.ipynb").exists()


def test_what_fails_for_good_is_said(meeting):
    url, coursedir, handed_in, graded = meeting
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE student ADD CHECK (id <> 'bob')"))
    engine.dispose()
    errors = []
    save(url, coursedir, handed_in["bob"], graded, errors)
    assert "violates check constraint" in str(errors[0])
    assert not Path(handed_in["bob"].graded_folder(coursedir)).exists()


def test_a_grader_at_work_is_not_cleaned_away(meeting):
    """One starts while another saves; what a killed one left behind does go."""
    url, coursedir, handed_in, graded = meeting
    root = Path(coursedir.root) / "autograded"
    left = root / f"{saving.TEMP_PREFIX}left"
    left.mkdir(parents=True)
    found = []

    class Interrupted(Saver):
        def _enter(self, *arguments):
            saving.clean(coursedir.autograded_directory, coursedir)  # as a second `python -m grading` does
            found.extend(root.glob(f"{saving.TEMP_PREFIX}*"))
            super()._enter(*arguments)

    with Gradebook(url, "saturated-neuron") as gradebook:
        Interrupted(gradebook, coursedir, Config()).save(handed_in["cy"], graded)
    assert len(found) == 1 and found != [left]
    assert (root / "cy" / "01-sigmoid" / "sigmoid.ipynb").exists() and not list(root.glob(f"{saving.TEMP_PREFIX}*"))
