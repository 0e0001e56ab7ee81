package org.qiao.customercare;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Behaviour of one or many over days.
 *
 * @param opened new customers; {@code taken} came from colleagues
 * @param chats threads and days with messages of both
 * @param asked threads and days in which a customer began to wait
 * @param answered of them; {@code settled}: no answer was needed; {@code unanswered}: the rest
 * @param passed of those who waited went on to a colleague
 * @param share of {@code asked} without the settled ones that were answered, 0 to 1; null: nobody waited
 * @param work first replies in the employees' hours; {@code clock}: as time passes
 * @param within first replies in working time within 1, 5, 10, 30, 60 minutes, and later
 */
record CareNumbers(
        int opened,
        int taken,
        int endedByCustomer,
        int endedByMember,
        int chats,
        int received,
        int sent,
        int asked,
        int answered,
        int settled,
        int unanswered,
        int passed,
        @Nullable Double share,
        @Nullable ReplySpeed work,
        @Nullable ReplySpeed clock,
        List<Integer> within) {

    private static final double THOUSAND = 1_000.0;

    /** In seconds. */
    record ReplySpeed(int average, int median) {

        static @Nullable ReplySpeed of(long sum, int[] classes) {
            int count = Arrays.stream(classes).sum();
            OptionalInt median = ReplyTimes.median(classes);
            if (median.isEmpty()) {
                return null;
            }
            int average = (int) (sum / count);
            return new ReplySpeed(average, count == 1 ? average : median.getAsInt());
        }
    }

    /** Numbers as the database adds them up. */
    record Sums(int[] counts, long workSeconds, long clockSeconds, int[] workTimes, int[] clockTimes) {

        private static final int COUNTS = 11;

        static Sums together(List<Sums> some) {
            return new Sums(
                    added(some, Sums::counts, COUNTS),
                    some.stream().mapToLong(Sums::workSeconds).sum(),
                    some.stream().mapToLong(Sums::clockSeconds).sum(),
                    added(some, Sums::workTimes, ReplyTimes.CLASSES),
                    added(some, Sums::clockTimes, ReplyTimes.CLASSES));
        }

        private static int[] added(List<Sums> some, Function<Sums, int[]> field, int length) {
            int[] sum = new int[length];
            some.forEach(one -> Arrays.setAll(sum, i -> sum[i] + field.apply(one)[i]));
            return sum;
        }
    }

    /** @param sums its counts in the order of this record, up to {@code settled}, then {@code passed} */
    static CareNumbers of(Sums sums) {
        int[] n = sums.counts();
        int asked = n[7];
        int answered = n[8];
        int settled = n[9];
        int wanted = asked - settled;
        return new CareNumbers(
                n[0],
                n[1],
                n[2],
                n[3],
                n[4],
                n[5],
                n[6],
                asked,
                answered,
                settled,
                Math.max(0, wanted - answered),
                n[10],
                wanted <= 0 ? null : Math.round(THOUSAND * answered / wanted) / THOUSAND,
                ReplySpeed.of(sums.workSeconds(), sums.workTimes()),
                ReplySpeed.of(sums.clockSeconds(), sums.clockTimes()),
                Arrays.stream(ReplyTimes.shown(sums.workTimes())).boxed().toList());
    }
}
