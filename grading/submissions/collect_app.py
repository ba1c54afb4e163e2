"""Collect what Canvas and Moodle offer for download: ``python -m grading collect ASSIGNMENT``.

It is `nbgrader zip_collect`, which cannot be told of an option of a course's own.
"""

from nbgrader.apps import ZipCollectApp
from nbgrader.apps.baseapp import nbgrader_aliases, nbgrader_flags
from traitlets import default

from grading.gradebook.opening import require_course
from grading.outcome import reason
from grading.submissions.collect import LMSCollector
from grading.submissions.safe_extractor import SafeExtractor


class CollectApp(ZipCollectApp):
    """Extracts archives of Canvas and Moodle from downloaded/ASSIGNMENT/archive/ into submitted/."""

    name = "grading-collect"
    description = __doc__
    examples = """
        Collect, and name who and what could not be:

            python -m grading collect 01-sigmoid

        Once more, with what was handed in since:

            python -m grading collect 01-sigmoid --force

        Whoever the gradebook does not know is a new student:

            python -m grading collect 01-sigmoid --force --add
        """

    aliases = nbgrader_aliases | ZipCollectApp.aliases
    flags = (
        nbgrader_flags
        | ZipCollectApp.flags
        | {"add": ({"LMSCollector": {"add": True}}, "Whoever the gradebook does not know is a new student.")}
    )

    @default("extractor_plugin")
    def _extractor_default(self):
        return SafeExtractor

    @default("collector_plugin")
    def _collector_default(self):
        return LMSCollector

    def start(self) -> None:
        try:
            require_course(self.coursedir)
            super().start()
        except ValueError as error:
            self.fail("%s", error)
        except OSError as error:
            self.fail("It could not go on. %s", reason(error, "collecting"))


def main(arguments: list[str]) -> None:
    CollectApp.launch_instance(arguments)
