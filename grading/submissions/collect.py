"""Find students and notebooks in what Canvas and Moodle offer for download, for `nbgrader zip_collect`.

Canvas, "Download Submissions": one folder of files, each
``NAME_LATE_USER_FILE_sigmoid.ipynb``. NAME is the sortable name in lower case with nothing but letters and digits,
``LATE_`` is there if Canvas calls the submission late, USER is the number of the user and FILE the number of the file,
larger for a later one. With anonymous grading NAME is missing and USER is ``anon_`` and five letters. If a student
hands in a file of the same name again, Canvas calls it ``sigmoid-1.ipynb``. No time is given.
Source: instructure/canvas-lms, lib/content_zipper.rb (get_filename, add_upload_submission) and
app/models/attachment.rb (make_unique_filename).

Moodle, "Download all submissions": a folder a student, ``Ada Lovelace_123_assignsubmission_file/sigmoid.ipynb``, with
one more ``_`` behind ``file`` before Moodle 4.2; or, with "Download submissions in folders" off, files named
``Ada Lovelace_123_assignsubmission_file_sigmoid.ipynb``. 123 is the participant's number *in this assignment*: the
same student has another one in the next. A ``_`` in a name becomes a space. With anonymous submissions all are called
"Participant", in the language of whoever downloads. The name has its parts in the order that the site shows them in,
and lacks ``& < > " ` | ' : \\ /``. No time is given; `grading.submissions.worksheet` has it.
Source: moodle/moodle, mod/assign/classes/downloader.php and, before 4.2, mod/assign/locallib.php
(download_submissions); PARAM_FILE in lib/classes/param.php.

What was typed into Canvas or Moodle comes as ``NAME_LATE_USER_text.html`` and
``Ada Lovelace_123_assignsubmission_onlinetext/onlinetext.html``. Some paste their notebook there.
"""

import contextlib
import datetime
import logging
import os
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import FileNameCollectorPlugin
from nbgrader.utils import find_all_notebooks
from sqlalchemy.exc import SQLAlchemyError
from traitlets import Bool, Unicode

from grading.gradebook.blueprint import released_blueprint
from grading.gradebook.opening import open_gradebook, why_not
from grading.gradebook.saving import atomic_folder
from grading.outcome import many, reason, shown
from grading.submissions.choose import is_worked_on
from grading.submissions.contents import look_into
from grading.submissions.names import as_id, folded, in_moodle
from grading.submissions.worksheet import PARTICIPANT, NoWorksheet, Row, read_worksheet
from grading.terminal import table, wrapped
from grading.workers.workers import WorkError, workers

USER = r"(?:(?=(?:LATE_)?anon_)|{name}_(?=(?:LATE_)?\d))(?P<late>LATE_)?(?P<user>\d+|anon_[^\W_]+)_"
CANVAS = re.compile(USER.format(name=".*?") + r"(?P<file>\d+)_(?P<name>.+)", re.S)
TYPED = re.compile(USER.format(name=".*") + r"(?P<name>(?:text|link)\.html)", re.S)
MOODLE = re.compile(
    r"(?P<who>[^_]+)_(?P<number>\d+)_assignsubmission_(?P<kind>file|onlinetext)(?:_(?P<name>.*))?", re.S
)
AGAIN = re.compile(r"(?:-| ?\()(\d+)\)?$")  # sigmoid-1, sigmoid (1): handed in or downloaded once more
MOST_NAMED = 10
LOOKING = 30  # seconds, at most, for looking whether there is an answer in a notebook


class Skipped(Exception):
    """A file is not collected; the message says why."""


@dataclass(frozen=True)
class Upload:
    """A file that a student handed in.

    Parameters
    ----------
    path : Path
    student : str
        Their id in the gradebook.
    account : str
        Whom the LMS says it is from.
    notebook : str
        As the course calls it, without ending.
    rank : tuple
        Larger for a later one of the same student.
    ending : str
        Under which it is collected.
    late : bool
        Marked as late by the LMS.
    timestamp : datetime or None
        In UTC.
    known : bool
        Whether the gradebook knows the student.
    data : bytes or None
        What to write in the place of the file: the notebook that was pasted into a text.
    """

    path: Path
    student: str
    account: str
    notebook: str
    rank: tuple
    ending: str = ".ipynb"
    late: bool = False
    timestamp: datetime.datetime | None = None
    known: bool = True
    data: bytes | None = field(default=None, repr=False)


class LMSCollector(FileNameCollectorPlugin):
    """Collects from Canvas and Moodle. A student's last attempt counts; a table lists what was not collected, and why.

    A student is found in the gradebook by ``lms_user_id`` (Canvas), e-mail address or full name (Moodle), or by an id
    that is the number of the Canvas user or the address: import the class first, `nbgrader db student import`. Who is
    not found is not collected, unless ``add`` says that they are new students. Their id is the number of the Canvas
    user, the e-mail address in Moodle's worksheet, or the name, such as ``ada-lovelace``.
    """

    timezone = Unicode("UTC", help="Of the times in Moodle's worksheet, such as Europe/Berlin.").tag(config=True)
    add = Bool(False, help="Whoever the gradebook does not know is a new student.").tag(config=True)

    def __init__(self, **about: Any):
        super().__init__(**about)
        # nbgrader calls a collector once a file; this one has to see all files together, so it replaces the loop.
        if self.parent is not None:
            self.parent.process_extracted_files = self.collect_all

    def collect_all(self) -> None:
        """Put what was extracted where submissions belong, and say what was not taken."""
        app = self.parent
        self._root = Path(app._format_collect_path(app.extracted_directory))
        self._left: list[tuple[str, str, str]] = []  # (student, file, why it was not taken)
        self._assignment = app.coursedir.assignment_id
        try:
            if not any(path.is_file() for path in self._root.rglob("*")):
                where = app._format_collect_path(app.archive_directory)
                app.fail("There is nothing to collect. Put what Canvas or Moodle offers for download into %s", where)
            with open_gradebook(app.coursedir, write=self.add) as gradebook:
                chosen, new = self._choose(gradebook)
                self._must_be_empty({upload.student for upload in chosen})
                if self.add:
                    _add(gradebook, new)
        except ValueError as error:
            app.fail("%s", error)
        except SQLAlchemyError as error:
            app.fail("%s", why_not(error))
        except OSError as error:
            app.fail("What was extracted cannot be read. %s", reason(error, "reading"))
        failed = self._save_all(chosen)
        self._tell(chosen, new, failed)
        if failed:
            sys.exit(1)

    def _choose(self, gradebook):
        """(the uploads to collect, those of students whom the gradebook does not know)."""
        app, root = self.parent, self._root
        release = app.coursedir.format_path(app.coursedir.release_directory, ".", self._assignment)
        self._due = _due(gradebook, self._assignment)
        # A student may hand in a file that looks like a worksheet, with other people's numbers in it.
        worksheets = [path for path in root.glob("*.csv") if not _is_handed_in(path)]
        roster = Roster(gradebook, worksheets, self.timezone, self.log)
        names = {Path(name).stem for name in find_all_notebooks(release)}
        self._plans = {name: released_blueprint(Path(release) / f"{name}.ipynb") for name in names}
        uploads, new = [], {}
        for path, why_not_there in self._files(roster):
            try:
                upload = _sender(path, path.relative_to(root), names, roster)
            except Skipped as error:
                self._skip(path, "?", why_not_there or str(error))
                continue
            if not upload.known:
                new[upload.student] = upload
            try:
                if why_not_there:
                    raise Skipped(why_not_there)
                if not (upload.known or self.add):
                    raise Skipped("not in the gradebook")
                uploads.append(_looked_into(upload, names))
            except Exception as error:
                self.log.debug("while looking into a file", exc_info=error)
                why = str(error) if isinstance(error, Skipped) else reason(error, "reading")
                self._skip(path, upload.student if upload.known else upload.account, why)
        attempts: dict[tuple[str, str], list[Upload]] = {}
        for upload in sorted(self._without_namesakes(uploads), key=lambda upload: upload.rank):
            attempts.setdefault((upload.student, upload.notebook), []).append(upload)
        return [self._last(several) for several in attempts.values()], list(new.values())

    def _files(self, roster):
        """(path, why it was not extracted or "") of all that the LMS gave."""
        there = {path: "" for path in sorted(self._root.rglob("*")) if path.is_file() and path not in roster.files}
        missing = getattr(self.parent.extractor_plugin_inst, "left_out", ())
        with contextlib.suppress(ValueError):
            there |= {self._root / path: why for path, why in missing if self._root / path not in there}
        return there.items()

    def _last(self, attempts):
        """The last upload of a notebook with work in it; if none has any, the last one."""
        plan = self._plans.get(attempts[0].notebook)
        worked = [one for one in attempts if len(attempts) > 1 and plan and _may_be_worked_on(one.path, plan)]
        last = (worked or attempts)[-1]
        for one in attempts:
            if one.rank > last.rank:
                why = f"no answer in it was worked on; {last.path.name} of {last.student} counts"
                self._skip(one.path, one.student, why)
            elif one is not last:
                self._skip(one.path, one.student, f"{one.student} handed in {last.path.name} later")
        return last

    def _skip(self, path, student, why):
        file = path.relative_to(self._root)
        self._left.append((student, file.name if len(file.parts) < 3 else "/".join(file.parts[-2:]), why))

    def _without_namesakes(self, uploads):
        accounts: dict[str, set[str]] = {}
        for upload in uploads:
            accounts.setdefault(upload.student, set()).add(upload.account)
        for upload in uploads:
            if len(accounts[upload.student]) > 1:
                both = " and ".join(sorted(accounts[upload.student]))
                why = f"{both} are both called {upload.student}. Put Moodle's grading worksheet beside the archive"
                self._skip(upload.path, upload.student, why)
        return [upload for upload in uploads if len(accounts[upload.student]) == 1]

    def _must_be_empty(self, students):
        """Raise ValueError, before anything is written, if a submission would be overwritten without --force."""
        folder = self.parent.coursedir
        there = []
        for student in sorted(students):
            path = folder.format_path(folder.submitted_directory, student, self._assignment)
            if os.path.isdir(path) and os.listdir(path) and not self.parent.force:
                there.append(student)
        if there:
            raise ValueError(
                f"There is a submission of {many(len(there), 'student')} already: {_some(there)}. Nothing was "
                "collected. With --force what was downloaded takes its place."
            )

    def _save_all(self, chosen):
        """Save the work of every student; return student -> why, for those whose work could not be saved."""
        failed: dict[str, str] = {}
        mine: dict[str, list[Upload]] = {}
        for upload in chosen:
            mine.setdefault(upload.student, []).append(upload)
        for student, uploads in mine.items():
            try:
                self._save(student, uploads)
            except OSError as error:
                failed[student] = reason(error, "saving")
        return failed

    def _save(self, student, uploads):
        coursedir = self.parent.coursedir
        times = [time for time in (self._time(upload) for upload in uploads) if time]
        place = coursedir.submitted_directory, student, self._assignment
        with atomic_folder(*place, coursedir) as (new, make_room):
            for upload in uploads:
                target = new / f"{upload.notebook}{upload.ending}"
                if upload.data is None:
                    shutil.copyfile(upload.path, target)
                else:
                    target.write_bytes(upload.data)
            if times:
                (new / "timestamp.txt").write_text(max(times).isoformat(" "))
            if coursedir.groupshared:
                for path in (new, *new.iterdir()):
                    path.chmod(0o2775 if path.is_dir() else 0o664)
            make_room()

    def _time(self, upload):
        if upload.late and self._due:
            return self._due + datetime.timedelta(seconds=1)
        return upload.timestamp

    def _tell(self, chosen, new, failed):
        """Print who handed in, what was not taken, and what to do."""
        taken = {upload.student for upload in chosen} - failed.keys()
        left = sorted([*self._left, *((student, "", f"not saved: {why}") for student, why in failed.items())])
        print(f"\n{self._assignment}: the work of {many(len(taken), 'student')} was collected.")
        late = sorted({upload.student for upload in chosen if upload.late})
        if late:
            after = "They count as one second late." if self._due else "The assignment has no due date: no effect."
            print(wrapped(f"Late, as Canvas says, but not since when: {', '.join(map(shown, late))}.", after))
        if new and self.add:
            print(wrapped(f"New in the gradebook, {many(len(new), 'student')}:", _some([one.student for one in new])))
        if not left:
            return
        print(f"\nNot taken, {many(len(left), 'file')}:\n")
        print(table(["student", "file", "why"], [[shown(cell) for cell in row] for row in left]))
        without = sorted({student for student, _, _ in left} - taken - {one.account for one in new} - {"?"})
        if without:
            named = ", ".join(map(shown, without))
            print("\n" + wrapped(f"Nothing was taken from {many(len(without), 'student')}:", named))
        if new and not self.add:
            print("\n" + wrapped(f"Not in the gradebook, {len(new)}:", ", ".join(shown(one.account) for one in new)))
            print("Enter the class with its e-mail addresses or Canvas's numbers (lms_user_id),")
            print("    nbgrader db student import class.csv")
            print("and collect again; or, if they are new students:")
            print(f"    python -m grading collect {self._assignment} --force --add")


class Roster:
    """Finds the student behind an account of an LMS, by the gradebook and Moodle's grading worksheets.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
    worksheets : iterable of Path
    timezone : str
    log : logging.Logger
    """

    def __init__(self, gradebook: Gradebook, worksheets: Iterable[Path], timezone: str, log: logging.Logger):
        self.ids: set[str] = set()
        # What identifies a student -> the ids of those whom it could be.
        self.by_account: dict[str, list[str]] = {}
        self.by_email: dict[str, list[str]] = {}
        self.by_name: dict[str, list[str]] = {}
        for student in gradebook.students:
            self.ids.add(student.id)
            for table_, key in (
                (self.by_account, student.lms_user_id),
                (self.by_email, folded(student.email or "")),
                (self.by_name, in_moodle(f"{student.first_name or ''} {student.last_name or ''}")),
            ):
                if key:
                    table_.setdefault(key, []).append(student.id)
        self.files: list[Path] = []
        self.participants: dict[str, Row] = {}
        for path in worksheets:
            self._read(path, timezone, log)

    def canvas(self, user: str) -> tuple[str, bool]:
        """(id, whether the gradebook has it) of a Canvas user.

        Raises
        ------
        Skipped
            If it could be one of several.
        """
        found = self.by_account.get(user) or ([user] if user in self.ids else [])
        if len(found) > 1:
            raise Skipped(f"{' and '.join(found)} both have lms_user_id {user} in the gradebook")
        return (found[0], True) if found else (user, False)

    def moodle(self, name: str, number: str) -> tuple[str, bool, datetime.datetime | None]:
        """(id, whether the gradebook has it, time of handing in or None) of a participant in a Moodle assignment."""
        email, timestamp = self.participants.get(number, Row("", None))
        known = _only(self.by_email.get(folded(email))) or _only(self.by_name.get(in_moodle(name)))
        if known is None and len(self.by_name.get(in_moodle(name), ())) > 1:
            both = " and ".join(self.by_name[in_moodle(name)])
            raise Skipped(f"it could be {both}. Put Moodle's grading worksheet beside the archive")
        fallback = _legal(email or (f"{name} {number}" if folded(name) in PARTICIPANT else name))
        by_id = (
            fallback if fallback in self.ids else next((i for i in self.ids if folded(i) == folded(email) != ""), None)
        )
        return known or by_id or fallback, bool(known or by_id), timestamp

    def _read(self, path, timezone, log):
        try:
            found, odd = read_worksheet(path, timezone)
        except NoWorksheet as error:
            log.warning("No grading worksheet of Moodle: %s", error)
            return
        self.files.append(path)
        self.participants |= found
        if odd:
            log.warning(
                "%s: %d times cannot be read, so they are not used, such as %r. Download the worksheet in English.",
                path.name, len(odd), odd[0],
            )  # fmt: skip


def _may_be_worked_on(path, plan):
    """`is_worked_on`, in a worker. What takes too long counts as worked on: whoever grades it is told what it is."""
    try:
        return workers("grading.submissions.choose").call(is_worked_on, path, plan, seconds=LOOKING)
    except WorkError:
        return True


def _is_handed_in(path):
    """Whether a file is, by its name, one that a student handed in."""
    return any(known.fullmatch(path.name) for known in (CANVAS, TYPED, MOODLE))


def _sender(path, place, names, roster):
    """The `Upload` of a file at ``place`` below the folder of extracted files, by its name alone.

    Raises
    ------
    Skipped
        If its name is neither Canvas's nor Moodle's, or could be of two students.
    """
    moodle = next(filter(None, map(MOODLE.fullmatch, place.parts)), None)
    # Not Path.exists, which raises for a name that is too long for this disk.
    modified = os.path.getmtime(path) if os.path.exists(path) else 0
    if moodle:
        name = moodle["who"].strip()
        student, known, timestamp = roster.moodle(name, moodle["number"])
        account = f"{'participant' if known else name} {moodle['number']}"
        rank = (moodle["kind"] == "file", modified)  # a file ranks above pasted text
        return Upload(path, student, account, moodle["name"] or place.name, rank, timestamp=timestamp, known=known)
    canvas = CANVAS.fullmatch(place.name) or TYPED.fullmatch(place.name)
    if not canvas:
        raise Skipped("its name is neither Canvas's nor Moodle's")
    user, file, name = _reading(canvas, roster)
    student, known = roster.canvas(user)
    return Upload(path, student, user, name, (file,), late=bool(canvas["late"]), known=known)


def _reading(canvas, roster):
    """(user, file, name) of a file of Canvas. A student's name that ends in a number could be read as the user."""
    user, file, name = canvas["user"], canvas.groupdict().get("file") or "0", canvas["name"]
    second = re.fullmatch(r"(\d+)_(.+)", name, re.S)
    if second and roster.canvas(file)[1]:
        if roster.canvas(user)[1]:
            raise Skipped(f"by its name it could be from Canvas's user {user} or {file}")
        user, file, name = file, second[1], second[2]
    return user, int(file), name


def _looked_into(upload, names):
    """An `Upload` with what its file holds.

    Raises
    ------
    NotGradable
        If there is no notebook in it.
    """
    ending, data = look_into(upload.path)
    file = upload.notebook
    stem = file[: -len(ending)] if file.lower().endswith(ending.lower()) else Path(file).stem
    notebook, again = _notebook(re.sub(r"\.ipynb", "", stem, flags=re.I), names)
    if data is not None and notebook not in names and len(names) == 1:
        (notebook,) = names
    return replace(upload, notebook=notebook, rank=(*upload.rank, again), ending=ending, data=data)


def _notebook(stem, names):
    """(the course's name of a notebook, which time it was handed in), such as ("sigmoid", 1) of "sigmoid-1".

    A name that the course does not have is kept: the grader finds the notebook by its cells.
    """
    again = AGAIN.search(stem)
    if stem not in names and again and stem[: again.start()] in names:
        return stem[: again.start()], int(again[1])
    return stem, 0


def _add(gradebook, new):
    """Enter students whom the gradebook does not know."""
    for upload in new:
        canvas = {"lms_user_id": upload.account} if upload.account == upload.student else {}
        mail = {"email": upload.student} if "@" in upload.student else {}
        gradebook.update_or_create_student(upload.student, **canvas, **mail)


def _due(gradebook, assignment):
    try:
        return gradebook.find_assignment(assignment).duedate
    except MissingEntry:
        return None


def _some(names):
    more = len(names) - MOST_NAMED
    return ", ".join(map(shown, names[:MOST_NAMED])) + (f" and {more} more" if more > 0 else "")


def _only(found):
    return found[0] if found and len(found) == 1 else None


def _legal(text):
    """The id of somebody whom the gradebook does not know."""
    if found := as_id(text):
        return found
    raise Skipped("its student has no name")
