"""Build the wheel of `lib`, which JupyterLite installs. Works in any environment with pip."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def build_wheel(folder: Path) -> Path:
    """Build the wheel of `lib` into a folder, and return its path.

    Raises
    ------
    subprocess.CalledProcessError
        If pip cannot build it.
    """
    with tempfile.TemporaryDirectory() as copy:  # build in a copy, without files of earlier builds
        for name in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(ROOT / name, copy)
        shutil.copytree(ROOT / "lib", Path(copy) / "lib", ignore=shutil.ignore_patterns("__pycache__"))
        build = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), copy]
        subprocess.run([sys.executable, "-m", "pip", *build], check=True)
    return next(folder.glob("saturated_neuron-*.whl"))
