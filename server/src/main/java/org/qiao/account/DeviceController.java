package org.qiao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where am I signed in? */
@RestController
@RequestMapping("/api/devices")
class DeviceController {

    private final Sessions sessions;
    private final SessionCookie cookie;

    DeviceController(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping
    Page<DeviceView> list(
            SignedIn signedIn,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return sessions.devices(signedIn, after, limit);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(SignedIn signedIn, @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
        sessions.revoke(signedIn.accountId(), id);
        if (id == signedIn.sessionId()) {
            cookie.clear(request, response);
        }
    }
}
