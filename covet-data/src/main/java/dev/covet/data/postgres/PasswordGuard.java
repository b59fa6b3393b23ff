package dev.covet.data.postgres;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Sees to it that a password goes to no server in a form that others on the way can use: one
 * without TLS that asks for it as it is, or by MD5, is not answered (PostgreSQL's documentation,
 * "Message Flow", "Start-up"). It looks at what a server says until TLS begins, or the client is
 * let in.
 */
final class PasswordGuard extends ByteToMessageDecoder {
  private static final byte TLS = 'S';
  private static final byte NO_TLS = 'N';
  private static final byte AUTHENTICATION = 'R';

  /** A message's kind and its length, which does not count the kind. */
  private static final int HEAD_BYTES = 5;

  private static final int REQUEST_BYTES = 4;

  /** Longest message before a client is let in. */
  private static final int LENGTH_MAX = 65_536;

  private static final int LET_IN = 0;
  private static final int AS_IT_IS = 3;
  private static final int MD5 = 5;

  private boolean isAnswered;

  /** The server asks for a password so that it could be read. */
  static final class Unguarded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unguarded() {
      super(
          "the server asks for the password in clear text, or by MD5, without TLS; have it use"
              + " scram-sha-256 (pg_hba.conf), or ask for TLS with sslmode=require");
    }
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    var kind = in.getByte(in.readerIndex());
    if (!isAnswered && in.readableBytes() == 1 && (kind == TLS || kind == NO_TLS)) {
      pass(in, 1, out);
      if (kind == TLS) ctx.pipeline().remove(this);
      return;
    }
    if (in.readableBytes() < HEAD_BYTES) return;
    var length = in.getInt(in.readerIndex() + 1);
    if (length < REQUEST_BYTES || length > LENGTH_MAX) {
      throw new IllegalStateException("what the server says is not PostgreSQL's protocol");
    }
    if (in.readableBytes() > length) message(ctx, in, length, out);
  }

  private void message(ChannelHandlerContext ctx, ByteBuf in, int length, List<Object> out) {
    var isAuthentication = in.getByte(in.readerIndex()) == AUTHENTICATION;
    var asked = in.getInt(in.readerIndex() + HEAD_BYTES);
    if (isAuthentication && (asked == AS_IT_IS || asked == MD5)) throw new Unguarded();
    pass(in, length + 1, out);
    if (isAuthentication && asked == LET_IN) ctx.pipeline().remove(this);
  }

  private void pass(ByteBuf in, int bytes, List<Object> out) {
    isAnswered = true;
    out.add(in.readRetainedSlice(bytes));
  }
}
