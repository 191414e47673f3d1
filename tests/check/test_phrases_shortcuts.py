"""The shortcuts by which phrases are sought quickly leave none out."""

from __future__ import annotations

import random

import pytest

from kb_builder.check.markdown.prose import prose
from kb_builder.check.phrases.elsewhere import (
    ALL_ELSEWHERE,
    ELSEWHERE,
    WRAP,
    references_elsewhere,
)
from kb_builder.check.phrases.placeholder import ALL_PLACEHOLDER, PLACEHOLDER, placeholders
from kb_builder.check.phrases.workaround import WORKAROUND, workarounds

WORDS = """
    see email the case notes ticket as per discussed with customer my last mail details in
    attached solved by phone call please information refer to is are TODO TBD chat look at
    screenshot message told steps was sent enclosed recording shared followed explained
    earlier workaround temporary fix interim solution instructions comments X `a` 7
"""
SIGNS = (". ", "\n", "\n\n", "\n- ", "\n> ", "**", ", ", "1. ", "(", ")", "x" * 40 + "\n")
PHRASES = (
    *("lorem ipsum", "<fill in>", "[describe this]", "work around this", "a workaround:"),
    *("see the attached mail", "as per the call with the customer", "solved by phone"),
    *("notes in the case", "see ticket 4711", "see the case notes", "as discussed"),
)
PIECES = (*WORDS.split(), *SIGNS, *PHRASES, *PHRASES)


def texts() -> list[str]:
    chance = random.Random(2_026)
    return [
        "".join(
            chance.choice(PIECES) + chance.choice(("", " ", " "))
            for _ in range(chance.randrange(14))
        )
        for _ in range(4_000)
    ]


@pytest.fixture(scope="module")
def examples() -> list[str]:
    return texts()


def test_references_elsewhere_are_those_that_the_pattern_finds_anywhere(
    examples: list[str],
) -> None:
    found = 0
    for text in examples:
        if ALL_ELSEWHERE.fullmatch(text):
            continue
        matches = ELSEWHERE.finditer(WRAP.sub(" ", prose(text)))
        wanted = [match.span(match.lastgroup or 0) for match in matches]
        assert list(references_elsewhere(text)) == wanted, text
        found += len(wanted)
    assert found > 300


def test_placeholders_are_those_that_the_pattern_finds_anywhere(examples: list[str]) -> None:
    found = 0
    for text in examples:
        if ALL_PLACEHOLDER.fullmatch(text):
            continue
        wanted = [m.span(m.lastgroup or 0) for m in PLACEHOLDER.finditer(prose(text))]
        assert list(placeholders(text)) == wanted, text
        found += len(wanted)
    assert found > 500


def test_a_workaround_is_the_first_that_the_pattern_finds_anywhere(examples: list[str]) -> None:
    found = 0
    for text in examples:
        wanted = [m.span(m.lastgroup or 0) for m in WORKAROUND.finditer(prose(text))][:1]
        assert list(workarounds(text)) == wanted, text
        found += len(wanted)
    assert found > 100
