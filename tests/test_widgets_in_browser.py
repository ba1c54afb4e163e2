"""The moving figures alone in a real browser, without Jupyter and without a kernel: keys, mouse, themes, widths.

Screenshots of every figure in light and dark, on wide and narrow screens, go to ``screenshots/``: for looking at.
"""

import re

import numpy as np
import pytest

from browser import accessibility_faults, chromium, moments, reference_faults
from lib import data, neuron, widgets
from lib.lockstep import sgd_many
from tools.made_up_course import COURSE

SCREENSHOTS = COURSE / "screenshots"
WIDGETS = ["first_race"]
WIDGETS += ["sigmoid_explorer", "loss_explorer", "chain_rule", "saturation", "race", "loss_surface", "boundary"]
PAGE = """<!doctype html>
<html lang="en" data-theme="{theme}"><title>{name}</title><style>{css}</style>
<body style="margin: 0; background: {background}"><main><h1 hidden>{name}</h1><div id="figure"></div></main></body>
</html>"""
RENDER = """async ([source, data]) => {
    const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
    const module = await import(url);
    window.end = module.default.render({model: {get: () => data}, el: document.getElementById('figure')});
}"""
every_widget = pytest.mark.parametrize("name", WIDGETS)


class Shown:
    """A figure in a page of its own."""

    def __init__(self, page, name, theme="light", data=None):
        self.page, self.name = page, name
        widget = getattr(widgets, name)()
        css = (widgets.HERE / "style.css").read_text(encoding="utf-8")
        background = {"light": "#ffffff", "dark": "#111111"}[theme]
        page.set_content(PAGE.format(name=name, theme=theme, css=css, background=background))
        page.evaluate(RENDER, [widget._esm, widget.data if data is None else data])
        self.sentence = page.locator(".sn-sentence")
        self.sliders = page.get_by_role("slider")

    def settled(self):
        """The sentence, once it no longer changes."""
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        self.page.wait_for_function("document.querySelector('.sn-sentence').ariaBusy === 'false'")
        return self.sentence.inner_text()

    def slide(self, position, k=0):
        """Put a slider where its position, on its own scale, is the given one."""
        self.sliders.nth(k).evaluate(
            "(slider, p) => { slider.value = p; slider.dispatchEvent(new Event('input', {bubbles: true})); }", position
        )
        return self.settled()

    def numbers(self):
        found = re.findall(r"[−-]?\d+(?:\.\d+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?", self.settled())
        return [float(n.replace("−", "-")) for n in found if "×" not in n]


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1000, "height": 1000})
    errors = []
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


@every_widget
def test_every_slider_moves_the_figure_by_keys_and_says_its_value(page, name):
    shown = Shown(page, name)
    first = shown.settled()
    for slider in shown.sliders.all():
        before, drawn = shown.settled(), page.locator(".sn-picture").inner_html()
        slider.focus()
        for _ in range(5):
            slider.press("ArrowRight")
        assert shown.settled() != before and page.locator(".sn-picture").inner_html() != drawn
        shown_value = slider.locator("xpath=ancestor::div[1]").locator("output").inner_text()
        assert slider.get_attribute("aria-valuetext").endswith(shown_value)
        assert slider.evaluate("slider => slider.labels[0].innerText.trim().length") > 0
    page.get_by_role("button", name="Reset").click()
    assert shown.settled() == first


@pytest.mark.parametrize("name", ["loss_explorer", "chain_rule", "saturation"])
def test_choices_are_two_buttons(page, name):
    shown = Shown(page, name)
    for group in page.get_by_role("group").all():
        one, two = group.get_by_role("radio").all()
        before = shown.settled()
        assert one.is_checked() and not two.is_checked()
        one.focus()
        one.press("ArrowRight")
        assert two.is_checked() and shown.settled() != before


@pytest.mark.parametrize("name", [name for name in WIDGETS if name not in ("chain_rule", "first_race")])
def test_the_thing_itself_is_dragged(page, name):
    shown = Shown(page, name)
    handles = page.locator(".sn-handle")
    assert handles.count() >= 1
    for k in range(handles.count()):
        page.get_by_role("button", name="Reset").click()
        before, box = shown.settled(), handles.nth(k).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x - 30, y + 20, steps=5)
        page.mouse.up()
        assert shown.settled() != before
        moved = handles.nth(k).bounding_box()
        assert abs(moved["x"] - box["x"]) + abs(moved["y"] - box["y"]) > 10


def test_sigmoid_explorer_tells_the_truth(page):
    shown = Shown(page, "sigmoid_explorer")
    for z in -8.0, -3.1, 0.0, 4.6:
        shown.slide(z)
        _, a, _, slope, *_ = shown.numbers()  # z, a, the 1 in 1 - a, the slope
        assert a == pytest.approx(neuron.sigmoid(z), rel=1e-3)
        assert slope == pytest.approx(neuron.sigmoid_prime(z), rel=1e-3)
        assert ("here too" in shown.settled()) == (neuron.sigmoid_prime(z) < 0.02)


def test_loss_explorer_reaches_the_last_hundredth_with_the_mouse(page):
    shown = Shown(page, "loss_explorer")
    box = shown.sliders.first.bounding_box()
    seen, middle = set(), box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.8 * box["width"], middle)
    page.mouse.down()
    for part in np.linspace(0.8, 0.98, 15):
        page.mouse.move(box["x"] + part * box["width"], middle)
        seen.add(shown.numbers()[1])
    page.mouse.up()
    assert len([a for a in seen if 0.99 < a < 1]) >= 10
    page.get_by_role("button", name="Reset").click()
    shown.settled()
    assert "dL/da = a − y = a = 0.9" in page.locator(".sn-words.sn-squared-error").last.text_content()


def test_race_tells_the_truth_and_nothing_of_the_future(page):
    shown = Shown(page, "race")
    runs = sgd_many(["squared_error", "cross_entropy"], [2.0], 2.0, [[1.0]], [0], 0.15, 300, 0)
    wanted = neuron.sigmoid(runs.w[:, :, 0] + runs.b)
    for update in 0, 120, 300:
        shown.slide(update)
        assert shown.numbers()[-2:] == pytest.approx(wanted[:, update], abs=6e-4)
        box = page.locator(".sn-curve").evaluate_all("curves => curves.map(curve => curve.getBBox().width)")
        assert len(box) == 2 and box == pytest.approx([box[0]] * 2)
        full = page.locator(".sn-level").first.evaluate("level => level.getBBox().width")
        assert box[0] == pytest.approx(full * update / 300, abs=0.5)


def test_the_walks_are_those_of_lib(page):
    X, y = data.clouds(60, 1, np.random.default_rng(1))
    shown = Shown(page, "loss_surface")
    shown.slide(20)
    runs = sgd_many(["squared_error", "cross_entropy"], [-6.0], 8.0, X, y, [0.4, 0.1], 20, 1)
    errors = np.abs(neuron.sigmoid(runs.w[:, -1] @ X.T + runs.b[:, -1:]) - y).mean(axis=-1)
    words = page.locator(".sn-picture").text_content()
    assert [float(n) for n in re.findall(r"= (0\.\d{3})", words)] == pytest.approx(errors, abs=6e-4)


def test_the_lines_between_the_penguins_are_those_of_lib(page):
    X, y = data.penguins()
    shown = Shown(page, "boundary")
    shown.slide(15)
    runs = sgd_many(["squared_error", "cross_entropy"], [-6.0, 4.0], 0.0, X, y, [0.2, 0.05], 15, 0)
    errors = np.abs(neuron.sigmoid(runs.w[:, -1] @ X.T + runs.b[:, -1:]) - y).mean(axis=-1)
    found = re.search(r"is (0\.\d+) under the squared error .* and (0\.\d+) under", shown.settled())
    assert [float(number) for number in found.groups()] == pytest.approx(errors, abs=6e-4)
    assert page.locator(".sn-mark").count() == len(y)


@pytest.mark.parametrize("name", ["race", "loss_surface", "boundary"])
def test_play_runs_to_the_end_and_pauses(page, name):
    shown = Shown(page, name)
    slider = shown.sliders.first
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("slider => Number(slider.value) >= 3", arg=slider.element_handle())
    page.get_by_role("button", name="Pause").click()
    stopped = slider.input_value()
    page.wait_for_timeout(1000)
    assert slider.input_value() == stopped
    shown.slide(int(slider.get_attribute("max")) - 1)
    page.get_by_role("button", name="Play").click()
    page.get_by_role("button", name="Play").wait_for()  # it ended by itself
    for _ in moments():
        if slider.input_value() == slider.get_attribute("max"):
            break


def test_who_asked_for_less_motion_gets_the_end_at_once(page):
    page.emulate_media(reduced_motion="reduce")
    shown = Shown(page, "race")
    page.get_by_role("button", name="Play").click()
    assert shown.sliders.first.input_value() == "300"


def test_a_failure_is_told_in_the_figure(page):
    shown = Shown(page, "loss_surface", data={"X": [[1.0]], "y": [0], "eta": [1], "orders": [[0], [5]]})
    assert page.get_by_role("alert").inner_text() == ""
    shown.sliders.first.evaluate(
        "slider => { slider.value = 2; slider.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    page.wait_for_function("document.querySelector('[role=alert]').innerText.includes('met an error')")
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("document.querySelector('[role=alert]').innerText === ''")


def test_an_ended_figure_leaves_nothing(page):
    Shown(page, "race").settled()
    page.get_by_role("button", name="Play").click()
    page.evaluate("window.end()")
    assert page.locator("#figure").inner_html() == ""
    page.wait_for_timeout(300)


def test_figures_on_one_page_share_nothing(page):
    """Each widget loads the module anew: here as in JupyterLab, every figure twice, on a page that came over http."""
    page.route("http://figures.test/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto("http://figures.test/")
    assert page.evaluate("!isSecureContext && !crypto.randomUUID")
    for name in WIDGETS * 2:
        widget = getattr(widgets, name)()
        page.evaluate(
            """() => {
                document.getElementById('figure')?.removeAttribute('id');
                document.body.append(Object.assign(document.createElement('div'), {id: 'figure'}));
            }"""
        )
        page.evaluate(RENDER, [widget._esm, widget.data])
    assert page.locator(".sn-figure").count() == 2 * len(WIDGETS)
    clipped = page.locator(".sn-figure [clip-path]").evaluate_all("all => all.map(e => e.getAttribute('clip-path'))")
    assert len(set(clipped)) == len(clipped) >= 2 * len(WIDGETS)
    assert reference_faults(page) == []


@every_widget
def test_a_value_stands_beside_its_slider(page, name):
    for width in 1000, 400:
        page.set_viewport_size({"width": width, "height": 1000})
        Shown(page, name).settled()
        for slider in page.get_by_role("slider").all():
            value = slider.locator("xpath=following-sibling::output")
            left, right = slider.bounding_box(), value.bounding_box()
            assert 0 <= right["x"] - left["x"] - left["width"] <= 16
            assert abs(right["y"] + right["height"] / 2 - left["y"] - left["height"] / 2) <= 6


def test_chain_rule_tells_the_truth_under_both_losses(page):
    shown = Shown(page, "chain_rule")
    shown.slide(5.0, 2)  # b
    for loss, prime in ("squared error", neuron.squared_error_prime), ("cross-entropy", neuron.cross_entropy_prime):
        page.get_by_text(loss, exact=True).click()
        says, a = shown.settled(), neuron.sigmoid(7.0)
        factors = [float(n) for n in re.search(r"dL/da = (\S+), a′ = (\S+) and x = (\S+) multiply", says).groups()]
        product = float(re.search(r"∂L/∂w = (\d+\.\d+(?:×10\S+)?)", says)[1])
        assert factors == pytest.approx([prime(a, 0), neuron.sigmoid_prime(7.0), 1], rel=1e-3)
        assert product == pytest.approx(np.prod(factors), rel=1e-3)
        assert ("as large as" in says) == (loss == "cross-entropy")
    assert "(27)" not in page.locator(".sn-figure").inner_text()  # the notebook finds it later
    shown.slide(-5.0, 2)  # z = -3: the answer is right, and dL/da is 1
    assert "as large as" not in shown.settled()


@every_widget
def test_fits_and_is_legible_in_every_theme_and_width(page, name):
    SCREENSHOTS.mkdir(exist_ok=True)
    for theme in "light", "dark":
        for width in 1000, 640, 400:
            page.set_viewport_size({"width": width, "height": 1000})
            shown = Shown(page, name, theme)
            shown.settled()
            if shown.sliders.first.get_attribute("max") in ("300", "20", "15"):
                shown.slide(int(shown.sliders.first.get_attribute("max")) // 3)
            page.locator(".sn-figure").screenshot(path=SCREENSHOTS / f"{name}-{theme}-{width}.png")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            sizes = page.locator("text, label, output, p, button").evaluate_all(
                "parts => parts.map(part => parseFloat(getComputedStyle(part).fontSize))"
            )
            assert min(sizes) >= 12
            picture = page.locator(".sn-picture").bounding_box()
            for text in page.locator(".sn-picture text").all():
                box = text.bounding_box()
                if box and text.text_content():
                    assert box["x"] >= -1 and box["x"] + box["width"] <= picture["x"] + picture["width"] + 1
            assert accessibility_faults(page, "#figure") == []
