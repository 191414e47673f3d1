from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.load import find_site
from kb_builder.model.settings import SettingsError

CONFIG = """\
site_name: !ENV [NAME, Halyard]
docs_dir: content
site_dir: out
plugins:
  - search
  - kb_builder:
      newest_records: 7
      rules:
        title-too-long: off
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, and the current one, with mkdocs.yml and the content folder `content`."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "content/cases").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_mkdocs_yml_here_names_everything(project: Path) -> None:
    site = find_site()
    assert site.config_file == Path("mkdocs.yml")
    assert (site.content, site.site, site.cache) == (Path("content"), Path("out"), Path(".kb"))
    assert site.settings.newest_records == 7
    assert site.settings.rules == {"title-too-long": "off"}
    assert site.note == ""


def test_a_config_file_that_is_given_is_used_from_anywhere(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    site = find_site(config_file=project / "mkdocs.yml")
    assert (site.content, site.site) == (project / "content", project / "out")


@pytest.mark.parametrize(("here", "given"), [(".", "content"), ("content", "."),
                                             ("content/cases", ".."), (".", "./content/")])  # fmt: skip
def test_a_content_folder_that_is_given_brings_the_mkdocs_yml_above_it(
    here: str, given: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / here)
    site = find_site(content=Path(given))
    assert site.content == Path(given)
    assert site.config_file is not None
    assert site.config_file.resolve() == project / "mkdocs.yml"
    assert site.settings.newest_records == 7


def test_a_folder_that_is_not_the_content_of_the_mkdocs_yml_above_it_has_none(
    project: Path,
) -> None:
    (project / "drafts").mkdir()
    site = find_site(content=Path("drafts"))
    assert (site.content, site.config_file) == (Path("drafts"), None)
    assert (site.site, site.settings.newest_records) == (Path("site"), 50)


def test_a_copied_mkdocs_yml_finds_the_one_folder_with_cases(project: Path) -> None:
    (project / "content").rename(project / "kb")
    (project / "kb/taxonomy").mkdir(exist_ok=True)
    (project / "site/cases").mkdir(parents=True)
    site = find_site()
    assert site.content == Path("kb")
    assert site.note == (
        "content is not there; the content is taken from kb "
        "(for plain mkdocs, write `docs_dir: kb` in mkdocs.yml)"
    )
    assert find_site(content=Path("kb")).config_file == Path("mkdocs.yml")


def test_of_two_folders_with_cases_none_is_taken(project: Path) -> None:
    (project / "content").rename(project / "a")
    (project / "b/cases").mkdir(parents=True)
    with pytest.raises(SettingsError) as error:
        find_site()
    said = "content: no such folder; `docs_dir` in mkdocs.yml names the content folder"
    assert str(error.value) == said


def test_without_a_mkdocs_yml_a_command_needs_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match=r"^no mkdocs\.yml here; go to the folder that has one"):
        find_site()
    with pytest.raises(SettingsError, match=r"^none: no such folder$"):
        find_site(content=Path("none"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "mkdocs.yml: is not a mapping of settings"),
        (
            "plugins:\n  - kb_builder: fast\n",
            "mkdocs.yml: `kb_builder` is 'fast', not its settings",
        ),
        (
            "plugins:\n  - kb_builder:\n      newest: 5\n      idle_attempts: many\n",
            "mkdocs.yml: unknown setting `newest`; did you mean `newest_records`?\n"
            "`idle_attempts` is 'many', not a whole number of at least 0",
        ),
    ],
)
def test_settings_that_cannot_be_used_are_named(text: str, said: str, project: Path) -> None:
    (project / "mkdocs.yml").write_text(f"{text}docs_dir: content\n" if ":" in text else text)
    with pytest.raises(SettingsError) as error:
        find_site()
    assert str(error.value) == said


@pytest.mark.parametrize("plugins", ["5", "kb_builder", "[search]", "{kb_builder: }", ""])
def test_plugins_in_any_shape_leave_the_defaults(plugins: str, project: Path) -> None:
    (project / "mkdocs.yml").write_text(f"docs_dir: content\nplugins: {plugins}\n")
    assert find_site().settings.newest_records == 50


def test_a_mkdocs_yml_inside_the_content_folder_is_told_where_to_stand(project: Path) -> None:
    (project / "content").rename(project / "kb")
    (project / "mkdocs.yml").rename(project / "kb/mkdocs.yml")
    with pytest.raises(SettingsError) as raised:
        find_site(config_file=Path("kb/mkdocs.yml"))
    assert str(raised.value) == (
        "kb/mkdocs.yml stands in a content folder; move it to the folder above, and name the "
        "content folder in its `docs_dir`"
    )


def test_the_address_of_the_site_is_one_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "content/cases").mkdir(parents=True)
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_url: https://kb.example.com/\ndocs_dir: content\nplugins:\n"
        "  - kb_builder:\n      own_addresses: [https://old.example.com/]\n"
    )
    found = find_site(config).settings.own_addresses
    assert found == ("https://old.example.com/", "https://kb.example.com/")
