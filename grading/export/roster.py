"""Whom a learning management system knows: a CSV file that it exported."""

import re

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

    def __init__(self, path):
        self.path = path
        self.header, *self.rows = csv_file.read(path)

    def column_of(self, assignment):
        """The index of the column "Title" or "Title (id)", or None."""
        titles = [re.sub(r" \(\d+\)$", "", title.strip()) for title in self.header]
        return titles.index(assignment) if assignment in titles else None

    def find(self, students, columns):
        """Find students by the one column that knows most of them, so that no two kinds of id are mixed.

        Parameters
        ----------
        students : iterable of str
            As nbgrader knows them. An e-mail address counts also without what stands behind its @.
        columns : iterable of int

        Returns
        -------
        column : int
        rows : dict
            Index of a row -> student, in the order of the file.

        Raises
        ------
        ValueError
            If nobody is found, or somebody twice.
        """
        wanted = {student.casefold(): student for student in students}
        found = {column: self._look_up(wanted, column) for column in columns}
        column = max(found, key=lambda column: len(found[column]))
        rows = found[column]
        twice = sorted({student for student in rows.values() if list(rows.values()).count(student) > 1})
        if twice:
            raise ValueError(f"{self.path}: more than one row could be {', '.join(twice)}.")
        if not rows:
            some = ", ".join(sorted(wanted.values())[:3])
            raise ValueError(f"{self.path}: none of the students ({some}, ...) is in any of its columns.")
        return column, rows

    def _look_up(self, wanted, column):
        rows = {}
        for i, row in enumerate(self.rows):
            cell = row[column].strip().casefold()
            student = wanted.get(cell) or wanted.get(cell.partition("@")[0])
            if student:
                rows[i] = student
        return rows
