package org.qiao.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The people of a crash run: pairs, small groups that people are taken out of and put into again, one group of all; some have two
 * devices. Each device and each owner has a thread.
 */
final class Crew implements AutoCloseable {

    static final int PEOPLE = 24;
    private static final int GROUPS = 4;
    private static final int GROUP = 8;
    private static final int WITH_TWO = 6;

    private final List<Device> devices = new ArrayList<>();
    private final List<Owner> owners = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<Long> conversations = new HashSet<>();
    private final ConcurrentLinkedQueue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private volatile boolean working;
    private volatile boolean over;

    /** Makes the conversations and brings everybody in. */
    static Crew gather(LocalServer server, List<Person> people, Books books, Script script) {
        Crew crew = new Crew();
        Api api = new Api(server.http());
        SplittableRandom random = new SplittableRandom(script.seed());
        for (int i = 0; i < PEOPLE / 2; i++) {
            crew.conversations.add(
                    api.direct(people.get(i), people.get(i + PEOPLE / 2)).id());
        }
        crew.conversations.add(
                api.group(people.getFirst(), "大家", people.subList(1, PEOPLE)).id());
        for (int i = 0; i < GROUPS; i++) {
            int first = i * (PEOPLE - GROUP) / (GROUPS - 1);
            List<Person> members = people.subList(first + 1, first + GROUP);
            long group = api.group(people.get(first), "小组 " + i, members).id();
            crew.conversations.add(group);
            crew.owners.add(new Owner(server, people.get(first), group, members, books));
        }
        URI socket = api.socket(people.getFirst());
        Device.World world = new Device.World(() -> socket, books, script.ignoresEra());
        for (int i = 0; i < PEOPLE + WITH_TWO; i++) {
            Device device = new Device(i, people.get(i % PEOPLE), world, random.split());
            crew.devices.add(device);
            crew.start(device::run);
            crew.start(new Habits(device, i, random.split(), () -> crew.working, () -> crew.over));
        }
        crew.owners.forEach(owner -> crew.start(owner.work(random.split(), () -> crew.working, () -> crew.over)));
        return crew;
    }

    /** @param ignoresEra see {@link Notebook} */
    record Script(long seed, boolean ignoresEra) {}

    private void start(Runnable work) {
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                broken.add(e);
            }
        }));
    }

    void work(boolean now) {
        working = now;
    }

    /** One message, of the first one who can say anything. */
    void sayOne(String key) {
        for (Device device : devices) {
            synchronized (device) {
                List<Long> own = device.notebook.conversations();
                if (device.isOnline() && !own.isEmpty()) {
                    device.send(own.getFirst(), key, key);
                    return;
                }
            }
        }
    }

    void cut() {
        devices.forEach(Device::cut);
    }

    /** Whose each device is. */
    Map<Integer, Long> devices() {
        Map<Integer, Long> people = new HashMap<>();
        for (int i = 0; i < devices.size(); i++) {
            people.put(i, devices.get(i).person.id());
        }
        return people;
    }

    boolean isOnline() {
        return devices.stream().allMatch(Device::isOnline);
    }

    Set<Long> conversations() {
        return conversations;
    }

    /** Until the last one has noticed that the server is gone. */
    void awaitOffline() {
        if (!Run.await(30, () -> devices.stream().noneMatch(Device::isOnline))) {
            throw new IllegalStateException("A socket outlives its server");
        }
    }

    boolean isQuiet() {
        requireWhole();
        return devices.stream().allMatch(Device::isQuiet) && owners.stream().allMatch(Owner::isQuiet);
    }

    /** A client that has failed sees nothing any more. */
    void requireWhole() {
        Throwable first = broken.peek();
        if (first != null) {
            throw new IllegalStateException("A client has failed", first);
        }
    }

    List<Holding> holdings() {
        return devices.stream().flatMap(device -> device.holdings().stream()).toList();
    }

    @Override
    public void close() {
        working = false;
        over = true;
        devices.forEach(Device::end);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
