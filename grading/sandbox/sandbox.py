"""Start the sandbox in which submissions run: `inside.fork_server` under bubblewrap. Its limits are set here."""

import atexit
import contextlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import threading
from collections.abc import Callable, Iterable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from pathlib import Path
from typing import Any

from traitlets import Bool, Integer
from traitlets.config import Configurable

import lib
from grading.sandbox import seccomp
from grading.sandbox.inside import fork_server, isolation

FORK_SERVER = Path(fork_server.__file__)
# The only files of `grading` that are visible in the sandbox.
INSIDE = [
    *(folder / "__init__.py" for folder in FORK_SERVER.parents[:3][1:]),
    *sorted(FORK_SERVER.parent.glob("*.py")),
]
FONTS = "fontlist-*.json"  # Matplotlib's font caches, one for each version of their format
USER = "student"
DEVICES = "null", "random", "urandom"  # not zero: a mapping of it is memory that `supervise` does not count
PATIENCE = 20  # seconds for a trial of the sandbox
NO_SANDBOX = (
    "The sandbox could not be started. bubblewrap or Python says:\n{}\n"
    "It needs Linux 5.8 or newer and user namespaces: `bwrap --unshare-all --ro-bind / / true` must work.\n"
    "Ubuntu since 23.10 forbids them: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 allows them.\n"
    "In a container, its runtime must allow them: docker run --security-opt seccomp=unconfined --security-opt\n"
    "apparmor=unconfined --security-opt systempaths=unconfined, for example."
)
HOW_TO_GET_BUBBLEWRAP = (
    "Submissions are graded in a sandbox made by bubblewrap, which was not found.\n"
    "Install it (Debian and Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap). It needs Linux.\n"
    "To run the submissions in your own account instead, where they can read and change whatever you can, give\n"
    "--no-sandbox to `python -m grading`, or set c.Sandbox.enabled = False in nbgrader_config.py."
)


class SandboxError(RuntimeError):
    """The sandbox cannot be started; the message says why."""


class Sandbox(Configurable):
    """What a submission may use, and whether there is a sandbox."""

    enabled = Bool(True, help="Whether submissions run in a sandbox.").tag(config=True)
    memory = Integer(2**30, help="Bytes of memory.").tag(config=True)
    processes = Integer(48, help="Processes and threads; a kernel alone has about ten.").tag(config=True)
    open_files = Integer(256, help="Open files.").tag(config=True)
    disk = Integer(2**26, help="Bytes in /tmp, which is all a submission can write to.").tag(config=True)

    def limits(self) -> dict[str, int]:
        return {"memory": self.memory, "processes": self.processes, "open_files": self.open_files, "disk": self.disk}


class ForkServer:
    """A running `grading.sandbox.inside.fork_server`, which has imported what notebooks import.

    Parameters
    ----------
    isolated : bool
        Whether it runs under bubblewrap.
    trial : bool
        Whether it is only started to see if the sandbox works; then it imports nothing.

    Raises
    ------
    SandboxError
        If bubblewrap is missing.
    """

    def __init__(self, isolated: bool, trial: bool = False):
        self.isolated = isolated
        bubblewrap = _bubblewrap() if isolated else None
        self._errors = tempfile.TemporaryFile("w+")
        self._control, theirs = Pipe()
        mode = "trial" if trial else "isolated" if isolated else "open"
        with theirs, _file(f"{USER}:x:{_user()}:{_group()}::/tmp:/bin/sh\n") as users:
            self._process = subprocess.Popen(
                _command(bubblewrap, theirs.fileno(), mode, users.fileno()),
                pass_fds=[theirs.fileno(), users.fileno()],
                env=_environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                start_new_session=True,  # so that Ctrl-C in the terminal interrupts only this process
            )
        self._forks = Forks(self._control, self.why_not)

    def host(self, withheld: Iterable[str], cells: Iterable[str], pictures: dict) -> "Forks":
        """A `Forks` of kernels for one notebook of the course, see `grading.sandbox.inside.fork_server.prepare`.

        Raises
        ------
        SandboxError
            If the sandbox cannot be started.
        """
        order = {"withheld": list(withheld), "cells": list(cells), "pictures": pictures}
        return Forks(self._forks.fork(**order, **self._filter()), self.why_not)

    def attempt(self, limits: dict[str, int]) -> None:
        """Fork one process and isolate it as kernels are.

        Raises
        ------
        SandboxError
            If that fails.
        """
        link = self._forks.fork(limits=limits, **self._filter())
        try:
            said = json.loads(link.recv_bytes()) if link.poll(PATIENCE) else {"failed": "It takes too long."}
        except EOFError:
            raise SandboxError(self.why_not()) from None
        if "failed" in said:
            raise SandboxError(NO_SANDBOX.format(said["failed"]))

    def why_not(self) -> str:
        """Why it ended, as a message for the instructor: what it and bubblewrap wrote to stderr."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=2)
        if self._errors.closed:
            return NO_SANDBOX.format("It was closed.")
        self._errors.seek(0)
        return NO_SANDBOX.format(self._errors.read()[-2000:].strip())

    def ended(self) -> bool:
        return self._process.poll() is not None

    def close(self) -> None:
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._errors.close()

    def _filter(self):
        """The filter of system calls, as arguments of a fork. It is compiled while the process is still starting."""
        if not self.isolated:
            return {"program": "", "keyctl": -1}
        try:
            return {"program": seccomp.program().hex(), "keyctl": seccomp.number_of("keyctl")}
        except seccomp.NoFilter as error:
            raise SandboxError(str(error)) from None


def require_sandbox(sandbox: Sandbox) -> None:
    """Check that the sandbox works on this machine, if one is wanted. It takes a quarter of a second.

    Raises
    ------
    SandboxError
        If it does not; the message says what to do.
    """
    if not sandbox.enabled:
        return
    trial = ForkServer(isolated=True, trial=True)
    try:
        trial.attempt(sandbox.limits())
    finally:
        trial.close()


def _user():
    return os.getuid() or isolation.NOBODY


def _group():
    return os.getgid() if os.getuid() else isolation.NOBODY


def _file(text):
    """An unnamed temporary file with ``text``, positioned at its beginning."""
    file = tempfile.TemporaryFile("w+")
    file.write(text)
    file.seek(0)
    return file


def _bubblewrap():
    program = shutil.which("bwrap")
    if program is None:
        raise SandboxError(HOW_TO_GET_BUBBLEWRAP)
    return program


def _command(bubblewrap, descriptor, mode, users):
    """The command that starts `inside.fork_server`, under ``bubblewrap`` unless that is None.

    ``descriptor`` is the connection to it; the file descriptor ``users`` becomes its /etc/passwd.
    """
    python = [sys.executable, "-P", str(FORK_SERVER), str(descriptor), mode]
    if bubblewrap is None:
        return python
    # For root no user name space is made: inside of one, root's processes would still be exempt from RLIMIT_NPROC. The
    # fork server changes its user itself, for which it needs these two capabilities. A fork can mount /proc in its own
    # name space only if an instance of /proc without anything mounted on top is visible. For root bubblewrap mounts
    # files over parts of /proc, so another instance is bound to /run/proc.
    root = os.geteuid() == 0
    for_root = ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--bind", "/proc", "/run/proc"]
    names = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    names += ["--hostname", "sandbox"]  # Python's platform module caches the host name, and forks inherit the cache
    below_tmp = [path for path in _needed() if Path("/tmp") in Path(path).parents]
    return [
        bubblewrap,
        *names,
        "--die-with-parent",
        *(option for path in ("/dev", "/dev/shm", "/run") for option in ("--perms", "0755", "--dir", path)),
        *(for_root if root else ["--unshare-user"]),
        *("--perms", "1777", "--tmpfs", "/tmp"),
        *(option for path in _above(_needed()) for option in ("--perms", "0755", "--dir", path)),
        *(option for path in _needed() for option in ("--ro-bind-try", path, path)),
        *_without_solutions(),
        *("--proc", "/proc"),
        *(option for name in DEVICES for option in ("--dev-bind", f"/dev/{name}", f"/dev/{name}")),
        *("--perms", "0644", "--ro-bind-data", str(users), "/etc/passwd"),
        *("--perms", "0777", "--dir", "/tmp/matplotlib"),
        *(option for path in _fonts() for option in ("--ro-bind-try", str(path), f"/tmp/matplotlib/{path.name}")),
        # All kernels share the mounts above, and without root they run as the user who owns them: make / read-only.
        *("--remount-ro", "/"),
        *("--chdir", "/tmp"),
        "--",
        *python,
        *below_tmp,
    ]


class Forks:
    """This end of `grading.sandbox.inside.fork_server.fork_on_demand`: a process that forks when it is told to.

    Parameters
    ----------
    control : Connection
        To the process.
    why_not : function
        Returns why the process has ended, called if it has.
    """

    def __init__(self, control: Connection, why_not: Callable[[], str]):
        self._control, self._why_not = control, why_not
        self._ready = False
        self._lock = threading.Lock()

    def fork(self, **order: Any) -> Connection:
        """Have the process fork, and return the connection to the fork.

        Raises
        ------
        SandboxError
            If the process has ended.
        """
        try:
            with self._lock:
                if not self._ready:
                    self._control.recv_bytes()
                    self._ready = True
                ours, theirs = Pipe()
                self._control.send_bytes(json.dumps(order).encode())
                send_handle(self._control, theirs.fileno(), None)
                theirs.close()
                return ours
        except (EOFError, OSError):
            raise SandboxError(self._why_not()) from None


_running: dict[bool, ForkServer] = {}
_lock = threading.Lock()


def running_server(isolated: bool) -> ForkServer:
    """The one `ForkServer` of this process, started if need be."""
    with _lock:
        if isolated not in _running or _running[isolated].ended():
            _running[isolated] = ForkServer(isolated)
        return _running[isolated]


@atexit.register
def close_all() -> None:
    """End what `running_server` started, and with it every kernel."""
    with _lock:
        while _running:
            _running.popitem()[1].close()


def _environment():
    """The environment variables of the sandbox; it inherits none of the instructor's."""
    return {
        "HOME": "/tmp",
        "USER": USER,
        "LOGNAME": USER,
        "PIP_RETRIES": "0",  # there is no network: pip fails at once
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "LANG": "C.UTF-8",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath]),
        "PYTHONPATH": os.pathsep.join(map(str, [Path(lib.__file__).parent.parent])),
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLCONFIGDIR": "/tmp/matplotlib",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "IPYTHONDIR": "/tmp/ipython",
        "OPENBLAS_NUM_THREADS": "1",  # a pool of threads does not survive a fork
        "OMP_NUM_THREADS": "1",
        "MALLOC_MMAP_THRESHOLD_": str(2**26),  # bytes: malloc keeps the memory of freed arrays, and reuses it
        "MALLOC_TRIM_THRESHOLD_": str(2**26),
    }


def _needed():
    """Folders and files that Python reads, without those below another one, shortest first."""
    paths = {"/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo"}
    paths |= {"/bin", "/usr/bin", "/etc/alternatives"}  # for shell commands such as !ls
    paths |= {sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), str(Path(lib.__file__).parent)}
    paths |= set(map(str, INSIDE))
    below = {path for path in paths if paths & set(map(str, Path(path).parents))}  # visible with the folder above
    return sorted(paths - below, key=lambda path: (len(path), path))


def _without_solutions():
    """Options of bubblewrap that hide the solved notebooks, which an installed `grading` has in ``course/``."""
    folder = Path(__file__).parents[1] / "course"
    return ["--perms", "0755", "--tmpfs", str(folder), "--remount-ro", str(folder)] if folder.is_dir() else []


def _above(paths):
    """The folders above some paths. bubblewrap would create them itself, but readable by their owner alone."""
    folders = {str(folder) for path in paths for folder in Path(path).parents} - {"/", "/tmp"}
    return sorted(folders - set(paths), key=len)


def _fonts():
    """Matplotlib's font caches. Matplotlib is imported, which takes half a second, only if it has to make one."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(os.environ.get("MPLCONFIGDIR") or Path(cache, "matplotlib"))
    if not list(folder.glob(FONTS)):
        import matplotlib.font_manager  # writes the cache

        folder = Path(matplotlib.get_cachedir())
    return list(folder.glob(FONTS))
