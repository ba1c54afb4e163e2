"""Frames a second while a slider is dragged for two seconds, in JupyterLab in headless chromium.

    python -m pytest benchmarks/test_widget_speed.py

Beside our figures, in the same run: `interact` on one of the course's pictures, a plain ipywidgets slider that changes
a label through the kernel, and an empty page, which shows what the browser paints at most. Nothing is asserted about
time; the table at the end is the result. Wanted on an idle machine with two cores: a median of 55 frames a second and
no gap above 50 ms; on a busy one half of what the empty page paints.
"""

import nbformat
import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from browser import Lab, chromium, jupyter_lab
from tools.run_notebooks import METADATA

WIDGETS = ["sigmoid_explorer", "loss_explorer", "chain_rule", "saturation", "race", "loss_surface", "boundary"]
SECONDS = 2
SETUP = "import ipywidgets\nfrom lib import figures, widgets"
LABEL = """
label = ipywidgets.Label("z")
slider = ipywidgets.FloatSlider(min=-8, max=8, step=0.01)
slider.observe(lambda change: label.set_trait('value', f"z = {change['new']:.2f}"), 'value')
ipywidgets.VBox([slider, label])
"""
INTERACT = "ipywidgets.interact(lambda z: figures.tangent(z), z=ipywidgets.FloatSlider(min=-8, max=8, step=0.01));"
# For two seconds moves a slider of ours to and fro, as a hand does, once a frame of the browser; counts the frames at
# which the figure had changed. Without a slider: all frames.
DRAG_OURS = """([cell, milliseconds]) => new Promise(done => {
    const slider = cell?.querySelector('input[type=range]'), picture = cell?.querySelector('.sn-figure');
    const times = [];
    let changed = !picture;
    if (picture) new MutationObserver(() => { changed = true; }).observe(picture, {
        subtree: true, childList: true, attributes: true, characterData: true,
    });
    const start = performance.now();
    const turn = now => {
        if (changed) times.push(now);
        if (picture) changed = false;
        if (now - start > milliseconds) return done(times);
        if (slider) {
            const part = 0.5 - 0.5 * Math.cos((now - start) / 300);
            slider.value = Number(slider.min) + part * (slider.max - slider.min);
            slider.dispatchEvent(new Event('input', {bubbles: true}));
        }
        requestAnimationFrame(turn);
    };
    requestAnimationFrame(turn);
})"""
# The same for a slider of ipywidgets, which is moved by keys.
DRAG_THEIRS = """([cell, milliseconds]) => new Promise(done => {
    const handle = cell.querySelector('.noUi-handle');
    const shown = () => [...cell.querySelectorAll('img')].map(img => img.src).join() +
        [...cell.querySelectorAll('.widget-label')].map(label => label.innerText).join();
    const times = [];
    let last = shown();
    const start = performance.now();
    const turn = now => {
        const current = shown();
        if (current !== last) times.push(now);
        last = current;
        if (now - start > milliseconds) return done(times);
        handle.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true, cancelable: true}));
        requestAnimationFrame(turn);
    };
    requestAnimationFrame(turn);
})"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    sources = {"setup": SETUP, "label": LABEL, "interact": INTERACT} | {name: f"widgets.{name}()" for name in WIDGETS}
    cells = [new_code_cell(source, id=name) for name, source in sources.items()]
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


def frames(lab, script, cell):
    """(frames a second, longest gap in ms) while a cell's slider is dragged."""
    lab.page.wait_for_timeout(1000)  # the first frames are through
    times = lab.page.evaluate(script, [cell and cell.element_handle(), 1000 * SECONDS])
    gaps = np.diff(times) if len(times) > 1 else np.array([1000.0 * SECONDS])
    return 1000 / np.median(gaps), gaps.max()


def test_frames_a_second(lab, table):
    empty, gap = frames(lab, DRAG_OURS, None)
    table.lines.append("while dragging                    frames/s   longest gap, ms   of an empty page's frames")
    table.lines.append(f"{'an empty page':<30} {empty:11.1f} {gap:17.0f} {1:27.2f}")
    for name in WIDGETS:
        rate, gap = frames(lab, DRAG_OURS, lab.show(name))
        table.lines.append(f"{name:<30} {rate:11.1f} {gap:17.0f} {rate / empty:27.2f}")
    for name, what in ("label", ".widget-label:visible"), ("interact", "img"):
        rate, gap = frames(lab, DRAG_THEIRS, lab.show(name, what))
        table.lines.append(f"ipywidgets: {name:<18} {rate:11.1f} {gap:17.0f} {rate / empty:27.2f}")
    assert lab.errors == []
