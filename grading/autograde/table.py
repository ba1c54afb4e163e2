"""The table at the end of a run: what was graded, what was not and why, and how long it took."""

import statistics
from dataclasses import dataclass, field

from grading.outcome import shown


@dataclass
class Row:
    """One assignment."""

    assignment: str
    handed_in: int
    before: int
    graded: int = 0
    needs_manual_grade: dict = field(default_factory=dict)  # student -> why
    notes: dict = field(default_factory=dict)  # student -> what was mended
    failed: dict = field(default_factory=dict)  # student -> why
    seconds: list = field(default_factory=list)
    memory: int = 0

    def add(self, submission, result, why, saving):
        """Count one submission, of which `grading.gradebook.saving.save_outcome` returned ``result`` and ``why``."""
        needs_manual_grade = [reason for graded in result.values() for reason in graded.needs_manual_grade.values()]
        notes = [note for graded in result.values() for note in graded.notes]
        name = submission.student
        if why:
            self.failed[name] = why
        else:
            self.graded += 1
            if needs_manual_grade:
                self.needs_manual_grade[name] = "; ".join(dict.fromkeys(needs_manual_grade))
        if submission.notes or notes:
            self.notes[name] = "; ".join([*submission.notes, *notes])
        self.seconds.append({"saving": saving, **_sum(graded.seconds for graded in result.values())})
        self.memory = max([self.memory, *(graded.memory for graded in result.values())])


def _sum(parts):
    total = {}
    for part in parts:
        for name, seconds in part.items():
            total[name] = total.get(name, 0) + seconds
    return total


def print_table(rows, seconds):
    """Print what became of every assignment, and every submission that needs a person."""
    width = max([len("assignment"), *map(len, rows)])
    print(f"\n{'assignment':{width}} {'handed in':>10} {'graded':>7} {'before':>7} {'not gradable':>13} {'a hand':>7}")
    for row in rows.values():
        print(
            f"{row.assignment:{width}} {row.handed_in:>10} {row.graded:>7} {row.before:>7}"
            f" {len(row.failed):>13} {len(row.needs_manual_grade):>7}"
        )
    for title, kind in (
        ("Not gradable: a person has to look at them, no score was given", "failed"),
        ("Graded, but a person should look at them", "needs_manual_grade"),
        ("Mended", "notes"),
    ):
        listed = [
            (row.assignment, student, why) for row in rows.values() for student, why in getattr(row, kind).items()
        ]
        if kind == "notes":
            listed = [(a, s, why) for a, s, why in listed if s not in rows[a].failed]
        if listed:
            print(f"\n{title}:")
            for assignment, student, why in listed:
                print(f"  {assignment} {student!r}: {shown(' '.join(why.split()))}")
    done = [second for row in rows.values() for second in row.seconds]
    if done:
        print(f"\n{len(done)} graded in {seconds:.1f} seconds, {len(done) / seconds:.1f} a second.", end=" ")
        parts = {name: [second.get(name, 0) for second in done] for name in ("cells", "again", "judging", "saving")}
        print("Median of each: " + ", ".join(f"{n} {statistics.median(v):.3f} s" for n, v in parts.items()) + ".")
