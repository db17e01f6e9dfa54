"""The learner's cookie on a shared server: our own by its exact name, and nothing of others."""

import pytest

from sizewise.ui.web.cookie import NAME, SAFE_NAME, sent
from sizewise.ui.web.visitor import KEY, Reception
from sizewise.ui.web.welcome import LearnerCookie
from tests.ui.web.asgi import OTHER, TOKEN, Page, answer, request, stranger

FOREIGN = [
    'g_state={"i_l":0}', "prefs=a b", "filter[x]=1", "no-equals-sign", "x@y=1", "a/b=1", "n(1)=1",
    "", " ", ";;;", "=", "==", "=x", '"', 'q="', 'q="a;b"', "sizewise_learner2=" + OTHER,
    "xsizewise_learner=" + OTHER, f"a={NAME}={OTHER}", "\xff\xfe=\xe9", "a=" + "b" * 8192,
    'q="' + "\\" * 8192 + '"', "a=\x01", f"SIZEWISE_LEARNER={OTHER}",
    f"$Version=1; {NAME}x={OTHER}",     "; ".join(f"c{n}={n}" for n in range(300)),
]  # fmt: skip


def lines(scope, *headers):
    """The Set-Cookie lines of a page."""
    _, sent = answer(scope, Reception, LearnerCookie, app=Page(*headers))
    return [value for key, value in sent if key == "set-cookie"]


def given(scope):
    """The one cookie that a page gives, as name, value and attributes."""
    [line] = lines(scope)
    pair, *attributes = line.split("; ")
    return *pair.split("="), attributes


@pytest.mark.parametrize("foreign", FOREIGN, ids=range(len(FOREIGN)))
@pytest.mark.parametrize("order", ["{own}; {foreign}", "{foreign}; {own}", "{foreign};{own} ;"])
def test_foreign_cookies_never_matter(foreign, order):
    header = order.format(own=f"{NAME}={TOKEN}", foreign=foreign)
    assert given(stranger(cookie=header))[1] == TOKEN
    websocket = stranger(kind="websocket", cookie=header)
    assert sent(websocket["headers"]).token == TOKEN


@pytest.mark.parametrize("foreign", FOREIGN, ids=range(len(FOREIGN)))
def test_foreign_cookies_make_nobody_a_learner_and_no_page_fail(foreign):
    assert given(stranger(cookie=foreign))[1] not in foreign


def test_the_cookie_is_found_among_several_headers_as_proxies_send_them():
    assert given(stranger(cookie=["x@y=1", f"a=b; {NAME}={TOKEN}", "n(1)=2"]))[1] == TOKEN


@pytest.mark.parametrize(
    "value",
    ["", "admin", "t" * 42, "t" * 44, "t" * 32, "t" * 42 + "=", "t" * 42 + "\xe9",
     '"' + TOKEN + '"', "\\073" + "t" * 39, '"\\073 Domain=evil' + "t" * 30 + '"',
     "t" * 20 + " " + "t" * 22, "t" * 42 + "\n", "t" * 42 + "+"],
)  # fmt: skip
def test_only_forty_three_plain_characters_are_a_token(value):
    new = given(stranger(cookie=f"{NAME}={value}".encode("latin-1")))[1]
    assert new != value
    assert len(new) == 43


def test_the_same_token_twice_is_one_and_a_broken_one_beside_it_does_not_matter():
    assert given(stranger(cookie=f"{NAME}={TOKEN}; {NAME}={TOKEN}"))[1] == TOKEN
    assert given(stranger(cookie=f"{NAME}=broken; {NAME}={TOKEN}; {NAME}="))[1] == TOKEN


def test_of_two_tokens_none_is_believed_and_none_is_overwritten():
    """One of them may have been set by a site beside ours, and nobody can tell which."""
    scope = stranger(cookie=f"{NAME}={TOKEN}; {NAME}={OTHER}")
    assert lines(scope) == []
    page = Page()
    answer(scope, Reception, app=page)
    assert page.scope[KEY].token is None


def test_behind_https_two_plain_tokens_are_left_for_one_that_no_other_site_can_set():
    scope = stranger(scheme="https", cookie=f"{NAME}={TOKEN}; {NAME}={OTHER}")
    new = lines(scope)[0].split(";")[0]
    assert new.startswith(f"{SAFE_NAME}=")
    assert TOKEN not in new
    assert OTHER not in new


def test_a_new_browser_gets_a_cookie_no_script_and_no_other_site_can_use():
    name, token, attributes = given(stranger())
    assert name == NAME
    assert len(token) == 43  # 256 bits in base64
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(attributes)
    assert given(stranger())[1] != token


@pytest.mark.parametrize("sign", [{"scheme": "https"}, {"x_forwarded_proto": "https"}])
def test_behind_https_the_cookie_is_of_this_host_alone(sign):
    name, _, attributes = given(stranger(**sign))
    assert name == SAFE_NAME
    assert {"Secure", "Path=/"} <= set(attributes)
    assert not any(each.startswith("Domain") for each in attributes)


def test_nobody_loses_progress_when_the_name_changes():
    safe, plain = lines(stranger(scheme="https", cookie=f"{NAME}={TOKEN}"))
    assert safe.startswith(f"{SAFE_NAME}={TOKEN};")
    assert plain.startswith(f"{NAME}=; Max-Age=0; Path=/;")


def test_the_safe_name_goes_before_the_plain_one_which_other_sites_can_set():
    safe, plain = lines(stranger(scheme="https", cookie=f"{NAME}={OTHER}; {SAFE_NAME}={TOKEN}"))
    assert safe.startswith(f"{SAFE_NAME}={TOKEN};")
    assert "Max-Age=0" in plain


def test_a_safe_cookie_stays_safe_when_a_proxy_forgets_to_tell_of_https():
    name, token, attributes = given(stranger(cookie=f"{SAFE_NAME}={TOKEN}"))
    assert (name, token) == (SAFE_NAME, TOKEN)
    assert "Secure" in attributes


def test_ones_own_machine_sets_no_cookie():
    assert lines(request()) == []


def test_files_and_scripts_get_no_cookie():
    assert lines(stranger(accept="*/*")) == []


def test_an_answer_that_gives_a_new_cookie_gives_no_other():
    own = (b"set-cookie", f"{NAME}={OTHER}; Path=/".encode())
    assert lines(stranger(cookie=f"{NAME}={TOKEN}"), own) == [f"{NAME}={OTHER}; Path=/"]


def test_no_cache_keeps_a_page_that_gives_a_cookie():
    _, headers = answer(
        stranger(), Reception, LearnerCookie, app=Page((b"cache-control", b"public"))
    )
    assert [value for key, value in headers if key == "cache-control"] == ["private, no-store"]


def test_streamlit_sees_its_own_cookies_and_no_others():
    page = Page()
    xsrf = "_streamlit_xsrf=2|0fbeeb1d|0a88acf1f57c1829fcf9b6ae1bb9ff49|1795947165"
    cookies = [f"x@y=1; {xsrf}", f'{NAME}={TOKEN}; a="b', '_streamlit_user="\\073"']
    answer(stranger(cookie=cookies), Reception, app=page)
    assert [value for key, value in page.scope["headers"] if key == b"cookie"] == [xsrf.encode()]
