"""Print: the books made from an edition, and the one module that knows Typst.

`manual` gives the facilitators' manual, `workbook` the participants' workbook. Both describe a book as
plain data (`parts`), which the templates of `theme/print` interpret: author text stays data throughout.
"""
