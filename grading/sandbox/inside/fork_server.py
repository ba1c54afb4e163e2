"""The program inside the sandbox: it imports once what notebooks need, and forks a kernel for each submission.

`grading.sandbox.sandbox` starts it under bubblewrap with a connection. It forks a host for each notebook of the course,
which knows its figures, and the host forks the kernels; whoever asks for a fork sends a connection of the fork's own
along. This folder is all of `grading` that is visible in there.

A kernel shares nothing with its siblings: `isolation` gives it name spaces of its own for users, processes, mounts,
networks and IPC, an empty /tmp, limits and a filter of system calls. Process 1 of its name space is `supervise`, which
counts memory, passes on an interrupt, and takes every other process down with it when it ends.
"""

import contextlib
import copy
import functools
import gc
import inspect
import io
import json
import os
import pickle
import pkgutil
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from types import FunctionType, ModuleType
from typing import Any

from grading.sandbox.inside.isolation import confine, give_up_root, isolate
from grading.sandbox.inside.supervise import supervise

MOST_CORES = 8  # that a submission sees: a process for each must not pass its limit of processes


def main(descriptor: int, mode: str, below_tmp: list[str]) -> None:
    """Serve the driver.

    Parameters
    ----------
    descriptor : int
        Of the connection to it.
    mode : str
        "isolated"; "open", without a sandbox; or "trial", to find out whether this machine gives one.
    below_tmp : list of str
        What Python needs and lies in /tmp.
    """
    control = Connection(descriptor)
    if mode != "open" and os.getuid() == 0:
        give_up_root()
    gc.disable()  # until the forks: imports leave nothing behind to look for
    if mode == "trial":
        fork_on_demand(control, functools.partial(attempt, below_tmp=below_tmp))
    import_all()
    fork_on_demand(control, functools.partial(host, isolated=mode == "isolated", below_tmp=below_tmp))


def fork_on_demand(control: Connection, become: Callable[..., None]) -> None:
    """For each order on ``control`` fork and ``become(link, **order)``, until it closes."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks
    control.send_bytes(b"ready")
    while True:
        try:
            order = json.loads(control.recv_bytes())
            descriptor = recv_handle(control)
        except EOFError:
            os._exit(0)
        if os.fork() == 0:
            control.close()
            become(Connection(descriptor), **order)
            os._exit(0)
        os.close(descriptor)


def host(
    control: Connection,
    withheld: list[str],
    cells: list[str],
    pictures: dict,
    program: str,
    keyctl: int,
    isolated: bool,
    below_tmp: list[str],
) -> None:
    """Get ready for one notebook of the course, see `prepare`, and fork its kernels."""
    prepare(withheld, cells, pictures)
    isolation = {"program": bytes.fromhex(program), "keyctl": keyctl, "below_tmp": below_tmp} if isolated else None
    fork_on_demand(control, functools.partial(serve, isolation=isolation))


def attempt(link: Connection, limits: dict[str, int], program: str, keyctl: int, below_tmp: list[str]) -> None:
    """Isolate and confine a process like a kernel, and say whether that worked."""
    try:
        isolate(limits["disk"], keyctl, below_tmp)
        confine(limits, bytes.fromhex(program))
        said = {}
    except Exception as error:
        said = {"failed": f"{type(error).__name__}: {error}"}
    link.send_bytes(json.dumps(said).encode())


# ---------------------------------------------------------------- what the forks inherit


def import_all() -> None:
    """Whatever a kernel and the course's notebooks import, and what that makes at its first use."""
    import ipywidgets  # noqa: F401
    import matplotlib
    import matplotlib.pyplot
    import matplotlib_inline.backend_inline  # noqa: F401

    import lib.checking.check
    import lib.widgets  # noqa: F401
    from grading.sandbox.inside import shell
    from lib import figures

    matplotlib.rcParams["figure.max_open_warning"] = 0  # answers that draw are called many times
    cores = min(os.cpu_count() or 1, MOST_CORES)
    os.cpu_count = lambda: cores
    shell.prepare()
    figures.tangent().png()  # fonts, and a parser of formulas


def prepare(withheld: list[str], cells: list[str], pictures: dict) -> None:
    """Make the course's figures, and take away what answers the exercises of this notebook.

    Parameters
    ----------
    withheld : list of str
        Functions of `lib`, as `grading.autograde.references` writes them.
    cells : list of str
        The released notebook's own code, for the figures it draws.
    pictures : dict
        Those that need not be drawn, see `grading.gradebook.blueprint.pictures`.
    """
    import lib
    from grading.sandbox.inside.reports import Reports
    from lib import figures, widgets

    remember_figures(lib, figures, widgets, cells, pictures)
    gather_once(withheld)
    lib.check = lib.checking.check.check = Reports().check  # in cells of the student's, where nobody asks for a report
    # The judge stays outside.
    lib.checking.check.judge = None  # type: ignore[assignment]  # and nothing here calls it
    for name in [name for name in sys.modules if name.startswith(("lib.checking.judge", "lib.checking.mistakes"))]:
        del sys.modules[name]
    for name in withheld:
        withhold(pkgutil.resolve_name(name))
    gc.collect()
    gc.enable()
    gc.set_threshold(50_000, 20, 50)  # a notebook makes little that is worth looking for
    gc.freeze()  # or the first collection in each fork would copy every page


def withhold(function: FunctionType) -> None:
    """Leave the function, which others hold, but not what it does."""

    def gone(*args, **kwargs):
        raise RuntimeError("While a class is graded, the course's own reference is not there.")

    code = function.__code__
    function.__code__ = gone.__code__.replace(co_name=code.co_name, co_filename=code.co_filename)


def gather_once(names: list[str]) -> None:
    """Have `lib.checking.gather` import what it imports late; no reference is asked."""
    from lib.checking.check import VISIBLE_SEED, aspects_of
    from lib.checking.exercises import EXERCISES
    from lib.checking.gather import gather

    for name in (name.split(":")[1] for name in names):
        if name in EXERCISES:
            gather(name, lambda *arguments: 0.0, {}, aspects_of(name, None), VISIBLE_SEED, stand_ins=False)


class Memory:
    """What functions returned while the course's own cells ran; afterwards the same call is handed the same result.

    Parameters
    ----------
    shared : tuple of type
        Results that are handed out as they are; of all others a copy.
    """

    def __init__(self, shared: tuple[type, ...]):
        self.learning = True
        self.results: list[Any] = []
        self._shared = shared

    def of(self, function: Callable) -> Callable:
        """The function with this memory."""
        known: dict[bytes, Any] = {}

        @functools.wraps(function)
        def remembering(*args, **kwargs):
            try:
                asked = pickle.dumps((args, kwargs))
            except Exception:
                return function(*args, **kwargs)
            if asked not in known:
                result = function(*args, **kwargs)
                if not self.learning:
                    return result
                known[asked] = result
                self.results.append(result)
            result = known[asked]
            return result if isinstance(result, self._shared) else copy.deepcopy(result)

        return remembering


def remember_figures(lib: Any, figures: ModuleType, widgets: ModuleType, cells: list[str], pictures: dict) -> None:
    """Make every figure and widget of ``cells`` now; a fork that asks for the same one is handed it."""
    memory = Memory((figures.Picture, widgets.MovingFigure))
    for name, function in inspect.getmembers(figures, inspect.isfunction):
        setattr(figures, name, memory.of(function))
    for name, function in inspect.getmembers(widgets, inspect.isfunction):
        if function.__module__ == widgets.__name__ and not name.startswith("_"):
            setattr(widgets, name, memory.of(function))
    lib.sgd_many = memory.of(lib.sgd_many)
    run_quietly(cells)
    memory.learning = False
    draw_once(figures.Picture, [made for made in memory.results if isinstance(made, figures.Picture)], pictures)


def run_quietly(cells: list[str]) -> None:
    """Run cells in a name space of their own, whatever they raise, and show nothing."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for cell in cells:
            with contextlib.suppress(Exception):  # of the stubs
                exec(compile(cell, "<released>", "exec"), namespace)


def draw_once(kind: Any, made: list, pictures: dict) -> None:
    """Draw some figures, but for those that ``pictures`` has, and have them show that as long as nobody changes them.

    Parameters
    ----------
    kind : type
        `lib.figures.Picture`.
    made : list of Picture
    pictures : dict
        See `prepare`.
    """
    draw = kind._repr_mimebundle_
    drawn = {id(picture): pictures.get(picture.description) or draw(picture) for picture in made}
    for picture in made:
        picture.stale = False  # Matplotlib sets it when a student changes the picture

    def show(picture, **kwargs):
        return drawn[id(picture)] if id(picture) in drawn and not picture.stale else draw(picture, **kwargs)

    kind._repr_mimebundle_ = show


# ---------------------------------------------------------------- one kernel


def serve(link: Connection, limits: dict[str, int], isolation: dict | None) -> None:
    """Become a kernel and process 1 of its name space; never return.

    Parameters
    ----------
    link : Connection
        First the connection for the cells comes in, then what `supervise` listens to; what became of the kernel goes
        out. When it closes, everything here ends.
    limits : dict
        See `grading.sandbox.sandbox.Sandbox.limits`.
    isolation : dict or None
        The filter of system calls and the like; None without a sandbox.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # or `supervise` would never hear of the kernel's end
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # until a cell runs: one that comes early would end the kernel
    try:
        try:
            cells = recv_handle(link)
            if isolation:
                isolate(limits["disk"], isolation["keyctl"], isolation["below_tmp"])
            # Linux shares the processors out between sessions, however many processes each has (sched_autogroup), so
            # that a submission with dozens of them takes no time from its neighbours. The filter has no setsid.
            os.setsid()
            kernel = os.fork()
            if kernel == 0:
                if isolation:
                    confine(limits, isolation["program"])
        except Exception as error:
            link.send_bytes(json.dumps({"failed": f"{type(error).__name__}: {error}"}).encode())
            raise
        if kernel == 0:
            link.close()
            run_kernel(cells)
        os.close(cells)
        supervise(kernel, link, limits["memory"], isolated=bool(isolation))
    finally:
        os._exit(1)


def run_kernel(cells: int) -> None:
    """Run what comes over a connection, to its end; never return."""
    from grading.sandbox.inside import shell
    from grading.sandbox.inside.reports import with_references

    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    shell.serve(cells, with_references)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), mode=sys.argv[2], below_tmp=sys.argv[3:])
