"""Find and mend a submission's answers in code, where they are not in their cells, or not as they can run."""

import re
import sys

from nbformat import NotebookNode

from grading.submissions.matching import Matching
from grading.submissions.outside_cells import (
    DEFINED,
    OF_NEWER_PYTHON,
    defines,
    mended_code,
    own_code,
    parsed,
    raises_above_answer,
    without_fences,
    without_stub_below,
    works_beside_stub,
)
from grading.submissions.read import new_cell

OF_GIT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.M)  # what it writes into a file where two versions differ
TO_FILL_IN = re.compile(r"^[^\S\n]+(\w+) = \.\.\.$", re.M)  # a line of a stub


def keep_code_of_tests(match: Matching) -> dict[str, NotebookNode]:
    """Copy what a student typed into test cells to new cells before them; return grade_id of test -> new cell."""
    kept = {}
    for name in [name for name in match.graded if match.is_test(name)]:
        cell = match.graded[name]
        code = own_code(cell.source, match.stub(name) + "\n" + match.by_name[name]["source"])
        if code:
            kept[name] = new_cell(cell.cell_type, code)
            match.notebook.cells.insert(match.place(cell), kept[name])
            match.remarks.append(f"what was typed into {name} was kept, in a cell before it")
    return kept


def claim_answers(match: Matching, kept: dict[str, NotebookNode]) -> None:
    """If the cell for an answer holds none, take another cell that defines it: the last one above its tests."""
    for name in filter(match.is_code_answer, match.by_name):
        cell = match.graded.get(name)
        found = [other for other in match.notebook.cells if match.may_answer(other, name)]
        if not found or cell is not None and match.is_worked(cell, name):
            continue
        match.graded[name] = chosen = match.last_above_tests(found, name)
        in_a_test = any(chosen is other for other in kept.values())
        where = "a test cell" if in_a_test else "another cell"
        match.remarks.append(f"{name}: its own cell holds no answer; the one in {where} counts")
        if cell is not None:
            del match.notebook.cells[match.place(chosen)]
            match.notebook.cells[match.place(cell)] = chosen


def doubt(match: Matching, kept: dict[str, NotebookNode]) -> None:
    """Fill `doubts`: if its tests fail, an answer may be there under another name or in another cell."""
    for name in filter(match.is_code_answer, match.by_name):
        cell, why = match.graded.get(name), None
        if cell is not None and match.is_worked(cell, name):
            if OF_GIT.search(cell.source):
                why = f"the cell of {name} holds both sides of a conflict of versions"
            elif raises_above_answer(cell.source, name):
                why = f"the cell of {name} holds an answer below `raise NotImplementedError()`, which was left in"
            elif works_beside_stub(cell.source, name):
                why = f"{name} only raises NotImplementedError, but its cell holds code outside of it"
            elif OF_NEWER_PYTHON.search(cell.source) and sys.version_info < (3, 12) and parsed(cell.source) is None:
                why = f"the cell of {name} may need a newer Python than the one that grades"
            elif not any(defines(c.source, name) for c in match.notebook.cells if c.cell_type == "code"):
                others = _some(DEFINED.findall(cell.source)) or "no function"
                why = f"there is no {name}; its cell defines {others}"
        elif any(test in kept for test in match.tests_of(name)):
            why = f"the cell of {name} holds no answer, but code was typed into its test"
        else:
            near = [c.source for c in match.around(name) if not match.is_claimed(c)]
            gaps = TO_FILL_IN.findall(match.stub(name))
            filled = [gap for gap in gaps if any(re.search(rf"^[^\w\n]*{gap} *=", text, re.M) for text in near)]
            near_names = [other for text in near for other in DEFINED.findall(text) if other not in match.by_name]
            if others := _some(near_names + filled):
                why = f"the cell of {name} holds no answer, but a cell near it defines {others}"
        if why:
            match.doubts |= dict.fromkeys(match.tests_of(name), why)


def drop_stubs(match: Matching) -> None:
    """Drop unanswered copies of an answer's cell: running one would overwrite the answer that counts."""
    stubs = {match.stub(name).strip(): name for name in match.by_name if match.is_code_answer(name)}
    copies = [c for c in match.notebook.cells if c.cell_type == "code" and c.source.strip() in stubs]
    dropped = {id(cell): stubs[cell.source.strip()] for cell in copies if not match.is_claimed(cell)}
    for name, cells in match.copies.items():
        others = [cell for cell in cells if not match.is_claimed(cell) and not match.is_worked(cell, name)]
        dropped |= {id(cell): name for cell in others if match.by_name[name]["solution"]}
    match.notebook.cells = [cell for cell in match.notebook.cells if id(cell) not in dropped]
    for name in dict.fromkeys(dropped.values()):
        match.remarks.append(f"a copy of the cell of {name} that holds no answer was left out")


def drop_stubs_in_cells(match: Matching) -> None:
    """As `drop_stubs`, where the stub stands below the answer in the same cell."""
    for name in filter(match.is_code_answer, match.by_name):
        for cell in match.notebook.cells:
            if cell.cell_type == "code" and (without := without_stub_below(cell.source, name)) != cell.source:
                cell.source = without
                match.remarks.append(f"a stub of {name} below the answer in the same cell was left out")


def put_imports_first(match: Matching) -> None:
    """Make the course's cell with imports a code cell above all answers."""
    imports = next((c for c in match.blueprint.released if c["cell_type"] == "code" and not c["grade_id"]), None)
    cell = next((c for c in match.notebook.cells if match.ungraded.get(id(c)) is imports), None)
    if imports is None or cell is None or not match.graded:
        return
    place, first = match.place(cell), min(map(match.place, match.graded.values()))
    source = without_fences(cell.source)
    if cell.cell_type != "code" and parsed(source) is not None:
        made = match.notebook.cells[place] = new_cell("code", source)
        made.id = cell.get("id", "imports")
        match.remarks.append("the cell with the imports was no code: made code")
    if place > first:
        match.notebook.cells.insert(first, match.notebook.cells.pop(place))
        match.remarks.append("the cell with the imports stood below answers: put back above them")


def mend_code(match: Matching) -> None:
    """Give code cells Python's own characters where others keep them from running; they often come by pasting."""
    for cell in match.notebook.cells:
        if cell.cell_type == "code" and (mended := mended_code(cell.source)) != cell.source:
            cell.source = mended
            defined = ", ".join(DEFINED.findall(mended)[:5])
            what = f"the code that defines {defined}" if defined else "a code cell"
            held = "curly quotes, hard spaces, mixed tabs, ``` or the like"
            match.remarks.append(f"{what} was made to run: it held {held}")


def _some(names):
    """The first of a student's names, for a message: few and short."""
    return ", ".join(name[:30] for name in names[:5])
