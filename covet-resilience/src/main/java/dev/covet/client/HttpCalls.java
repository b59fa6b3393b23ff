package dev.covet.client;

import dev.covet.api.BadRequest;
import dev.covet.web.http.Method;

/**
 * Starts requests to other services: of {@link Http} to a URL, of an {@link Upstream} to a path
 * below its address.
 */
public sealed interface HttpCalls permits Http, Upstream {
  /**
   * Starts a request of any method.
   *
   * @param address as it is sent; {@link HttpCall#query} adds to it what is to be escaped
   * @throws IllegalArgumentException if it is no address of HTTP
   * @throws BadRequest the same, of a guarded client
   */
  HttpCall request(Method method, String address);

  /** Asks for what is at an address; fails as {@link #request} does. */
  default HttpCall get(String address) {
    return request(Method.GET, address);
  }

  /** Posts to an address; fails as {@link #request} does. */
  default HttpCall post(String address) {
    return request(Method.POST, address);
  }

  /** Puts something in the place of what is at an address; fails as {@link #request} does. */
  default HttpCall put(String address) {
    return request(Method.PUT, address);
  }

  /** Changes what is at an address; fails as {@link #request} does. */
  default HttpCall patch(String address) {
    return request(Method.PATCH, address);
  }

  /** Deletes what is at an address; fails as {@link #request} does. */
  default HttpCall delete(String address) {
    return request(Method.DELETE, address);
  }
}
