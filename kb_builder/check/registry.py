"""Finds the rules: every module below `rules/` that has a RULE."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from kb_builder.check import rules
from kb_builder.check.rule import THEMES, Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by theme and name."""
    found: list[Rule] = []
    for module in pkgutil.walk_packages(rules.__path__, rules.__name__ + "."):
        if not module.ispkg:
            found.append(importlib.import_module(module.name).RULE)
    themes = list(THEMES)
    return tuple(sorted(found, key=lambda rule: (themes.index(rule.theme), rule.name)))


def rule_named(name: str) -> Rule | None:
    return next((rule for rule in all_rules() if rule.name == name), None)
