"""What every notebook promises its reader, as far as a program can check it."""

import base64
import re

import bs4
import pytest

from lib.checking.exercises import EXERCISES, NOTEBOOKS
from tools.made_up_course import ASSIGNMENTS, COURSE, notebook_of, read
from tools.minutes import EACH, WORDS_A_MINUTE, minutes, words

SOLVED = {assignment: read(COURSE / "notebooks", assignment) for assignment in ASSIGNMENTS}
CELLS = [(assignment, cell) for assignment, notebook in SOLVED.items() for cell in notebook.cells]
MARKDOWN = [(assignment, cell) for assignment, cell in CELLS if cell.cell_type == "markdown"]
CODE = [(assignment, cell) for assignment, cell in CELLS if cell.cell_type == "code"]


def grade(cell):
    return cell.metadata.get("nbgrader", {})


def visible(cell):
    """The source as a student sees it."""
    return re.sub(r"(### |<!-- )BEGIN (HIDDEN TESTS|MARK SCHEME).*?END \2( -->)?\n?", "", cell.source, flags=re.S)


def test_every_equation_appears_once():
    tags = [int(k) for _, cell in MARKDOWN for k in re.findall(r"\\tag\{(\d+)\}", cell.source)]
    assert sorted(tags) == list(range(1, 28))


def test_equations_stand_in_the_order_of_the_note():
    tags = [int(k) for _, cell in MARKDOWN for k in re.findall(r"\\tag\{(\d+)\}", cell.source)]
    assert tags == sorted(tags)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_opening_and_closing(assignment):
    first, *_, last = SOLVED[assignment].cells
    for promise in ("After this notebook you can", "You need", "It takes", "points"):
        assert promise in first.source
    assert last.source.startswith("## What you have now")
    place = ASSIGNMENTS.index(assignment)
    for neighbour in ASSIGNMENTS[max(place - 1, 0) : place + 2]:
        if neighbour != assignment:
            assert f"(../{neighbour}/{notebook_of(neighbour)}.ipynb)" in first.source


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_links_lead_somewhere(assignment):
    for cell in SOLVED[assignment].cells:
        for target in re.findall(r"\]\((\.\./[^)]+)\)", cell.source):
            assert (COURSE / "notebooks" / assignment / target).exists(), target


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_stated_points_are_the_points(assignment):
    cells = SOLVED[assignment].cells
    points = [grade(cell)["points"] for cell in cells if grade(cell).get("grade")]
    automatic = [grade(c)["points"] for c in cells if grade(c).get("grade") and c.cell_type == "code"]
    stated = re.search(r"There\s+are\s+(\d+)\s+points,\s+(\d+)\s+of\s+them\s+graded", cells[0].source)
    assert (sum(points), sum(automatic)) == (int(stated[1]), int(stated[2]))
    for cell in cells:
        if grade(cell).get("grade") and cell.cell_type == "code":
            says = re.search(r"# (\d+) points?$", visible(cell).strip())
            assert says and int(says[1]) == grade(cell)["points"], cell.id


def test_every_written_answer_has_a_mark_scheme_for_its_points():
    for assignment in ASSIGNMENTS:
        cells = SOLVED[assignment].cells
        for prompt, answer in zip(cells, cells[1:], strict=False):
            if answer.cell_type == "markdown" and grade(answer).get("grade"):
                assert grade(answer)["grade_id"].startswith("written-")
                assert grade(prompt)["grade_id"] == grade(answer)["grade_id"] + "-task" and grade(prompt)["locked"]
                scheme = re.search(r"BEGIN MARK SCHEME(.*)END MARK SCHEME", prompt.source, re.S)[1]
                points = max(grade(answer)["points"], 1)  # the bonus question counts as extra credit
                assert re.search(rf"Mark scheme \({points} (extra )?points?", scheme)
                assert f"({points} point" in prompt.source or f"({points} extra point" in prompt.source


def test_every_exercise_of_the_table_is_set_and_checked():
    """Solution cells bear the function's name; the cells that check it look at all its aspects, hidden seeds too."""
    for name, exercise in EXERCISES.items():
        assignment = ASSIGNMENTS[NOTEBOOKS.index(exercise.notebook)]
        cells = {grade(cell).get("grade_id"): cell for cell in SOLVED[assignment].cells}
        assert grade(cells[name])["solution"] and f"def {name}(" in cells[name].source
        tests = [c for g, c in cells.items() if g and (g == f"test-{name}" or g.startswith(f"test-{name}-"))]
        shown = [a for c in tests for a in re.findall(rf"^check\({name}(?:, \"(\w+)\")?\)", c.source, re.M)]
        hidden = [a for c in tests for a in re.findall(rf"^check\({name}(?:, \"(\w+)\")?, seed=\d+\)$", c.source, re.M)]
        assert shown == hidden
        assert sorted(shown) == sorted(exercise.aspects) or shown == [""]


def test_hidden_seeds_differ():
    seeds = [seed for _, cell in CODE for seed in re.findall(r"seed=(\d{5})\)$", cell.source, re.M)]
    assert len(seeds) == len(set(seeds)) > 20


def test_every_exercise_has_three_nested_hints():
    for assignment, cell in MARKDOWN:
        if "### Exercise" in cell.source or "### Bonus" in cell.source:
            text = visible(cell)
            assert [f"Hint {k}:" in text for k in (1, 2, 3)] == [True] * 3, (assignment, cell.id)
            assert "</details></details></details>" in text, (assignment, cell.id)


def test_every_figure_has_a_caption_and_a_text():
    for assignment in ASSIGNMENTS:
        cells, k = SOLVED[assignment].cells, 0
        for cell, below in zip(cells, cells[1:], strict=False):
            pictures = [o for o in cell.get("outputs", []) if "<img" in o.get("data", {}).get("text/html", "")]
            if pictures and not cell.source.startswith("widgets."):
                k += 1
                assert below.source.startswith(f"**Figure {k}.**"), (assignment, cell.id)
                (picture,) = pictures
                assert image_of(picture)["alt"] == picture.data["text/plain"] and len(picture.data["text/plain"]) > 40


def image_of(output):
    return bs4.BeautifulSoup(output.data["text/html"], "html.parser").find("img")


def test_every_widget_follows_a_text_and_is_stored_as_a_picture():
    found = []
    for assignment in ASSIGNMENTS:
        cells = SOLVED[assignment].cells
        for text, cell in zip(cells, cells[1:], strict=False):
            if re.match(r"widgets\.\w+\(\)$", cell.source):
                found.append(cell.source)
                assert text.cell_type == "markdown"
                (output,) = cell.outputs
                assert set(output.data) == {"text/html", "text/plain"}  # the model's id is random, and stays out
                assert re.fullmatch(r"[A-Z].{40,}\.", output.data["text/plain"]) and len(image_of(output)["alt"]) > 40
    assert len(found) == len(set(found)) == 8


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_code_cells_are_short_and_have_run_cleanly(assignment):
    for cell in SOLVED[assignment].cells:
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= 20, cell.id
            assert cell.execution_count
            for output in cell.outputs:
                assert output.output_type != "error" and output.get("name") != "stderr", cell.id


def test_ids_say_what_a_cell_is():
    for assignment, cell in CELLS:
        if "nbgrader" in cell.metadata:
            assert cell.id == grade(cell)["grade_id"], (assignment, cell.id)


def test_the_picture_in_the_readme_is_the_notebooks():
    (cell,) = [cell for _, cell in CODE if cell.id == "race-figure"]
    stored = base64.b64decode(image_of(cell.outputs[0])["src"].removeprefix("data:image/png;base64,"))
    assert (COURSE / "docs" / "race.png").read_bytes() == stored


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_stated_minutes_are_the_estimate(assignment):
    estimate = minutes(assignment)
    assert f"**It takes** about {estimate} minutes, by estimate." in SOLVED[assignment].cells[0].source
    assert re.search(rf"\| \[{assignment}\].* \| {estimate} min \|", (COURSE / "README.md").read_text(encoding="utf-8"))


def test_the_teacher_reads_the_same_minutes_and_the_method():
    page = (COURSE / "docs/teaching.md").read_text(encoding="utf-8")
    first, second, third, fourth = map(minutes, ASSIGNMENTS)
    assert f"The notebooks state {first}, {second}, {third} and {fourth} minutes." in page
    assert f"{WORDS_A_MINUTE} words a minute" in page
    table = re.findall(r"^\| (.+?) \| ([\d.]+) \|$", page, re.M)
    assert {what: float(each) for what, each in table} == EACH


def test_words_leave_out_hints_mark_schemes_and_what_is_optional():
    assert words("One $a = b$ two.\n\n$$x = y$$\n\n| three |") == 4
    assert words("<details><summary>Answer</summary>\n\nNo.\n\n</details>") == 2
    hints = "<details><summary>Hint 1: a</summary>\n\nx\n\n<details>y<details>z</details></details></details>"
    assert words(f"One.\n\n{hints}\n\n<!-- BEGIN MARK SCHEME -->\nx\n<!-- END MARK SCHEME -->") == 1
    assert words("<details><summary>Going further (optional)</summary>\n\nx y z\n\n</details> One.") == 1
