package org.qiao.material;

import org.qiao.account.Guest;
import org.qiao.file.Files;
import org.qiao.file.Thumbnail;
import org.qiao.material.MaterialViews.VisitMaterial;
import org.qiao.material.Radar.Opened;
import org.qiao.material.Radar.Opening;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Hints;
import org.springframework.stereotype.Component;

/** What customers see of the library: links and articles that stand in a conversation of theirs, and nothing else. */
@Component
class GuestMaterials {

    private static final String OPENED = "OPENED";

    private final Radar radar;
    private final Files files;
    private final CustomerConversations conversations;
    private final Hints hints;

    GuestMaterials(Radar radar, Files files, CustomerConversations conversations, Hints hints) {
        this.radar = radar;
        this.files = files;
        this.conversations = conversations;
        this.hints = hints;
    }

    VisitMaterial open(Guest guest, long sendId) {
        Opening opening = radar.open(guest.actor(), sendId);
        tellStaff(guest, opening.conversationId(), sendId);
        Material.Content content = opening.material().content();
        return new VisitMaterial(
                opening.openId(),
                content.kind(),
                content.title(),
                content.text(),
                content.url(),
                content.fileId() != null);
    }

    void read(Guest guest, long sendId, long openId, int seconds) {
        Opened opened = radar.require(guest.actor(), sendId);
        if (radar.read(guest.actor(), openId, seconds).isPresent()) {
            tellStaff(guest, opened.send().conversationId(), sendId);
        }
    }

    /** Those who serve him look again. */
    private void tellStaff(Guest guest, long conversationId, long sendId) {
        hints.tell(conversations.staffOf(guest.orgId(), conversationId), MaterialSends.TYPE, sendId, OPENED);
    }

    Thumbnail cover(Guest guest, long sendId) {
        Opened opened = radar.require(guest.actor(), sendId);
        return files.thumbnail(guest.orgId(), Materials.fileOf(opened.material()));
    }
}
