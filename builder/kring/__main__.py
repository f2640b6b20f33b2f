"""`python -m kring` is the command `kring`."""

from kring.command.main import main

if __name__ == "__main__":
    main()
