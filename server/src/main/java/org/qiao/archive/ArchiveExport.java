package org.qiao.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.qiao.archive.ArchiveViews.ArchivedMessage;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.springframework.stereotype.Component;

/** One thread as a spreadsheet. */
@Component
class ArchiveExport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Archive archive;

    ArchiveExport(Archive archive) {
        this.archive = archive;
    }

    /** Opened when it is on record. */
    interface Answer {

        OutputStream open() throws IOException;
    }

    void write(Actor actor, long conversationId, Answer answer) throws IOException {
        List<ArchivedMessage> all = archive.export(actor, conversationId);
        ArchiveWords words = ArchiveWords.of(actor.locale());
        Workbook workbook = new Workbook(answer.open(), "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet("Chat");
        CellGuard.row(
                sheet,
                0,
                Stream.of("time", "sender", "side", "text", "recalled")
                        .map(words::word)
                        .toList());
        int row = 1;
        for (ArchivedMessage message : all) {
            CellGuard.row(
                    sheet,
                    row++,
                    List.of(
                            time(actor, message.at()),
                            message.sender(),
                            message.withheld() ? "" : words.word(message.byCustomer() ? "customer" : "employee"),
                            text(message, words),
                            time(actor, message.recalledAt())));
        }
        workbook.finish();
    }

    private static String text(ArchivedMessage message, ArchiveWords words) {
        if (message.withheld()) {
            return words.word("withheld");
        }
        return message.file() == null
                ? Objects.requireNonNullElse(message.text(), "")
                : message.file().name();
    }

    private static String time(Actor actor, @Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(actor.zone()));
    }
}
