# Ground truth from R, independent of this project's code. Writes reference.json beside it:
#   Rscript reference.R [output.json]
# Debian packages: r-base-core r-cran-psych r-cran-vcd r-cran-lme4 r-cran-vgam r-cran-jsonlite.
suppressPackageStartupMessages({library(psych); library(vcd); library(lme4); library(VGAM); library(jsonlite)})
RNGversion("4.0.0")
out <- list()

# --- Agreement -------------------------------------------------------------------------------
set.seed(1979)
ability <- rnorm(24)
marks <- sapply(1:4, function(j) pmin(5, pmax(1, round(3 + ability + c(-.4, 0, .2, .3)[j] + rnorm(24, sd = .8)))))
icc <- psych::ICC(marks, lmer = FALSE)$results
out$agreement <- list(
  marks = marks,
  icc = list(forms = c("1,1", "2,1", "3,1", "1,k", "2,k", "3,k"), value = icc$ICC,
             low = icc$`lower bound`, high = icc$`upper bound`),
  kappa = list(
    unweighted = vcd::Kappa(table(factor(marks[, 1], 1:5), factor(marks[, 2], 1:5)))$Unweighted[["value"]],
    linear = vcd::Kappa(table(factor(marks[, 1], 1:5), factor(marks[, 2], 1:5)), weights = "Equal-Spacing")$Weighted[["value"]],
    quadratic = vcd::Kappa(table(factor(marks[, 1], 1:5), factor(marks[, 2], 1:5)), weights = "Fleiss-Cohen")$Weighted[["value"]]),
  cronbach = suppressMessages(psych::alpha(as.data.frame(marks), warnings = FALSE)$total$raw_alpha))

# --- Generalizability: balanced crossed, where REML and analysis of variance agree ----------------
set.seed(2001)
g <- expand.grid(candidate = 1:30, juror = 1:4, criterion = 1:6)
eff <- function(n, s) rnorm(n, sd = s)
p <- eff(30, 1); j <- eff(4, .5); i <- eff(6, .6); pj <- matrix(eff(120, .5), 30); pi <- matrix(eff(180, .6), 30); ji <- matrix(eff(24, .4), 4)
g$score <- p[g$candidate] + j[g$juror] + i[g$criterion] + pj[cbind(g$candidate, g$juror)] +
  pi[cbind(g$candidate, g$criterion)] + ji[cbind(g$juror, g$criterion)] + rnorm(nrow(g), sd = .8)
m <- lmer(score ~ (1 | candidate) + (1 | juror) + (1 | criterion) + (1 | candidate:juror) + (1 | candidate:criterion) + (1 | juror:criterion), g,
          control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10)))
v <- as.data.frame(VarCorr(m))
out$generalizability <- list(data = g, components = setNames(as.list(v$vcov), v$grp))

# --- Rasch: joint maximum likelihood as fixed-effects adjacent-category and logistic models -------
draw <- function(eta, tau) {
  k <- c(0, cumsum(eta - tau)); w <- exp(k - max(k)); sample(seq_along(w) - 1, 1, prob = w)
}
simulate_marks <- function(seed, nc, nj, ni, tau, keep) {
  set.seed(seed)
  d <- expand.grid(candidate = 1:nc, juror = 1:nj, criterion = 1:ni)
  a <- rnorm(nc); s <- rnorm(nj, sd = .5); b <- rnorm(ni, sd = .7)
  d$score <- mapply(function(c, j, i) draw(a[c] - s[j] - b[i], if (is.matrix(tau)) tau[i, ] else tau), d$candidate, d$juror, d$criterion)
  d[runif(nrow(d)) < keep, ]
}
centred <- function(coefs) { full <- c(0, coefs); unname(full - mean(full)) }
pick <- function(co, facet) co[grep(paste0("^", facet, "[0-9]+$"), names(co))]
as_factors <- function(d) { for (f in c("candidate", "juror", "criterion")) d[[f]] <- factor(d[[f]]); d }

joint <- function(d, parallel) {
  d <- as_factors(d); d$score <- ordered(d$score)
  fit <- vglm(score ~ candidate + juror + criterion, acat(parallel = parallel), d, epsilon = 1e-12, maxit = 100)
  co <- coef(fit)
  p <- fitted(fit); levels <- seq_len(ncol(p)) - 1
  e <- p %*% levels; va <- p %*% levels^2 - e^2; x <- as.integer(d$score) - 1
  stats <- function(f) list(infit = unname(tapply((x - e)^2, f, sum) / tapply(va, f, sum)),
                            outfit = unname(tapply((x - e)^2 / va, f, mean)),
                            se = unname(1 / sqrt(tapply(va, f, sum))))
  list(co = co, candidate = stats(d$candidate), juror = stats(d$juror), criterion = stats(d$criterion))
}
rsm <- function(d) {
  f <- joint(d, parallel = TRUE ~ candidate + juror + criterion - 1)
  tau <- -unname(f$co[grep("Intercept", names(f$co))])
  list(data = d, candidate = c(list(contrast = centred(pick(f$co, "candidate"))), f$candidate),
       juror = c(list(measure = -centred(pick(f$co, "juror"))), f$juror),
       criterion = c(list(measure = -centred(pick(f$co, "criterion"))), f$criterion),
       thresholds = tau - mean(tau))
}
guilford <- data.frame(
  candidate = rep(rep(1:7, each = 5), 3), juror = rep(1:3, each = 35), criterion = rep(1:5, 21),
  score = c(5,5,3,5,3, 9,7,5,8,5, 3,3,3,7,1, 7,3,1,3,3, 9,7,7,8,5, 3,5,3,5,1, 7,7,5,5,5,
            6,5,4,6,3, 8,7,5,7,2, 4,5,3,6,6, 5,6,4,5,5, 2,4,3,2,3, 4,4,6,4,2, 3,3,5,5,4,
            5,5,5,7,3, 7,7,5,7,5, 3,5,5,5,5, 5,3,3,3,1, 9,7,7,7,7, 3,3,3,5,3, 7,7,7,5,7))
out$guilford <- rsm(guilford)                                # Guilford (1954), Psychometric Methods, p. 282
out$sparse <- rsm(simulate_marks(1989, 40, 6, 5, c(-1.2, 0, 1.2), .6))

tau <- rbind(c(-1.5, 0, 1.5), c(-.8, .1, .7), c(-1, -.4, 1.4), c(-2, .5, 1.5))
d <- simulate_marks(1982, 60, 5, 4, tau, .7)
f <- joint(d, parallel = TRUE ~ candidate + juror - 1)      # thresholds free within each criterion
step <- sapply(1:3, function(h) c(0, f$co[grep(paste0("^criterion[0-9]+:", h, "$"), names(f$co))]) + f$co[[paste0("(Intercept):", h)]])
difficulty <- -rowMeans(step)
out$partialCredit <- list(data = d, juror = c(list(measure = -centred(pick(f$co, "juror"))), f$juror),
  criterion = c(list(measure = unname(difficulty - mean(difficulty))), f$criterion),
  candidate = c(list(contrast = centred(pick(f$co, "candidate"))), f$candidate),
  thresholds = unname(-(step - rowMeans(step))))

# --- Rasch: marginal maximum likelihood ------------------------------------------------------------
d <- simulate_marks(1981, 80, 5, 4, 0, .8)
m <- glmer(score ~ 0 + juror + criterion + (1 | candidate), as_factors(d), binomial, nAGQ = 25,
           control = glmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-8)))
fe <- fixef(m)
juror <- -fe[grep("juror", names(fe))]; criterion <- -c(0, fe[grep("criterion", names(fe))])
out$dichotomousMarginal <- list(data = d, juror = unname(juror - mean(juror)), criterion = unname(criterion - mean(criterion)),
  mean = -(mean(juror) + mean(criterion)), deviation = unname(attr(VarCorr(m)$candidate, "stddev")), logLikelihood = as.numeric(logLik(m)))

# Rating scale: the marginal likelihood written out, 61 Gauss-Hermite nodes, quasi-Newton.
d <- simulate_marks(1997, 60, 4, 4, c(-1, 0, 1), .75)
nodes <- { n <- 61; i <- 1:(n - 1); J <- matrix(0, n, n); J[cbind(i, i + 1)] <- J[cbind(i + 1, i)] <- sqrt(i); e <- eigen(J, TRUE); list(x = e$values, w = e$vectors[1, ]^2) }
unpack <- function(p) list(s = c(p[1:3], -sum(p[1:3])), b = c(p[4:6], -sum(p[4:6])), t = c(p[7:8], -sum(p[7:8])), m = p[9], sd = exp(p[10]))
minus <- function(p) {
  q <- unpack(p); cum <- c(0, cumsum(q$t)); side <- q$s[d$juror] + q$b[d$criterion]
  ll <- sapply(seq_along(nodes$x), function(k) {
    eta <- q$m + q$sd * nodes$x[k] - side
    top <- d$score * eta - cum[d$score + 1]
    rowsum(top - log(rowSums(exp(outer(eta, 0:3) - rep(cum, each = nrow(d))))), d$candidate)[, 1]
  })
  best <- apply(ll, 1, max); -sum(best + log(exp(ll - best) %*% nodes$w))
}
fit <- optim(rep(0, 10), minus, method = "BFGS", control = list(reltol = 1e-14, maxit = 1000, ndeps = rep(1e-5, 10)))
q <- unpack(fit$par)
out$ratingScaleMarginal <- list(data = d, juror = q$s, criterion = q$b, thresholds = q$t, mean = q$m, deviation = q$sd, logLikelihood = -fit$value)

# --- Differential functioning: Mantel-Haenszel and Mantel's ordinal test ---------------------------
set.seed(1959)
total <- sample(1:5, 300, TRUE); group <- sample(c("focal", "reference"), 300, TRUE)
acquired <- rbinom(300, 1, plogis(-1.5 + .6 * total - .7 * (group == "focal")))
t3 <- table(factor(group, c("reference", "focal")), factor(acquired, 1:0), total)
mh <- mantelhaen.test(t3, correct = TRUE)
ordinal <- rbinom(300, 3, plogis(-1.5 + .6 * total - .5 * (group == "focal")))
mo <- mantelhaen.test(table(group, ordinal, total))          # general association, recorded for scale
out$mantelHaenszel <- list(total = total, group = group, acquired = acquired, ordinal = ordinal,
  oddsRatio = unname(mh$estimate), chiSquare = unname(mh$statistic), p = mh$p.value, generalAssociation = unname(mo$statistic))

target <- commandArgs(trailingOnly = TRUE)
if (length(target) == 0) {
  here <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  target <- file.path(dirname(here), "reference.json")
}
write(toJSON(out, digits = 10, auto_unbox = TRUE, dataframe = "columns"), target)
