"""How long a submission may run and what it may use; nbgrader_config.py sets it."""

from dataclasses import dataclass

from traitlets import Integer
from traitlets.config import Configurable

from grading.sandbox.sandbox import Sandbox


@dataclass(frozen=True)
class Limits:
    """Limits on a submission; those that bubblewrap and the kernel set are in ``sandbox``."""

    cell_seconds: int
    notebook_seconds: int
    most_output: int
    sandbox: Sandbox


class Execute(Configurable):
    """How long a submission may run, and how much it may print. For `python -m grading` and `nbgrader autograde`."""

    timeout = Integer(30, help="Seconds a cell.").tag(config=True)
    notebook_timeout = Integer(180, help="Seconds a notebook.").tag(config=True)
    most_output = Integer(2**20, help="Bytes of output a cell.").tag(config=True)

    def limits(self) -> Limits:
        # Not Sandbox(parent=self): limits are pickled for each submission, and the application would be with them.
        return Limits(self.timeout, self.notebook_timeout, self.most_output, Sandbox(config=self.config))
