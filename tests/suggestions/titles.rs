//! Titles in the place of names, and sentences about all cases where they do not belong.

use super::{BASE, commitment, found, said};

/// A title that one declaration has stands for its name, wherever one belongs.
#[test]
fn a_title_in_the_place_of_a_name_becomes_the_name() {
    for (written, meant) in [
        ("channel chat \"Chat\" { address \"c@b.example\"; open \"Office\" }", "office"),
        ("channel chat \"Chat\" { address \"c@b.example\"; hours \"Office\" }", "open office"),
        ("changes { notice 30 days via \"Mail\" }", "mail"),
        ("offer work \"Work\" { rate EUR 100 per hour during \"Office\" }", "office"),
    ] {
        let [message, fix] = said(written);
        assert!(message.ends_with("belongs here, and not its title in quotes"), "{written}: {message}");
        assert_eq!(fix, format!("change it to `{meant}`"), "{written}");
    }
    let header = BASE.replace("business hours office", "business hours \"Office\"");
    let findings = found(&header);
    assert_eq!(findings[0].fixes[0].title, "change it to `office`", "{findings:#?}");
    assert!(findings[0].fixes[0].safe);
}

#[test]
fn a_title_that_nothing_or_several_have_names_nothing() {
    let help = |title: &str| {
        format!(
            "write the word that stands before the title where it is declared, as `some-name` for `calendar some-name \"{title}\"`"
        )
    };
    let open = |title: &str| format!("channel chat \"Chat\" {{ address \"c@b.example\"; open \"{title}\" }}");
    assert_eq!(said(&open("Nights"))[1], help("Nights"));
    let twice = "calendar one \"Late\" { open always }\ncalendar two \"Late\" { open always }\n";
    let findings = found(&format!("{BASE}{twice}{}\n", open("Late")));
    let of_title = findings.iter().find(|finding| finding.message.contains("title in quotes")).unwrap();
    assert!(of_title.fixes.is_empty(), "{of_title:#?}");
}

#[test]
fn a_sentence_about_all_cases_is_shown_its_form_and_its_place() {
    let ensure = |line: &str| said(&format!("ensure \"E\" {{ {line} }}"))[1].clone();
    let reply = commitment("from received; until responded; within 4 hours");
    for (written, meant) in [
        ("reply never slower on higher plan", "reply never slower on a higher plan"),
        ("reply is never later on higher plans", "reply never slower on a higher plan"),
        ("reply never slower on graver severities", "reply never slower on a graver severity"),
    ] {
        assert_eq!(ensure(written), format!("change it to `{meant}`"), "{written}");
    }
    assert_eq!(
        ensure("never slower on higher plan"),
        "begin it with the name of what it is about, as `first-response never slower on a higher plan`"
    );
    let place = "write it outside of all braces, as `ensure \"Paying more is never worse\" { first-response never slower on a higher plan }`";
    for written in [
        "never slower on higher plan".to_owned(),
        reply.replace("within 4 hours", "within 4 hours\n  never slower on a higher plan"),
    ] {
        let [message, help] = said(&written);
        assert_eq!(message, "what must hold for all cases stands in an `ensure`", "{written}");
        assert_eq!(help, place, "{written}");
    }
}

/// What no commitment, channel or section can say with such words is told, and nothing is offered that is wrong.
#[test]
fn what_cannot_be_right_is_not_offered() {
    for words in ["best effort", "on request", "by appointment", "as available"] {
        let [message, help] =
            said(&format!("channel chat \"Chat\" {{ address \"c@b.example\"; open {words} }}"));
        assert_eq!(message, "a channel is open at the hours of a calendar", "{words}");
        assert!(help.contains("say it in words: `note \""), "{help}");
    }
    let others =
        |line: &str| said(&commitment(&format!("from received; until responded; {line}")))[1].clone();
    let help = "a line without a condition holds wherever no narrower line does, so take the condition out; or say which ones are not meant, as `severity is not low`";
    assert_eq!(others("within 4 hours when severity other"), help);
    assert_eq!(others("within 4 hours when severity is other"), help);
}

/// Words of other languages for what a policy says in English.
#[test]
fn words_of_other_languages_are_known_where_they_stand() {
    for word in ["délai", "delai", "plazo", "frist", "termijn"] {
        let [message, fix] =
            said(&format!("{word} reply \"Reply\" {{ from received; until responded; within 4 hours }}"));
        assert!(message.ends_with(&format!("`commitment`, not `{word}`")), "{message}");
        assert_eq!(fix, "change it to `commitment`");
    }
    for word in ["horaires", "horario", "Öffnungszeiten:", "openingstijden"] {
        let findings = found(&BASE.replace("business hours", word));
        let help = findings[0].help.as_deref().unwrap_or("");
        assert!(help.ends_with("write `business hours office` here"), "{word}: {findings:#?}");
    }
    assert_eq!(
        said("section s \"S\" { El cliente tiene que \"llamar\" }")[1],
        "change it to `customer must`"
    );
    // To have something is no duty.
    assert_ne!(said("section s \"S\" { customer tiene \"un portal\" }")[1], "change it to `customer must`");
    assert_eq!(
        said("changes { notice 30 days; we may change this policy }")[1],
        "write `notice 30 days` with your figure, and all else in words: `note \"We may change this policy.\"`"
    );
}
