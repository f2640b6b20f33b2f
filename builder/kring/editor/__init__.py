"""What an editor needs to complete and check while an author types: schemas in Dutch, snippets, settings, examples.

All of it is made from the schemas and from the content that is there; nothing is told twice.
"""
