// |dL/dz| of both losses at z, and the ratio of the two.

import { Panel, arrow, fixed, number, place, range, write } from "./drawing.js";
import { saturationPoint, sigmoidPrime, slopeInZ } from "./neuron.js";

const GRID = range(-10, 10, 401);
const EDGE = saturationPoint(0.02); // in the shaded zone, |z| > EDGE, a' < 0.02

export const figure = () => ({
  controls: {
    z: { label: "z", name: "weighted input", value: 4, min: -10, max: 10, step: 0.1, text: (z) => fixed(z, 1) },
    y: { kind: "choice", label: "y", name: "label", value: 0, options: [[0, "0"], [1, "1"]] },
  },

  build(stage, set) {
    const [box] = stage.boxes(1, 360);
    const powers = { "-6": "10⁻⁶", "-4": "10⁻⁴", "-2": "10⁻²", 0: "1" };
    const panel = new Panel(stage.picture, box, {
      x: { from: -10, to: 10, ticks: [-10, -5, 0, 5, 10], label: "weighted input {z}" },
      y: {
        from: 1e-6, to: 6, log: true, ticks: [1e-6, 1e-4, 1e-2, 1], label: "|d{L}/d{z}|",
        text: (tick) => powers[Math.round(Math.log10(tick))],
      },
      title: " ",
    });
    const zone = panel.zone();
    const slow = panel.curve([], [], "sn-squared-error"), fast = panel.curve([], [], "sn-cross-entropy");
    const gap = panel.above.appendChild(panel.upright("sn-arrow sn-slope"));
    const points = [panel.dot("sn-squared-error", 6), panel.dot("sn-cross-entropy", 6)];
    const [inZone, easy] = [panel.say(0, 0, "", "sn-middle sn-zone-words"), panel.say(0, 0, "", "sn-middle sn-small")];
    const names = ["sn-squared-error", "sn-cross-entropy"].map((kind) => panel.say(0, 0, "", `sn-paper ${kind}`));
    const ratio = panel.say(0, 0, "", "sn-slope");
    const handles = [0, 1].map(() => panel.handle((z) => set({ z })));
    let drawn = null;

    return ({ z, y }) => {
      const wrong = 1 - 2 * y; // the side of z on which the answer is wrong
      const slopes = ["squared_error", "cross_entropy"].map((loss) => Math.abs(slopeInZ(loss, z, y)));
      const times = 1 / sigmoidPrime(z);
      if (drawn !== y) {
        panel.follow(slow, GRID, GRID.map((t) => Math.abs(slopeInZ("squared_error", t, y))));
        panel.follow(fast, GRID, GRID.map((t) => Math.abs(slopeInZ("cross_entropy", t, y))));
        panel.shade(zone, wrong * EDGE, wrong * 10);
        const narrow = stage.narrow;
        place(inZone, panel.atX(wrong * 6.9), panel.top + 16, narrow ? "badly wrong" : "saturated, badly wrong");
        place(easy, panel.atX(-wrong * 7), panel.top + 16, narrow ? "right" : "right: little to learn");
        names.forEach((text) => text.classList.toggle("sn-end", y === 1));
        place(names[1], panel.atX(-9.7 * wrong), panel.atY(0.05), "cross-entropy (26)\n|{a} − {y}|");
        place(names[0], panel.atX(-4.2 * wrong), panel.atY(3e-5), "squared error (20)\n|{a} − {y}| · {a}′");
        write(panel.title, `for {y} = ${y}`);
        drawn = y;
      }
      const ends = slopes.map((slope) => [panel.atX(z), panel.atY(slope)]);
      gap.setAttribute("d", ends[0][1] - ends[1][1] > 24 ? arrow(ends[1], ends[0]) + arrow(ends[0], ends[1]) : "");
      slopes.forEach((slope, k) => {
        panel.put(points[k], z, slope);
        panel.hold(handles[k], z, slope);
      });
      const times_words = `{z} = ${fixed(z, 1)}\n1/{a}′ = ${number(times, 3)}`;
      ratio.classList.toggle("sn-end", z > 6 || (z < 0 && z > -6));
      const shift = ratio.classList.contains("sn-end") ? -12 : 12;
      place(ratio, panel.atX(z) + shift, (panel.atY(slopes[0]) + panel.atY(slopes[1])) / 2 - 4, times_words);
      return `For {y} = ${y} at {z} = ${fixed(z, 1)} the cross-entropy pulls with |d{L}/d{z}| = ${number(slopes[1], 3)}`
        + `, the squared error with ${number(slopes[0], 3)}: ${number(times, 3)} times weaker, by the factor `
        + `{a}′ = ${number(1 / times, 3)}.`;
    };
  },
});
