package outbound;

import dev.covet.api.BadRequest;
import dev.covet.api.Callback;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import java.net.URI;

/** Takes payments, and tells of them. */
@Routes("/payments")
final class Payments {
  private final PaymentHooks hooks;

  Payments(PaymentHooks hooks) {
    this.hooks = hooks;
  }

  @Post
  @Callback(PaymentHooks.class)
  Verdict pay(Payment payment) throws Gone, BadRequest {
    return hooks.paid(payment.callbackUrl(), payment, 1);
  }

  @Post("/later")
  @Callback(PaymentHooks.class)
  void payLater(URI back) {}
}
