"""Match the cells of a submitted notebook with the course's: by grade id, by cell id, by text."""

from collections import Counter
from collections.abc import Sequence

from nbformat import NotebookNode

from grading.gradebook.blueprint import Blueprint
from grading.submissions.outside_cells import defines, parsed, same_but_spaces, without_fences

MISSING = "This cell was not in the submission. It was put in for grading."


class Matching:
    """Which cells of a notebook are which of the course, and what was repaired so far.

    Parameters
    ----------
    notebook : NotebookNode
    blueprint : Blueprint
    beside : list of str
        Names of the other files of the submission.
    """

    def __init__(self, notebook: NotebookNode, blueprint: Blueprint, beside: Sequence[str] = ()):
        self.notebook, self.blueprint = notebook, blueprint
        self.beside = [name for name in beside if name not in blueprint.beside]
        self._handed_in = list(notebook.cells)  # keeps the cells alive, so that Python reuses no id() of them
        self.by_name = {cell["grade_id"]: cell for cell in blueprint.cells}
        self.released = {cell["grade_id"]: cell for cell in blueprint.released if cell["grade_id"]}
        self.graded: dict[str, NotebookNode] = {}  # grade_id -> the cell that counts
        self.ungraded: dict[int, dict] = {}  # id() of a cell -> its released cell, which has no grade id
        self.copies: dict[str, list[NotebookNode]] = {}  # grade_id -> all cells with it
        self.remarks: list[str] = []  # these three: see `grading.submissions.repair.Repaired`
        self.needs_manual_grade: dict[str, str] = {}
        self.doubts: dict[str, str] = {}

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
            if name not in self.graded and not self.is_written(name):
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
        for name in filter(self.is_code_answer, self.by_name):
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
        return not (self.is_code_answer(marked) and defines(cell.source, marked))

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
        if self.is_code_answer(name):
            found += [cell for cell in self.notebook.cells if self.may_answer(cell, name)]
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
        elif self.is_written(name):
            self.graded[name] = worked[0]
            which = "what they hold was put together"
        else:
            self.graded[name] = self.last_above_tests(worked, name)
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

    def is_written(self, name: str) -> bool:
        """Whether a cell is for an answer in words."""
        return self.by_name[name]["solution"] and self.by_name[name]["cell_type"] != "code"

    def is_code_answer(self, name: str) -> bool:
        """Whether a cell is for an answer in code."""
        return self.by_name[name]["solution"] and self.by_name[name]["cell_type"] == "code"

    def is_test(self, name: str) -> bool:
        """Whether a cell holds tests."""
        asked = self.by_name[name]
        return asked["grade"] and not asked["solution"] and asked["cell_type"] == "code"

    def is_task(self, name: str) -> bool:
        """Whether a cell is text of the course that states a task."""
        return self.by_name[name]["locked"] and self.by_name[name]["cell_type"] != "code"

    def tests_of(self, name: str) -> list[str]:
        """The grade ids of an exercise's tests."""
        return [test for test in self.by_name if test == f"test-{name}" or test.startswith(f"test-{name}-")]

    def may_answer(self, cell: NotebookNode, name: str) -> bool:
        """Whether a cell that is not of the course defines an answer, as code or in a fenced block of Markdown."""
        if name not in cell.source or self.is_claimed(cell) or not self.is_worked(cell, name):
            return False
        if cell.cell_type == "code":
            return defines(cell.source, name)
        source = without_fences(cell.source)
        return defines(source, name) and parsed(source) is not None

    def last_above_tests(self, cells: list[NotebookNode], name: str) -> NotebookNode:
        """The last of some cells that stands above the tests of an exercise; the last one if none does."""
        tests = [self.place(self.graded[test]) for test in self.tests_of(name) if test in self.graded]
        above = [cell for cell in cells if not tests or self.place(cell) < max(tests)]
        return (above or cells)[-1]

    def place(self, wanted: NotebookNode) -> int:
        """Where a cell is in the notebook."""
        return next(i for i, cell in enumerate(self.notebook.cells) if cell is wanted)

    def around(self, name: str) -> list[NotebookNode]:
        """The cells without grade id between the previous and the next exercise."""
        mine = {name, f"{name}-task", *self.tests_of(name)}
        names = list(self.by_name)
        before = [n for n in names[: names.index(name)] if n in self.graded and n not in mine]
        behind = [n for n in names[names.index(name) :] if n in self.graded and n not in mine]
        start = self.place(self.graded[before[-1]]) + 1 if before else 0
        end = self.place(self.graded[behind[0]]) if behind else len(self.notebook.cells)
        graded = set(map(id, self.graded.values()))
        return [cell for cell in self.notebook.cells[start:end] if id(cell) not in graded]


def _mark(cell):
    mark = cell.metadata.get("nbgrader")
    name = mark.get("grade_id") if isinstance(mark, dict) else None
    return name if isinstance(name, str) else None
