"""Grading over TCP: a real Dask scheduler and two real workers, of which one dies half-way."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time

import pytest

from grading.workers.cluster import Cluster
from grading.workers.spread import SpreadError
from tools.made_up_course import environment, fill, open_course, read, scores, solutions, submit

ASSIGNMENT = "02-losses"
STUDENTS = 10


@contextlib.contextmanager
def dask(*arguments, cwd):
    """A process of Dask's; what it says first, up to the address it listens at or registers with."""
    command = [sys.executable, "-m", "dask", *arguments]
    variables = environment() | {"PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def wait_for_line(process, pattern):
    for line in process.stdout:
        if found := re.search(pattern, line):
            return found
    raise AssertionError("Dask ended before it said what was waited for")


@pytest.fixture
def folder(tmp_path):
    api = open_course(tmp_path)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    for k in range(STUDENTS):
        wrong = {"squared_error": "def squared_error(a, y):\n    return (a - y) ** 2"} if k % 3 == 0 else {}
        mine = solutions(ASSIGNMENT) | wrong
        submit(tmp_path, f"student-{k}", ASSIGNMENT, fill(read(tmp_path / "release", ASSIGNMENT), mine))
    return tmp_path, api


def grading(folder, address):
    command = [sys.executable, "-m", "grading", ASSIGNMENT, f"--scheduler={address}"]
    return subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def saved(folder):
    return len(list((folder / "autograded").glob(f"student-*/{ASSIGNMENT}")))


def test_a_worker_dies_and_the_class_is_graded_all_the_same(folder, tmp_path_factory):
    folder, api = folder
    apart = tmp_path_factory.mktemp("workers")
    with dask("scheduler", "--host=127.0.0.1", "--port=0", "--no-dashboard", cwd=apart) as scheduler:
        address = wait_for_line(scheduler, r"tcp://127\.0\.0\.1:\d+")[0]
        worker = ("worker", address, "--nthreads=1", "--no-nanny", "--no-dashboard")
        with dask(*worker, cwd=apart) as first, dask(*worker, cwd=apart) as second:
            for process in first, second:
                wait_for_line(process, "Registered to")
            driver = grading(folder, address)
            while saved(folder) < 3:
                assert driver.poll() is None, driver.communicate()
                time.sleep(0.02)
            os.killpg(first.pid, signal.SIGKILL)
            printed, errors = driver.communicate(timeout=120)
    assert driver.returncode == 0, printed + errors
    assert "Not gradable" not in printed
    found = scores(api, ASSIGNMENT)
    assert len(found) == STUDENTS
    for student, grades in found.items():
        lost = {name for name, (got, most) in grades.items() if name.startswith("test-") and got != most}
        assert lost == ({"test-squared_error"} if int(student.removeprefix("student-")) % 3 == 0 else set())


def test_the_scheduler_goes_away_and_nothing_is_lost(folder, tmp_path_factory):
    folder, api = folder
    apart = tmp_path_factory.mktemp("workers")
    with dask("scheduler", "--host=127.0.0.1", "--port=0", "--no-dashboard", cwd=apart) as scheduler:
        address = wait_for_line(scheduler, r"tcp://127\.0\.0\.1:\d+")[0]
        with dask("worker", address, "--nthreads=1", "--no-nanny", "--no-dashboard", cwd=apart) as worker:
            wait_for_line(worker, "Registered to")
            driver = grading(folder, address)
            while saved(folder) < 2:
                assert driver.poll() is None, driver.communicate()
                time.sleep(0.02)
            os.killpg(scheduler.pid, signal.SIGKILL)
            printed, errors = driver.communicate(timeout=60)
    assert driver.returncode == 1
    assert "went away" in printed and "Run the same command again" in printed, errors
    assert "Traceback" not in printed + errors
    before = saved(folder)
    assert 2 <= before < STUDENTS
    again = subprocess.run(
        [sys.executable, "-m", "grading", ASSIGNMENT], cwd=folder, env=environment(), capture_output=True, text=True
    )
    assert again.returncode == 0, again.stderr
    assert f"{STUDENTS:>11} {STUDENTS - before:>7} {before:>7}" in again.stdout
    assert len(scores(api, ASSIGNMENT)) == STUDENTS


@pytest.mark.parametrize("status", ["running", "connecting", "closed"])
def test_it_is_said_whenever_the_scheduler_goes_away(status, tmp_path):
    """Before the client has noticed, while it tries again, and after it gave up: Dask has an error for each."""
    with dask("scheduler", "--host=127.0.0.1", "--port=0", "--no-dashboard", cwd=tmp_path) as scheduler:
        address = wait_for_line(scheduler, r"tcp://127\.0\.0\.1:\d+")[0]
        with dask("worker", address, "--nthreads=1", "--no-nanny", "--no-dashboard", cwd=tmp_path) as worker:
            wait_for_line(worker, "Registered to")
            with Cluster(address) as spread:
                results = spread.each(range(10), lambda job: (job,), abs)
                assert next(results) == (0, 0, None)
                os.killpg(scheduler.pid, signal.SIGKILL)
                for _ in range(600):
                    if spread.client.status == status:
                        break
                    time.sleep(0.05)
                else:
                    pytest.fail(f"the client never was {status}")
                with pytest.raises(SpreadError, match="went away"):
                    list(results)


def test_a_scheduler_that_is_not_there_is_named(folder):
    folder, _ = folder
    driver = grading(folder, "tcp://127.0.0.1:9")
    printed, errors = driver.communicate(timeout=60)
    assert driver.returncode == 1
    assert "no Dask scheduler at tcp://127.0.0.1:9" in printed + errors
    assert "Traceback" not in printed + errors
