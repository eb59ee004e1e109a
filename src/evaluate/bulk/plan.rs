//! How rows with an answer and rows without one are written.
//!
//! In: the beginning of a table, the promises of a policy, and the forms that are wanted. Out: the names of the columns that are
//! added, none of them a name that the table has, the first line of each text, and the scheme of each file in columns.

use super::super::problem::Problem;
use super::columnar::{Holds, Kept, Scheme};
use super::form::Form;
use super::head::{Content, Head};

/// How the rows of a table are written.
#[derive(Debug)]
pub struct Plan {
    /// The table as it comes.
    pub head: Head,
    /// The names of the promises.
    pub commitments: Vec<String>,
    /// The rows with their answers.
    pub answers: Paper,
    /// The rows without.
    pub rejects: Paper,
    /// What is to be said of the names of columns.
    pub notes: Vec<String>,
}

/// What one file is written on.
#[derive(Debug)]
pub struct Paper {
    /// Its form.
    pub form: Form,
    /// Whether rows stay as they are written.
    pub raw: bool,
    /// The columns that are made from fields or members, for a file in columns.
    pub told: Vec<(String, Holds)>,
    /// The columns that are added.
    pub added: Vec<(String, Holds)>,
    /// How the columns are written, where it is a file in columns.
    pub scheme: Option<Scheme>,
}

/// The member of an object, or the beginning of a name, that nobody else has.
const OURS: &str = "avouch";

impl Plan {
    /// Plans both files. `kept` says twice what a file in columns says of its own.
    pub fn new(
        head: Head,
        commitments: Vec<String>,
        [answers, rejects]: [Form; 2],
        kept: [Kept; 2],
        said: &[(&str, &str)],
    ) -> Result<Self, Problem> {
        let mut notes = Vec::new();
        let mut name = |own: String| free(own, &head, answers, &mut notes);
        let mut added = vec![(name("covered".to_owned())?, Holds::Truth)];
        for commitment in &commitments {
            for (part, holds) in [
                ("starts", Holds::Instant),
                ("due", Holds::Instant),
                ("state", Holds::Text),
                ("rule", Holds::Text),
            ] {
                added.push((name(format!("{commitment}.{part}"))?, holds));
            }
        }
        added.push((name("notes".to_owned())?, Holds::Text));
        let number = if head.form == Form::Parquet { "row" } else { "line" };
        let mut unsaid = Vec::new();
        let mut name = |own: &str| free(own.to_owned(), &head, rejects, &mut unsaid);
        let reasons = vec![(name(number)?, Holds::Integer), (name("reason")?, Holds::Text)];
        let [of_answers, of_rejects] = kept;
        let answers = Paper::new(&head, answers, added, of_answers, said, false)?;
        let rejects = Paper::new(&head, rejects, reasons, of_rejects, &[], true)?;
        Ok(Self { head, commitments, answers, rejects, notes })
    }

    /// The first lines of both files.
    pub fn headings(&self) -> [Vec<u8>; 2] {
        let names =
            |added: &[(String, Holds)]| added.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let kept = self.head.names();
        let answers = [kept.clone(), names(&self.answers.added)].concat();
        let rejects = [names(&self.rejects.added), kept].concat();
        [self.answers.heading(&answers), self.rejects.heading(&rejects)]
    }
}

impl Paper {
    fn new(
        head: &Head,
        form: Form,
        added: Vec<(String, Holds)>,
        kept: Kept,
        said: &[(&str, &str)],
        in_front: bool,
    ) -> Result<Self, Problem> {
        let raw = match (form, head.form) {
            (Form::Csv { separator }, Form::Csv { separator: known }) => separator == known,
            (form, known) => form == known,
        };
        let mut told = Vec::new();
        if !raw {
            each_once(head, form)?;
            for column in &head.columns {
                match column.content {
                    Content::Told(holds) => told.push((column.name.clone(), holds)),
                    Content::Stored(_) => {}
                    Content::Several => {
                        return Err(Problem::new(format!(
                            "`{}` holds several values in a row, for which {form} has no place",
                            column.name
                        ))
                        .help("write Parquet, or leave the column out of the table"));
                    }
                }
            }
        } else if form == Form::Parquet {
            each_once(head, form)?;
        }
        let scheme = if form != Form::Parquet {
            None
        } else if in_front {
            Some(Scheme::new(&added, kept, &[], said)?)
        } else {
            Some(Scheme::new(&told, kept, &added, said)?)
        };
        Ok(Self { form, raw, told, added, scheme })
    }

    fn heading(&self, names: &[String]) -> Vec<u8> {
        let Form::Csv { separator } = self.form else { return Vec::new() };
        let mut line = Vec::new();
        for (at, name) in names.iter().enumerate() {
            if at > 0 {
                line.push(separator);
            }
            field(&mut line, name.as_bytes(), separator);
        }
        line.push(b'\n');
        line
    }
}

/// A name for a column that is added, which no column of the table has.
fn free(own: String, head: &Head, form: Form, notes: &mut Vec<String>) -> Result<String, Problem> {
    // In JSON, answers stand in a member of their own.
    let taken = |name: &str| {
        form != Form::JsonLines && head.columns.iter().any(|column| is_called(&column.name, name))
    };
    if !taken(&own) {
        return Ok(own);
    }
    let other = format!("{OURS}.{own}");
    if taken(&other) {
        return Err(Problem::new(format!("the table has columns `{own}` and `{other}` already"))
            .help("give one of them another name; rows with answers need no second answer"));
    }
    notes.push(format!("the table has a column `{own}`, so that of the answers is `{other}`"));
    Ok(other)
}

/// Whether a column has this name, or stands in one that has it.
fn is_called(column: &str, name: &str) -> bool {
    column.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Columns that go by their names can be there only once.
fn each_once(head: &Head, form: Form) -> Result<(), Problem> {
    let mut names: Vec<&str> = head.columns.iter().map(|column| column.name.as_str()).collect();
    names.sort_unstable();
    if let Some([twice, _]) = names.windows(2).find(|pair| matches!(pair, [one, other] if one == other)) {
        return Err(Problem::new(format!(
            "two columns are called `{twice}`, and in {form} a name stands for one column"
        ))
        .help("give one of them another name"));
    }
    let ours = form == Form::JsonLines && names.contains(&OURS);
    if ours {
        return Err(Problem::new(format!("the table has a column `{OURS}`, which is where answers stand"))
            .help("give it another name"));
    }
    Ok(())
}

/// A field, in quotes where it must be.
pub(super) fn field(out: &mut Vec<u8>, text: &[u8], separator: u8) {
    let special = |byte: &u8| *byte == separator || matches!(*byte, b'"' | b'\n' | b'\r');
    if !text.iter().any(special) {
        out.extend_from_slice(text);
        return;
    }
    out.push(b'"');
    for byte in text {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}
