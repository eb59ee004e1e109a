//! Things that lead to themselves in the end: plans, calendars and prices that are made of one another.
//!
//! In: for each thing, by its place in a list, the places of those that it leads to. Out: the circles. The work grows with
//! the number of steps and the depth of the stack does not grow, however long a chain is.

/// The circles, each by the first of its things, in the order of these.
///
/// Things that lead to each other are one circle, and no thing is in two.
pub fn circles(leads: &[Vec<usize>]) -> Vec<usize> {
    if leads.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let mut search = Search {
        order: vec![None; leads.len()],
        lowest: vec![0; leads.len()],
        waits: vec![false; leads.len()],
        waiting: Vec::new(),
        met: 0,
        found: Vec::new(),
    };
    for start in 0..leads.len() {
        if search.order[start].is_none() {
            search.from(start, leads);
        }
    }
    search.found.sort_unstable();
    search.found
}

/// The things from which a chain is longer than so many steps, and of which none leads to another one; things in circles, and
/// what leads to these alone, are not among them.
pub fn too_deep(leads: &[Vec<usize>], most: usize) -> Vec<usize> {
    if leads.len() <= most {
        return Vec::new();
    }
    // From what is left after so many rounds, a chain of so many steps begins.
    let mut deep = vec![true; leads.len()];
    for _ in 0..=most {
        let next: Vec<bool> = leads.iter().map(|leads| leads.iter().any(|to| deep[*to])).collect();
        if !next.contains(&true) {
            return Vec::new();
        }
        deep = next;
    }
    let first = |at: &usize| deep[*at] && !leads[*at].iter().any(|to| deep[*to]);
    (0..leads.len()).filter(first).collect()
}

/// Tarjan's search for things that lead to each other, with a stack of its own.
struct Search {
    /// When each thing was met.
    order: Vec<Option<usize>>,
    /// The earliest that is reached from each thing.
    lowest: Vec<usize>,
    /// Whether a thing waits for the end of its circle.
    waits: Vec<bool>,
    waiting: Vec<usize>,
    met: usize,
    found: Vec<usize>,
}

impl Search {
    fn from(&mut self, start: usize, leads: &[Vec<usize>]) {
        let mut open = vec![(start, 0)];
        self.meet(start);
        while let Some((at, step)) = open.last_mut() {
            let at = *at;
            if let Some(&next) = leads[at].get(*step) {
                *step += 1;
                match self.order[next] {
                    None => {
                        self.meet(next);
                        open.push((next, 0));
                    }
                    Some(order) if self.waits[next] => self.lowest[at] = self.lowest[at].min(order),
                    Some(_) => {}
                }
            } else {
                open.pop();
                if let Some((before, _)) = open.last() {
                    self.lowest[*before] = self.lowest[*before].min(self.lowest[at]);
                }
                if self.order[at] == Some(self.lowest[at]) {
                    self.close(at, leads);
                }
            }
        }
    }

    fn meet(&mut self, at: usize) {
        self.order[at] = Some(self.met);
        self.lowest[at] = self.met;
        self.met += 1;
        self.waits[at] = true;
        self.waiting.push(at);
    }

    /// All that waits behind a thing leads to it and is reached from it.
    fn close(&mut self, at: usize, leads: &[Vec<usize>]) {
        let from = self.waiting.iter().rposition(|waiting| *waiting == at).unwrap_or(0);
        let circle = self.waiting.split_off(from);
        for &one in &circle {
            self.waits[one] = false;
        }
        if circle.len() > 1 || leads[at].contains(&at) {
            self.found.extend(circle.into_iter().min());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{circles, too_deep};

    #[test]
    fn each_circle_is_told_by_its_first_thing() {
        assert_eq!(circles(&[]), Vec::<usize>::new());
        assert_eq!(circles(&[vec![1], vec![2], vec![]]), Vec::<usize>::new());
        assert_eq!(circles(&[vec![0]]), [0]);
        assert_eq!(circles(&[vec![1], vec![2, 4], vec![1], vec![], vec![5], vec![4, 3]]), [1, 4]);
        assert_eq!(circles(&[vec![1, 2], vec![3], vec![3], vec![]]), Vec::<usize>::new());
    }

    #[test]
    fn the_first_thing_of_a_chain_that_is_too_long_is_told() {
        let chain = [vec![1], vec![2], vec![3], vec![], vec![0], vec![3]];
        assert_eq!(too_deep(&chain, 4), Vec::<usize>::new());
        assert_eq!(too_deep(&chain, 3), [4]);
        assert_eq!(too_deep(&chain, 2), [0]);
        assert_eq!(too_deep(&[vec![1], vec![0]], 1), Vec::<usize>::new(), "circles are told elsewhere");
        assert_eq!(too_deep(&[], 0), Vec::<usize>::new());
    }

    #[test]
    fn a_chain_of_any_length_has_an_answer() {
        let count = 100_000;
        let chain: Vec<Vec<usize>> = (0..count).map(|at| vec![(at + 1) % count]).collect();
        assert_eq!(circles(&chain), [0]);
    }
}
