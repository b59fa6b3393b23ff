package dev.covet.benchmarks.workload;

import dev.covet.api.Id;
import dev.covet.api.Principal;

/** Who orders. */
@Principal
public record Buyer(@Id long id, String name, boolean isActive) {}
