use avouch::diagnostic::render::*;
#[test]
fn scratch() {
    let mut sources = avouch::source::Sources::default();
    let list = std::env::var("POLICY").unwrap();
    let mut parsed = Vec::new();
    for path in list.split(',') {
        let text = std::fs::read_to_string(path).unwrap();
        let id = sources.add(avouch::source::Source::new(path, text));
        let p = avouch::syntax::parse(id, sources.get(id));
        for f in &p.findings {
            println!(
                "PARSE {}",
                pretty(
                    Found { sources: &sources, finding: f },
                    Look { colour: false, ascii: false, width: 120 }
                )
            );
        }
        parsed.push((id, p.file));
    }
    let files: Vec<_> = parsed.iter().map(|(i, f)| (*i, f)).collect();
    let t = std::time::Instant::now();
    let mut checked = avouch::check::program(&files);
    let e = t.elapsed();
    if let Some(p) = &checked.program {
        checked.findings.extend(avouch::lint::run(p));
    }
    for f in &checked.findings {
        println!(
            "{}",
            pretty(Found { sources: &sources, finding: f }, Look { colour: false, ascii: false, width: 120 })
        );
    }
    println!("{:?} {} findings", e, checked.findings.len());
}
