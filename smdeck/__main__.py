"""The process: `smdeck`, or `python -m smdeck`."""

import gc


def main() -> None:
    """Run the command line."""
    gc.disable()  # a build lives a second: what it would free is freed with the process
    from smdeck.cli import main

    main()


if __name__ == "__main__":
    main()
