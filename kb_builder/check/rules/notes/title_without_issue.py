from __future__ import annotations

from kb_builder.check.conditions.values import NoneOf, NoPhrase, meets
from kb_builder.check.rule import Example, Rule
from kb_builder.model.content import Content

_MESSAGE = "the title does not say what the issue is"
_HELP = "name what fails, where, and the error code: `Sign-in on the web fails with HID50011`"


def _products(content: Content) -> tuple[str, ...]:
    return content.taxonomy.product_names


RULE = Rule(
    name="title-without-issue",
    theme="notes",
    summary="A title that names a product or a feeling instead of the issue",
    reason=(
        "In a list of results the title is all that is read. A hundred cases are an `Outlook issue`, "
        "and each is urgent to somebody."
    ),
    step="case-closure#good-symptom",
    bad=Example("title: Urgent help needed with Halyard Mail"),
    expected="""\
CASE-000417.md:2:8: error[title-without-issue] the title does not say what the issue is
  help: name what fails, where, and the error code: `Sign-in on the web fails with HID50011`""",
    good=Example("title: Halyard Mail on the web asks for the password in a loop"),
    check_record=meets(
        NoPhrase(
            field="title",
            phrase="vague_title",
            message=_MESSAGE,
            help=_HELP,
            unless=(NoPhrase(field="title", phrase="placeholder"),),
        ),
        NoneOf(field="title", values=_products, message=_MESSAGE, help=_HELP),
    ),
)
