"""The released notebooks and the guides, made ready for Sphinx: pictures, moving figures, links to equations."""

import importlib.metadata
import json
import re
import shutil
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output

from lib import widgets

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
TAG = re.compile(r"\\tag\{(\d+)\}")
# Parts of a text in which no links are made: formulas, code and existing links.
VERBATIM = re.compile(r"(<summary>.*?</summary>|\$\$.*?\$\$|\$[^$]*\$|```.*?```|`[^`]*`)", re.DOTALL)
# A heading in a coloured box: Sphinx would end the box where it begins the heading's section.
BOX = re.compile(r'<div class="alert[^>]*>\n+(#[^\n]*)\n+</div>')
LAB = '<a class="door" href="../lite/lab/index.html?path={0}">Open in the browser</a>'
DOWNLOAD = '<a class="door" href="../lite/files/{0}" download>Download the notebook</a>'


def write_pages(folder: Path, wheel: str) -> None:
    """Write everything that Sphinx reads: notebooks, guides, the first page, the moving figures.

    Parameters
    ----------
    folder : Path
        A new folder.
    wheel : str
        The name of the wheel's file.
    """
    released = sorted((ROOT / "release").glob("*/*.ipynb"))
    notebooks = {path.relative_to(ROOT / "release"): nbformat.read(path, as_version=4) for path in released}
    equations = {
        number: path.with_suffix(".html")
        for path, notebook in notebooks.items()
        for number in TAG.findall("".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown"))
    }
    for path, notebook in notebooks.items():
        stored = nbformat.read(ROOT / "notebooks" / path, as_version=4)
        to_page(notebook, path, equations, {cell.id: picture_of(cell) for cell in stored.cells})
        (folder / path).parent.mkdir(parents=True)
        nbformat.write(notebook, folder / path)
    write_guides(folder, wheel)
    write_static(folder / "_static")


def to_page(notebook: NotebookNode, path: Path, equations: dict, pictures: dict) -> None:
    """Turn a released notebook, in place, into the page of a site.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
    path : Path
        Of the notebook, below ``release/``.
    equations : dict
        The number of each equation, as text -> the page on which it stands.
    pictures : dict
        The id of each cell -> its stored picture as HTML, or None.
    """
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = link_equations(BOX.sub(r"\1", cell.source), equations)
            continue
        picture, widget = pictures.get(cell.id), re.fullmatch(r"widgets\.(\w+)\(\)", cell.source.strip())
        if widget and picture:
            picture = f'<div class="moving-figure" data-figure="{widget[1]}">{picture}</div>'
        cell.outputs = [new_output("display_data", {"text/html": picture})] if picture else []
    doors = f"{LAB.format(path)} {DOWNLOAD.format(path)}"
    notebook.cells.insert(1, new_markdown_cell(f'<p class="doors">{doors}</p>'))


def picture_of(cell: NotebookNode) -> str | None:
    """The stored picture of a cell. Other outputs, such as numbers and verdicts, are for the reader to find out."""
    shown = [output.get("data", {}).get("text/html", "") for output in cell.get("outputs", ())]
    return next((html for html in shown if html.startswith("<img alt=")), None)


def link_equations(text: str, equations: dict) -> str:
    """Link each number in parentheses, as in "equation (4)", to its equation."""

    def link(match):
        page = equations.get(match[1])
        return f'<a href="../{page}#equation-{match[1]}">({match[1]})</a>' if page else match[0]

    parts = VERBATIM.split(text)  # every second one is verbatim
    return "".join(part if k % 2 else re.sub(r"\((\d+)\)", link, part) for k, part in enumerate(parts))


def write_guides(folder: Path, wheel: str) -> None:
    """Write Sphinx's settings, the first page and the guides; links to files that are not pages become plain text."""
    shutil.copy(HERE / "conf.py", folder)
    first = (HERE / "index.md").read_text(encoding="utf-8").replace("WHEEL", wheel)
    (folder / "index.md").write_text(first, encoding="utf-8")
    # Not the teacher's page and the sheet, which have answers.
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("teaching.md", "sheet.pdf"))
    for path in (folder / "docs").glob("*.md"):
        text = re.sub(r"\[([^\]]*)\]\((?:\.\./[^)]*|teaching\.md)\)", r"\1", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")


def write_static(folder: Path) -> None:
    """Write an ES module for each moving figure, with its data, and the other static files."""
    figures = folder / "moving_figures"
    figures.mkdir(parents=True)
    for name in {path.stem for path in widgets.HERE.glob("*.js")} & set(dir(widgets)):
        data = json.dumps(getattr(widgets, name)().data)
        (figures / f"{name}.js").write_text(f"{widgets.module(name)}export const data = {data};\n", encoding="utf-8")
    shutil.copy(widgets.HERE / "style.css", figures)
    shutil.copytree(HERE / "static", folder, dirs_exist_ok=True)
    ziamath = importlib.metadata.distribution("ziamath")  # only its font is used
    shutil.copy(str(ziamath.locate_file("ziamath/fonts/STIXTwoMath-Regular.ttf")), folder)
