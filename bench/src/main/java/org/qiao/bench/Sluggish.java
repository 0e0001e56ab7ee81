package org.qiao.bench;

import io.netty.channel.Channel;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sockets that hardly read: half of them nothing at all, half of them about 100 bytes a second. */
final class Sluggish {

    static final int BYTES = 100;

    private final Network network;
    private final List<Client> clients;
    private @Nullable ScheduledFuture<?> sips;

    Sluggish(Network network, List<Client> clients) {
        this.network = network;
        this.clients = List.copyOf(clients);
    }

    void begin() {
        network.run(() -> {
            for (Client client : clients) {
                client.sipping = true;
                Channel channel = client.channel;
                if (channel != null) {
                    channel.config().setAutoRead(false);
                }
            }
            List<Client> sipping = new ArrayList<>();
            for (int i = 0; i < clients.size(); i += 2) {
                sipping.add(clients.get(i));
            }
            sips = network.loop().scheduleAtFixedRate(() -> sipping.forEach(Sluggish::sip), 1, 1, TimeUnit.SECONDS);
        });
    }

    private static void sip(Client client) {
        Channel channel = client.channel;
        if (channel != null) {
            channel.read();
        }
    }

    /** They read again; what the server left out is pulled. */
    void end() {
        network.run(() -> {
            if (sips != null) {
                sips.cancel(false);
            }
            for (Client client : clients) {
                client.sipping = false;
                Channel channel = client.channel;
                if (channel != null) {
                    channel.config().setAutoRead(true);
                }
            }
        });
    }
}
