"""Where a desk keeps its data and who it is: the demo apart from the desk's own, and every PC itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from parkdesk.config import DATABASE_VARIABLE, STRIPE_VARIABLE, Config, desk_identity, stripe_key
from parkdesk.domain.system_errors import FileUnreadable

SERVER = "postgresql://desk@server/parkdesk"


def test_the_demo_has_a_folder_and_a_file_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    own, demo = Config.read(), Config.read(demo=True)
    assert demo.data_dir == own.data_dir / "demo"
    assert own.database == f"sqlite:///{own.data_dir / 'parkdesk.db'}"
    assert demo.database == f"sqlite:///{demo.data_dir / 'demo.db'}"


def test_the_variable_names_the_desks_database_and_never_the_demos(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, SERVER)
    assert Config.read(data_dir=tmp_path).database == SERVER
    assert Config.read(data_dir=tmp_path, database="sqlite:///x.db").database == "sqlite:///x.db"
    assert SERVER not in Config.read(data_dir=tmp_path, demo=True).database


def test_a_pc_stays_the_same_desk(tmp_path: Path) -> None:
    first = desk_identity(tmp_path / "one")
    assert desk_identity(tmp_path / "one") == first
    assert desk_identity(tmp_path / "other")[0] != first[0]
    assert first[0].version == 7


@pytest.mark.parametrize("content", ["", "{}", '{"id": "Desk 1", "name": "x"}', "\udc00"])
def test_a_damaged_identity_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "desk.json").write_text(content, "utf-8", errors="surrogatepass")
    with pytest.raises(FileUnreadable, match="cannot be read"):
        desk_identity(tmp_path)


def test_without_a_key_it_is_a_cash_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(STRIPE_VARIABLE, raising=False)
    assert stripe_key() is None
    monkeypatch.setenv(STRIPE_VARIABLE, " \n")
    assert stripe_key() is None
    monkeypatch.setenv(STRIPE_VARIABLE, " key \n")
    assert stripe_key() == "key"
