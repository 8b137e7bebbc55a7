//! The commands that need git, in repositories made for each test, with settings of their own: what `check --changed`
//! looks at, what `commit` takes in and says, what `sync` does with two clones, what `log` reads back.

mod changed;
mod commit;
mod edges;
mod log;
pub mod repo;
mod sync;

use repo::Repo;
