package dev.covet.web.server.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Private keys as PEM files have them: PKCS#8 (RFC 5958), encrypted or not; and the older forms
 * PKCS#1 (RFC 8017) and SEC 1 (RFC 5915), which are put into that.
 */
final class PrivateKeys {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int CURVE = 0xa0;
  private static final byte[] VERSION_0 = {2, 1, 0};

  /** {@code rsaEncryption}, with its {@code NULL}. */
  private static final byte[] RSA = {
    0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  /** {@code id-ecPublicKey}. */
  private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  private PrivateKeys() {}

  static boolean isOne(Pem.Block block) {
    return block.label().endsWith("PRIVATE KEY");
  }

  static PrivateKey of(Pem.Block block, char[] password) throws UnusableFile {
    var bytes = block.bytes();
    return switch (block.label()) {
      case "PRIVATE KEY" -> key(bytes);
      case "ENCRYPTED PRIVATE KEY" -> key(decrypted(bytes, password));
      case "RSA PRIVATE KEY" -> key(der(SEQUENCE, VERSION_0, RSA, der(OCTETS, bytes)));
      case "EC PRIVATE KEY" ->
          key(der(SEQUENCE, VERSION_0, der(SEQUENCE, EC, curve(bytes)), der(OCTETS, bytes)));
      default -> throw new UnusableFile("a key of kind " + block.label() + " is not supported");
    };
  }

  private static PrivateKey key(byte[] pkcs8) throws UnusableFile {
    for (var algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException _) {
        // it is of another algorithm
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e); // the JDK has these
      }
    }
    throw new UnusableFile("the key is none of RSA, EC, Ed25519, or is damaged");
  }

  private static byte[] decrypted(byte[] bytes, char[] password) throws UnusableFile {
    if (password.length == 0) {
      throw new UnusableFile("the key is encrypted; set TLS_KEY_PASSWORD");
    }
    try {
      var sealed = new EncryptedPrivateKeyInfo(bytes);
      var parameters = sealed.getAlgParameters();
      var scheme = parameters == null ? sealed.getAlgName() : parameters.toString(); // of PBES2
      var algorithm = scheme.startsWith("PBEWith") ? scheme : sealed.getAlgName();
      var key = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password));
      var cipher = Cipher.getInstance(algorithm);
      cipher.init(Cipher.DECRYPT_MODE, key, parameters);
      return sealed.getKeySpec(cipher).getEncoded();
    } catch (GeneralSecurityException | IOException _) {
      throw new UnusableFile("TLS_KEY_PASSWORD is not the password of the key");
    }
  }

  /** The name of the curve, which stands in the key after its version and its number. */
  private static byte[] curve(byte[] sec1) throws UnusableFile {
    try {
      var in = ByteBuffer.wrap(sec1);
      in.get();
      length(in);
      for (var part = 0; part < 2; part++) {
        in.get();
        skip(in, length(in));
      }
      if ((in.get() & 0xff) != CURVE) throw new UnusableFile("the key does not name its curve");
      var curve = new byte[length(in)];
      in.get(curve);
      return curve;
    } catch (RuntimeException _) { // it ends too soon
      throw new UnusableFile("the key is damaged");
    }
  }

  private static void skip(ByteBuffer in, int count) {
    in.position(in.position() + count);
  }

  private static int length(ByteBuffer in) {
    var first = in.get() & 0xff;
    if (first < 0x80) return first;
    var length = 0;
    for (var i = 0; i < (first & 0x7f); i++) length = (length << 8) | (in.get() & 0xff);
    return length;
  }

  /** One element of DER (X.690, 8.1): tag, length, and parts behind one another. */
  private static byte[] der(int tag, byte[]... parts) {
    var size = 0;
    for (var part : parts) size += part.length;
    var all = ByteBuffer.allocate(size + 4).put((byte) tag);
    if (size < 0x80) {
      all.put((byte) size);
    } else if (size < 0x100) {
      all.put((byte) 0x81).put((byte) size);
    } else {
      all.put((byte) 0x82).putShort((short) size); // a file is shorter than 64 KB
    }
    for (var part : parts) all.put(part);
    var bytes = new byte[all.position()];
    all.flip().get(bytes);
    return bytes;
  }
}
