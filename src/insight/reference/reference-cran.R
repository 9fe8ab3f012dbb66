# Ground truth from R packages that Debian does not carry: irr, TAM (with CDM), gt4ireval.
# Recorded once in reference-cran.json; run it again with the packages installed from CRAN:
#   Rscript reference-cran.R
suppressPackageStartupMessages({library(irr); library(TAM); library(jsonlite)})
out <- list(versions = sapply(c("irr", "TAM", "gt4ireval"), function(p) as.character(packageVersion(p))))

# Fleiss (1971), Table 1: 30 patients, 6 psychiatrists, 5 diagnoses; published kappa .430.
data(diagnoses)
out$fleiss <- list(marks = apply(as.matrix(diagnoses), 2, function(x) sub("^[0-9]\\. ", "", x)),
                   kappa = kappam.fleiss(diagnoses)$value)
data(anxiety)
out$anxiety <- list(marks = as.matrix(anxiety),
  kappa = kappam.fleiss(anxiety)$value,
  icc = sapply(list(c("oneway", "agreement", "single"), c("twoway", "agreement", "single"), c("twoway", "consistency", "single")),
               function(a) icc(anxiety, a[1], a[2], a[3])$value))

# Brennan (2001), Generalizability Theory, Table 3.2 (synthetic data set 4): persons x (raters : tasks).
data(synthetic4, package = "gt4ireval")
out$brennan4 <- list(scores = as.matrix(synthetic4))

# Many-facet rating scale and partial credit by marginal maximum likelihood.
draw <- function(eta, tau) { k <- c(0, cumsum(eta - tau)); w <- exp(k - max(k)); sample(seq_along(w) - 1, 1, prob = w) }
set.seed(2014)
n <- 120; a <- rnorm(n); s <- c(-.5, 0, .5); b <- c(-.8, -.2, .3, .7)
d <- expand.grid(juror = 1:3, candidate = 1:n)
wide <- t(mapply(function(j, c) sapply(1:4, function(i) draw(a[c] - s[j] - b[i], c(-1.2, 0, 1.2))), d$juror, d$candidate))
keep <- runif(nrow(d)) < .8; wide <- wide[keep, ]; d <- d[keep, ]
colnames(wide) <- paste0("c", 1:4)
# 121 nodes on [-8, 8]: a rectangle rule at full precision for a posterior of some 0.4 logit.
ctl <- list(conv = 1e-8, convD = 1e-8, maxiter = 2000, nodes = seq(-8, 8, len = 121), progress = FALSE)
fit <- function(formula) tam.mml.mfr(wide, facets = data.frame(juror = d$juror), formulaA = formula, pid = d$candidate, control = ctl, verbose = FALSE)
record <- function(m) { x <- m$xsi.facets; list(parameter = as.character(x$parameter), facet = as.character(x$facet), xsi = x$xsi,
  mean = 0, deviation = sqrt(m$variance[1, 1]), logLikelihood = -m$deviance / 2, eap = m$person$EAP) }
out$tam <- list(data = list(candidate = rep(d$candidate, 4), juror = rep(d$juror, 4), criterion = rep(1:4, each = nrow(d)), score = as.vector(wide)),
                rsm = record(fit(~ item + juror + step)), pcm = record(fit(~ item + juror + item:step)))

# Joint maximum likelihood of TAM, two facets, with and without its bias correction.
set.seed(2015)
x <- t(sapply(rnorm(200), function(a) sapply(b, function(bi) draw(a - bi, c(-1, 0, 1))))); colnames(x) <- paste0("c", 1:4)
j <- tam.jml(x, bias = FALSE, control = list(conv = 1e-8, maxiter = 1000), verbose = FALSE)
out$tamJoint <- list(marks = unname(x), xsi = unname(j$xsi), adjustment = "0.3 inside", theta = j$theta)

here <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
write(toJSON(out, digits = 10, auto_unbox = TRUE), file.path(dirname(here), "reference-cran.json"))
