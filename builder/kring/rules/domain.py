"""Rules about programmes, sessions and everything that hangs together."""

from __future__ import annotations

from kring.rules.domain_forms import FORM_RULES
from kring.rules.domain_identities import IDENTITY_RULES
from kring.rules.domain_language import LANGUAGE_RULES
from kring.rules.domain_media import MEDIA_RULES
from kring.rules.domain_plan import PLAN_RULES
from kring.rules.domain_printed import PRINTED_RULES
from kring.rules.domain_programmes import PROGRAMME_RULES
from kring.rules.domain_references import REFERENCE_RULES
from kring.rules.domain_sessions import AGENDA_RULES, HOMEWORK_RULES
from kring.rules.domain_site import SITE_RULES
from kring.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *REFERENCE_RULES,
    *IDENTITY_RULES,
    *MEDIA_RULES,
    *PROGRAMME_RULES,
    *AGENDA_RULES,
    *PRINTED_RULES,
    *HOMEWORK_RULES,
    *FORM_RULES,
    *LANGUAGE_RULES,
    *SITE_RULES,
    *PLAN_RULES,
)
