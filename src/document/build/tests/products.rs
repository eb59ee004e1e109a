//! Products: in which phase their releases stand on the day of effect, by their tables and by rules.

use super::{HEADER, check, document, flat, program};
use crate::hir::Audience;

#[test]
fn releases_stand_where_they_are_on_the_day_of_effect() {
    check(
        r#"
phase full "Full support"
phase limited "Limited support"
product server "The Server" {
  | release | full                   | limited          |
  |---------|------------------------|------------------|
  | "6.0"   | 2022-04-01..2024-03-31 | until 2025-12-31 |
  | "7.0"   | 2024-04-01..2026-03-31 | until 2027-03-31 |
  | "8.0"   | 2026-04-01..2028-03-31 | no               |
  supports latest 2 releases
  full ends 5 years after release
}
product others "Things of others"
"#,
        &[
            "table: Dates of support, by release",
            "| Release | Out since | Full support until | Limited support until | On 1 March 2026 |",
            "| The Server 6.0 | 1 Apr 2022 | 31 Mar 2024 | 31 Dec 2025 | Ended |",
            "| The Server 7.0 | 1 Apr 2024 | 31 Mar 2026 | 31 Mar 2027 | Full support |",
            "| The Server 8.0 | 1 Apr 2026 | 31 Mar 2028 | None | Announced |",
            "- The Server: The latest 2 releases are always supported. End of full support: 5 years after release.",
            "Another product named in this policy: Things of others.",
        ],
    );
}

/// A life of which a part is told by rules; the newest release stands first.
fn ruled(rule: &str) -> String {
    format!(
        r#"
phase full "Full support"
phase limited "Limited support"
product server "The Server" {{
  | release | full                            |
  |---------|---------------------------------|
  | "8.0"   | 2025-06-01..2028-03-31          |
  | "7.0"   | 2024-04-01..2025-12-31          |
  | "6.0"   | 2022-04-01..2023-03-31          |
  | "5.0"   | 2020-04-01..2020-12-31          |
  {rule}
}}
"#
    )
}

#[test]
fn where_a_release_stands_follows_from_the_rules_too() {
    check(
        &ruled("limited ends next release"),
        &[
            "| The Server 8.0 | 1 Jun 2025 | 31 Mar 2028 | Full support |",
            "| The Server 7.0 | 1 Apr 2024 | 31 Dec 2025 | Ended |",
        ],
    );
    check(
        &ruled("limited ends 3 years after end of full"),
        &[
            "| The Server 7.0 | 1 Apr 2024 | 31 Dec 2025 | Limited support |",
            "| The Server 6.0 | 1 Apr 2022 | 31 Mar 2023 | Limited support |",
            "| The Server 5.0 | 1 Apr 2020 | 31 Dec 2020 | Ended |",
        ],
    );
    // A rule for some cases, or one that is not known yet, does not say where it stands in all of them.
    let unknown = "| The Server 7.0 | 1 Apr 2024 | 31 Dec 2025 | Not known |";
    check(&ruled("limited ends ?"), &[unknown]);
    let some = ruled("limited ends 3 years after end of full when severity is high");
    check(&format!("severity high \"High\"\nseverity low \"Low\"\n{some}"), &[unknown]);
}

#[test]
fn a_rule_that_is_told_to_others_alone_says_nothing_of_where_a_release_stands() {
    let policy = ruled("internal limited ends 3 years after end of full");
    check(&policy, &["| The Server 7.0 | 1 Apr 2024 | 31 Dec 2025 | Not known |"]);
    let internal = document(&program(&format!("{HEADER}{policy}")), Audience::Internal, 0);
    let text = flat::text(&internal);
    assert!(text.contains("| The Server 7.0 | 1 Apr 2024 | 31 Dec 2025 | Limited support |"), "{text}");
}

#[test]
fn a_phase_needs_no_first_day_to_be_over() {
    check(
        r#"
phase full "Full support"
phase limited "Limited support"
phase late "Late support"
product server "The Server" {
  | release | full             | limited          | late             |
  |---------|------------------|------------------|------------------|
  | "6.0"   | until 2024-03-31 | until 2025-12-31 | until 2026-12-31 |
  | "7.0"   | until 2023-03-31 | until 2024-03-31 | no               |
  | "8.0"   | 2026-04-01..2028-03-31 | ?          | ?                |
  | "9.0"   | 2024-04-01..2025-03-31 | ?          | until 2027-12-31 |
}
"#,
        &[
            "| The Server 6.0 | Not known | 31 Mar 2024 | 31 Dec 2025 | 31 Dec 2026 | Late support |",
            "| The Server 7.0 | Not known | 31 Mar 2023 | 31 Mar 2024 | None | Ended |",
            "| The Server 8.0 | 1 Apr 2026 | 31 Mar 2028 | Not known yet | Not known yet | Announced |",
            "| The Server 9.0 | 1 Apr 2024 | 31 Mar 2025 | Not known yet | 31 Dec 2027 | Not known |",
        ],
    );
}

#[test]
fn a_product_that_follows_the_releases_of_others_needs_no_table() {
    check(
        "product cluster \"The Cluster\" { supports latest 3 releases }\n",
        &["- The Cluster: The latest 3 releases are always supported."],
    );
}
