"""Recognise by its content what a collected file is: a notebook, an archive with notebooks, or a pasted notebook."""

import json
import re
import zipfile
from pathlib import Path

from grading.outcome import NotGradable, reason
from grading.submissions.candidates import notebooks_in
from grading.submissions.outside_cells import unescaped
from grading.submissions.read import MOST_PARTS, MOST_TEXT, parse, read_bytes

ARCHIVE, PLAIN = ".zip", ".ipynb"
LINES = {"p", "br", "div", "li", "pre", "tr", "h1", "h2", "h3"}  # elements of HTML that begin a line
HIDDEN = {"script", "style", "title"}
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<[!?][^<>]*>")
CALLED = re.compile(r"\.ipynb(\.\w{1,10})?$", re.I)  # browsers make .ipynb.txt and .ipynb.json of it


def look_into(path: Path) -> tuple[str, bytes | None]:
    """(ending under which to save a file, bytes to save in its place or None to copy it).

    A file with .ipynb in its name is copied as it is: if it is damaged, grading reports that.

    Raises
    ------
    NotGradable
        If there is no notebook in it; the message says what it is.
    """
    if (found := CALLED.search(path.name)) and path.suffix.lower() != ARCHIVE:
        return found[0], None
    data = _bytes(path)
    called = path.suffix.lower() == ARCHIVE
    if called or zipfile.is_zipfile(path):
        if notebooks_in(path):
            return ARCHIVE, None
        raise NotGradable("there is no notebook in the archive" if called else "it is no notebook")
    if (text := _as_text(data)) is None:
        raise NotGradable("it is no notebook")
    if (notebook := _notebook_in(text)) is None:
        raise NotGradable("it is a text and no notebook" if text.strip() else "it is empty")
    return PLAIN, notebook


def _bytes(path):
    try:
        return read_bytes(path, MOST_TEXT)
    except OSError as error:
        raise NotGradable(reason(error, "reading")) from None


def _as_text(data):
    """The text of a file, without tags if it is HTML; None if it is not text."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    if text.lstrip()[:1] == "<":
        text = _text_of_page(text)
    return text.replace("\xa0", " ")  # an LMS's editor writes it for every second of several spaces


def _notebook_in(text):
    """The notebook between the first { and the last } of a text, as bytes; None if there is none."""
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start or sum(map(text.count, "[{,")) > MOST_PARTS:
        return None
    try:
        data = json.loads(text[start : end + 1], strict=False)  # pasting may have put line ends into strings
        written = json.dumps(data, ensure_ascii=True).encode()
        parse(written)
    except (ValueError, RecursionError):
        return None
    return written


def _text_of_page(page):
    """The text of HTML, with a line end for each element that begins a line.

    Not by `html.parser`, which takes a time that grows with the square of the length, and raises for some texts.
    """
    kept, done, hidden = [], 0, ""
    for match in TAG.finditer(page):
        name = (match["name"] or "").lower()
        kept += [] if hidden else [page[done : match.start()]]
        done = match.end()
        if not match["end"]:
            hidden = hidden or (name if name in HIDDEN else "")
            kept += ["\n"] if name in LINES and not hidden else []
        elif name == hidden:
            hidden = ""
    return unescaped("".join([*kept, "" if hidden else page[done:]]))
