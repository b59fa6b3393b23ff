# ./covet soak slow [SECONDS]: 2,000 clients that send their bodies slowly and 500 that take answers of 20 MB slowly, half of
# these streamed and half from one array, at a server with -Xmx256m; nothing is cut, and another client waits no longer for that.

ulimit -n "$(ulimit -H -n)"
./mvnw -q verify -pl covet-core -am -Dtest=SlowClientsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcovet.slow.bodies=2000 -Dcovet.slow.readers=500 -Dcovet.slow.heap=-Xmx256m -Dcovet.slow.strict=true -Dcovet.slow.seconds="${1:-60}"
