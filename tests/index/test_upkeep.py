from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from kb_builder.index import Query, upkeep
from kb_builder.index.case_index import CaseIndex
from kb_builder.index.whoosh_index import WhooshIndex
from kb_builder.model.settings import Settings
from kb_builder.model.synonyms import Synonyms


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(upkeep, "_CLOCK_SECONDS", 0.0)
    write_example(Example(), tmp_path / "content")
    time.sleep(0.05)
    return tmp_path / "content"


def fresh(content: Path, settings: Settings | None = None) -> CaseIndex:
    cache = content.parent / ".kb"
    return upkeep.fresh_index(content, cache, settings or Settings(), lambda done, of: None)


def was_updated(content: Path, settings: Settings | None = None) -> bool:
    """Whether the content was read again."""
    stamp = upkeep.open_index(content.parent / ".kb", Synonyms()).folder / "content.json"
    before = stamp.stat().st_mtime_ns if stamp.exists() else 0
    time.sleep(0.01)
    fresh(content, settings)
    return stamp.stat().st_mtime_ns != before


def test_unchanged_content_is_not_read_again(content: Path) -> None:
    assert was_updated(content)
    assert not was_updated(content)


def test_a_change_is_found_at_once(content: Path) -> None:
    fresh(content)
    write_example(Example(body="\nzebra\n"), content)
    assert fresh(content).search(Query("zebra")).found == 1


def test_a_removed_and_a_renamed_file_are_seen(content: Path) -> None:
    fresh(content)
    file = content / "cases/CASE-000417.md"
    file.rename(file.with_name("other.md"))
    assert fresh(content).cards()[0].path == "cases/other.md"
    file.with_name("other.md").unlink()
    assert fresh(content).cards() == []


def test_a_file_that_was_given_an_old_time_is_seen(content: Path) -> None:
    fresh(content)
    file = content / "cases/CASE-000417.md"
    file.write_text(file.read_text().replace("HID50011", "HID99999"))
    os.utime(file, (1, 1))
    assert fresh(content).search(Query("HID99999")).found == 1


def test_other_settings_read_the_content_again(content: Path) -> None:
    fresh(content)
    index = fresh(content, Settings(largest_record_bytes=10))
    assert index.cards() == []


def test_an_update_that_died_is_made_up_for(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(content)
    write_example(Example(body="\nzebra\n"), content)
    with monkeypatch.context() as patched:
        patched.setattr(WhooshIndex, "update", lambda *given: (_ for _ in ()).throw(MemoryError))
        with pytest.raises(MemoryError):
            fresh(content)
    assert fresh(content).search(Query("zebra")).found == 1


def test_an_update_by_another_process_meanwhile_is_seen(content: Path) -> None:
    index = fresh(content)
    index.update([])
    assert fresh(content).search(Query("HID50011")).found == 1


def test_a_damaged_or_missing_index_is_made_anew(content: Path) -> None:
    index = fresh(content)
    (toc,) = index.folder.glob("*.toc")
    toc.write_bytes(b"damaged")
    assert fresh(content).search(Query("HID50011")).found == 1
    shutil.rmtree(index.folder)
    assert fresh(content).search(Query("HID50011")).found == 1


@pytest.mark.parametrize("stamp", ["", "[]", "{}", '{"settings": 1, "until": "x"}', "\0"])
def test_a_damaged_stamp_costs_an_update_and_nothing_else(content: Path, stamp: str) -> None:
    index = fresh(content)
    (index.folder / "content.json").write_text(stamp)
    assert was_updated(content)


def test_two_sites_that_share_a_cache_are_not_mixed_up(content: Path) -> None:
    other = content.parent / "other"
    write_example(Example(body="\nzebra\n"), other)
    time.sleep(0.05)
    assert fresh(content).search(Query("zebra")).found == 0
    assert fresh(other).search(Query("zebra")).found == 1
    assert fresh(content).search(Query("zebra")).found == 0


def test_changed_synonyms_are_applied_at_once(content: Path) -> None:
    assert fresh(content).search(Query("reply location")).words.synonyms == {}
    (content / "taxonomy").mkdir(exist_ok=True)
    (content / "taxonomy/synonyms.txt").write_text("reply location = reply address\n")
    answer = fresh(content).search(Query("reply location"))
    assert answer.words.synonyms == {"reply location": ("reply address",)}
    assert [hit.card.id for hit in answer.hits] == ["CASE-000417"]
