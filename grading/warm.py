"""The program inside the sandbox: it imports once what notebooks need, and forks a kernel for each submission.

`grading.sandbox` starts it under bubblewrap with a connection. It forks a host for each notebook of the course, which
knows its figures, and the host forks the kernels; whoever asks for a fork sends a connection of the fork's own along.
Nothing of `grading` is visible in there but this file, `grading.shell`, which runs the cells, and `grading.gathering`,
which checks answers.

A kernel shares nothing with its siblings: it gets name spaces of its own for users, processes, mounts, networks and
IPC, and an empty /tmp. Process 1 of its name space is `keep`: it counts memory, passes on an interrupt, and takes
every other process down with it when it ends.
"""

import contextlib
import copy
import ctypes
import functools
import gc
import inspect
import io
import json
import os
import pickle
import pkgutil
import resource
import signal
import struct
import sys
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import recv_handle
from pathlib import Path

NOBODY = 65534
TICK = 0.1  # seconds between two looks at the memory

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x04000000, 0x08000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT, MS_BIND, MS_REC, MS_SLAVE = 1, 2, 4, 32, 4096, 16384, 1 << 19
PR_SET_DUMPABLE = 4
CAPABILITIES_VERSION_3 = 0x20080522
LIBC = ctypes.CDLL(None, use_errno=True)


class NotWhileGrading(RuntimeError):
    """A function of the course that answers an exercise of this notebook was called."""


def main(descriptor, isolated, below_tmp):
    global BELOW_TMP
    BELOW_TMP = below_tmp
    control = Connection(descriptor)
    if isolated and os.getuid() == 0:  # the kernel of the system exempts root from limits on processes
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)  # or /proc/self stays root's
    gc.disable()  # until the forks: imports leave nothing behind to look for
    import_all()
    fork_on_demand(control, functools.partial(host, isolated=isolated))


def fork_on_demand(control, become):
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


def host(control, blank, cells, pictures, isolated):
    """Get ready for one notebook of the course, see `prepare`, and fork its kernels."""
    prepare(blank, cells, pictures)
    fork_on_demand(control, functools.partial(serve, isolated=isolated))


# ---------------------------------------------------------------- what the forks inherit


def import_all():
    """Whatever a kernel and the course's notebooks import, and what that makes at its first use."""
    import ipywidgets  # noqa: F401
    import matplotlib.pyplot  # noqa: F401
    import matplotlib_inline.backend_inline  # noqa: F401

    import lib.checks
    import lib.widgets  # noqa: F401
    from grading import shell
    from lib import figures

    shell.prepare()
    figures.tangent().png()  # fonts, and a parser of formulas


def prepare(blank, cells, pictures):
    """Make the course's figures, and take away what answers the exercises of this notebook.

    Parameters
    ----------
    blank : list of str
        Functions of `lib`, as `grading.references` writes them.
    cells : list of str
        The released notebook's own code, for the figures it draws.
    pictures : dict
        Those that need not be drawn, see `grading.blueprint.pictures`.
    """
    import lib
    from grading.gathering import Reports
    from lib import figures, widgets

    remember_figures(lib, figures, widgets, cells, pictures)
    gather_once(blank)
    lib.check = lib.checks.check = Reports().check  # in cells of the student's, where nobody asks for a report
    # The judge stays outside.
    lib.checks.judge = None
    for name in [name for name in sys.modules if name.startswith(("lib.judge", "lib.mistakes"))]:
        del sys.modules[name]
    for name in blank:
        take_away(pkgutil.resolve_name(name))
    gc.collect()
    gc.enable()
    gc.set_threshold(50_000, 20, 50)  # a notebook makes little that is worth looking for
    gc.freeze()  # or the first collection in each fork would copy every page


def take_away(function):
    """Leave the function, which others hold, but not what it does."""

    def gone(*args, **kwargs):
        raise RuntimeError("While a class is graded, the course's own reference is not there.")

    code = function.__code__
    function.__code__ = gone.__code__.replace(co_name=code.co_name, co_filename=code.co_filename)


def gather_once(names):
    """Have `lib.gather` import what it imports late; no reference is asked."""
    from lib.checks import VISIBLE_SEED, aspects_of
    from lib.exercises import EXERCISES
    from lib.gather import gather

    for name in (name.split(":")[1] for name in names):
        if name in EXERCISES:
            gather(name, lambda *arguments: 0.0, {}, aspects_of(name, None), VISIBLE_SEED, stand_ins=False)


def remember_figures(lib, figures, widgets, cells, pictures):
    """Make every figure and widget of ``cells`` now; a fork that asks for the same one is handed it."""
    made = []

    def remember(function):
        known = {}

        @functools.wraps(function)
        def remembering(*args, **kwargs):
            try:
                asked = pickle.dumps((args, kwargs))
            except Exception:
                return function(*args, **kwargs)
            if asked not in known:
                result = function(*args, **kwargs)
                if not warming:
                    return result
                known[asked] = result
                made.extend([result] if isinstance(result, figures.Picture) else [])
            result = known[asked]
            return result if isinstance(result, (figures.Picture, widgets.MovingFigure)) else copy.deepcopy(result)

        return remembering

    for name, function in vars(figures).items():
        if getattr(function, "__annotations__", {}).get("return") is figures.Picture:
            setattr(figures, name, remember(function))
    for name, function in inspect.getmembers(widgets, inspect.isfunction):
        if function.__module__ == widgets.__name__ and not name.startswith("_"):
            setattr(widgets, name, remember(function))
    lib.sgd_many = remember(lib.sgd_many)

    warming = True
    namespace = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for cell in cells:
            with contextlib.suppress(Exception):  # of the stubs
                exec(compile(cell, "<released>", "exec"), namespace)
    warming = False

    draw = figures.Picture._repr_mimebundle_
    drawn = {id(picture): pictures.get(picture.description) or draw(picture) for picture in made}
    for picture in made:
        picture.stale = False  # Matplotlib sets it when a student changes the picture

    def show(picture, **kwargs):
        return drawn[id(picture)] if id(picture) in drawn and not picture.stale else draw(picture, **kwargs)

    figures.Picture._repr_mimebundle_ = show


# ---------------------------------------------------------------- one kernel


def serve(link, limits, isolated):
    """Become a kernel and its keeper; never return.

    Parameters
    ----------
    link : Connection
        First the connection for the cells comes in, then "interrupt" and "end"; what became of the kernel goes out.
        When it closes, everything here ends.
    limits : dict
        See `grading.sandbox.Limits`.
    isolated : bool
    """
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # or `keep` would never hear of the kernel's end
    try:
        cells = recv_handle(link)
        if isolated:
            isolate(limits["disk"])
        else:
            os.setsid()
        kernel = os.fork()
        if kernel == 0:
            link.close()
            run_kernel(cells, limits, isolated)
        os.close(cells)
        keep(kernel, link, limits["memory"], isolated)
    except BaseException as error:
        with contextlib.suppress(OSError):
            link.send_bytes(json.dumps({"failed": f"{type(error).__name__}: {error}"}).encode())
    finally:
        os._exit(1)


def isolate(disk):
    """Enter name spaces of our own, as process 1 of them."""
    uid, gid = os.getuid(), os.getgid()
    _call("unshare", CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    if os.fork() > 0:
        os._exit(0)
    LIBC.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)  # nobody in here may trace process 1
    _call("mount", None, b"/", None, MS_REC | MS_SLAVE, None)
    _call("mount", b"proc", b"/proc", b"proc", MS_NOSUID | MS_NODEV, None)
    Path("/proc/sys/user/max_user_namespaces").write_text("0")
    if os.path.exists("/run/proc"):
        _tmpfs("/run/proc", "4k")
        _read_only("/run/proc")
    own_tmp(disk)
    hide_sources()
    os.chdir("/tmp")


BELOW_TMP = []  # what Python needs and lies there


def own_tmp(disk):
    """Mount an empty /tmp, but for what Python needs of it."""
    kept = [(path, os.open(path, os.O_PATH)) for path in BELOW_TMP]
    _tmpfs("/tmp", disk)
    for path, descriptor in kept:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):
            os.makedirs(path, exist_ok=True)
        else:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            Path(path).touch()
        _call("mount", f"/proc/self/fd/{descriptor}".encode(), path.encode(), None, MS_BIND | MS_REC, None)
        os.close(descriptor)


def hide_sources():
    """Leave of the folder of `lib` only the data."""
    import lib

    (folder,) = lib.__path__
    data = os.open(f"{folder}/penguins", os.O_PATH)
    _tmpfs(folder, "64k")
    os.mkdir(f"{folder}/penguins")
    _call("mount", f"/proc/self/fd/{data}".encode(), f"{folder}/penguins".encode(), None, MS_BIND, None)
    os.close(data)
    _read_only(folder)


def _tmpfs(path, size):
    _call("mount", b"tmpfs", path.encode(), b"tmpfs", MS_NOSUID | MS_NODEV, f"size={size},mode=1777".encode())


def _read_only(path):
    _call("mount", None, path.encode(), None, MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV, None)


def _call(function, *args):
    if getattr(LIBC, function)(*args) != 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{function}{args[:3]}: {os.strerror(error)}")


def keep(kernel, link, memory, isolated):
    """Wait for the end of the kernel, or bring it about."""
    peak, end = 0, {}
    while not end:
        try:
            said = link.recv_bytes() if wait([link], TICK) else None
        except (EOFError, OSError):
            break
        if said == b"interrupt":
            os.kill(kernel, signal.SIGINT)
        if said == b"end":
            end = {"code": 0}
        with contextlib.suppress(ChildProcessError):
            while (found := os.waitpid(-1, os.WNOHANG))[0]:
                if found[0] == kernel:
                    end = {"code": os.waitstatus_to_exitcode(found[1])}
        now = resident() if isolated else 0
        peak = max(peak, now)
        if now > memory:
            end = {"code": -signal.SIGKILL, "why": "memory"}
    with contextlib.suppress(OSError):
        link.send_bytes(json.dumps(end | {"peak": peak}).encode())
    if not isolated:
        os.killpg(0, signal.SIGKILL)


def resident():
    """Bytes of memory in all processes of this name space, but for what they share as files."""
    pages = 0
    for process in os.listdir("/proc"):
        if process.isdigit():
            with contextlib.suppress(OSError, ValueError):
                size = Path(f"/proc/{process}/statm").read_text().split()
                pages += int(size[1]) - int(size[2])
    return pages * resource.getpagesize()


def run_kernel(cells, limits, isolated):
    """Run what comes over a connection, to its end; never return."""
    if isolated:
        limit(limits)
        _call("capset", struct.pack("Ii", CAPABILITIES_VERSION_3, 0), bytes(24))
        LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    from grading import shell
    from grading.gathering import lent

    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    shell.serve(cells, lent)
    os._exit(0)


def limit(limits):
    """Set what a process may use; of memory, so much beyond what it was born with."""
    born = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for what, most in (
        ("AS", born + limits["memory"]),
        ("NPROC", limits["processes"]),
        ("NOFILE", limits["open_files"]),
        ("FSIZE", limits["disk"]),
        ("CORE", 0),
    ):
        resource.setrlimit(getattr(resource, f"RLIMIT_{what}"), (most, most))


if __name__ == "__main__":
    main(int(sys.argv[1]), isolated=sys.argv[2] == "isolated", below_tmp=sys.argv[3:])
