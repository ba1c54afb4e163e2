"""Run the notebooks from top to bottom and store their outputs: ``python -m tools.run_notebooks [NOTEBOOK ...]``.

The stored result depends on the sources only: it has no times, versions or names of machines.
"""

import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from lib import widgets

COURSE = Path(__file__).resolve().parent.parent
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
CELL_METADATA = {"nbgrader", "tags"}  # kept; what JupyterLab adds, such as whether a cell is folded, is removed
WIDGET = "application/vnd.jupyter.widget-view+json"  # removed, because it has a random id


def refresh(path: Path) -> None:
    """Execute the notebook at ``path`` and write it back with its outputs.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        If a cell fails; the file is then left as it was.
    """
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=120,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": path.parent}},
        extra_arguments=["--log-level=ERROR"],
    )
    client.execute()
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({k: v for k, v in cell.metadata.items() if k in CELL_METADATA})
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)
        if called := re.fullmatch(r"widgets\.(\w+)\(\)", cell.source):
            picture = getattr(widgets, called[1])().picture()
            cell.outputs[0].data["text/html"] = picture.html()
    nbformat.write(notebook, path)


def main() -> None:
    paths = [Path(argument) for argument in sys.argv[1:]] or sorted((COURSE / "notebooks").glob("*/*.ipynb"))
    for path in paths:
        print(f"running {path.name} ...", flush=True)
        try:
            refresh(path)
        except (CellExecutionError, nbformat.ValidationError, OSError) as error:
            sys.exit(f"{path.name} was not stored. Mend the cell and try again.\n{error}")


if __name__ == "__main__":
    main()
