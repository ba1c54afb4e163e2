"""Names of students, as gradebooks, worksheets and Moodle's names of files write them: what counts as the same."""

import re
import unicodedata

# Moodle drops them from names of files; for ' some write \u2019, which it keeps.
NOT_IN_FILES = re.compile(r"[\x00-\x1f\x7f&<>\"`|':\\/\u2019]")


def folded(text: str) -> str:
    """A text whose capitals, ways to write an accent, and numbers of blanks make no difference.

    Parameters
    ----------
    text : str
    """
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def in_moodle(name: str) -> str:
    """A name as Moodle writes it in names of files, whatever stands first: its words, sorted.

    Parameters
    ----------
    name : str
    """
    return " ".join(sorted(NOT_IN_FILES.sub("", folded(name)).replace("_", " ").replace(",", " ").split()))


def as_id(text: str) -> str:
    """The id of a student whom the gradebook does not know, out of a name or an address; "" where nothing is left.

    It is safe as the name of a folder: letters of any script, digits and ``-._@``.

    Parameters
    ----------
    text : str
    """
    text = "".join(x if unicodedata.category(x)[0] in "LMN" or x in "-._@" else "-" for x in folded(text))
    return re.sub("-+", "-", text).strip("-.")
