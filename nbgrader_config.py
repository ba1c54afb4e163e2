"""The course, as nbgrader sees it. Run nbgrader from this folder, or copy this file into your course's folder."""

import importlib.util
import sys
from pathlib import Path

# In the repository `grading` is beside this file, for nbgrader and its subprocesses alike; elsewhere it is installed.
sys.path.insert(0, str(Path(__file__).resolve().parent))
if importlib.util.find_spec("grading") is None:
    raise ModuleNotFoundError(
        "This course grades with the package `grading`, which is not installed here. `make wheels`, in the repository "
        "of the saturated neuron, makes its wheel; install that beside nbgrader."
    )

c = get_config()  # noqa: F821  (nbgrader puts it here)

c.CourseDirectory.course_id = "saturated-neuron"
c.CourseDirectory.source_directory = "notebooks"
# The gradebook is the file gradebook.db. Several graders on several machines want a server; all commands use it:
# c.CourseDirectory.db_url = "postgresql+psycopg://user:password@host/gradebook"

# Mark schemes stand in read-only cells, where formgrader shows them above the answer.
c.ClearMarkScheme.enforce_metadata = False

# An assignment may change when work was handed in already: docs/regrading.md.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.InstantiateTests",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearSolutions",
    "grading.release.preprocessors.ClearOutput",
    "grading.release.preprocessors.RunThrough",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "grading.release.save_cells.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# `nbgrader autograde` and formgrader's button grade as `python -m grading` does: in a sandbox, and judged outside it.
from grading.autograde import stock  # noqa: E402

stock.install()

# `python -m grading collect` and `nbgrader zip_collect` take what Canvas and Moodle offer for download.
c.ZipCollectApp.extractor_plugin = "grading.submissions.safe_extractor.SafeExtractor"
c.ZipCollectApp.collector_plugin = "grading.submissions.collect.LMSCollector"
c.LMSCollector.timezone = "UTC"  # of the times in Moodle's grading worksheet

# What a submission may use. Without bubblewrap grading refuses; c.Sandbox.enabled = False does without a sandbox.
c.Execute.timeout = 30  # seconds a cell
c.Execute.notebook_timeout = 180  # seconds a notebook
c.Execute.most_output = 2**20  # bytes a cell
c.Sandbox.memory = 2**30  # bytes
c.Sandbox.processes = 48  # and threads; a kernel alone has about ten
c.Sandbox.open_files = 256
c.Sandbox.disk = 2**26  # bytes in its /tmp

# `python -m grading watch`: how often a day a student's work is graded, 0 for no limit, and whether pages keep to
# themselves which mistakes hidden tests found.
c.WatchApp.tries_a_day = 0
c.WatchApp.points_only = False

# Late work loses nothing here. 0.1 takes 10 % of the score for each day begun after the hours of grace.
c.AssignLatePenalties.plugin_class = "grading.gradebook.late_policy.LatePolicy"
c.LatePolicy.grace = 24  # hours after the due date
c.LatePolicy.penalty_a_day = 0

# `nbgrader export` leaves out what is not graded; nbgrader's own exporter writes 0 for it.
c.ExportApp.plugin_class = "grading.export.GradesExporter"

# In Formgrader a heading gets no id, which could be the one of an input.
c.HTMLExporter.exclude_anchor_links = True

c.GenerateFeedback.exporter_class = "grading.feedback.page.Page"
# Feedback shows neither hidden tests nor mark schemes.
c.GenerateFeedback.preprocessors = [
    "grading.feedback.preprocessors.ReadGrades",
    "grading.feedback.preprocessors.ShowGrades",
    "grading.feedback.preprocessors.ClearHiddenTestsOfCourse",
    "grading.feedback.preprocessors.ClearMarkSchemeOfCourse",
    "grading.feedback.preprocessors.HideTestCode",
]
