"""Mending: what an author probably meant, the edits that say so, and putting them into the files.

Finders (the parser, the validator, the checks) say what is wrong and where. The fixers here look at each
finding once more, with the whole file and the schema at hand: they make its hint precise and add its edits.
"""
