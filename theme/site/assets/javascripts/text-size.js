// @ts-check
// The size of the letters that somebody chose, before anything is drawn: this script stands in the head and is no
// module. The name under which the choice is kept stands in shell.js too, which writes it.
(() => {
  try {
    const chosen = localStorage.getItem("kring.text");
    if (chosen === "larger" || chosen === "largest") document.documentElement.dataset.text = chosen;
  } catch {
    // A browser that keeps nothing for this site shows it in its own size.
  }
})();
