"""What students do to notebooks costs them no points and nobody else a grade: the real autograde on damaged work."""

import copy

import pytest

from tools.made_up_course import fill, open_course, read, scores, solutions, submit

ASSIGNMENT = "01-sigmoid"


def without(notebook, *grade_ids):
    notebook.cells = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") not in grade_ids]
    return notebook


def deleted_tests(notebook):
    return without(notebook, "test-sigmoid", "test-sigmoid-stable", "test-predict")


def deleted_answers(notebook):
    return without(notebook, "written-symmetry-task", "written-symmetry", "sigmoid_prime_lines")


def duplicated(notebook):
    for i in (8, 7):
        twin = copy.deepcopy(notebook.cells[i])
        twin.id = f"twin-{i}"
        notebook.cells.insert(i, twin)
    return notebook


def weakened_tests(notebook):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "test-predict":
            cell.source = "pass"
            cell.metadata.nbgrader.points = 100
    return fill(notebook, {"predict": "def predict(a):\n    return 1"})


def endless(notebook):
    return fill(notebook, {"predict": "def predict(a):\n    while True:\n        pass"})


DAMAGED = {f.__name__: f for f in (deleted_tests, deleted_answers, duplicated, weakened_tests, endless)}
SHADOW = "def check(*args, **kwargs):\n    pass\n\nclass figures:\n    pass\n"


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    config = folder / "nbgrader_config.py"
    api = open_course(folder)
    api.config.Execute.timeout = 10  # so that the endless cell ends soon
    assert config.exists() and api.generate_assignment(ASSIGNMENT)["success"]
    model = solutions(ASSIGNMENT)
    for student, damage in DAMAGED.items():
        submit(folder, student, ASSIGNMENT, damage(fill(read(folder / "release", ASSIGNMENT), model)))
    blank = read(folder / "release", ASSIGNMENT)
    submit(folder, "shadowing", ASSIGNMENT, blank)
    (folder / "submitted" / "shadowing" / ASSIGNMENT / "lib.py").write_text(SHADOW)
    submit(folder, "whole", ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), model))
    for student in (*DAMAGED, "shadowing", "whole"):
        result = api.autograde(ASSIGNMENT, student)
        assert result["success"], (student, result)
        assert api.generate_feedback(ASSIGNMENT, student)["success"]
    return folder, scores(api, ASSIGNMENT)


def automatic(found):
    return {name: got for name, (got, _) in found.items() if name.startswith("test-")}


@pytest.mark.parametrize("student", ["deleted_tests", "duplicated"])
def test_everything_is_graded_all_the_same(graded, student):
    _, found = graded
    assert automatic(found[student]) == automatic(found["whole"])


def test_only_what_was_deleted_is_missing(graded):
    _, found = graded
    ours, whole = found["deleted_answers"], found["whole"]
    assert {name for name in whole if ours[name] != whole[name]} == {"test-sigmoid_prime_lines"}
    assert automatic(ours)["test-sigmoid_prime_lines"] == 0
    assert ours["written-symmetry"] == (None, 2)  # a person decides


def test_an_edited_test_is_the_original_again(graded):
    _, found = graded
    assert found["weakened_tests"]["test-predict"] == (0, 1)


def test_an_endless_answer_costs_its_own_points(graded):
    _, found = graded
    lost = {n for n, got in automatic(found["endless"]).items() if got < automatic(found["whole"])[n]}
    assert lost == {"test-predict"}


def test_a_file_beside_the_notebook_is_not_imported(graded):
    _, found = graded
    assert set(automatic(found["shadowing"]).values()) == {0}


def test_feedback_shows_no_hidden_test_and_no_mark_scheme(graded):
    folder, _ = graded
    pages = list((folder / "feedback").rglob("*.html"))
    assert len(pages) == len(DAMAGED) + 2
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "Mark scheme" not in text and "HIDDEN TESTS" not in text and "seed=" not in text, page
