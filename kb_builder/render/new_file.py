"""Where a git host takes a new file, from the address at which it lets a file be edited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

_EDIT = re.compile(
    r"(?P<repo>.+?)/(?P<way>-/edit|_edit|edit)/(?P<branch>[^/?#]+)/(?P<folder>[^?#]*)"
)


@dataclass(frozen=True, slots=True)
class NewFile:
    """A git host and its address for new files; the folder below the content follows it."""

    host: str
    """`github`, `gitlab`, `gitea` or `azure`, by which the address goes on."""
    name: str
    """What it is called; empty where that is not known."""
    url: str


def new_file(repo_url: str | None, edit_uri: str | None) -> NewFile | None:
    """The git host that mkdocs.yml names; None where it names none, or one without such an address."""
    if not repo_url or not edit_uri:
        return None
    repo = repo_url.rstrip("/")
    site = urlsplit(repo)
    if site.scheme not in ("http", "https"):
        return None
    host = site.hostname or ""
    if "/_git/" in site.path:
        return _azure(repo, edit_uri)
    address = edit_uri if urlsplit(edit_uri).scheme else f"{repo}/{edit_uri.lstrip('/')}"
    edit = _EDIT.fullmatch(address)
    if not edit:
        return None
    base, branch, folder = edit["repo"], edit["branch"], edit["folder"].strip("/")
    if edit["way"] == "-/edit" or "gitlab" in host:
        return NewFile("gitlab", "GitLab", f"{base}/-/new/{branch}/{folder}")
    if edit["way"] == "_edit":
        return NewFile("gitea", "", f"{base}/_new/{branch}/{folder}")
    name = "GitHub" if "github" in host else ""
    return NewFile("github", name, f"{base}/new/{branch}/{folder}")


def _azure(repo: str, edit_uri: str) -> NewFile:
    """Azure DevOps opens no new file by its address: the folder is as near as one comes."""
    asked = parse_qs(urlsplit(edit_uri).query)
    folder = asked.get("path", [""])[0].strip("/")
    version = asked.get("version", [""])[0]
    branch = f"&version={version}" if re.fullmatch(r"GB[\w./-]+", version) else ""
    return NewFile("azure", "Azure DevOps", f"{repo}?_a=contents{branch}&path=/{folder}")
