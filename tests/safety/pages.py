"""The plain bytes of a SQLCipher file, page by page: what a deletion must not leave behind."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT = 4096, 80, 16
WAL_HEADER, FRAME_HEADER = 32, 24


def plain_bytes(file: Path, key: bytes) -> bytes:
    """Every page of a journal file or its write-ahead log, decrypted; free pages too."""
    raw = file.read_bytes()
    if file.name.endswith("-wal"):
        step = PAGE + FRAME_HEADER
        frames = range(WAL_HEADER, len(raw) - step + 1, step)
        pages = [
            (int.from_bytes(raw[at : at + 4], "big"), raw[at + FRAME_HEADER : at + step])
            for at in frames
        ]
    else:
        pages = [(1 + at // PAGE, raw[at : at + PAGE]) for at in range(0, len(raw), PAGE)]
    return b"".join(_plain(page, number, key) for number, page in pages if len(page) == PAGE)


def _plain(page: bytes, number: int, key: bytes) -> bytes:
    start = SALT if number == 1 else 0
    body, iv = page[start : PAGE - RESERVED], page[PAGE - RESERVED : PAGE - RESERVED + 16]
    decryptor = Cipher(algorithms.AES(key[:32]), modes.CBC(iv)).decryptor()
    return decryptor.update(body) + decryptor.finalize()


def plain_folder(folder: Path, key: bytes) -> bytes:
    """Everything in a journal's folder as plain bytes: journal, log, backups, all other files."""
    import zipfile

    found = b""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        if path.suffix == ".tendbackup":
            with zipfile.ZipFile(path) as archive:
                copy = path.with_name("unpacked.db")
                copy.write_bytes(archive.read("journal.db"))
                found += plain_bytes(copy, key)
                copy.unlink()
        elif path.name.startswith("journal.db"):
            found += plain_bytes(path, key)
        found += path.read_bytes()
    return found


def pages_with(words: bytes, file: Path, key: bytes) -> list[int]:
    """The numbers, from 0, of the pages in which these words stand."""
    plain = plain_bytes(file, key)
    first, page = PAGE - RESERVED - SALT, PAGE - RESERVED
    bodies = [plain[:first], *(plain[at : at + page] for at in range(first, len(plain), page))]
    return [number for number, body in enumerate(bodies) if words in body]
