"""A small pack with everything a page can hold: call-outs, blanks, a table, an image, citations."""

from datetime import date

from plugins.packs.guide import PageSource
from plugins.packs.pack import Blank, Change, Hub, Pack, Piece

DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38G"
    "IAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg=="
)

FIRST = PageSource(
    "Wat het is",
    f"""
<div class="admonition kern"><p class="admonition-title">In één minuut</p>
<ul><li>Het signaal is klein <span class="verwijzingen">(<a class="verwijzing"
href="#bron-augeo">Augeo, 2026</a>)</span>.</li></ul></div>
<h2 id="signaal">Wat er in staat</h2>
<div class="tabel" role="region" tabindex="0" aria-label="Tabel: Wat er in staat"><table>
<thead><tr><th scope="col">Wel</th><th scope="col">Niet</th></tr></thead>
<tbody><tr><td>Naam &amp; geboortedatum</td><td>Wat er is gebeurd</td></tr></tbody></table></div>
<p><img alt="Een rode stip" src="{DOT}"></p>
<h3 id="dieper">Dieper</h3>
<p>Zie <a href="../school/#stap-1">stap 1</a>, <a href="../kosten/#uren">de kosten</a> en
<a href="https://www.example.org/">elders</a>. Bel <a href="tel:112">112</a>. ‘Zo’ is het.</p>
<section class="bronnenlijst" id="bronnen" data-search-skip><h2>Bronnen op deze pagina</h2><ol>
<li id="bron-augeo">Augeo (2026). <em>Brief</em>.</li>
<li id="bron-vws">Ministerie van VWS (2018). <em>Plan</em>.</li></ol></section>
""",
    "wat/",
)
SECOND = PageSource(
    "Aan de slag",
    """
<h2 id="stap-1">Stap 1 – Praat erover</h2>
<ol><li>Bel <span class="verwijzingen">(<a class="verwijzing" href="#bron-berg">Van der Berg,
2020</a>)</span>.</li><li>Schrijf het op.<ul><li>kort</li></ul></li></ol>
<h2 id="signaal">Nog een kop van die naam</h2>
<div class="admonition stroom drawing drawing--across"><p class="admonition-title">Route</p>
<ol role="list"><li><svg><path/></svg><strong class="drawing__lead">Politie</strong> Meldt het.</li>
<li><strong class="drawing__lead">School</strong> Steunt.</li></ol></div>
<div class="admonition rollen drawing"><p class="admonition-title">Wie</p>
<div class="drawing__stage">
<ul role="list"><li><strong class="drawing__lead">Raad</strong> Vraagt.</li>
<li><strong class="drawing__lead">Team</strong> Helpt.</li></ul></div></div>
<div class="admonition tijdlijn drawing"><p class="admonition-title">Wanneer</p>
<table><thead><tr><th scope="col">Dag</th><th scope="col">Wat</th></tr></thead>
<tbody><tr><th scope="row">Maandag</th><td>Begin</td></tr></tbody></table></div>
<div class="admonition stappen"><ol><li><strong>Een</strong> Zonder kop.</li>
<li>Twee.</li></ol></div>
<blockquote><p>Een tekst om over te nemen.</p></blockquote>
<section class="bronnenlijst" id="bronnen"><h2>Bronnen op deze pagina</h2><ol>
<li id="bron-augeo">Augeo (2026). <em>Brief</em>.</li>
<li id="bron-berg">Berg, J. van der (2020). <em>Steun</em>.</li></ol></section>
""",
    "school/",
)
LETTER = PageSource(
    "Brief aan ouders",
    "<p>[plaats], [datum]</p><h2 id='waarom'>Waarom</h2><p>Op [naam school] &lt;vragen&gt;."
    " <strong>Bel [naam\ncontactpersoon].</strong></p>",
    "brieven/brief-ouders/",
)
CARD = PageSource(
    "Kaart",
    "<h2 id='doen'>Wat je doet</h2><ul><li>Luister ✓</li><li>[naam contactpersoon]</li></ul>",
    "brieven/kaart-dag/",
)
POSTER = PageSource(
    "Wees er", "<h2 id='hoe'>Hoe</h2><p><strong>Vraag niets.</strong></p>", "brieven/poster-hal/"
)

# What someone may type; what the fields are for follows from PACK.
TYPED = {
    "naam school": 'De "Zon" & <Maan> $& \\1',
    "naam contactpersoon": "é" * 490 + " \N{GRINNING FACE} 's",
    "datum": "",
}

PAGES = {
    "pages/wat.md": FIRST,
    "pages/school.md": SECOND,
    "brieven/brief-ouders.md": LETTER,
    "brieven/kaart-dag.md": CARD,
    "brieven/poster-hal.md": POSTER,
}
PACK = Pack(
    id="school",
    title="Startpakket & gids",
    audiences=("school",),
    description="Alles om te beginnen.",
    changes=(
        Change("1.2.0", date(2026, 11, 21), ("Een kaart & meer.",)),
        Change("1.0.0", date(2026, 9, 1), ("Eerste versie.",)),
    ),
    pages=("pages/wat.md", "pages/school.md"),
    pieces=(
        Piece("brieven/kaart-dag.md", "kaart", "de leerkracht"),
        Piece("brieven/poster-hal.md", "poster", "de hal"),
        Piece("brieven/brief-ouders.md", "brief", "ouders"),
    ),
    blanks=(
        Blank("naam school", "Naam van de school"),
        Blank("naam contactpersoon", "Naam van de contactpersoon", "Wie vragen beantwoordt."),
        Blank("datum", "Datum op de brief"),
        Blank("naam gemeente", "Naam van de gemeente"),
    ),
)
HUB = Hub("Kennishub", "", "Voorbeeldinrichting, geen officiële site.")
HEADINGS = (
    "Wat het is",
    "Wat er in staat",
    "Dieper",
    "Aan de slag",
    "Stap 1 – Praat erover",
    "Nog een kop van die naam",
    "Bronnen",
)
