from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content


def check(content: Content) -> Iterator[Finding]:
    for problem in content.taxonomy.problems:
        yield Finding(problem.span, problem.message, problem.help)


RULE = Rule(
    name="broken-taxonomy",
    theme="form",
    summary="A list of products, statuses or root causes with an entry that cannot be used",
    reason=(
        "Every record chooses from these lists. An entry that cannot be read is missing from all "
        "of them at once, and the records that chose it look wrong."
    ),
    step="case-closure#choose-root-cause",
    bad=Example(
        files={"taxonomy/products.yml": "- product: Halyard Mail\n- produkt: Halyard Drive\n"}
    ),
    expected="""\
taxonomy/products.yml:2:3: error[broken-taxonomy] unknown field `produkt`
  help: did you mean `product`?
taxonomy/products.yml:2:3: error[broken-taxonomy] the entry has no `product`
  help: write `- product: its name`""",
    good=Example(
        files={"taxonomy/products.yml": "- product: Halyard Mail\n- product: Halyard Drive\n"}
    ),
    check_content=check,
)
