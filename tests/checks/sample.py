"""Problems of every shape that a report may meet, and the lines they are about."""

from dataclasses import replace

from plugins.core.problem import Fix, Problem

FILE = "content/pages/a.md"
STOP = Problem(FILE, 3, 12, "REF001", "de bron ontbreekt", "Voeg haar toe.")
ADVICE = Problem(FILE, 1, 1, "PAG006", "de samenvatting is lang", "Kort haar in.", False)
FIXED = replace(STOP, code="CYF002", line=2, column=9, fix=Fix("1,500", "1.500"))
# What an editor may write, and what may stand in the name of a file, is not ours to choose.
NASTY = replace(
    STOP,
    file="content/pages/a b%,:\x1b[31m\n::error::x\udcff.md",
    message="«\x1b[2J%0A\r\n::error file=x::y ##[error]» 😀",
)
UNREAD = replace(STOP, file="content/weg.yaml", line=1, column=1)
ALL = (STOP, replace(STOP, line=9), FIXED, NASTY, UNREAD, ADVICE)
LINES = {FILE: ("titel: a", "Het is «1,500» euro", "😀 een [@bron] hier", "")}
