//! Images: turns, mirrors and scalings.

use super::measured::{Measured, blob, error, images, noise};
use super::{Row, Strength};
use crate::action::Equipped;
use crate::groups::{Dihedral, DihedralElement, Lattice, SpecialOrthogonal};
use crate::map::EquivariantMap;
use crate::sets::{Power, Reals};
use crate::signal::network::{ConvolutionLayer, DenseLayer, Network};
use crate::signal::{
    AdaptivePolyphaseSampling, Boundary, Convolution, FiniteSupport, GlobalPooling,
    GroupConvolution, HuMoments, Image, Images, Interpolation, Kernel, P4m, Rectifier, Resampling,
    Signal, ZernikeMoments, as_feature_maps, p4m,
};
use nalgebra::{Rotation2, SVector};

/// The side of the images.
const N: usize = 8;

pub(super) fn rows() -> Vec<Measured> {
    vec![
        convolution(),
        symmetric_convolution(),
        lifting(),
        network(),
        hu_moments(),
        zernike_moments(),
    ]
}

/// Images that turn by any angle, by interpolation.
fn turned() -> Equipped<Images<Reals>, Resampling> {
    Equipped {
        set: Images::default(),
        action: Resampling {
            interpolation: Interpolation::Bicubic,
            boundary: Boundary::Zero,
        },
    }
}

/// Shifts, turns and mirrors.
fn motions() -> [(SVector<i64, 2>, DihedralElement); 4] {
    [
        (SVector::from([1, 0]), DihedralElement::turn(0)),
        (SVector::from([0, 0]), DihedralElement::turn(1)),
        (SVector::from([0, 0]), DihedralElement::reflection(0)),
        (SVector::from([3, -2]), DihedralElement::reflection(1)),
    ]
}

/// The error of a filter of images under p4m.
fn error_of_motions(
    filter: &Convolution<f64, 2>,
    motions: &[(SVector<i64, 2>, DihedralElement)],
) -> f64 {
    let images_around = Images::<Reals>::default().cubic();
    let map = EquivariantMap::<P4m, _, _, _>::new(
        p4m(),
        images_around,
        images_around,
        |x: &Image<f64>| filter.apply(x),
    );
    error(&map, motions, &images(N))
}

fn convolution() -> Measured {
    let filter = Convolution::new(Kernel::new([3, 3], noise(9, 11).collect()).ok()?);
    let still = motions().map(|(shift, _)| (shift, DihedralElement::turn(0)));
    Some(Row {
        map: "convolution of images",
        group: "ℤ²",
        along: "k ↦ k",
        strength: Strength::of(error_of_motions(&filter, &still)),
        beyond: "p4m",
        strength_beyond: Strength::of(error_of_motions(&filter, &motions())),
    })
}

fn symmetric_convolution() -> Measured {
    let weights = vec![1.0, 2.0, 1.0, 2.0, -5.0, 2.0, 1.0, 2.0, 1.0];
    let filter = Convolution::new(Kernel::new([3, 3], weights).ok()?);
    let turned = turned();
    let map = EquivariantMap::new(
        SpecialOrthogonal::<2>::default(),
        turned,
        turned,
        |x: &Image<f64>| filter.apply(x),
    );
    let turns = [Rotation2::new(0.5)];
    Some(Row {
        map: "convolution of images, kernel with the symmetries of the square",
        group: "p4m",
        along: "g ↦ g",
        strength: Strength::of(error_of_motions(&filter, &motions())),
        beyond: "turns by any angle",
        strength_beyond: Strength::nearly(error(&map, &turns, &[blob(33)])),
    })
}

fn lifting() -> Measured {
    let kernel = Signal::new([2, 1, 1, 3, 3], noise(18, 13).collect()).ok()?;
    let lifting = GroupConvolution::<_, Dihedral>::new(&kernel).ok()?;
    let map = lifting.clone().equivariant(Reals::default());
    let points: Vec<_> = images(N)
        .into_iter()
        .filter_map(|image| as_feature_maps(&[image]).ok())
        .collect();
    let still = EquivariantMap::invariant(
        p4m(),
        *map.domain(),
        Power::new(Reals::default()),
        |x: &Signal<f64, 4>| {
            lifting
                .apply(x)
                .map(Signal::into_values)
                .unwrap_or_default()
        },
    );
    Some(Row {
        map: "group convolution of images",
        group: "p4m",
        along: "g ↦ g on ℤ² ⋊ D₄",
        strength: Strength::of(error(&map, &motions(), &points)),
        beyond: "p4m, invariant",
        strength_beyond: Strength::of(error(&still, &motions(), &points)),
    })
}

/// The scores of a small network, built to be invariant, and the same with zeros beyond the border.
fn network() -> Measured {
    let error_with = |border: Boundary| {
        let mut numbers = noise(1000, 17);
        let mut weight = || numbers.next().unwrap_or(0.0);
        let network = Network::new(vec![
            Box::new(ConvolutionLayer::new([3, 1], 3, border, &mut weight).ok()?),
            Box::new(Rectifier),
            Box::new(AdaptivePolyphaseSampling::new([2, 2]).ok()?),
            Box::new(ConvolutionLayer::new([4, 3], 3, border, &mut weight).ok()?),
            Box::new(Rectifier),
            Box::new(GlobalPooling::Mean),
            Box::new(DenseLayer::new([2, 4], &mut weight)),
        ]);
        let scores = EquivariantMap::invariant(
            Lattice::<2>,
            Images::<Reals>::default(),
            Power::new(Reals::default()),
            |x: &Image<f64>| {
                let channel = Signal::new([1, N, N], x.values().to_vec()).ok();
                let scores = channel.and_then(|channel| network.apply(&channel).ok());
                scores.map(Signal::into_values).unwrap_or_default()
            },
        );
        let shifts = [[1, 0], [0, -1], [3, 2]].map(SVector::from);
        Some(error(&scores, &shifts, &images(N)))
    };
    Some(Row {
        map: "network of convolutions, polyphase sampling and a mean",
        group: "ℤ²",
        along: "invariant",
        strength: Strength::of(error_with(Boundary::Around)?),
        beyond: "the same with zeros beyond the border",
        strength_beyond: Strength::of(error_with(Boundary::Zero)?),
    })
}

fn hu_moments() -> Measured {
    let map = HuMoments.equivariant();
    let shapes: Vec<_> = images(N)
        .into_iter()
        .map(|image| FiniteSupport::new([0, 0], image.map(|value| value.abs())))
        .collect();
    let turned = turned();
    let first = |x: &Image<f64>| {
        let moments = HuMoments.apply(&FiniteSupport::new([0, 0], x.clone()));
        moments.map_or(f64::NAN, |(six, _)| six[0])
    };
    let group = SpecialOrthogonal::<2>::default();
    let about_centre = EquivariantMap::invariant(group, turned, Reals::default(), first);
    Some(Row {
        map: "moments of Hu, finite support",
        group: "p4m",
        along: "g ↦ det g on the seventh, else invariant",
        strength: Strength::of(error(&map, &motions(), &shapes)),
        beyond: "turns by any angle",
        strength_beyond: Strength::nearly(error(
            &about_centre,
            &[Rotation2::new(0.5)],
            &[blob(33)],
        )),
    })
}

fn zernike_moments() -> Measured {
    let moments = ZernikeMoments::new(4);
    let turned = turned();
    let group = SpecialOrthogonal::<2>::default();
    let values = Power::new(Reals::default());
    let about_centre =
        EquivariantMap::invariant(group, turned, values, |x: &Image<f64>| moments.apply(x));
    let symmetries = [DihedralElement::turn(1), DihedralElement::reflection(1)];
    Some(Row {
        map: "sizes of Zernike moments",
        group: "D₄",
        along: "invariant",
        strength: Strength::of(error(&moments.invariant(), &symmetries, &images(N))),
        beyond: "turns by any angle",
        strength_beyond: Strength::nearly(error(
            &about_centre,
            &[Rotation2::new(0.5)],
            &[blob(33)],
        )),
    })
}
