package org.qiao.gateway;

import org.qiao.account.Guest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SocketController {

    private final GatewaySettings settings;
    private final GatewayServer server;

    SocketController(GatewaySettings settings, GatewayServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Where the socket is: absolute when the operator configured it, else ":port/path" on the page's own host. */
    @GetMapping("/api/socket")
    SocketView get() {
        return view();
    }

    /** The same for customers. */
    @GetMapping("/api/visit/socket")
    SocketView get(Guest guest) {
        return view();
    }

    private SocketView view() {
        return new SocketView(
                settings.publicUrl().isEmpty() ? ":" + server.port() + UpgradeRequest.PATH : settings.publicUrl());
    }
}
