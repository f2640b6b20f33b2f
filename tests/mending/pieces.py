"""Pieces of what authors type, right and wrong, to put texts together from."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = st.sampled_from(
    (
        *"\n\n\n  \t-:?[]{}\"'#&*!|>@%`,\\aé😀\u00a0“”",
        *(": ", "- ", " #", "---\n", "...\n", "title: ", "minutes:", "kind = ", "script: |\n", "  - ", "'s ", '"x" '),
        *(
            "**",
            "&a ",
            "*a",
            "<<: ",
            "!Let ",
            "10:30",
            "ja",
            ".nan",
            "[Wat, en hoe]",
            "[Wat?]",
            "\\ud800",
            "• ",
            "\n  ",
        ),
        *(
            "goals:\n",
            "  - say: ",
            "materials:\n  item: Pen",
            "titel: ",
            "debrief:\n  - Tip: nu",
            "{a: b, c}",
            "\n\t\t",
        ),
        *("agenda:\n  - id: x\n", "fields:\n", "    kind: oefening", "minuten: 5 minuten", "1-9-2026", "http://a.nl"),
        *("[x](article:rsut)", "![](media:", "::: note\n", "## ", "<b>", "[^1]", "| a |\n", "session: 2", "null", "0"),
    )
)
