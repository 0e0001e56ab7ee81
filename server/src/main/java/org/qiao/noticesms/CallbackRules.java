package org.qiao.noticesms;

import static java.util.Objects.requireNonNullElse;
import static org.qiao.notice.SettingsJson.require;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.FailReason;
import org.qiao.notice.ReplyText;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * How to read what a gateway posts to us. Everything is found by JSON pointers; fields of a form are read as members of an object.
 *
 * @param list where the array of notices is; empty when the body is one notice or itself the array
 * @param answer what the gateway wants to hear, such as {"code":0}; empty for nothing
 */
record CallbackRules(
        String list, @Nullable Receipt receipt, @Nullable Reply reply, String answer) {

    private static final int MAX_VALUES = 50;
    private static final int MAX_ANSWER = 500;
    private static final String ANY_OTHER = "*";

    /**
     * @param reference the gateway's message id, or our own reference
     * @param delivered values of state that mean so
     * @param failed values of state and why, "*" for every other; a state not named means that the message is on its way
     */
    record Receipt(String reference, String state, Set<String> delivered, Map<String, FailReason> failed) {

        Receipt {
            reference = requireNonNullElse(reference, "");
            state = requireNonNullElse(state, "");
            delivered = Collections.unmodifiableSet(new TreeSet<>(requireNonNullElse(delivered, Set.of())));
            failed = Collections.unmodifiableMap(new TreeMap<>(requireNonNullElse(failed, Map.of())));
        }
    }

    record Reply(String from, String text) {

        Reply {
            from = requireNonNullElse(from, "");
            text = requireNonNullElse(text, "");
        }
    }

    /** What one notice says. */
    sealed interface Told {

        record Delivered(String reference) implements Told {}

        record Failed(String reference, FailReason reason) implements Told {}

        record Written(String from, String text) implements Told {}
    }

    CallbackRules {
        list = requireNonNullElse(list, "");
        answer = requireNonNullElse(answer, "");
    }

    void check() {
        require(isPointer(list), "callback.list");
        require(receipt != null || reply != null, "callback");
        if (receipt != null) {
            require(isNonEmptyPointer(receipt.reference()), "callback.receipt.reference");
            require(isNonEmptyPointer(receipt.state()), "callback.receipt.state");
            require(receipt.delivered().size() <= MAX_VALUES, "callback.receipt.delivered");
            require(receipt.failed().size() <= MAX_VALUES, "callback.receipt.failed");
            Set<String> both = new HashSet<>(receipt.delivered());
            both.retainAll(receipt.failed().keySet());
            require(both.isEmpty(), "callback.receipt.failed");
        }
        if (reply != null) {
            require(isNonEmptyPointer(reply.from()), "callback.reply.from");
            require(isNonEmptyPointer(reply.text()), "callback.reply.text");
        }
        require(answer.length() <= MAX_ANSWER, "callback.answer");
    }

    /** Empty when it is neither a final receipt nor a reply. */
    Optional<Told> read(JsonNode notice) {
        Optional<Told> told = receipt == null ? Optional.empty() : receiptIn(notice, receipt);
        return told.isPresent() || reply == null ? told : replyIn(notice, reply);
    }

    private static Optional<Told> receiptIn(JsonNode notice, Receipt rule) {
        String reference = value(notice, rule.reference());
        String state = value(notice, rule.state());
        if (reference.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        if (rule.delivered().contains(state)) {
            return Optional.of(new Told.Delivered(reference));
        }
        FailReason reason = rule.failed().getOrDefault(state, rule.failed().get(ANY_OTHER));
        return Optional.ofNullable(reason).map(why -> new Told.Failed(reference, why));
    }

    private static Optional<Told> replyIn(JsonNode notice, Reply rule) {
        String from = value(notice, rule.from());
        String text = value(notice, rule.text());
        return from.isEmpty() ? Optional.empty() : Optional.of(new Told.Written(from, text));
    }

    /** A text, number or truth value as text; empty for anything else. */
    static String value(JsonNode tree, String pointer) {
        JsonNode node = tree.at(pointer);
        return node.isValueNode() && !node.isNull() ? ReplyText.clean(node.asString(), ReplyText.MOST) : "";
    }

    static boolean isPointer(String text) {
        if (text.length() > 200) {
            return false;
        }
        try {
            return JsonPointer.compile(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isNonEmptyPointer(String text) {
        return !text.isEmpty() && isPointer(text);
    }
}
