package dev.covet.web.server.tls;

import dev.covet.api.Mode;
import dev.covet.api.Secret;
import dev.covet.base.config.Config;
import dev.covet.base.config.Setting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * Whether and how a server encrypts its connections.
 *
 * @param selfSigned the folder of a certificate that is made for this machine; empty for others
 * @param files certificates and keys; the first is for clients that name none of the others' hosts
 * @param password of keys that are encrypted; empty if there are none
 * @param clients whether clients show certificates
 * @param authorities a file with the certificates of those who may make certificates of clients
 */
public record TlsSettings(
    Optional<Path> selfSigned,
    List<CertificateFiles> files,
    Secret password,
    ClientCertificates clients,
    Optional<Path> authorities) {
  /** No TLS. */
  public static final TlsSettings OFF =
      new TlsSettings(
          Optional.empty(), List.of(), Secret.EMPTY, ClientCertificates.NONE, Optional.empty());

  /** Where a self-signed certificate is kept: with what else is made for development. */
  private static final Path FOLDER = Path.of(".covet");

  private static final String ON = "on";
  private static final String SELF_SIGNED = "self-signed";

  /** Copies the list. */
  public TlsSettings {
    files = List.copyOf(files);
  }

  /** Whether connections are encrypted. */
  public boolean isOn() {
    return selfSigned.isPresent() || !files.isEmpty();
  }

  /**
   * TLS with a certificate for this machine that is made if it is not there: for development and
   * tests.
   *
   * @param folder where it is kept
   */
  public static TlsSettings selfSigned(Path folder) {
    return new TlsSettings(
        Optional.of(folder), List.of(), Secret.EMPTY, ClientCertificates.NONE, Optional.empty());
  }

  /**
   * How a client on this machine trusts that certificate, which is made if it is not there.
   *
   * @param folder where it is kept
   */
  public static SSLContext trusting(Path folder) {
    return SelfSigned.trusted(folder);
  }

  /** TLS with these certificates. */
  public static TlsSettings of(CertificateFiles... files) {
    return new TlsSettings(
        Optional.empty(), List.of(files), Secret.EMPTY, ClientCertificates.NONE, Optional.empty());
  }

  /** This with certificates of clients, which these authorities have made. */
  public TlsSettings withClients(ClientCertificates clients, Path authorities) {
    return new TlsSettings(selfSigned, files, password, clients, Optional.of(authorities));
  }

  /** This with a password of encrypted keys. */
  public TlsSettings withPassword(Secret password) {
    return new TlsSettings(selfSigned, files, password, clients, authorities);
  }

  /** What the settings of a start say; no file is read. */
  public static TlsSettings from(Config config) {
    var certificates = config.setting("TLS_CERT").orElse("");
    var given = paths(certificates);
    var keys = paths(config.setting("TLS_KEY").orElse(""));
    var usual = given.isEmpty() ? "off" : ON;
    var tls = config.setting("TLS").orElse(usual);
    var kind = tls.asChoice(List.of("off", ON, SELF_SIGNED), List.of("off", ON, SELF_SIGNED));
    var password = config.setting("TLS_KEY_PASSWORD").orElse("").asSecret();
    var clients = clients(config);
    var authorities = paths(config.setting("TLS_CLIENT_CA").orElse("")).stream().findFirst();
    if (kind.equals(SELF_SIGNED)) checkSelfSigned(config, tls, given);
    if (kind.equals(ON)) checkFiles(tls, certificates, given, keys);
    return switch (kind) {
      case ON ->
          new TlsSettings(Optional.empty(), pairs(given, keys), password, clients, authorities);
      case SELF_SIGNED ->
          new TlsSettings(Optional.of(FOLDER), List.of(), password, clients, authorities);
      default -> OFF;
    };
  }

  private static ClientCertificates clients(Config config) {
    var kinds = List.of(ClientCertificates.values());
    var setting = config.setting("TLS_CLIENT_AUTH").orElse("none");
    var clients =
        setting.asChoice(
            Stream.of(ClientCertificates.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList(),
            kinds);
    var isNamed = config.text("TLS_CLIENT_CA").isPresent();
    if (clients != ClientCertificates.NONE && !isNamed) {
      setting.problem("missing", "goes with TLS_CLIENT_CA, who may make certificates of clients");
    }
    return clients;
  }

  private static void checkSelfSigned(Config config, Setting tls, List<Path> given) {
    if (config.mode() == Mode.PRODUCTION) {
      tls.problem("type", "is for development; set TLS_CERT and TLS_KEY");
    } else if (!given.isEmpty()) {
      tls.problem("type", "goes without TLS_CERT");
    }
  }

  private static void checkFiles(
      Setting tls, Setting certificates, List<Path> given, List<Path> keys) {
    if (given.isEmpty() && certificates.valid()) {
      tls.problem("missing", "goes with TLS_CERT, or is self-signed");
    } else if (!keys.isEmpty() && keys.size() != given.size()) {
      certificates.problem(
          "type", "must name as many files as TLS_KEY, which names " + keys.size());
    }
  }

  /** A certificate without a key of its own has it in the same file. */
  private static List<CertificateFiles> pairs(List<Path> certificates, List<Path> keys) {
    var pairs = new ArrayList<CertificateFiles>();
    for (var i = 0; i < certificates.size(); i++) {
      var certificate = certificates.get(i);
      pairs.add(new CertificateFiles(certificate, i < keys.size() ? keys.get(i) : certificate));
    }
    return pairs;
  }

  private static List<Path> paths(Setting setting) {
    try {
      return Stream.of(setting.asText().split(",", -1))
          .map(String::strip)
          .filter(each -> !each.isEmpty())
          .map(Path::of)
          .toList();
    } catch (InvalidPathException _) {
      setting.problem("type", "must be the path of a file, or several with commas");
      return List.of();
    }
  }
}
