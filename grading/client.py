"""nbclient, for kernels of the sandbox: no waiting at the start, and an end to endless output."""

import asyncio
import logging
import time

import nbformat
import zmq
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from traitlets import Float, Integer

from grading.provisioner import SandboxSpecs

OUTPUTS = ("stream", "display_data", "execute_result", "error", "update_display_data")
LARGEST_MESSAGE = 2**24  # bytes; a kernel that sends more is cut off
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
            notebook, km=manager, allow_errors=True, record_timing=False, shutdown_kernel="immediate", log=QUIET, **kwargs
        )
        self.timeout_func = lambda cell: max(1, min(self.timeout, self.deadline - time.monotonic()))
        self.interrupt_on_timeout = True
        self.error_on_timeout = {
            "ename": "CellTimeoutError",
            "evalue": f"The cell ran longer than {self.timeout} seconds and was stopped.",
            "traceback": [],
        }
        self.peak = 0
        self._at = None
        self._printed = 0

    def run(self, start):
        """Run the notebook in the kernel that ``start(key)`` gives: a connection, and the folder of its sockets.

        Raises
        ------
        KernelLost
            At the first cell that the kernel does not survive.
        grading.sandbox.SandboxError
        """
        manager = self.km
        try:
            # A loop of its own: nbclient's `execute` would share one among the threads of a Dask worker.
            asyncio.run(self.async_execute(cleanup_kc=True, start=start))
        except (DeadKernelError, CellTimeoutError, asyncio.TimeoutError) as error:
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
        self._at, self._printed = cell, 0
        if time.monotonic() >= self.deadline and cell.cell_type == "code":
            raise DeadKernelError("The time for the notebook is over.")
        return await super().async_execute_cell(cell, cell_index, **kwargs)

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] in OUTPUTS:
            before = self._printed
            self._printed += _size(msg["content"])
            if self._printed > self.most_output:
                if before <= self.most_output:
                    cell.outputs.append(nbformat.v4.new_output("stream", name="stderr", text=CUT))
                    asyncio.ensure_future(self.km.interrupt_kernel())
                return None
        return super().process_message(msg, cell, cell_index)


def _size(content):
    if isinstance(content, str):
        return len(content)
    if isinstance(content, dict):
        return sum(map(_size, content.values()))
    return sum(map(_size, content)) if isinstance(content, list) else 0
