package org.qiao.approvalopen;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.approval.ApprovalFeed;
import org.qiao.flow.Command;
import org.qiao.flow.FlowEvent;
import org.qiao.platform.SecureTokens;
import org.qiao.webhook.WebhookEvent;
import org.qiao.webhook.Webhooks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Nodes of routes that call another system, and its answers. */
@Service
class HookCalls {

    static final String PATH = "/api/public/approval-hooks";

    private final HookStore store;
    private final Webhooks webhooks;
    private final ApprovalFeed feed;
    private final Clients clients;
    private final Clock clock;

    HookCalls(HookStore store, Webhooks webhooks, ApprovalFeed feed, Clients clients, Clock clock) {
        this.store = store;
        this.webhooks = webhooks;
        this.feed = feed;
        this.clients = clients;
        this.clock = clock;
    }

    record Calling(long orgId, long approvalId, FlowEvent.WebhookCalled called) {}

    /** A repeat is not called again, so the token that was told first stays the one that works. */
    @Transactional
    public void call(Calling calling, WebhookEvent event) {
        FlowEvent.WebhookCalled called = calling.called();
        if (called.waits()) {
            String token = SecureTokens.create();
            HookStore.Hook hook =
                    new HookStore.Hook(calling.orgId(), calling.approvalId(), called.frame(), Optional.empty());
            if (!store.insert(hook, SecureTokens.hash(token), clock.instant())) {
                return;
            }
            ObjectNode data = event.data();
            data.put("answerTo", clients.base() + PATH + "/" + token);
        }
        webhooks.call(calling.orgId(), called.hook(), event);
    }

    /** Once; the same answer again is harmless. */
    @Transactional
    public void answer(String token, boolean ok, @Nullable String text) {
        HookStore.Hook hook = store.lock(SecureTokens.hash(token)).orElseThrow(ApprovalopenProblem.NOT_FOUND::problem);
        if (hook.ok().isPresent()) {
            if (hook.ok().get() == ok) {
                return;
            }
            throw ApprovalopenProblem.TOO_LATE.problem();
        }
        Command.WebhookAnswered answer = new Command.WebhookAnswered(hook.frame(), ok, text);
        if (!feed.answerHook(hook.orgId(), hook.approvalId(), answer)) {
            throw ApprovalopenProblem.TOO_LATE.problem();
        }
        store.answered(hook, ok, clock.instant());
    }
}
