"""The pipeline: load, check, index, render, publish."""

from __future__ import annotations

from dataclasses import dataclass

from kb_builder.load import SiteConfig
from kb_builder.model.progress import StageProgress, unwatched_stage
from kb_builder.publish.prepare import Prepared, prepare
from kb_builder.publish.site import one_build_at_a_time, write_site


@dataclass(frozen=True)
class Built:
    """What a build came to."""

    prepared: Prepared
    published: bool
    """False where errors stopped it before publishing."""
    warnings: list[str]


def build(
    site: SiteConfig, *, keep_going: bool = False, progress: StageProgress = unwatched_stage
) -> Built:
    """Build the site, unless the check finds errors and `keep_going` is not set.

    Raises PublishError where MkDocs cannot build it, IndexLockedError where another build runs.
    """
    with one_build_at_a_time(site):
        prepared = prepare(site.content, site.cache, site.settings, progress)
        if prepared.errors and not keep_going:
            return Built(prepared, published=False, warnings=[])
        warnings = write_site(site, prepared, progress("Publishing"))
        return Built(prepared, published=True, warnings=warnings)
