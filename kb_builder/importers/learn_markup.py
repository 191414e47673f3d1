"""Microsoft Learn's extensions of Markdown to what GitHub reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from pathlib import PurePosixPath

from kb_builder.importers.learn_links import Links, mention
from kb_builder.importers.learn_tokens import TOKEN, attributes
from kb_builder.importers.markdown import lines_of
from kb_builder.importers.report import Loss
from kb_builder.load.source import read_source

_MOST_INCLUDES = 500
_LARGEST = 5_000_000


class Markup:
    """The text of one article, written anew."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self.including = [links.path]
        self.included = 0
        self.line = 1
        self.level = 1
        self.tab_level = 0

    def convert(self, text: str, first_line: int, *, one_line: bool = False) -> str:
        """The text in GitHub's Markdown; `one_line` where all of it stands for that one line."""
        parts: list[str] = []
        number = first_line
        for is_code, group in groupby(lines_of(text), lambda line: line[1]):
            lines = [line for line, _ in group]
            part = "\n".join(lines)
            parts.append(part if is_code else self._prose(part, number, one_line=one_line))
            number += 0 if one_line else len(lines)
        return "\n".join(parts)

    def _prose(self, text: str, first_line: int, *, one_line: bool = True) -> str:
        def rewrite(match: re.Match[str]) -> str:
            self.line = first_line + (0 if one_line else text.count("\n", 0, match.start()))
            name = match.lastgroup or "as_it_is"
            written: Callable[[re.Match[str]], str] = getattr(self, f"_{name}")
            return written(match)

        return TOKEN.sub(rewrite, text)

    def _as_it_is(self, match: re.Match[str]) -> str:
        return match[0]

    def _dropped_line(self, match: re.Match[str]) -> str:
        return ""

    def _comment(self, match: re.Match[str]) -> str:
        if count := len(re.findall(r"\w+", match["comment_text"])):
            self._lose("comment-dropped", f"a comment of {count} words")
        return ""

    def _alert(self, match: re.Match[str]) -> str:
        marker = f"{match['quote']}[!{match['alert_name'].upper()}]"
        # GitHub knows an alert only where its marker stands alone.
        return marker if match["alert_text"] is None else f"{marker}\n{match['quote']}"

    def _video(self, match: re.Match[str]) -> str:
        return f"[Video]({match['video_url']})"

    def _no_loc(self, match: re.Match[str]) -> str:
        return match["no_loc_text"]

    def _directive(self, match: re.Match[str]) -> str:
        if "=" in (text := match["directive_text"].strip()):
            self._lose("directive-dropped", f"`{text}`")
        return ""

    def _tab(self, match: re.Match[str]) -> str:
        """A tab as a section below the heading that its group stands under."""
        self.tab_level = self.tab_level or max(len(match["tab_level"]), min(self.level + 1, 6))
        return f"{'#' * self.tab_level} {match['tab_title']}"

    def _heading(self, match: re.Match[str]) -> str:
        self.level = len(match["heading_level"])
        if self.level < self.tab_level:
            self.tab_level = 0
        return match[0]

    def _rule(self, match: re.Match[str]) -> str:
        """A line across the page, which is also what ends a group of tabs."""
        was_tab, self.tab_level = self.tab_level, 0
        return "" if was_tab else match[0]

    def _definition(self, match: re.Match[str]) -> str:
        url = self.links.url(match["definition_target"].strip("<>"), self.line, self.including[-1])
        if url:
            return f"{match['definition_lead']}{url}{match['definition_title']}"
        return mention(f"{match['definition_name']}:", match["definition_target"])

    def _link(self, match: re.Match[str]) -> str:
        text = self._prose(match["text"], self.line)
        target = match["target"].strip().strip("<>")
        if not target:
            return match[0]
        return self.links.link(text, target, match["title"].rstrip(), self.line, self.including[-1])

    def _picture(self, match: re.Match[str]) -> str:
        source, title = match["source"].strip().strip("<>"), match["picture_title"].rstrip()
        return self.links.picture(match["alt"], source, title, self.line, self.including[-1])

    def _image(self, match: re.Match[str]) -> str:
        given = attributes(match["image_attributes"])
        source = given.get("source") or match["image_attributes"].strip()
        alt = given.get("alt-text", "")
        return self.links.picture(alt, source, "", self.line, self.including[-1])

    def _img(self, match: re.Match[str]) -> str:
        given = attributes(match["img_attributes"])
        url = self.links.picture_url(given.get("src", ""), self.line, self.including[-1])
        alt = given.get("alt", "")
        return f'<img src="{url}" alt="{alt}">' if url else f"<em>{alt}</em>" if alt else ""

    def _anchor(self, match: re.Match[str]) -> str:
        url = self.links.url(match["href"], self.line, self.including[-1])
        if url is None:
            return f"<code>{match['href']}</code> <a>"
        return f'<a href="{url}">' if url else "<a>"

    def _code(self, match: re.Match[str]) -> str:
        given = attributes(match["code_attributes"])
        source, language = given.get("source", ""), given.get("language", "")
        text = self._read(source)
        if text is None:
            return f"{match['code_indent']}{mention(language, source)}"
        lines = (f"```{language}", *text.rstrip("\n").split("\n"), "```")
        return "\n".join(match["code_indent"] + line for line in lines)

    def _include(self, match: re.Match[str]) -> str:
        title, target = match["include_title"], match["include_path"].strip()
        text = self._read(target)
        if text is None:
            return mention(title, target)
        before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
        indent = "".join(sign if sign in " \t>" else " " for sign in before)
        outer = (self.line, self.including)
        self.including = [*self.including, self._path_of(target)]
        converted = self.convert(text.strip("\n"), self.line, one_line=True)
        self.line, self.including = outer
        return converted.replace("\n", f"\n{indent if len(indent) < 12 else ''}")

    def _path_of(self, target: str) -> str:
        return self.links.below_src(target, self.including[-1]) or ""

    def _read(self, target: str) -> str | None:
        """The text of a file to include; None, and a loss, where it cannot be."""
        path = self._path_of(target)
        self.included += 1
        if path in self.including or self.included > _MOST_INCLUDES:
            reason = "includes itself" if path in self.including else "one include too many"
            self._lose("include-missing", f"`{target}`: {reason}")
            return None
        source = read_source(
            self.links.src, PurePosixPath(path), _LARGEST, must_have_front_matter=False
        )
        if not path or not source.text:
            self._lose("include-missing", f"`{target}`")
            return None
        return source.body

    def _lose(self, what: str, message: str) -> None:
        self.links.losses.append(Loss(self.links.path, self.line, what, message))
