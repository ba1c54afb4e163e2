"""Run a notebook a second time, for right answers that were not there yet when their tests ran."""

import ast
import builtins
import re

from grading.autograde import verdicts
from grading.autograde.run import SHELL, CellLost, Run
from grading.outcome import NotGradable
from grading.sandbox.kernel import Kernel
from grading.submissions.outside_cells import assigned, defines, same_but_spaces, starred
from lib.checking.exercises import EXERCISES, earlier_in_notebook

CELL_MAGIC = re.compile(r"\A\s*%%.*\n")
MOST_VARIANTS = 3  # of an answer that are tried; with more, a student could hand in guesses


def look_again(run: Run) -> None:
    """Check wrong answers again after all cells have run, if a right answer may exist that the tests did not see.

    That is so if there are several variants of an answer, or if it needs something that a cell below its tests
    defines. A new kernel is used: in the first one references were available at times (`Run._carry_forward`), and an
    answer that is judged later could have kept them. In the new one exercises are checked in their order.
    """
    if run.is_over():
        return
    cells = run.students_cells()
    wrong = [exercise for exercise in EXERCISES if exercise in run.wrong()]
    taken = _taken_names(run, cells) if wrong else []
    variants = {exercise: _variants(run, exercise, cells, taken) for exercise in wrong}
    variants = {exercise: found for exercise, found in variants.items() if found}
    if not variants:
        return
    kernel = Kernel(run.fork())
    try:
        run.start(kernel, cells[0])
        for cell in cells:
            error = verdicts.error_in(run.run_cell(kernel, cell, "again").outputs)
            if error is not None and error.ename != "KeyboardInterrupt":
                run.run_cell(kernel, cell, "again", code=f"{SHELL}.finish({cell.source!r})")
        # Again, because a cell may hold %reset, or give the name of a module or of a built-in to a number.
        run.run_cell(kernel, cells[0], "again", code=f"{SHELL}.uncover_builtins()")
        run.import_course(kernel, cells[0], "again")
        for exercise, found in variants.items():
            _try(run, kernel, exercise, found, taken)
    except (CellLost, NotGradable):
        pass  # keep what was judged so far
    finally:
        kernel.close()
        run.memory = max(run.memory, kernel.peak)


def _variants(run, exercise, cells, taken):
    """The cells that define an answer, each with another source, if checking them again may help."""
    stub = run.released.get(exercise, {}).get("source", "")
    by_source = {cell.source: cell for cell in cells if defines(cell.source, exercise)}
    found = [cell for source, cell in by_source.items() if not same_but_spaces(source, stub)]
    if len(found) > MOST_VARIANTS:
        why = f"{exercise} is there in {len(found)} variants: a person has to say which one counts"
        run.notes.append(why)
        wrong = [name for name in run.tests_of(exercise) if not run.judged[name][0].right]
        run.needs_manual_grade |= dict.fromkeys(wrong, why)
        return []
    tests = [name for name in run.tests_of(exercise) if run.found[name].id not in run.lost]
    missed = bool(taken) or any(
        run.judged[name][0].kind == "stopped"
        or any('"NameError"' in report for report in run.reports.get(run.found[name].id, ()))
        for name in tests
    )
    return found if tests and (len(found) > 1 or missed or not run.is_worked(exercise)) else []


def _taken_names(run, cells):
    """Names of Python or of the course's imports that cells give to something else, such as np in ``np = 3``."""
    imported = [s for s in ast.parse(run.imports).body if isinstance(s, (ast.Import, ast.ImportFrom))]
    of_course = {alias.asname or alias.name for statement in imported for alias in statement.names}
    names = frozenset().union(*(assigned(cell.source) | starred(cell.source) for cell in cells))
    answers = {checks[0].exercise for checks in run.tests.values()}
    return sorted(names & (of_course | set(dir(builtins))) - answers)


def _try(run, kernel, exercise, variants, taken):
    """Judge an answer by its variant with the most points, if that has more than the first run gave."""
    names = [name for name in run.tests_of(exercise) if run.found[name].id not in run.lost]
    first = best = {name: run.judged[name] for name in names}
    chosen = None
    for cell in variants:
        source = CELL_MAGIC.sub("", cell.source)  # such as %%timeit, which runs the cell in a local scope
        run.run_cell(kernel, cell, "again", code=f"{SHELL}.run_cell({source!r}, silent=True)")
        for references in (), earlier_in_notebook(exercise):
            for name in names:
                run.judge(name, run.run_cell(kernel, run.found[name], "again", references))
            now = {name: run.judged[name] for name in names}
            if _points(run, now) > _points(run, best):
                best, chosen = now, cell
            if all(verdict.right for verdict, _ in now.values()):
                break
    run.judged |= best
    if chosen is run.answers.get(exercise) and len(variants) > 1:
        run.notes.append(f"{exercise}: it is there in {len(variants)} variants: the one in its own cell earns most")
    elif chosen is run.answers.get(exercise) and CELL_MAGIC.match(chosen.source):
        run.notes.append(f"{exercise}: without the magic at the head of its cell, which begins with %%, it counts")
    elif chosen is run.answers.get(exercise):
        taken = ", ".join(taken[:5]) + (f" and {len(taken) - 5} more" if len(taken) > 5 else "")
        why = "when its tests ran, something that it needs was not defined"
        why += f", or was something else, since cells give a new meaning to {taken}" if taken else ""
        run.notes.append(f"{exercise}: {why}. It counts as it is once all cells have run")
    elif best is not first:
        run.notes.append(f"{exercise}: another cell than its own holds an answer that earns more: that one counts")


def _points(run, judged):
    return sum(run.found[name].metadata.nbgrader.points for name, (verdict, _) in judged.items() if verdict.right)
