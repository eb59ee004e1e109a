//! The published schema of rule sets. `AVOUCH_UPDATE=1 cargo test --test rules` writes it anew.

use std::path::Path;

const SCHEMA: &str = "docs/rules.schema.json";

#[test]
fn the_schema_in_the_docs_is_the_one_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SCHEMA);
    let schema = avouch::emit::rules::schema();
    if std::env::var_os("AVOUCH_UPDATE").is_some() {
        std::fs::write(&path, &schema).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap();
    assert!(published == schema, "{SCHEMA} has drifted from the types; AVOUCH_UPDATE=1 writes it anew");
}
