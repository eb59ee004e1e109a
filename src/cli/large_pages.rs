//! Large pages of memory: for a large policy alone.
//!
//! A system hands out memory in pages of 4 KiB, or, where it may, of 2 MiB. A large policy is checked a fifth sooner in large
//! ones; for the few hundred kilobytes of a usual policy the first of them would only have to be cleared. The allocator asks for
//! large pages everywhere, so they are turned off as the program starts and on again before a large policy is read. Only Linux
//! is asked; elsewhere, and where the system refuses, all goes on as it is.

/// From how many bytes of one policy large pages are sooner there: its trees alone fill several of them.
const LARGE: u64 = 1 << 20;

/// Turns large pages off, at the start of the program.
pub fn later() {
    allow(false);
}

/// Turns large pages on if a policy of so many bytes is about to be read.
pub fn for_policy(bytes: u64) {
    if bytes >= LARGE {
        allow(true);
    }
}

#[cfg(target_os = "linux")]
fn allow(large: bool) {
    // What is refused costs time at most.
    let _ = rustix::thread::disable_transparent_huge_pages(!large);
}

#[cfg(not(target_os = "linux"))]
fn allow(_large: bool) {}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{for_policy, later};

    #[test]
    fn large_policies_turn_them_on() {
        // One test alone asks, since the answer is that of the whole process.
        let off = || rustix::thread::transparent_huge_pages_are_disabled().expect("the system tells");
        later();
        assert!(off());
        for_policy(4_000);
        assert!(off());
        for_policy(10_000_000);
        assert!(!off());
    }
}
