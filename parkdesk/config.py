"""Where a desk keeps its data, which database it uses and who it is; frozen once read."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from parkdesk.domain.system_errors import FileUnreadable, FileUnwritable

if TYPE_CHECKING:
    from uuid import UUID

DATABASE_VARIABLE = "PARKDESK_DATABASE"
STRIPE_VARIABLE = "PARKDESK_STRIPE_KEY"
WEBHOOK_VARIABLE = "PARKDESK_WEBHOOK_SECRET"
STRIPE_ADDRESS_VARIABLE = "PARKDESK_STRIPE_ADDRESS"
STRIPE_AUTHORITIES_VARIABLE = "PARKDESK_STRIPE_AUTHORITIES"
MAIL_VARIABLE = "PARKDESK_MAIL_PASSWORD"
_DESK_FILE = "desk.json"
_CARD_KEY_FILE = "card-key"
"""There where the keyring holds this desk's card key: a cash desk never loads a keyring to learn that it is one."""


@dataclass(frozen=True, slots=True)
class Config:
    """`database` is a SQLAlchemy URL; `language` overrides the system's; `safe_mode` starts with default looks."""

    data_dir: Path
    database: str
    demo: bool = False
    language: str | None = None
    log_level: str = "INFO"
    safe_mode: bool = False

    @classmethod
    def read(
        cls,
        *,
        data_dir: Path | None = None,
        database: str | None = None,
        demo: bool = False,
        language: str | None = None,
        log_level: str = "INFO",
        safe_mode: bool = False,
    ) -> Config:
        """Fill in what was not said: the user's data folder (the demo has its own) and a SQLite file inside it."""
        if data_dir is None:
            from platformdirs import user_data_path

            data_dir = user_data_path("ParkDesk", appauthor=False)
            data_dir = data_dir / "demo" if demo else data_dir
        if database is None and not demo:
            database = os.environ.get(DATABASE_VARIABLE)
        return cls(
            data_dir=data_dir.absolute(),
            database=database or f"sqlite:///{data_dir.absolute() / ('demo.db' if demo else 'parkdesk.db')}",
            demo=demo,
            language=language,
            log_level=log_level.upper(),
            safe_mode=safe_mode,
        )

    @property
    def lock_file(self) -> Path:
        return self.data_dir / "parkdesk.lock"

    def make_data_dir(self) -> bool:
        """Whether the data folder is there now and can be written."""
        try:
            self.data_dir.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return os.access(self.data_dir, os.W_OK)

    def desk_is_running(self) -> bool:
        """Whether another program has this folder's desk open: it holds the lock that the window takes (QLockFile)."""
        import platform

        try:
            if sys.platform == "win32":
                self.lock_file.open("r+b").close()  # refused while it is held
                return False
            pid, _, host = self.lock_file.read_text("utf-8").splitlines()[:3]
            if int(pid) == os.getpid() or host != platform.node():
                return int(pid) != os.getpid()
            os.kill(int(pid), 0)
        except PermissionError:
            return True
        except (OSError, ValueError):
            return False
        return True

    @property
    def log_file(self) -> Path:
        return self.data_dir / "parkdesk.log"

    @property
    def settings_file(self) -> Path:
        return self.data_dir / "settings.ini"


def shipped(*parts: str) -> Path:
    """A file that comes with the program: beside the package in a checkout, in it when installed, or in a bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent
    roots = (Path(bundle),) if bundle is not None else (package, package.parent)
    return next(
        (root.joinpath(*parts) for root in roots if root.joinpath(parts[0]).exists()),
        package.joinpath(*parts),
    )


def stripe_key(data_dir: Path) -> str | None:
    """This desk's Stripe key from the environment or, if one lies there, the keyring; None makes it a cash desk."""
    key = os.environ.get(STRIPE_VARIABLE)
    if key is None and (data_dir / _CARD_KEY_FILE).exists():
        key = _kept("stripe")
    return key.strip() if key and key.strip() else None


def find_stripe_key(data_dir: Path) -> bool:
    """Look into the keyring even if this desk has put no key there; one that is found is this desk's from now on.

    Raises FileUnwritable.
    """
    found = bool((_kept("stripe") or "").strip())
    if found:
        _remember_key(data_dir)
    return found


def keep_stripe_key(data_dir: Path, key: str) -> None:
    """Put it into the system's keyring, where nothing shows it again. Raises PasswordNotKept or FileUnwritable."""
    _keep("stripe", key.strip(), STRIPE_VARIABLE, "key")
    _remember_key(data_dir)


def forget_stripe_key(data_dir: Path) -> None:
    """Raises PasswordNotKept."""
    _keep("stripe", "", STRIPE_VARIABLE, "key")
    (data_dir / _CARD_KEY_FILE).unlink(missing_ok=True)


def _remember_key(data_dir: Path) -> None:
    file = data_dir / _CARD_KEY_FILE
    try:
        file.write_text("This desk's card key lies in the system's keyring.\n", "utf-8")
    except OSError as error:
        raise FileUnwritable(file=file, reason=error.strerror or "no access") from error


def webhook_secret() -> str | None:
    """What Stripe signs its deliveries with, for a site that takes them."""
    return os.environ.get(WEBHOOK_VARIABLE, "").strip() or None


def stripe_key_is_given() -> bool:
    """Whether the environment names the key: then the keyring's is not asked."""
    return STRIPE_VARIABLE in os.environ


def stripe_address() -> str | None:
    """Another Stripe than Stripe's, on this computer: to try a desk out. None for the real one."""
    return os.environ.get(STRIPE_ADDRESS_VARIABLE) or None


def stripe_authorities() -> str | None:
    """A file of the certificates to trust beside such an address."""
    return os.environ.get(STRIPE_AUTHORITIES_VARIABLE) or None


def mail_password() -> str | None:
    """The password for this desk's mail server, from the environment or the system's keyring."""
    password = os.environ.get(MAIL_VARIABLE)
    return (_kept("mail") if password is None else password) or None


def keep_mail_password(password: str) -> None:
    """Put it into the system's keyring, or take it out if it is empty. Raises PasswordNotKept."""
    _keep("mail", password, MAIL_VARIABLE, "password")


def _kept(name: str) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password("ParkDesk", name)
    except KeyringError:
        return None


def _keep(name: str, secret: str, variable: str, field: str) -> None:
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    from parkdesk.domain.paper_errors import PasswordNotKept

    try:
        if secret:
            keyring.set_password("ParkDesk", name, secret)
        else:
            keyring.delete_password("ParkDesk", name)
    except PasswordDeleteError:
        return
    except KeyringError as error:
        raise PasswordNotKept(variable=variable, field=field) from error


def desk_identity(data_dir: Path) -> tuple[UUID, str]:
    """This PC's desk id and name, made once and kept in the data folder. Raises FileUnreadable."""
    # Imported here, off the way to the first paint: together as much as a window's own.
    import json
    from uuid import UUID

    file = data_dir / _DESK_FILE
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            from uuid6 import uuid7

            _write_once(file, json.dumps({"id": str(uuid7()), "name": "Desk 1"}))
        kept = json.loads(file.read_text("utf-8"))
        return UUID(kept["id"]), str(kept["name"])
    except OSError as error:
        raise FileUnreadable(file=str(file), reason=error.strerror or "no access") from error
    except (ValueError, KeyError, TypeError) as error:
        raise FileUnreadable(file=str(file), reason="its content is damaged") from error


def _write_once(file: Path, content: str) -> None:
    """Whole or not at all, and the first of two programs wins."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.write_text(content, "utf-8")
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    except OSError:
        os.replace(draft, file)
        return
    draft.unlink()
