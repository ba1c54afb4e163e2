"""Inside the sandbox: isolate one kernel from the machine and from other kernels.

`isolate` enters new name spaces and mounts what is visible in them. `confine` then sets the limits of the process that
will run a submission, and takes away its capabilities and most system calls.
"""

import ctypes
import importlib.util
import os
import resource
import struct
from pathlib import Path

NOBODY = 65534
HOST_NAME = b"sandbox"
MOST_FILES = 16384  # in a tmpfs: each file takes memory of Linux itself, even if it is empty
MOST_SIGNALS = 1024  # queued signals and timers, which Linux counts for all processes of a user

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x04000000, 0x08000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT, MS_BIND, MS_REC, MS_SLAVE = 1, 2, 4, 32, 4096, 16384, 1 << 19
PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 4, 22, 38
SECCOMP_MODE_FILTER = 2
KEYCTL_JOIN_SESSION_KEYRING = 1
CAPABILITIES_VERSION_3 = 0x20080522
LIBC = ctypes.CDLL(None, use_errno=True)


def give_up_root() -> None:
    """Change to the user nobody, because Linux does not apply RLIMIT_NPROC to root."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)  # setuid cleared it, and then the files in /proc/self belong to root


def isolate(disk: int, keyctl: int, below_tmp: list[str]) -> None:
    """Enter new name spaces, as process 1 of them.

    Parameters
    ----------
    disk : int
        Bytes of each of /tmp and /dev/shm, the only folders that can be written to.
    keyctl : int
        The number of the system call keyctl.
    below_tmp : list of str
        Paths in /tmp that Python reads.
    """
    uid, gid = os.getuid(), os.getgid()
    Path("/proc/self/oom_score_adj").write_text("1000")  # if the machine runs out of memory, Linux ends a kernel first
    _call("unshare", CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    if os.fork() > 0:
        os._exit(0)
    LIBC.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)  # so that a submission cannot ptrace process 1
    # Leave the session keyring of the instructor's login. If this call is not permitted, no other call on keys is.
    LIBC.syscall(ctypes.c_long(keyctl), ctypes.c_long(KEYCTL_JOIN_SESSION_KEYRING), None)
    _call("sethostname", HOST_NAME, len(HOST_NAME))
    _call("setdomainname", HOST_NAME, len(HOST_NAME))
    _call("mount", None, b"/", None, MS_REC | MS_SLAVE, None)
    _call("mount", b"proc", b"/proc", b"proc", MS_NOSUID | MS_NODEV, None)
    Path("/proc/sys/user/max_user_namespaces").write_text("0")
    # subset=pid: only processes are shown, neither Linux's command line nor the boot id or keys.
    _call("mount", b"proc", b"/proc", b"proc", MS_NOSUID | MS_NODEV | MS_RDONLY, b"subset=pid")
    if os.path.exists("/run/proc"):
        _tmpfs("/run/proc", "4k")
        _read_only("/run/proc")
    _own_tmp(disk, below_tmp)
    _tmpfs("/dev/shm", disk)
    _hide_sources()
    os.chdir("/tmp")


def confine(limits: dict[str, int], program: bytes) -> None:
    """Limit this process and its children for good. Memory counts from what the process has now.

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
        ("SIGPENDING", MOST_SIGNALS),
        ("RTPRIO", 0),  # the instructor's account may be allowed real-time priority, which would stop all others
        ("NICE", 0),
    ):
        resource.setrlimit(getattr(resource, f"RLIMIT_{what}"), (most, most))
    _call("capset", struct.pack("Ii", CAPABILITIES_VERSION_3, 0), bytes(24))
    LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)  # otherwise the process could not read its own /proc/self
    _call("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    instructions = ctypes.create_string_buffer(program, len(program))
    filter_ = struct.pack("@HP", len(program) // 8, ctypes.addressof(instructions))  # struct sock_fprog
    _call("prctl", PR_SET_SECCOMP, SECCOMP_MODE_FILTER, filter_, 0, 0)


def _own_tmp(disk, below_tmp):
    """Mount an empty /tmp, and in it the paths that Python reads."""
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
    """Mount an empty folder over that of `lib`, with its data only. Python has imported the modules already."""
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
