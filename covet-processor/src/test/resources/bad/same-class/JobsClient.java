package tasks;

import dev.covet.api.Model;

@Model
record JobsClient(int size) {} // error: COV-128 JobsClient is called like what is generated for Jobs
