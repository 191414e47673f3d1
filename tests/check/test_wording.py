from __future__ import annotations

from kb_builder.check.wording import one_of, shown


def test_a_value_is_shown_on_one_short_line() -> None:
    assert shown("Halyard\n  Mail") == "`Halyard Mail`"
    assert shown("x" * 80) == f"`{'x' * 80}`"
    assert shown("x" * 81) == f"`{'x' * 79}…`"


def test_choices_are_named_where_they_are_few() -> None:
    assert (
        one_of("Halyard Mial", ("Halyard Mail", "Halyard Drive")) == "did you mean `Halyard Mail`?"
    )
    assert one_of("Weather", ("Mail", "Drive")) == "choose one of `Mail`, `Drive`"
    assert one_of("Weather", tuple(f"Mail {number}" for number in range(13))) == (
        "choose one of those that are listed below `taxonomy/`"
    )
