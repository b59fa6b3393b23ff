package tasks;

import dev.covet.api.Id;
import dev.covet.api.Table;
import org.jspecify.annotations.Nullable;

@Table
record Task(
    @Id long list,
    @Id @Nullable Long number) {} // error: COV-110 "number" is a part of the key of Task, and may not be null
