# ./covet soak hostile [SECONDS]: all raw sequences of HTTP/1.1, sequences of HTTP/2's frames and cases of WebSockets that the tests have, again
# and again for 60 s, against one process with -Xmx256m; the same broken off in the middle. Prints p50 and p99 of a client that behaves
# well, without and with them, and what is left in the process at the end.

./mvnw verify -pl covet-core -am -Dtest=HostileTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcovet.hostile.seconds="${1:-60}" -Dcovet.hostile.strict=true | grep -E 'HostileTest|ERROR'
