"""The program inside the sandbox: it imports once what notebooks need, and forks a kernel for each submission.

`grading.sandbox.sandbox` starts it under bubblewrap. It forks a process for each notebook of the course, called its
host, which draws the notebook's figures once; the host forks the kernels. With each request for a fork comes the file
descriptor of a new connection, which the fork uses. This folder is all of `grading` that is visible in the sandbox.

`isolation` gives each kernel name spaces of its own for users, processes, mounts, networks and IPC, an empty /tmp,
limits and a filter of system calls. Process 1 of its name space is `supervise`, which counts memory and passes on
interrupts; when it ends, Linux kills every other process of the name space.
"""

import contextlib
import copy
import fcntl
import functools
import gc
import inspect
import io
import json
import os
import pickle
import pkgutil
import signal
import stat
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from types import FunctionType, ModuleType
from typing import Any

from grading.sandbox.inside.isolation import confine, give_up_root, isolate
from grading.sandbox.inside.supervise import supervise

MOST_CORES = 8  # os.cpu_count() in a submission, so that one process a core stays within the limit of processes


def main(descriptor: int, mode: str, below_tmp: list[str]) -> None:
    """Serve requests for forks until the connection closes.

    Parameters
    ----------
    descriptor : int
        Of the connection to `grading.sandbox.sandbox.ForkServer`.
    mode : str
        "isolated"; "open", without a sandbox; or "trial", to see whether the sandbox works on this machine.
    below_tmp : list of str
        Paths in /tmp that Python reads.
    """
    control = Connection(descriptor)
    if mode != "open" and os.getuid() == 0:
        give_up_root()
    gc.disable()  # until `prepare` is done: imports make many objects and hardly any garbage
    if mode == "trial":
        fork_on_demand(control, functools.partial(attempt, below_tmp=below_tmp))
    import_all()
    fork_on_demand(control, functools.partial(host, isolated=mode == "isolated", below_tmp=below_tmp))


def fork_on_demand(control: Connection, become: Callable[..., None]) -> None:
    """For each order on ``control`` fork, and call ``become(link, **order)`` in the fork; end when it closes."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # ended forks leave no zombies, though nothing waits for them
    control.send_bytes(b"ready")
    while True:
        try:
            order = json.loads(control.recv_bytes())
            descriptor = recv_handle(control)
        except EOFError:
            os._exit(0)
        if os.fork() == 0:
            control.close()
            reopen_files()
            become(Connection(descriptor), **order)
            os._exit(0)
        os.close(descriptor)


def reopen_files() -> None:
    """Open anew the files that this process inherited and only reads, such as Matplotlib's fonts.

    Forks share the position in an open file: one could move it while another one reads.
    """
    for name in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):  # the listing's own descriptor is closed again
            inherited = int(name)
            reads = fcntl.fcntl(inherited, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY
            if reads and stat.S_ISREG(os.fstat(inherited).st_mode):
                mine = os.open(f"/proc/self/fd/{name}", os.O_RDONLY)
                os.lseek(mine, os.lseek(inherited, 0, os.SEEK_CUR), os.SEEK_SET)
                os.dup2(mine, inherited, inheritable=False)
                os.close(mine)


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
    from grading.sandbox.inside import shell

    watch = shell.Watch(shell.Shell.instance())  # once for all kernels: it looks at a thousand functions
    isolation = {"program": bytes.fromhex(program), "keyctl": keyctl, "below_tmp": below_tmp} if isolated else None
    fork_on_demand(control, functools.partial(serve, isolation=isolation, watch=watch))


def attempt(link: Connection, limits: dict[str, int], program: str, keyctl: int, below_tmp: list[str]) -> None:
    """Isolate and confine this process as a kernel is, and report whether that worked."""
    try:
        isolate(limits["disk"], keyctl, below_tmp)
        confine(limits, bytes.fromhex(program))
        said = {}
    except Exception as error:
        said = {"failed": f"{type(error).__name__}: {error}"}
    link.send_bytes(json.dumps(said).encode())


# ---------------------------------------------------------------- what the forks inherit


def import_all() -> None:
    """Import what a kernel and the course's notebooks import, and fill the caches that are filled at the first use."""
    import ipywidgets  # noqa: F401
    import matplotlib
    import matplotlib.pyplot
    import matplotlib_inline.backend_inline  # noqa: F401

    import lib.checking.check
    import lib.widgets  # noqa: F401
    from grading.sandbox.inside import shell
    from lib import figures

    matplotlib.rcParams["figure.max_open_warning"] = 0  # check() calls an answer many times, and it may draw
    cores = min(os.cpu_count() or 1, MOST_CORES)
    os.cpu_count = lambda: cores
    shell.prepare()
    figures.tangent().png()  # loads fonts and Matplotlib's parser of formulas


def prepare(withheld: list[str], cells: list[str], pictures: dict) -> None:
    """Draw the course's figures for one notebook, and withhold the references that answer its exercises.

    Parameters
    ----------
    withheld : list of str
        Functions of `lib`, as "module:name".
    cells : list of str
        The code cells of the released notebook without a grade id: they are run, and draw its figures.
    pictures : dict
        Figures that need not be drawn, see `grading.gradebook.blueprint.pictures`.
    """
    import lib
    from grading.sandbox.inside.reports import Reports
    from lib import figures, widgets

    # The course's cells also call answers: with the references, figures of right answers are made here already.
    answers = {name.split(":")[1]: pkgutil.resolve_name(name) for name in withheld}
    remember_figures(lib, figures, widgets, cells, answers, pictures)
    gather_once(withheld)
    lib.check = lib.checking.check.check = Reports().check  # in a student's cells; these reports are dropped
    # The kernel does not judge: remove the judge and the table of mistakes from memory.
    lib.checking.check.judge = None  # type: ignore[assignment]  # nothing calls it in a kernel
    for name in [name for name in sys.modules if name.startswith(("lib.checking.judge", "lib.checking.mistakes"))]:
        del sys.modules[name]
    for name in withheld:
        withhold(pkgutil.resolve_name(name))
    gc.collect()
    gc.enable()
    gc.set_threshold(50_000, 20, 50)  # collect rarely: a notebook makes little garbage
    gc.freeze()  # the collector writes to every object it tracks, so in a fork copy-on-write would copy all pages


def withhold(function: FunctionType) -> None:
    """Make a function raise an error by replacing its code: other modules refer to the function object."""

    def gone(*args, **kwargs):
        raise RuntimeError("While a class is graded, the course's own reference is not there.")

    code = function.__code__
    function.__code__ = gone.__code__.replace(co_name=code.co_name, co_filename=code.co_filename)


def gather_once(names: list[str]) -> None:
    """Call `lib.checking.gather.gather` once for each exercise, so that its lazy imports are done before the forks.

    It gets a function that returns 0, so no reference is called.
    """
    from lib.checking.check import VISIBLE_SEED, aspects_of
    from lib.checking.exercises import EXERCISES
    from lib.checking.gather import gather

    for name in (name.split(":")[1] for name in names):
        if name in EXERCISES:
            gather(name, lambda *arguments: 0.0, {}, aspects_of(name, None), VISIBLE_SEED, stand_ins=False)


class Memory:
    """A cache of what functions returned while the course's own cells ran. Later calls read it, and add nothing.

    Parameters
    ----------
    shared : tuple of type
        Types of results that are returned as they are; of all others a deep copy is returned.
    """

    def __init__(self, shared: tuple[type, ...]):
        self.learning = True
        self.results: list[Any] = []
        self._shared = shared

    def of(self, function: Callable) -> Callable:
        """The function with this cache. Calls with arguments that cannot be pickled are not cached."""
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


def remember_figures(
    lib: Any, figures: ModuleType, widgets: ModuleType, cells: list[str], answers: dict, pictures: dict
) -> None:
    """Make every figure and widget of ``cells`` now, so that the same call in a fork returns it from the cache."""
    memory = Memory((figures.Picture, widgets.MovingFigure))
    for name, function in inspect.getmembers(figures, inspect.isfunction):
        setattr(figures, name, memory.of(function))
    for name, function in inspect.getmembers(widgets, inspect.isfunction):
        if function.__module__ == widgets.__name__ and not name.startswith("_"):
            setattr(widgets, name, memory.of(function))
    lib.sgd_many = memory.of(lib.sgd_many)
    run_quietly(cells, answers)
    memory.learning = False
    draw_once(figures.Picture, [made for made in memory.results if isinstance(made, figures.Picture)], pictures)


def run_quietly(cells: list[str], answers: dict) -> None:
    """Run cells in a namespace of their own, in which ``answers`` are; what they print and raise is dropped."""
    namespace: dict[str, Any] = {"__name__": "__main__"} | answers
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for cell in cells:
            with contextlib.suppress(Exception):  # answers are missing in a released notebook
                exec(compile(cell, "<released>", "exec"), namespace)


def draw_once(kind: Any, made: list, pictures: dict) -> None:
    """Draw figures that are not in ``pictures``; from now on a figure shows this picture until somebody changes it.

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


def serve(link: Connection, limits: dict[str, int], isolation: dict | None, watch: Any) -> None:
    """Isolate this process, fork the kernel and supervise it as process 1 of its name space; never return.

    Parameters
    ----------
    link : Connection
        It receives the file descriptor of the connection for cells, then the messages to `supervise`, which sends back
        how the kernel ended. When it closes, the kernel is ended.
    limits : dict
        See `grading.sandbox.sandbox.Sandbox.limits`.
    isolation : dict or None
        ``program`` and ``keyctl`` for the filter of system calls, and ``below_tmp``; None without a sandbox.
    watch : grading.sandbox.inside.reports.Watch
    """
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # with the inherited SIG_IGN, waitpid would find no ended child
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt before the first cell must not end the kernel
    try:
        try:
            cells = recv_handle(link)
            if isolation:
                isolate(limits["disk"], isolation["keyctl"], isolation["below_tmp"])
            # A new session: Linux divides processor time equally between sessions (sched_autogroup), so that a
            # submission with dozens of processes gets no more of it than others. The filter of system calls denies
            # setsid.
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
            run_kernel(cells, watch)
        os.close(cells)
        supervise(kernel, link, limits["memory"], isolated=bool(isolation))
    finally:
        os._exit(1)


def run_kernel(cells: int, watch: Any) -> None:
    """Run the cells that come over a connection until it closes; never return."""
    from grading.sandbox.inside import shell
    from grading.sandbox.inside.reports import with_references

    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    shell.serve(cells, with_references, watch)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), mode=sys.argv[2], below_tmp=sys.argv[3:])
