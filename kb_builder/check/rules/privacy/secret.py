from __future__ import annotations

from kb_builder.check.privacy.finding import check_for
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="secret",
    theme="privacy",
    summary="A password, key or token",
    reason=(
        "Whoever reads it can use it, and what was once published is known for good. It has to be "
        "replaced where it opens something too, not in the record alone."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "cause: |\n  The script signed in with `password=Kraftwerk!47` to the old reply address."
    ),
    expected="""\
CASE-000417.md:3:39: error[secret] `Kra…` is a password or key
  help: change it where it is used, then write `<secret1>`, as `kb fix --redact` does""",
    good=Example(
        "cause: |\n  The script signed in with `password=<secret1>` to the old reply address."
    ),
    check_source=check_for(
        "secret",
        "change it where it is used, then write `<secret1>`, as `kb fix --redact` does",
    ),
)
