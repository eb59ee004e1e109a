//! Asking a policy that was analysed: the surroundings of a question, with the lists of holidays that its lines name.

use super::{Analysis, Files, join};
use crate::evaluate::{Context, Customer};
use crate::source::{Sources, Span};

/// Does something with what can be asked; none where there is no policy to ask.
pub fn inquire<T>(
    analysis: &Analysis,
    files: &dyn Files,
    customer: Customer,
    ask: impl FnOnce(&Context<'_>) -> T,
) -> Option<T> {
    let program = analysis.program.as_ref()?;
    let lists = lists(&analysis.sources, files);
    Some(ask(&Context::new(program, &analysis.sources, customer, &lists)))
}

/// How the lists of holidays are read that lines name, each beside the file in which its line stands.
pub fn lists(sources: &Sources, files: &dyn Files) -> impl Fn(Span, &str) -> Result<String, String> {
    move |span, path| {
        let path = join(sources.get(span.file).path(), path);
        files.read(&path).map_err(|error| error.message(&path))
    }
}
