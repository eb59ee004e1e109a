### Deutsch. Eine Tilde ist ein geschütztes Leerzeichen. Jede Sprache hat dieselben Schlüssel, in beliebiger
### Reihenfolge; die mit `own-` beginnen, sind Helfer dieser Datei.
### $address sagt, wie Leserinnen und Leser angesprochen werden: "formal" (Sie) oder "informal" (du).
### Titel kommen von den Verfassern. Kein Satz verlangt deren Geschlecht oder Fall: Sie stehen in Anführungszeichen
### hinter einem Gattungswort (die Frist „…“) oder hinter einem Doppelpunkt.

## Name der Sprache, Zeichen

language-own-name = Deutsch
number-decimal = ,
number-group = .
number-group-least = 4
share = { $number }~%
list-and = { $first } und { $second }
list-between = { $first } und { $second }
list-week = { $first } und { $second }
list-or = { $first } oder { $second }
list-next = { $first }, { $second }
list-time = { $first } und { $second }
list-time-next = { $first }, { $second }
list-remark = { $first } oder { $second }
quoted = „{ $text }“
punctuation = plain
page-colon = :
page-stop = .
page-aside = { " " }({ $words })
titles-within = as-written

## Die Seite

page-skip = Zum Text
page-languages = Sprachen
page-contents = Inhalt
page-link-to-section = Link zu Abschnitt { $number }, { $title }
page-link-to-heading = Link zu: { $title }
page-link-to-clause = Link zu dieser Bestimmung: { $name }
page-scroll-hint = Die Tabelle hat { $columns } Spalten und lässt sich seitlich verschieben.
page-table = Tabelle
page-notes = Anmerkungen
page-note = Anmerkung { $number }
page-back-to-text = Zurück zum Text bei Anmerkung { $number }
page-kicker = Supportrichtlinie
page-kicker-edition = Supportrichtlinie, Ausgabe { $edition }
page-title-version = { $title }, Version { $version }
page-version = Version
page-effective = Gültig ab
page-timezone = Zeitzone
page-review = Nächste Überprüfung
page-publisher = Herausgeber
page-edition = Ausgabe
page-earlier-versions = Frühere Versionen
page-what-is-new = Was ist neu
page-rule-set = Regelwerk (JSON)
page-markdown = Markdown
page-published-by = Herausgegeben von { $publisher }.
page-generated = Erstellt aus { $source }, Version { $version }, mit Avouch { $tool }.
page-generated-no-version = Erstellt aus { $source } mit Avouch { $tool }.
page-see = Siehe { $things }.
page-see-section = Abschnitt { $number }
page-note-label = Hinweis
page-because = Grund: { $reason }
page-because-many = Gründe
page-internal = Intern
page-for-party = Für { $party }

glance = Auf einen Blick
glance-remark = Eine Zusammenfassung. Wo sie kürzer ist als die nummerierten Abschnitte, gelten diese.
glance-table = Was wir zusagen, nach Tarif
glance-promise = Zusage
glance-row = { $first }: { $second }

yes = Ja
no = Nein
mark-yes = Ja
mark-no = Nein

## Feste Abschnitte

section-introduction = Einleitung
section-definitions = Begriffe
section-scope = Leistungsumfang
section-plans = Tarife und Leistungen
section-channels = So { $address ->
    [informal] erreichst du
   *[formal] erreichen Sie
 } uns
section-response = Reaktionszeiten
section-response-none = Einstufung von Anfragen
section-process = So bearbeiten wir eine Anfrage
section-escalation = Eskalation und Beschwerden
section-escalation-own = Eskalation
section-responsibilities = Zusammenarbeit
section-availability = Wartung und Verfügbarkeit
section-confidentiality = Vertraulichkeit
section-liability = Haftung
section-third-parties = Produkte Dritter
section-custom-work = Individuelle Leistungen
section-training = Schulung
section-prices = Preise
section-life-cycle = Produktlebenszyklus
section-products = Produkte
section-examples = Beispiele
section-documents = Weitere Dokumente
section-changes = Änderungen dieser Richtlinie
section-questions = Fragen und Antworten
section-contact = Kontakt

## Fakten und Personen

own-you = { $address ->
    [informal] du
   *[formal] Sie
 }
own-you-dative = { $address ->
    [informal] dir
   *[formal] Ihnen
 }
own-you-accusative = { $address ->
    [informal] dich
   *[formal] Sie
 }
own-your = { $address ->
    [informal] dein
   *[formal] Ihr
 }
own-your-feminine = { own-your }e
own-your-feminine-dative = { own-your }er

fact-plan = Tarif
fact-severity = Schweregrad
fact-priority = Priorität
fact-channel = Kontaktweg
fact-kind = Art der Anfrage
fact-product = Produkt
fact-release = Version
fact-phase = Phase
fact-term = Laufzeit
fact-region = Region
fact-language = Sprache
fact-received = Eingang
fact-change = Änderung
fact-covered = Abgedeckt

change-weaker = nachteilig
change-stronger = vorteilhaft
change-mixed = teilweise nachteilig
change-neutral = neutral

person-us = wir
person-us-object = uns
person-customer = { own-you }
person-customer-object = { own-you-accusative }

calendar-always = rund um die Uhr

## Datum und Uhrzeit

month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
 }
month-short = { $month ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
 }
weekday = { $weekday ->
    [Mon] Montag
    [Tue] Dienstag
    [Wed] Mittwoch
    [Thu] Donnerstag
    [Fri] Freitag
    [Sat] Samstag
   *[Sun] Sonntag
 }
weekday-short = { $weekday ->
    [Mon] Mo
    [Tue] Di
    [Wed] Mi
    [Thu] Do
    [Fri] Fr
    [Sat] Sa
   *[Sun] So
 }
date = { $day }.~{ month } { $year }
date-short = { $day }.~{ month-short } { $year }
date-full = { weekday }, { $day }.~{ month } { $year }
date-short-full = { weekday-short }, { $day }.~{ month-short } { $year }
date-yearly = { $day }.~{ month }
clock-time = { $hour }:{ $minute }
instant = { date-full }, { $time }~Uhr
instant-short = { date-short-full }, { $time }~Uhr
holidays-in = gesetzlichen Feiertagen ({ $areas })

## Zeitspannen

unit = { $unit ->
    [second] Sekunde
    [minute] Minute
    [hour] Stunde
    [day] Tag
    [week] Woche
    [month] Monat
    [quarter] Quartal
   *[year] Jahr
 }
own-units = { $unit ->
    [second] Sekunden
    [minute] Minuten
    [hour] Stunden
    [day] Tage{ own-dative-n }
    [week] Wochen
    [month] Monate{ own-dative-n }
    [quarter] Quartale{ own-dative-n }
   *[year] Jahre{ own-dative-n }
 }
own-dative-n = { $case ->
    [dative] n
   *[nominative] { "" }
 }
own-each = { $unit ->
    [second] jede
    [minute] jede
    [hour] jede
    [week] jede
    [quarter] jedes
    [year] jedes
   *[other] jeden
 }
own-working-unit = { $unit ->
    [second] Arbeitssekunde
    [minute] Arbeitsminute
    [hour] Arbeitsstunde
    [day] Arbeitstag
    [week] Arbeitswoche
    [month] Arbeitsmonat
    [quarter] Arbeitsquartal
   *[year] Arbeitsjahr
 }
own-working-units = { $unit ->
    [day] Arbeitstage{ own-dative-n }
    [month] Arbeitsmonate{ own-dative-n }
    [quarter] Arbeitsquartale{ own-dative-n }
    [year] Arbeitsjahre{ own-dative-n }
   *[other] { own-working-unit }n
 }
duration = { $count ->
    [one] { $count }~{ unit }
   *[other] { $count }~{ own-units }
 }
duration-business = { $count ->
    [one] { $count }~{ own-working-unit }
   *[other] { $count }~{ own-working-units }
 }
duration-calendar = { duration } laut „{ $calendar }“
range = { $from } bis { $to }
duration-unfilled = { $case ->
    [dative] einer noch nicht bekannten Frist
   *[nominative] eine noch nicht bekannte Frist
 }
within = innerhalb von { $duration-dative }
within-unfilled = innerhalb einer noch nicht bekannten Frist
each = pro { unit }
every = { $count ->
    [1] { own-each } { unit }
   *[other] alle { $count }~{ own-units }
 }
every-business = { $count ->
    [1] { own-each } { own-working-unit }
   *[other] alle { $count }~{ own-working-units }
 }
every-calendar = { every } laut „{ $calendar }“
per-time = { $count ->
    [1] pro { unit }
   *[other] je { $count }~{ own-units }
 }

## Tage und Stunden

weekday-every = täglich
weekday-alone = { weekday }
week-hours = { $days } { $hours }
weekday-span = { $from } bis { $to }
weekday-span-short = { $from }–{ $to }
clock-span = { $kind ->
    [day] ganztägig
    [from] { $from }–24:00~Uhr
    [until] 00:00–{ $to }~Uhr
    [overnight] { $from }–{ $to }~Uhr am Folgetag
   *[plain] { $from }–{ $to }~Uhr
 }
clock-span-sentence = { $kind ->
    [day] ganztägig
    [from] von { $from } bis 24:00~Uhr
    [until] von 00:00 bis { $to }~Uhr
    [overnight] von { $from } bis { $to }~Uhr am Folgetag
   *[plain] von { $from } bis { $to }~Uhr
 }
date-day = { $day }.
date-span = { $days ->
    [one] { $to-whole }
   *[many] { $from } bis { $to-whole }
 }
date-span-sentence = { $days ->
    [one] am { $to-whole }
   *[many] vom { $from } bis zum { $to-whole }
 }
instant-span = von { $from } bis { $to }
week-point = { $zoned ->
    [yes] { $day }, { $time }~Uhr ({ $zone })
   *[no] { $day }, { $time }~Uhr
 }
day-of-month = { $which ->
    [first] erster
    [second] zweiter
    [third] dritter
    [fourth] vierter
   *[last] letzter
} { $day } jedes Monats
week-span = von { $from } bis { $to }
only-within = nur während der Zeiten „{ $calendar }“
zone-local = { $zone ->
    [UTC] Zeit in UTC
   *[other] Ortszeit { $zone }
 }
zone-local-customer = Ortszeit an { own-your }em Standort

## Wie wir Zeit zählen

count-time = Wie wir Zeit zählen
count-elapsed = Minuten und Stunden laufen nach der Uhr, Tag und Nacht. Tage, Wochen, Monate und Jahre sind Kalenderzeiten.
count-business-hours = Arbeitsstunden laufen nur während der Zeiten „{ $calendar }“. Bei Schließung halten sie an, bei der nächsten Öffnung laufen sie weiter.
count-days-end-at-close = Der Tag des Eingangs zählt nicht mit, und eine Frist in Arbeitstagen endet mit der Schließung am letzten Tag. Was außerhalb der Öffnungszeiten eingeht, gilt als am nächsten Arbeitstag eingegangen.
count-days-keep-time = Eine Frist in Arbeitstagen endet zu der Uhrzeit, zu der sie begonnen hat, auch wenn dann geschlossen ist.
count-days-keep-time-next-opening = Eine Frist in Arbeitstagen endet zu der Uhrzeit, zu der sie begonnen hat, oder bei der nächsten Öffnung, wenn dann geschlossen ist.
count-days-keep-time-until-close = Eine Frist in Arbeitstagen endet zu der Uhrzeit, zu der sie begonnen hat, oder mit der Schließung, wenn diese früher ist.
count-days-roll-to-opening = Was außerhalb der Öffnungszeiten eingeht, zählt ab der nächsten Öffnung. Eine Frist in Arbeitstagen endet zu der Uhrzeit, zu der sie begonnen hat.
count-days-include-receipt = Der Tag des Eingangs zählt als erster Arbeitstag, und eine Frist endet mit der Schließung am letzten Tag.
count-days-hours = Ein Arbeitstag entspricht { $hours } Arbeitsstunden.
count-days-schedule-day = Ein Arbeitstag entspricht den Öffnungszeiten eines Tages, von der Öffnung bis zur Schließung.
count-cut-off = Was nach { $time }~Uhr eingeht, gilt als am nächsten Arbeitstag eingegangen.
count-zone = { $zone ->
    [UTC] Alle Uhrzeiten sind in UTC.
   *[other] Alle Uhrzeiten sind Ortszeit { $zone }.
 }
count-zone-customer = Alle Uhrzeiten sind die Ortszeit an { $address ->
    [informal] deinem
   *[formal] Ihrem
 } Standort.
count-target = Werte ohne anderen Hinweis sind Zielwerte.

## Zusagen

strength-unsaid = { $promise }
strength-target = { $promise } (Zielwert)
strength-usual = in der Regel { $promise }
strength-guaranteed = { $promise } (garantiert)
own-day = { $clock ->
    [business] Arbeitstag
   *[elapsed] Tag
 }
own-day-calendar = { $clock ->
    [calendar] { " " }laut „{ $calendar }“
   *[other] { "" }
 }
day = { $which ->
    [same] am selben
   *[next] am nächsten
 } { own-day }{ own-day-calendar }{ $timed ->
    [yes] , { $time }~Uhr
   *[no] { "" }
 }
by-day = { $timed ->
    [yes] bis { $time }~Uhr { $which ->
        [same] am selben
       *[next] am nächsten
    } { own-day }{ own-day-calendar }
   *[no] bis zum Ende { $which ->
        [same] desselben
       *[next] des nächsten
    } { own-day }s{ own-day-calendar }
 }
release-next = nächste Version
release-second-next = übernächste Version
in-release = { $step ->
    [next] in der nächsten Version
   *[second-next] in der übernächsten Version
 }
best-effort = so schnell wie möglich
best-effort-sentence = so schnell wie möglich
none-promised = keine Zusage
none-promised-sentence = ohne zugesagte Frist
does-not-occur = entfällt
as-agreed = wie vereinbart in „{ $document }“
amount-included = inbegriffen in „{ $thing }“
as-decided = { $by ->
    [us] nach unserem Ermessen
    [customer] nach { own-your }em Ermessen
   *[other] nach Entscheidung ({ $who })
 }
not-known-yet = noch nicht bekannt

## Grenzen und Geld

unlimited = unbegrenzt
limit = { $amount }
limit-at-a-time = bis zu { $amount } gleichzeitig
limit-up-to-per = bis zu { $amount } { $per }
limit-per = { $amount } { $per }
limit-at-most = { $limit }, höchstens { $most }
limit-unused-lapse = { $limit }; { $unit ->
    [none] Ungenutztes verfällt
   *[other] ungenutzte { own-units } verfallen
 }
per-thing = { $count ->
    [1] pro { $thing }
   *[other] je { $count } { $thing }
 }
thing-request = { $count ->
    [one] Anfrage
   *[other] Anfragen
 }
thing-incident = { $count ->
    [one] Störung
   *[other] Störungen
 }
thing-user = Nutzer
thing-device = { $count ->
    [one] Gerät
   *[other] Geräte
 }
thing-server = Server
thing-contract = { $count ->
    [one] Vertrag
   *[other] Verträge
 }
thing-licence = { $count ->
    [one] Lizenz
   *[other] Lizenzen
 }
thing-person = { $count ->
    [one] Person
   *[other] Personen
 }
thing-visit = { $count ->
    [one] Besuch
   *[other] Besuche
 }
money = { $currency ->
    [EUR] { $amount }~€
   *[other] { $amount }~{ $currency }
 }
amount-share = { $share } von „{ $price }“
amount-times = das { $times }-Fache des üblichen Satzes
amount-higher = { $count ->
    [2] höherer
   *[other] höchster
 } Betrag aus { $amounts }
amount-lower = { $count ->
    [2] niedrigerer
   *[other] niedrigster
 } Betrag aus { $amounts }
amount-average = Durchschnitt aus { $amounts }
amount-sum = Summe aus { $amounts }
amount-difference = Differenz zwischen { $amounts }
amount-term = Preis für { $term }
amount-none = kostenlos
amount-no = nicht verfügbar

## Leben einer Version

rule-release = Veröffentlichung
rule-on = { $alone ->
    [yes] { $date }
   *[no] dem { $date }
 }
rule-next = Erscheinen der nächsten Version
rule-second-next = Erscheinen der übernächsten Version
rule-start = Beginn der Phase „{ $phase }“
rule-end = Ende der Phase „{ $phase }“
rule-after = { $duration } nach { $rule }
rule-first-after = erster { $day } nach { $rule }
rule-first-later-than = erster { $day } mehr als { $duration } nach { $rule }
rule-earlier = { $first } oder { $second }, je nachdem, was zuerst eintritt
rule-later = { $first } oder { $second }, je nachdem, was zuletzt eintritt
phase-until = bis { $rule }
phase-from = ab { $date }
phase-onwards = danach, ohne Enddatum
phase-endless = ohne Enddatum
phase-no = nicht vorgesehen

## Ereignisse, mit ihrem Platz im Satz

event-received = { $place ->
    [since] ab dem Eingang
    [until] bis zum Eingang
    [after] nach Eingang
   *[when] bei Eingang
 } { own-your-feminine-dative } Anfrage
event-acknowledged = { $place ->
    [since] ab unserer Eingangsbestätigung
    [until] bis zu unserer Eingangsbestätigung
    [after] nach unserer Eingangsbestätigung
   *[when] bei unserer Eingangsbestätigung
 }
event-responded = { $place ->
    [since] ab unserer Antwort
    [until] bis zu unserer Antwort
    [after] nach unserer Antwort
   *[when] bei unserer Antwort
 }
event-updated = { $place ->
    [since] ab unserer Zwischenmeldung
    [until] bis zu unserer Zwischenmeldung
    [after] nach unserer Zwischenmeldung
   *[when] bei unserer Zwischenmeldung
 }
event-replied = { $place ->
    [since] ab { own-your-feminine-dative } Antwort
    [until] bis zu { own-your-feminine-dative } Antwort
    [after] nach { own-your-feminine-dative } Antwort
   *[when] bei { own-your-feminine-dative } Antwort
 }
event-accepted = { $place ->
    [since] ab der Annahme
    [until] bis zur Annahme
    [after] nach Annahme
   *[when] bei Annahme
 } { own-your-feminine-dative } Anfrage
event-resolved = { $place ->
    [since] ab der Lösung
    [until] bis zur Lösung
    [after] nach Lösung
   *[when] bei Lösung
 } { own-your-feminine-dative } Anfrage
event-closed = { $place ->
    [since] ab dem Abschluss
    [until] bis zum Abschluss
    [after] nach Abschluss
   *[when] bei Abschluss
 } { own-your-feminine-dative } Anfrage
event-state = { $place ->
    [since] ab dem Status „{ $state }“
    [until] bis zum Status „{ $state }“
    [after] nach Erreichen des Status „{ $state }“
   *[when] bei Erreichen des Status „{ $state }“
 }
event-fact = { $place ->
    [since] ab der
    [until] bis zur
    [after] nach
   *[when] bei
 } { $what ->
    [set] Festlegung
   *[changed] Änderung
 } { $name ->
    [severity] des Schweregrads
    [priority] der Priorität
    [plan] des Tarifs
   *[other] der Angabe „{ $title }“
 }
event-clause = { $place ->
    [since] ab dem Zeitpunkt, zu dem
    [until] bis
    [after] ab dem Zeitpunkt, zu dem
   *[when] sobald
 } { $clause }
event-named = { $place ->
    [since] ab dem Ereignis
    [until] bis zum Ereignis
    [after] nach dem Ereignis
   *[when] beim Ereignis
 } „{ $event }“
clause-openers = Sie Ihr Ihre
clause-small = yes
clause-verbs = gibt bin bist sind ist habe hast haben hätten werden würden können müssen wollen dürfen sollen möchten hat wird kann muss will darf soll
clause-endings = en ern eln tun sind ist hat et ft lt nt kt gt mt iert
clause-label = ob { $clause }

## Bedingungen, mit dem Verb am Ende wie in einem Nebensatz

if = wenn { $clause }
unless = außer wenn { $clause }
either = entweder { $choices }
brackets = ({ $clause })
list-either = { $first } oder { $second }
list-either-next = { $first }, { $second }
list-nor = { $first } noch { $second }
clauses-and = { $first } und { $second }
clauses-and-either = { $first } und { $second }
clauses-or = { $first } oder { $second }
clauses-next = { $first }, { $second }
clauses-and-long = { $first }, und { $second }
clauses-or-long = { $first }, oder { $second }
list-label-or = { $first }; oder { $second }
own-not = { $not ->
    [one] nicht{ " " }
    [many] weder{ " " }
   *[no] { "" }
 }
own-answer-not = { $answer ->
    [yes] { "" }
   *[no] nicht{ " " }
 }
fact-plan-subject = { own-your } Tarif
fact-severity-subject = der Schweregrad
fact-priority-subject = die Priorität
fact-channel-subject = der Kontaktweg
fact-kind-subject = die Art der Anfrage
fact-product-subject = das Produkt
fact-release-subject = die Version
fact-phase-subject = die Phase der Version
fact-term-subject = die Laufzeit
fact-region-subject = { own-your-feminine } Region
fact-language-subject = die Sprache
fact-received-subject = der Zeitpunkt des Eingangs
fact-change-subject = die Änderung
when-plan = { fact-plan-subject } { own-not }{ $values } ist
when-severity = { fact-severity-subject } { own-not }{ $values } ist
when-priority = { fact-priority-subject } { own-not }{ $values } ist
when-channel = { fact-channel-subject } { own-not }{ $values } ist
when-kind = { fact-kind-subject } { own-not }{ $values } ist
when-product = { fact-product-subject } { own-not }{ $values } ist
when-release = { fact-release-subject } { own-not }{ $values } ist
when-phase = die Version { own-not }in der Phase { $values } ist
when-term = der Vertrag { own-not }{ $values } läuft
when-region = { fact-region-subject } { own-not }{ $values } ist
when-language = { own-your-feminine } Anfrage { own-not }auf { $values } gestellt ist
when-received = wir { own-your-feminine } Anfrage { $not ->
    [no] { $values }
   *[other] nicht { $values }
 } erhalten
when-change = eine Änderung für { own-you-accusative } { $not ->
    [no] { $values }
   *[other] nicht { $values }
 } ist
when-process = { own-your-feminine } Anfrage { own-not }den Status { $values } hat
when-fact = „{ $fact }“ { own-not }{ $values } ist
when-number = der Wert für „{ $fact }“ { own-not }{ $values } beträgt
when-date = das Datum „{ $fact }“ { own-not }{ $values } liegt
when-covered = { own-your-feminine } Anfrage { own-answer-not }abgedeckt ist
when-answer = die Antwort auf „{ $question }“ { $answer ->
    [yes] Ja
   *[no] Nein
 } lautet
when-holds = „{ $fact }“ { own-answer-not }zutrifft
when-clause = { $answer ->
    [yes] { $clause }
   *[no] nicht gilt, dass { $clause }
 }
own-self = { $who ->
    [us] uns
    [customer] { $address ->
        [informal] dich
       *[formal] sich
    }
   *[other] sich
 }
own-keep = { $who ->
    [us] halten
    [customer] { $address ->
        [informal] hältst
       *[formal] halten
    }
   *[other] hält
 }
own-do = { $who ->
    [us] tun
    [customer] { $address ->
        [informal] tust
       *[formal] tun
    }
   *[other] tut
 }
when-duty = { $duty ->
    [do] { $subject } { own-self } { own-answer-not }an Folgendes { own-keep }: { $text }
   *[not] { $subject } Folgendes { $answer ->
        [yes] nicht{ " " }
       *[no] { "" }
    }{ own-do }: { $text }
 }
on-date = am { $date }
compare-at-least = { $kind ->
    [date] am { $value } oder später
    [release] { $value } oder neuer
    [value] { $value } oder höher
   *[number] mindestens { $value }
 }
compare-at-most = { $kind ->
    [date] am { $value } oder früher
    [release] { $value } oder älter
    [value] { $value } oder niedriger
   *[number] höchstens { $value }
 }
compare-more-than = { $kind ->
    [date] nach dem { $value }
    [release] neuer als { $value }
    [value] höher als { $value }
   *[number] mehr als { $value }
 }
compare-less-than = { $kind ->
    [date] vor dem { $value }
    [release] älter als { $value }
    [value] niedriger als { $value }
   *[number] weniger als { $value }
 }
on-plan = mit { $values }
on-severity = bei Schweregrad { $values }
on-priority = bei Priorität { $values }
on-channel = über { $values }
on-product = für { $values }
on-release = für Version { $values }
on-phase = in der Phase { $values }
on-term = bei Laufzeit { $values }
on-language = auf { $values }
label-value = { $not ->
    [one] nicht { $values }
    [many] weder { $values }
   *[no] { $values }
 }
label-question = { $fact } { $values }
label-fact = { $fact }: { $values }
label-fact-not = { $fact }: { label-value }
cases-unsaid = manche Fälle
cases-unsaid-clause = einer der Fälle vorliegt, die das Regelwerk nennt

## Zeitzonen, deren Stadt auf Deutsch anders heißt als in der Datenbank

zone-America-Sao-Paulo = São Paulo
zone-Europe-Kiev = Kyjiw
zone-Europe-Kyiv = Kyjiw
zone-Asia-Calcutta = Kolkata
zone-Europe-Zurich = Zürich
zone-Europe-London = London
zone-Europe-Brussels = Brüssel
zone-Europe-Paris = Paris
zone-Europe-Berlin = Berlin
zone-Europe-Vienna = Wien
zone-Europe-Rome = Rom
zone-Europe-Copenhagen = Kopenhagen
zone-Europe-Prague = Prag
zone-Europe-Warsaw = Warschau
zone-Europe-Budapest = Budapest
zone-Europe-Bucharest = Bukarest
zone-Europe-Athens = Athen
zone-Europe-Lisbon = Lissabon
zone-Europe-Luxembourg = Luxemburg
zone-Europe-Moscow = Moskau
zone-Europe-Istanbul = Istanbul
zone-Asia-Tokyo = Tokio
zone-Asia-Singapore = Singapur
zone-Asia-Seoul = Seoul
zone-Asia-Shanghai = Schanghai
zone-Asia-Hong-Kong = Hongkong
zone-Asia-Dubai = Dubai
zone-Australia-Sydney = Sydney
zone-America-New-York = New York
zone-America-Los-Angeles = Los Angeles
zone-America-Chicago = Chicago
zone-America-Toronto = Toronto
zone-America-Mexico-City = Mexiko-Stadt
zone-Europe-Amsterdam = Amsterdam
zone-Europe-Madrid = Madrid
zone-Europe-Dublin = Dublin
zone-Europe-Stockholm = Stockholm
zone-Europe-Oslo = Oslo
zone-Europe-Helsinki = Helsinki
zone-UTC = UTC

## Gebiete

area-AL = Albanien
area-AD = Andorra
area-AT = Österreich
area-BY = Belarus
area-BE = Belgien
area-BA = Bosnien und Herzegowina
area-BG = Bulgarien
area-HR = Kroatien
area-CY = Zypern
area-CZ = Tschechien
area-DK = Dänemark
area-EE = Estland
area-FO = Färöer
area-FI = Finnland
area-FR = Frankreich
area-DE = Deutschland
area-GI = Gibraltar
area-GR = Griechenland
area-GG = Guernsey
area-HU = Ungarn
area-IS = Island
area-IE = Irland
area-IM = Isle of Man
area-IT = Italien
area-JE = Jersey
area-XK = Kosovo
area-LV = Lettland
area-LI = Liechtenstein
area-LT = Litauen
area-LU = Luxemburg
area-MT = Malta
area-MD = Moldau
area-MC = Monaco
area-ME = Montenegro
area-NL = Niederlande
area-MK = Nordmazedonien
area-NO = Norwegen
area-PL = Polen
area-PT = Portugal
area-RO = Rumänien
area-RU = Russland
area-SM = San Marino
area-RS = Serbien
area-SK = Slowakei
area-SI = Slowenien
area-ES = Spanien
area-SE = Schweden
area-CH = Schweiz
area-TR = Türkei
area-UA = Ukraine
area-GB = Vereinigtes Königreich
area-VA = Vatikanstadt
area-GB-ENG = England
area-GB-SCT = Schottland
area-GB-WLS = Wales
area-GB-NIR = Nordirland
area-US = USA
area-CA = Kanada
area-AU = Australien
area-NZ = Neuseeland
area-JP = Japan
area-IN = Indien
area-BR = Brasilien
area-AE = Vereinigte Arabische Emirate
area-AR = Argentinien
area-CL = Chile
area-CN = China
area-CO = Kolumbien
area-CR = Costa Rica
area-DO = Dominikanische Republik
area-GE = Georgien
area-HK = Hongkong
area-ID = Indonesien
area-IL = Israel
area-KE = Kenia
area-KR = Südkorea
area-MX = Mexiko
area-PA = Panama
area-PE = Peru
area-PH = Philippinen
area-SG = Singapur
area-TH = Thailand
area-TW = Taiwan
area-UY = Uruguay
area-VN = Vietnam
area-ZA = Südafrika
area-DE-BW = Baden-Württemberg
area-DE-BY = Bayern
area-DE-BE = Berlin
area-DE-BB = Brandenburg
area-DE-HB = Bremen
area-DE-HH = Hamburg
area-DE-HE = Hessen
area-DE-MV = Mecklenburg-Vorpommern
area-DE-NI = Niedersachsen
area-DE-NW = Nordrhein-Westfalen
area-DE-RP = Rheinland-Pfalz
area-DE-SL = Saarland
area-DE-SN = Sachsen
area-DE-ST = Sachsen-Anhalt
area-DE-SH = Schleswig-Holstein
area-DE-TH = Thüringen

## Sprachen

language-bg = Bulgarisch
language-cs = Tschechisch
language-da = Dänisch
language-de = Deutsch
language-el = Griechisch
language-en = Englisch
language-es = Spanisch
language-et = Estnisch
language-fi = Finnisch
language-fr = Französisch
language-fy = Friesisch
language-ga = Irisch
language-hr = Kroatisch
language-hu = Ungarisch
language-it = Italienisch
language-ja = Japanisch
language-lt = Litauisch
language-lv = Lettisch
language-nb = Norwegisch
language-nl = Niederländisch
language-no = Norwegisch
language-pl = Polnisch
language-pt = Portugiesisch
language-ro = Rumänisch
language-sk = Slowakisch
language-sl = Slowenisch
language-sv = Schwedisch
language-tr = Türkisch
language-uk = Ukrainisch
language-zh = Chinesisch

## Bausteine: Bestimmungen

statement-if = { $statement }, { $when }
statement-on = { $statement } { $when }
span-of-time = { $from }{ $closed ->
    [yes] ,
   *[no] { "" }
 } { $until }
clause-because = { $statement }, denn { $reason }
clause-unfilled = { $what ->
    [address] Die Adresse ist noch nicht bekannt.
    [hours] Die Öffnungszeiten sind noch nicht bekannt.
    [holidays] Die Feiertage sind noch nicht bekannt.
    [times] Die Zeiten sind noch nicht bekannt.
    [publisher] Der Herausgeber ist noch nicht bekannt.
   *[other] Hier ist noch etwas nicht bekannt.
 }
clause-holds = Das gilt, { $when }.
clause-plans = Für { $plans }.
common-words = -
noun-roles = -
noun-groups = -
noun-places = -
noun-articles = -
noun-tails = -
noun-of = -
noun-the = { $title }
plan-domain = Dieser Tarif gilt, { $when }.
channel-domain = Dieser Weg steht { own-you-dative } offen, { $when }.
product-named = { $others ->
    [none] { $count ->
        [one] Als Produkt genannt: { $products }.
       *[other] Als Produkte genannt: { $products }.
     }
   *[some] { $count ->
        [one] Als Produkt außerdem genannt: { $products }.
       *[other] Als Produkte außerdem genannt: { $products }.
     }
 }
page-html = HTML
page-rule-set-yaml = Regelwerk (YAML)
page-digest-source = Quelle { $digest }
page-digest-rules = Regelwerk { $digest }
glance-depends = Je nach Fall
glance-nothing = Keine Zusage

## Bausteine: Verfügbarkeit, Wartung, Änderungen

availability-share = Verfügbarkeit: mindestens { $share } { $period }.
availability-outside = Nicht mitgezählt { $count ->
    [one] wird
   *[other] werden
 }: { $calendars }.
availability-outage = In 30~Tagen sind das höchstens { $time } Ausfall.
availability-or-more = { $share } oder mehr
availability-up-to = bis zu { $time }
availability-none = Keine
availability-band = { $low } bis unter { $high }
availability-below = Unter { $share }
availability-longer = länger als { $time }
availability-column = Verfügbarkeit pro { unit }
availability-column-outage = Ausfall in 30~Tagen
availability-caption = { $title }: Gutschriften
availability-about = etwa { $time }
availability-claimed = Eine Gutschrift ist innerhalb von { $duration-dative } zu beantragen.
availability-claimed-after = Eine Gutschrift ist innerhalb von { $duration-dative } { $after }{ own-close } zu beantragen.
maintenance-when = Zeitfenster: { $when }.
maintenance-outside = { $possible ->
    [yes] Nach Möglichkeit außerhalb dieser Zeiten
   *[no] Außerhalb dieser Zeiten
 }: { $calendars }.
changes-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, kündigen wir die Wartung mindestens { $duration } im Voraus an{ own-via }.
       *[no] Wir kündigen die Wartung mindestens { $duration } im Voraus an{ own-via }.
    }
    [product] { $conditioned ->
        [yes] { $when }, kündigen wir das Ende der Phase mindestens { $duration } im Voraus an{ own-via }.
       *[no] Wir kündigen das Ende einer Phase mindestens { $duration } im Voraus an{ own-via }.
    }
   *[changes] { $conditioned ->
        [change] { $when }, kündigen wir sie mindestens { $duration } im Voraus an{ own-via }.
        [yes] { $when }, kündigen wir Änderungen mindestens { $duration } im Voraus an{ own-via }.
       *[no] Änderungen kündigen wir mindestens { $duration } im Voraus an{ own-via }.
    }
 }
own-via = { $via ->
    [yes] { " " }(über { $channels })
   *[no] { "" }
 }
changes-notice-unfilled = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, kündigen wir die Wartung im Voraus an{ own-via }; wie lange im Voraus, ist noch nicht bekannt.
       *[no] Wir kündigen die Wartung im Voraus an{ own-via }; wie lange im Voraus, ist noch nicht bekannt.
    }
    [product] { $conditioned ->
        [yes] { $when }, kündigen wir das Ende der Phase im Voraus an{ own-via }; wie lange im Voraus, ist noch nicht bekannt.
       *[no] Wir kündigen das Ende einer Phase im Voraus an{ own-via }; wie lange im Voraus, ist noch nicht bekannt.
    }
   *[changes] { $conditioned ->
        [change] { $when }, kündigen wir sie im Voraus an{ own-via }; wie lange im Voraus, ist noch nicht bekannt.
        [yes] { $when }, kündigen wir Änderungen im Voraus an{ own-via }; wie lange im Voraus, ist noch nicht bekannt.
       *[no] Änderungen kündigen wir im Voraus an{ own-via }; wie lange im Voraus, ist noch nicht bekannt.
    }
 }
changes-no-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, wird die Wartung nicht angekündigt.
       *[no] Die Wartung wird nicht angekündigt.
    }
    [product] { $conditioned ->
        [yes] { $when }, wird das Ende der Phase nicht angekündigt.
       *[no] Das Ende einer Phase wird nicht angekündigt.
    }
   *[changes] { $conditioned ->
        [change] { $when }, kann sie ohne Ankündigung in Kraft treten.
        [yes] { $when }, können Änderungen ohne Ankündigung in Kraft treten.
       *[no] Änderungen können ohne Ankündigung in Kraft treten.
    }
 }
changes-open-requests = { $keep ->
    [yes] Für offene Anfragen gilt weiterhin die Fassung, unter der sie gestellt wurden.
   *[no] Eine neue Fassung gilt auch für offene Anfragen.
 }
changes-review = Wir überprüfen die gesamte Richtlinie { $every }.
changes-next-review = Die nächste Überprüfung ist spätestens am { $date } fällig.

## Bausteine: Kalender und Kontaktwege

calendar-heading = Öffnungszeiten
calendar-caption = Öffnungszeiten
calendar-caption-zone = { $zone ->
    [UTC] Öffnungszeiten, UTC
   *[other] Öffnungszeiten, Ortszeit { $zone }
 }
calendar-column = Zeiten
calendar-closed = Geschlossen
calendar-closed-all-day = Ganztägig geschlossen
calendar-open-all-day = Ganztägig geöffnet
calendar-closed-from = Ab { $time }~Uhr geschlossen
calendar-closed-until = Bis { $time }~Uhr geschlossen
calendar-closed-hours = Geschlossen { $hours }
calendar-open-hours = Geöffnet { $hours }
calendar-open-from-to = Geöffnet von { $from } bis { $to }
calendar-closed-from-to = Geschlossen von { $from } bis { $to }
calendar-day = Datum
calendar-why = Anlass
calendar-hours = Zeiten
calendar-day-span = { $from } bis { $to }
calendar-days-caption = { $calendar }: abweichende Tage
calendar-closed-during = geschlossen: { $calendars }
calendar-open-during = geöffnet: { $calendars }
calendar-open-always = rund um die Uhr geöffnet
calendar-within = nur während der Zeiten „{ $calendar }“
calendar-line = { $effect ->
    [open] geöffnet
   *[closed] geschlossen
 }: { $when }
calendar-occasion = { $line } ({ $occasion })
calendar-season = { $calendar }, { $dates }
calendar-holidays = Geschlossen an { $holidays }.
calendar-holidays-customer = Geschlossen an den gesetzlichen Feiertagen an { own-your }em Standort.
calendar-holidays-list = Geschlossen an den Feiertagen einer Liste, die wir führen.
calendar-holidays-open = Feiertage sind Tage wie alle anderen.
calendar-cut-off = Was nach { $time }~Uhr eingeht, gilt als am nächsten Öffnungstag eingegangen.
calendar-zone-customer = Alle Uhrzeiten sind die Ortszeit an { own-your }em Standort.
channel-after = Erst nach einem Versuch über { $channels }.
channel-alternative = Ebenfalls möglich: { $channels }.
channel-as-decided = { $who ->
    [us] geöffnet nach unserem Ermessen
    [customer] geöffnet nach { own-your }em Ermessen
   *[other] geöffnet nach Entscheidung ({ $person })
 }
channel-bare = Hier sind weder Adresse noch Zeiten angegeben.
channel-no = nicht verfügbar
channel-self-service = Hier { $address ->
    [informal] hilfst du dir
   *[formal] helfen Sie sich
 } selbst.
channel-when = { $when }{ $long ->
    [yes] ,
   *[no] { "" }
 } { $line }
channel-open-when = während der Zeiten { $calendars } geöffnet
channel-hours = „{ $calendar }“

## Bausteine: Zusagen und wie Zeit gezählt wird

commitment-clock = { $kind ->
    [rhythm] Das gilt { $span }.
    [open] Gemeint ist die Zeit { $span }.
   *[deadline] Die Frist läuft { $span }.
 }
commitment-paused = Die Frist ruht, solange { own-your-feminine } Anfrage den Status { $state } hat.
commitment-none = Hierfür sagen wir keine Frist zu.
commitment-no = Das kommt hier nicht vor.
commitment-best-effort = Wir bemühen uns nach besten Kräften, ohne zugesagte Frist.
commitment-unfilled = Die Frist ist noch nicht bekannt.
commitment-as = Frist: { $promise }.
commitment-promise = { $strength ->
    [usual] Das geschieht in der Regel { $promise }.
    [guaranteed] Wir garantieren, dass das { $promise } geschieht.
   *[target] Das geschieht { $promise }.
 }
commitment-targets = { $count ->
    [one] Das ist ein Zielwert.
   *[many] Das sind Zielwerte.
 }
commitment-guaranteed = { $count ->
    [one] Dieser Wert ist garantiert.
   *[many] Diese Werte sind garantiert.
 }
commitment-targets-met = Das sind Zielwerte; wir halten sie bei { $share } der Anfragen { $period } ein.
commitment-met = Wir halten dies bei { $share } der Anfragen { $period } ein.
commitment-one-exception = Eine Ausnahme: { $exception }
commitment-exceptions = Ausnahmen:
commitment-elsewhere = Die Werte stehen in { $tables }.
commitment-gap = { $when }{ $form ->
    [remark] { " " }ist keine Frist zugesagt.
   *[clause] , ist keine Frist zugesagt.
 }
commitment-gaps = Wo kein Wert steht, ist keine Frist zugesagt.
commitment-restarts = Die Frist beginnt neu { $when }.
commitment-keeps = { $when } gilt der Wert { $name ->
    [priority] der neuen Priorität
    [severity] des neuen Schweregrads
   *[other] der neuen Angabe
 }, gezählt ab demselben Beginn.
commitment-keeps-else = Wo die Frist neu beginnt, steht es bei der Zusage.
commitment-credit = Nach { $count ->
    [one] einer verfehlten Zusage
   *[other] { $count } verfehlten Zusagen
 } in { $unit ->
    [second] einer
    [minute] einer
    [hour] einer
    [week] einer
   *[other] einem
 } { unit } { $address ->
    [informal] erhältst du
   *[formal] erhalten Sie
 } eine Gutschrift: { $amount }.
commitment-claimed = Sie ist innerhalb von { $duration-dative } zu beantragen.
commitment-claimed-after = Sie ist innerhalb von { $duration-dative } { $after }{ own-close } zu beantragen.
own-close = { $closed ->
    [yes] ,
   *[no] { "" }
 }
counting-elapsed-term = { $kind ->
    [short] Minuten und Stunden
   *[long] Tage, Wochen und Monate
 }
counting-elapsed = { $kind ->
    [short] laufen nach der Uhr, Tag und Nacht.
   *[long] sind Kalenderzeiten; Wochenenden und Feiertage zählen mit.
 }
counting-hours-term = { $own ->
    [yes] Arbeitsstunden
   *[no] Stunden laut „{ $calendar }“
 }
counting-hours = laufen nur { $own ->
    [yes] während der Zeiten „{ $calendar }“
    [same] während unserer { $calendar }
   *[no] während dieser Zeiten
 }. Bei Schließung halten sie an, bei der nächsten Öffnung laufen sie weiter.
counting-days-term = { $own ->
    [yes] Arbeitstage
   *[no] Tage laut „{ $calendar }“
 }
counting-days = { $own ->
    [yes] richten sich nach den Zeiten „{ $calendar }“.
    [same] richten sich nach unseren { $calendar }.
   *[no] richten sich nach diesen Zeiten.
 }
counting-opening-hours = Öffnungszeiten

## Bausteine: Personen, Dokumente, Pflichten

document-precedence = { $which ->
    [prevails] Bei Abweichungen von dieser Richtlinie geht dieses Dokument vor.
   *[yields] Bei Abweichungen von diesem Dokument geht diese Richtlinie vor.
 }
party-third = ein unabhängiger Dritter
own-verb = { $subject ->
    [us] { own-verb-plural }
    [customer] { $address ->
        [informal] { $kind ->
            [will] wirst
            [will-not] tust
            [must] musst
           *[other] darfst
        }
       *[formal] { own-verb-plural }
    }
   *[other] { $kind ->
        [will] wird
        [will-not] tut
        [must] muss
       *[other] darf
    }
 }
own-verb-plural = { $kind ->
    [will] werden
    [will-not] tun
    [must] müssen
   *[other] dürfen
 }
duty-subject = { $subject ->
    [us] wir
    [customer] { own-you }
   *[other] { $name }
 } { own-verb }{ $kind ->
    [will-not] { " " }Folgendes nicht
    [must-not] { " " }Folgendes nicht tun
    [may-not] { " " }Folgendes nicht tun
   *[other] { "" }
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
        [will] Was wir tun
        [will-not] Was wir nicht tun
        [must] Was wir tun müssen
        [must-not] Was wir nicht tun dürfen
        [may] Was wir tun dürfen
       *[may-not] Was wir nicht tun dürfen
    }
    [customer] { $kind ->
        [will] Was { own-you } { $address ->
            [informal] tust
           *[formal] tun
        }
        [will-not] Was { own-you } nicht { $address ->
            [informal] tust
           *[formal] tun
        }
        [must] Worum wir { own-you-accusative } bitten
        [must-not] Was { own-you } bitte { $address ->
            [informal] unterlässt
           *[formal] unterlassen
        }
        [may] Was { own-you } tun { $address ->
            [informal] darfst
           *[formal] dürfen
        }
       *[may-not] Was { own-you } nicht tun { $address ->
            [informal] darfst
           *[formal] dürfen
        }
    }
   *[other] { $name }: { $kind ->
        [will] Aufgaben
        [will-not] was nicht geschieht
        [must] Pflichten
        [must-not] Verbote
        [may] Rechte
       *[may-not] was nicht erlaubt ist
    }
 }
duty-usually = { $kind ->
    [will-not] { $what } (in der Regel)
    [must-not] { $what } (in der Regel)
    [may-not] { $what } (in der Regel)
   *[other] in der Regel { $what }
 }
duty-when = { $what } ({ $time })
within-after = { $within } { $after }
duty-by = bis zum { $day }
duty-except = { $what }, ausgenommen { $except }

## Bausteine: Eskalationen, Abläufe, Reihenfolge

escalation-at = { $kind ->
    [breach] mit Ablauf der Frist „{ $commitment }“
    [half] nach der Hälfte der Frist „{ $commitment }“
   *[share] nach { $share } der Frist „{ $commitment }“
 }
escalation-offset = { $duration } { $side ->
    [before] vor
   *[after] nach
 } Ablauf der Frist „{ $commitment }“
escalation-again = { $every } nach Ablauf der Frist „{ $commitment }“, bis die Zusage erfüllt ist{ $limited ->
    [yes] , höchstens { $most }-mal
   *[no] { "" }
 }
escalation-clock = Die Schritte zählen die Zeit wie diese Zusage.
escalation-notify = Benachrichtigung an: { $people }
escalation-raised = { $who ->
    [customer] { $address ->
        [informal] Du kannst
       *[formal] Sie können
    } dies anstoßen
   *[other] Anstoßen kann dies: { $people }
 }{ $via ->
    [yes] { $who ->
        [customer] { " " }über { $channels }
       *[other] { " " }(über { $channels })
    }
   *[no] { "" }
 }.
escalation-turn = { $order ->
    [first] { $count ->
        [1] Ansprechstelle
       *[other] Zuerst
    }
   *[then] Danach
 }: { $people }{ $answers ->
    [yes] ; Antwort innerhalb von { $duration-dative }
    [unfilled] ; die Frist für die Antwort ist noch nicht bekannt
   *[no] { "" }
 }.
escalation-pass = { $order ->
    [first] { $count ->
        [1] Zuständig
       *[other] Zuerst zuständig
    }
   *[then] Danach zuständig
 }: { $people }{ $answers ->
    [yes] ; Antwort innerhalb von { $duration-dative }
    [unfilled] ; die Frist für die Antwort ist noch nicht bekannt
   *[no] { "" }
 }.
escalation-address = { $person } ({ $place })
process-states = Eine Anfrage hat immer einen dieser Status:
process-ends = Eine Anfrage beginnt mit dem Status { $first }{ $ends ->
    [yes] { " " }und endet mit dem Status { $last }
   *[no] { "" }
 }.
process-ends-in-time = Sie endet { $also ->
    [yes] auch mit
   *[no] mit
 } dem Status { $last }, sobald die Zeit vorbei ist, in der es von dort weitergehen kann.
process-checks = { $count ->
    [one] Zuerst prüfen wir eines:
   *[other] Zuerst prüfen wir, in dieser Reihenfolge:
 }
process-ways = So geht es mit einer Anfrage weiter:
process-sendings = Das { $address ->
    [informal] erhältst du
   *[formal] erhalten Sie
 } unterwegs:
process-check-by = { $who ->
    [us] Wir entscheiden
    [customer] { $address ->
        [informal] Du entscheidest
       *[formal] Sie entscheiden
    }
   *[other] Entscheidung: { $person }
 }
process-check-otherwise = Wenn nicht, erhält die Anfrage den Status { $state }.
process-way = Von { $from } zu { $to }
process-after = nach { $duration-dative }
process-when = sobald { $condition }
process-sends = Im Status { $state }: { $what }
process-sends-after = Im Status { $state }, nach { $duration-dative }: { $what }
queue-order = Wir bearbeiten Anfragen { $usually ->
    [yes] in der Regel in dieser Reihenfolge
   *[no] in dieser Reihenfolge
 }: { $orders }.
quote-no-notice = keine Ankündigung
queue-then = { $first }, dann { $next }
queue-received = nach Eingang
queue-severity = nach Schweregrad, der höchste zuerst
queue-priority = nach Priorität, die höchste zuerst
queue-level = nach „{ $fact }“, die höchste Stufe zuerst
queue-plan = nach Tarif, der höchste zuerst
queue-fact = nach „{ $fact }“
queue-number = nach „{ $fact }“, die höchste Zahl zuerst
queue-date = nach „{ $fact }“, das früheste Datum zuerst
queue-except = Ausnahme: { $except }

## Bausteine: Beispiele, Fakten, Werte

example-case = Der Fall
example-answer = Antwort
example-received = Eingang am { $at }
example-event = { $when }: { $at }
example-becomes = { $fact }: ab { $at } { $value }
example-by = { $what }: bis { $at }
example-notifies = Nachricht am { $at } an: { $people }
example-open = { $channel }: { $state ->
    [open] geöffnet
   *[closed] geschlossen
 }
example-value = { $what }: { $value }
example-covered = { own-your-feminine } Anfrage ist { own-answer-not }abgedeckt
example-state = { own-your-feminine } Anfrage hat { own-not }den Status { $values }
example-is = { $fact } ist { own-not }{ $values }
example-granted = { $what }: { $granted ->
    [yes] inbegriffen
   *[no] nicht inbegriffen
 }
example-cost = { $amount } für { $duration }
example-instead = { $holds }; stattdessen: { $offer }
example-why = Begründung
fact-lead = { $count ->
    [one] Diese Angabe entscheidet, was für eine Anfrage gilt:
   *[other] Diese Angaben entscheiden, was für eine Anfrage gilt:
 }
fact-lead-prices = { $count ->
    [one] Diese Angabe entscheidet, was etwas kostet:
   *[other] Diese Angaben entscheiden, was etwas kostet:
 }
fact-values = { $values }.
fact-yes-no = Ja oder nein.
fact-date = Ein Datum.
fact-number = Eine Zahl.
fact-duration = Eine Zeitdauer.
own-it-accusative = { $name ->
    [severity] den Schweregrad
    [priority] die Priorität
   *[other] dies
 }
fact-proposed = { $who ->
    [us] Wir schlagen { own-it-accusative } vor.
    [customer] { $address ->
        [informal] Du schlägst
       *[formal] Sie schlagen
    } { own-it-accusative } vor.
   *[other] Vorschlag: { $person }.
 }
fact-confirmed = { $who ->
    [us] Wir entscheiden.
    [customer] { $address ->
        [informal] Du entscheidest.
       *[formal] Sie entscheiden.
    }
   *[other] Entscheidung: { $person }.
 }
fact-severity-heading = { $keyword ->
    [priority] Wie dringend ist es?
   *[severity] Wie schwerwiegend ist es?
 }
kind-languages = Wir antworten auf { $languages }.
kind-lead = { $keyword ->
    [kind] Wir unterscheiden diese Arten von Anfragen:
    [region] Wir unterscheiden diese Regionen:
   *[phase] Eine Version durchläuft diese Phasen:
 }

## Bausteine: Umfang, Angebote, Tarife, Preise, Produkte

scope-covers = Abgedeckt sind:
scope-covers-all = Alles, was hier nicht ausgeschlossen ist, ist abgedeckt.
scope-covers-when = { own-your-feminine } Anfrage ist abgedeckt, { $when }.
scope-excludes = Nicht abgedeckt sind:
scope-kinds = { $what }: { $kinds }
scope-caption-instead = Was nicht abgedeckt ist, und was stattdessen möglich ist
scope-not-covered = Nicht abgedeckt
scope-instead = Stattdessen
scope-nothing-instead = Keine Alternative
offer-by = Ausführung durch: { $people }.
offer-proposal = { $address ->
    [informal] Du erhältst
   *[formal] Sie erhalten
 } vorab ein Angebot.
offer-invoiced = { $address ->
    [informal] Du erhältst
   *[formal] Sie erhalten
 } { $period } eine Rechnung.
offer-during = { $rate } während der Zeiten „{ $calendar }“
offer-outside = { $rate } außerhalb der Zeiten „{ $calendar }“
offer-least = mindestens { $duration }
offer-steps = in Schritten von { $duration-dative }
offer-times = das { $times }-Fache des üblichen Satzes
offer-multiplied = { $rate } ({ $remark })
offer-instead-of = Anstelle von { $things }.
plan-caption = { $what ->
    [price] Was die Tarife kosten
    [terms] Die Bedingungen der Tarife
   *[grants] Was die Tarife enthalten
 }
plan-included = { $what ->
    [grants] Enthalten
   *[other] Bedingungen
 }
plan-includes = Im Tarif { $plan } enthalten:
plan-extends = Enthält alles aus { $plans }.
plan-all = Die Tarife sind { $plans }.
plan-price = Preis
plan-runs = Laufzeit
plan-runs-for = { $duration }{ $renews ->
    [yes] { $noticed ->
        [yes] , Verlängerung, sofern nicht mindestens { $notice } vor Ablauf gekündigt{ own-via }
        [unfilled] , Verlängerung, sofern nicht vor Ablauf gekündigt{ own-via }; die Kündigungsfrist ist noch nicht bekannt
       *[no] , danach Verlängerung
    }
   *[no] { $noticed ->
        [yes] , Kündigungsfrist { $notice }{ own-via }
        [unfilled] , kündbar{ own-via }; die Kündigungsfrist ist noch nicht bekannt
       *[no] { "" }
    }
 }
plan-unsaid = Nicht angegeben
plan-unused-lapse = { $unit ->
    [none] Ungenutztes verfällt
   *[other] ungenutzte { own-units } verfallen
 }
price-except = ausnahmsweise { $amount }
price-from = berechnet als { $amount }
product-release = Version
product-since = Erschienen
product-until = { $phase } bis
product-on = Am { $date }
product-caption = Support-Termine nach Version
product-announced = Angekündigt
product-ended = Beendet
product-unknown = Nicht bekannt
product-no-phase = Keine
product-supports = { $count ->
    [one] Die neueste Version wird immer unterstützt.
   *[other] Die neuesten { $count } Versionen werden immer unterstützt.
 }
product-ends = Ende der Phase „{ $phase }“: { $date }.
catalogue-holds = { $count ->
    [one] { $count } Richtlinie
   *[other] { $count } Richtlinien
 }
catalogue-holds-some = { $count ->
    [one] { $count } Richtlinie, darunter:
   *[other] { $count } Richtlinien, darunter:
 }

## Bausteine: Tabellen

table-any = Beliebig
table-other = Alle anderen
table-other-values = Andere: { $values }
table-below = Unter
table-credit = Gutschrift
table-price = Preis
table-primary = Erste Ansprechstelle
table-secondary = Zweite Ansprechstelle
table-entitlement = Enthalten
table-caption = { $title }, nach { $facts }

## Answers to one case

answer-covered = Abgedeckt
answer-yes = ja
answer-no = nein
answer-instead = stattdessen: { $offer }
answer-depends = hängt ab von { $facts }
answer-by = bis { $at }
answer-then = danach { $times }
answer-starts = beginnt{ $closed ->
    [yes] ,
   *[no] { "" }
 } { $when }
answer-give-event = zum Ausrechnen `--event { $event }` angeben
answer-earlier = davor: { $from } bis { $to }, { $state }
answer-paused = angehalten
answer-left = noch { $time }
answer-counted = { $limit } ({ $rule })
answer-unused = noch { $amount }
answer-left-until = noch { $amount } bis einschließlich { $date }
answer-used-up = nichts mehr übrig
answer-used-up-until = nichts mehr übrig bis einschließlich { $date }
answer-over = aufgebraucht, und { $amount } darüber
answer-met = eingehalten
answer-missed = versäumt
answer-done = erledigt
answer-closed = geschlossen
answer-uncounted = zählt nicht
answer-rule = { $rule }, Zeile { $line }
answer-escalation = Eskalation
answer-nobody = in diesem Fall wird niemand benachrichtigt
answer-not-needed = nicht mehr nötig
answer-channels = Kontaktwege
answer-open-until = { $channel } offen bis { $at }
answer-open-always = { $channel } immer
answer-shut-until = { $channel } geschlossen bis { $at }
answer-shut = { $channel } geschlossen
answer-unsure = { $channel }: { $why }
answer-entitlements = Enthalten
answer-prices = Preise
answer-becomes = wird { $state } am { $at }
answer-sends = { $what } am { $at }
answer-total = { $time } insgesamt
answer-opens = Öffnet
answer-closes = Schließt
answer-opened = Geöffnet
answer-shut-since = Geschlossen
answer-changed = { $value } ab { $at }
answer-no-time = noch kein Zeitpunkt
answer-on-request = auf Wunsch
answer-in-turn = der Reihe nach
answer-at-once = sofort
answer-offers = Angebote
answer-proposal = nach einem Angebot
answer-unpromised = dafür ist nichts zugesagt
answer-release = { $release }, { $date }
answer-no-date = das Datum steht noch nicht fest
answer-holidays-unknown = die Feiertage in { $list } sind nur bis { $year } bekannt
answer-never-open = so lange ist nicht geöffnet
answer-out-of-range = das liegt nach dem Jahr 2100

## Änderungsmitteilungen

notice-kicker = Mitteilung über Änderungen
notice-title = Änderungen: { $policy }
notice-lead = { $address ->
    [informal] Das ändert sich für dich gegenüber der Fassung, die jetzt gilt.
   *[formal] Das ändert sich für Sie gegenüber der Fassung, die jetzt gilt.
 }
notice-lead-from = { $address ->
    [informal] Das ändert sich für dich ab { $date } gegenüber der Fassung, die bis dahin gilt.
   *[formal] Das ändert sich für Sie ab { $date } gegenüber der Fassung, die bis dahin gilt.
 }
notice-nothing-changes = An den Zusagen ändert sich nichts; nur der Wortlaut ist ein anderer.
notice-ends-title = { $policy } endet
notice-ends = Diese Richtlinie gilt nicht mehr.
notice-ends-from = Diese Richtlinie gilt ab { $date } nicht mehr. Bis dahin gilt sie unverändert.
notice-ending = Was endet
notice-versions = { $old } wird { $new }
notice-announced = Angekündigt am
notice-worse = { $address ->
    [informal] Was du verlierst
   *[formal] Was Sie verlieren
 }
notice-mixed = Besser für die einen, schlechter für die anderen
notice-better = { $address ->
    [informal] Was du gewinnst
   *[formal] Was Sie gewinnen
 }
notice-what = Was
notice-who = Für wen
notice-before = Bisher
notice-after = Künftig
notice-everybody = alle
notice-gone = nicht mehr
notice-new = neu
notice-there = wie bisher
notice-none = { $aspect ->
    [audience] niemand
    [route] niemand
    [staff] niemand
    [step] niemand
    [coverage] nichts
    [duty] nichts
    [exemption] nichts
    [lapse] nichts
    [obligation] nichts
    [permission] nichts
    [right] nichts
    [pause] nie
    [review] nie
    [cut-off] keiner
    [rate] keiner
    [rate-at-hours] keiner
    [proposal] keines
   *[other] keine
 }
notice-changed = geändert
notice-covered = abgedeckt
notice-not-covered = nicht abgedeckt
notice-never = nie
notice-example = Eine Anfrage von { $received } war bis { $before } fällig; künftig ist sie es bis { $after }.
notice-length = Von { $received } an gezählt lief die Frist bis { $before }; künftig läuft sie bis { $after }.
notice-for = { $what } ({ $who })
notice-among = { $what }, unter anderem
notice-some-days = an manchen Tagen, zuerst { $what }
notice-other-hours = dasselbe, zu anderen Zeiten
notice-also = auch { $what }
notice-pair = { $what }: { $said }
notice-share = { $share } { $period }
list-notice = { $first }; { $second }
notice-moved = { $way ->
    [later] Dadurch enden diese Fristen später: { $what }.
    [earlier] Dadurch enden diese Fristen früher: { $what }.
    [either] Dadurch enden diese Fristen manchmal früher und manchmal später: { $what }.
    [longer] Dadurch werden diese Fristen länger: { $what }.
    [shorter] Dadurch werden diese Fristen kürzer: { $what }.
   *[both] Dadurch werden diese Fristen manchmal länger und manchmal kürzer: { $what }.
 }
notice-first = Zum ersten Mal am { $received }.
notice-colophon = Was gilt, steht in der Richtlinie selbst; diese Mitteilung fasst zusammen, was sich darin ändert.
notice-aspect = { $aspect ->
    [address] Adresse
    [ahead] wie lange vorher es angekündigt wird
    [announcement] wie es angekündigt wird
    [answer] Zeit für eine Antwort
    [audience] wer es lesen kann
    [claim] Frist für Ansprüche
    [clock] wann die Zeit läuft
    [coverage] was abgedeckt ist
    [credit] Gutschrift, wenn wir es verfehlen
    [cut-off] Annahmeschluss
    [duty] was wir tun
    [ending] Kündigungsfrist
    [exemption] was nicht zählt
    [hours] Zeiten
    [instead] wohin man sich stattdessen wendet
    [language] Sprachen
    [lapse] was nicht genutzt wird
    [message] Nachrichten
    [met] wie oft wir es einhalten
    [minimum] was mindestens berechnet wird
    [steps] Schritte, in denen Zeit berechnet wird
    [notice] wie Änderungen angekündigt werden
    [obligation] { $address ->
        [informal] was du tun musst
       *[formal] was Sie tun müssen
     }
    [open] laufende Anfragen
    [others] andere Wege
    [pause] wann die Zeit stillsteht
    [permission] was wir tun dürfen
    [precedence] welches Dokument vorgeht
    [price] Preis
    [process] wie eine Anfrage bearbeitet wird
    [proposal] Angebot vor Beginn der Arbeit
    [rate] Satz
    [rate-at-hours] Satz zu manchen Zeiten
    [release] Versionen
    [renewal] Verlängerung
    [restart] was die Zeit neu beginnen lässt
    [review] wie oft wir die Richtlinie überprüfen
    [right] { $address ->
        [informal] was du tun darfst
       *[formal] was Sie tun dürfen
     }
    [route] wer darum bitten kann
    [staff] wer dort hilft
    [step] wer benachrichtigt wird, und wann
   *[term] Laufzeit des Vertrags
 }
answer-note = Hinweis: { $note }
note-parts = `{ $text }` hat Teile einer Sekunde; sie zählen als eine ganze
note-twice = { $time } kommt in { $city } zweimal vor, wenn die Uhren zurückgestellt werden; gemeint ist das erste Mal, { $first }; das zweite ist { $second }
note-not-received = soweit bekannt, ist die Anfrage nicht eingegangen: `--received` angeben
note-order = die Ereignisse wurden in anderer Reihenfolge angegeben, als sie eingetreten sind
note-used = was von `{ $of }` verbraucht wurde, zählt hier nicht: { $why }
note-used-nobody = in keinem solchen Fall ist es enthalten
note-used-not-granted = es ist in diesem Fall nicht enthalten
note-used-depends = ob es enthalten ist, hängt von nicht genannten Angaben ab
note-used-per = wofür die Grenze gezählt wird, ist nicht bekannt
note-used-unlimited = es ist ohne Grenze enthalten
note-no-clock = es ist kein Eingang angegeben, daher läuft keine Frist
note-no-zone = die Richtlinie nennt keine Zeitzone; die Zeiten sind die von { $zone }
note-no-customer = die Zeitzone des Kunden ist nicht angegeben; genommen wird { $zone }
note-no-holidays = die Feiertage des Kunden sind nicht angegeben, und es werden keine abgezogen
note-waits = eine Zeile von `{ $of }` ist noch nicht ausgefüllt, und die Antwort kommt ohne sie aus
note-over = jede Phase von `{ $product }` { $release } ist vorbei: Die letzte, `{ $phase }`, endete am { $date }
