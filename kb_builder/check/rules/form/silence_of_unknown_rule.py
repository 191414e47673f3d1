from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.registry import all_rules
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.silences import silences
from kb_builder.check.wording import did_you_mean, shown
from kb_builder.model.content import Content
from kb_builder.model.source import SourceFile


def check(source: SourceFile, content: Content) -> Iterator[Finding]:
    for silence in silences(source):
        names = [rule.name for rule in all_rules()]
        if silence.rule not in names:
            help = did_you_mean(silence.rule, names) or "`kb rules` lists them"
            yield Finding(silence.span, f"there is no rule {shown(silence.rule)}", help)


RULE = Rule(
    name="silence-of-unknown-rule",
    theme="form",
    summary="A comment that would silence a rule which does not exist",
    reason=(
        "With its name misspelt the rule is not silenced, and with a name that was given up the "
        "comment is an excuse for nothing. The reader takes either for a decision."
    ),
    step="case-closure#publish-the-record",
    bad=Example("severity: B  # kb: ignore[severity-at-closure] the customer asked for it"),
    expected="""\
CASE-000417.md:2:27: error[silence-of-unknown-rule] there is no rule `severity-at-closure`
  help: did you mean `severity-a-at-closure`?""",
    good=Example(
        "severity: A  # kb: ignore[severity-a-at-closure] closed while Service Desk was down"
    ),
    check_source=check,
)
