"""The nginx of deploy/ for the tests; `python -m tests.faults.nginx` says which."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.browser.server import ROOT, Server, free_port

SETTINGS = ROOT / "deploy" / "sizewise.conf"
PLACES = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin", "/usr/local/bin")
MISSING = (
    "The tests of several servers need nginx and openssl. Install them, on Debian and Ubuntu:\n"
    "  sudo apt install nginx openssl\n"
    "or name an installed one: SIZEWISE_NGINX=/path/to/nginx make test"
)
PATIENCE = 60.0
"""Seconds to wait for it on a busy machine."""
AROUND = """\
daemon off;
pid {folder}/pid;
error_log {folder}/log;
{user}
events {{}}
http {{
    log_format whose "$sizewise_browser $upstream_addr";
    access_log {folder}/whose whose;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/sizewise.conf;
}}
"""
"""What a system's own nginx.conf says besides, and who was passed on to whom."""


class NoNginx(Exception):
    """No nginx was found; the message says what to type."""


def find() -> str:
    """The program. Raises NoNginx."""
    places = os.pathsep.join([os.environ.get("PATH", ""), *PLACES])
    found = os.environ.get("SIZEWISE_NGINX") or shutil.which("nginx", path=places)
    if not found or not shutil.which("openssl"):
        raise NoNginx(MISSING)
    return found


class Nginx:
    """The settings of deploy/ before the servers, with ports and a certificate of our own."""

    def __init__(self, folder: Path, servers: Sequence[Server]) -> None:
        self.program = find()
        self.folder = folder
        self.port = free_port()
        self.certificate = folder / "fullchain.pem"
        self._make_certificate()
        self._write(servers)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}"

    def _make_certificate(self) -> None:
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        whose = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"]
        files = ["-keyout", self.folder / "privkey.pem", "-out", self.certificate]
        command = ["openssl", "req", "-x509", *key, *whose, *files]
        subprocess.run(command, check=True, capture_output=True)

    def _write(self, servers: Sequence[Server]) -> None:
        first, second = servers
        ours = {
            "app1:8501": f"127.0.0.1:{first.port}",
            "app2:8501": f"127.0.0.1:{second.port}",
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ssl;": f"listen 127.0.0.1:{self.port} ssl;",
            "/etc/nginx/tls": str(self.folder),
        }
        (self.folder / "sizewise.conf").write_text(replaced(SETTINGS.read_text("utf-8"), ours))
        user = "user root;" if os.geteuid() == 0 else ""
        around = AROUND.format(folder=self.folder, user=user)
        (self.folder / "nginx.conf").write_text(around)

    def start(self) -> "Nginx":
        """Start it and wait until it takes connections."""
        command = [self.program, "-p", self.folder, "-e", self.folder / "log"]
        command += ["-c", self.folder / "nginx.conf"]
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        last_moment = time.monotonic() + PATIENCE
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > last_moment:
                raise RuntimeError(f"nginx did not start:\n{(self.folder / 'log').read_text()}")
            time.sleep(0.02)
        return self

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> None:
        """End it, and everything that goes through it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(PATIENCE)

    def passed_on(self) -> dict[str, set[str]]:
        """By browser, the servers that were asked for it until now."""
        found: dict[str, set[str]] = {}
        for line in (self.folder / "whose").read_text().splitlines():
            browser, servers = line.split(" ", 1)
            found.setdefault(browser, set()).add(servers)
        return found


def replaced(settings: str, ours: Mapping[str, str]) -> str:
    """The settings with other addresses, each of which must be there."""
    for theirs, own in ours.items():
        assert theirs in settings, f"{SETTINGS.name} does not say {theirs!r} any more"
        settings = settings.replace(theirs, own)
    return settings


if __name__ == "__main__":
    try:
        print(find())
    except NoNginx as problem:
        sys.exit(str(problem))
