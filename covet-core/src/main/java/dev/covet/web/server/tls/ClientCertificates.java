package dev.covet.web.server.tls;

/** Whether clients show certificates of their own (mutual TLS). */
public enum ClientCertificates {
  /** They are not asked. */
  NONE,
  /** They are asked, and may go without; one that is shown must be good. */
  REQUEST,
  /** Nobody is let in without a good one. */
  REQUIRE
}
