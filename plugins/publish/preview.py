"""The preview: Pelican's own server with reload, lenient, in a folder apart from the real site."""

import shlex


def preview_command(port: int) -> str:
    """Return the command that serves a preview on this computer, at `port`."""
    settings = ("STRICT=false", 'SEARCH_INDEX_PATH=".build/preview-index"')
    return shlex.join([
        "python", "-m", "pelican", "content", "--settings", "pelicanconf.py",
        "--output", ".build/preview", "--autoreload", "--listen", "--bind", "127.0.0.1",
        "--port", str(port), "--extra-settings", *settings,
    ])  # fmt: skip
