"""CSV files that a spreadsheet opens and a learning management system reads."""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from grading.outcome import reason

# OWASP, "CSV Injection": characters that begin a formula; the full-width ones do if they are converted.
FORMULA = tuple("=+-@＝＋－＠")
CONTROL = tuple("\t\r\n")
# Where columns are separated by semicolons or tabs, a spreadsheet begins a new cell behind each of them.
INNER_FORMULA = re.compile(rf"(?<=.[;\t,])(?=\s*[{re.escape(''.join(FORMULA))}])")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def write(path: str | Path, rows: Iterable[Sequence[str | float]], decimal: str = ".") -> None:
    """Write rows to a file in UTF-8; if that fails, an older file of that name stays as it is.

    Parameters
    ----------
    path : str or Path
    rows : iterable of lists of str or float
    decimal : {".", ","}
        With a comma, columns are separated by semicolons, as Excel expects in languages with a decimal comma.
    """
    target = Path(path).resolve()
    if target.exists() and not target.is_file():  # such as /dev/stdout
        _write(target, rows, decimal)
        return
    draft = target.with_name(f".{target.name}.part")
    try:
        _write(draft, rows, decimal)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _write(path, rows, decimal):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";" if decimal == "," else ",")
        for row in rows:
            writer.writerow([harmless(v) if isinstance(v, str) else number(v).replace(".", decimal) for v in row])


def read(path: str | Path) -> list[list[str]]:
    """The rows of a file, all as long as the first; columns may be separated by commas, semicolons or tabs.

    Raises
    ------
    ValueError
        If the file cannot be read or is empty.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            # csv.reader gets the file, not `str.splitlines`, which would also split at U+2028 inside a field.
            rows = list(csv.reader(file, delimiter=max(",;\t", key=first.count), strict=True))
    except OSError as error:
        raise ValueError(f"{path} cannot be read. {reason(error, 'reading')}") from None
    except UnicodeDecodeError:
        raise ValueError(f'{path} is not in UTF-8. Export it once more, or save it as "CSV UTF-8".') from None
    except csv.Error as error:
        raise ValueError(f"{path} is no CSV file: {error}. Export it once more.") from None
    rows = [row for row in rows if any(row)]
    if not rows:
        raise ValueError(f"{path} is empty.")
    return [(row + [""] * len(rows[0]))[: len(rows[0])] for row in rows]


def harmless(text: str) -> str:
    """``text``, with an apostrophe before what a spreadsheet would take for a formula. Numbers stay as they are."""
    formula = text.lstrip().startswith(FORMULA) and text.strip() != "-" and not NUMBER.fullmatch(text.strip())
    text = INNER_FORMULA.sub("'", text)
    return f"'{text}" if formula or text.startswith(CONTROL) else text


def number(value: float) -> str:
    """A number with at most five decimals, as Moodle keeps them, and never with an exponent."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def number_in(text: str) -> float | None:
    """The number that a cell holds, with a decimal point or comma, or None."""
    text = text.strip().replace(",", ".")
    return float(text) if NUMBER.fullmatch(text) else None
