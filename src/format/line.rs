//! Lines of the new text, and the columns that they share.
//!
//! In: lines whose first cells may end in a column. Out: text. Consecutive lines at one indentation share a column if they
//! have the same one; where that would make a line too long, or leave a wide gap, the lines have none.

use super::WIDTH;
use super::keys::Shape;
use unicode_width::UnicodeWidthStr as _;

/// The widest gap that a column may leave; beyond it the eye no longer crosses.
const WIDEST_GAP: usize = 20;

/// How long a line may become by columns. It is more than the width, so that one long line rarely costs its neighbours theirs.
const PADDED: usize = WIDTH + 10;

/// One line of the new text.
#[derive(Debug)]
pub struct Line {
    /// Its indentation.
    pub indent: usize,
    /// What stands on it; more than one cell if it takes part in columns.
    pub cells: Vec<Cell>,
    /// The comment at its end.
    pub comment: Option<String>,
    /// What it does to the columns of its neighbours.
    pub role: Role,
}

/// A stretch of a line.
#[derive(Debug)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// The column that ends behind it; lines share it if theirs is the same.
    pub column: Option<Column>,
}

/// Which column ends behind a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// That of the keywords of statements.
    Keys,
    /// That of the words that lead to a text.
    Leads,
    /// That of the names of things declared by one word.
    Names(String),
    /// That of their titles.
    Titles(String),
    /// That of what comes before a word which several statements share.
    Joints(String),
}

/// What a line does to the columns of its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It ends them.
    Apart,
    /// It lets the column of keywords pass.
    Through,
    /// It goes on from the line above, and lets the column of keywords pass.
    Below,
    /// It is a comment and lets all of them pass.
    Comment,
    /// It is written as it is, indentation included, and ends them.
    Verbatim,
}

impl Line {
    /// A line of one cell.
    pub fn plain(indent: usize, text: impl Into<String>, role: Role) -> Self {
        Self { indent, cells: vec![Cell { text: text.into(), column: None }], comment: None, role }
    }

    /// An empty line.
    pub fn blank() -> Self {
        Self::plain(0, "", Role::Verbatim)
    }

    /// What a statement of this shape does to the columns of its neighbours, where it has none of its own.
    pub fn role_of(shape: Shape) -> Role {
        match shape {
            Shape::Apart => Role::Apart,
            Shape::Through | Shape::Key(_) | Shape::Titled(_) | Shape::Lead(_) | Shape::Joint(_) => {
                Role::Through
            }
        }
    }
}

/// The text of all lines, each with a line end.
pub fn text(mut lines: Vec<Line>) -> String {
    let widths = columns(&lines);
    let mut text = String::new();
    let bodies: Vec<String> = lines.iter().zip(&widths).map(|(line, widths)| body(line, widths)).collect();
    let gaps = comment_gaps(&lines, &bodies);
    for ((line, body), gap) in lines.iter_mut().zip(bodies).zip(gaps) {
        text.push_str(&body);
        if let Some(comment) = line.comment.take() {
            text.push_str(&" ".repeat(gap));
            text.push_str(&comment);
        }
        text.push('\n');
    }
    text
}

fn body(line: &Line, widths: &[usize]) -> String {
    let mut text = " ".repeat(line.indent);
    for (index, cell) in line.cells.iter().enumerate() {
        text.push_str(&cell.text);
        if index + 1 < line.cells.len() {
            let gap = widths[index].saturating_sub(cell.text.width()) + 1;
            text.extend(std::iter::repeat_n(' ', gap));
        }
    }
    text
}

/// The width of each cell of each line, grown where it shares a column.
fn columns(lines: &[Line]) -> Vec<Vec<usize>> {
    let mut widths: Vec<Vec<usize>> =
        lines.iter().map(|line| line.cells.iter().map(|cell| cell.text.width()).collect()).collect();
    // Lines whose column would not do have no further ones.
    let mut spoilt = vec![false; lines.len()];
    let deepest = lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
    for index in 0..deepest.saturating_sub(1) {
        for run in runs(lines, &spoilt, index) {
            grow(lines, &mut widths, &mut spoilt, &run, index);
        }
    }
    widths
}

/// The column behind a cell of a line.
fn column(line: &Line, index: usize) -> Option<&Column> {
    let ends = index + 1 < line.cells.len();
    line.cells.get(index).filter(|_| ends).and_then(|cell| cell.column.as_ref())
}

/// The runs of lines that share the column behind a cell.
fn runs(lines: &[Line], spoilt: &[bool], index: usize) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    // The column that can go on, and the indentation of its lines.
    let mut open: Option<(&Column, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        match column(line, index).filter(|_| !spoilt[at]) {
            Some(mine) => {
                match runs.last_mut().filter(|_| open == Some((mine, line.indent))) {
                    Some(run) => run.push(at),
                    None => runs.push(vec![at]),
                }
                open = Some((mine, line.indent));
            }
            None => {
                open = open.filter(|(column, indent)| match line.role {
                    Role::Comment => line.indent == *indent,
                    Role::Through => line.indent == *indent && **column == Column::Keys,
                    Role::Below => line.indent > *indent && **column == Column::Keys,
                    Role::Apart | Role::Verbatim => false,
                });
            }
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

fn grow(lines: &[Line], widths: &mut [Vec<usize>], spoilt: &mut [bool], run: &[usize], index: usize) {
    let own = |at: &usize| widths[*at][index];
    let widest = run.iter().map(own).max().unwrap_or(0);
    let narrowest = run.iter().map(own).min().unwrap_or(0);
    let total = |at: &usize| {
        let line = &widths[*at];
        lines[*at].indent + line.iter().sum::<usize>() + line.len() - 1
    };
    let too_long = run.iter().any(|at| total(at) <= WIDTH && total(at) + widest - own(at) > PADDED);
    let good = !too_long && widest - narrowest <= WIDEST_GAP;
    for at in run {
        if good {
            widths[*at][index] = widest;
        } else {
            spoilt[*at] = true;
        }
    }
}

/// The spaces before the comment of each line: two, or as many as bring those of consecutive lines under one another.
fn comment_gaps(lines: &[Line], bodies: &[String]) -> Vec<usize> {
    let mut gaps = vec![2; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let end = (start..lines.len()).find(|at| lines[*at].comment.is_none()).unwrap_or(lines.len());
        let width = |at: usize| bodies[at].width();
        let widest = (start..end).map(width).max().unwrap_or(0);
        let narrowest = (start..end).map(width).min().unwrap_or(0);
        let spoilt = (start..end).any(|at| {
            let comment = lines[at].comment.as_ref().map_or(0, |comment| comment.width());
            width(at) + 2 + comment <= WIDTH && widest + 2 + comment > PADDED
        });
        if !spoilt && widest - narrowest <= 2 * WIDEST_GAP {
            for (at, gap) in gaps.iter_mut().enumerate().take(end).skip(start) {
                *gap = widest - width(at) + 2;
            }
        }
        start = end + 1;
    }
    gaps
}
