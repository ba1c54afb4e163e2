"""`nbgrader zip_collect` on what Canvas and Moodle offer for download, and on archives that mean harm.

One run of the real command takes everything at once; single archives go through the extractor alone.
"""

import csv
import datetime
import html
import io
import json
import logging
import os
import re
import shutil
import stat
import subprocess
import time
import unicodedata
import zipfile
from types import SimpleNamespace
from typing import NamedTuple

import nbformat
import pytest
from nbgrader.api import Gradebook

from grading.gradebook.blueprint import released_blueprint
from grading.outcome import NotGradable
from grading.submissions import collect
from grading.submissions.candidates import candidates
from grading.submissions.collect import CANVAS, MOODLE, Roster, Skipped, _legal, _reading
from grading.submissions.contents import look_into
from grading.submissions.safe_extractor import SafeExtractor
from grading.submissions.worksheet import NoWorksheet, read_worksheet
from tools.made_up_course import COURSE, environment, fill, grade, open_course, read, solutions

DUE = datetime.datetime(2025, 3, 10, 12)

CANVAS_FILES = {
    "lovelaceada_55_1001_sigmoid.ipynb": "ada, first",
    "lovelaceada_55_1090_sigmoid-1.ipynb": "ada, second",
    "lovelaceada_55_1003_notes.pdf": "ada's notes",
    "ñandújosé_56_1004_sigmoid.ipynb": "josé",
    "turingalan_LATE_57_1005_sigmoid (2).ipynb": "alan",
    "hopper_grace_58_1006_99_7_my_homework.ipynb": "grace, under a name of her own",
    "anon_Xy3Qz_1007_sigmoid.ipynb": "somebody",
    "LATE_anon_aB9dE_1008_sigmoid.ipynb": "somebody, late",
    "noetheremmy_59_text.html": "typed into Canvas",
    "readme.ipynb": "from nobody",
    "__MACOSX/._lovelaceada_55_1099_sigmoid.ipynb": "rubbish",
    ".DS_Store": "rubbish",
}
MOODLE_FILES = {
    "Emmy Noether_301_assignsubmission_file/sigmoid.ipynb": "emmy, first",
    "Emmy Noether_301_assignsubmission_file/sigmoid (1).ipynb": "emmy, second",
    "Emmy Noether_301_assignsubmission_file/.ipynb_checkpoints/sigmoid-checkpoint.ipynb": "rubbish",
    "Emmy Noether_301_assignsubmission_onlinetext/onlinetext.html": "typed into Moodle",
    "Srinivasa Rāmānujan_302_assignsubmission_file_/homework/sigmoid.ipynb": "before Moodle 4.2, in a folder",
    "李 善蘭_303_assignsubmission_file_sigmoid.ipynb": "without folders",
    "Participant_304_assignsubmission_file/sigmoid.ipynb": "nameless",
    "John Smith_305_assignsubmission_file/sigmoid.ipynb": "one",
    "John Smith_306_assignsubmission_file/sigmoid.ipynb": "another",
    "Eve_307_assignsubmission_file/Emmy Noether_301_assignsubmission_file/sigmoid.ipynb": "eve, who would be emmy",
    "Mallory_308_assignsubmission_file_lovelaceada_55_9999_sigmoid.ipynb": "mallory, who would be ada",
}
# What browsers and students make of the name, and of a blank notebook that is handed in after the solved one.
NAMES_AND_KINDS = {
    "a_71_2001_sigmoid.ipynb": "solved",
    "a_71_2002_sigmoid-1.ipynb": "blank",
    "b_72_2003_sigmoid.ipynb": "blank",
    "b_72_2004_sigmoid (1).ipynb": "solved",
    "c_73_2005_sigmoid.ipynb": "solved",
    "c_73_2006_sigmoid-1.ipynb": "other",
    "d_74_2007_sigmoid.ipynb.txt": "solved",
    "e_75_2008_sigmoid.IPYNB": "solved",
    "f_76_2009_sigmoid-1.ipynb.json": "solved",
    "g_77_2010_sigmoid.ipynb": "blank",
    "g_77_2011_sigmoid-Copy1.ipynb": "solved",
}
WORKSHEET = """\
\ufeffIdentifier,"Full name","Email address",Status,Grade,"Maximum grade","Last modified (submission)"
"Participant 301","Emmy Noether",emmy@example.org,"Submitted - 1 day late",,12,"Tuesday, 11 March 2025, 2:14 PM"
"Participant 302","Srinivasa Rāmānujan",ram@example.org,"No submission",,12,-
"Participant 303","李 善蘭",li@example.org,Submitted,,12,"Sunday, March 9, 2025, 9:00 PM"
"""


def pack(path, files):
    """Write a zip of ``files``: name or `zipfile.ZipInfo` -> text or bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def entry(name, **attributes):
    info = zipfile.ZipInfo(name, (2025, 3, 9, 12, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    for attribute, value in attributes.items():
        setattr(info, attribute, value)
    return info


LINK = entry("linked_60_1_sigmoid.ipynb", external_attr=(stat.S_IFLNK | 0o777) << 16, create_system=3)
LONG = f"long_62_1010_{'x' * 250}.ipynb"  # longer than a name may be on most disks
DEVICE = entry("device_60_2_sigmoid.ipynb", external_attr=(stat.S_IFCHR | 0o777) << 16, create_system=3)


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """(folder of the course, what the real command said)."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    assert api.generate_assignment("01-sigmoid")["success"]
    blank = read(folder / "release", "01-sigmoid")
    work = {"blank": nbformat.writes(blank), "solved": nbformat.writes(fill(blank, solutions("01-sigmoid")))}
    work["other"] = nbformat.writes(read(COURSE / "release", "02-losses"))
    with api.gradebook as gradebook:
        gradebook.update_or_create_assignment("01-sigmoid", duedate=DUE)
        gradebook.add_student("ada", first_name="Ada", last_name="Lovelace", lms_user_id="55", email="ada@example.org")
        gradebook.add_student("emmy", first_name="Emmy", last_name="Noether", email="emmy@example.org")
        # As macOS writes it: letters and their accents apart.
        gradebook.add_student("ram", first_name="Srinivasa", last_name=unicodedata.normalize("NFD", "Rāmānujan"))
    archives = folder / "downloaded" / "01-sigmoid" / "archive"
    archives.mkdir(parents=True)
    pack(archives / "submissions.zip", CANVAS_FILES)
    pack(archives / "Course-Sigmoid-77.zip", MOODLE_FILES)
    pack(archives / "names.zip", {name: work[kind] for name, kind in NAMES_AND_KINDS.items()})
    pack(folder / "homework.zip", {"homework/sigmoid.ipynb": work["solved"]})
    pack(archives / "zipped.zip", {"h_88_2012_homework.zip": (folder / "homework.zip").read_bytes()})
    pack(archives / "hostile.zip", {"../../../../gradebook.db": "gone", LINK: "/etc/passwd", LONG: "cut"})
    (archives / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    (archives / "Grades-Course-Sigmoid-77.csv").write_text(WORKSHEET, encoding="utf-8")
    # Handed in by eve, where an instructor unpacked the archive by hand: it says that her work is ada's.
    forged = WORKSHEET.replace("301", "307").replace("emmy@example.org", "ada@example.org")
    (archives / "Eve_307_assignsubmission_file_grades.csv").write_text(forged, encoding="utf-8")
    (archives / "curiemarie_61_1009_sigmoid.ipynb").write_text("marie, from no archive", encoding="utf-8")
    before = {path for path in folder.rglob("*") if path.is_file()} - set(archives.iterdir())
    said = zip_collect(folder, "--LMSCollector.add=True")
    after = {path for path in folder.rglob("*") if path.is_file()}
    new = {path.relative_to(folder).parts[0] for path in after - before}
    assert new <= {"downloaded", "submitted", ".nbgrader.log"}
    return folder, said


def zip_collect(folder, *arguments):
    done = subprocess.run(
        ["nbgrader", "zip_collect", "01-sigmoid", *arguments],
        cwd=folder, env=environment(), text=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def test_every_student_is_there_with_the_last_attempt(collected):
    folder, _ = collected
    found = {
        path.relative_to(folder / "submitted").as_posix(): path.read_text(encoding="utf-8")
        for path in (folder / "submitted").rglob("*.ipynb")
    }
    assert {name: text for name, text in found.items() if not name.startswith("7")} == {
        "ada/01-sigmoid/sigmoid.ipynb": "ada, second",
        "56/01-sigmoid/sigmoid.ipynb": "josé",
        "57/01-sigmoid/sigmoid.ipynb": "alan",
        "58/01-sigmoid/99_7_my_homework.ipynb": "grace, under a name of her own",
        "anon_Xy3Qz/01-sigmoid/sigmoid.ipynb": "somebody",
        "anon_aB9dE/01-sigmoid/sigmoid.ipynb": "somebody, late",
        "61/01-sigmoid/sigmoid.ipynb": "marie, from no archive",
        "emmy/01-sigmoid/sigmoid.ipynb": "emmy, second",
        "ram/01-sigmoid/sigmoid.ipynb": "before Moodle 4.2, in a folder",
        "li@example.org/01-sigmoid/sigmoid.ipynb": "without folders",
        "participant-304/01-sigmoid/sigmoid.ipynb": "nameless",
        "eve/01-sigmoid/sigmoid.ipynb": "eve, who would be emmy",
        "mallory/01-sigmoid/lovelaceada_55_9999_sigmoid.ipynb": "mallory, who would be ada",
    }


def test_the_last_notebook_that_was_worked_on_is_taken(collected):
    """A blank one, or another notebook under the name, that was handed in later does not take its place."""
    folder, said = collected
    found = {p.relative_to(folder / "submitted").as_posix(): p for p in (folder / "submitted").glob("7*/*/*")}
    answer = json.dumps(solutions("01-sigmoid")["predict"].splitlines()[-1])[1:-1]
    worked = {name for name, path in found.items() if answer in path.read_text("utf-8")}
    names = ["71/01-sigmoid/sigmoid.ipynb", "72/01-sigmoid/sigmoid.ipynb", "73/01-sigmoid/sigmoid.ipynb"]
    names += ["74/01-sigmoid/sigmoid.ipynb.txt", "75/01-sigmoid/sigmoid.IPYNB", "76/01-sigmoid/sigmoid.ipynb.json"]
    assert worked == {*names, "77/01-sigmoid/sigmoid-Copy1.ipynb"}
    assert set(found) - worked == {"77/01-sigmoid/sigmoid.ipynb"}  # `grading.submissions.choose` takes the other
    assert without_spaces("a_71_2002_sigmoid-1.ipynb no answer in it was worked on") in without_spaces(rows_of(said))


def test_an_attempt_that_takes_too_long_to_look_into_is_not_passed_over(collected, monkeypatch):
    blank = collected[0] / "release" / "01-sigmoid" / "sigmoid.ipynb"
    plan = released_blueprint(blank)
    assert not collect._may_be_worked_on(blank, plan)
    monkeypatch.setattr(collect, "LOOKING", 1e-6)
    assert collect._may_be_worked_on(blank, plan)


def test_an_archive_of_a_student_is_collected_as_it_is(collected):
    folder, _ = collected
    assert zipfile.is_zipfile(folder / "submitted/88/01-sigmoid/homework.zip")


def test_times_are_moodles_and_late_marks_canvass(collected):
    folder, said = collected
    times = {path.parts[-3]: path.read_text() for path in (folder / "submitted").rglob("timestamp.txt")}
    late = "2025-03-10 12:00:01"
    assert times == {
        "emmy": "2025-03-11 14:14:00",
        "li@example.org": "2025-03-09 21:00:00",
        "57": late,
        "anon_aB9dE": late,
    }
    late = "Late, as Canvas says, but not since when: 57, anon_aB9dE. They count as one second late."
    assert late in " ".join(said.split())


@pytest.mark.parametrize(
    "says",
    [
        "Refused the archive broken.zip: it is damaged.",
        "Left out '../../../../gradebook.db' of hostile.zip: its path leads out of the folder.",
        "Left out 'linked_60_1_sigmoid.ipynb' of hostile.zip: a link or device, not a file.",
        "Left out 2 files of operating systems",
        "Left out 1 files of operating systems",
        "ada lovelaceada_55_1001_sigmoid.ipynb ada handed in lovelaceada_55_1090_sigmoid-1.ipynb later",
        "ada lovelaceada_55_1003_notes.pdf it is a text and no notebook",
        "? readme.ipynb its name is neither Canvas's nor Moodle's",
        "59 noetheremmy_59_text.html it is a text and no notebook",
        "60 linked_60_1_sigmoid.ipynb a link or device, not a file.",
        f"62 {LONG} {LONG}: its name is too long.",
        "John Smith 305 and John Smith 306 are both called john-smith",
        "Nothing was taken from",
    ],
)
def test_what_is_left_is_named(collected, says):
    assert says in collected[1] or without_spaces(says) in without_spaces(rows_of(collected[1]))


def without_spaces(text):
    """A table may break a long name anywhere."""
    return re.sub(r"[ ]+", "", text)


def rows_of(said):
    """The rows of the table of what was not taken, each as one line of words."""
    lines = said.split("Not taken, ")[1].split("\n\n")[1].splitlines()
    starts = [lines[0].index(title) for title in ("student", "file", "why")]
    rows = []
    for line in lines[1:]:
        cells = [line[start:end].strip() for start, end in zip(starts, [*starts[1:], None])]
        if line[0] != " ":
            rows.append(cells)
        else:
            rows[-1] = [f"{cell} {more}".strip() for cell, more in zip(rows[-1], cells)]
    return "\n".join(" ".join(row) for row in rows)


def test_a_later_attempt_from_canvas_is_graded_again(tmp_path, collected):
    """Without a time of handing in, the files' own times tell."""
    from nbgrader.coursedir import CourseDirectory

    from grading.submissions.find import submissions, to_grade

    coursedir = CourseDirectory(root=str(tmp_path))
    for folder in ("submitted", "autograded"):
        (tmp_path / folder / "55" / "01-sigmoid").mkdir(parents=True)
    handed_in = tmp_path / "submitted/55/01-sigmoid/sigmoid.ipynb"
    handed_in.write_text("first")
    graded_at = handed_in.stat().st_mtime - 120  # no time of a file may lie in the future
    os.utime(tmp_path / "autograded/55/01-sigmoid", (graded_at, graded_at))
    os.utime(handed_in, (graded_at - 60, graded_at - 60))
    assert to_grade(submissions(coursedir, "01-sigmoid"), coursedir, force=False) == []
    os.utime(handed_in, (graded_at + 60, graded_at + 60))
    assert len(to_grade(submissions(coursedir, "01-sigmoid"), coursedir, force=False)) == 1


# Names


@pytest.mark.parametrize(
    "name, expected",
    [
        ("a_b_c_7_8_x.ipynb", ("7", "8", "x.ipynb")),
        ("late_7_8_x.ipynb", ("7", "8", "x.ipynb")),
        ("lovelaceada_7_8_eve_9_10_x.ipynb", ("7", "8", "eve_9_10_x.ipynb")),
        ("20240011_123_456_sigmoid.ipynb", ("123", "456", "sigmoid.ipynb")),
        ("2pac_7_8_x.ipynb", ("7", "8", "x.ipynb")),
        ("_7_8_x.ipynb", ("7", "8", "x.ipynb")),
        ("王小明_7_8_作业_1.ipynb", ("7", "8", "作业_1.ipynb")),
    ],
)
def test_a_file_name_cannot_change_the_user_of_canvas(name, expected):
    assert CANVAS.fullmatch(name).group("user", "file", "name") == expected and not CANVAS.fullmatch(name)["late"]


def test_a_file_name_cannot_change_the_participant_of_moodle():
    found = MOODLE.fullmatch("Eve_1_assignsubmission_file_Ada_2_assignsubmission_file_x.ipynb")
    assert found.group("who", "number") == ("Eve", "1")


@pytest.mark.parametrize(
    "name, legal",
    [("..", None), ("../../x", "x"), ("/etc", "etc"), ("Zoë  O'Hara", "zoë-o-hara"), ("नीना", "नीना"), (".x", "x")],
)
def test_an_id_is_never_a_path(name, legal):
    if legal is None:
        with pytest.raises(Exception, match="no name"):
            _legal(name)
    else:
        assert _legal(name) == legal


def roster(*students, worksheet=None):
    """A `Roster` of students: (id, first name, last name, e-mail address, number in Canvas)."""
    keys = ("id", "first_name", "last_name", "email", "lms_user_id")
    people = [SimpleNamespace(**dict(zip(keys, [*student, *[None] * 5]))) for student in students]
    return Roster(SimpleNamespace(students=people), [worksheet] if worksheet else [], "UTC", logging.getLogger("x"))


@pytest.mark.parametrize(
    "first, last, written",
    [
        ("Sinéad", "O'Brien", "Sinéad OBrien"),
        ("Béla", "Kovács", "Kovács Béla"),
        ("Béla", "Kovács", "Kovács, Béla"),
        ("Tom & Jerry", 'The "Cat"', "Tom  Jerry The Cat"),
        ("Ada_May", "Lovelace", "Ada May Lovelace"),
        ("Jean: Luc", "a/b|c", "Jean Luc abc"),
        ("Anna-Lena", "von der Höhe", "von der Höhe Anna-Lena"),
    ],
)
def test_names_are_compared_as_moodle_writes_them(first, last, written):
    found, known, _ = roster(("x", first, last), ("y", "Somebody", "Else")).moodle(written, "301")
    assert (found, known) == ("x", True)


def test_two_whose_names_are_the_same_in_moodle_stop():
    with pytest.raises(Skipped, match="it could be a and b. Put Moodle's grading worksheet"):
        roster(("a", "Béla", "Kovács"), ("b", "Kovács", "Béla")).moodle("Kovács Béla", "301")


def test_nobody_becomes_a_student_by_a_likeness():
    known = roster(("ada", "Ada", "Lovelace", "ada@example.org", "55"), ("bob@example.org", "", ""), ("77", "", ""))
    assert known.canvas("55") == ("ada", True) and known.canvas("77") == ("77", True)
    assert known.canvas("5") == ("5", False)
    assert known.moodle("Ada Byron", "301") == ("ada-byron", False, None)
    with pytest.raises(Skipped, match="both have lms_user_id 55"):
        roster(("a", "", "", "", "55"), ("b", "", "", "", "55")).canvas("55")


def test_a_name_that_ends_in_a_number_is_no_user():
    """``a_55`` is called so by its owner, and user 55 is somebody else."""
    both, one = roster(("ada", "", "", "", "55"), ("eve", "", "", "", "77")), roster(("eve", "", "", "", "77"))
    name = CANVAS.fullmatch("a_55_77_1001_sigmoid.ipynb")
    assert _reading(name, one) == ("77", 1001, "sigmoid.ipynb")
    with pytest.raises(Skipped, match="user 55 or 77"):
        _reading(name, both)
    assert _reading(CANVAS.fullmatch("eve_77_1001_55_9_x.ipynb"), both) == ("77", 1001, "55_9_x.ipynb")


# Worksheets of Moodle, in the words of its language packs


SHEETS = {
    "en": "Identifier,Full name,Email address,Last modified (submission)|Participant |Tuesday, 11 March 2025, 2:14 PM",
    "de": "ID,Vollständiger Name,E-Mail-Adresse,Zuletzt geändert (Abgabe)|Teilnehmer/in|Dienstag, 11. März 2025, 14:14",
    "fr": "Identifiant,Nom complet,Adresse de courriel,Dernière modification (travail remis)|Participant|"
    "mardi 11 mars 2025, 14:14",
    "es": "Identificador,Nombre completo,Dirección de correo,Última modificación (entrega)|Participante|"
    "martes, 11 de marzo de 2025, 14:14",
    "pt": "Identificador,Nome completo,E-mail,Última atualização (submissão)|Participante|"
    "terça-feira, 11 de março de 2025 às 14:14",
    "pt_br": "Identificador,Nome completo,Endereço de email,Última modificação (envio)|Participante|"
    "terça-feira, 11 mar. 2025, 14:14",
    "it": "Identificativo,Nome,Indirizzo email,Ultima modifica (consegna)|Partecipante|martedì, 11 marzo 2025, 14:14",
    "nl": "Identificatie,Volledige naam,E-mailadres,Laatst gewijzigd (inzending)|Deelnemer|"
    "dinsdag, 11 maart 2025, 14:14",
    "ca": "Identificador,Nom complet,Adreça electrònica,Darrera modificació (tramesa)|Participant|"
    "dimarts, 11 de març 2025, 14:14",
    "ru": "Идентификатор,Полное имя,Адрес электронной почты,Последнее изменение (ответ)|Участник|"
    "вторник, 11 марта 2025, 14:14",
    "tr": "Tanımlayıcı,Tam adı,E-posta adresi,Son düzenleme (gönderim)|Katılımcı|Salı, 11 Mart 2025, 2:14 ÖS",
    "ja": "ID,フルネーム,メールアドレス,最終更新日時 (提出)|参加者|2025年 03月 11日(火曜日) 14:14",
    # Told from their shape:
    "pl": "X1,X2,X3,X4|Uczestnik|wtorek, 11 marca 2025, 14:14",
    "fi": "X1,X2,X3,X4|Osallistuja|tiistaina 11. maaliskuuta 2025, 14.14",
}


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("language", SHEETS)
def test_a_worksheet_is_read_in_its_language(tmp_path, language, delimiter):
    titles, word, time = SHEETS[language].split("|")
    identifier, name, email, changed = titles.split(",")
    due = ["X5"] if language == "pl" else []  # of overrides, before the others
    header = [identifier, name, email, "Status", *due, "Grade", "Max", "May change", changed, "Last", "Feedback"]
    rows = [
        [f"{word}301", "Ada", "ada@example.org", "1 day late", *[time for _ in due], "7", "12", "1", time, "-", ""],
        [f"{word}302", "Bob", "bob@example.org", "-", *["-" for _ in due], "", "12", "1", "-", time, "well"],
    ]
    with open(tmp_path / "sheet.csv", "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([header, *rows])
    found, odd = read_worksheet(tmp_path / "sheet.csv", "Europe/Berlin")
    assert odd == []
    assert found == {
        "301": ("ada@example.org", datetime.datetime(2025, 3, 11, 13, 14)),
        "302": ("bob@example.org", None),
    }


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "", "just words", "\ud800"])
def test_what_is_no_worksheet_is_said(tmp_path, text):
    (tmp_path / "x.csv").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(NoWorksheet, match="x.csv"):
        read_worksheet(tmp_path / "x.csv", "UTC")


def test_a_time_that_cannot_be_right_is_not_used(tmp_path):
    sheet = WORKSHEET.replace("Tuesday, 11 March", "Monday, 11 March").replace("Sunday, March 9, 2025, 9:00 PM", "soon")
    (tmp_path / "x.csv").write_text(sheet, encoding="utf-8")
    found, odd = read_worksheet(tmp_path / "x.csv", "UTC")
    assert len(odd) == 2 and {row.timestamp for row in found.values()} == {None}


# What a file holds


NOTEBOOK_ = {"cells": [{"cell_type": "code", "source": ["def f(x):\n", '    return x < 3 & "é"'], "metadata": {}}]}
TEXT = json.dumps(NOTEBOOK_, indent=1, ensure_ascii=False)
TYPED = html.escape(TEXT).replace("    ", "&nbsp; &nbsp; ")
PAGES = {
    "canvas": "<!DOCTYPE html><html><head><title>{x}</title></head><body><h1>Homework: Ada</h1><div><p>"
    + TYPED.replace("\n", "<br />")
    + "</p></div></body></html>",
    "moodle": "<!DOCTYPE html><html><head><meta charset='UTF-8'></head><body>"
    + "".join(f"<p>{line}</p>\n" for line in TYPED.split("\n"))
    + "</body></html>",
}


def zipped(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_DOT_", "."), data)
    return buffer.getvalue()


HOLDS = {
    "sigmoid.ipynb": ("anything", ".ipynb", False),
    "sigmoid.IPYNB": ("anything", ".IPYNB", False),
    "sigmoid.ipynb.txt": (TEXT, ".ipynb.txt", False),
    "sigmoid.ipynb.json": (TEXT, ".ipynb.json", False),
    "sigmoid.json": (TEXT, ".ipynb", True),
    "sigmoid": (TEXT, ".ipynb", True),
    "sigmoid.ipynb (1).txt": (TEXT, ".ipynb", True),
    "mine.txt": (f"Here it is:\n\n{TEXT}\n\nRegards, Ada", ".ipynb", True),
    "wide.txt": (TEXT.encode("utf-16"), ".ipynb", True),
    "text.html": (PAGES["canvas"], ".ipynb", True),
    "onlinetext.html": (PAGES["moodle"], ".ipynb", True),
    "sigmoid.ipynb.zip": (zipped(sigmoid_DOT_ipynb=TEXT), ".zip", False),
    "a.zip": (zipped(sigmoid_DOT_ipynb=TEXT), ".zip", False),
    "nested.zip": (zipped(a_DOT_zip=zipped(b_DOT_zip=zipped(sigmoid_DOT_ipynb=TEXT))), ".zip", False),
    "unnamed.zip": (zipped(sigmoid_DOT_txt=TEXT), ".zip", False),
    "broken.zip": (b"PK\x03\x04 and no more", ".zip", False),  # who grades says what is wrong
    "archive": (zipped(sigmoid_DOT_ipynb=TEXT), ".zip", False),
}


@pytest.mark.parametrize("begin", ["<a ", "<!--", "<![", "<p x='", "<title>", "<", "</"])
def test_a_text_that_takes_a_parser_of_html_long_does_not(tmp_path, begin):
    """Python's own parser took hours for these, or raised, and with it the whole collection."""
    (tmp_path / "x.txt").write_text("<" + begin * 10**5)
    began = time.process_time()
    with pytest.raises(NotGradable, match="no notebook"):
        look_into(tmp_path / "x.txt")
    (tmp_path / "x.txt").write_text("<p>{" + '"cells": [' + "[]," * 10**6 + "[]]}</p>")
    with pytest.raises(NotGradable, match="no notebook"):
        look_into(tmp_path / "x.txt")
    assert time.process_time() - began < 5


@pytest.mark.parametrize("name", HOLDS)
def test_a_notebook_is_known_by_what_it_holds(tmp_path, name):
    data, ending, rewritten = HOLDS[name]
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    found, notebook = look_into(tmp_path / name)
    assert found == ending and (notebook is not None) == rewritten
    if rewritten:
        assert json.loads(notebook) == NOTEBOOK_


@pytest.mark.parametrize(
    "data, why",
    [
        (b"%PDF-1.7\xff\xfe\x00", "it is no notebook"),
        (b"my answer is 3", "a text and no notebook"),
        (b"", "it is empty"),
        (b'{"a": 1}', "a text and no notebook"),
        (b"<p>{" + b'"cells": [' * 10**5, "a text and no notebook"),
        (zipped(notes_DOT_txt="nothing"), "no notebook"),
    ],
)
@pytest.mark.parametrize("name", ["x.pdf", "x.docx", "x"])
def test_what_is_no_notebook_is_left(tmp_path, name, data, why):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(NotGradable, match=why):
        look_into(tmp_path / name)


def test_an_archive_in_an_archive_is_graded(tmp_path):
    (tmp_path / "a.zip").write_bytes(HOLDS["nested.zip"][0])
    found = candidates(tmp_path, "sigmoid").notebooks
    assert {name: json.loads(data) for name, data in found.items()} == {"a.zip/a.zip/b.zip/sigmoid.ipynb": NOTEBOOK_}


def test_a_bomb_of_archives_is_bounded(tmp_path):
    data = zipped(sigmoid_DOT_ipynb=TEXT)
    for _ in range(6):
        data = zipped(**{f"{i}_DOT_zip": data for i in range(8)})
    (tmp_path / "a.zip").write_bytes(data)
    found = candidates(tmp_path, "sigmoid").notebooks
    assert len(found) <= 10


# Who is not in the gradebook


class Collected(NamedTuple):
    """What a command said, and what is there then."""

    done: subprocess.CompletedProcess
    files: dict  # path of a notebook below submitted/ -> when it was changed
    numbers: dict  # student -> number in Canvas


@pytest.fixture(scope="module")
def three_times(tmp_path_factory):
    """One download, collected with ada in the gradebook; with --force --add; and once more without."""
    folder = tmp_path_factory.mktemp("three_times")
    open_course(folder)
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        gradebook.add_assignment("01-sigmoid")
        gradebook.add_student("ada", lms_user_id="55")
    archives = folder / "downloaded" / "01-sigmoid" / "archive"
    archives.mkdir(parents=True)
    files = {"lovelaceada_55_1_sigmoid.ipynb": TEXT, "x_56_2_sigmoid.ipynb": TEXT, "y_57_text.html": PAGES["canvas"]}
    pack(archives / "submissions.zip", files)
    collected = []
    for flags in (), ("--force", "--add"), ():
        if len(collected) == 2:  # without --force nbgrader extracts only into a new folder
            shutil.rmtree(folder / "downloaded/01-sigmoid/extracted")
        done = grade(folder, "collect", "01-sigmoid", *flags)
        found = {
            path.relative_to(folder / "submitted"): path.stat().st_mtime_ns for path in folder.glob("submitted/*/*/*")
        }
        with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
            numbers = {student.id: student.lms_user_id for student in gradebook.students}
        collected.append(Collected(done, found, numbers))
    return collected


def test_who_is_not_in_the_gradebook_is_named_and_waits(three_times):
    done, files, _ = three_times[0]
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
    assert {path.parts[0] for path in files} == {"ada"}
    assert "the work of 1 student was collected" in done.stdout and "Not taken, 2 files" in done.stdout
    assert "56 x_56_2_sigmoid.ipynb not in the gradebook" in rows_of(done.stdout)
    assert "Not in the gradebook, 2: 56, 57" in done.stdout and "--force --add" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_new_students_are_added_if_that_is_asked_for(three_times):
    done, files, numbers = three_times[1]
    assert done.returncode == 0 and "Not taken" not in done.stdout, done.stdout + done.stderr
    notebooks = {path.parts[0]: path.name for path in files if path.suffix == ".ipynb"}
    assert notebooks == {"ada": "sigmoid.ipynb", "56": "sigmoid.ipynb", "57": "text.ipynb"}
    assert numbers == {"ada": "55", "56": "56", "57": "57"}


def test_what_is_there_stays_without_force(three_times):
    done, files, _ = three_times[2]
    assert done.returncode == 1 and "a submission of 3 students already: 56, 57, ada" in done.stderr
    assert files == three_times[1].files


def test_nothing_to_collect_is_said(tmp_path):
    open_course(tmp_path)
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db"):
        pass
    done = grade(tmp_path, "collect", "01-sigmoid")
    assert done.returncode == 1 and "Put what Canvas or Moodle offers for download into" in done.stderr
    assert "Traceback" not in done.stderr


# Archives that mean harm


GOOD = {"lovelaceada_55_1001_sigmoid.ipynb": "good"}


@pytest.fixture
def unpack(tmp_path, caplog):
    """Unpack an archive of ``files``; returns (name -> size of what was written, what was said)."""

    def run(files, change=None, **limits):
        archives, target = tmp_path / "archive", tmp_path / "a/b/extracted"
        archives.mkdir()
        path = pack(archives / "x.zip", files)
        if change:
            path.write_bytes(change(path.read_bytes()))
        extractor = SafeExtractor(log=logging.getLogger("unpack"), **limits)
        extractor.extract(str(archives), str(target))
        written = [p for p in tmp_path.rglob("*") if not p.is_dir() or p.is_symlink()]
        outside = [p for p in written if not p.is_relative_to(target) and p != path]
        assert outside == [] and not any(p.is_symlink() for p in written)
        return {p.relative_to(target / "x").as_posix(): p.stat().st_size for p in written if p != path}, caplog.text

    return run


@pytest.mark.parametrize(
    "name",
    [
        "../evil_1_1_x.ipynb",
        "a/../../../evil.ipynb",
        "/tmp/evil.ipynb",
        "..\\..\\evil.ipynb",
        "C:\\evil.ipynb",
        "\\\\host\\evil.ipynb",
        "a/..",
    ],
)
def test_paths_that_climb_out_are_left_and_all_else_is_unpacked(unpack, name):
    written, said = unpack({entry(name): "evil", **GOOD})
    assert list(written) == list(GOOD) and "leads out" in said


@pytest.mark.parametrize(
    "info, why",
    [
        (LINK, "a link"),
        (DEVICE, "a link or device"),
        (entry("x_1_1_inner.TAR.GZ"), "an archive in an archive"),
        (entry("x_1_1_a\nb.ipynb"), "control characters"),
        (entry("x_1_1_bz.ipynb", compress_type=zipfile.ZIP_BZIP2), "unusual method"),
        (entry("x" * 300 + ".ipynb"), "its name is too long."),
        (entry("d/" * 1500 + "x.ipynb"), "too many folders"),
    ],
)
def test_an_entry_that_cannot_be_trusted_is_left(unpack, info, why):
    written, said = unpack({info: "evil", **GOOD})
    assert list(written) == list(GOOD) and why in said


def test_a_link_and_a_file_behind_it_lead_nowhere(unpack):
    folder = entry("a", external_attr=(stat.S_IFLNK | 0o777) << 16, create_system=3)
    written, said = unpack({folder: "/tmp", "a/evil.ipynb": "evil", **GOOD})
    assert set(written) == {"a/evil.ipynb", *GOOD} and "a link" in said


def test_bombs_are_left(unpack):
    written, said = unpack({"x_1_1_ratio.ipynb": bytes(2**23), "x_1_2_large.ipynb": bytes(2**27), **GOOD})
    assert list(written) == list(GOOD) and "grow more than 200 times" in said and f"has {2**27} bytes" in said


def test_an_archive_that_is_too_large_altogether_is_refused(unpack):
    written, said = unpack({str(i): os.urandom(2**12) for i in range(5)}, most_bytes=2**14)
    assert written == {} and "Refused the archive x.zip: unpacked it has 20480 bytes" in said


def test_an_archive_of_too_many_files_is_refused(unpack):
    written, said = unpack({str(i): "" for i in range(11)}, most_files=10)
    assert written == {} and "it has 11 files" in said


def test_a_size_that_lies_buys_nothing(unpack):
    """The archive says 5 bytes; its data unpack to 8 MB."""
    true, lie = (2**23).to_bytes(4, "little"), (5).to_bytes(4, "little")
    written, said = unpack({"x_1_1_x.ipynb": bytes(2**23), **GOOD}, lambda data: data.replace(true, lie))
    assert list(written) == list(GOOD) and "damaged" in said


def test_damaged_data_are_left(unpack):
    text = os.urandom(99)
    stored = entry("x.ipynb", compress_type=zipfile.ZIP_STORED)
    written, said = unpack({stored: text, **GOOD}, lambda data: data.replace(text, text[::-1]))
    assert list(written) == list(GOOD) and "damaged" in said


def test_encrypted_files_are_left(unpack):
    written, said = unpack({"x_1_1_x.ipynb": "secret", **GOOD}, lambda data: marked(data, lambda flags: flags | 1))
    assert list(written) == list(GOOD) and "encrypted" in said


def marked(data, change):
    """``data`` with the flags of its first file changed, in the header and in the directory."""
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        flags = change(int.from_bytes(data[at : at + 2], "little"))
        data = data[:at] + flags.to_bytes(2, "little") + data[at + 2 :]
    return data


def test_two_files_of_one_name_the_first_stays(unpack):
    with pytest.warns(UserWarning, match="Duplicate"):
        written, said = unpack({entry("x_1_1_x.ipynb"): "one", entry("x_1_1_x.ipynb"): "three"})
    assert written == {"x_1_1_x.ipynb": 3} and "another file in its place" in said


def test_windows_folders_are_understood(unpack):
    written, _ = unpack({entry("Bo_2_assignsubmission_file\\x.ipynb"): ""})
    assert set(written) == {"Bo_2_assignsubmission_file/x.ipynb"}


def test_macos_names_are_understood(unpack):
    """macOS packs names in UTF-8, letters and accents apart, and does not say so."""
    mac = unicodedata.normalize("NFD", "Zoë_1_assignsubmission_file/x.ipynb")
    written, _ = unpack({mac: ""}, lambda data: marked(data, lambda flags: flags & ~0x800))
    assert set(written) == {"Zoë_1_assignsubmission_file/x.ipynb"}
