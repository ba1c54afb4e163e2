"""`nbgrader zip_collect` on what Canvas and Moodle offer for download, and on archives that mean harm.

One run of the real command takes everything at once; single archives go through the extractor alone.
"""

import datetime
import json
import logging
import os
import stat
import subprocess
import unicodedata
import zipfile

import nbformat
import pytest

from grading.submissions.collect import CANVAS, MOODLE, _legal
from grading.submissions.safe_extractor import SafeExtractor
from tools.made_up_course import COURSE, environment, fill, open_course, read, solutions

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
        gradebook.add_student("ada", first_name="Ada", last_name="Lovelace", lms_user_id="55")
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
    pack(archives / "hostile.zip", {"../../../../gradebook.db": "gone", LINK: "/etc/passwd"})
    (archives / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    (archives / "Grades-Course-Sigmoid-77.csv").write_text(WORKSHEET, encoding="utf-8")
    (archives / "curiemarie_61_1009_sigmoid.ipynb").write_text("marie, from no archive", encoding="utf-8")
    before = {path for path in folder.rglob("*") if path.is_file()} - set(archives.iterdir())
    said = zip_collect(folder)
    after = {path for path in folder.rglob("*") if path.is_file()}
    new = {path.relative_to(folder).parts[0] for path in after - before}
    assert new <= {"downloaded", "submitted", ".nbgrader.log"}
    return folder, said


def zip_collect(folder, *arguments):
    done = subprocess.run(
        ["nbgrader", "zip_collect", "01-sigmoid", *arguments],
        cwd=folder, env=environment(), text=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stderr


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
    assert "Not collected: 'names/a_71_2002_sigmoid-1.ipynb': no answer in it" in said


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
    assert "Late, as Canvas says, but not since when: 57, anon_aB9dE. They count as one second late." in said


@pytest.mark.parametrize(
    "says",
    [
        "Refused the archive broken.zip: it is damaged.",
        "Left out '../../../../gradebook.db' of hostile.zip: its path leads out of the folder.",
        "Left out 'linked_60_1_sigmoid.ipynb' of hostile.zip: a link or device, not a file.",
        "Left out 2 files of operating systems",
        "Left out 1 files of operating systems",
        "Not collected: 'submissions/lovelaceada_55_1001_sigmoid.ipynb': ada handed in lovelaceada_55_1090",
        "Not collected: 'submissions/lovelaceada_55_1003_notes.pdf': it is no notebook.",
        "Not collected: 'submissions/readme.ipynb': its name is neither Canvas's nor Moodle's.",
        "John Smith_305_assignsubmission_file/sigmoid.ipynb': participant 305 and participant 306 are both called",
    ],
)
def test_what_is_left_is_named(collected, says):
    assert says in collected[1]


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
