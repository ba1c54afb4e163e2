"""A disk that is full: each command says so in a sentence, what was there stays, and later all goes on.

A small file system in memory is mounted for it, which only root may do.
"""

import os
import subprocess
import sys
import time

import pytest

from tools.made_up_course import environment, fill, open_course, read, solutions, submit

ASSIGNMENT = "01-sigmoid"
GRADING = [sys.executable, "-m", "grading"]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    disk = tmp_path_factory.mktemp("disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m", "none", str(disk)]
    if os.getuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a small file system needs root")
    try:
        folder = disk / "course"
        assert open_course(folder).generate_assignment(ASSIGNMENT)["success"]
        hand_in(folder, "ada")
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def hand_in(folder, student):
    submit(folder, student, ASSIGNMENT, fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT)))


def run(folder, *command):
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True)
    assert "Traceback" not in done.stdout + done.stderr and "Errno" not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


class Full:
    """The disk of a course, filled to its last byte."""

    def __init__(self, folder):
        self.file = folder.parent / "filler"

    def __enter__(self):
        descriptor = os.open(self.file, os.O_WRONLY | os.O_CREAT)
        try:
            while os.write(descriptor, b"x" * 4096):
                pass
        except OSError:
            pass
        os.close(descriptor)

    def __exit__(self, *exception):
        self.file.unlink()


def contents(folder, *parts):
    """Path -> bytes of what a command made."""
    paths = [path for part in parts for path in [folder / part, *(folder / part).rglob("[!.]*")] if path.is_file()]
    return {path: path.read_bytes() for path in paths}


def test_every_command_says_it_and_loses_nothing(course):
    export = [sys.executable, "-m", "nbgrader", "export"]
    with Full(course):
        status, said = run(course, *GRADING, ASSIGNMENT)
        assert status and "The disk is full." in said
    assert run(course, *GRADING, ASSIGNMENT)[0] == 0
    assert run(course, *export)[0] == 0
    graded = contents(course, "autograded", "grades.csv")
    assert len(graded) == 2
    commands = [*GRADING, "feedback", ASSIGNMENT], [*GRADING, "report", ASSIGNMENT], export
    with Full(course):
        for command in *commands, [*GRADING, ASSIGNMENT, "--force"]:
            status, said = run(course, *command)
            words = "No space left on device" if command is export else "disk is full"
            assert status and words in said, (command, said)
    assert contents(course, "autograded", "grades.csv") == graded
    for command in commands:
        assert run(course, *command)[0] == 0


def test_a_watch_goes_on_when_there_is_room_again(course, tmp_path):
    log = tmp_path / "watch.log"

    def wait_for(condition):
        deadline = time.monotonic() + 400
        while not condition():
            assert watch.poll() is None and time.monotonic() < deadline, log.read_text()
            time.sleep(0.2)

    hand_in(course, "bob")
    quick = "import grading.watch.app as app; app.AFTER_TROUBLE = 5; app.main(['01-sigmoid'])"
    with log.open("w") as file:
        with Full(course):
            command = [sys.executable, "-c", quick]
            watch = subprocess.Popen(command, cwd=course, env=environment(), stdout=file, stderr=file)
            wait_for(lambda: "disk is full" in log.read_text())
        try:
            wait_for((course / "feedback" / "bob" / ASSIGNMENT / "sigmoid.html").is_file)
        finally:
            watch.terminate()
            watch.wait()
    assert "Traceback" not in log.read_text()
