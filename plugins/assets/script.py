"""The modules of the theme as few files: each that a page asks for, with all that it imports.

A phone waits once for a file, and once more for each import that it finds in it; so nothing is left
to find. Each module that is taken in keeps its own scope, as a function of which it is the outcome.
"""

from collections.abc import Mapping
from pathlib import Path

from plugins.assets.module import Link, Module, ModuleError, find_module, find_names

MAIN = "main.js"
# What is asked for by its own address: by the pages, and the search by who asks it without a page.
_ROOTS = (MAIN, "search/search.js")


def read_scripts(folder: Path) -> Mapping[str, str]:
    """Return the text of each file that the scripts of ``theme/static/js`` become, by its path."""
    modules = {
        path: find_module(path, (folder / path).read_text(encoding="utf-8"))
        for path in sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.js"))
    }
    return join_modules(modules)


def join_modules(modules: Mapping[str, Module]) -> Mapping[str, str]:
    """Return the text of each module that is asked for, by its path.

    Raises ModuleError for an import of no module, in a circle, or of what stands at another place.
    """
    started = {path for module in modules.values() for path in module.starts}
    if missing := sorted(started - modules.keys()):
        raise ModuleError(f"{missing[0]}: no such module")
    roots = sorted(started.union(_ROOTS) & modules.keys())
    return {root: _join(root, modules, frozenset(roots)) for root in roots}


def _join(root: str, modules: Mapping[str, Module], roots: frozenset[str]) -> str:
    taken: dict[str, str] = {}
    _take(root, modules, roots, taken, ())
    return "".join(taken.values())


def _take(
    path: str,
    modules: Mapping[str, Module],
    roots: frozenset[str],
    taken: dict[str, str],
    above: tuple[str, ...],
) -> None:
    """Add to `taken` what the module at `path` needs, and then itself."""
    if path in above or path not in modules:
        raise ModuleError(f"{' → '.join((*above, path))}: a circle, or no such module")
    module = modules[path]
    for link in module.links:
        if link.path not in roots and link.path not in taken:
            _take(link.path, modules, roots, taken, (*above, path))
        _check_names(module, link, modules[link.path])
    if not above:
        taken[path] = _render_root(module, roots)
        return
    if not module.is_movable or any(link.path in roots for link in module.links):
        raise ModuleError(f"{path}: it imports from where it stands, and cannot stand elsewhere")
    taken[path] = _render_taken(module)


def _check_names(module: Module, link: Link, other: Module) -> None:
    """Refuse a name that nobody exports: in a joined script it would just have no value."""
    asked = () if link.names.startswith("*") else find_names(link.names, at=0)
    for name in asked:
        if name not in other.exports:
            raise ModuleError(f"{module.path}: {other.path} exports no {name}")


def _render_root(module: Module, roots: frozenset[str]) -> str:
    links = (
        _render_import(module, link) if link.path in roots else _render_link(link, "export ")
        for link in module.links
    )
    return "\n".join((*links, *module.lines, ""))


def _render_import(module: Module, link: Link) -> str:
    up = "../" * module.path.count("/") or "./"
    return f"{'export' if link.forward else 'import'} {link.names} from '{up}{link.path}';"


def _render_taken(module: Module) -> str:
    lines = (line.removeprefix("export ") for line in module.lines)
    return "\n".join(
        (
            f"const {_name(module.path)} = (() => {{",
            *(_render_link(link, "") for link in module.links),
            *lines,
            f"return {{ {', '.join(module.exports)} }};",
            "})();",
            "",
        )
    )


def _render_link(link: Link, export: str) -> str:
    if link.names.startswith("*"):
        return f"const {link.names.removeprefix('* as ')} = {_name(link.path)};"
    pairs = zip(find_names(link.names, at=0), find_names(link.names, at=1), strict=True)
    names = ", ".join(one if one == other else f"{one}: {other}" for one, other in pairs)
    return f"{export if link.forward else ''}const {{ {names} }} = {_name(link.path)};"


def _name(path: str) -> str:
    return f"${path.removesuffix('.js').replace('/', '$').replace('-', '_')}"
