//! Forms of findings for people and machines, one file each.
