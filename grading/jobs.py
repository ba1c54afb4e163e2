"""One submission, graded in a worker process of its own, with kernels out of the sandbox of this one."""

import contextlib
import threading
from functools import partial

from grading import verdicts, worker
from grading.grade import JUDGING, Graded, Limits, grade
from grading.references import answers_of
from grading.sandbox import SandboxError, warm_process
from grading.workers import workers

READING = 30  # seconds, at most, for reading and mending a notebook


def grade_all(data: dict, plans: dict, limits: Limits, key: bytes) -> dict[str, Graded]:
    """Grade every notebook of a submission. Threads may call at the same time.

    Parameters
    ----------
    data : dict
        Notebook name -> its bytes, or why they could not be read.
    plans : dict
        Notebook name -> `grading.blueprint.Blueprint`.
    limits : Limits
    key : bytes
        What the seeds of hidden tests are drawn from, see `grading.seeds.key_for`.

    Returns
    -------
    dict
        Notebook name -> `Graded`.

    Raises
    ------
    grading.workers.WorkError
        If the submission took too long, or ended the process that worked on it.
    grading.sandbox.SandboxError
        If there is no sandbox.
    """
    seconds, lend = seconds_at_most(plans, limits), partial(kernel_for, plans, limits)
    return workers("grading.jobs").call(grade_here, data, plans, limits, key, seconds=seconds, lend=lend)


def grade_here(data, plans, limits, key):
    """What a worker does."""
    return {name: grade(data[name], plan, limits, key, partial(worker.ask, name)) for name, plan in plans.items()}


def seconds_at_most(plans: dict, limits: Limits) -> float:
    """How long a submission may keep a worker."""
    return len(plans) * (READING + limits.notebook_seconds + JUDGING)


def kernel_for(plans, limits, name):
    """The connection to a new kernel for a notebook."""
    return host_for(plans[name], warm_process(limits.sandbox.enabled)).fork(limits=limits.sandbox.limits())


def get_ready(plans: list, limits: Limits):
    """Start what grades some notebooks, beside whatever else there is to do.

    Parameters
    ----------
    plans : list of (Blueprint, dict)
        Each with its `grading.blueprint.pictures`.
    limits : Limits
    """

    def start():
        with contextlib.suppress(SandboxError):  # the first submission says it
            for plan, pictures in plans:
                host_for(plan, warm_process(limits.sandbox.enabled), pictures)

    threading.Thread(target=start, daemon=True).start()


_hosts, _lock = {}, threading.Lock()


def host_for(blueprint, warm, pictures=None):
    """The forks for a notebook; they serve all submissions, and all threads.

    Without ``pictures``, which workers elsewhere do not have, the host draws them.
    """
    cells = tuple(c["source"] for c in blueprint.released if c["cell_type"] == "code" and c["grade_id"] is None)
    blank = tuple(answers_of(verdicts.tests_of(blueprint)))
    with _lock:
        if (warm, cells, blank) not in _hosts:
            _hosts[warm, cells, blank] = warm.host(blank, cells, pictures or {})
        return _hosts[warm, cells, blank]
