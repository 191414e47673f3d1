from __future__ import annotations

from kb_builder.check.conditions.values import NoPhrase, meets
from kb_builder.check.rule import Example, Rule
from kb_builder.model.fields import MARKDOWN_FIELDS, NOTES


def _not_only(field: str, phrase: str) -> NoPhrase:
    by_itself = NoPhrase(field=field, phrase="picture")
    return NoPhrase(
        field=field,
        phrase=phrase,
        message="{value} is only a picture, and its text stands nowhere",
        help="write the text that the picture shows, as text, beside the picture",
        unless=() if phrase == "picture" else (by_itself,),
    )


RULE = Rule(
    name="screenshot-without-text",
    theme="notes",
    severity="warning",
    summary="A picture in the place of an error text or a symptom",
    reason=(
        "No search reads pictures, nor does a screen reader. An error text that stands only in a "
        "screenshot is found by nobody who types it."
    ),
    step="case-closure#good-symptom",
    bad=Example(
        "symptom: |\n"
        "  Signing in to Halyard Mail on the web ends with the following error message:\n\n"
        "  ![Screenshot of the error](../attachments/error.png)",
        files={"attachments/error.png": "a picture"},
    ),
    expected="""\
CASE-000417.md:3:51: warning[screenshot-without-text] `the following error message` is only a picture, and its text stands nowhere
  help: write the text that the picture shows, as text, beside the picture""",
    good=Example(
        "symptom: |\n"
        "  Signing in to Halyard Mail on the web ends with the following error message:\n\n"
        "  > HID50011: the reply address does not match\n\n"
        "  ![Screenshot of the error](../attachments/error.png)",
        files={"attachments/error.png": "a picture"},
    ),
    check_record=meets(
        *(_not_only(field, "picture") for field in NOTES),
        *(_not_only(field, "picture_for_text") for field in (*MARKDOWN_FIELDS, "body")),
    ),
)
