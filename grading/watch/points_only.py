"""For pages that are given back while students still work on it: hidden tests say their points and no more."""

from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade

SAYS = "A hidden test failed: not right on inputs that are not shown."


class PointsOnly(NbGraderPreprocessor):
    """Takes the named mistake from the test cells in which a hidden check failed.

    It stands twice in the chain. The first time, before the grades are read, it notes that it is there: by what is
    known then `grading.feedback.app` sees whether a page is up to date.
    """

    def preprocess(self, nb, resources):
        resources["nbgrader"]["points_only"] = True
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, cell_index):
        if is_grade(cell) and cell.metadata.get("verdict", {}).get("hidden"):
            cell.metadata.verdict |= {"kind": "hidden", "named": ""}
            for output in cell.get("outputs", ()):
                output |= {"evalue": SAYS, "traceback": [SAYS]}
        return cell, resources
