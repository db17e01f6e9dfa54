"""Cells that are safe to hand out."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """The text of a cell to export, with an apostrophe before what a spreadsheet would compute.

    A cell that starts with =, +, -, @, a tab or a line end is a formula to a spreadsheet, and a
    formula from a stranger can send data away: OWASP's page on CSV injection. For texts only; a
    negative number is no text.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
