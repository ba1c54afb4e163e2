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
"Participant". No time is given, but "Download grading worksheet" gives a CSV file with the columns Identifier
("Participant 123"), Full name, Email address and Last modified (submission), which may lie beside the archive.
Source: moodle/moodle, mod/assign/classes/downloader.php and, before 4.2, mod/assign/locallib.php
(download_submissions); mod/assign/gradingtable.php for the worksheet.
"""

import csv
import datetime
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from dateutil import parser, tz
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import FileNameCollectorPlugin
from nbgrader.utils import find_all_notebooks, parse_utc
from traitlets import Unicode

from grading.gradebook.blueprint import released_blueprint
from grading.submissions.choose import is_worked_on

CANVAS = re.compile(r"(?:.*?_)??(?P<late>LATE_)?(?P<user>\d+|anon_[^\W_]+)_(?P<file>\d+)_(?P<name>.+)", re.S)
MOODLE = re.compile(r"(?P<who>[^_]+)_(?P<number>\d+)_assignsubmission_file(?:_(?P<name>.*))?", re.S)
# Browsers make .ipynb.txt and .ipynb.json of it; an archive is looked into when it is graded.
NOTEBOOK = re.compile(r"(\.ipynb(\.\w{1,10})?|\.zip)$", re.I)
AGAIN = re.compile(r"(?:-| ?\()(\d+)\)?$")  # sigmoid-1, sigmoid (1): handed in or downloaded once more
IDENTIFIER, EMAIL, MODIFIED = "Identifier", "Email address", "Last modified (submission)"


class Skipped(Exception):
    """A file is not collected; the message says why."""


@dataclass(frozen=True)
class Upload:
    """A notebook that a student handed in.

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
    late : bool
        Marked as late by the LMS.
    timestamp : datetime or None
        In UTC.
    """

    path: Path
    student: str
    account: str
    notebook: str
    rank: tuple
    late: bool = False
    timestamp: object = None


class LMSCollector(FileNameCollectorPlugin):
    """Collects from Canvas and Moodle. A student's last attempt counts; what is not collected is named.

    A student is found in the gradebook by ``lms_user_id`` (Canvas), e-mail address or full name (Moodle), so
    import the class first: `nbgrader db student import`. Without it a student's id is the number of the
    Canvas user, or the name in Moodle, such as ``ada-lovelace``.
    """

    timezone = Unicode("UTC", help="Of the times in Moodle's worksheet, such as Europe/Berlin.").tag(config=True)

    _collected = None

    def collect(self, submitted_file):
        """What nbgrader is to do with a file: a dict, or None to leave it."""
        if self._collected is None:
            self._collected = {str(upload.path): self._answer(upload) for upload in self._choose()}
        return self._collected.get(submitted_file)

    def _choose(self):
        """The uploads to collect, of all that was extracted. Everything that is left is named in the log."""
        app = self.parent
        self._root = root = Path(app._format_collect_path(app.extracted_directory))
        assignment = app.coursedir.assignment_id
        release = app.coursedir.format_path(app.coursedir.release_directory, ".", assignment)
        with Gradebook(app.coursedir.db_url, app.coursedir.course_id) as gradebook:
            self._due = _due(gradebook, assignment)
            roster = Roster(gradebook, root.glob("*.csv"), self.timezone, self.log)
        names = {Path(name).stem for name in find_all_notebooks(release)}
        self._plans = {name: released_blueprint(Path(release) / f"{name}.ipynb") for name in names}
        uploads = []
        for path in sorted(path for path in root.rglob("*") if path.is_file() and path not in roster.files):
            try:
                uploads.append(_upload(path, path.relative_to(root), names, roster))
            except Skipped as reason:
                self._skip(path, reason)
        uploads = self._without_namesakes(uploads)
        attempts = {}
        for upload in sorted(uploads, key=lambda upload: upload.rank):
            attempts.setdefault((upload.student, upload.notebook), []).append(upload)
        chosen = [self._last(several) for several in attempts.values()]
        self._name_the_late(chosen)
        return chosen

    def _last(self, attempts):
        """The last of some uploads of one notebook, or rather the last one that was worked on."""
        plan = self._plans.get(attempts[0].notebook)
        worked = [one for one in attempts if len(attempts) > 1 and plan and is_worked_on(one.path, plan)]
        last = (worked or attempts)[-1]
        for one in attempts:
            if one.rank > last.rank:
                self._skip(one.path, f"no answer in it was worked on; {last.path.name} of {last.student} counts")
            elif one is not last:
                self._skip(one.path, f"{one.student} handed in {last.path.name} later")
        return last

    def _skip(self, path, reason):
        self.log.warning("Not collected: %r: %s.", str(path.relative_to(self._root)), reason)

    def _without_namesakes(self, uploads):
        accounts = {}
        for upload in uploads:
            accounts.setdefault(upload.student, set()).add(upload.account)
        for upload in uploads:
            if len(accounts[upload.student]) > 1:
                both = " and ".join(sorted(accounts[upload.student]))
                self._skip(upload.path, f"{both} are both called {upload.student}. Put Moodle's grading worksheet here")
        return [upload for upload in uploads if len(accounts[upload.student]) == 1]

    def _name_the_late(self, uploads):
        late = sorted({upload.student for upload in uploads if upload.late})
        if late:
            after = "They count as one second late." if self._due else "The assignment has no due date: no effect."
            self.log.warning("Late, as Canvas says, but not since when: %s. %s", ", ".join(late), after)

    def _answer(self, upload):
        # nbgrader itself adds the ending that the file has.
        ending = NOTEBOOK.search(upload.path.name)[0]
        answer = {"student_id": upload.student, "file_id": f"{upload.notebook}{ending}"}
        timestamp = upload.timestamp
        if upload.late and self._due:
            timestamp = self._due + datetime.timedelta(seconds=1)
        return answer | ({"timestamp": timestamp.isoformat(" ")} if timestamp else {})


class Roster:
    """Who is who: from the gradebook and from Moodle's grading worksheets.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
    worksheets : iterable of Path
    timezone : str
    log : logging.Logger
    """

    def __init__(self, gradebook, worksheets, timezone, log):
        self.by_account, self.by_email, self.by_name = {}, {}, {}
        for student in gradebook.students:
            full = _key(f"{student.first_name or ''} {student.last_name or ''}")
            for table, key in (
                (self.by_account, student.lms_user_id),
                (self.by_email, _key(student.email or "")),
                (self.by_name, full),
            ):
                if key:
                    table.setdefault(key, []).append(student.id)
        self.files, self.participants = [], {}
        for path in worksheets:
            self._read(path, timezone, log)

    def canvas(self, user):
        """The id of a Canvas user."""
        return _only(self.by_account.get(user)) or user

    def moodle(self, name, number):
        """(id, time of handing in or None) of a participant in a Moodle assignment."""
        email, timestamp = self.participants.get(number, ("", None))
        known = _only(self.by_email.get(_key(email))) or _only(self.by_name.get(_key(name)))
        fallback = email or (name if _key(name) != "participant" else f"{name} {number}")
        return known or _legal(fallback), timestamp

    def _read(self, path, timezone, log):
        try:
            with open(path, encoding="utf-8-sig", newline="") as file:
                table = csv.DictReader(file)
                rows = list(table) if {IDENTIFIER, MODIFIED} <= set(table.fieldnames or ()) else None
        except (OSError, ValueError, csv.Error):
            rows = None
        if rows is None:
            log.warning("%r is no grading worksheet in English and UTF-8, the only ones that are read.", path.name)
            return
        self.files.append(path)
        for row in rows:
            number = re.search(r"\d+$", row[IDENTIFIER] or "")
            if number:
                self.participants[number[0]] = row.get(EMAIL) or "", _time(row[MODIFIED], timezone, log)


def _upload(path, place, names, roster):
    """The `Upload` in a file at ``place`` below the folder of extracted files.

    Raises
    ------
    Skipped
        If it is none.
    """
    ending = NOTEBOOK.search(place.name)
    if not ending:
        raise Skipped("it is no notebook")
    moodle = next(filter(None, map(MOODLE.fullmatch, place.parts)), None)
    canvas = CANVAS.fullmatch(place.name)
    modified = path.stat().st_mtime
    if moodle:
        student, timestamp = roster.moodle(moodle["who"].strip(), moodle["number"])
        notebook, again = _notebook((moodle["name"] or place.name).removesuffix(ending[0]), names)
        account = f"participant {moodle['number']}"
        return Upload(path, student, account, notebook, (modified, again), timestamp=timestamp)
    if canvas:
        student = roster.canvas(canvas["user"])
        notebook, _ = _notebook(canvas["name"].removesuffix(ending[0]), names)
        return Upload(path, student, canvas["user"], notebook, (int(canvas["file"]),), late=bool(canvas["late"]))
    raise Skipped("its name is neither Canvas's nor Moodle's")


def _notebook(stem, names):
    """(the course's name of a notebook, which time it was handed in), such as ("sigmoid", 1) of "sigmoid-1".

    A name that the course does not have is kept: when a student hands in one notebook, the grader takes it.
    """
    again = AGAIN.search(stem)
    if stem not in names and again and stem[: again.start()] in names:
        return stem[: again.start()], int(again[1])
    return stem, 0


def _due(gradebook, assignment):
    try:
        return gradebook.find_assignment(assignment).duedate
    except MissingEntry:
        return None


def _time(text, timezone, log):
    """A time as Moodle writes it, such as "Monday, 3 March 2025, 10:30 PM", in UTC; None for "-"."""
    if not text or text.strip() == "-":
        return None
    try:
        return parse_utc(parser.parse(" ".join(text.split())).replace(tzinfo=tz.gettz(timezone)))
    except (ValueError, TypeError, LookupError, ArithmeticError):  # dateutil raises all of them
        log.warning("Moodle's worksheet has a time that cannot be read, so it is not used: %r", text)
        return None


def _only(found):
    return found[0] if found and len(found) == 1 else None


def _key(text):
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _legal(text):
    """A student's id that is safe as the name of a folder: letters of any script, digits and ``-._@``."""
    text = "".join(x if unicodedata.category(x)[0] in "LMN" or x in "-._@" else "-" for x in _key(text))
    text = re.sub("-+", "-", text).strip("-.")
    if not text:
        raise Skipped("its student has no name")
    return text
