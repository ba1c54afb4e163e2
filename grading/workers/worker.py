"""The program that `grading.workers.workers` starts: its forks are the workers, each for one submission at a time.

It has no socket that others could connect to: it and each fork have one connection, made by the process that started
it.
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
ASKED, DONE, FAILED = "asked", "done", "failed"  # kinds of messages from a worker

_link: Connection  # to the process that called `Workers.call`; set in a fork


def main(descriptor: int, module: str) -> None:
    # As in `grading.__main__`: slow to import, and not needed for notebooks.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # with None, Python takes it for missing
    gc.disable()  # imports make many objects and hardly any garbage
    importlib.import_module(module)
    gc.enable()
    gc.set_threshold(50_000, 20, 50)  # collect rarely: a notebook makes many objects and little garbage
    gc.freeze()  # the collector writes to every object it tracks, so in a fork copy-on-write would copy all pages
    fork_on_demand(Connection(descriptor), functools.partial(serve, parent=os.getpid()))


def serve(link: Connection, memory: int, parent: int) -> None:
    """Run the calls that come over ``link``, one after the other, until it closes.

    Parameters
    ----------
    link : Connection
    memory : int
        Bytes of address space that a worker may use beyond what it has now.
    parent : int
        Id of the process that forks the workers. They are killed when it ends.
    """
    global _link
    _link = link
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before prctl, so no signal will come
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
    except Exception:  # an exception whose __init__ takes other arguments than `args` cannot be unpickled
        return pickle.dumps((FAILED, RuntimeError("\n".join([type(error).__name__, *error.__notes__]))))
    return said


def ask(*what: Any) -> Connection:
    """Ask the process that called `Workers.call` for a connection: there ``connect(*what)`` makes it.

    The time limit of the call does not run meanwhile.
    """
    left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    _link.send_bytes(pickle.dumps((ASKED, what)))
    descriptor = recv_handle(_link)
    signal.setitimer(signal.ITIMER_REAL, left)
    return Connection(descriptor)


@contextlib.contextmanager
def ended_after(seconds: float) -> Iterator[None]:
    """Have Linux kill this process by SIGALRM if the block takes longer, even if it never returns to Python."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    # Pickled functions refer to this module by its name: it must not be imported again beside __main__.
    sys.modules["grading.workers.worker"] = sys.modules["__main__"]
    main(int(sys.argv[1]), sys.argv[2])
