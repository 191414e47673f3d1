from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import one_of, shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    names = content.taxonomy.product_names
    if record.product and names and record.product not in names:
        message = f"there is no product {shown(record.product)}"
        yield Finding(("product",), message, one_of(record.product, names))


RULE = Rule(
    name="unknown-product",
    theme="form",
    summary="A product that is not in the list of products",
    reason=(
        "People filter by product before they search. A record under a name that only its writer "
        "uses is filtered away."
    ),
    step="case-closure#publish-the-record",
    bad=Example("product: Halyard Mails"),
    expected="""\
CASE-000417.md:2:10: error[unknown-product] there is no product `Halyard Mails`
  help: did you mean `Halyard Mail`?""",
    good=Example("product: Halyard Mail"),
    check_record=check,
)
