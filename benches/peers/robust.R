# Robust estimators of R's packages, on the samples of robust.rs.
#
# A package that is neither installed nor to be had from CRAN is skipped with a message.

source("measurement.R")
ours <- read_ours()

# Packages that are missing go to a library that is deleted after the run.
scratch <- file.path(directory, "R")
dir.create(scratch, showWarnings = FALSE)
.libPaths(c(scratch, .libPaths()))
options(timeout = 30, rgl.useNULL = TRUE)
Sys.setenv("_R_INSTALL_PACKAGES_ELAPSED_TIMEOUT_" = "300")
if (getOption("repos")["CRAN"] == "@CRAN@") {
  chooseCRANmirror(graphics = FALSE, ind = 1, local.only = TRUE)
}
quietly <- function(expression) suppressWarnings(suppressMessages(expression))
on_cran <- quietly(rownames(available.packages()))

# Goes through the rows if there is the package.
with_package <- function(package, rows) {
  is_there <- function() quietly(requireNamespace(package, quietly = TRUE))
  if (!is_there() && package %in% on_cran) {
    quietly(install.packages(package, scratch, quiet = TRUE))
  }
  if (!is_there()) {
    return(message("skipped: ", package, ": it is not installed, and CRAN did not give it"))
  }
  tryCatch(rows, error = function(e) message("skipped: ", package, ": ", conditionMessage(e)))
}

label <- function(package, name) paste0(package, "::", name, " ", packageVersion(package))

# How far a value is from ours, in the coordinate where it is farthest.
distance <- function(what) function(value) max(abs(as.vector(value) - ours[[what]]$numbers))

# The estimate with the largest tolerance, of some, with which it is so near to ours.
reaching <- function(allowed, difference, estimate) {
  for (tolerance in c(1e-4, 1e-6, 1e-8, 1e-10, 1e-12, 1e-14)) {
    if (difference(estimate(tolerance)) <= allowed) break
  }
  function() estimate(tolerance)
}

one <- function(what, package, name, call) {
  compare(what, ours[[what]], label(package, name), call, distance(what))
}

iterative <- function(what, package, name, estimate) {
  one(what, package, name, reaching(1e-10, distance(what), estimate))
}

line <- as.vector(sample_of("line", 1))
# the sum makes a copy, since the function sorts its argument where it is
with_package("DescTools",
  one("Hodges-Lehmann", "DescTools", "HodgesLehmann", function() DescTools::HodgesLehmann(line + 0)))
# with constants that are not rounded, as ours
with_package("robustbase", {
  one("Qn", "robustbase", "Qn", function()
    robustbase::Qn(line, constant = 2.219144465985076, finite.corr = TRUE, warn.finite.corr = FALSE))
  one("Sn", "robustbase", "Sn", function()
    robustbase::Sn(line, constant = 1.1925985531232083, finite.corr = TRUE))
})

cloud <- sample_of("cloud", 5)
with_package("pcaPP", {
  by <- function(method) function(tolerance) method(cloud, maxit = 1000, tol = tolerance)$par
  iterative("spatial median", "pcaPP", "l1median_NLM", by(pcaPP::l1median_NLM))
  iterative("spatial median", "pcaPP", "l1median_VaZh", by(pcaPP::l1median_VaZh))
})
with_package("Gmedian",
  iterative("spatial median", "Gmedian", "Weiszfeld", function(tolerance)
    Gmedian::Weiszfeld(cloud, epsilon = tolerance, nitermax = 1000)$median))
with_package("ICSNP",
  iterative("spatial median", "ICSNP", "spatial.median", function(tolerance)
    ICSNP::spatial.median(cloud, eps = tolerance)))

# Searches that begin at random end at different local minima, all of nearly the same determinant. So not
# the estimates are compared but how small the inner half is as they see it: log det of the covariance of
# the floor((n + d + 1)/2) points that are nearest.
outliers <- sample_of("outliers", 10)
inner_volume <- function(location, scatter) {
  nearest <- order(mahalanobis(outliers, location, scatter))[1:((nrow(outliers) + 11) %/% 2)]
  as.numeric(determinant(cov(outliers[nearest, ]))$modulus)
}
our_volume <- inner_volume(ours$MCD$numbers[1:10], matrix(ours$MCD$numbers[11:110], 10))
determinant_of <- function(package, name, call, volume) {
  compare("MCD", ours$MCD, label(package, name), call, function(fit) abs(volume(fit) - our_volume))
}
with_package("robustbase", {
  search <- function(...) function() robustbase::covMcd(outliers, use.correction = FALSE, ...)
  volume <- function(fit) inner_volume(fit$center, fit$cov)
  determinant_of("robustbase", "covMcd", search(), volume)
  # its search begins in parts of the sample, ours in all of it
  determinant_of("robustbase", "covMcd, no parts,", search(nmini = nrow(outliers)), volume)
})
with_package("rrcov",
  determinant_of("rrcov", "CovMcd",
    function() rrcov::CovMcd(outliers, use.correction = FALSE),
    function(fit) inner_volume(fit@center, fit@cov)))

shape <- sample_of("shape", 5)
with_package("fastM",
  iterative("Tyler", "fastM", "TYLERshape", function(tolerance)
    fastM::TYLERshape(shape, eps = tolerance)$Sigma))
with_package("ICSNP",
  iterative("Tyler", "ICSNP", "tyler.shape", function(tolerance)
    ICSNP::tyler.shape(shape, eps = tolerance, maxiter = 1000)))

plane <- sample_of("plane", 2)
n <- nrow(plane)
with_package("ddalpha",
  one("half-space depth", "ddalpha", "depth.halfspace", function()
    n * ddalpha::depth.halfspace(plane, plane, exact = TRUE)))
with_package("depth",
  one("half-space depth", "depth", "depth", function()
    n * apply(plane, 1, function(point) depth::depth(point, plane))))
