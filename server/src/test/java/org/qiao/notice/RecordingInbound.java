package org.qiao.notice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what networks tell. */
@Component
class RecordingInbound implements Inbound {

    final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    final List<Reply> replies = new CopyOnWriteArrayList<>();
    volatile boolean broken;

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
    }

    @Override
    public void reply(long orgId, CarrierKind kind, String from, String text) {
        refuseWhileBroken();
        replies.add(new Reply(orgId, kind, from, text));
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
