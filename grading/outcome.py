"""Turn an exception about one submission into a sentence for instructor and student.

`grading.autograde.app`, `grading.feedback.app` and others catch what is raised for one submission, report it with
`reason`, and go on with the next.
"""

import errno
import os
import re

# errno -> what it means for a file of a submission.
WORDS = {
    errno.EACCES: "it may not be read or written: its permissions forbid it",
    errno.EPERM: "it may not be read or written: its permissions forbid it",
    errno.EISDIR: "it is a folder, not a file",
    errno.ENOENT: "it is not there",
    errno.ELOOP: "it is a link, not a file",
    errno.ENXIO: "it is not a regular file",
    errno.ENODEV: "it is not a regular file",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EROFS: "it lies on a disk that may only be read",
}


MOST_OF_A_NAME = 60  # characters


class NotGradable(ValueError):
    """A submission, or a file of it, cannot be graded; the message says why, for instructor and student."""


def reason(error: BaseException, doing: str) -> str:
    """Why something could not be done with a submission, as a sentence without Python's own words.

    Parameters
    ----------
    error : BaseException
        What was raised.
    doing : str
        What was being done, such as "reading".

    Returns
    -------
    str
        Fit to be shown to instructor and student. For an unexpected exception, which is a fault of the grader, it has
        the type only; the traceback is in the log.
    """
    if isinstance(error, NotGradable):
        return str(error)
    if isinstance(error, MemoryError):
        return f"There was not enough memory for {doing} it."
    if isinstance(error, OSError) and error.errno:
        return _of_the_system(error)
    if type(error).__module__.startswith("sqlalchemy."):
        from grading.gradebook.opening import why_not  # imported late, so that workers do not import the database

        return why_not(error)
    return f"The grader itself failed while {doing} it ({type(error).__name__}); with --debug the log says where."


def _of_the_system(error):
    words = WORDS.get(error.errno) or os.strerror(error.errno).lower()
    path = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else ""
    # Name the folder above a temporary folder, whose own name is random.
    name = os.path.basename(path.partition(f"{os.sep}.grading-")[0])
    return f"{shown(name)}: {words}." if name else f"{words[:1].upper()}{words[1:]}."


def shown(text: str) -> str:
    """``text``, such as a file's name, with unprintable characters escaped, for terminals, pages and logs."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def many(count: int, thing: str) -> str:
    """A number with its noun, such as "1 file" or "2 files"."""
    return f"{count} {thing}{'s' * (count != 1)}"


def named(file: str) -> str:
    """The name of a student's file for a message: short, and without signs that Markdown, HTML or TeX understand.

    Parameters
    ----------
    file : str
        Its name or path, which may be anything, a message of thousands of characters too.
    """
    plain = re.sub(r"[^\w .,()+@/'-]", "_", shown(file))
    return plain if len(plain) <= MOST_OF_A_NAME else f"{plain[:40]}...{plain[-17:]}"
