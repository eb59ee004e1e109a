//! `avouch fmt`: the one layout.
