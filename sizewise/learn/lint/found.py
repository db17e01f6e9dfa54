"""The rules of a folder: every file in it is one."""

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

from sizewise.learn.finding import Rule


class LintRules(NamedTuple):
    """What a folder of rules holds."""

    by_name: Mapping[str, Rule]
    """In the order of their names."""
    checks: tuple[Any, ...]
    """What finds where they are broken."""


def rules_in(folder: ModuleType) -> LintRules:
    """Every rule in a folder and the folders inside it."""
    listed = pkgutil.walk_packages(folder.__path__, f"{folder.__name__}.")
    files = [import_module(each.name) for each in listed if not each.ispkg]
    files.sort(key=lambda file: str(file.RULE.name))
    by_name = {file.RULE.name: file.RULE for file in files}
    checks = tuple(check for file in files for check in file.CHECKS)
    return LintRules(MappingProxyType(by_name), checks)
