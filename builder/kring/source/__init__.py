"""Reading: folders to source documents with positions. The only package that reads content from disk."""
