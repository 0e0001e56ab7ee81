package org.qiao.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.file.FileRemovals;
import org.qiao.privacy.ExportStore.Kept;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Packages about him, whoever asked for them, are gone with him; that he was erased stays written down, without his name. */
@Component
class PrivacyPersonData implements PersonData {

    private static final int PORTION = 50;

    private final ExportStore exports;
    private final ErasureStore erasures;
    private final FileRemovals files;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PrivacyPersonData(
            ExportStore exports,
            ErasureStore erasures,
            FileRemovals files,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.exports = exports;
        this.erasures = erasures;
        this.files = files;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "privacy";
    }

    @Override
    public void export(Person person, PersonExport out) {
        exports.ofCustomers(person.orgId(), person.ids(), PORTION)
                .forEach(export -> out.row(
                        "packages",
                        Map.of("at", export.askedAt(), "state", export.state().name())));
        erasures.lastOf(person.orgId(), person.ids())
                .ifPresent(erasure -> out.row(
                        "erasure",
                        Map.of(
                                "at",
                                erasure.askedAt(),
                                "due",
                                erasure.dueAt(),
                                "state",
                                erasure.state().name())));
    }

    @Override
    public boolean erase(Person person) {
        List<Kept> kept = exports.kept(person.orgId(), person.ids(), PORTION);
        kept.forEach(export -> removeFile(person.orgId(), export));
        transaction.executeWithoutResult(status ->
                kept.forEach(export -> exports.end(person.orgId(), export.id(), ExportState.GONE, clock.instant())));
        return kept.size() < PORTION;
    }

    /** Also of one that was being made when the server ended. */
    private void removeFile(long orgId, Kept export) {
        if (export.fileId() > 0) {
            files.remove(orgId, List.of(export.fileId()));
        } else {
            files.removeNamed(orgId, export.askedBy(), ExportStore.fileName(export.id()));
        }
    }
}
