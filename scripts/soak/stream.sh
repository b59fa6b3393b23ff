# ./covet soak stream [MEGABYTES]: proof P8 with bodies of 1 GB in each direction, in a JVM with -Xmx64m, in both thread modes.

./mvnw -q verify -pl covet-core -am -Dtest=BigStreamsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcovet.stream.megabytes="${1:-1024}"
