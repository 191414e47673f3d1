from __future__ import annotations

from kb_builder.check.conditions.condition import Where
from kb_builder.check.conditions.values import NoPhrase, meets
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="hidden-workaround",
    theme="notes",
    severity="warning",
    summary="A workaround inside the cause or the resolution",
    reason=(
        "A workaround leaves the cause in place, and costs something each time. In its own field "
        "it is found by those who cannot wait, and not mistaken for the end of the matter."
    ),
    step="case-closure#workarounds",
    bad=Example(
        "resolution: |\n"
        "  As a temporary measure, open Halyard Mail by its old web address.\n"
        "  The new address works after the next restart of Halyard Identity."
    ),
    expected="""\
CASE-000417.md:3:3: warning[hidden-workaround] `As a temporary measure` tells a workaround within the resolution
  help: move it to the field `workaround`, with what it costs and how to undo it""",
    good=Example(
        "resolution: |\n"
        "  Restart Halyard Identity, so that it reads the new reply address.\n"
        "workaround: |\n"
        "  Open Halyard Mail by its old web address until Halyard Identity was restarted."
    ),
    check_record=meets(
        *(
            NoPhrase(
                field=field,
                phrase="workaround",
                message=f"{{value}} tells a workaround within the {field}",
                help="move it to the field `workaround`, with what it costs and how to undo it",
                when=(Where("workaround", ("",)),),
            )
            for field in ("cause", "resolution")
        )
    ),
)
