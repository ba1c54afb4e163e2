"""Grade submissions one after the other, for `nbgrader autograde` and formgrader: see `grading.autograde.stock`."""

import warnings

from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from sqlalchemy.exc import SAWarning

from grading.autograde.jobs import grade_all
from grading.autograde.limits import Execute
from grading.autograde.notebook import Graded
from grading.autograde.seeds import key_for, secret_of
from grading.gradebook.blueprint import blueprints
from grading.gradebook.saving import Saver, clean, save_outcome
from grading.outcome import shown
from grading.sandbox.sandbox import SandboxError
from grading.submissions.find import digest, submissions, to_grade


def autograde(converter: Autograde) -> None:
    """Grade the submissions that match the assignment and student of an `nbgrader.converters.Autograde`.

    Raises
    ------
    NbGraderException
        If nothing was handed in, there is no sandbox, or, after all others are graded, if one could not be.
    """
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")  # SQLAlchemy 2's, and harmless
    coursedir, log = converter.coursedir, converter.log
    assignment, failed = coursedir.assignment_id, []
    try:
        with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
            plans = blueprints(gradebook, coursedir, assignment)
            found = submissions(coursedir, assignment)
            if not found:
                raise ValueError(f"Nothing was handed in for {assignment} by {coursedir.student_id}.")
            clean(coursedir.autograded_directory, coursedir)
            saver, secret = Saver(gradebook, coursedir, converter.config), secret_of(coursedir.root)
            for submission in to_grade(found, coursedir, converter.force):
                log.info("Grading %s of %s", assignment, submission.student)
                key = key_for(secret, submission.student, assignment)
                result, why = _grade_one(submission, plans, Execute(config=converter.config).limits(), key, saver, log)
                for note in [*submission.notes, *(note for graded in result.values() for note in graded.notes)]:
                    log.warning("%s: %s", submission.student, shown(note))
                if why:
                    failed.append(f"{submission.student}: {why}")
    except (ValueError, SandboxError) as error:
        log.error("%s", error)
        raise NbGraderException(str(error)) from None
    if failed:
        log.error("Not gradable, a person has to look at them: %s", "; ".join(failed))
        raise NbGraderException("; ".join(failed))


def _grade_one(submission, plans, limits, key, saver, log):
    result: dict[str, Graded] | Exception
    try:
        submission.digest = digest(submission)
        result = grade_all(submission.read(list(plans)), plans, limits, key)
    except SandboxError:
        raise
    except Exception as error:
        result = error
    return save_outcome(saver, submission, plans, result, log)
