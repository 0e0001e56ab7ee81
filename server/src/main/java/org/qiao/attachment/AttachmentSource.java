package org.qiao.attachment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;

/** Where attachments come from that are no uploads. For the modules that keep them. */
public interface AttachmentSource {

    /** What it has. */
    Set<AttachedKind> kinds();

    /**
     * What can be shown to customers at this moment; the rest is left out.
     *
     * @param actor who wants to attach it: only what he may show; null: it was attached before
     */
    Map<Long, Thing> find(long orgId, @Nullable Actor actor, Collection<Long> ids);

    /**
     * Puts it into a conversation in an employee's name. Committed when it returns.
     *
     * @return its place in the conversation, of the first time it was said; empty: withdrawn in this moment
     */
    OptionalLong say(Saying saying, long id);

    /** Where, in whose name, and under which key: the same one in a conversation is said once. */
    record Saying(long orgId, long senderId, long conversationId, String key) {}

    /**
     * What is known of it.
     *
     * @param fileId its picture, or the file itself; null for none
     * @param words everything that a customer reads of it
     */
    record Thing(String title, String about, @Nullable Long fileId, List<String> words) {

        public Thing {
            words = List.copyOf(words);
        }

        @Override
        public String toString() {
            return "Thing";
        }
    }
}
