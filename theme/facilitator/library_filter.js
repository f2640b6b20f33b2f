// @ts-check
// Finding something in the library by a word: what does not have it is hidden, and the number left is said.

/**
 * A text as it is compared: without capitals and accents.
 * @param {string} text
 */
const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

const input = document.querySelector("[data-filter]");
if (input instanceof HTMLInputElement) {
  const { count = "", none = "" } = input.dataset;
  const note = document.getElementById(input.getAttribute("aria-describedby") ?? "");
  const shelves = [...document.querySelectorAll(".k-shelf-part")].map((part) => {
    const heading = part.querySelector("h2");
    const jump = document.querySelector(`.k-jumps a[href="#${heading?.id}"]`)?.parentElement;
    const items = [...part.querySelectorAll(".k-shelf-item")].map((item) => ({
      item,
      text: plain(`${item.textContent} ${heading?.textContent}`),
    }));
    return { part, jump, items };
  });
  const total = shelves.reduce((sum, { items }) => sum + items.length, 0);

  const filter = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { part, jump, items } of shelves) {
      let here = 0;
      for (const { item, text } of items) {
        const fits = words.every((word) => text.includes(word));
        item.toggleAttribute("hidden", !fits);
        if (fits) here += 1;
      }
      for (const element of [part, jump]) element?.toggleAttribute("hidden", here === 0);
      found += here;
    }
    const said = found === 0 ? none : count.replace("{n}", String(found)).replace("{total}", String(total));
    if (note) note.textContent = words.length > 0 ? said : "";
  };
  input.addEventListener("input", filter);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    input.value = "";
    filter();
  });
  filter(); // the browser may have kept a word from an earlier visit to the page
}
