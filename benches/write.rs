//! Writes the workload that is measured with: `cargo run --example workload -- FOLDER FILES` writes so many policies of
//! about 3.5 KB into a folder, `cargo run --example workload -- FILE 10MB` one policy of that size.

mod workload;

use std::path::PathBuf;
use std::{env, fs, process};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [place, size] = arguments.as_slice() else { usage() };
    let place = PathBuf::from(place);
    let written = if let Some(megabytes) = size.strip_suffix("MB").and_then(|size| size.parse::<usize>().ok())
    {
        fs::write(&place, workload::large(megabytes * 1_000_000))
    } else if let Ok(files) = size.parse::<u64>() {
        fs::create_dir_all(&place).and_then(|()| {
            (0..files).try_for_each(|number| {
                fs::write(place.join(format!("desk-{number:05}.policy")), workload::policy(number))
            })
        })
    } else {
        usage()
    };
    if let Err(error) = written {
        eprintln!("{}: {error}", place.display());
        process::exit(2);
    }
}

fn usage() -> ! {
    eprintln!("workload FOLDER FILES, or workload FILE SIZE as in 10MB");
    process::exit(2)
}
