"""The late policy, through the real graders and exports."""

import csv
import datetime
import subprocess
import sys

import pytest
from traitlets import TraitError

from grading.gradebook.late_policy import LatePolicy
from tools.made_up_course import environment, fill, grade, open_course, read, solutions, submit

ASSIGNMENT = "01-sigmoid"
DUE = datetime.datetime(2025, 3, 10, 12)
HOUR = 3600
POLICY = """
c.LatePolicy.grace = 12
c.LatePolicy.penalty_a_day = 0.25
"""
# student -> (hours after the due date, share of the score that is lost)
LATE = {
    "early": (-1, 0),
    "timeless": (None, 0),
    "in-grace": (12, 0),
    "after-grace": (12 + 1 / 60, 0.25),
    "half-right": (12 + 1 / 60, 0.25),
    "one-day": (36, 0.25),
    "second-day": (36 + 1 / 60, 0.5),
    "very-late": (2000, 1),
    "extended": (48, 0),
    "nothing-right": (100, 0),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """(folder, api) of a course whose students handed in at all hours, graded by ``python -m grading``."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    with (folder / "nbgrader_config.py").open("a") as file:
        file.write(POLICY)
    api = open_api(folder)
    model = solutions(ASSIGNMENT)
    half = {**model, "sigmoid": "def sigmoid(z):\n    return 0", "predict": "def predict(a):\n    return 0"}
    for student, (hours, _) in LATE.items():
        answers = {"half-right": half, "nothing-right": {}}.get(student, model)
        submit(folder, student, ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), answers))
        if hours is not None:
            when = DUE + datetime.timedelta(hours=hours)
            (folder / "submitted" / student / ASSIGNMENT / "timestamp.txt").write_text(f"{when} UTC")
    with api.gradebook as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=DUE)
        gradebook.add_student("extended")
        gradebook.add_submission(ASSIGNMENT, "extended")
        gradebook.grant_extension(ASSIGNMENT, "extended", hours=36)
    done = grade(folder, ASSIGNMENT)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, api


def open_api(folder):
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import PyFileConfigLoader

    return NbGraderAPI(config=PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config())


def penalties(api):
    """student -> (score, penalty) in the gradebook."""
    with api.gradebook as gradebook:
        found = gradebook.assignment_submissions(ASSIGNMENT)
        return {entry.student.id: (entry.score, entry.late_submission_penalty) for entry in found}


def exported(folder):
    """student -> score, as `nbgrader export` writes it."""
    command = [sys.executable, "-m", "nbgrader", "export", f"--assignment={ASSIGNMENT}", "--to=exported.csv"]
    subprocess.run(command, cwd=folder, env=environment(), check=True, capture_output=True)
    with open(folder / "exported.csv", newline="") as file:
        return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file) if row["score"]}


def test_every_student_loses_the_documented_share(course):
    found = penalties(course[1])
    for student, (_, share) in LATE.items():
        score, penalty = found[student]
        assert penalty == pytest.approx(share * score), student
    assert found["half-right"][0] < found["after-grace"][0]
    assert all((score > 0) == (student != "nothing-right") for student, (score, _) in found.items())


def test_nbgraders_own_way_takes_the_same(course):
    _, api = course
    before = penalties(api)
    for student in ("half-right", "second-day"):
        result = api.autograde(ASSIGNMENT, student, force=True)
        assert result["success"], result["log"]
    assert penalties(api) == before


def test_what_is_exported_is_what_is_left(course, monkeypatch):
    folder, api = course
    from nbgrader.plugins import CsvExportPlugin

    exporter = CsvExportPlugin(to=str(folder / "grades.csv"))
    with api.gradebook as gradebook:
        exporter.export(gradebook)
    with open(folder / "grades.csv", newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file) if row["assignment"] == ASSIGNMENT}
    for student, (score, penalty) in penalties(api).items():
        assert float(rows[student]["score"]) == pytest.approx(score - penalty) and score >= penalty
    assert float(rows["very-late"]["score"]) == 0


def test_a_written_answer_that_is_graded_later_pays_its_share(course):
    """The penalty is a share of the score, and the score is not complete before the written answers are graded."""
    folder, api = course
    score, penalty = penalties(api)["one-day"]
    with api.gradebook as gradebook:
        grades = gradebook.find_submission_notebook("sigmoid", ASSIGNMENT, "one-day").grades
        written = [grade for grade in grades if grade.name.startswith("written-")]
        for grade in written:
            grade.manual_score, grade.needs_manual_grade = grade.max_score, False
        most = sum(grade.max_score for grade in written)
        gradebook.db.commit()
    assert penalties(api)["one-day"] == (score + most, penalty)
    left = score + most - 0.25 * (score + most)
    assert exported(folder)["one-day"] == pytest.approx(left)  # before the feedback is made as well as after
    result = api.generate_feedback(ASSIGNMENT, "one-day")
    assert result["success"], result["log"]
    assert penalties(api)["one-day"] == (score + most, pytest.approx(0.25 * (score + most)))
    assert exported(folder)["one-day"] == pytest.approx(left)


def test_handed_in_again_the_penalty_follows(course):
    folder, api = course
    submit(folder, "half-right", ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT)))
    (folder / "submitted" / "very-late" / ASSIGNMENT / "timestamp.txt").write_text(f"{DUE} UTC")
    done = grade(folder, ASSIGNMENT, "--force")
    assert done.returncode == 0, done.stdout + done.stderr
    found = penalties(api)
    assert found["half-right"] == (found["early"][0], pytest.approx(0.25 * found["early"][0]))
    assert found["very-late"] == (found["early"][0], 0)


def test_without_settings_nothing_is_lost():
    assert LatePolicy().late_submission_penalty("ada", 10.0, 1e9) is None


@pytest.mark.parametrize("name, value", [("grace", -1), ("penalty_a_day", -0.1), ("penalty_a_day", 10)])
def test_settings_that_make_no_sense_are_refused(name, value):
    with pytest.raises(TraitError):
        LatePolicy(**{name: value})
