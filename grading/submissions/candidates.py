"""Find and read the files of a submission that are needed: what may be a notebook, under any name, and Python modules.

They may be in subfolders and in zip archives.
"""

import io
import os
import re
import zipfile
from pathlib import Path
from typing import NamedTuple

from grading.outcome import reason, shown
from grading.submissions.read import Budget, Unreadable, read_bytes, read_notebook, without_outputs
from grading.submissions.zip_files import BROKEN, ENCRYPTED, METHODS

MOST = 10  # files that are read
MOST_LOOKED_AT = 10_000  # files and folders that are listed
MOST_ZIPPED = 2**25  # bytes of an archive
MOST_UNZIPPED = 2**27  # bytes of all that is read in archives
MOST_HELD = 2**24  # bytes of all files without their outputs; the first is always kept, `read` limits it
MOST_MEMBERS = 10_000
MEMBER = b"PK\x01\x02"  # begins the entry of a file in an archive
MOST_NAMES = 100  # of files in an archive beside notebooks
DEEPEST = 2  # archives in an archive
UNNAMED = (".json", ".txt", "")  # endings of files that may be a notebook if no name has .ipynb in it
OF_THE_COURSE = {"timestamp.txt", "submission_secret.txt"}  # nbgrader's own files
MOST_MODULES, MOST_OF_MODULE = 20, 2**16  # Python files that are kept, and bytes of each
NOTEBOOK = re.compile(r"\.ipynb", re.I)  # also in sigmoid.ipynb.txt, which browsers make


class Candidates(NamedTuple):
    """What was found in a submission. Paths go through an archive as if it were a folder.

    Parameters
    ----------
    notebooks : dict
        Path below the folder -> bytes, as `grading.submissions.read.read_notebook` returns them, or why it could not be
        read; of what may be the notebook, likely ones first.
    others : list of str
        Names of all other files, for a message.
    modules : dict
        Path below the folder -> text of a Python file.
    """

    notebooks: dict[str, bytes | str]
    others: list[str]
    modules: dict[str, str]


def candidates(folder: Path, name: str) -> Candidates:
    """What lies below ``folder``, where the notebook ``name`` is looked for. Symbolic links are not followed.

    Parameters
    ----------
    folder : Path
    name : str
        Without ending.
    """
    paths = _files(folder)
    likely = [path for path in paths if NOTEBOOK.search(path.name)]
    archives = [path for path in paths if path.suffix.lower() == ".zip"]
    if not likely and not archives:
        likely = [path for path in paths if path.suffix.lower() in UNNAMED]
    likely.sort(key=lambda path: (path != Path(f"{name}.ipynb"), _is_checkpoint(path), len(path.parts), str(path)))
    found: dict[str, bytes | str] = {}
    room = _Room()
    for path in likely[:MOST]:
        found[str(path)] = room.hold(_read(folder / path, room))
    for path in archives[:MOST]:
        if len(found) < MOST:
            found |= {f"{path}/{member}": room.hold(data) for member, data in _unzip(folder / path, room)}
    others = [shown(str(path)) for path in paths if str(path) not in found]
    python = [path for path in paths if path.suffix == ".py"][:MOST_MODULES]  # thousands would fill the memory
    modules = {str(path): _module(folder / path) for path in python}
    for path in archives[:MOST]:
        names, texts = _beside_notebooks(folder / path)
        others += [shown(f"{path}/{name}") for name in names]
        modules |= {f"{path}/{name}": text for name, text in texts.items()}
    kept = [(path, text) for path, text in modules.items() if text][:MOST_MODULES]
    return Candidates(dict(list(found.items())[:MOST]), others, dict(kept))


class _Room:
    """Counts the bytes of the files of one submission, against the limits above."""

    def __init__(self):
        self.held, self.unzipped = 0, 0
        self.budget = Budget()

    def hold(self, data: bytes | str) -> bytes | str:
        """``data``, or a message if it would exceed MOST_HELD together with the files before."""
        if isinstance(data, str):
            return data
        if self.held and self.held + len(data) > MOST_HELD:
            return "There are too many large files in the submission, so it was not read."
        self.held += len(data)
        return data


def _module(path):
    """The text of a Python file; "" if it cannot be read or is too large."""
    try:
        return read_bytes(path, MOST_OF_MODULE).decode("utf-8-sig")
    except (Unreadable, UnicodeDecodeError):
        return ""


def _is_checkpoint(path):
    return ".ipynb_checkpoints" in path.parts


def _files(folder):
    """Paths below a folder, without those that operating systems and nbgrader add."""
    found, waiting, looked = [], [Path()], 0
    while waiting and looked < MOST_LOOKED_AT:
        below = waiting.pop()
        try:
            with os.scandir(folder / below) as entries:
                for entry in entries:
                    looked += 1
                    if looked > MOST_LOOKED_AT:
                        break
                    path = below / entry.name
                    if entry.is_dir(follow_symlinks=False) and not _is_of_the_system(path):
                        waiting.append(path)
                    if not _is_of_the_system(path) and str(path) not in OF_THE_COURSE:
                        is_folder = entry.is_dir(follow_symlinks=False) and path.suffix != ".ipynb"
                        found += [] if is_folder else [path]
        except OSError:
            continue  # `Submission.other_files` reports it
    return sorted(found)


def _is_of_the_system(path):
    """Whether macOS or Windows put it there, such as ._sigmoid.ipynb."""
    return path.name.startswith("._") or path.name in (".DS_Store", "Thumbs.db") or "__MACOSX" in path.parts


def _read(path, room):
    try:
        return read_notebook(path, room.budget)
    except Unreadable as error:
        return str(error)
    except OSError as error:
        return reason(error, "reading")


def notebooks_in(path: Path) -> list[str]:
    """Names of what may be a notebook in an archive; a single "" if the archive cannot be read."""
    return [name for name, _ in _unzip(path, _Room())]


def _unzip(path, room):
    """A list of (name, bytes or why it could not be read) of the notebooks in an archive."""
    try:
        return list(_members(read_bytes(path, MOST_ZIPPED), room))
    except Unreadable as error:
        return [("", str(error))]
    except BROKEN:
        return [("", "The archive is damaged.")]


def _members(data, room, deep=DEEPEST):
    """Yield (name, bytes or why it could not be read) of the notebooks in an archive and in the archives in it."""
    if data.count(MEMBER) > MOST_MEMBERS:
        raise Unreadable("The archive has too many files.")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [(info, Path(info.filename)) for info in archive.infolist() if not info.is_dir()]
        files = [(info, path) for info, path in entries if not _is_of_the_system(path)]
        inner = [info for info, path in files if path.suffix.lower() == ".zip"]
        likely = [info for info, path in files if NOTEBOOK.search(path.name)]
        if not likely and not inner:
            likely = [info for info, path in files if path.suffix.lower() in UNNAMED and _is_json(archive, info)]
        for info in likely[:MOST]:
            data = _read_member(archive, info, room, lambda file: without_outputs(file, room.budget))
            yield shown(info.filename), data
        for info in inner[:MOST] if deep else ():
            data = _read_member(archive, info, room, lambda file: file.read(MOST_ZIPPED))
            if isinstance(data, str):
                yield shown(info.filename), data
                continue
            try:
                for name, found in _members(data, room, deep - 1):
                    yield f"{shown(info.filename)}/{name}", found
            except BROKEN:
                yield shown(info.filename), "The archive is damaged."


def _beside_notebooks(path):
    """(names of the files in an archive, name -> text of its Python files), without notebooks and inner archives."""
    try:
        data = read_bytes(path, MOST_ZIPPED)
        if data.count(MEMBER) > MOST_MEMBERS:
            return [], {}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {info.filename: info for info in archive.infolist() if not info.is_dir()}
            names = [name for name in entries if not _is_of_the_system(Path(name)) and not NOTEBOOK.search(name)]
            names = [name for name in names if Path(name).suffix.lower() != ".zip"][:MOST_NAMES]
            python = [entries[name] for name in names if name.endswith(".py")][:MOST_MODULES]
            return names, {info.filename: _module_in(archive, info) for info in python}
    except (Unreadable, *BROKEN):
        return [], {}


def _module_in(archive, info):
    try:
        with _opened(archive, info) as file:
            data = file.read(MOST_OF_MODULE + 1)
        return data.decode("utf-8-sig") if len(data) <= MOST_OF_MODULE else ""
    except (Unreadable, *BROKEN):  # a UnicodeDecodeError is a ValueError, which is among them
        return ""


def _is_json(archive, info):
    """Whether a member begins as a notebook does."""
    try:
        with _opened(archive, info) as file:
            return file.read(2**10).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    except (Unreadable, *BROKEN):
        return False


def _opened(archive, info):
    """A file in an archive, opened to read its bytes.

    Raises
    ------
    Unreadable
        If it is packed by a method whose output Python does not bound: a few bytes could be gigabytes at once.
    """
    if info.compress_type not in METHODS:
        raise Unreadable("It is packed by an unusual method. Zip archives with Deflate, the usual one, are read.")
    return archive.open(info)


def _read_member(archive, info, room, read):
    try:
        with _opened(archive, info) as file:
            return read(_Limited(file, room))
    except Unreadable as error:
        return str(error)
    except BROKEN:
        return "It is encrypted." if info.flag_bits & ENCRYPTED else "It is damaged."


class _Limited:
    """A file in an archive that raises Unreadable at MOST_UNZIPPED bytes: the size in the archive may be false."""

    def __init__(self, file, room):
        self._file, self._room = file, room

    def read(self, size):
        data = self._file.read(size)
        self._room.unzipped += len(data)
        if self._room.unzipped > MOST_UNZIPPED:
            raise Unreadable(f"The archives of the submission have more than {MOST_UNZIPPED // 2**20} MB of notebooks.")
        return data
