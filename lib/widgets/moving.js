// A moving figure: controls, a picture that depends on them, and below it a sentence that says what it shows. It runs in
// the browser, without a kernel.

import { element, unique, write } from "./drawing.js";

const SETTLED = 400; // milliseconds without a change, after which a screen reader is told the sentence
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// Show a figure in the element `el`; returns a function that removes its listeners. `makeFigure(data)` returns
//   controls: {name: {kind: "range" | "choice", label, name, value, ...}}, see `rangeControl` and `choiceControl`
//   presets:  {label: {name: value}}, a button each
//   play:     {control, step, interval}, a Play button that moves a control
//   build:    (stage, set) -> update: draws what does not change; update(values) draws the rest and returns the sentence
export function show(el, makeFigure, data) {
  const figure = makeFigure(data);
  const root = el.appendChild(document.createElement("div"));
  root.className = "sn-figure";
  root.dataset.lmSuppressShortcuts = "true"; // keys are for the controls: not for JupyterLab's shortcuts,
  root.addEventListener("keydown", (event) => event.stopPropagation()); // nor for its notebook, which moves between cells
  const form = child(root, "div", "sn-controls");
  const trouble = child(root, "p", "sn-trouble");
  trouble.setAttribute("role", "alert");
  const picture = element(root, "svg", { role: "img", class: "sn-picture" });
  const below = child(root, "div", "sn-below");
  const sentence = child(root, "p", "sn-sentence");
  sentence.setAttribute("aria-live", "polite");

  const start = Object.fromEntries(Object.entries(figure.controls).map(([name, { value }]) => [name, value]));
  const values = { ...start };
  let update = () => "", frame = null, settle = null, width = 0;

  const guarded = (action) => {
    try {
      action();
      trouble.textContent = "";
    } catch (error) {
      trouble.textContent = `This figure met an error: ${error.message}. Reset may help.`;
    }
  };
  const draw = () => {
    frame = null;
    guarded(() => {
      const says = update(values);
      write(sentence, says);
      picture.setAttribute("aria-label", says.replace(/[{}]/g, ""));
    });
    sentence.setAttribute("aria-busy", "true"); // a screen reader reads nothing while it moves
    clearTimeout(settle);
    settle = setTimeout(() => sentence.setAttribute("aria-busy", "false"), SETTLED);
  };
  const set = (changes, fit = true) => { // with `fit` rounded to a step of the slider
    for (const [name, value] of Object.entries(changes)) {
      values[name] = fit ? shown[name].fit(value) : value;
      shown[name].put(values[name]);
    }
    frame ??= requestAnimationFrame(draw); // at most one drawing for each frame of the browser
  };
  const rebuild = () => {
    width = root.clientWidth;
    if (!width) return; // not displayed
    picture.replaceChildren();
    below.replaceChildren();
    guarded(() => {
      update = figure.build(new Stage(picture, below, Math.min(width, 720)), set);
    });
    draw();
  };

  const shown = {};
  for (const [name, control] of Object.entries(figure.controls)) {
    const make = control.kind === "choice" ? choiceControl : rangeControl;
    shown[name] = make(child(form, "div", "sn-control"), name, control, (value) => set({ [name]: value }));
  }
  const buttons = child(form, "div", "sn-buttons");
  const stop = figure.play ? playButton(buttons, figure, values, set) : () => {};
  for (const [label, chosen] of Object.entries({ ...figure.presets, Reset: start })) {
    button(buttons, label, () => {
      stop();
      set(chosen, false);
    });
  }
  const watcher = new ResizeObserver(() => root.clientWidth !== width && rebuild());
  watcher.observe(root);
  rebuild();
  return () => {
    stop();
    watcher.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(settle);
    root.remove();
  };
}

// Where a figure is drawn: an SVG of `width` pixels, to which `panels` gives its height, and HTML `below` it.
class Stage {
  constructor(picture, below, width) {
    Object.assign(this, { picture, below, width });
    this.narrow = width < 560;
  }

  // Boxes for `count` panels of a height: beside each other, or on a narrow screen one below the other.
  boxes(count, height) {
    const [columns, rows] = this.narrow ? [1, count] : [count, 1];
    const width = this.width / columns;
    this.size(rows * height);
    return Array.from({ length: count }, (_, i) => ({
      x: (i % columns) * width, y: Math.floor(i / columns) * height, width, height,
    }));
  }

  size(height) {
    for (const [name, value] of Object.entries({ width: this.width, height })) this.picture.setAttribute(name, value);
  }
}

function child(parent, tag, kind) {
  const made = document.createElement(tag);
  made.className = kind;
  parent.append(made);
  return made;
}

function button(parent, label, pressed) {
  const made = child(parent, "button", "sn-button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", pressed);
  return made;
}

function titled({ label, name }) {
  return label ? `{${label}} ${name}` : name;
}

// A slider: {min, max, step} refer to its position. `value` converts a position to the value and `position` a value to
// the position, for example on a logarithmic slider; `text` formats a value.
function rangeControl(parent, name, control, changed) {
  const { min, max, step, text, valueAt = (p) => p, positionOf = (v) => v } = control;
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  const label = child(parent, "label", "");
  write(label, titled(control));
  const slide = child(parent, "div", "sn-slide"); // the value stands beside its slider, however long the label is
  const input = child(slide, "input", "");
  Object.assign(input, { type: "range", id: unique("slider"), min, max, step });
  label.htmlFor = input.id;
  const readout = child(slide, "output", "sn-readout");
  input.addEventListener("input", () => changed(valueAt(input.valueAsNumber)));
  const fit = (value) => {
    const position = Math.round((positionOf(value) - min) / step) * step + min;
    return valueAt(Number(Math.min(Math.max(position, min), max).toFixed(digits)));
  };
  const put = (value) => {
    input.value = positionOf(value);
    input.setAttribute("aria-valuetext", `${control.label || control.name} ${text(value)}`);
    readout.textContent = text(value);
  };
  put(control.value);
  return { fit, put };
}

// Buttons of which one is pressed: `options` maps values to labels.
function choiceControl(parent, name, control, changed) {
  const group = child(parent, "fieldset", "sn-choice");
  write(child(group, "legend", ""), titled(control));
  const radios = unique(name);
  const inputs = control.options.map(([value, words]) => {
    const label = child(group, "label", "");
    const input = child(label, "input", "");
    Object.assign(input, { type: "radio", name: radios, value: String(value), checked: value === control.value });
    child(label, "span", "").textContent = words;
    input.addEventListener("change", () => changed(value));
    return [value, input];
  });
  const put = (chosen) => inputs.forEach(([value, input]) => { input.checked = value === chosen; });
  return { fit: (value) => value, put };
}

// A button that moves a control step by step to its end; returns a function that stops it. With the browser's setting
// for reduced motion it jumps to the end.
function playButton(parent, { play, controls }, values, set) {
  const { max, min } = controls[play.control];
  let timer = null;
  const stop = () => {
    clearInterval(timer);
    timer = null;
    made.textContent = "Play";
  };
  const advance = () => {
    set({ [play.control]: values[play.control] + play.step });
    if (values[play.control] >= max) stop();
  };
  const made = button(parent, "Play", () => {
    if (timer) return stop();
    if (values[play.control] >= max) set({ [play.control]: min });
    if (still()) return set({ [play.control]: max });
    made.textContent = "Pause";
    timer = setInterval(advance, play.interval);
  });
  return stop;
}
