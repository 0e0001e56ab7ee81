package org.qiao.gateway;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The socket port: opens last, closes first. Stopping tells every client when to come back. */
@Component
class GatewayServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GatewayServer.class);

    private static final int BACKLOG = 4_096;
    private static final int LINE_MAX = 4_096;
    private static final int HEADERS_MAX = 16_384;
    private static final int LOW_WATER_PART = 4;

    /** Of what the peer has no room for, the kernel takes no more than this: else it hides for megabytes that somebody is slow. */
    private static final long UNSENT_MAX = 128 * 1024;

    private static final int QUIET_MS = 100;
    private static final int STOP_MS = 2_000;

    private final SocketParts parts;
    private final Drain drain;
    private @Nullable EventLoopGroup loops;
    private @Nullable Channel listener;

    GatewayServer(SocketParts parts, Drain drain) {
        this.parts = parts;
        this.drain = drain;
    }

    /** The real port, also when the configured one is 0. */
    synchronized int port() {
        if (listener == null) {
            throw new IllegalStateException("The gateway does not listen");
        }
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public synchronized void start() {
        if (System.getProperty("io.netty.leakDetection.level") == null) {
            ResourceLeakDetector.setLevel(
                    ResourceLeakDetector.Level.DISABLED); // a search tool; it costs on every hundredth buffer
        }
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        Class<? extends ServerChannel> type = epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("gateway"), io);
        int port = parts.settings().port();
        try {
            ServerBootstrap bootstrap = new ServerBootstrap().group(group).channel(type);
            if (epoll) {
                bootstrap.childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, UNSENT_MAX);
            }
            listener = bootstrap
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
                    .childHandler(new Connections(parts))
                    .bind(port)
                    .syncUninterruptibly()
                    .channel();
        } catch (RuntimeException e) {
            group.shutdownGracefully();
            throw e;
        }
        loops = group;
        log.info("Sockets on port {}", port());
    }

    @Override
    public synchronized void stop() {
        Channel open = listener;
        EventLoopGroup group = loops;
        if (open == null || group == null) {
            return;
        }
        open.close().awaitUninterruptibly();
        drain.run();
        group.shutdownGracefully(QUIET_MS, STOP_MS, TimeUnit.MILLISECONDS).awaitUninterruptibly(STOP_MS);
        listener = null;
        loops = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return listener != null;
    }

    private WriteBufferWaterMark waterMark() {
        int high = parts.settings().ringBytes();
        return new WriteBufferWaterMark(high / LOW_WATER_PART, high);
    }

    /** The pipeline of a new connection. */
    static final class Connections extends ChannelInitializer<Channel> {

        private final SocketParts parts;

        Connections(SocketParts parts) {
            this.parts = parts;
        }

        @Override
        protected void initChannel(Channel channel) {
            GatewayMetrics metrics = parts.metrics();
            int now = metrics.connected();
            channel.closeFuture().addListener(done -> metrics.disconnected());
            if (now > parts.settings().maxConnections()) {
                channel.close(); // cheaper than any answer; the client tries again
                return;
            }
            HttpDecoderConfig http = new HttpDecoderConfig()
                    .setMaxInitialLineLength(LINE_MAX)
                    .setMaxHeaderSize(HEADERS_MAX)
                    .setValidateHeaders(true);
            channel.pipeline().addLast(new HttpServerCodec(http), new UpgradeHandler(parts));
        }
    }
}
