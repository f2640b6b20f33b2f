"""Print: the books made from an edition, and the one module that knows Typst.

`books` says which there are: `manual` gives the facilitators' manual and guides, `workbook` the participants' books,
`session_pack` what is copied and cut, `blanks` what is filled in around a group. All hand over values; what stands
where, under which heading, is written in `theme/print`. Author text stays data throughout.
"""
