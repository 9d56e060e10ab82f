"""A site to share."""

from datetime import date

from plugins.sharing.site import SharedPage, SharedSite

SITE = SharedSite("Hub & Co", "https://hub.example/regio", "Een voorbeeld.")
NOWHERE = SharedSite("Hub & Co", "")
COSTS = SharedPage("kosten/", "Kosten < baten", "Wat het kost.", date(2026, 11, 20))
START = SharedPage("", "Start", "Hier.", date(2026, 11, 21))
UNDATED = SharedPage("zoeken/", "Zoeken", "Zoek.")
LETTER = SharedPage("nieuws/brief/", "Brief", "Een brief.", date(2026, 11, 21), "2026-04-09")
MONTH = SharedPage("nieuws/maand/", "Maand", "Een maand.", date(2026, 11, 21), "2026-04")
