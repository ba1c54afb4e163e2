"""Run every check of the solved notebooks many times, each notebook in an ipykernel of the Python that runs this.

``python tests/many_checks.py 50`` prints one line of JSON: the version of the kernels' Python, the number of calls of
check(), and what the refused ones said. Its exit code is 1 if there are any.
"""

import json
import platform
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"


def check_many_times(path, times):
    """Run the cells of a notebook in order, those that check answers ``times`` times.

    A cell is a request of its own, as in Jupyter: the kernel's other threads send and receive while a check runs.

    Returns
    -------
    version : str
        Of the kernel's Python, as the kernel says it.
    calls : int
        How often check() was called.
    refused : list of str
        Cell and message of each call that refused an answer.
    """
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(path.parent))
    calls, refused = 0, []
    try:
        version = client.kernel_info(reply=True, timeout=60)["content"]["language_info"]["version"]
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type != "code":
                continue
            checks = len(re.findall(r"^check\(", cell.source, re.M))
            for _ in range(times if checks else 1):
                reply = client.execute_interactive(cell.source, timeout=120, output_hook=lambda message: None)
                calls += checks
                if reply["content"]["status"] != "ok":
                    refused.append(f"{cell.id}: {reply['content']['evalue']}")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return version, calls, refused


if __name__ == "__main__":
    paths, times = sorted(NOTEBOOKS.glob("*/*.ipynb")), int(sys.argv[1])
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda path: check_many_times(path, times), paths))
    versions = {version for version, _, _ in results}
    if versions != {platform.python_version()}:
        sys.exit(f"The kernels run Python {', '.join(versions)}, not {platform.python_version()}, which runs this.")
    refused = [says for _, _, messages in results for says in messages]
    print(json.dumps({"python": versions.pop(), "calls": sum(calls for _, calls, _ in results), "refused": refused}))
    sys.exit(bool(refused))
