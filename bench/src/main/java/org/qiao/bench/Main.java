package org.qiao.bench;

import java.io.PrintStream;

/** {@code ./qiao bench}: the first word says what to do. Ends with 0, 1 when a check failed, 2 when it was asked wrongly. */
public final class Main {

    static final int WRONG_USE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        String command = arguments.length == 0 ? "help" : arguments[0];
        return switch (command) {
            case "help", "-h", "--help" -> {
                out.println("Usage: ./qiao bench SCENARIO [options]");
                yield 0;
            }
            default -> {
                err.println("qiao bench: there is no scenario \"" + command + "\".");
                yield WRONG_USE;
            }
        };
    }
}
