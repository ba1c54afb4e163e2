// A point on the sigmoid with its tangent, beside it the slope with the same point, and the saturated zones.

import { Panel, fixed, number, place, range, write } from "./drawing.js";
import { saturationPoint, sigmoid, sigmoidPrime } from "./neuron.js";

const GRID = range(-8, 8, 321);
const Z_AXIS = { from: -8, to: 8, ticks: [-8, -4, 0, 4, 8], label: "weighted input {z}" };

export const figure = () => ({
  controls: {
    z: { label: "z", name: "weighted input", value: 1, min: -8, max: 8, step: 0.1, text: (z) => fixed(z, 1) },
    eps: {
      label: "ε", name: "slope where saturation begins", value: 0.02, min: -3, max: -0.602, step: 0.002,
      valueAt: (position) => Math.min(10 ** position, 0.25), positionOf: Math.log10, text: (eps) => number(eps, 3),
    },
  },
  presets: { "ε = 0.1": { eps: 0.1 }, "ε = 0.001": { eps: 0.001 } },

  build(stage, set) {
    const boxes = stage.boxes(2, 300);
    const left = new Panel(stage.picture, boxes[0], {
      x: Z_AXIS, y: { from: -0.05, to: 1.05, ticks: [0, 0.5, 1], label: "activation {a} = {σ}({z})" }, title: " ",
    });
    const right = new Panel(stage.picture, boxes[1], {
      x: Z_AXIS, y: { from: 0, to: 0.28, ticks: [0, 0.1, 0.2], label: "slope {σ}′({z}) = {a}(1 − {a})" }, title: " ",
    });
    const zones = [left, right].map((panel) => [panel.zone(), panel.zone()]);
    left.curve(GRID, GRID.map(sigmoid), "sn-ink");
    right.curve(GRID, GRID.map(sigmoidPrime), "sn-slope");
    right.level(0.25);
    right.say(right.left + 6, right.atY(0.25) - 6, "maximum ¼", "sn-small");
    const threshold = right.upright("sn-level sn-zone-edge");
    const tangent = left.curve([], [], "sn-slope sn-thin");
    const foot = right.upright();
    const points = [left.dot("sn-ink", 6), right.dot("sn-slope", 6)];
    const numbers = [left.say(0, 0, "", "sn-slope"), right.say(0, 0, "", "sn-slope")];
    const handles = [left, right].map((panel) => panel.handle((z) => set({ z })));

    return ({ z, eps }) => {
      const a = sigmoid(z), slope = sigmoidPrime(z), edge = saturationPoint(eps);
      [left, right].forEach((panel, k) => {
        panel.shade(zones[k][0], -8, -edge);
        panel.shade(zones[k][1], edge, 8);
      });
      left.follow(tangent, [-8, 8], [a + slope * (-8 - z), a + slope * (8 - z)]);
      threshold.setAttribute("d", `M${right.left},${right.atY(eps)}H${right.right}`);
      right.standAt(foot, z, right.bottom, right.atY(slope));
      [[left, a], [right, slope]].forEach(([panel, height], k) => {
        panel.put(points[k], z, height);
        panel.hold(handles[k], z, height);
      });
      const side = z >= 0; // there is no curve at the lower right, and none at the upper left
      numbers[0].classList.toggle("sn-end", side);
      numbers[1].classList.toggle("sn-end", side);
      const a_words = `{a} = ${number(a)}\nslope ${number(slope)}`;
      place(numbers[0], side ? left.right - 8 : left.left + 8, side ? left.bottom - 34 : left.top + 22, a_words);
      const slope_words = `{σ}′(${fixed(z, 1)})\n= ${number(slope)}`;
      place(numbers[1], side ? right.right - 8 : right.left + 8, right.top + 80, slope_words);
      write(right.title, `shaded: {σ}′({z}) < {ε} = ${number(eps, 3)}`);
      return `At {z} = ${fixed(z, 1)} the activation is {a} = ${number(a)} and the slope of the tangent is `
        + `{a}(1 − {a}) = ${number(slope)}. Shaded: where the slope is below {ε} = ${number(eps, 3)}, and the neuron is `
        + `saturated${Math.abs(z) > edge ? ": here too" : "; here it is not"}.`;
    };
  },
});
