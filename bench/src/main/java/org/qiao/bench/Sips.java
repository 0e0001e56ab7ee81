package org.qiao.bench;

import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/** Room for what a socket reads at a time: a gulp, or a sip while its person is slow on purpose. */
final class Sips extends DefaultMaxMessagesRecvByteBufAllocator {

    private static final int GULP = 64 * 1024;

    private final Client client;

    Sips(Client client) {
        super(1);
        this.client = client;
    }

    @Override
    @SuppressWarnings("deprecation") // the supertype's, there is no other
    public Handle newHandle() {
        return new MaxMessageHandle() {
            @Override
            public int guess() {
                return client.sipping ? Sluggish.BYTES : GULP;
            }
        };
    }
}
