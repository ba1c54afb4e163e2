"""Unpack what an LMS offers for download, for `nbgrader zip_collect`, safely even if an archive is malicious.

nbgrader's own extractor hands archives to setuptools and then unpacks every archive that it finds inside, to any depth
and of any size. Here an unsafe entry is left in its archive and reported, and all others are unpacked.
"""

import contextlib
import os
import re
import shutil
import stat
import time
import unicodedata
import zipfile
from pathlib import Path

from nbgrader.plugins import ExtractorPlugin
from traitlets import Integer

from grading.outcome import reason
from grading.submissions.zip_files import BROKEN, ENCRYPTED, METHODS

UTF8 = 0x800
# Not .zip: a student's zip file is saved as it is, and `grading.submissions.candidates` reads it when it is graded.
ARCHIVES = (".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar")
# Files that operating systems and editors make.
RUBBISH = re.compile(r"__MACOSX|\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.ipynb_checkpoints", re.I)
DEEPEST = 50  # folders in folders, and the file
SMALL = 2**20  # bytes; smaller files may have any ratio


class Refused(Exception):
    """An archive, or one file in it, is not unpacked; the message says why."""


class SafeExtractor(ExtractorPlugin):
    """nbgrader's extractor, for archives that hold students' files."""

    most_files = Integer(20_000, help="Files in an archive. One with more is refused.").tag(config=True)
    most_bytes = Integer(2**32, help="Bytes in an archive, unpacked. One with more is refused.").tag(config=True)
    most_bytes_a_file = Integer(2**26, help="Bytes of a file, unpacked. A larger one is left out.").tag(config=True)
    most_ratio = Integer(200, help="How many times larger a file may get. One that does more is left out.").tag(
        config=True
    )

    # (path below the folder of extracted files, why it is not there); the collector names the student.
    left_out: list[tuple[Path, str]]

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack the archives below ``archive_path`` and copy the other files there to ``extracted_path``."""
        self.left_out = []
        source, target = Path(archive_path), Path(extracted_path)
        for path in sorted(source.rglob("*")):
            place = target / path.relative_to(source)
            if path.is_symlink():
                self.log.warning("Left out %r: a link.", str(path))
            elif path.is_file() and path.suffix.lower() == ".zip":
                self._unpack(path, place.with_suffix(""))
            elif path.is_file():
                try:
                    place.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(path, place)
                except OSError as error:
                    self.log.warning("Left out %r: %s", str(path), reason(error, "copying"))

    def _unpack(self, path, folder):
        try:
            with zipfile.ZipFile(path) as archive:
                wanted = self._wanted(archive)
                done = sum(self._unpack_one(archive, info, folder.joinpath(*parts)) for info, parts in wanted)
        except Refused as reason:
            self.log.error("Refused the archive %s: %s", path.name, reason)
        except BROKEN as error:
            self.log.error("Refused the archive %s: %s", path.name, _why(error))
        else:
            self.log.info("Unpacked %d files of %s", done, path.name)

    def _wanted(self, archive):
        """(entry, its path as a tuple) of the files that are safe to unpack."""
        files = [info for info in archive.infolist() if not info.is_dir()]
        if len(files) > self.most_files:
            raise Refused(f"it has {len(files)} files, more than SafeExtractor.most_files = {self.most_files}.")
        wanted, rubbish = [], 0
        for info in files:
            try:
                parts = _parts(info)
                if any(map(RUBBISH.fullmatch, parts)):
                    rubbish += 1
                    continue
                self._check(info, parts)
            except Refused as reason:
                self._leave_out(archive, info, reason)
            else:
                wanted.append((info, parts))
        if rubbish:
            self.log.info("Left out %d files of operating systems and editors, such as .DS_Store.", rubbish)
        size = sum(info.file_size for info, _ in wanted)
        if size > self.most_bytes:
            raise Refused(f"unpacked it has {size} bytes, more than SafeExtractor.most_bytes = {self.most_bytes}.")
        return wanted

    def _check(self, info, parts):
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise Refused("a link or device, not a file.")
        if info.flag_bits & ENCRYPTED:
            raise Refused("encrypted.")
        if len(parts) > DEEPEST:
            raise Refused("it lies in too many folders.")
        if parts[-1].lower().endswith(ARCHIVES):
            raise Refused("an archive in an archive. Unpack it by hand if you trust it.")
        if info.compress_type not in METHODS:
            raise Refused("packed by an unusual method.")
        if info.file_size > self.most_bytes_a_file:
            raise Refused(f"unpacked it has {info.file_size} bytes, more than {self.most_bytes_a_file}.")
        if info.file_size > SMALL and info.file_size > self.most_ratio * info.compress_size:
            raise Refused(f"it would grow more than {self.most_ratio} times.")

    def _unpack_one(self, archive, info, target):
        """Return whether it worked. `zipfile` writes no more bytes than the archive declares."""
        made = False
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(info) as source, open(target, "xb") as copy:
                made = True
                shutil.copyfileobj(source, copy)
        except FileExistsError:
            self._leave_out(archive, info, "there is another file in its place.")
        except BROKEN as error:
            self._leave_out(archive, info, _why(error))
            if made:
                target.unlink()
        else:
            with contextlib.suppress(ValueError, OverflowError):
                when = time.mktime((*info.date_time, 0, 0, -1))
                os.utime(target, (when, when))
            return True
        return False

    def _leave_out(self, archive, info, reason):
        path = Path(archive.filename)
        below = Path(path.stem) / info.filename.replace("\\", "/").lstrip("/")
        self.left_out.append((below, str(reason)))
        self.log.warning("Left out %r of %s: %s", info.filename, path.name, reason)


def _why(error):
    return reason(error, "unpacking") if isinstance(error, (OSError, MemoryError)) else "it is damaged."


def _parts(info):
    """The path of an entry, as a tuple of names.

    Raises
    ------
    Refused
        If it leads out of the folder that the archive is unpacked to.
    """
    name = info.filename
    if not info.flag_bits & UTF8:  # macOS writes UTF-8 without saying so
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    name = unicodedata.normalize("NFC", name).replace("\\", "/")
    if name.startswith("/") or re.match("[a-z]:", name, re.I) or ".." in name.split("/"):
        raise Refused("its path leads out of the folder.")
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    if not parts or any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in name):
        raise Refused("its name is empty or has control characters.")
    return parts
