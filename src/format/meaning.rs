//! Whether two texts say the same: their trees without places, their comments, and what is wrong with their form.

use crate::diagnostic::registry;
use crate::syntax::Parsed;
use std::fmt::{self, Write as _};
use std::hash::{DefaultHasher, Hasher as _};

/// Whether a file was not read at all, since it is too large or nested too deeply.
pub fn is_unread(parsed: &Parsed) -> bool {
    parsed.findings.iter().any(|finding| {
        finding.code.name == registry::TOO_LARGE.name
            || finding.code.name == registry::TOO_DEEP.name && parsed.file.items.is_empty()
    })
}

/// Whether two parsed files say the same. A slip may be gone with the white space that it was about.
pub fn is_same(before: (&Parsed, &str), after: (&Parsed, &str)) -> bool {
    comments(before).eq(comments(after))
        && mistakes(before.0).eq(mistakes(after.0))
        && digest(before.0) == digest(after.0)
}

fn comments<'t>((parsed, text): (&'t Parsed, &'t str)) -> impl Iterator<Item = &'t str> {
    parsed.file.comments.iter().map(|comment| &text[comment.span.range()])
}

fn mistakes(parsed: &Parsed) -> impl Iterator<Item = &'static str> {
    let names = parsed.findings.iter().map(|finding| finding.code.name);
    names.filter(|name| *name != registry::SLIP.name)
}

/// A digest of the tree. The form of a tree for developers leaves places out when it is asked for a minus sign.
fn digest(parsed: &Parsed) -> Option<(u64, usize)> {
    let mut digest = Digest { hasher: DefaultHasher::new(), length: 0 };
    write!(digest, "{:-?}", parsed.file.items).ok()?;
    Some((digest.hasher.finish(), digest.length))
}

struct Digest {
    hasher: DefaultHasher,
    length: usize,
}

impl fmt::Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.hasher.write(text.as_bytes());
        self.length += text.len();
        Ok(())
    }
}
