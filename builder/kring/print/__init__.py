"""Print: the books made from an edition, and the one module that knows Typst.

`manual` gives the facilitators' manual, `workbook` the participants' workbook. Both hand over
values; what stands where, under which heading, is written in `theme/print`. Author text stays data throughout.
"""
