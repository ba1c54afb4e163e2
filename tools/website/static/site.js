// Puts each moving figure in the place of its picture. Without a script, or for print, the picture stays.

for (const place of document.querySelectorAll(".moving-figure")) {
  const { default: figure, data } = await import(`./moving_figures/${place.dataset.figure}.js`);
  place.replaceChildren();
  figure.render({ model: { get: () => data }, el: place });
}
