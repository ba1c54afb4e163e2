"""The course's own solutions pass every check, again and again, in a real ipykernel.

ipykernel's threads send and receive while a check runs. What they do must never be taken for what an answer does. Here
it is a few times on one Python; `make test-pythons` has more, on every Python that is found.
"""

import json
import platform
import subprocess
import sys

from interpreters import COURSE, RUNNING, interpreters

TIMES = 4


def test_no_right_answer_is_refused(record_property):
    command = [sys.executable, "tests/many_checks.py", str(TIMES)]
    done = subprocess.run(command, cwd=COURSE, capture_output=True, text=True)
    assert done.stdout, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    record_property(
        "score", f"ipykernel, Python {found['python']}: {found['calls']} checks, {len(found['refused'])} refused"
    )
    assert found["python"] == platform.python_version()
    assert found["refused"] == []
    assert found["calls"] >= TIMES * 40


def test_every_interpreter_is_of_its_version():
    found = interpreters()
    assert found[RUNNING] == sys.executable
    for version, path in found.items():
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
        assert said.startswith(f"Python {version}."), (path, said)
