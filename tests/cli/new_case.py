"""A case that `kb new` can write without a finding, for the example site."""

from __future__ import annotations

SYMPTOM = """\
When a user saves an attachment to a network drive, the client shows
`The file could not be written. (0x80070005)`. Saving to the local disk works."""
CAUSE = """\
The share grants the group *Branch Users* only Read. The client first creates a
temporary file beside the target, which needs Modify."""
RESOLUTION = """\
1. On the file server, run `icacls D:\\Shares /grant "EXAMPLE\\Branch Users":(OI)(CI)M`.
2. To verify, save an attachment to the drive. The file appears."""

OPTIONS = {
    "--confirmation-by": "customer",
    "--confirmation-on": "2026-03-05",
    "--last-quality-response": "2026-03-05",
    "--severity-opened": "B",
    "--severity": "B",
    "--status": "Resolved",
    "--symptom": SYMPTOM,
    "--cause": CAUSE,
    "--resolution": RESOLUTION,
    "--root-cause": "Platform > Operating system > File and registry permissions",
    "--labor-minutes": "85",
    "--opened": "2026-03-03",
    "--closed": "2026-03-05",
    "--owner": "mira.k",
    "--title": "Saving an attachment to a drive fails with 0x80070005 in Halyard Mail Desktop",
    "--product": "Halyard Mail Desktop",
    "--environment": "Halyard Mail Desktop 7.2.1 on Windows 11 24H2",
}


def options(**other: str) -> list[str]:
    """The options of the case, some of them with another value, or left out where that is empty."""
    given = {**OPTIONS, **{f"--{name.replace('_', '-')}": value for name, value in other.items()}}
    return [part for name, value in given.items() if value for part in (name, value)]
