"""The verdict of a test cell, as a graded notebook keeps it: written when it is graded, read for the report."""

from typing import Any, NamedTuple

import nbformat
from nbformat import NotebookNode

KEY = "verdict"  # of a cell's metadata


class StoredVerdict(NamedTuple):
    """What is kept of a `lib.checking.judge.Verdict`; its message is the output of the cell.

    Parameters
    ----------
    right : bool
    kind : str
        "right" or the kind of fault.
    named : str
        The hint of a known mistake, "" where none is known.
    hidden : bool
        Whether a hidden test failed.
    """

    right: bool
    kind: str
    named: str
    hidden: bool


def store(cell: NotebookNode, verdict: StoredVerdict) -> None:
    """Keep a verdict in the metadata of its cell."""
    cell.metadata[KEY] = nbformat.from_dict(verdict._asdict())


def stored_in(cell: Any) -> StoredVerdict | None:
    """The verdict in the metadata of a cell, or None if there is none that can be read."""
    try:
        found = cell["metadata"][KEY]
        return StoredVerdict(bool(found["right"]), str(found["kind"]), str(found["named"]), bool(found["hidden"]))
    except (KeyError, TypeError):
        return None
