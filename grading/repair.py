"""Give a submission the cells of the course back: deleted, edited, duplicated, reordered, stripped of their marks."""

import re

import nbformat

from grading.reading import new_cell

NOTES = "grading-notes"  # id of the cell that says what was mended
MISSING = "This cell was not in the submission. It was put in for grading."


def repair(notebook, blueprint):
    """Make ``notebook`` fit the `Blueprint`, in place. What students wrote in their answers stays.

    Every cell with a grade id is there once, in the order of the course, with the course's metadata; locked cells
    hold the course's text. All other cells stay where they are, with no mark of nbgrader.

    Returns
    -------
    list of str
        What had to be mended, for people.
    """
    by_name = {cell["grade_id"]: cell for cell in blueprint.cells}
    found, remarks = _find(notebook, blueprint, by_name)
    places = sorted(found.values())
    order = [name for name in by_name if name in found]
    if sorted(found, key=found.get) != order:
        remarks.append("cells were moved: put back in order")
    graded = {name: notebook.cells[place] for name, place in found.items()}
    for place, name in zip(places, order):
        notebook.cells[place] = graded[name]
    for cell in notebook.cells:
        cell.metadata = nbformat.NotebookNode()
    for i, name in enumerate(by_name):
        if name not in graded:
            before = next((graded[other] for other in reversed(list(by_name)[:i]) if other in graded), None)
            graded[name] = _missing(by_name[name], remarks)
            place = _index(notebook, before) + 1 if before is not None else _first_answer(notebook)
            notebook.cells.insert(place, graded[name])
    for name, trusted in by_name.items():
        _restore(graded[name], trusted, blueprint, remarks)
    _unique_ids(notebook)
    return remarks


def _find(notebook, blueprint, by_name):
    """name -> place of the cells of the course, by nbgrader's mark, by cell id, by their text."""
    found, remarks = {}, []
    for place, cell in enumerate(notebook.cells):
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in by_name:
            if name in found:
                remarks.append(f"{name} is there twice: the last one counts")
            found[name] = place
    taken = set(found.values())
    lost = [name for name in by_name if name not in found]
    for name in lost:
        place = _look_for(name, notebook, blueprint, by_name, taken)
        if place is not None:
            found[name] = place
            taken.add(place)
    if len(lost) > 1 and any(name in found for name in lost):
        remarks.append("nbgrader's marks were gone: cells found by their text")
    return found, remarks


def _look_for(name, notebook, blueprint, by_name, taken):
    """The place of a cell that lost its mark, or None."""
    released = _released(name, blueprint)
    free = [(i, cell) for i, cell in enumerate(notebook.cells) if i not in taken]
    for place, cell in free:
        if released and cell.get("id") == released["id"] and cell.cell_type == released["cell_type"]:
            return place
    for place, cell in free:
        if released and cell.source.strip() == released["source"].strip():
            return place
    if by_name[name]["solution"] and by_name[name]["cell_type"] == "code":
        defines = re.compile(rf"^def {re.escape(name)}\(", re.M)
        return next((i for i, cell in reversed(free) if cell.cell_type == "code" and defines.search(cell.source)), None)
    return None


def _released(name, blueprint):
    return next((cell for cell in blueprint.released if cell["grade_id"] == name), {})


def _index(notebook, wanted):
    return next(i for i, cell in enumerate(notebook.cells) if cell is wanted)


def _first_answer(notebook):
    """Behind the imports, which are the first code of a notebook."""
    return next((i + 1 for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"), len(notebook.cells))


def _missing(trusted, remarks):
    remarks.append(f"{trusted['grade_id']} was missing: put in")
    cell = new_cell(trusted["cell_type"], f"# {MISSING}" if trusted["cell_type"] == "code" else MISSING)
    cell.id = _legal(trusted["grade_id"])
    return cell


def _restore(cell, trusted, blueprint, remarks):
    name = trusted["grade_id"]
    if cell.cell_type != trusted["cell_type"]:
        remarks.append(f"{name} was a {cell.cell_type} cell: made {trusted['cell_type']}")
        source, identity = cell.source, cell.get("id")
        cell.clear()
        cell.update(new_cell(trusted["cell_type"], source), id=identity)
    if trusted["locked"]:
        if cell.source not in (_released(name, blueprint).get("source"), f"# {MISSING}", MISSING):
            # Edited, or as an earlier release had it.
            remarks.append(f"{name} differs from the course's: the course's counts")
        cell.source = trusted["source"]
    mark = {
        "grade_id": name,
        "schema_version": 3,
        "grade": trusted["grade"],
        "solution": trusted["solution"],
        "locked": trusted["locked"],
        "task": False,
        "cell_type": trusted["cell_type"],
        "checksum": trusted["checksum"],
    }
    cell.metadata.nbgrader = nbformat.from_dict(mark | ({"points": trusted["points"]} if trusted["grade"] else {}))


def _unique_ids(notebook):
    """Give every cell a legal id of its own. ``number`` only grows, so this ends, whatever ids there are."""
    seen, number = {NOTES}, 0
    for cell in notebook.cells:
        cell.id = _legal(cell.get("id") or "")
        while cell.id in seen:
            number += 1
            cell.id = f"cell-{number}"
        seen.add(cell.id)


def _legal(identity):
    return re.sub(r"[^a-zA-Z0-9_-]", "-", identity)[:60] or "cell"
