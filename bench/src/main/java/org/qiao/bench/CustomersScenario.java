package org.qiao.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Customers on their pages and the few employees who serve them. Customers come in by the program's own door, through several codes;
 * then everybody has a socket. So many customers a second as --rate says write something; the employee types, answers and marks as
 * read, the customer marks as read.
 */
final class CustomersScenario implements Scenario {

    private static final int CUSTOMERS = 5_000;
    private static final int EMPLOYEES = 50;
    private static final int RATE = 200;
    /** Each code is one queue at the door. */
    private static final int CODES = 10;

    private static final int AT_ONCE = 200;

    private static final double IDLE_CORES = 0.3;
    private static final int CALM_SECONDS = 3;
    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);

    @Override
    public int people(Options options) {
        return options.number("employees", EMPLOYEES);
    }

    @Override
    public void run(Run run) {
        int customers = run.options.number("customers", CUSTOMERS);
        List<Person> employees = run.people.subList(0, people(run.options));
        run.result.put("customers", customers);
        run.result.put("employees", employees.size());
        IdleScenario.Memory before = IdleScenario.Memory.of(run.server());
        List<Api.Visitor> visitors = arrive(run, customers, employees);
        List<Conversation> threads = connect(run, visitors, employees);
        run.result.put("work_behind_arrivals_s", calm(run));
        IdleScenario.Memory online = IdleScenario.Memory.of(run.server());
        run.result.put("server_bytes_per_customer", online.residentSince(before) / customers);
        work(run, threads);
        IdleScenario.Memory after = IdleScenario.Memory.of(run.server(), false);
        run.result.put("server_rss_mb", after.resident() >> 20);
        run.result.put("database_pss_mb", after.database() >> 20);
    }

    private static List<Api.Visitor> arrive(Run run, int customers, List<Person> employees) {
        Run.say(customers + " customers come in …");
        Person owner = run.people.getFirst();
        int count = Math.min(CODES, employees.size());
        List<Api.Door> doors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = i;
            List<Person> behind = IntStream.range(0, employees.size())
                    .filter(n -> n % count == first)
                    .mapToObj(employees::get)
                    .toList();
            doors.add(run.api.door(owner, "入口 " + (i + 1), behind));
        }
        List<Callable<Api.Visitor>> work = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            Api.Door door = doors.get(i % count);
            work.add(() -> run.api.visit(door));
        }
        CpuUse cpu = CpuUse.begin(run.server());
        long begun = System.nanoTime();
        List<Api.Visitor> visitors = Api.all(work);
        double seconds = (System.nanoTime() - begun) / 1e9;
        run.result.put("arrivals_per_second", Numbers.round(customers / seconds));
        run.result.put("server_database_cpu_us_per_arrival", cpu.end().microsPer(customers));
        return visitors;
    }

    /**
     * What follows arrivals (lists, statistics, tags, the directory's copies) is done behind them, a few at a time.
     *
     * @return after so many seconds the server has nothing left to do
     */
    private static double calm(Run run) {
        Run.say("Waiting until the server is idle …");
        long begun = System.nanoTime();
        int calm = 0;
        while (calm < CALM_SECONDS && System.nanoTime() - begun < LONGEST_WORK.toNanos()) {
            CpuUse cpu = CpuUse.begin(run.server());
            Run.sleep(1);
            CpuUse.Used used = cpu.end();
            calm = used.server() + used.database() < IDLE_CORES * used.seconds() ? calm + 1 : 0;
        }
        return Numbers.round((System.nanoTime() - begun) / 1e9 - calm);
    }

    private static List<Conversation> connect(Run run, List<Api.Visitor> visitors, List<Person> employees) {
        Run.say("Opening " + (visitors.size() + employees.size()) + " sockets …");
        Map<Long, Person> byId = new HashMap<>();
        employees.forEach(employee -> byId.put(employee.id(), employee));
        List<Callable<Api.Made>> work = new ArrayList<>();
        for (Api.Visitor visitor : visitors) {
            Person employee = Objects.requireNonNull(byId.get(visitor.employeeId()));
            work.add(() -> run.api.conversation(employee, visitor.conversation()));
        }
        List<Api.Made> made = Api.all(work);
        Map<Long, Client> desks = new HashMap<>();
        run.connect(employees, AT_ONCE).forEach(desk -> desks.put(desk.person.id(), desk));
        long begun = System.nanoTime();
        List<Client> pages = run.connect(
                visitors.stream().map(Api.Visitor::person).toList(), run.options.number("at-once", AT_ONCE));
        run.result.put("logins_per_second", Numbers.round(pages.size() / ((System.nanoTime() - begun) / 1e9)));
        List<Conversation> threads = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Conversation thread = new Conversation(made.get(i).id(), made.get(i).seq());
            thread.seat(pages.get(i));
            thread.seat(Objects.requireNonNull(desks.get(visitors.get(i).employeeId())));
            threads.add(thread);
        }
        return threads;
    }

    private static void work(Run run, List<Conversation> threads) {
        int rate = run.options.number("rate", RATE);
        int seconds = run.options.number("seconds", 15);
        int warmUp = run.options.number("warmup", 5);
        Run.say(rate + " customers a second write: " + warmUp + " s to warm up, " + seconds + " s measured …");
        Traffic traffic = new Traffic(run.network, threads);
        Desk desk = new Desk(traffic);
        run.network.ears(traffic);
        run.network.run(() -> traffic.play(desk));
        SplittableRandom random = new SplittableRandom(6);
        Pacer pacer = new Pacer(
                run.network,
                rate,
                meant -> traffic.send(
                        threads.get(random.nextInt(threads.size())).seats.getFirst(), meant));
        pacer.start();
        Run.Window window = run.measure(traffic, warmUp, seconds);
        pacer.stop();
        run.settle(traffic);
        run.result.put("customers_writing_per_second", rate);
        run.result.putAll(window.numbers());
        run.result.put("to_employee_ms", Numbers.percentiles(desk.toEmployee));
        run.result.put("to_customer_ms", Numbers.percentiles(desk.toCustomer));
        run.result.put("read_marks", run.network.call(() -> desk.marked));
        run.conclude(traffic);
    }

    /** Whoever serves answers every question once. On the event loop. */
    private static final class Desk implements Play {

        private static final long HIGHEST_MICROS = 120_000_000;

        private final Traffic traffic;
        private final Histogram toEmployee = new Histogram(HIGHEST_MICROS, 3);
        private final Histogram toCustomer = new Histogram(HIGHEST_MICROS, 3);
        private long marked;

        Desk(Traffic traffic) {
            this.traffic = traffic;
        }

        @Override
        public void received(Seat seat, long message) {
            long now = System.nanoTime();
            boolean employee = seat != seat.conversation.seats.getFirst();
            long micros = Math.clamp((now - traffic.ledger.meant(message)) / 1_000, 0, HIGHEST_MICROS);
            (employee ? toEmployee : toCustomer).recordValue(micros);
            marked++;
            traffic.read(seat);
            if (employee) {
                traffic.command(seat.client, "{\"t\":\"typing\",\"conversation\":" + seat.conversation.id + "}");
                traffic.send(seat, now);
            }
        }
    }
}
