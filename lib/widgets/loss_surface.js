// The paths of gradient descent over both loss surfaces, from one start. `data` is {X, y, orders, eta}: one feature, the
// order of the visits in each epoch, and the learning rate of each loss.

import { Panel, element, fixed } from "./drawing.js";
import { LOSSES, crossEntropyFromZ, meanError, sgd, sigmoid, squaredError } from "./neuron.js";

const NAMES = ["squared error", "cross-entropy"];
const COLOURS = ["sn-squared-error", "sn-cross-entropy"];
const W = { from: -9, to: 9, ticks: [-8, -4, 0, 4, 8], label: "weight {w}" };
const B = { from: -9, to: 11, ticks: [-8, -4, 0, 4, 8], label: "bias {b}" };
const LEVELS = 15; // shades, equally spaced in loss
const GRID = 120; // the surface is computed at GRID x GRID points

export const figure = (data) => ({
  controls: {
    epoch: { label: "", name: "epoch", value: 0, min: 0, max: data.orders.length, step: 1, text: String },
    w: { label: "w", name: "weight at the start", value: -6, min: -8, max: 8, step: 0.1, text: (w) => fixed(w, 1) },
    b: { label: "b", name: "bias at the start", value: 8, min: -8, max: 10, step: 0.1, text: (b) => fixed(b, 1) },
  },
  play: { control: "epoch", step: 1, interval: 150 },

  build(stage, set) {
    const panels = stage.boxes(2, 360).map(
      (box, k) => new Panel(stage.picture, box, { x: W, y: B, title: NAMES[k] }));
    panels.forEach((panel, k) => {
      const place = { x: panel.left, y: panel.top, width: panel.right - panel.left, height: panel.bottom - panel.top };
      const surface = { href: shades(LOSSES[k], data), preserveAspectRatio: "none", class: "sn-surface" };
      element(panel.inside, "image", { ...place, ...surface });
      panel.say(panel.left + 8, panel.bottom - 28, "the greyer, the higher", "sn-small sn-paper");
    });
    const curves = panels.map((panel, k) => panel.curve([], [], `${COLOURS[k]} sn-halo`));
    const rings = panels.map((panel) => panel.dot("sn-ring", 9));
    const points = panels.map((panel, k) => panel.dot(COLOURS[k], 6));
    const words = panels.map((panel, k) => panel.say(panel.left + 8, panel.bottom - 9, "", `sn-paper ${COLOURS[k]}`));
    const handles = panels.map((panel) => panel.handle((w, b) => set({ w, b })));

    return ({ epoch, w, b }) => {
      const errors = LOSSES.map((loss, k) => {
        const path = sgd(loss, [w], b, data.X, data.y, data.eta[k], data.orders.slice(0, epoch));
        panels[k].follow(curves[k], path.map((state) => state.w[0]), path.map((state) => state.b));
        panels[k].put(points[k], path[epoch].w[0], path[epoch].b);
        panels[k].put(rings[k], w, b);
        panels[k].hold(handles[k], w, b);
        return fixed(meanError(path[epoch], data.X, data.y), 3);
      });
      errors.forEach((error, k) => { words[k].textContent = `mean |a − y| = ${error}`; });
      return `Both walks start at {w} = ${fixed(w, 1)}, {b} = ${fixed(b, 1)}. After ${epoch} epochs of `
        + `${data.X.length} updates the mean error |{a} − {y}| is ${errors[0]} under the squared error, which has a `
        + `learning rate of ${data.eta[0]}, and ${errors[1]} under the cross-entropy with ${data.eta[1]}.`;
    };
  },
});

// A loss surface as a picture: grey, more opaque where the loss is higher, for dark and light pages.
function shades(loss, { X, y }) {
  const heights = [];
  for (let row = 0; row < GRID; row += 1) {
    const b = B.to - ((row + 0.5) / GRID) * (B.to - B.from);
    for (let column = 0; column < GRID; column += 1) {
      const w = W.from + ((column + 0.5) / GRID) * (W.to - W.from);
      heights.push(X.reduce((sum, [x], i) => sum + lossOf(loss, w * x + b, y[i]), 0) / X.length);
    }
  }
  const low = Math.min(...heights), high = Math.max(...heights);
  const canvas = Object.assign(document.createElement("canvas"), { width: GRID, height: GRID });
  const pixels = canvas.getContext("2d").createImageData(GRID, GRID);
  heights.forEach((height, i) => {
    const level = Math.min(Math.floor(((height - low) / (high - low)) * LEVELS), LEVELS - 1);
    pixels.data.set([128, 128, 128, (170 * level) / (LEVELS - 1)], 4 * i);
  });
  canvas.getContext("2d").putImageData(pixels, 0, 0);
  return canvas.toDataURL();
}

function lossOf(loss, z, y) {
  return loss === "squared_error" ? squaredError(sigmoid(z), y) : crossEntropyFromZ(z, y);
}
