//! Policies to measure with: as many and as large as one likes, the same in every run and on every machine.
//!
//! In: a number, or a size. Out: the text of a policy that has nothing to find fault with, of about 3.5 KB or of that size:
//! plans, severities, calendars, channels, commitments with tables, prices, duties, prose, an example and a proof. The
//! figures differ from number to number, and so do the names of the policies.

use std::fmt::Write as _;

/// The policy of a number.
pub fn policy(number: u64) -> String {
    let mut dice = Dice(number);
    let mut text = format!(
        r#"# Policy {number}, made to measure with.

policy desk-{number} "Support Desk {number}" {{
  edition        2026
  version        "2026.{}"
  effective      2026-0{}-01
  publisher      "Desk {number}"
  written in     en
  timezone       {}
  business hours office
}}

calendar office "Office hours" {{
  open   Mon..Fri 0{}:00..17:{}0
  closed on holidays {}
  closed 2026-12-24 13:00..24:00 "The day before Christmas"
}}
calendar emergency "Emergency line" {{
  open always when severity is critical
  open office
}}

"#,
        dice.below(9),
        1 + dice.below(9),
        dice.of(&["Europe/Amsterdam", "Europe/Berlin", "America/New_York", "Asia/Tokyo"]),
        7 + dice.below(3),
        dice.below(6),
        dice.of(&["NL", "DE", "FR", "US"]),
    );
    text.push_str(SCOPE);
    plans(&mut text, &mut dice, "");
    targets(&mut text, &mut dice, "", "");
    text.push_str(PEOPLE);
    let _ = write!(
        text,
        r#"
example "A critical call at night" {{
  given    severity is critical, plan is premium, channel is phone, kind is fault
  received 2026-03-15 0{}:00
  expect   covered
  expect   phone open
}}
ensure "Every covered request is answered" {{
  every covered case has first-response
}}
"#,
        1 + dice.below(5)
    );
    text
}

/// One policy of about so many bytes: sections of commitments, prices, duties and prose without end.
pub fn large(bytes: usize) -> String {
    let mut text = policy(0);
    let mut number: u64 = 1;
    while text.len() < bytes {
        let mut dice = Dice(number);
        let _ = write!(
            text,
            r#"
section part-{number} "Part {number} of what we promise" {{
  """
  What stands here is for those who read on: the **{number}th part** says once more, in its own figures, what a customer may expect of us. It is
  prose as people write it, with a [page of its own](https://desk.example/{number}) and a list:

  - what we do, and how soon;
  - what we ask of you;
  - what it costs.
  """
"#
        );
        targets(&mut text, &mut dice, &format!("-{number}"), "  ");
        let _ = write!(
            text,
            r#"  offer work-{number} "Work outside this policy, part {number}" {{
    rate     EUR {} per hour, in steps of 15 minutes, at least 1 hour
    proposal first
    invoiced monthly
  }}
  customer must "keep copies of the data of part {number}" as copies-{number}
  we will "look back with you at part {number}" every month as review-{number} {{ "It takes an hour for part {number}." }}
}}
"#,
            60 + dice.below(100)
        );
        number += 1;
    }
    text
}

fn plans(text: &mut String, dice: &mut Dice, _: &str) {
    let (mut before, mut price, mut requests) = (None, 0, 0);
    for (name, title) in [("basic", "Basic"), ("standard", "Standard"), ("premium", "Premium")] {
        price += 50 + dice.below(200);
        requests += 10 + dice.below(30);
        let extends = before.map_or(String::new(), |before| format!("    extends {before}\n"));
        let _ = write!(
            text,
            "  plan {name} \"{title}\" {{\n{extends}    price  EUR {price} per month\n    grants up to {requests} requests per year\n    \"{title} is for {}.\"\n  }}\n",
            dice.of(&["teams that begin", "teams that grow", "teams that cannot wait", "everybody"]),
        );
        before = Some(name);
    }
    text.push_str("}\n\n");
}

/// Commitments of time with tables over severities and plans.
fn targets(text: &mut String, dice: &mut Dice, suffix: &str, indent: &str) {
    let answer = "A person who can help you answers; an automatic receipt does not count.";
    let solution = "What did not work works again, or you know a way around it that we both accept.";
    let whose = suffix.strip_prefix('-').map_or(String::new(), |part| format!(" So it is for part {part}."));
    for (name, title, until, unit, means) in [
        ("first-response", "First response", "responded", "business hours", answer),
        ("resolution", "Resolution", "resolved", "business days", solution),
    ] {
        // Each part ends with events of its own: one promise made twice would be found fault with.
        let (title, until) = if let Some(part) = suffix.strip_prefix('-') {
            let event = format!("{until}{suffix}");
            let _ = writeln!(text, "{indent}event {event} \"it is {until} in part {part}\"");
            (format!("{title}, part {part}"), event)
        } else {
            (title.to_owned(), until.to_owned())
        };
        let _ = write!(
            text,
            "{indent}commitment {name}{suffix} \"{title}\" {{\n{indent}  means \"{means}{whose}\"\n{indent}  from  received\n{indent}  until {until}\n{indent}  | severity | basic | standard | premium |\n{indent}  |----------|-------|----------|---------|\n"
        );
        let (mut basic, mut standard, mut premium) =
            (8 + dice.below(8), 4 + dice.below(4), 1 + dice.below(3));
        for severity in ["critical", "high", "medium", "low"] {
            let _ = writeln!(
                text,
                "{indent}  | {severity} | {basic} {unit} | {standard} {unit} | {premium} {unit} |"
            );
            (basic, standard, premium) = (basic + 8, standard + 4, premium + 2);
        }
        let _ = writeln!(text, "{indent}}}");
    }
}

const SCOPE: &str = r#"section scope "What is covered" {
  kind fault    "Fault"    { means "The software does not do what its manual says." }
  kind question "Question" { means "What a function does, what a message means, where the manual explains it." }
  kind custom   "Custom work" { means "A report, a connection or a change made for you alone." }
  scope {
    covers faults "Faults: the software does not do what its manual says" when kind is fault
    covers questions "Questions about what the software does" when kind is question
    excludes custom-work "Custom work" when kind is custom { instead advice }
  }
  offer advice "Advice" { "A consultant calls you within a week." }
}

fact severity "Severity" {
  proposed  by customer
  confirmed by us
}
severity critical "Critical" { means "Nobody can work, and there is no way around it." }
severity high     "High"     { means "A main function fails for several people." }
severity medium   "Medium"   { means "A function fails, and there is a way around it." }
severity low      "Low"      { means "A question, or something that looks wrong but works." }

section plans "Plans" {
  entitlement requests "Requests"
"#;

const PEOPLE: &str = r#"
section contact "How to reach us" {
  channel phone "Telephone" {
    address "+31 20 555 0100"
    open    emergency
  }
  channel email "E-mail" {
    address "help@desk.example"
    open    office
  }
  "Write to us by {email}, or call: by {phone} somebody answers **critical** requests at any time. The hours are those of {office}."
  customer must "tell us what you did, what you saw and what you expected" as information
  we will "tell you of a disruption that was not planned" as disruption
}
"#;

/// A small generator of numbers (`SplitMix64`), so that a policy is told by its number alone.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let index = self.below(words.len() as u64);
        words[usize::try_from(index).unwrap_or(0)]
    }
}
