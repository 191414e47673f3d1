from __future__ import annotations

from kb_builder.check.conditions.values import AtMostCharacters, meets
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="title-too-long",
    theme="form",
    summary="A title that is too long for a list",
    reason=(
        "A title is read in lists of fifty and in search results, where its end is cut off. The "
        "issue and the place where it occurs must stand in what is left."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "title: The customer reports that since the change of the web address of the mail server"
        " last week no user can sign in to Halyard Mail on the web any more"
    ),
    expected="""\
CASE-000417.md:2:8: error[title-too-long] the title has 146 characters, where 120 are the most
  help: keep the issue and the place, and leave the rest to the symptom""",
    good=Example("title: Sign-in to Halyard Mail on the web fails after a change of address"),
    check_record=meets(
        AtMostCharacters(
            field="title",
            most=lambda content: content.settings.title_length,
            message="the title has {length} characters, where {most} are the most",
            help="keep the issue and the place, and leave the rest to the symptom",
        )
    ),
)
