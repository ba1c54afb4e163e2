"""Find a submission's written answers, where they are not in their cells. It is for a person to judge them."""

import re

import nbformat

from grading.outcome import shown
from grading.submissions.matching import MISSING, Matching
from grading.submissions.outside_cells import hidden_text, labels, numbered, own_lines, prose, same_but_spaces, words
from grading.submissions.read import legal_id, new_cell

MOST_TEXT = 20_000  # characters that are put into an unanswered cell
FAR = 80  # a text far from an unanswered cell may be its answer if it is so long; a shorter one may be a name
# Files in which people write, draw or photograph a proof.
DOCUMENT = re.compile(r"\.(pdf|png|jpe?g|gif|webp|heic|tiff?|svg|docx?|odt|rtf|pages|tex|md|txt)$", re.I)
OF_TITLES = {"exercise", "bonus", "points", "point", "extra", "graded", "hand"}  # words that say nothing of the subject


def claim_written(match: Matching) -> None:
    """If the cell of a written answer lost its grade id, take the first Markdown cell at its position."""
    for name in filter(match.is_written, match.by_name):
        if name not in match.graded:
            found = [cell for cell in _where_it_stood(match, name) if cell.cell_type == "markdown"]
            if found:
                match.graded[name] = found[0]
                match.remarks.append(f"{name} had lost its mark: found by the place where it stands")


def _where_it_stood(match, name):
    """The cells at the position of a missing cell: between its neighbours in the course, and not of the course."""
    order = [cell["grade_id"] or id(cell) for cell in match.blueprint.released]
    known = {id(match.ungraded[id(c)]): c for c in match.notebook.cells if id(c) in match.ungraded} | match.graded
    at = order.index(name) if name in order else 0
    before = [match.place(known[key]) for key in order[:at] if key in known]
    start = before[-1] + 1 if before else 0
    behind = [match.place(known[key]) for key in order[at:] if key in known]
    end = next((place for place in behind if place >= start), len(match.notebook.cells))
    return [cell for cell in match.notebook.cells[start:end] if not match.is_claimed(cell)]


def gather_text(match: Matching) -> None:
    """Copy what may be a written answer into its cell, if that is unanswered, for a person; keep all other text."""
    written = [name for name in match.by_name if match.is_written(name)]
    typed = _typed_into_tasks(match)
    around = {name: match.around(name) for name in written}
    near = {id(cell) for name in written for cell in _right_beside(match, name)}
    free = [c for c in match.notebook.cells if not match.is_claimed(c) and id(c) not in near]
    far = [(cell, words(cell)) for cell in free if len(cell.source) >= FAR]
    unanswered = [name for name in written if not match.is_worked(match.graded[name], name)]
    if unanswered:
        far += _prose_in_code(match)
        beside = {id(cell) for name in unanswered for cell in around[name]}
        of_course = [c for c in match.notebook.cells if id(c) in match.ungraded and id(c) not in beside]
        far += [(cell, _own_words(match, cell)) for cell in of_course]
        of_others = [name for name in typed if name.removesuffix("-task") not in unanswered]
        far += [(match.graded[name], typed[name]) for name in of_others]
        far = [(cell, text) for cell, text in far if len(text) >= FAR]
    found = {name: _may_be_answer(match, name, typed, around[name], far) for name in written}
    open_ones = [name for name in written if not found[name] and not match.is_worked(match.graded[name], name)]
    found |= {name: _with_another(match, name, written, found, len(open_ones)) for name in open_ones}
    for name in written:
        _put_together(match, name, found[name])
    _point_to_documents(match, [name for name in open_ones if not found[name]])
    for name, text in typed.items():
        match.notebook.cells.insert(match.place(match.graded[name]) + 1, new_cell("markdown", text))
        match.notebook.cells[match.place(match.graded[name]) + 1].id = legal_id(f"typed-into-{name}")
        match.remarks.append(f"what was typed into {name} was kept, in a cell below it")


def _may_be_answer(match, name, typed, around, far):
    """A list of (cell, text): copies of the cell of a written answer, and other text if that cell is unanswered.

    The text of its task is taken out of ``typed``; the texts in ``far`` are used if there is nothing nearer.
    """
    cell = match.graded[name]
    copies = [c for c in match.copies.get(name, ()) if c is not cell and match.is_worked(c, name)]
    found = [(c, c.source) for c in copies if not same_but_spaces(c.source, cell.source)]
    if match.is_worked(cell, name):
        return found
    if (task := f"{name}-task") in typed:
        found.append((match.graded[task], typed.pop(task)))
    found += [(c, _own_words(match, c)) for c in around if not any(c is other for other in copies)]
    return [pair for pair in found if pair[1]] or [pair for pair in far if pair[1]]


def _prose_in_code(match):
    """A list of (cell, text): what stands in comments and docstrings of the course's cells with code."""
    released = {key: cell["source"] for key, cell in match.ungraded.items()}
    released |= {id(c): match.stub(name) for name, c in match.graded.items() if not match.is_written(name)}
    code = [cell for cell in match.notebook.cells if cell.cell_type == "code" and id(cell) in released]
    return [(cell, prose(cell.source, released[id(cell)])) for cell in code]


def show_hidden(match: Matching) -> None:
    """Show below a written answer what Markdown hides of it, if that is most of it."""
    for name in filter(match.is_written, match.by_name):
        cell = match.graded[name]
        hidden = hidden_text(cell.source) if match.is_worked(cell, name) else ""
        if len(hidden.split()) > max(len(cell.source.split()) / 2, 3):
            lines = "\n".join(f"    {line}" for line in hidden.splitlines())
            cell.source += f"\n\n*Markdown does not show these lines of this cell:*\n\n{lines}"
            match.remarks.append(f"{name}: its text stood in comments, which no page shows: copied below them")


def _right_beside(match, name):
    """The student's cells next to an answer's cell or its task, with no cell of the course in between."""
    cells, found = match.notebook.cells, []
    for place in [match.place(match.graded[n]) for n in (name, f"{name}-task") if n in match.graded]:
        for step in 1, -1:
            at = place + step
            while 0 <= at < len(cells) and not match.is_claimed(cells[at]):
                found.append(cells[at])
                at += step
    return found


def _with_another(match, name, written, found, still_open):
    """A list of (cell, text): what was written for another answer and may hold this one, too.

    That is so if a heading in it names this one, or if it has as many numbered parts as there are written answers,
    or as are still open and one more.
    """
    titles = {other: _title(match, other) for other in written}
    mine = titles[name].difference(*(words for other, words in titles.items() if other != name))
    worked = [match.graded[other] for other in written if match.is_worked(match.graded[other], other)]
    texts = [(cell, cell.source) for cell in worked]
    texts += [pair for other in written for pair in found[other]]
    parts = {len(written), still_open + 1}
    return [(cell, text) for cell, text in texts if labels(text) & mine or numbered(text) in parts]


def _title(match, name):
    """Words of the heading of a written answer's task, and of its grade id."""
    task = match.stub(f"{name}-task") if f"{name}-task" in match.by_name else ""
    heading = next((line for line in task.splitlines() if line.startswith("#")), "")
    found = re.findall(r"[^\W\d_]{4,}", f"{heading} {name.removeprefix('written-')}".lower())
    return set(found) - OF_TITLES


def _point_to_documents(match, names):
    """Say in unanswered cells that files lie beside the notebook in which the answer may be."""
    documents = [name for name in match.beside if DOCUMENT.search(name)]
    files = ", ".join(map(shown, documents[:5]))
    for name in names if documents else ():
        match.graded[name].source = f"*This cell held no answer. Beside the notebook lies: `{files}`*"
        why = f"{name}: its cell holds no answer, and {files} lies beside the notebook: a person looks into it"
        match.needs_manual_grade[name] = why
        match.remarks.append(why)


def _typed_into_tasks(match):
    """What a student typed into the course's own text: grade_id -> text."""
    typed = {}
    for name in filter(match.is_task, match.by_name):
        source = match.graded[name].source
        # The instructor's version has more text than the released one, such as a mark scheme: leave it out, too.
        text = own_lines(source, match.stub(name)) and own_lines(source, match.by_name[name]["source"])
        if text and source != MISSING:
            typed[name] = text
    return typed


def _own_words(match, cell):
    released = match.ungraded.get(id(cell))
    if released is None:
        return words(cell)
    return own_lines(cell.source, released["source"]) if cell.cell_type == "markdown" else ""


def _put_together(match, name, found):
    if not found:
        return
    cell = match.graded[name]
    text = "\n\n".join(text for _, text in found)
    if match.is_worked(cell, name):
        cell.source += f"\n\n*In a copy of this cell:*\n\n{text[:MOST_TEXT]}"
        return
    cell.source = f"*This cell held no answer. This stands elsewhere in the notebook:*\n\n{text[:MOST_TEXT]}"
    pictures = [c.attachments for c, _ in found if c.get("attachments")]
    if pictures:
        cell.attachments = nbformat.from_dict({key: value for each in pictures for key, value in each.items()})
    why = f"{name}: its cell holds no answer; what stands elsewhere was put there, for a person to judge"
    match.needs_manual_grade[name] = why
    match.remarks.append(why)
