"""The words of generated texts: short, everyday Dutch ones, in the proportions in which people use them."""

from __future__ import annotations

COMMON = tuple(
    """
    de het een je en van in is dat op te niet met wat als er aan ook dan voor zijn om naar bij maar of nog
    dit die wel deze kun wil jij jouw meer geen iets even weer heel elke
    """.split()  # noqa: SIM905
)
"""What holds sentences together; about half of every text."""

OTHER = tuple(
    """
    aandacht aankomen aanpassen aanraken achter adem afmaken afspraak afspraken agenda alleen alles ander
    anderen anders antwoord avond balans bedenken beeld begeleider beginnen begrijpen bekijken bellen
    belangrijk bericht beslissen besluit bespreken beter beweging bewaren bezig bieden blad blijven blok
    boodschap bord boven brief briefje brood bus buiten buur buurt dag dagboek dagen delen denken deur
    dichtbij dingen doel doen drinken drukte duidelijk duren echt eerst eerder eerlijk eigen einde energie
    enkele ergens ervaring eten familie fiets fijn film flinke folder foto fout gaan gang gedachte gedachten
    gedaan geduld geluid gemak genieten genoeg gerust gesprek gevoel gewoon gewoonte gezin gezond goed gras
    grens groep groot haast half halen hand handen handig helpen herhalen herinnering herkennen hoofd hobby
    hoek hond horen houden huis huisarts hulp idee inzicht jaar jas kaart kaartje kalm kamer kans keer keus
    keuze kiezen kijken klaar klein kleine kleiner klok klus koffie koken kop kort kosten kracht kring kwart
    laat lang langzaam last later leeg lef legen leren letten leuk lezen licht lief liever lijf lijst linker
    lopen lucht luisteren lukken maal maand maken makkelijk mand manier markt meedoen mening mens mensen
    merken middag minuut minuten moe moeite mogelijk moment morgen muziek naast nacht nadenken natuur nemen
    nieuw nodig noemen nuttig oefenen oefening ogen onder onrust ontspannen ooit open opruimen opschrijven
    opstaan oud over overzicht paar pad pauze pen persoon plaats plan plannen plek praten proberen punt raam
    rand reden regel regen reis rest richting roep rond rug ruim ruimte rust rustig rusten samen schaal
    scherm schouder schrijven sessie slapen sleutel slim sluiten smal snel soep soms sport stap stapel
    stappen steun stil stilte stoel stoppen straat straks streep stuk stukje taak tafel tas tekenen telefoon
    tellen tempo terug thee thuis tijd tip tips toekomst training trap trein trek tuin tussen tweede uitleg
    uitproberen uur vaak vak vandaag vast veel veilig verder verdelen vergeten verhaal verschil vertellen
    vertrouwen verzorgen vinden voelen volgende volhouden voorbeeld vorige vraag vragen vriend vroeg vrij
    vroeger waarom wachten wakker wandelen warm water week weken weekend weg weinig wekker wennen werk
    werken weten winkel woord woorden zacht zaal zeggen zeker zelf zetten zien zin zitten zoeken zomer zon
    zonder zorg zorgen zwaar
    """.split()  # noqa: SIM905
)
"""What sentences are about."""
