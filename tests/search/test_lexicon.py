"""Stems and compounds. The tables are real words, half of them not of this hub's texts."""

import pytest

from plugins.search.dutch import normalise
from plugins.search.lexicon import add_own_words, find_parts, find_stem, read_lexicon
from plugins.search.parts import FILE, read_dictionary, render_parts

# What the hub writes apart; a collection's own words may end or begin its compounds.
OWN = (
    "aanpak", "agent", "beleid", "geweld", "gezin", "kosten", "mishandeling", "notitie", "opvang",
    "partner", "route", "screening", "trauma",
)  # fmt: skip


@pytest.fixture(scope="module")
def lexicon():
    return add_own_words(read_lexicon(), OWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kind", "kinderen"),
        ("kind", "kindje"),
        ("school", "scholen"),
        ("gemeente", "gemeenten"),
        ("gezin", "gezinnen"),
        ("raadslid", "raadsleden"),
        ("lid", "leden"),
        ("ouder", "ouders"),
        ("leraar", "leraren"),
        ("kost", "kosten"),
        ("stap", "stappen"),
        ("melden", "gemeld"),
        ("meldcode", "meldcodes"),
        ("wijkteam", "wijkteams"),
        ("bewijs", "bewijzen"),
        ("foto", "foto's"),
        ("regio", "regio’s"),
        ("uur", "uren"),
        ("traumasensitief", "traumasensitieve"),
        ("aandachtsfunctionaris", "aandachtsfunctionarissen"),
        ("veilig", "veiligheid"),
        ("twee", "2"),
        ("schoolveiligheidsplan", "schoolveiligheidsplannen"),
        ("kindertelefoonnummer", "kindertelefoonnummers"),
    ],
)
def test_forms_of_one_word_share_their_stem(lexicon, one, other):
    assert find_stem(lexicon, normalise(one)) == find_stem(lexicon, normalise(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ouder", "oud"),
        ("leden", "lijden"),
        ("gezin", "zin"),
        ("gemeente", "gemeen"),
        ("geweld", "wel"),
        ("brief", "briefing"),
        ("4,85", "485"),
    ],
)
def test_different_words_keep_apart(lexicon, one, other):
    assert find_stem(lexicon, one) != find_stem(lexicon, other)


COMPOUNDS = """
    actieplan=actie+plan basisschool=basis+school belastingdienst=belasting+dienst
    bellijst=bel+lijst beroepsgroep=beroeps+groep brandbrief=brand+brief
    centrumgemeente=centrum+gemeente codewoord=code+woord contactpersoon=contact+persoon
    crisisopvang=crisis+opvang doelgroep=doel+groep eindrapportage=eind+rapportage
    ervaringsdeskundige=ervaring+deskundige familielid=familie+lid
    geboortedatum=geboorte+datum gemeentefonds=gemeente+fonds gemeenteraad=gemeente+raad
    geweldsincident=geweld+incident geweldssituatie=geweld+situatie gezinsvoogd=gezin+voogd
    gezondheidszorg=gezondheid+zorg groepsapp=groep+app handelingsprotocol=handeling+protocol
    huisarts=huis+arts huisverbod=huis+verbod hulplijn=hulp+lijn hulpverlener=hulp+verlener
    jeugdbescherming=jeugd+bescherming jeugdhulp=jeugd+hulp jeugdwet=jeugd+wet
    kamerbrief=kamer+brief kennisinstituut=kennis+instituut kernteam=kern+team
    kinderopvang=kinder+opvang kinderrechten=kinder+rechten kindertelefoon=kinder+telefoon
    kindermishandeling=kinder+mishandeling klachtenregeling=klacht+regeling
    kwaliteitskader=kwaliteit+kader leerplicht=leer+plicht leerplichtambtenaar=leerplicht+ambtenaar
    leertafels=leer+tafels mantelzorg=mantel+zorg meldcode=meld+code meldpunt=meld+punt
    mensenhandel=mens+handel nieuwsbericht=nieuws+bericht partnergeweld=partner+geweld
    persoonsgegevens=persoon+gegevens politieagent=politie+agent politiebureau=politie+bureau
    politiemelding=politie+melding praktijkonderwijs=praktijk+onderwijs
    programmakosten=programma+kosten projectleider=project+leider raadslid=raad+lid
    raadsleden=raad+leden rechtsbescherming=recht+bescherming schoolaanpak=school+aanpak
    schooldag=school+dag schoolgids=school+gids schoolveiligheidsplan=school+veiligheidsplan
    steunfiguur=steun+figuur strafrecht=straf+recht stuurgroep=stuur+groep
    teamnotitie=team+notitie telefoonnummer=telefoon+nummer tijdlijn=tijd+lijn
    traumascreening=trauma+screening veiligheidsbeleid=veiligheid+beleid
    veiligheidsplan=veiligheid+plan vertrouwenspersoon=vertrouwen+persoon
    vrouwenopvang=vrouw+opvang werkgever=werk+gever werkgroep=werk+groep wetsvoorstel=wet+voorstel
    wijkteam=wijk+team woonplaats=woon+plaats woordenlijst=woord+lijst zorgplan=zorg+plan
    zorgteam=zorg+team
"""
# Known misses are not in this table; docs/search.md has the count.
WHOLE = """
    aandacht aangifte aanleiding afspraak antwoord behandeling belangrijk bescherming burgemeester
    coördinator doodslag eigenaar geheimhouding gemeente gesprek grondslag handeling herkennen
    huwelijk incident informatie inwoner kinderen kwartaal leerkracht leerling maatregel
    maatschappelijk melding minister misbruik mishandeling misdrijf moeders notarissen onderwijs
    onderzoek oorzaak ouders overheid overleg paragraaf personeel professional recept signaal
    situatie slachtoffer studenten tijdschrift toekomst vakantie veiligheid verandering verhaal
    vermoeden vertrouwen verwaarlozing voorbeeld voorkomen wethouder wetenschap
"""


@pytest.mark.parametrize("row", COMPOUNDS.split())
def test_a_compound_has_its_parts(lexicon, row):
    word, _, parts = row.partition("=")
    found = [find_stem(lexicon, part) for part in find_parts(lexicon, word)]
    assert [find_stem(lexicon, part) for part in parts.split("+")] == found[:2]


@pytest.mark.parametrize("word", WHOLE.split())
def test_a_word_that_is_no_compound_stays_whole(lexicon, word):
    assert find_parts(lexicon, word) == ()


def test_the_parts_of_parts_are_parts_too(lexicon):
    found = find_parts(lexicon, "schoolveiligheidsplan")
    assert set(found) == {"school", "veiligheidsplan", "veiligheid", "plan"}


def test_a_hyphen_tells_where_the_parts_are(lexicon):
    assert find_parts(lexicon, "school-gids") == ("school", "gids")
    assert find_parts(lexicon, "0800-2000") == ("0800", "2000")
    assert find_parts(lexicon, "e-learning") == ("learning",)


@pytest.mark.parametrize("word", ["", "a" * 500, "voor" * 40, "plan" * 30])
def test_long_words_take_no_time(lexicon, word):
    find_parts(lexicon, word)


def test_the_list_of_parts_is_that_of_the_dictionary():
    assert FILE.read_text(encoding="utf-8") == render_parts(read_dictionary().lemmas)
