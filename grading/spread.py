"""Spread work over Dask, one student's at a time."""

import contextlib
import logging
from concurrent.futures import CancelledError

import dask
from distributed import Client, LocalCluster, as_completed
from distributed.comm.core import CommClosedError

from grading.sandbox import close_all

# What goes wrong stands in the table.
NOISY = [f"distributed{part}" for part in ("", ".client", ".core", ".worker", ".scheduler")]
NOISY += ["asyncio", "tornado.application"]
# It would look at the stack of every thread a hundred times a second.
dask.config.set({"distributed.worker.profile.enabled": False})
RETRIES = 2  # when a worker dies under a submission
GONE = (CancelledError, CommClosedError)  # what comes of a future when the scheduler goes away


class SpreadError(RuntimeError):
    """The cluster cannot be used, and why."""


class Spread:
    """A Dask cluster to grade on: one that runs elsewhere, or this machine.

    Parameters
    ----------
    scheduler : str
        An address, or nothing for this machine.
    at_once : int
        Students at once on this machine.
    a_process : int
        Of these in one process.

    Raises
    ------
    SpreadError
        If there is no scheduler at that address, or it has no workers.
    """

    def __init__(self, scheduler, at_once, a_process):
        for name in NOISY:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self.scheduler = scheduler
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
            self.at_once = at_once
            processes = max(1, at_once // a_process)
            cluster = LocalCluster(
                n_workers=processes,
                threads_per_worker=at_once // processes,
                processes=processes > 1,
                dashboard_address=None,
                memory_limit=0,
                silence_logs=logging.CRITICAL,
            )
            self._open.enter_context(cluster)
            self.client = self._open.enter_context(Client(cluster, set_as_default=False))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._open.close()

    def each(self, jobs, prepare, function):
        """Yield (job, result or None, error or None) of ``function(*prepare(job))`` for each job, as they are done.

        ``prepare`` runs here, shortly before its job, and ``function`` where a worker is free. What either raises is
        the error of that job alone.
        """
        gone = f"The scheduler at {self.scheduler or 'this machine'} went away."
        todo = iter(jobs)
        running = as_completed(loop=self.client.loop)
        by_future = {}

        unprepared = []

        def add():
            for job in todo:
                try:
                    arguments = prepare(job)
                except Exception as error:
                    unprepared.append((job, None, error))
                    continue
                future = self.client.submit(function, *arguments, pure=False, retries=RETRIES)
                by_future[future] = job
                running.add(future)
                return

        try:
            for _ in range(2 * self.at_once):
                add()
            yield from unprepared
            unprepared.clear()
            for future in running:
                job = by_future.pop(future)
                error = None if future.status == "finished" else future.exception()
                result = future.result() if error is None else None
                if isinstance(error, GONE) or self.client.status != "running":
                    raise SpreadError(gone)
                yield job, result, error
                add()
                yield from unprepared
                unprepared.clear()
        except Exception as error:
            if isinstance(error, GONE) or self.client.status != "running":
                raise SpreadError(gone) from None
            raise
