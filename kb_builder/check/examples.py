"""The clean records that rules' examples are made from, and the folder they are laid out in."""

from __future__ import annotations

import re
from pathlib import Path

from kb_builder.check.rule import Example

_NOTES = """\
symptom: |
  Signing in to Halyard Mail on the web ends with `HID50011: the reply address does not match`.
  It happens in every browser, for every user of the tenant.
cause: |
  The web address of the mail server was changed, and the old address stayed registered as the
  reply address in Halyard Identity.
resolution: |
  1. Open Halyard Identity, **Applications**, **Halyard Mail**.
  2. Replace the reply address by the new web address of the server, and save.
  3. Sign in again in a private window to verify.
"""

_CLEAN = {
    "case": f"""\
id: CASE-000417
kind: case
title: Sign-in to Halyard Mail on the web fails with HID50011 after a change of address
product: Halyard Mail
environment:
  - Halyard Mail 7.2 on premises
{_NOTES}root_cause: Identity > Sign-in > Reply address
severity: B
severity_opened: B
state: Closed
status: Resolved
opened: 2026-03-02
closed: 2026-03-06
confirmation:
  by: customer
  on: 2026-03-05
last_quality_response: 2026-03-06
labor_minutes: 95
owner: mira.k
""",
    "collaboration": f"""\
id: COLLAB-000032
kind: collaboration
title: Help on reply addresses after Halyard Mail moved to a new web address
product: Halyard Mail
environment:
  - Halyard Mail 7.2 on premises
{_NOTES}root_cause: Identity > Sign-in > Reply address
state: Closed
status: Resolved
opened: 2026-03-03
closed: 2026-03-05
confirmation:
  by: case-owner
  on: 2026-03-04
last_notes: 2026-03-05
labor_minutes: 40
owner: jonas.t
case: CASE-000417
""",
    "article": f"""\
id: KB-000108
kind: article
title: Reply addresses to change when Halyard Mail moves to a new web address
product: Halyard Mail
environment:
  - Halyard Mail 7.0 and later
{_NOTES}root_cause: Identity > Sign-in > Reply address
""",
}

_TAXONOMY = {
    "root-causes.yml": """\
- topic: Identity
  topics:
    - topic: Sign-in
      topics:
        - topic: Reply address
        - topic: Token cache
        - topic: Cookie jar
          replaced_by: Identity > Sign-in > Token cache
""",
    "products.yml": "- product: Halyard Mail\n- product: Halyard Drive\n",
    "statuses.yml": """\
- status: Resolved
- status: Waiting for product fix
  needs_reason: true
- status: Not reproducible
  needs_reason: true
  allows_unknown_cause: true
""",
}

FILE_NAMES = {
    "case": "CASE-000417.md",
    "collaboration": "COLLAB-000032.md",
    "article": "KB-000108.md",
}
"""The file, below `cases/`, that an example of each kind is written to."""


def example_text(example: Example) -> str | bytes:
    """The whole file of an example."""
    if example.text:
        return example.text
    given = {line.split(":")[0] for line in example.fields.splitlines() if re.match(r"\w+:", line)}
    left = "".join(
        text
        for name, text in _split_fields(_CLEAN[example.kind])
        if name not in given and name not in example.without
    )
    fields = example.fields.rstrip("\n") + "\n" if example.fields else ""
    return f"---\n{fields}{left}---\n{example.body}"


def write_example(example: Example, content: Path) -> Path:
    """Lay the example out as the content folder `content`, and give the path of its record.

    A collaboration's case stands there too, and a taxonomy, so that the record is clean but for
    what the example says.
    """
    record = content / "cases" / FILE_NAMES[example.kind]
    files: dict[Path, str | bytes] = {
        content / "taxonomy" / name: text for name, text in _TAXONOMY.items()
    }
    clean = f"---\n{_CLEAN['case']}---\n"
    if example.kind == "collaboration":
        files[content / "cases" / FILE_NAMES["case"]] = clean
    files[record] = example_text(example)
    for name, text in example.files.items():
        files[content / name] = text.replace("CLEAN", clean).replace("FIELDS\n", _CLEAN["case"])
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    for name, target in example.links.items():
        (content / name).symlink_to(target)
    return record


def _split_fields(front_matter: str) -> list[tuple[str, str]]:
    """Each top-level field with its lines."""
    chunks = re.split(r"(?m)^(?=\w)", front_matter)
    return [(chunk.split(":")[0], chunk) for chunk in chunks if chunk]
