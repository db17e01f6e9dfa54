import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from sizewise.ui.kit.html import filled, style_html


@pytest.fixture
def template(tmp_path):
    file = tmp_path / "list.html"
    file.write_text(
        "<ul>\n  {% for each in lines %}\n    <li>{{ each }}</li>\n  {% endfor %}\n</ul>\n"
    )
    return file


def test_text_that_is_put_into_html_stays_text():
    assert Markup("<p>{}</p>").format("<b>") == "<p>&lt;b&gt;</p>"


def test_a_style_sheet_keeps_its_quotes_and_arrows():
    assert style_html('p>b{content:"&"}') == '<style>p>b{content:"&"}</style>'


def test_nothing_in_a_style_sheet_ends_it():
    assert "</style>" not in style_html('p{content:"</style><script>"}').removesuffix("</style>")


def test_text_that_is_put_into_a_template_stays_text_and_markup_stays_markup(template):
    drawn = filled(template, lines=["a < b", Markup("<i>c</i>")])
    assert drawn == "<ul><li>a &lt; b</li><li><i>c</i></li></ul>"


def test_a_value_that_nobody_gave_is_told(template):
    with pytest.raises(UndefinedError, match="'lines' is undefined"):
        filled(template)
