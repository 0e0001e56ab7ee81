package org.qiao.customercare;

import java.util.List;
import org.qiao.customer.RelationMoves.MoveCounts;
import org.qiao.customercare.CareChatStore.ChatRow;

/** What one employee did on one day, counted from rows of single threads. Pure. */
record MemberDay(MoveCounts moves, Talks talks, Replies replies) {

    /**
     * Of threads.
     *
     * @param chats with messages of both
     */
    record Talks(int chats, int received, int sent) {}

    /**
     * Of threads in which the customer waited.
     *
     * @param workTimes answers by {@link ReplyTimes}
     */
    record Replies(
            int asked,
            int answered,
            int settled,
            int passed,
            long workSeconds,
            long clockSeconds,
            int[] workTimes,
            int[] clockTimes) {}

    static MemberDay of(List<ChatRow> rows, MoveCounts moves) {
        int chats = 0;
        int received = 0;
        int sent = 0;
        for (ChatRow row : rows) {
            received += row.received();
            sent += row.sent();
            chats += row.received() > 0 && row.sent() > 0 ? 1 : 0;
        }
        return new MemberDay(moves, new Talks(chats, received, sent), replies(rows));
    }

    private static Replies replies(List<ChatRow> rows) {
        List<ChatRow> asked =
                rows.stream().filter(row -> row.askedSeq() != null).toList();
        int[] work = new int[ReplyTimes.CLASSES];
        int[] clock = new int[ReplyTimes.CLASSES];
        long workSum = 0;
        long clockSum = 0;
        int answered = 0;
        int settled = 0;
        int passed = 0;
        for (ChatRow row : asked) {
            passed += row.passed() ? 1 : 0;
            settled += "NOT_NEEDED".equals(row.ended()) ? 1 : 0;
            if ("ANSWERED".equals(row.ended())) {
                answered++;
                workSum += row.workSeconds();
                clockSum += row.clockSeconds();
                work[ReplyTimes.classOf(row.workSeconds())]++;
                clock[ReplyTimes.classOf(row.clockSeconds())]++;
            }
        }
        return new Replies(asked.size(), answered, settled, passed, workSum, clockSum, work, clock);
    }
}
