package org.qiao.customercare;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.qiao.customercare.CareNumbers.ReplySpeed;
import org.qiao.customercare.CareStatistics.CareMemberView;
import org.qiao.customercare.CareStatistics.CareStatisticsView;
import org.qiao.customercare.CareStatistics.Query;
import org.qiao.customercare.CareViews.CareExportView;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Component;

/** The numbers as a spreadsheet: a sheet of employees and one of days. Who took it is written down before the first byte leaves. */
@Component
class StatisticsExport {

    private static final double MINUTE = 60.0;
    private static final double TENTH = 10.0;
    private static final List<String> COLUMNS = List.of(
            "opened",
            "taken",
            "endedByCustomer",
            "endedByMember",
            "chats",
            "received",
            "sent",
            "asked",
            "answered",
            "settled",
            "unanswered",
            "passed",
            "share",
            "workAverage",
            "workMedian",
            "clockAverage",
            "clockMedian");

    private final CareStatistics statistics;
    private final StatisticsStore store;
    private final Members members;
    private final Clock clock;

    StatisticsExport(CareStatistics statistics, StatisticsStore store, Members members, Clock clock) {
        this.statistics = statistics;
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    /** Opened when the export is on record. */
    interface Answer {

        OutputStream open() throws IOException;
    }

    void write(Actor actor, Query query, Answer answer) throws IOException {
        CareStatisticsView all = statistics.get(actor, query);
        List<CareMemberView> people = statistics.all(actor, query);
        store.addExport(actor, query.scope(), query.span(), people.size(), clock.instant());
        CareWords words = CareWords.of(actor.locale());
        Workbook workbook = new Workbook(answer.open(), "Qiao", "1.0");
        Worksheet first = workbook.newWorksheet(words.word("column.member"));
        head(first, words, "column.member");
        int row = 1;
        for (CareMemberView line : people) {
            line(first, row++, line.member().name(), line.numbers());
        }
        line(first, row, words.word("total"), all.total());
        Worksheet second = workbook.newWorksheet(words.word("column.day"));
        head(second, words, "column.day");
        row = 1;
        for (CareStatistics.CareDayView day : all.days()) {
            line(second, row++, day.day().toString(), day.numbers());
        }
        workbook.finish();
    }

    private static void head(Worksheet sheet, CareWords words, String first) {
        sheet.value(0, 0, words.word(first));
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.value(0, i + 1, words.word("column." + COLUMNS.get(i)));
        }
    }

    private static void line(Worksheet sheet, int row, String name, CareNumbers n) {
        sheet.value(row, 0, CellGuard.guard(name));
        List<Integer> counts = List.of(
                n.opened(),
                n.taken(),
                n.endedByCustomer(),
                n.endedByMember(),
                n.chats(),
                n.received(),
                n.sent(),
                n.asked(),
                n.answered(),
                n.settled(),
                n.unanswered(),
                n.passed());
        int column = 1;
        for (Integer count : counts) {
            sheet.value(row, column++, count);
        }
        Double share = n.share();
        if (share != null) {
            sheet.value(row, column, share);
        }
        times(sheet, row, column + 1, n.work());
        times(sheet, row, column + 3, n.clock());
    }

    private static void times(Worksheet sheet, int row, int column, @Nullable ReplySpeed speed) {
        if (speed != null) {
            sheet.value(row, column, minutes(speed.average()));
            sheet.value(row, column + 1, minutes(speed.median()));
        }
    }

    private static double minutes(int seconds) {
        return Math.round(TENTH * seconds / MINUTE) / TENTH;
    }

    /** Newest first, for administrators. */
    Page<CareExportView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        CareRules.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<StatisticsStore.Export> page = Page.cut(
                store.exports(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                export -> Long.toString(export.id()));
        Map<Long, Card> cards = members.cardsById(
                actor, page.items().stream().map(StatisticsStore.Export::byId).toList());
        return page.map(export -> new CareExportView(
                export.id(),
                Objects.requireNonNull(cards.get(export.byId())),
                export.scope(),
                export.span().from(),
                export.span().until(),
                export.lines(),
                export.at()));
    }
}
