"""What a page may let a browser do: its content security policy, and the elements it may hold."""

from collections.abc import Iterator

from plugins.core.problem import Problem
from plugins.verify.markup import Page, Tag

# Everything comes from this site, or from nowhere.
_SOURCES = frozenset(("'self'", "'none'"))
_FRAMES = frozenset(
    ("applet", "base", "embed", "frame", "frameset", "iframe", "object", "portal", "xmp",
     "noembed", "noframes", "plaintext")
)  # fmt: skip
# Without a policy before them, these would be asked for or run.
_GUARDED = frozenset(("script", "link", "style", "img", "svg", "form", "body"))
_DATA_TYPES = frozenset(("application/ld+json", "application/json"))


def check_policy(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with the policy of a page: missing, late, or too wide."""
    policies = [tag for tag in page.tags if is_policy(tag)]
    first = next((tag for tag in page.tags if tag.name in _GUARDED), None)
    if not policies or (first and first.offset < policies[0].offset):
        late = "staat pas na iets dat de browser al ophaalt" if policies else "ontbreekt"
        yield page.source.problem(
            policies[0].offset if policies else 0, "VER010", f"het beveiligingsbeleid (CSP) {late}",
            "Zet de meta-tag met het beleid vooraan in de kop van de pagina.",
        )  # fmt: skip
    for tag in policies:
        needed = any(one.name == "form" for one in page.tags)
        for fault in find_faults(tag.get("content"), forms=needed):
            yield page.source.problem(
                tag.offset, "VER010", f"het beveiligingsbeleid (CSP) laat te veel toe: {fault}",
                "Sta alleen 'self' of 'none' toe, en begin met default-src 'none'.",
            )  # fmt: skip


def is_policy(tag: Tag) -> bool:
    """Tell whether a tag is the meta tag of a content security policy."""
    return tag.name == "meta" and tag.get("http-equiv").lower() == "content-security-policy"


def find_faults(policy: str, *, forms: bool = True) -> Iterator[str]:
    """Yield each directive of a policy that lets too much through, or that lacks; without `forms`
    on a page it need not say where they may go.
    """
    parts = (part.split() for part in policy.split(";") if part.strip())
    directives = {name.lower(): values for name, *values in parts}
    for name in ("default-src", "base-uri"):
        if directives.get(name) != ["'none'"]:
            yield f"{name} is niet 'none'"
    if forms and "form-action" not in directives:
        yield "form-action ontbreekt"
    for name, values in directives.items():
        if not _SOURCES.issuperset(values) or not values:
            yield f"{name} {' '.join(values)}".strip()


def check_inline(page: Page) -> Iterator[Problem]:
    """Yield what the policy would refuse: scripts, styles and handlers inside the page."""
    for tag in page.tags:
        for code, message in _find_inline(tag):
            yield page.source.problem(
                tag.offset, code, message,
                "Zet scripts en stijlen in een bestand van de site; haal dit weg.",
            )  # fmt: skip


def _find_inline(tag: Tag) -> Iterator[tuple[str, str]]:
    if tag.name == "script" and not tag.has("src") and not _is_data(tag):
        yield "VER006", "hier staat een script in de pagina zelf"
    if tag.name == "style" or tag.has("style"):
        yield "VER007", "hier staat een stijl in de pagina zelf"
    for name in tag.attributes:
        if name.startswith("on"):
            yield "VER008", f"het attribuut «{name}» zou een script starten"
    if tag.name in _FRAMES:
        yield "VER012", f"het element «{tag.name}» hoort niet in de site"
    if tag.has("srcdoc"):
        yield "VER012", "het attribuut «srcdoc» hoort niet in de site"


def _is_data(tag: Tag) -> bool:
    return tag.get("type").strip().lower() in _DATA_TYPES
