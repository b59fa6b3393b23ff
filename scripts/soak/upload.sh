# ./covet soak upload [MEGABYTES]: bodies of 1 GB go up, down, and as files of forms to the disk, over HTTP/1.1 and HTTP/2, with and without
# TLS, through a JVM with -Xmx64m, beside a client that asks for something small. Prints what each step took of memory, and p50 and p99
# of the others. Needs curl, and twice MEGABYTES on the disk of temporary files.

. "$root/scripts/programs.sh"
use_program curl curl
./mvnw verify -pl covet-test -am -Dtest=BigBodiesTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcovet.big.megabytes="${1:-1024}" -Dcovet.big.all=true | grep -E 'BigBodiesTest|ERROR'
