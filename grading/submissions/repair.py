"""Repair a submitted notebook whose cells were deleted, edited, duplicated or moved, or have lost nbgrader's metadata.

What a student wrote is kept. An answer may be below its cell, in a copy of it, in the cell of its task or in a test: it
is found there (see `code_answers` and `written_answers`). Where it is not clear which text is the answer, a person is
asked.
"""

from collections.abc import Sequence
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

from grading.gradebook.blueprint import Blueprint
from grading.submissions.code_answers import (
    claim_answers,
    doubt,
    drop_stubs,
    drop_stubs_in_cells,
    keep_code_of_tests,
    mend_code,
    put_imports_first,
)
from grading.submissions.matching import MISSING, Matching
from grading.submissions.outside_cells import without_fences, words
from grading.submissions.read import legal_id, new_cell
from grading.submissions.split_cells import join_split
from grading.submissions.written_answers import claim_written, gather_text, show_hidden

NOTES = "grading-notes"  # id of the cell that says what was mended


class Repaired(NamedTuple):
    """What was done to a notebook.

    Parameters
    ----------
    remarks : list of str
        What was repaired, for the student and the instructor.
    needs_manual_grade : dict
        grade_id -> why a person should look at it.
    doubts : dict
        grade_id of a test -> why a person should look at it if it fails.
    """

    remarks: list[str]
    needs_manual_grade: dict[str, str]
    doubts: dict[str, str]


def repair(notebook: NotebookNode, blueprint: Blueprint, beside: Sequence[str] = ()) -> Repaired:
    """Make ``notebook`` fit the `Blueprint`, in place, and keep what the student wrote.

    Afterwards every cell with a grade id is there once, in the order of the course, with the course's metadata; locked
    cells hold the course's text. All other cells stay where they are, without metadata of nbgrader.

    Parameters
    ----------
    notebook : NotebookNode
    blueprint : Blueprint
    beside : list of str
        Names of the other files of the submission, in which a written answer may be.

    Returns
    -------
    Repaired
    """
    match = Matching(notebook, blueprint, beside)
    join_split(match)
    mend_code(match)
    match.find()
    kept = keep_code_of_tests(match)
    claim_answers(match, kept)
    claim_written(match)
    doubt(match, kept)
    put_imports_first(match)
    drop_stubs(match)
    drop_stubs_in_cells(match)
    _put_in_order(match)
    for cell in notebook.cells:
        cell.metadata = nbformat.NotebookNode()
    _put_in_missing(match)
    gather_text(match)
    show_hidden(match)
    if not any(match.is_worked(match.graded[name], name) for name in match.by_name):
        match.remarks.append("no cell for an answer holds one: they are empty, missing or as they were handed out")
    for name in match.by_name:
        _restore(match, name)
    _unique_ids(notebook)
    return Repaired(match.remarks, match.needs_manual_grade, match.doubts)


def answers_in(notebook: NotebookNode, blueprint: Blueprint) -> tuple[set[str], dict[str, str]]:
    """Which cells of the course a notebook has, and which answers.

    Returns
    -------
    found : set of str
        Grade ids of the cells that are there.
    answers : dict
        grade_id -> source, for answers that differ from what was released.
    """
    match = Matching(nbformat.from_dict(notebook), blueprint)
    join_split(match)
    mend_code(match)
    match.find()
    claim_answers(match, keep_code_of_tests(match))
    found = set(match.graded)  # before `claim_written`, which goes by position and would match in any notebook
    claim_written(match)
    return found, {name: cell.source for name, cell in match.graded.items() if match.is_worked(cell, name)}


def _put_in_order(match):
    places = {name: match.place(cell) for name, cell in match.graded.items()}
    order = [name for name in match.by_name if name in match.graded]
    if sorted(places, key=lambda name: places[name]) != order:
        match.remarks.append("cells were moved: put back in order")
    for place, name in zip(sorted(places.values()), order):
        match.notebook.cells[place] = match.graded[name]


def _put_in_missing(match):
    for i, name in enumerate(match.by_name):
        if name not in match.graded:
            before = next((n for n in reversed(list(match.by_name)[:i]) if n in match.graded), None)
            kind = match.by_name[name]["cell_type"]
            cell = match.graded[name] = new_cell(kind, f"# {MISSING}" if kind == "code" else MISSING)
            cell.id = legal_id(name)
            place = match.place(match.graded[before]) + 1 if before is not None else _first_answer(match)
            match.notebook.cells.insert(place, cell)
            match.remarks.append(f"{name} was missing: put in")


def _first_answer(match):
    """The position below the first code cell, which holds the imports."""
    cells = enumerate(match.notebook.cells)
    return next((i + 1 for i, cell in cells if cell.cell_type == "code"), len(match.notebook.cells))


def _restore(match, name):
    cell, trusted = match.graded[name], match.by_name[name]
    if cell.cell_type != trusted["cell_type"]:
        match.remarks.append(f"{name} was a {cell.cell_type} cell: made {trusted['cell_type']}")
        source = without_fences(cell.source) if trusted["cell_type"] == "code" else words(cell) or cell.source
        identity = cell.get("id")
        cell.clear()
        cell.update(new_cell(trusted["cell_type"], source), id=identity)
    if trusted["locked"]:
        if cell.source not in (match.stub(name), f"# {MISSING}", MISSING):
            # The student edited it, or it is of an earlier release.
            match.remarks.append(f"{name} differs from the course's: the course's counts")
        cell.source = trusted["source"]
    mark = {
        "grade_id": name,
        "schema_version": 3,
        "grade": trusted["grade"],
        "solution": trusted["solution"],
        "locked": trusted["locked"],
        "task": False,
        "cell_type": trusted["cell_type"],
        "checksum": trusted["checksum"],
    }
    points = {"points": trusted["points"]} if trusted["grade"] else {}
    cell.metadata.nbgrader = nbformat.from_dict(mark | points)


def _unique_ids(notebook):
    """Give every cell a valid id of its own. ``number`` only grows, so the loop ends."""
    seen, number = {NOTES}, 0
    for cell in notebook.cells:
        cell.id = legal_id(cell.get("id") or "")
        while cell.id in seen:
            number += 1
            cell.id = f"cell-{number}"
        seen.add(cell.id)
