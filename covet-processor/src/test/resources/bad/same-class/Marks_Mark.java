package tasks;

import dev.covet.api.Qualifier;

@Qualifier
@interface Marks_Mark { // error: COV-128 What is generated for Marks_Mark would be called
  String value();
}
