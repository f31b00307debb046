"""German nouns: what stands with a capital in German and is nobody's name.

A short list of the words of working life, and the endings and little words that only nouns have.
Words that are names as often, such as Ernst, Rose or Winter, are left out: those are asked about.
"""

import re

_LIST = """
abend abende ablauf abläufe abschluss absprache abstand abteilung abteilungen agenda aktion anfang
anfrage anfragen angebot angebote angst anlass anruf anrufe ansage ansatz anteil antrag antwort
antworten arbeit architektur art aufgabe aufgaben auftrag aufträge aufwand auge augen ausblick
ausfall ausgang balance bedarf bedingung begegnung beginn beispiel beispiele beitrag beiträge
bericht berichte beruf besuch bild bilder bildschirm blick brief briefe budget budgets büro chance
chancen chat chef chefin code dank datei dateien daten demo ding dinge dokument druck ebene ehre
eindruck einsatz einwand ende energie engpass entscheidung entwurf erfahrung erfolg erfolge
ergebnis ergebnisse ergebnissen erwartung essen etwas experiment fall familie feedback fehler
feier feierabend fenster ferien firma folie folien form fortschritt fortschritte frage fragen
freude frist fristen frühstück fälle führungskraft führungskräfte gedanke gedanken geduld gefühl
gefühle gegenteil gehalt geld gelegenheit geschichte gespräch gespräche gesprächs gespür grenze
grenzen grund gruppe gruppen gründe haltung hand handy haus hilfe hinweis hinweise hände idee
ideen inhalt inhalte interesse jahr jahre jahren jahres kaffee kaffeepause kalender kalenders
kapazität karte karten kolleg kollege kollegen kollegin kolleginnen konflikt konflikte kontakt
kontext kontrolle konzept konzepte kopf kosten krankheit kritik kultur kunde kunden kundin
kundinnen kurs lage lager laptop laune leben lehre leistung leitung leute leuten liste listen lust
lösung lösungen macht mail mails mal male markt meeting meetings meinung meinungen mensch menschen
merkmal methode minute minuten mitarbeiter mitarbeiterin mittag mittagspause mitte modell moment
momente monat monate monaten monats mut nachmittag nachricht nachrichten nacht name namen netz
note notiz notizbuch notizen nutzen nähe ordner ordnung ort orte paar pause pausen person personen
phase plan planung platz pläne plänen praxis problem probleme problemen produkt produkte programm
projekt projekte projekten projekts protokoll prozess prozesse prüfung punkt punkte quartal
quartals rahmen raum rechner regel regeln reihe reise rest retro retros retrospektive risiken
risiko rolle rollen ruhe runde runden räume rückmeldung sache sachen satz schluss schreibtisch
schritt schritte schuld seite seiten sekunde sekunden sicht sinn situation sitzung software sorge
sorgen sprache sprint sprints stand start stelle stellen stille stimme stimmung strategie stress
struktur stufe stuhl stunde stunden stück suche support system systeme szene sätze tag tage tagen
tages team teams teil teile teilen telefon tempo termin termine test tests text texte thema themen
ticket tickets tisch ton trainee treffen tür uhr umfeld umgang urlaub ursache ursachen urteil
verantwortung verhalten verlauf version verständnis versuch versuche vertrag vertrauen vertrieb
vertriebs video vision vorgehen vorschlag vorschläge vorteil vortrag wahl weg wege weile welt werk
wert werte wetter wirkung wissen woche wochen wochenplan wort worte worten wunsch wünsche zahl
zahlen zeit zeiten zeitpunkt ziel ziele zielen zug zukunft zusage zusagen zweiergespräch zweifel
überblick übergabe
"""
NOUNS = frozenset(_LIST.split())
_ENDED = re.compile(
    r"\w{5,}(?:ung|heit|keit|schaft|tion|tät|ismus|nis|ment|ieren)(?:en|e|s|es|se)?", re.IGNORECASE
)
# Before a person's name, nobody says these.
_BEFORE = re.compile(r"(?i)(?:^|\W)(?:k?ein(?:e[rnms]?)?|jede[rnms]?|im|am|ins|ans)\s+$")


def is_noun(word: str, before: str) -> bool:
    """True for a German noun, known by itself, its ending, or the little word before it."""
    folded = word.casefold()
    return folded in NOUNS or bool(_ENDED.fullmatch(word)) or bool(_BEFORE.search(before[-12:]))
