"""Tables, lists and the progress bar that commands print, in the width of the terminal."""

import shutil
import textwrap
from typing import Any

from tqdm import tqdm

from grading.outcome import shown

WIDEST = 100  # characters; longer lines are hard to read
NARROWEST = 40
MANY = 5  # so many students with the same reason, or more, share a line
GAP = 2  # spaces between columns


def width() -> int:
    """Characters in a line: those of the terminal, or 80 if the output goes to a file."""
    return min(WIDEST, max(NARROWEST, shutil.get_terminal_size((80, 24)).columns))


def wrapped(head: str, text: str = "") -> str:
    """``head`` and ``text``, wrapped to the terminal's width; all lines but the first are indented."""
    back = " " * (len(head) - len(head.lstrip()) + 4)
    lines = textwrap.wrap(
        f"{head} {text}".rstrip(), width(), subsequent_indent=back, break_on_hyphens=False, drop_whitespace=True
    )
    return "\n".join(lines)


def table(header: list[str], rows: list[list[str]]) -> str:
    """A table no wider than the terminal; long cells are wrapped.

    Parameters
    ----------
    header : list of str
        A title for each column.
    rows : list of list of str
    """
    longest = [max(len(cell) for cell in column) for column in zip(header, *rows)]
    widths = _share(longest, width() - GAP * (len(header) - 1))
    lines = []
    for row in [header, *rows]:
        cells = [textwrap.wrap(cell, size, break_on_hyphens=False) or [""] for cell, size in zip(row, widths)]
        for i in range(max(map(len, cells))):
            parts = [(cell[i] if i < len(cell) else "").ljust(size) for cell, size in zip(cells, widths)]
            lines.append((" " * GAP).join(parts).rstrip())
    return "\n".join(lines)


def grouped(listed: list[tuple[str, str, list[str]]], most_named: int) -> str:
    """A line for each student; a reason that MANY students of an assignment share is listed once, before them.

    Parameters
    ----------
    listed : list of (str, str, list of str)
        Assignment, student and reasons.
    most_named : int
        How many students such a line names; of the others it gives the number.
    """
    by_reason: dict[tuple[str, str], list[str]] = {}
    lines = []
    for assignment, student, reasons in listed:
        for reason in dict.fromkeys(reasons):
            by_reason.setdefault((assignment, reason), []).append(repr(student))
    shared = {key: students for key, students in by_reason.items() if len(students) >= MANY}
    for (assignment, reason), students in shared.items():
        more = len(students) - most_named
        named = ", ".join(students[:most_named]) + (f" and {more} more" if more > 0 else "")
        lines.append(wrapped(f"  {assignment}, {len(students)} submissions:", f"{_plain(reason).rstrip('.')}: {named}"))
    for assignment, student, reasons in listed:
        own = [reason for reason in dict.fromkeys(reasons) if (assignment, reason) not in shared]
        if own:
            lines.append(wrapped(f"  {assignment} {student!r}:", "; ".join(map(_plain, own))))
    return "\n".join(lines)


def _plain(text):
    return shown(" ".join(text.split()))


def _share(longest, room):
    """Widths of columns: narrow columns get what they need, the wide ones an equal share of the rest."""
    widths: dict[int, int] = {}
    for i in sorted(range(len(longest)), key=longest.__getitem__):
        fair = (room - sum(widths.values())) // (len(longest) - len(widths))
        widths[i] = max(1, min(longest[i], fair))
    return [widths[i] for i in range(len(longest))]


def progress(doing: str, total: int, **options: Any) -> tqdm:
    """A progress bar with the number of submissions done and the time left; nothing is shown without a terminal."""
    form = "{desc}: {n_fmt} of {total_fmt} submissions |{bar}| {elapsed}, {remaining} left"
    return tqdm(total=total, desc=doing, bar_format=form, **{"disable": None, **options})
