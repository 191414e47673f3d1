from __future__ import annotations

from kb_builder.check.conditions.values import NoPhrase, meets
from kb_builder.check.rule import Example, Rule
from kb_builder.model.fields import MARKDOWN_FIELDS

RULE = Rule(
    name="notes-elsewhere",
    theme="notes",
    summary="Notes that send the reader to a mail, a chat, an attachment or the case",
    reason=(
        "Symptom, cause and resolution are all that the next agent has. The mails, chats and "
        "attachments of the case are closed to them, so what stands there is lost."
    ),
    step="case-closure#note-symptom-cause-resolution",
    bad=Example(
        "resolution: |\n"
        "  1. Replace the reply address in Halyard Identity, see email from 4 March.\n"
        "  2. Restart the web service as discussed with the customer on the phone."
    ),
    expected="""\
CASE-000417.md:3:53: error[notes-elsewhere] `see email` sends the reader to what they do not have
  help: write here what stands there
CASE-000417.md:4:30: error[notes-elsewhere] `as discussed with the customer on the phone` sends the reader to what they do not have
  help: write here what stands there""",
    good=Example(
        "resolution: |\n"
        "  1. Replace the reply address in Halyard Identity by `https://mail.example.com/auth`.\n"
        "  2. Restart the web service; users see the email that was held back within a minute."
    ),
    check_record=meets(
        *(
            NoPhrase(
                field=field,
                phrase="elsewhere",
                message="{value} sends the reader to what they do not have",
                help="write here what stands there",
            )
            for field in MARKDOWN_FIELDS
        )
    ),
)
