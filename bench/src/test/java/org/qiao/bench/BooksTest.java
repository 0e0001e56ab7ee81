package org.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.qiao.bench.Books.Asked;
import org.qiao.bench.Books.Open;
import org.qiao.bench.Operation.Kind;
import org.qiao.bench.Operation.Outcome;
import org.qiao.bench.Sighting.Way;

class BooksTest {

    private final Books books = new Books();

    private Open send(String key) {
        return books.invoke(new Asked(Kind.SEND, 1, 7, 5, key, "text", 0));
    }

    private List<Operation> operations() {
        return books.close(Map.of(), List.of(), List.of()).operations();
    }

    @Test
    void whatIsNeverAnsweredIsUnknown() {
        send("a");

        assertThat(operations()).singleElement().satisfies(operation -> {
            assertThat(operation.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(operation.connection()).isEqualTo(7);
            assertThat(operation.attempts()).isEqualTo(1);
            assertThat(operation.acks()).isEmpty();
        });
    }

    @Test
    void anAcknowledgementHasItsNumberAndIsNotBeforeTheQuestion() {
        books.ok(send("a"), 42, 40);

        Operation operation = operations().getFirst();
        assertThat(operation.outcome()).isEqualTo(Outcome.OK);
        assertThat(operation.acks()).singleElement().satisfies(ack -> {
            assertThat(ack.seq()).isEqualTo(42);
            assertThat(ack.no()).isEqualTo(40);
            assertThat(ack.at()).isGreaterThanOrEqualTo(operation.begun());
        });
    }

    @Test
    void everyAnswerOfARepeatIsKept() {
        Open open = send("a");
        books.ok(open, 42, 40);
        books.again(open);
        books.ok(open, 43, 41);

        Operation operation = operations().getFirst();
        assertThat(operation.attempts()).isEqualTo(2);
        assertThat(operation.acks()).extracting(Operation.Ack::seq).containsExactly(42L, 43L);
        assertThat(operation.ended()).isEqualTo(operation.acks().getFirst().at());
    }

    @Test
    void aRefusalKeepsItsCode() {
        books.fail(send("a"), "messaging.not_found");

        assertThat(operations().getFirst().outcome()).isEqualTo(Outcome.FAIL);
        assertThat(operations().getFirst().code()).isEqualTo("messaging.not_found");
    }

    @Test
    void anAcknowledgementCannotBeTakenBack() {
        Open open = send("a");
        books.ok(open, 1, 1);
        books.fail(open, "messaging.not_found");

        assertThat(operations().getFirst().outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void aRefusedRepeatMayStillBeAcknowledged() {
        Open open = send("a");
        books.fail(open, "messaging.not_found");
        books.ok(open, 1, 1);

        assertThat(operations().getFirst().outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void outcomesAreCounted() {
        books.ok(send("a"), 1, 1);
        books.ok(send("b"), 2, 2);
        books.fail(send("c"), "no");
        send("d");

        assertThat(books.counts())
                .containsEntry("ok", 2L)
                .containsEntry("fail", 1L)
                .containsEntry("unknown", 1L);
    }

    @Test
    void serviceIsBackWhenSomethingBegunLaterIsAcknowledged() {
        Open before = send("a");
        long fault = System.nanoTime();
        books.ok(before, 1, 1);
        assertThat(books.lastBegun()).isLessThan(fault);

        books.beginSilence();
        books.ok(send("b"), 2, 2);
        assertThat(books.lastBegun()).isGreaterThanOrEqualTo(fault);
        assertThat(books.longestSilenceSeconds()).isPositive();
    }

    @Test
    void manyMayWriteAtOnceAndEachOnesOrderStays() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int device = 0; device < 4; device++) {
                int own = device;
                all.add(writers.submit(() -> {
                    for (int seq = 1; seq <= 500; seq++) {
                        books.saw(new Sighting(own, own, 1, 1, 5, seq, "TEXT 1 a", Way.LIVE, System.nanoTime()));
                        books.ok(send("d" + own + "-" + seq), seq, seq);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        History history = books.close(Map.of(), List.of(), List.of());
        assertThat(history.operations()).hasSize(2_000);
        for (int device = 0; device < 4; device++) {
            int own = device;
            assertThat(history.sightings().stream().filter(sighting -> sighting.device() == own))
                    .extracting(Sighting::seq)
                    .hasSize(500)
                    .isSorted();
        }
    }
}
