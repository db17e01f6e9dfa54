"""The pages of models drawn in memory: how tests open them and read them."""

from streamlit.testing.v1 import AppTest

from sizewise import ROOT

SHELL = ROOT / "sizewise" / "ui" / "frame" / "shell.py"


def opened(page, **address):
    """The app on a page, with an address."""
    app = AppTest.from_file(SHELL, default_timeout=60).run()
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page(f"../../../pages/{page}.py").run()


def html(app):
    """All HTML of the page."""
    return "\n".join(each.proto.body for each in app.get("html"))


def found(app):
    """The number of models, as the list says it."""
    return html(app).split('role="status">')[1].split("<")[0]
