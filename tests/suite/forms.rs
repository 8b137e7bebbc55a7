//! What each form of a value reads as, and what is refused.

use chrono::Weekday;
use council::locale::Language;
use council::model::{
    Count, CountError, Date, DateError, Decimal, DecimalError, Euros, MoneyError, Period, PeriodError, Time, TimeError,
};
use serde::Deserialize;
use std::fmt::{Debug, Display};
use std::str::FromStr;

fn read<T: FromStr<Err: Debug>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => unreachable!("{text:?}: {error:?}"),
    }
}

/// Holds each text against its canonical form, or the reason why it is refused.
fn reads<T>(table: &[(&str, Result<&str, T::Err>)])
where
    T: FromStr + Display,
    T::Err: Debug + PartialEq + Clone,
{
    for (text, expected) in table {
        let read = text.parse::<T>().map(|value| value.to_string());
        assert_eq!(read, expected.clone().map(str::to_owned), "{text:?}");
    }
}

#[test]
fn dates() {
    use DateError::{NoSuchDay, NotADate, YearOutOfRange};
    reads::<Date>(&[
        ("2023-05-10", Ok("2023-05-10")),
        ("2024-02-29", Ok("2024-02-29")),
        ("1900-01-01", Ok("1900-01-01")),
        ("2199-12-31", Ok("2199-12-31")),
        ("2023-5-10", Err(NotADate)),
        ("10/05/2023", Err(NotADate)),
        ("2023-05-10 ", Err(NotADate)),
        ("+023-05-10", Err(NotADate)),
        ("2023-05", Err(NotADate)),
        ("", Err(NotADate)),
        ("2023-02-29", Err(NoSuchDay)),
        ("2023-13-01", Err(NoSuchDay)),
        ("2023-00-10", Err(NoSuchDay)),
        ("1899-12-31", Err(YearOutOfRange)),
        ("2200-01-01", Err(YearOutOfRange)),
    ]);
}

#[test]
fn days_are_counted_within_the_range() {
    let day = read::<Date>("2023-12-31");
    assert_eq!(day.plus_days(1).to_string(), "2024-01-01");
    assert_eq!(day.plus_days(-365).to_string(), "2022-12-31");
    assert_eq!(day.plus_days(i64::MAX).to_string(), "2199-12-31");
    assert_eq!(day.plus_days(i64::MIN).to_string(), "1900-01-01");
    assert_eq!(read::<Date>("2024-03-01").days_since(day), 61);
    assert_eq!(read::<Date>("2011-04-06").weekday(), Weekday::Wed);
}

#[test]
fn periods() {
    use PeriodError::{NoSuchPeriod, NotAPeriod, YearOutOfRange};
    reads::<Period>(&[
        ("2023", Ok("2023")),
        ("2023-S2", Ok("2023-S2")),
        ("2023-Q4", Ok("2023-Q4")),
        ("2023-T4", Ok("2023-Q4")),
        ("2023-10", Ok("2023-10")),
        ("2023-W15", Ok("2023-W15")),
        ("2020-W53", Ok("2020-W53")),
        ("2023-05-10", Ok("2023-05-10")),
        ("2023-13", Err(NoSuchPeriod)),
        ("2023-00", Err(NoSuchPeriod)),
        ("2023-S3", Err(NoSuchPeriod)),
        ("2023-Q0", Err(NoSuchPeriod)),
        ("2023-T5", Err(NoSuchPeriod)),
        ("2023-W54", Err(NoSuchPeriod)),
        ("2023-W53", Err(NoSuchPeriod)),
        ("2023-W00", Err(NoSuchPeriod)),
        ("2023-02-30", Err(NoSuchPeriod)),
        ("1899", Err(YearOutOfRange)),
        ("2200-W01", Err(YearOutOfRange)),
        ("2200-01-01", Err(YearOutOfRange)),
        ("", Err(NotAPeriod)),
        ("23", Err(NotAPeriod)),
        ("2023-", Err(NotAPeriod)),
        ("2023-1", Err(NotAPeriod)),
        ("2023-W5", Err(NotAPeriod)),
        ("2023-q4", Err(NotAPeriod)),
        ("2023-5-10", Err(NotAPeriod)),
        ("202é-10", Err(NotAPeriod)),
        ("à la rentrée", Err(NotAPeriod)),
    ]);
}

#[test]
fn periods_span_whole_days() {
    for (text, first, last) in [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-S1", "2023-01-01", "2023-06-30"),
        ("2023-S2", "2023-07-01", "2023-12-31"),
        ("2023-Q4", "2023-10-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-W15", "2023-04-10", "2023-04-16"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("1900-W01", "1900-01-01", "1900-01-07"),
        ("2199-W52", "2199-12-23", "2199-12-29"),
        ("2023-05-10", "2023-05-10", "2023-05-10"),
    ] {
        let period = read::<Period>(text);
        assert_eq!((period.first(), period.last()), (read(first), read(last)), "{text}");
    }
}

#[test]
fn periods_are_ordered_by_first_then_last_day() {
    let mut periods = ["2024", "2023", "2023-Q1", "2023-01-01", "2023-S1", "2023-W01", "2023-01", "2022-12-31"]
        .map(read::<Period>)
        .to_vec();
    periods.sort();
    let sorted: Vec<_> = periods.iter().map(ToString::to_string).collect();
    assert_eq!(sorted, ["2022-12-31", "2023-01-01", "2023-01", "2023-Q1", "2023-S1", "2023", "2023-W01", "2024"]);
}

#[test]
fn amounts() {
    use MoneyError::{Ambiguous, NotAnAmount, TooLarge, TooManyDecimals};
    reads::<Euros>(&[
        ("1200", Ok("1200.00")),
        ("1200.50", Ok("1200.50")),
        ("1200,50", Ok("1200.50")),
        ("12,5", Ok("12.50")),
        ("1200.10", Ok("1200.10")),
        ("1 200,50 €", Ok("1200.50")),
        ("1\u{a0}200,50\u{a0}€", Ok("1200.50")),
        ("1\u{202f}200\u{202f}000€", Ok("1200000.00")),
        ("1200 €", Ok("1200.00")),
        ("-0,05", Ok("-0.05")),
        ("-0", Ok("0.00")),
        ("1000000000000", Ok("1000000000000.00")),
        ("1.200", Err(Ambiguous)),
        ("1,200", Err(Ambiguous)),
        ("1,2000", Err(TooManyDecimals)),
        ("1000000000000,01", Err(TooLarge)),
        ("99999999999999999999999", Err(TooLarge)),
        ("1,200.50", Err(NotAnAmount)),
        ("12 00", Err(NotAnAmount)),
        ("1200 000", Err(NotAnAmount)),
        ("1  200", Err(NotAnAmount)),
        ("1_000", Err(NotAnAmount)),
        ("1e3", Err(NotAnAmount)),
        ("+12", Err(NotAnAmount)),
        ("--1", Err(NotAnAmount)),
        ("12.", Err(NotAnAmount)),
        (".50", Err(NotAnAmount)),
        ("€", Err(NotAnAmount)),
        ("-", Err(NotAnAmount)),
        ("", Err(NotAnAmount)),
        ("à chiffrer", Err(NotAnAmount)),
    ]);
}

#[test]
fn sums_stop_at_the_bounds() {
    let most = Euros::from_cents(i64::MAX);
    assert_eq!(most.checked_add(Euros::from_cents(1)), None);
    assert_eq!(most + Euros::from_cents(1), most);
    assert_eq!(Euros::from_cents(i64::MIN).to_string(), "-92233720368547758.08");
    assert_eq!(Euros::ZERO - Euros::from_cents(1), Euros::from_cents(-1));
}

#[test]
fn times() {
    use TimeError::{NoSuchTime, NotATime};
    reads::<Time>(&[
        ("18:30", Ok("18:30")),
        ("18h30", Ok("18:30")),
        ("18 h 30", Ok("18:30")),
        ("18\u{a0}h\u{202f}30", Ok("18:30")),
        ("18h", Ok("18:00")),
        ("18 h", Ok("18:00")),
        ("9h05", Ok("09:05")),
        ("0:00", Ok("00:00")),
        ("24:00", Err(NoSuchTime)),
        ("18:60", Err(NoSuchTime)),
        ("18:", Err(NotATime)),
        ("18:3", Err(NotATime)),
        ("18", Err(NotATime)),
        ("018:30", Err(NotATime)),
        ("18:30:00", Err(NotATime)),
        ("18 : 30", Err(NotATime)),
        ("h30", Err(NotATime)),
        ("18h30 environ", Err(NotATime)),
        ("", Err(NotATime)),
    ]);
}

#[test]
fn decimals() {
    use DecimalError::{NotADecimal, TooLarge, TooManyDecimals};
    reads::<Decimal>(&[
        ("78.6", Ok("78.6")),
        ("78,6", Ok("78.6")),
        ("-3", Ok("-3")),
        ("+10", Ok("10")),
        ("7.80", Ok("7.8")),
        ("100.0", Ok("100")),
        ("-0.05", Ok("-0.05")),
        ("-0,0", Ok("0")),
        ("0.0000001", Err(TooManyDecimals)),
        ("9223372036854775807", Ok("9223372036854775807")),
        ("9223372036854775807.5", Err(TooLarge)),
        ("5.", Err(NotADecimal)),
        (".5", Err(NotADecimal)),
        ("+-5", Err(NotADecimal)),
        ("1 200", Err(NotADecimal)),
        ("1e3", Err(NotADecimal)),
        ("68 %", Err(NotADecimal)),
        ("NaN", Err(NotADecimal)),
        ("", Err(NotADecimal)),
    ]);
    assert_eq!(Decimal::new(7860, 2), Some(read("78.6")));
    assert_eq!(Decimal::new(1, 7), None);
    assert_eq!(Decimal::rounded(68.25, 1), Some(read("68.2")));
    assert_eq!(Decimal::rounded(-0.04, 1), Some(read("0")));
    assert_eq!(Decimal::rounded(f64::NAN, 1), None);
    assert!((read::<Decimal>("78.6").as_f64() - 78.6).abs() < f64::EPSILON);
}

#[test]
fn counts() {
    use CountError::{NotACount, TooLarge};
    reads::<Count>(&[
        ("0", Ok("0")),
        ("120", Ok("120")),
        ("1 200", Ok("1200")),
        ("1\u{202f}200", Ok("1200")),
        ("4294967295", Ok("4294967295")),
        ("4294967296", Err(TooLarge)),
        ("1_000", Err(NotACount)),
        ("0x10", Err(NotACount)),
        ("12.0", Err(NotACount)),
        ("1e3", Err(NotACount)),
        ("-1", Err(NotACount)),
        ("+1", Err(NotACount)),
        ("une dizaine", Err(NotACount)),
        ("", Err(NotACount)),
    ]);
}

#[derive(Debug, PartialEq, Deserialize)]
struct Everything {
    date: Date,
    due: Period,
    amount: Euros,
    cents: Euros,
    time: Time,
    rate: Decimal,
    people: Count,
    language: Language,
}

#[test]
fn unquoted_scalars_are_read_from_their_text() -> Result<(), serde_yaml::Error> {
    let text = "date: 2023-05-10\ndue: 2023\namount: 1200.50\ncents: 1200.10\ntime: 18:30\nrate: 7.80\npeople: 120\n\
                language: en\n";
    let read_from_yaml: Everything = serde_yaml::from_str(text)?;
    let expected = Everything {
        date: read("2023-05-10"),
        due: Period::Year(2023),
        amount: Euros::from_cents(120_050),
        cents: Euros::from_cents(120_010),
        time: read("18:30"),
        rate: read("7.8"),
        people: Count::new(120),
        language: Language::English,
    };
    assert_eq!(read_from_yaml, expected);
    Ok(())
}

#[test]
fn a_refused_text_expects_one_word() {
    fn told<'de, T: Deserialize<'de> + Debug>(text: &'de str) -> String {
        serde_yaml::from_str::<T>(text).map_or_else(|error| error.to_string(), |value| format!("read: {value:?}"))
    }
    assert_eq!(told::<Date>("2023-02-30"), "invalid value: string \"2023-02-30\", expected date");
    assert_eq!(told::<Period>("rentrée"), "invalid value: string \"rentrée\", expected period");
    assert_eq!(told::<Euros>("1.200"), "invalid value: string \"1.200\", expected amount");
    assert_eq!(told::<Time>("24:00"), "invalid value: string \"24:00\", expected time");
    assert_eq!(told::<Decimal>("1e3"), "invalid value: string \"1e3\", expected decimal");
    assert_eq!(told::<Count>("0x10"), "invalid value: string \"0x10\", expected count");
    assert_eq!(told::<Language>("de"), "unknown variant `de`, expected `fr` or `en`");
    assert_eq!(told::<Count>("[1]"), "invalid type: sequence, expected count");
}

/// Those who write the files read French: a word of a list says what it means.
#[test]
fn every_word_that_may_stand_in_a_file_has_its_meaning_in_french() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let glosses = std::fs::read_to_string(root.join("src/locale/french/glosses.rs")).unwrap();
    let mut words = 0;
    for file in std::fs::read_dir(root.join("src/model")).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap().replace("\r\n", "\n");
        for body in text.split("rename_all = \"kebab-case\")]\npub enum ").skip(1) {
            let body = body.split("\n}").next().unwrap();
            let variants = body.lines().filter_map(|line| line.strip_prefix("    ")?.strip_suffix(','));
            for variant in variants.filter(|name| name.chars().all(char::is_alphanumeric)) {
                let word = kebab(variant);
                assert!(glosses.contains(&format!("(\"{word}\", ")), "{word} has no meaning in glosses.rs");
                words += 1;
            }
        }
    }
    assert!(words > 60, "{words}");
}

fn kebab(variant: &str) -> String {
    let mut word = String::new();
    for letter in variant.chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.extend(letter.to_lowercase());
    }
    // As its own `rename` says.
    word.replace("agenda21", "agenda-21")
}
