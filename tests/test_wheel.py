"""The wheel holds `lib` and nothing else; where it is missing, the first cell of each notebook says what to do."""

import shutil
import subprocess
import zipfile

import pytest

from interpreters import interpreters
from tools.made_up_course import ASSIGNMENTS, COURSE, read
from tools.website.wheel import build_wheel

PYTHONS = interpreters()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build_wheel(tmp_path_factory.mktemp("wheel"))


def first_cell(assignment):
    return next(cell.source for cell in read(COURSE / "release", assignment).cells if cell.cell_type == "code")


def run(*command, cwd):
    return subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)


def test_the_wheel_holds_the_library_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    wanted = {
        path.relative_to(COURSE).as_posix()
        for path in (COURSE / "lib").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == wanted


@pytest.mark.parametrize("python", PYTHONS.values(), ids=list(PYTHONS))
def test_the_first_cells_run_where_the_wheel_is_and_say_what_to_do_where_it_is_not(wheel, python, tmp_path):
    uv, environment = shutil.which("uv"), tmp_path / "environment"
    if not uv:
        pytest.skip("uv is not on PATH")
    assert run(uv, "venv", "--python", python, environment, cwd=tmp_path).returncode == 0
    inside = environment / "bin/python"
    for assignment in ASSIGNMENTS:
        done = run(inside, "-c", first_cell(assignment), cwd=tmp_path)
        assert done.returncode == 1 and "%pip install saturated" in done.stderr
        assert "Traceback" not in done.stderr and "ModuleNotFoundError" not in done.stderr
    installed = run(uv, "pip", "install", "--python", inside, wheel, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    for assignment in ASSIGNMENTS:
        done = run(inside, "-W", "error", "-c", first_cell(assignment), cwd=tmp_path)
        assert done.returncode == 0, done.stderr
