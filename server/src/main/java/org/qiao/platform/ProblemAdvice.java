package org.qiao.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The one place where a refusal becomes HTTP: RFC 9457 Problem Details with a stable "code", "params" and "errors", also for
 * what Spring itself refuses. One of the three edges that may catch everything.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int RETRY_SECONDS = 3;

    @ExceptionHandler
    ResponseEntity<Object> on(Problem problem) {
        return refuse(problem);
    }

    /** The database is restarting or overloaded: nothing was changed, or the outcome is unknown and a retry is safe. */
    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        CannotAcquireLockException.class,
        PessimisticLockingFailureException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<Object> onBusy(Exception unavailable) {
        LOG.warn(
                "The database did not answer in time: {}",
                unavailable.getClass().getSimpleName());
        return refuse(PlatformProblem.BUSY.problem(Problem.RETRY_AFTER, RETRY_SECONDS));
    }

    @ExceptionHandler
    ResponseEntity<Object> on(BindException invalid) {
        return invalid(invalid.getFieldErrors());
    }

    /** The firewall looks at a parameter only when somebody reads it. */
    @ExceptionHandler
    ResponseEntity<Object> on(RequestRejectedException rejected) {
        return refuse(PlatformProblem.INVALID.problem());
    }

    /** Our own mistake: the caller learns that much, the log learns the rest. */
    @ExceptionHandler
    ResponseEntity<Object> onFault(RuntimeException fault) {
        LOG.error("A request failed", fault);
        return refuse(PlatformProblem.FAULT.problem());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(invalid.getBindingResult().getFieldErrors());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unreadable.getCause() instanceof Problem problem) {
            return refuse(problem);
        }
        return refuse(PlatformProblem.UNREADABLE.problem());
    }

    /** An id that is no number names nothing: the same answer as an id that does not exist. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (mismatch instanceof MethodArgumentTypeMismatchException argument) {
            boolean inPath = argument.getParameter().hasParameterAnnotation(PathVariable.class);
            return refuse(
                    inPath
                            ? PlatformProblem.NOT_FOUND.problem()
                            : PlatformProblem.INVALID.problem("field", argument.getName()));
        }
        return refuse(PlatformProblem.INVALID.problem());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        PlatformProblem code =
                switch (HttpStatus.valueOf(status.value())) {
                    case NOT_FOUND -> PlatformProblem.NOT_FOUND;
                    case METHOD_NOT_ALLOWED -> PlatformProblem.METHOD_NOT_ALLOWED;
                    case NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> PlatformProblem.UNSUPPORTED_TYPE;
                    case CONTENT_TOO_LARGE -> PlatformProblem.TOO_LARGE;
                    case SERVICE_UNAVAILABLE -> PlatformProblem.BUSY;
                    default -> status.is5xxServerError() ? PlatformProblem.FAULT : PlatformProblem.INVALID;
                };
        if (code == PlatformProblem.FAULT) {
            LOG.error("A request failed", refused);
        }
        return answer(status, code.problem(), headers, List.of());
    }

    private static ResponseEntity<Object> invalid(List<FieldError> errors) {
        Problem problem = PlatformProblem.INVALID.problem();
        return answer(
                problem.kind().status(),
                problem,
                new HttpHeaders(),
                errors.stream().map(ProblemAdvice::error).toList());
    }

    private static Map<String, Object> error(FieldError error) {
        String code = Objects.requireNonNullElse(error.getCode(), "invalid").toLowerCase(Locale.ROOT);
        return Map.of("field", error.getField(), "code", code);
    }

    private static ResponseEntity<Object> refuse(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        Object retryAfter = problem.params().get(Problem.RETRY_AFTER);
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        return answer(problem.kind().status(), problem, headers, problem.errors());
    }

    private static ResponseEntity<Object> answer(
            HttpStatusCode status, Problem problem, HttpHeaders headers, List<?> errors) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setProperty("code", problem.code());
        detail.setProperty("params", problem.params());
        detail.setProperty("errors", errors);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
