//! Lines that people write by habit where another line, or another declaration, is meant.
//!
//! In: a line that fits nothing, and the body that it stands in. Out: a finding that shows what to write instead; none where
//! the habit is not known. It changes no line: what is meant is too far from what stands there to be read in its place.

use super::hours::{self, NamedHours};
use super::titles::Titles;
use super::{
    article, asides, clocks, duties, elsewhere, grants, header, lines, notices, order, promises, queues,
    rates, rhythms, scope, sentences, services, shown, steps, trials,
};
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::schema::{self, Schema};
use crate::syntax::slips;

/// Words that begin a line of these declarations by habit, and what is meant.
struct Habit {
    bodies: &'static [&'static str],
    words: &'static [&'static str],
    label: &'static str,
    help: &'static str,
}

const HABITS: &[Habit] = &[
    Habit {
        bodies: &["channel"],
        words: &["answers", "answered", "answering"],
        label: "`open` says when people can reach you, not when you answer",
        help: "say when you answer in a `commitment`, or in words: `note \"We answer mainly in office hours.\"`. When people can reach you is a line `open`, as `open office`",
    },
    Habit {
        bodies: &["fact"],
        words: &["number", "integer", "amount", "count", "quantity", "numeric"],
        label: "a fact that is a number says `is a number`",
        help: "write `is a number`; what is counted is said in the title, as `fact distance \"Distance in km\" { is a number }`",
    },
    Habit {
        bodies: &["channel"],
        words: &["closed", "closes", "opens", "hours", "staffed", "weekdays", "weekends"],
        label: "hours belong to a calendar",
        help: "declare a `calendar`, and name it here: `open office`",
    },
    Habit {
        bodies: &["channel"],
        words: &["for", "reserved", "use", "used"],
        label: "which requests it is for stands behind `only when`",
        help: "write `only when kind is …`, with a `kind` of request that you declare, or say it in words, as `note \"For security issues only.\"`",
    },
    Habit {
        bodies: &["severity", "priority", "kind", "plan"],
        words: &[
            "within",
            "response",
            "responds",
            "respond",
            "reply",
            "resolution",
            "resolve",
            "until",
            "from",
        ],
        label: "how soon something is done is a commitment",
        help: "say it in a `commitment`, in a row of its table or as `within 4 hours when …`",
    },
    Habit {
        bodies: &["plan"],
        words: &["costs", "cost", "fee", "pays"],
        label: "what a plan costs is its price",
        help: "write `price EUR 100 per month`",
    },
    Habit {
        bodies: &["plan"],
        words: &["term", "duration", "lasts", "renews", "renewal"],
        label: "how long a plan runs, and how it goes on, stands behind `runs`",
        help: "write `runs 12 months`, or `runs 12 months, then renews, notice 1 month`",
    },
    Habit {
        bodies: &["plan"],
        words: &["free", "gratis", "complimentary"],
        label: "what costs nothing has a price of its own",
        help: "write `price none`",
    },
    Habit {
        bodies: &["plan"],
        words: &["channel", "channels", "hours", "open"],
        label: "a channel says which plans may use it",
        help: "write `only when plan is at least …` in the `channel`",
    },
    Habit {
        bodies: &["phase"],
        words: &["runs", "run", "lasts", "takes", "ends", "end", "until", "from", "for", "term"],
        label: "when a phase ends is said by the product",
        help: "write `full ends 2 years after release` in the `product`, with the name of the phase",
    },
    Habit {
        bodies: &["phase"],
        words: &["notice", "announced", "notified"],
        label: "how long ahead the end of a phase is announced is said by the product",
        help: "write `notice 6 months via email` in the `product`, perhaps with `when phase is full`",
    },
    Habit {
        bodies: &["scope"],
        words: &["does", "do", "not", "no", "nicht", "niet", "excluded", "except", "exclude"],
        label: "what is not covered stands behind `excludes`",
        help: "write `excludes training \"Training\" when kind is training`, with a name, the words that are published, and which requests it is for",
    },
    Habit {
        bodies: &["scope"],
        words: &["-", "–", "*", "•", "·", "▪"],
        label: "each line of a scope begins with `covers` or `excludes`",
        help: "write `covers installation \"Installation\"`, with a name and the words that are published",
    },
    Habit {
        bodies: &["commitment"],
        words: &["on", "upon", "after", "starts", "start", "begins", "begin"],
        label: "the event that starts the clock stands behind `from`",
        help: "write `from received`, or the name of another event",
    },
    Habit {
        bodies: &["commitment"],
        words: &["ends", "end", "stops", "stop", "to"],
        label: "the event that stops the clock stands behind `until`",
        help: "write `until responded`, or the name of another event",
    },
    Habit {
        bodies: &["offer"],
        words: &["minimum", "min", "least"],
        label: "how much is charged at least stands behind the rate",
        help: "write it there, as `rate EUR 150 per hour, at least 2 hours`",
    },
    Habit {
        bodies: &["offer"],
        words: &["free", "gratis", "waived", "complimentary", "included"],
        label: "what costs nothing has a rate of 0",
        help: "write `rate EUR 0 when plan is premium`, in the currency of the other rates",
    },
    Habit {
        bodies: &["escalation"],
        words: &["after", "if", "once", "when", "immediately", "whenever", "automatically"],
        label: "a step says first when it is taken",
        help: WHEN_TAKEN,
    },
];

/// How the steps of an escalation begin.
const WHEN_TAKEN: &str = "write `at 50% of first-response notify …`, `on breach of first-response notify …`, \
    `4 hours after breach of first-response notify …`, or `on received notify …` for what happens at once";

/// Words that make a promise less firm, each with whether it names a target; else it says what is usual.
pub(super) const HEDGES: &[(&str, bool)] = &[
    ("aim", true),
    ("aims", true),
    ("attempt", true),
    ("attempts", true),
    ("endeavour", true),
    ("endeavor", true),
    ("goal", true),
    ("strive", true),
    ("strives", true),
    ("target", true),
    ("targets", true),
    ("try", true),
    ("tries", true),
    ("about", false),
    ("approximately", false),
    ("around", false),
    ("generally", false),
    ("mostly", false),
    ("normally", false),
    ("often", false),
    ("typically", false),
];

/// Words that take a promise back, in the languages of the document.
const DENIALS: &[&str] = &[
    "cannot", "hardly", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "rarely",
    "refuse", "seldom", "unable", "unless", "without", "geen", "kein", "keine", "keinen", "jamais", "nicht",
    "nie", "niet", "nooit", "nunca", "ohne", "pas", "sans", "sin", "zonder",
];

/// Whether a word takes a promise back, as `not` and `don't`.
pub(in crate::syntax) fn denies(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    DENIALS.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n’t")
}

/// Whether a word says that something is so as a rule, as `usually` does.
pub(in crate::syntax) fn is_usual(word: &str) -> bool {
    HEDGES.iter().any(|(known, target)| known.eq_ignore_ascii_case(word) && !target)
}

/// Whether a word says that something is only aimed at, as `attempt` does.
pub(super) fn is_aim(word: &str) -> bool {
    HEDGES.iter().any(|(known, target)| *known == word && *target)
}

/// What is promised, as people name it before the figure.
pub(super) const PROMISED: &[&str] = &[
    "acknowledgement",
    "answer",
    "deadline",
    "fix",
    "reply",
    "resolution",
    "resolve",
    "resolved",
    "resolves",
    "respond",
    "responded",
    "responds",
    "response",
    "solution",
    "workaround",
];

/// How often something is promised, in one word.
const RHYTHMS: &[&str] = &["hourly", "daily", "weekly", "monthly"];

/// Whether a word speaks of a promise, so that before one it is no name of those whom the line is for.
pub(in crate::syntax) fn speaks_of_promise(word: &str) -> bool {
    HEDGES.iter().any(|(known, _)| *known == word) || PROMISED.contains(&word) || RHYTHMS.contains(&word)
}

/// What else belongs to the line whose words fit nothing: a fix that divides it must not lose it for one of its parts.
#[derive(Clone, Copy)]
pub(in crate::syntax) struct Around<'t> {
    /// The words before those that are judged: an audience, `usually`, `except`.
    pub(in crate::syntax) before: &'t str,
    /// Whether a body follows.
    pub(in crate::syntax) body: bool,
    /// What the file calls its business hours.
    pub(in crate::syntax) hours: NamedHours<'t>,
    /// What it calls what it declares, where the line has a title.
    pub(in crate::syntax) titles: Option<&'t Titles<'t>>,
}

/// The names of parties that a file declares.
pub(in crate::syntax) fn parties(text: &str) -> Vec<&str> {
    let mut words = text.split_whitespace();
    let mut names = Vec::new();
    while words.any(|word| word == "party") {
        names.extend(words.next());
    }
    names
}

/// What a line is meant to be that fits nothing in the body of a declaration.
pub(super) fn of(head: Head<'_>, around: Around<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let keyword = schema.keyword;
    let first = head.word(0);
    // `toutes les heures` is all of a line, although `toutes les` is a word of another language as well.
    if let Some(finding) = rhythms::rhythm(head).filter(|_| keyword == "commitment") {
        return Some(finding);
    }
    // `cubre actualizaciones`: first of all it is the word of another language.
    if slips::english(head.text).is_some_and(|(english, _)| schema::knows(schema, None, english)) {
        return None;
    }
    if let Some(finding) = order::condition_first(head, schema) {
        return Some(finding);
    }
    let special = match keyword {
        "commitment" => clocks::in_words(head)
            .or_else(|| promises::in_prose(head))
            .or_else(|| promises::in_other_words(head))
            .or_else(|| promises::without_within(head, around))
            .or_else(|| promises::of_value(head)),
        "price" => services::no_price(head),
        "fact" => lines::values_of_fact(head, around, schema),
        "plan" => grants::several(head, around, schema)
            .or_else(|| services::no_price(head))
            .or_else(|| grants::limit(head, schema))
            .or_else(|| grants::in_other_language(head)),
        "process" => {
            order::step_of_process(head, schema).or_else(|| steps::step_of_process(head, around.body))
        }
        "example" | "test" => trials::line_of_test(head),
        "policy" => elsewhere::zone_of_nobody(head).or_else(|| header::of(head)),
        "channel" => hours::of_channel(head, around),
        "section" => duties::in_other_words(head, around.body),
        "scope" => scope::not_covered(head)
            .or_else(|| asides::of(head, schema))
            .or_else(|| fact_alone(head, schema))
            .or_else(|| scope::bare_condition(head))
            .or_else(|| scope::list_of_names(head)),
        "calendar" => hours::of_calendar(head, schema),
        "escalation" => order::step_of_escalation(head, around, schema)
            .or_else(|| after_event(head))
            .or_else(|| elsewhere::chain_of_roles(head))
            .or_else(|| often_after_breach(head)),
        "changes" => notices::behind(head)
            .or_else(|| notices::of_no_length(head))
            .or_else(|| notices::review_in_words(head))
            .or_else(|| notices::in_a_sentence(head))
            .or_else(|| notices::change_in_words(head)),
        "maintenance" => notices::behind(head)
            .or_else(|| notices::of_no_length(head))
            .or_else(|| services::times_of_maintenance(head, schema)),
        "availability" => services::share_of_availability(head),
        "product" => services::phase_of_product(head),
        "queue" => queues::order(head, schema),
        "offer" => rates::on_request(head),
        "ensure" => sentences::of_ensure(head),
        _ => None,
    };
    let special = special.or_else(|| sentences::elsewhere(head).filter(|_| keyword != "section"));
    if special.is_some() {
        return special;
    }
    if let Some(finding) = asides::of(head, schema) {
        return Some(finding);
    }
    let habit = HABITS.iter().find(|habit| habit.bodies.contains(&keyword) && habit.words.contains(&first));
    let Some(habit) = habit else {
        let unknown = keyword == "plan" && !schema::knows(schema, None, first);
        let thing = || elsewhere::thing_of_plan(head, schema).filter(|_| unknown);
        return thing().or_else(|| elsewhere::bare_words(head, around, schema));
    };
    // The declaration may know the word, and the line be wrong further on.
    (!schema::knows(schema, None, first)).then(|| stranger(head, keyword).label(habit.label).help(habit.help))
}

/// `should` where a duty is expected: advice decides nothing.
pub(super) fn is_advice(word: &str) -> bool {
    matches!(word, "should" | "ought" | "could" | "might")
}

/// The first word, as one that this body does not know.
pub(super) fn stranger(head: Head<'_>, keyword: &str) -> Diagnostic {
    let word = head.word(0);
    let home = match keyword {
        "changes" | "scope" | "queue" | "maintenance" | "availability" => format!("`{keyword}`"),
        "policy" => "the header of a policy".to_owned(),
        _ => article(keyword),
    };
    let message = format!("`{}` is not a word of {home}", shown(word));
    Diagnostic::new(&registry::UNKNOWN_WORD, head.span(0, word.len()), message)
}

/// `4 hours after received notify …` in an escalation: the clock of a step is that of a promise.
fn after_event(head: Head<'_>) -> Option<Diagnostic> {
    let length = prefix(R::duration, head.text)?.as_str().trim_end().len();
    let at = head.skip(length);
    let side = head.word(at);
    let event = head.skip(at + side.len());
    if !matches!(side, "after" | "before") || matches!(head.word(event), "breach" | "") {
        return None;
    }
    let place = head.span(event, event + head.word(event).len());
    let message = "a step is counted from the breach of a promise, or by a share of its time";
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("not a promise");
    Some(finding.help(WHEN_TAKEN))
}

/// `hourly after breach of …` in an escalation.
fn often_after_breach(head: Head<'_>) -> Option<Diagnostic> {
    let word = head.word(0);
    let one = match word {
        "hourly" => "hour",
        "daily" => "day",
        "weekly" => "week",
        _ => return None,
    };
    head.text[word.len()..].trim_start().strip_prefix("after breach of ")?;
    let (place, meant) = (head.span(0, word.len()), format!("every {one}"));
    let finding = stranger(head, "escalation").label(format!("`{meant}`"));
    Some(finding.fix(format!("change `{word}` to `{meant}`"), true, place, meant))
}

/// `environment production` in a scope: a fact and its value, without a condition.
fn fact_alone(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let (fact, value) = head.text.trim().split_once(' ')?;
    // A word of its own is wrong further on, and a word of logic is no fact.
    if schema::knows(schema, None, fact) || is_reserved(fact) {
        return None;
    }
    let names = [fact, value]
        .iter()
        .all(|word| whole(R::name, word.trim()).is_some_and(|name| name.as_str() == word.trim()));
    names.then(|| {
        stranger(head, "scope")
            .label("is this a fact?")
            .help(format!("declare it as a `fact`, and ask for it: `covers when {fact} is {}`", value.trim()))
    })
}

/// `internal`, `usually` or `except` with nothing behind it; the last of them counts.
pub(in crate::syntax) fn lone_mark(head: Head<'_>) -> Diagnostic {
    let text = head.text.trim_end();
    let start =
        ["internal", "usually", "except"].iter().filter_map(|mark| text.rfind(mark)).max().unwrap_or(0);
    let word = head.word(start);
    let meant = if word == "internal" { "note \"…\"" } else { "within 4 hours" };
    let place = head.span(start, start + word.len());
    Diagnostic::new(&registry::SYNTAX, place, format!("nothing stands behind `{word}`"))
        .label(format!("{word} what?"))
        .help(format!("put it before what it speaks of, as `{word} {meant}`"))
}
