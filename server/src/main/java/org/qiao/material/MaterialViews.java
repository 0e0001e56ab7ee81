package org.qiao.material;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.directory.Card;
import org.qiao.file.FileView;

/** The library as staff and customers see it, and what makes it. */
final class MaterialViews {

    private MaterialViews() {}

    /**
     * @param text whole in a single one; in lists the first 200 characters of an article
     * @param uses how often it was used in a conversation
     * @param opens how often customers opened it
     * @param mine the reader may change it
     */
    record MaterialView(
            long id,
            MaterialKind kind,
            boolean company,
            @Nullable Long folderId,
            String title,
            String text,
            String url,
            @Nullable FileView file,
            int uses,
            int opens,
            int version,
            boolean mine,
            Instant changedAt) {

        @Override
        public String toString() {
            return "MaterialView " + id;
        }
    }

    record MaterialFolderView(long id, String name, boolean company, int count) {}

    /**
     * @param company for a new one: everybody's. Whose it is does not change.
     * @param version that was seen; null for a new one
     */
    record MaterialRequest(
            @NotNull MaterialKind kind,
            boolean company,
            @Nullable Long folderId,
            @NotNull @Size(max = 400) String title,
            @NotNull @Size(max = 40_000) String text,
            @NotNull @Size(max = 500) String url,
            @Nullable Long fileId,
            @Nullable Integer version) {

        @Override
        public String toString() {
            return "MaterialRequest " + kind;
        }
    }

    record MaterialFolderRequest(@NotNull @Size(max = 200) String name, boolean company) {}

    record MaterialSendRequest(
            @NotNull Long conversationId,
            @NotNull @Size(min = 1, max = 40) String key) {}

    /** @param customer null when he is nobody the reader may look at */
    record MaterialOpen(@Nullable CustomerCard customer, Instant openedAt, int seconds) {}

    /**
     * One use, and what came of it.
     *
     * @param customers who opened it, the last first
     */
    record MaterialSendView(
            long id,
            long materialId,
            MaterialKind kind,
            String title,
            Card sender,
            long conversationId,
            Instant sentAt,
            int opens,
            int seconds,
            @Nullable Instant lastOpenedAt,
            List<MaterialOpen> customers) {}

    /**
     * A link or an article before a customer.
     *
     * @param openId names this opening when he is through
     * @param cover there is one
     */
    record VisitMaterial(long openId, MaterialKind kind, String title, String text, String url, boolean cover) {

        @Override
        public String toString() {
            return "VisitMaterial " + openId;
        }
    }

    record MaterialReadRequest(@Min(0) @Max(3_600) int seconds) {}
}
