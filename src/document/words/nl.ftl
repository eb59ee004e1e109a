### Nederlands. Een tilde is een vaste spatie. Elke taal heeft dezelfde sleutels, in elke volgorde;
### die met `own-` beginnen, zijn hulpjes van dit bestand.
### $address zegt hoe lezers worden aangesproken: "formal" (u) of "informal" (je).

## Naam van de taal, tekens

language-own-name = Nederlands
number-decimal = ,
number-group = .
number-group-least = 4
share = { $number }%
list-and = { $first } en { $second }
list-between = { $first } en { $second }
list-week = { $first } en { $second }
list-or = { $first } of { $second }
list-next = { $first }, { $second }
list-time = { $first } en { $second }
list-time-next = { $first }, { $second }
list-remark = { $first } en { $second }
quoted = ‘{ $text }’

## De pagina

page-skip = Naar het beleid
page-languages = Talen
page-contents = Inhoud
page-link-to-section = Link naar hoofdstuk { $number }, { $title }
page-link-to-heading = Link naar { $title }
page-link-to-clause = Link naar deze bepaling: { $name }
page-scroll-hint = De tabel heeft { $columns } kolommen en schuift zijwaarts.
page-table = Tabel
page-notes = Noten
page-note = Noot { $number }
page-back-to-text = Terug naar de tekst bij noot { $number }
page-kicker = Supportbeleid
page-kicker-edition = Supportbeleid, editie { $edition }
page-title-version = { $title }, versie { $version }
page-version = Versie
page-effective = Geldt vanaf
page-timezone = Tijdzone
page-review = Volgende herziening
page-publisher = Uitgegeven door
page-edition = Editie
page-earlier-versions = Eerdere versies
page-what-is-new = Wat is er nieuw
page-rule-set = Regels (JSON)
page-markdown = Markdown
page-published-by = Uitgegeven door { $publisher }.
page-generated = Gemaakt uit { $source }, versie { $version }, met Avouch { $tool }.
page-generated-no-version = Gemaakt uit { $source } met Avouch { $tool }.
page-see = Zie { $things }.
page-see-section = hoofdstuk { $number }
page-note-label = Opmerking
page-because = Reden: { $reason }
page-because-many = Redenen
page-internal = Intern
page-for-party = Voor { $party }

glance = In het kort
glance-remark = Een samenvatting. Waar zij korter is dan de genummerde hoofdstukken, gelden die hoofdstukken.
glance-table = Wat wij toezeggen, per pakket
glance-promise = Toezegging
glance-row = { $first }: { $second }

yes = Ja
no = Nee
mark-yes = Ja
mark-no = Nee

## Vaste hoofdstukken

section-introduction = Inleiding
section-definitions = Woorden die wij gebruiken
section-scope = Wat eronder valt
section-plans = Pakketten en rechten
section-channels = Hoe { own-you } ons bereikt
section-response = Reactietijden
section-response-none = Hoe verzoeken worden ingedeeld
section-process = Hoe wij een verzoek behandelen
section-escalation = Escalatie en klachten
section-escalation-own = Escalatie
section-responsibilities = Hoe wij samenwerken
section-availability = Onderhoud en beschikbaarheid
section-confidentiality = Vertrouwelijkheid
section-liability = Aansprakelijkheid
section-third-parties = Producten van anderen
section-custom-work = Maatwerk
section-training = Training
section-prices = Prijzen
section-life-cycle = Levensloop van producten
section-products = Producten
section-examples = Uitgewerkte voorbeelden
section-documents = Andere documenten
section-changes = Wijzigingen van dit beleid
section-questions = Vragen en antwoorden
section-contact = Contact

## Feiten en personen

own-you = { $address ->
    [informal] je
   *[formal] u
 }
own-your = { $address ->
    [informal] je
   *[formal] uw
 }

fact-plan = Pakket
fact-severity = Ernst
fact-priority = Prioriteit
fact-channel = Kanaal
fact-kind = Soort verzoek
fact-product = Product
fact-release = Release
fact-phase = Fase
fact-term = Looptijd
fact-region = Regio
fact-language = Taal
fact-received = Ontvangen
fact-change = Wijziging
fact-covered = Valt eronder

change-weaker = nadelig
change-stronger = voordelig
change-mixed = deels nadelig
change-neutral = neutraal

person-us = wij
person-us-object = ons
person-customer = { own-you }
person-customer-object = { own-you }

calendar-always = altijd

## Datums en tijden

month = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
 }
month-short = { $month ->
    [1] jan
    [2] feb
    [3] mrt
    [4] apr
    [5] mei
    [6] jun
    [7] jul
    [8] aug
    [9] sep
    [10] okt
    [11] nov
   *[12] dec
 }
weekday = { $weekday ->
    [Mon] maandag
    [Tue] dinsdag
    [Wed] woensdag
    [Thu] donderdag
    [Fri] vrijdag
    [Sat] zaterdag
   *[Sun] zondag
 }
weekday-short = { $weekday ->
    [Mon] ma
    [Tue] di
    [Wed] wo
    [Thu] do
    [Fri] vr
    [Sat] za
   *[Sun] zo
 }
date = { $day }~{ month } { $year }
date-short = { $day }~{ month-short } { $year }
date-full = { weekday } { $day }~{ month } { $year }
date-short-full = { weekday-short } { $day }~{ month-short } { $year }
date-yearly = { $day }~{ month }
instant = { date-full } om~{ $time }~uur
instant-short = { date-short-full }, { $time }
clock-time = { $hour }:{ $minute }
holidays-in = feestdagen in { $areas }

## Tijdsduren

unit = { $unit ->
    [second] seconde
    [minute] minuut
    [hour] uur
    [day] dag
    [week] week
    [month] maand
    [quarter] kwartaal
   *[year] jaar
 }
own-units = { $unit ->
    [second] seconden
    [minute] minuten
    [hour] uren
    [day] dagen
    [week] weken
    [month] maanden
    [quarter] kwartalen
   *[year] jaren
 }
duration = { $count ->
    [one] { $count }~{ unit }
   *[other] { $unit ->
        [hour] { $count }~uur
        [quarter] { $count }~kwartalen
        [year] { $count }~jaar
       *[other] { $count }~{ own-units }
    }
 }
duration-business = { $count ->
    [one] { $count }~werk{ unit }
   *[other] { $count }~werk{ own-units }
 }
duration-calendar = { duration } volgens { $calendar }
range = { $from } tot { $to }
duration-unfilled = een tijd die nog niet bekend is
within = binnen { $duration }
within-unfilled = binnen een tijd die nog niet bekend is
each = { $unit ->
    [hour] elk uur
    [quarter] elk kwartaal
    [year] elk jaar
   *[other] elke { unit }
 }
every = { $count ->
    [1] { each }
   *[other] elke { duration }
 }
every-business = { $count ->
    [1] { $unit ->
        [hour] elk werkuur
        [quarter] elk werkkwartaal
        [year] elk werkjaar
       *[other] elke werk{ unit }
    }
   *[other] elke { duration-business }
 }
every-calendar = { every } volgens { $calendar }
per-time = { $count ->
    [1] per { unit }
   *[other] per { duration }
 }

## Reeksen van dagen en uren

weekday-every = elke dag
weekday-alone = { weekday }
week-hours = { $days } { $hours }
weekday-span = { $from } tot en met { $to }
weekday-span-short = { $from } t/m { $to }
clock-span = { $kind ->
    [day] de hele dag
    [from] { $from } tot middernacht
    [until] middernacht tot { $to }
    [overnight] { $from } tot { $to } de volgende dag
   *[plain] { $from } tot { $to }
 }
clock-span-sentence = { $kind ->
    [day] de hele dag
    [from] van { $from }~uur tot middernacht
    [until] van middernacht tot { $to }~uur
    [overnight] van { $from } tot { $to }~uur de volgende dag
   *[plain] van { $from } tot { $to }~uur
 }
date-day = { $day }
date-span = { $days ->
    [one] { $to-whole }
   *[many] { $from } tot en met { $to-whole }
 }
date-span-sentence = { $days ->
    [one] op { $to-whole }
   *[many] van { $from } tot en met { $to-whole }
 }
instant-span = van { $from } tot { $to }
week-point = { $zoned ->
    [yes] { $day } { $time }~uur in { $zone }
   *[no] { $day } { $time }~uur
 }
day-of-month = { $which ->
    [first] eerste
    [second] tweede
    [third] derde
    [fourth] vierde
   *[last] laatste
} { $day } van elke maand
week-span = van { $from } tot { $to }
only-within = alleen tijdens { $calendar }
zone-local = { $zone ->
    [UTC] tijd in UTC
   *[other] plaatselijke tijd in { $zone }
 }
zone-local-customer = plaatselijke tijd waar { own-you } bent

## Hoe wij tijd tellen

count-time = Hoe wij tijd tellen
count-elapsed = Minuten en uren lopen op de klok door, dag en nacht. Dagen, weken, maanden en jaren zijn die van de kalender.
count-business-hours = Werkuren lopen alleen tijdens { $calendar }. Ze stoppen bij sluiting en gaan verder bij de volgende opening.
count-days-end-at-close = De dag van ontvangst telt niet mee, en een termijn in werkdagen eindigt bij sluiting van de laatste dag. Wat binnenkomt terwijl wij gesloten zijn, is ontvangen op de volgende werkdag.
count-days-keep-time = Een termijn in werkdagen eindigt op het tijdstip van de dag waarop hij begon, ook als wij dan gesloten zijn.
count-days-keep-time-next-opening = Een termijn in werkdagen eindigt op het tijdstip van de dag waarop hij begon, of bij de volgende opening als wij dan gesloten zijn.
count-days-keep-time-until-close = Een termijn in werkdagen eindigt op het tijdstip van de dag waarop hij begon, of bij sluiting als dat eerder is.
count-days-roll-to-opening = Wat binnenkomt terwijl wij gesloten zijn, telt vanaf de volgende opening. Een termijn in werkdagen eindigt op het tijdstip van de dag waarop hij begon.
count-days-include-receipt = De dag van ontvangst telt als eerste werkdag, en een termijn eindigt bij sluiting van de laatste dag.
count-days-hours = Eén werkdag is { $hours } werkuren.
count-days-schedule-day = Eén werkdag is de openingstijd van één dag, van opening tot sluiting.
count-cut-off = Wat na { $time }~uur binnenkomt, is ontvangen op de volgende werkdag.
count-zone = { $zone ->
    [UTC] Alle tijden zijn in UTC.
   *[other] Alle tijden zijn plaatselijke tijd in { $zone }.
 }
count-zone-customer = Tijden zijn plaatselijke tijd waar { own-you } bent.
count-target = Een termijn zonder verdere aanduiding is een streefwaarde.

## Toezeggingen

strength-unsaid = { $promise }
strength-target = { $promise }, als streven
strength-usual = meestal { $promise }
strength-guaranteed = { $promise }, gegarandeerd
own-day = { $clock ->
    [business] werkdag
    [calendar] dag volgens { $calendar }
   *[elapsed] dag
 }
day = { $which ->
    [same] dezelfde
   *[next] volgende
 } { own-day }{ $timed ->
    [yes] , { $time }~uur
   *[no] { "" }
 }
by-day = uiterlijk { $timed ->
    [yes] om { $time }~uur op
   *[no] aan het eind van
 } { $which ->
    [same] dezelfde
   *[next] de volgende
 } { own-day }
release-next = de eerstvolgende release
release-second-next = de op één na eerstvolgende release
in-release = { $step ->
    [next] in de eerstvolgende release
   *[second-next] in de op één na eerstvolgende release
 }
best-effort = naar beste vermogen
best-effort-sentence = zo snel als wij kunnen
none-promised = geen toezegging
none-promised-sentence = zonder toegezegde termijn
does-not-occur = niet van toepassing
as-agreed = zoals afgesproken in { $document }
amount-included = inbegrepen bij { $thing }
as-decided = { $by ->
    [us] naar ons oordeel
    [customer] naar { $address ->
        [informal] jouw
       *[formal] uw
    } oordeel
   *[other] zoals besloten door { $who }
 }
not-known-yet = nog niet bekend

## Grenzen en geld

unlimited = onbeperkt
limit = { $amount }
limit-at-a-time = maximaal { $amount } tegelijk
limit-up-to-per = maximaal { $amount } { $per }
limit-per = { $amount } { $per }
limit-at-most = { $limit }, maximaal { $most }
limit-unused-lapse = { $limit }; { $unit ->
    [none] wat niet is gebruikt, vervalt
   *[other] ongebruikte { own-units } vervallen
 }
per-thing = { $count ->
    [1] per { $thing }
   *[other] per { $count } { $thing }
 }
thing-request = { $count ->
    [one] verzoek
   *[other] verzoeken
 }
thing-incident = { $count ->
    [one] incident
   *[other] incidenten
 }
thing-user = { $count ->
    [one] gebruiker
   *[other] gebruikers
 }
thing-device = { $count ->
    [one] apparaat
   *[other] apparaten
 }
thing-server = { $count ->
    [one] server
   *[other] servers
 }
thing-contract = { $count ->
    [one] contract
   *[other] contracten
 }
thing-licence = { $count ->
    [one] licentie
   *[other] licenties
 }
thing-person = { $count ->
    [one] persoon
   *[other] personen
 }
thing-visit = { $count ->
    [one] bezoek
   *[other] bezoeken
 }
money = { $currency }~{ $amount }
amount-share = { $share } van { $price }
amount-times = { $times } keer het gewone tarief
amount-higher = het hoogste van { $amounts }
amount-lower = het laagste van { $amounts }
amount-average = het gemiddelde van { $amounts }
amount-sum = de som van { $amounts }
amount-difference = het verschil tussen { $amounts }
amount-term = de prijs voor { $term }
amount-none = gratis
amount-no = niet beschikbaar

## Leven van een release

rule-release = uitgave
rule-on = { $date }
rule-next = de eerstvolgende release
rule-second-next = de op één na eerstvolgende release
rule-start = het begin van { $phase }
rule-end = het einde van { $phase }
rule-after = { $duration } na { $rule }
rule-first-after = de eerste { $day } na { $rule }
rule-first-later-than = de eerste { $day } meer dan { $duration } na { $rule }
rule-earlier = { $first } of { $second }, wat het eerst komt
rule-later = { $first } of { $second }, wat het laatst komt
phase-until = tot en met { $rule }
phase-from = vanaf { $date }
phase-onwards = daarna, zonder einddatum
phase-endless = geen einddatum
phase-no = niet aangeboden

## Gebeurtenissen, met het werkwoord achteraan zoals in een bijzin

own-place = { $place ->
    [since] vanaf het moment dat
    [until] totdat
    [after] nadat
   *[when] wanneer
 }
event-received = { own-place } wij { own-your } verzoek { $place ->
    [after] hebben ontvangen
   *[other] ontvangen
 }
event-acknowledged = { own-place } wij de ontvangst { $place ->
    [after] hebben bevestigd
   *[other] bevestigen
 }
event-responded = { own-place } wij { $place ->
    [after] hebben gereageerd
   *[other] reageren
 }
event-updated = { own-place } wij { own-you } een tussenbericht { $place ->
    [after] hebben gestuurd
   *[other] sturen
 }
event-replied = { own-place } { own-you } { $place ->
    [after] hebt geantwoord
   *[other] antwoordt
 }
event-accepted = { own-place } wij { own-your } verzoek { $place ->
    [after] hebben aangenomen
   *[other] aannemen
 }
event-resolved = { own-place } { own-your } verzoek is opgelost
event-closed = { own-place } { own-your } verzoek { $place ->
    [after] is
   *[other] wordt
 } gesloten
event-state = { own-place } { own-your } verzoek de status ‘{ $state }’ { $place ->
    [after] heeft gekregen
   *[other] krijgt
 }
event-fact = { own-place } { $declared ->
    [yes] ‘{ $title }’
   *[no] { $fact }
 } { $place ->
    [after] is { $what ->
        [set] bepaald
       *[changed] veranderd
    }
   *[other] { $what ->
        [set] wordt bepaald
       *[changed] verandert
    }
 }
event-clause = { own-place } { $clause }
event-named = { $place ->
    [since] vanaf het moment van
    [until] tot het moment van
    [after] na
   *[when] bij
 } ‘{ $event }’
clause-openers = -
clause-small = yes
clause-verbs = -
clause-endings = -
clause-label = of { $clause }

## Voorwaarden, met het werkwoord achteraan zoals in een bijzin

if = als { $clause }
unless = tenzij { $clause }
either = { $choices }
brackets = ({ $clause })
list-either = ofwel { $first } ofwel { $second }
list-either-next = { $first }, ofwel { $second }
list-nor = { $first } noch { $second }
clauses-and = { $first } en { $second }
clauses-and-either = { $first } en { $second }
clauses-or = { $first } of { $second }
clauses-next = { $first }, { $second }
clauses-and-long = { $first }, en { $second }
clauses-or-long = { $first }, of { $second }
list-label-or = { $first }; of { $second }
own-not = { $not ->
    [one] niet{ " " }
    [many] noch{ " " }
   *[no] { "" }
 }
fact-plan-subject = { own-your } pakket
fact-severity-subject = de ernst
fact-priority-subject = de prioriteit
fact-channel-subject = het kanaal
fact-kind-subject = het soort verzoek
fact-product-subject = het product
fact-release-subject = de release
fact-phase-subject = de fase van de release
fact-term-subject = de looptijd
fact-region-subject = { own-your } regio
fact-language-subject = de taal
fact-received-subject = het moment van ontvangst
fact-change-subject = de wijziging
when-plan = { fact-plan-subject } { own-not }{ $values } is
when-severity = { fact-severity-subject } { own-not }{ $values } is
when-priority = { fact-priority-subject } { own-not }{ $values } is
when-channel = { fact-channel-subject } { own-not }{ $values } is
when-kind = { fact-kind-subject } { own-not }{ $values } is
when-product = { fact-product-subject } { own-not }{ $values } is
when-release = { fact-release-subject } { own-not }{ $values } is
when-phase = de release { $not ->
    [one] niet in de fase
    [many] noch in de fase
   *[no] in de fase
 } { $values } is
when-term = het contract { own-not }{ $values } loopt
when-region = { fact-region-subject } { own-not }{ $values } is
when-language = { own-your } verzoek { $not ->
    [one] niet in het
    [many] noch in het
   *[no] in het
 } { $values } is
when-received = wij { own-your } verzoek { $not ->
    [no] { $values }
   *[other] niet { $values }
 } ontvangen
when-change = een wijziging voor { own-you } { $not ->
    [no] { $values }
   *[other] niet { $values }
 } is
when-process = { own-your } verzoek { $not ->
    [one] niet de status
    [many] noch de status
   *[no] de status
 } { $values } heeft
when-fact = { $fact } { own-not }{ $values } is
when-number = de waarde van ‘{ $fact }’ { own-not }{ $values } is
when-date = de datum bij ‘{ $fact }’ { own-not }{ $values } ligt
when-covered = { own-your } verzoek { $answer ->
    [yes] onder dit beleid valt
   *[no] niet onder dit beleid valt
 }
when-answer = het antwoord op ‘{ $question }’ { $answer ->
    [yes] ja
   *[no] nee
 } is
when-holds = ‘{ $fact }’ { $answer ->
    [yes] geldt
   *[no] niet geldt
 }
when-clause = { $answer ->
    [yes] { $clause }
   *[no] het niet zo is dat { $clause }
 }
own-self = { $who ->
    [us] ons
    [customer] { $address ->
        [informal] je
       *[formal] zich
    }
   *[other] zich
 }
own-keep = { $who ->
    [us] houden
   *[other] houdt
 }
when-duty = { $duty ->
    [do] { $subject } { own-self } { $answer ->
        [yes] { own-keep }
       *[no] niet { own-keep }
    } aan: { $text }
   *[not] { $subject } het volgende { $answer ->
        [yes] niet{ " " }
       *[no] { "" }
    }{ $who ->
        [us] doen
       *[other] doet
    }: { $text }
 }
on-date = op { $date }
compare-at-least = { $kind ->
    [date] op of na { $value }
    [release] { $value } of later
    [value] { $value } of hoger
   *[number] ten minste { $value }
 }
compare-at-most = { $kind ->
    [date] op of vóór { $value }
    [release] { $value } of eerder
    [value] { $value } of lager
   *[number] ten hoogste { $value }
 }
compare-more-than = { $kind ->
    [date] na { $value }
    [release] later dan { $value }
    [value] hoger dan { $value }
    [duration] langer dan { $value }
   *[number] meer dan { $value }
 }
compare-less-than = { $kind ->
    [date] vóór { $value }
    [release] eerder dan { $value }
    [value] lager dan { $value }
    [duration] korter dan { $value }
   *[number] minder dan { $value }
 }
on-plan = met { $values }
on-severity = bij ernst { $values }
on-priority = bij prioriteit { $values }
on-channel = via { $values }
on-product = voor { $values }
on-release = voor release { $values }
on-phase = in { $values }
on-term = bij een looptijd van { $values }
on-language = in het { $values }
label-value = { $not ->
    [one] niet { $values }
    [many] noch { $values }
   *[no] { $values }
 }
label-question = { $fact } { $values }
label-fact = { $fact }: { $values }
label-fact-not = { $fact }: { label-value }
cases-unsaid = sommige gevallen
cases-unsaid-clause = een van de gevallen zich voordoet die in de regels staan

## Tijdzones waarvan de stad een andere naam heeft dan in de databank

zone-America-Sao-Paulo = São Paulo
zone-Europe-Kiev = Kyiv
zone-Europe-Kyiv = Kyiv
zone-Asia-Calcutta = Kolkata
zone-Europe-Zurich = Zürich
zone-Europe-London = Londen
zone-Europe-Brussels = Brussel
zone-Europe-Paris = Parijs
zone-Europe-Berlin = Berlijn
zone-Europe-Vienna = Wenen
zone-Europe-Rome = Rome
zone-Europe-Copenhagen = Kopenhagen
zone-Europe-Prague = Praag
zone-Europe-Warsaw = Warschau
zone-Europe-Budapest = Boedapest
zone-Europe-Bucharest = Boekarest
zone-Europe-Athens = Athene
zone-Europe-Lisbon = Lissabon
zone-Europe-Luxembourg = Luxemburg
zone-Europe-Moscow = Moskou
zone-Europe-Istanbul = Istanbul
zone-Asia-Tokyo = Tokio
zone-Asia-Singapore = Singapore
zone-Asia-Seoul = Seoel
zone-Asia-Shanghai = Shanghai
zone-Asia-Hong-Kong = Hongkong
zone-Asia-Dubai = Dubai
zone-Australia-Sydney = Sydney
zone-America-New-York = New York
zone-America-Los-Angeles = Los Angeles
zone-America-Chicago = Chicago
zone-America-Toronto = Toronto
zone-America-Mexico-City = Mexico-Stad
zone-Europe-Amsterdam = Amsterdam
zone-Europe-Madrid = Madrid
zone-Europe-Dublin = Dublin
zone-Europe-Stockholm = Stockholm
zone-Europe-Oslo = Oslo
zone-Europe-Helsinki = Helsinki
zone-UTC = UTC

## Gebieden, zoals ze achter ‘in’ staan

area-AL = Albanië
area-AD = Andorra
area-AT = Oostenrijk
area-BY = Belarus
area-BE = België
area-BA = Bosnië en Herzegovina
area-BG = Bulgarije
area-HR = Kroatië
area-CY = Cyprus
area-CZ = Tsjechië
area-DK = Denemarken
area-EE = Estland
area-FO = de Faeröer
area-FI = Finland
area-FR = Frankrijk
area-DE = Duitsland
area-GI = Gibraltar
area-GR = Griekenland
area-GG = Guernsey
area-HU = Hongarije
area-IS = IJsland
area-IE = Ierland
area-IM = het eiland Man
area-IT = Italië
area-JE = Jersey
area-XK = Kosovo
area-LV = Letland
area-LI = Liechtenstein
area-LT = Litouwen
area-LU = Luxemburg
area-MT = Malta
area-MD = Moldavië
area-MC = Monaco
area-ME = Montenegro
area-NL = Nederland
area-MK = Noord-Macedonië
area-NO = Noorwegen
area-PL = Polen
area-PT = Portugal
area-RO = Roemenië
area-RU = Rusland
area-SM = San Marino
area-RS = Servië
area-SK = Slowakije
area-SI = Slovenië
area-ES = Spanje
area-SE = Zweden
area-CH = Zwitserland
area-TR = Turkije
area-UA = Oekraïne
area-GB = het Verenigd Koninkrijk
area-VA = Vaticaanstad
area-GB-ENG = Engeland
area-GB-SCT = Schotland
area-GB-WLS = Wales
area-GB-NIR = Noord-Ierland
area-US = de Verenigde Staten
area-CA = Canada
area-AU = Australië
area-NZ = Nieuw-Zeeland
area-JP = Japan
area-IN = India
area-BR = Brazilië
area-AE = de Verenigde Arabische Emiraten
area-AR = Argentinië
area-CL = Chili
area-CN = China
area-CO = Colombia
area-CR = Costa Rica
area-DO = de Dominicaanse Republiek
area-GE = Georgië
area-HK = Hongkong
area-ID = Indonesië
area-IL = Israël
area-KE = Kenia
area-KR = Zuid-Korea
area-MX = Mexico
area-PA = Panama
area-PE = Peru
area-PH = de Filipijnen
area-SG = Singapore
area-TH = Thailand
area-TW = Taiwan
area-UY = Uruguay
area-VN = Vietnam
area-ZA = Zuid-Afrika
area-DE-BW = Baden-Württemberg
area-DE-BY = Beieren
area-DE-BE = Berlijn
area-DE-BB = Brandenburg
area-DE-HB = Bremen
area-DE-HH = Hamburg
area-DE-HE = Hessen
area-DE-MV = Mecklenburg-Voor-Pommeren
area-DE-NI = Nedersaksen
area-DE-NW = Noordrijn-Westfalen
area-DE-RP = Rijnland-Palts
area-DE-SL = Saarland
area-DE-SN = Saksen
area-DE-ST = Saksen-Anhalt
area-DE-SH = Sleeswijk-Holstein
area-DE-TH = Thüringen

## Talen

language-bg = Bulgaars
language-cs = Tsjechisch
language-da = Deens
language-de = Duits
language-el = Grieks
language-en = Engels
language-es = Spaans
language-et = Ests
language-fi = Fins
language-fr = Frans
language-fy = Fries
language-ga = Iers
language-hr = Kroatisch
language-hu = Hongaars
language-it = Italiaans
language-ja = Japans
language-lt = Litouws
language-lv = Lets
language-nb = Noors
language-nl = Nederlands
language-no = Noors
language-pl = Pools
language-pt = Portugees
language-ro = Roemeens
language-sk = Slowaaks
language-sl = Sloveens
language-sv = Zweeds
language-tr = Turks
language-uk = Oekraïens
language-zh = Chinees

## Bouwers: bepalingen

punctuation = plain
page-colon = :
page-stop = .
page-aside = { " " }({ $words })
titles-within = small
statement-if = { $statement } { $when }
statement-on = { $statement } { $when }
span-of-time = { $from } { $until }
clause-because = { $statement }, want { $reason }
clause-unfilled = { $what ->
    [address] Het adres is nog niet bekend.
    [hours] De openingstijden zijn nog niet bekend.
    [holidays] De feestdagen zijn nog niet bekend.
    [times] De tijden zijn nog niet bekend.
    [publisher] De uitgever is nog niet bekend.
   *[other] Hier is nog iets niet bekend.
 }
clause-holds = Dit geldt { $when }.
clause-plans = Voor { $plans }.
common-words = een de het onze uw e-mail mail telefoon chat post portaal website formulier hulp kantooruren openingstijden werkuren ondersteuning
noun-roles = hoofd manager directeur leider teamleider coördinator beheerder president vicepresident voorzitter secretaris ombudsman ceo cto coo cfo cio ciso fg
noun-groups = team afdeling bestuur servicedesk helpdesk
noun-places = portaal formulier loket meldpunt forum website pagina app systeem
noun-articles = de het een elk elke alle dit deze ons onze uw je jouw
noun-tails = portaal forum systeem contract abonnement formulier bedrag tarief geld kantoor bureau beleid document overzicht reglement handboek team loket meldpunt secretariaat rapport bericht voorstel advies onderzoek bestuur plan hoofd
noun-of = van
noun-the = { $noun ->
    [portaal] het
    [forum] het
    [systeem] het
    [bestuur] het
    [team] het
    [management] het
    [secretariaat] het
    [loket] het
    [meldpunt] het
    [bureau] het
    [hoofd] het
    [kantoor] het
    [tarief] het
    [bedrag] het
    [maandbedrag] het
    [jaarbedrag] het
    [abonnement] het
    [contract] het
    [ondersteuningscontract] het
    [formulier] het
    [bestelformulier] het
    [handboek] het
    [reglement] het
    [beleid] het
    [document] het
    [plan] het
    [overzicht] het
    [geld] het
    [antwoord] het
    [herstel] het
    [voorstel] het
    [bezoek] het
    [bericht] het
    [advies] het
    [rapport] het
    [onderzoek] het
    [contact] het
   *[other] de
 } { $title }
plan-domain = { $address ->
    [informal] Je hebt
   *[formal] U hebt
 } dit pakket { $when }.
channel-domain = { $address ->
    [informal] Je kunt
   *[formal] U kunt
 } dit gebruiken { $when }.
product-named = { $others ->
    [none] { $count ->
        [one] Product dat in dit beleid wordt genoemd: { $products }.
       *[other] Producten die in dit beleid worden genoemd: { $products }.
     }
   *[some] { $count ->
        [one] Nog een product dat in dit beleid wordt genoemd: { $products }.
       *[other] Andere producten die in dit beleid worden genoemd: { $products }.
     }
 }
page-html = HTML
page-rule-set-yaml = Regels (YAML)
page-digest-source = bron { $digest }
page-digest-rules = regels { $digest }
glance-depends = Hangt van het geval af
glance-nothing = Niets toegezegd

## Bouwers: beschikbaarheid, onderhoud, wijzigingen

availability-share = Beschikbaar gedurende ten minste { $share } van { $period }.
availability-outside = { $calendars } { $count ->
    [one] telt
   *[other] tellen
 } daarbij niet mee.
availability-outage = In 30~dagen is dat hoogstens { $time } buiten dienst.
availability-or-more = { $share } of meer
availability-up-to = tot { $time }
availability-none = Geen
availability-band = { $low } tot onder { $high }
availability-below = Lager dan { $share }
availability-longer = langer dan { $time }
availability-column = Beschikbaar in { $unit ->
    [year] het
    [quarter] het
    [hour] het
   *[month] de
 } { unit }
availability-column-outage = Buiten dienst, in 30~dagen
availability-caption = { $title }: vergoedingen
availability-about = ongeveer { $time }
availability-claimed = Vraag een vergoeding binnen { $duration } aan.
maintenance-when = Het vindt plaats op deze tijd: { $when }.
maintenance-outside = Het vindt plaats buiten { $calendars }{ $possible ->
    [yes] , waar mogelijk
   *[no] { "" }
 }.
availability-claimed-after = Vraag een vergoeding aan binnen { $duration } { $after }.
changes-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, kondigen wij het onderhoud ten minste { $duration } van tevoren aan{ own-via }.
       *[no] Wij kondigen het onderhoud ten minste { $duration } van tevoren aan{ own-via }.
    }
    [product] { $conditioned ->
        [yes] { $when }, kondigen wij het einde van de fase ten minste { $duration } van tevoren aan{ own-via }.
       *[no] Wij kondigen het einde van een fase ten minste { $duration } van tevoren aan{ own-via }.
    }
   *[changes] { $conditioned ->
        [change] { $when }, kondigen wij die ten minste { $duration } van tevoren aan{ own-via }.
        [yes] { $when }, kondigen wij een wijziging ten minste { $duration } van tevoren aan{ own-via }.
       *[no] Wij kondigen een wijziging ten minste { $duration } van tevoren aan{ own-via }.
    }
 }
own-via = { $via ->
    [yes] , via { $channels }
   *[no] { "" }
 }
changes-notice-unfilled = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, kondigen wij het onderhoud van tevoren aan{ own-via }; hoelang van tevoren is nog niet bekend.
       *[no] Wij kondigen het onderhoud van tevoren aan{ own-via }; hoelang van tevoren is nog niet bekend.
    }
    [product] { $conditioned ->
        [yes] { $when }, kondigen wij het einde van de fase van tevoren aan{ own-via }; hoelang van tevoren is nog niet bekend.
       *[no] Wij kondigen het einde van een fase van tevoren aan{ own-via }; hoelang van tevoren is nog niet bekend.
    }
   *[changes] { $conditioned ->
        [change] { $when }, kondigen wij die van tevoren aan{ own-via }; hoelang van tevoren is nog niet bekend.
        [yes] { $when }, kondigen wij een wijziging van tevoren aan{ own-via }; hoelang van tevoren is nog niet bekend.
       *[no] Wij kondigen een wijziging van tevoren aan{ own-via }; hoelang van tevoren is nog niet bekend.
    }
 }
changes-no-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, wordt het onderhoud niet aangekondigd.
       *[no] Het onderhoud wordt niet aangekondigd.
    }
    [product] { $conditioned ->
        [yes] { $when }, wordt het einde van de fase niet aangekondigd.
       *[no] Het einde van een fase wordt niet aangekondigd.
    }
   *[changes] { $conditioned ->
        [change] { $when }, kan zij zonder aankondiging ingaan.
        [yes] { $when }, kan een wijziging zonder aankondiging ingaan.
       *[no] Een wijziging kan zonder aankondiging ingaan.
    }
 }
changes-open-requests = { $keep ->
    [yes] Lopende verzoeken houden de versie waaronder ze zijn gedaan.
   *[no] Een nieuwe versie geldt ook voor lopende verzoeken.
 }
changes-review = Wij herzien het hele beleid { $every }.
changes-next-review = De volgende herziening is uiterlijk op { $date }.

## Bouwers: kalenders en kanalen

calendar-heading = Openingstijden
calendar-caption = Openingstijden
calendar-caption-zone = { $zone ->
    [UTC] Openingstijden, UTC
   *[other] Openingstijden, plaatselijke tijd in { $zone }
 }
calendar-column = Kalender
calendar-closed = Gesloten
calendar-closed-all-day = Hele dag gesloten
calendar-open-all-day = Hele dag open
calendar-closed-from = Gesloten vanaf { $time }
calendar-closed-until = Gesloten tot { $time }
calendar-closed-hours = Gesloten { $hours }
calendar-open-hours = Open { $hours }
calendar-open-from-to = Open van { $from } tot { $to }
calendar-closed-from-to = Gesloten van { $from } tot { $to }
calendar-day = Datum
calendar-why = Aanleiding
calendar-hours = Tijden
calendar-day-span = { $from } tot en met { $to }
calendar-days-caption = { $calendar }: afwijkende dagen
calendar-closed-during = gesloten tijdens { $calendars }
calendar-open-during = open tijdens { $calendars }
calendar-open-always = altijd open
calendar-within = alleen tijdens { $calendar }
calendar-line = { $effect ->
    [open] open
   *[closed] gesloten
 } { $when }
calendar-occasion = { $line } ({ $occasion })
calendar-season = { $calendar }, { $dates }
calendar-holidays = Gesloten op { $holidays }.
calendar-holidays-customer = Gesloten op de feestdagen van de plaats waar { own-you } bent.
calendar-holidays-list = Gesloten op de feestdagen van een lijst die wij bijhouden.
calendar-holidays-open = Feestdagen zijn dagen als alle andere.
calendar-cut-off = Wat na { $time }~uur binnenkomt, geldt als ontvangen op de volgende open dag.
calendar-zone-customer = Alle tijden zijn die van de plaats waar { own-you } bent.
channel-after = Pas nadat { own-you } { $channels } hebt geprobeerd.
channel-alternative = { $address ->
    [informal] Je kunt
   *[formal] U kunt
 } ook { $channels } gebruiken.
channel-as-decided = { $who ->
    [us] open als wij dat beslissen
   *[other] open als { $person } dat beslist
 }
channel-bare = Hier zijn geen adres en geen tijden genoemd.
channel-no = niet beschikbaar
channel-self-service = { $address ->
    [informal] Hier help je jezelf.
   *[formal] Hier helpt u uzelf.
 }
channel-when = { $when }: { $line }
channel-open-when = open tijdens { $calendars }
channel-hours = { $calendar }

## Bouwers: toezeggingen en hoe wij tijd tellen

commitment-clock = { $kind ->
    [rhythm] Dit geldt { $span }.
    [open] Dit is de tijd { $span }.
   *[deadline] De tijd loopt { $span }.
 }
commitment-paused = De klok staat stil zolang { own-your } verzoek de status { $state } heeft.
commitment-none = Hiervoor zeggen wij geen termijn toe.
commitment-no = Dit komt hier niet voor.
commitment-best-effort = Wij doen ons best, zonder toegezegde termijn.
commitment-unfilled = De termijn is nog niet bekend.
commitment-as = Dit gebeurt { $promise }.
commitment-promise = { $strength ->
    [usual] Dit gebeurt meestal { $promise }.
    [guaranteed] Wij garanderen dat dit { $promise } gebeurt.
   *[target] Dit gebeurt { $promise }.
 }
commitment-targets = { $count ->
    [one] Dit is een streefwaarde.
   *[many] Dit zijn streefwaarden.
 }
commitment-guaranteed = { $count ->
    [one] Deze termijn is gegarandeerd.
   *[many] Deze termijnen zijn gegarandeerd.
 }
commitment-targets-met = Dit zijn streefwaarden; wij halen ze { $period } voor { $share } van de verzoeken.
commitment-met = Wij halen dit { $period } voor { $share } van de verzoeken.
commitment-one-exception = Eén uitzondering: { $exception }
commitment-exceptions = Uitzonderingen:
commitment-elsewhere = De termijnen staan in { $tables }.
commitment-gap = { $when } is geen termijn toegezegd.
commitment-gaps = Waar geen termijn staat, is er geen toegezegd.
commitment-restarts = De klok begint opnieuw { $when }.
commitment-keeps = { $when }, geldt de termijn voor de nieuwe { $name ->
    [priority] prioriteit
    [severity] ernst
   *[other] waarde
 }, gerekend vanaf hetzelfde begin.
commitment-keeps-else = Waar de klok opnieuw begint, staat dat bij de toezegging.
commitment-credit = Na { $count ->
    [one] één gemiste toezegging
   *[other] { $count } gemiste toezeggingen
 } in één { unit } { $address ->
    [informal] krijg je
   *[formal] krijgt u
 } { $amount }.
commitment-claimed = Vraag dit binnen { $duration } aan.
commitment-claimed-after = Vraag dit aan binnen { $duration } { $after }.
counting-elapsed-term = { $kind ->
    [short] Minuten en uren
   *[long] Dagen, weken en maanden
 }
counting-elapsed = { $kind ->
    [short] lopen door op de klok, dag en nacht.
   *[long] zijn die van de kalender, met weekeinden en feestdagen.
 }
counting-hours-term = { $own ->
    [yes] Werkuren
   *[no] Uren volgens { $calendar }
 }
counting-hours = lopen alleen { $own ->
    [yes] tijdens { $calendar }
    [same] tijdens onze { $calendar }
   *[no] tijdens die uren
 }. Ze stoppen bij sluiting en gaan verder bij de volgende opening.
counting-days-term = { $own ->
    [yes] Werkdagen
   *[no] Dagen volgens { $calendar }
 }
counting-days = { $own ->
    [yes] volgen { $calendar }.
    [same] volgen onze { $calendar }.
   *[no] volgen die uren.
 }
counting-opening-hours = openingstijden

## Bouwers: mensen, documenten, plichten

document-precedence = { $which ->
    [prevails] Waar dit document en dit beleid verschillen, gaat dit document voor.
   *[yields] Waar dit document en dit beleid verschillen, gaat dit beleid voor.
 }
party-third = een onafhankelijke derde
duty-subject = { $subject ->
    [us] wij { $kind ->
        [will] zullen
        [will-not] doen het volgende niet
        [must] moeten
        [must-not] mogen het volgende niet doen
        [may] mogen
       *[may-not] mogen het volgende niet doen
    }
   *[other] { $subject ->
        [customer] { own-you }
       *[other] { $name }
    } { $kind ->
        [will] { own-will }
        [will-not] doet het volgende niet
        [must] moet
        [must-not] mag het volgende niet doen
        [may] mag
       *[may-not] mag het volgende niet doen
    }
 }
own-will = { $subject ->
    [customer] zult
   *[other] zal
 }
duty-sentence = { $who }{ $kind ->
    [will-not] :
    [must-not] :
    [may-not] :
   *[other] { "" }
 } { $what }
duty-lead = { $who }:
duty-heading = { $subject ->
    [us] { $kind ->
        [will] Wat wij doen
        [will-not] Wat wij niet doen
        [must] Wat wij moeten doen
        [must-not] Wat wij niet mogen doen
        [may] Wat wij mogen doen
       *[may-not] Wat wij niet mogen doen
    }
    [customer] { $kind ->
        [will] Wat { own-you } zult doen
        [will-not] Wat { own-you } niet zult doen
        [must] Wat wij van { own-you } vragen
        [must-not] Wat wij { own-you } vragen niet te doen
        [may] Wat { own-you } mag doen
       *[may-not] Wat { own-you } niet mag doen
    }
   *[other] { $kind ->
        [will] Wat { $name } zal doen
        [will-not] Wat { $name } niet zal doen
        [must] Wat { $name } moet doen
        [must-not] Wat { $name } niet mag doen
        [may] Wat { $name } mag doen
       *[may-not] Wat { $name } niet mag doen
    }
 }
duty-usually = { $kind ->
    [will-not] { $what } (meestal)
    [must-not] { $what } (meestal)
    [may-not] { $what } (meestal)
   *[other] meestal { $what }
 }
duty-when = { $what }{ $long ->
    [yes] , { $time }
   *[no] { " " }{ $time }
 }
within-after = { $within } { $after }
duty-by = uiterlijk op { $day }
duty-except = { $what }, behalve { $except }

## Bouwers: escalaties, processen, de volgorde

escalation-at = { $kind ->
    [breach] als de termijn voor { $commitment } verstrijkt
    [half] halverwege de termijn voor { $commitment }
   *[share] na { $share } van de tijd voor { $commitment }
 }
escalation-offset = { $duration } { $side ->
    [before] voor
   *[after] na
 } het einde van de termijn voor { $commitment }
escalation-again = { $every } na het einde van de termijn voor { $commitment }, totdat de toezegging is nagekomen{ $limited ->
    [yes] , ten hoogste { $most } keer
   *[no] { "" }
 }
escalation-clock = De stappen volgen de klok van die toezegging.
escalation-notify = Wij waarschuwen { $people }
escalation-raised = { $who ->
    [customer] { $address ->
        [informal] Je kunt
       *[formal] U kunt
    }
   *[other] { $people } kan
 } dit aankaarten{ $via ->
    [yes] { " " }via { $channels }
   *[no] { "" }
 }.
escalation-turn = { $address ->
    [informal] Wend je
   *[formal] Wend u
 } { $order ->
    [first] { $count ->
        [1] tot
       *[other] eerst tot
    }
   *[then] daarna tot
 } { $people }{ $answers ->
    [yes] ; { $address ->
        [informal] je hebt
       *[formal] u hebt
    } binnen { $duration } antwoord
    [unfilled] ; de termijn voor een antwoord is nog niet bekend
   *[no] { "" }
 }.
escalation-pass = { $order ->
    [first] { $count ->
        [1] Een verzoek gaat naar
       *[other] Een verzoek gaat eerst naar
    }
   *[then] Daarna gaat het naar
 } { $people }{ $answers ->
    [yes] , met een antwoord binnen { $duration }
    [unfilled] ; de termijn voor een antwoord is nog niet bekend
   *[no] { "" }
 }.
escalation-address = { $person } ({ $place })
process-states = Een verzoek heeft altijd een van deze statussen:
process-ends = Een verzoek begint met de status { $first }{ $ends ->
    [yes] { " " }en eindigt met de status { $last }
   *[no] { "" }
 }.
process-ends-in-time = Het eindigt { $also ->
    [yes] ook met
   *[no] met
 } de status { $last } zodra de tijd voorbij is waarin het van daaruit verder kan.
process-checks = { $count ->
    [one] Eerst gaan wij één ding na:
   *[other] Eerst gaan wij na, in deze volgorde:
 }
process-ways = Zo gaat een verzoek verder:
process-sendings = Dit { $address ->
    [informal] krijg je
   *[formal] krijgt u
 } onderweg:
process-check-by = { $who ->
    [us] wij beslissen
    [customer] { own-you } beslist
   *[other] { $person } beslist
 }
process-check-otherwise = Zo niet, dan krijgt het verzoek de status { $state }.
process-way = Van { $from } naar { $to }
process-after = na { $duration }
process-when = zodra { $condition }
process-sends = Bij { $state }: { $what }
process-sends-after = Bij { $state }, na { $duration }: { $what }
queue-order = Wij nemen verzoeken { $usually ->
    [yes] meestal in deze volgorde
   *[no] in deze volgorde
 }: { $orders }.
quote-no-notice = geen aankondiging
queue-then = { $first }, daarna { $next }
queue-received = het oudste eerst
queue-severity = het ernstigste eerst
queue-priority = de hoogste prioriteit eerst
queue-level = naar { $fact }, het hoogste niveau eerst
queue-plan = het hoogste pakket eerst
queue-fact = naar { $fact }
queue-number = naar { $fact }, het hoogste aantal eerst
queue-date = naar { $fact }, de vroegste datum eerst
queue-except = Uitzondering: { $except }

## Bouwers: voorbeelden, feiten, waarden

example-case = Het geval
example-answer = Antwoord
example-received = ontvangen op { $at }
example-event = { $event ->
    [acknowledged] Wij bevestigen de ontvangst op { $at }
    [responded] Wij reageren op { $at }
    [updated] Wij sturen { own-you } een tussenbericht op { $at }
    [replied] { $address ->
        [informal] Je
       *[formal] U
     } antwoordt op { $at }
    [accepted] Wij nemen { own-your } verzoek aan op { $at }
    [resolved] Het verzoek is opgelost op { $at }
    [closed] Het verzoek wordt gesloten op { $at }
   *[other] { $when }: { $at }
 }
example-becomes = { $fact } wordt { $value } op { $at }
example-by = { $what } uiterlijk op { $at }
example-notifies = Wij waarschuwen { $people } op { $at }
example-open = { $channel }: { $state ->
    [open] open
   *[closed] gesloten
 }
example-value = { $what }: { $value }
example-covered = { own-your } verzoek valt { $answer ->
    [yes] onder dit beleid
   *[no] niet onder dit beleid
 }
example-state = { own-your } verzoek heeft { $not ->
    [one] niet de status
    [many] noch de status
   *[no] de status
 } { $values }
example-is = { $fact } is { own-not }{ $values }
example-granted = { $what }: { $granted ->
    [yes] inbegrepen
   *[no] niet inbegrepen
 }
example-cost = { $amount } voor { $duration }
example-instead = { $holds }; in plaats daarvan: { $offer }
example-why = Waarom
fact-lead = { $count ->
    [one] Dit gegeven bepaalt wat voor een verzoek geldt:
   *[other] Deze gegevens bepalen wat voor een verzoek geldt:
 }
fact-lead-prices = { $count ->
    [one] Dit gegeven bepaalt wat iets kost:
   *[other] Deze gegevens bepalen wat iets kost:
 }
fact-values = { $values }.
fact-yes-no = Ja of nee.
fact-date = Een datum.
fact-number = Een getal.
fact-duration = Een tijdsduur.
own-propose-it = { $name ->
    [severity] de ernst voor
    [priority] de prioriteit voor
   *[other] het voor
 }
fact-proposed = { $who ->
    [us] Wij stellen { own-propose-it }.
    [customer] { $address ->
        [informal] Je stelt
       *[formal] U stelt
    } { own-propose-it }.
   *[other] { $person } stelt { own-propose-it }.
 }
fact-confirmed = { $who ->
    [us] Wij beslissen.
    [customer] { $address ->
        [informal] Je
       *[formal] U
    } beslist.
   *[other] { $person } beslist.
 }
fact-severity-heading = { $keyword ->
    [priority] Hoe dringend is het?
   *[severity] Hoe ernstig is het?
 }
kind-languages = Wij antwoorden in het { $languages }.
kind-lead = { $keyword ->
    [kind] Wij onderscheiden deze soorten verzoeken:
    [region] Wij onderscheiden deze regio’s:
   *[phase] Een release doorloopt deze fasen:
 }

## Bouwers: wat eronder valt, diensten, plannen, prijzen, producten

scope-covers = Dit valt eronder:
scope-covers-all = Alles wat hier niet is uitgesloten, valt eronder.
scope-covers-when = { $address ->
    [informal] Je
   *[formal] Uw
 } verzoek valt eronder { $when }.
scope-excludes = Dit valt er niet onder:
scope-kinds = { $what }: { $kinds }
scope-caption-instead = Wat er niet onder valt, en wat { own-you } dan kunt doen
scope-not-covered = Valt er niet onder
scope-instead = In plaats daarvan
scope-nothing-instead = Geen alternatief
offer-by = Dit wordt gedaan door { $people }.
offer-proposal = { $address ->
    [informal] Je krijgt
   *[formal] U krijgt
 } eerst een voorstel.
offer-invoiced = { $address ->
    [informal] Je krijgt
   *[formal] U krijgt
 } { $period } een factuur.
offer-during = { $rate } tijdens { $calendar }
offer-outside = { $rate } buiten { $calendar }
offer-least = ten minste { $duration }
offer-steps = in stappen van { $duration }
offer-times = { $times } keer het gewone tarief
offer-multiplied = { $rate } ({ $remark })
offer-instead-of = In plaats van { $things }.
plan-caption = { $what ->
    [price] Wat elk pakket kost
    [terms] De voorwaarden van elk pakket
   *[grants] Wat elk pakket omvat
 }
plan-included = { $what ->
    [grants] Inbegrepen
   *[other] Voorwaarden
 }
plan-includes = { $plan } omvat:
plan-extends = Omvat alles van { $plans }.
plan-all = De pakketten zijn { $plans }.
plan-price = Prijs
plan-runs = Looptijd
plan-runs-for = { $duration }{ $renews ->
    [yes] { $noticed ->
        [yes] , verlengd tenzij ten minste { $notice } voor het einde opgezegd{ own-via }
        [unfilled] , verlengd tenzij voor het einde opgezegd{ own-via }; hoelang van tevoren is nog niet bekend
       *[no] , daarna verlengd
    }
   *[no] { $noticed ->
        [yes] , opzegbaar met een termijn van { $notice }{ own-via }
        [unfilled] , opzegbaar{ own-via }; de opzegtermijn is nog niet bekend
       *[no] { "" }
    }
 }
plan-unsaid = Niet genoemd
plan-unused-lapse = { $unit ->
    [none] wat niet is gebruikt, vervalt
   *[other] ongebruikte { own-units } vervallen
 }
price-except = bij uitzondering { $amount }
price-from = berekend als { $amount }
product-release = Release
product-since = Uit sinds
product-until = { $phase } tot en met
product-on = Op { $date }
product-caption = Ondersteuning per release
product-announced = Aangekondigd
product-ended = Beëindigd
product-unknown = Niet bekend
product-no-phase = Geen
product-supports = { $count ->
    [one] De nieuwste release wordt altijd ondersteund.
   *[other] De nieuwste { $count } releases worden altijd ondersteund.
 }
product-ends = Einde van { $phase }: { $date }.
catalogue-holds = { $count ->
    [one] { $count } regeling
   *[other] { $count } regelingen
 }
catalogue-holds-some = { $count ->
    [one] { $count } regeling, waaronder:
   *[other] { $count } regelingen, waaronder:
 }

## Bouwers: tabellen

table-any = Maakt niet uit
table-other = Alle andere
table-other-values = Overige: { $values }
table-below = Lager dan
table-credit = Vergoeding
table-price = Prijs
table-primary = Eerste aanspreekpunt
table-secondary = Tweede aanspreekpunt
table-entitlement = Inbegrepen
table-caption = { $title }, naar { $facts }

## Answers to one case

answer-covered = Gedekt
answer-yes = ja
answer-no = nee
answer-instead = in plaats daarvan: { $offer }
answer-depends = hangt af van { $facts }
answer-by = uiterlijk { $at }
answer-then = daarna { $times }
answer-starts = begint { $when }
answer-give-event = geef `--event { $event }` op om het te laten uitrekenen
answer-earlier = eerder: { $from } tot { $to }, { $state }
answer-paused = gepauzeerd
answer-left = nog { $time }
answer-counted = { $limit } ({ $rule })
answer-unused = nog { $amount }
answer-left-until = nog { $amount } tot en met { $date }
answer-used-up = niets meer over
answer-used-up-until = niets meer over tot en met { $date }
answer-over = op, en { $amount } meer
answer-met = gehaald
answer-missed = gemist
answer-done = klaar
answer-closed = gesloten
answer-uncounted = telt niet mee
answer-rule = { $rule }, regel { $line }
answer-escalation = Opschaling
answer-nobody = niemand krijgt in dit geval bericht
answer-not-needed = niet meer nodig
answer-channels = Kanalen
answer-open-until = { $channel } open tot { $at }
answer-open-always = { $channel } altijd
answer-shut-until = { $channel } gesloten tot { $at }
answer-shut = { $channel } gesloten
answer-unsure = { $channel }: { $why }
answer-entitlements = Inbegrepen
answer-prices = Prijzen
answer-becomes = wordt { $state } op { $at }
answer-sends = { $what } op { $at }
answer-total = { $time } in totaal
answer-opens = Opent
answer-closes = Sluit
answer-opened = Geopend
answer-shut-since = Gesloten
answer-changed = { $value } vanaf { $at }
answer-no-time = nog geen tijdstip
answer-on-request = op verzoek
answer-in-turn = achtereenvolgens
answer-at-once = meteen
answer-offers = Aanbod
answer-proposal = na een voorstel
answer-unpromised = er is niets voor toegezegd
answer-release = { $release }, { $date }
answer-no-date = de datum is nog niet bekend
answer-holidays-unknown = de feestdagen in { $list } zijn maar tot en met { $year } bekend
answer-never-open = zo lang is er niet open
answer-out-of-range = dit ligt na het jaar 2100

## Berichten van wijziging

notice-kicker = Bericht van wijziging
notice-title = Wijzigingen van { $policy }
notice-lead = { $address ->
    [informal] Dit verandert er voor jou, vergeleken met de versie die nu geldt.
   *[formal] Dit verandert er voor u, vergeleken met de versie die nu geldt.
 }
notice-lead-from = { $address ->
    [informal] Dit verandert er voor jou vanaf { $date }, vergeleken met de versie die tot dan geldt.
   *[formal] Dit verandert er voor u vanaf { $date }, vergeleken met de versie die tot dan geldt.
 }
notice-nothing-changes = Aan wat er is beloofd verandert niets; alleen woorden zijn anders.
notice-ends-title = { $policy } vervalt
notice-ends = Dit beleid geldt niet meer.
notice-ends-from = Dit beleid geldt vanaf { $date } niet meer. Tot dan geldt het zoals het is.
notice-ending = Wat er vervalt
notice-versions = { $old } wordt { $new }
notice-announced = Aangekondigd op
notice-worse = { $address ->
    [informal] Waar je op achteruitgaat
   *[formal] Waar u op achteruitgaat
 }
notice-mixed = Beter voor de een, slechter voor de ander
notice-better = { $address ->
    [informal] Waar je op vooruitgaat
   *[formal] Waar u op vooruitgaat
 }
notice-what = Wat
notice-who = Voor wie
notice-before = Tot nu toe
notice-after = Vanaf dan
notice-everybody = iedereen
notice-gone = niet meer
notice-new = nieuw
notice-there = zoals nu
notice-none = { $aspect ->
    [audience] niemand
    [route] niemand
    [staff] niemand
    [step] niemand
    [coverage] niets
    [duty] niets
    [exemption] niets
    [lapse] niets
    [obligation] niets
    [permission] niets
    [right] niets
    [pause] nooit
    [review] nooit
   *[other] geen
 }
notice-changed = gewijzigd
notice-covered = gedekt
notice-not-covered = niet gedekt
notice-never = nooit
notice-example = Een verzoek van { $received } moest op { $before } klaar zijn; dan is dat { $after }.
notice-length = Gerekend vanaf { $received } liep de termijn tot { $before }; dan loopt die tot { $after }.
notice-for = { $what } ({ $who })
notice-among = { $what }, onder andere
notice-some-days = op sommige dagen, eerst { $what }
notice-other-hours = hetzelfde, op andere uren
notice-also = ook { $what }
notice-pair = { $what }: { $said }
notice-share = { $share } { $period }
list-notice = { $first }; { $second }
notice-moved = { $way ->
    [later] Hierdoor lopen deze termijnen later af: { $what }.
    [earlier] Hierdoor lopen deze termijnen eerder af: { $what }.
    [either] Hierdoor lopen deze termijnen soms eerder en soms later af: { $what }.
    [longer] Hierdoor worden deze termijnen langer: { $what }.
    [shorter] Hierdoor worden deze termijnen korter: { $what }.
   *[both] Hierdoor worden deze termijnen soms langer en soms korter: { $what }.
 }
notice-first = Voor het eerst op { $received }.
notice-colophon = Wat geldt, staat in het beleid zelf; dit bericht vat samen wat daarin verandert.
notice-aspect = { $aspect ->
    [address] adres
    [ahead] hoe lang vooraf het wordt aangekondigd
    [announcement] hoe het wordt aangekondigd
    [answer] tijd voor een antwoord
    [audience] wie het kan lezen
    [claim] tijd om aanspraak te maken
    [clock] wanneer de tijd loopt
    [coverage] wat eronder valt
    [credit] vergoeding als wij het niet halen
    [cut-off] uiterste tijd van ontvangst
    [duty] wat wij doen
    [ending] opzegtermijn van het contract
    [exemption] wat niet meetelt
    [hours] tijden
    [instead] waar men dan terecht kan
    [language] talen
    [lapse] wat niet is gebruikt
    [message] berichten
    [met] hoe vaak wij het halen
    [minimum] wat minstens wordt berekend
    [steps] stappen waarin tijd wordt berekend
    [notice] hoe wijzigingen worden aangekondigd
    [obligation] { $address ->
        [informal] wat je moet doen
       *[formal] wat u moet doen
     }
    [open] lopende verzoeken
    [others] andere wegen
    [pause] wanneer de tijd stilstaat
    [permission] wat wij mogen doen
    [precedence] welk document voorgaat
    [price] prijs
    [process] hoe een verzoek wordt behandeld
    [proposal] voorstel voordat het werk begint
    [rate] tarief
    [rate-at-hours] tarief op sommige uren
    [release] versies
    [renewal] verlenging
    [restart] wat de tijd opnieuw laat beginnen
    [review] hoe vaak wij het beleid opnieuw bekijken
    [right] { $address ->
        [informal] wat je mag doen
       *[formal] wat u mag doen
     }
    [route] wie erom kan vragen
    [staff] wie daar helpt
    [step] wie bericht krijgt, en wanneer
   *[term] looptijd van het contract
 }
answer-note = let op: { $note }
note-parts = `{ $text }` heeft delen van een seconde; die tellen als een hele
note-twice = { $time } komt in { $city } twee keer voor als de klok wordt teruggezet; de eerste keer is bedoeld, { $first }; de tweede is { $second }
note-not-received = voor zover bekend is het verzoek niet ontvangen: geef `--received` op
note-order = de gebeurtenissen zijn in een andere volgorde opgegeven dan ze plaatsvonden
note-used = wat van `{ $of }` is gebruikt, telt hier niet: { $why }
note-used-nobody = in geen enkel zulk geval hoort het erbij
note-used-not-granted = het hoort in dit geval niet bij het pakket
note-used-depends = of het erbij hoort, hangt af van gegevens die niet zijn opgegeven
note-used-per = waarvoor de grens wordt geteld, is niet bekend
note-used-unlimited = het hoort er zonder grens bij
note-no-clock = er is geen tijd van ontvangst opgegeven, dus er loopt geen klok
note-no-zone = het beleid noemt geen tijdzone; de tijden zijn die van { $zone }
note-no-customer = de tijdzone van de klant is niet opgegeven; { $zone } wordt ervoor genomen
note-no-holidays = de feestdagen van de klant zijn niet opgegeven, en er worden er geen afgetrokken
note-waits = een regel van `{ $of }` is nog niet ingevuld, en het antwoord rekent zonder die regel
note-over = elke fase van `{ $product }` { $release } is voorbij: de laatste, `{ $phase }`, eindigde op { $date }
