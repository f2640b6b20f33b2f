"""Editions: what each kind of reader may see.

The participants' edition is a type of its own (`kring.editions.participant`), without a single
facilitator field: what is not declared there cannot be shown. Projection is default deny.
"""
