# ./covet soak threads [ROUNDS]: proof P1, many times (1,000 rounds take about half an hour).
# Routes that hold up their event loop leave it, and nobody else on that loop waits for long.

./mvnw -q verify -pl covet-core -am -Dtest=BadNeighboursTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcovet.threads.rounds="${1:-1000}"
