"""What a server says with each file, in one place; written out for nginx, Caddy, and hosts that
read a file ``_headers``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

HEADERS_FILE = "_headers"

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment",
    "picture-in-picture", "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",  # browsers heed it over https alone
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

# Folders named after what is in them: a file there never changes.
_DIGEST_FOLDER = r"(?:theme|zoeken/index)/[0-9a-f]{12}/"
_IMMUTABLE = re.compile(_DIGEST_FOLDER)
FOREVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"  # may be kept, and is asked after each time: help numbers are never old

_TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png",
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp", ".gif": "image/gif",
    ".ico": "image/x-icon", ".woff2": "font/woff2", ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text", ".zip": "application/zip",
    ".csv": "text/csv; charset=utf-8", ".atom": "application/atom+xml",
    ".xml": "application/xml", ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
}  # fmt: skip


def is_immutable(name: str) -> bool:
    """Tell whether the file at a path from the root of the site never changes."""
    return _IMMUTABLE.match(name) is not None


def find_cache_rule(name: str) -> str:
    """Return the Cache-Control of a file."""
    return FOREVER if is_immutable(name) else ASK_FIRST


def find_type(name: str) -> str:
    """Return the Content-Type of a file."""
    return _TYPES.get(PurePosixPath(name).suffix.lower(), "text/plain; charset=utf-8")


def render_headers_file(names: Iterable[str]) -> str:
    """Return the file ``_headers`` for a site of these files, as Netlify and Cloudflare Pages read
    it; both have browsers ask after each file unless it says otherwise.
    """
    folders = sorted({found.group() for name in names if (found := _IMMUTABLE.match(name))})
    lines = ["/*", *_indent(HEADERS, "{}: {}", "  ")]
    for folder in folders:
        lines += [f"/{folder}*", f"  Cache-Control: {FOREVER}"]
    return "".join(f"{line}\n" for line in lines)


def _indent(headers: Mapping[str, str], form: str, margin: str) -> Iterator[str]:
    return (margin + form.format(name, value) for name, value in headers.items())


def render_nginx(root: str, host: str, listen: str = "80") -> str:
    """Return nginx's settings for the site in the folder `root`, for its folder conf.d."""
    headers = "\n".join(_indent(HEADERS, 'add_header {} "{}" always;', "    "))
    # Kinds that nginx's own list lacks.
    types = "\n".join(f"        {_TYPES[one]} {one[1:]};" for one in (".bib", ".ris"))
    return f"""\
map $uri $hub_cache {{
    default "{ASK_FIRST}";
    "~^/{_DIGEST_FOLDER}" "{FOREVER}";
}}
server {{
    listen {listen};  # met een certificaat: 443 ssl
    server_name {host};
    root "{root}";
    index index.html;
    include mime.types;
    types {{
        text/csv csv;
{types}
    }}
    default_type text/plain;
    charset utf-8;
    charset_types text/plain text/css text/csv text/xml application/javascript;
    server_tokens off;
    absolute_redirect off;
    gzip_static on;
    # brotli_static on;  # met de module ngx_brotli
{headers}
    add_header Cache-Control $hub_cache always;
    error_page 403 404 /404.html;
    location / {{
        try_files $uri $uri/ =404;
        limit_except GET {{ deny all; }}
    }}
    location ~ /\\.(?!well-known/) {{ deny all; }}
}}
"""


def render_caddy(root: str, host: str) -> str:
    """Return Caddy's settings for the site in the folder `root`; Caddy sees to certificates."""
    headers = "\n".join(_indent(HEADERS, '{} "{}"', "        "))
    return f"""\
(hub) {{
    header {{
{headers}
        -Server
    }}
}}
{host} {{
    root * "{root}"
    import hub
    @forever path_regexp ^/{_DIGEST_FOLDER}
    @others not path_regexp ^/{_DIGEST_FOLDER}
    header @forever Cache-Control "{FOREVER}"
    header @others Cache-Control "{ASK_FIRST}"
    @hidden {{
        path_regexp /\\.
        not path /.well-known/*
    }}
    error @hidden 403
    @writing not method GET HEAD
    error @writing 405
    file_server {{
        precompressed br gzip
    }}
    handle_errors {{
        import hub
        header Cache-Control "{ASK_FIRST}"
        rewrite * /404.html
        file_server {{
            status {{err.status_code}}
        }}
    }}
}}
"""
