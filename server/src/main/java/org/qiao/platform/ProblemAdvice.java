package org.qiao.platform;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place where a refusal becomes HTTP: RFC 9457 Problem Details with a stable "code" and "params". */
@RestControllerAdvice
class ProblemAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        Object retryAfter = problem.params().get(Problem.RETRY_AFTER);
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        return answer(problem.kind().status(), problem.code(), problem.params(), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(BindException invalid) {
        ResponseEntity<ProblemDetail> answer = refuse(PlatformProblem.INVALID.problem());
        body(answer)
                .setProperty(
                        "errors",
                        invalid.getFieldErrors().stream()
                                .map(ProblemAdvice::error)
                                .toList());
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HandlerMethodValidationException invalid) {
        return refuse(PlatformProblem.INVALID.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ConstraintViolationException invalid) {
        return refuse(PlatformProblem.INVALID.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMessageNotReadableException unreadable) {
        return refuse(PlatformProblem.UNREADABLE.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MissingServletRequestParameterException missing) {
        return refuse(PlatformProblem.INVALID.problem("field", missing.getParameterName()));
    }

    /** An id that is no number names nothing: the same answer as an id that does not exist. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException mismatch) {
        boolean inPath = mismatch.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return refuse(
                inPath
                        ? PlatformProblem.NOT_FOUND.problem()
                        : PlatformProblem.INVALID.problem("field", mismatch.getName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NoResourceFoundException missing) {
        return refuse(PlatformProblem.NOT_FOUND.problem());
    }

    private static Map<String, Object> error(FieldError error) {
        String code = Objects.requireNonNullElse(error.getCode(), "invalid").toLowerCase(Locale.ROOT);
        return Map.of("field", error.getField(), "code", code);
    }

    private ResponseEntity<ProblemDetail> refuse(Problem problem) {
        return on(problem);
    }

    private static ProblemDetail body(ResponseEntity<ProblemDetail> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String code, Map<String, Object> params, HttpHeaders headers) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setProperty("code", code);
        detail.setProperty("params", params);
        detail.setProperty("errors", List.of());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
