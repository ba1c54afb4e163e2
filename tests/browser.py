"""JupyterLab on a free port and Debian's chromium before it, for the tests and benchmarks that need a real browser."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import axe_playwright_python
import pytest

from tools.made_up_course import COURSE

TOKEN = "course"
WINDOW = {"width": 1280, "height": 900}
CHROMIUM = shutil.which("chromium")
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"  # axe-core as that package ships it
# What JupyterLab itself complains of, on a busy machine, where a kernel starts again before its debugger was asked, and
# where one is shut down before it has answered the request for a subshell that the channels of ipywidgets bring.
COMPLAINTS = ("Could not restore the debugger state", "Error: Canceled future for create_subshell_request")
QUIET = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")


@contextlib.contextmanager
def jupyter_lab(home, root):
    """Run JupyterLab on the notebooks in ``root``, with everything of its own in ``home``; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]  # where another process takes it meanwhile, JupyterLab finds the next
    folders = {name: home / name for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "HOME")}
    config = folders["JUPYTER_CONFIG_DIR"] / "labconfig"
    config.mkdir(parents=True)
    no_news = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
    (config / "page_config.json").write_text(json.dumps(no_news), encoding="utf-8")
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--ip=127.0.0.1", f"--port={port}"]
    command += [f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={root}"]
    command += ["--LabApp.expose_app_in_browser=True", "--allow-root"]
    environment = os.environ | {name: str(path) for name, path in folders.items()} | {"PYTHONPATH": str(COURSE)}
    environment["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), environment["PATH"]])
    with open(home / "lab.log", "wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=root)
        try:
            yield _address(server, folders["JUPYTER_RUNTIME_DIR"], home / "lab.log")
        finally:
            server.terminate()  # with its kernels
            server.wait(timeout=30)


def _address(server, runtime, log):
    """Wait until the server answers, and return its address, which it has written down."""
    for _ in moments():
        for written in runtime.glob("jpserver-*.json"):
            with contextlib.suppress(OSError, ValueError):  # not written to the end, or not yet listening
                address = json.loads(written.read_text(encoding="utf-8"))["url"].rstrip("/")
                urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=5).close()
                return address
        if server.poll() is not None:
            break
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')}")


def moments():
    """Turns of a loop that looks whether something has come about: for two minutes, because a machine may be busy."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        yield
        time.sleep(0.05)


@contextlib.contextmanager
def chromium():
    """A headless browser of Playwright; without chromium or Playwright the test is skipped."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright's Python client is not installed")
    if not CHROMIUM:
        pytest.skip("chromium is not installed: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        # Root, as in a container, has no sandbox to offer.
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--no-first-run", *QUIET])
        try:
            yield browser
        finally:
            browser.close()


class Lab:
    """JupyterLab in a page, with one notebook open at a time.

    Parameters
    ----------
    browser : playwright.sync_api.Browser
    address : str
        Of the server.
    """

    def __init__(self, browser, address):
        self.page = browser.new_page(viewport=WINDOW)
        self.page.set_default_timeout(120_000)
        self.errors = []
        self.page.on("console", lambda message: message.type == "error" and self._note(message.text))
        self.page.on("pageerror", lambda error: self._note(str(error)))
        self.page.goto(f"{address}/lab?token={TOKEN}&reset")
        self.page.wait_for_function("window.jupyterapp !== undefined")
        self.page.evaluate("window.jupyterapp.restored")

    def _note(self, message):
        if not message.startswith(COMPLAINTS):
            self.errors.append(message)

    def open(self, path):
        """Open the notebook at a path below the server's root, and wait for its kernel."""
        self.page.evaluate("path => void window.jupyterapp.commands.execute('docmanager:open', {path})", path)
        self.page.wait_for_function(
            """path => {
                const context = window.jupyterapp.shell.currentWidget?.context;
                return context?.path === path && context.sessionContext.session?.kernel?.status === 'idle';
            }""",
            arg=path,
        )

    def close(self):
        """Close the open notebook without saving, then shut its kernel down, to which closed widgets say goodbye."""
        self.page.evaluate(
            """() => {
                const notebook = window.jupyterapp.shell.currentWidget;
                const session = notebook.context.sessionContext.session?.id;
                notebook.dispose();
                return session && window.jupyterapp.serviceManager.sessions.shutdown(session);
            }"""
        )

    def run_all(self):
        """Run every cell; the cells as they are then, as dicts."""
        self.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        return self.cells()

    def cells(self):
        return self.page.evaluate("window.jupyterapp.shell.currentWidget.content.widgets.map(c => c.model.toJSON())")

    def widgets(self):
        """Cell id -> source of the cells that make a widget."""
        return {cell["id"]: cell["source"] for cell in self.cells() if cell["source"].startswith("widgets.")}

    def shut_down(self):
        """Shut down the kernel of the open notebook."""
        self.page.evaluate("window.jupyterapp.shell.currentWidget.context.sessionContext.shutdown()")

    def show(self, cell_id, what=".sn-picture"):
        """Scroll until the figure of a cell is in sight, and return the cell's locator.

        JupyterLab keeps only what is near the window in the page, and what appears above pushes the rest down.
        """
        index = [cell["id"] for cell in self.cells()].index(cell_id)
        cell = self.page.locator(f'.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell[data-windowed-list-index="{index}"]')
        for _ in moments():
            self.page.evaluate(f"window.jupyterapp.shell.currentWidget.content.scrollToItem({index}, 'center')")
            if cell.count():
                cell.evaluate("cell => cell.scrollIntoView({block: 'center'})")  # the other one goes by estimates
            if cell.locator(what).first.is_visible():
                return cell
        pytest.fail(f"no picture appeared in {cell_id}: {cell.inner_text()}")

    def dress(self, theme, width):
        """Set JupyterLab's theme, "Light" or "Dark", and the width of the window."""
        change = f"window.jupyterapp.commands.execute('apputils:change-theme', {{theme: 'JupyterLab {theme}'}})"
        self.page.evaluate(change)
        self.page.wait_for_function(f"document.body.dataset.jpThemeName === 'JupyterLab {theme}'")
        self.page.set_viewport_size(WINDOW | {"width": width})

    def validate(self):
        """Press Validate and return what the dialog says."""
        self.page.set_viewport_size(WINDOW)  # in a narrow one the button is hidden
        self.page.get_by_role("button", name="Validate").click()
        dialog = self.page.locator(".jp-Dialog")
        dialog.wait_for()
        says = dialog.inner_text()
        dialog.get_by_role("button").last.click()
        dialog.wait_for(state="detached")
        return says


def accessibility_faults(page, part):
    """What axe-core finds critical or serious in a part of a page: the rule and the elements."""
    page.evaluate("source => { if (!window.axe) (0, eval)(source); }", AXE.read_text(encoding="utf-8"))
    found = page.evaluate("part => window.axe.run(part, {resultTypes: ['violations']})", part)
    bad = [rule for rule in found["violations"] if rule["impact"] in ("critical", "serious")]
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]][:5]) for rule in bad]


def reference_faults(page):
    """Where an id, a reference or the name of a group of buttons of one moving figure leads out of it, as strings."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.sn-figure')].flatMap(figure => {
            const faults = [], own = id => figure.querySelector(`[id="${CSS.escape(id)}"]`);
            for (const part of [figure, ...figure.querySelectorAll('*')]) {
                if (part.id && document.querySelectorAll(`[id="${CSS.escape(part.id)}"]`).length !== 1)
                    faults.push(`id ${part.id} is not unique`);
                for (const {name, value} of part.attributes) {
                    const lists = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns'];
                    const ids = lists.includes(name) ? value.split(/\\s+/) : [];
                    ids.push(...[...value.matchAll(/url\\(["']?#([^"')]+)/g)].map(found => found[1]));
                    if (name.endsWith('href') && value.startsWith('#')) ids.push(value.slice(1));
                    for (const id of ids) {
                        if (!own(id) || document.getElementById(id) !== own(id))
                            faults.push(`${part.tagName} ${name}=${value} leads out of its figure`);
                    }
                }
                if (part.type === 'radio') {
                    const same = document.querySelectorAll(`input[name="${CSS.escape(part.name)}"]`);
                    if ([...same].some(other => !figure.contains(other))) faults.push(`group ${part.name} is shared`);
                }
            }
            return faults;
        })"""
    )
