"""`nbgrader autograde` and formgrader's button read, grade and save as `python -m grading` does."""

import shutil

import pytest
from nbgrader.api import Gradebook

from tools.made_up_course import fill, notebook_of, open_course, read, scores, solutions, submit

ASSIGNMENT = "01-sigmoid"
FILE = f"{notebook_of(ASSIGNMENT)}.ipynb"
SECRET = "PRIVATE-TO-SOMEBODY-ELSE"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """(folder, student -> what nbgrader's API said, student -> scores)."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    solved = fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT))
    for student in ("honest", "links beside", "zz honest"):
        submit(folder, student, ASSIGNMENT, solved)
    submitted = folder / "submitted"
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    beside = submitted / "links beside" / ASSIGNMENT
    (beside / "book").symlink_to(folder / "gradebook.db")
    (beside / "secret.txt").symlink_to(folder / "secret.txt")
    (beside / "endless").symlink_to("/dev/zero")
    for student in ("a linked notebook", "a folder", "nothing"):
        (submitted / student / ASSIGNMENT).mkdir(parents=True)
    (submitted / "a linked notebook" / ASSIGNMENT / FILE).symlink_to(submitted / "honest" / ASSIGNMENT / FILE)
    (submitted / "a folder" / ASSIGNMENT / FILE).mkdir()
    (submitted / "a linked folder").mkdir()
    (submitted / "a linked folder" / ASSIGNMENT).symlink_to(submitted / "honest" / ASSIGNMENT)
    said = {path.name: api.autograde(ASSIGNMENT, path.name) for path in sorted(submitted.iterdir())}
    return folder, said, scores(api, ASSIGNMENT)


def automatic(found):
    return {got for name, (got, _) in found.items() if name.startswith("test-")}


@pytest.mark.parametrize("student", ["honest", "links beside", "zz honest"])
def test_honest_work_is_graded(course, student):
    _, said, found = course
    assert said[student]["success"] and None not in automatic(found[student])
    assert all(got == most for name, (got, most) in found[student].items() if name.startswith("test-"))


@pytest.mark.parametrize("student", ["a linked notebook", "a linked folder", "a folder", "nothing"])
def test_what_cannot_be_read_waits_for_a_person(course, student):
    folder, said, found = course
    assert not said[student]["success"] and "Traceback" not in said[student]["log"]
    assert automatic(found[student]) == {None}
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        entry = gradebook.find_submission(ASSIGNMENT, student)
        assert entry.needs_manual_grade


def test_nothing_is_copied_that_a_link_leads_to(course):
    folder, *_ = course
    assert sorted(path.name for path in (folder / "autograded" / "links beside" / ASSIGNMENT).iterdir()) == [
        ".handed-in",
        FILE,
    ]
    for path in (folder / "autograded").rglob("*"):
        assert not path.is_symlink() and not (path.is_file() and SECRET in path.read_text(encoding="utf-8"))


def test_what_is_graded_is_graded_again_only_when_asked(course):
    folder, *_ = course
    path = folder / "autograded" / "honest" / ASSIGNMENT / FILE
    before = path.stat().st_mtime_ns
    api = open_course(folder)
    assert api.autograde(ASSIGNMENT, "honest", force=False)["success"] and path.stat().st_mtime_ns == before
    assert api.autograde(ASSIGNMENT, "honest")["success"] and path.stat().st_mtime_ns > before
    shutil.rmtree(folder / "submitted" / "honest")
    assert not api.autograde(ASSIGNMENT, "honest")["success"]
