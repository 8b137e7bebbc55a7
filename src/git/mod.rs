//! The only module that runs git. Knows nothing of records: it speaks of a folder, the repository that the folder lies
//! in, and paths from that folder, with `/`. It is the system's git, so that hooks, signing and identity are the user's.

mod contents;
mod history;
mod kept;
mod repository;
mod run;
mod save;
mod share;
mod touched;

pub use contents::{Contents, Versions};
pub use history::{Commit, History};
pub use kept::{Keeping, keeping, repository_of};
pub use repository::{Head, Hooks, Repository, UnderWay, init, repository};
pub use run::GitError;
pub use save::CommitEnd;
pub use share::{FetchEnd, MergeEnd, PushEnd, Trouble, Upstream};
pub use touched::{Conflicts, Touched};
