"""The low-pass filters of Daubechies' wavelets and symlets, by spectral factorisation with 60 digits.

    python wavelet_filters.py > wavelet_filters.csv        (needs mpmath, numpy and PyWavelets)

The half-band polynomial P(y) = Σ_{k<n} C(n−1+k, k) yᵏ with y = (2 − z − 1/z)/4 has 2(n − 1) zeros in z, in pairs
z, 1/z. Of each pair one is taken: the one inside the circle (Daubechies), or the choice that PyWavelets made
(symlets). Then Π (1 + z)ⁿ Π (z − zᵢ), scaled to the sum √2. What is printed is dec_lo, in PyWavelets' order.
On stderr: how far PyWavelets' coefficients are from these, and both from being orthogonal.
"""

import itertools
import sys

import mpmath
import numpy
import pywt
from mpmath import mp, mpf

mp.dps = 60


def pairs(n):
    """The zeros in z that belong to each zero y of P: real ones alone, complex ones with their conjugate."""
    if n == 1:
        return []
    ys = mpmath.polyroots([mpmath.binomial(n - 1 + k, k) for k in reversed(range(n))], maxsteps=500, extraprec=400)
    groups = []
    for y in ys:
        if mpmath.im(y) < -mpf(10) ** -40:
            continue
        middle = 1 - 2 * y
        root = mpmath.sqrt(middle * middle - 1)
        z = middle + root
        inner = z if abs(z) < 1 else middle - root
        is_real = abs(mpmath.im(y)) < mpf(10) ** -40
        group = [mpmath.re(inner)] if is_real else [inner, mpmath.conj(inner)]
        groups.append(group)
    return groups


def product(zeros, n):
    """The coefficients of (1 + z)ⁿ Π (z − zᵢ), the highest power first, with the sum √2."""
    p = [mpf(1)]
    for zero in [mpf(-1)] * n + list(zeros):
        p = [a - zero * b for a, b in zip(p + [mpf(0)], [mpf(0)] + p)]
    p = [mpmath.re(c) for c in p]
    scale = mpmath.sqrt(2) / sum(p)
    return [c * scale for c in p]


def residual(h):
    """The largest error of Σ h[k] h[k + 2m] = δ(m)."""
    return max(abs(sum(a * b for a, b in zip(h[2 * m :], h)) - (m == 0)) for m in range(len(h) // 2))


def distance(h, peer):
    return max(abs(a - mpf(b)) for a, b in zip(h, peer))


def filters(family, n):
    peer = pywt.Wavelet(f"{family}{n}").dec_lo
    best = None
    groups = pairs(n)
    choices = itertools.product([False, True], repeat=len(groups))
    if family == "db":
        choices = [(False,) * len(groups), (True,) * len(groups)]
    for choice in choices:
        zeros = [1 / z if outer else z for group, outer in zip(groups, choice) for z in group]
        h = product(zeros, n)
        if best is None or distance(h, peer) < distance(best, peer):
            best = h
    digits = [float(c) for c in best]
    print(
        f"{family}{n}: PyWavelets {pywt.__version__} is off by {float(distance(best, peer)):.1e}; error of orthogonality"
        f" {float(residual([mpf(c) for c in peer])):.1e}, here {float(residual([mpf(c) for c in digits])):.1e}"
        f" rounded and {float(residual(best)):.0e} before",
        file=sys.stderr,
    )
    return digits, peer


def written(numbers):
    return " ".join(repr(number) for number in numbers)


def main():
    print("wavelet,dec_lo,pywavelets")
    for family, orders in {"db": range(1, 11), "sym": range(2, 11)}.items():
        for n in orders:
            print(f"{family}{n}," + ",".join(written(h) for h in filters(family, n)))


if __name__ == "__main__":
    main()
