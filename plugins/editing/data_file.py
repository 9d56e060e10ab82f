"""Every kind of file that editors write in YAML, with the fields that the checks hold it to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plugins.coalition.fields import FIELDS as COALITION_FIELDS
from plugins.core.schema import Field
from plugins.costs.notation import FIELDS as COST_FIELDS
from plugins.figures.figure import FIELDS as FIGURE_FIELDS
from plugins.figures.register import FIELDS as REGISTER_FIELDS
from plugins.figures.table import WORDS_FIELDS as TABLE_FIELDS
from plugins.glossary.term import FIELDS as TERM_FIELDS
from plugins.packs.fields import FILE_FIELDS as PACK_FIELDS
from plugins.pages.page import FRONT_MATTER
from plugins.privacy.allowed import FIELDS as PUBLIC_FIELDS
from plugins.region.region import FIELDS as REGION_FIELDS


@dataclass(frozen=True, slots=True)
class DataFile:
    """One kind of file: `where` is how editors know it, `fields` those of the file, or of each item
    when it `is_list`.
    """

    name: str
    where: str
    fields: tuple[Field, ...]
    is_list: bool = False


# The register's two lists are read item by item, each by the room's own schema.
_ITEMS: Mapping[str, tuple[Field, ...]] = {"cijfers": FIGURE_FIELDS, "tabellen": TABLE_FIELDS}
_REGISTER_FIELDS = tuple(
    replace(field, fields=_ITEMS.get(field.name, ())) for field in REGISTER_FIELDS
)

DATA_FILES = (
    DataFile("pagina", "bovenaan elke pagina, elk nieuwsbericht en elke brief", FRONT_MATTER),
    DataFile("begrippen", "content/begrippen.yaml", TERM_FIELDS, is_list=True),
    DataFile("cijfers", "content/cijfers.yaml", _REGISTER_FIELDS),
    DataFile("coalitietekst", "content/coalitietekst.yaml", COALITION_FIELDS),
    DataFile("kosten", "content/kosten.yaml", COST_FIELDS),
    DataFile("openbaar", "content/openbaar.yaml", PUBLIC_FIELDS, is_list=True),
    DataFile("pakketten", "content/pakketten.yaml", PACK_FIELDS),
    DataFile("regio", "content/regio.yaml", REGION_FIELDS),
)
