"""From `repo_url` and `edit_uri` to where a git host takes a new file."""

from __future__ import annotations

import pytest

from kb_builder.render.new_file import NewFile, new_file


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "expected"),
    [
        (
            "https://github.com/o/r",
            "edit/main/docs/",
            NewFile("github", "GitHub", "https://github.com/o/r/new/main/docs"),
        ),
        (
            "https://git.halyard.example/support/kb/",
            "edit/main/content/",
            NewFile("github", "", "https://git.halyard.example/support/kb/new/main/content"),
        ),
        (
            "https://github.com/o/r",
            "https://github.com/o/r/edit/main/docs/",
            NewFile("github", "GitHub", "https://github.com/o/r/new/main/docs"),
        ),
        (
            "https://gitlab.com/g/sub/r",
            "edit/main/docs/",
            NewFile("gitlab", "GitLab", "https://gitlab.com/g/sub/r/-/new/main/docs"),
        ),
        (
            "https://code.example.com/g/r",
            "-/edit/main/docs",
            NewFile("gitlab", "GitLab", "https://code.example.com/g/r/-/new/main/docs"),
        ),
        (
            "https://codeberg.org/o/r",
            "_edit/main/docs/",
            NewFile("gitea", "", "https://codeberg.org/o/r/_new/main/docs"),
        ),
        (
            "https://dev.azure.com/o/p/_git/r",
            "?path=/docs/&version=GBmain",
            NewFile(
                "azure",
                "Azure DevOps",
                "https://dev.azure.com/o/p/_git/r?_a=contents&version=GBmain&path=/docs",
            ),
        ),
        (
            "https://dev.azure.com/o/p/_git/r",
            "?path=docs",
            NewFile(
                "azure", "Azure DevOps", "https://dev.azure.com/o/p/_git/r?_a=contents&path=/docs"
            ),
        ),
        ("https://bitbucket.org/o/r", "src/default/docs/", None),
        ("javascript:alert(1)//", "edit/main/docs/", None),
        ("git@github.com:o/r.git", "edit/main/docs/", None),
        ("https://github.com/o/r", None, None),
        (None, "edit/main/docs/", None),
    ],
)
def test_the_host_is_known_by_its_addresses(
    repo_url: str | None, edit_uri: str | None, expected: NewFile | None
) -> None:
    assert new_file(repo_url, edit_uri) == expected
