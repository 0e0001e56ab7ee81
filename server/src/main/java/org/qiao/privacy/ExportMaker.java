package org.qiao.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Customers;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.file.FileRemovals;
import org.qiao.file.FileView;
import org.qiao.platform.Actor;
import org.qiao.platform.FaultPoints;
import org.qiao.platform.Limits;
import org.qiao.privacy.ExportStore.Export;
import org.qiao.privacy.ExportStore.Made;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes packages, and removes them when their days are over. What a crash left is made anew. */
@Component
class ExportMaker {

    private static final Logger LOG = LoggerFactory.getLogger(ExportMaker.class);

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 5;

    private final ExportStore store;
    private final PersonParts parts;
    private final Known known;
    private final Storage storage;
    private final Erasures.Telling telling;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ExportMaker(
            ExportStore store,
            PersonParts parts,
            Known known,
            Storage storage,
            Erasures.Telling telling,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.parts = parts;
        this.known = known;
        this.storage = storage;
        this.telling = telling;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is written into packages. */
    @Component
    record Known(Customers customers, Orgs orgs, Members members, PrivacyRules rules, JsonMapper json) {}

    /** Where they are kept. */
    @Component
    record Storage(ExportFolder folder, org.qiao.file.Files files, FileRemovals removals, PrivacyAudit audit) {}

    /** @return false when nothing is due */
    boolean next() {
        Instant now = clock.instant();
        Optional<Export> claimed =
                Objects.requireNonNull(transaction.execute(status -> store.claim(now, now.plus(LEASE))));
        if (claimed.isEmpty()) {
            return false;
        }
        Export export = claimed.get();
        if (export.state() == ExportState.READY) {
            remove(export);
            return true;
        }
        if (export.attempts() > ATTEMPTS) { // whoever made it died with his server, each time
            LOG.error("Package {} was given up: it ended its server too often", export.id());
            transaction.executeWithoutResult(status -> failed(export));
            forgetHalf(export);
            return true;
        }
        try {
            make(export);
        } catch (RuntimeException | IOException e) { // a job: it comes again
            LOG.error("Package {} was not made", export.id(), e);
            transaction.executeWithoutResult(status -> failed(export));
            forgetHalf(export);
        }
        return true;
    }

    private void failed(Export export) {
        if (export.attempts() >= ATTEMPTS) {
            store.end(export.orgId(), export.id(), ExportState.FAILED, clock.instant());
        } else {
            store.again(export, clock.instant().plus(Limits.pause(export.attempts())));
        }
    }

    /** A package that was kept, while nothing says so yet: what a crash or a lost connection left between the two. */
    private void forgetHalf(Export export) {
        storage.removals().removeNamed(export.orgId(), export.askedBy(), ExportStore.fileName(export.id()));
    }

    private void make(Export export) throws IOException {
        long orgId = export.orgId();
        forgetHalf(export);
        Person person = known.customers().person(orgId, export.customerId());
        ExportDocument.Heading heading = new ExportDocument.Heading(
                known.orgs().get(orgId).name(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                ExportWords.of(export.locale()));
        List<PersonData> all = parts.inOrder().reversed(); // the person himself is read first
        try (ExportDocument document =
                new ExportDocument(sources(orgId), heading, storage.folder().make())) {
            int done = 0;
            step(export, done, all.size());
            for (PersonData part : all) {
                part.export(person, document);
                done++;
                step(export, done, all.size());
            }
            FaultPoints.reached("export.finish");
            keep(export, document.finish());
        }
    }

    private void step(Export export, int done, int all) {
        transaction.executeWithoutResult(
                status -> store.step(export, done, all, clock.instant().plus(LEASE)));
    }

    private ExportDocument.Sources sources(long orgId) {
        return new ExportDocument.Sources() {
            @Override
            public JsonMapper json() {
                return known.json();
            }

            @Override
            public @Nullable FileView find(long fileId) {
                return storage.files().describe(orgId, List.of(fileId)).get(fileId);
            }

            @Override
            public void copy(long fileId, OutputStream out) throws IOException {
                storage.files().copy(orgId, fileId, out);
            }

            @Override
            public String member(long memberId) {
                return known.members().cards(orgId, List.of(memberId)).stream()
                        .findFirst()
                        .map(card -> card.name())
                        .orElse("");
            }
        };
    }

    /** It belongs to whoever asked for it. */
    private void keep(Export export, Path made) throws IOException {
        long orgId = export.orgId();
        Actor owner = new Actor(orgId, export.askedBy(), Set.of(), export.locale(), ZoneOffset.UTC);
        FileView kept;
        try (InputStream content = Files.newInputStream(made)) {
            kept = storage.files().storeMade(owner, ExportStore.fileName(export.id()), content);
        }
        FaultPoints.reached("export.kept");
        boolean wanted = Boolean.TRUE.equals(transaction.execute(status -> ready(export, kept)));
        if (!wanted) {
            storage.removals().remove(orgId, List.of(kept.id()));
        }
    }

    private boolean ready(Export export, FileView kept) {
        Instant now = clock.instant();
        Duration days = known.rules().settings(export.orgId()).kept();
        if (!store.ready(export, new Made(kept.id(), kept.size(), now, now.plus(days)))) {
            return false;
        }
        storage.audit()
                .record(
                        export.orgId(),
                        null,
                        AuditKind.EXPORT_READY,
                        export.customerId(),
                        Map.of("export", export.id(), "bytes", kept.size()));
        telling.moved(export.orgId(), export.customerId(), export.id(), "EXPORT");
        return true;
    }

    private void remove(Export export) {
        Long file = export.fileId();
        if (file != null) {
            storage.removals().remove(export.orgId(), List.of(file));
        }
        transaction.executeWithoutResult(status -> {
            store.end(export.orgId(), export.id(), ExportState.GONE, clock.instant());
            storage.audit()
                    .record(
                            export.orgId(),
                            null,
                            AuditKind.EXPORT_REMOVED,
                            export.customerId(),
                            Map.of("export", export.id()));
        });
    }
}
