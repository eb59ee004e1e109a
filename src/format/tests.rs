//! The layout of small texts.
