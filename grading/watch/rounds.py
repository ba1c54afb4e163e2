"""The process that grades and makes pages for a watch, kept while there is work: it takes many seconds to get ready."""

import contextlib
import os
import subprocess
import sys
import time
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

IDLE = 300  # seconds without work, after which it ends
ENDING = 10  # seconds for it to end


class Rounds:
    """Runs `grading.watch.round`, started on demand.

    Parameters
    ----------
    root : Path
        The course's folder.
    arguments : list of str
        Those of the watch.
    """

    def __init__(self, root: Path, arguments: list[str]):
        self._root, self._arguments = root, arguments
        self._process: subprocess.Popen | None = None
        self._link: Connection
        self._used = 0.0

    def run(self, **order: Any) -> bool:
        """Do what an order says, and return whether it went well; after trouble the next one gets a new process.

        Parameters
        ----------
        **order
            As `grading.watch.round.run` takes it.
        """
        self.start()
        went_well = False
        with contextlib.suppress(EOFError, OSError):  # it ended, and has said why
            self._link.send(order)
            went_well = self._link.recv()
        self._used = time.monotonic()
        if not went_well:
            self.end()
        return went_well

    def start(self) -> None:
        """Start the process, if there is none."""
        if self._process is not None:
            return
        self._used = time.monotonic()
        self._link, theirs = Pipe()
        program = f"from grading.watch import round; round.main({theirs.fileno()})"  # workers import its classes
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", program, *self._arguments],
            pass_fds=[theirs.fileno()],
            cwd=self._root,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        theirs.close()

    def end_if_idle(self) -> None:
        """End the process where nothing was to do for a while."""
        if self._process is not None and time.monotonic() - self._used > IDLE:
            self.end()

    def end(self) -> None:
        """End the process, after what it is doing if that takes no longer than some seconds."""
        if self._process is None:
            return
        self._link.close()
        try:
            self._process.wait(ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None
