"""Read Moodle's grading worksheet ("Download grading worksheet"): e-mail addresses and times of handing in.

It is a CSV file in the language of whoever downloads it. Its columns have the same order in every version since 2.3:
the identifier ("Participant 301"), the name, what else the site shows of people (mostly the e-mail address), the
status, perhaps dates of overrides, the grade and what belongs to it, when the submission was changed last, texts that
were handed in, when the grade was changed last, feedback. So if the titles are in a language that is not known here,
columns are recognised by their content and order. With anonymous submissions there are no names and no addresses.
Source: moodle/moodle, mod/assign/gradingtable.php; the titles: Moodle's language packs, recordid and
lastmodifiedsubmission of assign.php.
"""

import contextlib
import csv
import datetime
import re
from pathlib import Path
from typing import NamedTuple

import babel
import babel.localedata
from dateutil import tz
from nbgrader.utils import parse_utc

from grading.export import csv_file

# Locale of Babel -> (title of the identifier, title of the time when the submission was changed last).
TITLES = {
    "en": ("Identifier", "Last modified (submission)"),
    "ca": ("Identificador", "Darrera modificació (tramesa)"),
    "de": ("ID", "Zuletzt geändert (Abgabe)"),
    "el": ("Αναγνωριστικό", "Τελευταία τροποποιημένη (υποβολή)"),
    "es": ("Identificador", "Última modificación (entrega)"),
    "fr": ("Identifiant", "Dernière modification (travail remis)"),
    "it": ("Identificativo", "Ultima modifica (consegna)"),
    "ja": ("ID", "最終更新日時 (提出)"),
    "ko": ("식별자", "마지막 수정됨(제출)"),
    "nl": ("Identificatie", "Laatst gewijzigd (inzending)"),
    "pt": ("Identificador", "Última atualização (submissão)"),
    "pt_BR": ("Identificador", "Última modificação (envio)"),
    "ro": ("Identificator", "Ultima modificare (a răspunsului)"),
    "ru": ("Идентификатор", "Последнее изменение (ответ)"),
    "sv": ("Identifierare", "Senast modifierat (inlämning)"),
    "tr": ("Tanımlayıcı", "Son düzenleme (gönderim)"),
    "uk": ("Ідентифікатор", "Востаннє змінювалося (здача)"),
    "zh": ("标识符", "上次修改（作业）"),
}
# What participants are called in the names of folders where submissions are anonymous: participant of assign.php.
PARTICIPANT = {
    "participant", "teilnehmer/in", "teilnehmerin", "participante", "partecipante", "deelnemer", "deltagare",
    "участник", "учасник", "συμμετέχοντας", "参加者", "참가자", "katılımcı", "参与人", "partaidea", "dalyvis",
}  # fmt: skip
NEVER = ("", "-")  # what Moodle writes if there is no time
NUMBERED = re.compile(r"(\D+?)\s*(\d+)")  # Participant 301, 参加者301


class NoWorksheet(ValueError):
    """A file is no grading worksheet; the message says why."""


class Row(NamedTuple):
    """A participant.

    Parameters
    ----------
    email : str
        Empty if the worksheet does not have it.
    timestamp : datetime or None
        In UTC, when the submission was changed last.
    """

    email: str
    timestamp: datetime.datetime | None


def read_worksheet(path: Path, timezone: str) -> tuple[dict, list]:
    """Number of a participant -> `Row`; and the times that could not be read.

    Parameters
    ----------
    path : Path
    timezone : str
        Of the times, such as Europe/Berlin.

    Raises
    ------
    NoWorksheet
    """
    try:
        header, *rows = csv_file.read(path)
    except (ValueError, csv.Error) as error:
        raise NoWorksheet(str(error)) from None
    columns = list(zip(*rows)) if rows else [() for _ in header]
    titles = [title.strip() for title in header]
    languages = [known for known, (_, changed) in TITLES.items() if changed in titles]
    identifier = _identifier(columns)
    if identifier is None:
        raise NoWorksheet(f"{path.name} has no column with a participant's number, such as Participant 301")
    if languages:
        changed = titles.index(TITLES[languages[0]][1])
    else:
        changed = _changed(columns)
    emails = next((column for column in columns if _are_addresses(column)), [""] * len(rows))
    texts = columns[changed] if changed is not None else ["-"] * len(rows)
    times, odd = _times(texts, languages)
    found = {}
    for name, email, time in zip(columns[identifier], emails, times):
        if number := NUMBERED.fullmatch(name.strip()):
            utc = time and parse_utc(time.replace(tzinfo=tz.gettz(timezone)))
            found[number[2]] = Row(email.strip(), utc)
    return found, odd


def _identifier(columns):
    """The first column in which each cell is a number after the same word, such as "Participant 301"."""
    for i, column in enumerate(columns):
        filled = [cell.strip() for cell in column if cell.strip()]
        found = [match for match in map(NUMBERED.fullmatch, filled) if match]
        if filled and len(found) == len(filled) and len({match[1] for match in found}) == 1:
            return i
    return None


def _changed(columns):
    """The last but one of the columns of times: the last is that of the grade, those before are due dates."""
    times = [i for i, column in enumerate(columns) if any(column) and all(map(_is_time_or_none, column))]
    return times[-2] if len(times) > 1 else None


def _is_time_or_none(cell):
    return cell.strip() in NEVER or (_clock(cell) is not None and re.search(r"(?<!\d)\d{4}(?!\d)", cell) is not None)


def _are_addresses(column):
    filled = [cell.strip() for cell in column if cell.strip()]
    return bool(filled) and all(re.fullmatch(r"[^@\s]+@[^@\s]+", cell) for cell in filled)


def _times(texts, languages):
    """(a naive time or None for each text, the texts that cannot be read).

    Without ``languages`` every language of Babel is tried, and only one reading may fit all texts.
    """
    wanted = [text for text in texts if text.strip() not in NEVER]
    if not wanted:
        return [None] * len(texts), []
    others = sorted(name for name in babel.localedata.locale_identifiers() if "_" not in name)
    readings = []
    for language in languages or others:
        if not languages and any(_time(text, language) is None for text in wanted):
            continue
        times = [_time(text, language) for text in texts]
        readings += [times] if times not in readings else []
    if len(readings) != 1:  # no language fits, or several do, with different times
        return [None] * len(texts), wanted
    (times,) = readings
    return times, [text for text, time in zip(texts, times) if time is None and text.strip() not in NEVER]


def _clock(text):
    return re.search(r"(?<!\d)(\d{1,2})[:.](\d{2})(?::\d{2})?(?!\d)", text)


def _time(text, language):
    """A time as Moodle writes it in a language, such as "Dienstag, 11. März 2025, 14:14"; None if it is none."""
    with contextlib.suppress(ValueError):  # a spreadsheet program may have rewritten it in ISO format
        return datetime.datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    locale = babel.Locale.parse(language)
    clock, year = _clock(text), re.search(r"(?<!\d)(\d{4})(?!\d)", text)
    if not clock or not year:
        return None
    rest = text.replace(clock[0], " ", 1).replace(year[1], " ", 1).casefold()
    east = re.search(r"(\d{1,2})\s*月\s*(\d{1,2})\s*日", rest)
    weekday, rest = _named(rest, _names(locale.days, "wide"))
    month, rest = (int(east[1]), east[2]) if east else _named(rest, _names(locale.months, "wide", "abbreviated"))
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", rest)
    if not month or not day:
        return None
    hour = _hour(int(clock[1]), text.casefold(), locale)
    try:
        time = datetime.datetime(int(year[1]), month, int(day[0]), hour, int(clock[2]))
    except ValueError:
        return None
    return time if weekday is None or weekday == time.weekday() else None


def _names(table, *widths):
    """Name -> number of months or days, in the form for dates and in the form of its own."""
    names = (
        (name, i) for form in ("stand-alone", "format") for width in widths for i, name in table[form][width].items()
    )
    return {name.casefold().rstrip("."): i for name, i in names}


def _named(text, names):
    """(number of the longest name that a text contains, the text without it), or (None, the text)."""
    for name in sorted(names, key=len, reverse=True):
        if (
            name
            and name in text
            and not name.isdigit()
            and (found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
        ):
            return names[name], text[: found.start()] + " " + text[found.end() :]
    return None, text


def _hour(hour, rest, locale):
    """The hour from 0 to 23; ``rest`` may say am or pm in the language."""
    halves = {"am": {"am", "a.m."}, "pm": {"pm", "p.m."}}
    for form in locale.day_periods.values():
        for names in form.values():
            for half in halves:
                halves[half] |= {names[half].casefold().replace("\u202f", " ")} if half in names else set()
    for half, add in ("am", 0), ("pm", 12):
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rest) for name in halves[half]):
            return hour % 12 + add
    return hour
