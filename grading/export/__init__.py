"""Exporters for ``nbgrader export``, by the names that docs/report-and-grades.md gives them."""

from grading.export.exporters import CanvasExporter, GradesExporter, MoodleExporter, ScoresExporter
