"""Wavelet transforms by PyWavelets, dtcwt and scikit-image, on the signals of wavelets.rs.

Cycle spinning is scikit-image's, over the 64 shifts of three levels, of a threshold between PyWavelets' discrete
transforms; ours does the same with one stationary transform. dtcwt is told to go around the ends of the image.
"""

import inspect
import sys

import numpy
import pywt

from measurement import read_ours, row, uniform


def by_pywavelets(results, line, image):
    name = f"PyWavelets {pywt.__version__}"

    def itself(result):
        return result

    y = pywt.swt(line, "db4", 5)
    row(results, "stationary", "2^20", name, lambda: pywt.swt(line, "db4", 5), lambda y: y[-1][1])
    row(results, "and back", "2^20", name, lambda: pywt.iswt(y, "db4"), itself)
    y2 = pywt.swt2(image, "db4", 3)
    row(results, "stationary", "512 x 512", name, lambda: pywt.swt2(image, "db4", 3), lambda y: y[-1][1][0])
    row(results, "and back", "512 x 512", name, lambda: pywt.iswt2(y2, "db4"), itself)


def by_scikit_image(results, image):
    import skimage
    from skimage.restoration import cycle_spin

    def denoised(x):
        bands = pywt.wavedec2(x, "db4", "periodization", 3)
        shrunk = [tuple(pywt.threshold(band, 0.5, "soft") for band in level) for level in bands[1:]]
        return pywt.waverec2([bands[0], *shrunk], "db4", "periodization")

    # its name was num_workers before 0.26
    workers = "workers" if "workers" in inspect.signature(cycle_spin).parameters else "num_workers"

    def call():
        return cycle_spin(image, denoised, max_shifts=7, **{workers: 1})

    row(results, "cycle spinning", "512 x 512", f"scikit-image {skimage.__version__}", call, lambda result: result)


def by_dtcwt(results, image):
    import dtcwt
    import dtcwt.numpy.lowlevel as lowlevel

    lowlevel.reflect = lambda places, low, high: numpy.mod(places, int(high - low)).astype(int)
    transform = dtcwt.Transform2d(biort="near_sym_a", qshift="qshift_a")
    y = transform.forward(image, nlevels=4)
    name = "dtcwt"
    row(results, "dual-tree", "512 x 512", name, lambda: transform.forward(image, nlevels=4), lambda y: y.lowpass)
    row(results, "and trees back", "512 x 512", name, lambda: transform.inverse(y), lambda result: result)


def main():
    results = read_ours(sys.argv[1])
    line, image = uniform(1 << 20), uniform(512 * 512).reshape(512, 512)
    by_pywavelets(results, line, image)
    for by in [by_scikit_image, by_dtcwt]:
        try:
            by(results, image)
        except ImportError as missing:
            print(f"skipped: {missing}", file=sys.stderr)


if __name__ == "__main__":
    main()
