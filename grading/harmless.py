"""Sanitise what a graded notebook shows: no scripts, no requests, no effect on the page around it.

Formgrader shows graded notebooks in the instructor's session, and feedback shows them to students. HTML is cleaned by
nh3; what it would remove is shown as text where possible. Texts without anything harmful stay the same, byte by byte.
"""

import base64
import contextlib
import io
import math
import re
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from typing import Any

import nbformat
import nh3
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.filters.strings import _convert_header_id
from nbformat import NotebookNode

# Elements of HTML that cannot run scripts, send requests or change the page around them.
TABLE_PARTS = set("caption col colgroup tbody td tfoot th thead tr".split())
VOID = set("br col hr img wbr".split())
HEADINGS = {f"h{level}" for level in range(1, 7)}
PHRASES = "a abbr b big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var"
BLOCKS = "blockquote center dd details div dl dt figcaption figure li ol p pre summary table ul"
TAGS = TABLE_PARTS | VOID | HEADINGS | set(PHRASES.split()) | set(BLOCKS.split())
# Not id, name or class, by which Formgrader finds its own elements.
ATTRIBUTES = {
    "*": {"dir", "lang", "style", "title"},
    "a": {"href"},
    "col": {"span"},
    "details": {"open"},
    "font": {"color"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"start", "type"},
    "table": {"border"},
    "td": {"align", "colspan", "rowspan", "valign"},
    "th": {"align", "colspan", "rowspan", "scope", "valign"},
} | {name: {"align"} for name in ("div", "p", "tr", *HEADINGS)}
# Not position, margin, transform and the like, which could move content over other parts of the page.
STYLES = set(
    "background-color border border-bottom border-collapse border-color border-left border-right border-style"
    " border-top border-width color font-family font-size font-style font-weight list-style-type max-width padding"
    " text-align text-decoration vertical-align white-space width".split()
)
SVG_TAGS = set(
    "circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon polyline"
    " radialGradient rect stop svg symbol text textPath title tspan use".split()
)
SVG_STYLES = set(
    "clip-path clip-rule dominant-baseline fill fill-opacity fill-rule font font-family font-size font-style"
    " font-weight marker-end marker-mid marker-start mask opacity stop-color stop-opacity stroke"
    " stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width"
    " text-anchor".split()
)
SVG_ATTRIBUTES = SVG_STYLES | set(
    "clipPathUnits cx cy d dx dy fx fy gradientTransform gradientUnits height href id markerHeight markerUnits"
    " markerWidth offset orient patternTransform patternUnits points preserveAspectRatio r refX refY rotate rx ry"
    " spreadMethod style transform version viewBox width x x1 x2 xlink:href xmlns y y1 y2".split()
)

DATA = r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}"
# A data URL, or the relative path of a file beside the notebook.
PICTURE = re.compile(rf"{DATA}|(?!\w+:|.*\.\.)[\w%-][\w./ %-]*\.(?:png|jpe?g|gif|webp)", re.I)
# One picture as `lib.figures` shows it: nothing in it can act, and a parser takes long for what is as large. Its words
# hold no sign that a parser would change.
WORDS = r"[^\"<>\x00-\x1f\x7f-\xa0\ud800-\udfff]{0,2000}"
FIGURE = re.compile(rf"<img alt=\"{WORDS}\" width=\"[0-9]{{1,5}}\" src=\"{DATA}\">")
OUTSIDE = re.compile(r"(?:https?://|mailto:)[^\s<>\"']*", re.I)
PLACE = re.compile(r"#[\w%.:-]*")
# A relative link leads to Jupyter's server. Allowed are files that a browser shows without running scripts in them.
FILE = re.compile(
    r"(?!\w+:)[\w.%-][\w./ %-]*\.(?:csv|gif|ipynb|jpe?g|md|npy|npz|pdf|png|py|txt|webp)(?:#[\w%.:-]*)?", re.I
)
# The exclamation mark of a picture that is neither an attachment nor a data URL.
OTHER_PICTURE = re.compile(r"!(?=\[[^\]\n]*\]\((?!attachment:|data:image/))")
ATTACHMENT = re.compile(r"attachment:[\w. %()+,-]+")
ATTACHED = re.compile(r"!\[([^\]\n]*)\]\(attachment:([^)\s]*)\)")
INNER = re.compile(r"url\(\s*[\"']?(?!#)|@import", re.I)  # of a style

RASTER = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
    "image/webp": b"RIFF",
}
SVG = "image/svg+xml"
DRAWING = f"data:{SVG};base64,"
SVG_BEGINS, SVG_ENDS = re.compile("<svg", re.I), re.compile("</svg>", re.I)
REFERENCE = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)")  # of a style

# Limits on what is parsed: parts of the Markdown and HTML parsers take a time that grows with the square of the length.
MOST_MARKDOWN = 30_000  # characters of a text, without its pictures
MOST_BLANKS = 500  # in a row
MOST_OPENINGS = 200  # of formulas in TeX's brackets, and of comments
MOST_MARKUP = 1_000_000  # characters of HTML, without its pictures
MOST_TAGS = 20_000  # and as many references such as &amp;
MOST_OPEN = 3000  # elements that could be nested
MOST_OF_A_PICTURE = 2**25  # pixels; a browser needs four bytes for each
MOST_PIXELS = 2**27  # of all pictures
MOST_EMBEDDED = 2**25  # characters of attached pictures, counting each as often as it is shown
MOST_LINE = 500  # characters of a line of Python: Pygments takes a time that grows with the square of it
MOST_CODE = 100_000  # characters of a notebook's code that is coloured
MOST_OTHER_CODE = 2000  # characters of a block of code in another language, for which Pygments may take longer still
MOST_COLOURS = 20_000  # changes of the colour in outputs: nbconvert copies the rest of the text for each
MOST_ATTRIBUTES = 500  # of one tag: the parser compares the name of each with those before it
MOST_NAMES = 20_000  # different ones, where it cannot be seen which of them are attributes
MOST_REPEATED = 1_000_000  # elements that the parser may make: HTML repeats open <b> and the like in each new block
MOST_SVG = 4_000_000  # characters
MOST_SHAPES = 5000
MOST_DRAWN = 100_000  # shapes that a browser makes of them: each reference to one draws it once more
DEEPEST = 4  # references to what refers to others
MOST_SECONDS = 3  # of this process's time, for all that is shown of a notebook
OPENINGS = re.compile(r"\\\\[(\[]|\\begin\{|<!--")
BLANKS = re.compile(rf"[^\S\n]{{{MOST_BLANKS}}}|(?:\n[^\S\n]*){{{MOST_BLANKS}}}")
ABOUT = r"(?P<about>(?:\s+[a-zA-Z-]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=`]+))?)*)"
TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*){ABOUT}\s*/?>"
    r"|(?P<comment><!--.*?-->)"  # takes long for many that do not end: MOST_OPENINGS
    r"|<(?=[a-zA-Z/!?])",
    re.S,
)
NAMED = r"[^\s\"'<>/=]++"
VALUED = r"(?:\s*+=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s\"'<>=`]++))?+"
# A tag on whose attributes all parsers agree: no < or > in its values, and a space before each name.
REGULAR = re.compile(rf"</?[a-zA-Z][^\s\"'<>/=]*+(?P<about>(?:\s++{NAMED}{VALUED})*+)\s*+/?>")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
BEGINS_TAG = re.compile(r"<[a-zA-Z/]")
BETWEEN_NAMES = re.compile(r"[\s/>=]+")
PLAIN_COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--).)*-->", re.S)  # all browsers agree on where it ends
PLAIN_TAG = re.compile(r"<(/?)([a-z0-9]+)>")
ACTS = re.compile(r"<(?=[a-zA-Z/!?])")  # begins a tag, comment or declaration
OPENING = re.compile(r"<([a-zA-Z][^\s/>]*)")
NEVER_DEEP = VOID | {"dd", "dt", "li", "p"} | TABLE_PARTS  # cannot be nested without another element between them
REPEATED = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
IDS = {"notebook", "notebook-container", "statusmessage", "toc", "top"}  # of the page itself
NOT_SHOWN = "This kind of output is not shown here: {}"
MOST_REMEMBERED = 10_000  # characters of a text that is cached
MOST_TEXTS = 500
# A cache: (text, ids) -> the text made harmless. Most texts of a class are the course's.
_made: dict[tuple[str, frozenset[str]], str] = {}


def make_harmless(notebook: NotebookNode) -> None:
    """Make all cells and outputs of a notebook harmless, in place. A second time changes nothing.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Format 4; its locked cells hold the course's text.
    """
    marks = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
    names = {mark.get("grade_id") for mark in marks}
    made = Harmless(ids={f"{name}{end}" for name in names for end in ("", "-comment", "_extra_credit")} | IDS)
    notebook.metadata.pop("widgets", None)
    for cell, mark in zip(notebook.cells, marks):
        if "attachments" in cell:
            cell.attachments = made.attachments(cell.attachments)
        if cell.cell_type == "markdown" and not mark.get("locked"):
            cell.source = made.markdown(cell.source, cell.get("attachments", {}))
        elif cell.cell_type == "raw":
            cell.source = ACTS.sub("< ", cell.source)
        elif cell.cell_type == "code":
            if not made.may_be_coloured(cell.source):
                cell.metadata.magics_language = "text"  # nbconvert takes it for the language of the cell
            if not isinstance(cell.get("execution_count"), int):
                cell.execution_count = None
            outputs = [made.output(output) for output in cell.get("outputs", ())]
            cell.outputs = [output for output in outputs if output is not None]


class Harmless:
    """Sanitises the texts and outputs of one notebook, in bounded time.

    Parameters
    ----------
    ids : set of str
        The ids of the page around it. Formgrader finds its inputs by them, so no heading of the notebook may have one.
    """

    def __init__(self, ids: set[str] | frozenset[str] = frozenset()):
        self.ids = frozenset(ids)
        self.seconds = 0.0
        self.code, self.colours = MOST_CODE, MOST_COLOURS
        self.pixels, self.embedded = MOST_PIXELS, 0
        self.pictures = 0  # how many were looked at

    def may_be_coloured(self, source: str) -> bool:
        """Whether colouring the source of a code cell is quick.

        Parameters
        ----------
        source : str

        Returns
        -------
        bool
        """
        self.code -= len(source)
        return self.code >= 0 and not _has_long_line(source)

    def html(self, text: str) -> str:
        """Sanitised HTML; "" if it is too large to be parsed.

        Parameters
        ----------
        text : str

        Returns
        -------
        str
        """
        if FIGURE.fullmatch(text):
            return text if self._fits(_decoded(text[text.rindex(",") + 1 : -2])) else ""
        if len(re.sub(DATA, "", text)) > MOST_MARKUP or _too_much(text):
            return ""
        return self._clean(
            self._svg_as_pictures(text),
            tags=TAGS,
            attributes=ATTRIBUTES,
            attribute_filter=self._attribute,
            filter_style_properties=STYLES,
            allowed_classes={"table": {"dataframe"}},
            url_schemes={"http", "https", "mailto", "data", "attachment"},
        )

    def svg(self, text: str) -> str:
        """A sanitised SVG; "" if it is none, or too large.

        Parameters
        ----------
        text : str

        Returns
        -------
        str
        """
        if len(text) > MOST_SVG or len(OPENING.findall(text)) > MOST_SHAPES or _many_attributes(text):
            return ""
        clean = self._clean(
            text,
            tags=SVG_TAGS,
            attributes=dict.fromkeys(SVG_TAGS, SVG_ATTRIBUTES),
            attribute_filter=_svg_attribute,
            filter_style_properties=SVG_STYLES,
            url_schemes=set(),
        )
        # SVG is XML, but nh3 writes HTML: change what differs.
        drawing = clean[clean.find("<svg") : clean.rfind("</svg>") + 6]
        drawing = drawing.replace("&nbsp;", "&#160;").replace(" xlink:href=", " href=")
        if "xmlns=" not in drawing[: drawing.find(">")]:
            drawing = drawing.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
        try:
            tree = ElementTree.fromstring(drawing)
        except ElementTree.ParseError:
            return ""
        return drawing if _drawn(tree) <= MOST_DRAWN else ""

    def picture(self, kind: str, data: str) -> str:
        """Base64 of a picture, sanitised if it is SVG; "" if the data is not of this type.

        Parameters
        ----------
        kind : str
            MIME type.
        data : str
            Base64.

        Returns
        -------
        str
        """
        try:
            raw = base64.b64decode("".join(data.split()), validate=True)
            if kind == SVG:
                return _base64(self.svg(raw.decode("utf-8")))
        except ValueError:  # not base64, or not UTF-8
            return ""
        return _base64(raw) if raw.startswith(RASTER.get(kind, ())) and self._fits(raw) else ""

    def attachments(self, attached: Any) -> NotebookNode:
        """The pictures among the attachments of a cell: name -> MIME type -> base64."""
        kept = nbformat.NotebookNode()
        for name, types in attached.items() if isinstance(attached, dict) else ():
            types = types if isinstance(types, dict) else {}
            data = {kind: self.picture(kind, _text(value)) for kind, value in types.items()}
            if data := {kind: value for kind, value in data.items() if value}:
                kept[name] = nbformat.from_dict(data)
        return kept

    def markdown(self, source: str, attached: dict) -> str:
        """Markdown that shows the same without anything harmful; if there is none, the source as a block of plain text.

        Parameters
        ----------
        source : str
        attached : dict
            The cell's attachments.

        Returns
        -------
        str
        """
        asked = source, self.ids
        if not attached and asked in _made:
            return _made[asked]
        pictures = self.pictures
        made = self._without_pictures(source, attached)
        # Not cached: what depends on the time or the pictures that are left for this notebook.
        depends = attached or self.pictures != pictures or self.seconds > MOST_SECONDS
        if not depends and max(len(source), len(made)) <= MOST_REMEMBERED:
            if len(_made) >= MOST_TEXTS:
                _made.clear()
            _made[asked] = made
        return made

    def _without_pictures(self, source, attached):
        """Sanitise Markdown, with short placeholders for its data URLs, which are long and need no parsing."""
        pictures = []

        def put_away(match):
            if not self._fits(_decoded(match[0].partition(",")[2])):
                return "#"
            pictures.append(match[0])
            return f"data:image/png;base64,A{len(pictures) - 1}A"

        short = re.sub(DATA, put_away, source)
        made, why = self._markdown(short, attached)
        if why:
            made = as_written(short, why)
        return re.sub(r"data:image/png;base64,A(\d+)A", lambda match: pictures[int(match[1])], made)

    def _markdown(self, source, attached):
        """(sanitised Markdown, ""), or ("", why there is none). Each step changes more of the text than the last."""
        if len(source) > MOST_MARKDOWN or BLANKS.search(source):
            return "", "is too long to be laid out"
        if len(OPENINGS.findall(source)) > MOST_OPENINGS or _too_much(source):
            return "", "takes too long to be laid out"
        for replace in (self._in_its_tags, self._in_its_tags, self._everywhere, None):
            found = self._look(source, attached)
            if found is None:
                return "", "takes too long to be laid out"
            if self.embedded + found.embedded > MOST_EMBEDDED:
                return "", "shows its pictures too often"
            if found.is_fine(self._tag):
                self.embedded += found.embedded
                return source, ""
            source = replace(source, found) if replace else source
        return "", "held something that a page may not do"

    def _in_its_tags(self, source, found):
        """Sanitise each piece of HTML in a text, and its pictures."""
        for piece in map(str.strip, found.pieces):
            source = source.replace(piece, TAG.sub(self._tag, piece))
        if not found.pictures_are_fine:
            source = ATTACHED.sub(lambda m: m[0] if m[2] in found.attached else f"(a picture: {m[1]})", source)
            source = OTHER_PICTURE.sub("", source)  # without its ! it is a link
        return source

    def _everywhere(self, source, found):
        """Put a space after every < that could begin a tag, which makes it text.

        It is for HTML in lists and quotations, where the source differs from what the parser reports. In code and
        formulas the space does no harm.
        """
        return ACTS.sub("< ", source)

    def _look(self, source, attached):
        """Render a text as Formgrader does, and return the `_Look` that did it; None if it takes too long or fails."""
        if self.seconds > MOST_SECONDS:
            return None
        found = _Look(self.ids, attached)
        with self._timed():
            try:
                page = MarkdownWithMath(renderer=found).render(source)
            except Exception:  # some texts make the Markdown parser raise, with exceptions of many types
                return None
        if found.pieces and not self._ends_what_it_begins(page):
            found.rest_is_fine = False
        return found

    def _ends_what_it_begins(self, page):
        """Whether HTML closes no element around it, because Formgrader looks for its score in the enclosing element."""
        made = self._clean(f"<div>{page}<hr></div><hr>", tags=TAGS, attributes={})
        depth = 0
        for match in PLAIN_TAG.finditer(made):
            if match[2] not in VOID:
                depth += -1 if match[1] else 1
            if not depth:
                return made[match.end() :] == "<hr>"
        return False

    def output(self, output: NotebookNode) -> NotebookNode | None:
        """A sanitised output, or None if it is not a valid one."""
        kind = output.get("output_type")
        if kind == "stream":
            name = "stderr" if output.get("name") == "stderr" else "stdout"
            text = self._in_colour(_text(output.get("text")))
            return nbformat.from_dict({"output_type": kind, "name": name, "text": text})
        if kind == "error":
            lines = output.get("traceback")
            about = {key: _text(output.get(key)) for key in ("ename", "evalue")}
            lines = [self._in_colour(_text(line)) for line in lines] if isinstance(lines, list) else []
            about["traceback"] = lines
            return nbformat.from_dict({"output_type": kind, **about})
        if kind not in ("display_data", "execute_result") or not isinstance(output.get("data"), dict):
            return None
        data = {key: made for key, value in output.data.items() if (made := self._of_type(key, _text(value)))}
        if output.data and not data:
            data = {"text/plain": NOT_SHOWN.format(", ".join(str(key)[:60] for key in list(output.data)[:3]))}
        made = {"output_type": kind, "data": data, "metadata": _metadata(output.get("metadata"), data)}
        if kind == "execute_result":
            count = output.get("execution_count")
            made["execution_count"] = count if isinstance(count, int) else None
        return nbformat.from_dict(made)

    def _fits(self, raw):
        """Whether a browser can hold a picture, besides those before it: few bytes may be billions of pixels."""
        self.pictures += 1
        if (pixels := _pixels(raw)) > min(MOST_OF_A_PICTURE, self.pixels):
            return False
        self.pixels -= pixels
        return True

    def _in_colour(self, text):
        """A text with its escape sequences, or without, if there were too many of them."""
        self.colours -= text.count("\x1b[")
        return text if self.colours >= 0 else text.replace("\x1b", "")

    def _of_type(self, kind, text):
        """Sanitised data of a MIME type; "" if the type is not shown."""
        if kind in ("text/plain", "text/latex"):  # always shown as text
            return self._in_colour(text)
        if kind == "text/html":
            return self.html(text)
        if kind == "text/markdown":
            return self.markdown(text, {})
        return self.svg(text) if kind == SVG else self.picture(kind, text) if kind in RASTER else ""

    def _attribute(self, tag, name, value):
        """The value of an attribute if it is harmless, else None, for which nh3 drops the attribute."""
        if name == "href":
            return value if _is_link(value) else None
        if name == "src" and value.startswith(DRAWING):
            drawing = self.picture(SVG, value.removeprefix(DRAWING))
            return DRAWING + drawing if drawing else None
        if name == "src" and value.startswith("data:"):
            return value if PICTURE.fullmatch(value) and self._fits(_decoded(value.partition(",")[2])) else None
        if name == "src":
            return value if PICTURE.fullmatch(value) or ATTACHMENT.fullmatch(value) else None
        return value if name != "style" or _is_plain_style(value) else None

    def _tag(self, match):
        """A tag of HTML in a text, with the attributes that nh3 leaves; escaped, if the element is not allowed."""
        name = (match["name"] or "").lower()
        if match["comment"]:
            return match[0] if PLAIN_COMMENT.fullmatch(match[0]) else ""
        if name not in TAGS:
            return "&lt;" + match[0][1:]
        if match["end"] or not match["about"]:
            return match[0]
        around = "<table>" if name in TABLE_PARTS else ""
        found = re.search(rf'<{name}(?: [a-z-]+="[^"]*")*>', self.html(f"{around}<{name}{match['about']}>"))
        if not found:
            return "&lt;" + match[0][1:]
        return match[0] if _is_same(found[0], match[0]) else found[0]

    def _svg_as_pictures(self, text):
        """HTML with <img> in the place of <svg>, whose elements have ids that would be ids of the page."""
        made: list[str] = []
        end = 0
        # Not in text.lower(), which may be longer: that of \u0130, a Turkish letter, has two characters.
        while (start := SVG_BEGINS.search(text, end)) and (stop := SVG_ENDS.search(text, start.end())):
            drawing = self.svg(text[start.start() : stop.end()])
            made += text[end : start.start()], f'<img alt="" src="{DRAWING}{_base64(drawing)}">' if drawing else ""
            end = stop.end()
        return "".join([*made, text[end:]])

    def _clean(self, text, **policy):
        if self.seconds > MOST_SECONDS:
            return ""
        with self._timed():
            return nh3.clean(text, clean_content_tags={"script", "style"}, link_rel=None, **policy)

    @contextlib.contextmanager
    def _timed(self):
        began = time.thread_time()
        try:
            yield
        finally:
            self.seconds += time.thread_time() - began


def as_written(source: str, why: str) -> str:
    """Markdown that shows a source as a fenced block, and says why."""
    fence = max([3, *(len(run) + 1 for run in re.findall("~+", source))]) * "~"
    return f"*This text is shown as it was written: it {why}.*\n\n{fence}\n{source}\n{fence}"


class _Look(IPythonRenderer):
    """Renders Markdown as Formgrader does, by its base class, and notes the HTML, pictures and links that it meets."""

    def __init__(self, ids, attached):
        super().__init__(escape=False)
        self.ids, self.attached = ids, attached
        self.pieces = []
        self.pictures_are_fine = self.rest_is_fine = True
        self.embedded = 0

    def is_fine(self, tag: Callable[[re.Match], str]) -> bool:
        """Whether the text has nothing harmful: ``tag``, which sanitises a tag, would change none."""
        pieces_are_fine = all(TAG.sub(tag, piece) == piece for piece in self.pieces)
        return pieces_are_fine and self.pictures_are_fine and self.rest_is_fine

    def inline_html(self, html: str) -> str:
        self.pieces.append(html)
        return super().inline_html(html)

    def block_html(self, html: str) -> str:
        self.pieces.append(html)
        return super().block_html(html)

    def block_code(self, code: str, info: str | None = None) -> str:
        language = (info or "").split(maxsplit=1)[:1]
        slow = _has_long_line(code) if language == ["python"] else len(code) > MOST_OTHER_CODE
        if language and (slow or language[0].startswith("mermaid")):  # a script would draw a diagram of it
            self.rest_is_fine = False
            return "<pre></pre>"
        return super().block_code(code, info) if language else "<pre></pre>"  # so that its time counts

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if not _is_link(url):
            self.rest_is_fine = False
        return text

    def image(self, text: str, url: str, title: str | None = None) -> str:
        name = url.removeprefix("attachment:")
        if name != url:
            self.embedded += sum(map(len, self.attached.get(name, {}).values()))
        if not (name in self.attached if name != url else PICTURE.fullmatch(url)):
            self.pictures_are_fine = False
        return text

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        if _convert_header_id(re.sub("<[^>]*>", "", text)) in self.ids:
            self.rest_is_fine = False
        return text


def _decoded(text):
    """The bytes of a base64 text; none, if it is not valid."""
    try:
        return base64.b64decode(text)
    except ValueError:
        return b""


def _pixels(raw):
    """How many pixels a picture has; 0 for what is none."""
    if raw.startswith(RASTER["image/png"]):
        return int.from_bytes(raw[16:20]) * int.from_bytes(raw[20:24])
    from PIL import Image  # imported late: most notebooks have no other pictures than PNG

    try:
        with Image.open(io.BytesIO(raw), formats=("JPEG", "GIF", "WEBP")) as picture:
            return picture.width * picture.height
    except Image.DecompressionBombError:
        return math.inf
    except Exception:  # Pillow raises exceptions of many types
        return 0


def _has_long_line(code):
    return any(len(line) > MOST_LINE for line in code.split("\n"))


def _metadata(about, data):
    """MIME type -> width, height and alt text, as far as they are valid."""
    kept = {}
    for kind, values in about.items() if isinstance(about, dict) else ():
        if kind in data and isinstance(values, dict):
            shown = {key: values[key] for key in ("width", "height") if type(values.get(key)) in (int, float)}
            if isinstance(values.get("alt"), str):
                shown["alt"] = re.sub("[<>\"'&`=]", " ", values["alt"])[:2000]
            if shown:
                kept[kind] = shown
    return kept


def _text(value):
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def _base64(text):
    return base64.b64encode(text.encode("utf-8", "replace") if isinstance(text, str) else text).decode("ascii")


def _svg_attribute(tag, name, value):
    if name in ("href", "xlink:href"):
        return value if PLACE.fullmatch(value) else None
    if name == "xmlns":
        return value if value == "http://www.w3.org/2000/svg" else None
    return value if _is_plain_style(value) else None


def _drawn(drawing):
    """How many shapes a browser makes of a drawing, at least; infinite where references nest too deep.

    Few elements that refer to each other in pairs, and these to others, would be millions.
    """
    elements = list(drawing.iter())
    by_id = {element.get("id"): i for i, element in reversed(list(enumerate(elements)))}
    place = {id(element): i for i, element in enumerate(elements)}
    children = [[place[id(child)] for child in element] for element in elements]
    refers = [[(by_id[name], times) for name, times in _references(e) if name in by_id] for e in elements]
    before, made = [], [0] * len(elements)
    for _ in range(DEEPEST + 2):
        before, made = made, [0] * len(elements)
        for i in reversed(range(len(elements))):  # children stand behind their parents
            made[i] = 1 + sum(made[child] for child in children[i])
            made[i] += sum(times * before[other] for other, times in refers[i])
        if made == before:
            return made[0]
    return float("inf")


def _references(element):
    """(id, how many times it is drawn) of all that an element of a drawing refers to."""
    for name, value in element.attrib.items():
        corners = 1 + len(element.get("d") or element.get("points") or "") // 4
        times = corners if "marker" in f"{name} {value}" else 1
        ids = [value[1:]] if name == "href" and value.startswith("#") else REFERENCE.findall(value)
        yield from ((identity, times) for identity in ids)


def _is_plain_style(value):
    """Whether a style loads nothing. It may refer to an element of the same drawing, as in url(#clip)."""
    return "\\" not in value and not INNER.search(value)


def _is_link(url):
    return any(pattern.fullmatch(url) for pattern in (OUTSIDE, PLACE, FILE))


def _is_same(one, other):
    """Whether two tags differ only in quotation marks, white space, slashes and case."""
    return re.sub(r"[\"'\s/]", "", one).lower() == re.sub(r"[\"'\s/]", "", other).lower()


def _too_much(text):
    """Whether parsing HTML may take too much time or memory.

    End tags are not subtracted from the open elements, because in a comment or attribute they close nothing.
    """
    names = [name.lower() for name in OPENING.findall(text)]
    tags, repeated = text.count("<"), sum(name in REPEATED for name in names)
    deep = sum(name not in NEVER_DEEP for name in names)
    if max(tags, text.count("&")) > MOST_TAGS or deep > MOST_OPEN or tags * repeated > MOST_REPEATED:
        return True
    return _many_attributes(text)


def _many_attributes(text):
    """Whether a tag may have so many attributes that parsing it takes too long.

    If every tag is a REGULAR one, each begins and ends where the parser sees it begin and end. Otherwise the parser may
    take anything for an attribute, so all different words are counted.
    """
    if len(text) < 2 * MOST_ATTRIBUTES:
        return False
    count = 0
    for match in REGULAR.finditer(text):
        count += 1
        about = match["about"]
        if len(about) > 2 * MOST_ATTRIBUTES and len(QUOTED.sub("", about).split()) > MOST_ATTRIBUTES:
            return True
    is_regular = count == len(BEGINS_TAG.findall(text))
    return not is_regular and len(set(BETWEEN_NAMES.split(text))) > MOST_NAMES
