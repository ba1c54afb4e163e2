"""``python -m grading ASSIGNMENT ...`` grades; ``python -m grading feedback|report ...`` come after it."""

import contextlib
import gc
import importlib
import io
import os
import signal
import sys

# Ctrl-C while modules are imported would print where that was; in `main` it is said in words.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, lambda *_: os.write(2, b"\nInterrupted.\n") and os._exit(130))

# jsonschema looks for it to check addresses, which notebooks do not have; it takes most of a second to import.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # with None, Python takes it for missing

from grading.commands import COMMANDS  # noqa: E402
from grading.sandbox.sandbox import SandboxError, running_server  # noqa: E402
from grading.workers.workers import workers  # noqa: E402


def main() -> None:
    for stream in sys.stdout, sys.stderr:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # names of files may hold what a terminal's encoding has not
    given = {argument.split("=")[0] for argument in sys.argv}
    here = not {"--scheduler", "--help", "--help-all", "-h"} & given
    # Before slow imports of our own, and beside them, the sandbox and the workers import what they need.
    if sys.argv[1:] and sys.argv[1] in COMMANDS:
        if here and sys.argv[1] == "feedback":
            workers("grading.feedback.app")
        return importlib.import_module(COMMANDS[sys.argv[1]][0]).main(sys.argv[2:])
    if here and "--no-sandbox" not in given:
        with contextlib.suppress(SandboxError):  # said later, if a sandbox is wanted
            running_server(isolated=True)
    if here:
        workers("grading.autograde.jobs")
    gc.disable()  # imports leave nothing behind to look for
    from grading.autograde.app import main

    gc.enable()
    main(sys.argv[1:])


if __name__ == "__main__":
    try:
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main()
    except KeyboardInterrupt:
        sys.exit("\nInterrupted. Run the same command again to go on.")
    except BrokenPipeError:
        os._exit(1)  # whoever read what we print has gone, and Python would try to print the rest
    except OSError as error:
        from grading.outcome import reason

        sys.exit(f"It could not go on. {reason(error, 'working on')} When that is mended, run the same command again.")
