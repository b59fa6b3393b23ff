package dev.covet.benchmarks.workload;

import dev.covet.api.Model;
import java.util.Map;

/** Texts by names that are not known before. */
@Model
public record Tags(Map<String, String> all) {}
