package org.qiao.approvalopen;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Duration;
import org.qiao.account.Clients;
import org.qiao.approvalopen.OpenRequests.HookAnswerRequest;
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
    private final Cache<String, Bucket> limits = Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    PublicHookController(HookCalls hooks, Clients clients) {
        this.hooks = hooks;
        this.clients = clients;
    }

    @PostMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerHook(
            @PathVariable String token, @Valid @RequestBody HookAnswerRequest body, HttpServletRequest request) {
        Bucket bucket = limits.get(
                clients.address(request),
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                        .build());
        if (!bucket.tryConsume(1)) {
            throw PlatformProblem.TOO_MANY.problem(Problem.RETRY_AFTER, 5);
        }
        hooks.answer(token, body.ok(), body.text());
    }
}
