"""Zaakploeg: read many onderzoeken with several processes, in small parts and never all at once.

A process that dies (killed, out of memory) takes its part with it; those onderzoeken are read again one by
one, so that one that cannot be read does not hide the others.
"""

import multiprocessing
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from toezicht_cli.loading.kernen import count_cores
from toezicht_cli.loading.voorraad import Rij
from toezicht_cli.services.zaakwerker import Opdracht, begin, prepare, read_chunk

# Below this a second process costs more than it brings.
ALLEEN = 150
_MOST, _LEAST = 32, 8
# So many parts wait for each process: enough to keep it busy, few enough to keep memory small.
_AHEAD = 2


def read_all(werkmap: Path, opdrachten: Sequence[Opdracht], gestopt: list[str]) -> Iterator[list[Rij]]:
    """Yield what was read, in parts, in the order in which they are ready.

    Args:
        werkmap: the werkmap, or the folder of the only onderzoek.
        opdrachten: what to read.
        gestopt: gets the keys of onderzoeken of which the process died each time; they are not yielded.
    """
    prepare(werkmap)
    workers = count_cores()
    if len(opdrachten) < ALLEEN or workers < 2:
        for chunk in _split(opdrachten, _LEAST):
            yield read_chunk(chunk)
        return
    size = min(max(len(opdrachten) // (workers * 8), _LEAST), _MOST)
    chunks = deque(_split(opdrachten, size))
    while chunks:
        lost: list[list[Opdracht]] = []
        yield from _read_with(_start(werkmap, workers), chunks, lost, workers * _AHEAD)
        for chunk in lost:
            yield from _read_apart(werkmap, chunk, gestopt)


def _split(opdrachten: Sequence[Opdracht], size: int) -> Iterator[list[Opdracht]]:
    for start in range(0, len(opdrachten), size):
        yield list(opdrachten[start : start + size])


def _start(werkmap: Path, workers: int) -> ProcessPoolExecutor:
    # A fork has everything that was prepared; elsewhere than on Linux it is not safe.
    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(workers, mp_context=context, initializer=begin, initargs=(werkmap,))


def _read_with(
    pool: ProcessPoolExecutor, chunks: deque[list[Opdracht]], lost: list[list[Opdracht]], ahead: int
) -> Iterator[list[Rij]]:
    """Yield what ``pool`` reads of ``chunks``; those it was at when a process died go to ``lost``."""
    running: dict[Future[list[Rij]], list[Opdracht]] = {}
    try:
        while (chunks or running) and not lost:
            while chunks and len(running) < ahead:
                future = pool.submit(read_chunk, chunks[0])
                running[future] = chunks.popleft()
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                chunk = running.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    lost.append(chunk)
        lost += running.values()
    except BrokenProcessPool:  # while handing out: what was handed out before is lost
        lost += running.values()
    except (
        BaseException
    ):  # Ctrl-C, or whoever asked for this wants no more: nobody waits for what is not done
        for child in multiprocessing.active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _read_apart(werkmap: Path, chunk: Sequence[Opdracht], gestopt: list[str]) -> Iterator[list[Rij]]:
    """Yield each onderzoek of ``chunk``, in a process of its own."""
    for opdracht in chunk:
        pool = _start(werkmap, 1)
        try:
            yield pool.submit(read_chunk, [opdracht]).result()
        except BrokenProcessPool:
            gestopt.append(opdracht[1].sleutel)
        finally:
            pool.shutdown(cancel_futures=True)
