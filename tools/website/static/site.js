// Replaces pictures by moving figures. Without JavaScript, and in print, the pictures stay.

for (const place of document.querySelectorAll(".moving-figure")) {
  const { default: figure, data } = await import(`./moving_figures/${place.dataset.figure}.js`);
  place.replaceChildren();
  figure.render({ model: { get: () => data }, el: place });
}
