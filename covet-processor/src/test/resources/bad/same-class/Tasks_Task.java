package tasks;

import dev.covet.api.Model;

@Model
record Tasks_Task(int size) {} // error: COV-128 What is generated for Tasks_Task would be called
