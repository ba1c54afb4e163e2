"""The sandbox in which submissions run: bubblewrap around `grading.warm`, and what a submission may use in there."""

import json
import os
import platform
import shutil
import site
import subprocess
import sys
import sysconfig
import tempfile
import threading
from multiprocessing import Pipe
from multiprocessing.reduction import send_handle
from pathlib import Path

import matplotlib
from traitlets import Bool, Integer
from traitlets.config import Configurable

import lib
from grading import warm

WARM = Path(warm.__file__)
HOW_TO_GET_BUBBLEWRAP = (
    "Submissions are graded in a sandbox made by bubblewrap, which was not found.\n"
    "Install it (Debian and Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap). It needs Linux.\n"
    "To run the submissions in your own account instead, where they can read and change whatever you can, give\n"
    "--no-sandbox to `python -m grading`, or set c.Sandbox.enabled = False in nbgrader_config.py."
)


class SandboxError(RuntimeError):
    """There is no sandbox to be had, and why."""


class Sandbox(Configurable):
    """What a submission may use, and whether there is a sandbox."""

    enabled = Bool(True, help="Whether submissions run in a sandbox.").tag(config=True)
    memory = Integer(2**30, help="Bytes of memory.").tag(config=True)
    processes = Integer(48, help="Processes and threads; a kernel alone has about ten.").tag(config=True)
    open_files = Integer(256, help="Open files.").tag(config=True)
    disk = Integer(2**26, help="Bytes in /tmp, which is all a submission can write to.").tag(config=True)

    def limits(self):
        return {"memory": self.memory, "processes": self.processes, "open_files": self.open_files, "disk": self.disk}


class Warm:
    """A running `grading.warm`: what notebooks import is imported.

    Parameters
    ----------
    sandbox : Sandbox
    blank : sequence of str
        Functions of the course that kernels must not find, see `grading.warm.prepare`.
    cells : sequence of str
        Code of the released notebook, for its figures.

    Raises
    ------
    SandboxError
        If bubblewrap is missing or cannot start it.
    """

    def __init__(self, sandbox, blank, cells):
        self.sandbox = sandbox
        self.folder = Path(tempfile.mkdtemp(prefix="grading-"))
        self._hand_over(self.folder)
        self._count = 0
        self._lock = threading.Lock()
        self._control, theirs = Pipe()
        command = self._command(theirs.fileno())
        self._errors = tempfile.TemporaryFile("w+")
        self._process = subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            env=_environment(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            start_new_session=True,  # Ctrl-C is for us
        )
        theirs.close()
        self._control.send_bytes(json.dumps({"blank": list(blank), "cells": list(cells)}).encode())
        self._ready = False

    def start(self, key, references):
        """Fork a kernel.

        Returns
        -------
        link : Connection
            See `grading.warm.serve`; closing it ends the kernel.
        folder : Path
            Where its sockets are.
        """
        with self._lock:
            if not self._ready:
                self._wait()
            self._count += 1
            own = self.folder / str(self._count)
            own.mkdir()
            self._hand_over(own)
            link, theirs = Pipe()
            inside = Path("/run/sockets") / own.name if self.sandbox.enabled else own
            order = {"folder": str(inside), "key": key, "limits": self.sandbox.limits(), "references": references}
            self._control.send_bytes(json.dumps(order).encode())
            send_handle(self._control, theirs.fileno(), None)
            theirs.close()
            return link, own

    def _hand_over(self, folder):
        if os.geteuid() == 0 and self.sandbox.enabled:
            os.chown(folder, warm.NOBODY, warm.NOBODY)

    def _wait(self):
        try:
            self._control.recv_bytes()
        except EOFError:
            self._process.wait()
            self._errors.seek(0)
            raise SandboxError(
                "The sandbox could not be started. bubblewrap or Python says:\n"
                + self._errors.read()[-2000:]
                + "\nbubblewrap needs user namespaces: `bwrap --unshare-all --ro-bind / / true` must work."
            ) from None
        self._ready = True

    def ended(self):
        return self._process.poll() is not None

    def close(self):
        self._control.close()
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _command(self, descriptor):
        python = [sys.executable, "-P", str(WARM), str(descriptor)]
        if not self.sandbox.enabled:
            return [*python, "open"]
        bubblewrap = shutil.which("bwrap")
        if bubblewrap is None:
            raise SandboxError(HOW_TO_GET_BUBBLEWRAP)
        # Root would stay exempt from limits in a user name space, so warm.py gives root up itself. And a fork may
        # mount a /proc of its own only where it sees another that nothing covers; bubblewrap covers root's.
        root = os.geteuid() == 0
        for_root = ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--bind", "/proc", "/run/proc"]
        names = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
        return [
            bubblewrap,
            *names,
            "--die-with-parent",
            *(option for path in ("/dev", "/run", "/run/kernel") for option in ("--perms", "0755", "--dir", path)),
            *(for_root if root else ["--unshare-user"]),
            *(option for path in _above(_needed()) for option in ("--perms", "0755", "--dir", path)),
            *(option for path in _needed() for option in ("--ro-bind-try", path, path)),
            *("--proc", "/proc"),
            *(option for name in ("null", "zero", "random", "urandom") for option in ("--dev-bind", f"/dev/{name}", f"/dev/{name}")),
            *("--perms", "1777", "--tmpfs", "/tmp"),
            *("--perms", "0777", "--dir", "/tmp/matplotlib"),
            *("--ro-bind-try", matplotlib_fonts(), "/tmp/matplotlib/" + Path(matplotlib_fonts()).name),
            *("--bind", str(self.folder), "/run/sockets"),
            *("--chdir", "/tmp"),
            "--",
            *python,
            "isolated",
        ]


def _environment():
    """Nothing of the instructor's own."""
    return {
        "HOME": "/tmp",
        "LANG": "C.UTF-8",
        "PATH": os.defpath,
        "PYTHONPATH": os.pathsep.join(map(str, [Path(lib.__file__).parent.parent])),
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLCONFIGDIR": "/tmp/matplotlib",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "IPYTHONDIR": "/tmp/ipython",
        "OPENBLAS_NUM_THREADS": "1",  # a fork keeps one thread only
        "OMP_NUM_THREADS": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def _needed():
    """Folders and files that Python reads, in an order in which none hides another."""
    paths = {"/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo"}
    paths |= {sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), str(Path(lib.__file__).parent), str(WARM)}
    return sorted(paths, key=lambda path: (len(path), path))


def _above(paths):
    """The folders above: bubblewrap would make them, but for root alone."""
    folders = {str(folder) for path in paths for folder in Path(path).parents} - {"/"}
    return sorted(folders - set(paths), key=len)


def matplotlib_fonts():
    """Matplotlib's list of fonts, which takes it seconds to make."""
    from matplotlib.font_manager import FontManager

    return str(Path(matplotlib.get_cachedir()) / f"fontlist-v{FontManager.__version__}.json")
