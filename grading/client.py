"""nbclient, for kernels of the sandbox: no waiting at the start, and an end to endless output."""

import asyncio
import collections
import logging
import time
from queue import Empty

import nbformat
import zmq
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.client import CellExecutionComplete
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from traitlets import Float, Integer

from grading.provisioner import SandboxSpecs

OUTPUTS = ("stream", "display_data", "execute_result", "error", "update_display_data")
LARGEST_MESSAGE = 2**24  # bytes; a kernel that sends more is cut off
PATIENCE = 5  # seconds for a cell to stop once it is interrupted
FLOOD = 16  # times the output that a cell may have; beyond it the kernel is ended
QUIET = logging.getLogger(__name__)  # what goes wrong is told in the notebook and the table
QUIET.setLevel(logging.CRITICAL)
CUT = "The output was cut off here: there was too much of it."


class KernelLost(RuntimeError):
    """A cell ended the kernel, or could not be ended without it."""

    def __init__(self, cell, why):
        super().__init__(why)
        self.cell = cell


class SandboxClient(NotebookClient):
    """Runs the cells of a notebook in a kernel of the sandbox, errors and all.

    Parameters
    ----------
    deadline : float
        Of `time.monotonic`, for the whole notebook.
    most_output : int
        Bytes of output a cell, beyond which it is interrupted.
    """

    deadline = Float()
    most_output = Integer()

    def __init__(self, notebook, **kwargs):
        manager = AsyncKernelManager(kernel_spec_manager=SandboxSpecs(), kernel_name="python3")
        manager.context.setsockopt(zmq.MAXMSGSIZE, LARGEST_MESSAGE)
        super().__init__(
            notebook,
            km=manager,
            allow_errors=True,
            record_timing=False,
            shutdown_kernel="immediate",
            log=QUIET,
            **kwargs,
        )
        self.timeout_func = lambda cell: max(1, min(self.timeout, self.deadline - time.monotonic()))
        self.peak = 0
        self._at = None
        self._printed = collections.Counter()  # bytes, by the message that asked to execute a cell
        self._cells = {}  # the cell, by the same message

    def run(self, start):
        """Run the notebook in the kernel that ``start(key)`` gives: a connection, and the folder of its sockets.

        Raises
        ------
        KernelLost
            At the first cell that the kernel does not survive, or that cannot be stopped.
        grading.sandbox.SandboxError
        """
        manager = self.km
        try:
            # A loop of its own: nbclient's `execute` would share one among the threads of a Dask worker.
            asyncio.run(self.async_execute(cleanup_kc=True, start=start))
        except (TimeoutError, DeadKernelError, CellTimeoutError) as error:
            ended = getattr(manager.provisioner, "ended", None) or {}
            raise KernelLost(self._at, self._why(error, ended)) from None
        finally:
            self.peak = (getattr(manager.provisioner, "ended", None) or {}).get("peak", 0)

    def _why(self, error, ended):
        if ended.get("why") == "memory":
            return "used more memory than a submission may"
        if isinstance(error, DeadKernelError):
            return "ended the kernel"
        if time.monotonic() >= self.deadline:
            return "was still running when the time for the notebook was over"
        return "could not be interrupted, or sent more than can be read"

    async def async_start_new_kernel_client(self):
        self.kc = self.km.client()
        self.kc.start_channels(shell=True, iopub=True, stdin=False, hb=False, control=False)
        # The kernel greets who listens to it; what it said before would be lost.
        while (await self.kc.iopub_channel.get_msg(timeout=self.startup_timeout))["msg_type"] != "iopub_welcome":
            pass
        self.kc.allow_stdin = False
        return self.kc

    async def async_execute_cell(self, cell, cell_index, **kwargs):
        self._at = cell
        if time.monotonic() >= self.deadline and cell.cell_type == "code":
            raise DeadKernelError("The time for the notebook is over.")
        # Hidden tests stay out of the kernel's history.
        return await super().async_execute_cell(cell, cell_index, store_history=not is_test(cell), **kwargs)

    async def _async_handle_timeout(self, timeout, cell=None):
        """Interrupt the cell; unlike nbclient, make sure that it stops."""
        await self.km.interrupt_kernel()
        try:
            return await self.kc.shell_channel.get_msg(timeout=PATIENCE)
        except Empty:
            raise CellTimeoutError.error_from_timeout_and_cell("It could not be stopped", timeout, cell) from None

    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        """As nbclient does it, but count what is sent, also by threads that earlier cells left behind."""
        self._cells[parent_msg_id] = cell
        while True:
            msg = await self.kc.iopub_channel.get_msg(timeout=None)
            sender = msg["parent_header"].get("msg_id", parent_msg_id)
            if msg["msg_type"] in OUTPUTS and self._is_too_much(msg, sender):
                continue
            if sender == parent_msg_id:
                try:
                    self.process_message(msg, cell, cell_index)
                except CellExecutionComplete:
                    return

    def _is_too_much(self, msg, sender):
        before, size = self._printed[sender], _size(msg["content"])
        self._printed[sender] += size
        if before + size <= self.most_output:
            return False
        cell = self._cells.get(sender, self._at)
        if before <= self.most_output:
            cell.outputs.append(nbformat.v4.new_output("stream", name="stderr", text=CUT))
            asyncio.ensure_future(self.km.interrupt_kernel())
        elif before > FLOOD * self.most_output:
            raise KernelLost(cell, "printed without end, and could not be stopped")
        return True


def is_test(cell):
    """Whether it is a test cell of the course."""
    mark = cell.metadata.get("nbgrader", {})
    return bool(mark.get("grade") and not mark.get("solution") and cell.cell_type == "code")


def _size(content):
    if isinstance(content, str):
        return len(content)
    if isinstance(content, dict):
        return sum(map(_size, content.values()))
    return sum(map(_size, content)) if isinstance(content, list) else 0
