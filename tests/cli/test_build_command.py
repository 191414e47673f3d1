from __future__ import annotations

from pathlib import Path

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from tests.cli.conftest import Kb


def test_a_site_is_built_unless_the_check_finds_errors(kb: Kb, site: Path) -> None:
    write_example(Example(fields="severity: A"), Path("content"))
    ended = kb("build")
    assert ended.code == 1
    assert "error[severity-a-at-closure]" in ended.out
    assert ended.err == (
        "index: 1 added, 0 changed, 0 removed, 0 unchanged\n"
        "nothing was published: 1 error; mend them, or use --keep-going to publish every record "
        "that loads\n"
    )
    assert not (site / "site").exists()

    ended = kb("build", "--keep-going")
    assert ended.code == 0
    assert ended.err.splitlines()[-1] == "1 record published in site"
    assert (site / "site/cases/CASE-000417/index.html").is_file()
    assert (site / "site/assets/kb-index/manifest.json").is_file()


def test_a_build_tells_no_private_value_whichever_rule_finds_fault_with_it(
    kb: Kb, site: Path
) -> None:
    write_example(Example("product: ida@northgate-freight.com"), Path("content"))
    ended = kb("build")
    assert "error[mail-address] `ida@…` is a mail address" in ended.out
    assert "error[unknown-product] there is no product `…`" in ended.out
    assert "northgate" not in ended.out + ended.err


def test_without_mkdocs_yml_nothing_is_built(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    assert kb("build").code == 2
