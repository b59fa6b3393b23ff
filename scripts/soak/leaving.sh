# ./covet soak leaving: a thousand clients leave in the middle of a slow handler, by HTTP/1.1, and a thousand streams of HTTP/2 are given up; half
# of the handlers are interrupted within 100 ms.

./mvnw verify -pl covet-core -am -Dtest='ThousandLeavingTest,Http2LeavingTest' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcovet.leaving.strict=true | grep -E 'LeavingTest|ERROR'
