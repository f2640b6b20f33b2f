// @ts-check
// The search beside the page: fetches and reads the index, which may take a second on a large site, and answers.

import { Index } from "./search-index.js";

/**
 * @typedef {{typed: string, most: number}} Question
 * @typedef {{count: number, hits: import("./search-index.js").Hit[]}} Answer
 */

const index = read(new URL("../../search/search_index.json", import.meta.url));
index.catch(() => postMessage("failed"));

addEventListener("message", async ({ data }) => {
  /** @type {Question} */
  const { typed, most } = data;
  postMessage((await index).ask(typed, most));
});

/** @param {URL} address */
async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const { docs } = await response.json();
  return new Index(docs);
}
