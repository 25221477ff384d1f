import datetime as dt

from draagkracht.language.dates import dutch_date


def test_every_month_has_its_own_name() -> None:
    assert dutch_date(dt.date(2027, 3, 1)) == "1 maart 2027"
    assert len({dutch_date(dt.date(2027, month, 1)) for month in range(1, 13)}) == 12
