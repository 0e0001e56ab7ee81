package org.qiao.customerguard;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.qiao.customerguard.GuardViews.GuardHitView;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.springframework.stereotype.Component;

/** What rules found as a spreadsheet, with as much in it as the actor may see. */
@Component
class HitExport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Hits hits;

    HitExport(Hits hits) {
        this.hits = hits;
    }

    /** Opened when nothing can be refused any more. */
    interface Answer {

        OutputStream open() throws IOException;
    }

    void write(Actor actor, Hits.Question question, Answer answer) throws IOException {
        List<GuardHitView> all = hits.all(actor, question);
        GuardWords words = GuardWords.of(actor.locale());
        Workbook workbook = new Workbook(answer.open(), "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet("Hits");
        CellGuard.row(
                sheet,
                0,
                Stream.of("time", "rule", "action", "writer", "member", "customer", "found", "excerpt")
                        .map(words::word)
                        .toList());
        int row = 1;
        for (GuardHitView hit : all) {
            CellGuard.row(sheet, row++, cells(actor, words, hit));
        }
        workbook.finish();
    }

    private static List<String> cells(Actor actor, GuardWords words, GuardHitView hit) {
        return List.of(
                TIME.format(hit.at().atZone(actor.zone())),
                hit.rule().name(),
                words.word("action." + hit.action()),
                words.word(hit.byCustomer() ? "customer" : "member"),
                hit.member() == null ? "" : hit.member().name(),
                hit.customer() == null ? "" : hit.customer().name(),
                Objects.requireNonNullElse(hit.found(), ""),
                Objects.requireNonNullElse(hit.excerpt(), ""));
    }
}
