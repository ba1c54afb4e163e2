"""Make what comes from a file or a kernel storable in UTF-8, JSON, HTML and every database."""

import json
import re
import unicodedata
from typing import Any

import nbformat
from nbformat import NotebookNode

# Control characters except those that text in a terminal uses: \b \t \n \v \f \r and escape, which begins colour codes.
CONTROL = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
MOST_MARKS = 30  # combining characters, such as accents, on one letter: as Unicode's Stream-Safe Text Format has it
ABOVE = "\u0300"  # the first of them
MANY = re.compile(f"[{ABOVE}-\U0010ffff]{{{MOST_MARKS},}}")  # where there may be so many
JOINER = "\u034f"  # the combining grapheme joiner: nobody sees it, and marks are not sorted across it
INSTEAD = "\ufffd"  # Unicode's replacement character
MOST_OUTPUTS = 1000  # of a cell
MOST_OF_A_NOTEBOOK = 2**23  # bytes of all its outputs, as a file holds them
A_LINE = 12  # bytes that nbformat adds for each line of a text: quotes, comma, indentation
LEFT_OUT = "More outputs were left out here: there were too many of them."
LARGEST = 2**31 - 1  # the largest integer of a 32-bit column


def storable(text: str) -> str:
    """``text`` with U+FFFD in the place of every character that cannot be stored.

    A pair of surrogates becomes the character that it stands for. Where a letter has more than MOST_MARKS combining
    characters, a joiner is put between them: Unicode's normal forms, which Python uses for names, sort them in a time
    that grows with the square of their number.
    """
    if SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = CONTROL.sub(INSTEAD, text)
    return text if text.isascii() else MANY.sub(_with_joiners, text)


def _with_joiners(match):
    made, marks = [], 0
    for character in match[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > MOST_MARKS:
            made.append(JOINER)
            marks = 1
        made.append(character)
    return "".join(made)


def number(value: Any) -> int | float | None:
    """``value`` if it is a number that every database holds, else None."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value if abs(value) <= LARGEST else None  # neither infinite nor nan


def output(raw: Any) -> NotebookNode:
    """An output of a cell for nbformat, copied field by field; fields of a wrong type are left out.

    Parameters
    ----------
    raw : anything that JSON holds

    Raises
    ------
    ValueError
        If it is not an output.
    """
    match raw:
        case {"output_type": "stream", "name": "stdout" | "stderr" as name, "text": str(text)}:
            known = {"output_type": "stream", "name": name, "text": storable(text)}
        case {"output_type": "error", "ename": str(name), "evalue": str(value), "traceback": [*lines]}:
            lines = [storable(line) for line in lines if isinstance(line, str)]
            known = {"output_type": "error", "ename": storable(name), "evalue": storable(value), "traceback": lines}
        case {"output_type": "display_data" | "execute_result" as kind, "data": dict(data), "metadata": dict(about)}:
            data = {storable(mime): storable(value) for mime, value in data.items() if isinstance(value, str)}
            about = {mime: _plain(words) for mime, words in about.items() if mime in data and isinstance(words, dict)}
            known = {"output_type": kind, "data": data, "metadata": about}
            if kind == "execute_result":
                known["execution_count"] = count(raw.get("execution_count"))
        case _:
            raise ValueError("not an output")
    return nbformat.from_dict(known)


def count(value: Any) -> int | None:
    """An execution count, or None if it is not a storable integer."""
    return value if isinstance(value, int) and number(value) is not None else None


def _plain(words):
    """The texts, numbers and booleans among the metadata of an output."""
    words = {storable(key): storable(word) if isinstance(word, str) else word for key, word in words.items()}
    return {key: word for key, word in words.items() if isinstance(word, (str, bool)) or number(word) is not None}


class Room:
    """Counts how many bytes the outputs of one notebook may still take in its file."""

    def __init__(self):
        self.left = MOST_OF_A_NOTEBOOK
        self.was_short = False

    def keep(self, outputs: list[NotebookNode]) -> list[NotebookNode]:
        """The first of a cell's outputs, as long as they fit; if some are left out, a message takes their place."""
        kept = []
        for one in outputs[:MOST_OUTPUTS]:
            size = stored_size(one)
            if size > self.left:
                break
            self.left -= size
            kept.append(one)
        if len(kept) < len(outputs):
            self.was_short = True
            kept.append(nbformat.from_dict({"output_type": "stream", "name": "stderr", "text": LEFT_OUT + "\n"}))
        return kept


def stored_size(value: Any) -> int:
    """Bytes that an output takes in a file, at most."""
    text = json.dumps(value)
    return len(text) + A_LINE * (text.count("\\n") + text.count(","))
