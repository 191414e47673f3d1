"""The closure rules, and what runs them."""

from kb_builder.check.registry import all_rules, rule_named
from kb_builder.check.rule import THEMES, Example, Finding, Rule, problems_of
from kb_builder.check.runner import UnknownRuleError, check

__all__ = [
    "THEMES",
    "Example",
    "Finding",
    "Rule",
    "UnknownRuleError",
    "all_rules",
    "check",
    "problems_of",
    "rule_named",
]
