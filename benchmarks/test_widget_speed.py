"""From a slider's event to new pixels in headless chromium: the widgets, and `interact` on the same figures.

    python -m pytest benchmarks/test_widget_speed.py

The callback of `interact` draws the same figure anew, as users do: with plt.show(). Both run in one JupyterLab, one
after the other, and both train again when the slider calls for it. Nothing is asserted about time; the table at the
end is the result. Wanted: a median of at most 100 ms, a 95th percentile of at most 200 ms, three times as fast.
"""

import nbformat
import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from browser import Lab, chromium, jupyter_lab
from grading.refresh import METADATA
from lib import widgets

EVENTS = 40  # a widget, each with a new value: Matplotlib remembers words that it drew lately
# The slider that is moved, towards its farther end: where there is training, one that trains again.
SLIDERS = {
    "sigmoid_explorer": ("z", "ArrowLeft"),
    "loss_explorer": ("a", "ArrowLeft"),
    "chain_rule": ("w", "ArrowLeft"),
    "saturation": ("z", "ArrowLeft"),
    "race": ("w", "ArrowLeft"),
    "loss_surface": ("w", "ArrowRight"),
    "boundary": ("w_1", "ArrowRight"),
}
SETUP = """
import ipywidgets
from matplotlib import pyplot as plt
from matplotlib._pylab_helpers import Gcf
from matplotlib_inline.backend_inline import new_figure_manager_given_figure

from lib import widgets

%matplotlib inline


def interact(widget):
    def draw_anew(**values):
        picture = widget._figure(**widget._arguments(**values))
        picture._ipython_display_ = picture._repr_mimebundle_ = None  # shown by the inline backend, like any figure
        Gcf._set_new_active_manager(new_figure_manager_given_figure(1, picture))
        plt.show()

    for control in widget.controls.values():
        control.unobserve(widget._show, "value")
    ipywidgets.interact(draw_anew, **widget.controls)
"""
# Presses an arrow key on a slider's handle and waits for an image that was not there, decoded and painted.
PRESS = """([cell, k, key]) => new Promise((resolve, reject) => {
    const sources = () => Array.from(cell.querySelectorAll('img'), (img) => img.src).join();
    const before = sources();
    const observer = new MutationObserver(async () => {
        if (cell.querySelector('img') === null || sources() === before) return;
        observer.disconnect();
        await cell.querySelector('img').decode();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    observer.observe(cell, {subtree: true, childList: true, attributes: true, attributeFilter: ['src']});
    setTimeout(() => reject(new Error('no new picture within 10 s')), 10000);
    const handle = cell.querySelectorAll('.noUi-handle')[k];
    const start = performance.now();
    handle.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
})"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    cells = [new_code_cell(SETUP, id="setup")]
    for name in SLIDERS:
        cells.append(new_code_cell(f"widgets.{name}()", id=f"ours-{name}"))
        cells.append(new_code_cell(f"interact(widgets.{name}());", id=f"interact-{name}"))
    with chromium() as browser:
        home = tmp_path_factory.mktemp("lab")
        root = home / "course"
        root.mkdir()
        nbformat.write(new_notebook(metadata=METADATA, cells=cells), root / "speed.ipynb")
        with jupyter_lab(home, root) as address:
            lab = Lab(browser, address)
            lab.open("speed.ipynb")
            outputs = [output for cell in lab.run_all() for output in cell["outputs"]]
            assert "error" not in {output["output_type"] for output in outputs}
            yield lab


def latencies(lab, cell_id, k, key, events):
    """Milliseconds from each press of a key on slider k of a cell to its new picture."""
    cell = lab.show(cell_id)
    lab.page.wait_for_timeout(1000)  # the first frames are through
    times = []
    for _ in range(events):
        times.append(lab.page.evaluate(PRESS, [cell.element_handle(), k, key]))
        lab.page.wait_for_timeout(100)
    return np.array(times)


def test_latency(lab, table):
    table.lines.append("from slider event to new pixels, in ms    median   95 %   interact: median   95 %   ratio")
    for name, (control, key) in SLIDERS.items():
        k = list(getattr(widgets, name)().controls).index(control)
        ours = latencies(lab, f"ours-{name}", k, key, EVENTS)
        anew = latencies(lab, f"interact-{name}", k, key, EVENTS // 2)
        assert lab.errors == []
        numbers = [*np.percentile(ours, [50, 95]), *np.percentile(anew, [50, 95]), np.median(anew) / np.median(ours)]
        table.lines.append("{:<37} {:10.0f} {:6.0f} {:18.0f} {:6.0f} {:7.1f}".format(f"{name}: {control}", *numbers))
