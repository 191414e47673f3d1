"""Live preview of a site."""

from __future__ import annotations

from kb_builder.load import SiteConfig
from kb_builder.model.settings import SettingsError
from kb_builder.publish.site import serve_site


def preview(site: SiteConfig, address: str, *, open_browser: bool = False) -> None:
    """Serve the site at `address` (`host:port`) until interrupted; every saved file shows at once."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        raise SettingsError(f"the address `{address}` is not HOST:PORT, such as 127.0.0.1:8000")
    serve_site(site, address, open_browser=open_browser)
