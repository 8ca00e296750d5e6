"""Robust estimators of Python's packages, on the samples of robust.rs.

A package that is not there, or refuses the sample, is skipped with a message.
"""

import importlib
import sys

import numpy

from measurement import compare, read_ours, sample


def distance(ours):
    """How far a value is from ours, in the coordinate where it is farthest."""
    return lambda value: numpy.abs(numpy.ravel(value) - ours.numbers).max()


def reaching(allowed, difference, estimate):
    """The estimate with the largest tolerance, of some, with which it is so near to ours."""
    for tolerance in (1e-4, 1e-6, 1e-8, 1e-10, 1e-12, 1e-14):
        if difference(estimate(tolerance)) <= allowed:
            break
    return lambda: estimate(tolerance)


def inner_volume(points, location, scatter):
    """log det of the covariance of the ⌊(n + d + 1)/2⌋ points that are nearest in these coordinates."""
    n, d = points.shape
    deviations = points - location
    distances = (deviations @ numpy.linalg.inv(scatter) * deviations).sum(axis=1)
    nearest = points[numpy.argsort(distances)[: (n + d + 1) // 2]]
    return numpy.linalg.slogdet(numpy.cov(nearest.T))[1]


def hodges_lehmann(pragmastat, directory, results):
    what, line = "Hodges-Lehmann", sample(directory, "line")
    ours = results[what]
    peer = f"pragmastat.center {pragmastat.__version__}"
    compare(what, ours, peer, lambda: pragmastat.center(line), distance(ours))


def qn(statsmodels, directory, results):
    from statsmodels.robust.scale import qn_scale

    what, line = "Qn", sample(directory, "line")
    ours = results[what]
    peer = f"statsmodels qn_scale {statsmodels.__version__}"
    compare(what, ours, peer, lambda: qn_scale(line), distance(ours))


def minimum_covariance_determinant(sklearn, directory, results):
    from sklearn.covariance import MinCovDet

    what, points = "MCD", sample(directory, "outliers", 10)
    ours = results[what]
    location, scatter = ours.numbers[:10], ours.numbers[10:].reshape(10, 10)
    volume = inner_volume(points, location, scatter)
    compare(
        what,
        ours,
        f"sklearn MinCovDet {sklearn.__version__}",
        lambda: MinCovDet(random_state=1).fit(points),
        lambda fit: abs(inner_volume(points, fit.location_, fit.covariance_) - volume),
    )


def tyler(pyriemann, directory, results):
    from pyriemann.geometry.covariance import covariance_mest

    what, points = "Tyler", sample(directory, "shape", 5)
    ours = results[what]

    def shape(tolerance):
        limits = {"tol": tolerance, "n_iter_max": 1000}
        return covariance_mest(points.T, "tyl", norm="determinant", **limits)

    call = reaching(1e-10, distance(ours), shape)
    peer = f"pyriemann covariance_mest {pyriemann.__version__}"
    compare(what, ours, peer, call, distance(ours))


PEERS = {
    "pragmastat": hodges_lehmann,
    "statsmodels": qn,
    "sklearn": minimum_covariance_determinant,
    "pyriemann": tyler,
}


def main():
    directory = sys.argv[1]
    results = {what: ours for (what, _), ours in read_ours(directory).items()}
    for name, measure in PEERS.items():
        try:
            measure(importlib.import_module(name), directory, results)
        except Exception as error:
            print(f"skipped: {name}: {error}", file=sys.stderr)


if __name__ == "__main__":
    main()
