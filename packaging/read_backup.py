"""Read a Tend backup without Tend (`pip install sqlcipher3 cryptography`): every row as JSON.

A .tendbackup is a zip: backup.json, journal.key (JSON: the data key, wrapped once for each way in
with AES-256-GCM under Argon2id of the secret's NFKC form) and journal.db (SQLCipher 4, raw key).
"""

import getpass
import json
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id


def recovery_form(typed: str) -> str:
    """A recovery key as it was wrapped: 36 letters in groups of four."""
    folded = unicodedata.normalize("NFKC", typed).upper().translate({48: "O", 49: "I", 56: "B"})
    letters = "".join(char for char in folded if char.isalnum())
    return "-".join(letters[n : n + 4] for n in range(0, len(letters), 4))


def data_key(record: dict, secret: str) -> str:
    """The data key as 96 hex digits: 32 bytes of key, 16 of salt."""
    for way, slot in record["slots"].items():
        if way == "open":
            return slot["key"]
        cost = {"iterations": slot["kdf"]["t"], "lanes": slot["kdf"]["p"]}
        salt, memory = bytes.fromhex(slot["salt"]), slot["kdf"]["m_kib"]
        typed = unicodedata.normalize(
            "NFKC", recovery_form(secret) if way == "recovery" else secret
        )
        key = Argon2id(salt=salt, length=32, memory_cost=memory, **cost).derive(typed.encode())
        bound_to = f"tend:{record['v']}:{record['vault']}:{way}".encode()
        nonce, sealed = bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["ct"])
        try:
            return AESGCM(key).decrypt(nonce, sealed, bound_to).hex()[:96]
        except InvalidTag:
            continue
    sys.exit("This passphrase or recovery key does not open the backup.")


with zipfile.ZipFile(sys.argv[1]) as archive, tempfile.TemporaryDirectory() as folder:
    record = json.loads(archive.read("journal.key"))
    secret = "" if "open" in record["slots"] else getpass.getpass("Passphrase or recovery key: ")
    (db := Path(folder) / "journal.db").write_bytes(archive.read("journal.db"))
    connection = sqlcipher.connect(db)
    connection.execute(f"PRAGMA key=\"x'{data_key(record, secret)}'\"")
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
    for (table,) in (name for name in tables if not name[0].startswith(("words", "sqlite_"))):
        rows = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608
        for row in rows:
            named = dict(zip([column[0] for column in rows.description], row, strict=True))
            print(json.dumps({"table": table, **named}))
    connection.close()
