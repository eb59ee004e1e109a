//! Worked examples: a case, and the answer that the author states for it.
//!
//! In: an example. Out: the case in words, what happens when, and the answers. They are printed as they were stated; that they
//! follow from the rules is checked elsewhere.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, sentence, spaced};
use super::{role, values};
use crate::document::model::{Anchor, Block, Description, Example, Inline, Term, Tone};
use crate::hir::{self, Case, Expectation, Grant, Happening, Outcome};
use crate::value::{Condition, Figure, Name, Operator, Test};

/// An example as a block.
pub fn block(cx: &Context<'_>, case: &Case) -> Block {
    let mut terms = Vec::new();
    let given = given(cx, case);
    if !given.is_empty() {
        terms.push(Term::new(None, cx.words.word("example-case"), vec![given]));
    }
    let answers: Vec<Line> = case
        .expectations
        .iter()
        .filter(|expectation| cx.shows(&expectation.clause))
        .map(|expectation| {
            let answer = clause::statement(cx, &expectation.clause, answer(cx, expectation));
            vec![clause::strong(answer)]
        })
        .collect();
    terms.extend(term(cx, "example-answer", answers));
    terms.extend(term(cx, "example-why", reasons(cx, case)));
    let mut blocks: Vec<Block> = clause::opening(cx, &case.clause, Vec::new()).into_iter().collect();
    if !terms.is_empty() {
        blocks.push(Block::Terms(terms));
    }
    blocks.extend(clause::closing(cx, &case.clause));
    Block::Example(Example {
        anchor: Anchor::new(&case.clause.anchor),
        title: capitalised(cx.title(&case.clause)),
        blocks,
    })
}

/// Something of an example with what is said of it; nothing when there is nothing to say.
fn term(cx: &Context<'_>, name: &str, lines: Vec<Line>) -> Option<Term> {
    let descriptions: Vec<Description> =
        lines.into_iter().map(|content| Description { tone: Tone::Plain, content }).collect();
    (!descriptions.is_empty()).then(|| Term { anchor: None, name: cx.say(name, &[]), descriptions })
}

/// The promises that the answers follow from, where the author names them.
fn reasons(cx: &Context<'_>, case: &Case) -> Vec<Line> {
    let shown = case.expectations.iter().filter(|expectation| cx.shows(&expectation.clause));
    let rules = shown.filter_map(|expectation| rule(cx, expectation.under.as_ref()?));
    rules.map(sentence).collect()
}

/// The case: its facts as labels, the questions that are answered, then what happens.
fn given(cx: &Context<'_>, case: &Case) -> Line {
    let asks = |condition: &&Condition| cx.wording().asks(condition);
    let (questions, facts): (Vec<&Condition>, Vec<&Condition>) = case.given.conditions.iter().partition(asks);
    let questions = questions.into_iter().map(|condition| {
        let answered: Line = cx.wording().statement_of_written(condition).into();
        sentence(capitalised(answered))
    });
    let questions: Vec<Line> = questions.collect();
    let facts: Vec<Line> = facts.into_iter().map(|condition| label(cx, condition)).collect();
    let facts: Line = cx.words.commas(facts).into();
    let happenings = case.happenings.iter().map(|happening| match happening {
        Happening::Event(event, at) => {
            let at = ("at", cx.words.marked_instant(at.value).into());
            if event == "received" {
                return sentence(cx.say("example-received", &[at]));
            }
            let when: Line = cx.wording().at_event(event).into();
            // The policy may have its own meaning of a word.
            let known = if cx.program.events.contains_key(event) { "other" } else { event.as_str() };
            let args = [("event", known.to_owned().into()), ("when", capitalised(when).into()), at];
            sentence(cx.say("example-event", &args))
        }
        Happening::Becomes(fact, value, at) => {
            let is = Condition::Test(Test {
                fact: fact.clone(),
                operator: Operator::Is,
                operands: vec![value.clone()],
                span: fact.span,
            });
            let args = [
                ("fact", capitalised(super::table::fact_title(cx, fact.as_str())).into()),
                ("value", cx.wording().label_of_written(&is).into()),
                ("at", cx.words.marked_instant(at.value).into()),
            ];
            sentence(cx.say("example-becomes", &args))
        }
    });
    let happenings: Vec<Line> = happenings.collect();
    let facts = if facts.is_empty() { facts } else { sentence(facts) };
    spaced(std::iter::once(facts).chain(questions).chain(happenings))
}

/// A fact of the case; a title that would open a sentence of its own has a small letter among the others.
fn label(cx: &Context<'_>, condition: &Condition) -> Line {
    let label: Line = cx.wording().label_of_written(condition).into();
    let is_answer = match condition {
        Condition::Not(..) => true,
        Condition::Test(test) => test.operator == Operator::Holds,
        Condition::All(..) | Condition::Any(..) => false,
    };
    if is_answer && cx.opens_with_common(&crate::document::model::plain_text(&label)) {
        cx.small(label)
    } else {
        label
    }
}

/// One answer, with a link to the rule that gives it.
fn answer(cx: &Context<'_>, expectation: &Expectation) -> Line {
    match &expectation.outcome {
        Outcome::Holds(conds, instead) => {
            let holds = conds.iter().filter_map(|cond| cx.wording().statement(cond));
            let holds = capitalised(cx.words.commas(holds).into());
            match instead {
                Some(to) => {
                    let args = [("holds", holds.into()), ("offer", cx.to(to).into())];
                    cx.say("example-instead", &args)
                }
                None => holds,
            }
        }
        Outcome::By(commitment, at) => {
            let at = vec![cx.words.marked_instant(at.value)];
            cx.say("example-by", &[("what", cx.named("commitment", commitment).into()), ("at", at.into())])
        }
        Outcome::Notifies(_, people, at) => {
            let people = cx.and(people.iter().map(|name| role::the(cx, name)).collect());
            let at = vec![cx.words.marked_instant(at.value)];
            cx.say("example-notifies", &[("people", people.into()), ("at", at.into())])
        }
        Outcome::Open(channel, open) => {
            let state = if *open { "open" } else { "closed" };
            let channel = of_any(cx, &["channel", "calendar"], channel);
            cx.say("example-open", &[("state", state.into()), ("channel", channel.into())])
        }
        Outcome::Promise(commitment, promise) => {
            let figure = Figure { promise: promise.clone(), strength: None, span: commitment.span };
            named(cx, cx.named("commitment", commitment), values::figure(cx, &figure))
        }
        Outcome::Grant(entitlement, grant @ (Grant::Yes | Grant::No)) => {
            let granted = if *grant == Grant::Yes { "yes" } else { "no" };
            let what = cx.named("entitlement", entitlement);
            cx.say("example-granted", &[("what", what.into()), ("granted", granted.into())])
        }
        Outcome::Grant(entitlement, grant @ (Grant::Limit { .. } | Grant::Unfilled)) => {
            named(cx, cx.named("entitlement", entitlement), values::grant(cx, grant))
        }
        Outcome::Limit(entitlement, limit) => {
            named(cx, cx.named("entitlement", entitlement), values::quantity(cx, limit))
        }
        Outcome::Cost(offer, amount, work) => {
            let args = [
                ("amount", values::amount(cx, amount).into()),
                ("duration", values::duration(cx, work).into()),
            ];
            named(cx, cx.named("offer", offer), cx.say("example-cost", &args))
        }
        Outcome::Amount(price, amount) => named(cx, cx.named("price", price), values::amount(cx, amount)),
    }
}

fn named(cx: &Context<'_>, what: Line, value: Line) -> Line {
    cx.say("example-value", &[("what", what.into()), ("value", value.into())])
}

fn of_any(cx: &Context<'_>, keywords: &[&'static str], name: &Name) -> Line {
    let found = keywords.iter().find_map(|keyword| cx.find(keyword, name.as_str()));
    found.map_or_else(|| vec![Inline::text(name.as_str())], |clause| cx.link(clause))
}

/// What the lines that decide can belong to, beside commitments.
const OWNERS: &[&str] = &["escalation", "channel", "entitlement", "price", "offer"];

/// What the rule that decides is about, and its promise as a link to it: `first response: 4 business hours`.
fn rule(cx: &Context<'_>, path: &str) -> Option<Line> {
    let clause = cx.find("rule", path).filter(|clause| cx.shows(clause))?;
    let owner = path.split('/').next()?;
    let Some(commitment) = cx.program.commitments.get(owner) else {
        // What stands nowhere as a figure is named, with a link to the line that decides.
        let owner = OWNERS.iter().find_map(|keyword| cx.find(keyword, owner))?;
        return Some(cx.link_words(clause, cx.title_within(owner)));
    };
    let rules: &hir::RuleSet<Figure> = &commitment.rules;
    let rule = rules.rules.iter().find(|rule| rule.path == path)?;
    let figure = cx.link_words(clause, values::figure(cx, &rule.value));
    Some(named(cx, cx.title_within(&commitment.clause), figure))
}
