package org.qiao.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All sockets on one event loop: no lock, no queue between threads, and never more than one of the processors that the server needs
 * too.
 */
final class Network implements AutoCloseable {

    private static final Pattern RETRY = Pattern.compile("(?i)retry-after: *(\\d+)");
    /** One address and port can be reached from some 28,000 ports of one source address. */
    private static final int PER_ADDRESS = 250;

    private static final int SLOW_ROOM = 4096;
    private static final long PING_EVERY_SECONDS = 20;

    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final URI socket;
    private final Frame frame;
    private final ClientFrames text;
    private final List<Client> clients = new ArrayList<>();
    private final List<Client> dirty = new ArrayList<>();
    private final ArrayDeque<Client> waiting = new ArrayDeque<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private byte[] scratch = new byte[64 * 1024];
    private Ears ears = (client, heard, now) -> {};
    private int connecting;
    private int atOnce = 200;
    private int open;
    private int lost;
    private int pingFrom;
    private boolean failed;
    private @Nullable String lastLoss;

    Network(URI socket, String keyPrefix, List<String> texts) {
        this.socket = socket;
        this.frame = new Frame(keyPrefix);
        this.text = new ClientFrames(keyPrefix, texts);
        loop.scheduleAtFixedRate(this::pingSome, 1, 1, TimeUnit.SECONDS);
    }

    /** Runs on the event loop and waits for it. */
    <T> T call(Callable<T> work) {
        try {
            return loop.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            flush();
            return true;
        });
    }

    EventLoop loop() {
        return loop;
    }

    void ears(Ears next) {
        ears = next;
    }

    Ears ears() {
        return ears;
    }

    Frame frame() {
        return frame;
    }

    ClientFrames text() {
        return text;
    }

    List<Client> add(List<Person> people) {
        List<Client> added = new ArrayList<>(people.size());
        for (Person person : people) {
            added.add(new Client(this, person, clients.size() + added.size()));
        }
        return call(() -> {
            clients.addAll(added);
            return added;
        });
    }

    /** Opens the sockets, so many at a time; {@link #open} tells how far it is. */
    void connect(List<Client> some, int howManyAtOnce) {
        run(() -> {
            atOnce = howManyAtOnce;
            waiting.addAll(some);
            connectMore();
        });
    }

    /** The same people again after their sockets have gone, each after a random half to one and a half times half a second. */
    void comeBack(List<Client> some, int howManyAtOnce) {
        run(() -> {
            atOnce = howManyAtOnce;
            for (Client client : some) {
                loop.schedule(
                        () -> {
                            waiting.add(client);
                            connectMore();
                        },
                        250 + ThreadLocalRandom.current().nextInt(500),
                        TimeUnit.MILLISECONDS);
            }
        });
    }

    int open() {
        return call(() -> open);
    }

    /** Sockets that ended although nobody wanted it. */
    int lost() {
        return call(() -> lost);
    }

    String lastLoss() {
        return call(() -> lastLoss == null ? "" : lastLoss);
    }

    Map<String, Integer> refusals() {
        return call(() -> new HashMap<>(refusals));
    }

    private void connectMore() {
        while (connecting < atOnce && !waiting.isEmpty()) {
            connecting++;
            Client client = waiting.remove();
            int source = 1 + client.number / PER_ADDRESS % 250;
            Bootstrap bootstrap = new Bootstrap();
            if (client.slow) {
                bootstrap.option(ChannelOption.SO_RCVBUF, SLOW_ROOM);
            }
            bootstrap
                    .group(loop)
                    .channel(EpollSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 20_000)
                    .option(ChannelOption.RECVBUF_ALLOCATOR, client.slow ? new Sips(client) : gulps())
                    .option(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(1 << 20, 2 << 20))
                    .handler(client)
                    .connect(address(), from(source))
                    .addListener(done -> {
                        if (!done.isSuccess()) {
                            refusals.merge("not connected: " + done.cause(), 1, Integer::sum);
                            client.fresh();
                            again(client, 500);
                        }
                    });
        }
    }

    private static RecvByteBufAllocator gulps() {
        return new AdaptiveRecvByteBufAllocator(512, 4096, 65536);
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(socket.getHost(), socket.getPort());
    }

    private @Nullable InetSocketAddress from(int source) {
        return address().getAddress().isLoopbackAddress() ? new InetSocketAddress("127.0.0." + source, 0) : null;
    }

    private void again(Client client, long millis) {
        connecting--;
        loop.schedule(
                () -> {
                    waiting.add(client);
                    connectMore();
                },
                millis,
                TimeUnit.MILLISECONDS);
        connectMore();
    }

    void welcomed(Client client) {
        open++;
        connecting--;
        connectMore();
    }

    /** Nothing more is heard of this socket; {@link #gone} follows. */
    void refused(Client client, String head, String body) {
        refusals.merge(head.lines().findFirst().orElse(""), 1, Integer::sum);
        Matcher retry = RETRY.matcher(head);
        long seconds = retry.find() ? Long.parseLong(retry.group(1)) : 1;
        again(client, seconds * 1_000 + client.number % 100 * 10);
    }

    void gone(Client client, boolean wasOpen, String reason) {
        if (wasOpen) {
            open--;
            lost++;
            lastLoss = reason;
            ears.closed(client, reason);
        } else if (!reason.startsWith("HTTP/1.1")) {
            refusals.merge("before the welcome: " + reason, 1, Integer::sum);
            again(client, 500);
        }
    }

    /** The first fault of this program or of the frames it was sent is worth seeing; the sockets' own are counted. */
    void failed(Throwable cause) {
        if (!(cause instanceof IOException) && !failed) {
            failed = true;
            cause.printStackTrace();
        }
    }

    byte[] upgrade(Person person) {
        return ("GET " + socket.getPath() + " HTTP/1.1\r\nHost: " + socket.getHost() + ":" + socket.getPort()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: cWlhby1iZW5jaC1rZXktMQ==\r\nAuthorization: Bearer " + person.token()
                        + "\r\n\r\n")
                .getBytes(US_ASCII);
    }

    byte[] scratch(int size) {
        if (size > scratch.length) {
            scratch = new byte[size * 2];
        }
        return scratch;
    }

    void dirty(Client client) {
        dirty.add(client);
    }

    /** Everything that was written since the last time, one system call for each socket. */
    void flush() {
        for (int i = 0; i < dirty.size(); i++) {
            Client client = dirty.get(i);
            client.dirty = false;
            Channel channel = client.channel;
            if (channel != null) {
                channel.flush();
            }
        }
        dirty.clear();
    }

    /** Every socket says something at least every twenty seconds, spread over them. */
    private void pingSome() {
        int share = (int) (clients.size() / PING_EVERY_SECONDS) + 1;
        for (int i = 0; i < share && !clients.isEmpty(); i++) {
            Client client = clients.get(pingFrom++ % clients.size());
            if (client.isOpen()) {
                byte[] ping = text.control(0x9, new byte[0]);
                client.send(ping, 0, ping.length);
            }
        }
        flush();
    }

    /** All sockets at once, without a goodbye. */
    void cut(List<Client> some) {
        run(() -> some.forEach(client -> {
            Channel channel = client.channel;
            if (channel != null) {
                channel.close();
            }
        }));
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
