"""Values of minimum-risk equivariant estimators to 20 digits, for tests/statistics/pitman.rs.

Every integral is cut at the observations and at points that leave them geometrically, and done by
Gauss-Legendre rules of mpmath with 30 digits: nothing is shared with the library but the definition.

    python3 references.py > references.csv

With arguments only these parts are written: main, ends, both, long.
"""

import random
import sys
from mpmath import mp, mpf, quad, log, exp, cosh, pi, gamma, sqrt, findroot, inf, sign
from mpmath.calculus.quadrature import GaussLegendre

mp.dps = 30


def student(nu):
    nu = mpf(nu)
    return lambda z: (1 + z * z / nu) ** (-(nu + 1) / 2)


FAMILIES = {
    "normal": lambda z: exp(-z * z / 2),
    "cauchy": lambda z: 1 / (1 + z * z),
    "t3": student(3),
    "t2.5": student(2.5),
    "logistic": lambda z: 1 / cosh(z / 2) ** 2,
    "sech": lambda z: 1 / cosh(pi * z / 2),
    "laplace": lambda z: exp(-abs(z)),
    "gumbel": lambda z: exp(-z - exp(-z)) if z > -60 else mpf(0),
    "exponential": lambda z: exp(-z) if z >= 0 else mpf(0),
}


def positive(f):
    return lambda z: f(z) if z > 0 else mpf(0)


def weibull(shape):
    c = mpf(shape)
    return positive(lambda z: z ** (c - 1) * exp(-(z**c)))


def gamma_density(shape):
    c = mpf(shape)
    return positive(lambda z: z ** (c - 1) * exp(-z))


# densities with an end: the density, its lower end, its upper end (or None), and the power of z at 0
ENDED = {
    "exponential": (positive(lambda z: exp(-z)), 0, None, 0),
    "halfnormal": (positive(lambda z: exp(-z * z / 2)), 0, None, 0),
    "rayleigh": (positive(lambda z: z * exp(-z * z / 2)), 0, None, 1),
    "gamma2.5": (gamma_density("2.5"), 0, None, "1.5"),
    "gamma0.75": (gamma_density("0.75"), 0, None, "-0.25"),
    "gamma0.3": (gamma_density("0.3"), 0, None, "-0.7"),
    "weibull1.5": (weibull("1.5"), 0, None, "0.5"),
    "weibull0.6": (weibull("0.6"), 0, None, "-0.4"),
    "lognormal0.8": (positive(lambda z: exp(-((log(z) / mpf("0.8")) ** 2) / 2) / z), 0, None, 0),
    "pareto3": (lambda z: z ** (-4) if z >= 1 else mpf(0), 1, None, 0),
    "unituniform": (lambda z: mpf(1) if 0 <= z <= 1 else mpf(0), 0, 1, 0),
    "uniform": (lambda z: mpf(1) if abs(z) <= mpf(1) / 2 else mpf(0), "-0.5", "0.5", 0),
}


class Pieces:
    """A function on the line, at the nodes of a Gauss-Legendre rule on each piece: 48 points in degree 5."""

    RULES = {degree: GaussLegendre(mp).calc_nodes(degree, 110) for degree in (4, 5)}

    def __init__(self, function, edges, degree=5):
        self.function = function
        self.rule = self.RULES[degree]
        self.pieces = [(a, b, self.at_nodes(a, b)) for a, b in zip(edges, edges[1:])]

    def at_nodes(self, a, b):
        half, middle = (b - a) / 2, (a + b) / 2
        points = [(middle + half * x, half * w) for x, w in self.rule]
        return [(t, w * self.function(t)) for t, w in points]

    def integral(self, weight, low=-inf, high=inf):
        total = mpf(0)
        for a, b, nodes in self.pieces:
            if low <= a and b <= high:
                total += sum(weight(t) * v for t, v in nodes)
            elif max(a, low) < min(b, high):
                total += sum(weight(t) * v for t, v in self.at_nodes(max(a, low), min(b, high)))
        return total


def ended_location(name, sample, losses):
    """Locations in units of 1 for densities with an end, over w = log u with u = smallest - end - t."""
    f, low, high, power = ENDED[name]
    x = sorted(mpf(v) for v in sample)
    top = x[0] - mpf(low)  # the highest possible location
    n = len(x)
    ties = sum(1 for v in x if v == x[0])
    if high is None:
        value_of = lambda w: top - exp(w)
        to_w = lambda t: log(top - t) if t < top else -inf
        q = 1 + ties * mpf(power)
        edges = [mpf(k) / 2 for k in range(-int(140 / q) - 20, 60)]
    else:
        value_of = lambda w: top - w
        to_w = lambda t: top - t
        edges = [mpf(0), top - (x[-1] - mpf(high))]

    def density(w):
        product = exp(w) if high is None else mpf(1)
        u = exp(w) if high is None else w
        for v in x:
            product *= f(mpf(low) + (v - x[0]) + u)
        return product

    pieces = Pieces(density, edges)
    mass = pieces.integral(lambda w: 1)
    for loss, parameter in losses:
        if loss == "squared":
            value = pieces.integral(value_of) / mass
        elif loss == "linex":
            a = mpf(parameter)
            value = -log(pieces.integral(lambda w: exp(-a * value_of(w))) / mass) / a
        else:
            k = mpf(parameter)

            def balance(d):  # the larger w, the smaller t
                if loss == "absolute":
                    return pieces.integral(lambda w: 1, to_w(d), inf) / mass - mpf(1) / 2
                inside = pieces.integral(lambda w: d - value_of(w), to_w(d + k), to_w(d - k))
                below = pieces.integral(lambda w: k, to_w(d - k), inf)
                return (inside + below - pieces.integral(lambda w: k, -inf, to_w(d + k))) / mass

            least, most = top - 40, top
            for _ in range(95):
                d = (least + most) / 2
                if balance(d) > 0:
                    most = d
                else:
                    least = d
            value = (least + most) / 2
        emit("location", name, loss, parameter, 1.0, sample, value)


def ended_scale(name, sample, problems):
    """Powers of the scale, over beta = -log(sigma)."""
    f, low, high, _ = ENDED[name]
    x = [mpf(v) for v in sample]
    unit = sorted(abs(v) for v in x)[len(x) // 2]
    ends = []
    for end in (low, high):
        if end is not None and mpf(end) != 0:
            ends += [log(mpf(end) * unit / v) for v in x if v and mpf(end) / v > 0]

    def likelihood(beta):
        rate = exp(beta)
        product = exp(len(x) * beta)
        for v in x:
            product *= f(rate * (v / unit))
        return product

    pieces = Pieces(likelihood, sorted(set([mpf(k) / 2 for k in range(-160, 60)] + ends)))
    moment = lambda r: pieces.integral(lambda beta: exp(r * beta))
    for power, loss in problems:
        r = mpf(power)
        if loss == "squared":
            value = moment(r) / moment(2 * r)
        elif loss == "stein":
            value = moment(0) / moment(r)
        else:
            value = exp(-r * pieces.integral(lambda beta: beta) / moment(0))
        emit("scale", name, loss, power, 0.0, sample, unit**r * value)


def ended_spread(name, sample, problems):
    """Location and powers of the scale where neither is known, for a density on z > 0: over
    beta = log(b) and w = log u with u = (smallest - t)/b."""
    f, low, high, power = ENDED[name]
    x = sorted(mpf(v) for v in sample)
    n = len(x)
    distances = [v - x[0] for v in x]
    unit = distances[n // 2]
    inner_edges = [mpf(k) for k in range(-50, 6)]

    def inner(beta):
        b = unit * exp(beta)

        def density(w):
            u = exp(w)
            product = u
            for d in distances:
                product *= f(d / b + u)
            return product

        pieces = Pieces(density, inner_edges, 4)
        return pieces.integral(lambda w: 1), pieces.integral(exp)

    known = {}

    def at(beta):
        if beta not in known:
            known[beta] = inner(beta)
        return known[beta]

    b = lambda beta: unit * exp(beta)
    outer = Pieces(lambda beta: 1, [mpf(k) for k in range(-6, 18)], 4)
    total = lambda weight: outer.integral(lambda beta: weight(beta) * b(beta) ** (1 - n))
    moment = lambda r: total(lambda beta: b(beta) ** -r * at(beta)[0])
    for power, loss in problems:
        r = mpf(power)
        if loss == "location":  # t = smallest - b u
            value = x[0] - total(lambda beta: b(beta) ** -1 * at(beta)[1]) / moment(2)
        elif loss == "squared":
            value = moment(r) / moment(2 * r)
        elif loss == "stein":
            value = moment(0) / moment(r)
        else:
            value = exp(r * total(lambda beta: log(b(beta)) * at(beta)[0]) / moment(0))
        emit("spread", name, loss, power, 0.0, sample, value)


def long_location(name, sample, losses):
    """Locations from many observations, over 20 widths of the mode on both sides."""
    f = FAMILIES[name]
    x = [mpf(v) for v in sample]

    def logarithm(t):
        if name == "laplace":
            return -sum(abs(v - t) for v in x)
        product = mpf(1)
        for v in x:
            product *= f(v - t)
        return log(product)

    middle, step = sorted(x)[len(x) // 2], mpf(1) / 8
    while step > mpf(1) / 10**5:
        best = max((logarithm(middle + side * step), middle + side * step) for side in (0, -1, 1))[1]
        if best == middle:
            step /= 2
        middle = best
    top = logarithm(middle)
    h = mpf(1) / 50
    width = h / sqrt(2 * top - logarithm(middle - h) - logarithm(middle + h))
    edges = [middle + 2 * width * k for k in range(-10, 11)]
    if name == "laplace":
        edges = sorted(set(edges + [v for v in x if edges[0] < v < edges[-1]]))
    pieces = Pieces(lambda t: exp(logarithm(t) - top), edges)
    mass = pieces.integral(lambda t: 1)
    for loss in losses:
        if loss == "squared":
            value = middle + pieces.integral(lambda t: t - middle) / mass
        else:
            # Newton's method on the mass below
            value = middle
            for _ in range(8):
                excess = pieces.integral(lambda t: 1, -inf, value) - mass / 2
                value -= excess / pieces.function(value)
        emit("location", name, loss, 0.0, 1.0, sample, value)


def cuts(points, unit, reach):
    """The points, and points at distances unit/4 · 2^k on both sides of each, up to the reach."""
    points = sorted(set(points))
    result = set(points)
    for i, x in enumerate(points):
        for side in (-1, 1):
            j = i + side
            gap = abs(points[j] - x) / 2 if 0 <= j < len(points) else reach
            step = unit / 4
            while step < gap:
                result.add(x + side * step)
                step *= 2
    low, high = points[0] - reach, points[-1] + reach
    return sorted(t for t in result | {low, high} if low <= t <= high)


def integrals(functions, edges):
    """The integrals of several functions over all pieces, and a bound of their error."""
    sums = [mpf(0)] * len(functions)
    for a, b in zip(edges, edges[1:]):
        for k, function in enumerate(functions):
            sums[k] += quad(function, [a, b], method="gauss-legendre")
    return sums


def power_tail(name):
    return {"cauchy": 2, "t3": 4, "t2.5": 3.5}.get(name)


def location(name, sample, scale, loss, parameter):
    """In units of the scale, from the middle observation."""
    s, origin = mpf(scale), mpf(sorted(sample)[len(sample) // 2])
    standard = [(mpf(v) - origin) / s for v in sample]
    if loss == "linex":
        parameter = mpf(parameter) * s
    if loss == "huber":
        parameter = mpf(parameter) / s
    return origin + s * unit_location(name, standard, loss, parameter)


def unit_location(name, x, loss, parameter):
    f = FAMILIES[name]
    n = len(x)

    def raw(t):
        product = mpf(1)
        for v in x:
            product *= f(v - t)
        return product

    # the highest mode, by a search from the highest of many points
    heights = [(raw(t), t) for t in sorted(x) + [x[0] - mpf(k) / 8 for k in range(-400, 401)]]
    middle = max(heights)[1]
    step = mpf(1) / 16
    while step > mpf(10) ** -9:
        best = max((raw(middle + side * step), middle + side * step) for side in (-1, 0, 1))[1]
        if best == middle:
            step /= 2
        middle = best
    top = raw(middle)
    likelihood = lambda t: raw(t) / top
    if name == "exponential":
        edges = [min(x) - mpf(2) ** k / n for k in range(8, -12, -1)] + [min(x)]
        likelihood = lambda t: exp(n * (t - min(x)))
    else:
        width = 1 / sqrt(mpf(n))
        near = [middle + width * k for k in range(-40, 41)]
        if n > 60:
            edges = sorted(set(near + [v for v in x if abs(v - middle) < 40 * width]))
        else:
            tail = power_tail(name)
            reach = (max(x) - min(x)) + (mpf(10) ** (32 / (n * tail - 2)) if tail else 80)
            edges = sorted(set(cuts(x, mpf(1), reach) + near))
    if loss == "squared":
        mass, first = integrals([likelihood, lambda t: (t - middle) * likelihood(t)], edges)
        return middle + first / mass
    if loss == "linex":
        a = mpf(parameter)
        mass, tilted = integrals([likelihood, lambda t: exp(-a * (t - middle)) * likelihood(t)], edges)
        return middle - log(tilted / mass) / a
    # sums of pieces, then one root
    pieces = [quad(likelihood, [p, q], method="gauss-legendre") for p, q in zip(edges, edges[1:])]
    firsts = [quad(lambda t: (t - middle) * likelihood(t), [p, q], method="gauss-legendre") for p, q in zip(edges, edges[1:])]
    mass = sum(pieces)

    def below(t, values, function):
        total = mpf(0)
        for (p, q), value in zip(zip(edges, edges[1:]), values):
            if q <= t:
                total += value
            elif p < t:
                total += quad(function, [p, t], method="gauss-legendre")
        return total

    def zeroth(t):
        return below(t, pieces, likelihood)

    def first(t):
        return below(t, firsts, lambda u: (u - middle) * likelihood(u))

    if loss == "absolute":
        balance = lambda d: zeroth(d) / mass - mpf(1) / 2
    else:
        k = mpf(parameter)

        def balance(d):
            inside = (d - middle) * (zeroth(d + k) - zeroth(d - k)) - (first(d + k) - first(d - k))
            return (inside + k * zeroth(d - k) - k * (mass - zeroth(d + k))) / mass

    low, high = min(x) - 2, max(x) + 2
    for _ in range(95):
        d = (low + high) / 2
        if balance(d) > 0:
            high = d
        else:
            low = d
    return (low + high) / 2


def scale(name, sample, power, loss):
    f = FAMILIES[name]
    x = [mpf(v) for v in sample]
    n = len(x)
    unit = sorted(abs(v) for v in x)[n // 2]

    def integrand(beta):  # sigma = unit * exp(-beta)
        product = exp(n * beta)
        for v in x:
            product *= f(exp(beta) * v / unit)
        return product

    r = mpf(power)
    logs = sorted({-log(abs(v) / unit) for v in x if v})
    top = max(integrand(mpf(k) / 10) for k in range(-300, 301))
    near = [mpf(k) / 10 for k in range(-100, 101)]
    edges = sorted(set(cuts(logs, mpf(1), mpf(60)) + near))
    likelihood = lambda b: integrand(b) / top
    weights = [likelihood, lambda b: exp(r * b) * likelihood(b), lambda b: exp(2 * r * b) * likelihood(b), lambda b: b * likelihood(b)]
    mass, first, second, mean = integrals(weights, edges)
    return unit**r * {"squared": first / second, "stein": mass / first, "squaredlog": exp(-r * mean / mass)}[loss]


def spread(name, sample, power, loss):
    """Location ("location") or power of the scale where neither is known: two nested integrals."""
    mp.dps = 25
    f = FAMILIES[name]
    x = [mpf(v) for v in sample]
    n = len(x)
    middle = sorted(x)[n // 2]
    unit = sorted(abs(v - middle) for v in x)[n // 2]
    y = [(v - middle) / unit for v in x]

    def inner(beta):
        b = exp(beta)
        scaled = [v / b for v in y]

        def likelihood(u):
            product = mpf(1)
            for v in scaled:
                product *= f(v - u)
            return product

        reach = (max(scaled) - min(scaled)) + (mpf(10) ** (22 / (n * power_tail(name) - 2)) if power_tail(name) else 50)
        edges = cuts(scaled, mpf(2), reach)
        mass = sum(quad(likelihood, [p, q], method="gauss-legendre", maxdegree=6) for p, q in zip(edges, edges[1:]))
        first = sum(quad(lambda u: u * likelihood(u), [p, q], method="gauss-legendre", maxdegree=6) for p, q in zip(edges, edges[1:]))
        return mass * b ** (1 - n), first * b ** (2 - n)

    r = mpf(power)
    known = {}
    top = max(inner(mpf(k))[0] for k in range(-6, 7))

    def at(beta):
        if beta not in known:
            mass, first = inner(beta)
            known[beta] = mass / top, first / top
        return known[beta]

    low, high = (mpf(-14), mpf(14)) if power_tail(name) else (mpf(-5), mpf(16))
    edges = [low + (high - low) * k / 28 for k in range(29)]
    quad20 = lambda g: sum(quad(g, [p, q], method="gauss-legendre", maxdegree=6) for p, q in zip(edges, edges[1:]))
    if loss == "location":
        value = middle + unit * quad20(lambda b: exp(-2 * b) * at(b)[1]) / quad20(lambda b: exp(-2 * b) * at(b)[0])
    else:
        first = quad20(lambda b: exp(-r * b) * at(b)[0])
        if loss == "squared":
            value = unit**r * first / quad20(lambda b: exp(-2 * r * b) * at(b)[0])
        else:
            value = unit**r * quad20(lambda b: at(b)[0]) / first
    mp.dps = 30
    return value


def emit(kind, name, loss, parameter, scale_, sample, value):
    numbers = " ".join(repr(float(v)) for v in sample)
    print(f"{kind},{name},{loss},{parameter!r},{scale_!r},{mp.nstr(value, 20)},{numbers}", flush=True)


def main():
    print("problem,family,loss,parameter,scale,value,sample")
    rng = random.Random(3)
    trap = [0.3, -1.2, 4.0, 0.9, -0.1]
    heavy = lambda n: [round(rng.gauss(0, 1) / max(abs(rng.gauss(0, 1)), 0.05), 6) for _ in range(n)]
    samples = {
        "trap": (trap, 1.0),
        "ties": ([1.0, 1.0, 1.0, 4.0, 4.0], 0.5),
        "far": ([0.0, 0.7, 1.5, 1000000.0, 0.2, -0.4], 1.0),
        "two": ([0.0, 0.5, 1.0, 200.0, 200.25, 201.0], 1.0),
        "tiny": ([3e-12, -1.2e-12, 4e-12, 0.9e-12, -1e-13], 1e-12),
        "huge": ([3e12, -1.2e12, 4e12, 0.9e12, -1e11, 2.5e12], 1e12),
        "shifted": ([1000000.5, 1000001.25, 999999.0, 1000003.5], 1.0),
        "thirty": (heavy(30), 1.0),
        "hundred": (heavy(100), 1.0),
    }
    for label, (sample, s) in samples.items():
        for name in FAMILIES:
            if name == "exponential" and label not in ("trap", "ties", "tiny"):
                continue
            if label == "far" and name in ("gumbel", "normal"):
                continue
            emit("location", name, "squared", 0.0, s, sample, location(name, sample, s, "squared", 0))
    for name in ("cauchy", "t3"):
        sample = [0.0, 1.0, 1000000.0, 1000001.0, 2.0, 1000003.0, 0.5]
        emit("location", name, "squared", 0.0, 1.0, sample, location(name, sample, 1.0, "squared", 0))
    for name in ("cauchy", "logistic", "laplace", "t3", "gumbel"):
        for label in ("trap", "ties", "two"):
            sample, s = samples[label]
            emit("location", name, "absolute", 0.0, s, sample, location(name, sample, s, "absolute", 0))
            emit("location", name, "huber", 0.7, s, sample, location(name, sample, s, "huber", 0.7))
    for name, a in (("logistic", 1.5), ("logistic", -0.001), ("laplace", 2.0), ("gumbel", 1.0), ("normal", -3.0), ("sech", 4.0)):
        emit("location", name, "linex", a, 1.0, trap, location(name, trap, 1.0, "linex", a))
    one = [2.5]
    for name in ("logistic", "sech", "laplace", "gumbel", "t3"):
        emit("location", name, "squared", 0.0, 2.0, one, location(name, one, 2.0, "squared", 0))
    thousand = heavy(1000)
    emit("location", "cauchy", "squared", 0.0, 1.0, thousand, location("cauchy", thousand, 1.0, "squared", 0))
    for label in ("trap", "tiny", "huge", "thirty"):
        sample = samples[label][0]
        for name in ("cauchy", "t3", "logistic", "sech", "gumbel"):
            if name == "gumbel" and label == "thirty":
                continue
            for power, loss in ((1.0, "squared"), (2.0, "squared"), (1.0, "stein"), (1.0, "squaredlog")):
                emit("scale", name, loss, power, 0.0, sample, scale(name, sample, power, loss))
    six = [0.3, -1.2, 4.0, 0.9, -0.1, 2.2, 0.4]
    for power, loss in ((1.0, "squared"), (1.0, "stein"), (1.0, "location")):
        emit("spread", "cauchy", loss, power, 0.0, six, spread("cauchy", six, power, loss))


def with_ends():
    sample = [0.3, 1.2, 4.0, 0.9, 0.1, 2.2]
    ties = [1.0, 1.0, 3.5, 2.0]
    near = [5.0, 5.0000001, 7.0, 1005.0]
    both = [("squared", 0.0), ("absolute", 0.0), ("huber", 0.7), ("linex", -0.7)]
    for name in ENDED:
        if "uniform" in name:
            ended_location(name, [0.3, 0.55, 0.7, 0.61], both + [("linex", 2.0)])
            continue
        light = name in ("exponential", "halfnormal", "rayleigh", "gamma2.5", "gamma0.75", "gamma0.3", "weibull1.5")
        ended_location(name, sample, both + ([("linex", 0.5)] if light else []))
        if name != "gamma0.3":
            ended_location(name, ties, both[:2])
        ended_location(name, near, both[:2])
    for name in ENDED:
        powers = [(power, loss) for power in (1.0, 2.0, 0.5) for loss in ("squared", "stein", "squaredlog")]
        ended_scale(name, sample, powers)
        ended_scale(name, [3e-200, 2.5e-200, 1e-200], powers[:3])
        if name != "pareto3":
            ended_scale(name, [7.0], powers[:1])


def both():
    problems = [(1.0, "location"), (1.0, "squared"), (2.0, "squared"), (1.0, "stein"), (1.0, "squaredlog")]
    for name in ("halfnormal", "rayleigh", "gamma2.5"):
        ended_spread(name, [0.3, 1.2, 4.0, 0.9, 2.2, 0.1], problems)


def long():
    rng = random.Random(5)
    sample = [round(rng.gauss(0, 1) / max(abs(rng.gauss(0, 1)), 0.5), 4) for _ in range(1000)]
    for name in ("logistic", "t3", "laplace", "sech", "gumbel", "cauchy"):
        long_location(name, sample, ["squared", "absolute"])


PARTS = {"main": main, "ends": with_ends, "both": both, "long": long}
for part in sys.argv[1:] or PARTS:
    PARTS[part]()
