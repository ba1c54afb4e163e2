"""Grade one submitted notebook: choose the file, repair it, run it in the sandbox, judge. It uses no gradebook."""

import re
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import PurePosixPath

import nbformat
from nbformat import NotebookNode

from grading.autograde import verdicts
from grading.autograde.flags import explain, flag_first_failure
from grading.autograde.limits import Limits
from grading.autograde.run import Run
from grading.autograde.second_run import look_again
from grading.gradebook.blueprint import Blueprint
from grading.harmless import make_harmless
from grading.outcome import shown
from grading.submissions.candidates import Candidates
from grading.submissions.choose import choose
from grading.submissions.read import Unreadable, new_cell
from grading.submissions.repair import NOTES, repair

MARKUP = re.compile(r"<[^<>]*>|[*_`#]")
LIKE_NOTES = re.compile(r"notes\s+on\s+grading", re.I)


@dataclass(frozen=True)
class Graded:
    """The result of grading one submitted notebook.

    Parameters
    ----------
    text : str
        The graded notebook, as a file holds it.
    cells : list of dict
        Its cells with a grade id.
    needs_manual_grade : dict
        grade_id -> why a person should look at it.
    notes : list of str
        What was repaired and what went wrong, for the instructor's table and the student.
    seconds : dict
        Part of the work -> seconds that it took.
    memory : int
        Bytes that the submission used at its peak.
    unfinished : bool
        Whether the time for the notebook was over before its end.
    """

    text: str
    cells: list[NotebookNode]
    needs_manual_grade: dict[str, str]
    notes: list[str]
    seconds: dict[str, float]
    memory: int
    unfinished: bool = False


def grade(
    data: Candidates | str, blueprint: Blueprint, limits: Limits, key: bytes, fork: Callable[[], Connection]
) -> Graded:
    """Grade one notebook.

    Parameters
    ----------
    data : Candidates or str
        A string says why nothing could be read.
    blueprint : Blueprint
    limits : Limits
    key : bytes
        What the seeds of hidden tests are drawn from, see `grading.autograde.seeds.key_for`.
    fork : callable
        Returns the connection to a new kernel, see `grading.autograde.jobs`.

    Returns
    -------
    Graded

    Raises
    ------
    ValueError
        If a test cell of the course has other code than calls of check().
    """
    began = time.monotonic()
    try:
        if isinstance(data, str):
            raise Unreadable(data)
        chosen = choose(data.notebooks, data.others, blueprint)
    except Unreadable as error:
        return ungraded(str(error), blueprint)
    read = chosen.read
    repaired = repair(read.notebook, blueprint, data.others)
    running = time.monotonic()
    modules = _importable(data.modules, chosen.name) if limits.sandbox.enabled else {}
    run = Run(read.notebook, blueprint, limits, key, fork, modules)
    run.run()
    look_again(run)
    explain(run, repaired.needs_manual_grade | chosen.needs_manual_grade, repaired.doubts | chosen.doubts)
    flag_first_failure(run, read.lost)
    for name, cell in run.found.items():
        verdicts.write(cell, *run.judged[name])
    notes = [*chosen.notes, *read.notes, *repaired.remarks, *run.notes]
    text, cells = _finished(read.notebook, notes)
    seconds = {"read": running - began, **run.seconds, "all": time.monotonic() - began}
    return Graded(text, cells, run.needs_manual_grade, notes, seconds, run.memory, run.is_over())


def ungraded(why: str, blueprint: Blueprint) -> Graded:
    """The result for a notebook that cannot be graded: the released one, with every grade waiting for a person."""
    notebook = nbformat.from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []})
    for cell in blueprint.released:
        notebook.cells.append(new_cell(cell["cell_type"], cell["source"]))
        notebook.cells[-1].update(id=cell["id"])
        if cell["grade_id"]:
            notebook.cells[-1].metadata.nbgrader = nbformat.NotebookNode(grade_id=cell["grade_id"])
    repair(notebook, blueprint)
    why = f"This submission could not be graded automatically. {why}"
    needs_manual_grade = {cell["grade_id"]: why for cell in blueprint.cells if cell["grade"]}
    for cell in notebook.cells:
        cell.metadata.ungraded = True
    text, cells = _finished(notebook, [why])
    return Graded(text, cells, needs_manual_grade, [why], {}, 0)


def add_notes(notebook: NotebookNode, notes: list[str]) -> None:
    """Insert a cell at the top of a graded notebook that lists what was repaired and what went wrong."""
    if any(_is_headed_like_notes(cell) for cell in notebook.cells):
        notes = [*notes, "A text of the submission calls itself notes on grading; the grader's are here alone"]
    if notes:
        lines = [f"- {shown(note).rstrip('.')}." for note in notes]
        notebook.cells.insert(0, new_cell("markdown", "\n".join(["**Notes on grading**", "", *lines])))
        notebook.cells[0].update(id=NOTES)


def _is_headed_like_notes(cell):
    """Whether a student's text could be taken for the list that `add_notes` inserts."""
    of_course = cell.metadata.get("nbgrader", {}).get("locked")
    text = MARKUP.sub("", unicodedata.normalize("NFKC", cell.source))
    return cell.cell_type != "code" and not of_course and LIKE_NOTES.search(text) is not None


def _finished(notebook: NotebookNode, notes: list[str]) -> tuple[str, list[NotebookNode]]:
    """(the text of the .ipynb file of a graded notebook with its notes, its cells with a grade id)."""
    add_notes(notebook, notes)
    make_harmless(notebook)
    cells = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    return nbformat.v4.writes(notebook) + "\n", cells


def _importable(modules, notebook):
    """Those of a submission's modules that lie beside the notebook, by their paths from there.

    Modules with the name of one of the course's or of Python's are left out: they could take its place.
    """
    beside = {PurePosixPath(path): text for path, text in modules.items()}
    folder = PurePosixPath(notebook).parent
    below = {path.relative_to(folder): text for path, text in beside.items() if path.is_relative_to(folder)}
    taken = {"lib", "grading", *sys.stdlib_module_names}
    return {
        str(path): text
        for path, text in below.items()
        if ".." not in path.parts and not path.is_absolute() and path.with_suffix("").parts[0] not in taken
    }
