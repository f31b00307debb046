"""Every claim of the mission has a test that carries its number."""

import re
from pathlib import Path

CLAIMS = range(1, 21)


def test_each_of_the_twenty_claims_has_a_test_with_its_number():
    texts = [path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")]
    found = {int(n) for text in texts for n in re.findall(r"^def test_cl(\d\d)_", text, re.M)}

    assert found == set(CLAIMS)
