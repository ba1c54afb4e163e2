"""``python -m grading ASSIGNMENT ...`` grades; ``python -m grading feedback|report ...`` come after it."""

import contextlib
import gc
import importlib
import io
import os
import signal
import sys

# Ctrl-C during the imports below would print a traceback. Before `main` runs, the default handler is put back.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, lambda *_: os.write(2, b"\nInterrupted.\n") and os._exit(130))

# jsonschema imports rfc3987_syntax, if it is installed, to validate URIs. The schema of notebooks has none, and the
# import takes most of a second.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # with None, Python takes it for missing

from grading.commands import COMMANDS  # noqa: E402
from grading.sandbox.sandbox import SandboxError, running_server  # noqa: E402
from grading.workers.workers import workers  # noqa: E402


def main() -> None:
    for stream in sys.stdout, sys.stderr:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for names of files that the terminal's encoding cannot show
    given = {argument.split("=")[0] for argument in sys.argv}
    here = not {"--scheduler", "--help", "--help-all", "-h"} & given
    # Start the fork server and the workers first, so that their imports run in parallel with ours.
    if sys.argv[1:] and sys.argv[1] in COMMANDS:
        if here and sys.argv[1] == "feedback":
            workers("grading.feedback.app")
        return importlib.import_module(COMMANDS[sys.argv[1]][0]).main(sys.argv[2:])
    if here and "--no-sandbox" not in given:
        with contextlib.suppress(SandboxError):  # the command reports it if it needs a sandbox
            running_server(isolated=True)
    if here:
        workers("grading.autograde.jobs")
    gc.disable()  # imports make many objects and hardly any garbage
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
        os._exit(1)  # the reader of our output has closed it; a normal exit would flush, and fail again
    except OSError as error:
        from grading.outcome import reason

        sys.exit(f"It could not go on. {reason(error, 'working on')} When that is mended, run the same command again.")
