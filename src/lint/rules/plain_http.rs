//! An address that begins with `http://`, so that anybody on the way can read along and change what readers get.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Role, Signs};

const PLAIN: &str = "http://";

/// Looks at every text that names such an address.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in &context.prose().passages {
        let content = passage.piece.content.as_str();
        if !passage.signs.has(Signs::COLON) || !content.contains(PLAIN) {
            continue;
        }
        let mut features: Vec<_> = passage.features.iter().map(|it| it.range.clone()).collect();
        features.sort_unstable_by_key(|range| range.start);
        // Addresses come in order, so how far the features reach that begin before one is known from the one before.
        let (mut features, mut reach) = (features.into_iter().peekable(), 0);
        for (at, _) in content.match_indices(PLAIN) {
            while let Some(range) = features.next_if(|range| range.start <= at) {
                reach = reach.max(range.end);
            }
            let host = &content[at + PLAIN.len()..];
            let local = ["localhost", "127.", "[::1]"].iter().any(|own| host.starts_with(own));
            let spoken = passage.place.role == Role::Address || passage.speaks_at(at) || at < reach;
            if local || !spoken {
                continue;
            }
            let span = passage.piece.place(at..at + PLAIN.len());
            findings.push(
                Diagnostic::new(
                    &registry::PLAIN_HTTP,
                    span,
                    "others can read along and change what stands at this address",
                )
                .label("not encrypted")
                .help("use `https://`, after a look whether the address works with it")
                .fix("change it to `https://`", false, span, "https://"),
            );
        }
    }
}
