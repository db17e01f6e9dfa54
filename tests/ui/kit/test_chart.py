"""The chart's sums: where names stand, which corners it has, what it says in words."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly.graph_objects import Figure

from sizewise.ui.kit.chart import DASHES, Ink, ModelLine, alt, figure, span, spread

INK = Ink("#111111", "#444444", "#dddddd", ("#0000ff", "#ff0000"))
NANO = ModelLine("Nano", Decimal("0.0000049"), 0)
LARGE = ModelLine("Large", Decimal("0.000165"), 1, chosen=True)


@given(st.lists(st.floats(0, 400), max_size=6))
def test_names_never_overlap_and_keep_their_order(wanted):
    placed = spread(wanted, 20)
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    steps = [placed[b] - placed[a] for a, b in itertools.pairwise(order)]
    assert all(step >= 20 - 1e-6 for step in steps)


def test_names_with_room_stay_where_their_lines_end():
    assert spread([10, 50, 90], 20) == [10, 50, 90]


def test_crowded_names_share_the_shift():
    assert spread([100, 100], 20) == [90, 110]


def test_the_chart_spans_a_thousand_to_ten_million_calls():
    corners = span([NANO, LARGE], 50_000)
    assert (corners.x0, corners.x1) == (3, 7)


@pytest.mark.parametrize(("calls", "ends"), [(12, (1, 7)), (10**9, (3, 9)), (1, (0, 7))])
def test_a_volume_outside_stretches_the_chart(calls, ends):
    corners = span([NANO], calls)
    assert (corners.x0, corners.x1) == ends


def test_the_words_for_the_chart_have_its_numbers():
    words = alt([NANO, LARGE], 50_000)
    assert "Nano $0.245" in words  # 0.0000049 x 50,000
    assert "Large $8.25" in words  # 0.000165 x 50,000


def test_every_line_is_named_at_its_end_and_differs_by_dashes():
    chart = figure([NANO, LARGE], 50_000, INK)
    names = [note.text for note in chart.layout.annotations]
    assert names == ["Nano", "<b>Large</b>", "your 50,000 calls"]
    dashes = [trace.line.dash for trace in chart.data if trace.mode == "lines"]
    assert dashes == list(DASHES[:2])
    assert chart.layout.showlegend is False


@pytest.mark.parametrize("calls", [1, 50_000, 10**9])
def test_plotly_itself_finds_no_fault_with_the_chart(calls):
    chart = figure([NANO, LARGE], calls, INK)
    assert Figure(chart.to_dict()).to_dict() == chart.to_dict()


def test_a_line_passes_through_its_monthly_cost():
    chart = figure([NANO], 50_000, INK)
    [point] = [trace for trace in chart.data if trace.mode == "markers"]
    assert (point.x[0], point.y[0]) == (50_000, pytest.approx(0.245))


def test_a_model_keeps_colour_and_dashes_when_the_order_changes():
    def look(chart):
        return {trace.line.dash: trace.line.color for trace in chart.data if trace.mode == "lines"}

    assert look(figure([NANO, LARGE], 9, INK)) == look(figure([LARGE, NANO], 9, INK))
