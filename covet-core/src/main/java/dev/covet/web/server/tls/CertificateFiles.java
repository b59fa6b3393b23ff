package dev.covet.web.server.tls;

import java.nio.file.Path;

/**
 * A certificate and its key. The files may be the same one: PEM with both, or PKCS#12.
 *
 * @param certificate PEM, the server's own first and then those that lead to an authority; or
 *     PKCS#12
 * @param key PEM: PKCS#8, encrypted or not, PKCS#1 (RSA) or SEC 1 (EC)
 */
public record CertificateFiles(Path certificate, Path key) {}
