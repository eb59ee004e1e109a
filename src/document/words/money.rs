//! Money, rates, and prices that are worked out from others.
//!
//! In: amounts as they were written. Out: `EUR 1,000 per year`, `20% of Licence fee`, `the higher of a and b`. Prices are
//! linked to where the document gives them.

use super::{Arg, Phrase, Wording, Words};
use crate::value::{Amount, Decimal, Measure, Money, Name, Pick, Rate};

impl Words {
    /// `EUR 1,000`, `EUR 4,500.50`.
    pub fn money(self, money: &Money) -> String {
        let amount = whole_or_cents(money.amount);
        let args =
            [("currency", Arg::from(money.currency.to_string())), ("amount", self.plain(amount).into())];
        self.say("money", &args)
    }
}

/// An amount without a fraction, or with at least two digits in it, as amounts of money are written.
fn whole_or_cents(amount: Decimal) -> Decimal {
    let amount = amount.shortest();
    if amount.scale == 1 { Decimal { units: amount.units.saturating_mul(10), scale: 2 } } else { amount }
}

impl Wording<'_> {
    /// An amount, for a cell or within a sentence.
    pub fn amount(&self, amount: &Amount) -> Phrase {
        let words = self.words;
        match amount {
            Amount::Rate(rate, _) => self.rate(rate),
            Amount::Share { share, of, per, .. } => {
                let args = [
                    ("share", Arg::from(words.share(*share))),
                    ("price", self.price_with_article(of).into()),
                ];
                self.per(words.phrase("amount-share", &args), per.as_ref())
            }
            Amount::Times(times, _) => {
                words.phrase("amount-times", &[("times", words.number(*times).into())])
            }
            Amount::Pick { pick, of, .. } => {
                let amounts = words.and(of.iter().map(|amount| match amount {
                    Amount::Named(name) => self.price_with_article(name),
                    other => self.amount(other),
                }));
                let args = [("amounts", Arg::from(amounts)), ("count", of.len().into())];
                match pick {
                    Pick::Higher => words.phrase("amount-higher", &args),
                    Pick::Lower => words.phrase("amount-lower", &args),
                    Pick::Average => words.phrase("amount-average", &args),
                    Pick::Sum => words.phrase("amount-sum", &args),
                    Pick::Difference => words.phrase("amount-difference", &args),
                }
            }
            Amount::Named(name) => self.price(name),
            Amount::Term(term) => words.phrase("amount-term", &[("term", self.duration(term).into())]),
            Amount::None(_) => words.phrase("amount-none", &[]),
            Amount::No(_) => words.phrase("amount-no", &[]),
            Amount::Included(name, _) => {
                words.phrase("amount-included", &[("thing", self.including(name).into())])
            }
            Amount::AsAgreed(document, _) => self.as_agreed(document),
            Amount::AsDecided(by, _) => self.as_decided(by),
            Amount::Unfilled(_) => words.phrase("not-known-yet", &[]),
        }
    }

    /// What something is included in, which is one of a few kinds.
    fn including(&self, name: &Name) -> Phrase {
        let program = self.program;
        let kinds = [
            ("document", program.documents.contains_key(name)),
            ("plan", program.plans.contains_key(name)),
            ("price", program.prices.contains_key(name)),
            ("offer", program.offers.contains_key(name)),
            ("product", program.products.contains_key(name)),
        ];
        let keyword = kinds.iter().find(|(_, is)| *is).map_or("entitlement", |(keyword, _)| keyword);
        self.title(keyword, name)
    }

    /// `EUR 150 per hour`.
    pub fn rate(&self, rate: &Rate) -> Phrase {
        if rate.money.amount.units == 0 {
            return self.words.phrase("amount-none", &[]);
        }
        self.per(self.words.money(&rate.money).into(), rate.per.as_ref())
    }

    fn per(&self, amount: Phrase, measure: Option<&Measure>) -> Phrase {
        match measure {
            None => amount,
            Some(measure) => {
                let args = [("amount", Arg::from(amount)), ("per", self.measure(measure).into())];
                self.words.phrase("limit-per", &args)
            }
        }
    }

    /// A price by its name; what is no price is the row of a table, such as a plan or a term.
    fn price(&self, name: &Name) -> Phrase {
        let keyword = if self.program.plans.contains_key(name) { "plan" } else { "price" };
        self.title(keyword, name)
    }

    fn price_with_article(&self, name: &Name) -> Phrase {
        if self.program.plans.contains_key(name) {
            return self.price(name);
        }
        self.title_with_article("price", name)
    }
}
