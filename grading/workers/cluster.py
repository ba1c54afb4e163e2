"""Run jobs on a Dask cluster, for ``--scheduler``. No other module imports Dask."""

import contextlib
import ipaddress
import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from typing import Any
from urllib.parse import urlsplit

import dask
from distributed import Client, as_completed
from distributed.comm.core import CommClosedError

from grading.workers.spread import SpreadError

# Loggers to silence: our table lists what goes wrong.
NOISY = [f"distributed{part}" for part in ("", ".client", ".core", ".worker", ".scheduler")]
NOISY += ["asyncio", "tornado.application"]
# The profiler of Dask would sample the stack of every thread a hundred times a second.
dask.config.set({"distributed.worker.profile.enabled": False})
RETRIES = 2  # for a job whose worker dies
GONE = (CancelledError, CommClosedError)  # errors of a future if the scheduler goes away
ENCRYPTED = ("tls", "wss")


def refuse_plain(address: str) -> None:
    """Raise unless ``address`` stands for an encrypted connection or for this machine.

    Raises
    ------
    SpreadError
    """
    parts = urlsplit(address if "://" in address else f"tcp://{address}")
    host = parts.hostname or ""
    with contextlib.suppress(ValueError):
        host = "localhost" if ipaddress.ip_address(host).is_loopback else host
    if parts.scheme not in ENCRYPTED and host != "localhost":
        raise SpreadError(
            f"{address} is neither encrypted nor on this machine: whoever can reach the scheduler, or listens on the\n"
            "way, can run code as you, here and on the workers. docs/large-classes.md says how to use tls://. Where\n"
            "nobody else is in the network, --plain-tcp does without."
        )


class Cluster:
    """Runs jobs on a Dask cluster, with the methods of `grading.workers.spread.Spread`.

    Parameters
    ----------
    scheduler : str
        Its address.

    Raises
    ------
    SpreadError
        If there is no scheduler at that address, or it has no workers.
    """

    def __init__(self, scheduler: str):
        for name in NOISY:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self.scheduler = scheduler
        try:
            self.client = Client(scheduler, timeout="10s", set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise SpreadError(f"There is no Dask scheduler at {scheduler}: {error}") from None
        self.at_once = sum(self.client.nthreads().values())
        if not self.at_once:
            self.client.close()
            raise SpreadError(f"The scheduler at {scheduler} has no workers. Start some: dask worker {scheduler}")

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, *exception: object) -> None:
        self.client.close()

    def each(self, jobs: Iterable[Any], prepare: Callable, function: Callable) -> Iterator[tuple]:
        """Yield (job, result or None, error or None) of ``function(*prepare(job))`` for each job, as they are done.

        ``prepare`` runs here, shortly before its job, and ``function`` on a worker. What either raises is the error of
        that job.
        """
        gone = f"The scheduler at {self.scheduler} went away."
        todo = iter(jobs)
        running = as_completed(loop=self.client.loop)
        by_future, unprepared = {}, []

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
