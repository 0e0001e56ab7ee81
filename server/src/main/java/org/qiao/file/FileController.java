package org.qiao.file;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.qiao.platform.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/files")
class FileController {

    private final Files files;

    FileController(Files files) {
        this.files = files;
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
    FileView upload(Actor actor, @RequestParam String name, HttpServletRequest request) throws IOException {
        return files.upload(actor, name, request.getInputStream(), request.getContentLengthLong());
    }

    @GetMapping("/{id}")
    FileView get(Actor actor, @PathVariable long id) {
        return files.requireOwn(actor, id);
    }
}
