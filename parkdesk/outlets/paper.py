"""What stands on a paper, line by line and without any layout: screen, PDF and thermal printer draw the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a line is; each outlet gives a role its own look."""

    NAME = "name"
    ABOUT = "about"
    TITLE = "title"
    STAMP = "stamp"
    FACT = "fact"
    PLACE = "place"
    PART = "part"
    LINE = "line"
    SUM = "sum"
    TOTAL = "total"
    TENDER = "tender"
    QUIET = "quiet"
    QR = "qr"
    CODE = "code"
    FOOT = "foot"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """Words at the left and, for what has an amount or an answer, at the right."""

    role: Role
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """`name` is what a print job and a file are called; `language` is the one its words are in."""

    name: str
    language: str
    blocks: tuple[Block, ...]

    def words(self) -> str:
        """As plain text, for a mail program that shows nothing else."""
        lines = []
        for block in self.blocks:
            if block.role is Role.RULE:
                lines.append("")
            elif block.role is not Role.QR:
                between = "  " if block.role in (Role.TITLE, Role.PART) else ": "
                lines.append(f"{block.left}{between}{block.right}" if block.right else block.left)
        return "\n".join(lines).strip() + "\n"


RULE = Block(Role.RULE)
