"""What of a rule readers are shown, on its page of the site and by `kb check --explain`."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from kb_builder.check.examples import FILE_NAMES
from kb_builder.check.rule import Example, Rule

_MOST_LINES = 30
_MOST_CHARACTERS = 160

_OF_FILES = {
    "broken-front-matter",
    "file-too-large",
    "merge-conflict",
    "no-front-matter",
    "not-utf8",
    "outside-content",
    "tab-in-front-matter",
    "unreadable-file",
}
"""The rules of files of which no record comes, so that no front matter can silence them."""


def can_be_silenced(rule: Rule) -> bool:
    """Whether a comment in a record can take the rule back."""
    of_record = rule.check_record or rule.expected.split(":", 1)[0].endswith(".md")
    return bool(of_record) and not rule.check_unused and rule.name not in _OF_FILES


def example_parts(example: Example) -> Iterator[tuple[str, str]]:
    """The files of an example, each with its name and what matters of it; nothing of a link."""
    yield FILE_NAMES[example.kind], _cut(_record(example))
    for path, text in example.files.items():
        yield path, _cut(text)
    for path, target in example.links.items():
        yield f"{path}, a link to {target}", ""
    settings = _settings(example)
    if settings:
        yield "mkdocs.yml", settings


def _record(example: Example) -> str:
    if isinstance(example.text, bytes):
        return example.text.decode("utf-8", "backslashreplace")
    if example.text:
        return example.text
    left_out = "".join(f"# no {name}\n" for name in example.without)
    fields = f"{example.fields.rstrip()}\n" if example.fields else ""
    body = example.body.removeprefix("\n")
    return f"---\n{fields}{left_out}…\n---\n{body}"


def _cut(text: str) -> str:
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        lines = [*lines[:_MOST_LINES], "…"]
    return "\n".join(line[:_MOST_CHARACTERS] for line in lines)


def _settings(example: Example) -> str:
    """Those that the example is checked under, as they stand in mkdocs.yml; not what is off in all."""
    rules = {name: s for name, s in example.settings.get("rules", {}).items() if s != "off"}
    given = {**example.settings, "rules": rules} if rules else dict(example.settings)
    if not rules:
        given.pop("rules", None)
    if not given:
        return ""
    return yaml.safe_dump({"plugins": [{"kb_builder": given}]}, sort_keys=False)
