"""How many of 200 planted values are found, and that they are gone after redaction."""

from __future__ import annotations

import socket

import pytest

from kb_builder.check.privacy.found import masked
from kb_builder.check.privacy.redaction import redact
from kb_builder.check.privacy.scan import scan
from tests.check.planted import Planted, planted

PLANTED = planted()
KINDS = ("mail-address", "public-ip-address", "secret")


def is_found(one: Planted) -> bool:
    return any(
        kind == one.kind and one.text[found.start : found.end] == one.value
        for kind, found in scan(one.text)
    )


def test_there_are_two_hundred_of_many_shapes_and_no_two_alike() -> None:
    assert len(PLANTED) == 200
    assert len({(one.kind, one.shape) for one in PLANTED}) >= 60
    assert len({one.text for one in PLANTED}) == 200


@pytest.mark.parametrize("kind", KINDS)
def test_at_least_95_of_100_planted_values_are_found_from_their_first_to_their_last_character(
    kind: str,
) -> None:
    wanted = [one for one in PLANTED if one.kind == kind]
    missed = [one for one in wanted if not is_found(one)]
    assert len(missed) <= 0.05 * len(wanted), missed


def test_nothing_else_is_found_beside_them() -> None:
    others = [
        (kind, one.text[found.start : found.end])
        for one in PLANTED
        for kind, found in scan(one.text)
        if one.text[found.start : found.end] != one.value
    ]
    assert others == []


def test_redacted_texts_hold_none_of_them_and_redacting_them_again_changes_nothing() -> None:
    for one in PLANTED:
        text, replaced = redact(one.text)
        assert one.value not in text
        assert [entry.times for entry in replaced] == [1]
        assert redact(text) == (text, ())


def test_what_is_shown_of_a_value_is_at_most_a_quarter_of_it() -> None:
    for one in PLANTED:
        shown = masked(one.value).strip("`").removesuffix("…")
        assert len(shown) <= min(4, len(one.value) / 4)


def test_no_server_is_ever_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise AssertionError("a connection was opened")

    scan.cache_clear()
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert any(is_found(one) for one in PLANTED)
