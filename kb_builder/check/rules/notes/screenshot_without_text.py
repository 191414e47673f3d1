from __future__ import annotations

from kb_builder.check.conditions import NoPhrase, meets
from kb_builder.check.rule import Example, Rule

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
CASE-000417.md:3:47: warning[screenshot-without-text] `the following error message` is followed by a picture, and its text stands nowhere
  help: write the text that the picture shows, as text, beside the picture""",
    good=Example(
        "symptom: |\n"
        "  Signing in to Halyard Mail on the web ends with the following error message:\n\n"
        "  > HID50011: the reply address does not match\n\n"
        "  ![Screenshot of the error](../attachments/error.png)",
        files={"attachments/error.png": "a picture"},
    ),
    check_record=meets(
        *(
            NoPhrase(
                field=field,
                phrase="picture",
                message="{value} is followed by a picture, and its text stands nowhere",
                help="write the text that the picture shows, as text, beside the picture",
            )
            for field in ("symptom", "cause", "body")
        )
    ),
)
