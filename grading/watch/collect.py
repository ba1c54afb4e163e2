"""nbgrader's collect for unattended use: copies are atomic, owners are checked, symbolic links are not followed."""

import logging
import pwd
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import ignore_patterns

from grading.outcome import NotGradable
from grading.submissions.find import TEMP_PREFIX, all_below
from grading.submissions.read import open_file

NOBODYS = {"username": None, "filename": "", "timestamp": datetime.min}


class WholeCollect(ExchangeCollect):
    """`nbgrader collect --update`, in which a folder that cannot be collected is skipped with a warning.

    nbgrader's own collects a folder that belongs to somebody else, and only warns of it; it follows symbolic links; a
    folder that it cannot read, or whose name it cannot parse, ends the whole collection; and if it is interrupted, a
    partly copied submission looks complete.
    """

    _said: set[str] = set()  # of all collections of this process: each warning comes once
    collected: set[str] = set()  # submissions that are complete, because this class put them in place by a rename

    def _path_to_record(self, path):
        try:
            record = super()._path_to_record(path)
            owner = pwd.getpwuid(Path(path).lstat().st_uid).pw_name
        except (ExchangeError, ValueError, OverflowError, OSError, KeyError):
            self._warn(f"Not collected: {path}: its name or its owner says nothing.")
            return NOBODYS
        if self.check_owner and owner != record["username"]:
            self._warn(f"Not collected: {path} says it is from {record['username']}, and belongs to {owner}.")
            return NOBODYS
        return record

    def init_src(self) -> None:
        super().init_src()
        of_somebody = [record for record in self.src_records if record["username"]]  # type: ignore[has-type]  # nbgrader has none
        self.src_records = of_somebody

    def do_copy(self, src: str, dest: str, log: logging.Logger | None = None) -> None:
        ignore = ignore_patterns(self.coursedir.ignore, self.coursedir.include, self.coursedir.max_file_size, self.log)
        folder = Path(self.coursedir.format_path(self.coursedir.submitted_directory, ".", "."))
        making = Path(tempfile.mkdtemp(prefix=TEMP_PREFIX, dir=folder))
        try:
            _must_be_flat(src)
            if self.get_size(src) > 1000 * self.coursedir.max_dir_size:
                raise OSError(f"it holds more than {self.coursedir.max_dir_size} kB")
            shutil.copytree(src, making / "new", symlinks=True, ignore=ignore, copy_function=_copy)
            if self.coursedir.groupshared:
                for path in [making / "new", *(making / "new").rglob("*")]:
                    path.chmod(0o2770 if path.is_dir() else 0o660, follow_symlinks=False)
            (making / "new").rename(dest)
            self.collected.add(dest)
        except OSError as error:
            self._warn(f"Not collected: {src}: {error}")
        finally:
            shutil.rmtree(making, ignore_errors=True)

    def _warn(self, text):
        if text not in self._said:
            self._said.add(text)
            self.log.warning("%s", text)


def _must_be_flat(folder):
    """Raise OSError for folders that are nested so often that copying or removing them raises RecursionError."""
    try:
        for _ in all_below(Path(folder)):
            pass
    except NotGradable as error:
        raise OSError(str(error)) from None


def _copy(source, target):
    """Copy a regular file; if it was replaced by a symbolic link in the meantime, raise OSError."""
    try:
        with open_file(source) as file, open(target, "wb") as copy:
            shutil.copyfileobj(file, copy)
    except NotGradable as error:
        raise OSError(str(error)) from None
