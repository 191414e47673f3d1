"""One article to the fields and body of its record."""

from __future__ import annotations

import re

from kb_builder.importers.learn_article import Article, as_text
from kb_builder.importers.learn_fields import Facts, date_of
from kb_builder.importers.learn_links import Links
from kb_builder.importers.learn_markup import Markup
from kb_builder.importers.learn_sections import Divided, divide
from kb_builder.importers.markdown import joined, words
from kb_builder.importers.report import Loss
from kb_builder.model.fields import NOTES
from kb_builder.model.settings import Settings
from kb_builder.model.taxonomy import SEPARATOR
from kb_builder.model.words import count_words

_ORIGIN = re.compile(r"^[_*]*Original (?:KB|product)\b.*$", re.IGNORECASE | re.MULTILINE)
_PROBLEM = re.compile(
    r"\b(?:can[’']?t|cannot|unable|\w+n[’']t|error\w*|issue\w*|problem\w*|fail\w*|unexpected\w*|"
    r"crash\w*|missing|incorrect\w*|wrong\w*|warning\w*|slow\w*|NDR|bounce\w*|blocked|lost)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(r"This (?:issue|problem|error|behavior) (?:occurs|happens) because\b")


def to_record(article: Article, facts: Facts, links: Links) -> tuple[dict[str, object], str]:
    """The fields, without an id, and the body of an article's record."""
    divided = divide(Markup(links).convert(article.text, article.first_line))
    short_title = as_text(article.fields.get("title"))
    title, other = _titles(divided.heading, short_title)
    heading_line = article.line_of("title")
    origin = [match.strip() for match in _ORIGIN.findall(divided.introduction)]
    introduction = _ORIGIN.sub("", divided.introduction).strip()
    if _take_symptom(divided, introduction):
        message = "no symptom section; the introduction stands for it"
        links.losses.append(Loss(article.path, heading_line, "symptom-from-introduction", message))
        introduction = "" if divided.fields["symptom"] == introduction else introduction
    for name in NOTES:
        if name not in divided.fields:
            message = f"no section for the {name} was found"
            links.losses.append(Loss(article.path, heading_line, f"missing-{name}", message))

    description = as_text(article.fields.get("description"))
    text = "\n".join([title, introduction, *divided.fields.values(), *divided.body])
    day = date_of(article)
    body = [
        f"**{other}**" if other and not _holds(text, other) else "",
        description if not _holds(text, description) else "",
        *origin,
        introduction,
        *divided.body,
        f"_Date of the article:_ {day}" if day else "",
    ]
    fields: dict[str, object] = {
        "kind": "article",
        "title": title,
        "product": facts.product,
        "environment": facts.environment,
        **divided.fields,
        "root_cause": SEPARATOR.join(facts.root_cause),
        "tags": tuple(SEPARATOR.join(tag) for tag in facts.tags),
        "source": article.source,
    }
    return fields, joined(body)


def _titles(heading: str, short: str) -> tuple[str, str]:
    """The record's title and the one that is not: the heading says more, but may be too long."""
    longest = Settings().title_length
    if heading and (len(heading) <= longest or len(heading) <= len(short)):
        return heading, short
    return short, heading


def _take_symptom(divided: Divided, introduction: str) -> bool:
    """Let the introduction be the symptom where a section says what helps and none what is seen."""
    if "symptom" in divided.fields or not divided.fields:
        return False
    if _describes_problem(introduction):
        divided.fields["symptom"] = introduction
        return True
    if divided.introduces and len(divided.body) > 1 and _describes_problem(divided.body[1]):
        divided.fields["symptom"] = divided.body[1]
        del divided.body[:2]
        return True
    return False


def _describes_problem(text: str) -> bool:
    enough = count_words(text) >= Settings().shortest_note_words
    return enough and bool(_PROBLEM.search(text)) and not _CAUSE.match(text)


def _holds(text: str, sentence: str) -> bool:
    """Whether the words of the sentence stand in the text, one after the other."""
    return f" {' '.join(words(sentence))} " in f" {' '.join(words(text))} "
