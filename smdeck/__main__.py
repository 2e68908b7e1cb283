"""`python -m smdeck` is the command line."""

from smdeck.cli import main

if __name__ == "__main__":
    main()
