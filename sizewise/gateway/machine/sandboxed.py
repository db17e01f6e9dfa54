"""The child that runs a program of a model. A program of its own: it imports nothing of Sizewise.

It reads one order from its input, gives up all that it can, runs, and says how the tests went.
"""

import contextlib
import json
import os
import sys
from typing import Any

MODULES = (
    "bisect",
    "collections",
    "copy",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "heapq",
    "itertools",
    "json",
    "math",
    "operator",
    "random",
    "re",
    "statistics",
    "string",
    "time",
    "typing",
)
"""What a program may import: it is there already, for later nothing can be opened any more."""
HARMLESS = frozenset({"compile", "exec", "object.__getattr__", "sys._getframe", "builtins.id"})
"""What Python does all the time; everything else that it tells of is refused."""
NOBODY = 65534


def give_up(order: dict[str, Any]) -> None:
    """Take the system's limits, which a program cannot lift again."""
    import resource

    megabyte = 1 << 20
    seconds = order["seconds"]
    wanted = {
        "RLIMIT_CPU": seconds,
        "RLIMIT_AS": order["megabytes"] * megabyte,
        "RLIMIT_FSIZE": order["output_bytes"],
        "RLIMIT_CORE": 0,
        "RLIMIT_NPROC": 0,
        # No file, no connection, no pipe: nothing that is open stays usable but its output.
        "RLIMIT_NOFILE": 0,
    }
    os.close(0)
    for name, most in wanted.items():
        if hasattr(resource, name):
            with contextlib.suppress(ValueError):  # macOS keeps no limit of memory
                resource.setrlimit(getattr(resource, name), (most, most))
    if os.getuid() == 0:  # root could lift the limits
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def refuse(event: str, _: object, harmless: frozenset[str] = HARMLESS) -> None:
    """An audit hook: Python tells of what it is about to do, and whoever objects raises."""
    if event not in harmless:
        raise PermissionError("not allowed here")


def run(order: dict[str, Any]) -> dict[str, Any]:
    """How the tests went, each in the program's own names."""
    names: dict[str, Any] = {"__name__": "program"}
    passed: list[bool] = []
    try:
        exec(compile(order["program"], "program", "exec"), names)  # noqa: S102  # the point
        for test in order["tests"]:
            passed.append(holds(test, names))
    except BaseException as error:  # whatever it is: a program may raise anything
        return {"passed": passed, "why": type(error).__name__}
    return {"passed": passed, "why": "" if all(passed) else "a test failed"}


def holds(test: str, names: dict[str, Any]) -> bool:
    """Whether a test passes. What is wrong with the program comes through."""
    try:
        exec(compile(test, "test", "exec"), names)  # noqa: S102  # ours
    except AssertionError:
        return False
    return True


def main() -> None:
    """Read, give up, run, tell."""
    order = json.loads(sys.stdin.buffer.read())
    for name in MODULES:
        __import__(name)
    word, tell, printed = order.pop("word"), os.write, sys.stdout
    encode = json.dumps
    give_up(order)
    sys.addaudithook(refuse)
    found = run(order)
    printed.flush()
    tell(1, f"\n{word}{encode(found)}".encode())
    os._exit(0)


if __name__ == "__main__":
    main()
