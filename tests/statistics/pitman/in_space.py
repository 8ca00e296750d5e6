"""Values of PitmanPoint that share nothing with the library but the definition.

The trapezoidal rule in extended precision, after t = sinh u along each axis or, for modes that are apart, on
an interval of t; with half the step 17 digits agree. Needs numpy; the output is in tests/statistics/pitman/in_space.rs.
"""

import numpy as np

REAL = np.longdouble


def stretched(step):
    """Nodes and weights on the whole line."""
    u = np.arange(-9, 9 + step / 2, step, dtype=REAL)
    return np.sinh(u), np.cosh(u)


def uniform(step):
    """Nodes and weights where FAR has all but 1e-20 of its mass."""
    t = np.arange(-160, 200, step, dtype=REAL)
    return t, np.ones_like(t)


def mean(sample, freedom, nodes, weights):
    """The mean of the likelihood of spherical t errors."""
    sample = np.array(sample, dtype=REAL)
    dimensions = sample.shape[1]
    axes = np.meshgrid(*[nodes] * dimensions, indexing="ij", sparse=True)
    weights = np.meshgrid(*[weights] * dimensions, indexing="ij", sparse=True)
    logarithm = REAL(0)
    for x in sample:
        square = sum((axis - coordinate) ** 2 for axis, coordinate in zip(axes, x))
        logarithm = logarithm - (freedom + dimensions) / REAL(2) * np.log1p(square / freedom)
    likelihood = np.exp(logarithm - logarithm.max())
    for weight in weights:
        likelihood = likelihood * weight
    mass = likelihood.sum()
    return [(likelihood * axis).sum() / mass for axis in axes]


PLANE = [[0, 0], [1, 0.25], [-0.5, 1], [1.25, 1.5], [9, -4]]
SPACE = [[0, 0, 0], [1, 0.25, -1], [-0.5, 1, 0.5], [2, 1.5, 0.25]]
FAR = [[0, 0], [0.5, 0.25], [-0.25, 1], [40, 41], [41, 40], [40.5, 39]]

for name, sample, freedom, rule, step in [
    ("plane", PLANE, 1, stretched, 0.0125),
    ("plane", PLANE, 3, stretched, 0.0125),
    ("far", FAR, 1, uniform, 0.0625),
    ("space", SPACE, 3, stretched, 0.05),
]:
    coarse = mean(sample, freedom, *rule(2 * step))
    fine = mean(sample, freedom, *rule(step))
    change = max(abs(a - b) for a, b in zip(coarse, fine))
    print(name, freedom, [np.format_float_positional(x, 18) for x in fine], f"change {change:.0e}")
