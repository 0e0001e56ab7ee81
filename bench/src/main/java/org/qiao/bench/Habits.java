package org.qiao.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What people do with a device all day: mostly write, several messages at once now and then; read, recall, go through a tunnel. */
final class Habits implements Runnable {

    private static final int TICK_MILLIS = 50;
    private static final int MOST_UNDER_WAY = 12;
    private static final int AT_ONCE = 4;
    private static final String WORDS = "桥上风景好会议改到明天下午请大家准时参加谢谢";

    private final Device device;
    private final int number;
    private final SplittableRandom random;
    private final BooleanSupplier isWorking;
    private final BooleanSupplier isOver;
    private int written;

    /** @param isWorking false while everybody waits; @param isOver the end */
    Habits(Device device, int number, SplittableRandom random, BooleanSupplier isWorking, BooleanSupplier isOver) {
        this.device = device;
        this.number = number;
        this.random = random;
        this.isWorking = isWorking;
        this.isOver = isOver;
    }

    @Override
    public void run() {
        while (!isOver.getAsBoolean()) {
            device.tick();
            if (isWorking.getAsBoolean() && device.isOnline() && device.underWay() < MOST_UNDER_WAY) {
                act();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS + random.nextInt(4 * TICK_MILLIS)));
        }
    }

    private void act() {
        List<Long> conversations;
        List<Long> former;
        synchronized (device) {
            conversations = device.notebook.conversations();
            former = device.notebook.former();
        }
        if (conversations.isEmpty()) {
            return;
        }
        long conversation = conversations.get(random.nextInt(conversations.size()));
        int what = random.nextInt(100);
        if (what < 46) {
            write(conversation);
        } else if (what < 54) {
            recall(conversation);
        } else if (what < 80) {
            read(conversation);
        } else if (what < 86) {
            device.repeat();
        } else if (what < 94 && !former.isEmpty()) {
            write(former.get(random.nextInt(former.size())));
        } else if (what < 97) {
            device.sync();
        } else if (what == 97) {
            device.cut();
        }
    }

    private void write(long conversation) {
        int messages = random.nextInt(3) == 0 ? 1 + random.nextInt(AT_ONCE) : 1;
        for (int i = 0; i < messages; i++) {
            int from = random.nextInt(WORDS.length() - 4);
            String key = "d" + number + "-" + ++written;
            device.send(conversation, key, key + " " + WORDS.substring(from, from + 4));
        }
    }

    private void recall(long conversation) {
        long target;
        synchronized (device) {
            target = device.notebook.lastOwn(conversation);
        }
        if (target > 0) {
            device.recall(conversation, "r" + number + "-" + ++written, target);
        }
    }

    private void read(long conversation) {
        synchronized (device) {
            long seq = device.notebook.readAll(conversation);
            if (seq > 0) {
                device.read(conversation, seq);
            }
        }
    }
}
