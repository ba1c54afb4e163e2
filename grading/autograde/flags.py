"""After a notebook has run: what a person should look at, and what is said of cells that stopped or were not run."""

import importlib.util
import re
import sys

import nbformat

from grading.autograde import verdicts
from grading.autograde.run import Run, is_interrupted, is_test
from grading.submissions.outside_cells import imported

OLD_NUMPY = re.compile(
    r"was removed in the NumPy 2|module 'numpy' has no attribute '(int|float|object|product|cumproduct|trapz|in1d)'"
)
MISSING_MODULE = re.compile(r"No module named '([\w.]{1,60})'")
UNDEFINED = re.compile(r"name '(\w{1,60})' is not defined")
CELLS_NOT_RUN = "IPython itself failed, because a cell had changed it or is nested too deep, and cells were not run"


def explain(run: Run, needs_manual_grade: dict[str, str], doubts: dict[str, str]) -> None:
    """Complete the messages, notes and ``needs_manual_grade`` of a notebook that has been run.

    Parameters
    ----------
    run : Run
    needs_manual_grade, doubts : dict
        See `grading.submissions.repair.Repaired`.
    """
    for cell in run.notebook.cells:
        if cell.id in run.lost:
            _tell_lost(run, cell, run.lost[cell.id])
    _flag_for_a_person(run)
    _explain_stopped(run)
    doubts = {name: why for name, why in doubts.items() if name in run.judged and not run.judged[name][0].right}
    run.needs_manual_grade = needs_manual_grade | doubts | run.needs_manual_grade
    run.notes += dict.fromkeys(f"{why}: a person looks at it" for why in doubts.values())


def _explain_stopped(run):
    """Add to the message of a test that the answer is not defined because its cell stopped at an error."""
    for name, (verdict, hidden) in run.judged.items():
        exercise = run.tests[name][0].exercise
        error = verdicts.error_in(run.answers.get(exercise, {}).get("outputs", ()))
        if verdict.kind == "stopped" and error is not None:
            stopped = f"The cell of {exercise} stopped with {verdicts.kind_of(error)}: see there."
            why = f"{verdict.message.rstrip('.')}.\n{stopped}"
            run.judged[name] = verdict._replace(message=why), hidden
    for name, cell in run.answers.items():
        error = verdicts.error_in(cell.get("outputs", ()))
        if error is not None and cell.id not in run.lost and run.is_worked(name):
            is_syntax = error.ename in ("SyntaxError", "IndentationError", "TabError")
            whole = "only functions in it that are whole count"
            then = whole if is_syntax else "what it defines further down counts all the same"
            if error.ename == "KeyboardInterrupt":  # see `Run._finish`
                then = "for it took too long or printed too much, and what it defines further down does not count"
            run.notes.append(f"the cell of {name} stopped with {verdicts.kind_of(error)}, {then}")


def _tell_lost(run, cell, why):
    says = f"This cell {why}."
    name = cell.metadata.get("nbgrader", {}).get("grade_id", cell.id)
    run.notes.append(f"the cell {name} {why}")
    if not is_test(cell):
        error = {"output_type": "error", "ename": "KernelLost", "evalue": says, "traceback": [says]}
        cell.outputs = [nbformat.from_dict(error)]


def _flag_for_a_person(run):
    """Flag lost kernels, invalid records, and replaced functions of check() for a person to look at."""
    for name, (verdict, _) in run.judged.items():
        if verdict.kind in ("lost", "record"):
            run.needs_manual_grade[name] = verdict.message
    if run.replaced and run.judged:
        names = ", ".join(sorted(run.replaced))
        why = f"the submission replaced {names}, by which it is checked"
        run.needs_manual_grade.setdefault(next(iter(run.judged)), why)
    for name in run.judged:
        if why := _may_be_right(run, name):
            run.needs_manual_grade.setdefault(name, f"{name}: {why}")
            run.notes.append(f"{name}: {why}: a person looks at it")
    reasons = sorted(set(run.lost.values()))
    if _has_cells_not_run(run):
        reasons.append(CELLS_NOT_RUN)
        run.notes.append(CELLS_NOT_RUN)
    flag_first_failure(run, reasons)


def _may_be_right(run, name):
    """Why an answer that failed a test may be right elsewhere, or None."""
    verdict, hidden = run.judged[name]
    reports = run.reports.get(run.found[name].id, ())
    if hidden and verdict.kind == "exception" and is_interrupted(reports):
        return "right in the visible test, but too slow for the time of the hidden one"
    if not verdict.right and OLD_NUMPY.search("".join(reports)):
        return "it uses what an older NumPy had"
    if not verdict.right and (module := _missing_module(run, name)):
        return f"it needs the module {module}, which is missing where it was graded"
    return None


def _missing_module(run, name):
    """The module because of which a test failed and which the student may have had, or None.

    The answer imports it, or its cell does, or it needs a name that is missing below another cell's failed import.
    """
    said = "".join(run.reports.get(run.found[name].id, ()))
    exercise = run.tests[name][0].exercise
    answers = [run.answers[exercise]] if exercise in run.answers and run.judged[name][0].kind == "stopped" else []
    stopped = {error.ename for error in _errors(answers)}
    everywhere = [cell for cell in run.notebook.cells if cell.cell_type == "code" and not is_test(cell)]
    errors = _errors(everywhere if '"NameError"' in said or "NameError" in stopped else answers)
    said += "".join(error.evalue for error in errors if error.ename == "ModuleNotFoundError")
    modules = [module for module in MISSING_MODULE.findall(said) if module.split(".")[0] not in ("lib", "grading")]
    if undefined := UNDEFINED.findall(said):  # maybe after ``try: import ...``, where no cell has stopped
        of_student = {name: module for cell in run.students_cells() for name, module in imported(cell.source).items()}
        found = [of_student[name] for name in undefined if name in of_student]
        modules += [module for module in found if not _is_installed(module.partition(".")[0])]
    return modules[0] if modules else None


def _errors(cells):
    return [error for cell in cells if (error := verdicts.error_in(cell.get("outputs", ()))) is not None]


def _is_installed(package):
    known = sys.modules.keys() | sys.stdlib_module_names  # find_spec raises for some that are imported
    return package in known or importlib.util.find_spec(package) is not None


def _has_cells_not_run(run):
    """Whether IPython itself failed at a student's cell: such an error has no traceback."""
    students = [cell for cell in run.notebook.cells if cell.cell_type == "code" and not is_test(cell)]
    errors = [verdicts.error_in(cell.outputs) for cell in students if cell.id not in run.lost]
    return any(error is not None and not error.traceback for error in errors)


def flag_first_failure(run: Run, reasons: list[str]) -> None:
    """Flag the first failed test for a person, because of ``reasons``, unless a failed test is flagged already."""
    failed = [name for name, (verdict, _) in run.judged.items() if not verdict.right]
    if reasons and failed and not run.needs_manual_grade.keys() & set(failed):
        run.needs_manual_grade[failed[0]] = "; ".join(reasons)
