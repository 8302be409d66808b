"""`python -m annotate`, where the command is not on the path."""

from annotate.cli import main

if __name__ == "__main__":
    main()
