//! Two pieces of work at the same time, where there is so much of it that a second processor is worth asking.
//!
//! In: two pieces of work that do not know each other. Out: what both give. Whether one processor did them or two cannot be seen,
//! and a panic of either goes on as if there had been one.

use std::panic::resume_unwind;
use std::thread;

/// Does `beside` and `here`, one after the other, or at the same time where there is much to do: a millisecond or more each, since
/// a second processor costs a tenth of one.
pub fn both<A, B: Send>(much: bool, here: impl FnOnce() -> A, beside: impl FnOnce() -> B + Send) -> (A, B) {
    if !much {
        let beside = beside();
        return (here(), beside);
    }
    thread::scope(|scope| {
        let beside = scope.spawn(beside);
        let here = here();
        (here, beside.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

#[cfg(test)]
mod tests {
    use super::both;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[test]
    fn both_give_what_they_give() {
        let text = "day".to_owned();
        for much in [false, true] {
            assert_eq!(both(much, || text.len(), || format!("{text}s")), (3, "days".to_owned()));
        }
    }

    #[test]
    fn a_panic_beside_goes_on() {
        for much in [false, true] {
            let done = catch_unwind(AssertUnwindSafe(|| both(much, || (), || panic!("beside"))));
            let said = done.expect_err("it panicked").downcast_ref::<&str>().copied();
            assert_eq!(said, Some("beside"));
        }
    }
}
