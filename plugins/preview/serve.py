"""The chore `invoke serve`: a builder that follows every change, and a server for what it built."""

import signal
import subprocess
import sys
from contextlib import suppress
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from plugins.preview.builder import SITE, STATE
from plugins.preview.server import PreviewHandler


def serve_preview(project: Path, port: int) -> int:
    """Serve a preview of `project` on this computer until Ctrl-C; return the exit code."""
    site, state = project / SITE, project / STATE
    if not (project / "content").is_dir():
        print("content/: deze map ontbreekt. Start het voorbeeld in de map van het project.")
        return 2
    site.mkdir(parents=True, exist_ok=True)
    handler = partial(PreviewHandler, directory=str(site), state=state)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError):
        print(f"Poort {port} is niet vrij. Kies een andere: invoke serve --poort 8001")
        return 2
    server.daemon_threads = True  # a page that waits for news does not hold up the end
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl-C, builder too
    with server, (site.parent / "preview.log").open("w") as log:
        command = [sys.executable, "-m", "plugins.preview.builder"]
        builder = subprocess.Popen(command, cwd=project, stdout=log)
        print(f"De site staat op http://127.0.0.1:{port}/ en volgt uw wijzigingen.", flush=True)
        print("Een pagina die u open hebt, ververst zichzelf; stop met Ctrl-C.", flush=True)
        with suppress(KeyboardInterrupt):
            server.serve_forever()
        builder.terminate()
        builder.wait()
    return 0
