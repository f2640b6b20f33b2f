// @ts-check
// What must be so before anything is drawn, so that nothing jumps: the size of the letters and the words that somebody
// chose, and long parts that begin folded. This script stands in the head and is no module. The names under which
// choices are kept stand in shell.js too, which writes them. Without it, everything is there and open.
(() => {
  const { dataset } = document.documentElement;
  /** @param {string} name */
  const kept = (name) => {
    try {
      return localStorage.getItem(`kring.${name}`);
    } catch {
      return null; // a browser that keeps nothing for this site shows it as it comes
    }
  };
  const text = kept("text");
  if (text === "larger" || text === "largest") dataset.text = text;
  if (kept("words") === "plain") dataset.words = "plain";

  const PARTS = "details[data-fold], details[data-plain], input[data-plain]";
  /** @param {Element} part a part that begins folded, or a plainer text that is shown where somebody chose so */
  const begin = (part) => {
    const plain = part.hasAttribute("data-plain") && dataset.words === "plain";
    if (part instanceof HTMLDetailsElement) part.open = plain;
    if (part instanceof HTMLInputElement) part.defaultChecked = plain;
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(PARTS)) begin(node);
        node.querySelectorAll(PARTS).forEach(begin);
      }
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => observer.disconnect());
})();
