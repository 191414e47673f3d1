from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from whoosh.util.filelock import FileLock

from kb_builder.index import Changes, DamagedIndexError, Entry, IndexLockedError, Query
from kb_builder.index import whoosh_index as module
from kb_builder.index.query import Words
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry

A = make_entry("a", title="Mailbox quota reached", product="Mail", body="550 5.2.2 mailbox full")
B = make_entry("b", kind="article", title="Printer offline", product="Print", body="mailbox")
C = make_entry("c", title="Sign-in fails", product="Mail", symptom="HID50011")


def paths(index: WhooshIndex, text: str, **filters: str) -> list[str]:
    return [hit.card.path for hit in index.search(Query(text, filters=filters)).hits]


def test_an_update_says_what_it_did(index: WhooshIndex) -> None:
    assert index.update([A, B]) == Changes(added=2)
    changed = make_entry("b", title="Printer online")
    assert index.update([A, changed, C]) == Changes(added=1, changed=1, unchanged=1)
    assert index.update([A]) == Changes(removed=2, unchanged=1)
    assert index.update([A]) == Changes(unchanged=1)


def test_the_same_object_answers_anew_after_an_update(index: WhooshIndex) -> None:
    index.update([A])
    assert paths(index, "mailbox") == ["a"]
    index.update([C])
    assert paths(index, "mailbox") == []
    assert paths(index, "HID50011") == ["c"]


def test_a_hit_says_which_words_it_has_and_the_answer_which_none_has(index: WhooshIndex) -> None:
    index.update([A, B, C])
    answer = index.search(Query("Mailboxes full? AADSTS99999 the"))
    assert [(hit.card.path, hit.matched, hit.missing) for hit in answer.hits] == [
        ("a", ("Mailboxes", "full"), ()),
        ("b", ("Mailboxes",), ("full",)),
    ]
    assert (answer.words.searched, answer.words.unknown_codes) == (
        ("Mailboxes", "full"),
        ("AADSTS99999",),
    )


def test_filters_leave_out_hits_and_not_words(index: WhooshIndex) -> None:
    index.update([A, B, C])
    assert paths(index, "mailbox", kind="article") == ["b"]
    assert paths(index, "mailbox", product="Mail") == ["a"]
    assert paths(index, "mailbox", product="Mail", kind="article") == []
    assert paths(index, "mailbox", product="No such \udc80") == []
    assert index.search(Query("printer", filters={"product": "Mail"})).words == Words(
        searched=("printer",)
    )


def test_where_scores_are_the_same_the_order_is_that_of_the_keys(index: WhooshIndex) -> None:
    index.update([make_entry(key, title="same words") for key in ("d", "b", "e", "a", "c")])
    found = index.search(Query("same", limit=3))
    assert ([hit.card.path for hit in found.hits], found.found) == (["a", "b", "c"], 5)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "...!?", "\udc80", "\ud83d\ude00", "\x00\x1b[2J", "é̲́" * 1000, "x" * 100_000),
        *("mailbox " * 12_000, " ".join(f"w{n}" for n in range(15_000)), "a." * 50_000),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_search_of_any_text_answers(index: WhooshIndex, text: str) -> None:
    index.update([A, B, C])
    start = time.process_time()
    index.search(Query(text))
    assert time.process_time() - start < 5


@given(text=st.text(st.characters()))
@settings(max_examples=50, deadline=None)
def test_a_search_of_any_characters_answers(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = WhooshIndex(Path(folder))
        index.update([make_entry("a", title=text)])
        words = index.search(Query(text)).words
        assert (words.unknown, words.unknown_codes, words.corrected) == ((), (), {})


_WITHOUT_SHRINKING = [phase for phase in Phase if phase is not Phase.shrink]
"""Where each try writes several indexes, a smaller example takes minutes to find."""

_ENTRIES = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.fixed_dictionaries(
        {
            "title": st.text("xyz ", max_size=12),
            "body": st.text("xyz ", max_size=400),
            "signatures": st.sampled_from([(), ("x",), ("y", "z")]),
        }
    ),
    max_size=8,
)


@given(st.lists(_ENTRIES, min_size=2, max_size=6))
@settings(max_examples=40, deadline=None, phases=_WITHOUT_SHRINKING)
def test_after_any_updates_the_index_is_as_one_made_anew(
    steps: list[dict[str, dict[str, Any]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        updated = WhooshIndex(Path(folder, "updated"))
        for step in steps:
            wanted = [make_entry(key, **texts) for key, texts in step.items()]
            updated.update(wanted)
        anew = WhooshIndex(Path(folder, "anew"))
        anew.update(wanted)
        assert updated.cards() == anew.cards()
        assert list(updated.impacts()) == list(anew.impacts())
        assert list(updated.words()) == list(anew.words())
        assert list(updated.signatures()) == list(anew.signatures())
        for text in ("x", "yx xyz", "zz y xx zzz"):
            assert updated.search(Query(text)) == anew.search(Query(text))


def test_there_is_no_index_before_the_first_update(index: WhooshIndex) -> None:
    assert not index.exists()
    with pytest.raises(DamagedIndexError, match="no whole index; `kb build` makes one"):
        index.search(Query("x"))


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def flip_a_bit(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


DAMAGES = [truncate, flip_a_bit, Path.unlink, lambda file: file.write_bytes(b"")]


@pytest.mark.parametrize("damage", DAMAGES, ids=["truncated", "bit", "gone", "empty"])
@pytest.mark.parametrize("suffix", [".toc", ".seg", ".seal"])
def test_a_damaged_file_is_seen_and_the_next_update_mends_it(
    index: WhooshIndex, suffix: str, damage: Callable[[Path], None]
) -> None:
    index.update([A, B])
    (file,) = index.folder.glob(f"*{suffix}")
    damage(file)
    damaged = WhooshIndex(index.folder.parent)
    assert not damaged.exists()
    with pytest.raises(DamagedIndexError):
        damaged.search(Query("mailbox"))
    assert damaged.update([A, B]) == Changes(added=2)
    assert paths(damaged, "mailbox") == ["a", "b"]
    assert [entry.name for entry in index.folder.parent.iterdir() if entry.is_dir()] == [
        index.folder.name
    ]


_KILLED = """
import sys
from pathlib import Path
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry
entries = [make_entry(f"{n:03}", title=f"new word{n}", body="text " * 50) for n in range(150)]
print("begin", flush=True)
WhooshIndex(Path(sys.argv[1])).update(entries)
"""


@pytest.mark.parametrize("milliseconds", [0, 30, 60, 100, 150, 200, 250, 300])
def test_an_index_whose_update_is_killed_answers_and_is_updated_next(
    tmp_path: Path, milliseconds: int
) -> None:
    WhooshIndex(tmp_path).update([A, B])
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(tmp_path)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(milliseconds / 1000)
        process.kill()
    left = WhooshIndex(tmp_path, lock_seconds=0.2)
    assert left.exists()
    assert paths(left, "mailbox") == ["a", "b"] or left.search(Query("new")).found == 150
    left.update([A, C])
    assert [card.path for card in left.cards()] == ["a", "c"]
    assert {file.suffix for file in left.folder.iterdir()} == {"", ".seal", ".seg", ".toc"}


def test_a_failed_update_leaves_the_old_index(index: WhooshIndex) -> None:
    index.update([A])

    def fail(done: int, of: int) -> None:
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        index.update([B, C], fail)
    assert paths(WhooshIndex(index.folder.parent), "mailbox") == ["a"]
    assert index.update([B]) == Changes(added=1, removed=1)


def test_a_second_writer_waits_and_then_says_why_it_cannot_go_on(index: WhooshIndex) -> None:
    index.update([A])
    cache = index.folder.parent
    lock = FileLock(str(cache / "lock"))
    assert lock.acquire()
    with pytest.raises(IndexLockedError) as raised:
        index.update([B])
    assert str(raised.value) == (
        f"{cache}: another build has been writing the index for 0.2 s; wait for it to end"
    )
    assert paths(index, "mailbox") == ["a"], "readers need not wait"
    lock.release()
    assert index.update([B]) == Changes(added=1, removed=1)


def test_an_index_of_another_format_is_not_read_and_removed(
    index: WhooshIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.update([A])
    before = module.fingerprint()
    monkeypatch.setattr(module, "version", lambda name: "99")
    other = WhooshIndex(index.folder.parent)
    assert module.fingerprint() != before
    assert not other.exists()
    assert other.update([A]) == Changes(added=1)
    assert not index.folder.exists()


@pytest.mark.parametrize(
    "name", ["analyzer", "text", "entry", "our_fields", "reading", "whoosh_scores"]
)
def test_the_fingerprint_follows_the_code(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = module.fingerprint()
    changed = tmp_path / "changed.py"
    changed.write_bytes(Path(getattr(module, name).__file__).read_bytes() + b"# other\n")
    monkeypatch.setattr(f"kb_builder.index.whoosh_index.{name}.__file__", str(changed))
    assert module.fingerprint() != before


def test_entries_of_one_key_count_once(index: WhooshIndex) -> None:
    twice: list[Entry] = [make_entry("a", title="first"), make_entry("a", title="second")]
    assert index.update(twice) == Changes(added=1)
    assert [card.title for card in index.cards()] == ["second"]


def test_a_word_that_no_entry_has_any_more_is_forgotten(index: WhooshIndex) -> None:
    same = [make_entry(str(n), title="printer") for n in range(6)]
    index.update([*same, make_entry("a", title="mailbox")])
    index.update([*same, make_entry("a", title="quota")])
    assert list(index.words()) == [("printer", 6), ("quota", 1)]
    assert index.search(Query("mailbx")).words == Words(unknown=("mailbx",))
    assert paths(index, "printer kind:case", kind="case") == list("012345")


def test_entries_that_only_changed_are_counted_once(index: WhooshIndex) -> None:
    for title in ("mailbox one", "mailbox two", "mailbox three"):
        index.update([make_entry(key, title=title) for key in "abc"])
    assert dict(index.words()) == {"mailbox": 3, "three": 3}


def test_signatures_come_by_entry_in_the_order_of_the_keys(index: WhooshIndex) -> None:
    entries = [make_entry("b", signatures=("y", "x")), make_entry("c"), make_entry("a")]
    index.update([*entries, make_entry("d", signatures=("z",))])
    assert list(index.signatures()) == [(1, "y"), (1, "x"), (3, "z")]


def test_a_field_that_is_no_filter_lets_nothing_through(index: WhooshIndex) -> None:
    index.update([make_entry("a", title="mailbox 2026", product="Mail")])
    assert len(index.search(Query("mailbox", filters={"product": "Mail"})).hits) == 1
    assert index.search(Query("mailbox", filters={"title": "mailbox"})).hits == ()
    assert index.search(Query("mailbox", filters={"id": "a"})).hits == ()
