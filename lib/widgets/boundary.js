// Two neurons learn to tell penguins apart, one under each loss. `data` is {X, y, orders, features, classes}: two
// features, the order of the visits in each epoch, and the names.

import { Panel, arrow, element, fixed, number, range, write } from "./drawing.js";
import { LOSSES, meanError, sgd } from "./neuron.js";

const NAMES = ["squared error", "cross-entropy"];
const COLOURS = ["sn-squared-error", "sn-cross-entropy"];
const CLASSES = ["sn-class-0", "sn-class-1"];
const ARROW = 0.14; // length of the arrow in standard deviations, for weights of length 1
const weight = { min: -8, max: 8, step: 0.1, text: (value) => fixed(value, 1) };

export const figure = (data) => ({
  controls: {
    epoch: { label: "", name: "epoch", value: 0, min: 0, max: data.orders.length, step: 1, text: String },
    w_1: { label: "w₁", name: "weight of the bill length at the start", value: -6, ...weight },
    w_2: { label: "w₂", name: "weight of the bill depth at the start", value: 4, ...weight },
    b: { label: "b", name: "bias at the start", value: 0, ...weight },
    eta: {
      label: "η", name: "learning rate", value: 0.05, min: -2.3, max: -0.3, step: 0.002,
      valueAt: (position) => 10 ** position, positionOf: Math.log10, text: (eta) => number(eta, 3),
    },
  },
  play: { control: "epoch", step: 1, interval: 400 },

  build(stage, set) {
    const boxes = stage.boxes(2, 360);
    const axis = (j) => {
      const values = data.X.map((x) => x[j]);
      const [low, high] = [Math.min(...values), Math.max(...values)], margin = 0.1 * (high - low);
      return { from: low - margin, to: high + margin, ticks: [-2, 0, 2], label: data.features[j] };
    };
    const left = new Panel(stage.picture, boxes[0], { x: axis(0), y: axis(1) });
    const right = new Panel(stage.picture, boxes[1], {
      x: { from: 0, to: data.orders.length, ticks: [0, 5, 10, 15], label: "epochs" },
      y: { from: 0, to: 1, ticks: [0, 0.5, 1], label: "mean |{a} − {y}|" },
    });
    data.X.forEach(([x_1, x_2], i) => {
      const mark = element(left.inside, "path", { class: `sn-mark ${CLASSES[data.y[i]]}` });
      const [px, py] = [left.atX(x_1), left.atY(x_2)];
      mark.setAttribute("d", data.y[i] ? `M${px - 4},${py + 3.5}h8l-4,-7.5z` : `M${px - 3.5},${py}a3.5,3.5 0 1 0 7,0a3.5,3.5 0 1 0 -7,0z`);
    });
    left.say(left.left, left.top - 12, `● {y} = 0: ${data.classes[0]}`, CLASSES[0]);
    left.say(left.right, left.top - 12, `▲ {y} = 1: ${data.classes[1]}`, `${CLASSES[1]} sn-end`);
    const before = element(left.inside, "path", { class: "sn-curve sn-before" });
    const lines = COLOURS.map((colour) => element(left.inside, "path", { class: `sn-curve sn-halo ${colour}` }));
    const arrows = COLOURS.map((colour) => element(left.inside, "path", { class: `sn-arrow ${colour}` }));
    const grips = [left.dot("sn-ring", 6), left.dot("sn-ring", 6)];
    const curves = COLOURS.map((colour) => right.curve([], [], colour));
    const points = COLOURS.map((colour) => right.dot(colour, 6));
    const titles = [
      right.say(right.right, right.top + 14, "", `sn-paper sn-end ${COLOURS[0]}`),
      right.say(right.right, right.top + 34, "", `sn-paper sn-end ${COLOURS[1]}`),
    ];
    let start = null;
    // The start has two handles: one on its line, which changes b, and one at the tip of its arrow, which changes w.
    const shift = left.handle((x_1, x_2) => set({ b: -(start.w[0] * x_1 + start.w[1] * x_2) }));
    const turn = left.handle((x_1, x_2) => {
      const [f_1, f_2] = foot(start);
      set({ w_1: (x_1 - f_1) / ARROW, w_2: (x_2 - f_2) / ARROW });
    });

    return ({ epoch, w_1, w_2, b, eta }) => {
      start = { w: [w_1, w_2], b };
      const runs = LOSSES.map((loss, k) =>
        sgd(loss, start.w, b, data.X, data.y, k ? eta : 4 * eta, data.orders.slice(0, epoch)));
      const errors = runs.map((path) => path.map((state) => meanError(state, data.X, data.y)));
      drawLine(left, before, start);
      const [f, t] = [foot(start), tip(start)];
      [f, t].forEach((place, k) => left.put(grips[k], ...place));
      left.hold(shift, ...f);
      left.hold(turn, ...t);
      runs.forEach((path, k) => {
        drawLine(left, lines[k], path[epoch]);
        drawArrow(left, arrows[k], path[epoch]);
        right.follow(curves[k], range(0, epoch, epoch + 1), errors[k]);
        right.put(points[k], epoch, errors[k][epoch]);
        write(titles[k], `${NAMES[k]} ${fixed(errors[k][epoch], 3)}`);
      });
      return `From {w} = (${fixed(w_1, 1)}, ${fixed(w_2, 1)}), {b} = ${fixed(b, 1)}, the dotted line with the two rings. `
        + `The arrows {w} point to the side of class 1. The mean error |{a} − {y}| began at ${fixed(errors[0][0], 3)}; `
        + `after ${epoch} epochs it is ${fixed(errors[0][epoch], 3)} under the squared error with the learning rate `
        + `4{η} = ${number(4 * eta, 3)}, and ${fixed(errors[1][epoch], 3)} under the cross-entropy with {η} = ${number(eta, 3)}.`;
    };
  },
});

// The point of the line w . x + b = 0 that is nearest to the origin, the mean of the penguins; the origin if w is 0.
function foot({ w, b }) {
  const square = w[0] ** 2 + w[1] ** 2;
  return square ? w.map((w_j) => (-b * w_j) / square) : [0, 0];
}

function tip(state) {
  return foot(state).map((f, j) => f + ARROW * state.w[j]);
}

function drawLine(panel, path, state) {
  const [f_1, f_2] = foot(state), [w_1, w_2] = state.w, length = Math.hypot(w_1, w_2);
  if (!length) return path.setAttribute("d", "");
  const [u_1, u_2] = [(-w_2 / length) * 20, (w_1 / length) * 20]; // longer than the panel
  const ends = [1, -1].map((sign) => `${panel.atX(f_1 + sign * u_1)},${panel.atY(f_2 + sign * u_2)}`);
  return path.setAttribute("d", `M${ends[0]}L${ends[1]}`);
}

function drawArrow(panel, path, state) {
  const [[f_1, f_2], [t_1, t_2]] = [foot(state), tip(state)];
  const drawn = state.w.some((w_j) => w_j !== 0);
  path.setAttribute("d", drawn ? arrow([panel.atX(f_1), panel.atY(f_2)], [panel.atX(t_1), panel.atY(t_2)]) : "");
}
