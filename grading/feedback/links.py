"""Make a page self-contained: embed the pictures beside the notebook, and drop links that would lead nowhere.

The HTML was made harmless before (`grading.harmless`), and stays so: only whole attributes are replaced, never text
inside the value of another attribute.
"""

import base64
import contextlib
import os
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from grading.harmless import ABOUT, Harmless
from grading.submissions.read import Unreadable, read_bytes

MOST_BYTES = 2**22  # of all pictures beside a notebook
MOST_EMBEDDED = 2**25  # characters of all pictures in a page, counting each as often as it is shown
KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp"}
OUT = re.compile(r"https?:|mailto:|#", re.I)
TAG = re.compile(rf"<(?P<name>img|a){ABOUT}\s*/?>", re.I)
# One after the other, so that what stands inside the value of one is not taken for another.
ATTRIBUTE = re.compile(r"\s+(?P<name>[a-zA-Z-]+)(?:\s*=\s*(?P<value>\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=`]+))?")
PLACE = re.compile(r" id=\"([^\"<>]+)\"")
TO_A_PLACE = re.compile(r"(?P<before><a\b[^<>]*?)\shref=\"#(?P<place>[^\"<>]*)\"")


class Pictures(dict[str, str]):
    """Path of a picture -> data URL; and how many characters of such and attached pictures a page may still embed."""

    left = MOST_EMBEDDED

    def embed(self, address: str) -> str:
        """A data URL, or "" if there were too many before it: a page repeats a picture for each place that shows it.

        Parameters
        ----------
        address : str
            A data URL.
        """
        self.left -= len(address)
        return address if self.left >= 0 else ""


def pictures_beside(folder: str | Path) -> Pictures:
    """The pictures in the folder of a graded notebook, in order of their names, until they have MOST_BYTES.

    Parameters
    ----------
    folder : str or Path

    Returns
    -------
    Pictures
        Path below the folder, as a notebook names it -> data URL.
    """
    found, room, known = {}, MOST_BYTES, Harmless()
    for above, _, names in os.walk(folder):
        for name in sorted(names):
            kind = KINDS.get(os.path.splitext(name)[1].lower())
            path = Path(above, name)
            with contextlib.suppress(OSError, Unreadable):
                data = read_bytes(path, room) if kind else b""
                if picture := kind and known.picture(kind, base64.b64encode(data).decode("ascii")):
                    room -= len(data)
                    found[path.relative_to(folder).as_posix()] = f"data:{kind};base64,{picture}"
    return Pictures(sorted(found.items()))


def at_home(html: str, pictures: Pictures, attachments: dict) -> str:
    """HTML with pictures as data URLs, and with links to other sites and within the page only.

    A picture that was not handed in keeps its ``alt`` and loses its ``src``; any other link keeps its text alone.

    Parameters
    ----------
    html : str
    pictures : Pictures
    attachments : dict
        Of the cell.
    """

    def source(match):
        if _bare(match).startswith("data:"):
            return match[0]
        address = address_of(_bare(match), pictures, attachments)
        return f' src="{address}"' if address else ""

    def reference(match):
        return match[0] if OUT.match(_bare(match)) else ""

    def tag(match):
        changed = {"img": ("src", source), "a": ("href", reference)}[match["name"].lower()]
        return ATTRIBUTE.sub(
            lambda found: changed[1](found) if found["value"] and found["name"].lower() == changed[0] else found[0],
            match[0],
        )

    return TAG.sub(tag, html)


def _bare(match):
    return match["value"].strip("\"'")


def address_of(url: str, pictures: Pictures, attachments: dict) -> str:
    """A picture as a data URL, or "" where it was not handed in."""
    if url.startswith("data:"):
        return url
    if url.startswith("attachment:"):
        name = url.removeprefix("attachment:")
        held = attachments.get(name) or attachments.get(unquote(name)) or {}
        return next((pictures.embed(f"data:{kind};base64,{data}") for kind, data in held.items()), "")
    return pictures.embed(pictures.get(posixpath.normpath(unquote(url)), ""))


def without_dead_ends(html: str) -> str:
    """A page without links to ids that it does not have."""
    places = set(PLACE.findall(html))
    return TO_A_PLACE.sub(lambda match: match[0] if match["place"] in places else match["before"], html)
