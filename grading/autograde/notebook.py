"""Grade one submitted notebook: choose the file, repair it, run it in the sandbox, judge. It uses no gradebook."""

import ast
import builtins
import hashlib
import json
import re
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import PurePosixPath

import nbformat
from nbformat import NotebookNode

from grading.autograde import verdicts
from grading.autograde.limits import Limits
from grading.autograde.references import codes_of
from grading.gradebook.blueprint import Blueprint, imports_of
from grading.harmless import make_harmless
from grading.outcome import NotGradable, shown
from grading.sandbox.kernel import Kernel, KernelLost
from grading.storable import Room
from grading.submissions.candidates import Candidates
from grading.submissions.choose import choose
from grading.submissions.outside_cells import assigned, defines, same_but_spaces
from grading.submissions.read import Unreadable, new_cell
from grading.submissions.repair import NOTES, repair
from lib.checking.exercises import EXERCISES, earlier_in_notebook
from lib.checking.judge import Verdict

SHELL = "__import__('IPython').get_ipython()"  # works even if a submission deleted the name get_ipython
MARKUP = re.compile(r"<[^<>]*>|[*_`#]")
LIKE_NOTES = re.compile(r"notes\s+on\s+grading", re.I)
CELL_MAGIC = re.compile(r"\A\s*%%.*\n")
MOST_VARIANTS = 3  # of an answer that are tried; with more, a student could hand in guesses
OLD_NUMPY = re.compile(
    r"was removed in the NumPy 2|module 'numpy' has no attribute '(int|float|object|product|cumproduct|trapz|in1d)'"
)
CELLS_NOT_RUN = "IPython itself failed, after a cell had changed it, and cells were not run"
TIME_IS_OVER = "the time for the notebook was over"


class CellLost(Exception):
    """A cell ended its kernel, or its time was over."""

    def __init__(self, cell: NotebookNode, why: str):
        super().__init__(why)
        self.cell, self.why = cell, why


@dataclass(frozen=True)
class Graded:
    """The result of grading one submitted notebook.

    Parameters
    ----------
    text : str
        The graded notebook, as a file holds it.
    cells : list of dict
        Its cells with a grade id.
    needs_manual_grade : dict
        grade_id -> why a person should look at it.
    notes : list of str
        What was repaired and what went wrong, for the instructor's table and the student.
    seconds : dict
        Part of the work -> seconds that it took.
    memory : int
        Bytes that the submission used at its peak.
    unfinished : bool
        Whether the time for the notebook was over before its end.
    """

    text: str
    cells: list[NotebookNode]
    needs_manual_grade: dict[str, str]
    notes: list[str]
    seconds: dict[str, float]
    memory: int
    unfinished: bool = False


def grade(
    data: Candidates | str, blueprint: Blueprint, limits: Limits, key: bytes, fork: Callable[[], Connection]
) -> Graded:
    """Grade one notebook.

    Parameters
    ----------
    data : Candidates or str
        A string says why nothing could be read.
    blueprint : Blueprint
    limits : Limits
    key : bytes
        What the seeds of hidden tests are drawn from, see `grading.autograde.seeds.key_for`.
    fork : callable
        Returns the connection to a new kernel, see `grading.autograde.jobs`.

    Returns
    -------
    Graded

    Raises
    ------
    ValueError
        If a test cell of the course has other code than calls of check().
    """
    began = time.monotonic()
    try:
        if isinstance(data, str):
            raise Unreadable(data)
        chosen = choose(data.notebooks, data.others, blueprint)
    except Unreadable as error:
        return ungraded(str(error), blueprint)
    read = chosen.read
    repaired = repair(read.notebook, blueprint, data.others)
    running = time.monotonic()
    modules = _importable(data.modules, chosen.name) if limits.sandbox.enabled else {}
    run = Run(read.notebook, blueprint, limits, key, fork, modules)
    run.run_and_judge(repaired.needs_manual_grade | chosen.needs_manual_grade, repaired.doubts | chosen.doubts)
    run.flag_first_failure(read.lost)
    notes = [*chosen.notes, *read.notes, *repaired.remarks, *run.notes]
    text, cells = _finished(read.notebook, notes)
    seconds = {"read": running - began, **run.seconds, "all": time.monotonic() - began}
    return Graded(text, cells, run.needs_manual_grade, notes, seconds, run.memory, run.is_over())


def ungraded(why: str, blueprint: Blueprint) -> Graded:
    """The result for a notebook that cannot be graded: the released one, with every grade waiting for a person."""
    notebook = nbformat.from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []})
    for cell in blueprint.released:
        notebook.cells.append(new_cell(cell["cell_type"], cell["source"]))
        notebook.cells[-1].update(id=cell["id"])
        if cell["grade_id"]:
            notebook.cells[-1].metadata.nbgrader = nbformat.NotebookNode(grade_id=cell["grade_id"])
    repair(notebook, blueprint)
    why = f"This submission could not be graded automatically. {why}"
    needs_manual_grade = {cell["grade_id"]: why for cell in blueprint.cells if cell["grade"]}
    for cell in notebook.cells:
        cell.metadata.ungraded = True
    text, cells = _finished(notebook, [why])
    return Graded(text, cells, needs_manual_grade, [why], {}, 0)


def add_notes(notebook: NotebookNode, notes: list[str]) -> None:
    """Insert a cell at the top of a graded notebook that lists what was repaired and what went wrong."""
    if any(_is_headed_like_notes(cell) for cell in notebook.cells):
        notes = [*notes, "A text of the submission calls itself notes on grading; the grader's are here alone"]
    if notes:
        lines = [f"- {shown(note).rstrip('.')}." for note in notes]
        notebook.cells.insert(0, new_cell("markdown", "\n".join(["**Notes on grading**", "", *lines])))
        notebook.cells[0].update(id=NOTES)


def _is_headed_like_notes(cell):
    """Whether a student's text could be taken for the list that `add_notes` inserts."""
    of_course = cell.metadata.get("nbgrader", {}).get("locked")
    text = MARKUP.sub("", unicodedata.normalize("NFKC", cell.source))
    return cell.cell_type != "code" and not of_course and LIKE_NOTES.search(text) is not None


def _finished(notebook: NotebookNode, notes: list[str]) -> tuple[str, list[NotebookNode]]:
    """(the text of the .ipynb file of a graded notebook with its notes, its cells with a grade id)."""
    add_notes(notebook, notes)
    make_harmless(notebook)
    cells = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    return nbformat.v4.writes(notebook) + "\n", cells


class Run:
    """Runs one notebook in the sandbox and judges it; in a new kernel, without the cell, if a cell ends the kernel."""

    def __init__(
        self,
        notebook: NotebookNode,
        blueprint: Blueprint,
        limits: Limits,
        key: bytes,
        fork: Callable[[], Connection],
        modules: dict[str, str],
    ):
        self.notebook = notebook
        self.modules = modules  # path -> text of the student's Python files beside the notebook
        self.limits = limits
        self.fork = fork
        self.tests = verdicts.with_own_seeds(verdicts.tests_of(blueprint), key, _work_in(notebook))
        self.found = {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if is_test(cell)}
        self.answers = {c.metadata.nbgrader.grade_id: c for c in notebook.cells if _is_answer(c)}
        self.released = {cell["grade_id"] or cell["id"]: cell for cell in blueprint.released}
        self.imports = imports_of(blueprint)
        self.judged: dict[str, tuple[Verdict, bool]] = {}  # grade_id -> (verdict, whether a hidden check failed)
        self.harmful: set[str] = set()  # exercises whose answers were interrupted because they took too long
        self.reports: dict[str, list[str]] = {}  # cell id -> what its checks reported
        self.lost: dict[str, str] = {}  # id of a cell that ended a kernel or was not run -> why
        self.replaced: set[str] = set()  # names that the submission replaced, see `grading.sandbox.kernel.Reply`
        self.needs_manual_grade: dict[str, str] = {}
        self.notes: list[str] = []
        self.memory = 0
        self.seconds = dict.fromkeys(("cells", "judging", "again"), 0.0)

    def run_and_judge(self, needs_manual_grade: dict[str, str], doubts: dict[str, str]) -> None:
        """Run and judge; for ``needs_manual_grade`` and ``doubts`` see `grading.submissions.repair.Repaired`."""
        self._run()
        for cell in self.notebook.cells:
            if cell.id in self.lost:
                self._tell_lost(cell, self.lost[cell.id])
            for output in cell.get("outputs", ()):
                output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
        self._flag_for_a_person()
        self._explain_stopped()
        for name, cell in self.found.items():
            verdicts.write(cell, *self.judged[name])
        doubts = {name: why for name, why in doubts.items() if name in self.judged and not self.judged[name][0].right}
        self.needs_manual_grade = needs_manual_grade | doubts | self.needs_manual_grade
        self.notes += dict.fromkeys(f"{why}: a person looks at it" for why in doubts.values())

    def _run(self):
        """Run the cells; whenever one ends the kernel, run the others again in a new one."""
        cells = [cell for cell in self.notebook.cells if cell.cell_type == "code" and cell.source.strip()]
        while (found := self._run_once([cell for cell in cells if cell.id not in self.lost])) is not None:
            self.lost[found.cell.id] = found.why
            found.cell.execution_count, found.cell.outputs = None, []
            if self._left() <= 0:
                behind = [cell for cell in cells[cells.index(found.cell) + 1 :] if is_test(cell)]
                self.lost |= dict.fromkeys((cell.id for cell in behind), f"was not run: {TIME_IS_OVER}")
                break
        self._judge_lost()
        if self._left() > 0:
            self._look_again([cell for cell in cells if not is_test(cell) and cell.id not in self.lost])

    def _run_once(self, cells):
        """Run cells in a new kernel and judge each test; return None, or the `CellLost` at which it ended."""
        self.judged, room = {}, Room()
        self._judge_lost()
        waiting = list(dict.fromkeys(checks[0].exercise for checks in self.tests.values()))
        kernel = Kernel(self.fork())
        try:
            self._start(kernel, cells[0])
            for cell in cells:
                if is_test(cell):
                    self._run_test(kernel, cell)
                else:
                    reply = self._run_cell(kernel, cell, "cells")
                    cell.execution_count, cell.outputs = reply.count, room.keep(reply.outputs)
                    self._finish(kernel, cell)
                while waiting and all(name in self.judged for name in self._tests_of(waiting[0])):
                    self._carry_forward(kernel, waiting[0])
                    self._fill_gap(kernel, waiting.pop(0), cell)
            if room.was_short:
                self.notes.append("outputs that would have filled the file were left out")
            return None
        except CellLost as lost:
            return lost
        finally:
            began = time.monotonic()
            kernel.close()
            self.seconds["cells"] += time.monotonic() - began
            self.memory = max(self.memory, kernel.peak)

    def _start(self, kernel, cell):
        """Run the imports of the course's notebook, even if the submission changed or deleted them.

        Then the student's own modules are put where the notebook can import them. Nothing of the submission has run
        yet, so if the kernel ends here, ``cell``, the first one, is not to blame. On a busy machine the imports may
        take all the time that is left.
        """
        try:
            self._import(kernel, cell, "cells", self._left())
            if self.modules:
                self._run_cell(kernel, cell, "cells", code=f"{SHELL}.write_modules({self.modules!r})")
        except CellLost:
            if self._left() > 0:
                raise NotGradable("The sandbox gave no kernel that could be used.") from None
            raise

    def _import(self, kernel, cell, kind, seconds=None):
        self._run_cell(kernel, cell, kind, code=f"exec({self.imports!r}, globals())", seconds=seconds)

    def _run_test(self, kernel, cell):
        """Run a test cell and judge what it reports.

        If an earlier answer hung or ended a kernel, the references replace it from the start, and not only after the
        test has failed (as in `_carry_forward`): otherwise it would hang, or end the kernel, in this test again.
        """
        exercise = self.tests[cell.metadata.nbgrader.grade_id][0].exercise
        earlier = earlier_in_notebook(exercise)
        lost = {self.tests[name][0].exercise for name, test in self.found.items() if test.id in self.lost}
        references = earlier if (self.harmful | lost) & set(earlier) else ()
        reply = self._run_cell(kernel, cell, "cells", references)
        self.reports[cell.id] = reply.reports
        self._judge(cell.metadata.nbgrader.grade_id, reply)
        if _is_interrupted(reply.reports):
            self.harmful.add(exercise)

    def _finish(self, kernel, cell):
        """If a student's cell stopped at an error, run the definitions below it, see `Shell.finish`."""
        error = verdicts.error_in(cell.outputs)
        of_course = any(cell.source.strip() == released["source"].strip() for released in self.released.values())
        if error is None or error.ename == "KeyboardInterrupt" or of_course:
            return
        self._run_cell(kernel, cell, "cells", code=f"{SHELL}.finish({cell.source!r})")

    def _fill_gap(self, kernel, exercise, cell):
        """If an answer is not defined after its tests, define the released stub: cells below refer to the name."""
        stub = self.released.get(exercise)
        if stub and any(self.judged[name][0].kind == "stopped" for name in self._tests_of(exercise)):
            code = f"exec({stub['source']!r} if {exercise!r} not in globals() else '', globals())"
            self._run_cell(kernel, cell, "cells", code=code)

    def _run_cell(self, kernel, cell, kind, references=(), code=None, seconds=None):
        """Return `Kernel.run` of a cell, within ``seconds``; its time is added to ``self.seconds[kind]``.

        If ``code`` is given, it is the grader's, and runs in the place of the cell, as a test cell does.
        """
        began, left = time.monotonic(), self._left()
        if left <= 0:
            raise CellLost(cell, f"was not run: {TIME_IS_OVER}")
        try:
            seconds = min(seconds or self.limits.cell_seconds, left)
            hidden = code is not None or is_test(cell)
            source = code or (self._source_of(cell) if hidden else cell.source)
            return kernel.run(source, seconds, self.limits.most_output, hidden, codes_of(references))
        except KernelLost as error:
            raise CellLost(cell, str(error) if self._left() > 0 else f"was still running when {TIME_IS_OVER}") from None
        finally:
            self.seconds[kind] += time.monotonic() - began

    def is_over(self) -> bool:
        """Whether the time for the notebook is used up."""
        return self._left() <= 0

    def _source_of(self, test):
        return verdicts.source_of(self.tests[test.metadata.nbgrader.grade_id])

    def _left(self):
        """Seconds until the notebook's time is over. Only time in which a kernel works counts, not the judging."""
        return self.limits.notebook_seconds - self.seconds["cells"] - self.seconds["again"]

    def _tests_of(self, exercise):
        return [name for name, checks in self.tests.items() if checks[0].exercise == exercise]

    def _judge(self, name, reply):
        began = time.monotonic()
        self.replaced.update(reply.replaced)
        self.judged[name] = verdicts.verdict_of(self.tests[name], reply.reports, verdicts.error_in(reply.outputs))
        self.seconds["judging"] += time.monotonic() - began

    def _judge_lost(self):
        for name, cell in self.found.items():
            if cell.id in self.lost:
                exercise = self.tests[name][0].exercise
                says = f"{exercise}: this check {self.lost[cell.id]}."
                self.judged[name] = Verdict(False, "lost", "", says), False

    def _carry_forward(self, kernel, exercise):
        """Check an answer again with references for the earlier exercises, if it builds on earlier ones that are wrong.

        Which exercises a wrong answer builds on cannot always be seen, so any answer that is wrong is checked again.
        """
        earlier, wrong = earlier_in_notebook(exercise), self._wrong()
        mine = [self.found[name] for name in self._tests_of(exercise) if self.found[name].id not in self.lost]
        if not earlier or not mine or not wrong & {exercise, *earlier}:
            return
        reports = [report for cell in mine for report in self.reports[cell.id]]
        uses = verdicts.built_on(exercise, reports)
        is_wrong = exercise in wrong and self._is_worked(exercise)
        # If an answer hung, and no earlier answer can be the reason, it would hang again.
        may_help = uses or wrong & set(earlier) or not _is_interrupted(reports)
        if wrong & set(uses) or is_wrong and may_help:
            for cell in mine:
                name, reply = cell.metadata.nbgrader.grade_id, self._run_cell(kernel, cell, "again", earlier)
                self._judge(name, reply)

    def _wrong(self):
        """The exercises of which a test failed."""
        return {self.tests[name][0].exercise for name, (verdict, _) in self.judged.items() if not verdict.right}

    def _is_worked(self, exercise):
        """Whether a student changed the cell for an answer."""
        stub, answer = self.released.get(exercise, {}).get("source"), self.answers.get(exercise)
        return answer is None or stub is None or not same_but_spaces(answer.source, stub)

    # ------------------------------------------------------------ a second run

    def _look_again(self, cells):
        """Check wrong answers again after all cells have run, if a right answer may exist that the tests did not see.

        That is so if there are several variants of an answer, or if it needs something that a cell below its tests
        defines. A new kernel is used: in the first one references were available at times (`_carry_forward`), and an
        answer that is judged later could have kept them. In the new one exercises are checked in their order.

        Parameters
        ----------
        cells : list of NotebookNode
            All cells to run, without test cells.
        """
        wrong = [exercise for exercise in EXERCISES if exercise in self._wrong()]
        taken = self._taken_names(cells) if wrong else []
        variants = {exercise: self._variants(exercise, cells, taken) for exercise in wrong}
        variants = {exercise: found for exercise, found in variants.items() if found}
        if not variants:
            return
        kernel = Kernel(self.fork())
        try:
            self._start(kernel, cells[0])
            for cell in cells:
                error = verdicts.error_in(self._run_cell(kernel, cell, "again").outputs)
                if error is not None and error.ename != "KeyboardInterrupt":
                    self._run_cell(kernel, cell, "again", code=f"{SHELL}.finish({cell.source!r})")
            # Again, because a cell may hold %reset, or give the name of a module or of a built-in to a number.
            self._run_cell(kernel, cells[0], "again", code=f"{SHELL}.uncover_builtins()")
            self._import(kernel, cells[0], "again")
            for exercise, found in variants.items():
                self._try(kernel, exercise, found, taken)
        except (CellLost, NotGradable):
            pass  # keep what was judged so far
        finally:
            kernel.close()
            self.memory = max(self.memory, kernel.peak)

    def _variants(self, exercise, cells, taken):
        """The cells that define an answer, each with another source, if checking them again may help."""
        stub = self.released.get(exercise, {}).get("source", "")
        by_source = {cell.source: cell for cell in cells if defines(cell.source, exercise)}
        found = [cell for source, cell in by_source.items() if not same_but_spaces(source, stub)]
        if len(found) > MOST_VARIANTS:
            why = f"{exercise} is there in {len(found)} variants: a person has to say which one counts"
            self.notes.append(why)
            wrong = [name for name in self._tests_of(exercise) if not self.judged[name][0].right]
            self.needs_manual_grade |= dict.fromkeys(wrong, why)
            return []
        tests = [name for name in self._tests_of(exercise) if self.found[name].id not in self.lost]
        missed = bool(taken) or any(
            self.judged[name][0].kind == "stopped"
            or any('"NameError"' in report for report in self.reports.get(self.found[name].id, ()))
            for name in tests
        )
        return found if tests and (len(found) > 1 or missed or not self._is_worked(exercise)) else []

    def _taken_names(self, cells):
        """Names of Python or of the course's imports that cells give to something else, such as np in ``np = 3``."""
        imported = [s for s in ast.parse(self.imports).body if isinstance(s, (ast.Import, ast.ImportFrom))]
        of_course = {alias.asname or alias.name for statement in imported for alias in statement.names}
        names = set().union(*(assigned(cell.source) for cell in cells))
        answers = {checks[0].exercise for checks in self.tests.values()}
        return sorted(names & (of_course | set(dir(builtins))) - answers)

    def _try(self, kernel, exercise, variants, taken):
        """Judge an answer by its variant with the most points, if that has more than the first run gave."""
        names = [name for name in self._tests_of(exercise) if self.found[name].id not in self.lost]
        first = best = {name: self.judged[name] for name in names}
        chosen = None
        for cell in variants:
            source = CELL_MAGIC.sub("", cell.source)  # such as %%timeit, which runs the cell in a local scope
            self._run_cell(kernel, cell, "again", code=f"{SHELL}.run_cell({source!r}, silent=True)")
            for references in (), earlier_in_notebook(exercise):
                for name in names:
                    self._judge(name, self._run_cell(kernel, self.found[name], "again", references))
                now = {name: self.judged[name] for name in names}
                if self._points(now) > self._points(best):
                    best, chosen = now, cell
                if all(verdict.right for verdict, _ in now.values()):
                    break
        self.judged |= best
        if chosen is self.answers.get(exercise):
            taken = ", ".join(taken[:5])
            why = "when its tests ran, something that it needs was not defined"
            why += f", or was something else, since cells give a new meaning to {taken}" if taken else ""
            self.notes.append(f"{exercise}: {why}. It counts as it is once all cells have run")
        elif best is not first:
            self.notes.append(f"{exercise}: another cell than its own holds an answer that earns more: that one counts")

    def _points(self, judged):
        return sum(self.found[name].metadata.nbgrader.points for name, (verdict, _) in judged.items() if verdict.right)

    # ------------------------------------------------------------ messages

    def _explain_stopped(self):
        """Add to the message of a test that the answer is not defined because its cell stopped at an error."""
        for name, (verdict, hidden) in self.judged.items():
            exercise = self.tests[name][0].exercise
            error = verdicts.error_in(self.answers.get(exercise, {}).get("outputs", ()))
            if verdict.kind == "stopped" and error is not None:
                why = f"{verdict.message}\nThe cell of {exercise} stopped with {verdicts.kind_of(error)}: see there."
                self.judged[name] = verdict._replace(message=why), hidden
        for name, cell in self.answers.items():
            error = verdicts.error_in(cell.get("outputs", ()))
            if error is not None and cell.id not in self.lost and self._is_worked(name):
                is_syntax = error.ename in ("SyntaxError", "IndentationError", "TabError")
                whole = "only functions in it that are whole count"
                then = whole if is_syntax else "what it defines further down counts all the same"
                self.notes.append(f"the cell of {name} stopped with {verdicts.kind_of(error)}, {then}")

    def _tell_lost(self, cell, why):
        says = f"This cell {why}."
        name = cell.metadata.get("nbgrader", {}).get("grade_id", cell.id)
        self.notes.append(f"the cell {name} {why}")
        if not is_test(cell):
            error = {"output_type": "error", "ename": "KernelLost", "evalue": says, "traceback": [says]}
            cell.outputs = [nbformat.from_dict(error)]

    def _flag_for_a_person(self):
        """Flag lost kernels, invalid records, and replaced functions of check() for a person to look at."""
        for name, (verdict, _) in self.judged.items():
            if verdict.kind in ("lost", "record"):
                self.needs_manual_grade[name] = verdict.message
        if self.replaced and self.judged:
            names = ", ".join(sorted(self.replaced))
            why = f"the submission replaced {names}, by which it is checked"
            self.needs_manual_grade.setdefault(next(iter(self.judged)), why)
        for name, (verdict, hidden) in self.judged.items():
            if hidden and verdict.kind == "exception" and _is_interrupted(self.reports.get(self.found[name].id, ())):
                why = f"{name}: right in the visible test, but too slow for the time of the hidden one"
                self.needs_manual_grade.setdefault(name, why)
                self.notes.append(f"{why}: a person looks at it")
            elif not verdict.right and OLD_NUMPY.search("".join(self.reports.get(self.found[name].id, ()))):
                why = f"{name}: it uses what an older NumPy had"
                self.needs_manual_grade.setdefault(name, why)
                self.notes.append(f"{why}: a person looks at it")
        reasons = sorted(set(self.lost.values()))
        if self._has_cells_not_run():
            reasons.append(CELLS_NOT_RUN)
            self.notes.append(CELLS_NOT_RUN)
        self.flag_first_failure(reasons)

    def _has_cells_not_run(self):
        """Whether IPython itself failed at a student's cell: such an error has no traceback."""
        students = [cell for cell in self.notebook.cells if cell.cell_type == "code" and not is_test(cell)]
        errors = [verdicts.error_in(cell.outputs) for cell in students if cell.id not in self.lost]
        return any(error is not None and not error.traceback for error in errors)

    def flag_first_failure(self, reasons: list[str]) -> None:
        """Flag the first failed test for a person, because of ``reasons``, unless a failed test is flagged already."""
        failed = [name for name, (verdict, _) in self.judged.items() if not verdict.right]
        if reasons and failed and not self.needs_manual_grade.keys() & set(failed):
            self.needs_manual_grade[failed[0]] = "; ".join(reasons)


def _importable(modules, notebook):
    """Those of a submission's modules that lie beside the notebook, by their paths from there.

    Modules with the name of one of the course's or of Python's are left out: they could take its place.
    """
    beside = {PurePosixPath(path): text for path, text in modules.items()}
    folder = PurePosixPath(notebook).parent
    below = {path.relative_to(folder): text for path, text in beside.items() if path.is_relative_to(folder)}
    taken = {"lib", "grading", *sys.stdlib_module_names}
    return {
        str(path): text
        for path, text in below.items()
        if ".." not in path.parts and not path.is_absolute() and path.with_suffix("").parts[0] not in taken
    }


def _is_interrupted(reports):
    """Whether one of the reports says that the answer was interrupted, because it took too long."""
    return any('"KeyboardInterrupt"' in report for report in reports)


def _is_answer(cell):
    mark = cell.metadata.get("nbgrader", {})
    return bool(mark.get("solution") and cell.cell_type == "code")


def _work_in(notebook):
    """A digest of all cells but tests. The type of a cell decides whether it is run, so it counts as well."""
    written = [(cell.cell_type, cell.source) for cell in notebook.cells if not is_test(cell)]
    return hashlib.sha256(json.dumps(written).encode()).digest()


def is_test(cell: NotebookNode) -> bool:
    """Whether a cell is a test cell of the course."""
    mark = cell.metadata.get("nbgrader", {})
    return bool(mark.get("grade") and not mark.get("solution") and cell.cell_type == "code")
