package dev.covet.benchmarks.workload;

import dev.covet.api.Model;

/** Eight texts by names that are known. */
@Model
public record Words(
    String colour,
    String material,
    String size,
    String origin,
    String maker,
    String season,
    String label,
    String care) {}
