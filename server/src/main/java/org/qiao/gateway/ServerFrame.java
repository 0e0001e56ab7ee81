package org.qiao.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.EntryPage;
import org.qiao.messaging.EntryView;
import org.qiao.messaging.Receipt;
import org.qiao.messaging.SyncAnswer;
import org.qiao.platform.Problem;

/** Everything the server says, as docs/protocol.md shows it. {@code id} is the client's own and comes back unchanged. */
@JsonPropertyOrder({"t", "id"})
sealed interface ServerFrame {

    @JsonProperty
    String t();

    /** First frame of every socket. */
    record Welcome(String session, boolean resumed, long era, int heartbeat, long principal, Instant time)
            implements ServerFrame {
        @Override
        public String t() {
            return "welcome";
        }
    }

    /** The draft is stored durably. */
    record Ack(Object id, long conversation, long seq, long no, Instant at) implements ServerFrame {
        @Override
        public String t() {
            return "ack";
        }
    }

    record Failure(
            @Nullable Object id,
            String code,
            Map<String, Object> params,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long retryAfterMs)
            implements ServerFrame {
        static Failure of(@Nullable Object id, Problem problem) {
            Map<String, Object> params = problem.params();
            Long retry = params.get(Problem.RETRY_AFTER) instanceof Number seconds ? seconds.longValue() * 1_000 : null;
            return new Failure(id, problem.code(), params, retry);
        }

        static Failure of(Command.Invalid invalid) {
            Map<String, Object> params = invalid.field() == null ? Map.of() : Map.of("field", invalid.field());
            return new Failure(invalid.id(), invalid.problem().code(), params, null);
        }

        static Failure later(@Nullable Object id, GatewayProblem problem, long retryAfterMs) {
            return new Failure(id, problem.code(), Map.of(), retryAfterMs);
        }

        @Override
        public String t() {
            return "error";
        }
    }

    record Ok(Object id) implements ServerFrame {
        @Override
        public String t() {
            return "ok";
        }
    }

    record Pong(@Nullable Object id) implements ServerFrame {
        @Override
        public String t() {
            return "pong";
        }
    }

    record Typing(long conversation, long member) implements ServerFrame {
        @Override
        public String t() {
            return "typing";
        }
    }

    /** Another module's "look again". Not numbered, may be lost. */
    record Hint(String t, Object id, String kind) implements ServerFrame {}

    /** Numbered. Something was left out: pull from your last seq; receipts may have changed too. */
    record Behind(long conversation, long head) implements Numbered {
        @Override
        public String t() {
            return "behind";
        }
    }

    record Drain(long retryAfterMs) implements ServerFrame {
        @Override
        public String t() {
            return "drain";
        }
    }

    /** Events that the client counts and the server keeps for resuming. */
    sealed interface Numbered extends ServerFrame {

        long conversation();
    }

    record Head(long seq, long no) {}

    record EntryEvent(long conversation, EntryView entry, Head head) implements Numbered {
        @Override
        public String t() {
            return "entry";
        }
    }

    record Receipts(long conversation, List<Receipt> items) implements Numbered {
        @Override
        public String t() {
            return "receipts";
        }
    }

    record Personal(long seq, String kind, long conversation, Map<String, Object> data) implements Numbered {
        @Override
        public String t() {
            return "personal";
        }
    }

    /** Answer to a sync. */
    record Synced(Object id, @JsonUnwrapped SyncAnswer answer) implements ServerFrame {
        @Override
        public String t() {
            return "synced";
        }
    }

    /** Answer to a pull. */
    record EntriesAnswer(
            Object id, long conversation, @JsonUnwrapped EntryPage page) implements ServerFrame {
        @Override
        public String t() {
            return "entries";
        }
    }
}
