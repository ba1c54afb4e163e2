"""release/ is what nbgrader makes of notebooks/, and holds nothing that a student should not see."""

import re

import pytest
from nbclient import NotebookClient

from tools.made_up_course import ASSIGNMENTS, COURSE, notebook_of, open_course, read


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """A release made anew by the real nbgrader."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    for assignment in ASSIGNMENTS:
        result = api.generate_assignment(assignment)
        assert result["success"], result
    return folder / "release"


def test_release_is_fresh(generated):
    for assignment in ASSIGNMENTS:
        path = f"{assignment}/{notebook_of(assignment)}.ipynb"
        committed = (COURSE / "release" / path).read_bytes()
        assert committed == (generated / path).read_bytes(), f"release/{path} is stale: run `make release`"


def test_release_holds_these_files_alone():
    files = {str(path.relative_to(COURSE / "release")) for path in (COURSE / "release").rglob("*") if path.is_file()}
    visible = {file for file in files if ".ipynb_checkpoints" not in file}
    assert visible == {f"{assignment}/{notebook_of(assignment)}.ipynb" for assignment in ASSIGNMENTS}


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_release_gives_nothing_away(assignment):
    text = (COURSE / "release" / assignment / f"{notebook_of(assignment)}.ipynb").read_text(encoding="utf-8")
    assert not re.search(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)", text)
    assert "Mark scheme" not in text and "seed=" not in text.replace("seeds=", "")


# Figures that need none of the student's code, and answer no question that the text asks.
KEPT = {
    "01-sigmoid": {
        "neuron-figure", "sigmoid-figure", "overflow-figure", "saturation-widget", "predict-figure",
    },
    "02-losses": {"losses-figure"},
    "03-gradients": {"graph-figure"},
    "04-sgd": {"boundary-widget"},
}  # fmt: skip


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_release_keeps_these_pictures_and_no_other_output(assignment):
    cells = read(COURSE / "release", assignment).cells
    assert {cell.id for cell in cells if cell.get("outputs")} == KEPT[assignment]
    for cell in cells:
        for output in cell.get("outputs", ()):
            assert re.fullmatch(r"(figures|widgets)\.\w+\([^()]*\)", cell.source)  # no name of the notebook in it
            assert "nbgrader" not in cell.metadata and set(output.data) == {"text/html", "text/plain"}
            assert re.match(r'<img alt="[^"]{50,}" width="\d+" src="data:image/png;base64,', output.data["text/html"])


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_no_solution_is_released(assignment):
    """No line of a solution, longer than a few characters, stands in any cell of the release."""
    released = "\n".join(cell.source for cell in read(COURSE / "release", assignment).cells if cell.cell_type == "code")
    for cell in read(COURSE / "notebooks", assignment).cells:
        for solution in re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", cell.source, re.S):
            for line in solution.splitlines():
                if len(line.strip()) > 12:
                    assert line.strip() not in released, (cell.id, line)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_written_answers_are_blank(assignment):
    for cell in read(COURSE / "release", assignment).cells:
        nbgrader = cell.metadata.get("nbgrader", {})
        if nbgrader.get("solution"):
            if cell.cell_type == "markdown":
                assert cell.source == "YOUR ANSWER HERE"
            else:
                assert "raise NotImplementedError()" in cell.source


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_run_all_goes_on(assignment):
    """Every code cell may fail but the first, whose imports the others need."""
    first, *others = [cell for cell in read(COURSE / "release", assignment).cells if cell.cell_type == "code"]
    assert first.id == "setup" and "raises-exception" not in first.metadata.get("tags", ())
    assert all("raises-exception" in cell.metadata.tags for cell in others)
    released = read(COURSE / "release", assignment)
    NotebookClient(released, resources={"metadata": {"path": COURSE / "release" / assignment}}).execute()
    assert all(cell.execution_count for cell in released.cells if cell.cell_type == "code")
