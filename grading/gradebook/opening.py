"""Open the gradebook of a course, or raise ValueError with a message for the instructor. No file is created."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from grading.outcome import shown

CONFIGURATION = "nbgrader_config.py"


def require_course(coursedir: CourseDirectory) -> None:
    """Check that the folder is a course, before anything is written or started.

    Parameters
    ----------
    coursedir : nbgrader.coursedir.CourseDirectory

    Raises
    ------
    ValueError
        If not; the message says what to do.
    """
    root = Path(coursedir.root)
    if not root.is_dir():
        raise ValueError(f"There is no folder {shown(str(root))}. Go to the folder of your course and try again.")
    file = _file_of(coursedir.db_url)
    signs = [root / CONFIGURATION, Path.cwd() / CONFIGURATION, *([file] if file else [])]
    try:
        found = any(map(os.path.lexists, signs)) or file is None
        os.listdir(root)
    except OSError as error:
        raise ValueError(
            f"The folder {shown(str(root))} cannot be read: {(error.strerror or str(error)).lower()}."
        ) from None
    if not found:
        raise ValueError(
            f"{shown(str(root))} is no course: it has neither {CONFIGURATION} nor a gradebook. Go to the folder of "
            "your course and try again."
        )


@contextlib.contextmanager
def open_gradebook(coursedir: CourseDirectory, *, write: bool = True) -> Iterator[Gradebook]:
    """nbgrader's `Gradebook` of a course, which must exist.

    Parameters
    ----------
    coursedir : nbgrader.coursedir.CourseDirectory
    write : bool
        Whether the caller will change it.

    Raises
    ------
    ValueError
        If it does not exist, cannot be read, or cannot be written with ``write``; the message says what to do.
    """
    require_course(coursedir)
    url = coursedir.db_url
    file = _file_of(url)
    if file:
        _check_file(url, file, write)
    else:
        _check_server(url)
    try:
        gradebook = Gradebook(url, coursedir.course_id)
    except SQLAlchemyError as error:
        raise ValueError(why_not(error)) from None
    with gradebook:
        try:
            yield gradebook
        except SQLAlchemyError as error:
            raise ValueError(why_not(error)) from error


def why_not(error: BaseException) -> str:
    """A sentence for the instructor from an error of the database."""
    said = str(getattr(error, "orig", None) or error).strip()
    for sign, words in (
        ("readonly", "The gradebook may not be written. Give yourself the right to write it and its folder."),
        ("read-only", "The gradebook may not be written: the database is read-only."),
        ("disk is full", "The disk is full. Make room, and run the same command again."),
        ("disk I/O", "The gradebook could not be written: the disk is full or damaged."),
        ("locked", "Another program keeps the gradebook locked. Wait until it is done, or end it, and try again."),
        ("not a database", "The gradebook is damaged, or is no database: put back the last copy of it."),
        ("malformed", "The gradebook is damaged: put back the last copy of it."),
        ("unable to open", "The gradebook cannot be opened: its file or its folder may not be read or written."),
        ("no such column", "The gradebook is of another version of nbgrader: run nbgrader db upgrade."),
        ("does not exist", f"The gradebook is not there, or of another version of nbgrader: {said.splitlines()[0]}."),
        ("could not connect", f"The gradebook's server cannot be reached: {said.splitlines()[0]}."),
        ("connection", f"The gradebook's server cannot be reached: {said.splitlines()[0]}."),
        (
            "authentication",
            "The gradebook's server does not accept the name or the password in c.CourseDirectory.db_url.",
        ),
        ("permission denied", "The gradebook's server does not allow that. Ask whoever keeps it for the rights."),
    ):
        if sign in said:
            return shown(words)
    return f"The gradebook does not work: {shown(' '.join(said.split())[:200])}."


def _file_of(url):
    """The file of an SQLite database; None for a server, and for an invalid URL."""
    try:
        address = make_url(url)
    except ArgumentError:
        return None
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


def _check_file(url, file, write):
    try:
        if not file.exists():
            raise ValueError(
                f"There is no gradebook {shown(url)} yet. Release an assignment first, such as "
                "nbgrader generate_assignment 01-sigmoid"
            )
        if not file.is_file():
            raise ValueError(f"The gradebook {shown(str(file))} is a folder, not a file.")
    except OSError as error:
        raise ValueError(
            f"The gradebook {shown(str(file))} cannot be looked at: {(error.strerror or str(error)).lower()}."
        ) from None
    if not os.access(file, os.R_OK):
        raise ValueError(f"The gradebook {shown(str(file))} may not be read: its permissions forbid it.")
    if write and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        what = "the folder that it lies in" if os.access(file, os.W_OK) else "it"
        raise ValueError(
            f"The gradebook {shown(str(file))} may not be written: the permissions of {what} forbid it. Change them "
            "(chmod u+w), or ask whose it is."
        )


def _check_server(url):
    try:
        engine = create_engine(url)
    except (SQLAlchemyError, ImportError) as error:
        raise ValueError(f"c.CourseDirectory.db_url is no address of a database: {shown(str(error))}") from None
    if engine.dialect.name != "postgresql":
        return
    driver = engine.dialect.loaded_dbapi  # SQLAlchemy's own connection fails with some encodings
    arguments, options = engine.dialect.create_connect_args(engine.url)
    try:
        with contextlib.closing(driver.connect(*arguments, **options)) as connection:
            encoding = connection.info.parameter_status("server_encoding")
    except driver.Error as error:
        raise ValueError(why_not(error)) from None
    if encoding != "UTF8":
        raise ValueError(
            f"The database {engine.url.database!r} is encoded in {encoding}, which does not hold every name and "
            f"comment. Make one in UTF-8: createdb --encoding=UTF8 --template=template0 NAME"
        )
