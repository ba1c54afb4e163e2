"""The web site in a real browser, from a plain static server: nothing comes from outside, and nothing is given away."""

import functools
import http.server
import importlib.metadata
import json
import posixpath
import re
import shutil
import subprocess
import threading
import zipfile
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import nbformat
import pytest
from bs4 import BeautifulSoup
from local_pyodide import build_pyodide, version_wanted_by
from test_widgets_in_browser import WIDGETS

from browser import accessibility_faults, chromium, reference_faults
from lib import widgets
from tools.made_up_course import ASSIGNMENTS, COURSE, notebook_of, read

SCREENSHOTS = COURSE / "screenshots"
NOTEBOOKS = [f"{assignment}/{notebook_of(assignment)}.html" for assignment in ASSIGNMENTS]
# Without teaching.md, which has answers.
GUIDES = [f"docs/{path.stem}.html" for path in sorted((COURSE / "docs").glob("*.md")) if path.name != "teaching.md"]
PAGES = ["index.html", "search.html", *NOTEBOOKS, *GUIDES]
every_page = pytest.mark.parametrize("path", PAGES)
every_notebook = pytest.mark.parametrize("path", NOTEBOOKS)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *message):
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built site."""
    python = COURSE / ".venvs" / "site" / "bin" / "python"
    if not python.exists():
        pytest.skip("the environment of `make site` is not there: make .venvs/site/ready")
    folder = tmp_path_factory.mktemp("web") / "site"
    command = [str(python), "-m", "tools.website.build", str(folder)]
    done = subprocess.run(command, cwd=COURSE, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def address(site):
    """Where a static server serves the site, below a path as on GitHub Pages."""
    handler = functools.partial(Quiet, directory=str(site.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/site/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser, address):
    """A page that fails its test if it asks another host for anything, or meets an error."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    outside, errors = [], []
    ours = (address, "data:", "blob:")
    page.on("request", lambda request: request.url.startswith(ours) or outside.append(request.url))
    # 304: nothing has changed since the browser was here on an earlier page.
    page.on("response", lambda r: r.ok or r.status == 304 or errors.append(f"{r.status} {r.url}"))
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert (outside, errors) == ([], [])


def soup(site, path):
    return BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser")


def article(site, path):
    return soup(site, path).find("article")


def loaded(page, url):
    """Open a page, and wait until its figures move."""
    page.goto(url)
    page.wait_for_function(
        "[...document.querySelectorAll('.moving-figure')].every(e => e.querySelector('.sn-sentence')?.innerText)"
    )


def test_there_is_no_other_page(site):
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {path for path in found if not path.startswith(("lite/", "_static/"))} == set(PAGES)


@every_page
def test_a_page_asks_no_other_host_for_anything(page, address, path):
    loaded(page, address + path)
    page.mouse.wheel(0, 100_000)
    page.evaluate("document.fonts.ready")


@every_page
def test_a_page_is_accessible_light_and_dark_wide_and_narrow(browser, address, path):
    page = browser.new_page()
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        for width in (1280, 400):
            page.set_viewport_size({"width": width, "height": 900})
            loaded(page, address + path)
            assert page.locator("html").get_attribute("data-theme") == theme
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            # The theme fades from one colour to the other.
            page.wait_for_function("() => document.getAnimations().every(one => one.playState !== 'running')")
            assert accessibility_faults(page, "html") == []
            SCREENSHOTS.mkdir(exist_ok=True)
            name = f"site-{posixpath.splitext(path)[0].replace('/', '-')}-{theme}-{width}.png"
            page.screenshot(path=SCREENSHOTS / name, full_page=True)
    page.close()


def test_every_link_leads_somewhere(site):
    ids = {path: {tag["id"] for tag in soup(site, path).find_all(id=True)} for path in PAGES}
    for path in PAGES:
        for tag in soup(site, path).find_all(["a", "img", "link", "script"]):
            target = tag.get("href") or tag.get("src") or ""
            if urlsplit(target).scheme:
                continue
            whole, fragment = urldefrag(urljoin(path, target))
            file = urlsplit(whole).path
            assert (site / file).is_file(), (path, target)
            if fragment and file in ids:
                assert fragment in ids[file], (path, target)


def test_every_page_but_the_ends_has_a_previous_and_a_next(site):
    for path in PAGES[2:]:
        assert soup(site, path).find("a", class_="left-prev"), path
    for path in NOTEBOOKS:
        assert soup(site, path).find("a", class_="right-next"), path


def test_every_equation_stands_there_once_and_is_linked(site):
    articles = {path: article(site, path) for path in NOTEBOOKS}
    numbers = [tag["id"] for found in articles.values() for tag in found.find_all(class_="equation-number")]
    assert sorted(numbers, key=lambda number: int(number.split("-")[1])) == [f"equation-{k}" for k in range(1, 28)]
    for found in articles.values():
        for tag in found.find_all(class_="equation-number"):
            assert tag.parent.find("math") and tag.text == f"({tag['id'].split('-')[1]})"
    references = articles[NOTEBOOKS[3]].find_all("a", href="../03-gradients/gradients.html#equation-20")
    assert len(references) >= 2  # notebook 4 has no equation of its own


@every_notebook
def test_no_formula_is_left_as_latex(site, path):
    found = article(site, path)
    for verbatim in found.find_all(["pre", "code", "math"]):
        verbatim.decompose()
    assert not re.search(r"\$|\\[a-z]+|merror", found.get_text())


@every_notebook
def test_every_figure_stands_above_its_text(site, path):
    found = article(site, path)
    captions = [tag for tag in found.find_all("strong") if re.fullmatch(r"Figure \d+\.", tag.text)]
    assert [tag.text for tag in captions] == [f"Figure {k + 1}." for k in range(len(captions))]
    for caption in captions:
        before = caption.find_parent("p").find_previous_sibling()
        picture = before.find("img") if before else None
        assert picture and len(picture["alt"]) > 50, caption.text


def test_all_seven_figures_move_without_a_kernel(page, address):
    moved = []
    for path in NOTEBOOKS:
        loaded(page, address + path)
        for place in page.locator(".moving-figure").all():
            sentence = place.locator(".sn-sentence")
            before = sentence.inner_text()
            slider = place.get_by_role("slider").first
            slider.focus()
            for _ in range(5):
                slider.press("ArrowRight")
            page.wait_for_function(
                "([e, t]) => e.querySelector('.sn-sentence').innerText !== t", arg=[place.element_handle(), before]
            )
            moved.append(place.get_attribute("data-figure"))
    assert sorted(moved) == sorted(WIDGETS)


@every_notebook
def test_ids_of_a_page_are_unique_and_figures_share_nothing(page, address, path):
    loaded(page, address + path)
    assert page.locator(".sn-figure").count() == page.locator(".moving-figure").count() >= 1
    ids = page.locator("[id]").evaluate_all("all => all.map(element => element.id)")
    assert sorted(set(ids)) == sorted(ids)
    assert reference_faults(page) == []


def test_without_scripts_the_pictures_are_there(site):
    for path in NOTEBOOKS:
        places = article(site, path).find_all(class_="moving-figure")
        assert places and all(place.find("img") for place in places)


@every_notebook
def test_exercises_show_their_task_and_hints_and_no_answer(site, path):
    assignment = posixpath.dirname(path)
    found = article(site, path)
    released = [cell for cell in read(COURSE / "release", assignment).cells if cell.cell_type == "code"]
    shown = [block.get_text().strip() for block in found.select("div.cell_input pre")]
    assert shown == [cell.source.strip() for cell in released]  # the code of release/, and no other
    tasks = [tag for tag in found.find_all("h3") if "Exercise" in tag.text]
    assert tasks and len(found.find_all("summary")) >= 3 * len(tasks)
    for output in found.select("div.cell_output"):
        assert output.find("img") and not output.get_text().strip()  # pictures, and no number


def files(site):
    """Each file of the site with its text, and each file of our wheel."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes()
    (wheel,) = site.rglob("saturated_neuron-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        yield from ((f"{wheel.name}/{name}", archive.read(name)) for name in archive.namelist())


def secrets(kind):
    """What stands between the marks of notebooks/: every passage without a formula that is long enough to be told."""
    for assignment in ASSIGNMENTS:
        for cell in read(COURSE / "notebooks", assignment).cells:
            for block in re.findall(rf"BEGIN {kind}.*?\n(.*?)(?:###|<!--) END {kind}", cell.source, re.S):
                pieces = [piece.strip() for line in block.splitlines() for piece in re.split(r"\$.*?\$", line)]
                yield from (piece for piece in pieces if len(piece) > 22)


def readable(name, content):
    """The text of a file, without the escapes of its format."""
    text = content.decode("utf-8", errors="ignore")
    if name.endswith(".html"):
        return BeautifulSoup(text, "html.parser").get_text()
    if name.endswith(".ipynb"):
        return "\n".join(cell.source for cell in nbformat.reads(text, as_version=4).cells)
    return text


def test_nothing_is_given_away(site):
    tests, schemes, solutions = (set(secrets(kind)) for kind in ("HIDDEN TESTS", "MARK SCHEME", "SOLUTION"))
    assert min(len(tests), len(schemes), len(solutions)) > 10
    released = "\n".join(
        cell.source for assignment in ASSIGNMENTS for cell in read(COURSE / "release", assignment).cells
    )
    solutions = {line for line in solutions if line not in released}  # the last hint may hold a line of it
    for name, content in files(site):
        text = readable(name, content)
        assert not re.search(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)", text), name
        # The library has formulas of its own, in Python and in JavaScript, as a student's copy always had.
        answers = solutions if name.endswith((".html", ".ipynb", "searchindex.js")) else set()
        hidden = tests | schemes | answers
        assert [secret for secret in hidden if secret in text] == [], name


def test_the_search_finds(page, address):
    page.goto(f"{address}search.html?q=saturated")
    page.locator("#search-results li a").first.wait_for()
    assert page.locator("#search-results li a").count() >= 3


def test_the_dark_mode_can_be_chosen(page, address):
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.get_by_label("Color mode").click()
    page.get_by_role("button", name="Dark").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"


@every_notebook
def test_the_released_notebook_is_the_one_that_opens(site, path):
    notebook = path.replace(".html", ".ipynb")
    doors = {tag["href"] for tag in article(site, path).find_all("a", class_="door")}
    assert doors == {f"../lite/lab/index.html?path={notebook}", f"../lite/files/{notebook}"}
    assert (site / "lite/files" / notebook).read_bytes() == (COURSE / "release" / notebook).read_bytes()
    lite = {file.relative_to(site / "lite/files") for file in (site / "lite/files").rglob("*") if file.is_file()}
    assert lite == {Path(other.replace(".html", ".ipynb")) for other in NOTEBOOKS}


def test_the_moving_figures_are_those_of_the_library(site):
    for name in WIDGETS:
        text = (site / f"_static/moving_figures/{name}.js").read_text(encoding="utf-8")
        assert text.startswith(widgets.module(name))


@pytest.fixture(scope="module")
def kernel_of(site, address, browser, tmp_path_factory):
    """Opens a released notebook in JupyterLite, with a Pyodide of our own: `run(code)` gives what its kernel prints."""
    if not shutil.which("npm"):
        pytest.skip("npm is not installed: apt-get install npm")
    pyodide = build_pyodide(tmp_path_factory.mktemp("pyodide") / "parts", version_wanted_by(site / "lite"))
    lite = shutil.copytree(site / "lite", site.parent / "lite")
    shutil.copytree(pyodide, site.parent / "pyodide")
    config = json.loads((lite / "jupyter-lite.json").read_text(encoding="utf-8"))
    data = config["jupyter-config-data"] | {"exposeAppInBrowser": True}
    kernel = data.setdefault("litePluginSettings", {}).setdefault("@jupyterlite/pyodide-kernel-extension:kernel", {})
    kernel["pyodideUrl"] = urljoin(address, "../pyodide/pyodide.mjs")
    (lite / "jupyter-lite.json").write_text(json.dumps(config | {"jupyter-config-data": data}), encoding="utf-8")

    ours = (urljoin(address, ".."), "data:", "blob:")

    def open_notebook(notebook):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(300_000)
        page.on("request", lambda request: request.url.startswith(ours) or outside.append(request.url))
        page.goto(urljoin(address, f"../lite/lab/index.html?path={notebook}"))
        page.wait_for_function("() => window.jupyterapp?.shell.currentWidget?.context?.sessionContext?.session?.kernel")
        return page

    outside = []
    yield open_notebook
    assert outside == []


RUN = """async (code) => {
    const kernel = jupyterapp.shell.currentWidget.context.sessionContext.session.kernel, said = [];
    const future = kernel.requestExecute({code});
    future.onIOPub = ({content}) => said.push(content.text ?? content.data?.["text/plain"] ?? content.evalue ?? "");
    await future.done;
    return said.join("");
}"""


def test_jupyterlite_installs_the_wheel_that_the_first_cell_asks_for(kernel_of):
    page = kernel_of("01-sigmoid/sigmoid.ipynb")
    first = next(cell.source for cell in read(COURSE / "release", "01-sigmoid").cells if cell.cell_type == "code")
    assert "%pip install saturated-neuron " in page.evaluate(RUN, first)
    # Without its dependencies: NumPy and Matplotlib are not within reach.
    page.evaluate(RUN, "%pip install --no-deps saturated-neuron")
    look = "import importlib.metadata, importlib.util\n"
    look += "importlib.metadata.version('saturated-neuron'), importlib.util.find_spec('lib').name"
    assert page.evaluate(RUN, look) == f"('{importlib.metadata.version('saturated-neuron')}', 'lib')"
    page.screenshot(path=SCREENSHOTS / "jupyterlite.png")
    page.close()
