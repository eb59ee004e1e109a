//! What machines may read from a page: who publishes it, how to reach them and when, and which questions it answers.

use jiff::civil::{Date, Time, Weekday};

/// Facts about the document for machines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// The address at which this document can always be found.
    pub canonical: Option<String>,
    /// The version of what the document says.
    pub version: Option<String>,
    /// When it takes or took effect.
    pub effective: Option<Date>,
    /// Who publishes it.
    pub organization: Option<Organization>,
    /// Questions that it answers.
    pub questions: Vec<Question>,
}

/// Who publishes a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Organization {
    /// The name.
    pub name: String,
    /// The address of its own pages.
    pub url: Option<String>,
    /// How to reach it.
    pub contact_points: Vec<ContactPoint>,
}

/// One way to reach an organization.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContactPoint {
    /// What it is for, such as "customer support".
    pub kind: String,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The address of a form or a portal.
    pub url: Option<String>,
    /// The languages spoken there, as BCP 47 tags.
    pub languages: Vec<String>,
    /// The countries it serves, as ISO 3166 codes.
    pub areas: Vec<String>,
    /// When somebody is there. Empty when it is not known or never matters.
    pub hours: Vec<Hours>,
}

/// A stretch of time that comes back each week, or an exception.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    /// The weekdays; empty for an exception that is given by its dates alone.
    pub days: Vec<Weekday>,
    /// From when to when, in local time; `None` means closed. An end at or before the start lies on the next day;
    /// from 00:00 to 23:59 means all day.
    pub open: Option<(Time, Time)>,
    /// The first day on which this holds.
    pub valid_from: Option<Date>,
    /// The last day on which this holds.
    pub valid_through: Option<Date>,
}

/// A question and its answer, in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}
