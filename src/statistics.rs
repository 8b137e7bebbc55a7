//! How far a score can be trusted: the interval of a proportion, that of a difference, and how many answers it takes.
//!
//! It knows numbers alone; whatever shows satisfaction uses it. All is in per cent, at 95 %, and unrounded until
//! [`rounded`]. Only operations that IEEE 754 rounds exactly are used, so that every machine gives the same bits.

/// The normal quantile of a two-sided 95 %, to the decimals that published values are held to.
const Z: f64 = 1.959_964;

/// How many answers of a wave are satisfied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proportion {
    /// The satisfied answers, *k*.
    pub satisfied: u32,
    /// The answers that count, *n*: all but those without opinion.
    pub base: u32,
    /// How many could have answered, *N*; where it is not known, they are taken to be without number.
    pub population: Option<u32>,
}

/// Where the true value lies, at 95 %; in per cent, from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower bound, in per cent.
    pub low: f64,
    /// The upper bound, in per cent.
    pub high: f64,
}

/// The change from one wave to another; in percentage points, from −100 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The later score less the earlier one, in points.
    pub points: f64,
    /// The lower bound at 95 %, in points.
    pub low: f64,
    /// The upper bound at 95 %, in points.
    pub high: f64,
    /// What may be said of the change.
    pub verdict: Verdict,
}

/// What may be said of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The whole interval lies above zero.
    Up,
    /// The whole interval lies below zero.
    Down,
    /// The interval holds zero, be it as a bound.
    Inconclusive,
}

impl Proportion {
    /// The score, 100 *k*/*n*, in per cent.
    ///
    /// Nothing without answers, nor where more are satisfied than answered.
    pub fn percent(self) -> Option<f64> {
        let is_possible = self.base > 0 && self.satisfied <= self.base;
        is_possible.then(|| 100.0 * f64::from(self.satisfied) / f64::from(self.base))
    }

    /// The score interval at 95 %, corrected for a finite population; nothing where there is no score.
    ///
    /// With p = *k*/*n* and ψ = z²(*N* − *n*)/(*N* − 1), or ψ = z² where *N* is not known: centre
    /// (*k* + ψ/2)/(*n* + ψ), half-width √ψ/(*n* + ψ) · √(*n* p(1 − p) + ψ/4). From *n* = *N* on it is a census, and
    /// both bounds are the score.
    ///
    /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
    /// American Statistical Association 22 (1927), 209–212. Drawing without replacement divides the variance by
    /// (*N* − 1)/(*N* − *n*), whence ψ in the place of z².
    pub fn interval(self) -> Option<Interval> {
        let percent = self.percent()?;
        let psi = psi(self.base, self.population);
        if psi == 0.0 {
            return Some(Interval { low: percent, high: percent });
        }
        let low = wilson_low(self.satisfied, self.base, psi);
        let high = 100.0 - wilson_low(self.base - self.satisfied, self.base, psi);
        // Next to a census the last bit of a bound could pass the score.
        Some(Interval { low: low.min(percent), high: high.max(percent) })
    }
}

impl Difference {
    /// The change from one wave to a later one, with its hybrid score interval; nothing where one has no score.
    ///
    /// With d = p₂ − p₁ and the waves' own intervals [l, u]: low d − √((p₂ − l₂)² + (u₁ − p₁)²), high
    /// d + √((u₂ − p₂)² + (p₁ − l₁)²).
    ///
    /// Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
    /// eleven methods", Statistics in Medicine 17 (1998), 873–890, method 10; here each wave's interval is corrected
    /// for its population.
    pub fn between(before: Proportion, after: Proportion) -> Option<Self> {
        let (p1, first) = (before.percent()?, before.interval()?);
        let (p2, second) = (after.percent()?, after.interval()?);
        let points = points_between(before, after);
        // Neither bound can pass a hundred, but its last bit could.
        let low = (points - root_of_squares(p2 - second.low, first.high - p1)).max(-100.0);
        let high = (points + root_of_squares(second.high - p2, p1 - first.low)).min(100.0);
        Some(Self { points, low, high, verdict: Verdict::of(low, high) })
    }
}

impl Verdict {
    fn of(low: f64, high: f64) -> Self {
        if low > 0.0 {
            Self::Up
        } else if high < 0.0 {
            Self::Down
        } else {
            Self::Inconclusive
        }
    }
}

/// How many answers, of a population, a precision of ±`points` needs at 95 %, whatever the score turns out to be.
///
/// The least *n* whose half-width is `points` or less in the worst case, p = 1/2. There the half-width of
/// [`Proportion::interval`] is ½√(ψ/(*n* + ψ)); with e = `points`/100 and a = z²(1 − 4e²), that is the ceiling of
/// *N* a/(a + 4e²(*N* − 1)). It is at least one answer, or none of nobody, and everybody where `points` is not above
/// zero.
pub fn answers_needed(population: u32, points: f64) -> u32 {
    let points = points.max(0.0);
    // A search asks the very half-width that is promised, where a ceiling could miss by one for a rounded bit.
    let (mut least, mut most) = (population.min(1), population);
    while least < most {
        let middle = least + (most - least) / 2;
        if worst_half_width(middle, Some(population)) <= points {
            most = middle;
        } else {
            least = middle + 1;
        }
    }
    least
}

/// The precision at 95 % that so many answers of a population give in the worst case, p = 1/2: half the width of
/// [`Proportion::interval`], in points; nothing without answers.
pub fn precision(base: u32, population: Option<u32>) -> Option<f64> {
    (base > 0).then(|| worst_half_width(base, population))
}

/// Rounds to one decimal as the tables print it, halves away from zero; never minus zero.
pub fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}

/// What stands for z² when `base` were drawn from `population`: zero for a census.
fn psi(base: u32, population: Option<u32>) -> f64 {
    match population {
        None => Z * Z,
        Some(population) if base >= population => 0.0,
        Some(population) => Z * Z * (f64::from(population - base) / f64::from(population - 1)),
    }
}

/// The lower bound of Wilson's interval, in per cent; the upper one is its mirror.
fn wilson_low(satisfied: u32, base: u32, psi: f64) -> f64 {
    let (k, n) = (f64::from(satisfied), f64::from(base));
    let spread = psi.sqrt() * (k * (n - k) / n + psi / 4.0).sqrt();
    // The bounds' product is (k²/n)/(n + ψ): dividing it by the upper bound gives zero for k = 0, which centre less
    // half-width misses by a rounded bit.
    100.0 * k * (k / n) / (k + psi / 2.0 + spread)
}

/// Half the width of Wilson's interval at p = 1/2, in points.
fn worst_half_width(base: u32, population: Option<u32>) -> f64 {
    let psi = psi(base, population);
    50.0 * (psi / (f64::from(base) + psi)).sqrt()
}

/// The difference of two scores over their common denominator, so that 0.25 is not 0.249 999… and rounds as it should.
fn points_between(before: Proportion, after: Proportion) -> f64 {
    let [k1, n1, k2, n2] = [before.satisfied, before.base, after.satisfied, after.base].map(f64::from);
    // From a hundred million answers on the products are rounded.
    (100.0 * (k2 * n1 - k1 * n2) / (n1 * n2)).clamp(-100.0, 100.0)
}

/// √(a² + b²) by exactly rounded operations, which `hypot` is not.
fn root_of_squares(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}
