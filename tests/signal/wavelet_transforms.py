"""Wavelet transforms by PyWavelets, for wavelet.rs.

    python wavelet_transforms.py > wavelet_transforms.csv        (needs numpy and PyWavelets)

The symlets are given the coefficients of wavelet_filters.csv: PyWavelets' own are off by up to 4e-12.
Each row: a signal; its bands, the finest level first and the approximation last; and what comes back from bands
whose details have been made smaller by the soft threshold 1/2 – in the stationary transform these are the bands of
no signal, so that this says what the inverse does off its range.
"""

import csv
import os

import numpy
import pywt

HERE = os.path.dirname(os.path.abspath(__file__))


def wavelets():
    exact = {}
    with open(os.path.join(HERE, "wavelet_filters.csv")) as rows:
        for row in csv.DictReader(rows):
            low = [float(c) for c in row["dec_lo"].split()]
            high = [(-1) ** (k + 1) * c for k, c in enumerate(reversed(low))]
            exact[row["wavelet"]] = pywt.Wavelet(row["wavelet"] + "_exact", [low, high, low[::-1], high[::-1]])
    return {name: pywt.Wavelet(name) if name.startswith("db") else w for name, w in exact.items()}


def shrunk(bands):
    """The soft threshold 1/2 of all details of [approximation, details, …]."""
    return [bands[0]] + [
        tuple(pywt.threshold(band, 0.5, "soft") for band in level)
        if isinstance(level, tuple)
        else pywt.threshold(level, 0.5, "soft")
        for level in bands[1:]
    ]


def discrete(x, wavelet, levels):
    one = x.ndim == 1
    forward, back = (pywt.wavedec, pywt.waverec) if one else (pywt.wavedec2, pywt.waverec2)
    bands = forward(x, wavelet, "periodization", levels)
    return bands, back(shrunk(bands), wavelet, "periodization")


def stationary(x, wavelet, levels):
    one = x.ndim == 1
    forward, back = (pywt.swt, pywt.iswt) if one else (pywt.swt2, pywt.iswt2)
    bands = forward(x, wavelet, levels, trim_approx=True)
    return bands, back(shrunk(bands), wavelet)


def written(values):
    return " ".join(f"{value:.15g}" for value in numpy.concatenate([numpy.ravel(v) for v in values]))


CASES = [((8,), 3), ((24,), 3), ((32,), 5), ((4, 8), 2), ((16, 8), 3)]


def main():
    numbers = numpy.random.default_rng(4)
    print("transform,wavelet,levels,shape,signal,bands,back")
    for number, (name, wavelet) in enumerate(wavelets().items()):
        for case, (shape, levels) in enumerate(CASES):
            if case > 0 and (number + case) % 9:
                continue
            x = numpy.round(numbers.normal(size=shape), 3)
            for transform in [discrete, stationary]:
                bands, back = transform(x, wavelet, levels)
                listed = [b for level in reversed(bands[1:]) for b in (level if isinstance(level, tuple) else [level])]
                sides = " ".join(str(side) for side in shape)
                fields = [written([x]), written(listed + [bands[0]]), written([back])]
                print(f"{transform.__name__},{name},{levels},{sides}," + ",".join(fields))


if __name__ == "__main__":
    main()
