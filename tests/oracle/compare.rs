//! The compiled program and the findings of a policy, held against what the judge says.
//!
//! In: a policy. Out: every difference in words. The compiler sees only the text.

use super::consumer;
use super::judge::{Judge, Origin, Rule, Verdict};
use super::model::{Case, Fact, Kind, Policy, What};
use super::values::CALENDARS;
use super::write::{text, words};
use avouch::analysis::{Analysis, Memory, analyse};
use avouch::cases;
use avouch::config::Settings;
use avouch::diagnostic::{Diagnostic, Level};
use avouch::hir::{FactKind, IdleWhy, Opening, Program, RuleSet};
use avouch::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Findings about rules, each by its places, with the cases that it may show: any of these sets.
type Expected = BTreeMap<(&'static str, Vec<Span>), Vec<Vec<bool>>>;

/// The codes that are compared one by one.
const RULES: [&str; 7] = [
    "conflicting-rules",
    "exception-outside-base",
    "adds-nothing",
    "exception-without-effect",
    "missing-commitment",
    "missing-case",
    "impossible-condition",
];

/// What was looked at, so that a test can see that it looks at something.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    pub mistaken: usize,
    pub conflicting: usize,
    pub published: usize,
    pub cases: usize,
}

/// Compiles a policy and says how it differs from what it means.
pub fn differences(policy: &Policy, seen: &mut Seen) -> Vec<String> {
    let mut files = Memory::default();
    files.insert("tried.policy", text(policy));
    let analysis = analyse("tried.policy", &files, &Settings::default());
    let judge = Judge::new(policy);
    let mut faults = Vec::new();
    let mistakes = judge.mistakes();
    if !mistakes.is_empty() {
        seen.mistaken += 1;
        mistaken(&judge, &mistakes, &analysis, &mut faults);
        return faults;
    }
    let foreign =
        |finding: &&Diagnostic| finding.level == Level::Error && !RULES[..2].contains(&finding.code.name);
    for finding in analysis.findings.iter().filter(foreign) {
        faults.push(format!("there is no {}: {}", finding.code.name, finding.message));
    }
    let Some(program) = analysis.program.as_ref().filter(|_| faults.is_empty()) else {
        return faults;
    };
    let compared = Compared { judge: &judge, program, places: Vec::new() };
    let Some(compared) = compared.placed(&mut faults) else { return faults };
    seen.cases += compared.places.len();
    compared.covered(&mut faults);
    compared.derived(&mut faults);
    let mut expected = Expected::new();
    let verdicts: Vec<Verdict> = (0..policy.things.len())
        .map(|thing| {
            let rules = judge.rules(thing);
            let verdict = judge.verdict(thing, &rules);
            compared.thing(thing, &rules, &verdict, &mut expected, &mut faults);
            verdict
        })
        .collect();
    compared.openings(&mut faults);
    let broken = expected.keys().any(|(code, _)| RULES[..2].contains(code));
    if broken {
        seen.conflicting += 1;
        // What is missing is looked for only once nothing is wrong.
        expected.retain(|(code, _), _| !code.starts_with("missing"));
    }
    compared.findings(&analysis, &expected, &mut faults);
    // Rules that one rule hides are one finding, so only whether there is any is compared.
    let unreachable = verdicts.iter().any(|verdict| !verdict.unreachable.is_empty());
    if unreachable != analysis.findings.iter().any(|finding| finding.code.name == "unreachable-rule") {
        faults.push(format!("some rule decides nothing: {unreachable}"));
    }
    if analysis.broken != broken {
        faults.push(format!("the policy is broken: {broken}"));
    }
    if faults.is_empty() && !broken {
        seen.published += 1;
        faults.extend(consumer::differences(&judge, &verdicts, &analysis));
    }
    faults
}

/// A policy with mistakes outside of its rules: each of them is found.
fn mistaken(
    judge: &Judge<'_>,
    mistakes: &BTreeSet<&'static str>,
    analysis: &Analysis,
    faults: &mut Vec<String>,
) {
    for mistake in mistakes {
        if !analysis.findings.iter().any(|finding| finding.code.name == *mistake) {
            faults.push(format!("{mistake} was not found"));
        }
    }
    if mistakes.len() == 1 && mistakes.contains("impossible-condition") && !judge.cases.is_empty() {
        let said =
            judge.impossible().into_iter().map(|cond| words(judge.policy, cond)).collect::<BTreeSet<_>>();
        let of = |finding: &&Diagnostic| finding.code.name == "impossible-condition";
        let found = analysis.findings.iter().filter(of);
        let found: BTreeSet<String> =
            found.map(|finding| analysis.sources.slice(finding.span).trim().to_owned()).collect();
        if said != found {
            faults.push(format!("no case can meet {said:?}, and found were {found:?}"));
        }
    }
}

struct Compared<'a> {
    judge: &'a Judge<'a>,
    program: &'a Program,
    /// The possible cases in the classes of the program.
    places: Vec<cases::Case>,
}

impl<'a> Compared<'a> {
    fn policy(&self) -> &'a Policy {
        self.judge.policy
    }

    /// Finds the place of every case in the program's space; what can occur is the same in both.
    fn placed(mut self, faults: &mut Vec<String>) -> Option<Self> {
        let names: BTreeSet<&str> = self.program.facts.keys().map(|name| name.as_str()).collect();
        let known: BTreeSet<&str> = self.policy().facts.iter().map(|fact| fact.name).collect();
        if names != known {
            faults.push(format!("the facts are {known:?}, not {names:?}"));
            return None;
        }
        for case in &self.judge.combinations {
            let Some(place) = self.place(case) else {
                faults.push(format!("the space has no place for {}", self.told(case)));
                return None;
            };
            let possible = self.judge.cases.contains(case);
            if self.program.space.possible().contains(&place) != possible {
                faults.push(format!("it is {possible} that this can occur: {}", self.told(case)));
                return None;
            }
            if possible {
                self.places.push(place);
            }
        }
        Some(self)
    }

    fn place(&self, case: &Case) -> Option<cases::Case> {
        let class = |(name, fact): (&avouch::value::Name, &avouch::hir::Fact)| {
            let at = self.policy().facts.iter().position(|fact| *name == *fact.name)?;
            let value = &self.policy().facts[at].values[case[at]];
            match &fact.kind {
                FactKind::Values(values) => {
                    values.iter().position(|known| Some(known.clause.name.as_str()) == value.text)
                }
                FactKind::YesNo => Some(case[at]),
                FactKind::Date(stretches) | FactKind::Number(stretches) | FactKind::Duration(stretches) => {
                    stretches.iter().position(|stretch| {
                        stretch.low.is_none_or(|low| low <= value.point)
                            && stretch.high.is_none_or(|high| value.point <= high)
                    })
                }
            }
        };
        let classes = self.program.facts.iter().map(class).collect::<Option<_>>()?;
        Some(cases::Case { classes })
    }

    fn told(&self, case: &Case) -> String {
        told(self.policy(), case)
    }

    fn covered(&self, faults: &mut Vec<String>) {
        let Some(scope) = &self.program.scope else { return };
        for (case, place) in self.judge.cases.iter().zip(&self.places) {
            let covered = self.policy().covers(case);
            if scope.covered.contains(place) != covered {
                faults.push(format!("it is {covered} that this is covered: {}", self.told(case)));
            }
        }
    }

    fn derived(&self, faults: &mut Vec<String>) {
        for (at, fact) in self.policy().facts.iter().enumerate() {
            let told = self.program.facts.get(fact.name).and_then(|fact| fact.derived.as_ref());
            if told.is_some() != fact.derived.is_some() {
                faults.push(format!("whether `{}` follows from others", fact.name));
            }
            let Some(told) = told else { continue };
            let dim = self.program.space.dim(fact.name).unwrap();
            for (case, place) in self.judge.cases.iter().zip(&self.places) {
                let says: Vec<usize> = told
                    .values
                    .iter()
                    .filter(|(_, set)| set.contains(place))
                    .map(|(class, _)| *class)
                    .collect();
                if says != [place.class(dim).unwrap()] {
                    faults.push(format!("`{}` is {} here: {}", fact.name, case[at], self.told(case)));
                }
            }
        }
    }

    fn thing(
        &self,
        thing: usize,
        rules: &[Rule],
        verdict: &Verdict,
        expected: &mut Expected,
        faults: &mut Vec<String>,
    ) {
        let said = &self.policy().things[thing];
        match said.what {
            What::Commitment => {
                let set = &self.program.commitments.get(said.name).unwrap().rules;
                self.rules(thing, rules, verdict, set, expected, faults);
            }
            What::Price => {
                let set = &self.program.prices.get(said.name).unwrap().rules;
                self.rules(thing, rules, verdict, set, expected, faults);
            }
            What::Entitlement => {
                let set = &self.program.entitlements.get(said.name).unwrap().rules;
                self.rules(thing, rules, verdict, set, expected, faults);
            }
        }
        let gaps: Vec<bool> = (0..self.places.len())
            .map(|case| {
                verdict.domain[case]
                    && verdict.standing[case].is_empty()
                    && self.policy().covers(&self.judge.cases[case])
            })
            .collect();
        if gaps.contains(&true) {
            let table = rules.iter().position(|rule| rule.origin == Origin::Table);
            let (code, span) = match said.what {
                What::Commitment => (
                    "missing-commitment",
                    self.program.commitments.get_key_value(said.name).map(|(name, _)| name.span),
                ),
                What::Price if rules.is_empty() => return,
                What::Price => {
                    ("missing-case", self.program.prices.get_key_value(said.name).map(|(name, _)| name.span))
                }
                What::Entitlement => {
                    let set = &self.program.entitlements.get(said.name).unwrap().rules;
                    ("missing-case", table.and_then(|at| set.rules.get(at)).map(|rule| rule.span))
                }
            };
            if let Some(span) = span {
                expected.entry((code, vec![span])).or_default().push(gaps);
            }
        }
    }

    fn rules<V: std::fmt::Debug>(
        &self,
        thing: usize,
        rules: &[Rule],
        verdict: &Verdict,
        set: &RuleSet<V>,
        expected: &mut Expected,
        faults: &mut Vec<String>,
    ) {
        let said = &self.policy().things[thing];
        if set.rules.len() != rules.len() {
            faults.push(format!("{} has {} rules, not {}", said.name, rules.len(), set.rules.len()));
            return;
        }
        for (at, place) in self.places.iter().enumerate() {
            let told = self.told(&self.judge.cases[at]);
            if set.domain.contains(place) != verdict.domain[at] {
                faults.push(format!("{} speaks of a case: {}, {told}", said.name, verdict.domain[at]));
            }
            let standing = &verdict.standing[at];
            let gap = verdict.domain[at] && standing.is_empty();
            if set.gaps.contains(place) != gap {
                faults.push(format!("{} has a gap: {gap}, {told}", said.name));
            }
            let differ =
                verdict.conflicts.iter().any(|(one, two)| standing.contains(one) && standing.contains(two));
            let regions: Vec<usize> = set
                .regions
                .iter()
                .filter(|region| region.cases.contains(place))
                .map(|region| region.rule)
                .collect();
            let decides: Vec<usize> =
                if differ { Vec::new() } else { standing.first().copied().into_iter().collect() };
            if regions != decides {
                faults.push(format!("{} is decided by {decides:?}, not {regions:?}: {told}", said.name));
            }
            if set.decide(place).map(|rule| &rule.path) != decides.first().map(|rule| &set.rules[*rule].path)
            {
                faults.push(format!("{} decides otherwise than its regions: {told}", said.name));
            }
        }
        let span = |rule: usize| set.rules[rule].span;
        let each = |holds: &dyn Fn(usize) -> bool| (0..self.places.len()).map(holds).collect::<Vec<bool>>();
        for (one, two) in &verdict.conflicts {
            let both =
                each(&|case| verdict.standing[case].contains(one) && verdict.standing[case].contains(two));
            let mut spans = vec![span(*one), span(*two)];
            spans.sort();
            expected.entry(("conflicting-rules", spans)).or_default().push(both);
        }
        for rule in &verdict.outside_base {
            let base = |case: usize| rules.iter().any(|other| !other.except && other.cases[case]);
            let beyond = each(&|case| rules[*rule].cases[case] && verdict.domain[case] && !base(case));
            expected.entry(("exception-outside-base", vec![span(*rule)])).or_default().push(beyond);
        }
        let hidden = |why: IdleWhy| matches!(why, IdleWhy::Hidden | IdleWhy::OutsideDomain);
        let unreachable: BTreeSet<usize> =
            set.idle.iter().filter(|idle| hidden(idle.why)).map(|idle| idle.rule).collect();
        if unreachable != verdict.unreachable {
            faults.push(format!(
                "{}: {:?} decide nothing, not {unreachable:?}",
                said.name, verdict.unreachable
            ));
        }
        for (code, found) in
            [("adds-nothing", &verdict.adds_nothing), ("exception-without-effect", &verdict.without_effect)]
        {
            for rule in found {
                expected.entry((code, vec![span(*rule)])).or_default();
            }
        }
    }

    fn openings(&self, faults: &mut Vec<String>) {
        let Some(fact) = self.policy().find(Kind::Channel) else { return };
        for (channel, value) in self.policy().facts[fact].values.iter().enumerate() {
            let hours = &self.program.channels.get(value.text.unwrap()).unwrap().hours;
            let openings = self.judge.openings(channel);
            for (at, place) in self.places.iter().enumerate() {
                let case = &self.judge.cases[at];
                let there = value.only.iter().all(|cond| self.policy().holds(cond, case));
                let parts: Vec<&Vec<usize>> = hours
                    .regions
                    .iter()
                    .filter(|(cases, _)| cases.contains(place))
                    .map(|(_, lines)| lines)
                    .collect();
                if parts.len() != usize::from(there) {
                    faults.push(format!("{} parts for {:?}: {}", parts.len(), value.text, self.told(case)));
                }
                let Some(lines) = parts.first() else { continue };
                let (mut open, mut refused) = (Vec::new(), false);
                for line in lines.iter() {
                    match &hours.lines[*line].value {
                        Opening::Calendars(names) => {
                            open.extend(
                                names
                                    .iter()
                                    .filter_map(|name| CALENDARS.iter().position(|known| *name == **known)),
                            );
                        }
                        Opening::No => refused = true,
                        Opening::AsDecided(_) => faults.push("nobody decides".to_owned()),
                    }
                }
                open.sort_unstable();
                open.dedup();
                if (&open, refused) != (&openings[at].0, openings[at].1) {
                    faults.push(format!(
                        "{:?} is open {:?}, not {open:?}: {}",
                        value.text,
                        openings[at],
                        self.told(case)
                    ));
                }
            }
        }
    }

    /// The findings about rules are those expected, and each shows a case that proves it.
    fn findings(&self, analysis: &Analysis, expected: &Expected, faults: &mut Vec<String>) {
        let mut met = BTreeSet::new();
        for finding in analysis.findings.iter().filter(|finding| RULES.contains(&finding.code.name)) {
            let mut spans = vec![finding.span];
            if finding.code.name == "conflicting-rules" {
                spans.extend(finding.related.iter().map(|related| related.span));
                spans.sort();
            }
            let key = (finding.code.name, spans);
            let place = analysis.sources.slice(finding.span);
            let Some(sets) = expected.get(&key) else {
                faults.push(format!("there is no {} at `{place}`: {:?}", finding.code.name, finding.case));
                continue;
            };
            if !sets.is_empty() && !sets.iter().any(|set| self.proves(&finding.case, set)) {
                faults.push(format!("{} at `{place}` is not shown by {:?}", finding.code.name, finding.case));
            }
            met.insert(key);
        }
        for (code, spans) in expected.keys().filter(|key| !met.contains(*key)) {
            let places: Vec<&str> = spans.iter().map(|span| analysis.sources.slice(*span)).collect();
            faults.push(format!("{code} was not found at {places:?}"));
        }
    }

    /// Whether some possible case is as the finding says, and all that are belong to the set.
    fn proves(&self, shown: &[(String, String)], set: &[bool]) -> bool {
        let space = &self.program.space;
        let sides: Option<Vec<_>> = shown
            .iter()
            .map(|(fact, value)| space.dim(fact).and_then(|dim| Some((dim, space.class(dim, value)?))))
            .collect();
        let Some(sides) = sides else { return false };
        let fits = |place: &cases::Case| sides.iter().all(|(dim, class)| place.class(*dim) == Some(*class));
        let fitting: Vec<usize> = (0..self.places.len()).filter(|at| fits(&self.places[*at])).collect();
        !fitting.is_empty() && fitting.iter().all(|at| set[*at])
    }
}

/// A case in words.
pub fn told(policy: &Policy, case: &Case) -> String {
    let side = |(fact, value): (&Fact, &usize)| {
        let value = &fact.values[*value];
        let said = value.text.map_or_else(|| format!("~{}", value.point), str::to_owned);
        format!("{} {said}", fact.name)
    };
    policy.facts.iter().zip(case).map(side).collect::<Vec<_>>().join(", ")
}
