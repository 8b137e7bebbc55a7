//! One run over a record: the files that all councils share, then the councils, one after another on each core; each is
//! read, looked at and dropped.

use super::allow::Allowed;
use super::context::{CouncilScope, LandlordScope, RecordScope, Trouble};
use super::finding::{At, Findings, Located, Reported, located};
use super::spending::Spending;
use super::unused_allow::{Candidate, candidates, unused};
use super::{RULES, Rule};
use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::document::Template;
use crate::model::{Charter, Coaching, Date, DocumentKind, Id, WrittenFile};
use crate::record::{CouncilRecord, File, Record, TextFile, Written};
use crate::store::{FileKind, Layout, Staged, Stray};
use crate::yaml::FaultKind;
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashSet};

/// What is checked.
#[derive(Debug, Clone)]
pub enum Scope {
    /// The whole record.
    Whole,
    /// Files and folders of it, from its root; rules across councils are left out.
    Paths(Vec<String>),
}

/// What a run found.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// The problems, in order of file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files were read.
    pub files: usize,
    /// Whether rules across councils were left out.
    pub partial: bool,
}

impl Checked {
    /// How many problems of this severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}

/// What a look at some files found.
#[derive(Debug, Default)]
struct Looked {
    diagnostics: Vec<Diagnostic>,
    /// What comments silenced.
    used: HashSet<Allowed>,
    /// The comments there are; none where only errors are looked for.
    comments: Vec<Candidate>,
}

impl Looked {
    /// What was found, in these files.
    fn of(found: Vec<Reported>, files: &[&dyn Written]) -> Self {
        let Located { diagnostics, used } = located(found, files);
        Self { diagnostics, used, comments: Vec::new() }
    }

    fn extend(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
        self.used.extend(other.used);
        self.comments.extend(other.comments);
    }

    /// The problems, with those of comments that silenced nothing.
    fn told(self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics;
        diagnostics.extend(unused(self.comments, &self.used));
        diagnostics
    }
}

impl Scope {
    /// The same part of the record once its files and folders have these names.
    #[must_use]
    pub fn renamed(&self, staged: &Staged) -> Self {
        match self {
            Self::Whole => Self::Whole,
            Self::Paths(paths) => Self::Paths(paths.iter().map(|path| staged.to_be(path)).collect()),
        }
    }

    /// Says whether what is found at a path is told.
    pub fn covers(&self, path: &str) -> bool {
        match self {
            Self::Whole => true,
            Self::Paths(paths) => paths.iter().any(|chosen| is_within(path, chosen)),
        }
    }

    fn wants_council(&self, id: &Id) -> bool {
        match self {
            Self::Whole => true,
            Self::Paths(paths) => {
                paths.iter().any(|chosen| is_within(chosen, id.as_str()) || is_within(id.as_str(), chosen))
            }
        }
    }
}

/// Says whether a path is that of a folder, or lies in it; the root holds all.
fn is_within(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Checks a record as of a day.
pub fn check(record: &Record, scope: &Scope, today: Date) -> Checked {
    let listing = record.root();
    let whole = matches!(scope, Scope::Whole);
    let landlord = LandlordScope {
        record,
        charter: record.charter(),
        coaching: record.coaching(),
        today: Some(today),
        own_templates: own_templates(record, DocumentKind::ALL),
        whole,
        said: OnceCell::new(),
    };
    let mut looked = check_landlord(&landlord, &listing.strays);
    looked.comments = candidates(&shared_files(&landlord), whole);
    let template = minutes_template(record, &landlord);
    let chosen: Vec<Id> = listing.councils.iter().filter(|id| scope.wants_council(id)).cloned().collect();
    let look = |files: &CouncilRecord| {
        let charter = landlord.charter.as_ref();
        let scope =
            CouncilScope { record, files, charter, today, template: template.as_ref(), whole, said: OnceCell::new() };
        let mut looked = check_council(&scope, RULES.iter());
        looked.comments = candidates(&files.files(), whole);
        (looked, if whole { Spending::of(&scope) } else { Spending::default() })
    };
    let mut spending = Spending::default();
    record.each_council(&chosen, look, |(found, spent)| {
        looked.extend(found);
        spending.add(spent);
    });
    let files = record.store.files_opened();
    if whole {
        looked.extend(check_record(&RecordScope { record, councils: &chosen, spending: &spending }));
    }
    let mut diagnostics = looked.told();
    diagnostics.retain(|diagnostic| scope.covers(&diagnostic.path));
    diagnostics.sort_by(|one, other| one.order().cmp(&other.order()));
    Checked { diagnostics, files, partial: !whole }
}

/// The errors in what all councils share: the landlord's file, and the template of the document that is to be written; the
/// charter too, where that is a report.
/// Nothing is made where there is one.
pub fn shared_errors(record: &Record, document: Option<DocumentKind>) -> Vec<Diagnostic> {
    let charter = document.filter(|kind| *kind == DocumentKind::Report).and_then(|_| record.charter());
    errors_of_shared(record, charter, None, document.as_slice())
}

/// The errors in what the coaching pilot is told with: the landlord's file, `coaching.yaml`, and the landlord's own
/// templates of these documents.
pub fn pilot_errors(record: &Record, documents: &[DocumentKind]) -> Vec<Diagnostic> {
    errors_of_shared(record, None, record.coaching(), documents)
}

/// The errors in the landlord's file, and in the others of these that tables are made of.
pub fn table_errors(record: &Record, read: &[WrittenFile]) -> Vec<Diagnostic> {
    let charter = read.contains(&WrittenFile::Charter).then(|| record.charter()).flatten();
    let coaching = read.contains(&WrittenFile::Coaching).then(|| record.coaching()).flatten();
    errors_of_shared(record, charter, coaching, &[])
}

fn errors_of_shared(
    record: &Record,
    charter: Option<File<Charter>>,
    coaching: Option<File<Coaching>>,
    documents: &[DocumentKind],
) -> Vec<Diagnostic> {
    let own_templates = own_templates(record, documents);
    let scope =
        LandlordScope { record, charter, coaching, today: None, own_templates, whole: true, said: OnceCell::new() };
    errors(check_landlord(&scope, &[]).diagnostics)
}

/// The errors in what a council's minutes and most tables are made of: its own files but the surveys, and the minutes
/// themselves, of which nothing is made. They are refused where there is one.
pub fn council_errors(record: &Record, files: &CouncilRecord, today: Date) -> Vec<Diagnostic> {
    errors_in(record, files, today, |kind| !matches!(kind, Some(FileKind::Survey(_) | FileKind::Minutes(_))))
}

/// The errors in what a council's satisfaction is made of: `council.yaml` and the surveys.
pub fn survey_errors(record: &Record, files: &CouncilRecord, today: Date) -> Vec<Diagnostic> {
    errors_in(record, files, today, |kind| matches!(kind, Some(FileKind::Council | FileKind::Survey(_))))
}

/// The errors in all of a council's files that people write.
pub fn written_errors(record: &Record, files: &CouncilRecord, today: Date) -> Vec<Diagnostic> {
    errors_in(record, files, today, |kind| !matches!(kind, Some(FileKind::Minutes(_))))
}

/// The errors in those of a council's own files that something is made of; a session under a wrong name is of no kind.
pub fn errors_in(
    record: &Record,
    files: &CouncilRecord,
    today: Date,
    is_read: impl Fn(Option<FileKind>) -> bool,
) -> Vec<Diagnostic> {
    let mut errors = errors_of_files(record, files, today);
    errors.retain(|error| is_read(Layout::kind(&error.path)));
    errors
}

/// The errors in a council's own files.
fn errors_of_files(record: &Record, files: &CouncilRecord, today: Date) -> Vec<Diagnostic> {
    let scope =
        CouncilScope { record, files, charter: None, today, template: None, whole: true, said: OnceCell::new() };
    let mut found = check_council(&scope, RULES.iter().filter(|rule| rule.severity == Severity::Error)).diagnostics;
    // What has no place in the record is read by nobody; but a session under a wrong name is missing.
    let sessions = format!("{}/", files.paths.sessions);
    found.retain(|error| error.rule != "unexpected-file" || error.path.starts_with(&sessions));
    errors(found)
}

fn errors(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.retain(|diagnostic| diagnostic.severity == Severity::Error);
    found.sort_by(|one, other| one.order().cmp(&other.order()));
    found
}

fn own_templates(record: &Record, kinds: &[DocumentKind]) -> Vec<(DocumentKind, TextFile)> {
    kinds.iter().filter_map(|kind| Some((*kind, record.own_template(*kind)?))).collect()
}

/// What minutes are written with; `None` where the landlord's own template cannot be used, which other rules tell.
fn minutes_template(record: &Record, landlord: &LandlordScope<'_>) -> Option<Template> {
    let kind = DocumentKind::Minutes;
    let own = landlord.own_templates.iter().find(|(own, _)| *own == kind).map(|(_, file)| file);
    Template::chosen(own, kind, record.language()).filter(|template| own.is_none() || template.verify().is_ok())
}

/// The files that all councils share.
fn shared_files<'a>(scope: &'a LandlordScope<'_>) -> Vec<&'a dyn Written> {
    let mut files: Vec<&dyn Written> = vec![&scope.record.landlord];
    files.extend(scope.charter.iter().map(|file| file as &dyn Written));
    files.extend(scope.coaching.iter().map(|file| file as &dyn Written));
    files.extend(scope.own_templates.iter().map(|(_, file)| file as &dyn Written));
    files
}

fn check_landlord(scope: &LandlordScope<'_>, strays: &[Stray]) -> Looked {
    let files = shared_files(scope);
    let mut found = Vec::new();
    report_troubles(&files, strays, &mut found);
    for rule in RULES {
        if let Some(look) = rule.landlord {
            look(scope, &mut Findings { rule, list: &mut found });
        }
    }
    Looked::of(found, &files)
}

fn check_council(scope: &CouncilScope<'_>, rules: impl Iterator<Item = &'static Rule>) -> Looked {
    let mut files = scope.files.files();
    let mut found = Vec::new();
    report_troubles(&files, &scope.files.listing.strays, &mut found);
    for rule in rules {
        if let Some(look) = rule.council {
            look(scope, &mut Findings { rule, list: &mut found });
        }
    }
    files.push(&scope.record.landlord);
    files.extend(scope.charter.map(|file| file as &dyn Written));
    Looked::of(found, &files)
}

/// Looks at what all councils come to; the plans in which something is found are read again, to show where.
fn check_record(scope: &RecordScope<'_>) -> Looked {
    let mut found = Vec::new();
    for rule in RULES {
        if let Some(look) = rule.record {
            look(scope, &mut Findings { rule, list: &mut found });
        }
    }
    let councils: BTreeSet<&str> = found.iter().filter_map(|finding| finding.path.split('/').next()).collect();
    let plans: Vec<_> = councils.into_iter().filter_map(|council| scope.record.plan_of(council)).collect();
    let mut files: Vec<&dyn Written> = plans.iter().map(|plan| plan as &dyn Written).collect();
    files.push(&scope.record.landlord);
    Looked::of(found, &files)
}

/// Has each reading rule look at what is wrong with these files as files.
fn report_troubles(files: &[&dyn Written], strays: &[Stray], found: &mut Vec<Reported>) {
    for file in files {
        if let Some(error) = file.refused() {
            report_trouble(file.path(), &Trouble::Refused(error), found);
        }
        for fault in file.faults() {
            report_trouble(file.path(), &Trouble::Fault(fault), found);
        }
    }
    for stray in strays {
        report_trouble(&stray.path, &Trouble::Stray(stray), found);
    }
}

fn report_trouble(path: &str, trouble: &Trouble<'_>, found: &mut Vec<Reported>) {
    for rule in RULES {
        let Some(problem) = rule.reading.and_then(|look| look(trouble)) else { continue };
        let at = match trouble {
            Trouble::Fault(fault) => match &fault.range {
                Some(range) => At::Bytes(range.clone()),
                None => At::Spot(fault.spot.clone()),
            },
            Trouble::Refused(_) | Trouble::Stray(_) => At::File,
        };
        let mut findings = Findings { rule, list: found };
        let reported = findings.push(path, at, problem);
        reported.fix = trouble.fault().and_then(|fault| fault.fix.clone()).map(Fix::Quotes);
        if let Some(FaultKind::DuplicateKey { first, .. }) = trouble.fault().map(|fault| &fault.kind) {
            reported.related = Some((path.to_owned(), At::Bytes(first.clone())));
        }
    }
}
