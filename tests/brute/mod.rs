//! Small random worlds of cases, each set kept twice: as drawn, to be looked up case by case, and as a `CaseSet`.

#![expect(clippy::unwrap_used, reason = "a world that cannot be built is to fail the test")]

use avouch::cases::{Case, CaseSet, Dim, Dimension, Space};
use proptest::prelude::*;

/// For each case in order whether a set holds it.
pub type Truth = Vec<bool>;

/// A set as drawn: some boxes, each a mask of classes for every dimension; or all but these.
#[derive(Clone, Debug)]
pub struct Drawn {
    boxes: Vec<[u8; 4]>,
    all_but: bool,
}

/// A space with all of its combinations in order, and sets to try.
#[derive(Clone, Debug)]
pub struct World {
    pub space: Space,
    pub cases: Vec<Case>,
    drawn: Vec<Drawn>,
}

impl Drawn {
    fn holds(&self, case: &Case) -> bool {
        let in_box =
            |masks: &[u8; 4]| case.classes.iter().zip(masks).all(|(class, mask)| mask >> class & 1 == 1);
        self.boxes.iter().any(in_box) != self.all_but
    }

    fn build(&self, space: &Space) -> CaseSet {
        let mut set = CaseSet::nothing();
        for masks in &self.boxes {
            let mut part = CaseSet::everything();
            for (dim, mask) in space.dims().zip(masks) {
                part = part.and(&space.is(dim, (0..4).filter(|class| mask >> class & 1 == 1)));
            }
            set = set.or(&part);
        }
        if self.all_but { set.not() } else { set }
    }
}

impl World {
    pub fn set(&self, at: usize) -> CaseSet {
        self.drawn[at].build(&self.space)
    }

    pub fn truth(&self, at: usize) -> Truth {
        self.cases.iter().map(|case| self.drawn[at].holds(case)).collect()
    }

    /// What a set says of each case, asked one by one.
    pub fn table(&self, set: &CaseSet) -> Truth {
        self.cases.iter().map(|case| set.contains(case)).collect()
    }

    pub fn possible_truth(&self, truth: &Truth) -> Truth {
        let possible = self.space.possible();
        self.cases.iter().zip(truth).map(|(case, held)| *held && possible.contains(case)).collect()
    }

    pub fn where_is(&self, dim: Dim, class: usize) -> Truth {
        self.cases.iter().map(|case| case.class(dim) == Some(class)).collect()
    }

    pub fn position(&self, case: &Case) -> usize {
        self.cases.iter().position(|other| other == case).unwrap()
    }

    /// The set with exactly these cases, put together from them one at a time, the last first.
    pub fn set_of(&self, truth: &Truth) -> CaseSet {
        let mut set = CaseSet::nothing();
        for (case, _) in self.cases.iter().zip(truth).rev().filter(|(_, held)| **held) {
            let mut point = CaseSet::everything();
            for dim in self.space.dims() {
                point = point.and(&self.space.is(dim, case.class(dim)));
            }
            set = set.or(&point);
        }
        set
    }
}

/// Worlds of one to four dimensions with one to four classes each, and this many sets.
pub fn world(sets: usize) -> impl Strategy<Value = World> {
    let sizes = prop::collection::vec(1..=4usize, 1..=4);
    (sizes, prop::option::of(drawn()), prop::collection::vec(drawn(), sets)).prop_map(
        |(sizes, possible, drawn)| {
            let dimension = |(at, size): (usize, &usize)| Dimension {
                name: format!("d{at}").into(),
                classes: (0..*size).map(|class| format!("c{class}").into()).collect(),
            };
            let whole = Space::new(sizes.iter().enumerate().map(dimension).collect()).unwrap();
            let mut cases = vec![Case { classes: Vec::new() }];
            for size in sizes {
                let longer = |case: &Case| {
                    let case = case.clone();
                    (0..size).map(move |class| Case { classes: [case.classes.clone(), vec![class]].concat() })
                };
                cases = cases.iter().flat_map(longer).collect();
            }
            let space = match possible {
                Some(possible) => whole.narrowed(&possible.build(&whole)).unwrap(),
                None => whole,
            };
            World { space, cases, drawn }
        },
    )
}

/// Sets of no box to three boxes; dimensions often do not matter, so that sets nest, touch and coincide.
fn drawn() -> impl Strategy<Value = Drawn> {
    let mask = prop_oneof![2 => Just(0b1111u8), 3 => 0..16u8];
    let boxes = prop_oneof![
        3 => prop::collection::vec(prop::array::uniform4(mask.clone()), 1),
        1 => prop::collection::vec(prop::array::uniform4(mask), 0..=3),
    ];
    (boxes, prop::bool::weighted(0.2)).prop_map(|(boxes, all_but)| Drawn { boxes, all_but })
}
