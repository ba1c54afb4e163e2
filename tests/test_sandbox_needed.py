"""Where there is no sandbox, the command refuses before it touches anything, and says what to do."""

import os
import subprocess
import sys

import pytest

from grading.sandbox.sandbox import Sandbox, require_sandbox
from tools.made_up_course import environment, open_course

FORBIDDEN = "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n"


@pytest.mark.parametrize(
    ("program", "says"), [(None, "apt-get install bubblewrap"), (FORBIDDEN, "No permissions to create new namespace")]
)
def test_it_refuses_before_anything_is_touched(tmp_path, program, says):
    course, programs = tmp_path / "course", tmp_path / "bin"
    for folder in course, programs:
        folder.mkdir()
    open_course(course)
    before = sorted(course.rglob("*"))
    if program:
        (programs / "bwrap").write_text(program, encoding="utf-8")
        (programs / "bwrap").chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-m", "grading", "01-sigmoid"],
        cwd=course, env=environment() | {"PATH": str(programs)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert says in done.stderr and "Traceback" not in done.stderr
    assert [path for path in sorted(course.rglob("*")) if path.suffix != ".log"] == before


@pytest.mark.skipif(
    not any(os.access(f"{folder}/bwrap", os.X_OK) for folder in os.environ["PATH"].split(":")), reason="no bubblewrap"
)
def test_here_there_is_one():
    require_sandbox(Sandbox())
