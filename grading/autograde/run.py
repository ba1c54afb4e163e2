"""Run a repaired notebook in the sandbox, cell by cell, and judge each of its tests."""

import hashlib
import json
import time
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection

from nbformat import NotebookNode

from grading.autograde import verdicts
from grading.autograde.limits import Limits
from grading.autograde.references import codes_of
from grading.gradebook.blueprint import Blueprint, imports_of
from grading.outcome import NotGradable
from grading.sandbox.kernel import Kernel, KernelLost, Reply
from grading.storable import Room
from grading.submissions.outside_cells import same_but_spaces
from lib.checking.earlier import do_not_fit, what_counts
from lib.checking.exercises import earlier_in_notebook
from lib.checking.judge import Verdict

SHELL = "__import__('IPython').get_ipython()"  # works even if a submission deleted the name get_ipython
TIME_IS_OVER = "the time for the notebook was over"


class CellLost(Exception):
    """A cell ended its kernel, or its time was over."""

    def __init__(self, cell: NotebookNode, why: str):
        super().__init__(why)
        self.cell, self.why = cell, why


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

    def run(self) -> None:
        """Run the cells and judge the tests; whenever a cell ends the kernel, run the others again in a new one."""
        cells = self._cells()
        while (found := self._run_once([cell for cell in cells if cell.id not in self.lost])) is not None:
            self.lost[found.cell.id] = found.why
            found.cell.execution_count, found.cell.outputs = None, []
            if self.is_over():
                behind = [cell for cell in cells[cells.index(found.cell) + 1 :] if is_test(cell)]
                self.lost |= dict.fromkeys((cell.id for cell in behind), f"was not run: {TIME_IS_OVER}")
                break
        self._judge_lost()
        for cell in cells:
            for output in cell.get("outputs", ()):
                output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)  # it needs its kernel

    def _cells(self):
        return [cell for cell in self.notebook.cells if cell.cell_type == "code" and cell.source.strip()]

    def students_cells(self) -> list[NotebookNode]:
        """The cells with code that are no tests, without those that ended a kernel."""
        return [cell for cell in self._cells() if not is_test(cell) and cell.id not in self.lost]

    def _run_once(self, cells):
        """Run cells in a new kernel and judge each test; return None, or the `CellLost` at which it ended."""
        self.judged, room = {}, Room()
        self._judge_lost()
        waiting = list(dict.fromkeys(checks[0].exercise for checks in self.tests.values()))
        kernel = Kernel(self.fork())
        try:
            self.start(kernel, cells[0])
            for cell in cells:
                if is_test(cell):
                    self._run_test(kernel, cell)
                else:
                    reply = self.run_cell(kernel, cell, "cells")
                    cell.execution_count, cell.outputs = reply.count, room.keep(reply.outputs)
                    self._finish(kernel, cell)
                while waiting and all(name in self.judged for name in self.tests_of(waiting[0])):
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

    def start(self, kernel: Kernel, cell: NotebookNode) -> None:
        """Run the imports of the course's notebook, even if the submission changed or deleted them.

        Then the student's own modules are put where the notebook can import them. Nothing of the submission has run
        yet, so if the kernel ends here, ``cell``, the first one, is not to blame. On a busy machine the imports may
        take all the time that is left.
        """
        try:
            self.import_course(kernel, cell, "cells", self._left())
            if self.modules:
                self.run_cell(kernel, cell, "cells", code=f"{SHELL}.write_modules({self.modules!r})")
        except CellLost:
            if not self.is_over():
                raise NotGradable("The sandbox gave no kernel that could be used.") from None
            raise

    def import_course(self, kernel: Kernel, cell: NotebookNode, kind: str, seconds: float | None = None) -> None:
        """Run the imports of the course's notebook, see `run_cell`."""
        self.run_cell(kernel, cell, kind, code=f"exec({self.imports!r}, globals())", seconds=seconds)

    def _run_test(self, kernel, cell):
        """Run a test cell and judge what it reports.

        If an earlier answer hung or ended a kernel, the references replace it from the start, and not only after the
        test has failed (as in `_carry_forward`): otherwise it would hang, or end the kernel, in this test again.
        """
        exercise = self.tests[cell.metadata.nbgrader.grade_id][0].exercise
        earlier = earlier_in_notebook(exercise)
        lost = {self.tests[name][0].exercise for name, test in self.found.items() if test.id in self.lost}
        references = earlier if (self.harmful | lost) & set(earlier) else ()
        reply = self.run_cell(kernel, cell, "cells", references)
        self.reports[cell.id] = reply.reports
        self.judge(cell.metadata.nbgrader.grade_id, reply)
        if is_interrupted(reply.reports):
            self.harmful.add(exercise)

    def _finish(self, kernel, cell):
        """If a student's cell stopped at an error, run the definitions below it, see `Shell.finish`."""
        error = verdicts.error_in(cell.outputs)
        if error is None or error.ename == "KeyboardInterrupt":
            return
        if any(cell.source.strip() == released["source"].strip() for released in self.released.values()):
            return
        self.run_cell(kernel, cell, "cells", code=f"{SHELL}.finish({cell.source!r})")

    def _fill_gap(self, kernel, exercise, cell):
        """If an answer is not defined after its tests, define the released stub: cells below refer to the name."""
        stub = self.released.get(exercise)
        if stub and any(self.judged[name][0].kind == "stopped" for name in self.tests_of(exercise)):
            code = f"exec({stub['source']!r} if {exercise!r} not in globals() else '', globals())"
            self.run_cell(kernel, cell, "cells", code=code)

    def run_cell(
        self,
        kernel: Kernel,
        cell: NotebookNode,
        kind: str,
        references: Iterable[str] = (),
        code: str | None = None,
        seconds: float | None = None,
    ) -> Reply:
        """Return `Kernel.run` of a cell, within ``seconds``; its time is added to ``self.seconds[kind]``.

        If ``code`` is given, it is the grader's, and runs in the place of the cell, as a test cell does. The exercises
        in ``references`` are replaced by the course's own answers while the cell runs.

        Raises
        ------
        CellLost
            If the cell ends the kernel, or the time for the notebook is over.
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
            why = f"was still running when {TIME_IS_OVER}" if self.is_over() else str(error)
            raise CellLost(cell, why) from None
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

    def tests_of(self, exercise: str) -> list[str]:
        """The grade ids of an exercise's tests."""
        return [name for name, checks in self.tests.items() if checks[0].exercise == exercise]

    def judge(self, name: str, reply: Reply) -> None:
        """Put the verdict of a test, for which a kernel gave ``reply``, into `judged`."""
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
        A test that an answer passes with the student's own earlier answers is passed, whatever these are worth: their
        arguments may be in another order, in which only the student's own code calls them.
        """
        earlier = earlier_in_notebook(exercise)
        tests = [name for name in self.tests_of(exercise) if self.found[name].id not in self.lost]
        failed = [self.found[name] for name in tests if not self.judged[name][0].right]
        if not earlier or not failed:
            return
        reports = [report for name in tests for report in self.reports[self.found[name].id]]
        if self._references_may_help(exercise, reports):
            for cell in failed:
                self._judge_with_references(kernel, exercise, cell, reports)

    def _judge_with_references(self, kernel, exercise, cell, reports):
        """Run a test again with references for the earlier exercises, and keep what counts of the two verdicts."""
        name = cell.metadata.nbgrader.grade_id
        own, hidden = self.judged[name]
        self.judge(name, self.run_cell(kernel, cell, "again", earlier_in_notebook(exercise)))
        lent, _ = self.judged[name]
        if do_not_fit(own, lent):
            uses = verdicts.built_on(exercise, reports)
            self.judged[name] = what_counts(own, lent, uses), hidden
            if used := [earlier for earlier in uses if earlier in self.wrong()]:
                self._ask_whether_it_is_right(name, used)

    def _ask_whether_it_is_right(self, name, used):
        used = " and ".join(used)
        why = f"{name}: it may be right, but builds on {used}, which is wrong, and the course's own cannot stand in"
        self.needs_manual_grade[name] = why
        self.notes.append(f"{why}: a person looks at it")

    def _references_may_help(self, exercise, reports):
        """Whether an answer that failed, with these reports, may pass with references for the earlier exercises."""
        worked, hung = self.is_worked(exercise), is_interrupted(reports)
        if worked and not hung:
            return True
        uses, wrong = set(verdicts.built_on(exercise, reports)), self.wrong()
        # If an answer hung, and no earlier answer can be the reason, it would hang again.
        return bool(wrong & uses or worked and (uses or wrong & set(earlier_in_notebook(exercise))))

    def wrong(self) -> set[str]:
        """The exercises of which a test failed."""
        return {self.tests[name][0].exercise for name, (verdict, _) in self.judged.items() if not verdict.right}

    def is_worked(self, exercise: str) -> bool:
        """Whether a student changed the cell for an answer."""
        stub, answer = self.released.get(exercise, {}).get("source"), self.answers.get(exercise)
        return answer is None or stub is None or not same_but_spaces(answer.source, stub)


def is_interrupted(reports: list[str]) -> bool:
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
