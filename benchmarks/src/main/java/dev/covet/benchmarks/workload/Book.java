package dev.covet.benchmarks.workload;

import dev.covet.api.Id;
import dev.covet.api.Table;
import org.jspecify.annotations.Nullable;

/** A row of a few columns, as most tables have them. */
@Table
public record Book(
    @Id long id, String title, String author, int pages, boolean isLent, @Nullable String shelf) {}
