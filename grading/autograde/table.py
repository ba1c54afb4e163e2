"""The table at the end of a run: what was graded, what was not and why, and how long it took."""

import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field

from grading.autograde.notebook import Graded
from grading.outcome import many
from grading.submissions.find import Submission
from grading.terminal import grouped, wrapped

MOST_NAMED = 10  # students who are named for one repair
MOST_NOTES = 10  # of a submission: a notebook may have thousands of cells that each end the kernel


@dataclass
class Row:
    """One assignment."""

    assignment: str
    handed_in: int
    before: int
    graded: int = 0
    needs_manual_grade: dict[str, list[str]] = field(default_factory=dict)  # student -> reasons
    notes: dict[str, list[str]] = field(default_factory=dict)  # student -> what was mended
    failed: dict[str, list[str]] = field(default_factory=dict)  # student -> reasons
    seconds: list[dict[str, float]] = field(default_factory=list)
    memory: int = 0

    def add(self, submission: Submission, result: dict[str, Graded], why: str, saving: float) -> None:
        """Count one submission, of which `grading.gradebook.saving.save_outcome` returned ``result`` and ``why``."""
        needs_manual_grade = [reason for graded in result.values() for reason in graded.needs_manual_grade.values()]
        notes = [note for graded in result.values() for note in graded.notes]
        name = submission.student
        if why:
            self.failed[name] = [why]
        else:
            self.graded += 1
            if needs_manual_grade:
                self.needs_manual_grade[name] = needs_manual_grade
        if submission.notes or notes:
            self.notes[name] = _first([*submission.notes, *notes])
        self.seconds.append({"saving": saving, **_sum(graded.seconds for graded in result.values())})
        self.memory = max([self.memory, *(graded.memory for graded in result.values())])


def _first(notes):
    more = len(notes) - MOST_NOTES
    return notes[:MOST_NOTES] + ([f"{more} more are listed in the graded notebook"] if more > 0 else [])


def _sum(parts: Iterable[dict[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for part in parts:
        for name, seconds in part.items():
            total[name] = total.get(name, 0) + seconds
    return total


def print_table(rows: dict[str, Row], waiting: dict[str, tuple[int, int]], seconds: float) -> None:
    """Print what became of every assignment, and every submission that needs a person.

    Parameters
    ----------
    rows : dict
        Assignment -> `Row`.
    waiting : dict
        Assignment -> (written answers that wait for a person, submissions that they are in).
    seconds : float
        That the run took.
    """
    _print_counts(rows)
    for assignment, (answers, students) in waiting.items():
        if answers:
            wait = "waits" if answers == 1 else "wait"
            waits = f"{many(answers, 'written answer')} of {many(students, 'submission')} {wait} for a person"
            print("\n" + wrapped(f"{assignment}: {waits}:", "Formgrader, Manual grading."))
    _print_submissions(rows)
    _print_times(rows, seconds)


def _print_counts(rows):
    size = max([len("assignment"), *map(len, rows)])
    print(
        f"\n{'assignment':{size}} {'handed in':>10} {'graded':>7} {'before':>7} {'not gradable':>13} {'to look at':>11}"
    )
    for row in rows.values():
        print(
            f"{row.assignment:{size}} {row.handed_in:>10} {row.graded:>7} {row.before:>7}"
            f" {len(row.failed):>13} {len(row.needs_manual_grade):>11}"
        )


def _print_submissions(rows):
    """Print which submissions a person has to look at or were repaired, and why."""
    for title, kind in (
        ("Not gradable: a person has to look at them, no score was given", "failed"),
        ("Graded, but a person should look at them", "needs_manual_grade"),
        ("Mended", "notes"),
    ):
        listed = [
            (row.assignment, student, reasons)
            for row in rows.values()
            for student, reasons in getattr(row, kind).items()
            if kind != "notes" or student not in row.failed
        ]
        if listed:
            print(f"\n{title}:")
            print(grouped(listed, MOST_NAMED if kind == "notes" else len(listed)))


def _print_times(rows, seconds):
    done = [second for row in rows.values() for second in row.seconds]
    if done:
        took = [[second.get(name, 0) for second in done] for name in ("cells", "again", "judging", "saving")]
        runs, again, judging, saving = took
        parts = [map(sum, zip(runs, again)), judging, saving]
        run, judge, save = (statistics.median(part) for part in parts)
        print(f"\n{len(done)} graded in {seconds:.1f} seconds, {len(done) / seconds:.1f} a second.")
        print(f"One took (median) {run:.2f} s to run, {judge:.2f} s to judge and {save:.2f} s to save.")
