"""A Pyodide to start JupyterLite's kernel from, without its usual host: the core from npm, pure wheels from PyPI."""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

# What the kernel imports. NumPy and Matplotlib are built for WebAssembly, and neither registry has them.
PURE = (
    "asttokens decorator executing ipython jedi matplotlib-inline micropip parso prompt-toolkit pure-eval pygments six "
    "stack-data traitlets wcwidth"
).split()


def version_wanted_by(lite: Path) -> str:
    """The version of Pyodide that a built JupyterLite asks its usual host for."""
    scripts = (lite / "extensions/@jupyterlite/pyodide-kernel-extension").rglob("*.js")
    found = {version for path in scripts for version in re.findall(r"pyodide/v([\d.]+)/", path.read_text("utf-8"))}
    (version,) = found
    return version


def build_pyodide(folder: Path, version: str) -> Path:
    """Put together a Pyodide with pure packages only, and return its folder.

    Raises
    ------
    subprocess.CalledProcessError
        If npm or pip cannot bring a part.
    """
    folder.mkdir()
    subprocess.run(["npm", "pack", "--silent", f"pyodide@{version}"], cwd=folder, check=True, capture_output=True)
    with tarfile.open(folder / f"pyodide-{version}.tgz") as archive:
        archive.extractall(folder, filter="data")
    core = folder / "package"
    lock = json.loads((core / "pyodide-lock.json").read_text("utf-8"))
    lock["packages"] = {name: lock["packages"][name] for name in PURE}
    pinned = [f"{name}=={entry['version']}" for name, entry in lock["packages"].items()]
    fetch = ["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--python-version", "3.14", "--dest", core]
    subprocess.run([sys.executable, "-m", "pip", *fetch, *pinned], check=True, capture_output=True)
    for entry in lock["packages"].values():  # Pyodide packs the same files anew, so its digests are others
        entry["sha256"] = hashlib.sha256((core / entry["file_name"]).read_bytes()).hexdigest()
    (core / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    return core
