"""Spread submissions over Dask."""

import contextlib
import logging
import os

from distributed import Client, LocalCluster, as_completed
from distributed.comm.core import CommClosedError
from concurrent.futures import CancelledError

from grading.grade import grade
from grading.sandbox import close_all

CORES_A_PROCESS = 4
RETRIES = 2  # when a worker dies under a submission


class SpreadError(RuntimeError):
    """The cluster cannot be used, and why."""


class Spread:
    """A Dask cluster to grade on: one that runs elsewhere, or this machine.

    Parameters
    ----------
    scheduler : str
        An address, or nothing for this machine.
    at_once : int
        Submissions at once on this machine; 0 for a few more than it has cores, since some of the time is waiting.
    limits : grading.grade.Limits

    Raises
    ------
    SpreadError
        If there is no scheduler at that address, or it has no workers.
    """

    def __init__(self, scheduler, at_once, limits):
        for name in ("distributed", "distributed.worker", "distributed.scheduler"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong stands in the table
        self.scheduler, self.limits = scheduler, limits
        self._open = contextlib.ExitStack()
        self._open.callback(close_all)
        if scheduler:
            try:
                self.client = self._open.enter_context(Client(scheduler, timeout="10s", set_as_default=False))
            except (OSError, TimeoutError, ValueError) as error:
                raise SpreadError(f"There is no Dask scheduler at {scheduler}: {error}") from None
            self.at_once = sum(self.client.nthreads().values())
            if not self.at_once:
                raise SpreadError(f"The scheduler at {scheduler} has no workers. Start some: dask worker {scheduler}")
        else:
            self.at_once = at_once or (os.cpu_count() or 1) + 1
            processes = self.at_once // CORES_A_PROCESS
            cluster = LocalCluster(
                n_workers=max(1, processes),
                threads_per_worker=self.at_once // max(1, processes),
                processes=processes > 1,
                dashboard_address=None,
                memory_limit=0,
            )
            self._open.enter_context(cluster)
            self.client = self._open.enter_context(Client(cluster, set_as_default=False))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._open.close()

    def grade(self, jobs):
        """Yield (job, result or None, error or None) of each job (submission, blueprints), as they are done."""
        todo = iter(jobs)
        running = as_completed(loop=self.client.loop)
        by_future = {}

        def add():
            for submission, plans in todo:
                data = submission.read(list(plans))
                future = self.client.submit(grade_all, data, plans, self.limits, pure=False, retries=RETRIES)
                by_future[future] = submission, plans
                running.add(future)
                return

        for _ in range(2 * self.at_once):
            add()
        for future in running:
            job = by_future.pop(future)
            error = None if future.status == "finished" else future.exception()
            if isinstance(error, (CancelledError, CommClosedError)) or self.client.status != "running":
                raise SpreadError(f"The scheduler at {self.scheduler or 'this machine'} went away.")
            yield job, future.result() if error is None else None, error
            add()


def grade_all(data, plans, limits):
    """What a worker does: grade every notebook of a submission."""
    return {name: grade(data[name], plan, limits) for name, plan in plans.items()}
