// @ts-check
// Dutch words for the search: how they are written, which belong together, and what a slip of the keys may have meant.

import { stemmer } from "./vendor/orama-stemmers/nl.js";

/** A word as a reader sees it; the apostrophe stays inside (foto's), a hyphen does not (als-dan-plan). */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** What needs no folding: nearly all words. */
const PLAIN = /^[a-z0-9]+$/;

/** The first half of a verb that comes apart: uitstellen, uitgesteld. */
const PARTICIPLE =
  /^(aan|achter|af|bij|door|in|mee|na|om|onder|op|over|samen|terug|toe|uit|vast|vol|voor|weg)?ge(.{3,}?)(?:d|t|de|te|en)$/;

/** With these a verb takes no `ge`: herhalen, herhaald. */
const NO_PARTICIPLE = /^((?:be|er|her|mis|ont|ver).{2,}?)(?:d|t|de|te)$/;

/** What sounds alike, or nearly so, and is often written for each other. */
const ALIKE = [
  ["ei", "ij"],
  ["au", "ou"],
  ["ch", "g"],
  ["sch", "sg"],
  ["c", "k"],
  ["f", "v"],
  ["s", "z"],
  ["d", "t"],
];

/** What stands before a verb and is no word of its own there: veranderen is not made of anders. */
const PREFIX = /^(?:be|er|ge|her|mis|ont|ver)$/;

const SHORTEST_STEM = 4;
const SHORTEST_PART = 3;
/** Beside a part of so many letters, what is left need not be a word of the site. */
const LONG_PART = 5;

/**
 * The words of a text with the places where they stand.
 * @param {string} text
 * @returns {{word: string, start: number, end: number}[]}
 */
export function words(text) {
  return [...text.matchAll(WORD)].map((found) => ({
    word: fold(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/**
 * A word without capitals, accents and apostrophes: Eén becomes een, foto’s becomes foto.
 * @param {string} word
 */
export function fold(word) {
  const small = word.toLowerCase();
  if (PLAIN.test(small)) return small;
  return small
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<=\p{L}{2})['’]s$/u, "")
    .replace(/['’]/g, "");
}

/**
 * The stem of a folded word. The Snowball stemmer leaves a double consonant (plann), and the z and v of a plural
 * (huiz, briev); what is mended so may be stemmed once more.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  const stemmed = stemmer(word).toLowerCase();
  const mended = stemmed
    .replace(/([b-df-hj-np-tv-z])\1$/, "$1")
    .replace(/z$/, "s")
    .replace(/v$/, "f");
  return mended === stemmed || mended.length < SHORTEST_PART ? mended : stem(mended);
}

/**
 * All stems under which a folded word may be known. What a rule makes too much of is never asked for.
 * @param {string} word
 * @returns {Set<string>}
 */
export function stems(word) {
  const base = stem(word);
  const spoken = base.length > SHORTEST_STEM ? /^(.+)[dt]$/.exec(base)?.[1] : undefined;
  const rests = [
    spoken,
    /^(.{3,}[aeiouy])s$/.exec(word)?.[1],
    /^(.{3,})jes?$/.exec(word)?.[1],
    /^(.{3,})(?:et|t|p)jes?$/.exec(word)?.[1],
    /^(.{4,})ing(?:en)?$/.exec(word)?.[1],
    PARTICIPLE.exec(word)?.slice(1).join(""),
    NO_PARTICIPLE.exec(word)?.[1],
  ];
  const found = spoken === undefined ? [base] : [base, spoken];
  for (const rest of rests) {
    if (rest === undefined || rest.length < SHORTEST_PART) continue;
    const shorter = stem(rest);
    // Of what a rule leaves, the stemmer may take a doubled letter, and no ending (overzigt is not over).
    if (shorter.length >= rest.length - 1) found.push(shorter);
  }
  return new Set(found);
}

/** The words of a site: which of them are meant by a word that somebody types. */
export class Vocabulary {
  /** @param {Iterable<string>} known */
  constructor(known) {
    /** The first stem of each word. @type {Map<string, string>} */
    this.base = new Map();
    /** @type {Map<string, string[]>} */
    this.byStem = new Map();
    /** @type {Map<string, ReadonlyMap<string, number>>} */
    this.families = new Map();
    for (const word of known) {
      const found = [...stems(word)];
      this.base.set(word, found[0]);
      for (const each of found) {
        const others = this.byStem.get(each);
        if (others) others.push(word);
        else this.byStem.set(each, [word]);
      }
    }
  }

  /**
   * The words that a folded word stands for, by how well: itself, its inflections, compounds with it.
   * @param {string} word
   * @returns {ReadonlyMap<string, number>}
   */
  family(word) {
    const known = this.families.get(word);
    if (known) return known;
    /** @type {Map<string, number>} */
    const found = new Map();
    this.families.set(word, found);
    if (this.base.has(word)) found.set(word, 1);
    for (const each of stems(word)) {
      for (const other of this.byStem.get(each) ?? []) if (!found.has(other)) found.set(other, 0.8);
    }
    for (const other of this.compounds(word, found)) if (!found.has(other)) found.set(other, 0.4);
    return found;
  }

  /**
   * The words that end or begin with one, where the rest is a word too or the one is long.
   * @param {string} word
   * @param {ReadonlyMap<string, number>} family
   */
  compounds(word, family) {
    const tails = [...stems(word)].filter((each) => each.length >= SHORTEST_PART);
    const heads = [...new Set([word, ...family.keys()])].filter((form) => form.length >= SHORTEST_PART);
    /** @type {string[]} */
    const found = [];
    for (const [other, base] of this.base) {
      const rests = [
        ...tails.filter((tail) => base.endsWith(tail)).map((tail) => base.slice(0, -tail.length)),
        ...heads.filter((head) => other.startsWith(head)).map((head) => other.slice(head.length)),
      ];
      if (rests.some((rest) => this.isPart(rest, other.length - rest.length))) found.push(other);
    }
    return found;
  }

  /**
   * Whether what is left of a compound is a word, with or without the -s- or -en- that links it.
   * @param {string} rest
   * @param {number} beside the length of the other part
   */
  isPart(rest, beside) {
    if (rest.length < SHORTEST_PART || PREFIX.test(rest)) return false;
    const links = [rest, rest.replace(/^s/, ""), rest.replace(/(?:s|en|e)$/, "")];
    return beside >= LONG_PART || links.some((link) => link.length >= SHORTEST_PART && this.byStem.has(stem(link)));
  }

  /**
   * The words of which a folded word that is not known is made: two, or the one of them that is known and long.
   * @param {string} word
   * @returns {string[]}
   */
  parts(word) {
    /** @type {string[]} */
    let long = [];
    for (let at = word.length - SHORTEST_STEM; at >= SHORTEST_PART; at--) {
      const tail = [word.slice(at)].filter((part) => this.byStem.has(stem(part)));
      const head = [word.slice(0, at), word.slice(0, at).replace(/(?:s|en|e)$/, "")]
        .filter((part) => part.length >= SHORTEST_PART && this.byStem.has(stem(part)))
        .slice(0, 1);
      if (head.length + tail.length === 2) return [...head, ...tail];
      if (long.length === 0) long = [...head, ...tail].filter((part) => part.length > LONG_PART);
    }
    return long;
  }

  /**
   * The families of what may have been meant where one slip was made: two letters changed places, or sounds.
   * @param {string} word
   * @returns {Map<string, number>}
   */
  slips(word) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const other of nearby(word)) {
      if (![...stems(other)].some((each) => this.byStem.has(each))) continue;
      for (const [meant, weight] of this.family(other)) found.set(meant, weight / 2);
    }
    return found;
  }
}

/** @param {string} word */
function* nearby(word) {
  for (let at = 0; at + 1 < word.length; at++) {
    yield word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  }
  for (const [written, meant] of ALIKE.flatMap(([one, other]) => [[one, other], [other, one]])) {
    for (let at = word.indexOf(written); at >= 0; at = word.indexOf(written, at + 1)) {
      yield word.slice(0, at) + meant + word.slice(at + written.length);
    }
  }
}
