package org.qiao.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code ./qiao bench}: the first word says what to do. Ends with 0, 1 when a check failed, 2 when it was asked wrongly. */
public final class Main {

    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private static final String USAGE = """
            Usage: ./qiao bench SCENARIO [options]

              idle         people who are there and say nothing: logins a second, memory of a socket
                           --connections 10000  --at-once 200
              direct       pairs who write to each other: as fast as it goes, then at half of that
                           --pairs 1000  --pipeline 1  --rate N (only at N messages a second)  --no-half
              group        one group whose members are all there
                           --members 500  --senders 8  --rate N
              mixed        a company at work: 70 % direct, 25 % groups of 50, 5 % a group of 500; files and read marks
                           --members 1000  --in-flight 200
              big-group    the same as group, with 10,000 members and 20 messages a second
              slow         a group of which one member in ten hardly reads
                           --members 500  --rate 100
              hot          everybody writes into one conversation over HTTP, one member listens
                           --senders 500  --sockets (everybody has one and is delivered to)
              sync         a device that missed 1,000 and 10,000 messages, over the socket and over HTTP, without and with a tail
                           --conversations 200  --missed N  --times 15
              login-storm  all sockets cut at once: until everybody is back, and what others feel meanwhile
                           --connections 5000
              customers    customers on their pages, and the employees who serve them
                           --customers 5000  --employees 50  --rate 200 (customers who write, a second; each is answered)
              start        warm starts until ready, and memory then
                           --times 5
              crash        a server that is killed, stopped, cut off and starved of its disk under load: nothing acknowledged may be lost
                           --cycles 20  --seed N  --stop-seconds 30 (for the long run; 3)
              compare A.json B.json

            All: --seconds 15 (measured)  --warmup 5  --payload 100 (characters)  --json FILE  --set name=value (of the server, repeatable)
            --url URL --tokens FILE: a running server and its people; without them a throw-away server is started, used and removed.
            Environment: QIAO_JAVA_OPTS (JVM flags of the server), QIAO_BENCH_OPTS (of the generator).
            """;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        String command = arguments.length == 0 ? "help" : arguments[0];
        try {
            return switch (command) {
                case "help", "-h", "--help" -> {
                    out.print(USAGE);
                    yield 0;
                }
                case "compare" -> Compare.run(Arrays.copyOfRange(arguments, 1, arguments.length), out);
                case "crash" -> CrashScenario.run(Options.parse(List.of(arguments)), out);
                default -> measure(Options.parse(List.of(arguments)), out);
            };
        } catch (Misuse misuse) {
            err.println("qiao bench: " + misuse.getMessage());
            return WRONG_USE;
        }
    }

    private static int measure(Options given, PrintStream out) {
        Scenario scenario = Scenarios.get(given.scenario());
        Options options = scenario.complete(given);
        try (Run run = Run.open(options, scenario.people(options), scenario.lifted())) {
            scenario.run(run);
            run.result.put("circumstances", Machine.describe(options, run.server()));
            Report.print(run.result, out);
            options.find("json").ifPresent(file -> Report.write(run.result, Path.of(file)));
            return run.result.get("violations") instanceof Long count && count == 0 ? 0 : FAILED;
        }
    }
}
