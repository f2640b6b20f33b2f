"""A programme of several sessions, with what each gives."""

from __future__ import annotations

from tests.checks.roots import PROGRAMME, Root

FOLDER = "programs/klein-begin"


def session(title: str, *lines: str) -> str:
    """Return a session of half an hour; `lines` come before its agenda."""
    return "\n".join(
        (
            f"title: {title}",
            "goals:",
            "  - Je weet wat je doet.",
            "minutes: 30",
            *lines,
            "agenda:",
            *(
                "  - id: doel",
                "    title: Mijn doel",
                "    kind: personal_goal",
                "    priority: core",
                "    minutes: 20",
            ),
            "    minutes_min: 10",
            *(
                "  - id: thuis",
                "    title: Thuis",
                "    kind: homework_briefing",
                "    priority: core",
                "    minutes: 5",
            ),
            *("  - id: slot", "    title: Slot", "    kind: closing", "    priority: core", "    minutes: 5", ""),
        )
    )


def homework(minutes: int, *lines: str) -> str:
    """Return homework that is not reviewed."""
    return "\n".join(
        (
            *(
                "title: Iets kleins",
                "why: |",
                "  Zo leer je iets.",
                f"minutes: {minutes}",
                "steps:",
                "  - Doe iets kleins.",
            ),
            "not_reviewed_because: Iedereen doet dit voor zichzelf.",
            *lines,
            "",
        )
    )


def lay_weeks(root: Root, *homework_minutes: int, days: tuple[int | None, ...] = ()) -> None:
    """Lay as many sessions as there are numbers over the minimal root, each with homework of so many minutes."""
    entries = []
    for number, minutes in enumerate(homework_minutes, start=1):
        root.write(
            {f"{FOLDER}/sessions/sessie-{number}.yml": session(f"Sessie {number}", f"homework: [taak-{number}]")}
        )
        root.write({f"{FOLDER}/homework/taak-{number}.yml": homework(minutes)})
        entries.append(f"  - session: sessie-{number}")
        if number > 1 and (later := days[number - 2] if days else 7) is not None:
            entries.append(f"    days_after_previous: {later}")
    root.change(PROGRAMME, "  - session: beginnen\n", "\n".join(entries) + "\n")
    root.change(PROGRAMME, "after_session: beginnen", "after_session: sessie-1")
    (root.folder / FOLDER / "sessions/beginnen.yml").unlink()
    (root.folder / "content/articles/rust.md").unlink()
    (root.folder / "content/modules/plannen.yml").unlink()
