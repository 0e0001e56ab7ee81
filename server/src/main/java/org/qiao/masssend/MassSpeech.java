package org.qiao.masssend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qiao.customerguard.StaffWords;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.masssend.MassPortions.Portion;
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
    private final StaffWords words;

    MassSpeech(CustomerConversations conversations, Files files, StaffWords words) {
        this.conversations = conversations;
        this.files = files;
        this.words = words;
    }

    /** The attachments, as they are for everybody. */
    Map<Long, FileView> files(Mass mass) {
        return files.describe(mass.orgId(), mass.content().files());
    }

    /** The company's words may be others than when it was written. */
    boolean mayGo(Portion portion, Map<Long, FileView> attached) {
        Mass mass = portion.mass();
        List<String> texts = new ArrayList<>(List.of(mass.content().text()));
        attached.values().forEach(file -> texts.add(file.name()));
        return words.mayGo(StaffWords.Written.own(
                mass.orgId(), portion.share().memberId(), WrittenPlace.MASS, "sent-" + mass.id(), texts));
    }

    /** To whom, where, and in whose name. */
    record Listener(Recipient recipient, long senderId, String senderName, long conversationId) {}

    List<Draft> drafts(Mass mass, Map<Long, FileView> attached, Listener listener) {
        Recipient recipient = listener.recipient();
        String who = mass.toGroups() ? "g" + recipient.groupId() : Long.toString(recipient.customerId());
        String key = "mass-" + mass.id() + "-" + who;
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
