"""The Pitman estimator by scipy.integrate.quad and by a numpy trapezoid, on the samples of pitman.rs.

Every way is given the same interval, outside which the likelihood is negligible; and the likelihood is
vectorised over the observations, for the trapezoid also over the nodes.
"""

import sys

import numpy
import scipy
from scipy.integrate import quad

from measurement import compare, read_ours, uniform


def log_cauchy(z):
    return -numpy.log1p(z * z)


def log_logistic(z):
    size = numpy.abs(z)
    return -size - 2 * numpy.log1p(numpy.exp(-size))


FAMILIES = {
    "Pitman, Cauchy": (lambda u: numpy.tan(numpy.pi * (u - 0.5)), log_cauchy),
    "Pitman, logistic": (lambda u: numpy.log(u / (1 - u)), log_logistic),
}


def interval(sample):
    """The median, and a distance from it of about 8 standard deviations of the likelihood."""
    return numpy.median(sample), 16 / numpy.sqrt(len(sample))


def by_quad(sample, log_density):
    centre, reach = interval(sample)
    peak = log_density(sample - centre).sum()

    def likelihood(t):
        return numpy.exp(log_density(sample - centre - t).sum() - peak)

    limits = {"points": [0.0], "limit": 200}
    mass, _ = quad(likelihood, -reach, reach, epsabs=0, epsrel=1e-11, **limits)
    allowed = 1e-12 * mass * reach
    first, _ = quad(lambda t: t * likelihood(t), -reach, reach, epsabs=allowed, epsrel=1e-11, **limits)
    return centre + first / mass


def sums(sample, log_density, centre, nodes, peak):
    logs = log_density(sample[None, :] - (centre + nodes)[:, None]).sum(axis=1)
    likelihood = numpy.exp(logs - peak)
    return numpy.array([likelihood.sum(), (nodes * likelihood).sum()])


def by_fixed_trapezoid(count):
    """The trapezoid with a number of nodes that is known beforehand to be enough."""

    def estimate(sample, log_density):
        centre, reach = interval(sample)
        peak = log_density(sample - centre).sum()
        nodes = numpy.linspace(-reach, reach, count)
        mass, first = sums(sample, log_density, centre, nodes, peak)
        return centre + first / mass

    return estimate


def by_trapezoid(sample, log_density):
    """The trapezoid that is refined until two results agree to 1e-12 of the spread."""
    centre, reach = interval(sample)
    peak = log_density(sample - centre).sum()
    count = 17
    nodes = numpy.linspace(-reach, reach, count)
    total = sums(sample, log_density, centre, nodes, peak)
    before = numpy.inf
    while True:
        now = total[1] / total[0]
        if abs(now - before) <= 1e-13 * reach:
            return centre + now
        before = now
        nodes = 0.5 * (nodes[1:] + nodes[:-1])
        total += sums(sample, log_density, centre, nodes, peak)
        count = 2 * count - 1
        nodes = numpy.linspace(-reach, reach, count)


def enough(sample, log_density, allowed):
    """The least number of nodes, of some, with which the trapezoid is so accurate."""
    exact = by_fixed_trapezoid(1025)(sample, log_density)
    for count in range(11, 1025, 2):
        if abs(by_fixed_trapezoid(count)(sample, log_density) - exact) <= allowed:
            return count
    return 1025


def main():
    for (what, n), ours in read_ours(sys.argv[1]).items():
        if what not in FAMILIES:
            continue
        quantile, log_density = FAMILIES[what]
        sample = quantile(uniform(int(n)))
        count = enough(sample, log_density, 1e-12 / numpy.sqrt(int(n)))
        peers = {
            f"scipy.integrate.quad {scipy.__version__}": by_quad,
            f"numpy {numpy.__version__}, trapezoid, refined": by_trapezoid,
            f"numpy {numpy.__version__}, trapezoid, {count} nodes": by_fixed_trapezoid(count),
        }
        for peer, by in peers.items():

            def call(by=by):
                return by(sample, log_density)

            compare(what, ours, peer, call, lambda value: abs(value - ours.numbers[0]))


if __name__ == "__main__":
    main()
