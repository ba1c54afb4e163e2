"""Join the cells that an editor's command, such as "Split Cell", has made of one that defines functions or classes."""

from nbformat import NotebookNode

from grading.submissions.matching import Matching
from grading.submissions.outside_cells import DEFINED, is_whole

MOST_SPLIT, MOST_PARTS = 30, 5  # cells that are looked at as the first part of one that was split; its parts
MOST_OF_PART = 3000  # characters


def join_split(match: Matching) -> None:
    """Join the parts of code that is whole Python only together, in place; the note says so."""
    looked = 0
    joined: list[NotebookNode] = []  # to another cell
    for cell in list(match.notebook.cells):
        defined = DEFINED.findall(cell.source) if cell.cell_type == "code" else []
        if not defined or looked == MOST_SPLIT or len(cell.source) > MOST_OF_PART or _is_in(cell, joined):
            continue
        looked += 1
        parts = _parts_from(match, cell)
        if len(parts) > 1:
            marked = next((part for part in parts if _marks([part])), cell)
            marked.source = "\n".join(part.source for part in parts)
            joined += [part for part in parts if part is not marked]
            match.notebook.cells = [other for other in match.notebook.cells if not _is_in(other, joined)]
            names = ", ".join(name[:30] for name in defined[:5])
            match.remarks.append(f"the code that defines {names} was split into {len(parts)} cells: put together")


def _parts_from(match: Matching, cell: NotebookNode) -> list[NotebookNode]:
    """The cells, from ``cell`` on, that make whole Python only together; ``cell`` alone if there are none."""
    of_course = {released["source"].strip() for released in match.blueprint.released}
    at, parts, best = match.place(cell), [cell], [cell]
    for other in match.notebook.cells[at + 1 : at + MOST_PARTS]:
        marks = _marks([*parts, other])
        is_answer = all(mark in match.by_name and match.is_code_answer(mark) for mark in marks)
        if other.cell_type != "code" or len(marks) > 1 or not is_answer:
            break
        if other.source.strip() in of_course or len(other.source) > MOST_OF_PART:
            break
        goes_on = other.source[:1] in (" ", "\t") or not is_whole(other.source)
        if len(best) == len(parts) > 1 and not goes_on:
            break
        parts.append(other)
        if is_whole("\n".join(part.source for part in parts)) and not all(is_whole(part.source) for part in parts):
            best = list(parts)
        elif not goes_on:
            break
    return best


def _is_in(cell, cells):
    return any(cell is other for other in cells)


def _marks(cells):
    """The grade ids of cells."""
    marks = (cell.metadata.get("nbgrader") for cell in cells)
    return {mark["grade_id"] for mark in marks if isinstance(mark, dict) and isinstance(mark.get("grade_id"), str)}
