// Both losses and their derivatives at an activation, for either label.

import { Panel, fixed, number, place, range, write } from "./drawing.js";
import { crossEntropy, crossEntropyPrime, sigmoid, squaredError, squaredErrorPrime } from "./neuron.js";

const GRID = range(-12, 12, 401).map(sigmoid); // dense at the ends
const A_AXIS = { from: 0, to: 1, ticks: [0, 0.5, 1], label: "activation {a}" };
const FORMULAS = [
  { values: ["½{a}²", "−log(1 − {a})"], slopes: ["{a} − {y} = {a}", "1/(1 − {a})"] },
  { values: ["½(1 − {a})²", "−log {a}"], slopes: ["{a} − {y} = {a} − 1", "−1/{a}"] },
];
const COLOURS = ["sn-squared-error", "sn-cross-entropy"];
const text = (a) => (a > 0.99 || a < 0.01 ? fixed(a, 4) : fixed(a, 3));

export const figure = () => ({
  controls: {
    // The slider moves z = log(a / (1 - a)), which gives a near 0 and 1 more room.
    a: {
      label: "a", name: "activation", value: 0.9, min: -7, max: 7, step: 0.002, text,
      valueAt: sigmoid, positionOf: (a) => Math.log(a / (1 - a)),
    },
    y: { kind: "choice", label: "y", name: "label", value: 0, options: [[0, "0"], [1, "1"]] },
  },

  build(stage, set) {
    const boxes = stage.boxes(2, 320);
    const left = new Panel(stage.picture, boxes[0], {
      x: A_AXIS, y: { from: 0, to: 4, ticks: [0, 1, 2, 3, 4], label: "loss {L}" }, title: " ",
    });
    const right = new Panel(stage.picture, boxes[1], {
      x: A_AXIS, y: { from: -10, to: 10, ticks: [-10, -5, 0, 5, 10], label: "slope d{L}/d{a}" }, title: " ",
    });
    right.level(0);
    const panels = [left, right];
    const curves = panels.map((panel) => COLOURS.map((colour) => panel.curve([], [], colour)));
    const uprights = panels.map((panel) => panel.upright());
    const points = panels.map((panel) => COLOURS.map((colour) => panel.dot(colour, 6)));
    const words = panels.map((panel) => COLOURS.map((colour) => panel.say(0, 0, "", colour)));
    const handles = panels.map((panel) => panel.handle((a) => set({ a: Math.min(Math.max(a, 1e-6), 1 - 1e-6) })));
    let drawn = null;

    return ({ a, y }) => {
      const values = [squaredError(a, y), crossEntropy(a, y)];
      const slopes = [squaredErrorPrime(a, y), crossEntropyPrime(a, y)];
      if (drawn !== y) {
        [[squaredError, crossEntropy], [squaredErrorPrime, crossEntropyPrime]].forEach((functions, k) =>
          functions.forEach((f, j) => panels[k].follow(curves[k][j], GRID, GRID.map((x) => f(x, y)))));
        write(left.title, `losses for {y} = ${y}`);
        write(right.title, `their slopes for {y} = ${y}`);
        drawn = y;
      }
      [[values, "values", "{L}", 0], [slopes, "slopes", "d{L}/d{a}", y === 0 ? 0.58 : 0]].forEach(
        ([numbers, formulas, name, height], k) => {
          const panel = panels[k], low = panel.top + 18 + height * (panel.bottom - panel.top);
          panel.standAt(uprights[k], a);
          panel.hold(handles[k], a, numbers[1]);
          numbers.forEach((value, j) => {
            panel.put(points[k][j], a, value);
            words[k][j].classList.toggle("sn-end", y === 1);
            const says = `${name} = ${FORMULAS[y][formulas][j]} = ${number(value)}`;
            place(words[k][j], y === 1 ? panel.right - 6 : panel.left + 8, low + 24 * j, says);
          });
        });
      return `For {y} = ${y} and {a} = ${text(a)}: the squared error is ${number(values[0])} with slope `
        + `${number(slopes[0])}, the cross-entropy ${number(values[1])} with slope ${number(slopes[1])}.`;
    };
  },
});
