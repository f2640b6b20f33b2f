// @ts-check
// Plainer words, chosen in the display: every text that has them shows them at once, and no longer when taken back.

/** @type {NodeListOf<HTMLInputElement>} */
const choices = document.querySelectorAll("input[name=__words]");
for (const choice of choices) {
  choice.addEventListener("change", () => {
    const plain = choice.value === "plain";
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const texts = document.querySelectorAll("details[data-plain]");
    for (const text of texts) text.open = plain;
    /** @type {NodeListOf<HTMLInputElement>} */
    const variants = document.querySelectorAll("#variant-plain, #variant-written");
    for (const variant of variants) variant.checked = (variant.id === "variant-plain") === plain;
  });
}
