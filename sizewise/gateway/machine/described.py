"""What this machine is, as a log tells it."""

import os
import platform

from sizewise.ground.written import number, number_of


def machine() -> str:
    """Where it runs: system, processor, cores, memory, and how busy it is with other things.

    The load is how many programs wanted a core at once, on average over the last minute.
    """
    cores = number_of(os.cpu_count() or 1, "core")
    told = [f"{platform.system()} {platform.machine()}", cores]
    if "SC_PHYS_PAGES" in getattr(os, "sysconf_names", {}):
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        told.append(f"{number(memory / 2**30, 1)} GiB")
    if hasattr(os, "getloadavg"):  # Windows has none
        told.append(f"load {number(os.getloadavg()[0], 1)} at the start")
    return ", ".join(told)
