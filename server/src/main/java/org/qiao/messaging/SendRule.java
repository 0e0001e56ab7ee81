package org.qiao.messaging;

import org.jspecify.annotations.Nullable;
import org.qiao.platform.Problem;

/**
 * What a module above has to say before somebody's words enter a conversation with customers: a customer's thread or a group of
 * employees and customers. A bean of this type is asked by itself. It hears of texts, pictures and files that people write, not of
 * recalls, nor of what a program says in somebody's name.
 *
 * <p>A repeat of what is stored already is asked about again: when a rule came between, its sender may be told "refused" although the
 * others have it, and sees so with his next sync.
 */
public interface SendRule {

    /** Whether this company has anything to forbid or to watch. Asked for every message of every company: from memory only. */
    boolean concerns(long orgId);

    /**
     * Asked on the thread that fills the log, which everybody's messages wait for: a look-up by key at most, and no event that others
     * listen to at once.
     *
     * @throws Problem refuses the message; its sender reads it
     */
    void check(Attempt attempt);

    /**
     * @param senderId an employee or a customer; that he belongs to the conversation is not checked yet
     * @param key of the draft: the same for a repeat
     * @param text what is written; null for a picture or a file
     * @param fileName of a picture or a file, else null
     */
    record Attempt(
            long orgId,
            long senderId,
            long conversationId,
            String key,
            EntryKind kind,
            @Nullable String text,
            @Nullable String fileName) {}
}
