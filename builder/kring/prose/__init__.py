"""Prose: Kring's one Markdown dialect, from author text to tokens, HTML for the site and blocks for print."""
