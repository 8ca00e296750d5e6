//! Group convolution against its definition; what it moves with, and what it does not.

use equivariant::groups::{Cyclic, Dihedral, DihedralElement, Integers};
use equivariant::sets::Reals;
use equivariant::signal::{
    FeatureMaps, GroupConvolution, GroupPooling, Image, Images, PointGroup, Pointwise, Refusal,
    Signal, WrongKernel, as_feature_maps, p4, p4m,
};
use equivariant::{Check, EquivariantMap, GSet, Generated, Group, Set};
use nalgebra::vector;

/// Small integers of all sorts.
fn integers<const D: usize>(shape: [usize; D], seed: u64) -> Signal<i64, D> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    Signal::from_fn(shape, |_| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as i64 % 7 - 3
    })
}

/// A part of a signal of more axes, as an image.
fn image(x: &[i64], side: usize, number: usize) -> Image<i64> {
    let cells = side * side;
    Image::new(
        [side, side],
        x[number * cells..(number + 1) * cells].to_vec(),
    )
    .unwrap()
}

/// The symmetry of the square that an element is.
trait OfSquare: PointGroup {
    fn of_square(h: &Self::Element) -> DihedralElement;
}

impl OfSquare for Cyclic {
    fn of_square(h: &u64) -> DihedralElement {
        DihedralElement::turn(*h)
    }
}

impl OfSquare for Dihedral {
    fn of_square(h: &DihedralElement) -> DihedralElement {
        *h
    }
}

/// y(o, s, u) = Σ_c Σ_t corr(F\[c, t\], s·Ψ\[o, c, at(s, t)\])(u), with the kernel turned as an image about its centre.
fn by_definition<H: OfSquare>(
    kernel: &Signal<i64, 5>,
    x: &Signal<i64, 4>,
    at: impl Fn(&H::Element, &H::Element) -> H::Element,
) -> Signal<i64, 4> {
    let [outputs, inputs, symmetries, k, _] = kernel.shape();
    let [_, _, rows, columns] = x.shape();
    let (list, group) = (H::list(), H::whole());
    let images = Images::new(Integers);
    Signal::from_fn(
        [outputs, list.len(), rows, columns],
        |[o, s, row, column]| {
            let mut sum = 0;
            for c in 0..inputs {
                for t in 0..symmetries {
                    let before = match symmetries {
                        1 => 0,
                        _ => group.index(&at(&list[s], &list[t])).unwrap(),
                    };
                    let psi = image(kernel.values(), k, (o * inputs + c) * symmetries + before);
                    let turned = GSet::<Dihedral>::act(&images, &H::of_square(&list[s]), &psi);
                    for (v, &weight) in turned.positions().zip(turned.values()) {
                        let reach = (k / 2) as i64;
                        let u = [
                            row as i64 + v[0] as i64 - reach,
                            column as i64 + v[1] as i64 - reach,
                        ];
                        sum += weight * x.around([c as i64, t as i64, u[0], u[1]]).unwrap();
                    }
                }
            }
            sum
        },
    )
}

/// s⁻¹ t
fn right_order<H: PointGroup>(s: &H::Element, t: &H::Element) -> H::Element {
    H::whole().compose(&H::whole().inverse(s), t)
}

/// t s⁻¹
fn wrong_order<H: PointGroup>(s: &H::Element, t: &H::Element) -> H::Element {
    H::whole().compose(t, &H::whole().inverse(s))
}

fn agrees_with_the_definition<H: OfSquare>() {
    let n = H::list().len();
    for (seed, (channels, side, grid)) in [
        ([1, 1], 3, [4, 4]),
        ([2, 3], 3, [3, 5]),
        ([3, 1], 5, [2, 3]),
        ([1, 2], 1, [1, 1]),
        ([2, 2], 7, [3, 3]),
    ]
    .into_iter()
    .enumerate()
    {
        for symmetries in [1, n] {
            let [outputs, inputs] = channels;
            let kernel = integers([outputs, inputs, symmetries, side, side], seed as u64);
            let x = integers([inputs, symmetries, grid[0], grid[1]], 77 + seed as u64);
            let convolution = GroupConvolution::<_, H>::new(&kernel).unwrap();
            let expected = by_definition::<H>(&kernel, &x, right_order::<H>);
            assert_eq!(convolution.apply(&x).unwrap(), expected);
            // and in floating point, by other products of matrices
            let [real_kernel, real_x] = [
                kernel.map(|&v| v as f64).into_values(),
                x.map(|&v| v as f64).into_values(),
            ];
            let real_kernel = Signal::new(kernel.shape(), real_kernel).unwrap();
            let real_x = Signal::new(x.shape(), real_x).unwrap();
            let real = GroupConvolution::<_, H>::new(&real_kernel)
                .unwrap()
                .apply(&real_x)
                .unwrap();
            assert_eq!(real, expected.map(|&v| v as f64));
        }
    }
}

#[test]
fn convolution_is_the_correlation_with_turned_kernels() {
    agrees_with_the_definition::<Cyclic>();
    agrees_with_the_definition::<Dihedral>();
}

fn moves<H: OfSquare + equivariant::Sampled + 'static>()
where
    H::Element: 'static,
{
    for seed in 0..6 {
        let check = Check::default().cases(48).seed(seed);
        let symmetries = H::list().len();
        for shape in [
            [2, 1, 1, 3, 3],
            [1, 2, symmetries, 3, 3],
            [2, 1, symmetries, 5, 5],
        ] {
            let kernel = integers(shape, seed);
            let exact = GroupConvolution::<_, H>::new(&kernel).unwrap();
            check.equivariant(&exact.equivariant(Integers)).unwrap();
            let real = GroupConvolution::<_, H>::new(&kernel.map(|&v| v as f64 / 7.0)).unwrap();
            check
                .equivariant(&real.equivariant(Reals::default()))
                .unwrap();
        }
        for pooling in [GroupPooling::Maximum, GroupPooling::Mean] {
            check.equivariant(&pooling.equivariant::<H>(2)).unwrap();
        }
    }
}

#[test]
fn it_moves_with_all_of_p4() {
    moves::<Cyclic>();
}

#[test]
fn it_moves_with_all_of_p4m() {
    moves::<Dihedral>();
}

#[test]
fn lifting_all_binary_images_of_three_by_three_is_exact() {
    let kernel = integers([1, 1, 1, 3, 3], 5);
    let lifting = GroupConvolution::<_, Dihedral>::new(&kernel)
        .unwrap()
        .equivariant(Integers);
    let all = (0..512_usize).map(|bits| {
        Signal::from_fn([1, 1, 3, 3], |[_, _, r, c]| {
            (bits >> (3 * r + c) & 1) as i64
        })
    });
    let generators = p4m().generators();
    lifting
        .verify(all.flat_map(|x| {
            generators
                .iter()
                .map(move |g| (*g, x.clone()))
                .collect::<Vec<_>>()
        }))
        .unwrap();
}

#[test]
fn the_product_in_the_wrong_order_is_refused() {
    let kernel = integers([1, 1, 8, 3, 3], 3);
    let maps = FeatureMaps::<_, Dihedral>::regular(Integers, 1);
    for seed in 0..8 {
        let check = Check::default().cases(32).seed(seed);
        let right = EquivariantMap::new(p4m(), maps, maps, |x| {
            by_definition::<Dihedral>(&kernel, x, right_order::<Dihedral>)
        });
        check.equivariant(&right).unwrap();
        let wrong = EquivariantMap::new(p4m(), maps, maps, |x| {
            by_definition::<Dihedral>(&kernel, x, wrong_order::<Dihedral>)
        });
        check.equivariant(&wrong).unwrap_err();
    }
}

#[test]
fn kernels_that_are_not_turned_are_refused() {
    let kernel = integers([1, 1, 1, 3, 3], 3);
    let (scalar, regular) = (
        FeatureMaps::<_, Cyclic>::scalar(Integers, 1),
        FeatureMaps::<_, Cyclic>::regular(Integers, 1),
    );
    let lifting = GroupConvolution::<_, Cyclic>::new(&kernel).unwrap();
    let flat = EquivariantMap::new(p4(), scalar, regular, |x: &Signal<i64, 4>| {
        let lifted = lifting.apply(x).unwrap();
        let shape = lifted.shape();
        // the kernel in its first position, for all t
        Signal::from_fn(shape, |[o, _, r, c]| *lifted.get([o, 0, r, c]).unwrap())
    });
    Check::default().seed(1).equivariant(&flat).unwrap_err();
}

#[test]
fn what_moves_with_p4_does_not_move_with_mirrors() {
    let kernel = integers([1, 1, 1, 3, 3], 3);
    let lifting = GroupConvolution::<_, Cyclic>::new(&kernel).unwrap();
    let scalar = FeatureMaps::<_, Dihedral>::scalar(Reals::default(), 1);
    // pooled over the turns alone
    let pooled = EquivariantMap::new(p4m(), scalar, scalar, |x: &Signal<f64, 4>| {
        let lifted = lifting
            .apply(&x.map(|&v| v.round().clamp(-1e9, 1e9) as i64))
            .unwrap();
        GroupPooling::Maximum.apply(&lifted.map(|&v| v as f64))
    });
    let violation = Check::default().seed(2).equivariant(&pooled).unwrap_err();
    assert!(violation.to_string().contains('s'), "{violation}");
}

#[test]
fn a_network_of_group_convolutions_forgets_the_turn_and_keeps_the_place() {
    let lifting =
        GroupConvolution::<_, Dihedral>::new(&integers([2, 1, 1, 3, 3], 1).map(|&v| v as f64))
            .unwrap();
    let second =
        GroupConvolution::<_, Dihedral>::new(&integers([2, 2, 8, 3, 3], 2).map(|&v| v as f64))
            .unwrap();
    let reals = Reals::<f64>::default();
    let features = FeatureMaps::<_, Dihedral>::regular(reals, 2);
    let bent = Pointwise(|value: f64| value.max(0.0)).equivariant_on(p4m(), features);
    let backend = lifting.equivariant(reals).then(bent).unwrap();
    let backend = backend.then(second.equivariant(reals)).unwrap();
    let network = backend.then(GroupPooling::Maximum.equivariant(2)).unwrap();
    for seed in 0..6 {
        Check::default()
            .cases(32)
            .seed(seed)
            .equivariant(&network)
            .unwrap();
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    let of = |shape| GroupConvolution::<_, Cyclic>::new(&Signal::from_fn(shape, |_| 1.0));
    assert_eq!(
        of([1, 1, 4, 3, 5]).unwrap_err(),
        WrongKernel::NoMiddle {
            rows: 3,
            columns: 5
        }
    );
    assert_eq!(
        of([1, 1, 8, 3, 3]).unwrap_err(),
        WrongKernel::Symmetries {
            found: 8,
            needed: 4
        }
    );
    let lifting = of([1, 2, 1, 3, 3]).unwrap();
    let image = Image::from_fn([4, 4], |_| 1.0);
    let one = as_feature_maps(std::slice::from_ref(&image)).unwrap();
    assert!(matches!(lifting.apply(&one), Err(Refusal::Shape { .. })));
    let two = as_feature_maps(&[image.clone(), image.clone()]).unwrap();
    assert!(
        lifting
            .apply(&two)
            .unwrap()
            .values()
            .iter()
            .all(|&v| v == 18.0)
    );
    let other = Image::from_fn([4, 5], |_| 1.0);
    assert!(matches!(
        as_feature_maps(&[image, other]),
        Err(Refusal::Shape { .. })
    ));
    assert_eq!(as_feature_maps::<f64>(&[]), Err(Refusal::Empty));
    let empty = Signal::<f64, 4>::new([2, 1, 0, 3], vec![]).unwrap();
    assert_eq!(lifting.apply(&empty).unwrap().shape(), [1, 4, 0, 3]);
}

#[test]
fn a_nan_spoils_what_the_kernel_reaches_and_no_more() {
    let lifting =
        GroupConvolution::<_, Cyclic>::new(&Signal::from_fn([8, 1, 1, 3, 3], |_| 1.0)).unwrap();
    let x = Signal::from_fn([1, 1, 8, 8], |cell| {
        if cell == [0, 0, 4, 4] { f64::NAN } else { 1.0 }
    });
    let lifted = lifting.apply(&x).unwrap();
    for (position, value) in lifted.positions().zip(lifted.values()) {
        let near = position[2].abs_diff(4) <= 1 && position[3].abs_diff(4) <= 1;
        assert_eq!(value.is_nan(), near, "{position:?}");
    }
}

#[test]
fn regular_maps_are_functions_on_the_group() {
    // the element g is the map that is 1 there; g·(k) is the product
    let maps = FeatureMaps::<_, Dihedral>::regular(Integers, 1);
    let group = p4m();
    let point = |(k, h): &(nalgebra::SVector<i64, 2>, DihedralElement)| {
        let t = Dihedral::list().iter().position(|t| t == h).unwrap();
        let cell = [0, 1].map(|axis| k[axis].rem_euclid(5) as usize);
        Signal::from_fn([1, 8, 5, 5], |position| {
            i64::from(position == [0, t, cell[0], cell[1]])
        })
    };
    let elements: Vec<_> = Dihedral::list()
        .into_iter()
        .flat_map(|h| [(vector![0, 1], h), (vector![3, -2], h)])
        .collect();
    for g in &elements {
        for x in &elements {
            assert_eq!(maps.act(g, &point(x)), point(&group.compose(g, x)));
        }
    }
    assert!(
        !maps.contains(&integers([1, 8, 2, 3], 1)) && maps.contains(&integers([1, 8, 3, 3], 1))
    );
}
