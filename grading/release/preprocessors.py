"""nbgrader preprocessors for `generate_assignment`, in addition to nbgrader's own or in their place."""

from nbformat import NotebookNode
from nbgrader import preprocessors
from nbgrader.preprocessors import NbGraderPreprocessor

RUNS_THROUGH = "raises-exception"  # Jupyter's tag: Run All continues after an error in such a cell


class ClearOutput(preprocessors.ClearOutput):
    """Clear outputs, except of cells with the tag ``keep-picture``, whose picture is shown before anything is run."""

    def preprocess_cell(self, cell: NotebookNode, resources: dict, cell_index: int) -> tuple[NotebookNode, dict]:
        if "keep-picture" in cell.metadata.get("tags", ()):
            cell.execution_count = None
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)


class RunThrough(NbGraderPreprocessor):
    """Tag code cells so that Run All continues after an error, because some answers are still missing.

    The first code cell is not tagged: it imports what the others need. `nbgrader validate` still lists each check that
    fails.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        code = [cell for cell in nb.cells if cell.cell_type == "code"]
        for cell in code[1:]:
            cell.metadata["tags"] = [*cell.metadata.get("tags", []), RUNS_THROUGH]
        return nb, resources
