"""Days and months are nobody, in English and in German; what may be somebody is asked about."""

import pytest

from journal_app.exchange.unfamiliar import unfamiliar


def asked(text):
    return unfamiliar([f"then {text} again"], vocabulary=frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "Monday, Mondays, Monday's, MONDAY, Tuesdays’ and Wed",
        "in January, Januarys, Februarys, Mays, Julys, Sept, Decembers",
        "Monday-Thursday, Mon-Fri, Mid-March, Jan-Mar-April",
        "Montag, Montags, Montagen, Mittwochs, Sonnabends, Donnerstags",
        "Montagmorgen, Freitagnachmittags, Sonnabendabend, Mittwochvormittag",
        "im Januar, Jänner, März, Märzes, Mais, Oktobers, Dez",
    ],
)
def test_days_and_months_are_nobody(text):
    assert asked(text) == ()


@pytest.mark.parametrize(
    "name", ["Jan", "Jun", "Sun", "Mo", "Jan-Ole", "April-Rose", "Monda", "Freitagson"]
)
def test_a_name_that_only_sounds_like_one_is_asked_about(name):
    assert asked(f"{name}’s plan") == (name,)
