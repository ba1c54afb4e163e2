"""Inside the sandbox: what sets one kernel apart from the machine and from other kernels.

`isolate` makes the name spaces and what is seen in them, `confine` takes from the process that will run a submission
what is left: capabilities, further memory, system calls.
"""

import ctypes
import importlib.util
import os
import resource
import struct
from pathlib import Path

NOBODY = 65534
HOST_NAME = b"sandbox"
MOST_FILES = 16384  # in /tmp: each takes memory of the system's kernel, also if it is empty

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x04000000, 0x08000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT, MS_BIND, MS_REC, MS_SLAVE = 1, 2, 4, 32, 4096, 16384, 1 << 19
PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 4, 22, 38
SECCOMP_MODE_FILTER = 2
KEYCTL_JOIN_SESSION_KEYRING = 1
CAPABILITIES_VERSION_3 = 0x20080522
LIBC = ctypes.CDLL(None, use_errno=True)


def give_up_root() -> None:
    """Become nobody: Linux exempts root from limits on processes."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)  # or /proc/self stays root's


def isolate(disk: int, keyctl: int, below_tmp: list[str]) -> None:
    """Enter name spaces of our own, as process 1 of them.

    Parameters
    ----------
    disk : int
        Bytes in each of /tmp and /dev/shm, all that can be written to.
    keyctl : int
        The number of this system call.
    below_tmp : list of str
        What Python needs and lies in /tmp.
    """
    uid, gid = os.getuid(), os.getgid()
    _call("unshare", CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    if os.fork() > 0:
        os._exit(0)
    LIBC.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)  # nobody in here may trace process 1
    # The keys of the instructor's login are not ours. Where the call is not to be had, keys are not either.
    LIBC.syscall(ctypes.c_long(keyctl), ctypes.c_long(KEYCTL_JOIN_SESSION_KEYRING), None)
    _call("sethostname", HOST_NAME, len(HOST_NAME))
    _call("setdomainname", HOST_NAME, len(HOST_NAME))
    _call("mount", None, b"/", None, MS_REC | MS_SLAVE, None)
    _call("mount", b"proc", b"/proc", b"proc", MS_NOSUID | MS_NODEV, None)
    Path("/proc/sys/user/max_user_namespaces").write_text("0")
    # Of the machine nothing is shown: no command line of Linux, no boot id, no keys.
    _call("mount", b"proc", b"/proc", b"proc", MS_NOSUID | MS_NODEV | MS_RDONLY, b"subset=pid")
    if os.path.exists("/run/proc"):
        _tmpfs("/run/proc", "4k")
        _read_only("/run/proc")
    _own_tmp(disk, below_tmp)
    _tmpfs("/dev/shm", disk)
    _hide_sources()
    os.chdir("/tmp")


def confine(limits: dict[str, int], program: bytes) -> None:
    """Set what this process and its children may use, for good; of memory, so much beyond what it was born with.

    Parameters
    ----------
    limits : dict
        See `grading.sandbox.sandbox.Sandbox.limits`.
    program : bytes
        See `grading.sandbox.seccomp.program`.
    """
    born = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for what, most in (
        ("AS", born + limits["memory"]),
        ("NPROC", limits["processes"]),
        ("NOFILE", limits["open_files"]),
        ("FSIZE", limits["disk"]),
        ("CORE", 0),
        ("MSGQUEUE", 0),
    ):
        resource.setrlimit(getattr(resource, f"RLIMIT_{what}"), (most, most))
    _call("capset", struct.pack("Ii", CAPABILITIES_VERSION_3, 0), bytes(24))
    LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)  # or /proc/self would not be its own
    _call("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    instructions = ctypes.create_string_buffer(program, len(program))
    filter_ = struct.pack("@HP", len(program) // 8, ctypes.addressof(instructions))  # struct sock_fprog
    _call("prctl", PR_SET_SECCOMP, SECCOMP_MODE_FILTER, filter_, 0, 0)


def _own_tmp(disk, below_tmp):
    """Mount an empty /tmp, but for what Python needs of it."""
    kept = [(path, os.open(path, os.O_PATH)) for path in below_tmp]
    _tmpfs("/tmp", disk)
    for path, descriptor in kept:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):
            os.makedirs(path, exist_ok=True)
        else:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            Path(path).touch()
        _call("mount", f"/proc/self/fd/{descriptor}".encode(), path.encode(), None, MS_BIND | MS_REC, None)
        os.close(descriptor)


def _hide_sources():
    """Leave of the folder of `lib` only the data."""
    found = importlib.util.find_spec("lib")
    assert found is not None and found.submodule_search_locations  # PYTHONPATH names it
    (folder,) = found.submodule_search_locations
    data = os.open(f"{folder}/penguins", os.O_PATH)
    _tmpfs(folder, "64k")
    os.mkdir(f"{folder}/penguins")
    _call("mount", f"/proc/self/fd/{data}".encode(), f"{folder}/penguins".encode(), None, MS_BIND, None)
    os.close(data)
    _read_only(folder)


def _tmpfs(path, size):
    options = f"size={size},nr_inodes={MOST_FILES},mode=1777"
    _call("mount", b"tmpfs", path.encode(), b"tmpfs", MS_NOSUID | MS_NODEV, options.encode())


def _read_only(path):
    _call("mount", None, path.encode(), None, MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV, None)


def _call(function, *args):
    if getattr(LIBC, function)(*args) != 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{function}{args[:3]}: {os.strerror(error)}")
