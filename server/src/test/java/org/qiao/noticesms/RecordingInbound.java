package org.qiao.noticesms;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.Inbound;
import org.qiao.notice.Returns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Writes down what networks tell, and passes it on to whoever it is meant for. */
@TestComponent
@Primary
public class RecordingInbound implements Inbound {

    final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    final List<Reply> replies = new CopyOnWriteArrayList<>();
    volatile boolean broken;
    private final @Nullable Inbound behind;

    RecordingInbound() {
        this.behind = null;
    }

    @Autowired
    RecordingInbound(Returns behind) {
        this.behind = behind;
    }

    record Receipt(
            long orgId,
            CarrierKind kind,
            String reference,
            boolean delivered,
            @Nullable FailReason reason) {}

    record Reply(long orgId, CarrierKind kind, String from, String text) {}

    @Override
    public void receipt(
            long orgId, CarrierKind kind, String reference, boolean delivered, @Nullable FailReason reason) {
        refuseWhileBroken();
        receipts.add(new Receipt(orgId, kind, reference, delivered, reason));
        if (behind != null) {
            behind.receipt(orgId, kind, reference, delivered, reason);
        }
    }

    @Override
    public void reply(long orgId, CarrierKind kind, String from, String text) {
        refuseWhileBroken();
        replies.add(new Reply(orgId, kind, from, text));
        if (behind != null) {
            behind.reply(orgId, kind, from, text);
        }
    }

    List<Receipt> receiptsOf(long orgId) {
        return receipts.stream().filter(receipt -> receipt.orgId() == orgId).toList();
    }

    List<Reply> repliesOf(long orgId) {
        return replies.stream().filter(reply -> reply.orgId() == orgId).toList();
    }

    private void refuseWhileBroken() {
        if (broken) {
            throw new IllegalStateException("The database is away");
        }
    }
}
