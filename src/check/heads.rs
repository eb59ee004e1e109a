//! Tables whose words are those of readers: a first column that is headed by a title, a row in the place of the header, labels
//! that are titles of values.
//!
//! In: a table, or one of its cells, and what is declared. Out: the finding with the name that is meant.

use super::context::Context;
use super::facts::{Value, Values};
use super::lookup::suggested;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::ast;
use crate::syntax::ast::Cell;
use crate::value::{Name, Text};

impl Context<'_> {
    /// The finding about a first column whose head is no fact: the fact of its rows, or else the nearest one.
    pub(super) fn no_fact_heads(&self, table: &ast::Table, name: &Name) -> Diagnostic {
        let head = table.header.first().map_or("", |cell| cell.text.as_str());
        if let Some(fact) = self.fact_of_label(head) {
            let more = ["…"].repeat(table.header.len().saturating_sub(1)).join(" | ");
            return Diagnostic::new(&registry::UNKNOWN_FACT, name.span, "this table has no header")
                .label(format!("this is a value of `{fact}`, and its row would be lost"))
                .help(format!(
                    "put this line under the line of dashes, and write `| {fact} | {more} |` in its place"
                ));
        }
        let message = format!("the first column of a table is about a fact, and `{name}` is none");
        let finding = Diagnostic::new(&registry::UNKNOWN_FACT, name.span, message);
        if let Some(fact) = self.fact_of_rows(table) {
            let finding = finding.label(format!("its rows are values of `{fact}`"));
            return finding.fix(format!("change it to `{fact}`"), false, name.span, fact);
        }
        let finding = suggested(finding, name, self.facts.keys().map(smol_str::SmolStr::as_str));
        if finding.help.is_some() || !finding.fixes.is_empty() {
            return finding;
        }
        finding
            .help("begin it with what its rows are values of, as `severity`, `plan` or a `fact` of your own")
    }

    /// The fact of which the first cells of all rows are values.
    fn fact_of_rows(&self, table: &ast::Table) -> Option<String> {
        let mut of_rows = table.rows.iter().map(|row| self.fact_of_label(&row.first()?.text));
        let fact = of_rows.next()??;
        of_rows.all(|other| other.as_ref() == Some(&fact)).then_some(fact)
    }

    /// The fact that has a value of this name, as people write names, or of this title.
    fn fact_of_label(&self, label: &str) -> Option<String> {
        let name = label.to_lowercase().replace(' ', "-");
        if let Some((fact, _)) = self.symbols().values(&name).first() {
            return Some((*fact).to_owned());
        }
        let mut facts = self.facts.iter();
        let titled = facts.find(|(_, fact)| match &fact.values {
            Values::Named(values) => of_title(values, label).is_some(),
            Values::YesNo | Values::Cut(..) => false,
        });
        titled.map(|(name, _)| name.to_string())
    }
}

/// The only value that has this title in some language, however it is cased.
fn of_title<'v, 'a>(values: &'v [Value<'a>], label: &str) -> Option<&'v Value<'a>> {
    let wanted = label.trim().to_lowercase();
    let titled = |value: &&Value<'_>| {
        let mut pieces = value.title.into_iter().flat_map(Text::pieces);
        pieces.any(|piece| piece.content.trim().to_lowercase() == wanted)
    };
    let mut found = values.iter().filter(titled);
    found.next().filter(|_| !wanted.is_empty() && found.next().is_none())
}

/// A label that is the title of a value, in the place of its name.
pub(super) fn title_for_name(values: &[Value<'_>], cell: &Cell) -> Option<Diagnostic> {
    let name = &of_title(values, &cell.text)?.name;
    let message = format!("a label is the name of a value, `{name}`, and not its title");
    let finding = Diagnostic::new(&registry::SLIP, cell.span, message).label(format!("`{name}`"));
    Some(finding.fix(format!("change `{}` to `{name}`", cell.text), true, cell.span, name.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    fn table(rows: &str) -> String {
        format!(
            "{BASE}severity grave \"Level 1\"\ncommitment reply \"Reply\" {{\n  from received\n  until responded\n{rows}}}\n"
        )
    }

    #[test]
    fn a_label_that_is_a_title_becomes_the_name_of_its_value() {
        let rows = |label: &str| {
            table(&format!(
                "  | severity | reply |\n  |---|---|\n  | {label} | 1 hour |\n  | high, low | 4 hours |\n"
            ))
        };
        assert_eq!(codes(&rows("grave")), Vec::<String>::new());
        assert_eq!(codes(&rows("Level 1")), ["slip Level 1"]);
        assert_eq!(codes(&rows("level 1")), ["slip level 1"]);
        assert_eq!(codes(&rows("Level 9")), ["unknown-value Level 9"]);
    }

    #[test]
    fn a_row_above_the_line_of_dashes_is_never_renamed() {
        let first = table("  | high | reply |\n  |---|---|\n  | grave | 1 hour |\n  | low | 4 hours |\n");
        assert_eq!(codes(&first), ["unknown-fact high"]);
    }
}
