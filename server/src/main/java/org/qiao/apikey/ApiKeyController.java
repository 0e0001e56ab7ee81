package org.qiao.apikey;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.apikey.ApiKeyView.ApiKeyAct;
import org.qiao.apikey.ApiKeyView.ApiKeyCreated;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys for programs, for full administrators. */
@RestController
@RequestMapping("/api/admin/api-keys")
class ApiKeyController {

    private final ApiKeys keys;

    ApiKeyController(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    List<ApiKeyView> apiKeys(Actor actor) {
        return keys.list(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiKeyCreated createApiKey(Actor actor, @Valid @RequestBody ApiKeyRequest body) {
        return keys.create(actor, body);
    }

    @DeleteMapping("/{id}")
    ApiKeyView revokeApiKey(Actor actor, @PathVariable long id) {
        return keys.revoke(actor, id);
    }

    @GetMapping("/{id}/acts")
    Page<ApiKeyAct> apiKeyActs(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return keys.acts(actor, id, after, limit);
    }
}
