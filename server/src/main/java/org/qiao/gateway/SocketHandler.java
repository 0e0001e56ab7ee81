package org.qiao.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Frames of one open socket. Runs on the event loop, so it parses, hands over and returns. Every malformed frame has a close
 * code; none is logged with its content.
 */
final class SocketHandler extends ChannelInboundHandlerAdapter {

    /** Frames of any kind (pings, fragments, refused commands) per allowed command; more closes the socket. */
    private static final int FRAMES_PER_COMMAND = 4;

    private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);

    private final SocketParts parts;
    private final SocketSession session;
    private final CommandInbox inbox;
    private final TokenBucket frameRate;
    private final TokenBucket commandRate;
    private @Nullable ByteBuf fragments;

    SocketHandler(SocketParts parts, SocketSession session, Channel channel, long now) {
        this.parts = parts;
        this.session = session;
        this.inbox = new CommandInbox(parts.workers(), parts.commands(), session, channel);
        GatewaySettings settings = parts.settings();
        GatewaySettings.GuestLimits guest = settings.guest();
        int perSecond = session.isGuest() ? guest.commandsPerSecond() : settings.commandsPerSecond();
        int burst = session.isGuest() ? guest.commandsBurst() : settings.commandsBurst();
        this.commandRate = new TokenBucket(perSecond, burst, now);
        this.frameRate = new TokenBucket(FRAMES_PER_COMMAND * perSecond, FRAMES_PER_COMMAND * burst, now);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (!session.isOn(ctx.channel())) {
                onLateFrame(ctx, message);
            } else if (message instanceof WebSocketFrame frame) {
                onFrame(ctx, frame, System.nanoTime());
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        boolean writable = ctx.channel().isWritable();
        if (session.isOn(ctx.channel())) {
            session.writable(writable, System.nanoTime());
            if (!writable) {
                parts.metrics().slow();
            }
        }
        ctx.channel().config().setAutoRead(writable); // who does not read gets no more answers either
        if (writable) {
            inbox.wake();
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        session.cut(ctx.channel(), System.nanoTime());
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        dropFragments();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof DecoderException) {
            onBrokenFrame(ctx, cause);
        } else {
            if (!(cause instanceof IOException)) {
                log.warn("A socket failed: {}", cause.getClass().getName());
            }
            ctx.close();
        }
    }

    private void onFrame(ChannelHandlerContext ctx, WebSocketFrame frame, long now) {
        parts.metrics().received();
        session.heard(now);
        if (frameRate.take(now) > 0) {
            close(CloseCode.TOO_FAST);
            return;
        }
        switch (frame) {
            case TextWebSocketFrame text -> onText(ctx, text, now);
            case ContinuationWebSocketFrame more -> onContinuation(more, now);
            case PingWebSocketFrame ping -> onPing(ctx, ping);
            case PongWebSocketFrame ignored -> {}
            case CloseWebSocketFrame bye -> onBye(ctx, bye);
            case BinaryWebSocketFrame ignored -> close(CloseCode.BINARY);
            default -> close(CloseCode.PROTOCOL);
        }
    }

    private void onText(ChannelHandlerContext ctx, TextWebSocketFrame frame, long now) {
        if (frame.isFinalFragment()) {
            onMessage(frame.content(), now);
        } else {
            fragments = ctx.alloc().buffer(frame.content().readableBytes());
            fragments.writeBytes(frame.content());
        }
    }

    private void onContinuation(ContinuationWebSocketFrame frame, long now) {
        ByteBuf message = fragments;
        if (message == null) {
            return; // of a binary message that has just been refused
        }
        if (message.readableBytes() + frame.content().readableBytes()
                > parts.settings().maxFrameBytes()) {
            dropFragments();
            close(CloseCode.TOO_BIG);
            return;
        }
        message.writeBytes(frame.content());
        if (frame.isFinalFragment()) {
            fragments = null;
            try {
                onMessage(message, now);
            } finally {
                message.release();
            }
        }
    }

    private void onMessage(ByteBuf message, long now) {
        if (!ByteBufUtil.isText(message, StandardCharsets.UTF_8)) {
            close(CloseCode.UNREADABLE);
            return;
        }
        Command command;
        try {
            command = parts.commands().parse(ByteBufUtil.getBytes(message));
        } catch (JacksonException e) {
            close(CloseCode.UNREADABLE);
            return;
        }
        long wait = commandRate.take(now);
        if (wait > 0) {
            session.send(ServerFrame.Failure.later(command.id(), GatewayProblem.TOO_FAST, wait));
        } else if (!parts.commands().runAtOnce(session, command) && !inbox.offer(command)) {
            parts.metrics().busy();
            session.send(ServerFrame.Failure.later(command.id(), GatewayProblem.BUSY, CommandInbox.RETRY_MS));
        }
    }

    private void onPing(ChannelHandlerContext ctx, PingWebSocketFrame ping) {
        if (ctx.channel().isWritable()) {
            ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        }
    }

    /** 1000 and 1001 (the page is left) say that nobody comes back; anything else may be a short cut. */
    private void onBye(ChannelHandlerContext ctx, CloseWebSocketFrame bye) {
        boolean over = bye.statusCode() == WebSocketCloseStatus.NORMAL_CLOSURE.code()
                || bye.statusCode() == WebSocketCloseStatus.ENDPOINT_UNAVAILABLE.code();
        parts.sessions().leave(session, ctx.channel(), over);
        ctx.writeAndFlush(bye.retain()).addListener(io.netty.channel.ChannelFutureListener.CLOSE);
    }

    /** We have said goodbye already: whatever still comes is dropped, and the client's own goodbye ends it. */
    private static void onLateFrame(ChannelHandlerContext ctx, Object message) {
        if (message instanceof CloseWebSocketFrame) {
            ctx.close();
        }
    }

    private void onBrokenFrame(ChannelHandlerContext ctx, Throwable cause) {
        boolean tooBig = cause instanceof CorruptedWebSocketFrameException broken
                && broken.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
        close(tooBig ? CloseCode.TOO_BIG : CloseCode.PROTOCOL);
        if (ctx.pipeline().get("wsdecoder") != null) {
            ctx.pipeline().remove("wsdecoder"); // the rest of a broken stream is only dropped
        }
    }

    private void close(CloseCode why) {
        parts.metrics().badFrame();
        parts.sessions().close(session, why);
    }

    private void dropFragments() {
        if (fragments != null) {
            fragments.release();
            fragments = null;
        }
    }
}
