package org.qiao.gateway;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP half of a connection: one upgrade request, refused with a problem or answered with 101, within five seconds. The
 * token is looked up on another thread. Afterwards nothing of HTTP stays in the pipeline.
 */
final class UpgradeHandler extends ChannelInboundHandlerAdapter {

    static final int LIFE_SECONDS = 5;

    private static final Logger log = LoggerFactory.getLogger(UpgradeHandler.class);

    private final SocketParts parts;
    private @Nullable HttpRequest request;
    private @Nullable Future<?> deadline;
    private boolean decided;

    UpgradeHandler(SocketParts parts) {
        this.parts = parts;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        Channel channel = ctx.channel();
        deadline = ctx.executor().schedule(() -> channel.close(), LIFE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (decided) {
                ctx.close(); // frames or requests before our answer: nobody may speak yet
            } else if (message instanceof HttpRequest head) {
                onHead(ctx, head);
            } else if (message instanceof HttpContent content) {
                onContent(ctx, content);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        log.debug("Connection failed before the upgrade: {}", cause.getClass().getName());
        ctx.close();
    }

    private void onHead(ChannelHandlerContext ctx, HttpRequest head) {
        if (head.decoderResult().isFailure()) {
            refuse(ctx, GatewayProblem.NOT_A_SOCKET.problem());
        } else {
            request = head;
        }
    }

    private void onContent(ChannelHandlerContext ctx, HttpContent content) {
        HttpRequest head = request;
        if (head == null
                || content.decoderResult().isFailure()
                || content.content().isReadable()) {
            refuse(ctx, GatewayProblem.NOT_A_SOCKET.problem());
        } else if (content instanceof LastHttpContent) {
            decide(ctx, head);
        }
    }

    private void decide(ChannelHandlerContext ctx, HttpRequest head) {
        try {
            if (ctx.channel().remoteAddress() instanceof InetSocketAddress remote) {
                parts.admission().requireRate(remote.getAddress(), System.nanoTime());
            }
            UpgradeRequest upgrade = UpgradeRequest.read(head, parts.settings().origins());
            parts.admission().requireCapacity(upgrade.isGuest(), System.nanoTime());
            decided = true;
            parts.arrivals()
                    .lookUp(
                            upgrade,
                            entry -> ctx.executor().execute(() -> upgrade(ctx, head, entry)),
                            problem -> ctx.executor().execute(() -> refuse(ctx, problem)));
        } catch (Problem problem) {
            refuse(ctx, problem);
        } catch (RejectedExecutionException e) { // too many wait already
            refuse(ctx, GatewayProblem.BUSY.problem(Problem.RETRY_AFTER, 1));
        }
    }

    private void upgrade(ChannelHandlerContext ctx, HttpRequest head, Admission.Entry entry) {
        if (!ctx.channel().isActive()) {
            return;
        }
        WebSocketDecoderConfig config = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(parts.settings().maxFrameBytes())
                .closeOnProtocolViolation(false) // we say why ourselves and wait until it has arrived
                .withUTF8Validator(false) // checked once for the whole message
                .build();
        DefaultFullHttpRequest plain =
                new DefaultFullHttpRequest(head.protocolVersion(), head.method(), head.uri(), Unpooled.EMPTY_BUFFER);
        plain.headers().set(head.headers());
        new WebSocketServerHandshaker13("", UpgradeRequest.GUEST_PROTOCOL, config)
                .handshake(ctx.channel(), plain)
                .addListener(done -> {
                    if (done.isSuccess()) {
                        start(ctx, entry);
                    } else {
                        ctx.close();
                    }
                });
    }

    private void start(ChannelHandlerContext ctx, Admission.Entry entry) {
        long now = System.nanoTime();
        SocketSession session = parts.sessions().open(ctx.channel(), entry, now);
        ctx.pipeline().replace(this, "socket", new SocketHandler(parts, session, ctx.channel(), now));
    }

    private void refuse(ChannelHandlerContext ctx, Problem problem) {
        decided = true;
        parts.metrics().refused();
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(problem.kind().status().value()),
                parts.frames().problem(problem));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        Object retryAfter = problem.params().get(Problem.RETRY_AFTER);
        if (retryAfter != null) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, retryAfter);
        }
        ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
