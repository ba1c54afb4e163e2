"""The course, as nbgrader sees it. Run nbgrader from this folder, or copy this file into your course's folder."""

import sys
from pathlib import Path

# `grading` is not installed: it is found beside this file, by nbgrader and its subprocesses alike.
sys.path.insert(0, str(Path(__file__).resolve().parent))

c = get_config()  # noqa: F821  (nbgrader puts it here)

c.CourseDirectory.course_id = "saturated-neuron"
c.CourseDirectory.source_directory = "notebooks"

# Mark schemes stand in read-only cells, where formgrader shows them above the answer.
c.ClearMarkScheme.enforce_metadata = False

# Deleted and duplicated cells cost nobody else a grade, and no points are lost in silence.
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "grading.preprocessors.DropEmptyMetadata",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "grading.preprocessors.RestoreCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]

c.OverwriteCells.add_missing_cells = True

# A file beside a submission, such as lib.py or numpy.py, must not be imported in place of the real one.
c.Execute.extra_arguments = ["--IPKernelApp.ignore_cwd=True", "--log-level=ERROR"]
c.Execute.timeout = 60  # seconds a cell
c.Execute.interrupt_on_timeout = True
c.Execute.startup_timeout = 120

# Feedback shows neither hidden tests nor mark schemes.
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "grading.preprocessors.HideTestCode",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
