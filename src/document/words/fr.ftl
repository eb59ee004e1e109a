### Français. Un tilde est une espace insécable. Chaque langue a les mêmes clés, dans n’importe quel ordre ; celles qui
### commencent par `own-` ne servent qu’à ce fichier.
### $address indique comment on s’adresse aux lecteurs : "formal" (vous) ou "informal" (tu).
### Les titres viennent des auteurs. Aucune phrase n’exige d’en connaître le genre ni la première lettre : ils sont cités
### entre guillemets derrière un nom commun (le délai « … ») ou placés derrière un deux-points.

## Nom de la langue, signes

language-own-name = Français
number-decimal = ,
number-group = {"\u202F"}
number-group-least = 4
share = { $number }~%
list-and = { $first } et { $second }
list-between = { $first } et { $second }
list-week = { $first } et { $second }
list-or = { $first } ou { $second }
list-next = { $first }, { $second }
list-time = { $first } et { $second }
list-time-next = { $first }, { $second }
list-remark = { $first } ou { $second }
quoted = «~{ $text }~»
punctuation = spaced
page-colon = ~:
page-stop = .
page-aside = { " " }({ $words })
titles-within = quoted

## La page

page-skip = Aller au texte
page-languages = Langues
page-contents = Sommaire
page-link-to-section = Lien vers la section { $number }, { $title }
page-link-to-heading = Lien vers~: { $title }
page-link-to-clause = Lien vers cette clause~: { $name }
page-scroll-hint = Le tableau a { $columns } colonnes et défile latéralement.
page-table = Tableau
page-notes = Notes
page-note = Note { $number }
page-back-to-text = Retour au texte de la note { $number }
page-kicker = Politique d’assistance
page-kicker-edition = Politique d’assistance, édition { $edition }
page-title-version = { $title }, version { $version }
page-version = Version
page-effective = Date d’entrée en vigueur
page-timezone = Fuseau horaire
page-review = Prochaine révision
page-publisher = Publié par
page-edition = Édition
page-earlier-versions = Versions antérieures
page-what-is-new = Nouveautés
page-rule-set = Règles (JSON)
page-markdown = Markdown
page-published-by = Publié par { $publisher }.
page-generated = Établi à partir de { $source }, version { $version }, avec Avouch { $tool }.
page-generated-no-version = Établi à partir de { $source } avec Avouch { $tool }.
page-see = Voir { $things }.
page-see-section = section { $number }
page-note-label = Remarque
page-because = Raison~: { $reason }
page-because-many = Raisons
page-internal = Interne
page-for-party = Public~: { $party }

glance = En bref
glance-remark = Ceci est un résumé. Là où il est plus court que les sections numérotées, ce sont elles qui font foi.
glance-table = Nos engagements, par formule
glance-promise = Engagement
glance-row = { $first }~: { $second }

yes = Oui
no = Non
mark-yes = Oui
mark-no = Non

## Sections habituelles

section-introduction = Introduction
section-definitions = Vocabulaire
section-scope = Ce qui est couvert
section-plans = Formules et prestations
section-channels = Comment nous joindre
section-response = Délais de réponse
section-response-none = Classement des demandes
section-process = Traitement d’une demande
section-escalation = Escalade et réclamations
section-escalation-own = Escalade
section-responsibilities = Notre collaboration
section-availability = Maintenance et disponibilité
section-confidentiality = Confidentialité
section-liability = Responsabilité
section-third-parties = Produits de tiers
section-custom-work = Travaux sur mesure
section-training = Formation
section-prices = Tarifs
section-life-cycle = Cycle de vie des produits
section-products = Produits
section-examples = Exemples
section-documents = Autres documents
section-changes = Modifications de cette politique
section-questions = Questions et réponses
section-contact = Contact

## Données et personnes

own-you = { $address ->
    [informal] tu
   *[formal] vous
 }
own-you-object = { $address ->
    [informal] te
   *[formal] vous
 }
own-your = { $address ->
    [informal] ta
   *[formal] votre
 }

fact-plan = Formule
fact-severity = Gravité
fact-priority = Priorité
fact-channel = Canal
fact-kind = Type de demande
fact-product = Produit
fact-release = Version
fact-phase = Phase
fact-term = Durée du contrat
fact-region = Région
fact-language = Langue
fact-received = Réception
fact-change = Modification
fact-covered = Couvert

change-weaker = moins favorable
change-stronger = plus favorable
change-mixed = en partie moins favorable
change-neutral = neutre

person-us = nous
person-us-object = nous
person-customer = { own-you }
person-customer-object = { $address ->
    [informal] toi
   *[formal] vous
 }

calendar-always = à tout moment

## Dates et heures

month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
 }
month-short = { $month ->
    [1] janv.
    [2] févr.
    [3] mars
    [4] avr.
    [5] mai
    [6] juin
    [7] juil.
    [8] août
    [9] sept.
    [10] oct.
    [11] nov.
   *[12] déc.
 }
weekday = { $weekday ->
    [Mon] lundi
    [Tue] mardi
    [Wed] mercredi
    [Thu] jeudi
    [Fri] vendredi
    [Sat] samedi
   *[Sun] dimanche
 }
weekday-short = { $weekday ->
    [Mon] lun.
    [Tue] mar.
    [Wed] mer.
    [Thu] jeu.
    [Fri] ven.
    [Sat] sam.
   *[Sun] dim.
 }
own-day-number = { $day ->
    [1] 1er
   *[other] { $day }
 }
date = { own-day-number }~{ month } { $year }
date-short = { own-day-number }~{ month-short } { $year }
date-full = { weekday } { own-day-number }~{ month } { $year }
date-short-full = { weekday-short } { own-day-number }~{ month-short } { $year }
date-yearly = { own-day-number }~{ month }
clock-time = { $seconds ->
    [none] { $whole ->
        [yes] { $bare }~h
       *[no] { $bare }~h~{ $minute }
    }
   *[other] { $bare }~h~{ $minutes }~min~{ $seconds }~s
 }
instant = { date-full } à~{ $time }
instant-short = { date-short-full }, { $time }
holidays-in = jours fériés ({ $areas })

## Durées

unit = { $unit ->
    [second] seconde
    [minute] minute
    [hour] heure
    [day] jour
    [week] semaine
    [month] mois
    [quarter] trimestre
   *[year] an
 }
own-units = { $unit ->
    [month] mois
   *[other] { unit }s
 }
own-working = { $unit ->
    [day] ouvré
    [month] ouvré
    [quarter] ouvré
    [year] ouvré
   *[other] ouvrée
 }
own-all = { $unit ->
    [day] tous les
    [month] tous les
    [quarter] tous les
    [year] tous les
   *[other] toutes les
 }
duration = { $count ->
    [one] { $count }~{ unit }
   *[other] { $count }~{ own-units }
 }
duration-business = { $count ->
    [one] { $count }~{ unit }~{ own-working }
   *[other] { $count }~{ own-units }~{ own-working }s
 }
duration-calendar = { duration } selon «~{ $calendar }~»
range = { $from } à { $to }
duration-unfilled = un délai à préciser
within = sous { $duration }
within-unfilled = dans un délai à préciser
each = { $unit ->
    [year] chaque année
   *[other] chaque { unit }
 }
every = { $count ->
    [1] { $unit ->
        [year] chaque année
       *[other] chaque { unit }
    }
   *[other] { own-all } { $count }~{ own-units }
 }
every-business = { $count ->
    [1] chaque { unit } { own-working }
   *[other] { own-all } { $count }~{ own-units }~{ own-working }s
 }
every-calendar = { every } selon «~{ $calendar }~»
per-time = { $count ->
    [1] par { unit }
   *[other] par période de { duration }
 }

## Jours et heures

weekday-every = tous les jours
weekday-alone = le { weekday }
week-hours = { $days } { $hours }
weekday-span = du { $from } au { $to }
weekday-span-short = { $from }–{ $to }
clock-span = { $kind ->
    [day] toute la journée
    [from] { $from }~–~minuit
    [until] minuit~–~{ $to }
    [overnight] { $from }~–~{ $to } le lendemain
   *[plain] { $from }~–~{ $to }
 }
clock-span-sentence = { $kind ->
    [day] toute la journée
    [from] de { $from } à minuit
    [until] de minuit à { $to }
    [overnight] de { $from } à { $to } le lendemain
   *[plain] de { $from } à { $to }
 }
date-day = { own-day-number }
date-span = { $days ->
    [one] { $to-whole }
   *[many] du { $from } au { $to-whole }
 }
date-span-sentence = { $days ->
    [one] le { $to-whole }
   *[many] du { $from } au { $to-whole }
 }
instant-span = du { $from } au { $to }
week-point = { $zoned ->
    [yes] { $day } à { $time } ({ $zone })
   *[no] { $day } à { $time }
 }
day-of-month = { $which ->
    [first] premier
    [second] deuxième
    [third] troisième
    [fourth] quatrième
   *[last] dernier
} { $day } de chaque mois
week-span = du { $from } au { $to }
only-within = uniquement pendant «~{ $calendar }~»
zone-local = { $zone ->
    [UTC] heure UTC
   *[other] heure locale à { $zone }
 }
zone-local-customer = heure locale du lieu où { $address ->
    [informal] tu te trouves
   *[formal] vous vous trouvez
 }

## Comment nous comptons le temps

count-time = Comment nous comptons le temps
count-elapsed = Les minutes et les heures courent jour et nuit. Les jours, semaines, mois et années sont ceux du calendrier.
count-business-hours = Les heures ouvrées ne courent que pendant «~{ $calendar }~». Elles s’arrêtent à la fermeture et reprennent à l’ouverture suivante.
count-days-end-at-close = Le jour de réception ne compte pas, et un délai en jours ouvrés prend fin à la fermeture du dernier d’entre eux. Ce qui arrive en dehors des heures d’ouverture est réputé reçu le jour ouvré suivant.
count-days-keep-time = Un délai en jours ouvrés prend fin à l’heure à laquelle il a commencé, même si nous sommes alors fermés.
count-days-keep-time-next-opening = Un délai en jours ouvrés prend fin à l’heure à laquelle il a commencé, ou à l’ouverture suivante si nous sommes alors fermés.
count-days-keep-time-until-close = Un délai en jours ouvrés prend fin à l’heure à laquelle il a commencé, ou à la fermeture si elle est plus tôt.
count-days-roll-to-opening = Ce qui arrive en dehors des heures d’ouverture compte à partir de l’ouverture suivante. Un délai en jours ouvrés prend fin à l’heure à laquelle il a commencé.
count-days-include-receipt = Le jour de réception compte comme premier jour ouvré, et un délai prend fin à la fermeture du dernier jour.
count-days-hours = Un jour ouvré vaut { $hours } heures ouvrées.
count-days-schedule-day = Un jour ouvré correspond aux heures d’ouverture d’une journée, de l’ouverture à la fermeture.
count-cut-off = Ce qui arrive après { $time } est réputé reçu le jour ouvré suivant.
count-zone = { $zone ->
    [UTC] Toutes les heures sont en UTC.
   *[other] Toutes les heures sont indiquées en heure locale ({ $zone }).
 }
count-zone-customer = Toutes les heures sont à { $address ->
    [informal] ton
   *[formal] votre
 } heure locale.
count-target = Sauf mention contraire, les valeurs indiquées sont des objectifs.

## Engagements

strength-unsaid = { $promise }
strength-target = { $promise } (objectif)
strength-usual = en général { $promise }
strength-guaranteed = { $promise } (garanti)
own-day = { $clock ->
    [business] jour ouvré
   *[elapsed] jour
 }
own-which-day = { $which ->
    [same] même { own-day }
   *[next] { own-day } suivant
 }{ $clock ->
    [calendar] { " " }selon «~{ $calendar }~»
   *[other] { "" }
 }
day = le { own-which-day }{ $timed ->
    [yes] { " " }à { $time }
   *[no] { "" }
 }
by-day = { $timed ->
    [yes] au plus tard à { $time } le { own-which-day }
   *[no] avant la fin du { own-which-day }
 }
release-next = prochaine version
release-second-next = deuxième version à venir
in-release = { $step ->
    [next] dans la prochaine version
   *[second-next] dans la deuxième version à venir
 }
best-effort = au mieux
best-effort-sentence = dès que possible
none-promised = aucun engagement
none-promised-sentence = sans engagement de délai
does-not-occur = sans objet
as-agreed = comme convenu dans «~{ $document }~»
amount-included = compris dans «~{ $thing }~»
as-decided = { $by ->
    [us] à notre appréciation
    [customer] à { $address ->
        [informal] ton
       *[formal] votre
    } appréciation
   *[other] sur décision ({ $who })
 }
not-known-yet = pas encore connu

## Limites et montants

unlimited = illimité
limit = { $amount }
limit-at-a-time = { $amount } au plus à la fois
limit-up-to-per = { $amount } au plus { $per }
limit-per = { $amount } { $per }
limit-at-most = { $limit }, { $most } au plus
limit-unused-lapse = { $limit }~; le solde non utilisé est perdu
per-thing = { $count ->
    [1] par { $thing }
   *[other] par tranche de { $count } { $thing }
 }
thing-request = { $count ->
    [one] demande
   *[other] demandes
 }
thing-incident = { $count ->
    [one] incident
   *[other] incidents
 }
thing-user = { $count ->
    [one] utilisateur
   *[other] utilisateurs
 }
thing-device = { $count ->
    [one] appareil
   *[other] appareils
 }
thing-server = { $count ->
    [one] serveur
   *[other] serveurs
 }
thing-contract = { $count ->
    [one] contrat
   *[other] contrats
 }
thing-licence = { $count ->
    [one] licence
   *[other] licences
 }
thing-person = { $count ->
    [one] personne
   *[other] personnes
 }
thing-visit = { $count ->
    [one] visite
   *[other] visites
 }
money = { $currency ->
    [EUR] { $amount }~€
   *[other] { $amount }~{ $currency }
 }
amount-share = { $share } de «~{ $price }~»
amount-times = { $times } fois le tarif habituel
amount-higher = le plus élevé des montants suivants~: { $amounts }
amount-lower = le moins élevé des montants suivants~: { $amounts }
amount-average = la moyenne des montants suivants~: { $amounts }
amount-sum = la somme des montants suivants~: { $amounts }
amount-difference = la différence entre les montants suivants~: { $amounts }
amount-term = le prix pour { $term }
amount-none = gratuit
amount-no = non disponible

## Vie d’une version

rule-release = la sortie de la version
rule-on = { $alone ->
    [yes] { $date }
   *[no] le { $date }
 }
rule-next = la sortie de la prochaine version
rule-second-next = la sortie de la deuxième version à venir
rule-start = le début de la phase «~{ $phase }~»
rule-end = la fin de la phase «~{ $phase }~»
rule-after = { $duration } après { $rule }
rule-first-after = le premier { $day } après { $rule }
rule-first-later-than = le premier { $day } plus de { $duration } après { $rule }
rule-earlier = { $first } ou { $second }, selon ce qui survient en premier
rule-later = { $first } ou { $second }, selon ce qui survient en dernier
phase-until = échéance~: { $rule }
phase-from = à partir du { $date }
phase-onwards = ensuite, sans date de fin
phase-endless = sans date de fin
phase-no = non proposé

## Événements, selon leur place dans la phrase

own-until = { $place ->
    [since] à partir de
    [until] jusqu’à
    [after] à compter de
   *[when] à
 }
event-received = { own-until } la réception de { own-your } demande
event-acknowledged = { $place ->
    [when] lorsque nous accusons réception
   *[other] { own-until } notre accusé de réception
 }
event-responded = { $place ->
    [when] lorsque nous répondons
   *[other] { own-until } notre réponse
 }
event-updated = { $place ->
    [when] lorsque nous faisons un point d’avancement
   *[other] { own-until } notre point d’avancement
 }
event-replied = { $place ->
    [when] lorsque { $address ->
        [informal] tu réponds
       *[formal] vous répondez
    }
   *[other] { own-until } { own-your } réponse
 }
event-accepted = { own-until } l’acceptation de { own-your } demande
event-resolved = { own-until } la résolution de { own-your } demande
event-closed = { own-until } la clôture de { own-your } demande
event-state = { $place ->
    [since] à partir du passage
    [until] jusqu’au passage
    [after] à compter du passage
   *[when] lors du passage
 } à l’état «~{ $state }~»
event-fact = { $what ->
    [set] { own-until } la détermination { $name ->
        [severity] de la gravité
        [priority] de la priorité
        [plan] de la formule
       *[other] de «~{ $title }~»
    }
   *[changed] { $place ->
        [since] à partir du changement
        [until] jusqu’au changement
        [after] à compter du changement
       *[when] en cas de changement
    } { $name ->
        [severity] de gravité
        [priority] de priorité
        [plan] de formule
       *[other] de «~{ $title }~»
    }
 }
event-clause = { $place ->
    [since] à partir du moment où
    [until] jusqu’au moment où
    [after] à compter du moment où
   *[when] quand
 } { $clause }
event-named = { $place ->
    [since] à partir de l’événement
    [until] jusqu’à l’événement
    [after] à compter de l’événement
   *[when] lors de l’événement
 } «~{ $event }~»
clause-openers = vous nous tu elle elles quelqu’un personne
clause-small = no
clause-verbs = -
clause-endings = -
clause-label = { $clause }

## Conditions

if = si { $clause }
unless = sauf si { $clause }
either = soit { $choices }
brackets = ({ $clause })
list-either = { $first }, soit { $second }
list-either-next = { $first }, soit { $second }
list-nor = { $first } ni { $second }
clauses-and = { $first } et { $second }
clauses-and-either = { $first } et { $second }
clauses-or = { $first } ou { $second }
clauses-next = { $first }, { $second }
clauses-and-long = { $first }, et { $second }
clauses-or-long = { $first }, ou { $second }
list-label-or = { $first }~; ou { $second }
own-is = { $not ->
    [one] n’est pas
    [many] n’est ni
   *[no] est
 }
fact-plan-subject = { own-your } formule
fact-severity-subject = la gravité
fact-priority-subject = la priorité
fact-channel-subject = le canal
fact-kind-subject = le type de demande
fact-product-subject = le produit
fact-release-subject = la version
fact-phase-subject = la phase de la version
fact-term-subject = la durée du contrat
fact-region-subject = { own-your } région
fact-language-subject = la langue
fact-received-subject = la date de réception
fact-change-subject = la modification
when-plan = { fact-plan-subject } { own-is } { $values }
when-severity = { fact-severity-subject } { own-is } { $values }
when-priority = { fact-priority-subject } { own-is } { $values }
when-channel = { fact-channel-subject } { own-is } { $values }
when-kind = { fact-kind-subject } { own-is } { $values }
when-product = { fact-product-subject } { own-is } { $values }
when-release = { fact-release-subject } { own-is } { $values }
when-phase = la version { $not ->
    [one] n’est pas en phase
    [many] n’est en phase ni
   *[no] est en phase
 } { $values }
when-term = le contrat { $not ->
    [one] ne dure pas
    [many] ne dure ni
   *[no] dure
 } { $values }
when-region = { fact-region-subject } { own-is } { $values }
when-language = { own-your } demande { $not ->
    [one] n’est pas rédigée en
    [many] n’est rédigée ni en
   *[no] est rédigée en
 } { $values }
when-received = { $not ->
    [no] nous recevons
   *[other] nous ne recevons pas
 } { own-your } demande { $values }
when-change = une modification { $not ->
    [no] est
   *[other] n’est pas
 }, pour { person-customer-object }, { $values }
when-process = { own-your } demande { $not ->
    [one] n’est pas à l’état
    [many] n’est à l’état ni
   *[no] est à l’état
 } { $values }
when-fact = «~{ $fact }~» { own-is } { $values }
own-has-value = { $not ->
    [one] ne vaut pas
    [many] ne vaut ni
   *[no] vaut
 }
when-number = «~{ $fact }~» { own-has-value } { $values }
when-date = la date «~{ $fact }~» { $not ->
    [one] ne tombe pas
    [many] ne tombe ni
   *[no] tombe
 } { $values }
when-covered = { own-your } demande { $answer ->
    [yes] est couverte
   *[no] n’est pas couverte
 }
when-answer = la réponse à «~{ $question }~» est { $answer ->
    [yes] oui
   *[no] non
 }
when-holds = «~{ $fact }~» { $answer ->
    [yes] s’applique
   *[no] ne s’applique pas
 }
when-clause = { $answer ->
    [yes] { $clause }
   *[no] ceci est faux~: { $clause }
 }
own-keep = { $who ->
    [us] respectons
    [customer] { $address ->
        [informal] respectes
       *[formal] respectez
    }
   *[other] respecte
 }
when-duty = { $subject } { $answer ->
    [yes] { own-keep }
   *[no] ne { own-keep } pas
 } ceci~: { $duty ->
    [do] { $text }
   *[not] ne pas { $text }
 }
on-date = le { $date }
compare-at-least = { $kind ->
    [date] le { $value } ou après
    [release] { $value } ou plus récente
    [value] { $value } ou au-dessus
   *[number] au moins { $value }
 }
compare-at-most = { $kind ->
    [date] le { $value } ou avant
    [release] { $value } ou plus ancienne
    [value] { $value } ou en dessous
   *[number] au plus { $value }
 }
compare-more-than = { $kind ->
    [date] après le { $value }
    [release] plus récente que { $value }
    [value] au-dessus de { $value }
   *[number] plus de { $value }
 }
compare-less-than = { $kind ->
    [date] avant le { $value }
    [release] plus ancienne que { $value }
    [value] en dessous de { $value }
   *[number] moins de { $value }
 }
on-plan = avec { $values }
on-severity = pour la gravité { $values }
on-priority = pour la priorité { $values }
on-channel = via { $values }
on-product = pour { $values }
on-release = pour la version { $values }
on-phase = en phase { $values }
on-term = pour une durée de { $values }
on-language = en { $values }
label-value = { $not ->
    [one] sauf { $values }
    [many] ni { $values }
   *[no] { $values }
 }
label-question = { $fact } { $values }
label-fact = { $fact }~: { $values }
label-fact-not = { $fact }~: { label-value }
cases-unsaid = certains cas
cases-unsaid-clause = un des cas énumérés dans les règles se présente

## Fuseaux dont la ville a un autre nom que dans la base de données

zone-America-Sao-Paulo = São Paulo
zone-Europe-Kiev = Kyiv
zone-Europe-Kyiv = Kyiv
zone-Asia-Calcutta = Calcutta
zone-Europe-Zurich = Zurich
zone-Europe-London = Londres
zone-Europe-Brussels = Bruxelles
zone-Europe-Paris = Paris
zone-Europe-Berlin = Berlin
zone-Europe-Vienna = Vienne
zone-Europe-Rome = Rome
zone-Europe-Copenhagen = Copenhague
zone-Europe-Prague = Prague
zone-Europe-Warsaw = Varsovie
zone-Europe-Budapest = Budapest
zone-Europe-Bucharest = Bucarest
zone-Europe-Athens = Athènes
zone-Europe-Lisbon = Lisbonne
zone-Europe-Luxembourg = Luxembourg
zone-Europe-Moscow = Moscou
zone-Europe-Istanbul = Istanbul
zone-Asia-Tokyo = Tokyo
zone-Asia-Singapore = Singapour
zone-Asia-Seoul = Séoul
zone-Asia-Shanghai = Shanghai
zone-Asia-Hong-Kong = Hong Kong
zone-Asia-Dubai = Dubaï
zone-Australia-Sydney = Sydney
zone-America-New-York = New York
zone-America-Los-Angeles = Los Angeles
zone-America-Chicago = Chicago
zone-America-Toronto = Toronto
zone-America-Mexico-City = Mexico
zone-Europe-Amsterdam = Amsterdam
zone-Europe-Madrid = Madrid
zone-Europe-Dublin = Dublin
zone-Europe-Stockholm = Stockholm
zone-Europe-Oslo = Oslo
zone-Europe-Helsinki = Helsinki
zone-UTC = UTC

## Territoires

area-AL = Albanie
area-AD = Andorre
area-AT = Autriche
area-BY = Bélarus
area-BE = Belgique
area-BA = Bosnie-Herzégovine
area-BG = Bulgarie
area-HR = Croatie
area-CY = Chypre
area-CZ = Tchéquie
area-DK = Danemark
area-EE = Estonie
area-FO = Îles Féroé
area-FI = Finlande
area-FR = France
area-DE = Allemagne
area-GI = Gibraltar
area-GR = Grèce
area-GG = Guernesey
area-HU = Hongrie
area-IS = Islande
area-IE = Irlande
area-IM = Île de Man
area-IT = Italie
area-JE = Jersey
area-XK = Kosovo
area-LV = Lettonie
area-LI = Liechtenstein
area-LT = Lituanie
area-LU = Luxembourg
area-MT = Malte
area-MD = Moldavie
area-MC = Monaco
area-ME = Monténégro
area-NL = Pays-Bas
area-MK = Macédoine du Nord
area-NO = Norvège
area-PL = Pologne
area-PT = Portugal
area-RO = Roumanie
area-RU = Russie
area-SM = Saint-Marin
area-RS = Serbie
area-SK = Slovaquie
area-SI = Slovénie
area-ES = Espagne
area-SE = Suède
area-CH = Suisse
area-TR = Turquie
area-UA = Ukraine
area-GB = Royaume-Uni
area-VA = Vatican
area-GB-ENG = Angleterre
area-GB-SCT = Écosse
area-GB-WLS = Pays de Galles
area-GB-NIR = Irlande du Nord
area-US = États-Unis
area-CA = Canada
area-AU = Australie
area-NZ = Nouvelle-Zélande
area-JP = Japon
area-IN = Inde
area-BR = Brésil
area-AE = Émirats arabes unis
area-AR = Argentine
area-CL = Chili
area-CN = Chine
area-CO = Colombie
area-CR = Costa Rica
area-DO = République dominicaine
area-GE = Géorgie
area-HK = Hong Kong
area-ID = Indonésie
area-IL = Israël
area-KE = Kenya
area-KR = Corée du Sud
area-MX = Mexique
area-PA = Panama
area-PE = Pérou
area-PH = Philippines
area-SG = Singapour
area-TH = Thaïlande
area-TW = Taïwan
area-UY = Uruguay
area-VN = Viêt Nam
area-ZA = Afrique du Sud
area-DE-BW = Bade-Wurtemberg
area-DE-BY = Bavière
area-DE-BE = Berlin
area-DE-BB = Brandebourg
area-DE-HB = Brême
area-DE-HH = Hambourg
area-DE-HE = Hesse
area-DE-MV = Mecklembourg-Poméranie-Occidentale
area-DE-NI = Basse-Saxe
area-DE-NW = Rhénanie-du-Nord-Westphalie
area-DE-RP = Rhénanie-Palatinat
area-DE-SL = Sarre
area-DE-SN = Saxe
area-DE-ST = Saxe-Anhalt
area-DE-SH = Schleswig-Holstein
area-DE-TH = Thuringe

## Langues

language-bg = bulgare
language-cs = tchèque
language-da = danois
language-de = allemand
language-el = grec
language-en = anglais
language-es = espagnol
language-et = estonien
language-fi = finnois
language-fr = français
language-fy = frison
language-ga = irlandais
language-hr = croate
language-hu = hongrois
language-it = italien
language-ja = japonais
language-lt = lituanien
language-lv = letton
language-nb = norvégien
language-nl = néerlandais
language-no = norvégien
language-pl = polonais
language-pt = portugais
language-ro = roumain
language-sk = slovaque
language-sl = slovène
language-sv = suédois
language-tr = turc
language-uk = ukrainien
language-zh = chinois

## Éléments : clauses

statement-if = { $kind ->
    [unless] { $statement }, { $when }
   *[if] { $statement } { $when }
 }
statement-on = { $statement } { $when }
span-of-time = { $from } { $until }
clause-because = { $statement }, car { $reason }
clause-unfilled = { $what ->
    [address] L’adresse reste à préciser.
    [hours] Les horaires restent à préciser.
    [holidays] Les jours fériés restent à préciser.
    [times] Les dates et heures restent à préciser.
    [publisher] L’éditeur reste à préciser.
   *[other] Un point reste à préciser.
 }
clause-holds = Cela s’applique { $when }.
clause-plans = { $count ->
    [one] Formule concernée
   *[other] Formules concernées
 }~: { $plans }.
common-words = téléphone courriel courrier e-mail mail messagerie chat portail formulaire site visioconférence
noun-roles = -
noun-groups = -
noun-places = -
noun-articles = -
noun-tails = -
noun-of = -
noun-the = { $title }
plan-domain = Cette formule s’applique { $when }.
channel-domain = { $address ->
    [informal] Tu peux
   *[formal] Vous pouvez
 } utiliser ce canal { $when }.
product-named = { $others ->
    [none] { $count ->
        [one] Cité comme produit~: { $products }.
       *[other] Cités comme produits~: { $products }.
     }
   *[some] { $count ->
        [one] Également cité comme produit~: { $products }.
       *[other] Également cités comme produits~: { $products }.
     }
 }
page-html = HTML
page-rule-set-yaml = Règles (YAML)
page-digest-source = source { $digest }
page-digest-rules = règles { $digest }
glance-depends = Selon le cas
glance-nothing = Aucun engagement

## Éléments : disponibilité, maintenance, modifications

availability-share = Disponibilité~: au moins { $share } { $period }.
availability-outside = { $count ->
    [one] Ne compte pas~: { $calendars }.
   *[other] Ne comptent pas~: { $calendars }.
 }
availability-outage = Sur 30~jours, cela représente au plus { $time } d’interruption.
availability-or-more = { $share } ou plus
availability-up-to = { $time } au plus
availability-none = Aucun
availability-band = de { $low } à moins de { $high }
availability-below = Moins de { $share }
availability-longer = plus de { $time }
availability-column = Disponibilité par { unit }
availability-column-outage = Interruption sur 30~jours
availability-caption = { $title }~: avoirs
availability-about = environ { $time }
availability-claimed = Un avoir doit être demandé sous { $duration }.
availability-claimed-after = Un avoir doit être demandé sous { $duration } { $after }.
maintenance-when = Créneau~: { $when }.
maintenance-outside = { $possible ->
    [yes] Si possible, en dehors de ces heures
   *[no] En dehors de ces heures
 }~: { $calendars }.
changes-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, nous annonçons la maintenance au moins { $duration } à l’avance{ own-via }.
       *[no] Nous annonçons la maintenance au moins { $duration } à l’avance{ own-via }.
    }
    [product] { $conditioned ->
        [yes] { $when }, nous annonçons la fin de la phase au moins { $duration } à l’avance{ own-via }.
       *[no] Nous annonçons la fin d’une phase au moins { $duration } à l’avance{ own-via }.
    }
   *[changes] { $conditioned ->
        [change] { $when }, nous l’annonçons au moins { $duration } avant son entrée en vigueur{ own-via }.
        [yes] { $when }, nous annonçons toute modification au moins { $duration } avant son entrée en vigueur{ own-via }.
       *[no] Nous annonçons toute modification au moins { $duration } avant son entrée en vigueur{ own-via }.
    }
 }
own-via = { $via ->
    [yes] {" "}(via { $channels })
   *[no] { "" }
 }
changes-notice-unfilled = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, nous annonçons la maintenance à l’avance{ own-via }~; le préavis reste à préciser.
       *[no] Nous annonçons la maintenance à l’avance{ own-via }~; le préavis reste à préciser.
    }
    [product] { $conditioned ->
        [yes] { $when }, nous annonçons la fin de la phase à l’avance{ own-via }~; le préavis reste à préciser.
       *[no] Nous annonçons la fin d’une phase à l’avance{ own-via }~; le préavis reste à préciser.
    }
   *[changes] { $conditioned ->
        [change] { $when }, nous l’annonçons avant son entrée en vigueur{ own-via }~; le préavis reste à préciser.
        [yes] { $when }, nous annonçons toute modification avant son entrée en vigueur{ own-via }~; le préavis reste à préciser.
       *[no] Nous annonçons toute modification avant son entrée en vigueur{ own-via }~; le préavis reste à préciser.
    }
 }
changes-no-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, la maintenance n’est pas annoncée.
       *[no] La maintenance n’est pas annoncée.
    }
    [product] { $conditioned ->
        [yes] { $when }, la fin de la phase n’est pas annoncée.
       *[no] La fin d’une phase n’est pas annoncée.
    }
   *[changes] { $conditioned ->
        [change] { $when }, elle peut entrer en vigueur sans préavis.
        [yes] { $when }, une modification peut entrer en vigueur sans préavis.
       *[no] Une modification peut entrer en vigueur sans préavis.
    }
 }
changes-open-requests = { $keep ->
    [yes] Les demandes en cours restent soumises à la version sous laquelle elles ont été faites.
   *[no] Une nouvelle version s’applique aussi aux demandes en cours.
 }
changes-review = Nous révisons l’ensemble de cette politique { $every }.
changes-next-review = La prochaine révision aura lieu au plus tard le { $date }.

## Éléments : calendriers et canaux

calendar-heading = Horaires
calendar-caption = Horaires
calendar-caption-zone = { $zone ->
    [UTC] Horaires, UTC
   *[other] Horaires, heure locale à { $zone }
 }
calendar-column = Horaire
calendar-closed = Fermé
calendar-closed-all-day = Fermé toute la journée
calendar-open-all-day = Ouvert toute la journée
calendar-closed-from = Fermé à partir de { $time }
calendar-closed-until = Fermé jusqu’à { $time }
calendar-closed-hours = Fermé~: { $hours }
calendar-open-hours = Ouvert~: { $hours }
calendar-open-from-to = Ouvert du { $from } au { $to }
calendar-closed-from-to = Fermé du { $from } au { $to }
calendar-day = Date
calendar-why = Motif
calendar-hours = Horaires
calendar-day-span = du { $from } au { $to }
calendar-days-caption = { $calendar }~: jours particuliers
calendar-closed-during = fermé~: { $calendars }
calendar-open-during = ouvert~: { $calendars }
calendar-open-always = ouvert à tout moment
calendar-within = uniquement pendant «~{ $calendar }~»
calendar-line = { $effect ->
    [open] ouvert
   *[closed] fermé
 }~: { $when }
calendar-occasion = { $line } ({ $occasion })
calendar-season = { $calendar }, { $dates }
calendar-holidays = Fermé les { $holidays }.
calendar-holidays-customer = Fermé les jours fériés du lieu où { $address ->
    [informal] tu te trouves.
   *[formal] vous vous trouvez.
 }
calendar-holidays-list = Fermé les jours fériés d’une liste que nous tenons.
calendar-holidays-open = Les jours fériés sont des jours comme les autres.
calendar-cut-off = Ce qui arrive après { $time } est réputé reçu le jour d’ouverture suivant.
calendar-zone-customer = Toutes les heures sont à { $address ->
    [informal] ton
   *[formal] votre
 } heure locale.
channel-after = Uniquement après avoir essayé~: { $channels }.
channel-alternative = Autre possibilité~: { $channels }.
channel-as-decided = { $who ->
    [us] ouvert lorsque nous le décidons
    [customer] ouvert lorsque { $address ->
        [informal] tu le décides
       *[formal] vous le décidez
    }
   *[other] ouvert sur décision ({ $person })
 }
channel-bare = Ni adresse ni horaires ne sont indiqués ici.
channel-no = non disponible
channel-self-service = Ce canal est en libre-service.
channel-when = { $when }, { $line }
channel-open-when = ouvert pendant { $calendars }
channel-hours = «~{ $calendar }~»

## Éléments : engagements et décompte du temps

commitment-clock = { $kind ->
    [rhythm] Cela vaut { $span }.
    [open] Période concernée~: { $span }.
   *[deadline] Le délai court { $span }.
 }
commitment-paused = Le délai est suspendu tant que { own-your } demande est à l’état { $state }.
commitment-none = Nous ne nous engageons sur aucun délai.
commitment-no = Ce cas ne se présente pas ici.
commitment-best-effort = Nous faisons au mieux, sans engagement de délai.
commitment-unfilled = Le délai n’est pas encore connu.
commitment-as = Délai~: { $promise }.
commitment-promise = { $strength ->
    [usual] En général, c’est fait { $promise }.
    [guaranteed] Nous garantissons que c’est fait { $promise }.
   *[target] C’est fait { $promise }.
 }
commitment-targets = { $count ->
    [one] C’est un objectif.
   *[many] Ce sont des objectifs.
 }
commitment-guaranteed = { $count ->
    [one] Cette valeur est garantie.
   *[many] Ces valeurs sont garanties.
 }
commitment-targets-met = Ce sont des objectifs, que nous atteignons pour { $share } des demandes { $period }.
commitment-met = Nous y parvenons pour { $share } des demandes { $period }.
commitment-one-exception = Une exception~: { $exception }
commitment-exceptions = Exceptions~:
commitment-elsewhere = Les valeurs figurent dans { $tables }.
commitment-gap = { $when }, nous ne nous engageons sur aucun délai.
commitment-gaps = En l’absence de valeur, nous ne nous engageons sur aucun délai.
commitment-restarts = Le délai repart de zéro { $when }.
commitment-keeps = { $when }, la valeur correspondant à la nouvelle { $name ->
    [priority] priorité
    [severity] gravité
   *[other] indication
 } s’applique, et le délai se compte à partir du même point de départ.
commitment-keeps-else = Lorsque le délai repart de zéro, l’engagement le précise.
commitment-credit = Après { $count ->
    [one] un manquement
   *[other] { $count } manquements
 } au cours d’{ $unit ->
    [second] une même seconde
    [minute] une même minute
    [hour] une même heure
    [week] une même semaine
    [year] une même année
   *[other] un même { unit }
 }, { $address ->
    [informal] tu reçois
   *[formal] vous recevez
 } un avoir~: { $amount }.
commitment-claimed = Il doit être demandé sous { $duration }.
commitment-claimed-after = Il doit être demandé sous { $duration } { $after }.
counting-elapsed-term = { $kind ->
    [short] Les minutes et les heures
   *[long] Les jours, les semaines et les mois
 }
counting-elapsed = { $kind ->
    [short] courent jour et nuit.
   *[long] sont ceux du calendrier, week-ends et jours fériés compris.
 }
counting-hours-term = { $own ->
    [yes] Les heures ouvrées
   *[no] Les heures selon «~{ $calendar }~»
 }
counting-hours = ne courent que { $own ->
    [yes] pendant «~{ $calendar }~»
    [same] pendant nos { $calendar }
   *[no] pendant ces horaires
 }. Elles s’arrêtent à la fermeture et reprennent à l’ouverture suivante.
counting-days-term = { $own ->
    [yes] Les jours ouvrés
   *[no] Les jours selon «~{ $calendar }~»
 }
counting-days = { $own ->
    [yes] suivent «~{ $calendar }~».
    [same] suivent nos { $calendar }.
   *[no] suivent ces horaires.
 }
counting-opening-hours = horaires d’ouverture

## Éléments : personnes, documents, obligations

document-precedence = { $which ->
    [prevails] En cas de divergence avec cette politique, ce document prévaut.
   *[yields] En cas de divergence avec ce document, cette politique prévaut.
 }
party-third = un tiers indépendant
own-commits = { $subject ->
    [us] nous nous engageons
    [customer] { $address ->
        [informal] tu t’engages
       *[formal] vous vous engagez
    }
   *[other] { $name } s’engage
 }
own-must = { $subject ->
    [us] devons
    [customer] { $address ->
        [informal] dois
       *[formal] devez
    }
   *[other] doit
 }
own-can = { $subject ->
    [us] pouvons
    [customer] { $address ->
        [informal] peux
       *[formal] pouvez
    }
   *[other] peut
 }
own-who = { $subject ->
    [us] nous
    [customer] { own-you }
   *[other] { $name }
 }
duty-subject = { $kind ->
    [will] { own-commits } à
    [will-not] { own-commits } à ne pas
    [must] { own-who } { own-must }
    [must-not] { own-who } ne { own-must } pas
    [may] { own-who } { own-can }
   *[may-not] { own-who } ne { own-can } pas
 }
duty-sentence = { $who } { $what }
duty-lead = { $who }~:
duty-heading = { $subject ->
    [us] { $kind ->
        [will] Ce que nous faisons
        [will-not] Ce que nous ne faisons pas
        [must] Ce que nous devons faire
        [must-not] Ce que nous ne devons pas faire
        [may] Ce que nous pouvons faire
       *[may-not] Ce que nous ne pouvons pas faire
    }
    [customer] { $kind ->
        [will] Ce que { $address ->
            [informal] tu fais
           *[formal] vous faites
        }
        [will-not] Ce que { $address ->
            [informal] tu ne fais pas
           *[formal] vous ne faites pas
        }
        [must] Ce que nous { own-you-object } demandons
        [must-not] Ce que nous { own-you-object } demandons de ne pas faire
        [may] Ce que { own-you } { own-can } faire
       *[may-not] Ce que { own-you } ne { own-can } pas faire
    }
   *[other] { $name }~: { $kind ->
        [will] engagements
        [will-not] ce qui n’est pas fait
        [must] obligations
        [must-not] interdictions
        [may] droits
       *[may-not] ce qui n’est pas permis
    }
 }
duty-usually = { $what }, en général
duty-when = { $what } ({ $time })
within-after = { $within } { $after }
duty-by = au plus tard le { $day }
duty-except = { $what }, sauf { $except }

## Éléments : escalades, traitement, ordre

escalation-at = { $kind ->
    [breach] à l’expiration du délai «~{ $commitment }~»
    [half] à la moitié du délai «~{ $commitment }~»
   *[share] à { $share } du délai «~{ $commitment }~»
 }
escalation-offset = { $duration } { $side ->
    [before] avant
   *[after] après
 } l’expiration du délai «~{ $commitment }~»
escalation-again = { $every } après l’expiration du délai «~{ $commitment }~», jusqu’à ce que la promesse soit tenue{ $limited ->
    [yes] , { $most } fois au plus
   *[no] { "" }
 }
escalation-clock = Les étapes se comptent comme ce délai.
escalation-notify = Nous prévenons~: { $people }
escalation-raised = { $who ->
    [customer] { $address ->
        [informal] Tu peux
       *[formal] Vous pouvez
    } demander cette escalade
   *[other] Cette escalade peut être demandée par~: { $people }
 }{ $via ->
    [yes] {" "}(via { $channels })
   *[no] { "" }
 }.
escalation-turn = { $order ->
    [first] { $count ->
        [1] Interlocuteur
       *[other] D’abord
    }
   *[then] Ensuite
 }~: { $people }{ $answers ->
    [yes] ~; réponse sous { $duration }
    [unfilled] ~; le délai de réponse reste à préciser
   *[no] { "" }
 }.
escalation-pass = { $order ->
    [first] { $count ->
        [1] Responsable
       *[other] Premier responsable
    }
   *[then] Responsable suivant
 }~: { $people }{ $answers ->
    [yes] ~; réponse sous { $duration }
    [unfilled] ~; le délai de réponse reste à préciser
   *[no] { "" }
 }.
escalation-address = { $person } ({ $place })
process-states = Une demande est toujours dans l’un de ces états~:
process-ends = Une demande commence à l’état { $first }{ $ends ->
    [yes] { " " }et se termine à l’état { $last }
   *[no] { "" }
 }.
process-ends-in-time = Elle se termine { $also ->
    [yes] aussi à
   *[no] à
 } l’état { $last } une fois passé le délai dans lequel elle peut encore avancer.
process-checks = { $count ->
    [one] Nous vérifions d’abord un point~:
   *[other] Nous vérifions d’abord, dans cet ordre~:
 }
process-ways = Voici comment une demande avance~:
process-sendings = Voici ce que { $address ->
    [informal] tu reçois
   *[formal] vous recevez
 } en cours de route~:
process-check-by = { $who ->
    [us] Nous décidons
    [customer] { $address ->
        [informal] Tu décides
       *[formal] Vous décidez
    }
   *[other] Décision~: { $person }
 }
process-check-otherwise = Sinon, la demande passe à l’état { $state }.
process-way = De { $from } à { $to }
process-after = après { $duration }
process-when = { $start ->
    [a] dès qu’
    [e] dès qu’
    [i] dès qu’
    [o] dès qu’
    [u] dès qu’
   *[other] dès que{ " " }
 }{ $condition }
process-sends = À l’état { $state }~: { $what }
process-sends-after = À l’état { $state }, après { $duration }~: { $what }
queue-order = Nous traitons { $usually ->
    [yes] en général les demandes
   *[no] les demandes
 } dans cet ordre~: { $orders }.
quote-no-notice = aucun préavis
queue-then = { $first }, puis { $next }
queue-received = par ordre d’arrivée
queue-severity = par gravité, la plus élevée d’abord
queue-priority = par priorité, la plus élevée d’abord
queue-level = selon «~{ $fact }~», le niveau le plus élevé d’abord
queue-plan = par formule, la plus élevée d’abord
queue-fact = selon «~{ $fact }~»
queue-number = selon «~{ $fact }~», le nombre le plus élevé d’abord
queue-date = selon «~{ $fact }~», la date la plus ancienne d’abord
queue-except = Exception~: { $except }

## Éléments : exemples, données, valeurs

example-case = Le cas
example-answer = Réponse
example-received = reçu le { $at }
example-event = { $event ->
    [acknowledged] Nous accusons réception le { $at }
    [responded] Nous répondons le { $at }
    [updated] Nous faisons un point d’avancement le { $at }
    [replied] { $address ->
        [informal] Tu réponds
       *[formal] Vous répondez
     } le { $at }
    [accepted] La demande est acceptée le { $at }
    [resolved] La demande est résolue le { $at }
    [closed] La demande est clôturée le { $at }
   *[other] { $when }~: { $at }
 }
example-becomes = { $fact }~: { $value } à partir du { $at }
example-by = { $what }~: au plus tard le { $at }
example-notifies = Message le { $at } à~: { $people }
example-open = { $channel }~: { $state ->
    [open] ouvert
   *[closed] fermé
 }
example-value = { $what }~: { $value }
example-covered = { when-covered }
example-state = { when-process }
example-is = { $fact } { own-is } { $values }
example-granted = { $what }~: { $granted ->
    [yes] inclus
   *[no] non inclus
 }
example-cost = { $amount } pour { $duration }
example-instead = { $holds }~; à la place~: { $offer }
example-why = Pourquoi
fact-lead = { $count ->
    [one] Cette donnée détermine ce qui s’applique à une demande~:
   *[other] Ces données déterminent ce qui s’applique à une demande~:
 }
fact-lead-prices = { $count ->
    [one] Cette donnée détermine les prix~:
   *[other] Ces données déterminent les prix~:
 }
fact-values = { $values }.
fact-yes-no = Oui ou non.
fact-date = Une date.
fact-number = Un nombre.
fact-duration = Une durée.
fact-proposed = { $who ->
    [us] Nous faisons une proposition.
    [customer] { $address ->
        [informal] Tu fais
       *[formal] Vous faites
    } une proposition.
   *[other] Proposition~: { $person }.
 }
fact-confirmed = { $who ->
    [us] Nous décidons.
    [customer] { $address ->
        [informal] Tu décides.
       *[formal] Vous décidez.
    }
   *[other] Décision~: { $person }.
 }
fact-severity-heading = { $keyword ->
    [priority] Quel degré d’urgence~?
   *[severity] Quelle gravité~?
 }
kind-languages = { $count ->
    [one] Langue de réponse
   *[other] Langues de réponse
 }~: { $languages }.
kind-lead = { $keyword ->
    [kind] Nous distinguons ces types de demandes~:
    [region] Nous distinguons ces régions~:
   *[phase] Une version passe par ces phases~:
 }

## Éléments : champ, offres, formules, tarifs, produits

scope-covers = Sont couverts~:
scope-covers-all = Tout ce qui n’est pas exclu ici est couvert.
scope-covers-when = { own-your } demande est couverte { $when }.
scope-excludes = Ne sont pas couverts~:
scope-kinds = { $what }~: { $kinds }
scope-caption-instead = Ce qui n’est pas couvert, et ce qui est possible à la place
scope-not-covered = Non couvert
scope-instead = À la place
scope-nothing-instead = Pas d’autre solution
offer-by = Réalisation~: { $people }.
offer-proposal = { $address ->
    [informal] Tu reçois
   *[formal] Vous recevez
 } d’abord une proposition.
offer-invoiced = { $address ->
    [informal] Tu reçois
   *[formal] Vous recevez
 } une facture { $period }.
offer-during = { $rate } pendant «~{ $calendar }~»
offer-outside = { $rate } en dehors de «~{ $calendar }~»
offer-least = au moins { $duration }
offer-steps = par tranches de { $duration }
offer-times = { $times } fois le tarif habituel
offer-multiplied = { $rate } ({ $remark })
offer-instead-of = À la place de { $things }.
plan-caption = { $what ->
    [price] Ce que coûte chaque formule
    [terms] Les conditions de chaque formule
   *[grants] Ce que comprend chaque formule
 }
plan-included = { $what ->
    [grants] Compris
   *[other] Conditions
 }
plan-includes = La formule «~{ $plan }~» comprend~:
plan-extends = Comprend tout le contenu de { $plans }.
plan-all = Les formules sont { $plans }.
plan-price = Prix
plan-runs = Durée
plan-runs-for = { $duration }{ $renews ->
    [yes] { $noticed ->
        [yes] , reconduction sauf résiliation au moins { $notice } avant l’échéance{ own-via }
        [unfilled] , reconduction sauf résiliation avant l’échéance{ own-via }~; le préavis reste à préciser
       *[no] , puis reconduction
    }
   *[no] { $noticed ->
        [yes] , préavis de résiliation~: { $notice }{ own-via }
        [unfilled] , résiliable{ own-via }~; le préavis reste à préciser
       *[no] { "" }
    }
 }
plan-unsaid = Non précisé
plan-unused-lapse = le solde non utilisé est perdu
price-except = à titre exceptionnel, { $amount }
price-from = calcul~: { $amount }
product-release = Version
product-since = Sortie
product-until = { $phase } jusqu’à
product-on = Au { $date }
product-caption = Dates d’assistance, par version
product-announced = Annoncée
product-ended = Terminée
product-unknown = Inconnue
product-no-phase = Aucune
product-supports = { $count ->
    [one] La dernière version est toujours prise en charge.
   *[other] Les { $count } dernières versions sont toujours prises en charge.
 }
product-ends = Fin de la phase «~{ $phase }~»~: { $date }.
catalogue-holds = { $count ->
    [one] { $count } politique
   *[other] { $count } politiques
 }
catalogue-holds-some = { $count ->
    [one] { $count } politique, dont~:
   *[other] { $count } politiques, dont~:
 }

## Éléments : tableaux

table-any = Indifférent
table-other = Le reste
table-other-values = Autres~: { $values }
table-below = En dessous de
table-credit = Avoir
table-price = Prix
table-primary = Premier contact
table-secondary = Second contact
table-entitlement = Compris
table-caption = { $title }, par { $facts }

## Answers to one case

answer-covered = Couvert
answer-yes = oui
answer-no = non
answer-instead = à la place~: { $offer }
answer-depends = dépend de { $facts }
answer-by = au plus tard le { $at }
answer-then = puis { $times }
answer-starts = commence { $when }
answer-give-event = pour le calculer, indiquez `--event { $event }`
answer-earlier = avant~: { $from } – { $to }, { $state }
answer-paused = en pause
answer-left = reste { $time }
answer-counted = { $limit } ({ $rule })
answer-unused = reste { $amount }
answer-left-until = reste { $amount } jusqu’au { $date } inclus
answer-used-up = plus rien
answer-used-up-until = plus rien jusqu’au { $date } inclus
answer-over = épuisé, et { $amount } de plus
answer-met = tenu
answer-missed = manqué
answer-done = fait
answer-closed = fermé
answer-uncounted = ne compte pas
answer-rule = { $rule }, ligne { $line }
answer-escalation = Escalade
answer-nobody = personne n’est prévenu dans ce cas
answer-not-needed = plus nécessaire
answer-channels = Canaux
answer-open-until = { $channel } ouvert jusqu’au { $at }
answer-open-always = { $channel } toujours
answer-shut-until = { $channel } fermé jusqu’au { $at }
answer-shut = { $channel } fermé
answer-unsure = { $channel }~: { $why }
answer-entitlements = Compris
answer-prices = Prix
answer-becomes = devient { $state } le { $at }
answer-sends = { $what } le { $at }
answer-total = { $time } en tout
answer-opens = Ouvre
answer-closes = Ferme
answer-opened = Ouvert
answer-shut-since = Fermé
answer-changed = { $value } à partir du { $at }
answer-no-time = pas encore d’heure
answer-on-request = sur demande
answer-in-turn = à son tour
answer-at-once = aussitôt
answer-offers = Offres
answer-proposal = après une proposition
answer-unpromised = rien n’est promis pour cela
answer-release = { $release }, { $date }
answer-no-date = sa date n’est pas encore connue
answer-holidays-unknown = les jours fériés ({ $list }) ne sont connus que jusqu’en { $year }
answer-never-open = les heures d’ouverture n’y suffisent pas
answer-out-of-range = c’est après l’an 2100

## Avis de modification

notice-kicker = Avis de modification
notice-title = Modifications~: { $policy }
notice-lead = { $address ->
    [informal] Voici ce qui change pour toi par rapport à la version en vigueur.
   *[formal] Voici ce qui change pour vous par rapport à la version en vigueur.
 }
notice-lead-from = { $address ->
    [informal] Voici ce qui change pour toi à partir du { $date }, par rapport à la version en vigueur jusque-là.
   *[formal] Voici ce qui change pour vous à partir du { $date }, par rapport à la version en vigueur jusque-là.
 }
notice-nothing-changes = Rien ne change dans ce qui est promis~; seuls des mots changent.
notice-ends-title = Fin de «~{ $policy }~»
notice-ends = Cette politique n’est plus en vigueur.
notice-ends-from = À partir du { $date }, cette politique n’est plus en vigueur. Jusque-là, elle s’applique sans changement.
notice-ending = Ce qui prend fin
notice-versions = { $old } devient { $new }
notice-announced = Annoncé le
notice-worse = { $address ->
    [informal] Ce que tu perds
   *[formal] Ce que vous perdez
 }
notice-mixed = Mieux pour les uns, moins bien pour les autres
notice-better = { $address ->
    [informal] Ce que tu gagnes
   *[formal] Ce que vous gagnez
 }
notice-what = Quoi
notice-who = Pour qui
notice-before = Jusqu’ici
notice-after = Désormais
notice-everybody = tous
notice-gone = supprimé
notice-new = nouveau
notice-there = comme jusqu’ici
notice-none = { $aspect ->
    [audience] personne
    [route] personne
    [staff] personne
    [step] personne
    [coverage] rien
    [duty] rien
    [exemption] rien
    [lapse] rien
    [obligation] rien
    [permission] rien
    [right] rien
    [pause] jamais
    [review] jamais
    [cut-off] aucune
    [address] aucune
    [credit] aucune
    [proposal] aucune
    [renewal] aucune
   *[other] aucun
 }
notice-changed = modifié
notice-covered = couvert
notice-not-covered = non couvert
notice-never = jamais
notice-example = Une demande reçue le { $received } avait pour échéance le { $before }~; désormais, c’est le { $after }.
notice-length = Compté à partir du { $received }, le délai prenait fin le { $before }~; désormais, il prend fin le { $after }.
notice-for = { $what } ({ $who })
notice-among = { $what }, entre autres
notice-some-days = certains jours, d’abord { $what }
notice-other-hours = de même, à d’autres heures
notice-also = aussi { $what }
notice-pair = { $what }~: { $said }
notice-share = { $share } { $period }
list-notice = { $first }~; { $second }
notice-moved = { $way ->
    [later] Ces délais prennent donc fin plus tard~: { $what }.
    [earlier] Ces délais prennent donc fin plus tôt~: { $what }.
    [either] Ces délais prennent donc fin tantôt plus tôt, tantôt plus tard~: { $what }.
    [longer] Ces délais deviennent donc plus longs~: { $what }.
    [shorter] Ces délais deviennent donc plus courts~: { $what }.
   *[both] Ces délais deviennent donc tantôt plus longs, tantôt plus courts~: { $what }.
 }
notice-first = Pour la première fois le { $received }.
notice-colophon = La politique elle-même dit ce qui vaut~; cet avis résume ce qui y change.
notice-aspect = { $aspect ->
    [address] adresse
    [ahead] délai d’annonce
    [announcement] comment c’est annoncé
    [answer] délai de réponse
    [audience] qui peut le lire
    [claim] délai pour réclamer
    [clock] quand le temps court
    [coverage] ce qui est couvert
    [credit] avoir en cas de manquement
    [cut-off] heure limite de réception
    [duty] ce que nous faisons
    [ending] préavis de fin de contrat
    [exemption] ce qui ne compte pas
    [hours] horaires
    [instead] où s’adresser à la place
    [language] langues
    [lapse] ce qui n’est pas utilisé
    [message] messages
    [met] à quelle fréquence nous le tenons
    [minimum] minimum facturé
    [steps] tranches de temps facturées
    [notice] comment les modifications sont annoncées
    [obligation] { $address ->
        [informal] ce que tu dois faire
       *[formal] ce que vous devez faire
     }
    [open] demandes en cours
    [others] autres voies
    [pause] quand le temps s’arrête
    [permission] ce que nous pouvons faire
    [precedence] quel document prévaut
    [price] prix
    [process] traitement d’une demande
    [proposal] proposition avant le début des travaux
    [rate] tarif
    [rate-at-hours] tarif à certaines heures
    [release] versions
    [renewal] reconduction
    [restart] ce qui fait repartir le temps à zéro
    [review] à quelle fréquence nous revoyons la politique
    [right] { $address ->
        [informal] ce que tu peux faire
       *[formal] ce que vous pouvez faire
     }
    [route] qui peut le demander
    [staff] qui y aide
    [step] qui est prévenu, et quand
   *[term] durée du contrat
 }
answer-note = remarque~: { $note }
note-parts = `{ $text }` comporte une fraction de seconde, qui compte pour une seconde entière
note-twice = { $time } a lieu deux fois à { $city } lorsque les horloges sont retardées~; la première est retenue, { $first }~; la seconde est { $second }
note-not-received = pour autant que l’on sache, la demande n’a pas été reçue~: indiquez `--received`
note-order = les événements ont été donnés dans un autre ordre que celui où ils se sont produits
note-used = ce qui a été utilisé de `{ $of }` ne compte pas ici~: { $why }
note-used-nobody = aucun cas de ce genre n’y donne droit
note-used-not-granted = ce n’est pas accordé dans ce cas
note-used-depends = savoir si c’est accordé dépend d’éléments qui n’ont pas été donnés
note-used-per = on ne sait pas pour quoi la limite est comptée
note-used-unlimited = c’est accordé sans limite
note-no-clock = aucune heure de réception n’a été donnée~; aucun délai ne court donc
note-no-zone = la politique n’indique pas de fuseau horaire~; les heures sont celles de { $zone }
note-no-customer = le fuseau horaire du client n’a pas été donné~; { $zone } est retenu
note-no-holidays = les jours fériés du client n’ont pas été donnés, et aucun n’est décompté
note-waits = une ligne de `{ $of }` n’est pas encore remplie, et la réponse n’en tient pas compte
note-over = toutes les phases de `{ $product }` { $release } sont terminées~: la dernière, `{ $phase }`, a pris fin le { $date }
