"""What nbgrader does with notebooks on their way to students, where the course wants it otherwise."""

from nbformat import NotebookNode
from nbgrader import preprocessors
from nbgrader.preprocessors import NbGraderPreprocessor

RUNS_THROUGH = "raises-exception"  # Jupyter's tag: Run All goes on after an error in the cell


class ClearOutput(preprocessors.ClearOutput):
    """Clear all outputs but the pictures of cells with the tag ``keep-picture``: they show before anything is run."""

    def preprocess_cell(self, cell: NotebookNode, resources: dict, cell_index: int) -> tuple[NotebookNode, dict]:
        if "keep-picture" in cell.metadata.get("tags", ()):
            cell.execution_count = None
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)


class RunThrough(NbGraderPreprocessor):
    """Let Run All go on where an answer is still missing, so that all else on the page appears.

    Every code cell gets the tag but the first, which imports what the others need. `nbgrader validate` still lists each
    check that fails.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        code = [cell for cell in nb.cells if cell.cell_type == "code"]
        for cell in code[1:]:
            cell.metadata["tags"] = [*cell.metadata.get("tags", []), RUNS_THROUGH]
        return nb, resources
