"""The widgets without a browser: what they hand to one, and how little happens until then."""

import inspect
import json
import re
import subprocess
import sys

import numpy as np
import pytest

from lib import figures, widgets
from tools.made_up_course import COURSE

WIDGETS = ["first_race"]
WIDGETS += ["sigmoid_explorer", "loss_explorer", "chain_rule", "saturation", "race", "loss_surface", "boundary"]
VIEW = "application/vnd.jupyter.widget-view+json"
every_widget = pytest.mark.parametrize("name", WIDGETS)


def make(name):
    return getattr(widgets, name)()


def test_every_widget_is_tested():
    functions = inspect.getmembers(widgets, inspect.isfunction)
    made = {name for name, f in functions if inspect.signature(f).return_annotation is widgets.MovingFigure}
    assert made == set(WIDGETS)


@every_widget
def test_nothing_is_drawn_before_it_is_asked_for(name, monkeypatch):
    monkeypatch.setattr(figures.Picture, "__init__", lambda *args, **kwargs: pytest.fail("a picture was made"))
    monkeypatch.setattr(widgets, "sgd_many", lambda *args, **kwargs: pytest.fail("a neuron was trained"))
    content, _ = make(name)._repr_mimebundle_()
    assert set(content) == {VIEW, "text/plain"} and content["text/plain"] == repr(make(name))
    assert re.fullmatch(r"[A-Z][^$\\\n]{40,200}\.", content["text/plain"])


@every_widget
def test_has_a_picture_for_pages_without_a_kernel(name):
    picture = make(name).picture()
    assert isinstance(picture, figures.Picture) and len(picture.description) > 50


@every_widget
def test_a_browser_gets_one_module_that_imports_nothing(name):
    widget = make(name)
    assert not re.search(r"^\s*import\b|\bimport\(", widget._esm, re.MULTILINE)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", widget._esm + widget._css)
    exported = re.findall(r"^export (?:const|function|class) (\w+)", widget._esm, re.MULTILINE)
    assert len(exported) == len(set(exported)) and "figure" in exported
    assert widget._esm.count("export default") == 1
    json.dumps(widget.data, allow_nan=False)


def test_files_import_what_stands_in_the_others():
    """Joined they would run without a word of it; apart, as in an editor or on a web page, they need it."""
    for file in widgets.HERE.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        for names, source in re.findall(r"^import \{([^}]*)\} from \"\./([^\"]+)\";", text, re.MULTILINE):
            other = (widgets.HERE / source).read_text(encoding="utf-8")
            for name in names.replace("\n", " ").strip(" ,").split(","):
                assert re.search(rf"^export (const|function|class) {name.strip()}\b", other, re.MULTILINE), (file, name)


def test_visits_are_those_of_sgd():
    rng = np.random.default_rng(5)
    assert widgets.visits(7, 3, 5) == [rng.permutation(7).tolist() for _ in range(3)]


def test_widgets_share_nothing():
    one, two = make("boundary"), make("boundary")
    one.data = {}
    assert two.data["classes"] == ["Adelie", "Chinstrap"]


def test_pyplot_stays_out():
    code = "import sys; from lib import widgets; w = widgets.race(); sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=COURSE).returncode == 0
