//! Asking a policy that was analysed: the surroundings of a question, with the lists of holidays that its lines name.

use super::{Analysis, Files, join};
use crate::evaluate::{Context, Customer};

/// Does something with what can be asked; none where there is no policy to ask.
pub fn inquire<T>(
    analysis: &Analysis,
    files: &dyn Files,
    customer: Customer,
    ask: impl FnOnce(&Context<'_>) -> T,
) -> Option<T> {
    let program = analysis.program.as_ref()?;
    let lists = |span: crate::source::Span, path: &str| {
        let from = analysis.sources.get(span.file).path();
        let path = join(from, path);
        files.read(&path).map_err(|error| error.message(&path))
    };
    Some(ask(&Context::new(program, &analysis.sources, customer, &lists)))
}
