"""One submission, one outcome: whatever goes wrong with it is said of it, in words for people.

The class goes on. `grading.autograde.app` and `grading.feedback.app` ask here why something could not be done.
"""

import errno
import os

# What the system calls it, for people.
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
        It may be shown to instructor and student. Where the grader itself is at fault it says so; what exactly was
        raised, and where, is for the log.
    """
    if isinstance(error, NotGradable):
        return str(error)
    if isinstance(error, MemoryError):
        return f"There was not enough memory for {doing} it."
    if isinstance(error, OSError) and error.errno:
        return _of_the_system(error)
    if type(error).__module__.startswith("sqlalchemy."):
        from grading.gradebook.opening import why_not  # workers need not import a database

        return why_not(error)
    return f"The grader itself failed while {doing} it ({type(error).__name__}); with --debug the log says where."


def _of_the_system(error):
    words = WORDS.get(error.errno) or os.strerror(error.errno).lower()
    path = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else ""
    # A folder that is being written has a name that says nothing to anybody; the one that it lies in does.
    name = os.path.basename(path.partition(f"{os.sep}.grading-")[0])
    return f"{shown(name)}: {words}." if name else f"{words[:1].upper()}{words[1:]}."


def shown(text: str) -> str:
    """``text``, such as a file's name, harmless in a terminal, a page and a log: what is not printable is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
