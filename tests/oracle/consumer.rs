//! A rule set as somebody reads it who has `docs/rules.md` and nothing else.
//!
//! In: the JSON of a policy, and what the judge says. Out: every case for which looking it up gives something else.

use super::judge::Judge;
use super::layers::Verdict;
use super::model::{Case, Kind, Policy, Value as Said, What};
use super::places::told;
use super::values::CALENDARS;
use avouch::analysis::Analysis;
use avouch::emit::rules::{json, rules};
use avouch::hir::{Audience, Published};
use serde_json::{Value, json};

/// Compares the rule set of a policy with what it means.
pub fn differences(judge: &Judge<'_>, verdicts: &[Verdict], analysis: &Analysis) -> Vec<String> {
    let published = Published { audience: Audience::Internal };
    let document = rules(analysis.program.as_ref().unwrap(), &published, &analysis.sources).unwrap();
    let document: Value = serde_json::from_str(&json(&document).unwrap()).unwrap();
    let mut reader = Reader { judge, document: &document, faults: Vec::new() };
    reader.existence();
    reader.coverage();
    for (thing, verdict) in verdicts.iter().enumerate() {
        reader.thing(thing, verdict);
    }
    reader.channels();
    reader.grants(verdicts);
    reader.faults
}

struct Reader<'a> {
    judge: &'a Judge<'a>,
    document: &'a Value,
    faults: Vec<String>,
}

/// A list that is left out when it is empty.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn by_id<'v>(values: &'v Value, id: &str) -> &'v Value {
    list(values).iter().find(|value| value["id"] == id).unwrap_or(&Value::Null)
}

impl<'a> Reader<'a> {
    fn policy(&self) -> &'a Policy {
        self.judge.policy
    }

    fn fault(&mut self, what: &str, case: &Case) {
        let told = told(self.policy(), case);
        self.faults.push(format!("rule set: {what}: {told}"));
    }

    fn matching<'v>(&self, entries: &'v Value, case: &Case) -> Vec<&'v Value> {
        list(entries).iter().filter(|entry| matches(self.policy(), &entry["when"], case)).collect()
    }

    /// Whether cases that may be left out when they are all hold a case.
    fn holds(&self, cases: &Value, case: &Case) -> bool {
        cases.is_null() || !self.matching(cases, case).is_empty()
    }

    /// Values exist, and facts follow, in exactly the cases that can occur.
    fn existence(&mut self) {
        for case in &self.judge.combinations {
            let possible = self.judge.cases.contains(case);
            let mut there = true;
            for (fact, value) in self.policy().facts.iter().zip(case) {
                let written = by_id(&self.document["facts"], fact.name);
                let value = &fact.values[*value];
                let clause = value.text.map_or(&Value::Null, |text| by_id(&written["values"], text));
                there &= self.holds(&clause["cases"], case);
                let follows = self.matching(&written["derived"], case);
                if fact.derived.is_some() && possible && follows.len() != 1 {
                    self.fault("not one value follows", case);
                }
                there &= fact.derived.is_none()
                    || follows.iter().any(|follows| Some(follows["value"].as_str().unwrap()) == value.text);
            }
            if possible && !there {
                self.fault("this can occur", case);
            }
        }
    }

    fn coverage(&mut self) {
        let scope = &self.document["scope"];
        if scope.is_null() != self.policy().scope.is_none() {
            self.faults.push("rule set: whether there is a scope".to_owned());
        }
        self.apart("the scope", &scope["entries"], &Value::Null);
        for case in self.judge.cases.iter().filter(|_| !scope.is_null()) {
            let entries = self.matching(&scope["entries"], case);
            let [entry] = entries.as_slice() else {
                self.fault(&format!("{} entries of the scope", entries.len()), case);
                continue;
            };
            let names = |line: &str| list(&entry[line]).to_vec();
            let excluded = self.policy().scope.iter().flat_map(|scope| &scope.excludes).enumerate();
            let excluded = excluded.filter(|(_, (when, only))| {
                self.policy().meets(when.as_ref(), case)
                    && only.as_ref().is_none_or(|only| self.policy().holds(only, case))
            });
            let excluded: Vec<Value> = excluded.map(|(at, _)| json!(format!("not-{at}"))).collect();
            if entry["covered"] != json!(self.policy().covers(case)) || names("excludedBy") != excluded {
                self.fault(&format!("coverage is not {entry}"), case);
            }
        }
    }

    /// No case has two entries, whether or not it can occur.
    fn apart(&mut self, part: &str, entries: &Value, gaps: &Value) {
        for case in &self.judge.combinations {
            if self.matching(entries, case).len() + self.matching(gaps, case).len() > 1 {
                self.fault(&format!("{part} has several entries"), case);
            }
        }
    }

    fn thing(&mut self, thing: usize, verdict: &Verdict) {
        let said = &self.policy().things[thing];
        let part = match said.what {
            What::Commitment => "commitments",
            What::Price => "prices",
            What::Entitlement => "entitlements",
        };
        let written = by_id(&self.document[part], said.name);
        self.apart(said.name, &written["entries"], &written["gaps"]);
        let rules = self.judge.rules(thing);
        for (at, case) in self.judge.cases.iter().enumerate() {
            let entries = self.matching(&written["entries"], case);
            let gaps = self.matching(&written["gaps"], case);
            if self.holds(&written["domain"], case) != verdict.domain[at] {
                self.fault(&format!("{}: domain is {}", said.name, verdict.domain[at]), case);
            }
            let standing = verdict.standing[at].first();
            let gap = verdict.domain[at] && standing.is_none();
            if gap == gaps.is_empty() {
                self.fault(&format!("{}: gap is {gap}", said.name), case);
            }
            let value = standing.map(|rule| rules[*rule].value.data(said.what));
            let found = entries.first().map(|entry| {
                let mut found = (*entry).clone();
                let fields = ["promise", "strength", "amount", "granted", "limit", "unusedLapse", "unfilled"];
                found.as_object_mut().unwrap().retain(|name, _| fields.contains(&name.as_str()));
                found
            });
            if found != value {
                self.fault(&format!("{} is {value:?}, not {found:?}", said.name), case);
            }
        }
    }

    fn channels(&mut self) {
        let Some(fact) = self.policy().find(Kind::Channel) else { return };
        for (channel, value) in self.policy().facts[fact].values.iter().enumerate() {
            let written = by_id(&self.document["channels"], value.text.unwrap());
            self.apart("a channel", &written["entries"], &Value::Null);
            let openings = self.judge.openings(channel);
            for (at, case) in self.judge.cases.iter().enumerate() {
                let there = value.only.iter().all(|cond| self.policy().holds(cond, case));
                if self.holds(&written["cases"], case) != there {
                    self.fault(&format!("{:?} exists: {there}", value.text), case);
                }
                let entries = self.matching(&written["entries"], case);
                if entries.len() != usize::from(there) {
                    self.fault(&format!("{:?} has {} entries", value.text, entries.len()), case);
                }
                let Some(entry) = entries.first() else { continue };
                let mut open: Vec<Option<usize>> = list(&entry["calendars"])
                    .iter()
                    .map(|name| CALENDARS.iter().position(|known| name == known))
                    .collect();
                open.sort_unstable();
                let (calendars, refused) = &openings[at];
                let no = entry["no"] == json!(true);
                if open != calendars.iter().map(|at| Some(*at)).collect::<Vec<_>>()
                    || no != (*refused && calendars.is_empty())
                {
                    self.fault(&format!("{:?} is not {entry}", value.text), case);
                }
            }
        }
    }

    /// A plan names the entitlements of which it grants something in some case.
    fn grants(&mut self, verdicts: &[Verdict]) {
        let Some(fact) = self.policy().find(Kind::Plan) else { return };
        for (plan, value) in self.policy().facts[fact].values.iter().enumerate() {
            let written = by_id(&self.document["plans"], value.text.unwrap());
            for (thing, verdict) in verdicts.iter().enumerate() {
                let said = &self.policy().things[thing];
                if said.what != What::Entitlement {
                    continue;
                }
                let rules = self.judge.rules(thing);
                let granted = self.judge.cases.iter().zip(&verdict.standing).any(|(case, standing)| {
                    let grants = |rule: &usize| rules[*rule].value.data(said.what)["granted"] == json!(true);
                    case[fact] == plan && standing.first().is_some_and(grants)
                });
                if granted != list(&written["grants"]).contains(&json!(said.name)) {
                    self.faults.push(format!("rule set: {:?} grants {}: {granted}", value.text, said.name));
                }
            }
        }
    }
}

/// Whether every fact that an entry names has one of the values, or lies in one of the stretches, listed for it.
fn matches(policy: &Policy, when: &Value, case: &Case) -> bool {
    when.as_object().unwrap().iter().all(|(name, allowed)| {
        let fact = policy.facts.iter().position(|fact| fact.name == name).unwrap();
        let value = &policy.facts[fact].values[case[fact]];
        list(allowed).iter().any(|allowed| match allowed {
            Value::String(id) => Some(id.as_str()) == value.text,
            stretch => within(stretch, value, policy.facts[fact].kind),
        })
    })
}

fn within(stretch: &Value, value: &Said, kind: Kind) -> bool {
    let bound = |name: &str| {
        stretch[name].as_str().map(|text| if kind == Kind::Date { day(text) } else { billionths(text) })
    };
    bound("min").is_none_or(|min| min <= value.point)
        && bound("above").is_none_or(|above| above < value.point)
        && bound("max").is_none_or(|max| value.point <= max)
        && bound("below").is_none_or(|below| value.point < below)
}

/// The number of a day, counted from 1970.
fn day(text: &str) -> i64 {
    let day: jiff::civil::Date = text.parse().unwrap();
    let epoch = jiff::civil::date(1970, 1, 1);
    i64::from((day - epoch).get_days())
}

fn billionths(text: &str) -> i64 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let digits = format!("{}{fraction:0<9}", whole.trim_start_matches('-'));
    sign * digits.parse::<i64>().unwrap()
}
