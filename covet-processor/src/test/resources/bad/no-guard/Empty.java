package tasks;

final class Empty {} // error: COV-137 Empty has no method, so it checks nothing
