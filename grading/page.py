"""The page that a student gets back. It holds everything, mathematics included: no script, no request to any host."""

import base64
import io
import re
from pathlib import Path

from jinja2 import pass_context
from latex2mathml.converter import convert
from nbconvert.exporters import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from PIL import Image
from traitlets.config import Config

TEMPLATES = Path(__file__).parent / "templates"
MOST_PIXELS = 2**22
MOST_TEXT = 20_000  # characters of what one output says: nobody reads on, and a page must stay small
LISTED = re.compile(r'(<a href="#(?:test-)?([\w-]+)">)(?:Test cell|Written response)</a>')
TAG = re.compile(r"\\tag\{([^}]*)\}")


class Page(HTMLExporter):
    """nbgrader's feedback page with mathematics as MathML, which browsers draw by themselves."""

    def __init__(self, config=None, **kwargs):
        config = Config(config or {})
        folders = config.HTMLExporter.get("extra_template_basedirs", [])
        config.Page.extra_template_basedirs = [*folders, str(TEMPLATES)]
        config.Page.extra_template_paths = folders  # where the page that ours extends is found
        config.Page.template_name = "page"
        config.CSSHTMLHeaderPreprocessor.style = "default"  # of code; the one of JupyterLab needs its colours
        super().__init__(config=config, **kwargs)

    def from_notebook_node(self, nb, resources=None, **kwargs):
        for cell in nb.cells:
            for output in cell.get("outputs", ()):
                for holder, key in (output, "text"), (output.get("data", {}), "text/plain"):
                    if key in holder:
                        holder[key] = shortened(holder[key])
                if "image/png" in output.get("data", {}):
                    output.data["image/png"] = smaller(output.data["image/png"])
        html, resources = super().from_notebook_node(nb, resources, **kwargs)
        # nbgrader's list of scores calls all of them "Test cell".
        return LISTED.sub(r"\1\2</a>", html), resources

    @pass_context
    def markdown2html(self, context, source):
        attachments = context.get("cell", {}).get("attachments", {})
        return MarkdownWithMath(renderer=Renderer(escape=False, attachments=attachments)).render(source)


def shortened(text: str) -> str:
    """The beginning of a long text, with how much was left out."""
    left = len(text) - MOST_TEXT
    return text if left <= 0 else f"{text[:MOST_TEXT]}\n... ({left} more characters are not shown on this page.)\n"


def smaller(png):
    """A picture, in base64, with 128 colours, which is enough for a figure, if that saves anything."""
    try:
        # What a submission calls a picture may be anything; only a PNG of sane size is opened.
        with Image.open(io.BytesIO(base64.b64decode(png)), formats=["PNG"]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return png
            made = io.BytesIO()
            flat = Image.new("RGB", picture.size, "white")
            flat.paste(picture.convert("RGB"), mask=picture.convert("RGBA").getchannel("A"))
            flat.quantize(128, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    except Exception:  # Pillow raises many kinds
        return png
    return min(png, base64.b64encode(made.getvalue()).decode("ascii"), key=len)


class Renderer(IPythonRenderer):
    """Markdown to HTML, formulas to MathML; what is no formula stays as it was written."""

    def inline_math(self, body):
        return self._math(body, "inline") or super().inline_math(body)

    def block_math(self, body):
        return self._math(body, "block") or super().block_math(body)

    def latex_environment(self, name, body):
        whole = rf"\begin{{{name}}}{body}\end{{{name}}}"
        return self._math(whole, "block") or super().latex_environment(name, body)

    def _math(self, latex, display):
        tags = TAG.findall(latex)
        try:
            drawn = convert(TAG.sub("", latex), display=display)
        except Exception:  # latex2mathml raises many kinds, and a student may write anything between dollars
            return None
        number = "".join(f'<span class="tag">({self.escape_html(tag)})</span>' for tag in tags)
        return f'<span class="numbered">{drawn}{number}</span>' if tags else drawn
