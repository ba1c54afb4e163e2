"""Inside the sandbox: process 1 of a kernel's name space. It interrupts or ends the kernel, and reports its end."""

import contextlib
import json
import os
import resource
import signal
import threading
import time
from multiprocessing.connection import Connection, wait
from pathlib import Path

TICK = 0.1  # seconds between measurements of the memory
LONGEST = 20  # seconds for an exact measurement: it waits for a process that forks, and reads each of its mappings
A_SOCKET = 2**19  # bytes that the buffers of a socket can hold at most: twice net.core.wmem_max, rounded up
PAGE = resource.getpagesize()


def supervise(kernel: int, link: Connection, memory: int, isolated: bool) -> None:
    """Wait until the kernel ends, is told to end, or uses too much memory; then report it and return.

    Parameters
    ----------
    kernel : int
        Id of its process.
    link : Connection
        It receives "interrupt" and "end", and is sent how the kernel ended.
    memory : int
        Bytes that all processes together may use.
    isolated : bool
    """
    used = Memory(kernel, memory) if isolated else None
    if used:
        threading.Thread(target=used.watch, daemon=True).start()
    end: dict[str, int | str] = {}
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
        if used and (used.is_too_much or used.takes_too_long()):
            end = {"code": -signal.SIGKILL, "why": "memory"}
    with contextlib.suppress(OSError):
        link.send_bytes(json.dumps(end | {"peak": used.peak if used else 0}).encode())
    if not isolated:
        os.killpg(0, signal.SIGKILL)


class Memory:
    """Measures the memory of all processes of this name space.

    The sum over processes is quick to read, but an upper bound, because pages that forks share count several times.
    Only if it is above the limit is each page counted once (PSS), which takes milliseconds. If a submission makes it
    take longer than LONGEST, that counts as too much, because meanwhile the memory could grow without limit.
    Memory that belongs to no process cannot be allocated, see `grading.sandbox.seccomp`; files in /tmp and /dev/shm
    have a limit of their own.

    Parameters
    ----------
    kernel : int
        The first process, before it has run any cell: its size now counts as nothing.
    most : int
        Bytes.
    """

    def __init__(self, kernel: int, most: int):
        self.peak, self.is_too_much = 0, False
        self._counts_since: float | None = None  # when the exact measurement that is going on began
        self._most = most
        self._born = _pages(kernel)[0]
        self._sockets = _sockets()

    def watch(self) -> None:
        """Measure again and again, in a thread of its own: a measurement must not keep `supervise` from ending."""
        while not self.is_too_much:
            self.is_too_much = self._measure()
            time.sleep(TICK)

    def takes_too_long(self) -> bool:
        """Whether the exact measurement that is going on, if one is, has taken longer than LONGEST."""
        since = self._counts_since
        return since is not None and time.monotonic() - since > LONGEST

    def _measure(self):
        """Whether more than ``most`` bytes are in use now."""
        sockets = max(0, _sockets() - self._sockets) * A_SOCKET
        private = may_be = 0
        processes = [name for name in os.listdir("/proc") if name.isdigit() and name != "1"]
        for process in processes:
            with contextlib.suppress(OSError, ValueError):  # it ended
                size, resident, shared = _pages(process)
                private += (resident - shared) * PAGE
                may_be += (max(resident - shared, 0) + max(size - self._born, 0)) * PAGE
        used = private
        if may_be + sockets > self._most:
            self._counts_since = time.monotonic()
            used = sum(map(self._share, processes))
            self._counts_since = None
        self.peak = max(self.peak, used)
        return used + sockets > self._most

    def _share(self, process):
        """Bytes of a process, swap included, with each page divided by the number of processes that share it."""
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
            kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
            return 1024 * sum(kilobytes[kind] for kind in ("Pss_Anon", "Pss_Shmem", "SwapPss"))
        except PermissionError:  # the process made itself unreadable (PR_SET_DUMPABLE): count its whole size
            size, resident, _ = _pages(process)
            return (resident + max(size - self._born, 0)) * PAGE
        except (OSError, ValueError, KeyError):  # it ended
            return 0


def _pages(process):
    """Numbers of pages of a process: of its address space, resident, and resident shared."""
    return [int(number) for number in Path(f"/proc/{process}/statm").read_text().split()[:3]]


def _sockets():
    """How many sockets there are in this name space."""
    return int(Path("/proc/self/net/sockstat").read_text().split()[2])
