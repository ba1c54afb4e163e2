"""The instructor's guide, its commands run as they stand there, in a copy of this repository with a class of two."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.made_up_course import COURSE, fill, read, solutions, submit

GUIDES = sorted((COURSE / "docs").glob("*.md")) + [COURSE / "README.md"]
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "demo", "screenshots", "__pycache__", "submitted", "autograded", "gradebook.db"
)
# What lies there when the command is through.
MADE = {
    "nbgrader generate_assignment 01-sigmoid --force": "gradebook.db",
    "python -m grading 01-sigmoid": "autograded/ada/01-sigmoid/sigmoid.ipynb",
    "python -m grading feedback 01-sigmoid": "feedback/ada/01-sigmoid/sigmoid.html",
    "nbgrader export": "grades.csv",
    "python -m grading report 01-sigmoid": "report/index.html",
}


def test_the_week_of_an_instructor(tmp_path):
    folder = tmp_path / "course"
    shutil.copytree(COURSE, folder, ignore=NOT_COPIED)
    commands = re.findall(
        r"^```sh\n(.*?)\n```", (COURSE / "docs/instructor.md").read_text(encoding="utf-8"), re.M | re.S
    )
    assert commands == list(MADE)
    variables = os.environ | {"PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
    variables.pop("PYTHONPATH", None)
    for command in commands:
        done = subprocess.run(
            command, shell=True, cwd=folder, env=variables, text=True, capture_output=True, check=False
        )
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        assert (folder / MADE[command]).exists(), (command, done.stdout, done.stderr)
        if command.startswith("nbgrader generate"):
            for student, answers in ("ada", solutions("01-sigmoid")), ("bob", {}):
                submit(folder, student, "01-sigmoid", fill(read(folder / "release", "01-sigmoid"), answers))
    rows = (folder / "grades.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[0] for row in rows] == ["assignment", "01-sigmoid", "01-sigmoid"]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_links_lead_somewhere(guide):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", guide.read_text(encoding="utf-8")):
        assert (guide.parent / target).exists(), target
