//! Countries and regions, and languages, by their codes.

use super::impossible;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{Builder, Built, Pair};
use smol_str::SmolStr;

/// A country, or a region of one: `NL`, `DE-BY`. Which regions a country has is known to the holidays and not here.
pub(in crate::syntax) fn area(b: &Builder, pair: &Pair<'_>) -> Built<SmolStr> {
    let written = pair.as_str();
    let country = country_of(written);
    if is_country(country) {
        return Ok(written.into());
    }
    if let Some((_, code)) = HABITS.iter().find(|(habit, _)| *habit == country) {
        let meant = format!("{code}{}", &written[country.len()..]);
        return Err(slip(b, pair, "a country", &meant));
    }
    impossible(
        b.span(pair),
        format!("`{country}` is not the code of a country"),
        "no country has this code",
        "countries have codes of two letters, as `NL` or `DE`, and their regions follow a hyphen, as in `DE-BY`",
    )
}

/// The tag of a language, perhaps with a country: `nl`, `pt-BR`.
pub(in crate::syntax) fn language(b: &Builder, pair: &Pair<'_>) -> Built<SmolStr> {
    let written = pair.as_str();
    // Other languages are spoken there too, and `uk` is Ukrainian.
    if matches!(written, "en-UK" | "en-uk") {
        return Err(slip(b, pair, "a language", "en-GB"));
    }
    Ok(written.into())
}

/// The slip of another code than the one that is meant.
fn slip(b: &Builder, pair: &Pair<'_>, what: &str, meant: &str) -> Box<Diagnostic> {
    let (written, span) = (pair.as_str(), b.span(pair));
    let message = format!("{what} is written `{meant}`, not `{written}`");
    let finding = Diagnostic::new(&registry::SLIP, span, message).label(format!("`{meant}`"));
    Box::new(finding.fix(format!("change `{written}` to `{meant}`"), true, span, meant))
}

/// Codes that people write and that are those of no country.
const HABITS: &[(&str, &str)] = &[("UK", "GB"), ("EN", "GB"), ("EL", "GR"), ("SP", "ES")];

/// The part of the code of an area that is that of its country.
fn country_of(area: &str) -> &str {
    area.split('-').next().unwrap_or(area)
}

fn is_country(code: &str) -> bool {
    COUNTRIES.binary_search(&code).is_ok()
}

/// Whether an area is in a country that there is.
pub(in crate::syntax) fn is_area(code: &str) -> bool {
    is_country(country_of(code))
}

/// The codes of ISO 3166, and that of Kosovo, in order.
const COUNTRIES: &[&str] = &[
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA",
    "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV",
    "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU",
    "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES",
    "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM",
    "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE",
    "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM",
    "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY",
    "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT",
    "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU",
    "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA",
    "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM",
    "SN", "SO", "SR", "SS", "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL",
    "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE",
    "VG", "VI", "VN", "VU", "WF", "WS", "XK", "YE", "YT", "ZA", "ZM", "ZW",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_in_order() {
        assert!(COUNTRIES.is_sorted());
    }
}
