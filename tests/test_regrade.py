"""A wrong hidden test is found when work was handed in: docs/regrading.md, step by step, with the real commands."""

import csv
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from tools.made_up_course import COURSE, environment, fill, open_course, read, solutions, submit

ASSIGNMENT = "01-sigmoid"
RIGHT = 'check(predict, "value", seed=86340)'
WRONG = 'check(saturation_point, "errors", seed=86340)'  # another exercise's
NO_ERRORS = "def saturation_point(eps):\n    return 2 * np.arccosh(1 / (2 * np.sqrt(eps)))"
OVERFLOW = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))"
WRITTEN = "written-symmetry"
COMMENT = "Say why $e^z$ is not 0."


def cell_of(notebook, name):
    return next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name)


def edit(folder, change):
    """Change the instructor's notebook in the course's folder with ``change(notebook)``."""
    path = folder / "notebooks" / ASSIGNMENT / "sigmoid.ipynb"
    notebook = nbformat.read(path, as_version=4)
    change(notebook)
    nbformat.write(notebook, path)


def spoil(notebook):
    cell = cell_of(notebook, "test-predict")
    cell.source = re.sub(r"check\(predict, seed=\d+\)", WRONG, cell.source)
    assert WRONG in cell.source


def mend(notebook):
    """The right hidden test, for three points now; one test cell goes, one comes."""
    cell = cell_of(notebook, "test-predict")
    cell.source = cell.source.replace(WRONG, RIGHT).replace("# 1 point", "# 3 points")
    cell.metadata.nbgrader.points = 3
    notebook.cells.remove(cell_of(notebook, "test-saturation_point-errors"))
    stable = cell_of(notebook, "test-sigmoid-stable")
    new = nbformat.from_dict({**stable, "id": "stable-again", "source": 'check(sigmoid, "stable", seed=99)'})
    new.metadata.nbgrader.update(grade_id="test-sigmoid-again", points=2)
    notebook.cells.insert(notebook.cells.index(stable) + 1, new)


def drop_the_written_answer(notebook):
    for name in (WRITTEN, f"{WRITTEN}-task"):
        notebook.cells.remove(cell_of(notebook, name))


def entries(api):
    """student -> {cell: (automatic, by hand, extra credit, maximum, needs a person)}, and student -> comments."""
    with api.gradebook as gradebook:
        found = [s.notebooks[0] for s in gradebook.assignment_submissions(ASSIGNMENT)]
        scores = {
            notebook.student.id: {
                g.name: (g.auto_score, g.manual_score, g.extra_credit, g.max_score, g.needs_manual_grade)
                for g in notebook.grades
            }
            for notebook in found
        }
        return scores, {n.student.id: {c.name: c.manual_comment for c in n.comments} for n in found}


def run(folder, command):
    """Run a command as docs/regrading.md has it."""
    program, *arguments = command.split()
    program = [str(Path(sys.executable).parent / "nbgrader")] if program == "nbgrader" else [sys.executable]
    return subprocess.run(
        [*program, *arguments], cwd=folder, env=environment(), text=True, capture_output=True, timeout=300
    )


def documented():
    """The commands of docs/regrading.md, in order."""
    text = (COURSE / "docs" / "regrading.md").read_text(encoding="utf-8")
    return [line for block in re.findall(r"```\n(.*?)```", text, re.S) for line in block.splitlines()]


@pytest.fixture(scope="module")
def regraded(tmp_path_factory):
    """(folder, api, entries before the mending, entries after it, what the commands said)."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    edit(folder, spoil)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    model = solutions(ASSIGNMENT)
    for student, answers in {
        "right": model,
        "no-errors": model | {"saturation_point": NO_ERRORS},
        "overflow": model | {"sigmoid": OVERFLOW},
        "blank": {},
    }.items():
        submit(folder, student, ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), answers))
    done = run(folder, f"python -m grading {ASSIGNMENT}")
    assert done.returncode == 0, done.stdout + done.stderr
    with api.gradebook as gradebook:
        for student, score in {"right": 2, "no-errors": 1.5, "overflow": 0}.items():
            grade = gradebook.find_grade(WRITTEN, "sigmoid", ASSIGNMENT, student)
            grade.manual_score, grade.needs_manual_grade = score, False
        gradebook.find_grade(WRITTEN, "sigmoid", ASSIGNMENT, "right").extra_credit = 0.5
        gradebook.find_grade("test-sigmoid", "sigmoid", ASSIGNMENT, "blank").manual_score = 0.25  # for the effort
        gradebook.find_comment(WRITTEN, "sigmoid", ASSIGNMENT, "no-errors").manual_comment = COMMENT
        gradebook.find_comment("predict", "sigmoid", ASSIGNMENT, "no-errors").manual_comment = "Fine."
        gradebook.db.commit()
    before = entries(api)
    edit(folder, mend)
    said = {}
    for command in documented():
        done = run(folder, command)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        said[command] = done.stdout + done.stderr
    return folder, api, before, entries(api), said


def test_the_wrong_test_had_cost_a_point(regraded):
    (scores, _) = regraded[2]
    assert scores["right"]["test-predict"][0] == 1 and scores["no-errors"]["test-predict"][0] == 0


def test_the_mended_test_gives_it_back_with_the_new_points(regraded):
    (scores, _) = regraded[3]
    assert {student: cells["test-predict"][::3] for student, cells in scores.items()} == {
        "right": (3, 3),
        "no-errors": (3, 3),
        "overflow": (3, 3),
        "blank": (0, 3),
    }


def test_the_removed_cell_is_gone_and_the_new_one_counts(regraded):
    (before, _), (after, _) = regraded[2:4]
    for student, score in {"right": 2, "no-errors": 2, "overflow": 0, "blank": 0}.items():
        assert before[student].keys() - after[student].keys() == {"test-saturation_point-errors"}
        assert after[student].keys() - before[student].keys() == {"test-sigmoid-again"}
        assert after[student]["test-sigmoid-again"] == (score, None, None, 2, False)


def test_all_other_scores_are_what_they_were(regraded):
    (before, _), (after, _) = regraded[2:4]
    for student in before:
        for name in (before[student].keys() & after[student].keys()) - {"test-predict"}:
            assert before[student][name][:4] == after[student][name][:4], (student, name)


def test_scores_credits_and_comments_by_hand_stay(regraded):
    (_, comments_before), (scores, comments) = regraded[2:4]
    assert {student: cells[WRITTEN][1:3] for student, cells in scores.items()} == {
        "right": (2, 0.5),
        "no-errors": (1.5, None),
        "overflow": (0, None),
        "blank": (None, None),
    }
    assert scores["blank"]["test-sigmoid"][:2] == (0, 0.25)
    assert comments == comments_before and comments["no-errors"][WRITTEN] == COMMENT


def test_what_was_graded_by_hand_and_is_the_same_stays_done(regraded):
    (scores, _) = regraded[3]
    asks = {(student, name) for student, cells in scores.items() for name, entry in cells.items() if entry[4]}
    assert asks == set()  # an answer that was left blank has 0 points, and nobody need read it


def test_nobody_is_said_to_have_edited_what_the_course_changed(regraded):
    said = regraded[4][f"python -m grading {ASSIGNMENT} --force"]
    for student in ("right", "no-errors", "overflow", "blank"):
        lines = re.sub(r"\n {6}", " ", said).splitlines()  # long ones go on in the next line, set back
        (line,) = [line for line in lines if line.startswith(f"  {ASSIGNMENT} '{student}'")]
        assert "test-sigmoid-again was missing: put in" in line
        assert "test-predict differs from the course's: the course's counts" in line


def test_feedback_and_export_say_the_new_scores(regraded):
    folder, api, _, (scores, _), _ = regraded
    feedback = (folder / "feedback" / "no-errors" / ASSIGNMENT / "sigmoid.html").read_text(encoding="utf-8")
    cells = scores["no-errors"].values()
    total = sum(auto if hand is None else hand for auto, hand, *_ in cells)
    most = sum(entry[3] for entry in cells)
    assert f"{total:g} of {most:g} points" in feedback and "Say why" in feedback
    with open(folder / "grades.csv", newline="") as file:
        (row,) = [r for r in csv.DictReader(file) if (r["assignment"], r["student_id"]) == (ASSIGNMENT, "no-errors")]
    assert (float(row["score"]), float(row["max_score"])) == (total, most)


def test_a_cell_that_holds_scores_by_hand_cannot_be_removed(regraded):
    folder, api, *_ = regraded
    before = entries(api)
    path = folder / "notebooks" / ASSIGNMENT / "sigmoid.ipynb"
    original = path.read_bytes()
    edit(folder, drop_the_written_answer)
    done = run(folder, f"nbgrader generate_assignment {ASSIGNMENT} --force")
    path.write_bytes(original)
    assert done.returncode != 0
    assert f"({WRITTEN}: no-errors, overflow, right" in done.stderr and "Nothing was changed" in done.stderr
    assert entries(api) == before
    assert run(folder, f"nbgrader generate_assignment {ASSIGNMENT} --force").returncode == 0


def test_scores_above_a_new_maximum_are_named_and_kept(regraded):
    folder, api, *_ = regraded
    before, _ = entries(api)
    edit(folder, lambda notebook: cell_of(notebook, WRITTEN).metadata.nbgrader.update(points=1))
    done = run(folder, f"nbgrader generate_assignment {ASSIGNMENT} --force")
    assert done.returncode == 0
    assert f"above the new maximum 1 of {WRITTEN}: " in done.stderr and "right (2)" in done.stderr
    assert entries(api)[0]["right"][WRITTEN][1] == before["right"][WRITTEN][1] == 2


def test_collected_again_nothing_is_graded_again_and_what_changed_asks(regraded):
    """The files of an LMS are new each time they are collected; what is in them tells."""
    folder, api, *_ = regraded
    when = time.time() + 1
    for student in ("right", "no-errors", "overflow"):
        path = folder / "submitted" / student / ASSIGNMENT / "sigmoid.ipynb"
        if student == "overflow":
            notebook = nbformat.read(path, as_version=4)
            cell_of(notebook, WRITTEN).source += " And more."
            nbformat.write(notebook, path)
        os.utime(path, (when, when))
    time.sleep(1.1)
    done = run(folder, f"python -m grading {ASSIGNMENT}")
    assert done.returncode == 0 and re.search(rf"{ASSIGNMENT} +4 +1 +3 ", done.stdout), done.stdout + done.stderr
    scores, _ = entries(api)
    asks = {(student, name) for student, cells in scores.items() for name, entry in cells.items() if entry[4]}
    assert asks == {("overflow", WRITTEN)}
