package org.qiao.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends, and checks everything that comes back against what was sent: each message that was acknowledged must reach every listening
 * member once, in the order of seq, without a hole. What the server says it left out is pulled and checked in the same way.
 */
final class Traffic implements Ears {

    private static final Set<String> COME_BACK = Set.of("gateway.busy", "gateway.too_fast", "messaging.too_fast");
    private static final int PULL = 200;
    /** Numbers of pulls and other commands, away from those of messages. */
    private static final long COMMANDS = 1L << 50;

    private final Network network;
    private final List<Conversation> conversations;
    final Violations violations = new Violations();
    final Ledger ledger = new Ledger(violations);
    private Play play = new Play() {};
    private Meter meter = new Meter();
    private @Nullable Ears others;
    private long unanswered;
    private long behinds;
    private long nextCommand = COMMANDS;
    /** Files of messages that are not acknowledged yet: a repeat must name the same one. */
    private final Map<Long, Long> files = new HashMap<>();

    Traffic(Network network, List<Conversation> conversations) {
        this.network = network;
        this.conversations = conversations;
    }

    void play(Play next) {
        play = next;
    }

    void meter(Meter next) {
        meter = next;
    }

    /** Hears every frame that is no traffic. */
    void others(Ears ears) {
        others = ears;
    }

    long behinds() {
        return behinds;
    }

    long unanswered() {
        return unanswered;
    }

    /** A new message; its times count from when it was meant to go. */
    void send(Seat seat, long meantNanos) {
        write(seat, announce(seat, meantNanos));
    }

    /** A new message that somebody sends on another way; {@link #answered} follows. */
    long announce(Seat seat, long meantNanos) {
        unanswered++;
        meter.sent(meantNanos);
        return ledger.add(seat, meantNanos);
    }

    void answered(long message, long conversation, long seq) {
        acked(message, conversation, seq, System.nanoTime());
    }

    /** The server asked to come back; the message stays unanswered. */
    void putOff() {
        meter.refused(System.nanoTime());
    }

    /** @param file an upload of the sender */
    void sendFile(Seat seat, long file, long meantNanos) {
        long message = announce(seat, meantNanos);
        files.put(message, file);
        write(seat, message);
    }

    private void write(Seat seat, long message) {
        ClientFrames text = network.text();
        Long file = files.isEmpty() ? null : files.get(message);
        if (file == null) {
            text.text(seat.conversation.id, message);
        } else {
            text.file(seat.conversation.id, message, file);
        }
        seat.client.send(text.bytes(), text.start(), text.end() - text.start());
    }

    /** Marks everything that has arrived as read. */
    void read(Seat seat) {
        command(
                seat.client,
                "{\"t\":\"read\",\"id\":" + nextCommand++ + ",\"conversation\":" + seat.conversation.id + ",\"seq\":"
                        + seat.last + "}");
    }

    void command(Client client, String json) {
        ClientFrames text = network.text();
        text.json(json);
        client.send(text.bytes(), text.start(), text.end() - text.start());
    }

    @Override
    public void heard(Client client, Frame frame, long now) {
        switch (frame.type) {
            case ENTRY -> entry(client, frame, now);
            case ACK -> ack(frame, now);
            case ERROR -> error(client, frame, now);
            case BEHIND -> behind(client, frame);
            case ENTRIES -> pulled(client, frame, now);
            case WELCOME, SYNCED, OTHER -> {
                if (others != null) {
                    others.heard(client, frame, now);
                }
            }
        }
    }

    private void ack(Frame frame, long now) {
        acked(frame.id, frame.conversation, frame.seq, now);
    }

    private void acked(long message, long conversation, long seq, long now) {
        if (ledger.acked(message, conversation, seq)) {
            unanswered--;
            if (!files.isEmpty()) {
                files.remove(message);
            }
            meter.acked(ledger.meant(message), now);
            play.acked(ledger.sender(message), message);
        }
    }

    private void entry(Client client, Frame frame, long now) {
        Seat seat = client.seat(frame.conversation);
        if (seat == null) {
            return; // a conversation that is none of this run
        }
        if (frame.seq == seat.last + 1) {
            accept(seat, frame.seq, frame.message, now);
        } else if (seat.pulling) {
            seat.wanted = Math.max(seat.wanted, frame.seq);
        } else if (frame.seq > seat.last) {
            violations.add(hole(seat, frame.seq), frame.seq - seat.last - 1);
            accept(seat, frame.seq, frame.message, now);
        } else if (frame.seq > seat.overlap) {
            violations.add(
                    "seq " + frame.seq + " of conversation " + seat.conversation.id + " arrived again or too late at "
                            + seat.client.person + ", who has everything up to " + seat.last);
        }
    }

    private static String hole(Seat seat, long seq) {
        return "seq " + seq + " of conversation " + seat.conversation.id + " arrived at " + seat.client.person
                + " after seq " + seat.last;
    }

    private void accept(Seat seat, long seq, long message, long now) {
        seat.last = seq;
        int missing = ledger.arrived(seat, message, seq);
        if (missing < 0) {
            meter.echoed(now);
            return;
        }
        long meant = ledger.meant(message);
        if (seat.measured) {
            meter.delivered(meant, now);
        }
        play.received(seat, message);
        if (missing == 0) {
            meter.complete(meant, now);
            play.complete(ledger.sender(message), message);
        }
    }

    /** What waiting helps against is sent again with the same key; everything else is a fault of the run. */
    private void error(Client client, Frame frame, long now) {
        long message = frame.id;
        if (message == JsonBytes.NONE && others != null) {
            others.heard(client, frame, now); // a command of somebody who is none of this traffic
            return;
        }
        if (message >= COMMANDS) {
            violations.add("a command was refused: " + frame.code);
            return;
        }
        if (!ledger.isKnown(message)) {
            violations.add("a refusal of nothing that was sent: " + frame.code);
            return;
        }
        meter.refused(now);
        if (COME_BACK.contains(frame.code) || frame.retryAfterMs > 0) {
            long wait = Math.clamp(frame.retryAfterMs, 1, 5_000);
            network.loop().schedule(() -> repeat(message), wait, TimeUnit.MILLISECONDS);
        } else {
            unanswered--;
            violations.add("message " + message + " was refused: " + frame.code);
        }
    }

    private void repeat(long message) {
        write(ledger.sender(message), message);
        network.flush();
    }

    private void behind(Client client, Frame frame) {
        behinds++;
        Seat seat = client.seat(frame.conversation);
        if (seat != null) {
            seat.toldBehind = true;
        }
        if (seat != null && frame.head > 0) {
            seat.wanted = Math.max(seat.wanted, frame.head);
            if (!seat.pulling) {
                seat.pulling = true;
                pull(seat);
            }
        }
    }

    private void pull(Seat seat) {
        command(
                seat.client,
                "{\"t\":\"pull\",\"id\":" + nextCommand++ + ",\"conversation\":" + seat.conversation.id + ",\"after\":"
                        + seat.last + ",\"limit\":" + PULL + "}");
    }

    private void pulled(Client client, Frame frame, long now) {
        PulledPage page = PulledPage.read(frame);
        Seat seat = client.seat(page.conversation());
        if (seat == null) {
            return;
        }
        long before = seat.last;
        for (int i = 0; i < page.size(); i++) {
            long seq = page.seq(i);
            if (seq == seat.last + 1) {
                accept(seat, seq, page.message(i), now);
            } else if (seq > seat.last) {
                violations.add("pulled: " + hole(seat, seq), seq - seat.last - 1);
                accept(seat, seq, page.message(i), now);
            }
        }
        if (seat.last < Math.max(page.head(), seat.wanted) && seat.last > before) {
            pull(seat);
        } else {
            seat.pulling = false;
            seat.overlap = seat.last;
        }
    }

    /** True when nothing is under way any more. */
    boolean isSettled() {
        return unanswered == 0
                && conversations.stream()
                        .allMatch(conversation -> conversation.seats.stream()
                                .allMatch(seat -> !seat.client.isOpen() || seat.last >= conversation.acked));
    }

    /** At the end of a run: what was acknowledged and has not arrived is lost. */
    void finish() {
        if (unanswered > 0) {
            violations.add(unanswered + " messages were never answered", unanswered);
        }
        for (Conversation conversation : conversations) {
            for (Seat seat : conversation.seats) {
                if (seat.client.isOpen() && seat.last < conversation.acked) {
                    violations.add(
                            "conversation " + conversation.id + ": " + seat.client.person + " has everything up to "
                                    + seat.last + ", acknowledged was " + conversation.acked,
                            conversation.acked - seat.last);
                }
            }
        }
    }
}
