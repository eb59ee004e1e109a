//! Money, rates, and prices that are worked out from others.

use super::{Decimal, Duration, Measure, Name};
use crate::source::Span;
use smol_str::SmolStr;

/// An amount of money: `EUR 4_500.50`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// The ISO 4217 code.
    pub currency: SmolStr,
    /// How much, in whole units of the currency.
    pub amount: Decimal,
}

/// Money or a share, in all or for each of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How much.
    pub money: Money,
    /// `per hour`, `per 500 nodes`; in all when nothing is said.
    pub per: Option<Measure>,
}

/// A price as it can be written.
#[derive(Clone, Debug)]
pub enum Amount {
    /// Plain money, or a rate.
    Rate(Rate, Span),
    /// `20% of licence-fee`.
    Share {
        /// Per cent.
        share: Decimal,
        /// The price it is a share of.
        of: Name,
        /// `per year`.
        per: Option<Measure>,
        /// Where it was written.
        span: Span,
    },
    /// `1.5 times`: of the rate that is wider.
    Times(Decimal, Span),
    /// `higher of a and b`.
    Pick {
        /// What to make of them.
        pick: Pick,
        /// At least two.
        of: Vec<Amount>,
        /// Where it was written.
        span: Span,
    },
    /// Another price by its name, or the price in the row of this name.
    Named(Name),
    /// The price in the row of this term: `1 year`.
    Term(Duration),
    /// Nothing to pay: `none`.
    None(Span),
    /// Not to be had: `no`.
    No(Span),
    /// Nothing by itself: it is part of something else that is had.
    Included(Name, Span),
    /// What a document says.
    AsAgreed(Name, Span),
    /// What somebody decides.
    AsDecided(Name, Span),
    /// Not known yet.
    Unfilled(Span),
}

/// How several amounts become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Pick {
    Higher,
    Lower,
    Average,
    Sum,
    Difference,
}

impl Amount {
    /// The money that it is by itself; none where it is worked out of others, or is no money.
    pub fn rate(&self) -> Option<&Rate> {
        match self {
            Self::Rate(rate, _) => Some(rate),
            Self::Share { .. }
            | Self::Times(..)
            | Self::Pick { .. }
            | Self::Named(_)
            | Self::Term(_)
            | Self::None(_)
            | Self::No(_)
            | Self::Included(..)
            | Self::AsAgreed(..)
            | Self::AsDecided(..)
            | Self::Unfilled(_) => None,
        }
    }

    /// Where it was written.
    pub fn span(&self) -> Span {
        match self {
            Self::Rate(_, span)
            | Self::Share { span, .. }
            | Self::Times(_, span)
            | Self::Pick { span, .. }
            | Self::None(span)
            | Self::No(span)
            | Self::Included(_, span)
            | Self::AsAgreed(_, span)
            | Self::AsDecided(_, span)
            | Self::Unfilled(span) => *span,
            Self::Named(name) => name.span,
            Self::Term(term) => term.span,
        }
    }

    /// Whether two amounts say the same, wherever they were written.
    pub fn same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rate(a, _), Self::Rate(b, _)) => a == b,
            (Self::Share { share: a, of: x, per: p, .. }, Self::Share { share: b, of: y, per: q, .. }) => {
                a == b && x == y && p == q
            }
            (Self::Times(a, _), Self::Times(b, _)) => a == b,
            (Self::Pick { pick: a, of: x, .. }, Self::Pick { pick: b, of: y, .. }) => {
                a == b && x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.same_as(y))
            }
            (Self::Named(a), Self::Named(b))
            | (Self::Included(a, _), Self::Included(b, _))
            | (Self::AsAgreed(a, _), Self::AsAgreed(b, _))
            | (Self::AsDecided(a, _), Self::AsDecided(b, _)) => a == b,
            (Self::Term(a), Self::Term(b)) => a == b,
            (Self::None(_), Self::None(_))
            | (Self::No(_), Self::No(_))
            | (Self::Unfilled(_), Self::Unfilled(_)) => true,
            _ => false,
        }
    }
}
