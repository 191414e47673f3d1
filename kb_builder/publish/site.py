"""Writes the site by MkDocs: built beside the old one, then put in its place."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from kb_builder.load.site import PLUGIN, SiteConfig
from kb_builder.model.errors import KbError
from kb_builder.model.progress import Progress
from kb_builder.publish.plugin import KbBuilderPlugin
from kb_builder.publish.prepare import Prepared


class PublishError(KbError):
    """The site cannot be built; the text says why, and what to do."""


def write_site(site: SiteConfig, prepared: Prepared, progress: Progress) -> list[str]:
    """Build the site into `site.site` and give MkDocs' warnings; the old site stays until the new one is whole."""
    new = site.site.with_name(site.site.name + ".new")
    old = site.site.with_name(site.site.name + ".old")
    if old.exists() and not site.site.exists():
        old.replace(site.site)  # a build was killed between the two steps of its swap
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    with _warnings() as warnings:
        try:
            config = load_config(
                config_file=str(site.config_file),
                docs_dir=str(prepared.root.resolve()),
                site_dir=str(new.resolve()),
            )
            plugin = config.plugins.get(PLUGIN)
            if not isinstance(plugin, KbBuilderPlugin):
                raise PublishError(f"{site.config_file}: add the plugin:\n\nplugins:\n  - {PLUGIN}")
            plugin.given = prepared
            total = len(prepared.content.records)
            done = 0

            def count() -> None:
                nonlocal done
                done += 1
                progress(min(done, total), total)

            plugin.page_written = count
            build(config)
        except (MkDocsException, Abort) as error:
            shutil.rmtree(new, ignore_errors=True)
            raise PublishError("\n".join([*warnings, str(error)]).strip()) from error
        except OSError as error:
            shutil.rmtree(new, ignore_errors=True)
            raise PublishError(f"{error.filename or new}: {error.strerror or error}") from error
    _swap(new, site.site, old)
    return warnings


def serve_site(site: SiteConfig, address: str, *, open_browser: bool) -> None:
    """Serve the site at `address` (`host:port`) until interrupted, and build it anew as files change."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    talk = logging.StreamHandler()
    talk.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(talk)
    try:
        serve(
            str(site.config_file),
            dev_addr=address,
            docs_dir=str(site.content.resolve()),
            open_in_browser=open_browser,
        )
    except (MkDocsException, Abort, OSError) as error:
        raise PublishError(f"{address}: {error}") from error
    finally:
        logger.removeHandler(talk)


def _swap(new: Path, site: Path, old: Path) -> None:
    """Put the new site in the place of the old; where that fails the old one is put back."""
    if site.exists():
        site.replace(old)
    try:
        new.replace(site)
    except OSError:
        if old.exists():
            old.replace(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def one_build_at_a_time(site: SiteConfig, wait_seconds: float = 600) -> Iterator[None]:
    """Waits while another process builds the same site; PublishError where that takes too long."""
    site.cache.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(site.cache / "build.lock", timeout=wait_seconds):
            yield
    except Timeout:
        raise PublishError(
            f"{site.site}: another build has been running for {wait_seconds:g} s; "
            "wait for it to end"
        ) from None


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What MkDocs and its plugins warn of meanwhile."""
    messages: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    collector = Collector(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield messages
    finally:
        logger.removeHandler(collector)
