//! The table of all forms of a report: one line here and one file beside it for each. The command line follows from it.

use super::{Findings, Look, concise, github, gitlab, json, junit, pretty, sarif};

/// A form of a report.
#[derive(Debug)]
pub struct Form {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Whether people read it, who want the gravest findings first where there are many.
    pub for_people: bool,
    /// Whether it says itself what the run came to.
    pub sums_up: bool,
    /// Writes it.
    pub write: fn(&Findings<'_>, Look) -> Result<String, serde_json::Error>,
}

/// All forms, in the order in which they are named to people.
pub static FORMS: &[Form] = &[
    Form {
        name: "pretty",
        about: "For people: the place, the reason and what to do",
        for_people: true,
        sums_up: false,
        write: |all, look| Ok(pretty::all(&all.found, look)),
    },
    Form {
        name: "concise",
        about: "One line for each finding",
        for_people: true,
        sums_up: false,
        write: |all, _| Ok(all.found.iter().map(|found| concise::concise(*found)).collect()),
    },
    Form {
        name: "json",
        about: "For other programs",
        for_people: false,
        sums_up: true,
        write: |all, _| json::json(all),
    },
    Form {
        name: "sarif",
        about: "SARIF 2.1.0, for code scanning",
        for_people: false,
        sums_up: true,
        write: |all, _| sarif::sarif(all),
    },
    Form {
        name: "github",
        about: "Annotations in GitHub Actions",
        for_people: false,
        sums_up: false,
        write: |all, _| Ok(all.found.iter().map(|found| github::github(*found)).collect()),
    },
    Form {
        name: "gitlab",
        about: "Code quality in GitLab",
        for_people: false,
        sums_up: true,
        write: |all, _| gitlab::gitlab(all),
    },
    Form {
        name: "junit",
        about: "JUnit, for dashboards of tests",
        for_people: false,
        sums_up: true,
        write: |all, _| Ok(junit::junit(all)),
    },
];

/// The form with this name.
pub fn form(name: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.name == name)
}
