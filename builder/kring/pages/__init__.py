"""Pages: every page, address, anchor and asset of a site, and their rendering to a tree for the site engine."""
