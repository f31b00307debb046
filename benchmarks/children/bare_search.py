"""The least a search can be: open the file with its key, ask the index, print what it says."""

import json
import sys

from sqlcipher3 import dbapi2

folder, word = sys.argv[1:]
with open(f"{folder}/journal.key", encoding="utf-8") as file:  # noqa: PTH123 (the least)
    key = json.load(file)["slots"]["open"]["key"]
connection = dbapi2.connect(f"{folder}/journal.db")
connection.execute(f"PRAGMA key=\"x'{key}'\"")
for row in connection.execute(
    "SELECT rowid, snippet(words, 1, '', '', '…', 24) FROM words WHERE words MATCH ?"
    " AND private = 'no' ORDER BY rank LIMIT 50",
    [f'"{word}"*'],
):
    print(*row)
