"""jrnl's encrypted files, of its three versions; each is a text once it is opened."""

import base64
import binascii
import hashlib
import json
import struct
from collections.abc import Iterator

from journal_app.domain.errors import WrongPassphrase
from journal_app.domain.finding import Found, Skipped, Wishes
from journal_app.exchange.importers.jrnl_words import entries
from journal_app.exchange.sources import NotText, Source, TooLong, refused, text_of

_V3, _FERNET = b"JRNLv3", b"gAAAAA"
_ROUNDS = 100_000
# The second version knew one salt for everybody: https://jrnl.sh describes it.
_SALT = bytes.fromhex("f2d5710ec18d2ededc8e36748904cef8")
_ENDINGS = ("", ".txt", ".journal", ".jrnl")
_LIMIT = 256 << 20


def recognises(source: Source) -> bool:
    """True for one file that begins as jrnl's do, or that can be nothing but its oldest kind."""
    if source.archive or not source.path.is_file():
        return False
    [member] = source.members()
    with source.open(member) as stream:
        start = stream.read(4096)
    if start.startswith((_V3, _FERNET)):
        return True
    if member.suffix not in _ENDINGS or member.size < 32 or member.size % 16:
        return False
    return not _is_text(start)


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(data) - 4
    return True


def read(source: Source, wishes: Wishes) -> Iterator[Found]:
    """Every entry, once the passphrase is given."""
    [member] = source.members()
    if wishes.passphrase is None:
        raise WrongPassphrase(
            "This journal is encrypted by jrnl.", next_step="Give the passphrase it has there."
        )
    try:
        plain = _opened(source.read(member, _LIMIT), wishes.passphrase)
        text = text_of(plain)
    except TooLong as error:
        yield Skipped(item=member.name, reason=f"it is {error}")
        return
    except NotText:
        raise _wrong() from None
    yield from entries(text.splitlines(), day_first=wishes.day_first)


def _opened(data: bytes, passphrase: str) -> bytes:
    if data.startswith(_V3):
        return _third(data, passphrase)
    if data.startswith(_FERNET):
        return _fernet(data.strip(), passphrase, _SALT)
    return _first(data, passphrase)


def _third(data: bytes, passphrase: str) -> bytes:
    try:
        (length,) = struct.unpack_from(">H", data, len(_V3))
        start = len(_V3) + 2
        header, token = data[start : start + length], data[start + length :]
        if not header.lstrip().startswith(b"{"):
            header = base64.urlsafe_b64decode(header.replace(b"+", b"-").replace(b"/", b"_"))
        salt = base64.urlsafe_b64decode(str(json.loads(header)["salt"]))
    except (struct.error, binascii.Error, ValueError, KeyError, TypeError):
        raise refused("This encrypted journal is damaged.") from None
    return _fernet(token.strip(), passphrase, salt)


def _fernet(token: bytes, passphrase: str, salt: bytes) -> bytes:
    from cryptography.fernet import Fernet, InvalidToken

    key = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), salt, _ROUNDS, 32)
    try:
        return Fernet(base64.urlsafe_b64encode(key)).decrypt(token)
    except InvalidToken:
        raise _wrong() from None


def _first(data: bytes, passphrase: str) -> bytes:
    from cryptography.hazmat.primitives import padding
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    key = hashlib.sha256(passphrase.encode()).digest()
    opening = Cipher(algorithms.AES(key), modes.CBC(data[:16])).decryptor()
    try:
        padded = opening.update(data[16:]) + opening.finalize()
        if padded.endswith(b" "):
            # The very first filled the last block with blanks.
            plain = padded.rstrip(b" ")
        else:
            unpad = padding.PKCS7(128).unpadder()
            plain = unpad.update(padded) + unpad.finalize()
        plain.decode("utf-8")
    except ValueError:
        raise _wrong() from None
    return plain


def _wrong() -> WrongPassphrase:
    return WrongPassphrase(
        "That passphrase does not open this journal.",
        safe="Nothing was written.",
        next_step="It is the one you gave jrnl.",
    )
