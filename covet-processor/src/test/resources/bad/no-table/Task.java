package tasks;

import dev.covet.api.Id;
import dev.covet.api.Unique;

record Task(@Id long id, @Unique String title) {} // error: COV-134 Task is not a table, but TaskTable
