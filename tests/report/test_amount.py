import pytest

from draagkracht.report.amount import AS_GIVEN, Amount, counted, out_of


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount(66815, "huishouden", "huishoudens"), "67.000 huishoudens"),
        (Amount(66815, "huishouden", "huishoudens", AS_GIVEN), "66.815 huishoudens"),
        (counted(1, "wijk", "wijken"), "1 wijk"),
        (counted(0, "wijk", "wijken"), "0 wijken"),
        (out_of(41, 64), "41 van de 64 doorgerekende toekomsten"),
    ],
)
def test_an_amount_reads_with_its_unit(amount: Amount, text: str) -> None:
    assert str(amount) == text
