package org.qiao.file;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.qiao.platform.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Outside /api: the browser opens these addresses itself, as pictures, players and downloads. */
@RestController
class DownloadController {

    private final Files files;
    private final FileResponder responder;

    DownloadController(Files files, FileResponder responder) {
        this.files = files;
        this.responder = responder;
    }

    @GetMapping("/files/{ticket}")
    void download(
            Actor actor,
            @PathVariable String ticket,
            @RequestParam(defaultValue = "0") String inline,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        responder.send(files.open(actor, ticket), inline.equals("1"), request, response);
    }
}
