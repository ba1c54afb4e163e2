"""What nbgrader does with notebooks on their way to students, where the course wants it otherwise."""

from nbgrader import preprocessors


class ClearOutput(preprocessors.ClearOutput):
    """Clear all outputs but the pictures of cells with the tag ``keep-picture``: they show before anything is run."""

    def preprocess_cell(self, cell, resources, cell_index):
        if "keep-picture" in cell.metadata.get("tags", ()):
            cell.execution_count = None
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)
