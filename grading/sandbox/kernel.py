"""The grader's end of the connection to a kernel in the sandbox: it sends cells, and validates all that comes back."""

import contextlib
import fcntl
import json
import os
import re
import socket
import struct
import termios
import threading
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import send_handle
from typing import NamedTuple

from nbformat import NotebookNode

from grading import storable

MOST_REPORTS = 100  # of one cell
MOST_NAMES = 5
A_NAME = re.compile(r"[\w.]{1,80}", re.ASCII)
LARGEST_REPLY = 2**24  # bytes; a kernel that sends more is cut off
SHORT = 2**16  # bytes, less than a socket's buffer holds
PATIENCE = 5  # seconds for a cell to stop once it is interrupted
LAST_WORDS = 2  # seconds to wait for `supervise` to report how a kernel ended


class Reply(NamedTuple):
    """The reply of a kernel to one cell.

    Parameters
    ----------
    count : int or None
        The execution count.
    outputs : list of nbformat.NotebookNode
        Of a test cell, nothing but the error that stopped it.
    reports : list of str
        One record as JSON for each call of check(), as `lib.checking.gather` makes it.
    replaced : list of str
        Before a test cell: names of the functions that make reports and were found replaced, see
        `grading.sandbox.inside.reports.Watch`. A person should look then. An empty list proves nothing.
    """

    count: int | None  # type: ignore[assignment]  # hides the method of tuple, which nobody calls here
    outputs: list[NotebookNode]
    reports: list[str]
    replaced: list[str]


class KernelLost(RuntimeError):
    """A cell ended the kernel, or could not be interrupted."""


class Kernel:
    """A kernel of the sandbox; the caller must close it.

    Parameters
    ----------
    keeper : Connection
        To `grading.sandbox.inside.supervise.supervise`.
    Raises
    ------
    RuntimeError
        If the sandbox gives no kernel.
    """

    def __init__(self, keeper: Connection):
        self.peak = 0  # bytes of memory, at most; known once the kernel is closed
        self._keeper = keeper
        self._ended: dict | None = None  # the last message of `supervise`
        ours, theirs = socket.socketpair()
        with theirs, contextlib.suppress(OSError):  # if the process is gone, `run` will find out
            send_handle(keeper, theirs.fileno(), None)
        # A kernel may stop in the middle of a message: time limits keep recv and send from blocking for ever.
        for option in socket.SO_RCVTIMEO, socket.SO_SNDTIMEO:
            ours.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", PATIENCE, 0))
        self._socket = ours
        self._cells = Connection(os.dup(ours.fileno()))

    def run(
        self, source: str, seconds: float, most_output: int, is_test: bool = False, references: dict | None = None
    ) -> Reply:
        """Run one cell.

        Parameters
        ----------
        source : str
        seconds : float
            After which the cell is interrupted.
        most_output : int
            Bytes of output, after which the cell is interrupted.
        is_test : bool
            Whether it is code of the course: then the kernel keeps neither its source nor what it displays.
        references : dict, optional
            References that replace the submission's own answers in this cell, see `autograde.references.codes_of`.

        Returns
        -------
        Reply

        Raises
        ------
        KernelLost
        """
        try:
            order = {"source": source, "most": most_output, "is_test": is_test}
            order["references"] = references or {}
            self._send(json.dumps(order).encode())
            return _read(self._reply(seconds))
        except (EOFError, OSError):
            raise KernelLost(self._why()) from None
        except (ValueError, TypeError, KeyError, RecursionError, MemoryError):
            raise KernelLost("made the kernel say what no kernel says") from None

    @contextlib.contextmanager
    def _cut_off(self):
        """Shut the connection down if the block takes long: a kernel may read or send a byte every few seconds."""
        timer = threading.Timer(PATIENCE, self._socket.shutdown, [socket.SHUT_RDWR])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _send(self, order):
        # The socket's buffer is empty, so a short order cannot block, whatever the kernel does.
        with self._cut_off() if len(order) > SHORT else contextlib.nullcontext():
            self._cells.send_bytes(order)

    def _receive(self):
        with contextlib.nullcontext() if self._is_whole() else self._cut_off():
            return self._cells.recv_bytes(LARGEST_REPLY)

    def _is_whole(self):
        """Whether a whole message is in the socket's buffer, as most are: then receiving it cannot block."""
        begin = self._socket.recv(4, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        if len(begin) < 4:
            return False
        (size,) = struct.unpack("!i", begin)  # as `multiprocessing.connection.Connection` begins a message
        (there,) = struct.unpack("i", fcntl.ioctl(self._socket, termios.FIONREAD, bytes(4)))
        return 0 <= size <= there - 4

    def _reply(self, seconds):
        for patience in seconds, PATIENCE:
            if self._cells in wait([self._cells, self._keeper], patience):
                return self._receive()
            if self._keeper.poll():
                raise EOFError
            self._keeper.send_bytes(b"interrupt")
        raise KernelLost("could not be interrupted")

    def _why(self):
        if not self._keeper.poll(LAST_WORDS):
            return "could not be interrupted, or sent more than can be read"
        ended = self._hear()
        if "failed" in ended:
            raise RuntimeError(f"The sandbox gave no kernel: {ended['failed']}")
        if ended.get("why") == "memory":
            return "used more memory than a submission may"
        return "ended the kernel"

    def _hear(self):
        """Receive the last message of `supervise`: how the kernel ended, and its peak memory."""
        try:
            ended = json.loads(self._keeper.recv_bytes())
        except (EOFError, OSError):
            ended = {}
        self._ended, self.peak = ended, ended.get("peak", 0)
        return ended

    def close(self) -> None:
        """End the kernel and every process that it started."""
        with contextlib.suppress(OSError):
            if self._ended is None:
                self._keeper.send_bytes(b"end")
                if self._keeper.poll(LAST_WORDS):
                    self._hear()
        self._keeper.close()
        self._cells.close()
        self._socket.close()


def _read(reply):
    """Parse and validate the bytes of a `Reply`, which may be anything."""
    reply = json.loads(reply)
    reports = reply["reports"]
    # JSON is written in ASCII; other characters would take four times the memory.
    if not isinstance(reports, list) or not all(isinstance(one, str) and one.isascii() for one in reports):
        raise ValueError("not reports")
    outputs = [storable.output(one) for one in reply["outputs"][: storable.MOST_OUTPUTS + 1]]
    replaced = [name for name in reply["replaced"] if isinstance(name, str) and A_NAME.fullmatch(name)]
    return Reply(storable.count(reply["count"]), outputs, reports[:MOST_REPORTS], replaced[:MOST_NAMES])
