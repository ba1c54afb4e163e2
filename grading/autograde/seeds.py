"""Seeds of hidden tests: another one for each submission, derived by HMAC from a secret of the course.

The seeds in the notebooks are for stock nbgrader. A student who learns the seed of their own submission can use it
neither for another submission of their own nor for anybody else's.
"""

import hashlib
import hmac
import os
import secrets
import stat
from pathlib import Path

SECRET = ".seed-key"  # in the course's folder; whoever has it knows everybody's seeds
BYTES = 32


def secret_of(root: str | Path) -> bytes:
    """The secret of the course in a folder, made at the first call.

    Raises
    ------
    ValueError
        If the file is not a secret that the owner alone can read.
    """
    path = Path(root) / SECRET
    if not os.path.lexists(path):
        _make(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        why = f"the secret that hidden tests are drawn from, cannot be read: {error.strerror}"
        raise ValueError(f"{path}, {why}") from None
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_mode & 0o077:
            raise ValueError(f"{path} must be a file that you alone can read: chmod 600 {path}")
        data = file.read(BYTES + 1)
    if len(data) != BYTES:
        raise ValueError(f"{path} is damaged. Remove it: at the next grading hidden tests draw other inputs.")
    return data


def _make(path):
    """Create the file atomically, by a hard link; if two commands do so at once, the first one wins."""
    new = path.with_name(f"{SECRET}-{secrets.token_hex(8)}")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.write(secrets.token_bytes(BYTES))
        os.link(new, path)
    except FileExistsError:
        pass
    finally:
        new.unlink()


def key_for(secret: bytes, student: str, assignment: str) -> bytes:
    """The key for the seeds of one student in one assignment. Neither the secret nor the student follows from it."""
    return hmac.digest(secret, f"{student}\0{assignment}".encode("utf-8", "surrogatepass"), hashlib.sha256)


def seed_of(key: bytes, cell: str, place: int, work: bytes) -> int:
    """The seed of one hidden check.

    Parameters
    ----------
    key : bytes
        See `key_for`.
    cell : str
        Grade id.
    place : int
        Index of the check in the cell.
    work : bytes
        Digest of what was handed in. The same work gets the same seed again; changed work, such as an answer made for a
        known seed, gets another one.
    """
    drawn = hmac.digest(key, f"{cell}\0{place}\0".encode() + work, hashlib.sha256)
    return int.from_bytes(drawn[:4], "big")
