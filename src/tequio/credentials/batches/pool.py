"""Chunks signed in order: here, or by one process per core, with few chunks on their way at a time."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from tequio.credentials.batches import worker

__all__ = ["BrokenProcessPool", "sign_here", "sign_in_processes"]

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from tequio.credentials.batches.worker import Chunk, Task


def sign_here(task: Task, chunks: Iterable[Chunk]) -> Iterator[bytes]:
    """One after the other in this process."""
    bench = worker.Bench(task)
    yield from map(bench.sign, chunks)


def sign_in_processes(task: Task, chunks: Iterable[Chunk]) -> Generator[bytes, None, None]:
    """On all cores; whoever stops asking stops the workers."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    # Spawned, not forked: a fork would copy the server's threads' locks and its database connections.
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(cores, mp_context=spawn, initializer=worker.begin, initargs=(task,))
    waiting: deque[Future[bytes]] = deque()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(worker.work, chunk))
            if len(waiting) > 2 * cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
