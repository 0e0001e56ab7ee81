package org.qiao.masssend;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.qiao.attachment.Attached;
import org.qiao.attachment.AttachmentSource.Saying;
import org.qiao.attachment.Attachments;
import org.qiao.attachment.Attachments.Ready;
import org.qiao.customerguard.StaffWords;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.masssend.MassPortions.Portion;
import org.qiao.masssend.RecipientStore.Recipient;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.springframework.stereotype.Component;

/**
 * Says a mass message to one customer, and takes it back. Every message has a key made of the mass and the customer: whoever says it
 * again says nothing. In no transaction, for the log has its own.
 */
@Component
class MassSpeech {

    private final CustomerConversations conversations;
    private final Attachments attachments;
    private final StaffWords words;

    MassSpeech(CustomerConversations conversations, Attachments attachments, StaffWords words) {
        this.conversations = conversations;
        this.attachments = attachments;
        this.words = words;
    }

    /** The attachments, as they are for everybody. */
    Ready ready(Mass mass) {
        return attachments.ready(mass.orgId(), mass.content().attachments());
    }

    /** The company's words may be others than when it was written. */
    boolean mayGo(Portion portion, Ready ready) {
        Mass mass = portion.mass();
        List<String> texts = new ArrayList<>(List.of(mass.content().text()));
        texts.addAll(ready.words(mass.content().attachments()));
        return words.mayGo(StaffWords.Written.own(
                mass.orgId(), portion.share().memberId(), WrittenPlace.MASS, "sent-" + mass.id(), texts));
    }

    /** To whom, where, and in whose name. */
    record Listener(Recipient recipient, long senderId, String senderName, long conversationId) {}

    /** One message after the other. Each gives its place in the thread, of the first time it was said; none, when it was withdrawn. */
    List<Supplier<OptionalLong>> messages(Mass mass, Ready ready, Listener listener) {
        Recipient recipient = listener.recipient();
        String who = mass.toGroups() ? "g" + recipient.groupId() : Long.toString(recipient.customerId());
        String key = "mass-" + mass.id() + "-" + who;
        List<Supplier<OptionalLong>> messages = new ArrayList<>();
        if (mass.content().hasText()) {
            String text = mass.content().textFor(recipient.name(), listener.senderName());
            Draft draft = Draft.text(listener.conversationId(), key, text);
            messages.add(() -> OptionalLong.of(
                    conversations.say(mass.orgId(), listener.senderId(), draft).seq()));
        }
        int number = 1;
        for (Attached one : mass.content().attachments()) {
            Saying saying =
                    new Saying(mass.orgId(), listener.senderId(), listener.conversationId(), key + "-" + number);
            messages.add(() -> attachments.say(saying, one, ready));
            number++;
        }
        return messages;
    }

    void recall(Mass mass, long senderId, long conversationId, long seq) {
        String key = "mass-" + mass.id() + "-undo-" + seq;
        conversations.say(mass.orgId(), senderId, Draft.recall(conversationId, key, seq));
    }
}
