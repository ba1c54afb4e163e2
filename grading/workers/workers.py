"""Processes of our own that work on one submission at a time, so that whatever happens there costs that one alone.

They hang on pipes and listen nowhere. A process that takes too long, too much memory, or dies is replaced.
"""

import atexit
import contextlib
import os
import pickle
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from typing import Any

from grading.outcome import NotGradable
from grading.sandbox.sandbox import Forks
from grading.workers.worker import ASKED, FAILED

MEMORY = 2**30  # bytes that a worker may use beyond what it imported
MOST_RESULT = 2**26  # bytes of what a call returns
SLACK = 5  # seconds for the system to end a worker whose time is over


class WorkError(NotGradable):
    """A call came to no result, because it took too long or the process that worked on it ended."""


class Workers:
    """Worker processes, forked on demand from one that has imported a module.

    Parameters
    ----------
    module : str
        What they import, with all that it needs.
    """

    def __init__(self, module: str):
        self._errors = tempfile.TemporaryFile("w+")
        self._control, theirs = Pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "grading.workers.worker", str(theirs.fileno()), module],
            pass_fds=[theirs.fileno()],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            start_new_session=True,  # Ctrl-C is for us
        )
        theirs.close()
        self._forks = Forks(self._control, self._why_not)
        self._idle: list[Connection] = []
        self._lock = threading.Lock()

    def call(
        self, function: Callable, *arguments: Any, seconds: float, lend: Callable[..., Connection] | None = None
    ) -> Any:
        """Return ``function(*arguments)``, worked out by a worker. Threads may call at the same time.

        Parameters
        ----------
        function : callable
            A function of a module, as `pickle` finds it again.
        *arguments
        seconds : float
            Then the worker is ended, whatever it does.
        lend : callable
            Gives the connection that the function asks for by `grading.workers.worker.ask`, with the same arguments.

        Raises
        ------
        WorkError
            If it ended its worker, or took too long.
        Exception
            What the function raises.
        """
        worker, began = self._worker(), time.monotonic()
        try:
            worker.send_bytes(pickle.dumps((function, arguments, seconds)))
            while True:
                if not worker.poll(max(0, began + seconds + SLACK - time.monotonic())):
                    raise TimeoutError
                kind, *said = pickle.loads(worker.recv_bytes(MOST_RESULT))
                if kind != ASKED:
                    break
                assert lend is not None  # whoever calls a function that asks lends something
                waited = time.monotonic()
                with lend(*said[0]) as lent:
                    send_handle(worker, lent.fileno(), None)
                began += time.monotonic() - waited
        except (EOFError, OSError):
            worker.close()
            late = time.monotonic() - began >= seconds
            why = f"It took longer than {seconds:.0f} seconds." if late else "The process that worked on it ended."
            raise WorkError(why) from None
        except BaseException:
            worker.close()  # it would go on
            raise
        with self._lock:
            self._idle.append(worker)
        (result,) = said
        if kind == FAILED:
            raise result
        return result

    def _worker(self) -> Connection:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return self._forks.fork(memory=MEMORY)

    def _why_not(self):
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=2)
        self._errors.seek(0)
        return f"The processes that work on submissions could not be started:\n{self._errors.read()[-2000:]}"

    def close(self) -> None:
        """End all of them, also those at work."""
        self._process.kill()
        self._process.wait()
        self._control.close()
        with self._lock:
            while self._idle:
                self._idle.pop().close()
        self._errors.close()


_workers: dict[str, Workers] = {}
_lock = threading.Lock()


def workers(module: str) -> Workers:
    """The one `Workers` of this process that import ``module``, started if need be."""
    with _lock:
        if module not in _workers:
            _workers[module] = Workers(module)
        return _workers[module]


@atexit.register
def close_all() -> None:
    """End what `workers` started."""
    with _lock:
        while _workers:
            _workers.popitem()[1].close()
