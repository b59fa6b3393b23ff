package tasks;

import dev.covet.api.Table;

@Table // error: COV-110 Table Task has no @Id
record Task(String title) {}
