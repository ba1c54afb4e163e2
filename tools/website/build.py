"""`make site`: the notebooks as pages, the guides, and JupyterLite with the course's wheel, all below ``site/``."""

import argparse
import importlib.metadata
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from sphinx.cmd.build import main as sphinx

from tools.website.pages import write_pages
from tools.website.wheel import build_wheel

ROOT = Path(__file__).resolve().parents[2]
# The only lab extensions of the site: with nbgrader's, notebooks do not open in JupyterLite.
EXTENSIONS = ("@jupyterlite/pyodide-kernel-extension", "@jupyter-widgets/jupyterlab-manager", "anywidget")
# Pure Python packages that `lib` needs and Pyodide lacks. Their wheels are on the site, so no package index is used.
NOT_IN_PYODIDE = ("anywidget", "comm", "ipywidgets", "jupyterlab_widgets", "psygnal")


def build_site(site: Path) -> None:
    """Build the web site anew.

    Parameters
    ----------
    site : Path
        The folder, which is replaced once the new site is whole. Any static server can serve it.

    Raises
    ------
    RuntimeError
        If Sphinx gives any warning, such as of a dead link.
    subprocess.CalledProcessError
        If the wheel or JupyterLite cannot be built.
    """
    with tempfile.TemporaryDirectory() as folder:
        pages, made, wheel = Path(folder, "pages"), Path(folder, "site"), build_wheel(Path(folder, "wheel"))
        write_pages(pages, wheel.name)
        if sphinx(["--fail-on-warning", "--quiet", "-d", str(Path(folder, "doctrees")), str(pages), str(made)]) != 0:
            raise RuntimeError("Sphinx could not build the pages: it says why above")
        wheels = [wheel, *fetch_wheels(Path(folder, "wheels"))]
        build_jupyterlite(made / "lite", wheels, Path(folder, "lite"))
        (made / ".nojekyll").touch()  # GitHub Pages would leave out folders that begin with an underscore
        shutil.rmtree(site, ignore_errors=True)
        shutil.move(made, site)


def fetch_wheels(folder: Path) -> list[Path]:
    """Download the wheels of the packages above, in the versions that are installed here."""
    wanted = [f"{name}=={importlib.metadata.version(name)}" for name in NOT_IN_PYODIDE]
    pure = ["--no-deps", "--only-binary", ":all:", "--platform", "any", "--dest", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", *pure, *wanted], check=True)
    return sorted(folder.glob("*.whl"))


def build_jupyterlite(site: Path, wheels: list[Path], work: Path) -> None:
    """Build JupyterLab for the browser, with the released notebooks and an index of wheels."""
    extensions = [str(Path(sys.prefix) / "share/jupyter/labextensions" / name) for name in EXTENSIONS]
    options = {
        "LiteBuildConfig": {
            "apps": ["lab"],
            "contents": [str(ROOT / "release")],
            "federated_extensions": extensions,
            "ignore_sys_prefix": True,
            "no_sourcemaps": True,
            "output_dir": str(site),
        },
        "PipliteAddon": {"piplite_urls": [str(wheel) for wheel in wheels]},
    }
    work.mkdir()
    (work / "jupyter_lite_config.json").write_text(json.dumps(options), encoding="utf-8")
    with open(work / "log", "w+", encoding="utf-8") as log:
        program = Path(sys.executable).with_name("jupyter-lite")  # this environment's, whatever PATH says
        done = subprocess.run([program, "build"], cwd=work, stdout=log, stderr=log)
        log.seek(0)
        if done.returncode != 0:
            raise subprocess.CalledProcessError(done.returncode, done.args, log.read())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Build the web site of the course.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "site")
    folder = parser.parse_args().folder
    build_site(folder)
    print(f"Built {folder}. To look at it: {Path(sys.executable).name} -m http.server --directory {folder}")
