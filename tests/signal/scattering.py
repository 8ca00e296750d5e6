"""The scattering transform by kymatio, for scattering.rs.

    python scattering.py > scattering.csv        (needs numpy, scipy before 1.15 and kymatio)

kymatio reflects signals at their ends, and takes fewer values between the filters. Here its core is called on the
signal as it is, which makes it periodic, and with the oversampling 2ᴶ, which keeps all values; of the result every
2ᴶth is taken. The filters are its own.
Each row: J, Q, the length, the signal, the values of all paths, one path after the other.
"""

import numpy
from kymatio.scattering1d.backend.numpy_backend import backend
from kymatio.scattering1d.core.scattering1d import scattering1d
from kymatio.scattering1d.filter_bank import scattering_filter_factory


class Periodic(backend):
    """The backend without padding."""

    @classmethod
    def pad(cls, x, pad_left, pad_right):
        return x

    @staticmethod
    def unpad(x, start, end):
        return x


def written(values):
    return " ".join(f"{value:.15g}" for value in numpy.ravel(values))


def main():
    numbers = numpy.random.default_rng(3)
    print("levels,per_octave,signal,values")
    for levels, per_octave, n in [(2, 1, 16), (3, 1, 32), (4, 3, 48), (3, 8, 64)]:
        x = numpy.round(numbers.normal(size=n), 3)
        phi, psi1, psi2 = scattering_filter_factory(n, levels, (per_octave, 1), 2**levels, max_subsampling=0)
        paths = scattering1d(x, Periodic, psi1, psi2, phi, ind_start=[0], ind_end=[n], oversampling=levels)
        values = numpy.concatenate([path["coef"][..., :: 2**levels].ravel() for path in paths])
        print(f"{levels},{per_octave},{written(x)},{written(values)}")


if __name__ == "__main__":
    main()
