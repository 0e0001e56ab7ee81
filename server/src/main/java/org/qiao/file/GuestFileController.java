package org.qiao.file;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.qiao.account.Guest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of customers: their own uploads, and what a ticket of theirs opens. */
@RestController
@RequestMapping("/api/visit/files")
class GuestFileController {

    private final Files files;
    private final FileResponder responder;

    GuestFileController(Files files, FileResponder responder) {
        this.files = files;
        this.responder = responder;
    }

    /** The body is the file itself, of any media type. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    FileView upload(Guest guest, @RequestParam String name, HttpServletRequest request) throws IOException {
        return files.uploadAsGuest(guest.actor(), name, request.getInputStream(), request.getContentLengthLong());
    }

    /** An own upload. */
    @GetMapping("/{id}")
    FileView get(Guest guest, @PathVariable long id) {
        return files.requireOwn(guest.actor(), id);
    }

    /** What the browser opens by itself, as pictures, players and downloads: the ticket says for whom. */
    @GetMapping("/open/{ticket}")
    void open(
            @PathVariable String ticket,
            @RequestParam(defaultValue = "0") String inline,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        responder.send(files.openAsGuest(ticket), inline.equals("1"), request, response);
    }
}
