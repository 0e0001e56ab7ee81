package org.qiao.customerguard;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.qiao.customerguard.GuardViews.GuardExportView;
import org.qiao.customerguard.GuardViews.GuardHitView;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Component;

/** What rules found as a spreadsheet, with as much in it as the actor may see. */
@Component
class HitExport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Hits hits;
    private final HitListStore store;
    private final Members members;
    private final Clock clock;

    HitExport(Hits hits, HitListStore store, Members members, Clock clock) {
        this.hits = hits;
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    /** Opened when nothing can be refused any more. */
    interface Answer {

        OutputStream open() throws IOException;
    }

    void write(Actor actor, Hits.Question question, Answer answer) throws IOException {
        List<GuardHitView> all = hits.all(actor, question);
        store.addExport(actor, question.asked(), all.size(), clock.instant());
        GuardWords words = GuardWords.of(actor.locale());
        Workbook workbook = new Workbook(answer.open(), "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet("Hits");
        CellGuard.row(
                sheet,
                0,
                Stream.of("time", "rule", "action", "place", "writer", "member", "customer", "found", "excerpt")
                        .map(words::word)
                        .toList());
        int row = 1;
        for (GuardHitView hit : all) {
            CellGuard.row(sheet, row++, cells(actor, words, hit));
        }
        workbook.finish();
    }

    /** Who took finds out of the program, newest first; for administrators. */
    Page<GuardExportView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        GuardRules.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<HitListStore.Export> page = Page.cut(
                store.exports(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                export -> Long.toString(export.id()));
        Map<Long, Card> cards = members.cardsById(
                actor,
                page.items().stream().map(HitListStore.Export::byId).distinct().toList());
        return page.map(export -> new GuardExportView(
                export.id(),
                Objects.requireNonNull(cards.get(export.byId())),
                export.asked(),
                export.lines(),
                export.at()));
    }

    private static List<String> cells(Actor actor, GuardWords words, GuardHitView hit) {
        return List.of(
                TIME.format(hit.at().atZone(actor.zone())),
                hit.rule().name(),
                words.word("action." + hit.action()),
                words.word("place." + hit.place()),
                words.word(hit.byCustomer() ? "customer" : "member"),
                hit.member() == null ? "" : hit.member().name(),
                hit.customer() == null ? "" : hit.customer().name(),
                Objects.requireNonNullElse(hit.found(), ""),
                Objects.requireNonNullElse(hit.excerpt(), ""));
    }
}
