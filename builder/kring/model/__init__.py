"""The programme model: typed entities, how they are made from documents, and what is derived from them."""
