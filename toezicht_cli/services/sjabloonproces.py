"""Sjabloonproces: fill a template of the user in a process of its own, with limits.

Jinja's sandbox keeps a template from our objects, not from eating time and memory: loops in loops are
enough. The child gets texts and plain data on its input and gives Markdown back; it opens no file of
the user and can be ended.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any, cast

from toezicht_cli.rendering.sjabloon import Filled, Handle, SjabloonError, fill

_SECONDS = 20
_MEMORY = 1_000_000_000
_MAX_OUTPUT = 50_000_000
_HANDLE = "\ue000"
_START = "from toezicht_cli.services.sjabloonproces import serve; serve()"


def fill_apart(files: Mapping[str, str], context: Mapping[str, Any]) -> Filled:
    """Return what ``sjabloon.fill`` returns, made by a child process.

    Raises:
        SjabloonError: the template is wrong, or takes too long or too much memory.
    """
    question = json.dumps({"files": dict(files), "context": _pack(context)})
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, arguments of ours
            [sys.executable, "-I", "-c", _START],
            input=question.encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise SjabloonError(f"het sjabloon was na {_SECONDS} seconden nog niet klaar") from error
    if done.returncode or len(done.stdout) > _MAX_OUTPUT:
        raise SjabloonError("het sjabloon vroeg te veel geheugen of tijd")
    answer = json.loads(done.stdout)
    if "fout" in answer:
        raise SjabloonError(answer["fout"], answer["bestand"], answer["regel"])
    return Filled(answer["markdown"], tuple(_unpack(value) for value in answer["values"]))


def serve() -> None:
    """Answer one question on standard input: the work of the child."""
    _limit()
    question = json.load(sys.stdin)
    try:
        filled = fill(question["files"], cast("dict[str, Any]", _unpack(question["context"])))
        answer: dict[str, object] = {
            "markdown": filled.markdown,
            "values": [_pack(value) for value in filled.values],
        }
    except SjabloonError as error:
        answer = {"fout": error.message, "bestand": error.file, "regel": error.line}
    json.dump(answer, sys.stdout)


def _limit() -> None:
    """Let the system end this process when it eats too much (where the system can)."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_MAX_OUTPUT, _MAX_OUTPUT))


def _pack(value: object) -> object:
    """Return a value for JSON; a handle is a group with one name that no field has."""
    if isinstance(value, Handle):
        return {_HANDLE: value.number}
    if isinstance(value, Mapping):
        return {key: _pack(item) for key, item in value.items()}
    return [_pack(item) for item in value] if isinstance(value, list) else value


def _unpack(value: object) -> Any:  # noqa: ANN401 - what JSON holds
    if isinstance(value, dict):
        if _HANDLE in value:
            return Handle(value[_HANDLE])
        return {key: _unpack(item) for key, item in value.items()}
    return [_unpack(item) for item in value] if isinstance(value, list) else value
