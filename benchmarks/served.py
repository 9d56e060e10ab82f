"""What one machine serves: real nginx with our settings on loopback, asked by wrk for seconds.

Run by hand: `python -m benchmarks.served`, after `invoke build`. The asker shares the machine's
cores with the server, so the numbers are a floor. Without nginx or wrk it says how to get them.
"""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core.manifest import Manifest, read_digests
from plugins.publish.compressed import build_twins
from plugins.publish.headers import render_nginx
from plugins.publish.plan import plan_sending
from plugins.publish.releases import CURRENT, Releases
from plugins.publish.shipment import Shipment

ROOT = Path(__file__).parents[1]
SECONDS = 5
CONNECTIONS = (50, 400)
_ASK = """
local paths = {%s}
local number = 0
wrk.headers["Accept-Encoding"] = "gzip"
request = function()
  number = number %% #paths + 1
  return wrk.format("GET", paths[number])
end
"""
_NGINX = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes auto; user root;
events {{ worker_connections 2048; }}
http {{
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000;
    open_file_cache max=2000 inactive=60s;
    include hub.conf;
}}
"""


def main() -> None:
    """Print requests a second, the slowest one in a hundred, and errors."""
    missing = [name for name in ("nginx", "wrk") if shutil.which(name) is None]
    if missing:
        sys.exit(f"apt-get install {' '.join(missing)}")
    if not (ROOT / "output").is_dir():
        sys.exit("no output/: invoke build")
    with TemporaryDirectory() as name:
        site = write_release(Path(name))
        kinds = {
            "pages": [
                path for path in find_paths(site, "**/index.html") if "/bronnen/" not in path
            ],
            "search files": find_paths(site, "zoeken/index/*/*.json"),
        }
        with serve(Path(name), site) as port:
            for kind, paths in kinds.items():
                for connections in CONNECTIONS:
                    told = ask(Path(name), port, paths, connections)
                    print(f"{kind} ({len(paths)}), {connections} connections: {told}")


def write_release(folder: Path) -> Path:
    """Publish output/ to a folder, packed files included; return the folder that a server sends."""
    releases = Releases(folder / "www")
    manifest = read_digests(ROOT / "output")
    twins = build_twins(ROOT / "output", manifest, folder / "packed")
    plan = plan_sending(Manifest({}), manifest)
    releases.send(Shipment(ROOT / "output", manifest, plan, twins), lambda text: None)
    return (releases.root / CURRENT).resolve()


def find_paths(site: Path, pattern: str) -> list[str]:
    """Return addresses as browsers ask for them."""
    names = (path.relative_to(site).as_posix() for path in sorted(site.glob(pattern)))
    return [f"/{name.removesuffix('index.html')}" for name in names]


@contextmanager
def serve(folder: Path, site: Path) -> Iterator[int]:
    """Run nginx with the settings of `invoke headers`; give its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    shutil.copy("/etc/nginx/mime.types", folder)
    settings = render_nginx(str(site), "localhost", f"127.0.0.1:{port} backlog=1024")
    (folder / "hub.conf").write_text(settings, encoding="utf-8")
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder), encoding="utf-8")
    server = subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf")])
    try:
        time.sleep(0.5)
        if server.poll() is not None:
            sys.exit((folder / "error.log").read_text(encoding="utf-8"))
        yield port
    finally:
        server.terminate()
        server.wait()


def ask(folder: Path, port: int, paths: list[str], connections: int) -> str:
    """Ask for the paths in turn, as fast as it goes; return what wrk counted."""
    script = folder / "ask.lua"
    script.write_text(_ASK % ", ".join(f'"{path}"' for path in paths), encoding="utf-8")
    command = [
        "wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{SECONDS}s",
        "--latency", "--script", str(script), f"http://127.0.0.1:{port}/",
    ]  # fmt: skip
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    rate = re.search(r"Requests/sec:\s+(\S+)", done.stdout)
    slow = re.search(r"99%\s+(\S+)", done.stdout)
    faults = re.findall(r"(?:Socket errors|Non-2xx).*", done.stdout)
    assert rate, done.stdout
    assert slow, done.stdout
    return f"{rate[1]} requests/s, p99 {slow[1]}, errors: {'; '.join(faults) or 'none'}"


if __name__ == "__main__":
    main()
