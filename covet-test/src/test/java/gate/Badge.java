package gate;

/** Who it is: made for each request. */
record Badge(Role role) {}
