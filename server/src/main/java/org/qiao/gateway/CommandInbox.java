package org.qiao.gateway;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Commands of one socket that have to wait for the database: run one after the other, in order, by a virtual thread that exists
 * only while there is something to do. Stops while the client does not read its answers.
 */
final class CommandInbox {

    static final long RETRY_MS = 1_000;

    private static final int MAX = 64;

    /** After so many it lets others take their turn. */
    private static final int AT_ONCE = 8;

    private final Workers workers;
    private final Commands commands;
    private final SocketSession session;
    private final Channel channel;
    private @Nullable ArrayDeque<Command> waiting;
    private boolean running;

    CommandInbox(Workers workers, Commands commands, SocketSession session, Channel channel) {
        this.workers = workers;
        this.commands = commands;
        this.session = session;
        this.channel = channel;
    }

    /** False when it is full: the command is not going to run. */
    synchronized boolean offer(Command command) {
        ArrayDeque<Command> queue = waiting == null ? new ArrayDeque<>(4) : waiting;
        waiting = queue;
        if (queue.size() >= MAX) {
            return false;
        }
        queue.addLast(command);
        if (!start()) {
            queue.removeLast();
            return false;
        }
        return true;
    }

    /** The socket takes answers again. */
    synchronized void wake() {
        if (waiting != null && !waiting.isEmpty()) {
            start();
        }
    }

    private boolean start() {
        if (running || !channel.isWritable()) {
            return true;
        }
        try {
            workers.execute(this::drain);
            running = true;
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void drain() {
        for (int i = 0; i < AT_ONCE; i++) {
            Command next = next();
            if (next == null) {
                return;
            }
            commands.run(session, next);
        }
        again();
    }

    private synchronized @Nullable Command next() {
        Command next = waiting == null || !channel.isActive() || !channel.isWritable() ? null : waiting.pollFirst();
        running = next != null;
        return next;
    }

    private synchronized void again() {
        running = false;
        wake();
    }
}
