//! What holds of every value of a record.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use council::model::{Count, Date, Decimal, Euros, Period, Time};
use proptest::prelude::*;
use std::fmt::Debug;
use std::str::FromStr;

fn read<T: FromStr<Err: Debug>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => unreachable!("{text:?}: {error:?}"),
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    (0_i64..109_572).prop_map(|days| read::<Date>("1900-01-01").plus_days(days))
}

fn any_period() -> impl Strategy<Value = Period> {
    (1900..=2199, 0..4_u8, 1..=53_u8, any_date()).prop_filter_map("no 53rd week", |(year, kind, number, day)| {
        Some(match kind {
            0 if number == 53 => Period::Year(year),
            0 if number <= 2 => Period::Half(year, number),
            0 => Period::Quarter(year, 1 + number % 4),
            1 => Period::Month(year, 1 + number % 12),
            2 if number == 53 => NaiveDate::from_isoywd_opt(year, 53, Weekday::Mon).map(|_| Period::Week(year, 53))?,
            2 => Period::Week(year, number),
            _ => Period::Day(day),
        })
    })
}

/// What people write between thousands, before the decimals, and after an amount.
fn any_style() -> impl Strategy<Value = (&'static str, char, &'static str)> {
    let spaces = prop::sample::select(vec!["", " ", "\u{a0}", "\u{202f}"]);
    let ends = prop::sample::select(vec!["", "€", " €", "\u{a0}€"]);
    (spaces, prop::sample::select(vec!['.', ',']), ends)
}

fn with_thousands(number: u64, space: &str) -> String {
    let digits = number.to_string();
    let parted = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    parted.collect::<Vec<_>>().join(space)
}

proptest! {
    #[test]
    fn what_is_printed_reads_as_the_same(
        date in any_date(),
        period in any_period(),
        cents in -100_000_000_000_000_i64..=100_000_000_000_000,
        (hour, minute) in (0..24_u8, 0..60_u8),
        (units, scale) in (any::<i64>(), 0..=6_u8),
        number in any::<u32>(),
    ) {
        prop_assert_eq!(date.to_string().parse(), Ok(date));
        prop_assert_eq!(period.to_string().parse(), Ok(period));
        prop_assert_eq!(Euros::from_cents(cents).to_string().parse(), Ok(Euros::from_cents(cents)));
        let time = Time::new(hour, minute);
        prop_assert_eq!(time.and_then(|time| time.to_string().parse().ok()), time);
        let decimal = Decimal::new(units, scale);
        prop_assert_eq!(decimal.and_then(|decimal| decimal.to_string().parse().ok()), decimal);
        prop_assert_eq!(Count::new(number).to_string().parse(), Ok(Count::new(number)));
    }

    #[test]
    fn a_period_holds_its_span_and_nothing_else(period in any_period(), day in any_date()) {
        let (first, last) = (period.first(), period.last());
        prop_assert!(first <= last);
        prop_assert!(period.contains(first) && period.contains(last));
        prop_assert_eq!(period.contains(day), day.days_since(first) >= 0 && last.days_since(day) >= 0);
        let before = first.plus_days(-1);
        prop_assert!(before == first || !period.contains(before));
        let after = last.plus_days(1);
        prop_assert!(after == last || !period.contains(after));
    }

    #[test]
    fn a_year_is_parted_by_its_halves_quarters_and_months(year in 1900..=2199) {
        let parted = |whole: Period, parts: Vec<Period>| {
            let touching = parts.windows(2).all(|pair| pair[1].first().days_since(pair[0].last()) == 1);
            let from = parts.first().map(|part| part.first());
            let to = parts.last().map(|part| part.last());
            touching && from == Some(whole.first()) && to == Some(whole.last())
        };
        prop_assert!(parted(Period::Year(year), (1..=2).map(|half| Period::Half(year, half)).collect()));
        for half in 1..=2 {
            let quarters = (2 * half - 1..=2 * half).map(|quarter| Period::Quarter(year, quarter)).collect();
            prop_assert!(parted(Period::Half(year, half), quarters));
        }
        for quarter in 1..=4 {
            let months = (3 * quarter - 2..=3 * quarter).map(|month| Period::Month(year, month)).collect();
            prop_assert!(parted(Period::Quarter(year, quarter), months));
        }
    }

    #[test]
    fn every_day_is_in_the_week_that_the_calendar_gives_it(day in any_date()) {
        let iso = day.naive().iso_week();
        prop_assume!(Date::YEARS.contains(&iso.year()));
        let week = read::<Period>(&format!("{}-W{:02}", iso.year(), iso.week()));
        prop_assert!(week.contains(day));
        prop_assert_eq!(week.last().naive() - week.first().naive(), TimeDelta::days(6));
    }

    #[test]
    fn the_order_of_periods_agrees_with_equality(one in any_period(), other in any_period()) {
        prop_assert_eq!(one.cmp(&other).is_eq(), one == other);
        prop_assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
    }

    #[test]
    fn sums_are_exact_in_any_order(cents in prop::collection::vec(-100_000_000_000_000_i64..=100_000_000_000_000, 0..50)) {
        let amounts: Vec<_> = cents.iter().copied().map(Euros::from_cents).collect();
        let sum: Euros = amounts.iter().sum();
        prop_assert_eq!(i128::from(sum.cents()), cents.iter().copied().map(i128::from).sum::<i128>());
        prop_assert_eq!(amounts.iter().rev().sum::<Euros>(), sum);
        let (left, right) = amounts.split_at(amounts.len() / 2);
        prop_assert_eq!(left.iter().sum::<Euros>() + right.iter().sum::<Euros>(), sum);
    }

    #[test]
    fn an_amount_reads_alike_in_every_style(
        euros in 0..=999_999_999_999_u64,
        cents in 0..100_u64,
        (space, point, end) in any_style(),
    ) {
        let written = format!("{}{point}{cents:02}{end}", with_thousands(euros, space));
        let read_alike = format!("{euros}.{cents:02}").parse::<Euros>();
        prop_assert_eq!(written.parse::<Euros>(), read_alike);
        prop_assert_eq!(format!("-{written}").parse::<Euros>(), read_alike.map(|amount| Euros::ZERO - amount));
    }

    #[test]
    fn decimals_are_ordered_and_equal_by_value(one in (-9999_i64..9999, 0..=3_u8), other in (-9999_i64..9999, 0..=3_u8)) {
        let thousandths = |(units, scale): (i64, u8)| units * 10_i64.pow(3 - u32::from(scale));
        let (left, right) = (Decimal::new(one.0, one.1), Decimal::new(other.0, other.1));
        prop_assert_eq!(left.cmp(&right), thousandths(one).cmp(&thousandths(other)));
        prop_assert_eq!(left == right, thousandths(one) == thousandths(other));
    }

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC*", near in "[-+0-9SQTWh:., €\u{a0}\u{202f}é]{0,14}") {
        for text in [text, near] {
            let _ = (text.parse::<Date>(), text.parse::<Period>(), text.parse::<Euros>());
            let _ = (text.parse::<Time>(), text.parse::<Decimal>(), text.parse::<Count>());
        }
    }
}
