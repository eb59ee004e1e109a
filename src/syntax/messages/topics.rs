//! What a heading at the top of a file is about, and the declaration that says it.
//!
//! In: the first words of a clause that begins no declaration. Out: which declaration people mean by them, with its form.

/// Words of headings, and the declaration that says what stands under them.
const TOPICS: &[(&[&str], &str)] = &[
    (
        &[
            "first response",
            "response",
            "responses",
            "response time",
            "response times",
            "reaction",
            "reaction time",
            "resolution",
            "resolution time",
            "sla",
            "slas",
            "service level",
            "service levels",
            "targets",
            "promise",
            "promises",
        ],
        "a promise of time is a `commitment`, as `commitment first-response \"First response\" { … }`",
    ),
    (
        &[
            "hours",
            "opening hours",
            "business hours",
            "support hours",
            "office hours",
            "working hours",
            "holidays",
        ],
        "hours are those of a `calendar`, as `calendar office \"Office hours\" { … }`",
    ),
    (
        &[
            "contact",
            "contacts",
            "email",
            "e-mail",
            "mail",
            "phone",
            "telephone",
            "portal",
            "chat",
            "hotline",
        ],
        "a way to reach you is a `channel`, as `channel email \"E-mail\" { … }`",
    ),
    (
        &[
            "coverage",
            "covered",
            "exclusions",
            "excluded",
            "exclusion",
            "not covered",
            "included",
            "includes",
        ],
        "what is covered and what is not stands in a `scope`, as `scope { … }`",
    ),
    (
        &["pricing", "prices", "cost", "costs", "fee", "fees", "rate", "rates", "charges"],
        "what something costs is a `price`, and what an hour costs stands in an `offer`",
    ),
    (
        &["level", "levels", "severity levels", "priorities", "urgency", "impact"],
        "how grave a request is are severities, each declared on its own, as `severity critical \"Critical\" { … }`",
    ),
    (
        &["plans", "tier", "tiers", "package", "packages", "subscription", "subscriptions", "service plan"],
        "what customers can have is a `plan`, each declared on its own, as `plan premium \"Premium\" { … }`",
    ),
    (&["faq", "faqs", "question and answer", "q&a", "q:"], "a question and its answer is a `question`"),
    (&["glossary", "term", "terms", "definitions"], "a word and what it means is a `definition`"),
    (
        &["introduction", "about", "overview", "summary", "text", "responsibilities", "duties", "liability"],
        "words stand in a `section`, as `section introduction \"Introduction\" { \"…\" }`",
    ),
];

/// What is meant by a heading: the longest one that the words begin with.
pub(super) fn meant(words: &str) -> Option<&'static str> {
    let words = words.to_lowercase();
    let begins = |topic: &&str| {
        words
            .strip_prefix(*topic)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    let found = TOPICS.iter().filter_map(|(topics, help)| {
        Some((topics.iter().filter(|topic| begins(topic)).map(|topic| topic.len()).max()?, *help))
    });
    found.max_by_key(|(length, _)| *length).map(|(_, help)| help)
}
