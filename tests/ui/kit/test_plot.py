"""Small charts: round steps on the axes, a name at each line's end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly.graph_objects import Figure

from sizewise.ui.kit.chart import Ink
from sizewise.ui.kit.plot import Curve, Mark, figure, steps

INK = Ink("#000", "#555", "#eee", ("#00f", "#f80"))


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (12, [0, 2.5, 5, 7.5, 10]),
        (0, [0]),
        (90, [0, 20, 40, 60, 80]),
    ],
)
def test_steps_are_round(top, expected):
    assert steps(top) == pytest.approx(expected)


@given(st.floats(1e-9, 1e12))
def test_there_are_always_a_few_steps_and_none_beyond_the_top(top):
    found = steps(top)
    assert 2 <= len(found) <= 7
    assert found[-1] <= top * 1.01


def test_each_line_is_named_at_its_end_and_the_mark_is_told():
    curves = [Curve("first", (0, 1), (0, 2)), Curve("second", (0, 1), (0, 2), 1, strong=True)]
    chart = figure(curves, INK, "Turns", Mark(0.5, "here"))
    assert [each.text for each in chart.layout.annotations] == ["first", "<b>second</b>", "here"]
    assert chart.layout.showlegend is False
    assert Figure(chart.to_dict()).to_dict() == chart.to_dict()


def test_lines_that_cost_nothing_can_be_drawn():
    assert figure([Curve("free", (0, 1), (0, 0))], INK, "Turns").data[0].y == (0, 0)
