"""Which written answers say nothing. They are only listed: a person gives the points."""

import re
import unicodedata

from grading.submissions.outside_cells import split_comments

WORD = re.compile(r"\w+")

AS_RELEASED, EMPTY, ONE_WORD = "as released", "empty", "one word"


def says_nothing(answer: str, released: str) -> str | None:
    """AS_RELEASED, EMPTY or ONE_WORD, or None for an answer that may say something.

    Words are counted by ``\\w+``: a picture counts as an answer because its Markdown has several, and a formula counts
    if it has more than one letter or number. A single word of a script without spaces between words, such as Chinese,
    may be a whole sentence.

    Parameters
    ----------
    answer, released : str
        Markdown. The released text is removed from the answer first.
    """
    if answer.strip() == released.strip():
        return AS_RELEASED
    words = WORD.findall(split_comments(answer.replace(released.strip(), ""))[0])
    if not words:
        return EMPTY
    if len(words) == 1 and not any(unicodedata.category(letter) == "Lo" for letter in words[0]):
        return ONE_WORD
    return None
