"""The dual-tree complex wavelet transform by the package dtcwt, for dual_tree.rs.

    python dual_tree.py > dual_tree.csv        (needs numpy and dtcwt)

dtcwt reflects signals at their ends. For the rows "periodic" the one function of the package that does so is
replaced by one that goes around the ends; all else is the package. For the rows "reflected" it is left alone: there
the coefficients agree only where the filters do not reach the ends.

Each row: a signal; the complex bands, the finest level first, as real and imaginary parts in turn, for images in
the order 0, 5, 2, 3, 1, 4 of dtcwt's; the approximation; and what comes back from half of all details.
"""

import dtcwt
import dtcwt.numpy.lowlevel as lowlevel
import numpy
from dtcwt.numpy.common import Pyramid

REFLECT = lowlevel.reflect


def around(places, smallest, largest):
    """The places modulo the length, which is the distance of the limits."""
    length = int(largest - smallest)
    return numpy.mod(numpy.asarray(places), length).astype(int)


def bands(y):
    for level in y.highpasses:
        if level.shape[1] == 1 and level.ndim == 2:
            yield level[:, 0]
        else:
            for band in [0, 5, 2, 3, 1, 4]:
                yield level[:, :, band]


def written(values):
    return " ".join(f"{value:.15g}" for value in numpy.ravel(values))


CASES = [
    ("near_sym_a", "qshift_06", (16,), 3),
    ("near_sym_b", "qshift_a", (16,), 3),
    ("near_sym_a", "qshift_b", (24,), 3),
    ("near_sym_b", "qshift_c", (16,), 4),
    ("near_sym_b", "qshift_d", (16,), 2),
    ("near_sym_a", "qshift_a", (8, 4), 2),
    ("near_sym_b", "qshift_c", (8, 16), 3),
    ("near_sym_b", "qshift_b", (8, 8), 2),
]


def row(extension, first, others, shape, levels, x):
    transform = (dtcwt.Transform1d if len(shape) == 1 else dtcwt.Transform2d)(biort=first, qshift=others)
    y = transform.forward(x, nlevels=levels)
    back = transform.inverse(Pyramid(y.lowpass, tuple(level / 2 for level in y.highpasses)))
    details = numpy.concatenate([numpy.ravel(band) for band in bands(y)])
    parts = numpy.column_stack([details.real, details.imag])
    fields = [written(x), written(parts), written(y.lowpass), written(back)]
    print(",".join([extension, first, others, str(levels), " ".join(map(str, shape)), *fields]))


def main():
    numbers = numpy.random.default_rng(7)
    print("extension,first,others,levels,shape,signal,bands,approximation,back")
    lowlevel.reflect = around
    for first, others, shape, levels in CASES:
        row("periodic", first, others, shape, levels, numpy.round(numbers.normal(size=shape), 3))
    lowlevel.reflect = REFLECT
    row("reflected", "near_sym_b", "qshift_b", (128,), 2, numpy.round(numbers.normal(size=128), 3))


if __name__ == "__main__":
    main()
