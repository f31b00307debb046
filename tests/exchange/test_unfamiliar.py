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


def test_german_nouns_are_nobody_where_german_is_spoken():
    text = (
        "Wie gebe ich Mei mehr Verantwortung, ohne die Kontrolle zu verlieren? Im Gespräch mit"
        " Jonas habe ich den Plan erklärt. Das Team hatte am Montag eine Retrospektive, danach war"
        " die Stimmung besser, und Rosa stellte dem Kunden eine Zwischenfrage im Vertriebsbüro."
    )
    small = frozenset(("wie", "im", "das"))

    assert unfamiliar([text], vocabulary=small, language="de") == ("Jonas", "Mei", "Rosa")
    assert len(unfamiliar([text], vocabulary=small)) > 10


@pytest.mark.parametrize(
    "name", ["Ernst", "Rose", "Mark", "Jung", "Ada", "Heide", "Winter", "Hartung"]
)
def test_a_german_name_that_is_nearly_a_noun_is_asked_about(name):
    assert unfamiliar([f"dann sagte {name} etwas"], vocabulary=frozenset(), language="de") == (
        name,
    )
