"""Hu's moments of a few pictures by scikit-image: rows, columns, pixels, moments; one picture a line."""

import numpy as np
from skimage.measure import moments_central, moments_hu, moments_normalized

random = np.random.default_rng(4)
with open("moments.csv", "w") as file:
    for shape in [(3, 3), (4, 6), (7, 2), (8, 8), (5, 9), (12, 11)]:
        image = random.integers(0, 256, shape).astype(float)
        image[0, 0] = image[-1, -1] = 1.0  # the box is the picture
        hu = moments_hu(moments_normalized(moments_central(image)))
        numbers = [*shape, *image.ravel(), *hu]
        file.write(",".join(repr(float(number)) for number in numbers) + "\n")
