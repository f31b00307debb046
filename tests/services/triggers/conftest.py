"""Someone who leads for long, with two people they have led for long."""

from datetime import timedelta

import pytest

from tests.builders import FRIDAY
from tests.weeks import Weeks

LONG_AGO = FRIDAY - timedelta(days=700)


@pytest.fixture
def weeks(journal):
    journal.leader.set_leading_since(LONG_AGO)
    return Weeks(journal, FRIDAY)


@pytest.fixture
def ana(journal):
    return journal.team.welcome("Ana Sousa", joined_on=LONG_AGO)


@pytest.fixture
def ben(journal):
    return journal.team.welcome("Ben Okoro", joined_on=LONG_AGO)
