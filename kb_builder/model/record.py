"""What a closed case, a collaboration or an article is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kb_builder.model.source import SourceFile


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who agreed to the closing."""

    by: str = ""
    """`customer`, `idle` or `case-owner`."""
    on: date | None = None
    attempts: tuple[date, ...] = ()
    """Of an idle case: the days on which the customer was contacted."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a record no longer holds."""

    on: date | None = None
    reason: str = ""
    superseded_by: str = ""


@dataclass(frozen=True)
class Record:
    """One closed case, collaboration or article; fields mean what `model.fields` says.

    A field that is missing, or of a type that cannot be used, has its empty value here; the rules
    look at `file` to tell the two apart.
    """

    file: SourceFile
    slug: str
    """Names its page: unique in the content, safe as the name of a folder."""
    id: str = ""
    kind: str = ""
    title: str = ""
    product: str = ""
    environment: tuple[str, ...] = ()
    symptom: str = ""
    cause: str = ""
    resolution: str = ""
    workaround: str = ""
    customer_words: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    """As they are written, the unusable ones among them; see `model.signature`."""
    root_cause: str = ""
    severity: str = ""
    severity_opened: str = ""
    severity_lowered: date | None = None
    state: str = ""
    status: str = ""
    status_reason: str = ""
    opened: date | None = None
    closed: date | None = None
    confirmation: Confirmation | None = None
    last_quality_response: date | None = None
    last_notes: date | None = None
    labor_minutes: int | None = None
    owner: str = ""
    case: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    review_by: date | None = None
    withdrawn: Withdrawal | None = None
    source: str = ""

    @property
    def body(self) -> str:
        return self.file.body

    @property
    def name(self) -> str:
        """What to call it: its title, or where that is missing its id or file."""
        return self.title or self.id or self.file.location.name

    @property
    def url(self) -> str:
        """Its page, relative to the site's root."""
        return f"cases/{self.slug}/"

    def has(self, field: str) -> bool:
        """Whether the front matter gives the field at all, even as nothing."""
        return self.file.fields is not None and field in self.file.fields

    def markdown(self) -> dict[str, str]:
        """Every text of it that is Markdown, by field; the body under `body`."""
        return {
            "symptom": self.symptom,
            "cause": self.cause,
            "resolution": self.resolution,
            "workaround": self.workaround,
            "body": self.body,
        }
