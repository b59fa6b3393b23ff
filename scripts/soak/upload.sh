# ./covet soak upload [MEGABYTES]: a form with a file of 1 GB goes to disk, in a JVM with -Xmx64m.

./mvnw -q verify -pl covet-test -am -Dtest=BigUploadTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcovet.upload.megabytes="${1:-1024}"
