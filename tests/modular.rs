//! The modular function and the Haar densities: homomorphisms, known formulas, invariance by Jacobians and
//! by quadrature, and what is refused.
#![cfg(feature = "proptest")]

use equivariant::group::HaarDensity;
use equivariant::groups::*;
use equivariant::homomorphism::Between;
use equivariant::homomorphisms::Modular;
use equivariant::sets::Reals;
use equivariant::{Check, Group, LieGroup, Sampled};
use nalgebra::{DMatrix, DVector, Isometry, Rotation3, Similarity, Translation3, matrix, vector};

const SEEDS: std::ops::Range<u64> = 0..6;

fn is_homomorphism<G: LieGroup + Sampled>(group: G) {
    let delta = Modular::new(group);
    for seed in SEEDS {
        Check::default()
            .cases(64)
            .seed(seed)
            .homomorphism(&delta)
            .unwrap_or_else(|violation| panic!("{violation}"));
    }
}

#[test]
fn the_modular_function_is_a_homomorphism() {
    is_homomorphism(Reals::<f64>::default());
    is_homomorphism(PositiveReals::<f64>::default());
    is_homomorphism(AffineLine::<f64>::default());
    is_homomorphism(Affine::<2>::default());
    is_homomorphism(Affine::<3>::default());
    is_homomorphism(Similarities::<3>::default());
    is_homomorphism(GeneralLinear::<2>::default());
    is_homomorphism((AffineLine::<f64>::default(), Torus::<2>::default()));
    is_homomorphism(Opposite(AffineLine::<f64>::default()));
}

/// |det Ad(g)|⁻¹ by the definition.
fn by_adjoint<G: LieGroup<Scalar = f64>>(group: &G, g: &G::Element) -> f64 {
    let n = group.dimension();
    let columns: Vec<DVector<f64>> = (0..n)
        .map(|place| {
            let basis = DMatrix::identity(n, n).column(place).into_owned();
            group.vee(&group.adjoint(g, &group.hat(&basis)))
        })
        .collect();
    DMatrix::from_columns(&columns).determinant().abs().recip()
}

/// That Δ(g) is by definition what it is said to be.
fn has_modular<G: LieGroup<Scalar = f64>>(group: &G, g: &G::Element, expected: f64) {
    let (delta, defined) = (group.modular(g), by_adjoint(group, g));
    let text = group.describe(g);
    assert!(
        (delta / expected - 1.0).abs() < 1e-14,
        "{delta} is not {expected} at {text}"
    );
    assert!(
        (defined / expected - 1.0).abs() < 1e-11,
        "{defined} is not {expected} at {text}"
    );
}

fn is_unimodular<G: LieGroup<Scalar = f64> + Sampled>(group: &G) {
    for g in group.corners() {
        assert_eq!(group.modular(&g), 1.0);
        has_modular(group, &g, 1.0);
    }
}

#[test]
fn abelian_and_compact_groups_are_unimodular() {
    is_unimodular(&Reals::<f64>::default());
    is_unimodular(&PositiveReals::<f64>::default());
    is_unimodular(&Translations::<3>::default());
    is_unimodular(&Torus::<2>::default());
    is_unimodular(&SpecialOrthogonal::<2>::default());
    is_unimodular(&SpecialOrthogonal::<3>::default());
    is_unimodular(&SpecialOrthogonal::<4>::default());
    is_unimodular(&Orthogonal::<3>::default());
    is_unimodular(&UnitQuaternions::<f64>::default());
}

fn turn() -> Rotation3<f64> {
    Rotation3::from_euler_angles(0.3, -1.0, 2.0)
}

#[test]
fn motions_and_linear_maps_are_unimodular() {
    let motion = Isometry::from_parts(Translation3::new(5.0, -7.0, 2.0), turn());
    has_modular(&SpecialEuclidean::<3>::default(), &motion, 1.0);
    let linear = -turn().into_inner();
    let mirrored = AffineTransformation {
        linear,
        translation: vector![5.0, -7.0, 2.0],
    };
    has_modular(&Euclidean::<3>::default(), &mirrored, 1.0);
    has_modular(
        &GeneralLinear::<2>::default(),
        &matrix![2.0, 3.0; 0.5, 1.0],
        1.0,
    );
    has_modular(
        &SpecialLinear::<2>::default(),
        &matrix![2.0, 3.0; 1.0, 2.0],
        1.0,
    );
}

#[test]
fn groups_with_changes_of_scale_and_shifts_are_not_unimodular() {
    let linear = matrix![2.0, 1.0; 0.0, -3.0];
    let g = AffineTransformation {
        linear,
        translation: vector![10.0, -1.0],
    };
    has_modular(&Affine::<2>::default(), &g, 1.0 / 6.0);
    let enlarged = Similarity::from_parts(Translation3::new(1.0, 2.0, 3.0), turn(), 2.0);
    has_modular(&Similarities::<3>::default(), &enlarged, 0.125);

    let line = AffineLine::<f64>::default();
    for (scale, location) in [(1.8, 32.0), (1e-6, 5.0), (1e6, -1e-3), (0.5, 0.0)] {
        let g = LocationScale { scale, location };
        has_modular(&line, &g, 1.0 / scale);
        // in the opposite group left and right change places
        has_modular(&Opposite(line), &g, scale);
        has_modular(&(line, Reals::default()), &(g, 5.0), 1.0 / scale);
        has_modular(&&line, &g, 1.0 / scale);
    }
}

/// A group of one's own has the default.
#[test]
fn the_default_is_the_definition() {
    let line = Own(AffineLine::default());
    let g = LocationScale {
        scale: 1.8,
        location: 32.0,
    };
    has_modular(&line, &g, 1.0 / 1.8);
    assert_eq!(line.right_haar(&g), line.left_haar(&g) / line.modular(&g));
    assert!((line.right_haar(&g) - 1.0 / 1.8).abs() < 1e-15);
    is_homomorphism(line);
}

/// The location–scale group with the required methods only.
#[derive(Clone, Copy)]
struct Own(AffineLine);

impl equivariant::Set for Own {
    type Element = LocationScale;
    fn contains(&self, x: &LocationScale) -> bool {
        self.0.contains(x)
    }
    fn distance(&self, x: &LocationScale, y: &LocationScale) -> f64 {
        self.0.distance(x, y)
    }
    fn magnitude(&self, x: &LocationScale) -> f64 {
        self.0.magnitude(x)
    }
    fn tolerance(&self) -> equivariant::Tolerance {
        self.0.tolerance()
    }
    fn nudge(&self, x: &LocationScale, reach: f64, direction: u64) -> Option<LocationScale> {
        self.0.nudge(x, reach, direction)
    }
}

impl Group for Own {
    fn identity(&self) -> LocationScale {
        self.0.identity()
    }
    fn compose(&self, g: &LocationScale, h: &LocationScale) -> LocationScale {
        self.0.compose(g, h)
    }
    fn inverse(&self, g: &LocationScale) -> LocationScale {
        self.0.inverse(g)
    }
}

impl LieGroup for Own {
    type Scalar = f64;
    type Algebra = nalgebra::Vector2<f64>;
    fn dimension(&self) -> usize {
        2
    }
    fn hat(&self, coordinates: &DVector<f64>) -> Self::Algebra {
        self.0.hat(coordinates)
    }
    fn vee(&self, algebra: &Self::Algebra) -> DVector<f64> {
        self.0.vee(algebra)
    }
    fn exp(&self, algebra: &Self::Algebra) -> LocationScale {
        self.0.exp(algebra)
    }
    fn log(
        &self,
        g: &LocationScale,
    ) -> Result<Self::Algebra, equivariant::group::OutsideLogarithm> {
        self.0.log(g)
    }
    fn adjoint(&self, g: &LocationScale, algebra: &Self::Algebra) -> Self::Algebra {
        self.0.adjoint(g, algebra)
    }
    fn bracket(&self, x: &Self::Algebra, y: &Self::Algebra) -> Self::Algebra {
        self.0.bracket(x, y)
    }
}

impl HaarDensity for Own {
    fn left_haar(&self, g: &LocationScale) -> f64 {
        g.scale.powi(-2)
    }
}

impl Sampled for Own {
    fn strategy(&self) -> proptest::strategy::BoxedStrategy<LocationScale> {
        self.0.strategy()
    }
}

/// The reciprocal is a homomorphism too: the convention is settled by the Jacobians and the quadrature below.
#[test]
fn what_is_no_homomorphism_is_refused() {
    let line = AffineLine::<f64>::default();
    let wrong = Between::new(
        line,
        PositiveReals::<f64>::default(),
        |g: &LocationScale| (1.0 + g.location.abs()) / g.scale,
    );
    assert!(Check::default().homomorphism(&wrong).is_err());
}

/// |∂f/∂x| at x, by central differences.
fn jacobian(f: impl Fn([f64; 2]) -> [f64; 2], x: [f64; 2]) -> f64 {
    let h = 1e-5;
    let derivative = |place: usize| {
        let at = |step: f64| {
            let mut moved = x;
            moved[place] += step;
            f(moved)
        };
        let (up, down) = (at(h), at(-h));
        [0, 1].map(|i| (up[i] - down[i]) / (2.0 * h))
    };
    let [[a, b], [c, d]] = [derivative(0), derivative(1)];
    (a * d - b * c).abs()
}

fn element([scale, location]: [f64; 2]) -> LocationScale {
    LocationScale { scale, location }
}

fn numbers(g: LocationScale) -> [f64; 2] {
    [g.scale, g.location]
}

#[test]
fn haar_densities_are_invariant_by_the_jacobian() {
    let line = AffineLine::<f64>::default();
    let elements = [[1.0, 0.0], [1.8, 32.0], [0.25, -3.0], [2.0, 0.5]];
    for g in elements.map(element) {
        for x in elements {
            let left = |x| numbers(line.compose(&g, &element(x)));
            let right = |x| numbers(line.compose(&element(x), &g));
            let is_one = |ratio: f64| assert!((ratio - 1.0).abs() < 1e-7, "{ratio}");
            is_one(
                line.left_haar(&element(left(x))) * jacobian(left, x) / line.left_haar(&element(x)),
            );
            is_one(
                line.right_haar(&element(right(x))) * jacobian(right, x)
                    / line.right_haar(&element(x)),
            );
            // the left measure is stretched on the right by Δ
            let stretched = line.left_haar(&element(right(x))) * jacobian(right, x);
            is_one(stretched / line.left_haar(&element(x)) / line.modular(&g));
            is_one(line.right_haar(&g) * line.modular(&g) / line.left_haar(&g));
        }
    }
}

/// The integral of `density` over the image of the unit square [1, 2] × [0, 1] under `map`, counted by the
/// elements whose preimage is in the square: midpoints of a fine grid.
fn measure(
    density: impl Fn(&LocationScale) -> f64,
    preimage: impl Fn(&LocationScale) -> LocationScale,
    [scales, locations]: [std::ops::Range<f64>; 2],
) -> f64 {
    let n = 1500;
    let at = |range: &std::ops::Range<f64>, i: usize| {
        range.start + (range.end - range.start) * (i as f64 + 0.5) / n as f64
    };
    let cell = (scales.end - scales.start) * (locations.end - locations.start) / (n * n) as f64;
    let mut sum = 0.0;
    for i in 0..n {
        for j in 0..n {
            let x = element([at(&scales, i), at(&locations, j)]);
            let y = preimage(&x);
            if (1.0..2.0).contains(&y.scale) && (0.0..1.0).contains(&y.location) {
                sum += density(&x) * cell;
            }
        }
    }
    sum
}

#[test]
fn haar_measures_are_invariant_by_quadrature() {
    let line = AffineLine::<f64>::default();
    let g = LocationScale {
        scale: 2.0,
        location: 1.5,
    };
    let inverse = line.inverse(&g);
    let on_left = |x: &LocationScale| line.compose(&inverse, x);
    let on_right = |x: &LocationScale| line.compose(x, &inverse);
    let square = || [1.0..2.0, 0.0..1.0];
    // g·A: scales 2 to 4, locations 1.5 to 3.5;  A·g: scales 2 to 4, locations 1.5 a + b
    let (left_image, right_image) = (|| [2.0..4.0, 1.5..3.5], || [2.0..4.0, 1.0..4.5]);

    let left = |x: &LocationScale| line.left_haar(x);
    let right = |x: &LocationScale| line.right_haar(x);
    let [of_square, of_square_right] = [
        measure(left, |x| *x, square()),
        measure(right, |x| *x, square()),
    ];
    assert!((of_square - 0.5).abs() < 1e-4); // ∫ da/a²
    assert!((of_square_right - 2_f64.ln()).abs() < 1e-4); // ∫ da/a
    let near = |x: f64, y: f64| assert!((x / y - 1.0).abs() < 2e-3, "{x} is not {y}");
    near(measure(left, on_left, left_image()), of_square);
    near(measure(right, on_right, right_image()), of_square_right);
    near(
        measure(left, on_right, right_image()),
        line.modular(&g) * of_square,
    );
    near(
        measure(right, on_left, left_image()),
        of_square_right / line.modular(&g),
    );
}

#[test]
fn on_abelian_groups_left_is_right() {
    let (reals, scales) = (Reals::<f64>::default(), PositiveReals::<f64>::default());
    for x in [1e-9, 0.5, 1.0, 7.0, 1e12] {
        assert_eq!(reals.left_haar(&x), 1.0);
        assert_eq!(reals.right_haar(&x), 1.0);
        assert_eq!(scales.left_haar(&x), 1.0 / x);
        assert_eq!(scales.right_haar(&x), 1.0 / x);
    }
}
