# Our results, the samples, the clock, and a row of the table.

directory <- commandArgs(trailingOnly = TRUE)[1]

# The lines of our side, by the name of what was measured.
read_ours <- function() {
  lines <- strsplit(readLines(file.path(directory, "ours")), "\t")
  results <- lapply(lines, function(line) {
    numbers <- as.numeric(strsplit(line[4], " ")[[1]])
    list(size = line[2], nanoseconds = as.numeric(line[3]), numbers = numbers)
  })
  setNames(results, sapply(lines, `[`, 1))
}

# The numbers in a file, as rows of so many.
sample_of <- function(name, columns) {
  path <- file.path(directory, name)
  numbers <- readBin(path, "double", file.size(path) / 8, endian = "little")
  matrix(numbers, ncol = columns, byrow = TRUE)
}

# The least of the mean times of the rounds of three seconds, three at least: what disturbs a round only
# makes it longer, and short rounds are often not disturbed.
nanoseconds <- function(call) {
  now <- function() 1e9 * as.numeric(Sys.time())
  start <- now()
  call()
  calls <- max(1, 5e6 %/% max(1, now() - start))
  rounds <- c()
  while (length(rounds) < 3 || now() - start < 3e9) {
    begun <- now()
    for (i in seq_len(calls)) call()
    rounds <- c(rounds, (now() - begun) / calls)
  }
  min(rounds)
}

# Prints the peer's time divided by ours, and the difference of its value from ours.
compare <- function(what, ours, peer, call, difference) {
  ratio <- nanoseconds(call) / ours$nanoseconds
  cat(sprintf("%-18s%-12s%-40s%8.2f%12.1e\n", what, ours$size, peer, ratio, difference(call())))
}
