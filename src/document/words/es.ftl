### Español. Una tilde es un espacio de no separación. Cada lengua tiene las mismas claves, en cualquier orden; las que
### empiezan por `own-` solo sirven a este archivo.
### $address dice cómo se trata a los lectores: "formal" (usted) o "informal" (tú).
### $start es la primera letra, sin acento, de lo que sigue a una conjunción: «y» pasa a «e» ante i, y «o» a «u» ante o.
### Los títulos vienen de los autores. Ninguna frase exige conocer su género: van entre comillas detrás de un nombre
### común (el plazo «…») o detrás de dos puntos.

## Nombre de la lengua, signos

language-own-name = Español
number-decimal = ,
number-group = .
number-group-least = 5
share = { $number }~%
own-and = { $start ->
    [i] e
    [hi] e
   *[other] y
 }
own-or = { $start ->
    [o] u
    [ho] u
   *[other] o
 }
list-and = { $first } { own-and } { $second }
list-between = { $first } y { $second }
list-week = { $first } y { $second }
list-or = { $first } { own-or } { $second }
list-next = { $first }, { $second }
list-time = { $first } y { $second }
list-time-next = { $first }, { $second }
list-remark = { $first } { own-or } { $second }
quoted = «{ $text }»
punctuation = plain
page-colon = :
page-stop = .
page-aside = { " " }({ $words })
titles-within = quoted

## La página

page-skip = Ir al texto
page-languages = Idiomas
page-contents = Índice
page-link-to-section = Enlace a la sección { $number }, { $title }
page-link-to-heading = Enlace a: { $title }
page-link-to-clause = Enlace a esta cláusula: { $name }
page-scroll-hint = La tabla tiene { $columns } columnas y se desplaza lateralmente.
page-table = Tabla
page-notes = Notas
page-note = Nota { $number }
page-back-to-text = Volver al texto de la nota { $number }
page-kicker = Política de soporte
page-kicker-edition = Política de soporte, edición { $edition }
page-title-version = { $title }, versión { $version }
page-version = Versión
page-effective = Fecha de entrada en vigor
page-timezone = Zona horaria
page-review = Próxima revisión
page-publisher = Publicado por
page-edition = Edición
page-earlier-versions = Versiones anteriores
page-what-is-new = Novedades
page-rule-set = Reglas (JSON)
page-markdown = Markdown
page-published-by = Publicado por { $publisher }.
page-generated = Generado a partir de { $source }, versión { $version }, con Avouch { $tool }.
page-generated-no-version = Generado a partir de { $source } con Avouch { $tool }.
page-see = Véase { $things }.
page-see-section = sección { $number }
page-note-label = Nota
page-because = Motivo: { $reason }
page-because-many = Motivos
page-internal = Interno
page-for-party = Destinatario: { $party }

glance = De un vistazo
glance-remark = Esto es un resumen. Donde sea más breve que las secciones numeradas, prevalecen estas.
glance-table = Nuestros compromisos, por plan
glance-promise = Compromiso
glance-row = { $first }: { $second }

yes = Sí
no = No
mark-yes = Sí
mark-no = No

## Secciones habituales

section-introduction = Introducción
section-definitions = Términos
section-scope = Qué está cubierto
section-plans = Planes y prestaciones
section-channels = Cómo contactarnos
section-response = Plazos de respuesta
section-response-none = Clasificación de las solicitudes
section-process = Cómo se tramita una solicitud
section-escalation = Escalado y reclamaciones
section-escalation-own = Escalado
section-responsibilities = Cómo colaboramos
section-availability = Mantenimiento y disponibilidad
section-confidentiality = Confidencialidad
section-liability = Responsabilidad
section-third-parties = Productos de terceros
section-custom-work = Trabajos a medida
section-training = Formación
section-prices = Precios
section-life-cycle = Ciclo de vida de los productos
section-products = Productos
section-examples = Ejemplos
section-documents = Otros documentos
section-changes = Cambios de esta política
section-questions = Preguntas y respuestas
section-contact = Contacto

## Datos y personas

own-you = { $address ->
    [informal] tú
   *[formal] usted
 }
own-your = { $address ->
    [informal] tu
   *[formal] su
 }
own-receive = { $address ->
    [informal] Recibes
   *[formal] Recibe
 }
own-can-you = { $address ->
    [informal] puedes
   *[formal] puede
 }

fact-plan = Plan
fact-severity = Gravedad
fact-priority = Prioridad
fact-channel = Canal
fact-kind = Tipo de solicitud
fact-product = Producto
fact-release = Versión
fact-phase = Fase
fact-term = Duración
fact-region = Región
fact-language = Idioma
fact-received = Recepción
fact-change = Cambio
fact-covered = Cubierto

change-weaker = menos favorable
change-stronger = más favorable
change-mixed = en parte menos favorable
change-neutral = neutro

person-us = nosotros
person-us-object = nosotros
person-customer = { own-you }
person-customer-object = { $address ->
    [informal] ti
   *[formal] usted
 }

calendar-always = en todo momento

## Fechas y horas

month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
 }
month-short = { $month ->
    [1] ene
    [2] feb
    [3] mar
    [4] abr
    [5] may
    [6] jun
    [7] jul
    [8] ago
    [9] sept
    [10] oct
    [11] nov
   *[12] dic
 }
weekday = { $weekday ->
    [Mon] lunes
    [Tue] martes
    [Wed] miércoles
    [Thu] jueves
    [Fri] viernes
    [Sat] sábado
   *[Sun] domingo
 }
weekday-short = { $weekday ->
    [Mon] lun
    [Tue] mar
    [Wed] mié
    [Thu] jue
    [Fri] vie
    [Sat] sáb
   *[Sun] dom
 }
date = { $day }~de~{ month } de { $year }
date-short = { $day }~{ month-short }~{ $year }
date-full = { weekday }, { $day }~de~{ month } de { $year }
date-short-full = { weekday-short }, { $day }~{ month-short }~{ $year }
date-yearly = { $day }~de~{ month }
clock-time = { $bare }:{ $minute }
instant = { date-full }, { $time }~h
instant-short = { date-short-full }, { $time }~h
holidays-in = días festivos ({ $areas })

## Duraciones

unit = { $unit ->
    [second] segundo
    [minute] minuto
    [hour] hora
    [day] día
    [week] semana
    [month] mes
    [quarter] trimestre
   *[year] año
 }
own-units = { $unit ->
    [month] meses
   *[other] { unit }s
 }
duration = { $count ->
    [one] { $count }~{ unit }
   *[other] { $count }~{ own-units }
 }
duration-business = { $count ->
    [one] { $count }~{ unit }~laborable
   *[other] { $count }~{ own-units }~laborables
 }
duration-calendar = { duration } según «{ $calendar }»
range = { $from } a { $to }
duration-unfilled = un plazo por determinar
within = en un plazo de { $duration }
within-unfilled = en un plazo por determinar
each = cada { unit }
every = { $count ->
    [1] cada { unit }
   *[other] cada { duration }
 }
every-business = { $count ->
    [1] cada { unit } laborable
   *[other] cada { duration-business }
 }
every-calendar = { every } según «{ $calendar }»
per-time = { $count ->
    [1] { $unit ->
        [second] por segundo
        [minute] por minuto
        [hour] por hora
        [week] por semana
       *[other] al { unit }
    }
   *[other] por cada { duration }
 }

## Días y horas

weekday-every = todos los días
weekday-alone = los { $weekday ->
    [Sat] sábados
    [Sun] domingos
   *[other] { weekday }
 }
week-hours = { $days } { $hours }
weekday-span = de { $from } a { $to }
weekday-span-short = { $from } a { $to }
clock-span = { $kind ->
    [day] todo el día
    [from] de { $from } a medianoche
    [until] de medianoche a { $to }
    [overnight] de { $from } a { $to } del día siguiente
   *[plain] de { $from } a { $to }
 }
clock-span-sentence = { clock-span }
date-day = { $day }
date-span = { $days ->
    [one] { $to-whole }
   *[many] del { $from } al { $to-whole }
 }
date-span-sentence = { $days ->
    [one] el { $to-whole }
   *[many] del { $from } al { $to-whole }
 }
instant-span = del { $from } al { $to }
week-point = { $zoned ->
    [yes] { $day }, { $time }~h ({ $zone })
   *[no] { $day }, { $time }~h
 }
day-of-month = { $which ->
    [first] primer
    [second] segundo
    [third] tercer
    [fourth] cuarto
   *[last] último
} { $day } de cada mes
week-span = del { $from } al { $to }
only-within = solo durante «{ $calendar }»
zone-local = { $zone ->
    [UTC] hora UTC
   *[other] hora local de { $zone }
 }
zone-local-customer = { own-your } hora local

## Cómo contamos el tiempo

count-time = Cómo contamos el tiempo
count-elapsed = Los minutos y las horas corren día y noche. Los días, semanas, meses y años son los del calendario.
count-business-hours = Las horas laborables solo corren durante «{ $calendar }». Se detienen al cierre y continúan en la siguiente apertura.
count-days-end-at-close = El día de recepción no cuenta, y un plazo en días laborables termina al cierre del último de ellos. Lo que llega fuera del horario se considera recibido el siguiente día laborable.
count-days-keep-time = Un plazo en días laborables termina a la misma hora a la que empezó, aunque entonces esté cerrado.
count-days-keep-time-next-opening = Un plazo en días laborables termina a la misma hora a la que empezó, o en la siguiente apertura si entonces está cerrado.
count-days-keep-time-until-close = Un plazo en días laborables termina a la misma hora a la que empezó, o al cierre si este es anterior.
count-days-roll-to-opening = Lo que llega fuera del horario cuenta desde la siguiente apertura. Un plazo en días laborables termina a la misma hora a la que empezó.
count-days-include-receipt = El día de recepción cuenta como primer día laborable, y un plazo termina al cierre del último día.
count-days-hours = Un día laborable equivale a { $hours } horas laborables.
count-days-schedule-day = Un día laborable equivale al horario de un día, de la apertura al cierre.
count-cut-off = Lo que llega después de { own-the-hour } { $time }~h se considera recibido el siguiente día laborable.
count-zone = { $zone ->
    [UTC] Todas las horas son UTC.
   *[other] Todas las horas son la hora local de { $zone }.
 }
count-zone-customer = Todas las horas son { own-your } hora local.
count-target = Salvo indicación en contrario, los valores indicados son objetivos.

## Compromisos

strength-unsaid = { $promise }
strength-target = { $promise } (objetivo)
strength-usual = normalmente { $promise }
strength-guaranteed = { $promise } (garantizado)
own-day = { $which ->
    [same] mismo día
   *[next] siguiente día
 }{ $clock ->
    [business] { " " }laborable
    [calendar] { " " }según «{ $calendar }»
   *[elapsed] { "" }
 }
day = el { own-day }{ $timed ->
    [yes] , { $time }~h
   *[no] { "" }
 }
by-day = { $timed ->
    [yes] antes de { own-the-hour } { $time }~h del { own-day }
   *[no] antes del final del { own-day }
 }
own-the-hour = { $hour ->
    [one] la
   *[other] las
 }
release-next = próxima versión
release-second-next = segunda versión próxima
in-release = { $step ->
    [next] en la próxima versión
   *[second-next] en la segunda versión próxima
 }
best-effort = en la medida de lo posible
best-effort-sentence = lo antes posible
none-promised = sin compromiso
none-promised-sentence = sin compromiso de plazo
does-not-occur = no procede
as-agreed = según lo acordado en «{ $document }»
amount-included = incluido en «{ $thing }»
as-decided = { $by ->
    [us] a nuestro criterio
    [customer] a { own-your } criterio
   *[other] por decisión ({ $who })
 }
not-known-yet = por determinar

## Límites e importes

unlimited = ilimitado
limit = { $amount }
limit-at-a-time = hasta { $amount } a la vez
limit-up-to-per = hasta { $amount } { $per }
limit-per = { $amount } { $per }
limit-at-most = { $limit }, como máximo { $most }
limit-unused-lapse = { $limit }; lo no utilizado se pierde
per-thing = { $count ->
    [1] por { $thing }
   *[other] por cada { $count } { $thing }
 }
thing-request = { $count ->
    [one] solicitud
   *[other] solicitudes
 }
thing-incident = { $count ->
    [one] incidencia
   *[other] incidencias
 }
thing-user = { $count ->
    [one] usuario
   *[other] usuarios
 }
thing-device = { $count ->
    [one] dispositivo
   *[other] dispositivos
 }
thing-server = { $count ->
    [one] servidor
   *[other] servidores
 }
thing-contract = { $count ->
    [one] contrato
   *[other] contratos
 }
thing-licence = { $count ->
    [one] licencia
   *[other] licencias
 }
thing-person = { $count ->
    [one] persona
   *[other] personas
 }
thing-visit = { $count ->
    [one] visita
   *[other] visitas
 }
money = { $currency ->
    [EUR] { $amount }~€
   *[other] { $amount }~{ $currency }
 }
amount-share = { $share } de «{ $price }»
amount-times = { $times } veces la tarifa habitual
amount-higher = el mayor de estos importes: { $amounts }
amount-lower = el menor de estos importes: { $amounts }
amount-average = la media de estos importes: { $amounts }
amount-sum = la suma de estos importes: { $amounts }
amount-difference = la diferencia entre { $amounts }
amount-term = el precio para { $term }
amount-none = gratuito
amount-no = no disponible

## Vida de una versión

rule-release = la publicación
rule-on = { $alone ->
    [yes] { $date }
   *[no] el { $date }
 }
rule-next = la publicación de la próxima versión
rule-second-next = la publicación de la segunda versión próxima
rule-start = el inicio de la fase «{ $phase }»
rule-end = el final de la fase «{ $phase }»
rule-after = { $duration } tras { $rule }
rule-first-after = el primer { $day } tras { $rule }
rule-first-later-than = el primer { $day } más de { $duration } tras { $rule }
rule-earlier = { $first } o { $second }, lo que ocurra primero
rule-later = { $first } o { $second }, lo que ocurra más tarde
phase-until = hasta: { $rule }
phase-from = a partir del { $date }
phase-onwards = después, sin fecha de fin
phase-endless = sin fecha de fin
phase-no = no se ofrece

## Sucesos, según su lugar en la frase

own-place = { $place ->
    [since] desde
    [until] hasta
   *[after] tras
 }
event-received = { $place ->
    [when] al recibirse
   *[other] { own-place } la recepción de
 } { own-your } solicitud
event-acknowledged = { $place ->
    [when] al enviar
   *[other] { own-place }
 } nuestro acuse de recibo
event-responded = { $place ->
    [when] al enviar
   *[other] { own-place }
 } nuestra respuesta
event-updated = { $place ->
    [when] al enviar
   *[other] { own-place }
 } nuestro aviso de progreso
event-replied = { $place ->
    [when] al recibir
   *[other] { own-place }
 } { own-your } respuesta
event-accepted = { $place ->
    [when] al aceptarse
   *[other] { own-place } la aceptación de
 } { own-your } solicitud
event-resolved = { $place ->
    [when] al resolverse
   *[other] { own-place } la resolución de
 } { own-your } solicitud
event-closed = { $place ->
    [when] al cerrarse
   *[other] { own-place } el cierre de
 } { own-your } solicitud
event-state = { $place ->
    [when] al pasar
   *[other] { own-place } el paso
 } al estado «{ $state }»
event-fact = { $what ->
    [set] { $place ->
        [when] al determinarse { $name ->
            [severity] la gravedad
            [priority] la prioridad
            [plan] el plan
           *[other] «{ $title }»
        }
       *[other] { own-place } la determinación { $name ->
            [severity] de la gravedad
            [priority] de la prioridad
            [plan] del plan
           *[other] de «{ $title }»
        }
    }
   *[changed] { $place ->
        [when] en caso de cambio
       *[other] { own-place } el cambio
    } { $name ->
        [severity] de gravedad
        [priority] de prioridad
        [plan] de plan
       *[other] de «{ $title }»
    }
 }
event-clause = { $place ->
    [since] desde el momento en que
    [until] hasta el momento en que
    [after] a partir del momento en que
   *[when] en el momento en que
 } { $clause }
event-named = { $place ->
    [since] desde el suceso
    [until] hasta el suceso
    [after] tras el suceso
   *[when] en el momento del suceso
 } «{ $event }»
clause-openers = usted nosotros alguien nadie
clause-small = no
clause-verbs = -
clause-endings = -
clause-label = { $clause }

## Condiciones

if = si { $clause }
unless = salvo si { $clause }
either = o bien { $choices }
brackets = ({ $clause })
list-either = { $first }, o bien { $second }
list-either-next = { $first }, o bien { $second }
list-nor = { $first } ni { $second }
clauses-and = { $first } { own-and } { $second }
clauses-and-either = { $first }, { own-and } { $second }
clauses-or = { $first } { own-or } { $second }
clauses-next = { $first }, { $second }
clauses-and-long = { $first }, { own-and } { $second }
clauses-or-long = { $first }, { own-or } { $second }
list-label-or = { $first }; { own-or } { $second }
own-is = { $not ->
    [one] no es
    [many] no es ni
   *[no] es
 }
fact-plan-subject = { own-your } plan
fact-severity-subject = la gravedad
fact-priority-subject = la prioridad
fact-channel-subject = el canal
fact-kind-subject = el tipo de solicitud
fact-product-subject = el producto
fact-release-subject = la versión
fact-phase-subject = la fase de la versión
fact-term-subject = la duración
fact-region-subject = { own-your } región
fact-language-subject = el idioma
fact-received-subject = el momento de la recepción
fact-change-subject = el cambio
when-plan = { fact-plan-subject } { own-is } { $values }
when-severity = { fact-severity-subject } { own-is } { $values }
when-priority = { fact-priority-subject } { own-is } { $values }
when-channel = { fact-channel-subject } { own-is } { $values }
when-kind = { fact-kind-subject } { own-is } { $values }
when-product = { fact-product-subject } { own-is } { $values }
when-release = { fact-release-subject } { own-is } { $values }
when-phase = la versión { $not ->
    [one] no está en la fase
    [many] no está ni en la fase
   *[no] está en la fase
 } { $values }
when-term = el contrato { $not ->
    [one] no dura
    [many] no dura ni
   *[no] dura
 } { $values }
when-region = { fact-region-subject } { own-is } { $values }
when-language = { own-your } solicitud { $not ->
    [one] no está en
    [many] no está ni en
   *[no] está en
 } { $values }
when-received = { $not ->
    [no] recibimos
   *[other] no recibimos
 } { own-your } solicitud { $values }
when-change = un cambio { $not ->
    [no] es
   *[other] no es
 }, para { person-customer-object }, { $values }
when-process = { own-your } solicitud { $not ->
    [one] no está en el estado
    [many] no está ni en el estado
   *[no] está en el estado
 } { $values }
when-fact = «{ $fact }» { $not ->
    [one] no tiene
    [many] no tiene ni
   *[no] tiene
 } el valor { $values }
when-number = el valor de «{ $fact }» { own-is } de { $values }
when-date = la fecha «{ $fact }» { $not ->
    [one] no cae
    [many] no cae ni
   *[no] cae
 } { $values }
when-covered = { own-your } solicitud { $answer ->
    [yes] está cubierta
   *[no] no está cubierta
 }
when-answer = la respuesta a «{ $question }» es { $answer ->
    [yes] sí
   *[no] no
 }
when-holds = «{ $fact }» { $answer ->
    [yes] se cumple
   *[no] no se cumple
 }
when-clause = { $answer ->
    [yes] { $clause }
   *[no] no se cumple lo siguiente: { $clause }
 }
own-keep = { $who ->
    [us] cumplimos
    [customer] { $address ->
        [informal] cumples
       *[formal] cumple
    }
   *[other] cumple
 }
when-duty = { $subject } { $answer ->
    [yes] { own-keep }
   *[no] no { own-keep }
 } lo siguiente: { $duty ->
    [do] { $text }
   *[not] no { $text }
 }
on-date = el { $date }
compare-at-least = { $kind ->
    [date] el { $value } o después
    [release] { $value } o posterior
    [value] { $value } o superior
   *[number] al menos { $value }
 }
compare-at-most = { $kind ->
    [date] el { $value } o antes
    [release] { $value } o anterior
    [value] { $value } o inferior
   *[number] como máximo { $value }
 }
compare-more-than = { $kind ->
    [date] después del { $value }
    [release] posterior a { $value }
    [value] superior a { $value }
   *[number] más de { $value }
 }
compare-less-than = { $kind ->
    [date] antes del { $value }
    [release] anterior a { $value }
    [value] inferior a { $value }
   *[number] menos de { $value }
 }
on-plan = con { $values }
on-severity = para la gravedad { $values }
on-priority = para la prioridad { $values }
on-channel = por { $values }
on-product = para { $values }
on-release = para la versión { $values }
on-phase = en la fase { $values }
on-term = para una duración de { $values }
on-language = en { $values }
label-value = { $not ->
    [one] salvo { $values }
    [many] ni { $values }
   *[no] { $values }
 }
label-question = { $fact } { $values }
label-fact = { $fact }: { $values }
label-fact-not = { $fact }: { label-value }
cases-unsaid = algunos casos
cases-unsaid-clause = se da uno de los casos enumerados en las reglas

## Zonas cuya ciudad tiene otro nombre que en la base de datos

zone-America-Sao-Paulo = São Paulo
zone-Europe-Kiev = Kiev
zone-Europe-Kyiv = Kiev
zone-Asia-Calcutta = Calcuta
zone-Europe-Zurich = Zúrich
zone-Europe-London = Londres
zone-Europe-Brussels = Bruselas
zone-Europe-Paris = París
zone-Europe-Berlin = Berlín
zone-Europe-Vienna = Viena
zone-Europe-Rome = Roma
zone-Europe-Copenhagen = Copenhague
zone-Europe-Prague = Praga
zone-Europe-Warsaw = Varsovia
zone-Europe-Budapest = Budapest
zone-Europe-Bucharest = Bucarest
zone-Europe-Athens = Atenas
zone-Europe-Lisbon = Lisboa
zone-Europe-Luxembourg = Luxemburgo
zone-Europe-Moscow = Moscú
zone-Europe-Istanbul = Estambul
zone-Asia-Tokyo = Tokio
zone-Asia-Singapore = Singapur
zone-Asia-Seoul = Seúl
zone-Asia-Shanghai = Shanghái
zone-Asia-Hong-Kong = Hong Kong
zone-Asia-Dubai = Dubái
zone-Australia-Sydney = Sídney
zone-America-New-York = Nueva York
zone-America-Los-Angeles = Los Ángeles
zone-America-Chicago = Chicago
zone-America-Toronto = Toronto
zone-America-Mexico-City = Ciudad de México
zone-Europe-Amsterdam = Ámsterdam
zone-Europe-Madrid = Madrid
zone-Europe-Dublin = Dublín
zone-Europe-Stockholm = Estocolmo
zone-Europe-Oslo = Oslo
zone-Europe-Helsinki = Helsinki
zone-UTC = UTC

## Territorios

area-AL = Albania
area-AD = Andorra
area-AT = Austria
area-BY = Bielorrusia
area-BE = Bélgica
area-BA = Bosnia y Herzegovina
area-BG = Bulgaria
area-HR = Croacia
area-CY = Chipre
area-CZ = Chequia
area-DK = Dinamarca
area-EE = Estonia
area-FO = Islas Feroe
area-FI = Finlandia
area-FR = Francia
area-DE = Alemania
area-GI = Gibraltar
area-GR = Grecia
area-GG = Guernsey
area-HU = Hungría
area-IS = Islandia
area-IE = Irlanda
area-IM = Isla de Man
area-IT = Italia
area-JE = Jersey
area-XK = Kosovo
area-LV = Letonia
area-LI = Liechtenstein
area-LT = Lituania
area-LU = Luxemburgo
area-MT = Malta
area-MD = Moldavia
area-MC = Mónaco
area-ME = Montenegro
area-NL = Países Bajos
area-MK = Macedonia del Norte
area-NO = Noruega
area-PL = Polonia
area-PT = Portugal
area-RO = Rumanía
area-RU = Rusia
area-SM = San Marino
area-RS = Serbia
area-SK = Eslovaquia
area-SI = Eslovenia
area-ES = España
area-SE = Suecia
area-CH = Suiza
area-TR = Turquía
area-UA = Ucrania
area-GB = Reino Unido
area-VA = Ciudad del Vaticano
area-GB-ENG = Inglaterra
area-GB-SCT = Escocia
area-GB-WLS = Gales
area-GB-NIR = Irlanda del Norte
area-US = Estados Unidos
area-CA = Canadá
area-AU = Australia
area-NZ = Nueva Zelanda
area-JP = Japón
area-IN = India
area-BR = Brasil
area-AE = Emiratos Árabes Unidos
area-AR = Argentina
area-CL = Chile
area-CN = China
area-CO = Colombia
area-CR = Costa Rica
area-DO = República Dominicana
area-GE = Georgia
area-HK = Hong Kong
area-ID = Indonesia
area-IL = Israel
area-KE = Kenia
area-KR = Corea del Sur
area-MX = México
area-PA = Panamá
area-PE = Perú
area-PH = Filipinas
area-SG = Singapur
area-TH = Tailandia
area-TW = Taiwán
area-UY = Uruguay
area-VN = Vietnam
area-ZA = Sudáfrica
area-DE-BW = Baden-Wurtemberg
area-DE-BY = Baviera
area-DE-BE = Berlín
area-DE-BB = Brandeburgo
area-DE-HB = Bremen
area-DE-HH = Hamburgo
area-DE-HE = Hesse
area-DE-MV = Mecklemburgo-Pomerania Occidental
area-DE-NI = Baja Sajonia
area-DE-NW = Renania del Norte-Westfalia
area-DE-RP = Renania-Palatinado
area-DE-SL = Sarre
area-DE-SN = Sajonia
area-DE-ST = Sajonia-Anhalt
area-DE-SH = Schleswig-Holstein
area-DE-TH = Turingia

## Lenguas

language-bg = búlgaro
language-cs = checo
language-da = danés
language-de = alemán
language-el = griego
language-en = inglés
language-es = español
language-et = estonio
language-fi = finés
language-fr = francés
language-fy = frisón
language-ga = irlandés
language-hr = croata
language-hu = húngaro
language-it = italiano
language-ja = japonés
language-lt = lituano
language-lv = letón
language-nb = noruego
language-nl = neerlandés
language-no = noruego
language-pl = polaco
language-pt = portugués
language-ro = rumano
language-sk = eslovaco
language-sl = esloveno
language-sv = sueco
language-tr = turco
language-uk = ucraniano
language-zh = chino

## Elementos: cláusulas

statement-if = { $kind ->
    [unless] { $statement }, { $when }
   *[if] { $statement } { $when }
 }
statement-on = { $statement } { $when }
span-of-time = { $from } { $until }
clause-because = { $statement }, porque { $reason }
clause-unfilled = { $what ->
    [address] La dirección está por determinar.
    [hours] El horario está por determinar.
    [holidays] Los días festivos están por determinar.
    [times] Las fechas y horas están por determinar.
    [publisher] El editor está por determinar.
   *[other] Un dato está por determinar.
 }
clause-holds = Esto se aplica { $when }.
clause-plans = { $count ->
    [one] Plan
   *[other] Planes
 }: { $plans }.
common-words = teléfono correo e-mail mail mensajería chat portal formulario sitio web videollamada
noun-roles = -
noun-groups = -
noun-places = -
noun-articles = -
noun-tails = -
noun-of = -
noun-the = { $title }
plan-domain = Este plan se aplica { $when }.
channel-domain = { $address ->
    [informal] Puedes
   *[formal] Puede
 } usar este canal { $when }.
product-named = { $others ->
    [none] { $count ->
        [one] Se menciona como producto: { $products }.
       *[other] Se mencionan como productos: { $products }.
     }
   *[some] { $count ->
        [one] También se menciona como producto: { $products }.
       *[other] También se mencionan como productos: { $products }.
     }
 }
page-html = HTML
page-rule-set-yaml = Reglas (YAML)
page-digest-source = fuente { $digest }
page-digest-rules = reglas { $digest }
glance-depends = Según el caso
glance-nothing = Sin compromiso

## Elementos: disponibilidad, mantenimiento, cambios

availability-share = Disponibilidad: al menos el { $share } { $period }.
availability-outside = No { $count ->
    [one] cuenta
   *[other] cuentan
 }: { $calendars }.
availability-outage = En 30~días, eso supone como máximo { $time } de interrupción.
availability-or-more = { $share } o más
availability-up-to = hasta { $time }
availability-none = Ninguno
availability-band = del { $low } a menos del { $high }
availability-below = Menos del { $share }
availability-longer = más de { $time }
availability-column = Disponibilidad por { unit }
availability-column-outage = Interrupción en 30~días
availability-caption = { $title }: abonos
availability-about = aproximadamente { $time }
availability-claimed = Un abono debe solicitarse en un plazo de { $duration }.
availability-claimed-after = Un abono debe solicitarse en un plazo de { $duration } { $after }.
maintenance-when = Horario: { $when }.
maintenance-outside = { $possible ->
    [yes] Si es posible, fuera de este horario
   *[no] Fuera de este horario
 }: { $calendars }.
changes-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, anunciamos el mantenimiento con al menos { $duration } de antelación{ own-via }.
       *[no] Anunciamos el mantenimiento con al menos { $duration } de antelación{ own-via }.
    }
    [product] { $conditioned ->
        [yes] { $when }, anunciamos el fin de la fase con al menos { $duration } de antelación{ own-via }.
       *[no] Anunciamos el fin de una fase con al menos { $duration } de antelación{ own-via }.
    }
   *[changes] { $conditioned ->
        [change] { $when }, lo anunciamos con al menos { $duration } de antelación{ own-via }.
        [yes] { $when }, anunciamos todo cambio con al menos { $duration } de antelación{ own-via }.
       *[no] Anunciamos todo cambio con al menos { $duration } de antelación{ own-via }.
    }
 }
own-via = { $via ->
    [yes] {" "}(por { $channels })
   *[no] { "" }
 }
changes-notice-unfilled = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, anunciamos el mantenimiento con antelación{ own-via }; el plazo está por determinar.
       *[no] Anunciamos el mantenimiento con antelación{ own-via }; el plazo está por determinar.
    }
    [product] { $conditioned ->
        [yes] { $when }, anunciamos el fin de la fase con antelación{ own-via }; el plazo está por determinar.
       *[no] Anunciamos el fin de una fase con antelación{ own-via }; el plazo está por determinar.
    }
   *[changes] { $conditioned ->
        [change] { $when }, lo anunciamos con antelación{ own-via }; el plazo está por determinar.
        [yes] { $when }, anunciamos todo cambio con antelación{ own-via }; el plazo está por determinar.
       *[no] Anunciamos todo cambio con antelación{ own-via }; el plazo está por determinar.
    }
 }
changes-no-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, el mantenimiento no se anuncia.
       *[no] El mantenimiento no se anuncia.
    }
    [product] { $conditioned ->
        [yes] { $when }, el fin de la fase no se anuncia.
       *[no] El fin de una fase no se anuncia.
    }
   *[changes] { $conditioned ->
        [change] { $when }, puede entrar en vigor sin previo aviso.
        [yes] { $when }, un cambio puede entrar en vigor sin previo aviso.
       *[no] Un cambio puede entrar en vigor sin previo aviso.
    }
 }
changes-open-requests = { $keep ->
    [yes] Las solicitudes en curso siguen sujetas a la versión con la que se hicieron.
   *[no] Una nueva versión se aplica también a las solicitudes en curso.
 }
changes-review = Revisamos toda esta política { $every }.
changes-next-review = La próxima revisión será a más tardar el { $date }.

## Elementos: calendarios y canales

calendar-heading = Horarios
calendar-caption = Horarios
calendar-caption-zone = { $zone ->
    [UTC] Horarios, UTC
   *[other] Horarios, hora local de { $zone }
 }
calendar-column = Horario
calendar-closed = Cerrado
calendar-closed-all-day = Cerrado todo el día
calendar-open-all-day = Abierto todo el día
calendar-closed-from = Cerrado desde { own-the-hour } { $time }~h
calendar-closed-until = Cerrado hasta { own-the-hour } { $time }~h
calendar-closed-hours = Cerrado { $hours }
calendar-open-hours = Abierto { $hours }
calendar-open-from-to = Abierto del { $from } al { $to }
calendar-closed-from-to = Cerrado del { $from } al { $to }
calendar-day = Fecha
calendar-why = Motivo
calendar-hours = Horario
calendar-day-span = del { $from } al { $to }
calendar-days-caption = { $calendar }: días especiales
calendar-closed-during = cerrado: { $calendars }
calendar-open-during = abierto: { $calendars }
calendar-open-always = abierto en todo momento
calendar-within = solo durante «{ $calendar }»
calendar-line = { $effect ->
    [open] abierto
   *[closed] cerrado
 }: { $when }
calendar-occasion = { $line } ({ $occasion })
calendar-season = { $calendar }, { $dates }
calendar-holidays = Cerrado los { $holidays }.
calendar-holidays-customer = Cerrado los días festivos del lugar donde { $address ->
    [informal] estás.
   *[formal] usted está.
 }
calendar-holidays-list = Cerrado los días festivos de una lista que mantenemos.
calendar-holidays-open = Los días festivos son días como los demás.
calendar-cut-off = Lo que llega después de { own-the-hour } { $time }~h se considera recibido el siguiente día de apertura.
calendar-zone-customer = Todas las horas son { own-your } hora local.
channel-after = Solo después de intentarlo por: { $channels }.
channel-alternative = Otra posibilidad: { $channels }.
channel-as-decided = { $who ->
    [us] abierto cuando lo decidimos
    [customer] abierto cuando { $address ->
        [informal] tú lo decidas
       *[formal] usted lo decida
    }
   *[other] abierto por decisión ({ $person })
 }
channel-bare = Aquí no se indican ni dirección ni horario.
channel-no = no disponible
channel-self-service = Este canal es de autoservicio.
channel-when = { $when }, { $line }
channel-open-when = abierto durante { $calendars }
channel-hours = «{ $calendar }»

## Elementos: compromisos y cómputo del tiempo

commitment-clock = { $kind ->
    [rhythm] Esto vale { $span }.
    [open] Período considerado: { $span }.
   *[deadline] El plazo corre { $span }.
 }
commitment-paused = El plazo se suspende mientras { own-your } solicitud esté en el estado { $state }.
commitment-none = No nos comprometemos a ningún plazo.
commitment-no = Este caso no se da aquí.
commitment-best-effort = Hacemos lo posible, sin compromiso de plazo.
commitment-unfilled = El plazo está por determinar.
commitment-as = Plazo: { $promise }.
commitment-promise = { $strength ->
    [usual] Normalmente se hace { $promise }.
    [guaranteed] Garantizamos que se hace { $promise }.
   *[target] Se hace { $promise }.
 }
commitment-targets = { $count ->
    [one] Es un objetivo.
   *[many] Son objetivos.
 }
commitment-guaranteed = { $count ->
    [one] Este valor está garantizado.
   *[many] Estos valores están garantizados.
 }
commitment-targets-met = Son objetivos; los cumplimos en el { $share } de las solicitudes { $period }.
commitment-met = Lo cumplimos en el { $share } de las solicitudes { $period }.
commitment-one-exception = Una excepción: { $exception }
commitment-exceptions = Excepciones:
commitment-elsewhere = Los valores figuran en { $tables }.
commitment-gap = { $when }, no hay compromiso de plazo.
commitment-gaps = Donde no figura ningún valor, no hay compromiso de plazo.
commitment-restarts = El plazo vuelve a empezar { $when }.
commitment-keeps = { $when }, se aplica el valor de la nueva { $name ->
    [priority] prioridad
    [severity] gravedad
   *[other] indicación
 }, contado desde el mismo inicio.
commitment-keeps-else = Cuando el plazo vuelve a empezar, se indica en el compromiso.
commitment-credit = Después de { $count ->
    [one] un incumplimiento
   *[other] { $count } incumplimientos
 } en un { $unit ->
    [hour] periodo de una hora
    [week] periodo de una semana
   *[other] { unit }
 }, { $address ->
    [informal] recibes
   *[formal] recibe
 } un abono: { $amount }.
commitment-claimed = Debe solicitarse en un plazo de { $duration }.
commitment-claimed-after = Debe solicitarse en un plazo de { $duration } { $after }.
counting-elapsed-term = { $kind ->
    [short] Los minutos y las horas
   *[long] Los días, las semanas y los meses
 }
counting-elapsed = { $kind ->
    [short] corren día y noche.
   *[long] son los del calendario, con fines de semana y festivos.
 }
counting-hours-term = { $own ->
    [yes] Las horas laborables
   *[no] Las horas según «{ $calendar }»
 }
counting-hours = solo corren { $own ->
    [yes] durante «{ $calendar }»
    [same] durante nuestro { $calendar }
   *[no] durante ese horario
 }. Se detienen al cierre y continúan en la siguiente apertura.
counting-days-term = { $own ->
    [yes] Los días laborables
   *[no] Los días según «{ $calendar }»
 }
counting-days = { $own ->
    [yes] siguen «{ $calendar }».
    [same] siguen nuestro { $calendar }.
   *[no] siguen ese horario.
 }
counting-opening-hours = horario de atención

## Elementos: personas, documentos, deberes

document-precedence = { $which ->
    [prevails] Si difiere de esta política, prevalece este documento.
   *[yields] Si difiere de esta política, prevalece esta política.
 }
party-third = un tercero independiente
own-commits = { $subject ->
    [us] nos comprometemos
    [customer] { $address ->
        [informal] te comprometes
       *[formal] usted se compromete
    }
   *[other] { $name } se compromete
 }
own-must = { $subject ->
    [us] debemos
    [customer] { $address ->
        [informal] debes
       *[formal] debe
    }
   *[other] debe
 }
own-can = { $subject ->
    [us] podemos
    [customer] { own-can-you }
   *[other] puede
 }
own-who = { $subject ->
    [us] { "" }
    [customer] { $address ->
        [informal] { "" }
       *[formal] usted{ " " }
    }
   *[other] { $name }{ " " }
 }
duty-subject = { $kind ->
    [will] { own-commits } a
    [will-not] { own-commits } a no
    [must] { own-who }{ own-must }
    [must-not] { own-who }no { own-must }
    [may] { own-who }{ own-can }
   *[may-not] { own-who }no { own-can }
 }
duty-sentence = { $who } { $what }
duty-lead = { $who }:
duty-heading = { $subject ->
    [us] { $kind ->
        [will] Lo que hacemos
        [will-not] Lo que no hacemos
        [must] Lo que debemos hacer
        [must-not] Lo que no debemos hacer
        [may] Lo que podemos hacer
       *[may-not] Lo que no podemos hacer
    }
    [customer] { $kind ->
        [will] Lo que { $address ->
            [informal] haces
           *[formal] usted hace
        }
        [will-not] Lo que { $address ->
            [informal] no haces
           *[formal] usted no hace
        }
        [must] Lo que { $address ->
            [informal] te
           *[formal] le
        } pedimos
        [must-not] Lo que { $address ->
            [informal] te
           *[formal] le
        } pedimos que evite{ $address ->
            [informal] s
           *[formal] { "" }
        }
        [may] Lo que { own-can-you } hacer
       *[may-not] Lo que no { own-can-you } hacer
    }
   *[other] { $name }: { $kind ->
        [will] compromisos
        [will-not] lo que no se hace
        [must] obligaciones
        [must-not] prohibiciones
        [may] facultades
       *[may-not] lo que no se permite
    }
 }
duty-usually = { $what }, normalmente
duty-when = { $what } ({ $time })
within-after = { $within } { $after }
duty-by = a más tardar el { $day }
duty-except = { $what }, salvo { $except }

## Elementos: escalados, tramitación, orden

escalation-at = { $kind ->
    [breach] al vencer el plazo «{ $commitment }»
    [half] a la mitad del plazo «{ $commitment }»
   *[share] al { $share } del plazo «{ $commitment }»
 }
escalation-offset = { $duration } { $side ->
    [before] antes
   *[after] después
 } de vencer el plazo «{ $commitment }»
escalation-again = { $every } después de vencer el plazo «{ $commitment }», hasta que se cumpla la promesa{ $limited ->
    [yes] , como máximo { $most } veces
   *[no] { "" }
 }
escalation-clock = Los pasos se cuentan igual que ese plazo.
escalation-notify = Se avisa a: { $people }
escalation-raised = { $who ->
    [customer] { $address ->
        [informal] Puedes
       *[formal] Puede
    } solicitar este escalado
   *[other] Este escalado puede ser solicitado por: { $people }
 }{ $via ->
    [yes] {" "}(por { $channels })
   *[no] { "" }
 }.
escalation-turn = { $order ->
    [first] { $count ->
        [1] Contacto
       *[other] Primero
    }
   *[then] Después
 }: { $people }{ $answers ->
    [yes] ; respuesta en un plazo de { $duration }
    [unfilled] ; el plazo de respuesta está por determinar
   *[no] { "" }
 }.
escalation-pass = { $order ->
    [first] { $count ->
        [1] Responsable
       *[other] Primer responsable
    }
   *[then] Siguiente responsable
 }: { $people }{ $answers ->
    [yes] ; respuesta en un plazo de { $duration }
    [unfilled] ; el plazo de respuesta está por determinar
   *[no] { "" }
 }.
escalation-address = { $person } ({ $place })
process-states = Una solicitud está siempre en uno de estos estados:
process-ends = Una solicitud empieza en el estado { $first }{ $ends ->
    [yes] { " " }y termina en el estado { $last }
   *[no] { "" }
 }.
process-ends-in-time = { $also ->
    [yes] También termina
   *[no] Termina
 } en el estado { $last } una vez pasado el plazo en el que aún puede avanzar.
process-checks = { $count ->
    [one] Primero comprobamos una cosa:
   *[other] Primero comprobamos, por este orden:
 }
process-ways = Así avanza una solicitud:
process-sendings = Esto es lo que { $address ->
    [informal] recibes
   *[formal] recibe
 } por el camino:
process-check-by = { $who ->
    [us] Decidimos nosotros
    [customer] { $address ->
        [informal] Decides tú
       *[formal] Decide usted
    }
   *[other] Decisión: { $person }
 }
process-check-otherwise = Si no, la solicitud pasa al estado { $state }.
process-way = De { $from } a { $to }
process-after = después de { $duration }
process-when = en cuanto se cumpla lo siguiente: { $condition }
process-sends = En { $state }: { $what }
process-sends-after = En { $state }, después de { $duration }: { $what }
queue-order = Atendemos las solicitudes { $usually ->
    [yes] normalmente por este orden
   *[no] por este orden
 }: { $orders }.
quote-no-notice = sin previo aviso
queue-then = { $first }, después { $next }
queue-received = por orden de llegada
queue-severity = por gravedad, primero la más alta
queue-priority = por prioridad, primero la más alta
queue-level = según «{ $fact }», primero el nivel más alto
queue-plan = por plan, primero el más alto
queue-fact = según «{ $fact }»
queue-number = según «{ $fact }», primero el número más alto
queue-date = según «{ $fact }», primero la fecha más temprana
queue-except = Excepción: { $except }

## Elementos: ejemplos, datos, valores

example-case = El caso
example-answer = Respuesta
example-received = recibido el { $at }
example-event = { $when }: { $at }
example-becomes = { $fact }: { $value } desde el { $at }
example-by = { $what }: a más tardar el { $at }
example-notifies = Mensaje el { $at } a: { $people }
example-open = { $channel }: { $state ->
    [open] abierto
   *[closed] cerrado
 }
example-value = { $what }: { $value }
example-covered = { when-covered }
example-state = { when-process }
example-is = { $fact } { own-is } { $values }
example-granted = { $what }: { $granted ->
    [yes] incluido
   *[no] no incluido
 }
example-cost = { $amount } por { $duration }
example-instead = { $holds }; en su lugar: { $offer }
example-why = Por qué
fact-lead = { $count ->
    [one] Este dato decide qué se aplica a una solicitud:
   *[other] Estos datos deciden qué se aplica a una solicitud:
 }
fact-lead-prices = { $count ->
    [one] De este dato depende el precio:
   *[other] De estos datos depende el precio:
 }
fact-values = { $values }.
fact-yes-no = Sí o no.
fact-date = Una fecha.
fact-number = Un número.
fact-duration = Una duración.
fact-proposed = { $who ->
    [us] { own-it } proponemos nosotros.
    [customer] { $address ->
        [informal] { own-it } propones tú.
       *[formal] { own-it } propone usted.
    }
   *[other] Propuesta: { $person }.
 }
own-it = { $name ->
    [severity] La
    [priority] La
    [phase] La
    [region] La
   *[other] Lo
 }
fact-confirmed = { $who ->
    [us] { own-it } decidimos nosotros.
    [customer] { $address ->
        [informal] { own-it } decides tú.
       *[formal] { own-it } decide usted.
    }
   *[other] Decisión: { $person }.
 }
fact-severity-heading = { $keyword ->
    [priority] ¿Qué urgencia tiene?
   *[severity] ¿Qué gravedad tiene?
 }
kind-languages = Respondemos en { $languages }.
kind-lead = { $keyword ->
    [kind] Distinguimos estos tipos de solicitudes:
    [region] Distinguimos estas regiones:
   *[phase] Una versión pasa por estas fases:
 }

## Elementos: ámbito, ofertas, planes, precios, productos

scope-covers = Se cubre lo siguiente:
scope-covers-all = Todo lo que aquí no se excluye está cubierto.
scope-covers-when = { own-your } solicitud está cubierta { $when }.
scope-excludes = No se cubre lo siguiente:
scope-kinds = { $what }: { $kinds }
scope-caption-instead = Lo que no está cubierto, y qué se puede hacer en su lugar
scope-not-covered = No cubierto
scope-instead = En su lugar
scope-nothing-instead = Sin alternativa
offer-by = Lo realiza: { $people }.
offer-proposal = { own-receive } primero una propuesta.
offer-invoiced = { own-receive } una factura { $period }.
offer-during = { $rate } durante «{ $calendar }»
offer-outside = { $rate } fuera de «{ $calendar }»
offer-least = como mínimo { $duration }
offer-steps = en fracciones de { $duration }
offer-times = { $times } veces la tarifa habitual
offer-multiplied = { $rate } ({ $remark })
offer-instead-of = En lugar de { $things }.
plan-caption = { $what ->
    [price] Qué cuesta cada plan
    [terms] Las condiciones de cada plan
   *[grants] Qué incluye cada plan
 }
plan-included = { $what ->
    [grants] Incluido
   *[other] Condiciones
 }
plan-includes = El plan «{ $plan }» incluye:
plan-extends = Incluye todo lo de { $plans }.
plan-all = Los planes son { $plans }.
plan-price = Precio
plan-runs = Duración
plan-runs-for = { $duration }{ $renews ->
    [yes] { $noticed ->
        [yes] , se renueva salvo cancelación al menos { $notice } antes del final{ own-via }
        [unfilled] , se renueva salvo cancelación antes del final{ own-via }; el plazo de preaviso está por determinar
       *[no] , después se renueva
    }
   *[no] { $noticed ->
        [yes] , preaviso de cancelación: { $notice }{ own-via }
        [unfilled] , cancelable{ own-via }; el plazo de preaviso está por determinar
       *[no] { "" }
    }
 }
plan-unsaid = No indicado
plan-unused-lapse = lo no utilizado se pierde
price-except = excepcionalmente, { $amount }
price-from = cálculo: { $amount }
product-release = Versión
product-since = Publicada
product-until = { $phase } hasta
product-on = El { $date }
product-caption = Fechas de soporte, por versión
product-announced = Anunciada
product-ended = Terminada
product-unknown = Desconocida
product-no-phase = Ninguna
product-supports = { $count ->
    [one] La última versión siempre tiene soporte.
   *[other] Las últimas { $count } versiones siempre tienen soporte.
 }
product-ends = Fin de la fase «{ $phase }»: { $date }.
catalogue-holds = { $count ->
    [one] { $count } política
   *[other] { $count } políticas
 }
catalogue-holds-some = { $count ->
    [one] { $count } política, entre ellas:
   *[other] { $count } políticas, entre ellas:
 }

## Elementos: tablas

table-any = Cualquiera
table-other = El resto
table-other-values = Otros: { $values }
table-below = Por debajo de
table-credit = Abono
table-price = Precio
table-primary = Primer contacto
table-secondary = Segundo contacto
table-entitlement = Incluido
table-caption = { $title }, por { $facts }

## Answers to one case

answer-covered = Cubierto
answer-yes = sí
answer-no = no
answer-instead = en su lugar: { $offer }
answer-depends = depende de { $facts }
answer-by = a más tardar el { $at }
answer-then = después { $times }
answer-starts = empieza { $when }
answer-give-event = para calcularlo, indique `--event { $event }`
answer-earlier = antes: { $from } – { $to }, { $state }
answer-paused = en pausa
answer-left = quedan { $time }
answer-counted = { $limit } ({ $rule })
answer-unused = { $amount } sin usar
answer-left-until = { $amount } sin usar hasta el { $date } inclusive
answer-used-up = no queda nada
answer-used-up-until = no queda nada hasta el { $date } inclusive
answer-over = agotado, y { $amount } más
answer-met = cumplido
answer-missed = incumplido
answer-done = hecho
answer-closed = cerrado
answer-uncounted = no cuenta
answer-rule = { $rule }, línea { $line }
answer-escalation = Escalado
answer-nobody = en este caso no se avisa a nadie
answer-not-needed = ya no hace falta
answer-channels = Canales
answer-open-until = { $channel } abierto hasta el { $at }
answer-open-always = { $channel } siempre
answer-shut-until = { $channel } cerrado hasta el { $at }
answer-shut = { $channel } cerrado
answer-unsure = { $channel }: { $why }
answer-entitlements = Incluido
answer-prices = Precios
answer-becomes = pasa a { $state } el { $at }
answer-sends = { $what } el { $at }
answer-total = { $time } en total
answer-opens = Abre
answer-closes = Cierra
answer-opened = Abrió
answer-shut-since = Cerró
answer-changed = { $value } desde el { $at }
answer-no-time = aún sin hora
answer-on-request = a petición
answer-in-turn = por orden
answer-at-once = de inmediato
answer-offers = Ofertas
answer-proposal = previa propuesta
answer-unpromised = no se promete nada para ello
answer-release = { $release }, { $date }
answer-no-date = su fecha aún no se conoce
answer-holidays-unknown = los festivos ({ $list }) solo se conocen hasta { $year }
answer-never-open = no hay tanto tiempo abierto
answer-out-of-range = es posterior al año 2100

## Avisos de cambios

notice-kicker = Aviso de cambios
notice-title = Cambios: { $policy }
notice-lead = { $address ->
    [informal] Esto es lo que cambia para ti respecto de la versión vigente.
   *[formal] Esto es lo que cambia para usted respecto de la versión vigente.
 }
notice-lead-from = { $address ->
    [informal] Esto es lo que cambia para ti a partir del { $date }, respecto de la versión vigente hasta entonces.
   *[formal] Esto es lo que cambia para usted a partir del { $date }, respecto de la versión vigente hasta entonces.
 }
notice-nothing-changes = Nada cambia en lo prometido; solo cambian palabras.
notice-ends-title = Fin de «{ $policy }»
notice-ends = Esta política ya no está vigente.
notice-ends-from = A partir del { $date }, esta política deja de estar vigente. Hasta entonces se aplica sin cambios.
notice-ending = Lo que termina
notice-versions = { $old } pasa a { $new }
notice-announced = Anunciado el
notice-worse = { $address ->
    [informal] Lo que pierdes
   *[formal] Lo que usted pierde
 }
notice-mixed = Mejor para unos, peor para otros
notice-better = { $address ->
    [informal] Lo que ganas
   *[formal] Lo que usted gana
 }
notice-what = Qué
notice-who = Para quién
notice-before = Hasta ahora
notice-after = A partir de entonces
notice-everybody = todos
notice-gone = ya no
notice-new = nuevo
notice-there = como hasta ahora
notice-none = { $aspect ->
    [audience] nadie
    [route] nadie
    [staff] nadie
    [step] nadie
    [coverage] nada
    [duty] nada
    [exemption] nada
    [lapse] nada
    [obligation] nada
    [permission] nada
    [right] nada
    [pause] nunca
    [review] nunca
    [cut-off] ninguna
    [address] ninguna
    [credit] ninguna
    [proposal] ninguna
    [rate] ninguna
    [rate-at-hours] ninguna
    [renewal] ninguna
   *[other] ninguno
 }
notice-changed = modificado
notice-covered = cubierto
notice-not-covered = no cubierto
notice-never = nunca
notice-example = Una solicitud recibida el { $received } vencía el { $before }; a partir de entonces vence el { $after }.
notice-length = Contado desde el { $received }, el plazo terminaba el { $before }; a partir de entonces termina el { $after }.
notice-for = { $what } ({ $who })
notice-among = { $what }, entre otros
notice-some-days = algunos días, primero { $what }
notice-other-hours = lo mismo, a otras horas
notice-also = también { $what }
notice-pair = { $what }: { $said }
notice-share = { $share } { $period }
list-notice = { $first }; { $second }
notice-moved = { $way ->
    [later] Por ello, estos plazos vencen más tarde: { $what }.
    [earlier] Por ello, estos plazos vencen antes: { $what }.
    [either] Por ello, estos plazos vencen unas veces antes y otras más tarde: { $what }.
    [longer] Por ello, estos plazos se alargan: { $what }.
    [shorter] Por ello, estos plazos se acortan: { $what }.
   *[both] Por ello, estos plazos se alargan unas veces y se acortan otras: { $what }.
 }
notice-first = Por primera vez el { $received }.
notice-colophon = Lo que rige está en la propia política; este aviso resume lo que cambia en ella.
notice-aspect = { $aspect ->
    [address] dirección
    [ahead] con cuánta antelación se anuncia
    [announcement] cómo se anuncia
    [answer] plazo de respuesta
    [audience] quién puede leerlo
    [claim] plazo para reclamar
    [clock] cuándo corre el tiempo
    [coverage] lo que está cubierto
    [credit] abono si no lo cumplimos
    [cut-off] hora límite de recepción
    [duty] lo que hacemos
    [ending] preaviso para terminar el contrato
    [exemption] lo que no cuenta
    [hours] horario
    [instead] adónde acudir en su lugar
    [language] idiomas
    [lapse] lo que no se usa
    [message] mensajes
    [met] con qué frecuencia lo cumplimos
    [minimum] mínimo que se cobra
    [steps] fracciones de tiempo que se cobran
    [notice] cómo se anuncian los cambios
    [obligation] { $address ->
        [informal] lo que tienes que hacer
       *[formal] lo que usted tiene que hacer
     }
    [open] solicitudes en curso
    [others] otras vías
    [pause] cuándo se detiene el tiempo
    [permission] lo que podemos hacer
    [precedence] qué documento prevalece
    [price] precio
    [process] cómo se tramita una solicitud
    [proposal] propuesta antes de empezar
    [rate] tarifa
    [rate-at-hours] tarifa a ciertas horas
    [release] versiones
    [renewal] renovación
    [restart] lo que reinicia el tiempo
    [review] con qué frecuencia revisamos la política
    [right] { $address ->
        [informal] lo que puedes hacer
       *[formal] lo que usted puede hacer
     }
    [route] quién puede pedirlo
    [staff] quién ayuda ahí
    [step] a quién se avisa, y cuándo
   *[term] duración del contrato
 }
answer-note = nota: { $note }
note-parts = `{ $text }` tiene fracciones de segundo, que cuentan como un segundo entero
note-twice = las { $time } se repiten en { $city } cuando se atrasan los relojes; se toma la primera vez, { $first }; la segunda es { $second }
note-not-received = que se sepa, la solicitud no se ha recibido: indique `--received`
note-order = los hechos se han dado en un orden distinto de aquel en que ocurrieron
note-used = lo que se ha usado de `{ $of }` aquí no cuenta: { $why }
note-used-nobody = ningún caso así lo tiene
note-used-not-granted = no está incluido en este caso
note-used-depends = que esté incluido depende de datos que no se han dado
note-used-per = no se sabe para qué se cuenta el límite
note-used-unlimited = está incluido sin límite
note-no-clock = no se ha dado la hora de recepción, así que no corre ningún plazo
note-no-zone = la política no indica zona horaria; las horas son las de { $zone }
note-no-customer = no se ha dado la zona horaria del cliente; se toma { $zone }
note-no-holidays = no se han dado los días festivos del cliente, y no se descuenta ninguno
note-waits = una línea de `{ $of }` está por completar, y la respuesta no la tiene en cuenta
note-over = todas las fases de `{ $product }` { $release } han terminado: la última, `{ $phase }`, acabó el { $date }
