"""A folder without rights, as the tests need it: also for root, who may read everything."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def close_folder(monkeypatch: pytest.MonkeyPatch, folder: Path, *, is_listed: bool = False) -> None:
    """Refuse what ``chmod 000`` refuses: to list ``folder`` and to look at what stands in it.

    With ``is_listed`` only the names can be seen, as with ``chmod 444``.
    """
    closed = str(folder.resolve())
    for name in ("stat", "lstat", "listdir", "scandir"):
        monkeypatch.setattr(os, name, _refuse(getattr(os, name), closed, is_listed=is_listed))


def _refuse(real: Callable[..., Any], closed: str, *, is_listed: bool) -> Callable[..., Any]:
    lists = real.__name__ in ("listdir", "scandir")

    def look(path: Any = ".", *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - stands for four functions of os
        if not isinstance(path, int):
            found = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - resolving would look at the files
            is_below = found.startswith(closed + os.sep)
            if is_below or (lists and found == closed and not is_listed):
                raise PermissionError(13, "Permission denied", os.fsdecode(path))
        return real(path, *args, **kwargs)

    return look
