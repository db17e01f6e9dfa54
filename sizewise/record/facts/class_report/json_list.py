"""Lists of texts in a column: a row for each text, in each kind of database."""

from sqlalchemy import JSON, ColumnElement, Connection, TableValuedAlias, cast, func, true

Listed = tuple[TableValuedAlias, ColumnElement[bool]]
"""What to join for the rows of a list, and on what."""


def each_text(
    connection: Connection, column: ColumnElement[str], field: str = ""
) -> tuple[ColumnElement[str], Listed]:
    """The texts of a JSON list, or of a list in a field of a JSON object: their column, and what to
    join for it. An empty list has no row.
    """
    if connection.dialect.name == "postgresql":
        whole = cast(column, JSON)
        listed = func.json_array_elements_text(whole[field] if field else whole)
    else:
        listed = func.json_each(column, f"$.{field}" if field else "$")
    rows = listed.table_valued("value")
    return rows.c.value, (rows, true())
