"""Language: how hard the texts are that participants read, and how much a week asks of them."""
