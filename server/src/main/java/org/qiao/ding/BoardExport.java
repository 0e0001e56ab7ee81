package org.qiao.ding;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.qiao.ding.Board.Filter;
import org.qiao.ding.Board.RecipientView;
import org.qiao.ding.Board.StepView;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.Texts;
import org.springframework.stereotype.Component;

/** The board as a spreadsheet, page by page. */
@Component
class BoardExport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> HEADINGS_ZH = List.of("姓名", "手机", "状态", "原因", "打开时间", "确认时间", "确认方式", "触达记录");
    private static final List<String> HEADINGS_EN =
            List.of("Name", "Number", "State", "Reason", "Opened", "Confirmed", "Confirmed by", "What was done");

    private final Board board;
    private final Inbox inbox;

    BoardExport(Board board, Inbox inbox) {
        this.board = board;
        this.inbox = inbox;
    }

    /** Refuses before the first byte. */
    Ding require(Actor actor, long dingId) {
        return inbox.requireSent(actor, dingId);
    }

    void write(Actor actor, Ding ding, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet("DING");
        write(sheet, 0, Texts.in(actor.locale(), HEADINGS_ZH, HEADINGS_EN));
        int row = 1;
        long after = 0;
        Page<RecipientView> page;
        do {
            page = board.list(actor, ding, Filter.ALL, after, Limits.PAGE_MAX);
            for (RecipientView recipient : page.items()) {
                write(sheet, row++, cells(actor, recipient));
                after = recipient.id();
            }
            sheet.flush();
        } while (page.next() != null);
        workbook.finish();
    }

    private static List<String> cells(Actor actor, RecipientView recipient) {
        return List.of(
                recipient.person() == null
                        ? recipient.name()
                        : recipient.person().name(),
                recipient.phone() == null ? "" : recipient.phone(),
                recipient.state().name(),
                recipient.reason() == null ? "" : recipient.reason(),
                time(actor, recipient.openedAt()),
                time(actor, recipient.confirmedAt()),
                recipient.confirmedWay() == null ? "" : recipient.confirmedWay().name(),
                recipient.steps().stream().map(step -> step(actor, step)).collect(Collectors.joining("; ")));
    }

    private static String step(Actor actor, StepView step) {
        String reason = step.reason() == null ? "" : " " + step.reason();
        return time(actor, step.at()) + " " + step.way() + " " + step.target() + " " + step.state() + reason;
    }

    private static String time(Actor actor, @Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(actor.zone()));
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, CellGuard.guard(cells.get(column)));
        }
    }
}
