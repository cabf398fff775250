"""What can be wrong with a lot file, as a whole or at one row and column."""

from __future__ import annotations

from parkdesk.domain.errors import ParkDeskError

# The file as a whole


class LotFileUnknown(ParkDeskError):
    sentence = "{file} is not a lot file: its first line must name columns such as {lots}, or {bays}."


class LotFileEmpty(ParkDeskError):
    sentence = "{file} holds no lots."


class LotFileNotText(ParkDeskError):
    sentence = "{file} is not a text file; save it as 'CSV UTF-8' and import that."


class LotFileTooLong(ParkDeskError):
    sentence = "{file} is too long: a lot file has at most {most} rows. Import it in parts."


class LotKeeps(ParkDeskError):
    sentence = "The lot {lot} keeps its {column} {kept}; a file cannot change that."


# One of its cells


class NotUtf8(ParkDeskError):
    sentence = "This holds a letter that is not UTF-8; save the file as 'CSV UTF-8' and import that."


class QuoteUnclosed(ParkDeskError):
    sentence = "A quotation mark is missing or in the wrong place."


class ColumnMissing(ParkDeskError):
    sentence = "This column is missing."


class ColumnUnknown(ParkDeskError):
    sentence = "There is no such column; the columns are {columns}."


class ColumnTwice(ParkDeskError):
    sentence = "This column is there twice."


class TooManyCells(ParkDeskError):
    sentence = "This row has {cells} cells, but there are only {columns} columns."


class NumberUnreadable(ParkDeskError):
    sentence = "'{text}' cannot be read as a number; use digits only."


class FeatureUnknown(ParkDeskError):
    sentence = "'{feature}' is not a feature of a bay; the features are {features}."


class DiffersFromFirstRow(ParkDeskError):
    sentence = "This differs from row {row}, which is about the same lot."


class TooManyBays(ParkDeskError):
    sentence = "The file would lay out more than {most} bays."
