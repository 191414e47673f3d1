"""The front matter of a Learn article to product, environment, root cause and tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kb_builder.importers.learn_article import Article, as_text, as_texts
from kb_builder.importers.report import Loss
from kb_builder.importers.taxonomy import Names

APPLIES_TO = ("appliesto", "appleisto", "appiesto")
_USED = {*APPLIES_TO, "title", "description", "ms.custom", "ms.date"}
_OFFICE_USE = re.compile(
    r"CSSTroubleshoot|CI *\d*|seo-.*|(?:has-)?azure-ad-(?:ps-)?ref.*|Associated content asset:.*|MiniMaven",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Facts:
    """What the front matter of one article says."""

    product: str
    environment: tuple[str, ...]
    root_cause: Names
    tags: tuple[Names, ...]
    """Other areas as paths, and free words as paths of one name."""


def facts_of(article: Article, losses: list[Loss]) -> Facts:
    applies_to = next(
        (found for name in APPLIES_TO if (found := as_texts(article.fields.get(name)))), ()
    )
    product, *others = applies_to or (_from_folder(article.path),)
    if not applies_to:
        instead = (
            f"`{product}` is taken from the folder" if product else "the folder names none either"
        )
        losses.append(Loss(article.path, 1, "missing-applies-to", f"no `appliesto`; {instead}"))
    custom = [
        entry
        for entry in as_texts(article.fields.get("ms.custom"))
        if not _OFFICE_USE.fullmatch(entry)
    ]
    areas = [
        path
        for entry in custom
        if entry.casefold().startswith("sap:") and (path := _path(entry[4:]))
    ]
    words = [
        path
        for entry in custom
        if not entry.casefold().startswith("sap:") and (path := _path(entry))
    ]
    if not areas:
        line = article.line_of("ms.custom")
        losses.append(
            Loss(article.path, line, "missing-root-cause", "no `sap:` path in `ms.custom`")
        )
    return Facts(
        product=product,
        environment=tuple(others) or applies_to,
        root_cause=areas[0] if areas else (),
        tags=(*areas[1:], *words),
    )


def date_of(article: Article) -> str:
    """The day the article was last changed: 2024-01-24, or as it is written where it is no such date."""
    written = as_text(article.fields.get("ms.date"))
    for form in ("%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y"):
        try:
            return datetime.strptime(written, form).date().isoformat()
        except ValueError:
            continue
    return written


def dropped_fields(articles: Iterable[Article]) -> list[Loss]:
    """One loss for each field that no record has, at the first article that gives it."""
    found: Counter[str] = Counter()
    first: dict[str, tuple[str, int]] = {}
    for article in articles:
        names = [name for name in article.fields if name not in _USED]
        if any(_OFFICE_USE.fullmatch(entry) for entry in as_texts(article.fields.get("ms.custom"))):
            names.append("ms.custom")
        for name in names:
            found[name] += 1
            first.setdefault(name, (article.path, article.line_of(name)))
    return [
        Loss(*first[name], "front-matter-field-dropped", _describe(name, count))
        for name, count in found.items()
    ]


def _describe(name: str, count: int) -> str:
    articles = "1 article" if count == 1 else f"{count:,} articles"
    what = f"`{name}`" if name != "ms.custom" else "the entries of `ms.custom` for office use"
    return f"{what}, in {articles}"


def _path(entry: str) -> Names:
    """`Area\\Path\\` as its names."""
    return tuple(name for part in entry.split("\\") if (name := part.replace(">", "/").strip()))


def _from_folder(path: str) -> str:
    """`SkypeforBusiness/x.md` as `Skype for Business`."""
    folder = path.split("/", maxsplit=1)[0] if "/" in path else ""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", folder)
    return re.sub(r"(?<=[a-z])(for|of|and)(?= [A-Z])", r" \1", spaced)
