"""Make a folder a course of your own: ``python -m grading init FOLDER``."""

import argparse
import shutil
import sys
from pathlib import Path

import grading

CONFIG = "nbgrader_config.py"
NEXT = """\
{folder} is a course now. What you may change is in its nbgrader_config.py and its notebooks.

    cd {folder}
    nbgrader generate_assignment {assignment}    # makes release/{assignment}, for students
    python -m grading {assignment}               # grades what lies in submitted/STUDENT/{assignment}/
"""
# For .gitignore: students' work, the gradebook and secrets must not be committed, and logs need not be.
IGNORED = (
    "/submitted/\n/downloaded/\n/autograded/\n/feedback/\n/report/\n/*.csv\n/gradebook.db*\n/.seed-key*\n/.report-key\n"
    "/.watch*\n/watch.log\n.nbgrader.log\n.ipynb_checkpoints/\n__pycache__/\n"
)


def course_files() -> Path:
    """The folder with the course's notebooks and configuration: in an installed wheel, or the repository.

    Raises
    ------
    FileNotFoundError
        If there is neither.
    """
    package = Path(grading.__file__).resolve().parent
    for folder in package / "course", package.parent:
        if (folder / CONFIG).is_file() and (folder / "notebooks").is_dir():
            return folder
    raise FileNotFoundError("This `grading` was installed without notebooks: take the wheel of `make wheels`.")


def make_course(folder: Path) -> list[str]:
    """Put notebooks and configuration into a folder, and return the names of the assignments.

    Raises
    ------
    FileExistsError
        If there is something in the folder.
    FileNotFoundError
        If this installation has no notebooks.
    """
    source = course_files()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is there, and not an empty folder. Nothing was changed.")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(source / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copyfile(source / CONFIG, folder / CONFIG)
    (folder / ".gitignore").write_text(IGNORED, encoding="utf-8")
    return sorted(path.name for path in (folder / "notebooks").iterdir() if path.is_dir())


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m grading init", description=__doc__)
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="is made, or empty")
    folder = parser.parse_args(arguments).folder
    try:
        assignments = make_course(folder)
    except OSError as error:
        sys.exit(f"python -m grading init: {error}")
    print(NEXT.format(folder=folder, assignment=assignments[0]), end="")
