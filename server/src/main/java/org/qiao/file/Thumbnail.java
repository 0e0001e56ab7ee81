package org.qiao.file;

import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The small preview of a picture: at most 480 pixels, without the metadata of the original.
 *
 * @param version changes with the content
 */
public record Thumbnail(Resource content, MediaType type, String version) {

    /** The answer for a controller that has checked who may see it. */
    public ResponseEntity<Resource> answer() {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(version)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", FileResponder.POLICY)
                .body(content);
    }
}
