"""Values of minimum-risk equivariant estimators to 20 digits, for tests/statistics/pitman.rs.

Every integral is cut at the observations and at points that leave them geometrically, and done by
Gauss-Legendre rules of mpmath with 30 digits: nothing is shared with the library but the definition.

    python3 references.py > references.csv
"""

import random
from mpmath import mp, mpf, quad, log, exp, cosh, pi, gamma, sqrt, findroot, inf, sign

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


main()
