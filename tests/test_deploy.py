"""What deploy/ starts fits together, and the house: no container is needed to see that."""

import re
from pathlib import Path

import pytest
import yaml

from tests.test_house import TOP

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
NGINX = (DEPLOY / "sizewise.conf").read_text("utf-8")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
SERVICES = COMPOSE["services"]
APPS = [name for name in SERVICES if name.startswith("app")]
SHIPPED = re.findall(r"^!(.+)$", (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8"), re.M)
NOT_SERVED = re.compile(
    r"tests|docs|deploy|Makefile|pyproject\.toml|README\.md|CONTRIBUTING\.md|CHANGELOG\.md|\.ci|"
    r"\.gitignore|\.pre-commit-config\.yaml|requirements.*"
)


def test_nginx_knows_every_server_that_is_started():
    assert re.findall(r"^    server (\w+):8501 ", NGINX, re.M) == APPS
    assert len(APPS) >= 2


@pytest.mark.parametrize("app", APPS)
def test_a_server_is_told_what_several_need(app):
    told = SERVICES[app]["environment"]
    assert told["SIZEWISE_SHARED"] == "1"
    assert told["SIZEWISE_DATABASE_URL"].startswith("postgresql+psycopg://")
    assert told == SERVICES[APPS[0]]["environment"]
    spoken = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    assert [name for name in told if name not in spoken] == []


def test_nginx_is_the_proxy_that_is_believed():
    [network] = COMPOSE["networks"]["default"]["ipam"]["config"]
    assert SERVICES["app1"]["environment"]["SIZEWISE_PROXIES"] == network["subnet"]


def test_what_is_asked_of_whoever_starts_it_is_in_the_guide():
    asked = re.findall(r"\$\{(\w+):\?", (DEPLOY / "compose.yaml").read_text("utf-8"))
    guide = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    assert [name for name in asked if f'"{name}=' not in guide] == []


def test_a_container_gets_all_that_a_server_serves():
    served = {name for name in TOP if not NOT_SERVED.fullmatch(name)}
    assert served - set(SHIPPED) == set()
    assert [name for name in SHIPPED if not (ROOT / name).exists()] == []


def test_files_that_are_mounted_and_volumes_are_there():
    mounted = [each for service in SERVICES.values() for each in service.get("volumes", ())]
    sources = {each.partition(":")[0] for each in mounted}
    assert {each for each in sources if not each.startswith("./")} == COMPOSE["volumes"].keys()
    assert (DEPLOY / "sizewise.conf").name in {Path(each).name for each in sources}
