"""Files to records: front matter with the place of every field, content folders, the taxonomy."""

from kb_builder.load.content import find_record, load_content
from kb_builder.load.record import load_record
from kb_builder.load.site import SiteConfig, find_site

__all__ = ["SiteConfig", "find_record", "find_site", "load_content", "load_record"]
