# ./covet soak connections [COUNT]: idle keep-alive connections and idle WebSockets, 10,000 of each, from several loopback addresses; how many
# bytes of live heap and direct memory each of them takes, and what stopped it if not all could be opened. NATIVE=yes: by io_uring or epoll.

ulimit -n "$(ulimit -H -n)"
./mvnw verify ${NATIVE:+-Pnative-transport} -pl covet-core -am -Dtest=IdleConnectionsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcovet.connections.count="${1:-10000}" | grep -E 'IdleConnectionsTest|ERROR'
