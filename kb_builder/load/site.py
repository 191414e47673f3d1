"""Where a site's configuration, content and output are, without MkDocs being loaded for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kb_builder.model.settings import Settings, SettingsError, parse_settings, with_address

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")
PLUGIN = "kb_builder"


@dataclass(frozen=True)
class SiteConfig:
    """What of mkdocs.yml every command needs; paths as the user would type them."""

    content: Path
    """The content folder."""
    config_file: Path | None = None
    """None where there is no mkdocs.yml: the content can be checked, but no site built."""
    site: Path = Path("site")
    """Where the built site goes."""
    settings: Settings = field(default_factory=Settings)
    note: str = ""
    """What the user should know about how the content folder was found."""

    @property
    def cache(self) -> Path:
        """Where the index is kept: beside mkdocs.yml, or else beside the content folder."""
        beside = self.config_file.parent if self.config_file else _above(self.content)
        return beside / ".kb"


def find_site(config_file: Path | None = None, content: Path | None = None) -> SiteConfig:
    """The site that a command means.

    It is that of `config_file`, or that of which `content` is the content folder, or that of the
    mkdocs.yml here. Raises SettingsError where there is none, or where it cannot be used.
    """
    if config_file is None and content is not None:
        if not content.is_dir():
            raise SettingsError(f"{content}: no such folder")
        config_file = _config_of(content)
        if config_file is None:
            return SiteConfig(content, site=_above(content) / "site")
    if config_file is None:
        config_file = next((Path(name) for name in CONFIG_NAMES if Path(name).is_file()), None)
    if config_file is None:
        raise SettingsError(
            "no mkdocs.yml here; go to the folder that has one, or name it with --config-file"
        )
    options = _read(config_file)
    root = config_file.parent
    note = ""
    if content is None:
        content = root / str(options.get("docs_dir") or "docs")
        if not content.is_dir():
            content, note = _only_content_folder(root, content)
    return SiteConfig(
        content=content,
        config_file=config_file,
        site=root / str(options.get("site_dir") or "site"),
        settings=with_address(_settings(options, config_file), options.get("site_url")),
        note=note,
    )


def _above(folder: Path) -> Path:
    """The folder that holds `folder`, which may be written as `.` or `..`."""
    return folder / ".." if folder.name in ("", "..") else folder.parent


def _config_of(content: Path) -> Path | None:
    """The mkdocs.yml in the folder above `content`, where that is its content folder."""
    for name in CONFIG_NAMES:
        config_file = _above(content) / name
        if config_file.is_file():
            docs = config_file.parent / str(_read(config_file).get("docs_dir") or "docs")
            if docs.resolve() == content.resolve() or not docs.is_dir():
                return config_file
    return None


def _only_content_folder(root: Path, missing: Path) -> tuple[Path, str]:
    """The one folder beside mkdocs.yml that holds records, for a copied mkdocs.yml.

    A built site has `cases/` too, but no `taxonomy/`.
    """
    found = [
        folder.parent
        for folder in sorted(root.glob("*/cases"))
        if folder.is_dir() and folder.with_name("taxonomy").is_dir()
    ]
    if not found and (root / "cases").is_dir():
        raise SettingsError(
            f"{root / CONFIG_NAMES[0]} stands in a content folder; move it to the folder above, "
            "and name the content folder in its `docs_dir`"
        )
    if len(found) != 1:
        raise SettingsError(
            f"{missing}: no such folder; `docs_dir` in mkdocs.yml names the content folder"
        )
    return found[0], (
        f"{missing} is not there; the content is taken from {found[0]} "
        f"(for plain mkdocs, write `docs_dir: {found[0].name}` in mkdocs.yml)"
    )


class _Loader(yaml.SafeLoader):
    """Reads a mkdocs.yml whose tags (`!ENV`, `!!python/name:`) mean something to MkDocs alone."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def _read(config_file: Path) -> Mapping[str, Any]:
    try:
        options = yaml.load(config_file.read_text(encoding="utf-8-sig"), Loader=_Loader)  # noqa: S506
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{config_file}: cannot be read: {error}") from None
    if not isinstance(options, dict):
        raise SettingsError(f"{config_file}: is not a mapping of settings")
    return options


def _settings(options: Mapping[str, Any], config_file: Path) -> Settings:
    plugins = options.get("plugins") or []
    entries = plugins.items() if isinstance(plugins, dict) else _pairs(plugins)
    for name, given in entries:
        if name == PLUGIN:
            if not isinstance(given or {}, dict):
                raise SettingsError(f"{config_file}: `{PLUGIN}` is {given!r}, not its settings")
            try:
                return parse_settings(given or {})
            except SettingsError as error:
                raise SettingsError(f"{config_file}: {error}") from None
    return Settings()


def _pairs(plugins: Any) -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for entry in plugins if isinstance(plugins, list) else ():
        pairs += entry.items() if isinstance(entry, dict) else [(str(entry), None)]
    return pairs
