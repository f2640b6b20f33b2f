// @ts-check
// The front page, for somebody who told where they are: one link to go on there.

import { watch } from "./device.js";
import { inTab, pathOf, programmeOf, stageElement, storedStage } from "./stored_stage.js";

/** @type {HTMLElement | null} */
const place = document.querySelector(".k-go-on");
/** @type {NodeListOf<HTMLElement>} */
const programmes = document.querySelectorAll(".k-entrance[data-programme]");

async function show() {
  const links = [];
  for (const entrance of programmes) {
    const programme = programmeOf(entrance);
    const here = await storedStage(programme).catch(() => inTab(programme));
    const template = entrance.querySelector("template");
    const link = here && template && stageElement(template.content, here.stage);
    if (link) links.push(link.cloneNode(true));
  }
  place?.replaceChildren(...links);
}

if (place) {
  for (const entrance of programmes) watch(pathOf(programmeOf(entrance)[0]), show);
  show();
}
