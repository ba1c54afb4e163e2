"""Read from graded notebooks what the gradebook does not have: the verdict of each test, and the student's code."""

import json
from pathlib import Path
from typing import NamedTuple

from grading.gradebook.blueprint import Blueprint
from grading.stored_verdict import StoredVerdict, stored_in


class Work(NamedTuple):
    """What is in the notebooks of one submission.

    Parameters
    ----------
    verdicts : dict
        (notebook, grade id) -> `StoredVerdict`.
    answers : dict
        Grade id of a solution -> its code.
    """

    verdicts: dict[tuple[str, str], StoredVerdict]
    answers: dict[str, str]


def read_work(folder: str | Path, blueprints: dict[str, Blueprint]) -> Work:
    """Read the graded notebooks in ``folder``; what is missing or unreadable there is left out.

    Parameters
    ----------
    folder : str or Path
    blueprints : dict
        Notebook name -> `grading.gradebook.blueprint.Blueprint`.
    """
    work = Work({}, {})
    for notebook, plan in blueprints.items():
        cells = _cells(Path(folder) / f"{notebook}.ipynb")
        for asked in plan.cells:
            cell = cells.get(asked["grade_id"])
            if cell is None or asked["cell_type"] != "code":
                continue
            if asked["solution"]:
                work.answers[asked["grade_id"]] = _text(cell.get("source"))
            elif asked["grade"] and (verdict := stored_in(cell)):
                work.verdicts[notebook, asked["grade_id"]] = verdict
    return work


def _cells(path):
    """Grade id -> cell. {} if the file is not a valid notebook."""
    try:
        cells = json.loads(path.read_bytes())["cells"]
        return {cell["metadata"]["nbgrader"]["grade_id"]: cell for cell in cells if "nbgrader" in cell["metadata"]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _text(source):
    return "".join(source) if isinstance(source, list) else str(source or "")
