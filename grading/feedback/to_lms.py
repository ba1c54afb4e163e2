"""An archive of feedback pages that Canvas or Moodle takes: ``python -m grading feedback 01-sigmoid --to-lms canvas``.

Both know whose a file is by its name, and the names stand in what was downloaded from them.

Canvas, "Re-Upload Submissions": of the parts between ``_`` the first two that are digits are the number of the user and
of the file that was handed in; the page becomes a comment on that submission, under the name of that file.
Source: instructure/canvas-lms, app/models/assignment.rb (infer_comment_context_from_filename).

Moodle, "Upload multiple feedback files in a zip": ``NAME_NUMBER_assignfeedback_file_sigmoid.html``, the number that of
the participant in this assignment. Source: moodle/moodle, mod/assign/feedback/file/importziplib.php
(is_valid_filename_for_import).
"""

import os
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from nbgrader.api import Student

from grading.submissions.find import Submission, digest_of_file
from grading.submissions.names import as_id, in_moodle

CANVAS, MOODLE = "canvas", "moodle"
WHERE = {
    CANVAS: "the gradebook's menu of the assignment, Re-Upload Submissions",
    MOODLE: "the assignment's grading action, Upload multiple feedback files in a zip",
}
OF_CANVAS = re.compile(r"(?P<before>(?:[^_]+_)?(?:LATE_)?)(?P<user>\d+|anon_[^\W_]+)_(?P<file>\d+)_.+", re.S)
OF_MOODLE = re.compile(r"(?P<who>[^_]+)_(?P<number>\d+)_assignsubmission_file(?:_.*)?", re.S)


def beginnings(
    files: Iterable[Path], accounts: dict[str, str], submitted: dict[str, set[str]], lms: str
) -> dict[str, str]:
    """For each student, the beginning of a file name by which the LMS recognises them.

    Parameters
    ----------
    files : iterable of Path
        What was downloaded from the LMS.
    accounts : dict
        As `accounts_of` gives them.
    submitted : dict
        As `who_has` gives them: for those whom ``accounts`` does not know.
    lms : {"canvas", "moodle"}

    Returns
    -------
    dict
        Student -> beginning; without those who have no file of this LMS.
    """
    found: dict[str, str] = {}
    for path in sorted(files):
        those, beginning = _of_canvas(path) if lms == CANVAS else _of_moodle(path)
        holders = submitted.get(digest_of_file(path), set()) if beginning else set()
        known = [accounts[account] for account in those if account in accounts]
        student = known[0] if known else min(holders) if len(holders) == 1 else None
        if student and (student in holders or student not in found):  # the file that was graded takes precedence
            found[student] = beginning
    return found


def _of_canvas(path):
    match = OF_CANVAS.fullmatch(path.name)
    if not match:
        return [], ""
    # Canvas would take a name that consists of digits for the user's number, so such a name is left out.
    before = "" if any(part.isdigit() for part in match["before"].split("_")) else match["before"]
    return [match["user"]], f"{before}{match['user']}_{match['file']}_"


def _of_moodle(path):
    match = next(filter(None, map(OF_MOODLE.fullmatch, path.parts)), None)
    if not match:
        return [], ""
    # The id is that which `collect --add` made of the name.
    return [in_moodle(match["who"]), as_id(match["who"])], f"{match['who']}_{match['number']}_assignfeedback_file_"


def who_has(jobs: Iterable[Submission]) -> dict[str, set[str]]:
    """Digest of each notebook in the folders of submissions -> the students in whose folders it is."""
    found: dict[str, set[str]] = {}
    for job in jobs:
        for path in job.folder.glob("*.ipynb"):
            if name := digest_of_file(path):
                found.setdefault(name, set()).add(job.student)
    return found


def accounts_of(students: Iterable[Student], lms: str) -> dict[str, str]:
    """Canvas user number, name `in_moodle`, or id -> id in the gradebook; without those that two students share.

    Parameters
    ----------
    students : iterable of Student
    lms : {"canvas", "moodle"}
    """
    found: dict[str, set[str]] = {}
    for student in students:
        name = in_moodle(f"{student.first_name or ''} {student.last_name or ''}")
        for account in {student.lms_user_id if lms == CANVAS else name, student.id}:
            if account:
                found.setdefault(account, set()).add(student.id)
    return {account: min(ids) for account, ids in found.items() if len(ids) == 1}


def write_archive(path: Path, pages: dict[str, list[Path]], beginnings: dict[str, str]) -> list[str]:
    """Write the archive, or nothing.

    Parameters
    ----------
    path : Path
    pages : dict
        Student -> pages.
    beginnings : dict
        As `beginnings` gives them.

    Returns
    -------
    list of str
        The students who are not in it, because the LMS has no name for them.
    """
    draft = path.with_name(f".{path.name}.part")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            for student, mine in pages.items():
                for page in mine if student in beginnings else ():
                    archive.write(page, beginnings[student] + page.name)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return [student for student in pages if student not in beginnings]
