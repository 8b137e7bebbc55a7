//! Promises measured on small records: each figure below is counted by hand from the record beside it.

use council::commitments::{Figure, Measured, Span, Tally, Verdict, Why, charter_span, engagement_span, measured};
use council::model::{Date, Id, Measure};
use council::record::Record;
use council::store::Store;
use std::fs;
use std::path::Path;

const LANDLORD: &str =
    "name: Bailleur\nresidences:\n  r:\n    name: R\n    dwellings: 120\nquestions:\n  proprete:\n    text: Propre ?\n";

/// A council `c` of these files, each a path and its text.
fn record(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("landlord.yaml", LANDLORD);
    write("c/council.yaml", "name: C\nresidence: r\ncreated: 2020\n");
    for (path, text) in files {
        write(path, text);
    }
    root
}

/// A measure as a record writes it.
fn measure(text: &str) -> Measure {
    let reading = council::yaml::read::<Measure>(text.as_bytes());
    reading.value.unwrap_or_else(|| panic!("{text}: {:?}", reading.faults))
}

fn measured_at(root: &Path, measure_text: &str, span: Span, day: &str) -> Measured {
    let record = Record::open(Store::open(root.to_owned()));
    let files = record.council(&Id::new("c").unwrap());
    assert!(files.files().iter().all(|file| file.faults().is_empty()), "the record is sound");
    let day: Date = day.parse().unwrap();
    measured(Some(&measure(measure_text)), span, record.landlord.value().unwrap(), &files, day)
}

/// The measure of 2023, as known on a day.
fn of_2023(root: &Path, measure_text: &str, day: &str) -> Measured {
    measured_at(root, measure_text, Span::year(2023), day)
}

fn tally(kept: u32, missed: u32, pending: u32, unsure: u32) -> Tally {
    Tally { kept, missed, pending, unsure }
}

fn minutes(measured: Measured) -> (Verdict, Tally) {
    match measured.figure {
        Some(Figure::Minutes { tally, .. }) => (measured.verdict, tally),
        None => (measured.verdict, Tally::default()),
        other => panic!("{other:?}"),
    }
}

fn actions(measured: Measured) -> (Verdict, Tally) {
    match measured.figure {
        Some(Figure::Actions { tally, .. }) => (measured.verdict, tally),
        None => (measured.verdict, Tally::default()),
        other => panic!("{other:?}"),
    }
}

const NOT_OVER: Verdict = Verdict::Unmeasured(Why::NotOver);
const NOTHING: Verdict = Verdict::Unmeasured(Why::NothingToMeasure);

#[test]
fn minutes_are_in_time_up_to_the_last_day_promised() {
    // 10 May and 15 days: 25 May is the last day.
    let published = |when: &str| {
        let text = format!("status: held\npublished: {when}\n");
        record(&[("c/sessions/2023-05-10.yaml", &text)])
    };
    let on = |when: &str, day: &str| minutes(of_2023(published(when).path(), "minutes_within_days: 15", day));
    assert_eq!(on("2023-05-25", "2024-01-01"), (Verdict::Kept, tally(1, 0, 0, 0)));
    assert_eq!(on("2023-05-26", "2024-01-01"), (Verdict::Broken, tally(0, 1, 0, 0)));
    // A month: wholly before its end, wholly after, or on both sides.
    assert_eq!(on("2023-04", "2024-01-01"), (Verdict::Kept, tally(1, 0, 0, 0)));
    assert_eq!(on("2023-06", "2024-01-01"), (Verdict::Broken, tally(0, 1, 0, 0)));
    assert_eq!(on("2023-05", "2024-01-01"), (Verdict::Unmeasured(Why::Imprecise), tally(0, 0, 0, 1)));
    // What is published on 24 May is not on the 23rd.
    assert_eq!(on("2023-05-24", "2023-05-23"), (NOT_OVER, tally(0, 0, 1, 0)));
}

#[test]
fn minutes_that_are_not_published_are_missed_the_day_after() {
    let root = record(&[("c/sessions/2023-05-10.yaml", "status: held\n")]);
    let on = |day: &str| minutes(of_2023(root.path(), "minutes_within_days: 15", day));
    assert_eq!(on("2023-05-25"), (NOT_OVER, tally(0, 0, 1, 0)));
    assert_eq!(on("2023-05-26"), (Verdict::Broken, tally(0, 1, 0, 0)), "broken before the year is over");
    assert_eq!(on("2023-05-09"), (NOT_OVER, tally(0, 0, 0, 0)), "the session is not held yet");
}

#[test]
fn minutes_of_a_session_in_december_are_judged_in_january() {
    // 20 December and 15 days: 4 January. The year is over on 1 January, the delay is not.
    let root = record(&[
        ("c/sessions/2023-03-01.yaml", "status: held\npublished: 2023-03-02\n"),
        ("c/sessions/2023-12-20.yaml", "status: held\npublished: 2024-01-04\n"),
        ("c/sessions/2024-01-02.yaml", "status: held\n"),
    ]);
    let on = |day: &str| minutes(of_2023(root.path(), "minutes_within_days: 15", day));
    assert_eq!(on("2023-12-31"), (NOT_OVER, tally(1, 0, 1, 0)));
    assert_eq!(on("2024-01-03"), (NOT_OVER, tally(1, 0, 1, 0)));
    assert_eq!(on("2024-01-04"), (Verdict::Kept, tally(2, 0, 0, 0)), "the session of 2024 is another year's");
}

#[test]
fn cancelled_and_planned_sessions_have_no_minutes_and_do_not_count() {
    let root = record(&[
        ("c/sessions/2023-03-01.yaml", "status: cancelled\nreason: neige\n"),
        ("c/sessions/2023-04-01.yaml", "status: planned\n"),
    ]);
    assert_eq!(minutes(of_2023(root.path(), "minutes_within_days: 15", "2024-01-01")), (NOTHING, Tally::default()));
    let sessions = of_2023(root.path(), "sessions_per_year: 1", "2024-01-01");
    assert_eq!(sessions, Measured { verdict: Verdict::Broken, figure: Some(Figure::Sessions { held: 0, wanted: 1 }) });
}

#[test]
fn sessions_are_enough_as_soon_as_they_are_and_too_few_once_the_year_is_over() {
    let root = record(&[
        ("c/sessions/2023-01-01.yaml", "status: held\n"),
        ("c/sessions/2023-12-31.yaml", "status: held\n"),
        ("c/sessions/2024-01-01.yaml", "status: held\n"),
    ]);
    let verdict = |measure: &str, day: &str| of_2023(root.path(), measure, day).verdict;
    assert_eq!(verdict("sessions_per_year: 2", "2023-12-30"), NOT_OVER);
    assert_eq!(verdict("sessions_per_year: 2", "2023-12-31"), Verdict::Kept);
    assert_eq!(verdict("sessions_per_year: 3", "2023-12-31"), NOT_OVER, "one may be held that evening");
    assert_eq!(verdict("sessions_per_year: 3", "2024-01-01"), Verdict::Broken);
}

#[test]
fn a_council_that_was_not_there_all_year_has_not_broken_its_number_of_sessions() {
    let session = ("c/sessions/2023-12-05.yaml", "status: held\n");
    let of = |council: &str| {
        let root = record(&[("c/council.yaml", council), session]);
        of_2023(root.path(), "sessions_per_year: 2", "2024-03-01").verdict
    };
    let part = Verdict::Unmeasured(Why::PartOfTheYear);
    assert_eq!(of("name: C\ncreated: 2023-01-01\n"), Verdict::Broken);
    assert_eq!(of("name: C\ncreated: 2022\n"), Verdict::Broken);
    assert_eq!(of("name: C\ncreated: 2023-01-02\n"), part);
    assert_eq!(of("name: C\ncreated: 2023\n"), part, "perhaps in December");
    assert_eq!(of("name: C\n"), part, "there since its first session, as far as the record knows");
    assert_eq!(of("name: C\ncreated: 2022\nclosed:\n  date: 2023-12-31\n"), part);
    assert_eq!(of("name: C\ncreated: 2022\nclosed:\n  date: 2024-01-01\n"), Verdict::Broken);
    assert_eq!(of("name: C\ncreated: 2022\nclosed:\n  reason: fini\n"), part, "until its last session");
}

#[test]
fn a_score_is_judged_unrounded_on_the_last_wave_of_the_year() {
    // 79 of 99 are 79.797… %, which prints as 79.8; 80 of 100 are 80 % exactly.
    let wave = |satisfied: u32, others: u32| {
        format!("answers:\n  proprete:\n    satisfied: {satisfied}\n    dissatisfied: {others}\n    no_opinion: 9\n")
    };
    let (low, exact) = (wave(79, 20), wave(80, 20));
    let root = record(&[("c/surveys/2023-04.yaml", &low), ("c/surveys/2023-Q4.yaml", &exact)]);
    let on = |at_least: &str, day: &str| {
        of_2023(root.path(), &format!("question: proprete\nat_least: {at_least}"), day).verdict
    };
    assert_eq!(on("79.8", "2023-09-30"), Verdict::Broken, "the wave of the last quarter is not known yet");
    assert_eq!(on("79.7", "2023-09-30"), Verdict::Kept);
    assert_eq!(on("80", "2023-10-01"), Verdict::Kept);
    assert_eq!(on("80.000001", "2024-01-01"), Verdict::Broken);
    assert_eq!(on("80", "2023-03-31"), NOT_OVER);
    let another = measured_at(root.path(), "question: proprete\nat_least: 80", Span::year(2022), "2024-01-01");
    assert_eq!(another, Measured { verdict: NOTHING, figure: None });
}

#[test]
fn a_figure_without_its_base_is_no_answer() {
    let reported = "reported:\n  - text: 90 %\n    question: proprete\n    percent: 90\n";
    let none = "answers:\n  proprete:\n    no_opinion: 4\n";
    let root = record(&[("c/surveys/2023-04.yaml", reported), ("c/surveys/2023-05.yaml", none)]);
    let measured = of_2023(root.path(), "question: proprete\nat_least: 80", "2024-01-01");
    assert_eq!(measured, Measured { verdict: NOTHING, figure: None });
}

/// How an action of this plan's text fared in 2023.
fn fared(action: &str, day: &str) -> Tally {
    let plan = format!("actions:\n  a:\n    title: A\n    decided: 2022-11-01\n{action}");
    let root = record(&[("c/plan.yaml", &plan)]);
    actions(of_2023(root.path(), "actions_on_time: 50", day)).1
}

#[test]
fn an_action_is_in_time_up_to_the_last_day_of_its_due_period() {
    let done = |when: &str| format!("    due: 2023-Q3\n    updates:\n      - date: {when}\n        status: done\n");
    assert_eq!(fared(&done("2023-09-30"), "2024-01-01"), tally(1, 0, 0, 0));
    assert_eq!(fared(&done("2023-10-01"), "2024-01-01"), tally(0, 1, 0, 0));
    assert_eq!(fared("    due: 2023-Q3\n", "2023-09-30"), tally(0, 0, 1, 0));
    assert_eq!(fared("    due: 2023-Q3\n", "2023-10-01"), tally(0, 1, 0, 0));
    assert_eq!(fared("    due: 2024-01\n", "2024-06-01"), Tally::default(), "another year's");
    assert_eq!(fared("    due_note: à la rentrée\n", "2024-06-01"), Tally::default(), "no date was promised");
}

#[test]
fn what_happened_counts_and_not_when_it_was_recorded() {
    let happened = |when: &str| {
        format!(
            "    due: 2023-09-15\n    updates:\n      - date: 2023-11-02\n        happened: {when}\n        \
             status: done\n"
        )
    };
    assert_eq!(fared(&happened("2023-09-15"), "2024-01-01"), tally(1, 0, 0, 0));
    assert_eq!(fared(&happened("2023-09-16"), "2024-01-01"), tally(0, 1, 0, 0));
    assert_eq!(fared(&happened("2023-08"), "2024-01-01"), tally(1, 0, 0, 0));
    assert_eq!(fared(&happened("2023-09"), "2024-01-01"), tally(0, 0, 0, 1), "before the 15th or after");
    assert_eq!(fared(&happened("2023-09-15"), "2023-11-01"), tally(0, 1, 0, 0), "nobody had recorded it yet");
}

#[test]
fn a_date_moved_in_time_is_not_held_against_anybody() {
    let moved = |when: &str, to: &str| {
        format!("    due: 2023-06\n    updates:\n      - date: {when}\n        due: {to}\n        note: retard\n")
    };
    // 30 June is the last day.
    assert_eq!(fared(&moved("2023-06-30", "2023-12"), "2023-07-15"), tally(0, 0, 1, 0));
    assert_eq!(fared(&moved("2023-06-30", "2024-12"), "2024-01-01"), Tally::default(), "moved to the next year");
    assert_eq!(fared(&moved("2023-07-01", "2024-12"), "2024-01-01"), tally(0, 1, 0, 0), "moved once it had passed");
    // Promised late, by an update.
    let late = "    updates:\n      - date: 2023-02-01\n        due: 2023-03\n";
    assert_eq!(fared(late, "2023-04-01"), tally(0, 1, 0, 0));
}

#[test]
fn what_nobody_expected_on_its_day_was_not_due() {
    let on = |date: &str, status: &str, rest: &str| {
        format!(
            "    due: 2023-06\n    updates:\n      - date: {date}\n        status: {status}\n        note: n\n{rest}"
        )
    };
    for status in ["on-hold", "declined", "dropped", "proposed"] {
        assert_eq!(fared(&on("2023-06-30", status, ""), "2024-01-01"), Tally::default(), "{status}");
        assert_eq!(fared(&on("2023-07-01", status, ""), "2024-01-01"), tally(0, 1, 0, 0), "{status} afterwards");
    }
    let again = "      - date: 2023-08-01\n        status: in-progress\n        due: 2023-10\n";
    assert_eq!(fared(&on("2023-06-30", "on-hold", again), "2024-01-01"), tally(0, 1, 0, 0), "the second date counts");
}

#[test]
fn a_share_of_actions_is_judged_once_the_year_is_over() {
    // Seven in time of ten: 70 %. One of the ten is only known to the month of its end.
    let action = |(id, happened): (String, &str)| {
        format!(
            "  {id}:\n    title: A\n    decided: 2022-11-01\n    due: 2023-05-15\n    updates:\n      \
             - date: 2023-12-01\n        \
             happened: {happened}\n        status: done\n"
        )
    };
    let kept = (0..7).map(|number| (format!("kept-{number}"), "2023-05-15"));
    let others = [("late-1", "2023-05-16"), ("late-2", "2023-07"), ("unsure", "2023-05")];
    let others = others.map(|(id, happened)| (id.to_owned(), happened));
    let plan = format!("actions:\n{}", kept.chain(others).map(action).collect::<String>());
    let root = record(&[("c/plan.yaml", &plan)]);
    let on = |share: &str, day: &str| actions(of_2023(root.path(), &format!("actions_on_time: {share}"), day));
    assert_eq!(on("70", "2024-01-01"), (Verdict::Kept, tally(7, 2, 0, 1)));
    assert_eq!(on("70.1", "2024-01-01").0, Verdict::Unmeasured(Why::Imprecise), "70 or 80 %");
    assert_eq!(on("80", "2024-01-01").0, Verdict::Unmeasured(Why::Imprecise));
    assert_eq!(on("80.1", "2024-01-01").0, Verdict::Broken);
    assert_eq!(on("70", "2023-12-31").0, NOT_OVER, "another may be due that day");
    assert_eq!(on("70", "2023-05-14"), (NOT_OVER, tally(0, 0, 10, 0)), "nothing is recorded yet");
}

#[test]
fn a_promise_holds_from_its_first_day_to_its_last() {
    let charter = |text: &str| council::yaml::read::<council::model::Charter>(text.as_bytes()).value.unwrap();
    let valid = charter("title: T\nvalid:\n  from: 2023-07\n  until: 2026\n");
    assert!(charter_span(&valid, 2022).is_empty());
    assert!(!charter_span(&valid, 2023).is_empty());
    assert_eq!(charter_span(&valid, 2025), Span::year(2025));
    assert!(charter_span(&valid, 2027).is_empty());
    let signed = charter("title: T\nsignatures:\n  landlord: 2023-01-15\n  clcv: 2025\n");
    assert!(charter_span(&signed, 2022).is_empty());
    assert_eq!(charter_span(&signed, 2024), Span::year(2024), "whoever else signed or did not");
    assert_eq!(charter_span(&charter("title: T\nsignatures:\n  landlord: undated\n"), 1999), Span::year(1999));

    // Held from July on: the late minutes of May do not count, and one session in half a year is not one too few.
    let root = record(&[
        ("c/sessions/2023-05-10.yaml", "status: held\npublished: 2023-09-01\n"),
        ("c/sessions/2023-08-01.yaml", "status: held\npublished: 2023-08-02\n"),
    ]);
    let span = charter_span(&valid, 2023);
    let within = measured_at(root.path(), "minutes_within_days: 15", span, "2024-01-01");
    assert_eq!(minutes(within), (Verdict::Kept, tally(1, 0, 0, 0)));
    let sessions = measured_at(root.path(), "sessions_per_year: 2", span, "2024-01-01");
    assert_eq!(sessions.verdict, Verdict::Unmeasured(Why::PartOfTheYear));
    let text = "text: T\nsince: 2023-07\nmeasure:\n  sessions_per_year: 1\n";
    let engagement = council::yaml::read::<council::model::Engagement>(text.as_bytes()).value.unwrap();
    assert_eq!(engagement_span(&engagement, 2023), Span::year(2023).within(Some("2023-07".parse().unwrap()), None));
}

#[test]
fn a_promise_without_a_measure_is_not_judged() {
    let root = record(&[]);
    let record = Record::open(Store::open(root.path().to_owned()));
    let files = record.council(&Id::new("c").unwrap());
    let day = "2024-01-01".parse().unwrap();
    let measured = measured(None, Span::year(2023), record.landlord.value().unwrap(), &files, day);
    assert_eq!(measured, Measured { verdict: Verdict::Unmeasured(Why::NoMeasure), figure: None });
}
