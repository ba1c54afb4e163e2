"""A Sphinx extension: formulas as MathML, which browsers draw without JavaScript."""

import html
import re
from typing import TYPE_CHECKING

from docutils import nodes
from latex2mathml.converter import convert

if TYPE_CHECKING:  # the tests of formulas have no Sphinx
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

TAG = re.compile(r"\\tag\{([^{}]*)\}")
# A minus after one of ( = → , is a sign, without the space on both sides of a difference.
SIGN = re.compile("(<mo[^>]*>(?:&#x00028;|&#x0003D;|&#x02192;|,)</mo>)<mo>&#x02212;</mo>")


def to_mathml(latex: str, display: str = "inline") -> str:
    """Convert a formula; ``display`` is "inline" or "block"."""
    return SIGN.sub(r'\1<mo form="prefix">&#x02212;</mo>', convert(latex, display=display))


def visit_math(self: "HTML5Translator", node: nodes.math) -> None:
    """Write a formula within a line."""
    self.body.append(to_mathml(node.astext()))
    raise nodes.SkipNode


def visit_math_block(self: "HTML5Translator", node: nodes.math_block) -> None:
    """Write a formula in a block, with a link to itself for its number."""
    latex = node.astext()
    numbers = "".join(
        f'<a class="equation-number" id="equation-{tag}" href="#equation-{tag}">({tag})</a>'
        for tag in map(html.escape, TAG.findall(latex))
    )
    formula = to_mathml(TAG.sub("", latex), "block")
    self.body.append(f'<div class="equation">{formula}{numbers}</div>')
    raise nodes.SkipNode


def setup(app: "Sphinx") -> dict[str, bool]:
    app.add_html_math_renderer("mathml", (visit_math, None), (visit_math_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
