package org.qiao.noticesms;

import jakarta.servlet.http.HttpServletRequest;
import org.qiao.account.Clients;
import org.qiao.platform.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The address that the company's SMS gateway calls, in the hands of full administrators. */
@RestController
@RequestMapping("/api/admin/notice/sms-callback")
class CallbackAdminController {

    private final Callbacks callbacks;
    private final Clients clients;

    CallbackAdminController(Callbacks callbacks, Clients clients) {
        this.callbacks = callbacks;
        this.clients = clients;
    }

    @GetMapping
    CallbackView callback(Actor actor) {
        return callbacks.get(actor);
    }

    /** Makes one, or another in its place. */
    @PostMapping
    CallbackView.CallbackAddress openCallback(Actor actor, HttpServletRequest request) {
        return callbacks.open(actor, clients.base(request));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeCallback(Actor actor) {
        callbacks.close(actor);
    }
}
