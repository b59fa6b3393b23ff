package kinds;

import dev.covet.api.Callback;
import dev.covet.api.Client;
import dev.covet.api.Header;
import dev.covet.api.Id;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.ReadOnly;
import dev.covet.api.Routes;
import dev.covet.api.Tag;
import dev.covet.api.Webhook;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is called at addresses that clients name. */
@Routes("/notices")
final class Notices {
  record Notice(@Id long id, String text, @ReadOnly @Nullable Color color, URI back) {}

  record Seen(boolean again, @Nullable String by) {}

  /** What happens to notices. */
  @Webhook
  @Client
  interface NoticeHooks {
    /** A notice was put up. */
    @Post
    Seen up(URI url, Notice notice, @Nullable @Header String signature) throws Gone;

    @Put
    @Tag("Taking down")
    void down(URI url, List<Notice> notices, int number);

    @Post
    byte[] raw(URI url, byte[] bytes);
  }

  @Webhook
  @Client
  interface LateHooks {
    @Post
    void late(URI url, Seen seen);
  }

  @Post
  @Callback(NoticeHooks.class)
  Notice put(Notice notice) {
    return notice;
  }

  @Post("/later")
  @Callback(value = LateHooks.class, at = "address")
  String later(@Header("X-Address") URI address, URI other) {
    return "" + address.isAbsolute() + other.isAbsolute();
  }
}
