"""Where Python looks for what is imported, kept still while pages are drawn side by side."""

import sys
from pathlib import Path


def keep(script: Path) -> None:
    """Put the folder of the script that draws the pages on the list of folders for good, as last.

    Streamlit puts it in front for each run of a page and takes it off again. What another page
    imports for the first time at that moment would be looked for in a list that moves, and a
    package that is there could not be found.
    """
    folder = str(script.parent)
    if folder not in sys.path:
        sys.path.append(folder)
