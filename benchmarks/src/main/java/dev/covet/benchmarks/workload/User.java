package dev.covet.benchmarks.workload;

/** What {@code /users/{id}} says. */
public record User(
    int id, String name, String email, boolean active, double score, boolean verbose) {}
