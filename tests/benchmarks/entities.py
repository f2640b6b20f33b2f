"""The values of generated files, one function for each kind of entity."""

from __future__ import annotations

from collections.abc import Sequence

from tests.benchmarks.layout import Article, Layout, Name, Programme
from tests.benchmarks.writing import Writer
from tests.benchmarks.yaml_text import Value

Values = dict[str, Value]

SIGN_OFF: Values = {"reviewed_by": "Sam de Wit", "reviewed_on": "2026-01-15", "review_due": "2099-01-15"}
ANSWERS = ("nooit", "zelden", "soms", "vaak", "altijd")

SHARED_KINDS = (
    ("check_in", 7),
    ("personal_goal", 8),
    ("homework_review", 15),
    ("break", 15),
    ("exercise", 5),
    ("exchange", 5),
    ("homework_briefing", 5),
    ("closing", 5),
)
"""Kind and minutes of the library's shared activities, in the order of `Layout.activities`."""


def link(scheme: str, name: Name) -> str:
    """Return a Markdown link."""
    return f"[{name.title}]({scheme}:{name.id})"


def library_links(layout: Layout) -> tuple[str, ...]:
    """Return the links that texts of the library may hold."""
    return (*(link("term", term) for term in layout.terms), "[privacy](page:privacy)", "[contact](page:contact)")


def programme_links(programme: Programme, layout: Layout) -> tuple[str, ...]:
    """Return the links that texts of a programme may hold."""
    return (
        *(link("article", article.name) for article in programme.articles),
        *(f"[{a.headings[1]}](article:{a.name.id}#{slug(a.headings[1])})" for a in programme.articles),
        *(link("handout", handout) for handout in programme.handouts),
        *(link("homework", homework) for homework in programme.homework),
        *(link("questionnaire", questionnaire) for questionnaire in programme.questionnaires),
        link("diary", programme.diary),
        f"[{layout.module.title}](module:{layout.module.id}/stap-1)",
        *library_links(layout)[:6],
    )


def slug(heading: str) -> str:
    """Return the anchor of a heading, which holds letters and spaces alone."""
    return heading.lower().replace(" ", "-")


def activity(writer: Writer, title: str, kind: str, minutes: int) -> Values:
    """Return an activity as the library holds it, or a session that writes it itself."""
    return {
        "title": title,
        "kind": kind,
        "minutes": minutes,
        "minutes_min": max(1, minutes * 2 // 3),
        "priority": "core",
        "who": writer.random.choice(("alone", "group")),
        "participant_text": _block(writer.text(55)),
        "plain_language": _block(writer.paragraph(30)),
        "purpose": _block(writer.paragraph(45)),
        "script": [{way: _block(writer.paragraph(32))} for way in ("do", "say", "ask", "do", "say", "say", "do")],
        "second_facilitator": _block(writer.paragraph(22)),
        "materials": [{"item": writer.thing(), "quantity": 1, "per": "participant"}],
        "online_variant": _block(writer.paragraph(30)),
        "pitfalls": [
            {"what": writer.sentence(9), "then": _block(writer.paragraph(24))},
            {"what": writer.sentence(9), "then": _block(writer.paragraph(24))},
        ],
        "debrief": [writer.sentence(9), writer.sentence(10)],
    }


def session(
    programme: Programme, index: int, layout: Layout, writer: Writer, reading: Sequence[Name], exercise: Name
) -> Values:
    """Return the session at `index` (from 0), with `reading` from the library and an exercise taken up from it."""
    name = programme.sessions[index]
    first, last = index == 0, index == len(programme.sessions) - 1
    values: Values = {
        "title": name.title,
        "theme": writer.title(2),
        "goals": [writer.sentence(11) for _ in range(3)],
        "minutes": 120,
        "prepare": _block(writer.text(90)),
        "recap": _block(writer.text(110)),
        "articles": [programme.articles[index % len(programme.articles)].name.id, *(each.id for each in reading)],
        "start": "13:30",
        "facilitator_goals": [writer.sentence(12) for _ in range(4)],
        "prepare_list": [
            {"what": writer.sentence(12), "when": when, "who": "first"}
            for when in ("week_before", "day_before", "day_before", "same_day", "on_site", "on_site")
        ],
        "materials": [{"item": writer.thing(), "quantity": 1, "per": "group"} for _ in range(4)],
        "room": _block(writer.paragraph(55)),
        "agenda": _agenda(programme, index, layout, writer, exercise),
        "words_for_return": _block(writer.text(85)),
        "closing_check": [writer.sentence(12) for _ in range(4)],
        "risk_notes": _block(writer.bullets(4, 30)),
        "reflection": [writer.sentence(11) for _ in range(4)],
        "catch_up": _block(f"{writer.paragraph(25)}\n\n{writer.bullets(4, 20, numbered=True)}\n\n{writer.text(60)}"),
    }
    if not last:
        values["homework"] = [programme.homework[index].id]
    if first:
        values["diaries"] = [programme.diary.id]
    return values


def _agenda(programme: Programme, index: int, layout: Layout, writer: Writer, exercise: Name) -> list[Value]:
    """Return twelve steps of 120 minutes together."""
    shared = dict(
        zip((kind for kind, _ in SHARED_KINDS), zip(layout.activities, SHARED_KINDS, strict=True), strict=True)
    )

    def use(id: str, kind: str, **override: Value) -> Values:
        activity, (_, minutes) = shared[kind]
        values: Values = {"id": id, "use": activity.id, "minutes": minutes, "priority": "core", "lead": "second"}
        return values | ({"override": override} if override else {})

    def own(id: str, kind: str, minutes: int, **more: Value) -> Values:
        return {"id": id} | activity(writer, writer.title(4), kind, minutes) | more

    handout = programme.handouts[index % len(programme.handouts)]
    before = programme.homework[index - 1] if index else None
    now = programme.homework[index] if index < len(programme.homework) else None
    looking_back = (
        use("terugblik", "homework_review", reviews=[before.id], participant_text=_block(writer.text(60)))
        if before
        else own("terugblik", "discussion", 15)
    )
    return [
        use("aankomen", "check_in"),
        use("mijn-doel", "personal_goal", participant_text=_block(writer.paragraph(35))),
        looking_back,
        own("uitleg", "explanation", 12),
        {"id": "samen-oefenen", "use": exercise.id, "minutes": 18, "priority": "core", "lead": "first"},
        use("pauze", "break"),
        use("landen", "exercise") | {"priority": "cut_first"},
        own("zelf-oefenen", "exercise", 15, handouts=[handout.id]),
        own("lopend-kiezen", "exercise", 10),
        use("tips", "exchange") | {"priority": "optional"},
        use("thuis", "homework_briefing", participant_text=_block(f"Thuis doe je {link('homework', now)}."))
        if now
        else own("straks", "explanation", 5),
        use("afronden", "closing"),
    ]


def programme(programme: Programme, layout: Layout, writer: Writer) -> Values:
    """Return a programme with its phases, its measurement plan and everything for facilitators."""
    measured = [questionnaire.id for questionnaire in programme.questionnaires]
    terms = ", ".join(link("term", term) for term in programme.terms)
    shared_terms = "\n".join(f"- Dit gaat ook over {link('term', term)}." for term in layout.terms)
    reading = [article.name.id for article in programme.articles]
    return {
        "format": 1,
        "title": programme.name.title,
        "summary": _block(f"{writer.text(220)}\n\nHet gaat over {terms}."),
        "version": "1.0.0",
        "status": "published",
        "language": "nl",
        "themes": [writer.title(2) for _ in range(4)],
        "kind": "training",
        "setting": "welfare",
        "delivery": ["in_person", "online"],
        "goals": [writer.sentence(13) for _ in range(5)],
        "for_whom": _block(f"{writer.text(110)}\n\n{shared_terms}"),
        "not_for_whom": _block(writer.text(100)),
        "age": {"min": 18},
        "group": {"min": 6, "max": 10},
        "enrolment": "closed",
        "sequence": "fixed",
        "cost": writer.sentence(9),
        "group_agreements": [writer.sentence(12) for _ in range(7)],
        "evidence": _block(writer.text(160)),
        "rights": {"owner": "Redactie", "licence": "CC BY-SA 4.0", "disclaimer": _block(writer.paragraph(60))},
        "authors": ["Redactie"],
        "change_log": [{"version": "1.0.0", "date": "2026-09-01", "changes": [writer.sentence(9)]}],
        "phases": {
            "before": {
                "text": _block(writer.text(120)),
                "articles": reading[:1],
                "questionnaires": measured[:1],
                "modules": [layout.module.id],
            },
            "during": {"text": _block(writer.text(110)), "articles": reading[1:2]},
            "after": {"text": _block(writer.text(150)), "articles": reading[2:]},
        },
        "sessions": [
            {"session": name.id} | ({"days_after_previous": 7} if number else {})
            for number, name in enumerate(programme.sessions)
        ],
        "measurement": {
            "text": _block(writer.text(130)),
            "occasions": [
                {"id": "t0", "title": "Voor de start", "before_first_session": True, "questionnaires": measured[:1]},
                {
                    "id": "t1",
                    "title": "Na de laatste sessie",
                    "after_session": programme.sessions[-1].id,
                    "questionnaires": measured,
                },
                {"id": "t2", "title": "Later", "weeks_after_end": 12, "questionnaires": measured[:1]},
            ],
        },
        "follow_up": _block(writer.text(110)),
        "peer_contact": _block(writer.text(100)),
        "referrer_notes": _block(writer.text(140)),
        "facilitators": {
            "min": 1,
            "max": 2,
            "competences": _block(writer.text(90)),
            "training": _block(writer.paragraph(60)),
            "supervision": _block(writer.paragraph(50)),
        },
        "venue": _block(writer.text(100)),
        "rationale": _block(writer.text(240)),
        "active_elements": [writer.sentence(12) for _ in range(5)],
        "safety": {
            "crisis": _block(writer.text(200)),
            "disclosure": _block(writer.text(160)),
            "drop_out": _block(writer.text(90)),
        },
        "recruitment": _block(writer.text(120)),
        "adaptations": _block(writer.text(120)),
        "fidelity": _block(writer.text(110)),
        "sign_off": SIGN_OFF,
        "costs": _block(writer.paragraph(60)),
    }


def homework(name: Name, layout: Layout, writer: Writer) -> Values:
    """Return homework with a form."""
    return {
        "title": name.title,
        "why": _block(writer.paragraph(50)),
        "minutes": 20,
        "steps": [writer.sentences(18) for _ in range(5)],
        "module_step": {"module": layout.module.id, "step": "stap-2"},
        "fields": form(writer),
        "plain_language": _block(writer.paragraph(40)),
        "review_prompts": [writer.sentence(12) for _ in range(4)],
    }


def form(writer: Writer) -> list[Value]:
    """Return fields of eight kinds, one of them shown by the answer to another."""
    options = [{"id": f"keuze-{number}", "text": writer.title(4)} for number in range(1, 5)]
    columns = [
        {"id": f"kolom-{kind}".replace("_", "-"), "text": writer.title(2), "kind": kind}
        for kind in ("text", "date", "yes_no")
    ]
    return [
        {"id": "dag", "kind": "date", "text": writer.sentence(6)},
        {"id": "tijd", "kind": "time", "text": writer.sentence(6), "help": writer.sentence(10)},
        {"id": "steun", "kind": "choice", "text": writer.sentence(6), "options": options},
        {
            "id": "welke",
            "kind": "text",
            "text": writer.sentence(5),
            "shown_if": {"field": "steun", "is": ["keuze-4"]},
        },
        {"id": "dingen", "kind": "table", "text": writer.title(3), "lines": 7, "columns": columns},
        {"id": "dagen", "kind": "number", "text": writer.sentence(7), "min": 0, "max": 7, "step": 1, "unit": "dagen"},
        {
            "id": "ging-het",
            "kind": "scale",
            "text": writer.sentence(6),
            "min": 0,
            "max": 10,
            "min_label": writer.title(2),
            "max_label": writer.title(2),
        },
        {"id": "wat-hielp", "kind": "long_text", "text": writer.sentence(8), "lines": 4},
    ]


def questionnaire(name: Name, writer: Writer) -> Values:
    """Return a questionnaire with a scale, its bands and worked examples."""
    items = [f"vraag-{number}" for number in range(1, 13)]
    return {
        "title": name.title,
        "introduction": _block(writer.text(110)),
        "minutes": 10,
        "recall_period": writer.title(3),
        "source": writer.sentence(9),
        "score_meaning": _block(writer.paragraph(55)),
        "answer_scales": [
            {
                "id": "hoe-vaak",
                "options": [
                    {"id": answer, "text": answer.capitalize(), "score": score} for score, answer in enumerate(ANSWERS)
                ],
            }
        ],
        "items": [
            *({"id": item, "text": writer.sentence(10), "answer_scale": "hoe-vaak"} for item in items),
            {
                "id": "nog-iets",
                "text": writer.sentence(10),
                "help": writer.sentence(12),
                "field": {"kind": "long_text", "lines": 5},
                "scored": False,
            },
        ],
        "critical_items": [{"item": items[-1], "options": ["altijd"]}],
        "scales": [
            {
                "id": "samen",
                "title": writer.title(3),
                "items": items,
                "method": "sum",
                "minimum_answered": 8,
                "missing": "prorate",
                "direction": "higher_is_better",
                "norms": _block(writer.paragraph(40)),
                "bands": [
                    {"from": low, "title": writer.title(2), "advice": writer.sentences(20)} for low in (0, 16, 32)
                ],
                "bands_source": writer.sentence(10),
            }
        ],
        "worked_examples": [
            {
                "title": f"Alles op {answer}",
                "answers": dict.fromkeys(items, answer),
                "scores": {"samen": score * len(items)},
            }
            for score, answer in enumerate(ANSWERS)
        ],
        "owner": "Redactie",
        "permission": writer.sentence(8),
    }


def diary(name: Name, writer: Writer) -> Values:
    """Return a diary."""
    fields = form(writer)
    return {
        "title": name.title,
        "introduction": _block(writer.text(90)),
        "how_often": "weekly",
        "minutes": 3,
        "fields": fields,
        "drawn": ["dagen", "ging-het"],
    }


def module(name: Name, writer: Writer) -> Values:
    """Return an online module with five steps."""
    url = f"https://example.org/{name.id}"
    return {
        "title": name.title,
        "provider": "Voorbeeld",
        "url": url,
        "about": _block(writer.text(110)),
        "steps": [
            {"id": f"stap-{number}", "title": writer.title(3), "url": f"{url}/{number}", "minutes": 20}
            for number in range(1, 6)
        ],
    }


def glossary(layout: Layout, writer: Writer) -> Values:
    """Return all terms with their meanings."""
    terms = [*layout.terms, *(term for programme in layout.programmes for term in programme.terms)]
    return {"terms": [{"id": t.id, "term": t.title, "text": _block(writer.paragraph(35))} for t in terms]}


def help_block(writer: Writer) -> Values:
    """Return the help block."""
    return {
        "title": "Als het te veel wordt",
        "what_to_do": _block(writer.bullets(4, 15)),
        "numbers": [
            {"id": "gevaar", "label": "Direct gevaar", "number": "112", "hours": "dag en nacht"},
            {"id": "praten", "label": "Praten", "number": "113", "hours": "dag en nacht", "url": "https://www.113.nl"},
        ],
        "check": SIGN_OFF,
    }


def site_config(layout: Layout, writer: Writer) -> Values:
    """Return the configuration of the site."""
    return {
        "format": 1,
        "organisation": {"name": "Voorbeeld Welzijn", "url": "https://example.org"},
        "brand": {
            "colour": "#1f5c5a",
            "site_title": "Voorbeeld",
            "facilitator_title": "Voorbeeld voor begeleiders",
            "welcome": _block(writer.text(90)),
        },
        "contact": {"email": "groep@example.org", "text": writer.sentence(12)},
        "languages": ["nl"],
        "addresses": {"participant": "https://kring.example.org", "facilitator": "https://begeleiders.example.org"},
        "programmes": [programme.name.id for programme in layout.programmes],
    }


def article(subject: Article, writer: Writer) -> tuple[Values, str]:
    """Return the front matter and the body, of about 700 words, of an article."""
    front: Values = {
        "title": subject.name.title,
        "summary": writer.sentence(13),
        "keywords": [writer.title(1) for _ in range(4)],
        "plain_language": _block(f"{writer.paragraph(50)}\n\n{writer.bullets(4, 12, numbered=True)}"),
        "sources": [writer.sentences(20) for _ in range(2)],
        "review": SIGN_OFF,
    }
    sections = [
        f"{writer.paragraph(50)}\n\n{_container('note', writer.paragraph(30))}",
        f"{writer.paragraph(40)}\n\n{writer.bullets(5, 16)}",
        f"{writer.paragraph(50)}\n\n{_container(f'example {writer.title(3)}', writer.text(60))}\n\n{writer.table(4)}",
        f"{writer.paragraph(60)}\n\n### {writer.title(3)}\n\n{writer.paragraph(50)}",
        f"{_container(f'exercise {writer.title(2)}', writer.bullets(4, 14, numbered=True))}\n\n{writer.paragraph(40)}",
    ]
    picture = f"![{writer.sentence(12)}](media:{subject.image})" if subject.image else writer.paragraph(20)
    parts = [writer.paragraph(60), picture]
    parts += [f"## {heading}\n\n{section}" for heading, section in zip(subject.headings, sections, strict=True)]
    parts.append(_container("facilitator", f"{writer.paragraph(40)}\n\n{writer.bullets(3, 18)}"))
    return front, "\n\n".join(parts)


def handout(name: Name, writer: Writer) -> tuple[Values, str]:
    """Return a sheet with a form and a short text."""
    front: Values = {"title": name.title, "summary": writer.sentence(12), "fields": form(writer)[4:]}
    return front, writer.text(90)


def page(role: str, writer: Writer) -> tuple[Values, str]:
    """Return one of the pages that every site needs."""
    front: Values = {"title": writer.title(2), "summary": writer.sentence(9), "role": role}
    return front, f"{writer.text(90)}\n\n## {writer.title(3)}\n\n{writer.text(120)}"


def _container(opening: str, text: str) -> str:
    return f"::: {opening}\n{text}\n:::"


def _block(text: str) -> str:
    """Return a text that YAML must hold as a block."""
    return text + "\n"
