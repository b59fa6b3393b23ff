package tasks;

import dev.covet.api.Id;
import dev.covet.api.Table;

@Table
record Task(
    @Id long id,
    @Id // error: COV-110 Table Task has a second @Id
    long number) {}
