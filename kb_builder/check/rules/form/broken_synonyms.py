from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content


def check(content: Content) -> Iterator[Finding]:
    for problem in content.synonyms.problems:
        yield Finding(problem.span, problem.message, problem.help)


RULE = Rule(
    name="broken-synonyms",
    theme="form",
    severity="warning",
    summary="A line of the list of synonyms that cannot be used as it is",
    reason=(
        "Search finds a record by the words of the list that it does not hold itself. A phrase that "
        "is left out does nothing, and nobody who searches is told so."
    ),
    step="case-closure#publish-the-record",
    bad=Example(files={"taxonomy/synonyms.txt": "NDR = non-delivery report\nbounce = NDR\n"}),
    expected="""\
taxonomy/synonyms.txt:2:10: warning[broken-synonyms] `NDR` stands in line 1 too
  help: make one line of the two, or remove it from one of them""",
    good=Example(files={"taxonomy/synonyms.txt": "NDR = non-delivery report = bounce\n"}),
    check_content=check,
)
