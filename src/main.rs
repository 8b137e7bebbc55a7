//! The `council` program. It alone declares `cli`, so that the library cannot name the command line.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
