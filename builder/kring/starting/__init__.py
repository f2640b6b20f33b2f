"""Starting: a content repository of an organisation's own, and new files in it that pass the checks at once.

Texts come from the examples of `kring.editor`, filled with what the author answers and with the ids that are there.
"""
