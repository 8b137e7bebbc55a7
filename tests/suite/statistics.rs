//! Satisfaction, honestly: published values, what holds of every proportion, and cases for `tests/statistics/compare.py`.

use super::python;
use council::statistics::{Difference, Interval, Proportion, Verdict, answers_needed, rounded};
use proptest::prelude::*;
use std::fmt::Write;
use std::path::Path;

/// What the scripts beside the figures import.
const PACKAGES: [&str; 3] = ["scipy", "statsmodels", "yaml"];

const Z: f64 = 1.959_964;

const fn among(satisfied: u32, base: u32, population: u32) -> Proportion {
    Proportion { satisfied, base, population: Some(population) }
}

const fn of(satisfied: u32, base: u32) -> Proportion {
    Proportion { satisfied, base, population: None }
}

fn width(proportion: Proportion) -> f64 {
    let Interval { low, high } = proportion.interval().unwrap();
    high - low
}

/// As the tables print it.
fn printed(values: &[f64]) -> String {
    values.iter().map(|&value| format!("{:.1}", rounded(value))).collect::<Vec<_>>().join(" ")
}

fn printed_interval(proportion: Proportion) -> String {
    let Interval { low, high } = proportion.interval().unwrap();
    printed(&[proportion.percent().unwrap(), low, high])
}

fn change(before: Proportion, after: Proportion) -> Difference {
    Difference::between(before, after).unwrap()
}

fn printed_change(before: Proportion, after: Proportion) -> (String, Verdict) {
    let Difference { points, low, high, verdict } = change(before, after);
    (printed(&[points, low, high]), verdict)
}

#[test]
fn intervals_are_those_of_the_reference() {
    assert_eq!(printed_interval(among(15, 22, 120)), "68.2 49.2 82.6");
    assert_eq!(printed_interval(among(11, 22, 120)), "50.0 32.3 67.7");
    assert_eq!(printed_interval(among(20, 22, 120)), "90.9 74.3 97.2");
    assert_eq!(printed_interval(among(22, 22, 120)), "100.0 87.4 100.0");
    assert_eq!(printed_interval(among(3, 5, 12)), "60.0 28.5 85.0");
    assert_eq!(printed_interval(among(60, 80, 120)), "75.0 69.1 80.1");
    assert_eq!(among(96, 120, 120).interval(), Some(Interval { low: 80.0, high: 80.0 }));
}

/// The first three are Newcombe's own examples of the score interval without continuity correction (Statistics in
/// Medicine 17 (1998), 857–872, table I, method 3).
#[test]
fn intervals_without_a_population_are_wilsons() {
    let bounds = |proportion: Proportion| {
        let Interval { low, high } = proportion.interval().unwrap();
        format!("{low:.2} {high:.2}")
    };
    assert_eq!(bounds(of(81, 263)), "25.53 36.62");
    assert_eq!(bounds(of(15, 148)), "6.24 16.05");
    assert_eq!(bounds(of(0, 20)), "0.00 16.11");
    assert_eq!(bounds(of(20, 20)), "83.89 100.00");
}

#[test]
fn differences_are_those_of_the_reference() {
    assert_eq!(printed_change(of(13, 22), of(15, 22)), ("9.1 -18.2 34.7".into(), Verdict::Inconclusive));
    assert_eq!(printed_change(of(60, 100), of(70, 100)), ("10.0 -3.2 22.7".into(), Verdict::Inconclusive));
    assert_eq!(printed_change(of(240, 400), of(280, 400)), ("10.0 3.4 16.5".into(), Verdict::Up));
    assert_eq!(printed_change(of(280, 400), of(240, 400)), ("-10.0 -16.5 -3.4".into(), Verdict::Down));
}

#[test]
fn what_cannot_be_counted_has_no_score() {
    for nothing in [of(0, 0), among(0, 0, 120), of(3, 2), among(3, 2, 2)] {
        assert_eq!((nothing.percent(), nothing.interval()), (None, None), "{nothing:?}");
        assert_eq!(Difference::between(nothing, of(1, 2)), None);
        assert_eq!(Difference::between(of(1, 2), nothing), None);
    }
}

#[test]
fn a_census_is_certain() {
    for (proportion, percent) in [(among(1, 1, 1), 100.0), (among(0, 1, 1), 0.0), (among(1, 4, 3), 25.0)] {
        assert_eq!(proportion.interval(), Some(Interval { low: percent, high: percent }));
    }
    let up = Difference { points: 1.0, low: 1.0, high: 1.0, verdict: Verdict::Up };
    assert_eq!(Difference::between(among(50, 100, 100), among(51, 100, 100)), Some(up));
    let same = Difference { points: 0.0, low: 0.0, high: 0.0, verdict: Verdict::Inconclusive };
    assert_eq!(Difference::between(among(50, 100, 100), among(50, 100, 100)), Some(same));
}

#[test]
fn no_difference_passes_a_hundred() {
    let down = change(of(259_141_331, 259_141_331), among(0, 1_449_777_037, 1_449_778_545));
    assert_eq!((down.points, down.low), (-100.0, -100.0));
}

#[test]
fn halves_are_rounded_away_from_zero() {
    for twentieths in (1..=2_000).step_by(2) {
        let (value, above) = (f64::from(twentieths) / 20.0, f64::from((twentieths + 1) / 2) / 10.0);
        assert_eq!(format!("{:?} {:?}", rounded(value), rounded(-value)), format!("{above:?} {:?}", -above), "{value}");
    }
    assert_eq!(printed(&[-0.04, 0.04, 1.0, -33.333, 100.0]), "0.0 0.0 1.0 -33.3 100.0");
    assert_eq!(printed(&[change(of(1, 10), of(41, 400)).points]), "0.3");
}

#[test]
fn the_answers_needed_at_the_edges() {
    assert_eq!(answers_needed(0, 5.0), 0);
    assert_eq!(answers_needed(1, 5.0), 1);
    assert_eq!(answers_needed(120, 0.0), 120);
    assert_eq!(answers_needed(120, -1.0), 120);
    assert_eq!(answers_needed(120, f64::NAN), 120);
    assert_eq!(answers_needed(120, 50.0), 1);
    assert_eq!(answers_needed(120, f64::INFINITY), 1);
    // Without a population, z²(1/(4e²) − 1): 380.3.
    assert_eq!(answers_needed(u32::MAX, 5.0), 381);
}

/// Half the width at p = 1/2, in points, by the formula for every p.
fn half_width_at_one_half(base: u32, population: u32) -> f64 {
    let (n, whole) = (f64::from(base), f64::from(population));
    let psi = if base == population { 0.0 } else { Z * Z * (whole - n) / (whole - 1.0) };
    100.0 * psi.sqrt() / (n + psi) * (n * 0.5 * 0.5 + psi / 4.0).sqrt()
}

/// A wave with at least one answer, from a handful to a city, next to a census or far from it.
fn any_proportion() -> impl Strategy<Value = Proportion> {
    let base = prop_oneof![1..60_u32, 1..5_000_u32, 1..2_000_000_000_u32];
    base.prop_flat_map(|base| {
        let satisfied = prop_oneof![0..=base, Just(0), Just(base), Just(1), Just(base - 1)];
        let others = prop_oneof![Just(0_u32), 1..4_u32, 1..2_000_u32, 1..2_000_000_000_u32];
        let population = prop::option::of(others.prop_map(move |others| base + others));
        (satisfied, Just(base), population)
    })
    .prop_map(|(satisfied, base, population)| Proportion { satisfied, base, population })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn an_interval_holds_its_score_and_stays_within_a_hundred(wave in any_proportion()) {
        let (percent, Interval { low, high }) = (wave.percent().unwrap(), wave.interval().unwrap());
        prop_assert!(0.0 <= low && low <= percent && percent <= high && high <= 100.0, "{low} {percent} {high}");
        let is_census = wave.population.is_some_and(|population| wave.base >= population);
        if is_census {
            prop_assert_eq!((low, high), (percent, percent));
        } else if wave.base < 10_000 {
            prop_assert!(low < high);
        }
    }

    #[test]
    fn the_dissatisfied_have_the_mirrored_interval(wave in any_proportion()) {
        let mirrored = Proportion { satisfied: wave.base - wave.satisfied, ..wave };
        let (one, other) = (wave.interval().unwrap(), mirrored.interval().unwrap());
        prop_assert!((one.low + other.high - 100.0).abs() < 1e-12, "{one:?} {other:?}");
        prop_assert!((one.high + other.low - 100.0).abs() < 1e-12, "{one:?} {other:?}");
    }

    #[test]
    fn more_answers_at_the_same_score_make_it_narrower(
        (base, share) in (1..500_u32, 0.0..=1.0_f64),
        times in 2..20_u32,
        others in prop::option::of(0..20_000_u32),
    ) {
        let satisfied = (0..=base).rev().find(|&k| f64::from(k) <= share * f64::from(base)).unwrap();
        let population = others.map(|others| base * times + others);
        let few = Proportion { satisfied, base, population };
        let many = Proportion { satisfied: satisfied * times, base: base * times, population };
        prop_assert!(width(many) < width(few), "{} {}", width(many), width(few));
    }

    #[test]
    fn the_nearer_to_a_census_the_narrower(wave in any_proportion(), near in 0..5_000_u32, further in 1..5_000_u32) {
        let wave = Proportion { base: wave.base % 5_000 + 1, satisfied: wave.satisfied % (wave.base % 5_000 + 2), ..wave };
        let widths = [Some(wave.base + near), Some(wave.base + near + further), None]
            .map(|population| width(Proportion { population, ..wave }));
        if wave.base > 1 {
            prop_assert!(widths[0] < widths[1] && widths[1] < widths[2], "{wave:?} {widths:?}");
        } else {
            // One answer of many tells as little as one of few; it is all there is to know of one alone.
            let least = if near == 0 { 0.0 } else { widths[2] };
            prop_assert_eq!((widths[0], widths[1]), (least, widths[2]));
        }
    }

    #[test]
    fn a_difference_turned_round_is_its_opposite(before in any_proportion(), after in any_proportion()) {
        let (there, back) = (change(before, after), change(after, before));
        prop_assert_eq!((there.points, there.low, there.high), (-back.points, -back.high, -back.low));
        let opposite = match back.verdict {
            Verdict::Up => Verdict::Down,
            Verdict::Down => Verdict::Up,
            Verdict::Inconclusive => Verdict::Inconclusive,
        };
        prop_assert_eq!(there.verdict, opposite);
    }

    #[test]
    fn a_verdict_is_what_the_interval_says(before in any_proportion(), after in any_proportion()) {
        let Difference { points, low, high, verdict } = change(before, after);
        prop_assert!(-100.0 <= low && low <= points && points <= high && high <= 100.0, "{low} {points} {high}");
        prop_assert_eq!(verdict == Verdict::Up, low > 0.0);
        prop_assert_eq!(verdict == Verdict::Down, high < 0.0);
        prop_assert_eq!(verdict == Verdict::Inconclusive, low <= 0.0 && 0.0 <= high);
    }

    #[test]
    fn a_wave_does_not_differ_from_itself(wave in any_proportion()) {
        let Difference { points, verdict, .. } = change(wave, wave);
        prop_assert_eq!((points, verdict), (0.0, Verdict::Inconclusive));
    }

    #[test]
    fn the_answers_needed_are_enough_and_one_less_is_not(population in 1..200_000_u32, points in 0.01..49.9_f64) {
        let needed = answers_needed(population, points);
        prop_assert!(1 <= needed && needed <= population);
        prop_assert!(half_width_at_one_half(needed, population) <= points + 1e-9);
        prop_assert!(needed == 1 || half_width_at_one_half(needed - 1, population) > points - 1e-9);
        // No score that those answers could give has a wider interval.
        for satisfied in [needed / 2, needed.div_ceil(2), needed / 3, needed / 10, 1, 0] {
            prop_assert!(width(among(satisfied, needed, population)) / 2.0 <= points + 1e-9);
        }
    }

    #[test]
    fn the_answers_needed_are_those_of_the_formula(population in 2..200_000_u32, points in 0.01..49.9_f64) {
        let (whole, e) = (f64::from(population), points / 100.0);
        let a = Z * Z * (1.0 - 4.0 * e * e);
        let bound = whole * a / (a + 4.0 * e * e * (whole - 1.0));
        let needed = f64::from(answers_needed(population, points));
        prop_assert!(bound - 1e-6 <= needed && needed < bound + 1.0 + 1e-6, "{needed} for {bound}");
    }

    #[test]
    fn the_answers_needed_grow_with_precision_and_population(
        (population, others) in (1..200_000_u32, 0..200_000_u32),
        (points, looser) in (0.01..50.0_f64, 0.0..50.0_f64),
    ) {
        prop_assert!(answers_needed(population, points + looser) <= answers_needed(population, points));
        prop_assert!(answers_needed(population, points) <= answers_needed(population + others, points));
    }
}

/// Waves of every size, with none, some and all satisfied, of nobody knows how many, of a census, and between.
fn waves() -> Vec<Proportion> {
    let mut waves = Vec::new();
    for base in [1, 2, 5, 22, 80, 400, 12_345] {
        let mut satisfied = vec![0, 1, base / 3, base - base / 4, base];
        satisfied.dedup();
        for satisfied in satisfied {
            let populations = [None, Some(base), Some(base + base / 2 + 1)];
            waves.extend(populations.map(|population| Proportion { satisfied, base, population }));
        }
    }
    waves
}

/// The fields of a wave's row: counts, then score and bounds.
fn row(wave: Proportion) -> String {
    let population = wave.population.map(|population| population.to_string()).unwrap_or_default();
    let (percent, Interval { low, high }) = (wave.percent().unwrap(), wave.interval().unwrap());
    format!("{},{},{population},{percent:?},{low:?},{high:?}", wave.satisfied, wave.base)
}

#[test]
fn cases_are_written_for_an_independent_check() {
    let mut csv = String::from(
        "satisfied1,base1,population1,percent1,low1,high1,satisfied2,base2,population2,percent2,low2,high2,\
         points,low,high,verdict,precision,needed\n",
    );
    let waves = waves();
    for (place, &before) in waves.iter().enumerate() {
        for (other, &after) in waves.iter().enumerate() {
            let Difference { points, low, high, verdict } = change(before, after);
            write!(csv, "{},{},{points:?},{low:?},{high:?},{verdict:?},", row(before), row(after)).unwrap();
            let precision = f64::from(u32::try_from(place * 7 + other * 3 + 1).unwrap() % 500) / 10.0;
            let needed = after.population.map(|population| answers_needed(population, precision).to_string());
            writeln!(csv, "{precision:?},{}", needed.unwrap_or_default()).unwrap();
        }
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("statistics-cases.csv");
    std::fs::write(&path, csv).unwrap();
    if let Some(python) = python::with(&PACKAGES) {
        python::assert_runs(&python, "statistics/compare.py", &[path.to_str().unwrap()]);
    }
}

#[test]
fn statsmodels_agrees_with_all_councils_together_and_with_what_is_planned() {
    let Some(python) = python::with(&PACKAGES) else { return };
    for record in ["examples/habitat-exemple", "tests/tables/chain/record", "tests/tables/figures/record"] {
        python::assert_agrees(&python, "statistics/landlord.py", &[record]);
    }
}
