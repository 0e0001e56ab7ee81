package org.qiao.platform;

import org.springframework.http.HttpStatus;

/** The few ways a request can be refused. Every refusal code belongs to one of them. */
public enum Kind {
    INVALID(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    CONFLICT(HttpStatus.CONFLICT),
    GONE(HttpStatus.GONE),
    LENGTH_REQUIRED(HttpStatus.LENGTH_REQUIRED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    NO_SPACE(HttpStatus.INSUFFICIENT_STORAGE),
    UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    FAULT(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    Kind(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }
}
