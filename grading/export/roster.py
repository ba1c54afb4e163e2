"""Find students in a CSV file that a learning management system exported."""

import re
from collections.abc import Iterable
from pathlib import Path

from grading.export import csv_file


class Roster:
    """A CSV file with a header, a row for each student and perhaps other rows.

    Parameters
    ----------
    path : str or Path

    Raises
    ------
    ValueError
        If it cannot be read.
    """

    def __init__(self, path: str | Path):
        self.path = path
        self.header, *self.rows = csv_file.read(path)

    def column_of(self, assignment: str) -> int | None:
        """The index of the column "Title" or "Title (id)", or None.

        Raises
        ------
        ValueError
            If there are several.
        """
        titled = [i for i, title in enumerate(self.header) if re.sub(r" \(\d+\)$", "", title.strip()) == assignment]
        if len(titled) > 1:
            both = " and ".join(self.header[i] for i in titled)
            raise ValueError(
                f"{self.path}: {both} both have the title {assignment}. Keep one of these columns in the file."
            )
        return titled[0] if titled else None

    def find(self, students: Iterable[str], columns: Iterable[int]) -> tuple[int, dict[int, str]]:
        """Find all students by one column, the one that has most of them: columns hold different kinds of ids.

        Parameters
        ----------
        students : iterable of str
            Ids of nbgrader. An e-mail address in the file matches as a whole, or by its part before the @.
        columns : iterable of int
            Indices of the columns to try.

        Returns
        -------
        column : int
        rows : dict
            Index of a row -> student, in the order of the file.

        Raises
        ------
        ValueError
            If nobody is found, or somebody twice; or if another column has at least half as many students, and not the
            same in each row.
        """
        wanted = {student.casefold(): student for student in students}
        found = {column: self._look_up(wanted, column) for column in columns}
        unique = {column: rows for column, rows in found.items() if len(set(rows.values())) == len(rows)}
        column = max(unique or found, key=lambda column: len(found[column]))
        rows = found[column]
        twice = sorted({student for student in rows.values() if list(rows.values()).count(student) > 1})
        if not rows and len(unique) < len(found):  # columns that are not in `unique` have somebody twice
            twice = sorted({student for rows in found.values() for student in rows.values()})[:3]
        if twice:
            raise ValueError(f"{self.path}: more than one row could be {', '.join(twice)}.")
        if not rows:
            some = ", ".join(sorted(wanted.values())[:3])
            raise ValueError(f"{self.path}: none of the students ({some}, ...) is in any of its columns.")
        for other, theirs in unique.items():
            self._must_agree(column, rows, other, theirs)
        return column, rows

    def _must_agree(self, column, rows, other, theirs):
        """Raise ValueError if two columns look like nbgrader's ids, and differ in a row."""
        differ = [i for i in rows.keys() & theirs.keys() if rows[i] != theirs[i]]
        if differ and 2 * len(theirs) >= len(rows):
            i = min(differ)
            raise ValueError(
                f"{self.path}: by {self.header[column]} line {i + 2} is {rows[i]}, by {self.header[other]} it is "
                f"{theirs[i]}. Which of them holds nbgrader's ids? Empty the other column in a copy of the file."
            )

    def _look_up(self, wanted, column):
        rows = {}
        for i, row in enumerate(self.rows):
            cell = row[column].strip().casefold()
            student = wanted.get(cell) or wanted.get(cell.partition("@")[0])
            if student:
                rows[i] = student
        return rows
