package tasks;

import dev.covet.api.Model;

@Model
record JobsClient(int size) {} // error: COV-128 JobsClient has the name of a class that is generated for Jobs
