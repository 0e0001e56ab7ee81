package org.qiao.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.qiao.privacy.PrivacyViews.RegisterLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is processed, for whom and how long (PIPL articles 54 to 56, GDPR article 30): lines that follow from the program and the company's
 * settings, and lines that the company adds for what happens elsewhere.
 */
@Service
class Register {

    static final int MOST = 200;

    private static final List<String> COLUMNS =
            List.of("activity", "people", "data", "purpose", "basis", "recipients", "retention");

    private final ActivityStore store;
    private final PrivacyRules rules;
    private final PrivacyAudit audit;
    private final Clock clock;

    Register(ActivityStore store, PrivacyRules rules, PrivacyAudit audit, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    List<RegisterLine> list(Actor actor) {
        PrivacyRules.requireAdmin(actor);
        List<RegisterLine> lines = new ArrayList<>();
        RegisterDefaults.entries(rules.settings(actor.orgId()), ExportWords.of(actor.locale()))
                .forEach(entry -> lines.add(new RegisterLine(null, entry)));
        lines.addAll(store.list(actor.orgId()));
        return lines;
    }

    @Transactional
    public RegisterLine add(Actor actor, RegisterEntry input) {
        PrivacyRules.requireAdmin(actor);
        RegisterEntry entry = input.clean();
        long id = store.add(actor, entry, clock.instant(), MOST)
                .orElseThrow(() -> PrivacyProblem.REGISTER_FULL.problem("max", MOST));
        changed(actor, id, "ADDED");
        return new RegisterLine(id, entry);
    }

    @Transactional
    public RegisterLine change(Actor actor, long id, RegisterEntry input) {
        PrivacyRules.requireAdmin(actor);
        RegisterEntry entry = input.clean();
        if (!store.change(actor, id, entry, clock.instant())) {
            throw PrivacyProblem.NOT_FOUND.problem();
        }
        changed(actor, id, "CHANGED");
        return new RegisterLine(id, entry);
    }

    @Transactional
    public void delete(Actor actor, long id) {
        PrivacyRules.requireAdmin(actor);
        if (!store.delete(actor, id)) {
            throw PrivacyProblem.NOT_FOUND.problem();
        }
        changed(actor, id, "REMOVED");
    }

    private void changed(Actor actor, long id, String what) {
        audit.record(
                actor.orgId(),
                actor.principalId(),
                AuditKind.REGISTER_CHANGED,
                null,
                Map.of("line", id, "change", what));
    }

    /** What goes into the spreadsheet; written down that it went out. */
    @Transactional
    public List<RegisterLine> take(Actor actor) {
        List<RegisterLine> lines = list(actor);
        audit.record(
                actor.orgId(), actor.principalId(), AuditKind.REGISTER_EXPORTED, null, Map.of("lines", lines.size()));
        return lines;
    }

    static void write(List<RegisterLine> lines, ExportWords words, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet(words.word("register.title"));
        CellGuard.row(
                sheet,
                0,
                COLUMNS.stream().map(column -> words.word("register." + column)).toList());
        int row = 1;
        for (RegisterLine line : lines) {
            CellGuard.row(sheet, row++, line.entry().cells());
        }
        workbook.finish();
    }
}
