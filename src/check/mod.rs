//! From names to meaning: what the files of a policy say, with every name looked up and every rule in one form.
//!
//! In: the trees of a policy and of the files that it uses. Out: the resolved program and every error of meaning. One
//! mistake makes one finding: what could not be understood is absent, and nothing later speaks of it.

mod absent;
mod anchors;
mod areas;
mod arrange;
mod calendars;
mod catalogues;
mod cells;
mod census;
mod channels;
mod circles;
mod clause;
mod commitments;
mod competing;
mod composed;
mod condition;
mod context;
mod declared;
mod derived;
mod describe;
mod ensures;
mod escalations;
mod examples;
mod expect;
mod facts;
mod fields;
mod grid;
mod header;
mod labels;
mod languages;
mod layout;
mod left_out;
mod lookup;
mod measure;
mod named;
mod offers;
mod operands;
mod order;
mod people;
mod plans;
mod prices;
mod processes;
mod products;
mod program;
mod queue;
mod quotations;
mod quoted;
mod ranges;
mod rules;
mod scope;
mod services;
mod space;
mod table;
mod tables;
mod unused;
mod values;

#[cfg(test)]
mod trial;

pub use program::{Checked, program};
