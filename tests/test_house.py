"""docs/maintainer.md lists all folders with code, and every file that it names exists."""

import re

import pytest

from tools.made_up_course import COURSE

GUIDE = (COURSE / "docs" / "maintainer.md").read_text(encoding="utf-8")
MAP, _, WHERE = GUIDE.partition("| to change | open |")
NOT_ON_THE_MAP = {"answers", "unseen", "seccomp"}  # the folder above them says what they are


def test_every_folder_with_code_is_on_the_map():
    files = [path for top in ("lib", "grading", "tests", "benchmarks") for path in (COURSE / top).rglob("*.py")]
    folders = {path.parent.relative_to(COURSE) for path in files}
    folders = {str(folder) for folder in folders if not NOT_ON_THE_MAP & set(folder.parts)}
    on_the_map = set(re.findall(r"^\| `([\w/-]+)/` \|", MAP, re.M))
    assert not folders - on_the_map
    assert all((COURSE / folder).is_dir() for folder in on_the_map)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:lib|grading|tools|tests|docs)/[\w./]+\.\w+)`", GUIDE))))
def test_every_file_that_is_named_is_there(path):
    for placeholder, example in {"0N": "04", "NOTEBOOK": "sgd", "NAME.js": "race.js", "NAME.py": "sgd.py"}.items():
        path = path.replace(placeholder, example)
    assert (COURSE / path).exists()
