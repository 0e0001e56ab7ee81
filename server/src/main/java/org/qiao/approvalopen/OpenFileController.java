package org.qiao.approvalopen;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.qiao.apikey.ApiCaller;
import org.qiao.apikey.ApiScope;
import org.qiao.apikey.CalledWith;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files that a program brings in a member's name, with his limits: forms and decisions then refer to them. */
@RestController
@RequestMapping("/api/open/files")
class OpenFileController {

    private final Files files;

    OpenFileController(Files files) {
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
    FileView uploadOpenFile(
            @CalledWith(ApiScope.FILES_UPLOAD) ApiCaller caller, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        return files.upload(caller.actor(), name, request.getInputStream(), request.getContentLengthLong());
    }
}
