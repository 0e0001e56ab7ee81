package org.qiao.file;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Sends a file in small pieces, whole or one range of it. A file can do nothing in the browser: its type is the sniffed one or
 * none, it runs in a sandbox without origin, and only pictures, sound and video are shown in place.
 */
@Component
class FileResponder {

    static final String POLICY =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

    private static final int BUFFER = 64 * 1024;

    private final BlobFolder folder;

    FileResponder(BlobFolder folder) {
        this.folder = folder;
    }

    void send(StoredFile file, boolean inline, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String etag = "\"" + file.version() + "\"";
        boolean shown = inline && FileType.isInline(file.blob().type());
        headers(file, shown, etag, response);
        if (etag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        long size = file.blob().size();
        try {
            Optional<ByteRange> range = ByteRange.parse(rangeHeader(request, etag), size);
            range.ifPresent(part -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + part.first() + "-" + part.last() + "/" + size);
            });
            ByteRange part = range.orElse(new ByteRange(0, size - 1));
            response.setContentLengthLong(part.length());
            if (!request.getMethod().equals("HEAD")) {
                copy(folder.path(file.orgId(), file.sha256()), part, response.getOutputStream());
            }
        } catch (ByteRange.Unsatisfiable e) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        }
    }

    private static void headers(StoredFile file, boolean shown, String etag, HttpServletResponse response) {
        String type =
                FileType.isInline(file.blob().type()) ? file.blob().type() : MediaType.APPLICATION_OCTET_STREAM_VALUE;
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=600, no-transform");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** With If-Range for another version the whole file is sent. */
    private static @Nullable String rangeHeader(HttpServletRequest request, String etag) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        return condition == null || condition.equals(etag) ? request.getHeader(HttpHeaders.RANGE) : null;
    }

    private static void copy(Path path, ByteRange part, OutputStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.position(part.first());
            InputStream in = Channels.newInputStream(channel);
            byte[] buffer = new byte[BUFFER];
            long left = part.length();
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("File is shorter than its row says: " + path);
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
