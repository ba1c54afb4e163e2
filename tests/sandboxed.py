"""Kernels of the sandbox that a test runs cells in: as root and as an ordinary user, whom bubblewrap serves otherwise.

As a program it does the work: cells as JSON come in, what the kernels said goes out.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from users import Users, skip_without

from grading.sandbox.kernel import Kernel, KernelLost
from grading.sandbox.sandbox import Sandbox, running_server
from tools.made_up_course import COURSE

SECONDS = 60  # a cell


def run_as(who, kernels, **settings):
    """Run kernels, one after the other, forked from the same host.

    Parameters
    ----------
    who : str
        "root" or "user"; the test is skipped where that cannot be had.
    kernels : dict
        name -> list of the sources of cells; those that begin with ``check(`` are test cells of the course.
    **settings
        Of `grading.sandbox.sandbox.Sandbox`.

    Returns
    -------
    dict
        name -> list of what became of the cells: "outputs", as one text; "reports" and "replaced", see
        `grading.sandbox.kernel.Reply`; and "lost", which says why the kernel ended.
    """
    work = json.dumps([kernels, settings])
    if shutil.which("bwrap") is None:
        pytest.skip("bubblewrap is missing")
    is_made = skip_without(who)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(Path(__file__))]
        os.chmod(folder, 0o755)
        if is_made:
            users, name = Users(Path(folder)), f"grader-{os.getpid()}"
            users.add(name)
            try:
                code, said = users.try_to(name, *command, text=work)
            finally:
                users.remove()
        else:
            done = subprocess.run(command, input=work, capture_output=True, text=True, env=_environment(folder))
            code, said = done.returncode, done.stdout + done.stderr
    assert code == 0, said
    return json.loads(said.splitlines()[-1])


def _environment(folder):
    return os.environ | {"PYTHONPATH": str(COURSE), "HOME": folder}


def _run(kernels, settings):
    sandbox = Sandbox(**settings)
    host = running_server(isolated=True).host(["lib.neuron:predict"], [], {})
    return {name: _run_kernel(host.fork(limits=sandbox.limits()), cells) for name, cells in kernels.items()}


def _run_kernel(keeper, cells):
    kernel, became = Kernel(keeper), []
    with contextlib.closing(kernel):
        for source in cells:
            try:
                reply = kernel.run(source, SECONDS, 2**20, is_test=source.startswith("check("))
            except KernelLost as error:
                became.append({"outputs": "", "reports": [], "replaced": [], "lost": str(error)})
                break
            texts = [output.get("text", output.get("evalue", "")) for output in reply.outputs]
            texts += [output.data.get("text/plain", "") for output in reply.outputs if "data" in output]
            kinds = [output.get("ename", "") for output in reply.outputs]
            said = {"reports": reply.reports, "replaced": reply.replaced, "lost": ""}
            became.append({"outputs": "\n".join([*kinds, *texts]).strip()} | said)
    return became


if __name__ == "__main__":
    print(json.dumps(_run(*json.load(sys.stdin))))
