"""The clauses and the lexicon as the browser gets them: plain text, with every figure filled in."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from plugins.coalition.clause import LISTS, VARIANTS, Choices, Clause, Form
from plugins.coalition.coalition import Coalition
from plugins.coalition.compose import MUNICIPALITY, compose
from plugins.coalition.lexicon import Lexicon

# Turns the marks of figures in a text into plain text.
Fill = Callable[[str], str]


def build_texts(
    coalition: Coalition, fill: Fill, municipalities: Iterable[str]
) -> Mapping[str, Any]:
    """Return what the builder needs, in values that JSON and the templates know."""
    start = coalition.start
    return {
        "begin": {"vorm": start.form, "termijn": start.deadline, "delen": dict(start.variants)},
        "varianten": list(VARIANTS),
        "plek": MUNICIPALITY,
        "gemeenten": list(municipalities),
        "termijnen": [
            {"id": one.id, "naam": fill(one.name), "steun": fill(one.support),
             "signaal": fill(one.signal), "gevolg": fill(one.consequence)}
            for one in coalition.deadlines
        ],
        "vormen": [_build_form(form, fill) for form in coalition.forms],
        "delen": [_build_clause(clause, fill) for clause in coalition.clauses],
        "botsingen": [
            {"met": list(clash.chosen), "zonder": list(clash.left_out),
             "termijnen": list(clash.deadlines), "kan": not clash.blocks,
             "uitleg": fill(clash.explanation)}
            for clash in coalition.clashes
        ],
    }  # fmt: skip


def _build_form(form: Form, fill: Fill) -> Mapping[str, Any]:
    steps = [
        {"soort": step.kind, "tekst": fill(step.text), "aanhef": fill(step.opening)}
        for step in form.steps
    ]
    return {"id": form.id, "naam": form.name, "uitleg": form.explanation, "opbouw": steps}


def _build_clause(clause: Clause, fill: Fill) -> Mapping[str, Any]:
    texts = {
        name: {
            variant: [fill(text) for text in clause.texts[name][variant]] for variant in VARIANTS
        }
        for name in LISTS
    }
    return {"id": clause.id, "naam": clause.name, "teksten": texts}


def build_blocks(coalition: Coalition, choices: Choices, fill: Fill) -> list[dict[str, str]]:
    """Return a whole text as kinds and texts."""
    return [
        {"soort": block.kind, "tekst": fill(block.text)} for block in compose(coalition, choices)
    ]


def build_lexicon(lexicon: Lexicon) -> Mapping[str, Any]:
    """Return what the test needs; lists that a rule does not have are left out."""
    return {
        "woorden": [
            {"id": group.id, "vormen": list(group.forms), "vast": group.fixed,
             "rem": group.weakens, "rol": group.role}
            for group in lexicon.groups
        ],
        "onderwerpen": [
            {"id": subject.id, "regels": [
                {"oordeel": rule.mark, "uitleg": rule.why,
                 **{name: list(texts) for name, texts in rule.lists}}
                for rule in subject.rules
            ]}
            for subject in lexicon.subjects
        ],
    }  # fmt: skip


def render_json(value: Mapping[str, Any]) -> bytes:
    """Return a value as compact JSON, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
