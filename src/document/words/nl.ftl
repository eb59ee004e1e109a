### Nederlands. Een tilde is een vaste spatie. Elke taal heeft dezelfde sleutels, in elke volgorde;
### die met `own-` beginnen, zijn hulpjes van dit bestand.
### $address zegt hoe lezers worden aangesproken: "formal" (u) of "informal" (je).

## Naam van de taal, tekens

language-own-name = Nederlands
number-decimal = ,
number-group = .
share = { $number }%
list-and = { $first } en { $second }
list-or = { $first } of { $second }
list-next = { $first }, { $second }
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
page-zone = Tijdzone
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
page-digests = Bron { $source }, regels { $rules }.
page-see = Zie { $things }.
page-see-section = hoofdstuk { $number }
page-note-label = Opmerking
page-because = Reden: { $reason }
page-because-many = Redenen
page-internal = Intern
page-for-party = Voor { $party }

glance = In het kort
glance-remark = Een samenvatting. Waar zij korter is dan de genummerde hoofdstukken, gelden die hoofdstukken.
glance-table = Wat wij toezeggen, per plan
glance-promise = Toezegging
glance-row = { $first }: { $second }

yes = Ja
no = Nee

## Vaste hoofdstukken

section-introduction = Inleiding
section-definitions = Woorden die wij gebruiken
section-scope = Wat eronder valt
section-plans = Plannen en rechten
section-channels = Hoe { own-you } ons bereikt
section-response = Reactietijden
section-process = Hoe wij een verzoek behandelen
section-escalation = Escalatie en klachten
section-responsibilities = Hoe wij samenwerken
section-availability = Onderhoud en beschikbaarheid
section-confidentiality = Vertrouwelijkheid
section-liability = Aansprakelijkheid
section-third-parties = Producten van anderen
section-custom-work = Maatwerk
section-training = Training
section-prices = Prijzen
section-life-cycle = Levensloop van producten
section-examples = Uitgewerkte voorbeelden
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

fact-plan = Plan
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

change-weaker = Zwakker
change-stronger = Sterker
change-mixed = Gemengd
change-neutral = Neutraal

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
within = binnen { $duration }
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
