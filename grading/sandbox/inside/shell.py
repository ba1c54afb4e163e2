"""Inside the sandbox: an IPython shell that runs cells as they arrive, and sends back the outputs of each.

It takes the place of ipykernel, whose messages take a grader several times as long as the cells themselves. Outputs
have the form of nbformat, and are merged, updated and cleared as Jupyter does it.
"""

import ast
import bdb
import builtins
import contextlib
import getpass
import importlib
import io
import json
import os
import pdb
import signal
import subprocess
import sys
import threading
from base64 import b64encode
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NoReturn

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import activate_matplotlib
from matplotlib import pyplot
from matplotlib_inline.backend_inline import configure_inline_support
from traitlets import Type
from traitlets.config import Config

from grading.sandbox.inside.reports import Reports, Watch

CUT = "The output was cut off here: there was too much of it."
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)  # what the parser raises for what is no Python


class Outputs:
    """The outputs so far of the cell that is running."""

    def __init__(self):
        self._lock = threading.RLock()
        self.start(0)

    def start(self, most: int, muted: bool = False) -> None:
        """Begin a cell that may output ``most`` bytes. With ``muted`` its outputs are dropped."""
        with self._lock:
            self._most, self._size, self._is_cut = most, 0, False
            self._ids: list[str | None] = []
            self.items: list[dict] = []
            self.muted, self._clears_next = muted, False

    def add(self, output: dict, display_id: str | None = None, update: bool = False) -> None:
        """Add an output, or update those with the same ``display_id``.

        If there is too much output, KeyboardInterrupt is raised in the calling thread. Threads other than the main one
        may use only half of ``most``: those that an earlier cell left running must not stop the current one.
        """
        if self.muted:
            return
        text = json.dumps(output, default=_encoded)
        room = self._most if threading.current_thread() is threading.main_thread() else self._most // 2
        with self._lock:
            if self._size + len(text) > room:
                if not self._is_cut:
                    self._is_cut = True
                    self._append({"output_type": "stream", "name": "stderr", "text": CUT}, None)
                raise KeyboardInterrupt(CUT)
            self._size += len(text)
            if self._clears_next:
                self.clear(wait=False)
            output = json.loads(text)
            if not update:
                self._append(output, display_id)
            for i, known in enumerate(self._ids if display_id is not None else ()):
                if known == display_id:
                    self.items[i] = self.items[i] | {"data": output["data"], "metadata": output["metadata"]}

    def _append(self, output, display_id):
        last = self.items[-1] if self.items else {}
        if output["output_type"] == "stream" and output["name"] == last.get("name"):
            last["text"] += output["text"]
        else:
            self.items.append(output)
            self._ids.append(display_id)

    def clear(self, wait: bool) -> None:
        """Drop all outputs; with ``wait``, when the next one comes."""
        with self._lock:
            self._clears_next = wait
            if not wait:
                self._ids, self.items = [], []


def _encoded(value):
    """Bytes, such as pictures, in base64, as ipykernel sends them."""
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    raise TypeError(f"{type(value).__name__} cannot be shown")


OUTPUTS = Outputs()


class Stream(io.TextIOBase):
    """sys.stdout or sys.stderr."""

    encoding = "utf-8"

    def __init__(self, name: str):
        self.name = name

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        """For `faulthandler` and subprocesses. Both descriptors lead to /dev/null."""
        return {"stdout": 1, "stderr": 2}[self.name]

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if text:
            OUTPUTS.add({"output_type": "stream", "name": self.name, "text": text})
        return len(text)


class Publisher(DisplayPublisher):
    """Receives what display() shows."""

    def publish(
        self,
        data: dict,
        metadata: dict | None = None,
        source: str | None = None,
        *,
        transient: dict | None = None,
        update: bool = False,
        **kwargs: Any,
    ) -> None:
        output = {"output_type": "display_data", "data": data, "metadata": metadata or {}}
        OUTPUTS.add(output, (transient or {}).get("display_id"), update)

    def clear_output(self, wait: bool = False) -> None:
        OUTPUTS.clear(wait)


class Formatter(DisplayFormatter):
    """IPython's formatter, which makes no text and no picture while outputs are muted."""

    def format(self, obj: Any, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        return ({}, {}) if OUTPUTS.muted else super().format(obj, include, exclude)


class Hook(DisplayHook):
    """Receives the value of a cell's last expression."""

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: dict, md_dict: dict | None = None) -> None:
        output = {"output_type": "execute_result", "data": format_dict, "metadata": md_dict or {}}
        OUTPUTS.add(output | {"execution_count": self.prompt_count})

    def finish_displayhook(self) -> None:
        self._is_active = False


class Shell(InteractiveShell):
    """The shell that `get_ipython` returns."""

    displayhook_class = Type(Hook)
    display_pub_class = Type(Publisher)
    kernel: "Kernel"

    def _showtraceback(self, etype, evalue, stb):
        OUTPUTS.add({"output_type": "error", "ename": etype.__name__, "evalue": str(evalue), "traceback": list(stb)})

    def show_usage_error(self, exc: Exception) -> None:
        """Show the error of a magic that is not known, or was called wrongly, as an error: it ended the cell."""
        self._showtraceback(type(exc), exc, [f"UsageError: {exc}"])

    def init_display_formatter(self) -> None:
        self.display_formatter = Formatter(parent=self)
        self.configurables.append(self.display_formatter)  # type: ignore[arg-type]  # as IPython itself does

    def system(self, cmd: str) -> None:
        """Run a shell command, for ! and %system: print its output, and keep the exit code in `_exit_code`."""
        if cmd.rstrip().endswith("&"):
            raise OSError("Background processes not supported.")
        command = self.var_expand(cmd, depth=1)
        pipes: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        with subprocess.Popen(command, shell=True, text=True, errors="replace", **pipes) as process:
            try:
                for line in process.stdout or ():
                    sys.stdout.write(line)
            except BaseException:
                process.kill()
                raise
        self.user_ns["_exit_code"] = process.returncode

    system_piped = system_raw = system

    def init_virtualenv(self) -> None:
        pass

    def enable_gui(self, gui: str | None = None) -> None:
        """Do nothing: %matplotlib calls it, and there is no event loop of a GUI."""

    def ask_exit(self) -> None:
        os._exit(0)

    def write_modules(self, modules: dict[str, str]) -> None:
        """Write Python files, path -> text, into the folder of the kernel, from where they can be imported or run."""
        for name, text in modules.items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        importlib.invalidate_caches()

    def uncover_builtins(self) -> None:
        """Delete variables that hide a function of Python's and are no function of the notebook.

        ``sum = 0`` makes such a variable, and so does ``from numpy import *``.
        """
        for name in dir(builtins):
            value = self.user_ns.get(name)
            if name[0] != "_" and name in self.user_ns and getattr(value, "__module__", "") != "__main__":
                del self.user_ns[name]

    def finish(self, source: str) -> None:
        """Run the definitions of a cell that stopped at an error: imports, functions, classes, constants.

        A line that fails, such as the import of a module that only the student has or one that is no Python, must not
        cost the answer below it.
        """
        statements = [s for s in self._statements(source) if _defined(s)]
        while statements := [s for s in statements if not _defined(s) <= self.user_ns.keys()]:
            if self.run_cell("\n".join(map(ast.unparse, statements)), silent=True).success:
                return
            # The first statement whose names are still not defined is the one that failed: leave it out.
            statements = [s for s in statements if not _defined(s) <= self.user_ns.keys()][1:]

    def _statements(self, source):
        """The statements of a cell; if it is not valid Python, those of its blocks that are."""
        try:
            return ast.parse(self.transform_cell(source)).body
        except UNREADABLE:
            found = []
            for block in _blocks(source):
                with contextlib.suppress(*UNREADABLE):
                    found += ast.parse(self.transform_cell(block)).body
            return found


def _blocks(source):
    """A cell in parts: each begins with a line without indentation that closes no bracket and follows no decorator."""
    blocks = [""]
    for line in source.splitlines(keepends=True):
        decorated = blocks[-1].rpartition("\n")[0].rpartition("\n")[2].startswith("@")
        blocks[-1:] = [blocks[-1] + line] if line[0] in " \t\r\n)]}" or decorated else [blocks[-1], line]
    return blocks


def _defined(statement):
    """The names that a statement defines, if it is an import, a definition or an assignment to one name."""
    match statement:
        case ast.FunctionDef() | ast.ClassDef():
            return {statement.name}
        case ast.Import() | ast.ImportFrom():
            return {(alias.asname or alias.name).partition(".")[0] for alias in statement.names}
        case ast.Assign(targets=[ast.Name(name)]) | ast.AnnAssign(target=ast.Name(name)):
            return {name}
    return set()


class Kernel:
    """Replaces ipykernel in ``get_ipython().kernel``."""

    implementation, language = "ipython", "python"

    def __init__(self, shell: Shell):
        self.shell, self.user_ns, self.user_module = shell, shell.user_ns, shell.user_module

    def do_shutdown(self, restart: bool) -> None:
        self.shell.ask_exit()


def prepare() -> None:
    """Make the shell, which forks inherit, and run some code in it, so that lazy imports are done before the forks."""
    config = Config({"HistoryManager": {"enabled": False}, "InteractiveShell": {"autoindent": False}})
    shell = Shell.instance(config=config, user_ns={"__name__": "__main__"})
    shell.kernel = Kernel(shell)
    backend = os.environ["MPLBACKEND"]  # the inline backend, see `grading.sandbox.sandbox`
    activate_matplotlib(backend)
    configure_inline_support(shell, backend)
    for code in "1 / 0", "(", "None":
        OUTPUTS.start(2**20)
        shell.run_cell(code, store_history=False)
    OUTPUTS.start(0)
    builtins.input = getpass.getpass = _refuse_input
    # breakpoint() and set_trace(), which students forget in answers, would ask what to do next.
    bdb.Bdb.set_trace = pdb.Pdb.set_trace = _go_on  # type: ignore[method-assign]
    sys.path.insert(0, "")  # as in Jupyter, modules that the notebook writes can be imported; `lib` is imported already


def serve(descriptor: int, with_references: Callable, watch: Watch) -> None:
    """Run the cells that come over a connection, until it closes.

    The reply to a cell has its execution count, outputs, reports, and the names that `Watch.replaced` gives. A test
    cell is executed without IPython, whose hooks a submission may have changed, and with a `check` in its local
    variables that a submission cannot replace. What it displays is dropped.

    Parameters
    ----------
    descriptor : int
        Of the connection.
    with_references : function
        `grading.sandbox.inside.reports.with_references`.
    watch : Watch
    """
    link, mine = Connection(descriptor), os.getpid()
    sys.stdout, sys.stderr = Stream("stdout"), Stream("stderr")
    shell, reports = Shell.instance(), Reports()
    dumps, loads = json.dumps, json.loads  # taken before a cell can replace them
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            cell = loads(link.recv_bytes())
        except EOFError:
            return
        OUTPUTS.start(cell["most"], muted=cell["is_test"])
        _give_streams()
        count, error = shell.execution_count, []
        replaced = watch.replaced() if cell["is_test"] else []
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            with with_references(reports, cell["references"]):
                if cell["is_test"]:
                    error = _run_test(cell["source"], shell.user_ns, reports)
                else:
                    shell.run_cell(cell["source"], store_history=True)
        except KeyboardInterrupt:  # the interrupt came when the cell had just ended
            pass
        except BaseException as failure:  # IPython itself failed, as where a cell has replaced what it prints with
            error = _error(failure)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if os.getpid() != mine:  # the cell called os.fork, and this is the child
            os._exit(0)
        reply = {
            "count": count,
            "outputs": OUTPUTS.items + error,
            "reports": reports.take(),
            "replaced": replaced,
        }
        link.send_bytes(dumps(reply).encode())


def _run_test(source, namespace, reports):
    """Execute a test cell and return its error, if it stopped, as a list of outputs."""
    try:
        exec(compile(source, "<test>", "exec"), namespace, {"check": reports.check})
    except BaseException as error:
        return _error(error)
    finally:
        pyplot.close("all")  # figures that answers drew are not shown
    return []


def _give_streams():
    """Give sys.stdout and sys.stderr back where a cell took them away: IPython ends without them, Jupyter goes on."""
    for name in "stdout", "stderr":
        stream = getattr(sys, name, None)
        if not (hasattr(stream, "write") and hasattr(stream, "flush")):
            setattr(sys, name, Stream(name))


def _error(error):
    """An exception, as a list of outputs."""
    return [{"output_type": "error", "ename": type(error).__name__, "evalue": _text(error), "traceback": []}]


def _text(error):
    try:
        return str(error)
    except Exception:
        return "an error without a text"


def _go_on(*arguments: Any, **options: Any) -> None:
    """Do nothing where a debugger would stop."""


def _refuse_input(*arguments: Any, **options: Any) -> NoReturn:
    raise StdinNotImplementedError("Nobody is there to type something in while a class is graded.")
