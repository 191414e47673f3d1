"""What a site may set under `plugins: - kb_builder:` in mkdocs.yml."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kb_builder.model.diagnostic import SEVERITIES
from kb_builder.model.errors import KbError
from kb_builder.model.words import closest

_ID_PATTERNS = {"case": r"CASE-\d{6}", "collaboration": r"COLLAB-\d{6}", "article": r"KB-\d{6}"}


class SettingsError(KbError):
    """A setting that cannot be used; the text says which, and what would do."""


@dataclass(frozen=True)
class Settings:
    """One value a setting, each with what it means; the defaults hold for a site that sets none."""

    id_patterns: Mapping[str, str] = field(default_factory=lambda: dict(_ID_PATTERNS))
    """Regular expression that an id must match in full, by kind."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """Severity by rule: `error`, `warning`, `hint`, or `off`."""
    title_length: int = 120
    """The most characters a title may have."""
    shortest_note_words: int = 5
    """The fewest words a symptom, cause or resolution may have."""
    longest_log_lines: int = 20
    """The most lines of a log of which none needs to be quoted outside of it."""
    largest_record_bytes: int = 1_000_000
    """The largest record file that is read."""
    largest_picture_bytes: int = 1_000_000
    """The largest picture that a page is to load."""
    own_addresses: tuple[str, ...] = ()
    """Where this site is published, beside mkdocs.yml's `site_url`: records name files instead."""
    idle_attempts: int = 3
    """On how many different working days an idle customer must have been contacted."""
    holidays: tuple[str, ...] = ()
    """Days such as 2026-12-25 that are no working days, beside Saturdays and Sundays."""
    largest_labor_minutes: int = 10_080
    """The most minutes that one may have spent on a case; the default is a week without sleep."""
    review_soon_days: int = 30
    """How many days before its `review_by` a record is due soon."""
    denied_names: tuple[str, ...] = ()
    """Names of people and customers that no record may hold."""
    allowed_values: tuple[str, ...] = ()
    """What is public and may stand in records: values, domains, and patterns with `*`."""
    newest_records: int = 50
    """How many records the page of the newest shows."""

    def id_pattern(self, kind: str) -> re.Pattern[str] | None:
        pattern = self.id_patterns.get(kind)
        return re.compile(pattern) if pattern else None


def with_address(settings: Settings, site_url: object) -> Settings:
    """The settings of a site that is published at `site_url`, as mkdocs.yml gives it."""
    if not isinstance(site_url, str) or not site_url:
        return settings
    return dataclasses.replace(settings, own_addresses=(*settings.own_addresses, site_url))


def parse_settings(options: Mapping[str, Any]) -> Settings:
    """Settings from the plugin's options; SettingsError names every option that cannot be used."""
    known = {item.name: item for item in dataclasses.fields(Settings)}
    defaults = Settings()
    wrong: list[str] = []
    given: dict[str, Any] = {}
    for name, written in options.items():
        if name not in known:
            near = closest(str(name), known)
            hint = f"; did you mean `{near}`?" if near else f"; known are {', '.join(known)}"
            wrong.append(f"unknown setting `{name}`{hint}")
            continue
        default = getattr(defaults, name)
        value = _without_false(written) if name == "rules" else _as_texts(written)
        if isinstance(default, int):
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                wrong.append(f"`{name}` is {value!r}, not a whole number of at least 0")
                continue
        elif isinstance(default, tuple):
            if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
                wrong.append(f"`{name}` is {value!r}, not a list of texts")
                continue
            value = tuple(value)
        elif not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
            wrong.append(f"`{name}` is {value!r}, not a mapping to texts")
            continue
        given[name] = {**default, **value} if isinstance(default, Mapping) else value
    wrong += _wrong_patterns(given.get("id_patterns", {}))
    wrong += _wrong_severities(given.get("rules", {}))
    wrong += _wrong_days(given.get("holidays", ()))
    if wrong:
        raise SettingsError("\n".join(wrong))
    return Settings(**given)


def _as_texts(value: Any) -> Any:
    """The same, with the days of a list as texts, which YAML has read as dates."""
    if not isinstance(value, list):
        return value
    return [entry.isoformat() if type(entry) is date else entry for entry in value]


def _without_false(rules: Any) -> Any:
    """The same, with `off` again where YAML has read it as false."""
    if not isinstance(rules, Mapping):
        return rules
    return {str(rule): "off" if severity is False else severity for rule, severity in rules.items()}


def _wrong_patterns(patterns: Mapping[str, str]) -> list[str]:
    wrong = []
    for kind, pattern in patterns.items():
        if kind not in _ID_PATTERNS:
            wrong.append(f"`id_patterns.{kind}`: kinds are {', '.join(_ID_PATTERNS)}")
        try:
            re.compile(pattern)
        except re.error as error:
            wrong.append(f"`id_patterns.{kind}` is not a regular expression: {error}")
    return wrong


def _wrong_days(days: Iterable[str]) -> list[str]:
    wrong = []
    for day in days:
        try:
            is_day = date.fromisoformat(day).isoformat() == day
        except ValueError:
            is_day = False
        if not is_day:
            wrong.append(f"`holidays` holds {day!r}, not a day such as 2026-12-25")
    return wrong


def _wrong_severities(rules: Mapping[str, str]) -> list[str]:
    allowed = (*SEVERITIES, "off")
    return [
        f"`rules.{rule}` is {severity!r}; allowed are {', '.join(allowed)}"
        for rule, severity in rules.items()
        if severity not in allowed
    ]
