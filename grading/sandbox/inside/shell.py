"""Inside the sandbox: an IPython shell that runs the cells of a notebook as they come, and says what each put out.

It stands in for ipykernel, whose messages take a grader several times as long as the cells themselves. What a cell puts
out is put together as Jupyter does it, in nbformat's own terms.
"""

import ast
import builtins
import getpass
import io
import json
import os
import signal
import subprocess
import sys
import threading
from base64 import b64encode
from collections.abc import Callable
from multiprocessing.connection import Connection
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


class Outputs:
    """What the cell that is running put out so far."""

    def __init__(self):
        self._lock = threading.RLock()
        self.start(0)

    def start(self, most: int, muted: bool = False) -> None:
        """Begin anew, for a cell that may put out ``most`` bytes; ``muted``, for one of which nothing is shown."""
        with self._lock:
            self._most, self._size, self._is_cut = most, 0, False
            self._ids: list[str | None] = []
            self.items: list[dict] = []
            self.muted, self._clears_next = muted, False

    def add(self, output: dict, display_id: str | None = None, update: bool = False) -> None:
        """Add an output, or put it in the place of an earlier one; too much of it interrupts who does it.

        Threads that a cell left behind have half of the room: a check must be able to report beside them.
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
        """Forget what there is; with ``wait``, as soon as there is something to put in its place."""
        with self._lock:
            self._clears_next = wait
            if not wait:
                self._ids, self.items = [], []


def _encoded(value):
    """As ipykernel sends what JSON does not know: pictures."""
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
        """For `faulthandler` and subprocesses; what they write there is seen by nobody."""
        return {"stdout": 1, "stderr": 2}[self.name]

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if text:
            OUTPUTS.add({"output_type": "stream", "name": self.name, "text": text})
        return len(text)


class Publisher(DisplayPublisher):
    """What display() calls."""

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
    """Makes text and pictures of what is displayed, unless nobody will see them."""

    def format(self, obj: Any, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        return ({}, {}) if OUTPUTS.muted else super().format(obj, include, exclude)


class Hook(DisplayHook):
    """What shows the value of a cell's last line."""

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

    def init_display_formatter(self) -> None:
        self.display_formatter = Formatter(parent=self)
        self.configurables.append(self.display_formatter)  # type: ignore[arg-type]  # as IPython itself does

    def system(self, cmd: str) -> None:
        """What ! and %system call. As in Jupyter it prints what the command says; the exit code is in `_exit_code`."""
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
        """%matplotlib asks for it; there is none."""

    def ask_exit(self) -> None:
        os._exit(0)

    def finish(self, source: str) -> None:
        """Define what a cell that stopped at an error defines further down: imports, functions, classes, constants.

        What it defines there is its author's answer, though the line that failed, such as the import of a module that
        is only on their machine, stands above it.
        """
        statements = [s for s in ast.parse(self.transform_cell(source)).body if _defined(s)]
        while statements := [s for s in statements if not _defined(s) <= self.user_ns.keys()]:
            if self.run_cell("\n".join(map(ast.unparse, statements)), silent=True).success:
                return
            # The first that is still missing is the one that fails.
            statements = [s for s in statements if not _defined(s) <= self.user_ns.keys()][1:]


def _defined(statement):
    """The names that a statement gives a value, if that is all that it does."""
    match statement:
        case ast.FunctionDef() | ast.ClassDef():
            return {statement.name}
        case ast.Import() | ast.ImportFrom():
            return {(alias.asname or alias.name).partition(".")[0] for alias in statement.names}
        case ast.Assign(targets=[ast.Name(name)]) | ast.AnnAssign(target=ast.Name(name)):
            return {name}
    return set()


class Kernel:
    """Stands for ipykernel where a notebook asks for ``get_ipython().kernel``."""

    implementation, language = "ipython", "python"

    def __init__(self, shell: Shell):
        self.shell, self.user_ns, self.user_module = shell, shell.user_ns, shell.user_module

    def do_shutdown(self, restart: bool) -> None:
        self.shell.ask_exit()


def prepare() -> None:
    """Make the shell, which forks inherit, and have it import what it imports late."""
    config = Config({"HistoryManager": {"enabled": False}, "InteractiveShell": {"autoindent": False}})
    shell = Shell.instance(config=config, user_ns={"__name__": "__main__"})
    shell.kernel = Kernel(shell)
    backend = os.environ["MPLBACKEND"]  # figures appear below their cells
    activate_matplotlib(backend)
    configure_inline_support(shell, backend)
    for code in "1 / 0", "(", "None":
        OUTPUTS.start(2**20)
        shell.run_cell(code, store_history=False)
    OUTPUTS.start(0)


def serve(descriptor: int, with_references: Callable) -> None:
    """Run the cells that come over a connection, until it closes.

    The reply to a cell is its number, its outputs, the reports of its checks, and what the submission was seen to
    replace of that by which they are made. A test cell is no cell of the student's: it is executed without IPython,
    whose hooks belong to the student, with a `check` of its own, and what is displayed meanwhile is not kept.

    Parameters
    ----------
    descriptor : int
        Of the connection.
    with_references : function
        `grading.sandbox.inside.reports.with_references`.
    """
    link, mine = Connection(descriptor), os.getpid()
    sys.stdout, sys.stderr = Stream("stdout"), Stream("stderr")
    builtins.input = getpass.getpass = _refuse_input
    sys.path.insert(0, "")  # modules that the notebook writes, as in Jupyter; those of the course are imported
    shell, reports = Shell.instance(), Reports()
    watch, dumps, loads = Watch(shell), json.dumps, json.loads  # as they are before any cell runs
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
        except KeyboardInterrupt:  # came too late for the cell
            pass
        except BaseException as failure:  # IPython itself failed, as where a cell has replaced what it prints with
            error = _error(failure)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if os.getpid() != mine:  # a fork that a cell made and forgot
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
        pyplot.close("all")  # nobody sees the figures that answers drew
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


def _refuse_input(*arguments: Any, **options: Any) -> NoReturn:
    raise StdinNotImplementedError("Nobody is there to type something in while a class is graded.")
