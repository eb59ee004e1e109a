//! What rules can say: as a line and as a cell of a policy, and as data in the rule set.

use super::model::What;
use serde_json::{Value, json};

/// A value by its number: of a pool below; for channels a set of calendars (0 is `no`); for derived facts a value of the fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Val(pub usize);

pub const CALENDARS: [&str; 2] = ["office", "extended"];

/// One thing that can be said: its line, its cell, and the number of the first one that says the same.
struct Said {
    line: &'static str,
    cell: &'static str,
    same: usize,
}

const fn said(line: &'static str, cell: &'static str, same: usize) -> Said {
    Said { line, cell, same }
}

const PROMISES: &[Said] = &[
    said("within 4 hours", "4 hours", 0),
    said("best effort", "best effort", 1),
    said("within 1 business day", "1 business day", 2),
    said("within 4 hours target", "4 hours target", 0),
    said("none", "none", 4),
    said("usually within 4 hours", "usually 4 hours", 5),
    said("by next business day", "next business day", 6),
    said("every 2 hours", "every 2 hours", 7),
    said("no", "no", 8),
];

const PRICES: &[Said] = &[
    said("EUR 100", "EUR 100", 0),
    said("EUR 1_500 per year", "EUR 1_500 per year", 1),
    said("none", "none", 2),
    said("EUR 100.00", "EUR 100.00", 0),
    said("EUR 1_500", "EUR 1_500", 4),
];

/// What plans say has the entitlement inside, and cannot be `no`.
const GRANTS: &[Said] = &[
    said("{}", "yes", 0),
    said("up to 3 {}", "up to 3", 1),
    said("unlimited {}", "unlimited", 2),
    said("3 {}", "3", 1),
    said("up to 10 {} per year", "up to 10 per year", 4),
    said("", "no", 5),
];

fn pool(what: What) -> &'static [Said] {
    match what {
        What::Commitment => PROMISES,
        What::Price => PRICES,
        What::Entitlement => GRANTS,
    }
}

impl Val {
    /// How many values there are, those first that a plan can grant.
    pub fn count(what: What, in_a_plan: bool) -> usize {
        pool(what).len() - usize::from(in_a_plan)
    }

    pub fn line(self, what: What) -> &'static str {
        pool(what)[self.0].line
    }

    pub fn cell(self, what: What) -> &'static str {
        pool(what)[self.0].cell
    }

    /// Whether both say the same.
    pub fn same(self, other: Self, what: What) -> bool {
        pool(what)[self.0].same == pool(what)[other.0].same
    }

    /// The fields of an entry of the rule set.
    pub fn data(self, what: What) -> Value {
        let business = |mut promise: Value| {
            promise["clock"] = json!("business");
            promise["calendar"] = json!("office");
            promise
        };
        let first = pool(what)[self.0].same;
        match what {
            What::Commitment => {
                let (promise, strength) = match first {
                    0 => (json!({ "within": "PT4H", "clock": "elapsed" }), Some("target")),
                    1 => (json!({ "effort": "best" }), None),
                    2 => (business(json!({ "within": "P1D" })), Some("target")),
                    4 => (json!({ "none": true }), None),
                    5 => (json!({ "within": "PT4H", "clock": "elapsed" }), Some("usual")),
                    6 => (json!({ "by": business(json!({ "day": "next" })) }), Some("target")),
                    7 => (json!({ "every": "PT2H", "clock": "elapsed" }), Some("target")),
                    _ => (json!({ "no": true }), None),
                };
                let mut data = json!({ "promise": promise });
                if let Some(strength) = strength {
                    data["strength"] = json!(strength);
                }
                data
            }
            What::Price => {
                let amount = |amount: &str| json!({ "money": { "currency": "EUR", "amount": amount } });
                let mut amount = match first {
                    0 => amount("100"),
                    2 => json!({ "none": true }),
                    _ => amount("1500"),
                };
                if first == 1 {
                    amount["per"] = json!({ "every": 1, "unit": "year" });
                }
                json!({ "amount": amount })
            }
            What::Entitlement => match first {
                0 => json!({ "granted": true }),
                1 => json!({ "granted": true, "limit": { "count": "3" } }),
                2 => json!({ "granted": true, "limit": { "unlimited": true } }),
                4 => {
                    json!({ "granted": true, "limit": { "count": "10", "per": { "every": 1, "unit": "year" } } })
                }
                _ => json!({ "granted": false }),
            },
        }
    }

    /// The calendars of a channel's cell.
    pub fn calendars(self) -> Vec<usize> {
        (0..CALENDARS.len()).filter(|at| self.0 >> at & 1 == 1).collect()
    }
}
