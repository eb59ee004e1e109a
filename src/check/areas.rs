//! Whether the public holidays of a country or region are known.
//!
//! In: a code as it was written; that a country has it was seen while reading. Out: a finding, with the region that was meant
//! where its name was written, or with what can be written instead.

use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::source::Spanned;
use crate::time::holidays::{Area, areas};
use smol_str::SmolStr;

/// As many regions as are listed in a message; others are found in the reference.
const LISTED: usize = 20;

/// The finding about an area whose holidays are not known, if they are not.
pub fn unknown(area: &Spanned<SmolStr>) -> Option<Diagnostic> {
    let code = area.value.as_str();
    if Area::new(code).is_some() {
        return None;
    }
    let (country, region) = code.split_once('-').unwrap_or((code, ""));
    let Some(country) = Area::new(country) else {
        let finding = Diagnostic::new(
            &registry::UNKNOWN_AREA,
            area.span,
            format!("the public holidays of `{code}` are not known"),
        );
        return Some(
            finding
                .label("no holidays are kept for it")
                .help("list them in a file, and write `closed on holidays from \"holidays.ics\"`"),
        );
    };
    let regions: Vec<Area> =
        areas().filter(|area| area.code() != country.code() && area.is_within(country)).collect();
    let finding = Diagnostic::new(
        &registry::UNKNOWN_AREA,
        area.span,
        format!("`{code}` is no region of {} whose public holidays are known", country.english()),
    );
    let named = |region: &Area| [region.name(), region.english()];
    let near = nearest(region, regions.iter().flat_map(named));
    let meant = near.and_then(|name| regions.iter().find(|region| named(region).contains(&name)));
    Some(match meant {
        Some(meant) => finding.label(format!("{} is `{}`", meant.english(), meant.code())).fix(
            format!("change `{code}` to `{}`", meant.code()),
            false,
            area.span,
            meant.code(),
        ),
        None if regions.is_empty() => finding.label("its holidays are the same everywhere").fix(
            format!("change `{code}` to `{}`", country.code()),
            false,
            area.span,
            country.code(),
        ),
        None if regions.len() <= LISTED => finding.label("unknown region").help(format!(
            "its regions are {}",
            regions.iter().map(region_of).collect::<Vec<_>>().join(", ")
        )),
        None => finding.label("unknown region").help(format!(
            "its regions have codes such as {}, as the page on public holidays lists them",
            regions.iter().take(3).map(region_of).collect::<Vec<_>>().join(", ")
        )),
    })
}

fn region_of(area: &Area) -> String {
    format!("`{}` ({})", area.code(), area.english())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn said(code: &str) -> Option<(String, String)> {
        let finding = unknown(&Spanned::new(code.into(), Span::default()))?;

        Some((finding.message, finding.label))
    }

    #[test]
    fn known_areas_are_no_finding() {
        assert_eq!(said("NL"), None);
        assert_eq!(said("DE-BY"), None);
    }

    #[test]
    fn the_name_of_a_region_leads_to_its_code() {
        assert_eq!(said("DE-BAVARIA").unwrap().1, "Bavaria is `DE-BY`");
        assert_eq!(said("DE-BAYERN").unwrap().1, "Bavaria is `DE-BY`");
    }

    #[test]
    fn a_country_without_regions_is_written_alone() {
        assert_eq!(said("NL-NH").unwrap().1, "its holidays are the same everywhere");
        assert_eq!(
            said("NL-NH").unwrap().0,
            "`NL-NH` is no region of Netherlands whose public holidays are known"
        );
    }

    #[test]
    fn a_country_without_data_asks_for_a_list() {
        assert_eq!(said("AQ").unwrap().0, "the public holidays of `AQ` are not known");
    }
}
