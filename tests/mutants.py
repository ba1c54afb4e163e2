"""Notebooks as nobody would make them: mutants of an honest one, the same for the same number."""

import copy
import json
import random

ODD = (
    None, True, -1, 0, 3.5, 1e308, float("inf"), 10**30, [], {}, [[]], [None], {"": None}, "", " ", "\0", "\ud800",
    "a\nb", "\x1b[2J", "../../x", "a" * 50, "a" * 10**5, "<script>alert(1)</script>", "### BEGIN HIDDEN TESTS",
    "### BEGIN SOLUTION", "$$\\frac{", "=cmd|' /C calc'!A0", "print('\ud800')", "print('\\ud800')", "%%bash\nexit 3",
    "raise SystemExit", "def sigmoid(z):\n    return 0", "check = print", "import os; os._exit(0)", "\u202eevil",
)  # fmt: skip
KEYS = (
    "cells", "metadata", "nbformat", "nbformat_minor", "cell_type", "source", "outputs", "execution_count", "id",
    "attachments", "nbgrader", "grade_id", "locked", "points", "solution", "schema_version", "kernelspec", "worksheets",
    "input", "tags", "name", "language_info", "checksum",
)  # fmt: skip
TYPES = ("code", "markdown", "raw", "heading", "", "Code", None)


def mutant(notebook, seed):
    """The bytes of a mutant.

    Parameters
    ----------
    notebook : dict
        The honest notebook.
    seed : int
    """
    draw = random.Random(seed)
    if draw.random() < 0.15:
        return _spoil(json.dumps(notebook).encode(), draw)
    made = copy.deepcopy(notebook)
    for _ in range(draw.choice([1, 1, 1, 2, 3, 10])):
        _mutate(made, draw)
    data = json.dumps(made, ensure_ascii=True).encode()
    return _spoil(data, draw) if draw.random() < 0.05 else data


def _mutate(notebook, draw):
    """Change one thing somewhere."""
    places = list(_places(notebook))
    if not places:
        return
    holder, key = draw.choice(places)
    if draw.random() < 0.5:  # most places are lines of a source
        places = [place for place in places if isinstance(place[1], str)] or places
        holder, key = draw.choice(places)
    match draw.randrange(9):
        case 0 | 1:
            holder[key] = copy.deepcopy(draw.choice(ODD))
        case 2:
            del holder[key]
        case 3 if isinstance(holder, list):
            holder.insert(draw.randrange(len(holder) + 1), copy.deepcopy(holder[key]))
        case 3 | 4 if isinstance(holder, dict):
            holder[draw.choice(KEYS)] = copy.deepcopy(draw.choice([*ODD, holder[key]]))
        case 4:
            other = draw.randrange(len(holder))
            holder[key], holder[other] = holder[other], holder[key]
        case 5:
            holder[key] = [holder[key]] if draw.random() < 0.5 else {draw.choice(KEYS): holder[key]}
        case 6 if isinstance(holder[key], str):
            text = holder[key]
            at = draw.randrange(len(text) + 1)
            odd = draw.choice([odd for odd in ODD if isinstance(odd, str)])
            holder[key] = text[:at] + odd + text[at + draw.randrange(3) :]
        case 7:
            deep = None
            for _ in range(draw.choice([3, 50, 300])):
                deep = [deep]
            holder[key] = deep
        case _:
            cells = notebook.get("cells")
            if isinstance(cells, list) and cells:
                cell = draw.choice(cells)
                if isinstance(cell, dict):
                    cell["cell_type"] = draw.choice(TYPES)


def _places(value):
    """(holder, key) of everything in lists and dicts."""
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        items = list(holder.items() if isinstance(holder, dict) else enumerate(holder))
        for key, inner in items:
            yield holder, key
            if isinstance(inner, (dict, list)):
                waiting.append(inner)


def _spoil(data, draw):
    """Change bytes."""
    match draw.randrange(6):
        case 0:
            return data[: draw.randrange(len(data))]
        case 1:
            return b"\xef\xbb\xbf" + data
        case 2:
            return data.decode().encode(draw.choice(["utf-16", "utf-32", "utf-7"]))
        case 3:
            return data + draw.choice([b"\0", b"}", b"\n\n", data])
        case _:
            spoiled = bytearray(data)
            for _ in range(draw.choice([1, 5, 100])):
                spoiled[draw.randrange(len(spoiled))] = draw.randrange(256)
            return bytes(spoiled)
