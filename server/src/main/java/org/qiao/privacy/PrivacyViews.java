package org.qiao.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.CustomerConsents.Consent;
import org.qiao.directory.Card;

/** What leaves this module. */
final class PrivacyViews {

    private PrivacyViews() {}

    /**
     * A package with everything about a customer.
     *
     * @param by the administrator who asked for him; null: he himself
     * @param done of {@code parts}, while it is being made
     * @param mine the reader may open it
     * @param goneAt when it will be removed, once it is ready
     */
    record PrivacyExportView(
            long id,
            @Nullable CustomerCard customer,
            @Nullable Card by,
            ExportState state,
            int done,
            int parts,
            @Nullable Long size,
            boolean mine,
            Instant askedAt,
            @Nullable Instant goneAt) {}

    /**
     * A customer who is to be erased, or was.
     *
     * @param by the administrator who asked; null: he himself, or the rule of retention
     * @param done parts of the program that have forgotten him, of {@code parts}
     */
    record PrivacyErasureView(
            long id,
            @Nullable CustomerCard customer,
            ErasureOrigin origin,
            ErasureState state,
            @Nullable Card by,
            int done,
            int parts,
            Instant askedAt,
            Instant dueAt,
            @Nullable Instant endedAt) {}

    record PrivacyAuditView(
            long id,
            AuditKind kind,
            @Nullable Card actor,
            @Nullable CustomerCard customer,
            Map<String, Object> detail,
            Instant at) {}

    /**
     * A customer's privacy, for whoever may look at him.
     *
     * @param noticeVersion the version that counts now
     * @param agreed the version that counts for him; null: none
     * @param erasure under way or done
     * @param exports for administrators, else none
     * @param mayAct the reader may export and erase
     */
    record CustomerPrivacyView(
            int noticeVersion,
            @Nullable Integer agreed,
            List<Consent> consents,
            @Nullable PrivacyErasureView erasure,
            List<PrivacyExportView> exports,
            boolean mayAct) {}

    /**
     * The same for himself.
     *
     * @param proofNeeded before he may ask for anything he has to prove an address that he has
     */
    record VisitPrivacy(
            int noticeVersion,
            @Nullable Integer agreed,
            List<Consent> consents,
            boolean proofNeeded,
            int erasureDays,
            @Nullable VisitErasure erasure,
            List<VisitExport> exports) {}

    record VisitErasure(ErasureState state, Instant askedAt, Instant dueAt) {}

    record VisitExport(
            long id,
            ExportState state,
            int done,
            int parts,
            @Nullable Long size,
            Instant askedAt,
            @Nullable Instant goneAt) {}

    /** Whom a rule would touch now. */
    record RetentionPreview(long customers, long devices) {}

    /**
     * A line of the register.
     *
     * @param id null: follows from the program and its settings
     */
    record RegisterLine(@Nullable Long id, RegisterEntry entry) {}
}
