package org.qiao.masssend;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.CustomerPicks;
import org.qiao.masssend.MassMessages.Kept;
import org.qiao.masssend.MassViews.MassRecipientView;
import org.qiao.masssend.RecipientStore.Recipient;
import org.qiao.masssend.RecipientStore.Wanted;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of each recipient, as a spreadsheet. Who took it is written down beside the exports of customers. */
@Component
class MassExport {

    private static final int PIECE = 1_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> HEADINGS = List.of("name", "member", "result", "at", "answered", "recall");

    private final MassLists lists;
    private final Kept kept;
    private final CustomerPicks exports;

    MassExport(MassLists lists, Kept kept, CustomerPicks exports) {
        this.lists = lists;
        this.kept = kept;
        this.exports = exports;
    }

    /** Opened when the export is on record. */
    interface Answer {

        OutputStream open() throws IOException;
    }

    @Transactional
    public Mass start(Actor actor, long id) {
        Mass mass = lists.requireManaged(actor, id);
        exports.noteExport(actor, mass.kind() == MassKind.PERSONAL, id, mass.total());
        return mass;
    }

    void write(Actor actor, Mass mass, Answer answer) throws IOException {
        MassWords words = MassWords.of(actor.locale());
        Workbook workbook = new Workbook(answer.open(), "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet("Recipients");
        CellGuard.row(sheet, 0, HEADINGS.stream().map(words::word).toList());
        int line = 1;
        List<Recipient> piece;
        long after = 0;
        do {
            piece = kept.recipients().list(mass, new Wanted(null, null), after, PIECE);
            for (MassRecipientView view :
                    piece.stream().map(lists.views(actor, piece)).toList()) {
                CellGuard.row(sheet, line++, cells(actor, words, view));
                after = view.id();
            }
        } while (piece.size() == PIECE);
        workbook.finish();
    }

    private static List<String> cells(Actor actor, MassWords words, MassRecipientView view) {
        RecallResult recall = view.recall();
        return new ArrayList<>(List.of(
                view.name(),
                view.member().name(),
                words.word("result." + view.result()),
                time(actor, view.at()),
                view.answeredAt() == null ? "" : words.word("yes"),
                recall == null ? "" : words.word("recall." + recall)));
    }

    private static String time(Actor actor, @Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(actor.zone()));
    }
}
