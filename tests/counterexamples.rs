//! Every law has a structure that breaks it and is refused. A checker that cannot fail is worthless.
#![cfg(feature = "proptest")]

use equivariant::law::metric;
use equivariant::{
    Abelian, Check, Diagnosis, Equipped, EquivariantMap, Exhaustive, FiniteSet, GSet, Generated,
    Group, Homomorphism, Pullback, Sampled, Set, Tolerance, Trivial, Violation, action, group,
    homomorphism, map,
};
use proptest::prelude::*;

/// The residues mod n with a product, an inverse and a metric of one's own choice: a group that can
/// be wrong in any way.
#[derive(Clone)]
struct Table {
    order: u8,
    identity: u8,
    product: fn(u8, u8, u8) -> u8,
    inverse: fn(u8, u8) -> u8,
    distance: fn(u8, u8) -> f64,
    generators: Vec<u8>,
}

impl Table {
    /// ℤ/n, done right.
    fn cyclic(order: u8) -> Self {
        Table {
            order,
            identity: 0,
            product: |n, g, h| (g + h) % n,
            inverse: |n, g| (n - g) % n,
            distance: |x, y| f64::from(x.abs_diff(y)),
            generators: vec![1],
        }
    }
}

impl Set for Table {
    type Element = u8;

    fn contains(&self, x: &u8) -> bool {
        *x < self.order
    }

    fn distance(&self, x: &u8, y: &u8) -> f64 {
        (self.distance)(*x, *y)
    }
}

impl FiniteSet for Table {
    fn elements(&self) -> Box<dyn Iterator<Item = u8> + '_> {
        Box::new(0..self.order)
    }
}

impl Group for Table {
    fn identity(&self) -> u8 {
        self.identity
    }

    fn compose(&self, g: &u8, h: &u8) -> u8 {
        (self.product)(self.order, *g, *h)
    }

    fn inverse(&self, g: &u8) -> u8 {
        (self.inverse)(self.order, *g)
    }

    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = u8> + '_>> {
        Some(Box::new(self))
    }
}

impl Generated for Table {
    fn generators(&self) -> Vec<u8> {
        self.generators.clone()
    }
}

impl Abelian for Table {}

impl Sampled for Table {
    fn strategy(&self) -> BoxedStrategy<u8> {
        (0..self.order).boxed()
    }
}

/// The group acting on itself.
impl GSet<Table> for Table {
    fn act(&self, g: &u8, x: &u8) -> u8 {
        self.compose(g, x)
    }
}

/// A law refuses, and so does the suite that has it.
fn refused(
    law: &str,
    alone: Result<impl std::fmt::Debug, Violation>,
    suite: Result<impl std::fmt::Debug, Violation>,
) {
    let alone = alone.expect_err("the law refuses");
    assert_eq!(alone.law(), law);
    let suite = suite.expect_err("the suite refuses");
    assert_eq!(suite.law(), law, "{suite}");
}

mod metric_laws {
    use super::*;

    fn with(distance: fn(u8, u8) -> f64) -> Table {
        Table {
            distance,
            ..Table::cyclic(9)
        }
    }

    #[test]
    fn reflexive() {
        let set = with(|x, y| if x == 4 && y == 4 { 1.0 } else { 0.0 });
        refused(
            "reflexive",
            metric::reflexive(&set, &4),
            Check::default().set(&set),
        );
        assert!(Exhaustive.set(&set).is_err());
    }

    #[test]
    fn reflexive_and_not_a_number() {
        let set = with(|x, y| if x == 4 && y == 4 { f64::NAN } else { 0.0 });
        let violation = metric::reflexive(&set, &4).unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::NotANumber);
    }

    #[test]
    fn symmetric() {
        let set = with(|x, y| {
            if x > y {
                f64::from(x - y)
            } else {
                2.0 * f64::from(y - x)
            }
        });
        refused(
            "symmetric",
            metric::symmetric(&set, &1, &3),
            Check::default().set(&set),
        );
        assert!(Exhaustive.set(&set).is_err());
    }

    #[test]
    fn a_negative_distance_is_refused() {
        let set = with(|x, y| -f64::from(x.abs_diff(y)));
        assert!(metric::symmetric(&set, &1, &3).is_err());
    }

    #[test]
    fn triangle() {
        let set = with(|x, y| f64::from(x.abs_diff(y)).powi(2));
        refused(
            "triangle",
            metric::triangle(&set, &0, &1, &2),
            Check::default().set(&set),
        );
        assert!(Exhaustive.set(&set).is_err());
    }

    #[test]
    fn member() {
        #[derive(Clone)]
        struct Liar;
        impl Set for Liar {
            type Element = u8;
            fn contains(&self, x: &u8) -> bool {
                *x < 5
            }
            fn distance(&self, x: &u8, y: &u8) -> f64 {
                f64::from(x.abs_diff(*y))
            }
        }
        impl Sampled for Liar {
            fn strategy(&self) -> BoxedStrategy<u8> {
                (0..10_u8).boxed()
            }
        }
        let violation = Check::default().set(&Liar).unwrap_err();
        assert_eq!(violation.law(), "member");
        assert_eq!(violation.elements().next(), Some(("x", "5")));
    }
}

mod group_laws {
    use super::*;

    #[test]
    fn closed() {
        let group = Table {
            product: |n, g, h| if g == 3 { n } else { (g + h) % n },
            ..Table::cyclic(6)
        };
        refused(
            "closed",
            group::laws::closed(&group, &3, &1),
            Check::default().group(&group),
        );
        assert_eq!(Exhaustive.group(&group).unwrap_err().law(), "closed");
    }

    #[test]
    fn associative() {
        // subtraction, with 0 as right identity only: left identity and inverse are repaired
        let group = Table {
            product: |n, g, h| if g == 0 { h } else { (g + n - h) % n },
            inverse: |_, g| g,
            ..Table::cyclic(5)
        };
        refused(
            "associative",
            group::laws::associative(&group, &1, &2, &3),
            Check::default().group(&group),
        );
        assert_eq!(Exhaustive.group(&group).unwrap_err().law(), "associative");
    }

    #[test]
    fn left_identity() {
        let group = Table {
            identity: 2,
            ..Table::cyclic(5)
        };
        refused(
            "left_identity",
            group::laws::left_identity(&group, &1),
            Check::default().group(&group),
        );
        let violation = group::laws::left_identity(&group, &1).unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::IdentityFails);
    }

    #[test]
    fn left_inverse() {
        let group = Table {
            inverse: |_, g| g,
            ..Table::cyclic(5)
        };
        refused(
            "left_inverse",
            group::laws::left_inverse(&group, &1),
            Check::default().group(&group),
        );
        assert_eq!(Exhaustive.group(&group).unwrap_err().law(), "left_inverse");
    }

    /// The group of the table, with factors that do not multiply to the element.
    #[derive(Clone)]
    struct Misfactored(Table);

    impl Set for Misfactored {
        type Element = u8;
        fn contains(&self, x: &u8) -> bool {
            self.0.contains(x)
        }
        fn distance(&self, x: &u8, y: &u8) -> f64 {
            self.0.distance(x, y)
        }
    }

    impl Group for Misfactored {
        fn identity(&self) -> u8 {
            0
        }
        fn compose(&self, g: &u8, h: &u8) -> u8 {
            self.0.compose(g, h)
        }
        fn inverse(&self, g: &u8) -> u8 {
            self.0.inverse(g)
        }
        fn factors(&self, g: &u8) -> Vec<u8> {
            vec![1; usize::from(*g) + usize::from(*g == 3)]
        }
    }

    impl Sampled for Misfactored {
        fn strategy(&self) -> BoxedStrategy<u8> {
            self.0.strategy()
        }
    }

    #[test]
    fn factored() {
        let group = Misfactored(Table::cyclic(7));
        refused(
            "factored",
            group::laws::factored(&group, &3),
            Check::default().group(&group),
        );
    }

    #[test]
    fn generating() {
        let group = Table {
            generators: vec![2],
            ..Table::cyclic(6)
        };
        let violation = group::laws::generating(&group).unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::NotGenerating);
        let group = Table {
            generators: vec![9],
            product: |_, g, h| g + h,
            ..Table::cyclic(6)
        };
        assert_eq!(
            *group::laws::generating(&group).unwrap_err().diagnosis(),
            Diagnosis::NotClosed
        );
    }

    #[test]
    fn commutative() {
        // the quaternion group, with elements 0..8 as (sign, unit): not abelian, whatever it claims
        fn product(_: u8, g: u8, h: u8) -> u8 {
            const UNITS: [[u8; 4]; 4] = [[0, 1, 2, 3], [1, 4, 3, 6], [2, 7, 4, 1], [3, 2, 5, 4]];
            (UNITS[usize::from(g % 4)][usize::from(h % 4)] + 4 * (g / 4) + 4 * (h / 4)) % 8
        }
        let group = Table {
            product,
            inverse: |_, g| if g % 4 == 0 { g } else { (g + 4) % 8 },
            generators: vec![1, 2],
            ..Table::cyclic(8)
        };
        Exhaustive.group(&group).expect("it is a group");
        refused(
            "commutative",
            group::laws::commutative(&group, &1, &2),
            Check::default().abelian(&group),
        );
        assert!(Exhaustive.abelian(&group).is_err());
    }

    #[test]
    fn a_panic_in_the_product_is_reported() {
        let group = Table {
            product: |n, g, h| {
                assert!(g != 3 || h != 4, "3 and 4 do not multiply");
                (g + h) % n
            },
            ..Table::cyclic(6)
        };
        let violation = Check::default().group(&group).unwrap_err();
        assert_eq!(
            *violation.diagnosis(),
            Diagnosis::Panicked("3 and 4 do not multiply".to_owned())
        );
    }
}

mod homomorphism_laws {
    use super::*;
    use equivariant::groups::Symmetric;

    #[test]
    fn closed() {
        let c6 = Table::cyclic(6);
        let phi = homomorphism::Between::new(c6.clone(), Table::cyclic(3), |g| *g);
        refused(
            "closed",
            homomorphism::laws::closed(&phi, &4),
            Check::default().homomorphism(&phi),
        );
        assert_eq!(Exhaustive.homomorphism(&phi).unwrap_err().law(), "closed");
    }

    #[test]
    fn multiplicative() {
        let c6 = Table::cyclic(6);
        let phi = homomorphism::Between::new(c6.clone(), c6, |g| (g * g) % 6);
        refused(
            "multiplicative",
            homomorphism::laws::multiplicative(&phi, &1, &1),
            Check::default().homomorphism(&phi),
        );
        let violation = Exhaustive.homomorphism(&phi).unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::NotAHomomorphism);
    }

    #[test]
    fn an_antihomomorphism_is_called_one() {
        let s4 = Symmetric::new(4);
        let phi = homomorphism::Between::new(s4, s4, move |g| s4.inverse(g));
        let violation = Check::default().homomorphism(&phi).unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::Antihomomorphism);
        assert_eq!(phi.kernel().len(), 1);
    }
}

mod action_laws {
    use super::*;
    use equivariant::groups::{Symmetric, Translations};
    use equivariant::sets::Reals;
    use nalgebra::dvector;

    #[test]
    fn closed() {
        let c6 = Table::cyclic(6);
        let even = equivariant::sets::Subset::new(c6.clone(), |x: &u8| x.is_multiple_of(2));
        refused(
            "closed",
            action::laws::closed(&c6, &even, &1, &2),
            Check::default().action(&c6, &even),
        );
    }

    #[test]
    fn identity() {
        let c6 = Table::cyclic(6);
        let shifted = Equipped::new(c6.clone(), c6.clone(), |g, x| (g + x + 1) % 6);
        refused(
            "identity",
            action::laws::identity(&c6, &shifted, &2),
            Check::default().action(&c6, &shifted),
        );
        let violation = action::laws::identity(&c6, &shifted, &2).unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::IdentityFails);
        assert_eq!(
            Exhaustive.action(&c6, &shifted).unwrap_err().law(),
            "identity"
        );
    }

    #[test]
    fn compatible() {
        let c6 = Table::cyclic(6);
        let squared = Equipped::new(c6.clone(), c6.clone(), |g, x| (g * g + x) % 6);
        refused(
            "compatible",
            action::laws::compatible(&c6, &squared, &1, &1, &0),
            Check::default().action(&c6, &squared),
        );
        assert_eq!(
            Exhaustive.action(&c6, &squared).unwrap_err().law(),
            "compatible"
        );
    }

    #[test]
    fn a_right_action_is_called_one() {
        let s4 = Symmetric::new(4);
        let right = Equipped::new(s4, s4, move |g, x| s4.compose(x, g));
        let violation = Check::default().action(&s4, &right).unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::RightAction);
        assert!(violation.to_string().contains("this is a right action"));
        let violation = Exhaustive.action(&s4, &right).unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::RightAction);
    }

    #[test]
    fn premises() {
        let s4 = Symmetric::new(4);
        let phi = homomorphism::Between::new(s4, s4, move |g| s4.inverse(g));
        let pulled = Pullback {
            along: phi,
            set: equivariant::sets::Regular(s4),
        };
        let violation = Check::default().action(&s4, &pulled).unwrap_err();
        assert_eq!(violation.law(), "multiplicative");
    }

    #[test]
    fn continuous() {
        // translations by less than 1e-3 are forgotten
        let line = Translations::<1>::default();
        let sticky = Equipped::new(line, Reals::<f64>::default(), |g, x| {
            x + if g.x == 0.0 {
                0.0
            } else {
                g.x + 1e-3_f64.copysign(g.x)
            }
        });
        refused(
            "continuous",
            action::laws::continuous(&line, &sticky, &dvector![1.0], &0.0),
            action::laws::continuous(&line, &sticky, &dvector![-0.5], &7.0),
        );
        // a connected group can only act trivially on a discrete set
        let c6 = Table::cyclic(6);
        let jumping = Equipped::new(line, c6, |g, x| {
            (i64::from(*x) + if g.x == 0.0 { 0 } else { 1 }).rem_euclid(6) as u8
        });
        assert!(action::laws::continuous(&line, &jumping, &dvector![1.0], &0).is_err());
        let still = Trivial(Table::cyclic(6));
        assert!(action::laws::continuous(&line, &still, &dvector![1.0], &0).is_ok());
    }
}

mod lie_laws {
    use super::*;
    use equivariant::LieGroup;
    use equivariant::group::OutsideLogarithm;
    use equivariant::groups::SpecialOrthogonal;
    use nalgebra::{DVector, Matrix3, Rotation3, dvector};

    /// SO(3) with one of its maps spoilt.
    #[derive(Clone, Copy)]
    struct Spoilt {
        which: &'static str,
    }

    const SO3: SpecialOrthogonal<3> = SpecialOrthogonal::new();

    impl Set for Spoilt {
        type Element = Rotation3<f64>;
        fn contains(&self, x: &Rotation3<f64>) -> bool {
            SO3.contains(x)
        }
        fn distance(&self, x: &Rotation3<f64>, y: &Rotation3<f64>) -> f64 {
            SO3.distance(x, y)
        }
        fn magnitude(&self, x: &Rotation3<f64>) -> f64 {
            SO3.magnitude(x)
        }
        fn tolerance(&self) -> Tolerance {
            SO3.tolerance()
        }
        fn nudge(&self, x: &Rotation3<f64>, step: f64, direction: u64) -> Option<Rotation3<f64>> {
            SO3.nudge(x, step, direction)
        }
    }

    impl Group for Spoilt {
        fn identity(&self) -> Rotation3<f64> {
            SO3.identity()
        }
        fn compose(&self, g: &Rotation3<f64>, h: &Rotation3<f64>) -> Rotation3<f64> {
            g * h
        }
        fn inverse(&self, g: &Rotation3<f64>) -> Rotation3<f64> {
            g.inverse()
        }
    }

    impl Sampled for Spoilt {
        fn strategy(&self) -> BoxedStrategy<Rotation3<f64>> {
            SO3.strategy()
        }
    }

    impl LieGroup for Spoilt {
        type Scalar = f64;
        type Algebra = Matrix3<f64>;

        fn dimension(&self) -> usize {
            3
        }
        fn hat(&self, x: &DVector<f64>) -> Matrix3<f64> {
            let x = if self.which == "vee_of_hat" {
                -x
            } else {
                x.clone()
            };
            SO3.hat(&x)
        }
        fn vee(&self, algebra: &Matrix3<f64>) -> DVector<f64> {
            SO3.vee(algebra)
        }
        fn exp(&self, algebra: &Matrix3<f64>) -> Rotation3<f64> {
            match self.which {
                // the first-order term only, made orthogonal
                "one_parameter" => Rotation3::from_matrix(&(Matrix3::identity() + algebra * 1.5)),
                _ => SO3.exp(algebra),
            }
        }
        fn log(&self, g: &Rotation3<f64>) -> Result<Matrix3<f64>, OutsideLogarithm> {
            let logarithm = SO3.log(g)?;
            Ok(match self.which {
                "exp_of_log" => logarithm * 0.5,
                "log_of_exp" if logarithm.norm() < 0.1 => -logarithm,
                _ => logarithm,
            })
        }
        fn adjoint(&self, g: &Rotation3<f64>, algebra: &Matrix3<f64>) -> Matrix3<f64> {
            match self.which {
                "adjoint_is_conjugation" => SO3.adjoint(&g.inverse(), algebra),
                _ => SO3.adjoint(g, algebra),
            }
        }
        fn bracket(&self, x: &Matrix3<f64>, y: &Matrix3<f64>) -> Matrix3<f64> {
            match self.which {
                "antisymmetric" => SO3.bracket(x, y) + (x + y) * (x + y).norm(),
                // antisymmetric, not a Lie bracket
                "jacobi" => {
                    let (x, y) = (SO3.vee(x), SO3.vee(y));
                    let mut z = SO3.vee(&SO3.bracket(&SO3.hat(&x), &SO3.hat(&y)));
                    z[0] += x[0] * y[1] - x[1] * y[0];
                    SO3.hat(&z)
                }
                _ => SO3.bracket(x, y),
            }
        }
    }

    #[test]
    fn unspoilt_it_passes() {
        Check::default()
            .lie_group(&Spoilt { which: "nothing" })
            .unwrap();
    }

    #[test]
    fn each_law_is_broken_by_the_map_it_is_about() {
        for which in [
            "vee_of_hat",
            "exp_of_log",
            "adjoint_is_conjugation",
            "antisymmetric",
            "jacobi",
        ] {
            let violation = Check::default().lie_group(&Spoilt { which }).unwrap_err();
            assert_eq!(violation.law(), which, "{violation}");
        }
        // exp ∘ log is wrong as well in these two, so the law is asked alone
        let spoilt = Spoilt {
            which: "log_of_exp",
        };
        let violation = group::laws::log_of_exp(&spoilt, &dvector![0.01, 0.0, 0.0]).unwrap_err();
        assert_eq!(violation.law(), "log_of_exp");
        let spoilt = Spoilt {
            which: "one_parameter",
        };
        let x = dvector![0.3, 0.2, 0.1];
        let violation = group::laws::one_parameter(&spoilt, &x, 1.0, 2.0).unwrap_err();
        assert_eq!(violation.law(), "one_parameter");
    }
}

mod map_laws {
    use super::*;
    use equivariant::groups::{Cyclic, PositiveReals, Symmetric};
    use equivariant::sets::{Cosets, Reals, Regular, Subset};
    use std::cell::Cell;

    fn c12() -> Cyclic {
        Cyclic::new(12).expect("12 is not 0")
    }

    /// A map on ℤ/12 with the claim that it is equivariant.
    fn claim(
        map: impl Fn(&u64) -> u64,
    ) -> EquivariantMap<Cyclic, Regular<Cyclic>, Regular<Cyclic>, impl Fn(&u64) -> u64> {
        EquivariantMap::new(c12(), Regular(c12()), Regular(c12()), map)
    }

    /// The violation that all three ways of checking find, with the same diagnosis.
    fn found(
        map: EquivariantMap<Cyclic, Regular<Cyclic>, Regular<Cyclic>, impl Fn(&u64) -> u64>,
    ) -> Violation {
        let proved = map.prove().expect_err("the proof refuses");
        let pairs = (0..12).flat_map(|g| (0..12).map(move |x| (g, x)));
        let verified = map.verify(pairs).expect_err("verification refuses");
        let random = Check::default()
            .equivariant(&map)
            .expect_err("the random check refuses");
        assert_eq!(proved.diagnosis(), verified.diagnosis());
        assert_eq!(proved.diagnosis(), random.diagnosis());
        random
    }

    #[test]
    fn contravariant() {
        let violation = found(claim(|x| (12 - x) % 12));
        assert_eq!(*violation.diagnosis(), Diagnosis::Contravariant);
    }

    #[test]
    fn invariant_instead() {
        let violation = found(claim(|_| 5));
        assert_eq!(*violation.diagnosis(), Diagnosis::Invariant);
    }

    #[test]
    fn along_another_homomorphism() {
        let violation = found(claim(|x| (5 * x + 1) % 12));
        assert_eq!(*violation.diagnosis(), Diagnosis::Along("1 ↦ 5".to_owned()));
    }

    #[test]
    fn only_for_a_subgroup() {
        let violation = found(claim(|x| x / 3 * 3 + 1));
        let Diagnosis::OnlyFor(part) = violation.diagnosis() else {
            panic!("{violation}");
        };
        assert!(
            part.contains("order 4 and index 3, generated by 3"),
            "{part}"
        );
    }

    #[test]
    fn unequal() {
        let violation = found(claim(|x| if *x == 7 { 8 } else { *x }));
        assert_eq!(*violation.diagnosis(), Diagnosis::Unequal);
        let violation = map::laws::equivariant(&claim(|x| x * x % 12), &1, &1).unwrap_err();
        assert_eq!(violation.law(), "equivariant");
        assert_eq!(violation.left().map(|side| side.value.as_str()), Some("4"));
        assert_eq!(violation.right().map(|side| side.value.as_str()), Some("2"));
    }

    #[test]
    fn invariance_is_refused_too() {
        let map = EquivariantMap::invariant(c12(), Regular(c12()), c12(), |x| x % 5);
        let violation = map.prove().unwrap_err();
        assert_eq!(violation.law(), "invariant");
    }

    #[test]
    fn panics() {
        let violation = found(claim(|x| if *x == 7 { panic!("seven") } else { *x }));
        assert_eq!(
            *violation.diagnosis(),
            Diagnosis::Panicked("seven".to_owned())
        );
        assert!(violation.elements().any(|(name, _)| name == "g"));
        assert!(violation.elements().any(|(name, _)| name == "x"));
    }

    #[test]
    fn outside_the_codomain() {
        let violation = found(claim(|x| x + 1));
        assert_eq!(*violation.diagnosis(), Diagnosis::OutsideCodomain);
    }

    #[test]
    fn not_a_number() {
        let map = EquivariantMap::invariant(c12(), Regular(c12()), Reals::<f64>::default(), |x| {
            if *x == 7 { f64::NAN } else { 1.0 }
        });
        for violation in [
            map.prove().unwrap_err(),
            Check::default().equivariant(&map).unwrap_err(),
        ] {
            assert_eq!(*violation.diagnosis(), Diagnosis::NotANumber);
        }
    }

    #[test]
    fn not_deterministic() {
        let calls = Cell::new(0);
        let map = claim(move |x| {
            calls.set(calls.get() + 1);
            (x + calls.get() / 3) % 12
        });
        assert_eq!(
            *map.prove().unwrap_err().diagnosis(),
            Diagnosis::NotDeterministic
        );
    }

    #[test]
    fn the_domain_is_not_closed() {
        let half = Subset::new(Regular(c12()), |x: &u64| *x < 6);
        let map = EquivariantMap::new(c12(), half, Regular(c12()), |x| *x);
        for violation in [
            map.prove().unwrap_err(),
            Check::default().equivariant(&map).unwrap_err(),
            map.verify([(1, 2), (3, 4)]).unwrap_err(),
        ] {
            assert_eq!(*violation.diagnosis(), Diagnosis::NotClosed, "{violation}");
        }
    }

    #[test]
    fn not_well_defined() {
        let s3 = Symmetric::new(3);
        let h = equivariant::groups::Subgroup::generated(s3, [s3.generators()[0].clone()]).unwrap();
        let cosets = Cosets::new(h);
        // the representative itself is not a function of the coset
        let map = EquivariantMap::new(s3, cosets, Regular(s3), std::clone::Clone::clone);
        let violation = map.prove().unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::NotWellDefined);
    }

    #[test]
    fn up_to_sign_and_up_to_a_factor() {
        use equivariant::groups::Orthogonal;
        use equivariant::sets::Vectors;
        // the cross product is equivariant for rotations, and off by the determinant for reflections
        let o3 = Orthogonal::<3>::default();
        let space = Vectors::<3>::default();
        let cross = EquivariantMap::new(o3, (space, space), space, |(v, w)| v.cross(w));
        let violation = Check::default().equivariant(&cross).unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::UpToSign, "{violation}");

        let scales = PositiveReals::<f64>::default();
        let square =
            EquivariantMap::new(scales, Reals::default(), Reals::default(), |x: &f64| x * x);
        let violation = Check::default().equivariant(&square).unwrap_err();
        assert!(
            matches!(violation.diagnosis(), Diagnosis::UpToCharacter(_)),
            "{violation}"
        );
    }

    #[test]
    fn vacuous() {
        let c1 = Cyclic::new(1).unwrap();
        let still = EquivariantMap::new(c1, Regular(c1), Regular(c1), |x| *x);
        let violation = Check::default().equivariant(&still).unwrap_err();
        assert!(matches!(violation.diagnosis(), Diagnosis::Vacuous(_)));

        let constant = EquivariantMap::invariant(c12(), Regular(c12()), c12(), |_| 3);
        let violation = Check::default().equivariant(&constant).unwrap_err();
        assert!(matches!(violation.diagnosis(), Diagnosis::Vacuous(_)));
        let violation = constant.verify([(1, 1), (2, 2)]).unwrap_err();
        assert!(matches!(violation.diagnosis(), Diagnosis::Vacuous(_)));
        assert!(constant.prove().unwrap().is_vacuous());
        assert!(matches!(
            constant.verify([]).unwrap_err().diagnosis(),
            Diagnosis::Vacuous(_)
        ));
    }

    #[test]
    fn the_precondition_is_never_met() {
        let never = Subset::new(Regular(c12()), |x: &u64| *x > 100);
        let map = EquivariantMap::new(c12(), never, Regular(c12()), |x| *x);
        let violation = Check::default().equivariant(&map).unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::PreconditionNeverMet);
    }

    #[test]
    fn the_premises_come_first() {
        // the map is the identity, but the action is a right action and φ is none
        let s4 = Symmetric::new(4);
        let right = Equipped::new(s4, s4, move |g, x| s4.compose(x, g));
        let map = EquivariantMap::new(s4, right, right, std::clone::Clone::clone);
        for violation in [
            map.prove().unwrap_err(),
            Check::default().equivariant(&map).unwrap_err(),
        ] {
            assert_eq!(*violation.diagnosis(), Diagnosis::RightAction);
        }
        let phi = homomorphism::Between::new(s4, s4, move |g| s4.compose(g, g));
        let along = EquivariantMap::along(phi, Trivial(s4), Trivial(s4), |x: &_| Clone::clone(x));
        let violation = along.prove().unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::NotAHomomorphism);
    }
}
