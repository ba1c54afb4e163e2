"""Files as they are handed in, one by one: what is read of them, what is said of them, and what that costs."""

import io
import json
import os
import socket
import subprocess
import sys
import time
import tracemalloc
import unicodedata
import zipfile

import nbformat
import pytest

from grading import storable
from grading.submissions import read as reading
from grading.submissions.candidates import candidates
from grading.submissions.read import Budget, Unreadable, parse, read_notebook, without_outputs
from grading.submissions.repair import _unique_ids
from tools.made_up_course import ASSIGNMENTS, COURSE, read

CODE = {"cell_type": "code", "source": "x = 1", "metadata": {}, "outputs": [], "execution_count": None}
TEXT = {"cell_type": "markdown", "source": "Hello", "metadata": {}}


def notebook(*cells, **other):
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)} | other).encode()


def sources(data):
    return [cell.source for cell in parse(data).notebook.cells]


# ---------------------------------------------------------------- odd cells


@pytest.mark.parametrize("odd", [None, 1, "text", [], [[]], True])
def test_a_cell_that_is_none_costs_only_itself(odd):
    found = parse(notebook(CODE, odd, TEXT))
    assert [cell.source for cell in found.notebook.cells] == ["x = 1", "Hello"]
    assert found.lost == ["1 cell could not be read and had to be left out"]


@pytest.mark.parametrize("key", ["metadata", "source", "cell_type", "id", "attachments", "outputs"])
@pytest.mark.parametrize("odd", [None, 5, [], [None], {}, {"a": {}}, "a", True, 1e300])
def test_a_cell_with_an_odd_part_is_mended(key, odd):
    found = parse(notebook(CODE, TEXT | {key: odd}, TEXT))
    assert len(found.notebook.cells) == 3 and found.notebook.cells[2].source == "Hello"
    _unique_ids(found.notebook)
    nbformat.validate(found.notebook)


def test_an_odd_source_is_said():
    (note,) = parse(notebook(CODE, CODE | {"source": 5})).lost
    assert note == "1 cell had something in the place of its text that is no text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_an_encoding_that_is_not_utf_8_costs_no_letter(encoding):
    data = json.dumps({"cells": [CODE | {"source": "# Größe, é"}]}, ensure_ascii=False).encode(encoding)
    assert sources(data) == ["# Größe, é"]
    assert parse(data).notes == ([reading.NOT_UTF_8] if encoding == "cp1252" else [])


def test_a_damaged_byte_costs_only_its_letter():
    data = json.dumps({"cells": [CODE | {"source": "äöüß z"}]}, ensure_ascii=False).encode()
    assert sources(data.replace(b" z", b"\xff")) == ["äöüß\ufffd"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_pythons(end):
    assert sources(notebook(CODE | {"source": f"x{end}y"}, CODE | {"source": [f"x{end}", "y"]})) == ["x\ny", "x\ny"]


def test_both_sides_of_a_conflict_are_whole():
    data = b"a\r\n<<<<<<< HEAD\r\nb\r\n||||||| base\r\nc\r\n=======\r\nd\r\n>>>>>>> x\r\n=======\r\n"
    assert reading.sides_of(data) == [b"a\r\nb\r\n=======\r\n", b"a\r\nd\r\n=======\r\n"]
    assert reading.sides_of(b"=======\n") == [b"=======\n"]


@pytest.mark.parametrize("mark", [None, 3, "sigmoid", [], {"grade_id": 3}, {"grade_id": None}, {"grade_id": ["a"]}])
def test_a_mark_of_another_type_is_none(mark):
    (cell,) = parse(notebook(TEXT | {"metadata": {"nbgrader": mark}})).notebook.cells
    assert cell.metadata == {}


@pytest.mark.parametrize("about", [{"nbformat": None}, {"nbformat": "4"}, {"nbformat": 5, "nbformat_minor": -1}])
@pytest.mark.parametrize("metadata", [None, 3, [], {"kernelspec": 3}, {"kernelspec": {"name": []}}])
def test_what_is_said_of_the_notebook_does_not_matter(about, metadata):
    assert sources(notebook(CODE, metadata=metadata, **about)) == ["x = 1"]


def test_cells_may_be_an_object_and_formats_old():
    assert sources(json.dumps({"cells": {"a": CODE, "b": TEXT}}).encode()) == ["x = 1", "Hello"]
    old = [{"cell_type": "code", "input": ["x\n", "y"]}, {"cell_type": "heading", "level": 2, "source": "Head"}]
    assert sources(json.dumps({"nbformat": 3, "worksheets": [{"cells": old}, None]}).encode()) == ["x\ny", "## Head"]
    assert sources(b'{"cells": [], "cells": [{"cell_type": "raw", "source": "last key"}]}') == ["last key"]


@pytest.mark.parametrize(
    "data, said",
    [
        (b"", "The file is empty."),
        (b" \n", "The file is empty."),
        (b"{}", "it has no cells"),
        (b"[]", "It has no cells."),
        (b"3", "JSON, but not a notebook"),
        (b'{"cells": []}', "It has no cells."),
        (b'{"cells": 3}', "It has no cells."),
        (b'{"cells": [null, 1]}', "None of its 2 cells can be read."),
        (b'{"worksheets": 3}', "It has no cells."),
        (b"%PDF-1.7", "something else under its name"),
        (notebook(CODE)[:-20], "breaks off before its end"),
        (notebook(CODE).replace(b"source", b'so"rce'), "damaged or overwritten"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)), "not UTF-8 text"),
        (b"// mine\n" + notebook(CODE), "damaged or overwritten"),
        (b'{"cells": ' + b"[" * 10**5, "lists in lists"),
        (notebook(*[CODE] * (reading.MOST_CELLS + 1)), "more than 2000 are not read"),
    ],
)
def test_what_is_no_notebook_is_said_in_words(data, said):
    with pytest.raises(Unreadable) as told:
        parse(data)
    assert said in str(told.value)


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "Infinity", "1" * 5000, "-" + "9" * 10**5])
def test_numbers_that_nothing_holds_do_no_harm(number):
    data = notebook(CODE | {"execution_count": 77}).replace(b"77", number.encode())
    began = time.monotonic()
    assert sources(data) == ["x = 1"] and time.monotonic() - began < 5


def test_surrogates_and_control_characters_become_another_character():
    odd = {"source": ["a\ud800\n", "\0b"], "id": "\udfff", "metadata": {"nbgrader": {"grade_id": "\ud800"}}}
    (cell,) = parse(notebook(CODE | odd)).notebook.cells
    assert cell.source == "a\ufffd\n\ufffdb"
    json.dumps(cell, ensure_ascii=False).encode()
    assert storable.storable("\ud83d\ude00") == "\U0001f600"


def test_many_marks_on_a_letter_take_no_long_time():
    """Unicode's normal forms sort them, and Python parses names in such a form; an accent stays what it is."""

    def seconds(count):
        text = storable.storable("x" + "\u0301" * count + "\u0316" * count)
        began = time.process_time()
        unicodedata.normalize("NFKC", text)
        return time.process_time() - began

    assert seconds(40_000) < 50 * max(seconds(2000), 0.01)
    honest = "e\u0301 and \u0928\u093f, " * 50
    assert storable.storable(honest) == honest
    marked = storable.storable("x" + "\u0301" * 100)
    assert marked.replace("\u034f", "") == "x" + "\u0301" * 100 and storable.storable(marked) == marked


def test_attachments_are_pictures_or_nothing():
    good = {"a.png": {"image/png": "AAAA"}}
    bad = good | {"b": 3, "c": {"text/html": "x"}, "d": {"image/png": ["x"]}, "e": {}}
    (cell,) = parse(notebook(TEXT | {"attachments": bad})).notebook.cells
    assert cell.attachments == good


def test_tiny_attachments_are_as_few_as_fit():
    tiny = {str(number): {"image/png": "AAAA"} for number in range(20_000)}
    found = parse(notebook(TEXT | {"attachments": tiny}, TEXT))
    assert 1000 < len(found.notebook.cells[0].attachments) < 10_000
    assert found.notes == ["1 cell had attached files that could not be kept"]


def test_too_long_a_text_is_left_out_and_for_a_person():
    found = parse(notebook(CODE | {"source": "#" * (reading.MOST_SOURCE + 1)}, TEXT))
    assert "too long" in found.notebook.cells[0].source and found.notebook.cells[1].source == "Hello" and found.lost
    many = parse(notebook(*[CODE | {"source": "#" * reading.MOST_SOURCE}] * 20)).notebook
    assert sum(len(cell.source) for cell in many.cells) < reading.MOST_SOURCES + 10**4


# ---------------------------------------------------------------- ids


@pytest.mark.parametrize(
    "ids",
    [
        ["a" * 50, "a" * 50 + "-2", "a" * 50],  # met itself for ever
        ["a" * 50] * 3,
        ["cell-1", "cell-1", "cell-2", "cell-1", "cell-3"],
        ["", None, "?", "\ufffd", "x" * 500, "x" * 500, "grading-notes"],
        ["same"] * 2000,
    ],
)
def test_ids_become_legal_and_different(ids):
    made = nbformat.from_dict({"cells": [CODE | {"id": identity} for identity in ids]})
    _unique_ids(made)
    found = [cell.id for cell in made.cells]
    assert len(set(found)) == len(ids) and all(1 <= len(identity) <= 64 for identity in found)
    assert "grading-notes" not in found


def test_lines_that_lost_their_ends_are_lines_all_the_same():
    assert sources(notebook(CODE | {"source": ["x = 1", "y = 2"]}, CODE | {"source": ["x = ", "1\n"]})) == [
        "x = 1\ny = 2",
        "x = 1\n",
    ]


# ---------------------------------------------------------------- outputs are left out while a file is read


@pytest.mark.parametrize("chunk", [1, 2, 7, 100, 2**20])
@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_outputs_are_left_out_and_nothing_else(assignment, chunk, monkeypatch):
    monkeypatch.setattr(reading, "CHUNK", chunk)
    whole = read(COURSE / "notebooks", assignment)
    odd = r'"outputs": [ ] \\ \" "outputs":[["x' + "\\"
    whole.cells[0].source = odd
    for cell in whole.cells:
        if cell.cell_type == "code":
            cell.outputs = [{"output_type": "stream", "name": "stdout", "text": [odd, "]", '"', "\\", "[["]}]
    if chunk < 100:
        whole.cells = whole.cells[:6]
    data = json.dumps(whole).encode()
    kept = json.loads(without_outputs(io.BytesIO(data), Budget()))
    for cell in whole.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    assert kept == json.loads(json.dumps(whole))


MEASURE = """
import re, sys
from grading.autograde import notebook as grade
from grading.submissions import read as reading
from pathlib import Path

def most():
    # Not ru_maxrss: a new program takes that over from the process that started it, here pytest's.
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])

path = Path(sys.argv[1])
before = most()
try:
    data = reading.read_notebook(path, reading.Budget())
    peak = most()
    print("kept", len(data))
    reading.parse(data)
except reading.Unreadable as error:
    print(error)
    peak = most()
print((peak - before) // 1024, (most() - before) // 1024)
"""


def huge(kind):
    """A file of some 100 MB, as pieces."""
    start, end = b'{"cells": [', b"]}"
    output = b'{"cell_type": "code", "source": "1", "outputs": ['
    pieces = {
        "one long text": (start, output, b'{"text": "', b"x" * 10**8, b'"}]}', end),
        "texts": (start, output, b'{"text": [', b'"a line\\n", ' * 10**7, b'""]}]}', end),
        "empty outputs": (start, output, b"{}, " * (25 * 10**6), b"{}]}", end),
        "lists as outputs": (start, output, b"[], " * (25 * 10**6), b"[]]}", end),
        "lists": (start, b"[], " * (25 * 10**6), b"[]", end),
        "a list that is never closed": (start, output, b"[" * 10**8),
        "blanks": (b" " * 10**8,),
        "backslashes": (start, output, b'{"text": "', b"\\\\" * (5 * 10**7), b'"}]}', end),
        "numbers": (start, output, b"1, " * (33 * 10**6), b"1]}", end),
        "keys of outputs": (start, b'{"outputs": []}, ' * (6 * 10**6), b"1", end),
    }
    return pieces[kind]


@pytest.mark.parametrize(
    "kind",
    [
        "one long text", "texts", "empty outputs", "lists as outputs", "lists", "a list that is never closed",
        "blanks", "backslashes", "numbers", "keys of outputs",
    ],
)  # fmt: skip
def test_a_huge_file_takes_little_memory(kind, tmp_path):
    """What is held while the file is read, and what is made of it: a notebook that has only large outputs is read."""
    path = tmp_path / "huge.ipynb"
    path.write_bytes(b"".join(huge(kind)))
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, path], cwd=COURSE, text=True, capture_output=True, check=True, timeout=120
    )
    path.unlink()
    said, peaks = done.stdout.splitlines()[0], done.stdout.splitlines()[-1]
    reading_peak, peak = map(int, peaks.split())
    assert reading_peak < 60 and peak < 250, (kind, done.stdout)
    if kind in ("one long text", "texts", "empty outputs", "backslashes", "numbers"):
        assert said.startswith("kept") and len(done.stdout.splitlines()) == 2, done.stdout


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("name", ["sigmoid.ipynb", "sigmoid.json", "help.py", "inner.zip"])
def test_an_archive_whose_files_are_not_bounded_is_not_unpacked(method, name, tmp_path):
    """Python unpacks all that these methods made of a megabyte at once: it may be many gigabytes."""
    with zipfile.ZipFile(tmp_path / "homework.zip", "w", method) as archive:
        archive.writestr(name, b" " * 2**27)
    tracemalloc.start()
    try:
        found = candidates(tmp_path, "sigmoid")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2**26 and not any(found.modules.values())
    if name in ("sigmoid.ipynb", "inner.zip"):
        assert "unusual method" in found.notebooks[f"homework.zip/{name}"]
    else:
        assert f"homework.zip/{name}" in found.others


@pytest.mark.parametrize("in_archive", [False, True])
def test_many_files_take_no_longer_than_one(in_archive, tmp_path, monkeypatch):
    """The driver reads, and the class waits for it."""
    monkeypatch.setattr(reading, "MOST_LISTS", 1000)
    data = b'{"cells": [{"cell_type": "code", "source": "1", "outputs": [' + b"[], " * 600 + b"[]]}]}"
    names = ["sigmoid.ipynb", *(f"sigmoid ({number}).ipynb" for number in range(5))]
    if in_archive:
        with zipfile.ZipFile(tmp_path / "homework.zip", "w") as archive:
            for name in names:
                archive.writestr(name, data)
    else:
        for name in names:
            (tmp_path / name).write_bytes(data)
    found = candidates(tmp_path, "sigmoid").notebooks
    first, *others = found.values()
    assert isinstance(first, bytes) and len(others) == 5
    assert set(others) == {"The outputs have millions of parts."}


# ---------------------------------------------------------------- what is no file


def test_what_is_no_regular_file_is_said(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    (tmp_path / "circle").symlink_to("circle")
    with open(tmp_path / "sparse", "wb") as file:
        file.truncate(3 * 2**30)
    for name, said in {
        "pipe": "not a regular file",
        "socket": "not a regular file",
        "folder": "folder",
        "link": "link",
        "circle": "link",
        "sparse": "3072 MB",
        "nothing": "not there",
        "x" * 300: "too long",
    }.items():
        with pytest.raises(Unreadable, match=said):
            read_notebook(tmp_path / name, Budget())


# ---------------------------------------------------------------- outputs of kernels


@pytest.mark.parametrize(
    "raw",
    [
        3, None, [], {}, {"output_type": "stream"}, {"output_type": "stream", "name": "stdin", "text": "x"},
        {"output_type": "error", "ename": 3, "evalue": "", "traceback": []}, {"output_type": "display_data", "data": 1},
    ],
)  # fmt: skip
def test_what_is_no_output_is_refused(raw):
    with pytest.raises(ValueError):
        storable.output(raw)


def test_an_output_keeps_what_can_be_stored():
    raw = {
        "output_type": "execute_result", "execution_count": 10**400,
        "data": {"text/plain": "a\ud800\0\x1b[31mred", "x": 3}, "metadata": {
            "text/plain": {"width": 10**400, "height": float("inf"), "n": float("nan"), "ok": 3}, "other": 3},
    }  # fmt: skip
    kept = storable.output(raw)
    assert kept.execution_count is None and kept.data == {"text/plain": "a\ufffd\ufffd\x1b[31mred"}
    assert kept.metadata == {"text/plain": {"ok": 3}}
    json.dumps(kept, ensure_ascii=False, allow_nan=False).encode()


@pytest.mark.parametrize("text", ["x", "\n", "\x1b", "\\", '"', "é"])
def test_all_outputs_of_a_notebook_have_room_in_its_file(text):
    """600 cells that print a megabyte each gave a file of 600 MB."""
    room = storable.Room()
    cell = nbformat.v4.new_code_cell("1")
    outputs = [storable.output({"output_type": "stream", "name": "stdout", "text": text * 2**19})]
    cells = [cell | {"outputs": room.keep(outputs), "id": f"c{i}"} for i in range(60)]
    written = nbformat.writes(nbformat.from_dict(nbformat.v4.new_notebook(cells=cells)))
    assert len(written.encode()) < 1.5 * storable.MOST_OF_A_NOTEBOOK and room.was_short
    assert cells[-1]["outputs"][0]["text"].startswith(storable.LEFT_OUT)


def test_empty_outputs_are_counted():
    room = storable.Room()
    empty = [storable.output({"output_type": "display_data", "data": {}, "metadata": {}})] * 230_000
    assert len(room.keep(empty)) == storable.MOST_OUTPUTS + 1
