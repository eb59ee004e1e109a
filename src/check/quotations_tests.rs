//! What texts quote, and what is said where nothing is there to be quoted.

use crate::check::trial::{BASE, codes, only};

fn found(prose: &str) -> Vec<String> {
    codes(&text(prose))
}

fn text(prose: &str) -> String {
    format!(
        "{BASE}commitment answer \"Answer\" {{ from received; until responded\n\
             | severity | answer |\n|---|---|\n| high | 1 hour |\n| low | 2 hours |\n}}\n\
             section background \"Background\" {{ \"{prose}\" }}\n"
    )
}

#[test]
fn titles_fields_and_values_can_be_quoted() {
    let prose = "{email}, {email address}, {office open}, {answer when severity is high}, {policy publisher}, \
                     {section background}, {customer}, {high means}";
    assert_eq!(found(prose), ["unknown-quotation means"]);
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    let finding = only(&text("Write to {emial}."));
    assert_eq!(finding.code.name, "unknown-quotation");
    assert_eq!(finding.label, "did you mean `email`?");
}

#[test]
fn a_field_must_exist_and_be_filled() {
    assert_eq!(found("{email adress}"), ["unknown-quotation adress"]);
    assert_eq!(found("{lead address}"), ["unknown-quotation address"]);
}

#[test]
fn a_value_must_be_one_over_its_cases() {
    let finding = only(&text("within {answer when severity is one of high, low}"));
    assert_eq!(finding.code.name, "ambiguous-quotation");
    assert_eq!(finding.message, "this quotation stands for two values, 1 hour and 2 hours");
    assert_eq!(finding.case, [("severity".to_owned(), "low".to_owned())]);
}

#[test]
fn only_what_has_rules_has_a_value() {
    assert_eq!(found("{email when severity is high}"), ["unknown-quotation email"]);
}

#[test]
fn of_two_things_of_one_name_the_author_says_which() {
    let both = format!("{}price answer \"Answer\" {{ EUR 5 }}\n", text("{answer}"));
    assert_eq!(codes(&both), ["ambiguous-quotation answer"]);
    let one = format!("{}price answer \"Answer\" {{ EUR 5 }}\n", text("{price answer}"));
    assert_eq!(codes(&one), Vec::<String>::new());
}

#[test]
fn a_public_text_quotes_nothing_internal() {
    let leak = format!("{}internal role night \"Night shift\"\n", text("ask {night}"));
    assert_eq!(codes(&leak), ["leak night"]);
}

#[test]
fn a_name_that_goes_over_the_end_of_a_line_is_mended_as_a_whole() {
    for (line, blanks) in [("\n", "     "), ("\r\n", "  ")] {
        let block =
            format!("{blanks}Within {{first{line}{blanks}  response when severity is high}}.{line}{blanks}");
        let text = format!(
            "{BASE}commitment first-response \"First response\" {{ from received; until responded\n\
                 | severity | first-response |\n|---|---|\n| high | 1 hour |\n| low | 2 hours |\n}}\n\
                 section background \"Background\" {{ \"\"\"{line}{block}\"\"\" }}\n"
        );
        let finding = only(&text);
        assert_eq!(finding.code.name, "unknown-quotation");
        let edit = &finding.fixes[0].edits[0];
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let mended = format!("{}{}{}", &text[..start], edit.text, &text[end..]);
        assert!(mended.contains("{first-response when severity is high}"), "{mended}");
        assert_eq!(codes(&mended), Vec::<String>::new());
    }
}

#[test]
fn words_with_blanks_are_held_against_names() {
    let text = |prose: &str| format!("{}definition third-notice \"Third notice\"\n", text(prose));
    let told = |prose: &str| {
        let finding = only(&text(prose));
        let fixes = finding.fixes.iter().flat_map(|fix| {
            fix.edits.iter().map(|edit| format!("{} {}", if fix.safe { "safe" } else { "unsafe" }, edit.text))
        });
        fixes.collect::<Vec<_>>()
    };
    for words in ["{third notice}", "{Third Notice}", "{third notice when severity is high}"] {
        assert_eq!(told(words)[..1], ["safe third-notice"], "{words}");
    }
    assert_eq!(told("{the third notice}"), ["unsafe third-notice"]);
    assert_eq!(told("{thrd notice}"), ["unsafe third-notice"]);
    for words in ["{what you should know}", "{something else}"] {
        let finding = only(&text(words));
        assert!(finding.help.is_some_and(|help| help.contains("`{name field}`")), "{words}");
    }
}
