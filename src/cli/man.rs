//! `avouch man`: the manual pages, made from the same texts as `--help`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use clap_mangen::Man;

use super::disk::slashed;
use super::failure::{Failure, reason};
use super::terminal::Terminal;
use super::whole::put;
use super::{Outcome, command};

#[derive(Args, Debug)]
pub struct Arguments {
    /// Write all pages into this folder, one for each command; without it the main page is printed
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let mut whole = command();
    whole.build();
    let Some(folder) = &arguments.output else {
        terminal.print_bytes(&page(whole)?);
        return Ok(Outcome::Clean);
    };
    fs::create_dir_all(folder).map_err(|error| cannot(folder, &error))?;
    let parts: Vec<clap::Command> =
        whole.get_subcommands().filter(|part| !part.is_hide_set()).cloned().collect();
    let mut count = 0;
    for part in std::iter::once(whole).chain(parts) {
        let name = part.get_display_name().unwrap_or_else(|| part.get_name()).to_owned();
        let place = folder.join(format!("{name}.1"));
        put(&place, &page(part)?)?;
        count += 1;
    }
    let shown = slashed(folder);
    terminal.say(&format!("{shown}: {count} pages; `man {shown}/avouch.1` shows the first"));
    Ok(Outcome::Clean)
}

fn page(command: clap::Command) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let made = Man::new(command).render(&mut bytes);
    made.map_err(|error| Failure::new(format!("the page cannot be made: {}", reason(&error))))?;
    Ok(bytes)
}

fn cannot(place: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be written: {}", slashed(place), reason(error)))
}
