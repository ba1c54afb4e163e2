// Drawing in SVG: panels with axes, curves, points and labels. Colours and font sizes are in style.css.

const SVG = "http://www.w3.org/2000/svg";
const LEFT = 62, RIGHT = 12, TOP = 30, BOTTOM = 46; // pixels around a panel, for ticks, labels and a title

// An id or a name that nothing else on the page has. Counting would not do: each widget loads this module anew, and the
// count would begin again. `getRandomValues`, unlike `randomUUID`, also exists on pages that came over plain http.
export function unique(kind) {
  return `sn-${kind}-${Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join("-")}`;
}

export function element(parent, name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  change(made, attributes);
  parent.append(made);
  return made;
}

// Set attributes of an element; hide it if one of them is a number that is not finite.
export function change(target, attributes) {
  const finite = Object.values(attributes).every((value) => typeof value !== "number" || Number.isFinite(value));
  target.style.display = finite ? "" : "none";
  if (finite) for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
}

// Write text into an SVG or HTML element. Braces mark symbols, which are set in italics: "slope {a}(1 − {a})". In SVG
// a line end begins a new line.
export function write(target, words) {
  const written = `${target.getAttribute("x")} ${words}`; // every line begins there
  if (target.written === written) return;
  target.written = written;
  target.replaceChildren();
  const inSVG = target.namespaceURI === SVG;
  words.split("\n").forEach((line, row) => {
    line.split(/[{}]/).forEach((part, k) => {
      if (!part) return;
      const span = inSVG ? element(target, "tspan") : target.appendChild(document.createElement("span"));
      span.textContent = part;
      if (k % 2) span.setAttribute("class", "sn-symbol");
      if (inSVG && row && !k) {
        span.setAttribute("x", target.getAttribute("x"));
        span.setAttribute("dy", "1.25em");
      }
    });
  });
}

// A label at a point of the picture, in pixels.
export function place(text, x, y, words) {
  change(text, { x, y });
  write(text, words);
}

// A number with at most `digits` significant digits: −1.234, or 1.234×10⁻⁵ where it is tiny or huge.
export function number(value, digits = 4) {
  if (value === 0) return "0";
  const small = Math.abs(value) < 1e-4 || Math.abs(value) >= 10 ** (digits + 2);
  let [mantissa, exponent] = (small ? value.toExponential(digits - 1) : value.toPrecision(digits)).split("e");
  if (!small && exponent) mantissa = String(Math.round(value)); // toPrecision writes 123456 as 1.235e+5
  if (mantissa.includes(".")) mantissa = mantissa.replace(/\.?0+$/, "");
  const raised = small ? `×10${String(Number(exponent)).replace(/[-0-9]/g, (c) => RAISED[c])}` : "";
  return mantissa.replace("-", "−") + raised;
}
const RAISED = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };

export function fixed(value, digits) {
  return value.toFixed(digits).replace("-", "−");
}

// `count` numbers from low to high, equally spaced.
export function range(low, high, count) {
  return Array.from({ length: count }, (_, i) => low + (i ? ((high - low) * i) / (count - 1) : 0));
}

// Axes within a box of pixels. `x` and `y` are {from, to, ticks, label, log, text}: `text` writes a tick.
export class Panel {
  constructor(parent, box, { x, y, title = "" }) {
    this.left = box.x + LEFT;
    this.right = box.x + box.width - RIGHT;
    this.top = box.y + TOP;
    this.bottom = box.y + box.height - BOTTOM;
    this.x = x;
    this.y = y;
    this.back = element(parent, "g");
    const clip = unique("clip");
    const area = { x: this.left, y: this.top, width: this.right - this.left, height: this.bottom - this.top };
    element(element(parent, "clipPath", { id: clip }), "rect", area);
    this.inside = element(parent, "g", { "clip-path": `url(#${clip})` });
    this.above = element(parent, "g");
    this.axes(title);
  }

  axes(title) {
    const { left, right, top, bottom } = this;
    element(this.back, "path", { d: `M${left},${top}V${bottom}H${right}`, class: "sn-axis" });
    for (const tick of this.x.ticks) {
      const at = this.atX(tick);
      element(this.back, "path", { d: `M${at},${bottom}v5`, class: "sn-axis" });
      this.say(at, bottom + 19, (this.x.text ?? number)(tick), "sn-tick sn-middle", this.back);
    }
    for (const tick of this.y.ticks) {
      const at = this.atY(tick);
      element(this.back, "path", { d: `M${left},${at}h-5`, class: "sn-axis" });
      this.say(left - 8, at + 4, (this.y.text ?? number)(tick), "sn-tick sn-end", this.back);
    }
    this.say((left + right) / 2, bottom + 39, this.x.label, "sn-middle", this.back);
    const middle = (top + bottom) / 2;
    const turned = this.say(left - 46, middle, this.y.label, "sn-middle", this.back);
    turned.setAttribute("transform", `rotate(-90 ${left - 46} ${middle})`);
    if (title) this.title = this.say(left, top - 12, title, "", this.back);
  }

  atX(value) {
    return this.left + part(this.x, value) * (this.right - this.left);
  }

  atY(value) {
    return this.bottom - part(this.y, value) * (this.bottom - this.top);
  }

  // The values at a point of the picture in pixels.
  valuesAt(px, py) {
    const { x, y } = this;
    return [
      x.from + ((px - this.left) / (this.right - this.left)) * (x.to - x.from),
      y.from + ((this.bottom - py) / (this.bottom - this.top)) * (y.to - y.from),
    ];
  }

  // A curve through points; `follow` moves it to others.
  curve(xs, ys, kind) {
    return this.follow(element(this.inside, "path", { class: `sn-curve ${kind}` }), xs, ys);
  }

  follow(path, xs, ys) {
    let d = "";
    for (let i = 0; i < xs.length; i += 1) {
      const py = Math.min(Math.max(this.atY(ys[i]), -4000), 4000); // browsers fail to draw much larger numbers
      d += `${i ? "L" : "M"}${this.atX(xs[i]).toFixed(2)},${py.toFixed(2)}`;
    }
    path.setAttribute("d", d);
    return path;
  }

  level(value, kind = "sn-level") {
    return element(this.inside, "path", { d: `M${this.left},${this.atY(value)}H${this.right}`, class: kind });
  }

  upright(kind = "sn-level") {
    return element(this.inside, "path", { class: kind });
  }

  standAt(path, value, low = this.bottom, high = this.top) {
    path.setAttribute("d", `M${this.atX(value)},${low}V${high}`);
  }

  // A shaded range of the horizontal axis, beneath everything.
  zone() {
    const zone = element(this.inside, "rect", { y: this.top, height: this.bottom - this.top, class: "sn-zone" });
    this.inside.prepend(zone);
    return zone;
  }

  shade(zone, from, to) {
    const [low, high] = [this.atX(from), this.atX(to)];
    change(zone, { x: Math.min(low, high), width: Math.abs(high - low) });
  }

  // A point; one that lies above or below the panel is shown as an arrowhead at that edge.
  dot(kind, radius = 5) {
    return element(this.above, "path", { class: `sn-dot ${kind}`, "data-radius": radius });
  }

  put(dot, x, y) {
    const r = Number(dot.dataset.radius), px = this.atX(x), py = this.atY(y);
    if (py < this.top) dot.setAttribute("d", `M${px - r},${this.top + r}h${2 * r}l${-r},${-2 * r}z`);
    else if (py > this.bottom) dot.setAttribute("d", `M${px - r},${this.bottom - r}h${2 * r}l${-r},${2 * r}z`);
    else dot.setAttribute("d", circle(px, py, r));
  }

  say(px, py, words, kind = "", parent = this.above) {
    const text = element(parent, "text", { x: px, y: py, class: `sn-words ${kind}` });
    write(text, words);
    return text;
  }

  // Make a handle that can be dragged: `moved(x, y)` is called with the values under the pointer. Its invisible area is
  // larger than what is drawn, for fingers. `hold` moves it.
  handle(moved) {
    const handle = element(this.above, "circle", { r: 22, class: "sn-handle" });
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      event.preventDefault(); // dragging must not select text
    });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const frame = handle.ownerSVGElement.getBoundingClientRect();
      moved(...this.valuesAt(event.clientX - frame.left, event.clientY - frame.top));
    });
    return handle;
  }

  hold(handle, x, y) {
    const py = Math.min(Math.max(this.atY(y), this.top), this.bottom);
    change(handle, { cx: this.atX(x), cy: py });
  }
}

function part({ from, to, log }, value) {
  return log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
}

export function circle(x, y, r) {
  return `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`;
}

// The path of an arrow between two points of the picture.
export function arrow([x0, y0], [x1, y1], head = 9) {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [ux, uy] = [((x1 - x0) / length) * head, ((y1 - y0) / length) * head];
  const [bx, by] = [x1 - ux, y1 - uy];
  return `M${x0},${y0}L${bx},${by}M${x1},${y1}L${bx - uy / 2.4},${by + ux / 2.4}L${bx + uy / 2.4},${by - ux / 2.4}z`;
}
