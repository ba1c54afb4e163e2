"""The program of `grading.workers.workers`: forks of it do the work on one submission at a time.

It listens to nobody: it has one connection, to whoever started it, and so has each fork.
"""

import contextlib
import ctypes
import functools
import gc
import importlib
import os
import pickle
import resource
import signal
import sys
import traceback
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from pathlib import Path
from typing import Any

from grading.sandbox.inside.fork_server import fork_on_demand

PR_SET_PDEATHSIG = 1
ASKED, DONE, FAILED = "asked", "done", "failed"  # what a worker says

_link: Connection  # to the process that wants the work done; set in a fork


def main(descriptor: int, module: str) -> None:
    # As in `grading.__main__`: it takes seconds to import, and what it checks is not in notebooks.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # with None, Python takes it for missing
    gc.disable()  # imports leave nothing behind to look for
    importlib.import_module(module)
    gc.enable()
    gc.freeze()  # or the first collection in each fork would copy every page
    fork_on_demand(Connection(descriptor), functools.partial(serve, parent=os.getpid()))


def serve(link: Connection, memory: int, parent: int) -> None:
    """Do what comes over ``link``, one call after the other, until it closes.

    Parameters
    ----------
    link : Connection
    memory : int
        Bytes that the work may take beyond what was imported.
    parent : int
        Id of the process that forks the workers. They end with it.
    """
    global _link
    _link = link
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before we asked to be told
        return
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    born = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (born + memory, born + memory))
    while True:
        try:
            call = link.recv_bytes()
        except EOFError:
            return
        answer = _answer(call)
        with contextlib.suppress(OSError):
            link.send_bytes(answer)


def _answer(call):
    try:
        function, arguments, seconds = pickle.loads(call)
        with ended_after(seconds):
            return pickle.dumps((DONE, function(*arguments)))
    except Exception as error:
        error.add_note(f"In a worker:\n{traceback.format_exc()}")
        return _failed(error)


def _failed(error):
    try:
        said = pickle.dumps((FAILED, error))
        pickle.loads(said)
    except Exception:  # of an error that takes other arguments than it keeps
        return pickle.dumps((FAILED, RuntimeError("\n".join([type(error).__name__, *error.__notes__]))))
    return said


def ask(*what: Any) -> Connection:
    """Ask the process that wants the work done for a connection, as ``lend`` of `Workers.call` gives it.

    The clock of the call stands still meanwhile.
    """
    left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    _link.send_bytes(pickle.dumps((ASKED, what)))
    descriptor = recv_handle(_link)
    signal.setitimer(signal.ITIMER_REAL, left)
    return Connection(descriptor)


@contextlib.contextmanager
def ended_after(seconds: float) -> Iterator[None]:
    """Have the system end this process, whatever it does, when the block takes longer."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    # Functions that are sent here name this module, not __main__.
    sys.modules["grading.workers.worker"] = sys.modules["__main__"]
    main(int(sys.argv[1]), sys.argv[2])
