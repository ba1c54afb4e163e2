"""A real PostgreSQL server for tests, run as an unprivileged user in a folder of its own, behind a Unix socket."""

import contextlib
import glob
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

# Debian keeps them off the PATH.
PROGRAMS = (
    Path(shutil.which("initdb") or max(glob.glob("/usr/lib/postgresql/*/bin/initdb"), default="")).resolve().parent
)
needs_postgresql = pytest.mark.skipif(
    not (PROGRAMS / "initdb").exists(), reason="PostgreSQL is not installed: apt-get install postgresql"
)


@contextlib.contextmanager
def postgresql():
    """Run a server; gives a function that makes an empty database and returns its address, for any user."""
    user = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name  # PostgreSQL refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    folder.chmod(0o755)
    shutil.chown(folder, user)

    def run(program, *arguments):
        command = [str(PROGRAMS / program), *arguments]
        who = {"user": user, "extra_groups": []} if os.geteuid() == 0 else {}
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, timeout=60, **who)

    run("initdb", "--pgdata=data", "--username=nbgrader", "--auth=trust", "--encoding=UTF8", "--no-sync")
    options = f"-c listen_addresses='' -k {folder} -c fsync=off"
    run("pg_ctl", "--pgdata=data", "--wait", "--log=log", f"--options={options}", "start")
    names = iter("abcdefgh")

    def database():
        name = next(names)
        run("createdb", f"--host={folder}", "--username=nbgrader", name)
        return f"postgresql+psycopg://nbgrader@/{name}?host={folder}"

    try:
        yield database
    finally:
        run("pg_ctl", "--pgdata=data", "--wait", "--mode=immediate", "stop")
        shutil.rmtree(folder)
