"""A course of one's own: the wheel for instructors, a folder that grades, and a configuration copied elsewhere."""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tools.made_up_course import COURSE, environment, fill, read, solutions, submit
from tools.website.wheel import build_wheel
from tools.wheels import build_grading_wheel

ASSIGNMENT = "01-sigmoid"
LOOKS_AROUND = """
import os
for place, _, names in os.walk({folder!r}):
    for name in names:
        if name.endswith((".ipynb", "__main__.py")):
            print("here is", name)
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with both wheels unpacked, below Python's own, where an installation has them."""
    folder = Path(sys.prefix) / f"installed-{os.getpid()}"
    for build in build_wheel, build_grading_wheel:
        with zipfile.ZipFile(build(tmp_path_factory.mktemp("dist"))) as wheel:
            wheel.extractall(folder)
    yield folder
    shutil.rmtree(folder)


def run(folder, installed, *command):
    variables = environment() | {"PYTHONPATH": str(installed)}
    return subprocess.run(command, cwd=folder, env=variables, text=True, capture_output=True)


def test_the_wheel_for_instructors_holds_all_of_grading_and_the_course(installed):
    made = {p.relative_to(installed / "grading").as_posix() for p in (installed / "grading").rglob("*") if p.is_file()}
    files = subprocess.run(["git", "ls-files", "grading", "notebooks"], cwd=COURSE, capture_output=True, text=True)
    wanted = {name.removeprefix("grading/") for name in files.stdout.split() if name.startswith("grading/")}
    wanted |= {f"course/{name}" for name in files.stdout.split() if name.startswith("notebooks/")}
    assert made == wanted - {"pyproject.toml"} | {"course/nbgrader_config.py"}


def test_the_two_distributions_are_of_one_version():
    ours, theirs = (
        tomllib.loads((COURSE / name).read_text(encoding="utf-8"))["project"]
        for name in ("pyproject.toml", "grading/pyproject.toml")
    )
    assert ours["version"] == theirs["version"]
    assert ours["optional-dependencies"]["grading"] == [f"{theirs['name']}=={theirs['version']}"]
    assert f"{ours['name']}[course]=={ours['version']}" in theirs["dependencies"]


def test_a_folder_becomes_a_course_that_grades(installed, tmp_path):
    folder = tmp_path / "mine"
    made = run(tmp_path, installed, sys.executable, "-P", "-m", "grading", "init", "mine")
    assert made.returncode == 0, made.stderr
    assert sorted(path.name for path in folder.iterdir()) == [".gitignore", "nbgrader_config.py", "notebooks"]
    released = run(folder, installed, "nbgrader", "generate_assignment", ASSIGNMENT)
    assert released.returncode == 0, released.stderr
    submit(folder, "ada", ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT)))
    looks = {"pre_activation": solutions(ASSIGNMENT)["pre_activation"] + LOOKS_AROUND.format(folder=str(installed))}
    submit(folder, "eve", ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT) | looks))
    graded = run(folder, installed, sys.executable, "-P", "-m", "grading", ASSIGNMENT)
    assert graded.returncode == 0, (graded.stdout, graded.stderr)
    seen = (folder / "autograded" / "eve" / ASSIGNMENT / "sigmoid.ipynb").read_text(encoding="utf-8")
    assert "here is __main__.py" in seen and "here is sigmoid.ipynb" not in seen  # the sandbox hides the solutions
    export = run(folder, installed, "nbgrader", "export")
    assert export.returncode == 0, export.stderr
    assert "ada" in (folder / "grades.csv").read_text()


def test_nothing_that_is_there_is_changed(installed, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "gradebook.db").write_text("all that I have")
    done = run(tmp_path, installed, sys.executable, "-P", "-m", "grading", "init", "mine")
    assert done.returncode == 1 and "Nothing was changed" in done.stderr and "Traceback" not in done.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["gradebook.db"]


def test_the_configuration_copied_elsewhere_works(tmp_path):
    """With `grading` in the environment, as `make` and the wheel put it there, and nothing else that leads here."""
    shutil.copy(COURSE / "nbgrader_config.py", tmp_path)
    shutil.copytree(COURSE / "notebooks" / ASSIGNMENT, tmp_path / "notebooks" / ASSIGNMENT)
    variables = os.environ | {"PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
    variables.pop("PYTHONPATH", None)
    command = ["nbgrader", "generate_assignment", ASSIGNMENT]
    done = subprocess.run(command, cwd=tmp_path, env=variables, text=True, capture_output=True)
    assert done.returncode == 0 and "No module named" not in done.stderr, done.stderr
    assert (tmp_path / "release" / ASSIGNMENT / "sigmoid.ipynb").exists()
