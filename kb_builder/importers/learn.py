"""Support articles in the style of Microsoft Learn to records: the plan of the import."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from kb_builder.importers.abbreviations import synonym_groups
from kb_builder.importers.homes import find_homes
from kb_builder.importers.learn_article import Article, article_paths, as_text, read_article
from kb_builder.importers.learn_fields import Facts, dropped_fields, facts_of
from kb_builder.importers.learn_links import Links
from kb_builder.importers.learn_record import to_record
from kb_builder.importers.report import ImportReport, Loss
from kb_builder.importers.synonyms import merge_synonyms
from kb_builder.importers.taxonomy import Spellings, merge_lists
from kb_builder.importers.writer import OutsideError, record_text, write
from kb_builder.load.content import load_content
from kb_builder.model.content import Content
from kb_builder.model.progress import Progress, unwatched


def import_learn(src: Path, into: Path, progress: Progress = unwatched) -> ImportReport:
    """Write an `article` record into the content folder `into` for every article below `src`.

    An article that was imported before keeps its record's id and file, and the fields it says
    nothing about. Never raises for what the articles hold.
    """
    losses: list[Loss] = []
    paths = article_paths(src, into, losses)
    read = {path: read_article(src, path, losses) for path in paths}
    articles = [article for article in read.values() if article]
    skipped = [path for path, article in read.items() if not article]
    losses += dropped_fields(articles)

    content = load_content(into)
    homes = find_homes([article.source for article in articles], content)
    facts = _in_usual_spelling([facts_of(article, losses) for article in articles], content)
    records = {article.path.casefold(): homes[article.source].file for article in articles}
    written = 0
    for done, (article, fact) in enumerate(zip(articles, facts, strict=True)):
        progress(done, len(articles))
        home = homes[article.source]
        links = Links(src, article.path, home.file, records, losses)
        fields, body = to_record(article, fact, links)
        text = record_text({**home.fields, **_given(fields), "id": home.id}, body)
        try:
            written += _write(into, home.file, text, links.pictures)
        except (OSError, OutsideError) as error:
            losses.append(Loss(article.path, 1, "not-written", str(error)))
            skipped.append(article.path)
    progress(len(articles), len(articles))
    lists = merge_lists(
        into,
        topics=(fact.root_cause for fact in facts if fact.root_cause),
        products=(fact.product for fact in facts if fact.product),
        statuses=("Resolved",),
    )
    synonyms = merge_synonyms(into, synonym_groups(map(_all_text, articles)))
    losses += [Loss(path, 1, "taxonomy-file", message) for path, message in (*lists, *synonyms)]
    return ImportReport(
        written=written,
        unchanged=len(read) - len(skipped) - written,
        skipped=tuple(sorted(skipped)),
        losses=tuple(sorted(losses)),
    )


def _in_usual_spelling(facts: list[Facts], content: Content) -> list[Facts]:
    paths = Spellings(
        (path for fact in facts for path in (fact.root_cause, *fact.tags)),
        content.taxonomy.by_path,
    )
    products = Spellings(
        ((name,) for fact in facts for name in (fact.product, *fact.environment)),
        ((name,) for name in content.taxonomy.product_names),
    )
    return [
        dataclasses.replace(
            fact,
            product=products.of((fact.product,))[0],
            environment=tuple(dict.fromkeys(products.of((name,))[0] for name in fact.environment)),
            root_cause=paths.of(fact.root_cause),
            tags=tuple(dict.fromkeys(paths.of(tag) for tag in fact.tags)),
        )
        for fact in facts
    ]


def _all_text(article: Article) -> str:
    """All that an article says to its readers, as Markdown."""
    fields = (as_text(article.fields.get(name)) for name in ("title", "description"))
    return "\n\n".join((*fields, article.text))


def _given(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields that the article says anything about."""
    return {name: value for name, value in fields.items() if value}


def _write(
    into: Path, location: PurePosixPath, text: str, pictures: Mapping[PurePosixPath, Path]
) -> bool:
    """Write a record and its pictures; whether the record or a picture has changed."""
    changed = [write(into, place, picture.read_bytes()) for place, picture in pictures.items()]
    return any([*changed, write(into, location, text)])
