"""The Pythons of this machine that the course is for.

``python tests/interpreters.py`` lists those beside the one that runs, a line each: "3.12=/usr/bin/python3.12".
"""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

COURSE = Path(__file__).resolve().parent.parent
RUNNING = f"3.{sys.version_info.minor}"


def interpreters():
    """Version, as "3.12" -> the first Python of that version on PATH or in pyenv's folder; the running one too."""
    project = tomllib.loads((COURSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = int(project["requires-python"].removeprefix(">=3."))
    folders = [Path(folder) for folder in os.environ["PATH"].split(os.pathsep)]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    folders += sorted(pyenv.glob("versions/*/bin"))
    found = {RUNNING: sys.executable}
    for path in (path for folder in folders for path in sorted(folder.glob("python3.*"))):
        match = re.fullmatch(r"python(3\.(\d+))", path.name)
        if match and int(match[2]) >= oldest and match[1] not in found and _makes_environments(path):
            found[match[1]] = str(path)
    return dict(sorted(found.items(), key=lambda item: int(item[0].removeprefix("3."))))


def _makes_environments(path):
    """Whether a Python starts, which a shim of pyenv need not, and has what an environment is made with."""
    command = [path, "-c", "import ensurepip, venv"]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


if __name__ == "__main__":
    others = {version: path for version, path in interpreters().items() if version != RUNNING}
    for version, path in others.items():
        print(f"{version}={path}")
    if not others:
        print(f"No Python was found beside {RUNNING}: no other is tested.", file=sys.stderr)
