"""Read a submitted file, whatever it holds."""

import json
import os
import stat

import nbformat

MOST_BYTES = 2**29


class Unreadable(ValueError):
    """A submitted file is no notebook; the message says why, for instructor and student."""


def read_bytes(path):
    """The bytes of a regular file.

    Raises
    ------
    Unreadable
        If it is a link, no regular file, or too large. A link could lead to another's work.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise Unreadable("It is a link, not a file." if os.path.islink(path) else f"{error.strerror}.") from None
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("It is not a regular file.")
        if status.st_size > MOST_BYTES:
            raise Unreadable(
                f"It has {status.st_size / 2**20:.0f} MB; more than {MOST_BYTES // 2**20} MB are not read."
            )
        return file.read()


def parse(data):
    """The notebook in ``data``, in format 4, without outputs, which are made anew.

    Raises
    ------
    Unreadable
        If it is no notebook.
    """
    if not data.strip():
        raise Unreadable("The file is empty.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("The file is not UTF-8 text, as a notebook must be.") from None
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"The file is not a whole notebook: {_short(error)}") from None
    if not isinstance(notebook, dict) or not ("cells" in notebook or "worksheets" in notebook):
        raise Unreadable("The file is JSON, but not a notebook: it has no cells.")
    try:
        notebook = nbformat.from_dict(notebook)
        if notebook.get("nbformat") != 4:
            notebook = nbformat.convert(notebook, 4)
        notebook = nbformat.v4.upgrade(notebook)
        cells = [_cell(cell) for cell in notebook.cells]
    except Exception as error:  # from any depth of a malformed notebook
        raise Unreadable(f"The file is not a notebook that can be read: {_short(error)}") from None
    return nbformat.from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})


def _cell(cell):
    source = cell.get("source", "")
    kind = cell.get("cell_type")
    made = new_cell(
        kind if kind in ("code", "raw") else "markdown", source if isinstance(source, str) else "".join(source)
    )
    mark = cell.get("metadata", {}).get("nbgrader")
    if isinstance(mark, dict) and isinstance(mark.get("grade_id"), str):
        made.metadata.nbgrader = nbformat.NotebookNode(grade_id=mark["grade_id"])
    if isinstance(cell.get("id"), str):
        made.id = cell["id"]
    if isinstance(cell.get("attachments"), dict) and kind == "markdown":
        made.attachments = cell["attachments"]
    return made


def new_cell(kind, source):
    """A cell without outputs. Unlike nbformat's own this validates nothing, and takes no time."""
    cell = nbformat.from_dict({"cell_type": kind, "metadata": {}, "source": source})
    if kind == "code":
        cell.outputs, cell.execution_count = [], None
    return cell


def _short(error):
    return " ".join(str(error).split())[:200]
