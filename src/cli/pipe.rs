//! A table from a source to a stream on several threads, in order, in little memory.
//!
//! One thread takes pieces from the source, others work them out, and the caller's writes them in the order in
//! which they were read. Only so many pieces are under way at a time, so that memory does not grow with the table. A text is cut
//! into pieces where records end.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::failure::Failure;

/// Bytes that are read at a time.
pub const PIECE: usize = 1 << 20;
/// A single record may not be longer.
pub const LONGEST: usize = 64 << 20;
/// Pieces under way for each thread.
const UNDER_WAY: usize = 3;

/// What is read piece by piece.
pub trait Source: Send {
    /// A piece.
    type Piece: Send;
    /// The next piece; none at the end.
    fn next(&mut self) -> Result<Option<Self::Piece>, Broken>;
}

/// A piece of a text that ends where a record ends.
pub struct Piece {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The line on which it begins, from 1.
    pub line: u64,
}

/// Why a table did not come through.
pub enum Broken {
    /// It cannot be read.
    Input(io::Error),
    /// What was read cannot be understood.
    Damaged(Failure),
    /// The record on this line has no end.
    Endless(u64),
    /// What it became cannot be used.
    Output(Failure),
}

/// A text, cut where records end.
pub struct Cutter<'i, C> {
    input: &'i mut (dyn Read + Send),
    cut: C,
    /// How many bytes are read at a time.
    length: usize,
    /// What was read and not handed on.
    rest: Vec<u8>,
    line: u64,
    ended: bool,
}

impl<'i, C: Fn(&[u8]) -> Option<usize> + Send> Cutter<'i, C> {
    /// Cuts a text into pieces of about this length. `begun` was read already and comes first; it begins on this line.
    pub fn new(input: &'i mut (dyn Read + Send), begun: Vec<u8>, line: u64, length: usize, cut: C) -> Self {
        Self { input, cut, length, rest: begun, line, ended: false }
    }
}

impl<C: Fn(&[u8]) -> Option<usize> + Send> Source for Cutter<'_, C> {
    type Piece = Piece;

    fn next(&mut self) -> Result<Option<Piece>, Broken> {
        loop {
            if self.ended && self.rest.is_empty() {
                return Ok(None);
            }
            if !self.ended {
                // A record that does not end is read on in ever longer stretches, so that looking for its end stays cheap.
                let wanted = self.length.saturating_sub(self.rest.len()).max(self.rest.len());
                let mut taken = self.input.take(wanted as u64);
                let read = taken.read_to_end(&mut self.rest).map_err(Broken::Input)?;
                self.ended = read < wanted;
            }
            let end = if self.ended { Some(self.rest.len()) } else { (self.cut)(&self.rest) };
            let Some(end) = end.filter(|end| *end > 0) else {
                if self.rest.len() > LONGEST {
                    return Err(Broken::Endless(self.line));
                }
                continue;
            };
            let behind = self.rest.split_off(end);
            let bytes = std::mem::replace(&mut self.rest, behind);
            let line = self.line;
            self.line += memchr::memchr_iter(b'\n', &bytes).count() as u64;
            return Ok(Some(Piece { bytes, line }));
        }
    }
}

/// Runs a table through `worker`s, each of which is made on its own thread, and gives what they made of the pieces to `write`,
/// in order.
pub fn pipe<S: Source, M: Send>(
    mut source: S,
    threads: usize,
    worker: impl Fn(&dyn Pieces<S::Piece, M>) + Sync,
    mut write: impl FnMut(M, usize) -> Result<(), Failure>,
) -> Result<(), Broken> {
    let (pieces, taken) = sync_channel::<(usize, S::Piece)>(threads);
    let (made, finished) = channel::<(usize, usize, M)>();
    let (permits, free) = sync_channel::<()>(threads * UNDER_WAY);
    for _ in 0..threads * UNDER_WAY {
        // There is room for all of them.
        let _ = permits.send(());
    }
    let taken = Mutex::new(taken);
    thread::scope(|scope| {
        let reading = scope.spawn(move || read(&mut source, &free, &pieces));
        for _ in 0..threads {
            let queue = Queue { taken: &taken, made: made.clone() };
            let worker = &worker;
            scope.spawn(move || worker(&queue));
        }
        drop(made);
        let mut waiting: BTreeMap<usize, (usize, M)> = BTreeMap::new();
        let mut next = 0;
        let mut failed = None;
        for (index, length, made) in finished {
            waiting.insert(index, (length, made));
            while let Some((length, made)) = waiting.remove(&next) {
                next += 1;
                if failed.is_none() {
                    failed = write(made, length).err();
                }
                if failed.is_none() {
                    // The reader may have come to the end already.
                    let _ = permits.send(());
                }
            }
            if failed.is_some() {
                break;
            }
        }
        // Without permits the reader stops, and without pieces the workers do.
        drop(permits);
        let read =
            reading.join().unwrap_or_else(|_| Err(Broken::Input(io::Error::other("a thread ended early"))));
        match failed {
            Some(failure) => Err(Broken::Output(failure)),
            None => read,
        }
    })
}

fn read<S: Source>(
    source: &mut S,
    free: &Receiver<()>,
    pieces: &SyncSender<(usize, S::Piece)>,
) -> Result<(), Broken> {
    for index in 0.. {
        if free.recv().is_err() {
            break;
        }
        let Some(piece) = source.next()? else { break };
        if pieces.send((index, piece)).is_err() {
            break;
        }
    }
    Ok(())
}

/// The pieces that a worker takes and gives back.
pub trait Pieces<P, M> {
    /// The next piece with its number; none when there are no more.
    fn take(&self) -> Option<(usize, P)>;
    /// What the piece of this number and length became.
    fn give(&self, index: usize, length: usize, made: M);
}

struct Queue<'q, P, M> {
    taken: &'q Mutex<Receiver<(usize, P)>>,
    made: std::sync::mpsc::Sender<(usize, usize, M)>,
}

impl<P, M> Pieces<P, M> for Queue<'_, P, M> {
    fn take(&self) -> Option<(usize, P)> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
    }

    fn give(&self, index: usize, length: usize, made: M) {
        // Nobody waits for it any more when writing failed.
        let _ = self.made.send((index, length, made));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &str, threads: usize) -> Result<String, Broken> {
        let mut out = String::new();
        let cut = |bytes: &[u8]| bytes.iter().rposition(|byte| *byte == b'\n').map(|at| at + 1);
        let worker = |pieces: &dyn Pieces<Piece, String>| {
            while let Some((index, piece)) = pieces.take() {
                let text = String::from_utf8(piece.bytes).unwrap();
                pieces.give(index, text.len(), format!("{}:{text}", piece.line));
            }
        };
        let mut input = input.as_bytes();
        pipe(Cutter::new(&mut input, Vec::new(), 1, PIECE, cut), threads, worker, |made, _| {
            out.push_str(&made);
            Ok(())
        })?;
        Ok(out)
    }

    #[test]
    fn pieces_come_out_in_order_whatever_the_number_of_threads() {
        let table = "a row of the table\n".repeat(400_000);
        let one = lines(&table, 1).unwrap_or_default();
        assert_eq!(one.matches("a row of the table\n").count(), 400_000);
        assert!(one.starts_with("1:") && one.len() > table.len() + 10);
        assert_eq!(lines(&table, 4).unwrap_or_default(), one);
    }

    #[test]
    fn a_record_without_end_is_an_error() {
        let cut = |_: &[u8]| None;
        let mut input = io::repeat(b'x');
        let idle = |pieces: &dyn Pieces<Piece, ()>| while pieces.take().is_some() {};
        let result = pipe(Cutter::new(&mut input, Vec::new(), 7, PIECE, cut), 2, idle, |(), _| Ok(()));
        assert!(matches!(result, Err(Broken::Endless(7))));
    }

    #[test]
    fn what_cannot_be_written_ends_it() {
        let cut = |bytes: &[u8]| Some(bytes.len());
        let mut input = io::repeat(b'x');
        let worker = |pieces: &dyn Pieces<Piece, ()>| {
            while let Some((index, piece)) = pieces.take() {
                pieces.give(index, piece.bytes.len(), ());
            }
        };
        let full = |(), _| Err(Failure::new("the disk is full"));
        let source = Cutter::new(&mut input, Vec::new(), 1, PIECE, cut);
        assert!(matches!(pipe(source, 2, worker, full), Err(Broken::Output(_))));
    }
}
