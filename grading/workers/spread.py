"""Run jobs in parallel, in threads of this process, which call `workers`; or on a Dask cluster."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grading.workers.cluster import Cluster

from grading.sandbox import sandbox
from grading.workers import workers

PLAIN_TCP = "Use a scheduler that is neither encrypted nor on this machine, where nobody else is in the network."


class SpreadError(RuntimeError):
    """Jobs cannot be run in parallel; the message says why."""


class Spread:
    """Runs jobs on this machine.

    Parameters
    ----------
    at_once : int
        How many at once.
    """

    def __init__(self, at_once: int):
        self.at_once = at_once
        self._threads = ThreadPoolExecutor(at_once)

    def __enter__(self) -> "Spread":
        return self

    def __exit__(self, kind: type | None, *exception: object) -> None:
        if kind is not None:
            # First end the processes that the threads wait for: `shutdown` waits for the threads.
            workers.close_all()
            sandbox.close_all()
        self._threads.shutdown(cancel_futures=True)

    def each(self, jobs: Iterable[Any], prepare: Callable, function: Callable) -> Iterator[tuple]:
        """Yield (job, result or None, error or None) of ``function(*prepare(job))`` for each job, as they are done.

        ``prepare`` runs in this thread, shortly before its job, and ``function`` in another. What either raises is the
        error of that job.
        """
        todo = iter(jobs)
        running: dict[Future, Any] = {}
        while True:
            # Prepare only one job ahead: its data may have tens of megabytes.
            while len(running) < self.at_once + 1 and (job := next(todo, None)) is not None:
                try:
                    arguments = prepare(job)
                except Exception as error:
                    yield job, None, error
                else:
                    running[self._threads.submit(function, *arguments)] = job
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                failure = future.exception()
                yield running.pop(future), None if failure else future.result(), failure


def spread_over(scheduler: str, plain_tcp: bool, at_once: int) -> "Spread | Cluster":
    """A `grading.workers.cluster.Cluster` for the address of a Dask scheduler; for "" a `Spread`.

    Parameters
    ----------
    scheduler : str
    plain_tcp : bool
        Whether the connection to a scheduler on another machine may be unencrypted.
    at_once : int
        Submissions at once on this machine.

    Raises
    ------
    SpreadError
        If the scheduler cannot be reached, or the connection would be unencrypted.
    """
    if not scheduler:
        return Spread(at_once)
    from grading.workers import cluster  # imports Dask

    if not plain_tcp:
        cluster.refuse_plain(scheduler)
    return cluster.Cluster(scheduler)
