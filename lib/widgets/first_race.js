// Two neurons that should learn to answer 0 for x = 1 under the squared error: a little wrong, and badly wrong.

import { Panel, fixed, range, write } from "./drawing.js";
import { sgd, sigmoid } from "./neuron.js";

const UPDATES = 300, ETA = 0.15;
const ORDERS = Array.from({ length: UPDATES }, () => [0]); // one example, so an epoch is one update
const STARTS = [
  { name: "easy", w: 0.6, b: 0.9, colour: "sn-ink" },
  { name: "hard", w: 2, b: 2, colour: "sn-squared-error" },
];

export const figure = () => ({
  controls: { update: { label: "", name: "update", value: 0, min: 0, max: UPDATES, step: 1, text: String } },
  presets: {},
  play: { control: "update", step: 3, interval: 50 },

  build(stage) {
    const [box] = stage.boxes(1, 350);
    const panel = new Panel(stage.picture, { ...box, y: 20, height: 330 }, {
      x: { from: 0, to: UPDATES, ticks: [0, 100, 200, 300], label: "updates" },
      y: { from: 0, to: 1.03, ticks: [0, 0.5, 1], label: "answer {a} (wanted: 0)" },
    });
    panel.level(0.5);
    panel.say(panel.right - 4, panel.atY(0.5) - 6, "one half", "sn-small sn-end");
    const curves = STARTS.map(({ colour }) => panel.curve([], [], colour));
    const points = STARTS.map(({ colour }) => panel.dot(colour, 6));
    const titles = STARTS.map(({ colour }, k) => panel.say(panel.left, panel.top - 32 + 20 * k, "", colour));

    return ({ update }) => {
      const answers = STARTS.map(({ w, b }) =>
        sgd("squared_error", [w], b, [[1]], [0], ETA, ORDERS.slice(0, update))
          .map((state) => sigmoid(state.w[0] + state.b)));
      const steps = range(0, update, update + 1);
      answers.forEach((a, k) => {
        panel.follow(curves[k], steps, a);
        panel.put(points[k], update, a[update]);
        write(titles[k], `${STARTS[k].name}: {a} = ${fixed(a[update], 3)}`);
      });
      return `After ${update} updates the neuron with the easy start answers ${fixed(answers[0][update], 3)}, the one with `
        + `the hard start ${fixed(answers[1][update], 3)}. Both should answer 0.`;
    };
  },
});
