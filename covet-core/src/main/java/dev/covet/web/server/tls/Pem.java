package dev.covet.web.server.tls;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The blocks of a PEM file (RFC 7468); what stands between them is not looked at. */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private Pem() {}

  /**
   * One block.
   *
   * @param label such as {@code CERTIFICATE}
   * @param text between its lines, in Base64
   */
  record Block(String label, String text) {
    /** What it holds, in DER. */
    byte[] bytes() throws UnusableFile {
      if (text.contains("Proc-Type")) {
        throw new UnusableFile(
            "the key is encrypted in a way that is out of use; \"openssl pkcs8 -topk8\" makes a new one of it");
      }
      try {
        return Base64.getMimeDecoder().decode(text);
      } catch (IllegalArgumentException _) {
        throw new UnusableFile("the block " + label + " is not Base64");
      }
    }
  }

  static List<Block> blocks(byte[] file) {
    return BLOCK
        .matcher(new String(file, StandardCharsets.ISO_8859_1))
        .results()
        .map(each -> new Block(each.group(1), each.group(2)))
        .toList();
  }
}
