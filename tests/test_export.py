"""Grades for Canvas, Moodle and spreadsheets: read back and held against the gradebook."""

import csv
import io
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from traitlets.config import Config

from grading.export import csv_file as sheet
from grading.export import exporters as export
from grading.export.roster import Roster
from made_class import Class
from tools.made_up_course import COURSE, open_course

FIRST, LAST = "01-sigmoid", "04-sgd"
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,01-sigmoid (771),04-sgd (775),Homework Current Score
,,,,,Manual Posting,,
    Points Possible,,,,,12.00,9.00,(read only)
"Lovelace, Ada",5001,S-01,ada,Section 1,3.00,7.00,30.0
"Škoda, Žofie",5002,S-02,zofie,Section 2,,EX,
"Nobody, Nick",5003,S-03,nick,Section 1,2.50,,20.0
"Student, Test",5004,,abcdef0123,Section 1,,,
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A folder in which two assignments are released."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    for assignment in FIRST, LAST:
        assert api.generate_assignment(assignment)["success"]
    return folder


@pytest.fixture(scope="module")
def gradebook(course):
    """Everything that can become of a submission, twice."""
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        made = Class(course, gradebook)
        made.add("ada", FIRST, written=1.25, first_name="Ada", last_name="Lovelace", email="ada@example.org")
        made.add("ada", LAST, written=0, penalty=1.5)
        late = {"test-sigmoid": 0, "test-predict": 1 / 3}
        made.add("zofie", FIRST, written=2, scores=late, penalty=0.75, first_name="Žofie", last_name="Škoda")
        made.add("zofie", LAST)  # the written answers wait for a person
        made.add("eve", FIRST, written=0, penalty=100, first_name="+x", last_name='=HYPERLINK("http://x","y")')
        made.add("fail", FIRST, scores=dict.fromkeys(scored(gradebook, FIRST)))  # grading failed: not one score
        made.hand_in("grace", FIRST)
        made.add("redo", FIRST, written=2)  # graded anew: the score given by hand stands, but a person has to say so
        (written,) = [g for g in gradebook.find_submission(FIRST, "redo").notebooks[0].grades if g.manual_score]
        written.needs_manual_grade = True
        gradebook.db.commit()
        gradebook.update_or_create_student("idle")
        yield gradebook


def scored(gradebook, assignment):
    (notebook,) = gradebook.find_assignment(assignment).notebooks
    return [cell.name for cell in notebook.grade_cells if cell.name.startswith("test-")]


def exporter_of(kind, course, **settings):
    config = Config({"CourseDirectory": {"root": str(course)}})
    log = logging.getLogger("export")
    log.setLevel(logging.INFO)
    return getattr(export, f"{kind}Exporter")(config=config, log=log, **settings)


def rows_of(kind, course, gradebook, tmp_path, **settings):
    """Export and read back, without help from `grading.export.csv_file`."""
    path = tmp_path / "grades.csv"
    exporter_of(kind, course, to=str(path), **settings).export(gradebook)
    text = path.read_bytes().decode("utf-8")
    return list(csv.reader(io.StringIO(text), delimiter=";" if settings.get("decimal") == "," else ","))


def test_canvas_without_a_roster_has_its_columns_and_names(course, gradebook, tmp_path):
    header, possible, *students = rows_of("Canvas", course, gradebook, tmp_path)
    assert header == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", FIRST, LAST]
    most = [gradebook.find_assignment(name).max_score for name in (FIRST, LAST)]
    assert possible[:5] == ["    Points Possible", "", "", "", ""] and list(map(float, possible[5:])) == most
    assert {row[3]: row[0] for row in students} == {
        "ada": "Lovelace, Ada",
        "eve": '\'=HYPERLINK("http://x","y"),\' +x',
        "zofie": "Škoda, Žofie",
    }


def test_canvas_without_a_roster_has_the_final_scores(course, gradebook, tmp_path):
    _, _, *students = rows_of("Canvas", course, gradebook, tmp_path)
    cells = {(row[3], name): cell for row in students for name, cell in zip((FIRST, LAST), row[5:])}
    assert cells.pop(("eve", LAST)) == ""  # she did not hand it in
    for (student, name), cell in cells.items():
        submission = gradebook.find_submission(name, student)
        score = max(0, submission.score - submission.late_submission_penalty)
        assert cell == "" if submission.needs_manual_grade else float(cell) == pytest.approx(score, abs=1e-5)
    assert cells["ada", FIRST] == "11.25" and cells["eve", FIRST] == "0"  # she is too late to have any points left


def test_the_log_says_who_is_left_out_and_why(course, gradebook, tmp_path, caplog):
    rows_of("Canvas", course, gradebook, tmp_path)
    assert f"{FIRST}: handed in but not graded, so without a score: fail, grace" in caplog.messages
    assert f"{FIRST}: not handed in, so without a score: idle" in caplog.messages
    assert f"{LAST}: needs manual grading, so without a score: zofie" in caplog.messages
    assert f"{FIRST}: needs manual grading, so without a score: redo" in caplog.messages


def test_canvas_with_a_roster_keeps_its_ids_its_order_and_what_it_knows(course, gradebook, tmp_path, caplog):
    roster = tmp_path / "canvas.csv"
    roster.write_text(CANVAS, encoding="utf-8")
    header, possible, *students = rows_of("Canvas", course, gradebook, tmp_path, roster=str(roster))
    given = list(csv.reader(io.StringIO(CANVAS)))
    assert header == given[0][:7]
    assert possible == ["    Points Possible", "", "", "", "", "12", "10"]
    assert [row[:5] for row in students] == [row[:5] for row in given[3:]]
    ada = gradebook.find_submission(LAST, "ada").score - 1.5
    zofie = gradebook.find_submission(FIRST, "zofie").score - 0.75
    assert [row[5:] for row in students] == [
        ["11.25", sheet.number(ada)],
        [sheet.number(zofie), "EX"],
        ["2.50", ""],
        ["", ""],
    ]
    assert f"{LAST}: Canvas has 9.00 points possible; the import makes it 10" in caplog.messages
    assert f"Not in {roster}, so not exported: eve" in caplog.messages


def test_a_roster_of_a_course_that_writes_semicolons_and_has_other_columns(course, gradebook, tmp_path, caplog):
    roster = tmp_path / "canvas.csv"
    rows = ["LastName;FirstName;ID;SIS Login ID;Integration ID;Section;Note", "Lovelace;Ada;5001;ADA@example.org;;1;x"]
    roster.write_text("\n".join(rows), encoding="utf-8-sig")
    header, _, ada = rows_of("Canvas", course, gradebook, tmp_path, roster=str(roster), assignment=[FIRST])
    assert header == ["LastName", "FirstName", "ID", "SIS Login ID", "Integration ID", "Section", FIRST]
    assert ada == ["Lovelace", "Ada", "5001", "ADA@example.org", "", "1", "11.25"]
    assert f"{FIRST}: not in {roster}, so Canvas will offer to make it" in caplog.messages


@pytest.mark.parametrize(
    "identity, title, who", [("username", "Username", "ada"), ("email", "Email address", "ada@example.org")]
)
def test_moodle(course, gradebook, tmp_path, identity, title, who):
    rows = rows_of("Moodle", course, gradebook, tmp_path, identity=identity)
    assert rows[0] == [title, FIRST, LAST]
    assert rows[1][:2] == [who, "11.25"]
    names = [row[0] for row in rows[1:]]
    assert names == (["ada", "eve", "zofie"] if identity == "username" else ["ada@example.org"])
    assert all(row[2] == "-" for row in rows[2:])  # in Moodle an empty cell can become a 0


def test_moodle_with_a_roster_and_decimal_commas(course, gradebook, tmp_path, caplog):
    roster = tmp_path / "moodle.csv"
    roster.write_text(
        "Vorname;Nachname;ID-Nummer;E-Mail-Adresse;Aufgabe: 01-sigmoid (Punkte)\n"
        "Žofie;Škoda;17;zofie@example.org;-\nAda;Lovelace;18;ada@example.org;3,00\nIda;Idle;19;idle@example.org;-\n",
        encoding="utf-8",
    )
    rows = rows_of("Moodle", course, gradebook, tmp_path, roster=str(roster), decimal=",")
    zofie = gradebook.find_submission(FIRST, "zofie").score - 0.75
    ada = gradebook.find_submission(LAST, "ada").score - 1.5
    assert rows == [
        ["E-Mail-Adresse", FIRST, LAST],
        ["zofie@example.org", f"{zofie:.5f}".replace(".", ","), "-"],
        ["ada@example.org", "11,25", f"{ada:g}".replace(".", ",")],
    ]
    assert f"Not in {roster}, so not exported: eve" in caplog.messages


def test_the_scores_of_every_exercise_add_up(course, gradebook, tmp_path):
    header, *rows = rows_of("Scores", course, gradebook, tmp_path)
    table = [dict(zip(header, row)) for row in rows]
    for student, name in (("ada", FIRST), ("ada", LAST), ("zofie", FIRST), ("zofie", LAST), ("eve", FIRST)):
        mine = [row for row in table if (row["student_id"], row["assignment"]) == (student, name)]
        submission = gradebook.find_submission(name, student)
        assert sum(float(row["score"] or 0) for row in mine) == pytest.approx(submission.score, abs=1e-4)
        assert sum(float(row["max_score"]) for row in mine) == submission.max_score


def test_every_exercise_has_its_score_or_why_there_is_none(course, gradebook, tmp_path):
    header, *rows = rows_of("Scores", course, gradebook, tmp_path)
    table = [dict(zip(header, row)) for row in rows]
    sigmoid = next(row for row in table if (row["student_id"], row["exercise"]) == ("zofie", "sigmoid"))
    assert (sigmoid["score"], sigmoid["max_score"], sigmoid["state"]) == ("1", "2", "graded")
    assert sigmoid["last_name"] == "Škoda"
    of = {(row["assignment"], row["student_id"], row["exercise"]): (row["score"], row["state"]) for row in table}
    assert of[LAST, "zofie", "written-race"] == ("", "needs manual grading")
    assert of[LAST, "zofie", "sgd_step"] == ("1", "graded")
    assert of[FIRST, "grace", "sigmoid"] == ("", "handed in but not graded")
    assert of[FIRST, "idle", "sigmoid"] == ("", "not handed in")
    order = [row["exercise"] for row in table if (row["assignment"], row["student_id"]) == (FIRST, "ada")]
    assert order[:3] == ["pre_activation", "sigmoid", "written-symmetry"]


def test_only_the_students_and_assignments_that_were_asked_for(course, gradebook, tmp_path):
    rows = rows_of("Scores", course, gradebook, tmp_path, student=["ada"], assignment=[LAST])
    assert {(row[0], row[1]) for row in rows[1:]} == {(LAST, "ada")}
    roster = tmp_path / "canvas.csv"
    roster.write_text(CANVAS, encoding="utf-8")
    rows = rows_of("Canvas", course, gradebook, tmp_path, student=["ada"], roster=str(roster))
    assert [row[0] for row in rows[2:]] == ["Lovelace, Ada"]


@pytest.mark.parametrize(
    "kind, settings, roster, says",
    [
        (
            "Canvas",
            {"assignment": ["07-none"]},
            None,
            f"No assignment 07-none in the gradebook; it has: {FIRST}, {LAST}.",
        ),
        ("Moodle", {"student": ["bob"]}, None, "No student bob in the gradebook"),
        ("Canvas", {}, "Name,Login\nAda,ada\n", "has no column Section"),
        ("Canvas", {}, "Student,ID,SIS Login ID,Section\nX,1,x,1\n", "none of the students"),
        ("Moodle", {}, "E-Mail\nada@a.org\nada@b.org\n", "more than one row could be ada"),
        ("Moodle", {}, "", "is empty"),
        ("Moodle", {"roster": "nowhere.csv"}, None, "nowhere.csv cannot be read"),
        ("Scores", {"to": "no/such/folder/scores.csv"}, None, "No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said(course, gradebook, tmp_path, caplog, kind, settings, roster, says):
    if roster is not None:
        settings = settings | {"roster": str(tmp_path / "roster.csv")}
        Path(settings["roster"]).write_text(roster, encoding="utf-8")
    exporter = exporter_of(kind, course, **{"to": str(tmp_path / "x.csv"), **settings})
    with pytest.raises(SystemExit):
        exporter.export(gradebook)
    assert says in caplog.messages[-1]


CROSSED = """\
Student,ID,SIS User ID,SIS Login ID,Section,01-sigmoid (771)
"Lovelace, Ada",5001,5002,x,1,
"Škoda, Žofie",5002,5001,y,1,
"""


@pytest.mark.parametrize("also", ["", '"Nobody, Nick",5009,5003,z,1,\n'])
def test_ids_that_could_be_of_two_columns_stop(tmp_path, also):
    """Whichever column knew most, everybody got another's score. With ``also``, one of them knows more."""
    (tmp_path / "canvas.csv").write_text(CROSSED + also, encoding="utf-8")
    with pytest.raises(ValueError, match="line 2 is 500[12], by (ID|SIS User ID) it is 500[12]"):
        Roster(tmp_path / "canvas.csv").find(["5001", "5002", "5003"], [3, 2, 1])
    emptied = CROSSED.replace("5001,5002", "5001,").replace("5002,5001", "5002,")
    (tmp_path / "canvas.csv").write_text(emptied, encoding="utf-8")
    assert Roster(tmp_path / "canvas.csv").find(["5001", "5002"], [3, 2, 1]) == (1, {0: "5001", 1: "5002"})


def test_numbers_that_happen_to_be_ids_do_not_stop(tmp_path):
    """Grades in a column of Moodle's, and students who are called by numbers."""
    rows = ["ID number,Grade", *(f"{i},{i % 7}" for i in range(1, 30))]
    (tmp_path / "moodle.csv").write_text("\n".join(rows), encoding="utf-8")
    column, found = Roster(tmp_path / "moodle.csv").find([str(i) for i in range(1, 30)], range(2))
    assert column == 0 and list(found.values()) == [str(i) for i in range(1, 30)]


def test_a_title_that_canvas_has_twice_stops(course, gradebook, tmp_path, caplog):
    roster = tmp_path / "canvas.csv"
    roster.write_text("Student,ID,SIS Login ID,Section,01-sigmoid (771),01-sigmoid (999)\nA,1,ada,1,,\n", "utf-8")
    with pytest.raises(SystemExit):
        exporter_of("Canvas", course, to=str(tmp_path / "x.csv"), roster=str(roster)).export(gradebook)
    assert "01-sigmoid (771) and 01-sigmoid (999) both have the title 01-sigmoid" in caplog.messages[-1]
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("inside", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\n"])
def test_only_a_line_end_ends_a_line(tmp_path, inside, end):
    """`str.splitlines` ends it at each of these, and few programs put quotes around them."""
    rows = [["Student", "ID"], [f"Ada{inside}Lovelace", "1"]]
    quote = '"' if inside == "\n" else ""
    (tmp_path / "x.csv").write_bytes(end.join(f"{quote}{name}{quote},{number}" for name, number in rows).encode())
    assert sheet.read(tmp_path / "x.csv") == rows


@pytest.mark.parametrize(
    "text", ["=1+1", "+x", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "-1+2", "-cmd|x"]
)
def test_a_spreadsheet_runs_nothing(text):
    assert sheet.harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["a;=1+1", "a;\t@x", "a\t-1", "a, =1", "a;b;＝1"])
def test_a_spreadsheet_runs_nothing_that_stands_behind_a_separator(text):
    """In other languages than the file's, columns are separated by other signs."""
    cells = re.split("[;\t,]", sheet.harmless(text))
    assert all(cell.lstrip()[:1] not in {*"=+-@＝"} for cell in cells), cells


@pytest.mark.parametrize("text", ["", "-1", "+3.5", "-2,25", "-", "Ada", "a=b", "x@example.org", "Škoda"])
def test_other_text_stays(text):
    assert sheet.harmless(text) == text


@pytest.mark.parametrize(
    "value, text",
    [
        (0, "0"),
        (-1, "-1"),
        (12.0, "12"),
        (1 / 3, "0.33333"),
        (1e-9, "0"),
        (-1e-9, "0"),
        (120.5, "120.5"),
        (1e6, "1000000"),
    ],
)
def test_numbers_are_short_and_plain(value, text):
    assert sheet.number(value) == text


def test_the_real_command_from_the_folder_of_the_course(course, gradebook, tmp_path):
    path = tmp_path / "moodle.csv"
    command = [str(Path(sys.executable).with_name("nbgrader")), "export", f"--CourseDirectory.root={course}"]
    command += ["--exporter=grading.export.MoodleExporter", f"--to={path}", "--MoodleExporter.identity=idnumber"]
    command += ["--assignment", FIRST, "--student", "ada", "--student", "grace", "--MoodleExporter.decimal=,"]
    done = subprocess.run(command, cwd=COURSE, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert path.read_text(encoding="utf-8") == f"ID number;{FIRST}\r\nada;11,25\r\n".replace("\r\n", "\n")
    assert "handed in but not graded, so without a score: grace" in done.stderr
