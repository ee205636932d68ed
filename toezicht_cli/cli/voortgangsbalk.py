"""Voortgangsbalk: a bar on stderr for work of more than a second, on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_AFTER_SECONDS = 1.0


@contextmanager
def show_voortgang(wat: str, *, stil: bool) -> Iterator[Callable[[int, int], None]]:
    """Give a function that takes how much is done and of how much; the bar appears when it takes long.

    Args:
        wat: what is done, in Dutch, for in front of the bar.
        stil: whether to show nothing at all.
    """
    if stil or sys.stderr is None or not sys.stderr.isatty():
        yield _show_nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn(wat, markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True)
    task = bar.add_task(wat, total=None)
    begin = time.monotonic()

    def tell(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)
        # Not before the first part is done: a bar has a thread, and with one no process is started.
        if done and not bar.live.is_started and time.monotonic() - begin > _AFTER_SECONDS:
            bar.start()

    try:
        yield tell
    finally:
        bar.stop()


def _show_nothing(_done: int, _total: int) -> None:
    """Show nothing."""
