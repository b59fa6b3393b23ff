package tasks;

import dev.covet.api.Lifetime;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.base.json.Codec;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

@Routes("/tasks")
final class Tasks {
  record Zoned(
      TimeZone zone, // error: COV-104 TimeZone has no codec
      Locale locale) {}

  @Provides
  static Codec<Locale> locale() {
    return Codec.ofText(Locale::forLanguageTag, Locale::toLanguageTag);
  }

  @Provides
  static Codec<Locale> other() { // error: COV-122 Tasks.other provides Codec<Locale>, and so does Tasks.locale
    return Codec.ofText(Locale::forLanguageTag, Locale::toLanguageTag);
  }

  @Provides
  static Codec<TimeZone> zone(Zones zones) { // error: COV-104 Tasks.zone cannot be the codec of TimeZone: it is kept in a constant
    return Codec.ofText(TimeZone::getTimeZone, TimeZone::getID);
  }

  @Provides(Lifetime.REQUEST)
  static Codec<Thread> thread() { // error: COV-104 Tasks.thread cannot be the codec of Thread
    return Codec.ofText(Thread::new, Thread::getName);
  }

  @Provides
  static Codec<String> text() { // error: COV-104 String has a codec of Covet's own, which this one cannot replace
    return Codec.ofText(text -> text, text -> text);
  }

  @Provides
  static Codec<List<Locale>> locales() { // error: COV-104 List<Locale> has a codec of Covet's own
    return Codec.ofText(text -> List.of(), List::toString);
  }

  @Provides
  static final class Zones {}

  @Post
  int post(Zoned zoned) {
    return 1;
  }
}
