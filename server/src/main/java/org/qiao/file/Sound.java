package org.qiao.file;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A recording for somebody who has no session. Players ask for parts of it; nothing keeps a copy. */
public record Sound(Resource content, MediaType type) {

    /** The answer for a controller that has checked who may hear it. */
    public ResponseEntity<Resource> answer() {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "inline")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", FileResponder.POLICY)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(content);
    }
}
