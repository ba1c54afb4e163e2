"""The page that a student gets back: all in one file, mathematics included, no script, no request to any host.

The time and memory that a page takes grow with its notebook's size, and are bounded.
"""

import base64
import functools
import io
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from latex2mathml.converter import convert
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.filters.strings import _convert_header_id
from nbformat import NotebookNode
from nbformat.v4 import new_output
from PIL import Image
from pygments.formatters import HtmlFormatter
from traitlets.config import Config

from grading.feedback.links import OUT, Pictures, address_of, at_home, without_dead_ends
from grading.feedback.summary import summarized
from grading.harmless import DATA, FIGURE, as_written, make_harmless

TEMPLATES = Path(__file__).parent / "templates"
MATHML = "{http://www.w3.org/1998/Math/MathML}m"  # names of all presentation elements begin with m: mi, mn, mrow
MOST_PIXELS = 2**22
TAG = re.compile(r"\\tag\{([^{}]*)\}")
MOST_FORMULA = 4000  # characters; the time of latex2mathml grows with the square of the length
# How much of a notebook its page shows.
MOST_OUTPUTS = 100  # of a cell
MOST_TEXT = 20_000  # characters of one output, so that the page stays small
MOST_PICTURES = 2**23  # characters of all pictures, in base64
MOST_SHOWN = 2**20  # characters of everything else
MOST_LAID_OUT = 150_000  # characters of a student's Markdown: 4000 of a formula may take a third of a second
TOO_LONG = "is too long to be laid out"
MOST_REMEMBERED = 10_000  # characters of a text or code whose HTML is kept for the next page
SMALL = 100_000  # characters of a picture in base64 that is left as it is
PNG = r"(?<=data:image/png;base64,)[A-Za-z0-9+/]+={0,2}"
TAGS = re.compile(r"<[^>]*>")
# IMG may match inside the value of another attribute. ALT has no quotation mark that would end that value, so the blank
# is written as a character reference.
IMG = re.compile(r"<img\b([^>]*>)")
HAS_ALT = re.compile(r"\balt=")
ALT = "<img alt=not&#32;described"
CUT = "... ({} more characters are not shown on this page.)"


class Page(HTMLExporter):
    """The notebook with scores and comments, with mathematics as MathML, which browsers draw by themselves."""

    def __init__(self, config: Config | None = None, **kwargs: Any):
        config = Config(config or {})
        config.Page.extra_template_basedirs = [str(TEMPLATES)]
        config.Page.template_name = "page"
        config.Page.optimistic_validation = True  # validate the notebook once, not after each preprocessor
        super().__init__(config=config, **kwargs)
        self.register_filter("highlight_code", highlighted)
        self.register_filter("summarized", summarized)
        self.environment.globals["style"] = style()

    # Every HTML exporter of nbconvert gives text, where the class above all exporters says notebook.
    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **kwargs: Any) -> tuple[str, dict]:  # type: ignore[override]
        make_harmless(nb)  # the file may come from an earlier version, or have been changed since
        shorten(nb)
        # For nbgrader's own command `ReadGrades` puts the pictures beside the notebook here.
        pictures = (resources or {}).get("nbgrader", {}).setdefault("pictures", Pictures())
        for cell in nb.cells:
            for output in cell.get("outputs", ()):
                if "text/html" in output.get("data", {}):
                    output.data["text/html"] = _shown(output.data["text/html"], pictures)
        # HTMLExporter's own method would parse the whole page once more to find pictures without ``alt``.
        html, resources = TemplateExporter.from_notebook_node(self, nb, resources, **kwargs)
        html = IMG.sub(lambda match: match[0] if HAS_ALT.search(match[1]) else ALT + match[1], html)
        return without_dead_ends(html), resources

    # nbconvert's own method copies and validates the notebook again, which is a fifth of the time that a page takes.
    # It was validated when it was read, and nobody else uses it.
    def _preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        for preprocessor in self._preprocessors:
            nb, resources = preprocessor(nb, resources)
        return nb, resources

    @pass_context
    def markdown2html(self, context: Context, source: str) -> str:
        pictures = context["resources"]["nbgrader"]["pictures"]
        attachments = context.get("cell", {}).get("attachments", {})
        if pictures or attachments or len(source) > MOST_REMEMBERED:
            return _html_of(source, pictures, attachments)
        return _known_html_of(source)


def _shown(html, pictures):
    """HTML of an output; a figure of the course is marked as one, for dark pages."""
    if FIGURE.fullmatch(html):
        return html.replace("<img ", '<img class="figure" ', 1)
    return at_home(html, pictures, {})


def _html_of(source, pictures, attachments):
    return MarkdownWithMath(renderer=Renderer(pictures, attachments)).render(source)


@functools.lru_cache(maxsize=2**9)  # most texts are the course's, the same on every page
def _known_html_of(source):
    return _html_of(source, Pictures(), {})


def style() -> str:
    """The style sheet, with the colours of code for a light and for a dark page."""
    light, dark = (HtmlFormatter(style=name).get_style_defs(".highlight") for name in ("default", "github-dark"))
    rules = (TEMPLATES / "page" / "style.css").read_text(encoding="utf-8")
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n{rules}"


def highlighted(source: str, metadata: dict | None = None) -> str:
    """Code as HTML; without colours where `grading.harmless` says in the metadata that these would take long."""
    if "magics_language" in (metadata or {}):
        return _highlight(source, metadata=metadata)
    return (_known_highlighted if len(source) <= MOST_REMEMBERED else _highlight)(source)


_highlight = Highlight2HTML(pygments_lexer="ipython3")
_known_highlighted = functools.lru_cache(maxsize=2**9)(_highlight)


def shorten(nb: NotebookNode) -> None:
    """Cut cells and outputs that are too large for a page, in place; a line says how much was cut.

    Parameters
    ----------
    nb : nbformat.NotebookNode
    """
    room = {"pictures": MOST_PICTURES, "text": MOST_SHOWN, "markdown": MOST_LAID_OUT}
    for cell in nb.cells:
        cell.source = _cut(cell.source, min(MOST_SHOWN, room["text"]))
        if cell.cell_type == "markdown" and not cell.metadata.get("nbgrader", {}).get("locked"):
            cell.source = _laid_out(cell.source, room)
        room["text"] -= len(cell.source)
        outputs = cell.get("outputs", [])
        for output in outputs[:MOST_OUTPUTS]:
            _shorten(output, room)
        if len(outputs) > MOST_OUTPUTS:
            says = f"... ({len(outputs) - MOST_OUTPUTS} more outputs of this cell are not shown on this page.)"
            cell.outputs = [*outputs[:MOST_OUTPUTS], new_output("stream", name="stdout", text=says)]


def _shorten(output, room):
    """Cut one output to what there is room for."""
    most = max(0, min(MOST_TEXT, room["text"]))
    if output.output_type == "stream":
        output.text = _cut(output.text, most)
        room["text"] -= len(output.text)
    elif output.output_type == "error":
        output.traceback = [_cut("\n".join(output.traceback), most)]
        room["text"] -= len(output.traceback[0])
    else:
        if "text/markdown" in output.data:
            output.data["text/markdown"] = _laid_out(output.data["text/markdown"], room)
        for kind, data in list(output.data.items()):
            data = re.sub(PNG, lambda match: smaller(match[0]), data) if kind == "text/html" else data
            output.data[kind] = smaller(data) if kind == "image/png" else data
        pictures = sum(len(data) for kind, data in output.data.items() if kind != "text/plain")
        if pictures > room["pictures"]:
            output.data = NotebookNode({"text/plain": CUT.format(pictures)})
        room["pictures"] -= sum(len(data) for kind, data in output.data.items() if kind != "text/plain")
        if "text/plain" in output.data:
            output.data["text/plain"] = _cut(output.data["text/plain"], most)
            room["text"] -= len(output.data["text/plain"])


def _laid_out(text, room):
    """Markdown, or the same as plain text if there was too much before it."""
    room["markdown"] -= len(re.sub(DATA, "", text))
    return text if room["markdown"] >= 0 else as_written(text, TOO_LONG)


def _cut(text, most):
    return text if len(text) <= most else f"{text[:most]}\n{CUT.format(len(text) - most)}"


def smaller(png: str) -> str:
    """A picture in base64, reduced to 128 colours if it is large and becomes smaller by it.

    Pictures with a palette, as the course's own figures, stay as they are.
    """
    if len(png) <= SMALL:
        return png
    try:
        # These bytes come from a submission: Pillow may try no other format than PNG on them.
        with Image.open(io.BytesIO(base64.b64decode(png)), formats=["PNG"]) as picture:
            if picture.mode == "P" or picture.width * picture.height > MOST_PIXELS:
                return png
            made = io.BytesIO()
            flat = Image.new("RGB", picture.size, "white")
            flat.paste(picture.convert("RGB"), mask=picture.convert("RGBA").getchannel("A"))
            flat.quantize(128, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    except Exception:  # Pillow raises exceptions of many types
        return png
    return min(png, base64.b64encode(made.getvalue()).decode("ascii"), key=len)


class Renderer(IPythonRenderer):
    """Markdown to HTML, formulas to MathML, pictures into the page; what is no formula stays as it was written.

    Parameters
    ----------
    pictures : Pictures
    attachments : dict
        As `at_home` has them.
    """

    def __init__(self, pictures: Pictures, attachments: dict) -> None:
        super().__init__(escape=False, attachments=attachments)
        self.pictures = pictures

    def image(self, text: str, url: str, title: str | None = None) -> str:
        address = address_of(url, self.pictures, self.attachments)
        if not address:
            return f"<em>(a picture that is not there: {self.escape_html(text or url)})</em>"
        address, words = self.escape_attribute(address), self.escape_attribute(TAGS.sub("", text))
        return f'<img src="{address}" alt="{words}">'

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        """One level lower than written, because <h1> is the title of the page."""
        level, place = min(level + 1, 6), self.escape_attribute(_convert_header_id(TAGS.sub("", text)))
        return f'<h{level} id="{place}">{text}</h{level}>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        return super().link(text, url, title) if OUT.match(url) else text

    def table(self, text: str) -> str:
        return f'<div class="scrolls" tabindex="0"><table>\n{text}</table></div>\n'

    def inline_html(self, html: str) -> str:
        return super().inline_html(at_home(html, self.pictures, self.attachments))

    def block_html(self, html: str) -> str:
        return super().block_html(at_home(html, self.pictures, self.attachments))

    def inline_math(self, body: str) -> str:
        return self._math(body, "inline") or super().inline_math(body)

    def block_math(self, body: str) -> str:
        return self._math(body, "block") or super().block_math(body)

    def latex_environment(self, name: str, body: str) -> str:
        whole = rf"\begin{{{name}}}{body}\end{{{name}}}"
        return self._math(whole, "block") or super().latex_environment(name, body)

    def _math(self, latex, display):
        if len(latex) > MOST_FORMULA:
            return None
        tags = TAG.findall(latex)
        try:
            drawn = convert(TAG.sub("", latex), display=display)
            if not all(_is_mathml(element) for element in ElementTree.fromstring(drawn).iter()):
                return None
        except Exception:  # latex2mathml raises exceptions of many types for what is not LaTeX
            return None
        number = "".join(f'<span class="tag">({self.escape_html(tag)})</span>' for tag in tags)
        return (
            drawn
            if display == "inline" and not tags
            else f'<span class="scrolls equation" tabindex="0">{drawn}{number}</span>'
        )


def _is_mathml(element):
    """Whether an element is of MathML and neither links nor styles: latex2mathml copies HTML tags in its input."""
    return element.tag.startswith(MATHML) and element.attrib.keys().isdisjoint(("class", "href", "id", "style"))
