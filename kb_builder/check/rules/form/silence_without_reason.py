from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.silences import silences
from kb_builder.model.content import Content
from kb_builder.model.source import SourceFile


def check(source: SourceFile, content: Content) -> Iterator[Finding]:
    for silence in silences(source):
        if not silence.reason:
            message = f"`{silence.rule}` is to be silenced, and no reason is given"
            help = f"say why after the bracket: `# kb: ignore[{silence.rule}] reason`"
            yield Finding(silence.span, message, help)


RULE = Rule(
    name="silence-without-reason",
    theme="form",
    summary="A comment that would silence a rule and does not say why",
    reason=(
        "A rule that is silenced is a decision, and whoever reviews the record has to judge it. "
        "Without its reason a comment silences nothing."
    ),
    step="case-closure#publish-the-record",
    bad=Example("# kb: ignore[title-too-long]\ntags:\n  - mail"),
    expected="""\
CASE-000417.md:2:14: error[silence-without-reason] `title-too-long` is to be silenced, and no reason is given
  help: say why after the bracket: `# kb: ignore[title-too-long] reason`""",
    good=Example("tags:\n  - mail  # kb: that is the product, too"),
    check_source=check,
)
