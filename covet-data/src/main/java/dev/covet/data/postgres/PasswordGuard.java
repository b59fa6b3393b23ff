package dev.covet.data.postgres;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.vertx.pgclient.impl.InitiateSslHandler;
import java.util.List;

/**
 * Sees to it that a password goes to no server in a form that others on the way can use: one
 * without TLS that asks for it as it is, or by MD5, is not answered (PostgreSQL's documentation,
 * "Message Flow", "Start-up"). It looks at what a server says until TLS begins, or the client can
 * ask something, and believes neither sooner than the client does.
 */
final class PasswordGuard extends ByteToMessageDecoder {
  private static final byte TLS = 'S';
  private static final byte NO_TLS = 'N';
  private static final byte AUTHENTICATION = 'R';
  private static final byte READY = 'Z';

  /** A message's kind and its length, which does not count the kind. */
  private static final int HEAD_BYTES = 5;

  private static final int REQUEST_BYTES = 4;

  /** Longest message until then. */
  private static final int LENGTH_MAX = 65_536;

  private static final int AS_IT_IS = 3;
  private static final int MD5 = 5;

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
    if (ctx.pipeline().get(InitiateSslHandler.class) != null) {
      aboutTls(ctx, in, out);
      return;
    }
    if (in.readableBytes() < HEAD_BYTES) return;
    var length = in.getInt(in.readerIndex() + 1);
    if (length < REQUEST_BYTES || length > LENGTH_MAX) throw notPostgres();
    if (in.readableBytes() > length) message(ctx, in, length, out);
  }

  /** The client has asked for TLS, and waits for the one byte that says whether there is. */
  private void aboutTls(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    var answer = in.getByte(in.readerIndex());
    if (answer != TLS && answer != NO_TLS) {
      out.add(in.readRetainedSlice(in.readableBytes())); // an error, which ends the connection
      return;
    }
    out.add(in.readRetainedSlice(1));
    if (answer == TLS) ctx.pipeline().remove(this);
  }

  private void message(ChannelHandlerContext ctx, ByteBuf in, int length, List<Object> out) {
    var kind = in.getByte(in.readerIndex());
    if (kind == AUTHENTICATION) {
      if (length < 2 * REQUEST_BYTES) throw notPostgres();
      var asked = in.getInt(in.readerIndex() + HEAD_BYTES);
      if (asked == AS_IT_IS || asked == MD5) throw new Unguarded();
    }
    out.add(in.readRetainedSlice(length + 1));
    if (kind == READY) ctx.pipeline().remove(this);
  }

  private static IllegalStateException notPostgres() {
    return new IllegalStateException("what the server says is not PostgreSQL's protocol");
  }
}
