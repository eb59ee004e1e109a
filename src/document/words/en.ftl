### English. A tilde is a no-break space. Every language has the same keys, in any order;
### those that begin with `own-` are the helpers of one file.
### $address says how readers are addressed: "formal" or "informal". English knows no difference.

## Names of this language, signs

language-own-name = English
number-decimal = .
number-group = ,
share = { $number }%
list-and = { $first } and { $second }
list-or = { $first } or { $second }
list-next = { $first }, { $second }
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
page-zone = Time zone
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
page-digests = Source { $source }, rule set { $rules }.
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

## Standard sections

section-introduction = Introduction
section-definitions = Words we use
section-scope = What is covered
section-plans = Plans and entitlements
section-channels = How to reach us
section-response = Response times
section-process = How a request is handled
section-escalation = Escalation and complaints
section-responsibilities = How we work together
section-availability = Maintenance and availability
section-confidentiality = Confidentiality
section-liability = Liability
section-third-parties = Products of others
section-custom-work = Custom work
section-training = Training
section-prices = Prices
section-life-cycle = Product life cycle
section-examples = Worked examples
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

change-weaker = Weaker
change-stronger = Stronger
change-mixed = Mixed
change-neutral = Neutral

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
within = within { $duration }
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
   *[other] per { duration }
 }
