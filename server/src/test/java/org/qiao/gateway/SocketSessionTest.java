package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qiao.account.SignedIn;
import org.qiao.gateway.SocketSession.Delivery;
import org.qiao.platform.Actor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

class SocketSessionTest {

    private static final Actor ACTOR = new Actor(1, 7, Set.of(), Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"));

    private final Frames frames = new Frames(new JsonMapper());
    private final ReplayMemory memory = new ReplayMemory(
            new Binder(new MapConfigurationPropertySource(Map.of("qiao.gateway.replay-bytes", "1048576")))
                    .bindOrCreate("qiao.gateway", GatewaySettings.class));
    private final ReplayRing ring = new ReplayRing(4, 10_000, memory);
    private final SocketSession session =
            new SocketSession(SessionKey.create(), SignedIn.member(3, 5, ACTOR, false), ACTOR, ring, frames);

    @Test
    void aCutSocketContinuesExactlyBehindWhatItHad() {
        EmbeddedChannel first = open();
        session.deliver(event("a"));
        session.deliver(event("b"));
        assertThat(written(first)).containsExactly("welcome", "a", "b");
        session.cut(first, 10);
        session.deliver(event("c"));

        EmbeddedChannel second = new EmbeddedChannel();
        boolean resumed = session.resume(second, 1, text("again"), 20);

        assertThat(resumed).isTrue();
        assertThat(written(second)).containsExactly("again", "b", "c");
        session.deliver(event("d"));
        assertThat(written(second)).containsExactly("d");
    }

    @Test
    void whoComesBackInTimeIsNotEndedAndWhoComesTooLateIsNotContinued() {
        EmbeddedChannel first = open();
        session.cut(first, 10);
        EmbeddedChannel second = new EmbeddedChannel();
        assertThat(session.resume(second, 0, text("again"), 200)).isTrue();

        assertThat(session.endIfCutLongerThan(100, 300)).isFalse();
        session.deliver(event("a"));
        assertThat(written(second)).containsExactly("again", "a");

        session.cut(second, 400);
        assertThat(session.endIfCutLongerThan(100, 501)).isTrue();
        assertThat(session.resume(new EmbeddedChannel(), 1, text("again"), 502)).isFalse();
    }

    @Test
    void whatIsSaidBeforeTheWelcomeIsOwedBehindIt() {
        assertThat(session.deliver(event("a"))).isEqualTo(Delivery.OWED);

        EmbeddedChannel socket = open();

        assertThat(written(socket))
                .hasSize(2)
                .startsWith("welcome")
                .last()
                .asString()
                .contains("\"t\":\"behind\"");
        session.deliver(event("b"));
        assertThat(written(socket)).containsExactly("b");
    }

    @Test
    void whatTheRingNoLongerHoldsCannotBeResumed() {
        EmbeddedChannel first = open();
        session.cut(first, 10);
        for (int i = 0; i < 5; i++) {
            session.deliver(event("event " + i));
        }

        assertThat(session.resume(new EmbeddedChannel(), 0, text("again"), 20)).isFalse();
        assertThat(session.resume(new EmbeddedChannel(), 6, text("again"), 20)).isFalse();
        assertThat(session.resume(new EmbeddedChannel(), -1, text("again"), 20)).isFalse();
        EmbeddedChannel second = new EmbeddedChannel();
        assertThat(session.resume(second, 1, text("again"), 20)).isTrue();
        assertThat(written(second)).containsExactly("again", "event 1", "event 2", "event 3", "event 4");
    }

    @Test
    void ringsShareOneMemoryAndKeepTheirLastFewWhenItIsFull() {
        ReplayRing busy = new ReplayRing(10_000, 10_000_000, memory);
        ReplayRing quiet = new ReplayRing(10_000, 10_000_000, memory);
        String long1000 = "x".repeat(1000);
        for (int i = 0; i < 2_000; i++) {
            ByteBuf frame = text(long1000);
            busy.add(new Event(1, i, null, 1, frame));
            frame.release();
        }
        for (int i = 0; i < 20; i++) {
            quiet.add(event("event " + i));
        }

        assertThat(busy.size()).isBetween(900, 1_100);
        assertThat(quiet.size()).as("a little room is left below the limit").isBetween(8, 15);
        assertThat(memory.used()).isLessThan(1_100_000);
        busy.clear();
        quiet.clear();
        assertThat(memory.used()).isZero();
    }

    @Test
    void aSocketThatClosedUnnoticedIsNotSlow() {
        EmbeddedChannel first = open();
        first.close();

        assertThat(session.deliver(event("a"))).isEqualTo(Delivery.SENT);

        EmbeddedChannel second = new EmbeddedChannel();
        session.resume(second, 0, text("again"), 20);
        assertThat(written(second)).containsExactly("again", "a");
    }

    @Test
    void aNewSocketTakesOverFromOneThatNobodyKnewToBeDead() {
        EmbeddedChannel first = open();

        session.resume(new EmbeddedChannel(), 0, text("again"), 20);

        assertThat(first.isOpen()).isFalse();
        assertThat(session.cut(first, 30))
                .as("the old one's end changes nothing")
                .isFalse();
        assertThat(session.isConnected()).isTrue();
    }

    @Test
    void aSlowSocketIsOwedOneMarkForEachConversation() {
        EmbeddedChannel channel = open();
        written(channel);
        block(channel, true);
        for (int head = 1; head <= 100; head++) {
            assertThat(session.deliver(new Event(head % 2, head, null, 1, text("entry " + head))))
                    .isEqualTo(Delivery.OWED);
        }
        session.deliver(new Event(1, 0, null, 1, text("receipts")));
        assertThat(written(channel)).isEmpty();

        block(channel, false);
        session.writable(true, 50);

        assertThat(written(channel))
                .containsExactly(
                        "{\"t\":\"behind\",\"conversation\":1,\"head\":99}",
                        "{\"t\":\"behind\",\"conversation\":0,\"head\":100}");
        assertThat(session.deliver(event("next"))).isEqualTo(Delivery.SENT);
        assertThat(written(channel)).containsExactly("next");
        assertThat(ring.last()).isEqualTo(3);
    }

    @Test
    void ofPersonalChangesASlowSocketGetsTheLastOfEachKind() {
        EmbeddedChannel channel = open();
        written(channel);
        block(channel, true);
        session.deliver(new Event(1, 0, "READ", 1, text("read 1")));
        session.deliver(new Event(1, 0, "READ", 1, text("read 2")));
        session.deliver(new Event(1, 0, "PREFERENCES", 1, text("muted")));
        session.deliver(new Event(2, 0, "READ", 1, text("other")));

        block(channel, false);
        session.writable(true, 50);

        assertThat(written(channel)).containsExactly("read 2", "muted", "other");
    }

    @Test
    void whoOwesTooMuchIsBetterOffStartingAgain() {
        EmbeddedChannel channel = open();
        block(channel, true);
        Delivery last = Delivery.SENT;
        for (int i = 0; i <= Backlog.MAX; i++) {
            last = session.deliver(new Event(i, 1, null, 1, text("x")));
        }

        assertThat(last).isEqualTo(Delivery.HOPELESS);
    }

    @Test
    void aSocketThatWasSlowAndCutIsToldWhatItMissedWhenItComesBack() {
        EmbeddedChannel first = open();
        block(first, true);
        session.deliver(new Event(5, 8, null, 1, text("entry")));
        session.cut(first, 10);
        session.deliver(new Event(5, 9, null, 1, text("entry")));

        EmbeddedChannel second = new EmbeddedChannel();
        session.resume(second, 0, text("again"), 20);

        assertThat(written(second)).containsExactly("again", "{\"t\":\"behind\",\"conversation\":5,\"head\":9}");
        assertThat(session.deliver(event("next"))).isEqualTo(Delivery.SENT);
        assertThat(written(second)).containsExactly("next");
    }

    @Test
    void everyReferenceIsGivenBack() {
        EmbeddedChannel channel = open();
        ByteBuf sent = text("sent");
        ByteBuf owed = text("owed");
        session.deliver(new Event(1, 1, null, 1, sent));
        block(channel, true);
        session.deliver(new Event(1, 0, "READ", 1, owed));
        sent.release();
        owed.release();
        written(channel);

        session.close(CloseCode.NOT_SIGNED_IN, 60);

        assertThat(sent.refCnt()).isZero();
        assertThat(owed.refCnt()).isZero();
        assertThat(session.deliver(event("late"))).isEqualTo(Delivery.GONE);
    }

    @Test
    void theSocketIsClosedWithItsReasonAndAtTheLatestAfterTwoSeconds() {
        EmbeddedChannel channel = open();
        written(channel);

        session.close(CloseCode.DISABLED, 60);

        channel.runPendingTasks();
        assertThat(written(channel)).singleElement().asString().endsWith("disabled");
        assertThat(channel.isOpen()).isTrue();
        channel.advanceTimeBy(2, java.util.concurrent.TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void typingIsPassedOnEveryTwoSeconds() {
        long second = 1_000_000_000L;

        assertThat(session.mayType(1, second)).isTrue();
        assertThat(session.mayType(1, 2 * second)).isFalse();
        assertThat(session.mayType(1, 3 * second)).isTrue();
        assertThat(session.mayType(2, 3 * second)).isTrue();
    }

    @Test
    void anAnswerIsNotNumbered() {
        EmbeddedChannel channel = open();

        session.send(new ServerFrame.Failure("a", "gateway.busy", Map.of(), 5L));

        assertThat(written(channel))
                .containsExactly(
                        "welcome",
                        "{\"t\":\"error\",\"id\":\"a\",\"code\":\"gateway.busy\",\"params\":{},\"retryAfterMs\":5}");
        assertThat(ring.last()).isZero();
    }

    private EmbeddedChannel open() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(100, 200));
        session.open(channel, text("welcome"), 0);
        return channel;
    }

    private static void block(EmbeddedChannel channel, boolean blocked) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, !blocked);
    }

    private static Event event(String text) {
        return new Event(1, 1, null, 1, text(text));
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    /** What reached the wire since the last look, without the header of encoded frames. */
    private static List<String> written(EmbeddedChannel channel) {
        channel.runPendingTasks();
        List<String> all = new ArrayList<>();
        for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            String text = next.toString(StandardCharsets.UTF_8);
            all.add(text.indexOf('{') > 0 ? text.substring(text.indexOf('{')) : text);
            next.release();
        }
        return all;
    }
}
