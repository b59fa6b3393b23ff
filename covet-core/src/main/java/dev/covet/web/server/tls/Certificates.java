package dev.covet.web.server.tls;

import dev.covet.api.Secret;
import dev.covet.base.config.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates of a server, looked at every second: once files have changed and come to rest,
 * new connections get what they hold. If that cannot be used, the one before stays, and the log
 * says so once. Thread-safe.
 */
final class Certificates implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
  private static final int LOOK_SECONDS = 1;

  /** With forward secrecy and AEAD alone (RFC 9325, 4.2), those of TLS 1.3 first. */
  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private final TlsSettings settings;
  private final String[] protocols;
  private final String[] suites;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile SSLContext context;

  /** What is known of a file without reading it. */
  private record Stamp(Object time, long size, Object key) {}

  /**
   * Reads them, and watches from now on.
   *
   * @param protocols those over TLS, by their names in ALPN (RFC 7301), the best first
   * @throws StartFailure with everything that is wrong with them
   */
  Certificates(TlsSettings settings, String... protocols) {
    this.settings = found(settings);
    this.protocols = protocols.clone();
    var stamps = stamps();
    this.context = LoadedCertificates.of(this.settings).context();
    var known = List.of(context.getSupportedSSLParameters().getCipherSuites());
    this.suites = SUITES.stream().filter(known::contains).toArray(String[]::new);
    var _ = Thread.ofVirtual().name("covet-certificates").start(() -> watch(stamps));
  }

  private static TlsSettings found(TlsSettings settings) {
    if (settings.selfSigned().isEmpty()) return settings;
    var file = SelfSigned.in(settings.selfSigned().get());
    return new TlsSettings(
        Optional.empty(),
        List.of(new CertificateFiles(file, file)),
        Secret.of(SelfSigned.PASSWORD),
        settings.clients(),
        settings.authorities());
  }

  /** One end of a new connection. */
  SSLEngine newEngine() {
    var engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    var parameters = new SSLParameters(suites, new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setUseCipherSuitesOrder(true);
    parameters.setApplicationProtocols(protocols);
    switch (settings.clients()) {
      case NONE -> parameters.setWantClientAuth(false);
      case REQUEST -> parameters.setWantClientAuth(true);
      case REQUIRE -> parameters.setNeedClientAuth(true);
    }
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** Whether clients may show certificates. */
  boolean asksClients() {
    return settings.clients() != ClientCertificates.NONE;
  }

  private void watch(Map<Path, Stamp> first) {
    var loaded = first;
    var before = first;
    while (!closes()) {
      var now = stamps();
      if (!now.equals(loaded) && now.equals(before)) {
        loaded = now;
        reload();
      }
      before = now;
    }
  }

  private boolean closes() {
    try {
      return closed.await(LOOK_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      return true;
    }
  }

  private Map<Path, Stamp> stamps() {
    var stamps = new HashMap<Path, Stamp>();
    for (var path : LoadedCertificates.paths(settings)) {
      try {
        var of = Files.readAttributes(path, BasicFileAttributes.class);
        var key = Optional.ofNullable(of.fileKey()).orElse("");
        stamps.put(path, new Stamp(of.lastModifiedTime(), of.size(), key));
      } catch (IOException e) {
        stamps.put(path, new Stamp("", -1, String.valueOf(e.getMessage())));
      }
    }
    return stamps;
  }

  private void reload() {
    try {
      var loaded = LoadedCertificates.of(settings);
      context = loaded.context();
      LOG.atInfo().addKeyValue("certificates", loaded.count()).log("tls_certificates_reloaded");
    } catch (StartFailure e) {
      notReloaded(String.join(" ", e.faults()));
    } catch (RuntimeException e) { // those that are there go on, and so does the watch
      notReloaded("they cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static void notReloaded(String reason) {
    LOG.atWarn().addKeyValue("reason", reason).log("tls_certificates_not_reloaded");
  }

  /** Watches no more. */
  @Override
  public void close() {
    closed.countDown();
  }
}
