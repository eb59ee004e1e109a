//! Promises and addresses of one product that two policies of one publisher give differently.

use super::summary::{Promised, Said};
use super::{Difference, Summary};
use crate::diagnostic::registry;
use std::collections::BTreeMap;

/// So many rules of one commitment are held against those of another policy.
const MOST: usize = 64;

/// Channels of one name and title with other addresses, for one product.
pub fn addresses(policies: &[&Summary], found: &mut Vec<Difference>) {
    let mut first: BTreeMap<_, (&Summary, &Said)> = BTreeMap::new();
    for (number, policy) in policies.iter().enumerate() {
        for said in &policy.addresses {
            let mut told = false;
            for product in &policy.products {
                let key = (&policy.publisher, product, &said.key);
                let Some((owner, before)) = first.get(&key) else {
                    first.insert(key, (policy, said));
                    continue;
                };
                let shared = said.words.iter().any(|address| before.words.contains(address));
                if told || shared || before.place == said.place || owner.name.0 == policy.name.0 {
                    continue;
                }
                told = true;
                found.push(Difference {
                    policy: number,
                    code: &registry::DIFFERING_ADDRESSES,
                    place: said.place.clone(),
                    message: format!("`{}` has another address in `{}`", said.key.0, owner.name.0),
                    label: "the address here".to_owned(),
                    other: (before.place.clone(), "the address there".to_owned()),
                    help: "keep the channel in one file, and bring it in with `use`; or give the two channels two titles",
                });
            }
        }
    }
}

/// Commitments of one name and title with other figures for one case of one product.
pub fn promises(policies: &[&Summary], found: &mut Vec<Difference>) {
    let mut first: BTreeMap<_, (&Summary, Vec<&Promised>)> = BTreeMap::new();
    for (number, policy) in policies.iter().enumerate() {
        let mut by_name: BTreeMap<_, Vec<&Promised>> = BTreeMap::new();
        for promised in &policy.promises {
            by_name.entry(&promised.key).or_default().push(promised);
        }
        for (name, rules) in by_name {
            let mut told = false;
            for product in &policy.products {
                let key = (&policy.publisher, product, name);
                let Some((owner, before)) = first.get(&key) else {
                    first.insert(key, (policy, rules.clone()));
                    continue;
                };
                if told || owner.name.0 == policy.name.0 || rules.len() > MOST || before.len() > MOST {
                    continue;
                }
                let pair = rules.iter().find_map(|here| {
                    let there = before.iter().find(|there| differ(here, there, &product.0))?;
                    Some((here, there))
                });
                let Some((here, there)) = pair else { continue };
                told = true;
                found.push(Difference {
                    policy: number,
                    code: &registry::DIFFERING_PROMISES,
                    place: here.place.clone(),
                    message: format!(
                        "`{}` promises {} for `{}` here, and {} in `{}`",
                        here.key.0, here.said, product.0, there.said, owner.name.0
                    ),
                    label: here.said.clone(),
                    other: (there.place.clone(), there.said.clone()),
                    help: "keep the promise in one policy, and let the other refer to it",
                });
            }
        }
    }
}

/// Whether two rules say different things of one case of a product.
fn differ(here: &Promised, there: &Promised, product: &String) -> bool {
    here.said != there.said
        && here.place != there.place
        && here.cases.iter().any(|one| there.cases.iter().any(|other| meet(one, other, product)))
}

/// Whether two boxes share a case. A fact that only one of them asks for may not be known in the other policy at all, so only
/// boxes that ask for the same are held against each other; both must be for the product.
fn meet(
    one: &BTreeMap<String, Vec<String>>,
    other: &BTreeMap<String, Vec<String>>,
    product: &String,
) -> bool {
    const PRODUCT: &str = "product";
    let of_product = |sides: &BTreeMap<String, Vec<String>>| {
        sides.get(PRODUCT).is_none_or(|values| values.contains(product))
    };
    let alike = |one: &BTreeMap<String, Vec<String>>, other: &BTreeMap<String, Vec<String>>| {
        one.iter().filter(|(fact, _)| fact.as_str() != PRODUCT).all(|(fact, values)| {
            other.get(fact).is_some_and(|others| values.iter().any(|value| others.contains(value)))
        })
    };
    of_product(one) && of_product(other) && alike(one, other) && alike(other, one)
}
