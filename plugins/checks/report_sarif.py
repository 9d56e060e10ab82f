"""Problems as SARIF 2.1.0, which forges and editors read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import json
from typing import Any
from urllib.parse import quote

from plugins.checks.codes import Code, read_codes
from plugins.checks.excerpt import Lines, find_line
from plugins.checks.fingerprint import find_fingerprints
from plugins.core.problem import Fix, Problem

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render_sarif(problems: tuple[Problem, ...], lines: Lines) -> str:
    """Return the problems in order; columns count units of UTF-16, as the log says of itself."""
    known = read_codes() if problems else {}
    codes = sorted({problem.code for problem in problems})
    marks = find_fingerprints(problems)
    run = {
        "tool": {
            "driver": {"name": "kennishub", "rules": [_build_rule(known[code]) for code in codes]}
        },
        "columnKind": "utf16CodeUnits",
        "results": [
            {**_build(problem, lines), "partialFingerprints": {"kennishub/v1": mark}}
            for problem, mark in zip(problems, marks, strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _build_rule(code: Code) -> dict[str, Any]:
    level = "warning" if code.stops == "nee" else "error"
    help_ = f"{code.mend}\n\nBijvoorbeeld: {code.example}"
    return {
        "id": code.code,
        "shortDescription": {"text": _plain(code.fault)},
        "help": {"text": _plain(help_), "markdown": help_},
        "defaultConfiguration": {"level": level},
    }


def _plain(markdown: str) -> str:
    return markdown.replace("`", "")


def _build(problem: Problem, lines: Lines) -> dict[str, Any]:
    # The line stands under the same name in every region, and the file relative to the project.
    artifact = {"uri": quote(problem.file.encode(errors="replace"))}
    start = _count_units(find_line(lines, problem)[: problem.column - 1]) + 1
    region = {"startLine": problem.line, "startColumn": start}
    fixes = [_build_fix(problem.fix, problem.hint, artifact, region)] if problem.fix else []
    return {
        "ruleId": problem.code,
        "level": "error" if problem.stops else "warning",
        "message": {"text": f"{problem.message}. {problem.hint}"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        **({"fixes": fixes} if fixes else {}),
    }


def _build_fix(
    fix: Fix, hint: str, artifact: dict[str, str], region: dict[str, int]
) -> dict[str, Any]:
    deleted = {**region, "endColumn": region["startColumn"] + _count_units(fix.old)}
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": fix.new}}
    change = {"artifactLocation": artifact, "replacements": [replacement]}
    return {"description": {"text": hint}, "artifactChanges": [change]}


def _count_units(text: str) -> int:
    return len(text.encode("utf-16-le", errors="replace")) // 2
