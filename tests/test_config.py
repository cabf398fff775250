"""Where a desk keeps its data and who it is: the demo apart from the desk's own, and every PC itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from parkdesk.config import (
    DATABASE_VARIABLE,
    STRIPE_VARIABLE,
    Config,
    desk_identity,
    find_stripe_key,
    forget_stripe_key,
    keep_stripe_key,
    stripe_key,
)
from parkdesk.domain.system_errors import FileUnreadable, FileUnwritable
from tests.drawer import Drawer, drawer

SERVER = "postgresql://desk@server/parkdesk"

__all__ = ["drawer"]


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


def test_without_a_key_it_is_a_cash_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(STRIPE_VARIABLE, raising=False)
    assert stripe_key(tmp_path) is None
    monkeypatch.setenv(STRIPE_VARIABLE, " \n")
    assert stripe_key(tmp_path) is None
    monkeypatch.setenv(STRIPE_VARIABLE, " key \n")
    assert stripe_key(tmp_path) == "key"


def test_only_the_desk_that_was_given_a_key_looks_into_the_keyring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawer: Drawer
) -> None:
    monkeypatch.delenv(STRIPE_VARIABLE, raising=False)
    given, other = tmp_path / "given", tmp_path / "other"
    given.mkdir()
    other.mkdir()
    keep_stripe_key(given, " rk_test_desk ")
    assert (stripe_key(given), stripe_key(other)) == ("rk_test_desk", None)
    assert drawer.asked == 1
    assert "rk_test" not in "".join(file.read_text("utf-8") for file in given.iterdir())
    forget_stripe_key(given)
    assert stripe_key(given) is None
    assert drawer.asked == 1
    assert list(given.iterdir()) == []


def test_a_key_put_into_the_keyring_by_hand_is_found_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawer: Drawer
) -> None:
    monkeypatch.delenv(STRIPE_VARIABLE, raising=False)
    assert not find_stripe_key(tmp_path)
    drawer.set_password("ParkDesk", "stripe", "rk_test_by_hand")
    assert stripe_key(tmp_path) is None
    assert find_stripe_key(tmp_path)
    assert stripe_key(tmp_path) == "rk_test_by_hand"


def test_a_key_that_cannot_be_remembered_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawer: Drawer
) -> None:
    with pytest.raises(FileUnwritable, match="card-key cannot be written"):
        keep_stripe_key(tmp_path / "gone", "rk_test_desk")
