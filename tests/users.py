"""Users of this machine whom a test makes and removes, and commands run as one of them; root can do that."""

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tools.made_up_course import COURSE, environment

WHO = ["root", "user"]  # who grades: bubblewrap serves them in different ways
PROGRAMS = ("useradd", "userdel", "setpriv", "unshare", "mount")
needs_users = pytest.mark.skipif(
    os.geteuid() != 0 or not all(map(shutil.which, PROGRAMS)),
    reason=f"Separate users take root and {', '.join(PROGRAMS)}",
)


def skip_without(who):
    """Skip the test if commands cannot be run as "root" or as an ordinary "user" here.

    Returns
    -------
    bool
        Whether a user has to be made for it: root runs the test, and ``who`` is "user".
    """
    if who == "root" and os.geteuid() != 0:
        pytest.skip("This is not root")
    if who == "user" and os.geteuid() == 0 and not all(map(shutil.which, PROGRAMS)):
        pytest.skip(f"An ordinary user takes {', '.join(PROGRAMS)}")
    return who == "user" and os.geteuid() == 0


@contextlib.contextmanager
def folder_of(who):
    """A folder for a course, and a function that runs ``python -m ...`` there.

    Parameters
    ----------
    who : str
        "root" or "user"; the test is skipped where that cannot be had.

    Yields
    ------
    folder : Path
    run : function
        Takes the command's arguments, and returns its exit status and what it printed.
    """
    is_made = skip_without(who)
    # Not in pytest's folder, which another run of pytest closes to all but root.
    home = Path(tempfile.mkdtemp(prefix="course-"))
    home.chmod(0o755)
    users, name = Users(home), f"grader-{os.getpid()}"

    def run_as_user(*arguments):
        users.own(name)
        return users.try_to(name, sys.executable, "-m", *arguments)

    def run_here(*arguments):
        command = [sys.executable, "-m", *arguments]
        done = subprocess.run(command, cwd=home, env=environment(), text=True, capture_output=True, check=False)
        return done.returncode, done.stdout + done.stderr

    try:
        if is_made:
            users.add(name)
        yield (users.home(name), run_as_user) if is_made else (home, run_here)
    finally:
        users.remove()
        shutil.rmtree(home, ignore_errors=True)


class Users:
    """Users of this machine with homes in one folder, and commands run as one of them."""

    def __init__(self, folder):
        self.folder = folder
        self.made = []

    def add(self, name):
        subprocess.run(["userdel", "--force", name], capture_output=True)  # a run that was killed leaves its accounts
        subprocess.run(["useradd", "--create-home", "--home-dir", self.home(name), name], check=True)
        self.made.append(name)
        self.home(name).chmod(0o700)

    def remove(self):
        for name in self.made:
            subprocess.run(["userdel", "--force", name], check=True, capture_output=True)

    def home(self, name):
        return self.folder / name

    def start(self, name, *command, folder=None, **streams):
        """Start a command as a user, in a folder below their home."""
        environment = {
            "HOME": str(self.home(name)),
            "USER": name,
            "LOGNAME": name,
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath]),
            "PYTHONPATH": str(COURSE),
            "LANG": "C.UTF-8",
        }
        become = ["setpriv", f"--reuid={name}", f"--regid={name}", "--init-groups", "--"]
        return subprocess.Popen(
            [*_seeing_the_course(self.folder), *become, *command],
            cwd=self.home(name) / (folder or ""), env=environment, text=True, **streams,
        )  # fmt: skip

    def try_to(self, name, *command, folder=None, text=None):
        """(exit code, what it said) of a command as a user, which reads ``text``."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        process = self.start(name, *command, folder=folder, **pipes)
        said, _ = process.communicate(text, timeout=900)
        return process.returncode, said

    def run_both(self, names, *command):
        """What the same command said to each of two users, who give it at the same time."""
        with ThreadPoolExecutor() as pool:
            return dict(zip(names, pool.map(lambda name: self.run(name, *command), names)))

    def run(self, name, *command, folder=None):
        """What a command as a user said; it has to succeed."""
        code, said = self.try_to(name, *command, folder=folder)
        assert code == 0, f"{name}: {' '.join(command)}\n{said}"
        return said

    def own(self, name):
        """Give a user everything in their home."""
        user = pwd.getpwnam(name)
        for path in [self.home(name), *self.home(name).rglob("*")]:
            os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)


def _seeing_the_course(folder):
    """A command that runs another one where all users can read Python and the course.

    They may lie below a folder that is root's alone. Then the command gets a view of the files of its own, in which
    nothing else is in that folder.
    """
    steps = ["set -e"]
    for number, path in enumerate(dict.fromkeys([sys.base_prefix, sys.prefix, str(COURSE)])):
        closed = next((p for p in reversed(Path(path).parents) if not p.stat().st_mode & 0o001), None)
        if closed:
            kept = folder / f"kept-{number}"
            kept.mkdir(exist_ok=True)
            steps.append(f"mount --rbind '{path}' '{kept}'")
            hidden = f"mountpoint -q '{closed}' || mount -t tmpfs -o mode=755 none '{closed}'"
            steps.append(f"{hidden}; mkdir -p '{path}'; mount --move '{kept}' '{path}'")
    return [] if len(steps) == 1 else ["unshare", "--mount", "sh", "-c", "; ".join([*steps, 'exec "$@"']), "sh"]
