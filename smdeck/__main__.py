"""The process: `smdeck`, or `python -m smdeck`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line, and leave without taking apart what the process has built."""
    gc.disable()  # a build lives a second: what it would free is freed with the process
    code = 130  # what shells give a process that is interrupted: 128 and the signal's number
    try:
        from smdeck.console import ended

        code = ended(_run)
    except KeyboardInterrupt:
        pass
    # The system frees the memory at once; the interpreter would do so object by object, which
    # took 4 ms of a build of 12 slides and 14 of one of 1000.
    os._exit(code)


def _run() -> int:
    """Run what is asked for and return the exit code: a usual build without importing click."""
    if sys.argv[1:2] == ["build"]:
        from smdeck.compiler.building import WrongUsage, build, usual_build

        asked = usual_build(sys.argv[2:])
        try:
            if asked:
                return build(asked)
        except WrongUsage:
            pass  # click says how a command is used
    from smdeck.cli import main as run

    return run()


if __name__ == "__main__":
    main()
