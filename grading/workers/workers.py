"""A pool of worker processes, each for one submission at a time, so that a failure concerns that submission alone.

They are connected by pipes, and nobody else can connect to them. A worker that takes too long or dies is replaced.
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
MOST_RESULT = 2**26  # bytes of the pickled result of a call
SLACK = 5  # seconds beyond its time, after which a worker that was not killed by its timer counts as hung


class WorkError(NotGradable):
    """A call has no result, because it took too long or its worker ended."""


class Workers:
    """Worker processes, forked on demand from one that has imported a module.

    Parameters
    ----------
    module : str
        The module to import before forking.
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
            start_new_session=True,  # so that Ctrl-C in the terminal interrupts only this process
        )
        theirs.close()
        self._forks = Forks(self._control, self._why_not)
        self._idle: list[Connection] = []
        self._lock = threading.Lock()

    def call(
        self, function: Callable, *arguments: Any, seconds: float, connect: Callable[..., Connection] | None = None
    ) -> Any:
        """Return ``function(*arguments)``, computed by a worker. Threads may call at the same time.

        Parameters
        ----------
        function : callable
            A function at the top level of a module, which can be pickled.
        *arguments
        seconds : float
            After which the worker is killed.
        connect : callable
            Called here with the arguments of `grading.workers.worker.ask`; the worker gets the connection it returns.

        Raises
        ------
        WorkError
            If the worker ended, or took too long.
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
                assert connect is not None  # given for every function that calls `ask`
                waited = time.monotonic()
                with connect(*said[0]) as connection:
                    send_handle(worker, connection.fileno(), None)
                began += time.monotonic() - waited
        except (EOFError, OSError):
            worker.close()
            late = time.monotonic() - began >= seconds
            why = f"It took longer than {seconds:.0f} seconds." if late else "The process that worked on it ended."
            raise WorkError(why) from None
        except BaseException:
            worker.close()  # a worker ends when its connection closes; it would go on with this call
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
        """End all workers, idle or not."""
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
    """The `Workers` of this process for ``module``, started at the first call."""
    with _lock:
        if module not in _workers:
            _workers[module] = Workers(module)
        return _workers[module]


@atexit.register
def close_all() -> None:
    """End all that `workers` started."""
    with _lock:
        while _workers:
            _workers.popitem()[1].close()
