"""The command line: `okrlint`, and `python -m okrlint`."""

from __future__ import annotations

import gc
import os
import sys

import click

from okrlint.commands.main import okrlint
from okrlint.errors import OkrlintError
from okrlint.printable import printable


def main() -> None:
    """Run the command line and end with an exit code that means something.

    0 nothing to fail on, 1 findings at or above --fail-on, 2 something could not be read or asked for, 3 a plugin or
    a rule failed, 130 interrupted.
    """
    # A run makes many small things that last as long as it does: looking for garbage among them finds none.
    gc.set_threshold(100_000, 50, 50)
    try:
        code = okrlint.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("okrlint: interrupted", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = 2
    except OkrlintError as error:
        click.echo(f"okrlint: {printable(str(error))}", err=True)
        code = 2
    except KeyboardInterrupt:
        click.echo("okrlint: interrupted", err=True)
        code = 130
    except BrokenPipeError:
        # The reader (head, less) has seen enough; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        if os.environ.get("OKRLINT_DEBUG"):
            raise
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        click.echo(f"okrlint: a fault of okrlint itself ({said}); OKRLINT_DEBUG=1 shows where", err=True)
        code = 3
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
