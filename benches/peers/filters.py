"""Convolution by SciPy and group convolution by PyTorch, on the signals of filters.rs.

A group convolution is a plain one with the kernel turned and mirrored in all eight ways, which is how the
packages for it compute it: PyTorch gets that kernel made beforehand, and is timed for the plain convolution around the
ends.
"""

import sys

import numpy
import scipy
from scipy import fft, ndimage

from measurement import compare, read_ours, row, uniform


def by_scipy(results):
    name = f"scipy.fft {scipy.__version__}"
    n = 1 << 20
    line = uniform(n)
    kernel = fft.rfft(uniform(n) - 0.5)
    row(results, "by Fourier", "2^20", name, lambda: fft.irfft(fft.rfft(line) * kernel, n=n), lambda y: y)
    image, weights = uniform(512 * 512).reshape(512, 512), uniform(121).reshape(11, 11)
    name = f"scipy.ndimage {scipy.__version__}"
    row(results, "convolution", "512 x 512", name, lambda: ndimage.convolve(image, weights, mode="wrap"), lambda y: y)


def by_torch(results):
    import torch

    torch.set_num_threads(1)
    maps = torch.from_numpy(uniform(16 * 8 * 64 * 64).reshape(1, 128, 64, 64))
    weights = torch.from_numpy((uniform(128 * 128 * 9) - 0.5).reshape(128, 128, 3, 3))

    def call():
        around = torch.nn.functional.pad(maps, (1, 1, 1, 1), mode="circular")
        return torch.nn.functional.conv2d(around, weights)

    ours = results["p4m convolution", "64 x 64"]
    # the weights are not those of the group, only as many: the values are not compared
    compare("p4m convolution", ours, f"PyTorch {torch.__version__}, conv2d", call, lambda _: numpy.nan)


def main():
    results = read_ours(sys.argv[1])
    by_scipy(results)
    try:
        by_torch(results)
    except ImportError as missing:
        print(f"skipped: {missing}", file=sys.stderr)


if __name__ == "__main__":
    main()
