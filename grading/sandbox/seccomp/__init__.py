"""The seccomp filter of system calls for a submission's kernel: Docker's default profile, a little stricter.

It denies what name spaces do not isolate: the keyrings of the instructor's login, families of sockets without network
name spaces, and memory that belongs to no process, which `grading.sandbox.inside.supervise` could not count.
"""

import errno
import functools
import json
import mmap
import platform
import socket
import tempfile
from pathlib import Path

PROFILE = Path(__file__).with_name("moby.json")  # see LICENCE.md
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}  # Linux's name -> Go's, which the profile uses
MAP_HUGETLB = 0x40000

# Calls that Docker's profile allows and this filter denies, by reason.
DENIED = {
    "memory that belongs to no process": "memfd_create memfd_secret vmsplice shmget shmat shmctl shmdt",
    "kernel memory without a limit of a user's own": "msgget msgsnd msgrcv msgctl semget semop semtimedop semctl ipc",
    "looking into other processes": "ptrace process_vm_readv process_vm_writev pidfd_getfd kcmp",
    "more than a kernel's share of the processors: each session has one": "setsid",
    "what others do with files, and limits that all processes of a user share": "inotify_init inotify_init1",
    "waiting until all disks of the machine have written": "sync syncfs",
    "large and often at fault": "io_uring_setup io_uring_enter io_uring_register io_setup io_submit modify_ldt",
}
# Calls that take the id of a process -> the indices of arguments that must be 0, which means the calling process: a
# submission must not change the limits of its supervisor.
ONLY_ITSELF = {
    "prlimit64": [0],
    "sched_setaffinity": [0],
    "sched_setattr": [0],
    "sched_setparam": [0],
    "sched_setscheduler": [0],
    "setpriority": [0, 1],
}
# Commands of fcntl that are denied, F_SETLEASE and F_NOTIFY: by a lease a submission that runs as the owner of Python's
# files could keep everybody else from opening them for 45 seconds.
DENIED_COMMANDS = 1024, 1026
COMMANDS = range(1030, 1041)  # F_DUPFD_CLOEXEC and the newer ones; all below 1024 are allowed too
AN_INT = 2**32 - 1  # a mask: Linux reads no more bits of a command
FAMILIES = socket.AF_UNIX, socket.AF_INET, socket.AF_INET6
# Allowed for some arguments, see `_rules`.
CONDITIONAL = {"mmap", "mmap2", "fcntl", "fcntl64", "socket", "socketpair", *ONLY_ITSELF}


class NoFilter(RuntimeError):
    """The filter cannot be made; the message says why."""


@functools.cache
def program() -> bytes:
    """The filter as a BPF program for the architecture of this machine.

    Returns
    -------
    bytes
        An array of ``struct sock_filter``.

    Raises
    ------
    NoFilter
        If libseccomp is missing.
    """
    try:
        import pyseccomp
    except RuntimeError:
        raise NoFilter(
            "libseccomp was not found, which makes the sandbox's filter of system calls.\n"
            "Install it (Debian and Ubuntu: apt-get install libseccomp2; Fedora: dnf install libseccomp)."
        ) from None
    # Calls that are not listed fail with ENOSYS, as on a Linux that lacks them, for which programs are prepared.
    made = pyseccomp.SyscallFilter(pyseccomp.ERRNO(errno.ENOSYS))
    made.set_attr(pyseccomp.Attr.ACT_BADARCH, pyseccomp.ERRNO(errno.ENOSYS))  # 32-bit calls
    for allow, name, conditions in _rules(pyseccomp):
        number = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name)
        if number >= 0:  # negative: this architecture has no such call
            made.add_rule(pyseccomp.ALLOW if allow else pyseccomp.ERRNO(errno.EPERM), number, *conditions)
    with tempfile.TemporaryFile() as file:
        made.export_bpf(file)
        file.seek(0)
        return file.read()


def _rules(pyseccomp):
    """Yield (whether to allow, name of a call, conditions on its arguments)."""
    denied = {name for names in DENIED.values() for name in names.split()}
    for names, conditions in _allowed():
        for name in set(names) - denied - CONDITIONAL:
            arguments = (
                (c["index"], getattr(pyseccomp, c["op"][9:]), c["value"], c.get("valueTwo", 0)) for c in conditions
            )
            yield True, name, [pyseccomp.Arg(*argument) for argument in arguments]
    for name in denied:
        yield False, name, []
    for name, indices in ONLY_ITSELF.items():
        yield True, name, [pyseccomp.Arg(index, pyseccomp.EQ, 0) for index in indices]
        for index in indices:
            yield False, name, [pyseccomp.Arg(index, pyseccomp.NE, 0)]
    for name in "fcntl", "fcntl64":
        yield True, name, [pyseccomp.Arg(1, pyseccomp.MASKED_EQ, AN_INT - 1023, 0)]
        for command in COMMANDS:
            yield True, name, [pyseccomp.Arg(1, pyseccomp.MASKED_EQ, AN_INT, command)]
        for command in DENIED_COMMANDS:
            yield False, name, [pyseccomp.Arg(1, pyseccomp.MASKED_EQ, AN_INT, command)]
    for family in FAMILIES:
        yield True, "socket", [pyseccomp.Arg(0, pyseccomp.EQ, family)]
    yield True, "socketpair", [pyseccomp.Arg(0, pyseccomp.EQ, socket.AF_UNIX)]
    # Deny shared anonymous memory, which can outlive its mappings, and huge pages, which no process's count includes.
    nameless = mmap.MAP_SHARED | mmap.MAP_ANONYMOUS
    for name in "mmap", "mmap2":
        for allowed in mmap.MAP_SHARED, mmap.MAP_ANONYMOUS:  # one of the two bits is clear
            yield True, name, [pyseccomp.Arg(3, pyseccomp.MASKED_EQ, allowed | MAP_HUGETLB, 0)]
        yield False, name, [pyseccomp.Arg(3, pyseccomp.MASKED_EQ, nameless, nameless)]
        yield False, name, [pyseccomp.Arg(3, pyseccomp.MASKED_EQ, MAP_HUGETLB, MAP_HUGETLB)]


def number_of(call: str) -> int:
    """The number of a system call on this machine."""
    import pyseccomp

    return pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, call)


def _allowed():
    """(names of calls, conditions) that the profile allows on this machine to a process without capabilities."""
    machine = ARCHITECTURES.get(platform.machine(), platform.machine())
    for rule in json.loads(PROFILE.read_text(encoding="utf-8"))["syscalls"]:
        only, but = rule["includes"] or {}, rule["excludes"] or {}
        here = machine in only.get("arches", [machine]) and machine not in but.get("arches", [])
        if rule["action"] == "SCMP_ACT_ALLOW" and here and "caps" not in only:
            yield rule["names"], rule["args"] or ()
