"""Attacks by what a submission shows: in saved notebooks, in feedback, in Formgrader's page.

Each attack has an honest twin, whose output must stay as it is.
"""

import base64
import io
import json
import os
import re
import time

import nbformat
import nh3
import pytest
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from PIL import Image

from grading.autograde.notebook import add_notes
from grading.feedback.links import Pictures, at_home
from grading.feedback.page import TOO_LONG, Page, highlighted
from grading.harmless import FIGURE, TAGS, Harmless, make_harmless
from grading.outcome import named
from grading.submissions.repair import NOTES
from lib import figures


def png(colour="red"):
    made = io.BytesIO()
    Image.new("RGB", (4, 4), colour).save(made, "PNG")
    return base64.b64encode(made.getvalue()).decode()


PNG = png()
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}<path id="p" d="M0 0L9 9" style="stroke: red"/></svg>'
)
IDS = {"test-sigmoid", "written-symmetry", "written-symmetry-comment"}
# (attack, honest twin, what the twin must show)
TEXTS = {
    "script": ("<script>act()</script>", "`<script>` is code", "<code>&lt;script&gt;</code>"),
    "handler": ("<img src=x onerror=act()>", f'<img src="data:image/png;base64,{PNG}" width=30>', PNG),
    "block of HTML": (
        "<div onclick=act()>\n<iframe src=//e.org></iframe>\n</div>",
        "<div>\n<b>a</b>\n</div>",
        "<b>a</b>",
    ),
    "in a list": ("- a\n- <img src=x onerror=act()>", "- a\n- <b>b</b>", "<b>b</b>"),
    "in a quotation": ("> <img src=x onerror=act()>\n> b", "> a < b", "a &lt; b"),
    "link": ("[a](javascript:act())", "[a](https://example.org/x)", 'href="https://example.org/x"'),
    "link by name": ("[a]\n\n[a]: javascript:act()", "[a]\n\n[a]: https://example.org/x", "example.org"),
    "link between brackets": ("<javascript:act()>", "<https://example.org/>", 'href="https://example.org/"'),
    "entities": ("[a](java&#115;cript:act())", "a &amp; b", "a &amp; b"),
    "logout": ("[a](/logout)", "[a](../02-losses/losses.ipynb)", "losses.ipynb"),
    "page beside it": ("[a](evil.html)", "[a](data.csv)", "data.csv"),
    "drawing beside it": ("[a](evil.svg)", "![a](plot.png)", 'src="plot.png"'),
    "picture from outside": ("![a](https://e.org/spy.png)", f"![a](data:image/png;base64,{PNG})", PNG),
    "heading with an input's id": ("# test sigmoid\n\n# test-sigmoid", "# The proof", "The proof"),
    "id": ("<a id='written-symmetry' name='test-sigmoid'>a</a>", "<u>a</u>", "<u>a</u>"),
    "button's class": ("<span class='full-credit'>a</span>", "<span style='color: red'>a</span>", "color"),
    "cover": (
        "<a href='https://e.org' style='position:fixed;inset:0'>a</a>",
        "<a href='https://e.org'>a</a>",
        "https://e.org",
    ),
    "style": ("<style>.score{display:none}</style>", "$a_{ij} < b \\& c$", "a_{ij} &lt; b"),
    "refresh": ("<meta http-equiv=refresh content='0;url=//e.org'>", "$$a & b < c$$", "a &amp; b &lt; c"),
    "base": (
        "<base href='//e.org/'><form><input name=a></form>",
        "<details><summary>a</summary>b</details>",
        "<details>",
    ),
    "comment": ("<!--> <img src=x onerror=act()> -->", "<!-- a --> b", "b"),
    "mathematics": ("<math><mtext><img src=x onerror=act()></mtext></math>", "$\\frac{a}{b}$", "\\frac{a}{b}"),
    "raw text": ("<textarea><img src=x onerror=act()>", "<br/>a", "<br"),
    "mermaid": ("```mermaid\ngraph TD; A-->B\n```", "```python\nif a < b: pass\n```", "pass"),
    "tag of two lines": ("<img src=x\nonerror=act()>", "`a<b` and $a<b$", "$a&lt;b$"),
    "drawing": ("<svg><script>act()</script></svg>", "<table><tr><td>a</td></tr></table>", "<td>a</td>"),
    "template": ("<template><script>act()</script></template>", "<kbd>a</kbd>", "<kbd>a</kbd>"),
}
ACTS = re.compile(r"^on|^(formaction|srcdoc|action|background|poster|ping|data|xlink:href)$")
HARMLESS_LINK = re.compile(r"(https?://|mailto:|#|[\w./-]+\.(ipynb|csv)$)")


def acts(html):
    """What in a page could act, request, or be taken for a part of Formgrader."""
    found = []
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        if tag.name in {"script", "style", "iframe", "object", "embed", "form", "input", "meta", "base", "link", "svg"}:
            found.append(tag.name)
        if tag.name in {"math", "textarea", "template", "button", "mermaid"} or "mermaid" in tag.get("class", []):
            found.append(tag.name)
        found += [name for name in tag.attrs if ACTS.search(name)]
        if tag.get("id") in IDS or tag.get("name") in IDS or "full-credit" in tag.get("class", []):
            found.append("id")
        if "position" in tag.get("style", ""):
            found.append("style")
        if tag.get("href") and not HARMLESS_LINK.match(tag["href"]):
            found.append(tag["href"])
        if tag.get("src") and not re.match(r"data:image/|[\w.-]+\.png$", tag["src"]):
            found.append(tag["src"])
    return found


def shown(source):
    """A text as Formgrader shows it."""
    return MarkdownWithMath(renderer=IPythonRenderer(escape=False)).render(source)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_cannot_act(name):
    attack, honest, keeps = TEXTS[name]
    assert acts(shown(attack)) or name == "comment"  # which ends sooner in browsers than in Python's parser
    made = Harmless(IDS).markdown(attack, {})
    assert not acts(shown(made)), made
    assert Harmless(IDS).markdown(made, {}) == made
    kept = Harmless(IDS).markdown(honest, {})
    assert kept == honest
    assert keeps in shown(kept)


@pytest.mark.parametrize(
    "attack", ["</div></div>", "<div>", "</div> a <div>", "- <div>\n- </div>", "a\n\n</details>", "<table><tr><td>"]
)
def test_a_text_ends_what_it_begins(attack):
    """Formgrader takes a score for that of the cell around it, so no text may move where a cell ends."""
    page = f'<div id="a">{shown(Harmless().markdown(attack, {}))}<hr></div><hr>'
    soup = BeautifulSoup(nh3.clean(page, tags={"div", "hr", *TAGS}, attributes={"div": {"id"}}), "html.parser")
    assert soup.find(id="a").find_all("hr", recursive=False) and soup.find_all("hr", recursive=False)
    assert soup.find(id="a").parent is soup


def output(data, **metadata):
    """What is kept of an output."""
    cell = new_code_cell(outputs=[new_output("display_data", data=data, metadata=metadata)])
    notebook = new_notebook(cells=[cell])
    make_harmless(notebook)
    return notebook.cells[0].outputs[0]


HTML = {
    "script": "<script>act()</script><b>a</b>",
    "handler": "<b onmouseover=act()>a</b>",
    "drawing with a handler": SVG.format("<animate onbegin=act() />").replace("<svg", "<svg onload=act()"),
    "foreign object": SVG.format("<foreignObject><iframe src='javascript:act()'></iframe></foreignObject>"),
    "frame": "<iframe srcdoc='<script>act()</script>'></iframe>",
    "mutation": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=act()&gt;'>",
    "noscript": "<noscript><p title='</noscript><img src=x onerror=act()>'></noscript>",
    "object": "<object data='javascript:act()'></object><embed src=//e.org>",
    "spy": "<img src='//e.org/x.png' srcset='//e.org/y.png 2x'><img src=x onerror=act()>",
    "style": "<style>@import '//e.org/x.css';</style><p style='background:url(//e.org)'>a</p>",
    "fake input": "<input class=score id=test-sigmoid><button class=full-credit>Next</button>",
    "link": "<a href='java\tscript:act()'>a</a>",
}


@pytest.mark.parametrize("name", HTML)
def test_html_cannot_act(name):
    made = output({"text/html": HTML[name], "text/plain": "a"})
    assert not acts(made.data.get("text/html", ""))


@pytest.mark.parametrize(
    "html",
    [
        f'<img alt="a" width="640" src="data:image/png;base64,{PNG}" onerror="act()">',
        f'<img alt="a" onload=act() width="640" src="data:image/png;base64,{PNG}">',
        f'<img alt="a" width="640" src="data:image/png;base64,{PNG}"><script>act()</script>',
        f'<img alt="a" width="640" src="data:image/svg+xml;base64,{PNG}">',
        f'<script>act()</script>\n<img alt="a" width="640" src="data:image/png;base64,{PNG}">',
        f'<img alt="a" width="640" src="data:image/png;base64,{PNG}">\n<script>act()</script>',
        f'<img alt="a" width="640" src="data:image/png;base64,{PNG}"><img src=x onerror=act()>',
        f'<img alt="a" width="640" src="data:image/png;base64,{PNG}" style="position:fixed">',
        f'<img alt="a"onerror="act()" width="640" src="data:image/png;base64,{PNG}">',
        f'<img alt="a\n" width="640" onerror="act()\n" src="data:image/png;base64,{PNG}">',
        '<img alt="a" width="640" src="//e.org/spy.png">',
    ],
)
def test_what_only_looks_like_a_figure_is_judged_like_all_else(html):
    """The course's own figures are let through as they are."""
    assert not acts(output({"text/html": html, "text/plain": "a"}).data.get("text/html", ""))


def test_the_courses_figures_are_let_through_to_the_byte():
    for html in figures.neuron().html(), figures.sigmoid_curve().html():
        assert FIGURE.fullmatch(html)
        assert Harmless().html(html) == html


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\n", "\x85", "\ud800"])
def test_a_figure_with_odd_signs_in_its_words_is_no_figure(sign):
    assert not FIGURE.fullmatch(f'<img alt="a{sign}b" width="640" src="data:image/png;base64,{PNG}">')


@pytest.mark.parametrize(
    "part", ["a", "<img alt=", '<img alt="', 'src="data:image/png;base64,', "A" * 9 + "=", '" width="640" '], ids=repr
)
def test_looking_for_a_figure_takes_a_time_that_grows_with_the_text(part):
    """Ten times the text; with the square of it, it would take a hundred times as long."""
    before, after = f'<img alt="{"a" * 2000}" width="640" src="data:image/png;base64,', '"!'

    def seconds(size):
        texts = [before + part * (size // len(part)) + after, part * (size // len(part))]
        began = time.process_time()
        for _ in range(5):
            assert not any(map(FIGURE.fullmatch, texts))
        return time.process_time() - began

    seconds(10**5)
    assert seconds(10**6) < 40 * max(seconds(10**5), 1e-4)


@pytest.mark.parametrize(
    "html",
    [
        "<img alt=\"a src='pic.png' onerror=act() b\" src='pic.png'>",
        "<img title=\"a src=pic.png style='position:fixed' b\" src='pic.png'>",
        "<img alt='a src=pic.png onerror=act() b' src='pic.png'>",
        "<img src='pic.png' alt=\"a src='pic.png' onerror=act() b\">",
        "<a title=\"a href='x' onclick=act() b\" href='#a'>a</a>",
    ],
)
def test_words_of_a_picture_stay_its_words(html):
    """Where pictures are put into a page, nothing inside the value of another attribute is taken for an address."""
    address = f"data:image/png;base64,{PNG}"
    before, after = Harmless().html(html), at_home(Harmless().html(html), Pictures({"pic.png": address}), {})
    before, after = (BeautifulSoup(text, "html.parser").find(["img", "a"]).attrs for text in (before, after))
    assert after == before | ({"src": address} if "src" in before else {})


def test_what_honest_outputs_show_is_kept():
    table = (
        '<div>\n<style scoped>\n.dataframe tbody tr th {\n}\n</style>\n<table border="1" class="dataframe">\n'
        '<thead>\n<tr style="text-align: right;">\n<th></th>\n<th>a &lt; b</th></tr></thead>'
        "<tbody><tr><th>0</th><td>1</td></tr></tbody></table>\n<p>1 rows × 1 columns</p></div>"
    )
    soup = BeautifulSoup(output({"text/html": table, "text/plain": "a"}).data["text/html"], "html.parser")
    assert soup.table["class"] == ["dataframe"] and soup.td.text == "1" and "a < b" in soup.text
    assert "text-align" in soup.tr["style"] and "1 rows × 1 columns" in soup.text
    figure = f'<img alt="a &lt; b" width="640" src="data:image/png;base64,{PNG}">'
    assert output({"text/html": figure}).data["text/html"] == figure
    picture = output({"image/png": PNG, "text/plain": "a"}, **{"image/png": {"width": 30, "alt": "a curve"}})
    assert picture.data["image/png"] == PNG and picture.metadata["image/png"] == {"width": 30, "alt": "a curve"}
    drawing = output({"image/svg+xml": SVG.format('<g clip-path="url(#p)"></g>')}).data["image/svg+xml"]
    assert 'viewBox="0 0 9 9"' in drawing and 'd="M0 0L9 9"' in drawing and "url(#p)" in drawing
    assert output({"text/plain": "a < b & c"}).data["text/plain"] == "a < b & c"


@pytest.mark.parametrize(
    "kind",
    ["application/javascript", "text/javascript", "application/vnd.jupyter.widget-view+json", "text/vnd.mermaid"],
)
def test_types_that_run_are_not_kept(kind):
    assert output({kind: "act()", "text/plain": "a"}).data == {"text/plain": "a"}
    assert kind in output({kind: "act()"}).data["text/plain"]


def test_sizes_are_numbers_and_pictures_are_pictures():
    made = output({"image/png": PNG}, **{"image/png": {"width": "1 onerror=act()", "height": 3, "unconfined": True}})
    assert made.metadata == {"image/png": {"height": 3}}
    assert "image/png" not in output({"image/png": '" onerror="act()'}).data
    assert output({"text/html": "<b>a</b>"}, **{"text/html": {"isolated": True}}).metadata == {}
    hostile = SVG.format(
        "<script>act()</script><image href='//e.org/x.png'/><a href='javascript:act()'><text>a</text></a>"
    )
    made = output({"image/svg+xml": hostile}).data["image/svg+xml"]
    assert "script" not in made and "e.org" not in made and "<path" in made


def test_attachments_are_pictures():
    cell = new_markdown_cell("![a](attachment:a.png) ![b](attachment:b.png) a proof")
    cell.attachments = {"a.png": {"image/png": PNG}, "b.png": {"text/html": "<script>act()</script>"}}
    notebook = new_notebook(cells=[cell])
    make_harmless(notebook)
    assert list(cell.attachments) == ["a.png"]
    assert cell.source == "![a](attachment:a.png) (a picture: b) a proof"


@pytest.mark.parametrize(
    "unit", [" ", "\\\\(", "\\\\[", "\\begin{a}", "\\tag{", "$$\\tag{", "<!--", "- \n", "<div>", "[a]("]
)
def test_a_text_that_takes_a_parser_long_does_not(unit):
    """Ten times the text takes no more than ten times as long; the time itself has a bound as well."""

    def seconds(count):
        notebook = new_notebook(cells=[new_markdown_cell(unit * (count // len(unit))) for _ in range(3)])
        began = time.thread_time()
        make_harmless(notebook)
        shown("\n\n".join(cell.source for cell in notebook.cells))
        return time.thread_time() - began

    assert seconds(120_000) < 30


NAMES = [chr(letter) for letter in range(0x4E00, 0x4E00 + 50_000) if chr(letter).isalpha()]
# Tags with thousands of attributes, of which the parser compares each with all others.
ATTRIBUTES = {
    "blanks": "<b {}>x</b>",
    "slashes": "<b/{}>x</b>",
    "an end tag": "x</b {}>",
    "behind a quotation mark": "<b title='>' {}>x</b>",
    "in what only looks like a comment": "<style><!-- </style><b {}> --></style>",
    "behind a comment": '<!-- <a title="--><b {}>">x',
    "behind a section": "<svg><![CDATA[ <a title='>]]><b {}>'></svg>",
    "in a drawing": "<svg {}></svg>",
}


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_a_tag_of_many_attributes_takes_no_long_time(name):
    """Sixteen times as many may take 32 times as long; it was 256 times."""

    def seconds(count):
        between = "/" if name == "slashes" else " "
        html = ATTRIBUTES[name].format(between.join(NAMES[:count]))
        began = time.process_time()
        Harmless().html(html)
        Harmless().svg(f"<svg>{html}</svg>")
        return time.process_time() - began

    assert seconds(48_000) < 32 * max(seconds(3000), 0.02)


def test_drawings_and_tables_of_many_numbers_are_no_tags_of_many_attributes():
    numbers = " ".join(f"{number}" for number in range(50_000))
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><!-- made by hand --><path d="M {numbers}" stroke="red"/></svg>'
    assert Harmless().svg(drawing).count("49999") == 1
    table = f"<table class='dataframe'><tr><td align=right>{numbers}</td></tr></table>"
    assert Harmless().html(table).count("49999") == 1


ABOUT = {"known": True, "waits": 0, "score": 1, "max_score": 1, "late_penalty": 0, "notebook": "a"}
# What once took a time that grew with the square of the length: in an attribute, in code, in the colours of an output.
SLOW = {
    "pictures in an attribute": lambda n: new_output(
        "display_data", data={"text/html": f"<b title='{('<img' + ' ' * 40) * n}'>a</b>"}
    ),
    "comments in an attribute": lambda n: new_output(
        "display_data", data={"text/html": f"<b title='{('<!--' + ' ' * 40) * n}'>a</b>"}
    ),
    "colours": lambda n: new_output("stream", text="\x1b[31ma" * 20 * n),
    "code of dots": lambda n: "a." * 5 * n,
    "code of long lines": lambda n: ("." * 400 + "\n") * (n // 10),
    "Java": lambda n: f"```java\n{'a b ' * n}\n```\n\n" * 2,
    "YAML": lambda n: f"```yaml\n{'@' * 4 * n}\n```\n",
}


def shown_in_formgrader(notebook):
    exporter = HTMLExporter(template_name="classic", exclude_anchor_links=True)
    exporter.from_notebook_node(notebook)


@pytest.mark.parametrize("name", SLOW)
def test_what_is_shown_takes_a_time_that_grows_with_its_length(name):
    """Formgrader shows it in the one process of the instructor's server; eight times as much may take 25 times as long."""

    def seconds(count):
        made = SLOW[name](count)
        cell = new_markdown_cell(made) if str(made)[:3] == "```" else new_code_cell(made) if type(made) is str else None
        notebook = new_notebook(cells=[cell or new_code_cell("a", outputs=[made])])
        make_harmless(notebook)
        began = time.process_time()
        shown_in_formgrader(notebook)
        Page().from_notebook_node(notebook, {"nbgrader": dict(ABOUT)})
        return time.process_time() - began

    seconds(10)
    assert seconds(4000) < 25 * max(seconds(500), 0.1)


FORMULA = "${} " + "a(" * 1900 + "$\n\n"  # each has another number, since equal texts are laid out once


@pytest.mark.parametrize("place", ["cells", "outputs"])
def test_formulas_without_end_do_not_take_the_time_of_a_page(place):
    def page(count):
        of_course = new_markdown_cell("$a = b$", metadata={"nbgrader": {"locked": True, "grade_id": "x"}})
        if place == "cells":
            cells = [new_markdown_cell(FORMULA.format(number)) for number in range(count)]
        else:
            shown = [{"text/markdown": FORMULA.format(number)} for number in range(count)]
            cells = [new_code_cell("a", outputs=[new_output("display_data", data=data) for data in shown])]
        began = time.process_time()
        html, _ = Page().from_notebook_node(new_notebook(cells=[*cells, of_course]), {"nbgrader": dict(ABOUT)})
        return html, time.process_time() - began

    (few, seconds), (many, longer) = page(30), page(90)
    assert TOO_LONG not in few and TOO_LONG in many and longer < 2 * seconds and len(many) < 2 * len(few)
    assert many.count("<mi>b</mi>") == 1


def test_code_that_is_quick_to_colour_is_coloured():
    honest, long = new_code_cell("def f(x):\n    return x < 3"), new_code_cell("x = 1  # " + "a" * 600)
    make_harmless(new_notebook(cells=[honest, long]))
    assert 'class="k">def' in highlighted(honest.source, honest.metadata)
    assert "<span class" not in highlighted(long.source, long.metadata).replace("<span></span>", "")
    fence = f"```python\n{honest.source * 200}\n```"
    assert Harmless().markdown(fence, {}) == fence


def many_pixels(width, height):
    """A PNG of so many pixels, all black: a thousandth of their number in bytes."""
    made = io.BytesIO()
    Image.new("1", (width, height)).save(made, "PNG")
    return base64.b64encode(made.getvalue()).decode()


def test_a_picture_that_no_browser_holds_is_not_shown():
    bomb, large = many_pixels(20_000, 20_000), many_pixels(5000, 5000)
    assert len(bomb) < 100_000
    assert list(output({"image/png": bomb, "text/plain": "a"}).data) == ["text/plain"]
    for html in (
        '<img alt="a" width="9" src="data:image/png;base64,{}">',
        '<img src="data:image/png;base64,{}"> b',
    ):
        assert "base64" not in Harmless().html(html.format(bomb)) and "base64" in Harmless().html(html.format(large))
    text = f"![a](data:image/png;base64,{bomb}) ![b](data:image/png;base64,{large})"
    assert Harmless().markdown(text, {}) == f"[a](#) ![b](data:image/png;base64,{large})"
    shows = [new_code_cell(outputs=[new_output("display_data", data={"image/png": large})]) for _ in range(9)]
    make_harmless(notebook := new_notebook(cells=shows))
    kept = sum("image/png" in cell.outputs[0].data for cell in notebook.cells)
    assert kept == 5  # of 25 million pixels each


def test_a_picture_that_is_shown_often_does_not_fill_the_memory():
    """A page, and Formgrader's, hold a picture once for each place that shows it."""
    noise = io.BytesIO()
    Image.frombytes("RGB", (600, 600), os.urandom(3 * 600**2)).save(noise, "PNG")
    data = base64.b64encode(noise.getvalue()).decode()
    cells = [new_markdown_cell("![a](attachment:a.png) " * count) for count in (2, 500, 500)]
    for cell in cells:
        cell.attachments = {"a.png": {"image/png": data}}
    cells.append(new_markdown_cell("![b](b.png) " * 500))
    make_harmless(notebook := new_notebook(cells=cells))
    assert notebook.cells[0].source.startswith("![a]") and "shown as it was written" in notebook.cells[1].source
    about = ABOUT | {"pictures": Pictures({"b.png": f"data:image/png;base64,{data}"})}
    page = Page().from_notebook_node(notebook, {"nbgrader": about})[0]
    assert page.count(data) >= 3 and len(page) < 2**26


def test_a_drawing_of_drawings_of_drawings_is_not_shown():
    """Each <use> draws another element once more: 25 pairs in pairs would be 33 million shapes."""
    pairs = "".join(f'<g id="a{i}"><use href="#a{i - 1}"/><use href="#a{i - 1}"/></g>' for i in range(1, 26))
    bomb = SVG.format(f'<g id="a0"><path d="M0 0L9 9"/></g>{pairs}<use href="#a25"/>')
    wide = "".join(f'<g id="b{i}">{f"""<use href="#b{i - 1}"/>""" * 60}</g>' for i in range(1, 4))
    circle = '<pattern id="c"><path d="M0 0" fill="url(#d)"/></pattern><pattern id="d"><path fill="url(#c)"/></pattern>'
    for drawing in bomb, SVG.format(f'<g id="b0"><path d="M0 0"/></g>{wide}'), SVG.format(circle):
        assert Harmless().svg(drawing) == ""
    marks = SVG.format('<defs><path id="m" d="M0 0L1 1"/></defs>' + '<use href="#m" x="1"/>' * 2000)
    assert Harmless().svg(marks).count("<use") == 2000


def test_letters_that_grow_do_not_move_where_a_drawing_begins():
    """The lower case of the Turkish I with a dot is two characters."""
    made = Harmless().html(f"{'İ' * 9}<b>x</b>{SVG.format('')}<i>y</i>")
    assert made.startswith(f"{'İ' * 9}<b>x</b><img") and made.endswith("<i>y</i>")


def test_formgrader_loads_mathjax_with_its_safe_extension():
    """Else a formula such as \\href{javascript:...} or \\cssId would act in Formgrader."""
    assert HTMLExporter().mathjax_url.endswith(",Safe")


def test_a_page_shows_what_it_can_of_too_much():
    notebook = new_notebook(
        cells=[
            new_code_cell("many", outputs=[new_output("stream", text=f"{i}\n") for i in range(5000)]),
            new_code_cell("long", outputs=[new_output("stream", text="a" * 10**6)]),
            new_markdown_cell("The proof of $a < b$."),
        ]
    )
    html = Page().from_notebook_node(notebook, {"nbgrader": dict(ABOUT)})[0]
    assert len(html) < 300_000
    text = BeautifulSoup(html, "html.parser").get_text(" ")
    assert "4900 more outputs of this cell are not shown" in text and "980000 more characters are not shown" in text
    assert "The proof of" in text and "<math" in html


@pytest.mark.parametrize(
    "formula", ["\\text{<meta/http-equiv=refresh>}", "\\href{javascript:act()}{x}", "\\style{a:b}{x}"]
)
def test_a_formula_cannot_act(formula):
    notebook = new_notebook(cells=[new_markdown_cell(f"${formula}$ and $\\text{{if }} x^2$")])
    soup = BeautifulSoup(Page().from_notebook_node(notebook, {"nbgrader": dict(ABOUT)})[0], "html.parser")
    body = soup.find(id="notebook")
    assert not body.find("meta") and not body.find(href=True) and not body.find(style=True)
    assert len(body.find_all("math")) == 1


@pytest.mark.parametrize(
    "text", ["**Notes on grading**\n\n- Full points.", "# No<b></b>tes *on* grading", "ＮOTES on grading"]
)
def test_a_text_that_calls_itself_the_graders_notes_is_named(text):
    for source, named_ in (text, True), ("My notes on the grading of a slope", False):
        add_notes(notebook := new_notebook(cells=[new_markdown_cell(source)]), [])
        assert (notebook.cells[0].id == NOTES) == named_


def test_the_name_of_a_file_is_no_sentence_of_the_grader():
    name = named("[a](javascript:x) <b>**Full points** $x$ `" + "a" * 5000 + ".ipynb")
    assert len(name) <= 60 and not set(name) & set("[]<>*$`:")
    assert named("Übung 1 (2).ipynb") == "Übung 1 (2).ipynb"


def test_everything_is_json_afterwards():
    notebook = new_notebook(cells=[new_code_cell("a", outputs=[new_output("display_data", data={"text/html": "<b>"})])])
    make_harmless(notebook)
    nbformat.validate(notebook)
    json.dumps(notebook)


def test_what_one_notebook_has_no_room_for_is_shown_in_the_next():
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    text = f'A plot: <img src="data:image/png;base64,{pixel}">'
    full, empty = Harmless(), Harmless()
    full.pixels = 0
    assert pixel not in full.markdown(text, {})
    assert pixel in empty.markdown(text, {})
