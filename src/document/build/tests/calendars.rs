//! Opening hours, days that differ, channels.

use super::check_language;

const HEADER: &str = r#"
policy p "Policy" in all languages { written in en, nl; timezone Europe/Amsterdam }
severity critical "Critical" nl: "Kritiek"
severity normal "Normal" nl: "Normaal"
plan basic "Basic" in all languages
plan premium "Premium" in all languages { extends basic }
calendar desk "Service desk" nl: "Balie" {
  open   Mon..Thu 08:00..12:00, 13:00..17:00
  open   Fri 08:00..12:00
  open   Mon..Fri 09:00..13:00 in Jul 1..Aug 31 "Summer hours" nl: "Zomertijden"
  closed Dec 28..Jan 3 "Between the years" nl: "Tussen de jaren"
  open   2026-12-27 10:00..14:00 "Year-end desk" nl: "Eindejaarsbalie"
  closed 2026-12-24 13:00..24:00 "Christmas Eve" nl: "Kerstavond"
  closed on holidays NL, DE-BY
  cut-off 15:00
}
calendar help "Help hours" nl: "Hulptijden" { timezone America/New_York; open desk; open always when plan is premium and severity is critical; open on holidays }
channel lobby "Lobby" in all languages { open help }
"#;

fn check(policy: &str, language: usize, expected: &[&str]) {
    check_language(&format!("{HEADER}{policy}"), language, expected);
}

#[test]
fn weekdays_with_the_same_hours_share_a_column_and_seasons_have_rows() {
    check(
        "",
        0,
        &[
            "### Opening hours",
            "table: Opening hours, local time in Amsterdam",
            "| Calendar | Mon to Thu | Friday | Sat, Sun |",
            "| Service desk | 08:00 to 12:00, 13:00 to 17:00 | 08:00 to 12:00 | Closed |",
            "| Service desk, 1 July to 31 August (Summer hours) | 09:00 to 13:00 ×2 | Closed |",
        ],
    );
}

#[test]
fn days_that_differ_stand_in_the_order_of_their_dates() {
    check(
        "",
        0,
        &[
            "Service desk: Closed on public holidays in the Netherlands and Bavaria. What arrives after 15:00 counts as received on the next open day.",
            "table: Service desk: days that differ",
            "| Date | Occasion | Hours |",
            "| Thu 24 Dec 2026 | Christmas Eve | Closed from 13:00 |",
            "| Sun 27 Dec 2026 | Year-end desk | Open 10:00 to 14:00 |",
            "| 28 December to 3 January | Between the years | Closed all day |",
        ],
    );
    check(
        "",
        1,
        &[
            "| Kalender | Ma t/m do | Vrijdag | Za, zo |",
            "table: Balie: afwijkende dagen",
            "| Do 24 dec 2026 | Kerstavond | Gesloten vanaf 13:00 |",
        ],
    );
}

#[test]
fn days_without_an_occasion_have_no_column_for_it() {
    check_language(
        "policy p \"P\" { timezone Europe/London }\ncalendar desk \"Desk\" {\n  open Mon..Fri 09:00..18:00\n  \
         open on holidays\n  closed Dec 24 13:00..24:00\n  closed Dec 31\n}\n",
        0,
        &["table: Desk: days that differ", "| Date | Hours |", "| 31 December | Closed all day |"],
    );
}

#[test]
fn hours_that_follow_other_calendars_and_the_case_are_sentences() {
    check(
        "",
        0,
        &[
            "Help hours: Open during service desk. Open at any time on Premium, for critical requests. Public holidays are days like any other. Local time in New York.",
        ],
    );
}

#[test]
fn a_channel_says_where_it_is_who_may_use_it_and_when() {
    check(
        r#"
channel phone "Telephone" nl: "Telefoon" {
  address "+31 20 555 0100"
  only when plan is premium
  open desk
  open always when severity is critical
}
channel email "E-mail" in all languages { address "help@p.example"; open desk; alternative phone }
channel portal "Portal" nl: "Portaal" { address "https://p.example/help"; open always; self-service }
channel video "Video call" nl: "Videogesprek" { after email; open as decided by us }
"#,
        0,
        &[
            "| Telephone | No | Service desk; open at any time for critical requests |",
            "Telephone: +31 20 555 0100 / For Premium. Open during service desk. For critical requests: open at any time.",
            "E-mail: help@p.example / Open during service desk. You can also use telephone.",
            "Portal: p.example/help / Open at any time. You help yourself there.",
            "Video call: Open when we decide so. Only after you have tried e-mail.",
        ],
    );
}

#[test]
fn texts_with_lists_break_the_list_of_channels() {
    check(
        r#"
channel email "E-mail" in all languages {
  address "help@p.example"
  open desk
  """
  Write, because:

  - there is room;
  - there is time.
  """
    nl: """
    Schrijf.
    """
}
channel phone "Telephone" nl: "Telefoon" { address "+31 20 555 0100"; open desk }
"#,
        0,
        &[
            "E-mail: help@p.example / Open during service desk.",
            "Write, because:",
            "- there is room;",
            "- there is time.",
            "Telephone: +31 20 555 0100 / Open during service desk.",
        ],
    );
}

#[test]
fn closings_of_a_season_take_away_and_say_why() {
    let calendar = r#"
document plan "Building plan" in all languages { address "https://p.example/plan" }
calendar shop "Shop" nl: "Winkel" {
  closed Sat
  open   Mon..Sat 09:00..17:00, because "we are there" nl: "we er zijn"
  open   Mon 18:00..20:00
  open   Mon 08:00..10:00 in Jul 1..Aug 31 "Early" nl: "Vroeg"
  open   Mon 13:00..15:00 in Jul 1..Aug 31 "Late" nl: "Laat"
  closed Tue 12:00..13:00 in Jul 1..Aug 31
  closed 2026-06-04 "We move" nl: "Verhuizing", see plan
  open on holidays
}
channel counter "Counter" nl: "Toonbank" { open shop }
"#;
    check(
        calendar,
        0,
        &[
            "| Shop | 09:00 to 17:00, 18:00 to 20:00 | 09:00 to 17:00 ×2 | Closed |",
            "| Shop, 1 July to 31 August (Early, Late) | 08:00 to 10:00, 13:00 to 15:00 | 09:00 to 17:00 ×2 | Closed |",
            "Shop: Open Monday to Saturday, 09:00 to 17:00, because we are there. Closed Tuesday, 12:00 to 13:00, from 1 July to 31 August. Public holidays are days like any other.",
            "| Thu 4 Jun 2026 | We move. See the building plan. | Closed all day |",
        ],
    );
}

#[test]
fn hours_where_the_customer_is_are_not_said_to_be_in_the_zone_of_the_policy() {
    check_language(
        "policy p \"Policy\" { timezone UTC; business hours desk }\n\
         calendar desk \"Desk\" { timezone of customer; open Mon..Fri 09:00..17:00; open on holidays }\n\
         commitment reply \"Reply\" { from received; until responded; within 2 business hours }\n",
        0,
        &["table: Opening hours", "| Desk (local time where you are) | 09:00 to 17:00 | Closed |"],
    );
    check_language(
        "policy p \"Policy\" { timezone UTC }\n\
         calendar desk \"Desk\" { open Mon..Fri 09:00..17:00; open on holidays }\nchannel door \"Door\" { open desk }\n",
        0,
        &["table: Opening hours, UTC", "| Desk | 09:00 to 17:00 | Closed |"],
    );
}

#[test]
fn quoted_hours_name_a_zone_that_is_not_that_of_the_policy() {
    let calendar = |name: &str, line: &str| {
        format!(
            "calendar {name} \"{name}\" {{ {line}; open on holidays }}\nchannel {name}-desk {{ open {name} }}\n"
        )
    };
    let policy = [
        "policy p \"Policy\" { timezone Europe/Amsterdam }\n".to_owned(),
        calendar("here", "open Mon..Fri 09:00..17:00"),
        calendar("same", "timezone Europe/Amsterdam; open Mon 09:00..17:00"),
        calendar("there", "timezone America/New_York; open Mon..Fri 08:00..18:00"),
        calendar("yours", "timezone of customer; open Sat 10:00..12:00"),
        calendar("night", "timezone America/New_York; open Mon..Sun 00:00..24:00"),
        "section words \"Words\" { \"We are here {here open}, {same open}, {there open}, {yours open}, {night open}.\" }\n"
            .to_owned(),
    ];
    check_language(
        &policy.concat(),
        0,
        &["We are here Monday to Friday from 09:00 to 17:00, Monday from 09:00 to 17:00, \
           Monday to Friday from 08:00 to 18:00 (local time in New York), \
           Saturday from 10:00 to 12:00 (local time where you are), \
           Monday to Sunday all day."],
    );
}
