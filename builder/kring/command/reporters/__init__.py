"""Reporters: the end of the line. Findings become text for a person, for a program, or for a code host.

Each is a function from a `Report` to text. Nobody else turns findings into output.
"""
