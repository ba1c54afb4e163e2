"""A `Blueprint` is what a notebook of the course should have, from the gradebook and ``release/``, as plain data."""

import ast
import difflib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat

if TYPE_CHECKING:  # workers only read a `Blueprint`, and do not import nbgrader, which is slow
    from nbgrader.api import Assignment, Gradebook
    from nbgrader.coursedir import CourseDirectory


@dataclass(frozen=True)
class Blueprint:
    """One notebook of an assignment.

    Parameters
    ----------
    name : str
        Of the notebook, without ending.
    cells : list of dict
        Every cell with a grade id, in order: grade_id, cell_type, source, locked, solution, grade, points, checksum.
    released : list of dict
        Every cell of the released notebook: id, cell_type, source, grade_id (or None).
    beside : list of str
        Paths of the other files that were released with it.
    """

    name: str
    cells: list[dict] = field(repr=False)
    released: list[dict] = field(repr=False)
    beside: list[str] = field(repr=False, default_factory=list)


def blueprint(gradebook: "Gradebook", coursedir: "CourseDirectory", assignment: str, notebook: str) -> Blueprint:
    """The `Blueprint` of a notebook, from the gradebook and the released notebook.

    Raises
    ------
    nbgrader.api.MissingEntry
        If the gradebook does not know the notebook.
    """
    entry = gradebook.find_notebook(notebook, assignment)
    points = {cell.name: cell.max_score for cell in entry.grade_cells}
    answers = {cell.name for cell in entry.solution_cells}
    cells = {
        cell.name: {
            "grade_id": cell.name,
            "cell_type": cell.cell_type,
            "source": cell.source,
            "checksum": cell.checksum,
            "locked": cell.locked,
            "solution": cell.name in answers,
            "grade": cell.name in points,
            "points": points.get(cell.name),
        }
        for cell in entry.source_cells
    }
    folder = coursedir.format_path(coursedir.release_directory, ".", assignment)
    released = _released(Path(folder) / f"{notebook}.ipynb")
    # The gradebook does not keep the order of cells.
    order = [cell["grade_id"] for cell in released if cell["grade_id"] in cells]
    names = [*order, *(name for name in cells if name not in order)]
    beside = [str(path.relative_to(folder)) for path in Path(folder).rglob("*") if path.is_file()]
    return Blueprint(notebook, [cells[name] for name in names], released, beside)


def released_blueprint(path: Path) -> Blueprint:
    """A `Blueprint` from a released notebook alone, without points and checksums: to recognise cells, not to grade."""
    marks = {cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader for cell in _cells(path) if _is_marked(cell)}
    released = _released(path)
    cells = [
        {key: marks[cell["grade_id"]][key] for key in ("locked", "solution", "grade")} | cell
        for cell in released
        if cell["grade_id"]
    ]
    return Blueprint(path.stem, cells, released)


def _cells(path):
    return nbformat.read(path, as_version=4).cells


def _is_marked(cell):
    return "nbgrader" in cell.metadata


def _released(path):
    if not path.exists():
        return []
    return [
        {
            "id": cell.get("id"),
            "cell_type": cell.cell_type,
            "source": cell.source,
            "grade_id": cell.metadata.get("nbgrader", {}).get("grade_id"),
        }
        for cell in _cells(path)
    ]


def imports_of(blueprint: Blueprint) -> str:
    """The import statements of the released notebook's own cells, as code."""
    cells = [c["source"] for c in blueprint.released if c["cell_type"] == "code" and c["grade_id"] is None]
    statements = [statement for source in cells for statement in ast.parse(source).body]
    return "\n".join(ast.unparse(s) for s in statements if isinstance(s, (ast.Import, ast.ImportFrom)))


def pictures(coursedir: "CourseDirectory", assignment: str, notebook: str) -> dict[str, dict]:
    """The figures stored in the outputs of the course's notebook: description -> MIME bundle."""
    folder = Path(coursedir.format_path(coursedir.source_directory, ".", assignment))
    if not (path := folder / f"{notebook}.ipynb").exists():
        return {}
    outputs = [output for cell in nbformat.read(path, as_version=4).cells for output in cell.get("outputs", ())]
    shown = [output.data for output in outputs if {"text/html", "text/plain"} <= output.get("data", {}).keys()]
    return {data["text/plain"]: data for data in shown if data["text/html"].startswith("<img alt=")}


def blueprints(gradebook: "Gradebook", coursedir: "CourseDirectory", assignment: str) -> dict[str, Blueprint]:
    """name -> `Blueprint` of every notebook of an assignment.

    Raises
    ------
    ValueError
        If the gradebook does not know the assignment.
    """
    entry = find_assignment(gradebook, assignment)
    return {notebook.name: blueprint(gradebook, coursedir, assignment, notebook.name) for notebook in entry.notebooks}


def find_assignment(gradebook: "Gradebook", assignment: str) -> "Assignment":
    """The gradebook's entry of an assignment.

    Raises
    ------
    ValueError
        If it has none; the message says which it has.
    """
    from nbgrader.api import MissingEntry

    try:
        return gradebook.find_assignment(assignment)
    except MissingEntry:
        known = [entry.name for entry in gradebook.assignments]
        meant = difflib.get_close_matches(assignment, known, n=1)
        raise ValueError(
            f"The gradebook has no assignment {assignment!r}; it has: {', '.join(known) or 'none yet'}. "
            + (f"Did you mean {meant[0]}?" if meant else f"Release it first: nbgrader generate_assignment {assignment}")
        ) from None
