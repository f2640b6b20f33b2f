// @ts-check
// Parts of a page that begin folded (before-paint.js): who is led into one finds it open, and one button opens all.

/** @type {NodeListOf<HTMLDetailsElement>} */
const folds = document.querySelectorAll("details[data-fold]");

/** Open the part to which the address leads: what it names stands in its summary, or below. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.closest("details[data-fold]");
  if (!target || !(fold instanceof HTMLDetailsElement) || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}

/** @type {NodeListOf<HTMLButtonElement>} */
const buttons = document.querySelectorAll("button[data-fold-all]");

/** Let every button say what it would do: close all once all are open. */
function say() {
  const allOpen = [...folds].every((fold) => fold.open);
  for (const button of buttons) {
    const [open, close] = [button.dataset.open ?? "", button.dataset.close ?? ""];
    button.textContent = allOpen ? close : open;
  }
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    const open = ![...folds].every((fold) => fold.open);
    for (const fold of folds) fold.open = open;
  });
}
for (const fold of folds) fold.addEventListener("toggle", say);
addEventListener("hashchange", openTarget);
openTarget();
say();
