### English. A tilde is a no-break space. Every language has the same keys, in any order;
### those that begin with `own-` are the helpers of one file.
### $address says how readers are addressed: "formal" or "informal". English knows no difference.

## Names of this language, signs

language-own-name = English
number-decimal = .
number-group = ,
number-group-least = 4
share = { $number }%
list-and = { $first } and { $second }
list-between = { $first } and { $second }
list-week = { $first } and { $second }
list-or = { $first } or { $second }
list-next = { $first }, { $second }
list-time = { $first } and { $second }
list-time-next = { $first }, { $second }
list-remark = { $first } and { $second }
quoted = “{ $text }”

## The page

page-skip = Skip to the policy
page-languages = Languages
page-contents = Contents
page-link-to-section = Link to section { $number }, { $title }
page-link-to-heading = Link to { $title }
page-link-to-clause = Link to this clause: { $name }
page-scroll-hint = The table has { $columns } columns; it scrolls sideways.
page-table = Table
page-notes = Notes
page-note = Note { $number }
page-back-to-text = Back to the text of note { $number }
page-kicker = Support policy
page-kicker-edition = Support policy, edition { $edition }
page-title-version = { $title }, version { $version }
page-version = Version
page-effective = In effect from
page-timezone = Time zone
page-review = Next review
page-publisher = Published by
page-edition = Edition
page-earlier-versions = Earlier versions
page-what-is-new = What is new
page-rule-set = Rule set (JSON)
page-markdown = Markdown
page-published-by = Published by { $publisher }.
page-generated = Generated from { $source }, version { $version }, by Avouch { $tool }.
page-generated-no-version = Generated from { $source } by Avouch { $tool }.
page-see = See { $things }.
page-see-section = section { $number }
page-note-label = Note
page-because = Reason: { $reason }
page-because-many = Reasons
page-internal = Internal
page-for-party = For { $party }

glance = At a glance
glance-remark = A summary. Where it is shorter than the numbered sections, those sections count.
glance-table = What we promise, by plan
glance-promise = Promise
glance-row = { $first }: { $second }

yes = Yes
no = No
mark-yes = Yes
mark-no = No

## Standard sections

section-introduction = Introduction
section-definitions = Words we use
section-scope = What is covered
section-plans = Plans and entitlements
section-channels = How to reach us
section-response = Response times
section-response-none = How requests are classified
section-process = How a request is handled
section-escalation = Escalation and complaints
section-escalation-own = Escalation
section-responsibilities = How we work together
section-availability = Maintenance and availability
section-confidentiality = Confidentiality
section-liability = Liability
section-third-parties = Products of others
section-custom-work = Custom work
section-training = Training
section-prices = Prices
section-life-cycle = Product life cycle
section-products = Products
section-examples = Worked examples
section-documents = Other documents
section-changes = Changes to this policy
section-questions = Questions and answers
section-contact = Contact

## Facts and people

fact-plan = Plan
fact-severity = Severity
fact-priority = Priority
fact-channel = Channel
fact-kind = Kind of request
fact-product = Product
fact-release = Release
fact-phase = Phase
fact-term = Term
fact-region = Region
fact-language = Language
fact-received = Received
fact-change = Change
fact-covered = Covered

change-weaker = weaker
change-stronger = stronger
change-mixed = partly weaker
change-neutral = unchanged

person-us = we
person-us-object = us
person-customer = you
person-customer-object = you

calendar-always = at all times

## Dates and times

month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
 }
weekday = { $weekday ->
    [Mon] Monday
    [Tue] Tuesday
    [Wed] Wednesday
    [Thu] Thursday
    [Fri] Friday
    [Sat] Saturday
   *[Sun] Sunday
 }
weekday-short = { $weekday ->
    [Mon] Mon
    [Tue] Tue
    [Wed] Wed
    [Thu] Thu
    [Fri] Fri
    [Sat] Sat
   *[Sun] Sun
 }
date = { $day }~{ month } { $year }
date-short = { $day }~{ month-short } { $year }
date-full = { weekday } { $day }~{ month } { $year }
date-short-full = { weekday-short } { $day }~{ month-short } { $year }
date-yearly = { $day }~{ month }
instant = { date-full } at~{ $time }
instant-short = { date-short-full }, { $time }
clock-time = { $hour }:{ $minute }
holidays-in = public holidays in { $areas }

## Durations

unit = { $unit ->
    [second] second
    [minute] minute
    [hour] hour
    [day] day
    [week] week
    [month] month
    [quarter] quarter
   *[year] year
 }
duration = { $count ->
    [one] { $count }~{ unit }
   *[other] { $count }~{ unit }s
 }
own-business-word = { $word ->
    [working] working
   *[business] business
 }
duration-business = { $count ->
    [one] { $count }~{ own-business-word } { unit }
   *[other] { $count }~{ own-business-word } { unit }s
 }
duration-calendar = { duration } of { $calendar }
range = { $from } to { $to }
duration-unfilled = a time that is not known yet
within = within { $duration }
within-unfilled = within a time that is not known yet
each = each { unit }
every = { $count ->
    [1] every { unit }
   *[other] every { duration }
 }
every-business = { $count ->
    [1] every { own-business-word } { unit }
   *[other] every { duration-business }
 }
every-calendar = { every } of { $calendar }
per-time = { $count ->
    [1] per { unit }
   *[other] every { duration }
 }

## Spans of days and hours

weekday-every = every day
weekday-alone = { weekday }
week-hours = { $days } { $hours }
weekday-span = { $from } to { $to }
weekday-span-short = { $from } to { $to }
clock-span = { $kind ->
    [day] all day
    [from] { $from } to midnight
    [until] midnight to { $to }
    [overnight] { $from } to { $to } the next day
   *[plain] { $from } to { $to }
 }
clock-span-sentence = { $kind ->
    [day] all day
    [from] from { $from } to midnight
    [until] from midnight to { $to }
    [overnight] from { $from } to { $to } the next day
   *[plain] from { $from } to { $to }
 }
date-day = { $day }
date-span = { $days ->
    [one] { $to-whole }
   *[many] { $from } to { $to-whole }
 }
date-span-sentence = { $days ->
    [one] on { $to-whole }
   *[many] from { $from } to { $to-whole }
 }
instant-span = from { $from } to { $to }
week-point = { $zoned ->
    [yes] { $day } { $time } in { $zone }
   *[no] { $day } { $time }
 }
day-of-month = { $which ->
    [first] first
    [second] second
    [third] third
    [fourth] fourth
   *[last] last
} { $day } of each month
week-span = from { $from } to { $to }
only-within = only during { $calendar }
zone-local = { $zone ->
    [UTC] time in UTC
   *[other] local time in { $zone }
 }
zone-local-customer = local time where you are

## How we count time

count-time = How we count time
count-elapsed = Minutes and hours run on the clock, day and night. Days, weeks, months and years are those of the calendar.
count-business-hours = { $word ->
    [working] Working
   *[business] Business
 } hours run only during { $calendar }. They stop at closing time and go on at the next opening.
count-days-end-at-close = The day of receipt does not count, and a period in { own-business-word } days ends when the last of them closes. What arrives while we are closed is received on the next { own-business-word } day.
count-days-keep-time = A period in { own-business-word } days ends at the time of day at which it began, even if we are closed then.
count-days-keep-time-next-opening = A period in { own-business-word } days ends at the time of day at which it began, or at the next opening if we are closed then.
count-days-keep-time-until-close = A period in { own-business-word } days ends at the time of day at which it began, or at closing time if that is earlier.
count-days-roll-to-opening = What arrives while we are closed counts from the next opening. A period in { own-business-word } days ends at the time of day at which it began.
count-days-include-receipt = The day of receipt counts as the first { own-business-word } day, and a period ends when the last of them closes.
count-days-hours = One { own-business-word } day is { $hours } { own-business-word } hours.
count-days-schedule-day = One { own-business-word } day is the opening hours of one day, from opening to closing.
count-cut-off = What arrives after { $time } is received on the next { own-business-word } day.
count-zone = { $zone ->
    [UTC] All times are in UTC.
   *[other] All times are local time in { $zone }.
 }
count-zone-customer = Times are local time where you are.
count-target = A figure with no other word beside it is a target.

## Promises

strength-unsaid = { $promise }
strength-target = { $promise }, as a target
strength-usual = usually { $promise }
strength-guaranteed = { $promise }, guaranteed
day = { $which ->
    [same] same
   *[next] next
 } { $clock ->
    [business] { own-business-word } day
    [calendar] day of { $calendar }
   *[elapsed] day
 }{ $timed ->
    [yes] , { $time }
   *[no] { "" }
 }
by-day = { $timed ->
    [yes] by { $time } on
   *[no] by the end of
 } the { $which ->
    [same] same
   *[next] next
 } { $clock ->
    [business] { own-business-word } day
    [calendar] day of { $calendar }
   *[elapsed] day
 }
release-next = the next release
release-second-next = the second next release
in-release = { $step ->
    [next] in the next release
   *[second-next] in the second next release
 }
best-effort = best effort
best-effort-sentence = as soon as we can
none-promised = none promised
none-promised-sentence = without a promised time
does-not-occur = not applicable
as-agreed = as agreed in { $document }
amount-included = included in { $thing }
as-decided = { $by ->
    [us] as decided by us
   *[other] as decided by { $who }
 }
not-known-yet = not known yet

## Limits and money

unlimited = unlimited
limit = { $amount }
limit-at-a-time = up to { $amount } at a time
limit-up-to-per = up to { $amount } { $per }
limit-per = { $amount } { $per }
limit-at-most = { $limit }, at most { $most }
limit-unused-lapse = { $limit }; { $unit ->
    [none] what is not used lapses
   *[other] unused { own-units } lapse
 }
own-units = { unit }s
per-thing = { $count ->
    [1] per { $thing }
   *[other] for each { $count } { $thing }
 }
thing-request = { $count ->
    [one] request
   *[other] requests
 }
thing-incident = { $count ->
    [one] incident
   *[other] incidents
 }
thing-user = { $count ->
    [one] user
   *[other] users
 }
thing-device = { $count ->
    [one] device
   *[other] devices
 }
thing-server = { $count ->
    [one] server
   *[other] servers
 }
thing-contract = { $count ->
    [one] contract
   *[other] contracts
 }
thing-licence = { $count ->
    [one] licence
   *[other] licences
 }
thing-person = { $count ->
    [one] person
   *[other] people
 }
thing-visit = { $count ->
    [one] visit
   *[other] visits
 }
money = { $currency }~{ $amount }
amount-share = { $share } of { $price }
amount-times = { $times } times the usual rate
amount-higher = the { $count ->
    [2] higher
   *[other] highest
 } of { $amounts }
amount-lower = the { $count ->
    [2] lower
   *[other] lowest
 } of { $amounts }
amount-average = the average of { $amounts }
amount-sum = the sum of { $amounts }
amount-difference = the difference between { $amounts }
amount-term = the price for { $term }
amount-none = free of charge
amount-no = not available

## Life of a release

rule-release = release
rule-on = { $date }
rule-next = the next release
rule-second-next = the second next release
rule-start = the start of { $phase }
rule-end = the end of { $phase }
rule-after = { $duration } after { $rule }
rule-first-after = the first { $day } after { $rule }
rule-first-later-than = the first { $day } more than { $duration } after { $rule }
rule-earlier = { $first } or { $second }, whichever comes first
rule-later = { $first } or { $second }, whichever comes last
phase-until = until { $rule }
phase-from = from { $date } on
phase-onwards = from then on
phase-endless = no end date
phase-no = not provided

## Events

own-place = { $place ->
    [since] from the moment
    [until] until
    [after] after
   *[when] when
 }
event-received = { own-place } we { $place ->
    [after] received
   *[other] receive
 } your request
event-acknowledged = { own-place } we { $place ->
    [after] acknowledged
   *[other] acknowledge
 } your request
event-responded = { own-place } we { $place ->
    [after] responded
   *[other] respond
 }
event-updated = { own-place } we { $place ->
    [after] sent
   *[other] send
 } you an update
event-replied = { own-place } you { $place ->
    [after] replied
   *[other] reply
 }
event-accepted = { own-place } we { $place ->
    [after] accepted
   *[other] accept
 } your request
event-resolved = { own-place } your request { own-is-was } resolved
event-closed = { own-place } your request { own-is-was } closed
own-is-was = { $place ->
    [after] was
   *[other] is
 }
event-state = { own-place } your request { $place ->
    [after] reached
   *[other] reaches
 } the state “{ $state }”
event-fact = { own-place } { $declared ->
    [yes] “{ $title }”
   *[no] { $fact }
 } { $what ->
    [set] { own-is-was } set
   *[changed] { $place ->
        [after] changed
       *[other] changes
    }
 }
event-clause = { own-place } { $clause }
event-named = { $place ->
    [since] from the moment of
    [until] until
    [after] after
   *[when] on
 } “{ $event }”
clause-openers = you we it they there somebody someone nobody
clause-small = no
clause-verbs = is are was were has have had does do did can cannot may must will shall applies arrives asks begins calls concerns contains covers ends exists fails includes insists needs reports runs starts stops uses wants works
clause-endings = -
clause-label = { $clause }

## Conditions

if = if { $clause }
unless = unless { $clause }
either = either { $choices }
brackets = ({ $clause })
list-either = { $first } or { $second }
list-either-next = { $first }, { $second }
list-nor = { $first } nor { $second }
clauses-and = { $first } and { $second }
clauses-and-either = { $first } and { $second }
clauses-or = { $first } or { $second }
clauses-next = { $first }, { $second }
clauses-and-long = { $first }, and { $second }
clauses-or-long = { $first }, or { $second }
list-label-or = { $first }; or { $second }
own-is = { $not ->
    [one] is not
    [many] is neither
   *[no] is
 }
fact-plan-subject = your plan
fact-severity-subject = the severity
fact-priority-subject = the priority
fact-channel-subject = the channel
fact-kind-subject = the kind of request
fact-product-subject = the product
fact-release-subject = the release
fact-phase-subject = the phase of the release
fact-term-subject = the term
fact-region-subject = your region
fact-language-subject = the language
fact-received-subject = the moment of receipt
fact-change-subject = the change
when-plan = { fact-plan-subject } { own-is } { $values }
when-severity = { fact-severity-subject } { own-is } { $values }
when-priority = { fact-priority-subject } { own-is } { $values }
when-channel = { fact-channel-subject } { own-is } { $values }
when-kind = { fact-kind-subject } { own-is } { $values }
when-product = { fact-product-subject } { own-is } { $values }
when-release = { fact-release-subject } { own-is } { $values }
when-phase = { $not ->
    [one] the release is not in the phase { $values }
    [many] the release is in neither of the phases { $values }
   *[no] the release is in the phase { $values }
 }
when-term = { $not ->
    [one] the contract does not run for { $values }
    [many] the contract runs for neither { $values }
   *[no] the contract runs for { $values }
 }
when-region = { fact-region-subject } { own-is } { $values }
when-language = { $not ->
    [one] your request is not in { $values }
    [many] your request is in neither { $values }
   *[no] your request is in { $values }
 }
when-received = { $not ->
    [no] we receive your request { $values }
   *[other] we do not receive your request { $values }
 }
when-change = { $not ->
    [no] a change leaves our promises { $values }
   *[other] a change does not leave our promises { $values }
 }
when-process = { $not ->
    [one] your request does not have the state { $values }
    [many] your request has neither the state { $values }
   *[no] your request has the state { $values }
 }
when-fact = { $fact } { own-is } { $values }
when-number = the value for “{ $fact }” { own-is } { $values }
when-date = the date for “{ $fact }” { own-is } { $values }
when-covered = { $answer ->
    [yes] your request is covered
   *[no] your request is not covered
 }
when-answer = the answer to “{ $question }” is { $answer ->
    [yes] yes
   *[no] no
 }
when-holds = “{ $fact }” { $answer ->
    [yes] applies
   *[no] does not apply
 }
when-duty = { $who ->
    [other] { $answer ->
        [yes] { $subject } keeps to this: { $duty ->
            [do] { $text }
           *[not] not { $text }
        }
       *[no] { $subject } does not keep to this: { $duty ->
            [do] { $text }
           *[not] not { $text }
        }
    }
   *[us] { $first ->
        [be] { own-duty-be }
       *[other] { own-duty }
    }
 }
when-clause = { $answer ->
    [yes] { $clause }
   *[no] it is not so that { $clause }
 }
own-duty = { $subject } { $answer ->
    [yes] { $duty ->
        [do] { $text }
       *[not] do not { $text }
    }
   *[no] { $duty ->
        [do] do not { $text }
       *[not] do { $text }
    }
 }
own-duty-be = { $subject } { $answer ->
    [yes] keep
   *[no] do not keep
 } to this: { $duty ->
    [do] { $text }
   *[not] not { $text }
 }
on-date = on { $date }
compare-at-least = { $kind ->
    [date] on or after { $value }
    [release] { $value } or later
    [value] { $value } or higher
   *[number] at least { $value }
 }
compare-at-most = { $kind ->
    [date] on or before { $value }
    [release] { $value } or earlier
    [value] { $value } or lower
   *[number] at most { $value }
 }
compare-more-than = { $kind ->
    [date] after { $value }
    [release] later than { $value }
    [value] higher than { $value }
   *[number] more than { $value }
 }
compare-less-than = { $kind ->
    [date] before { $value }
    [release] earlier than { $value }
    [value] lower than { $value }
   *[number] less than { $value }
 }
on-plan = on { $values }
on-severity = for { $values } requests
on-priority = for { $values } requests
on-channel = via { $values }
on-product = for { $values }
on-release = for release { $values }
on-phase = in { $values }
on-term = for a term of { $values }
on-language = in { $values }
label-value = { $not ->
    [one] not { $values }
    [many] neither { $values }
   *[no] { $values }
 }
label-question = { $fact } { $values }
label-fact = { $fact }: { $values }
label-fact-not = { $fact }: { label-value }
cases-unsaid = some cases
cases-unsaid-clause = one of the cases listed in the rule set applies

## Zones whose cities have another name than the database says

zone-America-Sao-Paulo = São Paulo
zone-Europe-Kiev = Kyiv
zone-Europe-Kyiv = Kyiv
zone-Asia-Calcutta = Kolkata
zone-Europe-Zurich = Zurich
zone-Europe-London = London
zone-Europe-Brussels = Brussels
zone-Europe-Paris = Paris
zone-Europe-Berlin = Berlin
zone-Europe-Vienna = Vienna
zone-Europe-Rome = Rome
zone-Europe-Copenhagen = Copenhagen
zone-Europe-Prague = Prague
zone-Europe-Warsaw = Warsaw
zone-Europe-Budapest = Budapest
zone-Europe-Bucharest = Bucharest
zone-Europe-Athens = Athens
zone-Europe-Lisbon = Lisbon
zone-Europe-Luxembourg = Luxembourg
zone-Europe-Moscow = Moscow
zone-Europe-Istanbul = Istanbul
zone-Asia-Tokyo = Tokyo
zone-Asia-Singapore = Singapore
zone-Asia-Seoul = Seoul
zone-Asia-Shanghai = Shanghai
zone-Asia-Hong-Kong = Hong Kong
zone-Asia-Dubai = Dubai
zone-Australia-Sydney = Sydney
zone-America-New-York = New York
zone-America-Los-Angeles = Los Angeles
zone-America-Chicago = Chicago
zone-America-Toronto = Toronto
zone-America-Mexico-City = Mexico City
zone-Europe-Amsterdam = Amsterdam
zone-Europe-Madrid = Madrid
zone-Europe-Dublin = Dublin
zone-Europe-Stockholm = Stockholm
zone-Europe-Oslo = Oslo
zone-Europe-Helsinki = Helsinki
zone-UTC = UTC

## Areas, as they stand behind “in”

area-AL = Albania
area-AD = Andorra
area-AT = Austria
area-BY = Belarus
area-BE = Belgium
area-BA = Bosnia and Herzegovina
area-BG = Bulgaria
area-HR = Croatia
area-CY = Cyprus
area-CZ = the Czech Republic
area-DK = Denmark
area-EE = Estonia
area-FO = the Faroe Islands
area-FI = Finland
area-FR = France
area-DE = Germany
area-GI = Gibraltar
area-GR = Greece
area-GG = Guernsey
area-HU = Hungary
area-IS = Iceland
area-IE = Ireland
area-IM = the Isle of Man
area-IT = Italy
area-JE = Jersey
area-XK = Kosovo
area-LV = Latvia
area-LI = Liechtenstein
area-LT = Lithuania
area-LU = Luxembourg
area-MT = Malta
area-MD = Moldova
area-MC = Monaco
area-ME = Montenegro
area-NL = the Netherlands
area-MK = North Macedonia
area-NO = Norway
area-PL = Poland
area-PT = Portugal
area-RO = Romania
area-RU = Russia
area-SM = San Marino
area-RS = Serbia
area-SK = Slovakia
area-SI = Slovenia
area-ES = Spain
area-SE = Sweden
area-CH = Switzerland
area-TR = Turkey
area-UA = Ukraine
area-GB = the United Kingdom
area-VA = Vatican City
area-GB-ENG = England
area-GB-SCT = Scotland
area-GB-WLS = Wales
area-GB-NIR = Northern Ireland
area-US = the United States
area-CA = Canada
area-AU = Australia
area-NZ = New Zealand
area-JP = Japan
area-IN = India
area-BR = Brazil
area-AE = the United Arab Emirates
area-AR = Argentina
area-CL = Chile
area-CN = China
area-CO = Colombia
area-CR = Costa Rica
area-DO = the Dominican Republic
area-GE = Georgia
area-HK = Hong Kong
area-ID = Indonesia
area-IL = Israel
area-KE = Kenya
area-KR = South Korea
area-MX = Mexico
area-PA = Panama
area-PE = Peru
area-PH = the Philippines
area-SG = Singapore
area-TH = Thailand
area-TW = Taiwan
area-UY = Uruguay
area-VN = Vietnam
area-ZA = South Africa
area-DE-BW = Baden-Württemberg
area-DE-BY = Bavaria
area-DE-BE = Berlin
area-DE-BB = Brandenburg
area-DE-HB = Bremen
area-DE-HH = Hamburg
area-DE-HE = Hesse
area-DE-MV = Mecklenburg-Western Pomerania
area-DE-NI = Lower Saxony
area-DE-NW = North Rhine-Westphalia
area-DE-RP = Rhineland-Palatinate
area-DE-SL = Saarland
area-DE-SN = Saxony
area-DE-ST = Saxony-Anhalt
area-DE-SH = Schleswig-Holstein
area-DE-TH = Thuringia

## Languages

language-bg = Bulgarian
language-cs = Czech
language-da = Danish
language-de = German
language-el = Greek
language-en = English
language-es = Spanish
language-et = Estonian
language-fi = Finnish
language-fr = French
language-fy = Frisian
language-ga = Irish
language-hr = Croatian
language-hu = Hungarian
language-it = Italian
language-ja = Japanese
language-lt = Lithuanian
language-lv = Latvian
language-nb = Norwegian
language-nl = Dutch
language-no = Norwegian
language-pl = Polish
language-pt = Portuguese
language-ro = Romanian
language-sk = Slovak
language-sl = Slovenian
language-sv = Swedish
language-tr = Turkish
language-uk = Ukrainian
language-zh = Chinese

## Builders: clauses

punctuation = plain
page-colon = :
page-stop = .
page-aside = { " " }({ $words })
titles-within = small
statement-if = { $statement } { $when }
statement-on = { $statement } { $when }
span-of-time = { $from } { $until }
clause-because = { $statement }, because { $reason }
clause-unfilled = { $what ->
    [address] The address is not known yet.
    [hours] The opening hours are not known yet.
    [holidays] The public holidays are not known yet.
    [times] The times are not known yet.
    [publisher] The publisher is not known yet.
   *[other] Something here is not known yet.
 }
clause-holds = This holds { $when }.
clause-plans = For { $plans }.
common-words = a an the every each no all any some this our your e-mail email mail telephone phone chat post portal website form help online meeting video office opening business working support service emergency customer regular team desk hours line shorter longer extended reduced usual normal weekday weekend evening night
noun-roles = head chief manager director lead leader engineer officer coordinator supervisor administrator specialist president vice-president chairman chairwoman secretary counsel ombudsman ombudsperson ceo cto coo cfo cio ciso dpo
noun-groups = team desk department board office group
noun-places = portal form forum desk helpdesk hotline website page app system centre center
noun-articles = the a an each every all any some no this our your its
noun-tails = -
noun-of = of
noun-the = the { $title }
plan-domain = You have this plan { $when }.
channel-domain = You can use it { $when }.
product-named = { $others ->
    [none] { $count ->
        [one] Product named in this policy: { $products }.
       *[other] Products named in this policy: { $products }.
     }
   *[some] { $count ->
        [one] Another product named in this policy: { $products }.
       *[other] Other products named in this policy: { $products }.
     }
 }
page-html = HTML
page-rule-set-yaml = Rule set (YAML)
page-digest-source = source { $digest }
page-digest-rules = rule set { $digest }
glance-depends = Depends on the case
glance-nothing = None promised

## Builders: availability, maintenance, changes

availability-share = Available for at least { $share } of { $period }.
availability-outside = { $calendars } { $count ->
    [one] does
   *[other] do
 } not count against it.
availability-outage = In 30~days that leaves at most { $time } out of service.
availability-or-more = { $share } or more
availability-up-to = up to { $time }
availability-none = None
availability-band = { $low } to below { $high }
availability-below = Below { $share }
availability-longer = longer than { $time }
availability-column = Available in the { unit }
availability-column-outage = Out of service, in 30~days
availability-caption = { $title }: credits
availability-about = about { $time }
availability-claimed = Claim a credit within { $duration }.
maintenance-when = It takes place at this time: { $when }.
maintenance-outside = It takes place outside { $calendars }{ $possible ->
    [yes] { " " }where possible
   *[no] { "" }
 }.
availability-claimed-after = Claim a credit within { $duration } { $after }.
changes-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, we announce the maintenance at least { $duration } ahead{ own-via }.
       *[no] We announce the maintenance at least { $duration } ahead{ own-via }.
    }
    [product] { $conditioned ->
        [yes] { $when }, we announce the end of the phase at least { $duration } ahead{ own-via }.
       *[no] We announce the end of a phase at least { $duration } ahead{ own-via }.
    }
   *[changes] { $conditioned ->
        [change] { $when }, we announce it at least { $duration } before it takes effect{ own-via }.
        [yes] { $when }, we announce a change at least { $duration } before it takes effect{ own-via }.
       *[no] We announce a change at least { $duration } before it takes effect{ own-via }.
    }
 }
own-via = { $via ->
    [yes] , via { $channels }
   *[no] { "" }
 }
changes-notice-unfilled = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, we announce the maintenance ahead{ own-via }; how long ahead is not known yet.
       *[no] We announce the maintenance ahead{ own-via }; how long ahead is not known yet.
    }
    [product] { $conditioned ->
        [yes] { $when }, we announce the end of the phase ahead{ own-via }; how long ahead is not known yet.
       *[no] We announce the end of a phase ahead{ own-via }; how long ahead is not known yet.
    }
   *[changes] { $conditioned ->
        [change] { $when }, we announce it before it takes effect{ own-via }; how long before is not known yet.
        [yes] { $when }, we announce a change before it takes effect{ own-via }; how long before is not known yet.
       *[no] We announce a change before it takes effect{ own-via }; how long before is not known yet.
    }
 }
changes-no-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }, the maintenance is not announced.
       *[no] The maintenance is not announced.
    }
    [product] { $conditioned ->
        [yes] { $when }, the end of the phase is not announced.
       *[no] The end of a phase is not announced.
    }
   *[changes] { $conditioned ->
        [change] { $when }, it can take effect without notice.
        [yes] { $when }, a change can take effect without notice.
       *[no] A change can take effect without notice.
    }
 }
changes-open-requests = { $keep ->
    [yes] Open requests keep the version under which they were made.
   *[no] A new version holds for open requests too.
 }
changes-review = We review the whole policy { $every }.
changes-next-review = The next review is due by { $date }.

## Builders: calendars and channels

calendar-heading = Opening hours
calendar-caption = Opening hours
calendar-caption-zone = { $zone ->
    [UTC] Opening hours, UTC
   *[other] Opening hours, local time in { $zone }
 }
calendar-column = Calendar
calendar-closed = Closed
calendar-closed-all-day = Closed all day
calendar-open-all-day = Open all day
calendar-closed-from = Closed from { $time }
calendar-closed-until = Closed until { $time }
calendar-closed-hours = Closed { $hours }
calendar-open-hours = Open { $hours }
calendar-open-from-to = Open from { $from } to { $to }
calendar-closed-from-to = Closed from { $from } to { $to }
calendar-day = Date
calendar-why = Occasion
calendar-hours = Hours
calendar-day-span = { $from } to { $to }
calendar-days-caption = { $calendar }: days that differ
calendar-closed-during = closed during { $calendars }
calendar-open-during = open during { $calendars }
calendar-open-always = open at any time
calendar-within = only within { $calendar }
calendar-line = { $effect ->
    [open] open
   *[closed] closed
 } { $when }
calendar-occasion = { $line } ({ $occasion })
calendar-season = { $calendar }, { $dates }
calendar-holidays = Closed on { $holidays }.
calendar-holidays-customer = Closed on the public holidays where you are.
calendar-holidays-list = Closed on the public holidays of a list that we keep.
calendar-holidays-open = Public holidays are days like any other.
calendar-cut-off = What arrives after { $time } counts as received on the next open day.
calendar-zone-customer = All times are those where you are.
channel-after = Only after you have tried { $channels }.
channel-alternative = You can also use { $channels }.
channel-as-decided = { $who ->
    [us] open when we decide so
    [customer] open when you decide so
   *[other] open when { $person } decides so
 }
channel-bare = No address and no hours are given here.
channel-no = not available
channel-self-service = You help yourself there.
channel-when = { $when }: { $line }
channel-open-when = open during { $calendars }
channel-hours = { $calendar }

## Builders: commitments and how time is counted

commitment-clock = { $kind ->
    [rhythm] This applies { $span }.
    [open] This is the time { $span }.
   *[deadline] The time runs { $span }.
 }
commitment-paused = The clock stands still while your request is { $state }.
commitment-none = We promise no time for this.
commitment-no = This does not occur here.
commitment-best-effort = We do our best, without a promised time.
commitment-unfilled = The figure is not known yet.
commitment-as = This happens { $promise }.
commitment-promise = { $strength ->
    [usual] This usually happens { $promise }.
    [guaranteed] We guarantee that this happens { $promise }.
   *[target] This happens { $promise }.
 }
commitment-targets = { $count ->
    [one] This is a target.
   *[many] These are targets.
 }
commitment-guaranteed = { $count ->
    [one] This figure is guaranteed.
   *[many] These figures are guaranteed.
 }
commitment-targets-met = These are targets, and we meet them for { $share } of requests { $period }.
commitment-met = We meet this for { $share } of requests { $period }.
commitment-one-exception = One exception: { $exception }
commitment-exceptions = Exceptions:
commitment-elsewhere = The figures stand in { $tables }.
commitment-gap = { $when }, no time is promised.
commitment-gaps = Where no figure is given, no time is promised.
commitment-restarts = The clock starts again { $when }.
commitment-keeps = { $when }, the figure for the new { $name ->
    [priority] priority
    [severity] severity
   *[other] value
 } holds, counted from the same start.
commitment-keeps-else = Where a clock starts again instead, its promise says so.
commitment-credit = After { $count ->
    [one] one miss
   *[other] { $count } misses
 } in one { unit } you get { $amount }.
commitment-claimed = Claim this within { $duration }.
commitment-claimed-after = Claim this within { $duration } { $after }.
counting-elapsed-term = { $kind ->
    [short] Minutes and hours
   *[long] Days, weeks and months
 }
counting-elapsed = { $kind ->
    [short] run on the clock, day and night.
   *[long] are those of the calendar, with weekends and public holidays.
 }
counting-hours-term = { $own ->
    [yes] { $word ->
        [working] Working
       *[business] Business
    } hours
   *[no] Hours of { $calendar }
 }
counting-hours = run only { $own ->
    [yes] during { $calendar }
    [same] during our { $calendar }
   *[no] during those hours
 }. They stop at closing time and go on at the next opening.
counting-days-term = { $own ->
    [yes] { $word ->
        [working] Working
       *[business] Business
    } days
   *[no] Days of { $calendar }
 }
counting-days = { $own ->
    [yes] go by { $calendar }.
    [same] go by our { $calendar }.
   *[no] go by those hours.
 }
counting-opening-hours = opening hours

## Builders: people, documents, duties

document-precedence = { $which ->
    [prevails] Where this document and the policy differ, the document prevails.
   *[yields] Where this document and the policy differ, the policy prevails.
 }
party-third = an independent third party
duty-subject = { $subject ->
    [us] we
    [customer] you
   *[other] { $name }
 } { $kind ->
    [will] will
    [will-not] will not
    [must] must
    [must-not] must not
    [may] may
   *[may-not] may not
 }
duty-sentence = { $who } { $what }
duty-lead = { $who }:
duty-heading = { $subject ->
    [customer] { $kind ->
        [will] What you will do
        [will-not] What you will not do
        [must] What we ask of you
        [must-not] What we ask you not to do
        [may] What you may do
       *[may-not] What you may not do
    }
   *[other] What { $subject ->
        [us] we
       *[other] { $name }
    } { $kind ->
        [will] will
        [will-not] will not
        [must] must
        [must-not] must not
        [may] may
       *[may-not] may not
    } do
 }
duty-usually = usually { $what }
duty-when = { $what }{ $long ->
    [yes] , { $time }
   *[no] { " " }{ $time }
 }
within-after = { $within } { $after }
duty-by = by { $day }
duty-except = { $what }, except { $except }

## Builders: escalations, processes, the queue

escalation-at = { $kind ->
    [breach] when the deadline for { $commitment } passes
    [half] half-way to the deadline for { $commitment }
   *[share] after { $share } of the time for { $commitment }
 }
escalation-offset = { $duration } { $side ->
    [before] before
   *[after] after
 } the deadline for { $commitment }
escalation-again = { $every } after the deadline for { $commitment }, until the promise is kept{ $limited ->
    [yes] , at most { $most } times
   *[no] { "" }
 }
escalation-clock = The steps keep to the clock of that promise.
escalation-notify = We notify { $people }
escalation-raised = { $who ->
    [customer] You
   *[other] { $people }
 } can raise this{ $via ->
    [yes] { " " }via { $channels }
   *[no] { "" }
 }.
escalation-turn = { $order ->
    [first] { $count ->
        [1] Turn to
       *[other] First turn to
    }
   *[then] Then turn to
 } { $people }{ $answers ->
    [yes] ; you have an answer within { $duration }
    [unfilled] ; the time for an answer is not known yet
   *[no] { "" }
 }.
escalation-pass = { $order ->
    [first] { $count ->
        [1] A request goes to
       *[other] A request goes first to
    }
   *[then] Then it goes to
 } { $people }{ $answers ->
    [yes] , with an answer within { $duration }
    [unfilled] ; the time for an answer is not known yet
   *[no] { "" }
 }.
escalation-address = { $person } ({ $place })
process-states = A request is always in one of these states:
process-ends = A request begins as { $first }{ $ends ->
    [yes] { " " }and ends as { $last }
   *[no] { "" }
 }.
process-ends-in-time = It { $also ->
    [yes] also ends
   *[no] ends
 } as { $last } once the time in which it can go on from there has passed.
process-checks = { $count ->
    [one] First we check one thing:
   *[other] First we check, in this order:
 }
process-ways = This is how a request moves on:
process-sendings = This is what you are sent on the way:
process-check-by = { $who ->
    [us] we decide
    [customer] you decide
   *[other] { $person } decides
 }
process-check-otherwise = If not, the request becomes { $state }.
process-way = From { $from } to { $to }
process-after = after { $duration }
process-when = as soon as { $condition }
process-sends = In { $state }: { $what }
process-sends-after = In { $state }, after { $duration }: { $what }
queue-order = We { $usually ->
    [yes] usually take
   *[no] take
 } requests in this order: { $orders }.
quote-no-notice = no notice
queue-then = { $first }, then { $next }
queue-received = the oldest first
queue-severity = the gravest first
queue-priority = the highest priority first
queue-level = by { $fact }, the highest level first
queue-plan = the highest plan first
queue-fact = by { $fact }
queue-number = by { $fact }, the highest number first
queue-date = by { $fact }, the earliest date first
queue-except = Exception: { $except }

## Builders: examples, facts, values

example-case = The case
example-answer = Answer
example-received = received on { $at }
example-event = { $event ->
    [acknowledged] We acknowledge your request on { $at }
    [responded] We respond on { $at }
    [updated] We send you an update on { $at }
    [replied] You reply on { $at }
    [accepted] We accept your request on { $at }
    [resolved] Your request is resolved on { $at }
    [closed] Your request is closed on { $at }
   *[other] { $when }: { $at }
 }
example-becomes = { $fact } becomes { $value } on { $at }
example-by = { $what } by { $at }
example-notifies = We notify { $people } on { $at }
example-open = { $channel }: { $state ->
    [open] open
   *[closed] closed
 }
example-value = { $what }: { $value }
example-covered = { when-covered }
example-state = { when-process }
example-is = { $fact } { own-is } { $values }
example-granted = { $what }: { $granted ->
    [yes] included
   *[no] not included
 }
example-cost = { $amount } for { $duration }
example-instead = { $holds }; instead: { $offer }
example-why = Why
fact-lead = { $count ->
    [one] This fact decides what applies to a request:
   *[other] These facts decide what applies to a request:
 }
fact-lead-prices = { $count ->
    [one] This fact decides what something costs:
   *[other] These facts decide what something costs:
 }
fact-values = { $values }.
fact-yes-no = Yes or no.
fact-date = A date.
fact-number = A number.
fact-duration = A length of time.
own-it = { $name ->
    [severity] the severity
    [priority] the priority
   *[other] it
 }
fact-proposed = { $who ->
    [us] We propose { own-it }.
    [customer] You propose { own-it }.
   *[other] { $person } proposes { own-it }.
 }
fact-confirmed = { $who ->
    [us] We confirm it.
    [customer] You confirm it.
   *[other] { $person } confirms it.
 }
fact-severity-heading = { $keyword ->
    [priority] How urgent is it?
   *[severity] How severe is it?
 }
kind-languages = We answer in { $languages }.
kind-lead = { $keyword ->
    [kind] We tell these kinds of request apart:
    [region] We tell these regions apart:
   *[phase] A release passes through these phases:
 }

## Builders: scope, offers, plans, prices, products

scope-covers = We cover:
scope-covers-all = Everything that is not excluded here is covered.
scope-covers-when = We cover your request { $when }.
scope-excludes = We do not cover:
scope-kinds = { $what }: { $kinds }
scope-caption-instead = Not covered, and what you can do instead
scope-not-covered = Not covered
scope-instead = Instead
scope-nothing-instead = No alternative
offer-by = This is done by { $people }.
offer-proposal = You get a proposal first.
offer-invoiced = You get an invoice { $period }.
offer-during = { $rate } during { $calendar }
offer-outside = { $rate } outside { $calendar }
offer-least = at least { $duration }
offer-steps = in steps of { $duration }
offer-times = { $times } times the usual rate
offer-multiplied = { $rate } ({ $remark })
offer-instead-of = Instead of { $things }.
plan-caption = { $what ->
    [price] What each plan costs
    [terms] The terms of each plan
   *[grants] What each plan includes
 }
plan-included = { $what ->
    [grants] Included
   *[other] Terms
 }
plan-includes = { $plan } includes:
plan-extends = Includes everything in { $plans }.
plan-all = The plans are { $plans }.
plan-price = Price
plan-runs = Term
plan-runs-for = { $duration }{ $renews ->
    [yes] { $noticed ->
        [yes] , renewed unless cancelled at least { $notice } before the end{ own-via }
        [unfilled] , renewed unless cancelled before the end{ own-via }; how long before is not known yet
       *[no] , then renewed
    }
   *[no] { $noticed ->
        [yes] , can be cancelled with { $notice } of notice{ own-via }
        [unfilled] , can be cancelled{ own-via }; how long ahead is not known yet
       *[no] { "" }
    }
 }
plan-unsaid = Not stated
plan-unused-lapse = { $unit ->
    [none] what is not used lapses
   *[other] unused { own-units } lapse
 }
price-except = as an exception, { $amount }
price-from = worked out as { $amount }
product-release = Release
product-since = Out since
product-until = { $phase } until
product-on = On { $date }
product-caption = Dates of support, by release
product-announced = Announced
product-ended = Ended
product-unknown = Not known
product-no-phase = None
product-supports = { $count ->
    [one] The latest release is always supported.
   *[other] The latest { $count } releases are always supported.
 }
product-ends = End of { $phase }: { $date }.
catalogue-holds = { $count ->
    [one] { $count } policy
   *[other] { $count } policies
 }
catalogue-holds-some = { $count ->
    [one] { $count } policy, among them:
   *[other] { $count } policies, among them:
 }

## Builders: tables

table-any = Any
table-other = All others
table-other-values = Other: { $values }
table-below = Below
table-credit = Credit
table-price = Price
table-primary = Primary
table-secondary = Secondary
table-entitlement = Included
table-caption = { $title }, by { $facts }

## Answers to one case

answer-covered = Covered
answer-yes = yes
answer-no = no
answer-instead = instead: { $offer }
answer-depends = depends on { $facts }
answer-by = by { $at }
answer-then = then { $times }
answer-starts = starts { $when }
answer-give-event = to have it counted, give `--event { $event }`
answer-earlier = before: { $from } to { $to }, { $state }
answer-paused = paused
answer-left = { $time } left
answer-counted = { $limit } ({ $rule })
answer-unused = { $amount } left
answer-left-until = { $amount } left until { $date }
answer-used-up = nothing left
answer-used-up-until = nothing left until { $date }
answer-over = used up, and { $amount } more
answer-met = met
answer-missed = missed
answer-done = done
answer-closed = closed
answer-uncounted = does not count
answer-rule = { $rule }, line { $line }
answer-escalation = Escalation
answer-nobody = nobody is told in this case
answer-not-needed = no longer needed
answer-channels = Channels
answer-open-until = { $channel } open until { $at }
answer-open-always = { $channel } always
answer-shut-until = { $channel } closed until { $at }
answer-shut = { $channel } closed
answer-unsure = { $channel }: { $why }
answer-entitlements = Included
answer-prices = Prices
answer-becomes = becomes { $state } on { $at }
answer-sends = { $what } on { $at }
answer-total = { $time } in all
answer-opens = Opens
answer-closes = Closes
answer-opened = Opened
answer-shut-since = Closed
answer-changed = { $value } from { $at }
answer-no-time = no time yet
answer-on-request = on request
answer-in-turn = in turn
answer-at-once = at once
answer-offers = Offers
answer-proposal = after a proposal
answer-unpromised = nothing is promised for it
answer-release = { $release }, { $date }
answer-no-date = its date is not known yet
answer-holidays-unknown = the holidays in { $list } are known until { $year } only
answer-never-open = it is not open for so long
answer-out-of-range = this lies beyond the year 2100

## Notices of changes

notice-kicker = Notice of changes
notice-title = Changes to { $policy }
notice-lead = This is what changes for you, compared with the version that holds now.
notice-lead-from = This is what changes for you from { $date } on, compared with the version that holds until then.
notice-nothing-changes = Nothing that you are promised changes; only words do.
notice-ends-title = { $policy } ends
notice-ends = This policy no longer holds.
notice-ends-from = This policy no longer holds from { $date } on. Until then it holds as it is.
notice-ending = What ends
notice-versions = { $old } becomes { $new }
notice-announced = Announced on
notice-worse = What you lose
notice-mixed = Better for some, worse for others
notice-better = What you gain
notice-what = What
notice-who = For whom
notice-before = Until now
notice-after = From then on
notice-everybody = everybody
notice-gone = no longer
notice-new = new
notice-there = as until now
notice-none = { $aspect ->
    [audience] nobody
    [route] nobody
    [staff] nobody
    [step] nobody
    [coverage] nothing
    [duty] nothing
    [exemption] nothing
    [lapse] nothing
    [obligation] nothing
    [permission] nothing
    [right] nothing
    [pause] never
    [review] never
   *[other] none
 }
notice-changed = changed
notice-covered = covered
notice-not-covered = not covered
notice-never = never
notice-example = A request received on { $received } was due on { $before }; then it is due on { $after }.
notice-length = Counted from { $received }, the time ended on { $before }; then it ends on { $after }.
notice-for = { $what } ({ $who })
notice-among = { $what }, among others
notice-some-days = on some days, first { $what }
notice-other-hours = the same, at other hours
notice-also = also { $what }
notice-pair = { $what }: { $said }
notice-share = { $share } { $period }
list-notice = { $first }; { $second }
notice-moved = { $way ->
    [later] So these deadlines fall later: { $what }.
    [earlier] So these deadlines fall earlier: { $what }.
    [either] So these deadlines fall earlier at some times and later at others: { $what }.
    [longer] So these times become longer: { $what }.
    [shorter] So these times become shorter: { $what }.
   *[both] So these times become longer at some times and shorter at others: { $what }.
 }
notice-first = For the first time on { $received }.
notice-colophon = The policy itself says what holds; this notice sums up what changes in it.
notice-aspect = { $aspect ->
    [address] address
    [ahead] how long ahead it is announced
    [announcement] how it is announced
    [answer] time for an answer
    [audience] who can read it
    [claim] time to claim
    [clock] when the time runs
    [coverage] what is covered
    [credit] what you get when we miss it
    [cut-off] latest time of receipt
    [duty] what we do
    [ending] notice to end the contract
    [exemption] what does not count
    [hours] hours
    [instead] where to turn instead
    [language] languages
    [lapse] what is not used
    [message] what you are sent
    [met] how often we meet it
    [minimum] least that is charged
    [steps] steps in which time is charged
    [notice] how changes are announced
    [obligation] what you have to do
    [open] requests that are open
    [others] other ways
    [pause] when the time stands still
    [permission] what we may do
    [precedence] which document counts
    [price] price
    [process] how a request is handled
    [proposal] proposal before work begins
    [rate] rate
    [rate-at-hours] rate at some hours
    [release] releases
    [renewal] renewal
    [restart] what starts the time again
    [review] how often we look at the policy again
    [right] what you may do
    [route] who can ask
    [staff] who helps there
    [step] who is told, and when
   *[term] how long the contract runs
 }
answer-note = note: { $note }
note-parts = `{ $text }` has parts of a second, which count as a whole one
note-twice = { $time } comes twice in { $city } as the clocks are put back; the first is taken, { $first }; the second is { $second }
note-not-received = the request was not received, as far as is known: give `--received`
note-order = the events were given in another order than they happened in
note-used = what was used of `{ $of }` counts for nothing: { $why }
note-used-nobody = no such case has it
note-used-not-granted = it is not granted in this case
note-used-depends = whether it is granted depends on facts that were not given
note-used-per = what its limit is counted for is not known
note-used-unlimited = it is granted without a limit
note-no-clock = no time of receipt was given, so no clock runs
note-no-zone = the policy names no time zone; times are those of { $zone }
note-no-customer = the zone of the customer was not given, and { $zone } is taken for it
note-no-holidays = the holidays of the customer were not given, and none are taken off
note-waits = a line of `{ $of }` is not filled in yet, and the answer does without it
note-over = every phase of `{ $product }` { $release } is over: the last, `{ $phase }`, ended on { $date }
