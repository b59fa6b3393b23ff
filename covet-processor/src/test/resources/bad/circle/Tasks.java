package tasks;

import dev.covet.api.Provides;

final class Tasks {
  @Provides
  static Desk desk(Lamp lamp) { // error: COV-123 Tasks.desk -> Tasks.lamp -> Tasks.plug -> Tasks.desk
    return new Desk();
  }

  @Provides
  static Lamp lamp(Plug plug) {
    return new Lamp();
  }

  @Provides
  static Plug plug(Desk desk) {
    return new Plug();
  }

  /** Asks for one of the circle, and is none of it. */
  @Provides
  static Room room(Desk desk) {
    return new Room();
  }

  @Provides
  static final class Self { // error: COV-123 Self -> Self
    Self(Self self) {}
  }

  static final class Desk {}

  static final class Lamp {}

  static final class Plug {}

  static final class Room {}
}
