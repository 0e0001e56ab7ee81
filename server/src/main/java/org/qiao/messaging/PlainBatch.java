package org.qiao.messaging;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.AppendStore.Outcome;

/**
 * A batch of nothing but messages, said now: what nearly every batch is. The database gives each conversation its first number;
 * the numbers within are counted here.
 */
final class PlainBatch {

    private final int size;
    private final int[] groups;
    private final int[] steps;
    private final long[] senders;
    private final String[] keys;
    private final String[] kinds;
    private final byte[][] digests;
    private final String[] bodies;
    private final long at;
    private long[] heads;
    private long[] orgs;
    private long[] permits;
    private int[] counts;
    private int conversations;

    private PlainBatch(List<AppendStore.Row> batch) {
        size = batch.size();
        groups = new int[size];
        steps = new int[size];
        senders = new long[size];
        keys = new String[size];
        kinds = new String[size];
        digests = new byte[size][];
        bodies = new String[size];
        heads = new long[size];
        orgs = new long[size];
        permits = new long[size];
        counts = new int[size];
        at = batch.getFirst().atMillis();
    }

    /** Null when a draft needs more than its row, or the batch is not as plain as it could be. */
    static @Nullable PlainBatch of(List<AppendStore.Row> batch, Permits known) {
        PlainBatch plain = new PlainBatch(batch);
        for (int i = 0; i < plain.size; i++) {
            if (!plain.take(i, batch.get(i))) {
                return null;
            }
        }
        plain.heads = Arrays.copyOf(plain.heads, plain.conversations);
        plain.orgs = Arrays.copyOf(plain.orgs, plain.conversations);
        plain.counts = Arrays.copyOf(plain.counts, plain.conversations);
        plain.permits = plain.known(known);
        return plain;
    }

    private boolean take(int i, AppendStore.Row row) {
        Pending pending = row.pending();
        BodyRule.Checked draft = pending.draft();
        if (row.atMillis() != at
                || draft.target() > 0
                || draft.replyTo() > 0
                || draft.mentionAll()
                || draft.mentions().length > 0) {
            return false;
        }
        long org = pending.actor().orgId();
        if (conversations == 0 || heads[conversations - 1] != pending.conversationId()) {
            heads[conversations] = pending.conversationId();
            orgs[conversations] = org;
            conversations++;
        } else if (orgs[conversations - 1] != org) {
            return false;
        }
        groups[i] = conversations;
        steps[i] = ++counts[conversations - 1];
        senders[i] = pending.actor().principalId();
        keys[i] = draft.key();
        kinds[i] = draft.kind().name();
        digests[i] = draft.digest();
        bodies[i] = draft.body();
        return true;
    }

    private long[] known(Permits known) {
        long[] found = new long[conversations];
        int from = 0;
        for (int group = 0; group < conversations; group++) {
            found[group] = known.of(heads[group], senders, from, from + counts[group]);
            from += counts[group];
        }
        return found;
    }

    /** Remembers who wrote, where that was not known. */
    void teach(Permits known, Long[] found) {
        int from = 0;
        for (int group = 0; group < conversations; group++) {
            if (found[group] != permits[group]) {
                known.learn(heads[group], found[group], senders, from, from + counts[group]);
            }
            from += counts[group];
        }
    }

    /** In the order of the function's parameters. */
    Object[] arguments() {
        return new Object[] {heads, orgs, permits, counts, groups, steps, senders, keys, kinds, digests, bodies, at};
    }

    /**
     * @param seqs the number before the first, for each conversation
     * @param numbers the same for message numbers
     */
    Outcome[] stored(long outboxId, Long[] seqs, Long[] numbers) {
        Instant time = Instant.ofEpochMilli(at);
        Outcome[] outcomes = new Outcome[size];
        for (int i = 0; i < size; i++) {
            int group = groups[i] - 1;
            Ack ack = new Ack(seqs[group] + steps[i], numbers[group] + steps[i], time);
            outcomes[i] = new Outcome(Outcome.STORED, ack, null, outboxId);
        }
        return outcomes;
    }
}
