// Two neurons that should learn to answer 0 for x = 1, one under each loss, from the same start.

import { Panel, fixed, number, range, write } from "./drawing.js";
import { LOSSES, sgd, sigmoid } from "./neuron.js";

const UPDATES = 300;
const COLOURS = { squared_error: "sn-squared-error", cross_entropy: "sn-cross-entropy" };
const ORDERS = Array.from({ length: UPDATES }, () => [0]); // one example, so an epoch is one update
const weight = { min: -4, max: 4, step: 0.1, text: (value) => fixed(value, 1) };

export const figure = () => ({
  controls: {
    update: { label: "", name: "update", value: 0, min: 0, max: UPDATES, step: 1, text: String },
    w: { label: "w", name: "weight at the start", value: 2, ...weight },
    b: { label: "b", name: "bias at the start", value: 2, ...weight },
    eta: {
      label: "η", name: "learning rate", value: 0.15, min: -2, max: 0.4, step: 0.002,
      valueAt: (position) => 10 ** position, positionOf: Math.log10, text: (eta) => number(eta, 3),
    },
  },
  presets: {
    "easy start": { update: 0, w: 0.6, b: 0.9, eta: 0.15 },
    "hard start": { update: 0, w: 2, b: 2, eta: 0.15 },
  },
  play: { control: "update", step: 3, interval: 50 },

  build(stage, set) {
    const [box] = stage.boxes(1, 350);
    const panel = new Panel(stage.picture, { ...box, y: 20, height: 330 }, {
      x: { from: 0, to: UPDATES, ticks: [0, 100, 200, 300], label: "updates" },
      y: { from: 0, to: 1.03, ticks: [0, 0.5, 1], label: "activation {a} (wanted: 0)" },
    });
    panel.level(0.5);
    panel.say(panel.right - 4, panel.atY(0.5) - 6, "one half", "sn-small sn-end");
    const curves = LOSSES.map((loss) => panel.curve([], [], COLOURS[loss]));
    const points = LOSSES.map((loss) => panel.dot(COLOURS[loss], 6));
    const titles = [
      panel.say(panel.left, panel.top - 32, "", COLOURS.squared_error),
      panel.say(panel.left, panel.top - 12, "", COLOURS.cross_entropy),
    ];
    const start = panel.dot("sn-ring", 6);
    let current = null;
    // The height of the start is sigma(w + b): dragging it changes b.
    const handle = panel.handle((x, y) => {
      const a = Math.min(Math.max(y, 1e-4), 1 - 1e-4);
      set({ b: Math.log(a / (1 - a)) - current.w });
    });

    return (values) => {
      const { update, w, b, eta } = values;
      current = values;
      const answers = LOSSES.map((loss) =>
        sgd(loss, [w], b, [[1]], [0], eta, ORDERS.slice(0, update)).map((state) => sigmoid(state.w[0] + state.b)));
      const steps = range(0, update, update + 1);
      answers.forEach((a, k) => {
        panel.follow(curves[k], steps, a);
        panel.put(points[k], update, a[update]);
      });
      write(titles[0], `squared error: {a} = ${fixed(answers[0][update], 3)}`);
      write(titles[1], `cross-entropy: {a} = ${fixed(answers[1][update], 3)}`);
      panel.put(start, 0, answers[0][0]);
      panel.hold(handle, 0, answers[0][0]);
      return `Both start at {w} = ${fixed(w, 1)}, {b} = ${fixed(b, 1)} with the answer ${fixed(answers[0][0], 3)}. After `
        + `${update} updates with {η} = ${number(eta, 3)} the squared error has brought it to `
        + `${fixed(answers[0][update], 3)}, the cross-entropy to ${fixed(answers[1][update], 3)}.`;
    };
  },
});
