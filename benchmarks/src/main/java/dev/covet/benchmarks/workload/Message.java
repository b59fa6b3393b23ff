package dev.covet.benchmarks.workload;

/** What {@code /json} says. */
public record Message(String message) {}
