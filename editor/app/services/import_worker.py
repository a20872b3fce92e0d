"""Files and answers of the network read in a process of their own, which can be stopped.

It has a deadline, and no more memory than it is given; a thread would go on.
"""

import pickle
import subprocess
import sys
import threading
import time
from contextlib import suppress

from editor.core.base.errors import InputRejected, UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.importers.candidate import ImportContext, ImportResult
from editor.core.importers.importing import import_events

WORKER = "read-events"
"""The command of the program that makes it such a process."""
_SECONDS = 20.0
_MEMORY = 2**30
_POLL_SECONDS = 0.05


def import_in_process(
    data: bytes,
    name: str,
    context: ImportContext,
    stop: threading.Event,
    seconds: float = _SECONDS,
) -> ImportResult:
    """Read the events of some data, as ``import_events`` does.

    Args:
        data: The data.
        name: The name of its file, or the end of its address.
        context: The issue they are read for.
        stop: Ends the work when it is set.
        seconds: How long it may take.

    Returns:
        The candidates.

    Raises:
        InputRejected: If nothing can be read, or not in time.
    """
    command = [sys.executable, "-m", "editor", WORKER]
    if getattr(sys, "frozen", False):
        command = [sys.executable, WORKER]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        answer = _ask(process, pickle.dumps((data, name, context)), stop, seconds)
    if answer is None:
        message = translate("core", "Reading “{name}” took too long, or too much; it was stopped.")
        raise InputRejected(message.fill(name=name))
    result = pickle.loads(answer)
    if isinstance(result, Message):
        raise InputRejected(result)
    assert isinstance(result, ImportResult)
    return result


def _ask(
    process: "subprocess.Popen[bytes]", question: bytes, stop: threading.Event, seconds: float
) -> bytes | None:
    """What the process answers; None where it fails, or was stopped."""
    end = time.monotonic() + seconds
    sent: bytes | None = question
    while True:
        try:
            answer = process.communicate(sent, timeout=_POLL_SECONDS)[0]
            return answer if process.returncode == 0 else None
        except subprocess.TimeoutExpired:
            sent = None
            if stop.is_set() or time.monotonic() > end:
                process.kill()
                process.communicate()
                return None


def run_worker() -> int:
    """Read the question on standard input, and write the answer to standard output.

    Returns:
        The exit code of the process.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    data, name, context = pickle.loads(sys.stdin.buffer.read())
    try:
        answer: object = import_events(data, name, context)
    except UserFacingError as error:
        answer = error.message
    sys.stdout.buffer.write(pickle.dumps(answer))
    return 0
