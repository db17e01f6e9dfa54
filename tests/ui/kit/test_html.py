from markupsafe import Markup

from sizewise.ui.kit.html import style_html


def test_text_that_is_put_into_html_stays_text():
    assert Markup("<p>{}</p>").format("<b>") == "<p>&lt;b&gt;</p>"


def test_a_style_sheet_keeps_its_quotes_and_arrows():
    assert style_html('p>b{content:"&"}') == '<style>p>b{content:"&"}</style>'


def test_nothing_in_a_style_sheet_ends_it():
    assert "</style>" not in style_html('p{content:"</style><script>"}').removesuffix("</style>")
