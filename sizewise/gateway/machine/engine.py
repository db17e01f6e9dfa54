"""The local model's server, as a process of its own: nothing of the app imports this file.

Started as `python -P engine.py`. The first line on its standard input says what to serve, as JSON;
one line on its standard output says where it listens, or why it does not. Then it waits for the end
of its input. That comes when the parent closes it, and when the parent dies, even by SIGKILL.
"""

import json
import os
import platform
import re
import signal
import sys


def main() -> None:
    """Serve until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, who closes the input
    if hasattr(os, "nice"):
        os.nice(5)  # pages are drawn first: a reply can wait, a learner's click cannot
    wanted = json.loads(sys.stdin.readline())
    try:
        _serving, told = _serve(wanted)
    except Exception as error:  # whatever it is, the parent has to hear of it
        _say({"error": f"{type(error).__name__}: {error}"})
        return
    _say(told)
    sys.stdin.read()
    # The engine's threads would take their time, and may be in the middle of a reply. Whoever let
    # go of `_serving` would wait for them, now and then for ever.
    os._exit(0)


def _serve(wanted: dict[str, object]) -> tuple[object, dict[str, str]]:
    import xllamacpp  # dies of SIGILL where the processor lacks AVX2

    params = xllamacpp.CommonParams()
    params.model.path = wanted["weights"]
    params.model_alias = {wanted["model"]}
    params.api_keys = [wanted["key"]]
    params.hostnames = ["127.0.0.1"]  # a port that is left alone is a free one
    params.ui = False
    params.endpoint_slots = False
    params.n_ctx = wanted["context"]
    params.n_parallel = wanted["slots"]
    params.cpuparams.n_threads = wanted["threads"]
    params.cpuparams_batch.n_threads = wanted["threads"]
    params.n_threads_http = 4
    params.cache_ram_mib = wanted["cache_megabytes"]
    params.verbosity = -1
    server = xllamacpp.Server(params)
    return server, {
        "address": server.listening_address,
        "engine": f"xllamacpp {xllamacpp.__version__}",
        "processor": _processor(xllamacpp.get_system_info()),
    }


def _processor(told: str) -> str:
    """Its kind, its cores and what the engine uses of it: llama.cpp writes `AVX2 = 1 | ...`."""
    uses = ", ".join(re.findall(r"(\w+) = 1", told))
    return f"{platform.machine()}, {os.cpu_count()} cores, {uses}"


def _say(told: dict[str, str]) -> None:
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
