package org.qiao.noticesms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.qiao.account.Clients;
import org.qiao.platform.PlatformProblem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Called by a company's SMS gateway, without a session: the token in the path says whose it is. */
@RestController
@RequestMapping(Callbacks.PATH)
class CallbackController {

    private static final int MAX_BYTES = 64 * 1024;

    private final Callbacks callbacks;
    private final Clients clients;

    CallbackController(Callbacks callbacks, Clients clients) {
        this.callbacks = callbacks;
        this.clients = clients;
    }

    @PostMapping("/{token}")
    ResponseEntity<String> take(@PathVariable String token, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw PlatformProblem.TOO_LARGE.problem();
        }
        String type = request.getContentType();
        boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        String answer = callbacks.take(token, clients.address(request), form, body);
        if (answer.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        boolean json = answer.startsWith("{") || answer.startsWith("[");
        return ResponseEntity.ok()
                .contentType(json ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN)
                .body(answer);
    }
}
