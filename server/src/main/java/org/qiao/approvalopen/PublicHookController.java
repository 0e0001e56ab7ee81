package org.qiao.approvalopen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.qiao.account.Clients;
import org.qiao.approvalopen.OpenRequests.HookAnswerRequest;
import org.qiao.platform.PerMinute;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers of other systems to nodes that wait: the token in the path says which. */
@RestController
@RequestMapping(HookCalls.PATH)
class PublicHookController {

    private static final int PER_MINUTE = 600;
    private static final int MAX_KEYS = 10_000;

    private final HookCalls hooks;
    private final Clients clients;
    private final PerMinute limits = new PerMinute(MAX_KEYS);

    PublicHookController(HookCalls hooks, Clients clients) {
        this.hooks = hooks;
        this.clients = clients;
    }

    @PostMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerHook(
            @PathVariable String token, @Valid @RequestBody HookAnswerRequest body, HttpServletRequest request) {
        if (!limits.take(clients.address(request), PER_MINUTE)) {
            throw PlatformProblem.TOO_MANY.problem(Problem.RETRY_AFTER, 5);
        }
        hooks.answer(token, body.ok(), body.text());
    }
}
