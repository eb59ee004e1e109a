//! From names to meaning: what the files of a policy say, with every name looked up and every rule in one form.
mod clause;
mod condition;
mod context;
mod facts;
mod rules;
mod say;
mod space;
mod table;
mod values;
