"""The MkDocs plugin: a thin shell, so that plain `mkdocs build` and `mkdocs serve` work too."""

from __future__ import annotations

import logging
from collections.abc import Callable
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

import yaml
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from kb_builder.check.schema import PLACE as SCHEMA
from kb_builder.check.schema import schema_text
from kb_builder.index.browser_index import browser_index
from kb_builder.load import content as load
from kb_builder.model.content import Content
from kb_builder.model.errors import KbError
from kb_builder.model.settings import Settings, SettingsError, parse_settings, with_address
from kb_builder.publish.nav import default_nav, source_of
from kb_builder.publish.prepare import Prepared, prepare
from kb_builder.render.links import PUBLISHED_SUFFIXES
from kb_builder.render.new_file import new_file
from kb_builder.render.page import Heading, Page
from kb_builder.render.rule_pages import PROCEDURES, with_rules
from kb_builder.render.site import pages
from kb_builder.render.templates import templates_folder
from kb_builder.report import text

log = logging.getLogger("mkdocs.plugins.kb_builder")

INDEX_FOLDER = "assets/kb-index"
STYLE = "assets/kb/site.css"


class _NoOptions(Config):  # type: ignore[no-untyped-call]
    """MkDocs' own checking of options, which `parse_settings` does instead."""


class KbBuilderPlugin(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]
    """Publishes the records below `cases/` in the content folder, and search over them."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.preview = False
        self.given: Prepared | None = None
        """Set by `kb build`, which has prepared the site already."""
        self.page_written: Callable[[], None] = lambda: None
        """Told of each page that is written."""
        self.pages: dict[str, Page] = {}
        self.site: Prepared | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[Any], list[Any]]:
        self.config = _NoOptions()
        try:
            self.settings = parse_settings(options)
        except SettingsError as error:
            return [(None, SettingsError(line)) for line in str(error).splitlines()], []
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.site = self.given or self._prepare(config)
        dirs = config.theme.dirs
        dirs.insert(1 if config.theme.custom_dir else 0, str(templates_folder()))
        config.theme["font"] = False  # Material would fetch fonts from another host
        config.extra_css.insert(0, STYLE)
        if config.nav is None:
            config.nav = default_nav(self.site.content)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        site = self._site()
        for file in list(files):
            ours = file.src_dir == config.docs_dir
            if ours and not _is_published(PurePosixPath(file.src_uri), site.content):
                files.remove(file)
        findings = site.by_location if self.preview else None
        self.pages = {}
        own = {file.dest_uri for file in files}
        new = new_file(config.repo_url, config.edit_uri)
        for page in pages(site.content, findings, new):
            file = _file(page, config, in_nav=_names(config.nav, source_of(page.url)))
            if file.dest_uri not in own:
                self.pages[file.src_uri] = page
                files.append(file)
        return files

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        ours = self.pages.get(page.file.src_uri)
        if ours:
            page.toc = _toc(ours.headings)
            return ours.html
        if page.url.startswith(PROCEDURES):
            return with_rules(html, page.url)
        return html

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        self.page_written()
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        folder = Path(config.site_dir, INDEX_FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in browser_index(self._site().index):
            (folder / name).write_bytes(data)
        content = self._site().content
        schema = Path(config.site_dir, SCHEMA)
        schema.parent.mkdir(exist_ok=True)
        schema.write_text(schema_text(content.taxonomy, content.settings), encoding="utf-8")

    def _site(self) -> Prepared:
        if self.site is None:
            raise PluginError("kb_builder: the site was not prepared; on_config did not run")
        return self.site

    def _prepare(self, config: MkDocsConfig) -> Prepared:
        root = Path(config.docs_dir)
        if root.is_relative_to(Path.cwd()):
            root = root.relative_to(Path.cwd())
        beside = Path(config.config_file_path).parent if config.config_file_path else root.parent
        try:
            site = prepare(root, beside / ".kb", with_address(self.settings, config.site_url))
        except KbError as error:
            raise PluginError(f"kb_builder: {error}") from None
        for diagnostic in site.diagnostics:
            level = logging.INFO if diagnostic.severity == "hint" else logging.WARNING
            log.log(level, "\n".join(text.lines([diagnostic])))
        return site


def _is_published(location: PurePosixPath, content: Content) -> bool:
    """Whether MkDocs may go on with a file of the content folder.

    A link that leads out of it is no file of the content; records are published by us.
    """
    if location not in content.files:
        return False
    match location.parts[0]:
        case load.TAXONOMY:
            return False
        case load.CASES:
            return location.suffix.lower() in PUBLISHED_SUFFIXES
        case _:
            return True


def _file(page: Page, config: MkDocsConfig, *, in_nav: bool) -> File:
    """A file for MkDocs, which has no text of its own: its HTML is put in later.

    What it says of the page is escaped here, for the theme's templates escape nothing.
    """
    meta = {
        "title": escape(page.title),
        "description": escape(page.description),
        "hide": list(page.hide),
    }
    file = File.generated(
        config,
        source_of(page.url),
        content=f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n",
        inclusion=InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV,
    )
    if page.source:
        file.edit_uri = quote(page.source.as_posix())
    return file


def _names(nav: Any, source: str) -> bool:
    """Whether the navigation names the page anywhere."""
    if isinstance(nav, list):
        return any(_names(entry, source) for entry in nav)
    if isinstance(nav, dict):
        return any(_names(entry, source) for entry in nav.values())
    return bool(nav == source)


def _toc(headings: tuple[Heading, ...]) -> TableOfContents:
    """The headings as a tree: each below the nearest before it that is higher."""
    top: list[AnchorLink] = []
    open_links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(escape(heading.text), heading.id, heading.level)
        while open_links and open_links[-1].level >= heading.level:
            open_links.pop()
        (open_links[-1].children if open_links else top).append(link)
        open_links.append(link)
    return TableOfContents(top)
