from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from kb_builder.load.changed import Changes, GitError, changes_since
from tests.load.repository import commit, git


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with a site in a folder of it, committed once."""
    for name in ("a.md", "b.md", "é ü.md", "p.png"):
        write(tmp_path / "kb/content/cases" / name, name)
    write(tmp_path / "kb/mkdocs.yml", "site_name: x\n")
    write(tmp_path / "other/content/cases/c.md", "c")
    commit(tmp_path)
    return tmp_path / "kb"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def changed(site: Path, revision: str = "HEAD") -> Changes:
    return changes_since(site / "content", revision, site / "mkdocs.yml")


def names(changes: Changes) -> list[str]:
    return sorted(map(str, changes.files))


def test_nothing_has_changed_since_the_last_commit(site: Path) -> None:
    assert changed(site) == Changes(frozenset())


def test_what_is_new_changed_staged_and_gone_has_changed(site: Path) -> None:
    write(site / "content/cases/a.md", "other")
    write(site / "content/cases/staged.md", "x")
    git(site, "add", "-A")
    write(site / "content/cases/new/d.md", "x")
    (site / "content/cases/b.md").unlink()
    write(site.parent / "other/content/cases/c.md", "elsewhere")
    assert names(changed(site)) == ["cases/a.md", "cases/b.md", "cases/new/d.md", "cases/staged.md"]


def test_what_the_markdown_files_held_is_told(site: Path) -> None:
    for name in ("a.md", "é ü.md", "new.md"):
        write(site / "content/cases" / name, "other")
    (site / "content/cases/p.png").unlink()
    changes = changed(site)
    assert names(changes) == ["cases/a.md", "cases/new.md", "cases/p.png", "cases/é ü.md"]
    assert changes.before == {
        PurePosixPath("cases/a.md"): b"a.md",
        PurePosixPath("cases/é ü.md"): "é ü.md".encode(),
    }


def test_a_renamed_file_is_one_gone_and_one_new(site: Path) -> None:
    git(site, "mv", "content/cases/a.md", "content/cases/z.md")
    assert names(changed(site)) == ["cases/a.md", "cases/z.md"]


def test_a_configuration_that_makes_paths_relative_hides_no_change(site: Path) -> None:
    git(site, "config", "diff.relative", "true")
    write(site / "content/cases/a.md", "other")
    write(site / "mkdocs.yml", "site_name: y\n")
    assert names(changed(site)) == ["cases/a.md"]
    assert changed(site).settings


def test_a_repository_in_the_content_folder_has_changed_as_a_whole(site: Path) -> None:
    inner = site / "content/cases/inner"
    write(inner / "c.md", "c")
    commit(inner)
    assert names(changed(site)) == ["cases/inner"]
    commit(site)
    assert names(changed(site)) == []
    write(inner / "c.md", "other")
    assert names(changed(site)) == ["cases/inner"]


def test_what_git_ignores_has_not_changed(site: Path) -> None:
    write(site / ".gitignore", "*.tmp.md\n")
    write(site / "content/cases/x.tmp.md", "x")
    assert names(changed(site)) == []


def test_what_others_changed_since_the_branch_left_does_not_count(site: Path) -> None:
    git(site, "checkout", "-q", "-b", "mine")
    write(site / "content/cases/a.md", "mine")
    commit(site.parent)
    git(site, "checkout", "-q", "main")
    write(site / "content/cases/b.md", "theirs")
    commit(site.parent)
    git(site, "checkout", "-q", "mine")
    assert names(changed(site, "main")) == ["cases/a.md"]


def test_the_configuration_counts_as_well(site: Path) -> None:
    assert not changed(site).settings
    write(site / "mkdocs.yml", "site_name: y\n")
    assert changed(site).settings


def test_a_file_whose_name_looks_like_an_option_is_a_file(site: Path) -> None:
    write(site / "content/cases/--output=x.md", "x")
    write(site / "content/cases/two\nlines.md", "x")
    assert names(changed(site)) == ["cases/--output=x.md", "cases/two\nlines.md"]
    commit(site.parent)
    write(site / "content/cases/--output=x.md", "y")
    write(site / "content/cases/two\nlines.md", "y")
    assert changed(site).before == {PurePosixPath("cases/--output=x.md"): b"x"}


@pytest.mark.parametrize("revision", ["--output=/tmp/x", "-h", "", " "])
def test_an_option_is_no_revision(site: Path, revision: str) -> None:
    with pytest.raises(GitError, match="is no revision; name a branch, a tag or a commit"):
        changed(site, revision)


def test_an_unknown_revision_is_said(site: Path) -> None:
    with pytest.raises(GitError) as raised:
        changed(site, "origin/main")
    assert str(raised.value) == (
        "git knows no revision `origin/main`; fetch it first, or name another"
    )


def test_a_folder_outside_every_repository_is_said(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="is in no git repository"):
        changes_since(tmp_path, "HEAD")


def test_a_repository_of_somebody_else_is_said(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As in a container of a build server, where the checkout belongs to another user.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitError) as error:
        changed(site)
    assert str(error.value) == (
        f"{site / 'content'}: git does not trust the owner of this repository; tell it to with "
        f"`git config --global --add safe.directory {site.parent}`"
    )


def test_a_shallow_clone_that_lacks_the_common_commit_is_said(site: Path, tmp_path: Path) -> None:
    base = git(site, "rev-parse", "HEAD")
    write(site / "content/cases/a.md", "more")
    commit(site.parent)
    clone = tmp_path / "clone"
    git(site, "clone", "-q", "--depth=1", f"file://{site.parent}", str(clone))
    with pytest.raises(GitError) as raised:
        changes_since(clone / "kb/content", base)
    assert str(raised.value) == (
        f"git knows no revision `{base}`, for this clone is shallow; "
        "fetch the whole history (`fetch-depth: 0`)"
    )


def test_branches_with_nothing_in_common_are_said(site: Path) -> None:
    git(site, "checkout", "-q", "--orphan", "apart")
    commit(site.parent, "apart")
    with pytest.raises(GitError, match="`main` and HEAD have no commit in common; fetch"):
        changed(site, "main")


def test_a_machine_without_git_is_said(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="git is not installed"):
        changed(site)


def test_nothing_of_a_revision_reaches_a_shell(site: Path) -> None:
    for revision in ("HEAD; touch hit", "$(touch hit)", "HEAD`touch hit`", "main\n--all"):
        with pytest.raises(GitError):
            changed(site, revision)
    assert not list(site.parent.rglob("hit"))


def test_a_hook_of_another_repository_does_not_mislead(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site / "content/cases/a.md", "other")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert names(changed(site)) == ["cases/a.md"]
