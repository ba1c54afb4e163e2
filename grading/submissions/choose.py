"""Choose the notebook to grade among the files of a submission: by its cells, then by how many answers it has."""

import contextlib
from pathlib import Path
from typing import NamedTuple

from grading.gradebook.blueprint import Blueprint
from grading.outcome import named
from grading.submissions.outside_cells import defines, same_but_spaces
from grading.submissions.read import Budget, Read, Unreadable, parse, read_notebook, sides_of
from grading.submissions.repair import answers_in
from lib.checking.exercises import EXERCISES


class Chosen(NamedTuple):
    """A file that is graded.

    Parameters
    ----------
    name : str
        Its path below the folder of the submission.
    read : Read
    notes : list of str
        What else was handed in, for people.
    needs_manual_grade : dict
        grade_id -> why a person should look at it.
    doubts : dict
        grade_id of a test -> why a person should look at it if it fails.
    """

    name: str
    read: Read
    notes: list[str]
    needs_manual_grade: dict[str, str]
    doubts: dict[str, str]


class _File(NamedTuple):
    name: str
    read: Read
    answers: dict[str, str]  # grade_id -> text
    is_exact: bool
    is_automatic: bool  # from .ipynb_checkpoints, where Jupyter keeps copies

    @property
    def rank(self) -> tuple:
        """Sort key: the file of the highest rank is graded."""
        return not self.is_automatic, len(self.answers), self.is_exact


def choose(files: dict[str, bytes | str], others: list[str], blueprint: Blueprint) -> Chosen:
    """Choose the file that is the notebook of a `Blueprint`.

    Parameters
    ----------
    files : dict
        Name -> its bytes, as `grading.submissions.read.read_notebook` returns them, or why there are none.
    others : list of str
        Names of what else was handed in, for people.
    blueprint : Blueprint

    Returns
    -------
    Chosen

    Raises
    ------
    Unreadable
        If no file is that notebook; the message lists what was handed in.
    """
    usable, refused = [], {}
    in_conflict = [name for name, data in files.items() if isinstance(data, bytes) and len(sides_of(data)) > 1]
    files = _with_both_sides(files, in_conflict)
    for name, data in files.items():
        try:
            usable.append(_look(name, data, blueprint, len(files)))
        except Unreadable as error:
            refused[name] = str(error)
    for name in in_conflict:
        ours, theirs = name, _other_side(name)
        if ours in refused and theirs in refused:
            refused[ours] = "It holds both sides of a conflict of versions, as git writes them, and cannot be read so."
            del refused[theirs]
    if not usable:
        raise Unreadable(_what_there_is(refused, others, blueprint))
    chosen = max(usable, key=lambda file: file.rank)
    notes = [f"{named(name)} holds both sides of a conflict of versions, as git writes them" for name in in_conflict]
    notes += [f"{named(name)} was not graded. {why}" for name, why in refused.items()]
    if not chosen.is_exact:
        notes.insert(0, _why_another(chosen, usable, blueprint))
    needs_manual_grade: dict[str, str] = {}
    doubts: dict[str, str] = {}
    if chosen.is_automatic:
        why = f"{named(chosen.name)}, a copy that Jupyter made by itself, was graded: there is no other that can be"
        doubts = {cell["grade_id"]: why for cell in blueprint.cells if cell["grade"] and not cell["solution"]}
    for file in usable:
        if file is not chosen:
            differ = _other_answers(file, chosen)
            what = f"other answers to {', '.join(differ)}" if differ else "no other answer"
            notes.append(f"{named(file.name)} was not graded: it holds {what}")
            if not file.is_automatic or not chosen.answers:
                _ask(differ, f"{named(file.name)} holds another answer", blueprint, needs_manual_grade, doubts)
    return Chosen(chosen.name, chosen.read, notes, needs_manual_grade, doubts)


def is_worked_on(path: Path, blueprint: Blueprint) -> bool:
    """Whether a file is the notebook of a `Blueprint` and holds an answer."""
    try:
        return bool(_look(f"{blueprint.name}.ipynb", read_notebook(path, Budget()), blueprint, files=2).answers)
    except Unreadable:
        return False


def _with_both_sides(files, in_conflict):
    """``files`` with two entries for a file in which git left a conflict; ours has its name."""
    found = {}
    for name, data in files.items():
        if name in in_conflict:
            found[name], found[_other_side(name)] = sides_of(data)
        else:
            found[name] = data
    return found


def _other_side(name):
    return f"{name} (the other side)"


def _look(name, data, blueprint, files):
    if isinstance(data, str):
        raise Unreadable(data)
    read = parse(data)
    path = Path(name)
    known = {cell["grade_id"] for cell in blueprint.cells}
    marks = {cell.metadata.nbgrader.grade_id for cell in read.notebook.cells if "nbgrader" in cell.metadata}
    answers: dict[str, str] = {}
    if files > 1 or 2 * len(marks & known) < len(known):  # else it is the only file, and has half of the grade ids
        found, answers = answers_in(read.notebook, blueprint)
        foreign = _of_other_notebooks(read.notebook, marks, blueprint)
        if not found or 2 * len(found) < len(foreign):
            raise Unreadable(_what_it_is(foreign, blueprint))
    is_exact = path == Path(f"{blueprint.name}.ipynb")
    return _File(name, read, answers, is_exact, ".ipynb_checkpoints" in path.parts)


def _of_other_notebooks(notebook, marks, blueprint):
    """Names of exercises that other notebooks of the course ask for."""
    ours = {cell["grade_id"] for cell in blueprint.cells}
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    defined = {name for name in EXERCISES if name in marks or f"check({name}" in code or defines(code, name)}
    return sorted((defined | marks) - ours)


def _what_it_is(foreign, blueprint):
    with contextlib.suppress(StopIteration):
        notebook = next(EXERCISES[name].notebook for name in foreign if name in EXERCISES)
        return f"It holds another notebook of the course, {notebook}, and not {blueprint.name}."
    return f"It holds no cell of the notebook {blueprint.name}."


def _what_there_is(refused, others, blueprint):
    exact = f"{blueprint.name}.ipynb"
    if list(refused) == [exact]:
        return refused[exact]
    said = [f"{named(name)}: {why}" for name, why in refused.items()]
    also = f"There is: {', '.join(map(named, others[:10]))}." if others else ""
    return " ".join([f"There is no notebook {exact} in the submission.", *said, also]).strip()


def _why_another(chosen, usable, blueprint):
    """The note that a file with another name than that of the notebook was graded."""
    exact = next((file for file in usable if file.is_exact), None)
    if exact is None:
        return f"{named(chosen.name)} was graded as {blueprint.name}.ipynb"
    why = "has fewer answers" if exact.answers else "is as it was handed out"
    return f"{named(chosen.name)} was graded, because {blueprint.name}.ipynb {why}"


def _other_answers(file, chosen):
    """Grade ids of the answers that differ between a file and the chosen one."""
    return [name for name, text in file.answers.items() if not same_but_spaces(text, chosen.answers.get(name, ""))]


def _ask(names, why, blueprint, needs_manual_grade, doubts):
    """Flag answers for a person: written ones always (``needs_manual_grade``), tests if they fail (``doubts``)."""
    for cell in blueprint.cells:
        name = cell["grade_id"]
        if cell["grade"] and cell["solution"] and name in names:
            needs_manual_grade[name] = f"{name}: {why}"
        if any(name == f"test-{answer}" or name.startswith(f"test-{answer}-") for answer in names):
            doubts[name] = f"{name}: {why}"
