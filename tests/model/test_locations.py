from __future__ import annotations

from pathlib import PurePosixPath

from kb_builder.model.locations import inside


def test_a_path_that_leaves_the_content_folder_is_none() -> None:
    folder = PurePosixPath("cases/mail")
    assert inside(folder, "../drive/x.md") == PurePosixPath("cases/drive/x.md")
    assert inside(folder, "../../../x.md") is None
    assert inside(folder, "/etc/passwd") is None
    assert inside(folder, "//host/share") is None
