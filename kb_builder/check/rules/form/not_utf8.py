from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="not-utf8",
    theme="form",
    summary="A file that is not UTF-8",
    reason=(
        "Programs guess the encoding of such a file, and each guesses another: names and error "
        "texts come out garbled, and nobody finds the record by them."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        text=b"---\nid: CASE-000417\ntitle: Mail for Zo\xeb Brandt is returned with HMT5501\n---\n"
    ),
    expected="""\
CASE-000417.md:3:19: error[not-utf8] byte 0xEB is not UTF-8
  help: save the file as UTF-8; it looks like Windows-1252""",
    good=Example("title: Mail for Zoë Brandt is returned with HMT5501"),
    check_source=problems_of("not-utf8"),
)
