"""For pages given back while students can still hand in: failed hidden tests show their points, not the mistake."""

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade

SAYS = "A hidden test failed: not right on inputs that are not shown."


class PointsOnly(NbGraderPreprocessor):
    """Replaces the message of test cells in which a hidden check failed."""

    def preprocess_cell(self, cell: NotebookNode, resources: dict, cell_index: int) -> tuple[NotebookNode, dict]:
        if is_grade(cell) and cell.metadata.get("verdict", {}).get("hidden"):
            cell.metadata.verdict |= {"kind": "hidden", "named": ""}
            for output in cell.get("outputs", ()):
                output |= {"evalue": SAYS, "traceback": [SAYS]}
        return cell, resources
