// @ts-check
// The search index: the entries that the site's engine wrote, and the pages that answer to what somebody types.

import MiniSearch from "./vendor/minisearch/index.js";
import { Vocabulary, words } from "./search-words.js";

/**
 * @typedef {{location: string, title: string, text: string}} Entry a page, or a section where the address has a `#`
 * @typedef {{text: string, hit: boolean}} Piece
 * @typedef {{href: string, title: Piece[], text: Piece[]}} Place
 * @typedef {Place & {kind: Piece[], places: Place[]}} Hit a page, with the best of its sections
 * @typedef {{id: number, page: number, href: string, title: string, heading: string, kind: string, passages: string[],
 *   text: string}} Section
 * @typedef {{rank: number, score: number}} Match
 * @typedef {{rank: number, score: number, sections: Map<number, Match>}} Found
 */

/** A hit in the title of a page stands before one in its kind, that one before one in a heading; last comes the text. */
const FIELDS = ["title", "kind", "heading", "text"];
const KIND = FIELDS.indexOf("kind");
const BOOST = { title: 6, kind: 3, heading: 3, text: 1 };
/** What a word in the text of a page without a kind counts: such pages are about the site, not about what it offers. */
const ABOUT = 0.4;
const MOST_PLACES = 2;
const EXCERPT = 150;
/** Shorter words say little of what is meant. */
const SHORT = 3;
const LETTERS_FOR_A_SLIP = 5;
/** @type {Readonly<Record<string, string>>} */
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&#39;": "'" };

export class Index {
  /** @param {readonly Entry[]} entries in the order of the site: a page before its sections */
  constructor(entries) {
    this.sections = sectionsOf(entries);
    /** @type {Set<string>} */
    const known = new Set();
    /** @type {MiniSearch<Section>} */
    this.engine = new MiniSearch({
      fields: FIELDS,
      tokenize: (text) => words(text).map(({ word }) => word),
      processTerm: (word) => {
        known.add(word);
        return word;
      },
      searchOptions: { tokenize: (text) => text.split(" "), processTerm: (word) => word, boost: BOOST },
    });
    this.engine.addAll(this.sections);
    this.vocabulary = new Vocabulary(known);
  }

  /**
   * The pages that hold as many of the words as any page does: how many, and the best of them.
   * @param {string} typed
   * @param {number} most
   * @returns {{count: number, hits: Hit[]}}
   */
  ask(typed, most) {
    const asked = [...new Set(words(typed.normalize("NFC")).map(({ word }) => word))];
    /** @type {Map<number, Found & {count: number}>} */
    const pages = new Map();
    /** @type {Set<string>} */
    const terms = new Set();
    const telling = asked.some((word) => word.length > SHORT) ? SHORT : 0;
    for (const word of asked.flatMap((each) => this.#known(each))) {
      for (const [page, found] of this.#word(word, terms)) {
        const all = pages.get(page) ?? { rank: 0, score: 0, count: 0, sections: new Map() };
        pages.set(page, all);
        all.count += 1;
        all.score += found.score * (this.sections[page].kind === "" ? ABOUT : 1);
        if (word.length > telling || /\d/.test(word)) all.rank += found.rank;
        for (const [section, match] of found.sections) {
          const sofar = all.sections.get(section);
          all.sections.set(section, { rank: match.rank, score: match.score + (sofar?.score ?? 0) });
        }
      }
    }
    const full = [...pages.values()].reduce((sofar, { count }) => Math.max(sofar, count), 0);
    const found = [...pages].filter(([, { count }]) => count === full);
    found.sort(([one, a], [other, b]) => a.rank - b.rank || b.score - a.score || one - other);
    return { count: found.length, hits: found.slice(0, most).map(([page, all]) => this.#hit(page, all, terms)) };
  }

  /**
   * A word as it is looked for: itself, or those of which it is made where the site does not have it.
   * @param {string} word
   * @returns {string[]}
   */
  #known(word) {
    if (this.vocabulary.family(word).size > 0 || this.#begins(word)) return [word];
    if (this.vocabulary.slips(word).size > 0) return [word];
    const parts = this.vocabulary.parts(word);
    return parts.length > 0 ? parts : [word];
  }

  /** @param {string} word */
  #begins(word) {
    return word.length >= SHORT && this.engine.search(word, { prefix: true }).length > 0;
  }

  /**
   * The pages with a word, each with where it is best found.
   * @param {string} word
   * @param {Set<string>} terms takes the words of the site that answered
   * @returns {Map<number, Found>}
   */
  #word(word, terms) {
    const { vocabulary } = this;
    let family = vocabulary.family(word);
    let results = this.#results(word, family, false);
    if (results.length === 0 && word.length >= LETTERS_FOR_A_SLIP) {
      family = vocabulary.slips(word);
      results = this.#results(word, family, family.size === 0);
    }
    /** @type {Map<number, Found>} */
    const pages = new Map();
    for (const { id, score, match } of results) {
      const { page } = this.sections[id];
      const rank = Math.min(...Object.entries(match).map(([term, fields]) => rankOf(fields, family.get(term) ?? 0)));
      const found = pages.get(page) ?? { rank, score: 0, sections: new Map() };
      pages.set(page, found);
      found.rank = Math.min(found.rank, rank);
      // Pages of a kind are alike: they keep the order of the site.
      found.score = Math.floor(found.rank) === KIND ? 1 : Math.max(found.score, score);
      found.sections.set(id, { rank, score });
      for (const term of Object.keys(match)) terms.add(term);
    }
    return pages;
  }

  /**
   * @param {string} word
   * @param {ReadonlyMap<string, number>} family
   * @param {boolean} near
   */
  #results(word, family, near) {
    // A short word that is one (moe) is not the beginning of another (moet).
    const begins = word.length >= (family.has(word) ? LETTERS_FOR_A_SLIP : SHORT);
    const written = near ? { fuzzy: 1 } : { prefix: begins };
    const found = this.engine.search({
      combineWith: "OR",
      queries: [
        { queries: [word], ...written },
        { queries: [...family.keys()], boostTerm: (term) => family.get(term) ?? 0 },
      ],
    });
    // Nobody slips at the first letter without seeing it.
    return near ? found.filter(({ terms }) => terms.some((term) => term.startsWith(word.slice(0, 1)))) : found;
  }

  /**
   * @param {number} page
   * @param {Found} found
   * @param {ReadonlySet<string>} terms
   * @returns {Hit}
   */
  #hit(page, found, terms) {
    const best = [...found.sections]
      .filter(([id]) => id !== page)
      .sort(([, a], [, b]) => a.rank - b.rank || b.score - a.score)
      .slice(0, MOST_PLACES)
      .map(([id]) => this.#place(this.sections[id], terms));
    const first = this.sections[page];
    const place = this.#place(first, terms);
    if (place.text.length === 0 && best.length === 0) place.text = marked(opening(first.passages), terms);
    return { ...place, kind: marked(first.kind, terms), places: best };
  }

  /**
   * @param {Section} section
   * @param {ReadonlySet<string>} terms
   * @returns {Place}
   */
  #place(section, terms) {
    return {
      href: section.href,
      title: marked(section.title || section.heading, terms),
      text: excerpt(section.passages, terms),
    };
  }
}

/**
 * Where a word of the site stands above the text, it counts how well it is what was typed.
 * @param {readonly string[]} fields
 * @param {number} fit from 0 to 1
 */
function rankOf(fields, fit) {
  const first = Math.min(...fields.map((field) => FIELDS.indexOf(field)));
  return FIELDS[first] === "text" ? first : first + (1 - fit) / 2;
}

/**
 * The sections of the site. What stands on page after page in the same words (the help block) is kept once, where it
 * comes first.
 * @param {readonly Entry[]} entries
 * @returns {Section[]}
 */
function sectionsOf(entries) {
  /** @type {Section[]} */
  const sections = [];
  const seen = new Set();
  let page = 0;
  for (const { location, title, text } of entries) {
    const same = `${title}\n${text}`;
    const isPage = !location.includes("#");
    if (!isPage && seen.has(same)) continue;
    seen.add(same);
    const id = sections.length;
    if (isPage) page = id;
    const name = plain(title);
    const { kind, passages } = isPage ? withoutTitle(passagesOf(text), name) : { kind: "", passages: passagesOf(text) };
    const [own, heading] = isPage ? [name, ""] : ["", name];
    sections.push({ id, page, href: location, title: own, heading, kind, passages, text: passages.join("\n") });
  }
  return sections;
}

/**
 * A page begins with what kind it is (Werkblad, Sessie 2), where it says so, and its title.
 * @param {string[]} passages
 * @param {string} title
 */
function withoutTitle(passages, title) {
  const at = passages.indexOf(title);
  if (at !== 0 && at !== 1) return { kind: "", passages };
  return { kind: at === 1 ? passages[0] : "", passages: passages.slice(at + 1) };
}

/**
 * @param {string} html
 * @returns {string[]}
 */
function passagesOf(html) {
  return html
    .split(/<[^>]*>/)
    .map(plain)
    .filter((passage) => passage !== "");
}

/** @param {string} markup text in which signs are written as entities */
function plain(markup) {
  const signs = markup.replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (sign) => ENTITIES[sign]);
  return signs.normalize("NFC").replace(/\s+/g, " ").trim();
}

/**
 * A text in pieces, those apart that answer.
 * @param {string} text
 * @param {ReadonlySet<string>} terms
 * @returns {Piece[]}
 */
function marked(text, terms) {
  /** @type {Piece[]} */
  const pieces = [];
  let at = 0;
  for (const { word, start, end } of words(text)) {
    if (!terms.has(word)) continue;
    pieces.push({ text: text.slice(at, start), hit: false }, { text: text.slice(start, end), hit: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), hit: false });
  return pieces.filter((piece) => piece.text !== "");
}

/**
 * The passage that answers to most words, rather a sentence than a few words, cut to a line or two; without an answer,
 * none.
 * @param {readonly string[]} passages
 * @param {ReadonlySet<string>} terms
 * @returns {Piece[]}
 */
function excerpt(passages, terms) {
  let best = { worth: 0, passage: "", first: 0 };
  for (const passage of passages) {
    const hits = words(passage).filter(({ word }) => terms.has(word));
    if (hits.length === 0) continue;
    const worth = new Set(hits.map(({ word }) => word)).size + (passage.length > EXCERPT / 3 ? 0.5 : 0);
    if (worth > best.worth) best = { worth, passage, first: hits[0].start };
  }
  return best.worth === 0 ? [] : marked(cut(best.passage, best.first), terms);
}

/**
 * The first sentence of a page that says something.
 * @param {readonly string[]} passages
 */
function opening(passages) {
  return cut(passages.find((passage) => passage.length > EXCERPT / 3) ?? "", 0);
}

/**
 * @param {string} passage
 * @param {number} around
 */
function cut(passage, around) {
  if (passage.length <= EXCERPT) return passage;
  const from = around < EXCERPT / 2 ? 0 : passage.indexOf(" ", around - EXCERPT / 3) + 1;
  const to = from + EXCERPT >= passage.length ? passage.length : passage.lastIndexOf(" ", from + EXCERPT);
  return `${from > 0 ? "… " : ""}${passage.slice(from, Math.max(to, around + 1))}${to < passage.length ? " …" : ""}`;
}

