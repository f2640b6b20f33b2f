"""The schemas of all content files (JSON Schema 2020-12, written as YAML), and validation against them.

Every property carries `x-audience` (participant: both editions may show it; facilitator: only the
facilitators' edition). Every text carries `x-text` (plain, inline or markdown) and `x-translate`.
`x-ref` names the kind of entity an id refers to.
"""
