// The computational graph of one example, with the values of the forward pass and the factors of the chain rule.

import { arrow, circle, element, fixed, number, place, write } from "./drawing.js";
import {
  chainFactors, crossEntropyFromZ, crossEntropyPrime, preActivation, sigmoid, squaredError, squaredErrorPrime,
} from "./neuron.js";

const LOSS = {
  squared_error: { colour: "sn-squared-error", slope: squaredErrorPrime, formula: () => "{a} − {y}", equations: [20, 21] },
  cross_entropy: {
    colour: "sn-cross-entropy", slope: crossEntropyPrime, formula: (y) => (y === 1 ? "−1/{a}" : "1/(1 − {a})"),
    equations: [22], // that of b is found later in the notebook
  },
};
// Where the nodes stand, in parts of the width and in pixels; on a narrow screen the chain runs downwards.
const WIDE = { height: 250, w: [0.07, 45], x: [0.07, 125], b: [0.07, 205], z: [0.36, 125], a: [0.64, 125], y: [0.93, 40], L: [0.93, 125] };
const NARROW = { height: 470, w: [0.15, 40], x: [0.5, 40], b: [0.85, 40], z: [0.5, 165], a: [0.5, 285], y: [0.88, 405], L: [0.5, 405] };
const EDGES = [["w", "z"], ["x", "z"], ["b", "z"], ["z", "a"], ["a", "L"], ["y", "L"]];
const RADIUS = 19;
const step = { min: -5, max: 5, step: 0.1, text: (value) => fixed(value, 1) };

export const figure = () => ({
  controls: {
    w: { label: "w", name: "weight", value: 2, ...step },
    x: { label: "x", name: "input", value: 1, ...step, min: -3, max: 3 },
    b: { label: "b", name: "bias", value: 2, ...step },
    y: { kind: "choice", label: "y", name: "label", value: 0, options: [[0, "0"], [1, "1"]] },
    loss: {
      kind: "choice", label: "L", name: "loss", value: "squared_error",
      options: [["squared_error", "squared error"], ["cross_entropy", "cross-entropy"]],
    },
  },

  build(stage) {
    const where = stage.narrow ? NARROW : WIDE;
    const at = (name) => [where[name][0] * stage.width, where[name][1]];
    stage.size(where.height);
    for (const [from, to] of EDGES) {
      const [p, q] = [at(from), at(to)];
      const part = RADIUS / Math.hypot(q[0] - p[0], q[1] - p[1]);
      const along = (t) => [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
      element(stage.picture, "path", { d: arrow(along(part), along(1 - part)), class: "sn-arrow" });
    }
    const say = (x, y, kind) => element(stage.picture, "text", { x, y, class: `sn-words sn-paper ${kind}` });
    const numbers = {};
    for (const name of ["w", "x", "b", "z", "a", "y", "L"]) {
      const [x, y] = at(name);
      element(stage.picture, "path", { d: circle(x, y, RADIUS), class: "sn-node" });
      write(say(x, y + 5, "sn-middle sn-large"), `{${name}}`);
      const beside = stage.narrow ? !"Ly".includes(name) : name === "y"; // where an arrow leaves downwards
      numbers[name] = beside ? say(x - RADIUS - 6, y + 5, "sn-end") : say(x, y + RADIUS + 18, "sn-middle");
    }
    const between = (from, to, dx, dy, kind = stage.narrow ? "" : "sn-middle") => {
      const [p, q] = [at(from), at(to)];
      return say((p[0] + q[0]) / 2 + dx, (p[1] + q[1]) / 2 + dy, kind);
    };
    const [dx, dy] = stage.narrow ? [12, -6] : [0, -34];
    const factors = [between("a", "L", dx, dy), between("z", "a", dx, dy), between("w", "z", ...(stage.narrow ? [-8, 16, "sn-end"] : [24, -8, "sn-middle"]))];
    factors[1].classList.add("sn-slope");
    const products = ["w", "b"].map(() => {
      const line = document.createElement("p");
      line.className = "sn-product";
      stage.below.append(line);
      return line;
    });

    return ({ w, x, b, y, loss }) => {
      const { colour, slope, formula, equations } = LOSS[loss];
      const z = preActivation([w], [x], b), a = sigmoid(z);
      const value = loss === "squared_error" ? squaredError(a, y) : crossEntropyFromZ(z, y);
      const [dL_da, da_dz] = chainFactors(slope, [w], b, [x], y);
      for (const [name, known] of Object.entries({ w, x, b, z, a, y, L: value })) write(numbers[name], number(known));
      numbers.L.setAttribute("class", `sn-words sn-paper sn-middle ${colour}`);
      factors[0].setAttribute("class", `sn-words sn-paper ${stage.narrow ? "" : "sn-middle"} ${colour}`);
      write(factors[0], `d{L}/d{a} = ${formula(y)}\n= ${number(dL_da)}`);
      write(factors[1], `d{a}/d{z} = {a}′\n= ${number(da_dz)}`);
      write(factors[2], `∂{z}/∂{w} = {x}`);
      ["w", "b"].forEach((name, k) => {
        const last = k ? 1 : x;
        product(products[k], name, equations[k], colour, dL_da, da_dz, last);
      });
      // The size of (dL/da) a' is |a - y|, which is nearly 1 where the answer is badly wrong.
      const balance = loss === "cross_entropy" && Math.abs(a - y) > 0.9
        ? ` Here d{L}/d{a} is about as large as {a}′ is small.` : "";
      return `With {w} = ${number(w)}, {x} = ${number(x)}, {b} = ${number(b)} and {y} = ${y} the answer is `
        + `{a} = ${number(a)}. The factors d{L}/d{a} = ${number(dL_da)}, {a}′ = ${number(da_dz)} and {x} = ${number(x)} `
        + `multiply to ∂{L}/∂{w} = ${number(dL_da * da_dz * x)}.${balance}`;
    };
  },
});

// The product of the chain rule as a line of HTML, with each factor in its colour of the graph.
function product(line, name, equation, colour, dL_da, da_dz, last) {
  line.replaceChildren();
  const add = (words, kind = "") => {
    const span = line.appendChild(document.createElement("span"));
    span.className = kind;
    write(span, words);
  };
  const signed = (value) => (value < 0 ? `(${number(value)})` : number(value));
  add(`∂{L}/∂{${name}} = `);
  add("d{L}/d{a}", colour);
  add(" · ");
  add("{a}′", "sn-slope");
  add(` · ∂{z}/∂{${name}} = `);
  add(signed(dL_da), colour);
  add(" · ");
  add(number(da_dz), "sn-slope");
  add(` · ${signed(last)} = `);
  add(number(dL_da * da_dz * last), "sn-result");
  if (equation) add(`  (${equation})`, "sn-small");
}
