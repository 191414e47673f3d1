from __future__ import annotations

from kb_builder.check.conditions.values import OneOf, meets
from kb_builder.check.rule import Example, Rule

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
    check_record=meets(
        OneOf(
            field="product",
            values=lambda content: content.taxonomy.product_names,
            message="there is no product {value}",
        )
    ),
)
