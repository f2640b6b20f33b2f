"""From a rendered tree to HTML: the only package that knows MkDocs and its theme."""
