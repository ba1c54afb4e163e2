"""The course's own solutions pass every check, again and again, in a real ipykernel of every Python there is.

ipykernel's threads send and receive while a check runs. What they do must never be taken for what an answer does.
"""

import json
import subprocess

import pytest

from interpreters import COURSE, RUNNING, environment, interpreters

TIMES = 50
PYTHONS = list(interpreters())


def test_there_are_several():
    if PYTHONS == [RUNNING]:
        pytest.skip(f"no Python was found but this one, {RUNNING}: the others are not tested")


@pytest.mark.parametrize("version", PYTHONS)
def test_no_right_answer_is_refused(version, record_property):
    try:
        python = environment(version)
    except subprocess.CalledProcessError as error:
        pytest.skip(f"no environment could be built for Python {version}: {error.stderr.strip().splitlines()[-1:]}")
    command = [python, "tests/many_checks.py", str(TIMES)]
    done = subprocess.run(command, cwd=COURSE, capture_output=True, text=True)
    assert done.stdout, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    record_property("score", f"Python {version}: {found['calls']} checks in ipykernel, {len(found['refused'])} refused")
    assert found["refused"] == []
    assert found["calls"] >= 50 * 40
