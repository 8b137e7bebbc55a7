//! The build script: makes Rust of the built-in minutes, `templates/fr/minutes.md` and `templates/en/minutes.md`. Why is
//! told in `docs/decisions/0008-built-in-minutes-as-rust.md`.
//!
//! A template is turned statement by statement. An expression is turned in one of three ways, by what is asked of it:
//! [`Compiler::place`], where a fact is (an `Option` of a reference); [`Compiler::truth`], whether it is as good as yes;
//! [`Compiler::text`], what it says. The code that comes of it calls `src/document/native.rs`.

#![allow(clippy::print_stdout, clippy::expect_used, clippy::panic, reason = "it talks to cargo, and stops the build")]

use minijinja::Value;
use minijinja::machinery::ast::{BinOpKind, CallArg, Expr, Filter, Stmt, UnaryOpKind};
use minijinja::machinery::parse;
use std::fmt::{Debug, Write as _};
use std::path::Path;

#[path = "../src/document/prepared.rs"]
#[allow(dead_code, reason = "places in a template are for the program")]
mod prepared;

fn main() {
    let mut code = String::new();
    for (language, name) in [("fr", "French"), ("en", "English")] {
        let path = format!("templates/{language}/minutes.md");
        println!("cargo::rerun-if-changed={path}");
        let written = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let prepared = prepared::Prepared::new(&written);
        let template = parse(&prepared.text, &path, prepared::syntax()).unwrap_or_else(|error| panic!("{error:#}"));
        let body = Compiler { path: &path, variables: Vec::new() }.statement(&template);
        let _ = write!(
            code,
            "/// Writes `{path}`.\npub(super) fn {language}(facts: &MinutesFacts, out: &mut String) {{\n\
             let language = Language::{name};\n{body}}}\n"
        );
    }
    let folder = std::env::var_os("OUT_DIR").expect("cargo tells where to write");
    std::fs::write(Path::new(&folder).join("minutes.rs"), code).expect("a file in the build's own folder");
}

/// Turns a template into code that writes it to `out`.
struct Compiler<'a> {
    path: &'a str,
    /// What the template has named itself so far: items of loops, and what was set. Where such a name is used outside of
    /// its block, the compiler finds nothing of that name.
    variables: Vec<String>,
}

impl Compiler<'_> {
    fn statements(&mut self, statements: &[Stmt<'_>]) -> String {
        statements.iter().map(|statement| self.statement(statement)).collect()
    }

    fn statement(&mut self, statement: &Stmt<'_>) -> String {
        match statement {
            Stmt::Template(template) => self.statements(&template.children),
            Stmt::EmitRaw(raw) => format!("out.push_str({:?});\n", raw.raw),
            Stmt::EmitExpr(said) => match &said.expr {
                // What keeps a line's end says nothing.
                Expr::Const(nothing) if nothing.value.as_str() == Some("") => String::new(),
                place @ (Expr::Var(_) | Expr::GetAttr(_)) => {
                    format!("say({}, out); {}", self.place(place), self.line(place))
                }
                text => format!("out.push_str(&{}); {}", self.text(text), self.line(text)),
            },
            Stmt::IfCond(asked) => {
                let (truth, yes) = (self.truth(&asked.expr), self.statements(&asked.true_body));
                let otherwise = match asked.false_body.as_slice() {
                    [] => "\n".to_owned(),
                    [elif @ Stmt::IfCond(_)] => format!(" else {}", self.statement(elif)),
                    no => format!(" else {{\n{}}}\n", self.statements(no)),
                };
                format!("if {truth} {{ {}{yes}}}{otherwise}", self.line(&asked.expr))
            }
            Stmt::ForLoop(each) if each.filter_expr.is_none() && !each.recursive && each.else_body.is_empty() => {
                let (items, item) = (self.place(&each.iter), self.name(&each.target));
                self.variables.push(item.clone());
                format!("for {item} in items({items}) {{ {}{}}}\n", self.line(&each.iter), self.statements(&each.body))
            }
            Stmt::Set(set) => {
                let (place, name) = (self.place(&set.expr), self.name(&set.target));
                self.variables.push(name.clone());
                format!("let {name} = {place}; {}", self.line(&set.expr))
            }
            other => self.refuse(other),
        }
    }

    /// A comment that says which line of the template this is from, for who reads an error of the compiler.
    fn line(&self, expression: &Expr<'_>) -> String {
        format!("// {}:{}\n", self.path, expression.span().start_line)
    }

    /// The name that a loop gives its items, or what is set.
    fn name(&self, target: &Expr<'_>) -> String {
        match target {
            Expr::Var(name) => name.id.to_owned(),
            other => self.refuse(other),
        }
    }

    /// Where a fact is: `None` where nothing is said.
    fn place(&self, place: &Expr<'_>) -> String {
        match place {
            Expr::Var(name) if self.variables.iter().any(|known| known == name.id) => name.id.to_owned(),
            Expr::Var(name) => format!("facts.{}.fact()", name.id),
            Expr::GetAttr(of) => format!("{}.and_then(|it| it.{}.fact())", self.place(&of.expr), of.name),
            other => self.refuse(other),
        }
    }

    /// Whether it is as good as yes: something that is neither empty nor nothing.
    fn truth(&self, asked: &Expr<'_>) -> String {
        match asked {
            Expr::UnaryOp(of) if matches!(of.op, UnaryOpKind::Not) => format!("!{}", self.truth(&of.expr)),
            Expr::BinOp(of) => match of.op {
                BinOpKind::ScAnd => format!("({} && {})", self.truth(&of.left), self.truth(&of.right)),
                BinOpKind::ScOr => format!("({} || {})", self.truth(&of.left), self.truth(&of.right)),
                BinOpKind::Eq => self.same(&of.left, &of.right),
                BinOpKind::Ne => format!("!{}", self.same(&of.left, &of.right)),
                _ => self.refuse(asked),
            },
            Expr::Test(of) if of.name == "none" => format!("{}.is_none()", self.place(&of.expr)),
            place => format!("is_true({})", self.place(place)),
        }
    }

    /// Whether a list is as long as a number, a fact is a word, or two facts say the same.
    fn same(&self, one: &Expr<'_>, other: &Expr<'_>) -> String {
        match (one, other) {
            (Expr::Filter(of), Expr::Const(number)) if of.name == "length" => match number.value.as_usize() {
                Some(length) => format!("(items({}).len() == {length})", self.place(self.filtered(one, of))),
                None => self.refuse(other),
            },
            (place, Expr::Const(word)) => {
                format!("is_word({}, {})", self.place(place), self.literal(other, &word.value))
            }
            (one, other) => format!("({} == {})", self.place(one), self.place(other)),
        }
    }

    /// What it says, as a `Cow<str>`.
    fn text(&self, said: &Expr<'_>) -> String {
        match said {
            Expr::Const(text) => format!("Cow::Borrowed({})", self.literal(said, &text.value)),
            Expr::IfExpr(of) => {
                let otherwise = of.false_expr.as_ref().map_or("Cow::Borrowed(\"\")".to_owned(), |text| self.text(text));
                format!("(if {} {{ {} }} else {{ {otherwise} }})", self.truth(&of.test_expr), self.text(&of.true_expr))
            }
            Expr::BinOp(of) if matches!(of.op, BinOpKind::ScOr) => {
                format!("or({}, || {})", self.text(&of.left), self.text(&of.right))
            }
            Expr::Filter(of) => self.filter(said, of),
            place => format!("text({})", self.place(place)),
        }
    }

    fn filter(&self, said: &Expr<'_>, filter: &Filter<'_>) -> String {
        let of = self.filtered(said, filter);
        let words: Vec<String> = filter.args.iter().map(|word| self.argument(said, word)).collect();
        match (filter.name, words.as_slice()) {
            ("capital", []) => format!("capital(&{})", self.text(of)),
            ("counted", [one, many]) => format!("counted({}, {one}, {many}, language)", self.place(of)),
            ("join", [between]) => format!("join({}, {between})", self.place(of)),
            ("list", []) => format!("list({}, language)", self.place(of)),
            _ => self.refuse(said),
        }
    }

    /// What is put through a filter.
    fn filtered<'e>(&self, said: &Expr<'_>, filter: &'e Filter<'e>) -> &'e Expr<'e> {
        filter.expr.as_ref().unwrap_or_else(|| self.refuse(said))
    }

    fn argument(&self, said: &Expr<'_>, argument: &CallArg<'_>) -> String {
        match argument {
            CallArg::Pos(word @ Expr::Const(argument)) => self.literal(word, &argument.value),
            _ => self.refuse(said),
        }
    }

    fn literal(&self, said: &Expr<'_>, value: &Value) -> String {
        value.as_str().map_or_else(|| self.refuse(said), |text| format!("{text:?}"))
    }

    /// Stops the build at what the minutes have not needed so far. A node says last where it stands.
    fn refuse(&self, node: &impl Debug) -> ! {
        let node = format!("{node:?}");
        let kind = node.split(' ').next().unwrap_or_default();
        let place = node.rsplit(" @ ").next().unwrap_or_default();
        panic!("{}:{place}: templates/compile.rs makes no Rust of this yet ({kind})", self.path)
    }
}
