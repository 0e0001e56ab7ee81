package org.qiao.bench;

import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A device that has come back: sync, page by page, and a pull for every conversation of which the last entries are not enough. */
final class SyncOverSocket implements Ears {

    private static final long LIMIT_SECONDS = 60;
    /** A socket may have 64 commands waiting for their answers. */
    private static final int AT_ONCE = 32;

    private final Network network;
    private final Client client;
    private final SyncedPage.Position position;
    private final MissedMessages missed;
    private final CountDownLatch done = new CountDownLatch(1);
    private long begun;
    private long ended;
    private long commands;
    private int pages;
    private int pulls;
    private int waiting;
    private boolean lastPage;
    private final ArrayDeque<Long> toPull = new ArrayDeque<>();

    SyncOverSocket(Network network, Client client, SyncedPage.Position position, MissedMessages missed) {
        this.network = network;
        this.client = client;
        this.position = position;
        this.missed = missed;
    }

    /** From sending the sync until everything is there, in milliseconds. */
    double run() {
        network.run(() -> {
            begun = System.nanoTime();
            command(position.command(commands++, null));
        });
        try {
            if (!done.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("After " + LIMIT_SECONDS + " s " + missed.missing() + " are missing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return (ended - begun) / 1e6;
    }

    int pages() {
        return pages;
    }

    int pulls() {
        return pulls;
    }

    @Override
    public void heard(Client from, Frame frame, long now) {
        if (from != client) {
            return;
        }
        if (frame.type == Frame.Type.SYNCED) {
            synced(SyncedPage.read(frame));
        } else if (frame.type == Frame.Type.ENTRIES) {
            waiting--;
            PulledPage page = PulledPage.read(frame);
            if (missed.takePulled(page.conversation(), page)) {
                toPull.add(page.conversation());
            }
            pullSome();
        } else if (frame.type == Frame.Type.ERROR) {
            throw new IllegalStateException("A sync was refused: " + frame.code);
        }
        if (lastPage && missed.isComplete() && ended == 0) {
            ended = System.nanoTime();
            done.countDown();
        }
    }

    private void synced(SyncedPage page) {
        pages++;
        String next = page.next();
        if (next != null) {
            command(position.command(commands++, next)); // before the work on this page, so that the server can go on
        } else {
            lastPage = true;
        }
        for (SyncedPage.Moved moved : page.conversations()) {
            if (missed.takeLast(moved)) {
                toPull.add(moved.id);
            }
        }
        pullSome();
    }

    private void pullSome() {
        while (waiting < AT_ONCE && !toPull.isEmpty()) {
            pull(toPull.remove());
        }
    }

    private void pull(long conversation) {
        pulls++;
        waiting++;
        command("{\"t\":\"pull\",\"id\":" + commands++ + ",\"conversation\":" + conversation + ",\"after\":"
                + missed.after(conversation) + ",\"limit\":200}");
    }

    private void command(String json) {
        ClientFrames text = network.text();
        text.json(json);
        client.send(text.bytes(), text.start(), text.end() - text.start());
    }
}
