// @ts-check
// Reads the page aloud, from where somebody is, by a voice of the device itself: other voices send the text away. Where
// there is none in the language of the page, there is no button.

const LEAVES = "h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption, legend, label";
const page = document.querySelector(".k-page");
const start = document.querySelector("button[data-read-aloud]");
const stop = document.querySelector("button[data-stop-reading]");

if ("speechSynthesis" in window && page && start instanceof HTMLButtonElement && stop instanceof HTMLButtonElement) {
  const offer = () => {
    start.hidden = voice() === undefined;
  };
  speechSynthesis.addEventListener("voiceschanged", offer);
  offer();
  start.addEventListener("click", () => {
    start.closest("dialog")?.close();
    read(page, stop);
  });
  stop.addEventListener("click", () => speechSynthesis.cancel());
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

/** @returns {SpeechSynthesisVoice | undefined} the voice of the device for the language of the page */
function voice() {
  const { lang } = document.documentElement;
  return speechSynthesis.getVoices().find((each) => each.localService && each.lang.split(/[-_]/)[0] === lang);
}

/**
 * Read what is to be seen, beginning with the first text that is in view; mark what is being read.
 * @param {Element} within
 * @param {HTMLButtonElement} stop
 */
function read(within, stop) {
  speechSynthesis.cancel();
  const texts = [...within.querySelectorAll(LEAVES)].filter(
    (element) => element.checkVisibility() && !element.querySelector(LEAVES) && !element.closest(".k-no-print"),
  );
  const first = texts.findIndex((element) => element.getBoundingClientRect().bottom > 0);
  const pieces = texts.slice(Math.max(first, 0));
  stop.hidden = pieces.length === 0;
  pieces.forEach((element, at) => {
    const utterance = new SpeechSynthesisUtterance(element.textContent?.trim() ?? "");
    utterance.lang = document.documentElement.lang;
    utterance.voice = voice() ?? null;
    utterance.addEventListener("start", () => {
      element.classList.add("k-read-now");
      element.scrollIntoView({ block: "nearest" });
    });
    const ended = () => {
      element.classList.remove("k-read-now");
      if (at === pieces.length - 1 || !speechSynthesis.speaking) stop.hidden = true;
    };
    utterance.addEventListener("end", ended);
    utterance.addEventListener("error", ended);
    speechSynthesis.speak(utterance);
  });
}
