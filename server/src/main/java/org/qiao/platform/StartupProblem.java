package org.qiao.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The program cannot start. Shown to the operator as it is, without a stack trace, so both sentences must help. */
public final class StartupProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;

    /** @param what what is wrong, with names and paths; @param action what to change */
    public StartupProblem(String what, String action) {
        super(what);
        this.action = action;
    }

    public StartupProblem(String what, String action, Throwable cause) {
        super(what, cause);
        this.action = action;
    }

    public String action() {
        return action;
    }

    /** Named in META-INF/spring.factories. */
    static class Analyzer extends AbstractFailureAnalyzer<StartupProblem> {

        @Override
        protected FailureAnalysis analyze(Throwable root, StartupProblem problem) {
            return new FailureAnalysis(String.valueOf(problem.getMessage()), problem.action(), problem);
        }
    }
}
