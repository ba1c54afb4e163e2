"""Hidden tests have seeds of their own for each submission, drawn from a secret of the course.

The seeds that stand in the notebooks are for stock nbgrader. Here a student may read what seeds were used on their
work, and it helps nobody.
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
    """Whole or not at all, also where two commands make it at once: then the first one counts."""
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
    """What the seeds of one student in one assignment are drawn from. It tells neither the secret nor the student."""
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
        Of the check in the cell.
    work : bytes
        What was handed in. The same work gets the same seed again; other work, such as what a student hands in once
        the seed is known, gets another.
    """
    drawn = hmac.digest(key, f"{cell}\0{place}\0".encode() + work, hashlib.sha256)
    return int.from_bytes(drawn[:4], "big")
