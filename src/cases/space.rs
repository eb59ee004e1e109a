//! The space of cases: dimensions with their classes, and the combinations that can exist.
//!
//! In: dimensions in order, each with a name and the labels of its classes. Out: a [`Space`] against which sets are
//! counted, listed and proved; and [`Case`], one full combination. Names and labels are carried, never interpreted.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::sync::Arc;

use super::{CaseSet, ClassSet, MOST_DIMENSIONS, TooComplex};

/// The number of a dimension within its space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dim(pub u16);

impl Dim {
    /// The position of the dimension in its space.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One dimension: a fact and the values of it that can be told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// What the dimension is called.
    pub name: SmolStr,
    /// What its classes are called, in their order.
    pub classes: Vec<SmolStr>,
}

/// Ordered dimensions, and which combinations of their classes can exist at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Space {
    dimensions: Arc<[Dimension]>,
    /// The number of each class by its label, for each dimension of more than a few classes.
    places: Arc<[FxHashMap<SmolStr, usize>]>,
    possible: CaseSet,
}

/// One case: a class for every dimension of the space, in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Case {
    /// The class in each dimension.
    pub classes: Vec<usize>,
}

/// A box of cases: for some dimensions the classes that it holds for; the dimensions not named do not matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Condition {
    /// Dimensions in order with the classes that meet the condition: never none, never all of them.
    pub sides: Vec<(Dim, ClassSet)>,
}

/// So many labels are looked through sooner than they are found by a table.
const FEW: usize = 12;

impl Space {
    /// A space in which every combination can exist, or none if a dimension has no class.
    pub fn new(dimensions: Vec<Dimension>) -> Result<Self, TooComplex> {
        if dimensions.len() > MOST_DIMENSIONS {
            return Err(TooComplex);
        }
        let hollow = dimensions.iter().any(|dimension| dimension.classes.is_empty());
        let possible = if hollow { CaseSet::nothing() } else { CaseSet::everything() };
        let places = dimensions.iter().map(|dimension| {
            if dimension.classes.len() <= FEW {
                return FxHashMap::default();
            }
            // Of two classes with one label the first is found.
            let labels = dimension.classes.iter().enumerate().rev();
            labels.map(|(class, label)| (label.clone(), class)).collect()
        });
        Ok(Self { places: places.collect(), dimensions: dimensions.into(), possible })
    }

    /// The dimensions in order.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// The combinations that can exist.
    pub fn possible(&self) -> &CaseSet {
        &self.possible
    }

    /// The same space with only those combinations that are in `cases` too.
    pub fn narrowed(&self, cases: &CaseSet) -> Result<Self, TooComplex> {
        let possible = self.possible.try_and(cases)?;
        Ok(Self { dimensions: Arc::clone(&self.dimensions), places: Arc::clone(&self.places), possible })
    }

    /// The dimensions' numbers in order.
    pub fn dims(&self) -> impl Iterator<Item = Dim> + '_ {
        (0..=u16::MAX).take(self.dimensions.len()).map(Dim)
    }

    /// The dimension with this name.
    pub fn dim(&self, name: &str) -> Option<Dim> {
        self.dims().find(|dim| self.dimensions[dim.index()].name == name)
    }

    /// The number of the class with this label.
    pub fn class(&self, dim: Dim, label: &str) -> Option<usize> {
        let classes = &self.dimensions.get(dim.index())?.classes;
        if classes.len() <= FEW {
            return classes.iter().position(|known| known == label);
        }
        self.places.get(dim.index())?.get(label).copied()
    }

    /// The label of a class.
    pub fn label(&self, dim: Dim, class: usize) -> Option<&SmolStr> {
        self.dimensions.get(dim.index())?.classes.get(class)
    }

    /// How many classes a dimension has; a dimension that the space lacks has none.
    pub fn size(&self, dim: Dim) -> usize {
        self.dimensions.get(dim.index()).map_or(0, |dimension| dimension.classes.len())
    }

    /// The named classes of a dimension as a set.
    pub fn classes(&self, dim: Dim, classes: impl IntoIterator<Item = usize>) -> ClassSet {
        ClassSet::of(self.size(dim), classes)
    }

    /// The cases whose class in this dimension is one of those named.
    pub fn is(&self, dim: Dim, classes: impl IntoIterator<Item = usize>) -> CaseSet {
        CaseSet::is(dim, self.classes(dim, classes))
    }
}

impl Case {
    /// The class in a dimension.
    pub fn class(&self, dim: Dim) -> Option<usize> {
        self.classes.get(dim.index()).copied()
    }

    /// The dimensions, with their class here, that make this case belong to `set`: whatever the other dimensions are,
    /// every case that can exist with these classes is in the set too. A case outside the set has none.
    ///
    /// Later dimensions are left out first, so what is left is among the first that the space names.
    pub fn what_matters(&self, space: &Space, set: &CaseSet) -> Result<Vec<(Dim, usize)>, TooComplex> {
        if !set.contains(self) {
            return Ok(Vec::new());
        }
        let wide = set.try_or(&space.possible().not())?;
        let mut kept = Condition { sides: Vec::new() };
        for dim in wide.dims() {
            if let Some(class) = self.class(dim) {
                kept.sides.push((dim, space.classes(dim, [class])));
            }
        }
        for at in (0..kept.sides.len()).rev() {
            let side = kept.sides.remove(at);
            if !wide.holds_all_of(&kept) {
                kept.sides.insert(at, side);
            }
        }
        Ok(kept.sides.iter().filter_map(|(dim, classes)| Some((*dim, classes.first()?))).collect())
    }
}

impl Condition {
    /// The classes that meet the condition in a dimension, or `None` if the dimension does not matter.
    pub fn side(&self, dim: Dim) -> Option<&ClassSet> {
        let at = self.sides.binary_search_by_key(&dim, |(dim, _)| *dim).ok()?;
        Some(&self.sides[at].1)
    }

    /// The cases that meet it.
    pub fn cases(&self) -> CaseSet {
        CaseSet::of_sides(&self.sides)
    }

    /// Whether a case meets it.
    pub fn contains(&self, case: &Case) -> bool {
        self.sides.iter().all(|(dim, classes)| case.class(*dim).is_some_and(|class| classes.contains(class)))
    }
}
