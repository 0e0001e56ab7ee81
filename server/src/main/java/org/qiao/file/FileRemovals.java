package org.qiao.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes uploads for ever: the name, and the bytes with their preview when nobody else has uploaded the same. For programs that have
 * made sure that nothing refers to them. Each upload is a transaction of its own: not to be called in one.
 */
@Service
public class FileRemovals {

    private static final Duration JUST_BEFORE = Duration.ofMinutes(15);

    private final FileRemovalStore store;
    private final BlobFolder folder;
    private final ObjectProvider<FileKeeper> keepers;
    private final TransactionTemplate transaction;

    FileRemovals(
            FileRemovalStore store,
            BlobFolder folder,
            ObjectProvider<FileKeeper> keepers,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.folder = folder;
        this.keepers = keepers; // asked late: they depend on this module
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whatever refers to them; what is gone already does not matter. */
    public void remove(long orgId, Collection<Long> ids) {
        ids.forEach(id -> remove(orgId, id));
    }

    /** What a program made for somebody under a name of its own, and could not note down any more. */
    public void removeNamed(long orgId, long ownerId, String name) {
        remove(orgId, store.named(orgId, ownerId, name));
    }

    /**
     * Of uploads that were sent to somebody those that were made for him: uploaded just before, and needed by no module.
     *
     * @param sent when
     */
    public void removeFresh(long orgId, Map<Long, Instant> sent) {
        if (sent.isEmpty()) {
            return;
        }
        Set<Long> kept = new HashSet<>();
        keepers.forEach(keeper -> kept.addAll(keeper.kept(orgId, sent.keySet())));
        store.uploaded(orgId, sent.keySet()).forEach((id, at) -> {
            boolean fresh = at.plus(JUST_BEFORE).isAfter(Objects.requireNonNull(sent.get(id)));
            if (fresh && !kept.contains(id)) {
                remove(orgId, id);
            }
        });
    }

    /** Some uploads of these people. */
    public List<Long> ofOwners(long orgId, Collection<Long> owners, int limit) {
        return store.ofOwners(orgId, owners, limit);
    }

    /** An intent names the content until its bytes are gone: what a crash leaves behind is removed at the next start. */
    private void remove(long orgId, long id) {
        Optional<byte[]> content = store.content(orgId, id);
        if (content.isEmpty()) {
            return;
        }
        byte[] hash = content.get();
        try (ContentTurns.Turn _ = folder.turn(hash);
                BlobFolder.Intent intent = folder.intend(orgId, hash)) {
            boolean last = Boolean.TRUE.equals(transaction.execute(status -> {
                store.delete(orgId, id);
                return store.deleteContent(orgId, hash);
            }));
            if (last) {
                folder.delete(orgId, hash);
            }
            intent.fulfilled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
