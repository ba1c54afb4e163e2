"""Grade one submission in a worker process, which asks this process for kernels: the sandbox is a child of this one."""

import contextlib
import threading
from functools import partial
from multiprocessing.connection import Connection

from grading.autograde import verdicts
from grading.autograde.limits import Limits
from grading.autograde.notebook import Graded, grade
from grading.autograde.references import answers_of
from grading.gradebook.blueprint import Blueprint
from grading.sandbox.sandbox import Forks, ForkServer, SandboxError, running_server
from grading.workers import worker
from grading.workers.workers import workers

READING = 30  # seconds, at most, for reading and mending a notebook
JUDGING = 60  # seconds, at most, for judging a notebook


def grade_all(data: dict, plans: dict[str, Blueprint], limits: Limits, key: bytes) -> dict[str, Graded]:
    """Grade every notebook of a submission. Threads may call at the same time.

    Parameters
    ----------
    data : dict
        Notebook name -> its bytes, or why they could not be read.
    plans : dict
        Notebook name -> `grading.gradebook.blueprint.Blueprint`.
    limits : Limits
    key : bytes
        What the seeds of hidden tests are drawn from, see `grading.autograde.seeds.key_for`.

    Returns
    -------
    dict
        Notebook name -> `Graded`.

    Raises
    ------
    grading.workers.workers.WorkError
        If the submission took too long, or ended the process that worked on it.
    grading.sandbox.sandbox.SandboxError
        If there is no sandbox.
    """
    seconds, connect = seconds_at_most(plans, limits), partial(kernel_for, plans, limits)
    return workers("grading.autograde.jobs").call(
        grade_here, data, plans, limits, key, seconds=seconds, connect=connect
    )


def grade_here(data: dict, plans: dict[str, Blueprint], limits: Limits, key: bytes) -> dict[str, Graded]:
    """Grade every notebook in this process: a worker calls it."""
    return {name: grade(data[name], plan, limits, key, partial(worker.ask, name)) for name, plan in plans.items()}


def seconds_at_most(plans: dict[str, Blueprint], limits: Limits) -> float:
    """The most seconds that a worker may take for a submission."""
    return len(plans) * (READING + limits.notebook_seconds + JUDGING)


def kernel_for(plans: dict[str, Blueprint], limits: Limits, name: str) -> Connection:
    """The connection to a new kernel for a notebook."""
    return host_for(plans[name], running_server(limits.sandbox.enabled)).fork(limits=limits.sandbox.limits())


def get_ready(plans: list[tuple[Blueprint, dict]], limits: Limits) -> None:
    """Start the fork servers for some notebooks, in a thread.

    Parameters
    ----------
    plans : list of (Blueprint, dict)
        Each with its `grading.gradebook.blueprint.pictures`.
    limits : Limits
    """

    with contextlib.suppress(SandboxError):  # raised again for the first submission
        # Not in the thread: bubblewrap ends with the thread that started it.
        server = running_server(limits.sandbox.enabled)

        def start():
            with contextlib.suppress(SandboxError):
                for plan, pictures in plans:
                    host_for(plan, server, pictures)

        threading.Thread(target=start, daemon=True).start()


_hosts: dict[tuple, Forks] = {}
_lock = threading.Lock()


def host_for(blueprint: Blueprint, server: ForkServer, pictures: dict | None = None) -> Forks:
    """The process that kernels for a notebook are forked from, started at the first call. Threads may share it.

    Without ``pictures``, which the workers of a cluster do not have, it draws the course's figures itself.
    """
    cells = tuple(c["source"] for c in blueprint.released if c["cell_type"] == "code" and c["grade_id"] is None)
    withheld = tuple(answers_of(verdicts.tests_of(blueprint)))
    with _lock:
        if (server, cells, withheld) not in _hosts:
            _hosts[server, cells, withheld] = server.host(withheld, cells, pictures or {})
        return _hosts[server, cells, withheld]
