"""Facts about zip files that all who read one need. Workers import this file, so it must not import nbgrader."""

import struct
import zipfile
import zlib

ENCRYPTED = 0x1
# Python's zipfile does not bound the output of the other methods.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises for damaged or malicious archives.
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, LookupError,
    ArithmeticError, MemoryError,
)  # fmt: skip
