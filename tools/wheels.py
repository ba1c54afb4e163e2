"""The wheels of the course, of `lib` for students and of `grading` for instructors: ``make wheels``."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.website.wheel import ROOT, build_wheel

NOT_COPIED = shutil.ignore_patterns("__pycache__", "build", "*.egg-info", ".ipynb_checkpoints")


def build_grading_wheel(folder: Path) -> Path:
    """Build the wheel of `grading` into a folder, and return its path.

    It holds the notebooks with their solutions, for `python -m grading init`: it is for instructors.

    Raises
    ------
    subprocess.CalledProcessError
        If pip cannot build it.
    """
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "grading"
        shutil.copytree(ROOT / "grading", copy, ignore=NOT_COPIED)
        shutil.copytree(ROOT / "notebooks", copy / "course" / "notebooks", ignore=NOT_COPIED)
        shutil.copy(ROOT / "nbgrader_config.py", copy / "course")
        build = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(copy)]
        subprocess.run([sys.executable, "-m", "pip", *build], check=True)
    return next(folder.glob("saturated_neuron_grading-*.whl"))


def main() -> None:
    folder = ROOT / "dist"
    folder.mkdir(exist_ok=True)
    for build in build_wheel, build_grading_wheel:
        print(build(folder).relative_to(ROOT))


if __name__ == "__main__":
    main()
