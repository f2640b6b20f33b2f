"""Kring: group programmes from YAML and Markdown to two sites and printed manuals.

The story of a build stands in `kring.pipeline`; read that first.
"""

__version__ = "0.1.0"
