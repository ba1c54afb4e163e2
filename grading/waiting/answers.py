"""Which written answers say nothing. They are only named: a person gives the points."""

import re
import unicodedata

COMMENT = re.compile(r"<!--.*?-->", re.S)
WORD = re.compile(r"\w+")

AS_RELEASED, EMPTY, ONE_WORD = "as released", "empty", "one word"


def says_nothing(answer: str, released: str) -> str | None:
    """AS_RELEASED, EMPTY or ONE_WORD, or None for an answer that says something, as far as a program can tell.

    A picture says something, a formula does where it has more than one letter or number, and so does a single word of a
    script that does not put spaces between words.

    Parameters
    ----------
    answer, released : str
        Markdown; what students found in the cell is not part of an answer.
    """
    if answer.strip() == released.strip():
        return AS_RELEASED
    words = WORD.findall(COMMENT.sub("", answer.replace(released.strip(), "")))
    if not words:
        return EMPTY
    if len(words) == 1 and not any(unicodedata.category(letter) == "Lo" for letter in words[0]):
        return ONE_WORD
    return None
