from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from kb_builder.model.settings import Settings, SettingsError, parse_settings


def test_nothing_set_gives_the_defaults_and_three_attempts() -> None:
    assert parse_settings({}) == Settings()
    assert Settings().idle_attempts == 3


def test_a_pattern_for_one_kind_leaves_the_others() -> None:
    settings = parse_settings({"id_patterns": {"case": r"\d+"}})
    patterns = [settings.id_pattern(kind) for kind in ("case", "article", "none")]
    assert [pattern and pattern.pattern for pattern in patterns] == [r"\d+", r"KB-\d{6}", None]


def test_off_is_off_though_yaml_reads_it_as_false() -> None:
    rules = parse_settings({"rules": {"a": False, "b": "off", "c": "hint"}}).rules
    assert rules == {"a": "off", "b": "off", "c": "hint"}


def test_holidays_are_days_however_yaml_reads_them() -> None:
    holidays = parse_settings({"holidays": [date(2026, 12, 25), "2026-12-26"]}).holidays
    assert holidays == ("2026-12-25", "2026-12-26")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"holidays": ["25.12.2026"]}, "`holidays` holds '25.12.2026', not a day such as 2026-12-25"),
        ({"holidays": ["20261225"]}, "`holidays` holds '20261225', not a day such as 2026-12-25"),
        ({"idle_atempts": 3}, "unknown setting `idle_atempts`; did you mean `idle_attempts`?"),
        (
            {"x": 3},
            "unknown setting `x`; known are "
            + ", ".join(setting.name for setting in dataclasses.fields(Settings)),
        ),
        ({5: 3, "title_length": "a"}, "`title_length` is 'a', not a whole number of at least 0"),
        ({"title_length": True}, "`title_length` is True, not a whole number of at least 0"),
        ({"title_length": -1}, "`title_length` is -1, not a whole number of at least 0"),
        ({"title_length": None}, "`title_length` is None, not a whole number of at least 0"),
        ({"rules": ["a"]}, "`rules` is ['a'], not a mapping to texts"),
        ({"rules": {"a": 1}}, "`rules` is {'a': 1}, not a mapping to texts"),
        (
            {"rules": {"a": "fatal"}},
            "`rules.a` is 'fatal'; allowed are error, warning, hint, off",
        ),
        ({"id_patterns": {"note": "a"}}, "`id_patterns.note`: kinds are case, collaboration, article"),
        (
            {"id_patterns": {"case": "["}},
            "`id_patterns.case` is not a regular expression: "
            "unterminated character set at position 0",
        ),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_used_is_named(options: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as error:
        parse_settings(options)
    assert str(error.value).split("\n")[-1] == said


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(SettingsError) as error:
        parse_settings({"title_lenght": 1, "idle_attempts": "a", "rules": {"b": "c"}})
    assert len(str(error.value).split("\n")) == 3
