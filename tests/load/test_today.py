from __future__ import annotations

from datetime import date

import pytest

from kb_builder.load.content import today


def test_records_are_judged_on_the_day_of_a_build_that_is_to_be_reproduced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert today() == date(2026, 1, 1)


@pytest.mark.parametrize("epoch", ["", "x", "-5", "9" * 30])
def test_a_day_that_cannot_be_read_is_today(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() == date.today()
