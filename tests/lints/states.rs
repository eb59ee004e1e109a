//! Ways from state to state that wait for nothing, and those that only look so.

use super::messages;

fn found(ways: &str) -> Vec<String> {
    let states = "  state open \"Open\"\n  state pending \"Pending\"\n  state solved \"Solved\"\n  state closed \"Closed\"\n";
    messages("state-left-at-once", &format!("process ticket \"A ticket\" {{\n{states}{ways}\n}}\n"))
}

#[test]
fn a_state_is_left_at_once_where_its_way_waits_for_nothing() {
    let open = ["a request that is `open` becomes `pending` in the same moment"];
    let on = |way: &str| {
        format!("  {way}\n  pending becomes solved on resolved\n  solved becomes closed after 7 days")
    };
    assert_eq!(found(&on("open becomes pending")), open);
    assert_eq!(found("  open becomes pending"), open);
    assert!(found(&on("open becomes pending on acknowledged")).is_empty());
    assert!(found(&on("open becomes pending after 3 days")).is_empty());
    assert!(found(&on("open becomes pending when covered")).is_empty());
    // The checks hold a request in its first state, and only there.
    let checked = "check known \"Do we know you?\" by us, otherwise becomes closed\n  ";
    assert!(found(&on(&format!("{checked}open becomes pending"))).is_empty());
    let later = "  open becomes pending on acknowledged\n  pending becomes solved\n  solved becomes";
    assert_eq!(found(&format!("  {checked}{later} closed after 7 days")).len(), 1);
    // What is decided may be closed with the decision.
    let last = "  open becomes pending on acknowledged\n  pending becomes solved on resolved\n  solved becomes closed";
    assert!(found(last).is_empty());
}
