package outbound;

import dev.covet.api.Client;
import dev.covet.api.Header;
import dev.covet.api.Hidden;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Webhook;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a shop hears of its payments. */
@Webhook
@Client
interface PaymentHooks {
  /**
   * A payment has come in. It may be told twice.
   *
   * @param attempt how often it was tried
   * @return what to do next
   */
  @Post
  Verdict paid(URI url, Payment payment, @Nullable @Header Integer attempt) throws Gone;

  @Put
  @Deprecated
  void closed(URI url, Payment payment, @Nullable String reason);

  @Post
  @Hidden
  void tried(URI url);
}
