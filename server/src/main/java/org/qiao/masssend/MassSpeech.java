package org.qiao.masssend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.masssend.RecipientStore.Recipient;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.EntryKind;
import org.springframework.stereotype.Component;

/**
 * Says a mass message to one customer, and takes it back. Every message has a key made of the mass and the customer: whoever says it
 * again says nothing. In no transaction, for the log has its own.
 */
@Component
class MassSpeech {

    private final CustomerConversations conversations;
    private final Files files;

    MassSpeech(CustomerConversations conversations, Files files) {
        this.conversations = conversations;
        this.files = files;
    }

    /** The attachments, as they are for everybody. */
    Map<Long, FileView> files(Mass mass) {
        return files.describe(mass.orgId(), mass.content().files());
    }

    /** To whom, where, and in whose name. */
    record Listener(Recipient recipient, long senderId, String senderName, long conversationId) {}

    List<Draft> drafts(Mass mass, Map<Long, FileView> attached, Listener listener) {
        String key = "mass-" + mass.id() + "-" + listener.recipient().customerId();
        long thread = listener.conversationId();
        List<Draft> drafts = new ArrayList<>();
        if (mass.content().hasText()) {
            String text = mass.content().textFor(listener.recipient().name(), listener.senderName());
            drafts.add(Draft.text(thread, key, text));
        }
        int number = 1;
        for (Long id : mass.content().files()) {
            FileView file = attached.get(id);
            if (file != null) {
                Draft.Body body = new Draft.Body(null, null, null, null, new Draft.FileRef(id));
                boolean picture = file.isPicture() && file.width() != null;
                drafts.add(Draft.message(thread, key + "-" + number, picture ? EntryKind.IMAGE : EntryKind.FILE, body));
            }
            number++;
        }
        return drafts;
    }

    /** @return its place in the thread, of the first time it was said */
    long say(Mass mass, long senderId, Draft draft) {
        return conversations.say(mass.orgId(), senderId, draft).seq();
    }

    void recall(Mass mass, long senderId, long conversationId, long seq) {
        String key = "mass-" + mass.id() + "-undo-" + seq;
        conversations.say(mass.orgId(), senderId, Draft.recall(conversationId, key, seq));
    }
}
