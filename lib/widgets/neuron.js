// The note's equations, as lib/neuron.py has them under the same names; tests/test_widget_mathematics.py compares both.
// `w` and `x` are arrays of n numbers, `z`, `a`, `b`, `eta` numbers, the label `y` is 0 or 1, `loss` is
// "squared_error" or "cross_entropy".

export const LOSSES = ["squared_error", "cross_entropy"];

// Equation (3).
export function preActivation(w, x, b) {
  return w.reduce((sum, w_j, j) => sum + w_j * x[j], b);
}

// Equation (5). exp(-|z|) cannot overflow.
export function sigmoid(z) {
  const u = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : u) / (1 + u);
}

// Equation (13).
export function sigmoidPrime(z) {
  const u = Math.exp(-Math.abs(z));
  return u / (1 + u) ** 2;
}

// The z >= 0 with sigma'(z) = eps, for 0 < eps <= 1/4. From sigma'(z) = 1 / (2 + 2 cosh z) follows
// sinh(z/2)^2 = (1 - 4 eps) / (4 eps).
export function saturationPoint(eps) {
  return 2 * Math.asinh(Math.sqrt(1 - 4 * eps) / (2 * Math.sqrt(eps)));
}

// Equation (16).
export function squaredError(a, y) {
  return (a - y) ** 2 / 2;
}

// Equation (17).
export function squaredErrorPrime(a, y) {
  return a - y;
}

// Equation (18).
export function crossEntropy(a, y) {
  return y === 1 ? -Math.log(a) : -Math.log1p(-a);
}

// Equation (19).
export function crossEntropyPrime(a, y) {
  return y === 1 ? -1 / a : 1 / (1 - a);
}

// Equation (18) at a = sigma(z), exact for every z.
export function crossEntropyFromZ(z, y) {
  const wrong = y === 1 ? -z : z;
  return Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
}

// a - y at a = sigma(z), without cancellation.
function aMinusY(z, y) {
  return y === 1 ? -sigmoid(-z) : sigmoid(z);
}

// Equations (20) to (22): the factors dL/da, da/dz, dz/dw, dz/db of one example.
export function chainFactors(lossPrime, w, b, x, y) {
  const z = preActivation(w, x, b);
  return [lossPrime(sigmoid(z), y), sigmoidPrime(z), x, 1];
}

// dL/dz of one example: (a - y) a' in equation (20), a - y in equation (26).
export function slopeInZ(loss, z, y) {
  return loss === "squared_error" ? aMinusY(z, y) * sigmoidPrime(z) : aMinusY(z, y);
}

// One step of stochastic gradient descent on one example: [new w, new b].
export function sgdStep(loss, w, b, x, y, eta) {
  const step = eta * slopeInZ(loss, preActivation(w, x, b), y);
  return [w.map((w_j, j) => w_j - step * x[j]), b - step];
}

// Stochastic gradient descent. `orders` holds for each epoch the rows of X in the order in which it visits them.
// Returns {w, b} before training and after each epoch.
export function sgd(loss, w, b, X, y, eta, orders) {
  const path = [{ w, b }];
  for (const order of orders) {
    for (const i of order) [w, b] = sgdStep(loss, w, b, X[i], y[i], eta);
    path.push({ w, b });
  }
  return path;
}

// The mean of |a - y| over a data set.
export function meanError({ w, b }, X, y) {
  return X.reduce((sum, x, i) => sum + Math.abs(aMinusY(preActivation(w, x, b), y[i])), 0) / X.length;
}
