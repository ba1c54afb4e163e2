"""Read a submitted file, which may hold anything, and make a notebook of it, with bounded memory and in linear time."""

import collections
import json
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

import nbformat

from grading.outcome import NotGradable, many, reason
from grading.storable import storable

# Limits on all files of one submission: one process reads the submissions of the whole class.
MOST_BYTES = 2**29
MOST_LISTS = 2_000_000  # JSON lists in the outputs

# Limits on a notebook without its outputs, which are made again when it is graded.
MOST_TEXT = 2**24  # bytes
MOST_PARTS = 500_000  # JSON objects, lists and their items
MOST_CELLS = 2000
MOST_SOURCE = 2**18  # characters of a cell
MOST_SOURCES = 2**21  # characters of all cells
MOST_ATTACHED = 2**23  # characters of pictures in texts
LEAST_ATTACHED = 1000  # as which a smaller picture counts: hundreds of thousands would take as long as large ones

CHUNK = 2**20
OUTPUTS = re.compile(rb'(?<!\\)"outputs"\s{0,64}:\s{0,64}\[')  # in a string its quotes would be escaped
LONGEST_KEY = 150
IN_TEXT = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.S)
# Anything up to the next bracket outside a string; strings are passed over as a whole.
BETWEEN = re.compile(rb'(?:[^\[\]"]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+', re.S)
NO_TEXT = "had something in the place of its text that is no text"
TOO_LONG = f"had too long a text: {MOST_SOURCE} characters of a cell and {MOST_SOURCES} of a notebook are read"
LOST = (NO_TEXT, TOO_LONG)
NOT_UTF_8 = "the file was not UTF-8 text: characters that are not ASCII may be wrong"
OF_GIT = re.compile(rb"^<{7}(?: |\r?$)", re.M)  # begins what git writes into a file where two versions differ
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/svg+xml", "image/webp")


class Read(NamedTuple):
    """A notebook that was read.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        In format 4. Each cell has its type and source and, if they are valid, its id, nbgrader's grade id and attached
        pictures.
    notes : list of str
        What was damaged.
    lost : list of str
        Those of the notes because of which an answer may be missing.
    """

    notebook: nbformat.NotebookNode
    notes: list[str]
    lost: list[str]


class Readable(Protocol):
    """A binary file, or an object with its `read`."""

    def read(self, size: int, /) -> bytes: ...


class Unreadable(NotGradable):
    """A submitted file is not a notebook; the message says why, for instructor and student."""


class Budget:
    """Counts down what may still be read for a submission."""

    def __init__(self) -> None:
        self.bytes, self.lists = MOST_BYTES, MOST_LISTS

    def spend(self, count: int, lists: int) -> None:
        """Count what was read.

        Raises
        ------
        Unreadable
            If it was too much.
        """
        self.bytes -= count
        self.lists -= lists
        if self.bytes < 0:
            raise Unreadable(f"More than {MOST_BYTES // 2**20} MB of notebooks are not read.")
        if self.lists < 0:
            raise Unreadable("The outputs have millions of parts.")


def open_file(path: str | Path) -> BinaryIO:
    """A regular file, opened to read its bytes.

    Raises
    ------
    Unreadable
        If it is a symbolic link, which could lead to somebody else's work, not a regular file, or may not be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise Unreadable(reason(error, "reading")) from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise Unreadable("It is a folder, not a file." if stat.S_ISDIR(mode) else "It is not a regular file.")
    return open(descriptor, "rb")


def read_bytes(path: str | Path, most: int) -> bytes:
    """The bytes of a regular file, at most ``most``.

    Raises
    ------
    Unreadable
        As `open_file`, and if it is too large.
    """
    with open_file(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise Unreadable(f"It has more than {most} bytes.")
    return data


def read_notebook(path: str | Path, budget: Budget) -> bytes:
    """The bytes of a notebook without its outputs, which are read in chunks, so that they may be of any size.

    Parameters
    ----------
    path : Path
    budget : Budget

    Raises
    ------
    Unreadable
        As `open_file`, and if it is too large.
    """
    with open_file(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > budget.bytes:
            raise Unreadable(f"It has {size / 2**20:.0f} MB; more than {budget.bytes // 2**20} MB are not read.")
        if size <= MOST_TEXT:
            # Between the two sides of a conflict brackets need not match, by which the end of outputs is found.
            if OF_GIT.search(data := file.read(MOST_TEXT)):
                budget.spend(len(data), 0)
                return data
            file.seek(0)
        return without_outputs(file, budget)


def sides_of(data: bytes) -> list[bytes]:
    """Both versions of a file in which git left a conflict, ours first; of any other file, the file alone."""
    if not OF_GIT.search(data):
        return [data]
    ours: list[bytes] = []
    theirs: list[bytes] = []
    both = [ours, theirs]
    into = both
    for line in data.splitlines(keepends=True):
        match line[:7]:
            case b"<<<<<<<":
                into = [ours]
            case b"|||||||" if into is not both:  # what both have come from, in the style diff3
                into = []
            case b"=======" if into is not both:
                into = [theirs]
            case b">>>>>>>" if into is not both:
                into = both
            case _:
                for side in into:
                    side.append(line)
    return [b"".join(ours), b"".join(theirs)]


def without_outputs(file: Readable, budget: Budget) -> bytes:
    """The bytes of a notebook with an empty list for every "outputs".

    Parameters
    ----------
    file : binary file
    budget : Budget

    Raises
    ------
    Unreadable
        If it is larger than MOST_TEXT without its outputs, or exceeds the budget.
    """
    kept, buffer = bytearray(), b""
    depth = 0  # of nested lists; 1 is the list of outputs, 0 is outside of it
    in_text = False
    while chunk := file.read(CHUNK):
        buffer += chunk
        at = lists = 0
        while at < len(buffer):
            if not depth:
                found = OUTPUTS.search(buffer, at)
                # Keep the end of the buffer: the key may be cut in two by the end of the chunk.
                end = found.end() if found else max(at, len(buffer) - LONGEST_KEY)
                kept += buffer[at:end]
                at, depth = end, int(found is not None)
                lists += depth
                if not found:
                    break
            elif in_text:
                at = _end(IN_TEXT, buffer, at)
                if buffer[at : at + 1] != b'"':
                    break  # the string goes on in the next chunk
                at, in_text = at + 1, False
            else:
                at = _end(BETWEEN, buffer, at)
                mark = buffer[at : at + 1]
                at += 1
                in_text = mark == b'"'
                depth += (mark == b"[") - (mark == b"]")
                lists += mark == b"["
                kept += b"" if depth else b"]"
        buffer = buffer[at:]
        if len(kept) > MOST_TEXT:
            raise Unreadable(f"It has more than {MOST_TEXT // 2**20} MB even without its outputs.")
        budget.spend(len(chunk), lists)
    return bytes(kept + buffer) if not depth else bytes(kept)


def _end(pattern, buffer, at):
    """The end of the match at ``at``. These patterns always match, if only the empty string."""
    found = pattern.match(buffer, at)
    return found.end() if found else at


def parse(data: bytes) -> Read:
    """The notebook in ``data``, of any nbformat, without outputs.

    Parameters
    ----------
    data : bytes
        As `read_notebook` returns it.

    Returns
    -------
    Read

    Raises
    ------
    Unreadable
        If there is no cell in it.
    """
    text, notes = _text(data)
    cells = _cells(_json(text))
    lost: list[str] = []
    sound = [cell for cell in cells if isinstance(cell, dict)]
    if not sound:
        raise Unreadable("It has no cells." if not cells else f"None of its {len(cells)} cells can be read.")
    if len(sound) > MOST_CELLS:
        raise Unreadable(f"It has {len(sound)} cells; more than {MOST_CELLS} are not read.")
    if len(sound) < len(cells):
        lost.append(f"{many(len(cells) - len(sound), 'cell')} could not be read and had to be left out")
    faults: collections.Counter[str] = collections.Counter()
    room = {"text": MOST_SOURCES, "pictures": MOST_ATTACHED}
    made = [_cell(cell, room, faults) for cell in sound]
    notebook = nbformat.from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made})
    for fault, count in faults.items():
        (lost if fault in LOST else notes).append(f"{many(count, 'cell')} {fault}")
    return Read(notebook, lost + notes, lost)


def _text(data):
    """(the text of a file, notes). PowerShell writes UTF-16, and old editors for Windows a code page."""
    if not data.strip():
        raise Unreadable("The file is empty.")
    if sum(map(data.count, (b"[", b"{", b","))) > MOST_PARTS:
        raise Unreadable(f"It has more than {MOST_PARTS} parts, many times what a notebook has.")
    try:
        return data.decode(json.detect_encoding(data)), []
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    wrong, others = text.count("\ufffd"), len(text) - len(text.encode("ascii", "ignore"))
    if 2 * wrong > others:  # more than a few bytes that were damaged
        text = data.decode("cp1252", "replace")
    if not text.lstrip().startswith("{"):
        raise Unreadable("The file is not UTF-8 text, as a notebook must be.")
    return text, [NOT_UTF_8]


def _json(text):
    try:
        return json.loads(text, parse_int=_small, strict=False)
    except json.JSONDecodeError as error:
        if not text.lstrip().startswith("{") and '"cells"' not in text:
            raise Unreadable("The file is not a notebook, but something else under its name.") from None
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
            raise Unreadable("The file is not a whole notebook: it breaks off before its end.") from None
        raise Unreadable("The file is not a whole notebook: something in it was damaged or overwritten.") from None
    except RecursionError:
        raise Unreadable("The file is not a notebook: it has lists in lists in lists, without end.") from None


def _small(digits):
    """An integer from its first digits: no number in a notebook is used, and int() is slow for thousands of digits."""
    return int(digits[:20])


def _cells(notebook):
    """The cells of a notebook of any nbformat, not validated; an empty list if there are none.

    Some programs store the text of a notebook as one JSON string, and a Jupyter server sends it inside of an object.
    """
    if isinstance(notebook, str):
        notebook = _json(notebook)
    if isinstance(notebook, dict) and notebook.keys().isdisjoint(("cells", "worksheets")):
        inside = (value for value in notebook.values() if isinstance(value, dict) and "cells" in value)
        notebook = next(inside, notebook)
    if isinstance(notebook, list):
        return notebook
    if not isinstance(notebook, dict):
        raise Unreadable("The file is JSON, but not a notebook.")
    if "cells" not in notebook and "worksheets" in notebook:  # formats 2 and 3
        sheets = [sheet for sheet in _items(notebook["worksheets"]) if isinstance(sheet, dict)]
        return [cell for sheet in sheets for cell in _items(sheet.get("cells"))]
    if "cells" not in notebook:
        raise Unreadable("The file is JSON, but not a notebook: it has no cells.")
    return _items(notebook["cells"])


def _items(value):
    return value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []


def _cell(cell, room, faults):
    """A new cell with the valid parts of a submitted one; what is not valid is counted in ``faults``."""

    kind = cell.get("cell_type")
    code = kind == "code" or (kind not in ("markdown", "raw") and not cell.keys().isdisjoint(("outputs", "input")))
    if not isinstance(kind, str):
        faults["did not say what kind of cell it is"] += 1
    source, whole = _source(cell)
    if not whole:
        faults[NO_TEXT] += 1
    if len(source) > min(MOST_SOURCE, room["text"]):
        faults[TOO_LONG] += 1
        source = "# This text was too long to be read."
    else:
        room["text"] -= len(source)
    made = new_cell("code" if code else "raw" if kind == "raw" else "markdown", source)
    about = cell.get("metadata", {})
    if not isinstance(about, dict):
        faults["had damaged metadata"] += 1
        about = {}
    mark = about.get("nbgrader")
    if isinstance(mark, dict) and isinstance(mark.get("grade_id"), str):
        made.metadata.nbgrader = nbformat.NotebookNode(grade_id=storable(mark["grade_id"][:500]))
    if isinstance(cell.get("id"), str):
        made.id = storable(cell["id"][:500])
    if cell.get("attachments") and made.cell_type == "markdown":
        made.attachments, whole = _attachments(cell["attachments"], room)
        if not whole:
            faults["had attached files that could not be kept"] += 1
    return made


def _source(cell):
    """(source of a cell, whether all of it is text). nbformats 1 to 3 have other keys for it."""
    source = next((cell[key] for key in ("source", "input", "code", "text") if key in cell), None)
    lines = [source] if isinstance(source, str) else source if isinstance(source, list) else []
    texts = [line for line in lines if isinstance(line, str)]
    has_ends = len(texts) < 2 or any("\n" in line or "\r" in line for line in texts)
    text = storable(("" if has_ends else "\n").join(texts)).replace("\r\n", "\n").replace("\r", "\n")
    if cell.get("cell_type") == "heading":
        level = cell.get("level")
        text = "#" * (level if isinstance(level, int) and 1 <= level <= 6 else 1) + " " + text
    return text, isinstance(source, (str, list)) and len(texts) == len(lines)


def _attachments(attached, room):
    """(name -> type -> base64 of the pictures that are valid and not too large, whether nothing was left out)."""
    kept = nbformat.NotebookNode()
    if not isinstance(attached, dict):
        return kept, False
    for name, picture in attached.items():
        match picture:
            case dict() if len(picture) == 1:
                ((kind, data),) = picture.items()
                if kind in PICTURES and isinstance(data, str) and len(data) <= room["pictures"]:
                    room["pictures"] -= max(len(data), LEAST_ATTACHED)
                    kept[storable(name[:500])] = nbformat.NotebookNode({kind: storable(data)})
    return kept, len(kept) == len(attached)


def new_cell(kind: str, source: str) -> nbformat.NotebookNode:
    """A cell without outputs. Unlike nbformat's functions this does not validate, which is slow."""
    cell = nbformat.from_dict({"cell_type": kind, "metadata": {}, "source": source})
    if kind == "code":
        cell.outputs, cell.execution_count = [], None
    return cell


def legal_id(identity: str) -> str:
    """A text as the id of a cell, with the characters and the length that nbformat allows."""
    return re.sub(r"[^a-zA-Z0-9_-]", "-", identity)[:60] or "cell"
