//! The exponential and the logarithm against values computed with 60 digits (mpmath, by the Taylor series
//! with scaling and squaring, and by inverse scaling and squaring), rounded to 20 digits.

use equivariant::LieGroup;
use equivariant::groups::*;
use nalgebra::{DVector, Matrix2, Matrix3, Vector3};

/// Coordinates of the algebra so(3), and the rotation matrix column by column. The angles are 1e-300,
/// 1e-12, 1e-6, 0.1, 1, 3, π − 2.7e-6, π − 5e-8 and 100, about (0.36, −0.48, 0.8).
#[rustfmt::skip]
#[allow(clippy::approx_constant, clippy::excessive_precision)]
const ROTATIONS: &[([f64; 3], [f64; 9])] = &[
    ([3.6e-301, -4.8e-301, 8e-301], [1.0, 8.000000000000000532e-301, 4.7999999999999998219e-301, -8.000000000000000532e-301, 1.0, 3.6000000000000000736e-301, -4.7999999999999998219e-301, -3.6000000000000000736e-301, 1.0]),
    ([3.6e-13, -4.8e-13, 8e-13], [1.0, 7.999999999999136243e-13, 4.8000000000014397419e-13, -8.000000000000864243e-13, 1.0, 3.5999999999980798064e-13, -4.7999999999985597419e-13, -3.6000000000019198064e-13, 1.0]),
    ([3.6e-07, -4.8e-07, 8e-07], [0.9999999999995648, 7.9999991359986663047e-7, 4.8000014399991995709e-7, -8.0000008639986663046e-7, 0.9999999999996152, 3.5999980799993999431e-7, -4.7999985599991995712e-7, -3.6000019199993999428e-7, 0.99999999999982]),
    ([0.036, -0.048, 0.08000000000000002], [0.99565162545799362552, 0.07900345307750538976, 0.049358840390406093621, -0.080730013557419684902, 0.99615520559796862844, 0.034021629459620025869, -0.046481239590548934551, -0.037858430526096238332, 0.99820149950008927584]),
    ([0.36, -0.48, 0.8], [0.59987912702762878671, 0.59374102630033178669, 0.53629900861776606838, -0.752612549392302688, 0.64621665459612029959, 0.12640563998420837766, -0.2715131367978145417, -0.4794534690774770799, 0.83450883011253031114]),
    ([1.08, -1.44, 2.4000000000000004], [-0.73208946904102777585, -0.23097469696466336809, 0.64085544288966443982, -0.45676670986045048529, -0.53149822538370297559, -0.71335391579301891385, 0.50538023515219219457, -0.81496032159612310823, 0.28360270122383975668]),
    ([1.1309723999999999, -1.5079631999999998, 2.513272], [-0.74079999999693558094, -0.34559787712755695728, 0.57600127372208673528, -0.34560212287122610849, -0.53919999999729052009, -0.76799904470632242753, 0.57599872627588524455, -0.76800095529097354558, 0.28000000000126763983]),
    ([1.130973336, -1.507964448, 2.5132740800000004], [-0.74079999999999878925, -0.3455999571281654124, 0.57600002572310013987, -0.34560004287183398712, -0.53919999999999896439, -0.76799998070767399396, 0.57599997427689899504, -0.76800001929232485258, 0.2800000000000006255]),
    ([36.0, -48.0, 80.0], [0.88016234643920009624, -0.42888381175649525111, -0.20340334295153719398, 0.38130121401911881874, 0.89404060411260155568, -0.23516118384104253502, 0.28270767251383124793, 0.12942207775798379641, 0.95043479402356621628]),
];

/// The rate of growth σ and the rotation vector of a similarity with velocity (1, −2, 0.25), and its scale
/// and translation after time 1.
#[rustfmt::skip]
#[allow(clippy::approx_constant, clippy::excessive_precision)]
const SIMILARITIES: &[(f64, [f64; 3], f64, [f64; 3])] = &[
    (0.0, [3.6e-10, -4.8e-10, 8.000000000000001e-10], 1.0, [1.0000000007399999999, -1.9999999996449999998, 0.24999999988000000016]),
    (0.0, [0.18, -0.24, 0.4], 1.0, [1.3437233845644630166, -1.773891646369888223, 0.23098948912405871049]),
    (0.0, [1.08, -1.44, 2.4000000000000004], 1.0, [1.5502293448727222759, -0.31839472855097941239, 1.0113599576766871621]),
    (0.0, [18.0, -24.0, 40.0], 1.0, [0.545860938881490668, -0.7224360973216785859, 1.2209009191103220479]),
    (1e-09, [3.6e-10, -4.8e-10, 8.000000000000001e-10], 1.0000000010000000005, [1.0000000012400000006, -2.0000000006449999999, 0.25000000000500000012]),
    (0.3, [0.18, -0.24, 0.4], 1.349858807576003089, [1.5861377318002803259, -2.0541701073672563916, 0.26950840425087299937]),
    (-2.0, [1.08, -1.44, 2.4000000000000004], 0.13533528323661269189, [0.70051228152211882752, -0.35894872853053795027, 0.29083171712194165394]),
    (1.0, [0.0, 0.0, 0.0], 2.7182818284590452354, [1.7182818284590452354, -3.4365636569180904707, 0.42957045711476130884]),
    (-1e-12, [3.6000000000000003e-06, -4.800000000000001e-06, 8.000000000000001e-06], 0.999999999999, [1.0000073999919532667, -1.9999964499778266986, 0.2499988000159750108]),
];

/// Matrices and their exponentials, column by column: one with both signs, nilpotent, very small, of very
/// different entries, strongly contracting, defective.
#[rustfmt::skip]
#[allow(clippy::approx_constant, clippy::excessive_precision)]
const EXPONENTIALS: &[([f64; 4], [f64; 4])] = &[
    ([1.0, 3.0, 2.0, 4.0], [51.968956198705003658, 112.10484685050481882, 74.73656456700321255, 164.07380304920982248]),
    ([0.0, 0.0, 1e-08, 0.0], [1.0, 0.0, 1.0000000000000000209e-8, 1.0]),
    ([1e-12, -1e-12, 2e-12, 3e-12], [1.000000000001, -1.0000000000019999799e-12, 2.0000000000039999598e-12, 1.000000000003]),
    ([0.0, -1e-06, 1000000.0, 0.0], [0.54030230586813973644, -8.4147098480789647539e-7, 8.4147098480789651347e+5, 0.54030230586813973644]),
    ([-30.0, 0.0, 1.0, -40.0], [9.3576229688401746049e-14, 0.0, 9.357198133414645446e-15, 4.2483542552915889953e-18]),
    ([2.0, 0.0, 1.0, 2.0], [7.3890560989306502272, 0.0, 7.3890560989306502272, 7.3890560989306502272]),
];

/// Matrices and their principal logarithms: triangular, unipotent, near the identity, nearly a quarter
/// turn, badly scaled ones, defective, with complex eigenvalues in the left half plane.
#[rustfmt::skip]
#[allow(clippy::approx_constant, clippy::excessive_precision)]
const LOGARITHMS: &[([f64; 4], [f64; 4])] = &[
    ([1.0, 0.0, 2.0, 3.0], [0.0, 0.0, 1.0986122886681096914, 1.0986122886681096914]),
    ([1.0, 0.0, 1.0, 1.0], [0.0, 0.0, 1.0, 0.0]),
    ([1.000000001, -1e-09, 2e-09, 1.0], [1.0000000832403709153e-9, -9.9999999950000002058e-10, 1.9999999990000000412e-9, 9.9999999933333340224e-19]),
    ([0.0, 1.0, -1.0, 0.1], [-0.076134000554303131148, 1.5226800110860625384, -1.5226800110860625384, 0.076134000554303131148]),
    ([4.0, 0.001, 1.0, 9.0], [1.3862767980749583528, 1.6218751282852118425e-4, 0.16218751282852118088, 2.1972143622175642572]),
    ([1e-06, 1.0, 0.0, 1000000.0], [-13.815510557964274149, 2.7631021115956179275e-5, 0.0, 13.815510557964274104]),
    ([2.0, 0.0, 1.0, 2.0], [0.69314718055994530942, 0.0, 0.5, 0.69314718055994530942]),
    ([-1.0, 3.0, -2.0, 0.5], [0.31280137211438542426, 2.1582906960193087722, -1.4388604640128725148, 1.3919467201240398104]),
];

/// The largest difference in units of ε times the scale.
fn error<'a>(ours: impl IntoIterator<Item = &'a f64>, exact: &[f64], scale: f64) -> f64 {
    let pairs = ours.into_iter().zip(exact);
    pairs.map(|(x, y)| (x - y).abs()).fold(0.0, f64::max) / (f64::EPSILON * scale)
}

fn largest(numbers: &[f64]) -> f64 {
    numbers.iter().map(|x| x.abs()).fold(0.0, f64::max)
}

#[test]
fn rotations() {
    let so3 = SpecialOrthogonal::<3>::default();
    let mut worst = [0.0_f64; 3];
    for (coordinates, exact) in ROTATIONS {
        let coordinates = DVector::from_column_slice(coordinates);
        let g = so3.exp(&so3.hat(&coordinates));
        let angle = coordinates.norm();
        // the angle itself is rounded, so far away an error in proportion to it is due
        worst[0] = worst[0].max(error(g.matrix(), exact, angle.max(1.0)));
        // off the diagonal, small angles have small entries, which keep their digits
        let skew = (g.matrix() - g.matrix().transpose()) * 0.5;
        let exact = Matrix3::from_column_slice(exact);
        let exact = (exact - exact.transpose()) * 0.5;
        worst[1] = worst[1].max(error(
            &skew,
            exact.as_slice(),
            if angle < 1.0 { exact.amax() } else { angle },
        ));
        if angle < 3.1 {
            let back = so3.vee(&so3.log(&g).expect("the angle is below π"));
            worst[2] = worst[2].max(error(&back, coordinates.as_slice(), angle));
        }
    }
    println!(
        "rotations: exp {:.1} ε, small entries {:.1} ε, log {:.1} ε",
        worst[0], worst[1], worst[2]
    );
    assert!(
        worst[0] <= 2.0 && worst[1] <= 4.0 && worst[2] <= 4.0,
        "{worst:?}"
    );
}

#[test]
fn in_every_dimension_the_logarithm_undoes_the_exponential() {
    fn check<const D: usize>() -> f64 {
        let group = SpecialOrthogonal::<D>::default();
        let mut worst = 0.0_f64;
        for size in [1e-300, 1e-12, 1e-6, 1e-3, 0.1, 0.5] {
            let coordinates = DVector::from_fn(group.dimension(), |i, _| {
                size * (1.3 * i as f64 + 0.4).sin()
            });
            let g = group.exp(&group.hat(&coordinates));
            let back = group.vee(&group.log(&g).expect("the angles are below π"));
            worst = worst.max(error(&back, coordinates.as_slice(), coordinates.amax()));
        }
        worst
    }
    let worst = [
        check::<2>(),
        check::<3>(),
        check::<4>(),
        check::<5>(),
        check::<6>(),
    ];
    println!("log(exp X) in dimensions 2 to 6: {worst:.1?} ε");
    assert!(worst.iter().all(|&error| error <= 32.0), "{worst:?}");
}

#[test]
fn similarities_and_motions() {
    let sim3 = Similarities::<3>::default();
    let se3 = SpecialEuclidean::<3>::default();
    let mut worst = [0.0_f64; 3];
    for &(rate, [x, y, z], scale, translation) in SIMILARITIES {
        let algebra = DVector::from_column_slice(&[rate, x, y, z, 1.0, -2.0, 0.25]);
        let g = sim3.exp(&sim3.hat(&algebra));
        let size = largest(&translation).max(Vector3::new(x, y, z).norm());
        worst[0] = worst[0].max((g.scaling() - scale).abs() / (f64::EPSILON * scale));
        worst[1] = worst[1].max(error(&g.isometry.translation.vector, &translation, size));
        if Vector3::new(x, y, z).norm() < 3.1 {
            let back = sim3.vee(&sim3.log(&g).expect("the angle is below π"));
            worst[2] = worst[2].max(error(&back, algebra.as_slice(), 4.0));
        }
        if rate == 0.0 {
            let algebra = algebra.remove_row(0);
            let motion = se3.exp(&se3.hat(&algebra));
            worst[1] = worst[1].max(error(&motion.translation.vector, &translation, size));
        }
    }
    println!(
        "similarities: scale {:.1} ε, translation {:.1} ε, log {:.1} ε",
        worst[0], worst[1], worst[2]
    );
    assert!(
        worst[0] <= 2.0 && worst[1] <= 4.0 && worst[2] <= 16.0,
        "{worst:?}"
    );
}

#[test]
fn matrices() {
    let gl2 = GeneralLinear::<2>::default();
    let mut worst = [0.0_f64; 2];
    for (matrix, exact) in EXPONENTIALS {
        let size = largest(exact) * (1.0 + largest(matrix).min(100.0));
        let exponential = gl2.exp(&Matrix2::from_column_slice(matrix));
        worst[0] = worst[0].max(error(&exponential, exact, size));
    }
    for (matrix, exact) in LOGARITHMS {
        let logarithm = gl2
            .log(&Matrix2::from_column_slice(matrix))
            .expect("the logarithm exists");
        worst[1] = worst[1].max(error(&logarithm, exact, largest(exact)));
    }
    println!("matrices: exp {:.1} ε, log {:.1} ε", worst[0], worst[1]);
    assert!(worst[0] <= 8.0 && worst[1] <= 64.0, "{worst:?}");
}

#[test]
fn what_has_no_logarithm_is_refused() {
    let gl2 = GeneralLinear::<2>::default();
    for matrix in [
        [-1.0, 0.0, 0.0, 1.0],
        [0.0, 0.0, 0.0, 1.0],
        [-1.0, 0.0, 0.0, -1.0],
        [f64::NAN, 0.0, 0.0, 1.0],
    ] {
        assert!(
            gl2.log(&Matrix2::from_column_slice(&matrix)).is_err(),
            "{matrix:?}"
        );
    }
    let so3 = SpecialOrthogonal::<3>::default();
    let half_turn = so3.exp(&so3.hat(&DVector::from_column_slice(&[
        0.0,
        std::f64::consts::PI,
        0.0,
    ])));
    let error = so3.log(&half_turn).unwrap_err();
    assert_eq!(error.element, "rotation by 180° about y");
    assert!(error.to_string().contains("either sense would do"));
}

/// Angles far from 0 and what is left of them after full turns, with 30 digits (mpmath); 1e22 is the
/// classic of K. C. Ng, *Argument Reduction for Huge Arguments* (1992).
#[test]
#[allow(clippy::approx_constant, clippy::excessive_precision)]
fn the_circle_turns_back_by_the_true_2_pi() {
    let circle = Torus::<1>::default();
    for (angle, left) in [
        (0.5_f64, 0.5_f64),
        (3.5, -2.783185307179586476925287),
        (-3.5, 2.783185307179586476925287),
        (6.283185307179586, -2.449293598294706354452132e-16),
        (6.283185307179587, 6.432490598706545968936921e-16),
        (-9.0, -2.716814692820413523074713),
        (10.0, -2.566370614359172953850574),
        (1000.0, 0.9735361584457501688794041),
        (355.0, -3.141562509236429184741346),
        (1000000.0, -0.3575641670857350440153317),
        (-1000000000000000.0, -2.109698117070112597903382),
        (1e+22, -1.020177392559086973318202),
        (1.7976931348623157e+308, 3.136630678439005965258729),
        (5.319372648326541e+255, 1.570796326794896619700038),
    ] {
        let turned = circle.exp(&nalgebra::vector![angle])[0];
        let unit = f64::EPSILON * f64::max(left.abs(), if angle.abs() < 10.0 { 3.0 } else { 0.0 });
        assert!(
            (turned - left).abs() <= unit,
            "{angle}: {turned} is not {left}"
        );
    }
}
