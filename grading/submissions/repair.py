"""Repair a submitted notebook whose cells were deleted, edited, duplicated or moved, or have lost nbgrader's metadata.

What a student wrote is kept. An answer may be below its cell, in a copy of it, in the cell of its task or in a test: it
is found there (see `outside_cells`). Where it is not clear which text is the answer, a person is asked.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

from grading.gradebook.blueprint import Blueprint
from grading.outcome import shown
from grading.submissions.outside_cells import (
    DEFINED,
    OF_NEWER_PYTHON,
    defines,
    hidden_text,
    labels,
    mended_code,
    numbered,
    own_code,
    own_lines,
    parsed,
    prose,
    raises_above_answer,
    same_but_spaces,
    without_fences,
    without_stub_below,
    words,
    works_beside_stub,
)
from grading.submissions.read import new_cell

NOTES = "grading-notes"  # id of the cell that says what was mended
MISSING = "This cell was not in the submission. It was put in for grading."
MOST_TEXT = 20_000  # characters that are put into an unanswered cell
FAR = 80  # a text far from an unanswered cell may be its answer if it is so long; a shorter one may be a name
# Files in which people write, draw or photograph a proof.
DOCUMENT = re.compile(r"\.(pdf|png|jpe?g|gif|webp|heic|tiff?|svg|docx?|odt|rtf|pages|tex|md|txt)$", re.I)
OF_GIT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.M)  # what it writes into a file where two versions differ
TO_FILL_IN = re.compile(r"^[^\S\n]+(\w+) = \.\.\.$", re.M)  # a line of a stub
OF_TITLES = {"exercise", "bonus", "points", "point", "extra", "graded", "hand"}  # words that say nothing of the subject


class Repaired(NamedTuple):
    """What was done to a notebook.

    Parameters
    ----------
    remarks : list of str
        What was repaired, for the student and the instructor.
    needs_manual_grade : dict
        grade_id -> why a person should look at it.
    doubts : dict
        grade_id of a test -> why a person should look at it if it fails.
    """

    remarks: list[str]
    needs_manual_grade: dict[str, str]
    doubts: dict[str, str]


def repair(notebook: NotebookNode, blueprint: Blueprint, beside: Sequence[str] = ()) -> Repaired:
    """Make ``notebook`` fit the `Blueprint`, in place, and keep what the student wrote.

    Afterwards every cell with a grade id is there once, in the order of the course, with the course's metadata; locked
    cells hold the course's text. All other cells stay where they are, without metadata of nbgrader.

    Parameters
    ----------
    notebook : NotebookNode
    blueprint : Blueprint
    beside : list of str
        Names of the other files of the submission, in which a written answer may be.

    Returns
    -------
    Repaired
    """
    return _Repair(notebook, blueprint, beside).run()


def answers_in(notebook: NotebookNode, blueprint: Blueprint) -> tuple[set[str], dict[str, str]]:
    """Which cells of the course a notebook has, and which answers.

    Returns
    -------
    found : set of str
        Grade ids of the cells that are there.
    answers : dict
        grade_id -> source, for answers that differ from what was released.
    """
    look = _Repair(nbformat.from_dict(notebook), blueprint)
    look.mend_code()
    look.find()
    look.claim_answers(look.keep_code_of_tests())
    found = set(look.graded)  # before `claim_written`, which goes by position and would match in any notebook
    look.claim_written()
    return found, {name: cell.source for name, cell in look.graded.items() if look.is_worked(cell, name)}


class _Repair:
    def __init__(self, notebook: NotebookNode, blueprint: Blueprint, beside: Sequence[str] = ()):
        self.notebook, self.blueprint = notebook, blueprint
        self.documents = [name for name in beside if DOCUMENT.search(name) and name not in blueprint.beside]
        self._handed_in = list(notebook.cells)  # keeps the cells alive, so that Python reuses no id() of them
        self.by_name = {cell["grade_id"]: cell for cell in blueprint.cells}
        self.released = {cell["grade_id"]: cell for cell in blueprint.released if cell["grade_id"]}
        self.graded: dict[str, NotebookNode] = {}  # grade_id -> the cell that counts
        self.ungraded: dict[int, dict] = {}  # id() of a cell -> its released cell, which has no grade id
        self.copies: dict[str, list[NotebookNode]] = {}  # grade_id -> all cells with it
        self.remarks: list[str] = []
        self.needs_manual_grade: dict[str, str] = {}
        self.doubts: dict[str, str] = {}

    def run(self) -> Repaired:
        self.mend_code()
        self.find()
        kept = self.keep_code_of_tests()
        self.claim_answers(kept)
        self.claim_written()
        self._doubt(kept)
        self._put_imports_first()
        self._drop_stubs()
        self._drop_stubs_in_cells()
        self._put_in_order()
        for cell in self.notebook.cells:
            cell.metadata = nbformat.NotebookNode()
        self._put_in_missing()
        self._gather_text()
        self._show_hidden()
        if not any(self.is_worked(self.graded[name], name) for name in self.by_name):
            self.remarks.append("no cell for an answer holds one: they are empty, missing or as they were handed out")
        for name in self.by_name:
            self._restore(name)
        _unique_ids(self.notebook)
        return Repaired(self.remarks, self.needs_manual_grade, self.doubts)

    def mend_code(self):
        """Give code cells Python's own characters where others keep them from running; they often come by pasting."""
        for cell in self.notebook.cells:
            if cell.cell_type == "code" and (mended := mended_code(cell.source)) != cell.source:
                cell.source = mended
                defined = ", ".join(DEFINED.findall(mended)[:5])
                what = f"the code that defines {defined}" if defined else "a code cell"
                self.remarks.append(f"{what} was made to run: it held curly quotes, hard spaces, ``` or the like")

    # ------------------------------------------------------------ which cell is which

    def find(self) -> None:
        """Fill `graded`, `ungraded` and `copies`: by grade id, by cell id, by text."""
        ids = Counter(cell.get("id") for cell in self.notebook.cells)
        by_id = {cell.get("id"): cell for cell in self.notebook.cells if ids[cell.get("id")] == 1}
        lost = self._find_marked(self._find_wrongly_marked(by_id))
        for name in lost:
            cell = by_id.get(self.released.get(name, {}).get("id"))
            if cell is not None and not self.is_claimed(cell):
                self.graded[name] = cell
        for name in lost:
            if name not in self.graded and not self._is_written(name):
                self._find_by_text(name)
        for released in self.blueprint.released:
            if not released["grade_id"]:
                self._find_ungraded(released, by_id)
        if len(lost) > 1 and any(name in self.graded for name in lost):
            self.remarks.append("nbgrader's marks were gone: cells found by their text")
        for name in [name for name, cells in self.copies.items() if len(cells) > 1]:
            self._choose(name)

    def _find_wrongly_marked(self, by_id):
        """Cells that hold the answer to which their id belongs, but have another grade id: right grade_id -> cell."""
        found = {}
        for name in filter(self._is_code_answer, self.by_name):
            cell = by_id.get(self.released.get(name, {}).get("id"))
            if cell is not None and cell.cell_type == "code" and self._is_wrongly_marked(cell, name):
                found[name] = cell
        if found:
            self.remarks.append("nbgrader's marks were mixed up: answers found by the ids of their cells")
        return found

    def _is_wrongly_marked(self, cell, name):
        marked = _mark(cell)
        if marked in (None, name) or marked not in self.by_name or not defines(cell.source, name):
            return False
        return not (self._is_code_answer(marked) and defines(cell.source, marked))

    def _find_marked(self, wrongly_marked):
        """Fill `graded` and `copies` by grade id; return the grade ids that are not there."""
        marked: dict[str | None, list[NotebookNode]] = {}
        for cell in self.notebook.cells:
            if not any(cell is other for other in wrongly_marked.values()):
                marked.setdefault(_mark(cell), []).append(cell)
        for name, asked in self.by_name.items():
            cells = marked.get(name, [])
            if name in wrongly_marked and not any(defines(cell.source, name) for cell in cells):
                cells = [wrongly_marked[name]]
            of_its_type = [cell for cell in cells if cell.cell_type == asked["cell_type"]]
            if cells and (of_its_type or len(cells) == 1):
                self.copies[name] = of_its_type or cells
                self.graded[name] = self.copies[name][-1]
        return [name for name in self.by_name if name not in self.graded]

    def _find_by_text(self, name):
        text = self.stub(name).strip()
        same = [cell for cell in self.notebook.cells if text and cell.source.strip() == text]
        found = [cell for cell in same if not self.is_claimed(cell)][:1]
        if self._is_code_answer(name):
            found += [cell for cell in self.notebook.cells if self._may_answer(cell, name)]
        if found:
            self.graded[name] = found[-1]

    def _find_ungraded(self, released, by_id):
        cell = by_id.get(released["id"])
        if cell is None or self.is_claimed(cell):
            same = (c for c in self.notebook.cells if c.source.strip() == released["source"].strip())
            cell = next((c for c in same if not self.is_claimed(c)), None)
        if cell is not None:
            self.ungraded[id(cell)] = released

    def _choose(self, name):
        """Choose which of several cells with the same grade id counts."""
        cells = self.copies[name]
        worked = [cell for cell in cells if self.is_worked(cell, name)]
        if not self.by_name[name]["solution"] or not worked:
            which = "the last one counts"
        elif len(worked) == 1:
            self.graded[name] = worked[0]
            which = "the one that holds an answer counts"
        elif self._is_written(name):
            self.graded[name] = worked[0]
            which = "what they hold was put together"
        else:
            self.graded[name] = self._last_above_tests(worked, name)
            which = "the last answer above its tests counts"
        times = "twice" if len(cells) == 2 else f"{len(cells)} times"
        self.remarks.append(f"{name} is there {times}: {which}")

    def is_claimed(self, cell: NotebookNode) -> bool:
        """Whether a cell was matched with one of the course."""
        return id(cell) in self.ungraded or any(cell is other for other in self.graded.values())

    def is_worked(self, cell: NotebookNode, name: str) -> bool:
        """Whether a cell is one for an answer, and a student changed it."""
        if not self.by_name[name]["solution"]:
            return False
        blank = "", MISSING, f"# {MISSING}", self.stub(name), self.by_name[name]["source"]
        return not any(same_but_spaces(cell.source, text) for text in blank)

    def stub(self, name: str) -> str:
        """The source of a cell as it was released."""
        return self.released.get(name, self.by_name[name])["source"]

    def _is_written(self, name):
        return self.by_name[name]["solution"] and self.by_name[name]["cell_type"] != "code"

    def _is_code_answer(self, name):
        return self.by_name[name]["solution"] and self.by_name[name]["cell_type"] == "code"

    def _is_test(self, name):
        asked = self.by_name[name]
        return asked["grade"] and not asked["solution"] and asked["cell_type"] == "code"

    def _is_task(self, name):
        return self.by_name[name]["locked"] and self.by_name[name]["cell_type"] != "code"

    def _tests_of(self, name):
        return [test for test in self.by_name if test == f"test-{name}" or test.startswith(f"test-{name}-")]

    def _may_answer(self, cell, name):
        """Whether a cell that is not of the course defines an answer, as code or in a fenced block of Markdown."""
        if name not in cell.source or self.is_claimed(cell) or not self.is_worked(cell, name):
            return False
        if cell.cell_type == "code":
            return defines(cell.source, name)
        source = without_fences(cell.source)
        return defines(source, name) and parsed(source) is not None

    def _last_above_tests(self, cells, name):
        tests = [self._place(self.graded[test]) for test in self._tests_of(name) if test in self.graded]
        above = [cell for cell in cells if not tests or self._place(cell) < max(tests)]
        return (above or cells)[-1]

    def _place(self, wanted):
        return next(i for i, cell in enumerate(self.notebook.cells) if cell is wanted)

    # ------------------------------------------------------------ code

    def keep_code_of_tests(self) -> dict[str, NotebookNode]:
        """Copy what a student typed into test cells to new cells before them; return grade_id of test -> new cell."""
        kept = {}
        for name in [name for name in self.graded if self._is_test(name)]:
            cell = self.graded[name]
            code = own_code(cell.source, self.stub(name) + "\n" + self.by_name[name]["source"])
            if code:
                kept[name] = new_cell(cell.cell_type, code)
                self.notebook.cells.insert(self._place(cell), kept[name])
                self.remarks.append(f"what was typed into {name} was kept, in a cell before it")
        return kept

    def claim_answers(self, kept: dict[str, NotebookNode]) -> None:
        """If the cell for an answer holds none, take another cell that defines it: the last one above its tests."""
        for name in filter(self._is_code_answer, self.by_name):
            cell = self.graded.get(name)
            found = [other for other in self.notebook.cells if self._may_answer(other, name)]
            if not found or cell is not None and self.is_worked(cell, name):
                continue
            self.graded[name] = chosen = self._last_above_tests(found, name)
            in_a_test = any(chosen is other for other in kept.values())
            where = "a test cell" if in_a_test else "another cell"
            self.remarks.append(f"{name}: its own cell holds no answer; the one in {where} counts")
            if cell is not None:
                del self.notebook.cells[self._place(chosen)]
                self.notebook.cells[self._place(cell)] = chosen

    def _doubt(self, kept):
        """Fill `doubts`: if its tests fail, an answer may be there under another name or in another cell."""
        for name in filter(self._is_code_answer, self.by_name):
            cell, why = self.graded.get(name), None
            if cell is not None and self.is_worked(cell, name):
                if OF_GIT.search(cell.source):
                    why = f"the cell of {name} holds both sides of a conflict of versions"
                elif raises_above_answer(cell.source, name):
                    why = f"the cell of {name} holds an answer below `raise NotImplementedError()`, which was left in"
                elif works_beside_stub(cell.source, name):
                    why = f"{name} only raises NotImplementedError, but its cell holds code outside of it"
                elif OF_NEWER_PYTHON.search(cell.source) and parsed(cell.source) is None:
                    why = f"the cell of {name} may need a newer Python than the one that grades"
                elif not any(defines(c.source, name) for c in self.notebook.cells if c.cell_type == "code"):
                    others = _some(DEFINED.findall(cell.source)) or "no function"
                    why = f"there is no {name}; its cell defines {others}"
            elif any(test in kept for test in self._tests_of(name)):
                why = f"the cell of {name} holds no answer, but code was typed into its test"
            else:
                near = [c.source for c in self._around(name) if not self.is_claimed(c)]
                gaps = TO_FILL_IN.findall(self.stub(name))
                filled = [gap for gap in gaps if any(re.search(rf"^[^\w\n]*{gap} *=", text, re.M) for text in near)]
                near_names = [other for text in near for other in DEFINED.findall(text) if other not in self.by_name]
                if others := _some(near_names + filled):
                    why = f"the cell of {name} holds no answer, but a cell near it defines {others}"
            if why:
                self.doubts |= dict.fromkeys(self._tests_of(name), why)

    def _drop_stubs(self):
        """Drop unanswered copies of an answer's cell: running one would overwrite the answer that counts."""
        stubs = {self.stub(name).strip(): name for name in self.by_name if self._is_code_answer(name)}
        copies = [c for c in self.notebook.cells if c.cell_type == "code" and c.source.strip() in stubs]
        dropped = {id(cell): stubs[cell.source.strip()] for cell in copies if not self.is_claimed(cell)}
        for name, cells in self.copies.items():
            others = [cell for cell in cells if not self.is_claimed(cell) and not self.is_worked(cell, name)]
            dropped |= {id(cell): name for cell in others if self.by_name[name]["solution"]}
        self.notebook.cells = [cell for cell in self.notebook.cells if id(cell) not in dropped]
        for name in dict.fromkeys(dropped.values()):
            self.remarks.append(f"a copy of the cell of {name} that holds no answer was left out")

    def _drop_stubs_in_cells(self):
        """As `_drop_stubs`, where the stub stands below the answer in the same cell."""
        for name in filter(self._is_code_answer, self.by_name):
            for cell in self.notebook.cells:
                if cell.cell_type == "code" and (without := without_stub_below(cell.source, name)) != cell.source:
                    cell.source = without
                    self.remarks.append(f"a stub of {name} below the answer in the same cell was left out")

    def _put_imports_first(self):
        """Make the course's cell with imports a code cell above all answers."""
        imports = next((c for c in self.blueprint.released if c["cell_type"] == "code" and not c["grade_id"]), None)
        cell = next((c for c in self.notebook.cells if self.ungraded.get(id(c)) is imports), None)
        if imports is None or cell is None or not self.graded:
            return
        place, first = self._place(cell), min(map(self._place, self.graded.values()))
        source = without_fences(cell.source)
        if cell.cell_type != "code" and parsed(source) is not None:
            made = self.notebook.cells[place] = new_cell("code", source)
            made.id = cell.get("id", "imports")
            self.remarks.append("the cell with the imports was no code: made code")
        if place > first:
            self.notebook.cells.insert(first, self.notebook.cells.pop(place))
            self.remarks.append("the cell with the imports stood below answers: put back above them")

    # ------------------------------------------------------------ text

    def claim_written(self) -> None:
        """If the cell of a written answer lost its grade id, take the first Markdown cell at its position."""
        for name in filter(self._is_written, self.by_name):
            if name not in self.graded:
                found = [cell for cell in self._where_it_stood(name) if cell.cell_type == "markdown"]
                if found:
                    self.graded[name] = found[0]
                    self.remarks.append(f"{name} had lost its mark: found by the place where it stands")

    def _where_it_stood(self, name):
        """The cells at the position of a missing cell: between its neighbours in the course, and not of the course."""
        order = [cell["grade_id"] or id(cell) for cell in self.blueprint.released]
        known = {id(self.ungraded[id(c)]): c for c in self.notebook.cells if id(c) in self.ungraded} | self.graded
        at = order.index(name) if name in order else 0
        before = [self._place(known[key]) for key in order[:at] if key in known]
        start = before[-1] + 1 if before else 0
        behind = [self._place(known[key]) for key in order[at:] if key in known]
        end = next((place for place in behind if place >= start), len(self.notebook.cells))
        return [cell for cell in self.notebook.cells[start:end] if not self.is_claimed(cell)]

    def _around(self, name):
        """The cells without grade id between the previous and the next exercise."""
        mine = {name, f"{name}-task", *self._tests_of(name)}
        names = list(self.by_name)
        before = [n for n in names[: names.index(name)] if n in self.graded and n not in mine]
        behind = [n for n in names[names.index(name) :] if n in self.graded and n not in mine]
        start = self._place(self.graded[before[-1]]) + 1 if before else 0
        end = self._place(self.graded[behind[0]]) if behind else len(self.notebook.cells)
        graded = set(map(id, self.graded.values()))
        return [cell for cell in self.notebook.cells[start:end] if id(cell) not in graded]

    def _gather_text(self):
        """Copy what may be a written answer into its cell, if that is unanswered, for a person; keep all other text."""
        written = [name for name in self.by_name if self._is_written(name)]
        typed = self._typed_into_tasks()
        around = {name: self._around(name) for name in written}
        near = {id(cell) for name in written for cell in self._right_beside(name)}
        free = [c for c in self.notebook.cells if not self.is_claimed(c) and id(c) not in near]
        far = [(cell, words(cell)) for cell in free if len(cell.source) >= FAR]
        if not all(self.is_worked(self.graded[name], name) for name in written):
            far += self._prose_in_code()
        found = {name: self._may_be_answer(name, typed, around[name], far) for name in written}
        open_ones = [name for name in written if not found[name] and not self.is_worked(self.graded[name], name)]
        found |= {name: self._with_another(name, written, found, len(open_ones)) for name in open_ones}
        for name in written:
            self._put_together(name, found[name])
        if self.documents:
            self._point_to_documents([name for name in open_ones if not found[name]])
        for name, text in typed.items():
            self.notebook.cells.insert(self._place(self.graded[name]) + 1, new_cell("markdown", text))
            self.notebook.cells[self._place(self.graded[name]) + 1].id = _legal(f"typed-into-{name}")
            self.remarks.append(f"what was typed into {name} was kept, in a cell below it")

    def _may_be_answer(self, name, typed, around, far):
        """A list of (cell, text): copies of the cell of a written answer, and other text if that cell is unanswered.

        The text of its task is taken out of ``typed``; the texts in ``far`` are used if there is nothing nearer.
        """
        cell = self.graded[name]
        copies = [c for c in self.copies.get(name, ()) if c is not cell and self.is_worked(c, name)]
        found = [(c, c.source) for c in copies if not same_but_spaces(c.source, cell.source)]
        if self.is_worked(cell, name):
            return found
        if (task := f"{name}-task") in typed:
            found.append((self.graded[task], typed.pop(task)))
        found += [(c, self._own_words(c)) for c in around if not any(c is other for other in copies)]
        return [pair for pair in found if pair[1]] or [pair for pair in far if pair[1]]

    def _prose_in_code(self):
        """A list of (cell, text): what stands in comments and docstrings of the course's cells with code."""
        released = {key: cell["source"] for key, cell in self.ungraded.items()}
        released |= {id(c): self.stub(name) for name, c in self.graded.items() if not self._is_written(name)}
        code = [cell for cell in self.notebook.cells if cell.cell_type == "code" and id(cell) in released]
        return [(cell, prose(cell.source, released[id(cell)])) for cell in code]

    def _show_hidden(self):
        """Show below a written answer what Markdown hides of it, if that is most of it."""
        for name in filter(self._is_written, self.by_name):
            cell = self.graded[name]
            hidden = hidden_text(cell.source) if self.is_worked(cell, name) else ""
            if len(hidden.split()) > max(len(cell.source.split()) / 2, 3):
                lines = "\n".join(f"    {line}" for line in hidden.splitlines())
                cell.source += f"\n\n*Markdown does not show these lines of this cell:*\n\n{lines}"
                self.remarks.append(f"{name}: its text stood in comments, which no page shows: copied below them")

    def _right_beside(self, name):
        """The student's cells next to an answer's cell or its task, with no cell of the course in between."""
        cells, found = self.notebook.cells, []
        for place in [self._place(self.graded[n]) for n in (name, f"{name}-task") if n in self.graded]:
            for step in 1, -1:
                at = place + step
                while 0 <= at < len(cells) and not self.is_claimed(cells[at]):
                    found.append(cells[at])
                    at += step
        return found

    def _with_another(self, name, written, found, still_open):
        """A list of (cell, text): what was written for another answer and may hold this one, too.

        That is so if a heading in it names this one, or if it has as many numbered parts as there are written answers,
        or as are still open and one more.
        """
        titles = {other: self._title(other) for other in written}
        mine = titles[name].difference(*(words for other, words in titles.items() if other != name))
        worked = [self.graded[other] for other in written if self.is_worked(self.graded[other], other)]
        texts = [(cell, cell.source) for cell in worked]
        texts += [pair for other in written for pair in found[other]]
        parts = {len(written), still_open + 1}
        return [(cell, text) for cell, text in texts if labels(text) & mine or numbered(text) in parts]

    def _title(self, name):
        """Words of the heading of a written answer's task, and of its grade id."""
        task = self.stub(f"{name}-task") if f"{name}-task" in self.by_name else ""
        heading = next((line for line in task.splitlines() if line.startswith("#")), "")
        found = re.findall(r"[^\W\d_]{4,}", f"{heading} {name.removeprefix('written-')}".lower())
        return set(found) - OF_TITLES

    def _point_to_documents(self, names):
        """Say in unanswered cells that files lie beside the notebook in which the answer may be."""
        files = ", ".join(map(shown, self.documents[:5]))
        for name in names:
            self.graded[name].source = f"*This cell held no answer. Beside the notebook lies: `{files}`*"
            why = f"{name}: its cell holds no answer, and {files} lies beside the notebook: a person looks into it"
            self.needs_manual_grade[name] = why
            self.remarks.append(why)

    def _typed_into_tasks(self):
        """What a student typed into the course's own text: grade_id -> text."""
        typed = {}
        for name in filter(self._is_task, self.by_name):
            source = self.graded[name].source
            # The instructor's version has more text than the released one, such as a mark scheme: leave it out, too.
            text = own_lines(source, self.stub(name)) and own_lines(source, self.by_name[name]["source"])
            if text and source != MISSING:
                typed[name] = text
        return typed

    def _own_words(self, cell):
        released = self.ungraded.get(id(cell))
        if released is None:
            return words(cell)
        return own_lines(cell.source, released["source"]) if cell.cell_type == "markdown" else ""

    def _put_together(self, name, found):
        if not found:
            return
        cell = self.graded[name]
        text = "\n\n".join(text for _, text in found)
        if self.is_worked(cell, name):
            cell.source += f"\n\n*In a copy of this cell:*\n\n{text[:MOST_TEXT]}"
            return
        cell.source = f"*This cell held no answer. This stands elsewhere in the notebook:*\n\n{text[:MOST_TEXT]}"
        pictures = [c.attachments for c, _ in found if c.get("attachments")]
        if pictures:
            cell.attachments = nbformat.from_dict({key: value for each in pictures for key, value in each.items()})
        why = f"{name}: its cell holds no answer; what stands elsewhere was put there, for a person to judge"
        self.needs_manual_grade[name] = why
        self.remarks.append(why)

    # ------------------------------------------------------------ mending

    def _put_in_order(self):
        places = {name: self._place(cell) for name, cell in self.graded.items()}
        order = [name for name in self.by_name if name in self.graded]
        if sorted(places, key=lambda name: places[name]) != order:
            self.remarks.append("cells were moved: put back in order")
        for place, name in zip(sorted(places.values()), order):
            self.notebook.cells[place] = self.graded[name]

    def _put_in_missing(self):
        for i, name in enumerate(self.by_name):
            if name not in self.graded:
                before = next((n for n in reversed(list(self.by_name)[:i]) if n in self.graded), None)
                kind = self.by_name[name]["cell_type"]
                cell = self.graded[name] = new_cell(kind, f"# {MISSING}" if kind == "code" else MISSING)
                cell.id = _legal(name)
                place = self._place(self.graded[before]) + 1 if before is not None else self._first_answer()
                self.notebook.cells.insert(place, cell)
                self.remarks.append(f"{name} was missing: put in")

    def _first_answer(self):
        """The position below the first code cell, which holds the imports."""
        cells = enumerate(self.notebook.cells)
        return next((i + 1 for i, cell in cells if cell.cell_type == "code"), len(self.notebook.cells))

    def _restore(self, name):
        cell, trusted = self.graded[name], self.by_name[name]
        if cell.cell_type != trusted["cell_type"]:
            self.remarks.append(f"{name} was a {cell.cell_type} cell: made {trusted['cell_type']}")
            source = without_fences(cell.source) if trusted["cell_type"] == "code" else words(cell) or cell.source
            identity = cell.get("id")
            cell.clear()
            cell.update(new_cell(trusted["cell_type"], source), id=identity)
        if trusted["locked"]:
            if cell.source not in (self.stub(name), f"# {MISSING}", MISSING):
                # The student edited it, or it is of an earlier release.
                self.remarks.append(f"{name} differs from the course's: the course's counts")
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
        points = {"points": trusted["points"]} if trusted["grade"] else {}
        cell.metadata.nbgrader = nbformat.from_dict(mark | points)


def _some(names):
    """The first of a student's names, for a message: few and short."""
    return ", ".join(name[:30] for name in names[:5])


def _mark(cell):
    mark = cell.metadata.get("nbgrader")
    name = mark.get("grade_id") if isinstance(mark, dict) else None
    return name if isinstance(name, str) else None


def _unique_ids(notebook):
    """Give every cell a valid id of its own. ``number`` only grows, so the loop ends."""
    seen, number = {NOTES}, 0
    for cell in notebook.cells:
        cell.id = _legal(cell.get("id") or "")
        while cell.id in seen:
            number += 1
            cell.id = f"cell-{number}"
        seen.add(cell.id)


def _legal(identity):
    return re.sub(r"[^a-zA-Z0-9_-]", "-", identity)[:60] or "cell"
