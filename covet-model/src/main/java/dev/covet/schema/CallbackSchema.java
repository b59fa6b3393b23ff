package dev.covet.schema;

import java.util.List;

/**
 * What is called at an address that a request has named.
 *
 * @param address where the request names it, as a runtime expression of OpenAPI (3.1, 4.8.18):
 *     {@code {$request.body#/callbackUrl}}
 * @param webhooks what is called there
 */
public record CallbackSchema(String address, List<Operation> webhooks) {
  /** Copies the list. */
  public CallbackSchema {
    webhooks = List.copyOf(webhooks);
  }
}
