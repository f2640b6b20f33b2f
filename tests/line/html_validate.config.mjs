// What html-validate asks of every page: all that it recommends, and all that it knows of accessibility, but for these.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // Ways to write HTML, not faults in it: templates leave spaces at the ends of lines, and Material writes `doctype`.
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    // Material's scripts look for ids with underscores (`__search`). Any id without spaces is proper HTML.
    "valid-id": ["error", { relaxed: true }],
    // A label around its field says with `for` too which one it is: some speech control knows only that way.
    "no-redundant-for": "off",
    // No form of ours is sent anywhere (`form-action 'none'`), so there is nothing to submit.
    "wcag/h32": "off",
    // Authors name their sessions and programmes; what tells a page apart stands first, and the rest may fall off.
    "long-title": "off",
    // A style keeps telephone numbers on one line; the number itself stays as its owner writes it.
    "tel-non-breaking": "off",
  },
};
