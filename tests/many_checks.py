"""Run every check of the solved notebooks many times, each notebook in an ipykernel of the Python that runs this.

``python tests/many_checks.py 50`` prints JSON: the number of calls of check(), and what the refused ones said. Its
exit code is 1 if there are any.
"""

import json
import re
import sys
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"


def check_many_times(path, times):
    """Run the cells of a notebook in order, those that check answers ``times`` times.

    Returns
    -------
    calls : int
        How often check() was called.
    refused : list of str
        Version, cell and message of each call that refused an answer.
    """
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(path.parent))
    calls, refused = 0, []
    try:
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type != "code":
                continue
            checks = len(re.findall(r"^check\(", cell.source, re.M))
            for _ in range(times if checks else 1):
                reply = client.execute_interactive(cell.source, timeout=120, output_hook=lambda message: None)
                calls += checks
                if reply["content"]["status"] != "ok":
                    refused.append(f"{sys.version.split()[0]}, {cell.id}: {reply['content']['evalue']}")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return calls, refused


if __name__ == "__main__":
    results = [check_many_times(path, int(sys.argv[1])) for path in sorted(NOTEBOOKS.glob("*/*.ipynb"))]
    refused = [says for _, messages in results for says in messages]
    print(json.dumps({"calls": sum(calls for calls, _ in results), "refused": refused}))
    sys.exit(bool(refused))
