"""What comes from a file or a kernel, made such that UTF-8, JSON, HTML and every database can hold it."""

import re

# Control characters but those that text of a terminal is made of: \b \t \n \v \f \r and escape, which begins colours.
CONTROL = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
INSTEAD = "\ufffd"  # the character that Unicode has for it
LARGEST = 2**31 - 1  # an integer that every database holds


def storable(text):
    """``text`` with another character in the place of every one that cannot be stored.

    Two surrogates that make a character become that character.
    """
    if SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return CONTROL.sub(INSTEAD, text)


def number(value):
    """``value`` if it is a number that can be stored, else None."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value if abs(value) <= LARGEST else None  # neither infinite nor nan
