"""environment.yml and pyproject.toml name the same packages in the same versions; lib needs three of them."""

import subprocess
import sys
import tomllib

import pytest
import yaml

from tools.made_up_course import COURSE

PROJECT = tomllib.loads((COURSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA = yaml.safe_load((COURSE / "environment.yml").read_text(encoding="utf-8"))["dependencies"]


def test_conda_and_pip_agree():
    packages = {entry for entry in CONDA if isinstance(entry, str)} - {"pip"}
    python = {f"python{PROJECT['requires-python']}"}
    assert packages == python | set(PROJECT["dependencies"]) | set(PROJECT["optional-dependencies"]["course"])


def test_conda_installs_lib():
    assert {"pip": ["-e ."]} in CONDA


def test_every_version_is_bounded():
    extras = PROJECT["optional-dependencies"]
    for requirement in [*PROJECT["dependencies"], *extras["course"], *extras["test"]]:
        if not requirement.startswith(PROJECT["name"]):
            assert ">=" in requirement and "<" in requirement, requirement


@pytest.mark.parametrize("module", ["lib", "lib.figures", "lib.data"])
def test_lib_imports_nothing_but_its_dependencies(module):
    """In a fresh interpreter, so that nothing imported by other tests counts."""
    code = (
        f"import sys, {module}; "
        "extras = {'scipy', 'sklearn', 'nbgrader', 'nbformat', 'pytest', 'hypothesis', 'IPython', 'grading'}; "
        "sys.exit(', '.join(extras & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=COURSE)
    assert done.returncode == 0, done.stderr
