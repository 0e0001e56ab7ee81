package org.qiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Servers that are broken on purpose, one thing each: most by patches of the database's functions, one by a switch in the program. */
enum Sabotage {
    /**
     * The commit is answered before it is on disk. After the first kill all new connections work like that: one transaction that still
     * waits for the disk would take the others' commits along.
     */
    ACK_BEFORE_COMMIT(Fault.KILL_BACKEND, "I1", "I13") {
        @Override
        void begin(Database database, Path faults) throws SQLException {
            database.execute("alter role current_user set synchronous_commit to off");
            trigger(
                    database,
                    "messaging_outbox",
                    "before insert",
                    "perform set_config('synchronous_commit', 'off', true); return new;");
        }

        @Override
        void end(Database database, Path faults) throws SQLException, IOException {
            super.end(database, faults);
            database.execute("alter role current_user reset synchronous_commit");
        }
    },
    /** What was not fanned out is never fanned out. */
    OUTBOX_SKIPPED(Fault.LOSE_ANSWER, "I5") {
        @Override
        void begin(Database database, Path faults) throws SQLException {
            trigger(
                    database,
                    "messaging_outbox",
                    "after insert",
                    "delete from messaging_outbox where id = new.id; return null;");
        }
    },
    /** Who may write is known from before, and not asked again under the lock. */
    PERMISSION_OUTSIDE_THE_TRANSACTION(Fault.CUT_SOCKETS, "I9") {
        @Override
        void begin(Database database, Path faults) throws SQLException {
            patch(database, "messaging_append_plain", "if permits <> p_permit then", "if false then");
            patch(database, "messaging_append", "when m.left_at is not null then", "when false then");
        }

        @Override
        void end(Database database, Path faults) throws SQLException {
            patch(database, "messaging_append_plain", "if false then", "if permits <> p_permit then");
            patch(database, "messaging_append", "when false then", "when m.left_at is not null then");
        }
    },
    /** A resumed session lacks the first event that was missed. */
    RESUME_RING_OFF_BY_ONE(Fault.CUT_SOCKETS, "I4") {
        @Override
        void begin(Database database, Path faults) throws IOException {
            Files.createFile(faults.resolve("broken.ring-off-by-one"));
        }

        @Override
        void end(Database database, Path faults) throws IOException {
            Files.delete(faults.resolve("broken.ring-off-by-one"));
        }
    },
    /** Marks are stored one too low. */
    READ_MARK_OFF_BY_ONE(Fault.CUT_SOCKETS, "I8", "I7") {
        @Override
        void begin(Database database, Path faults) throws SQLException {
            trigger(
                    database,
                    "messaging_read",
                    "before insert or update",
                    "new.read_seq := greatest(new.read_seq - 1, 0); new.read_no := greatest(new.read_no - 1, 0); return new;");
        }
    },
    /** A recall is written down, and what it recalls does not hear of it. */
    RECALL_WITHOUT_EFFECT(Fault.CUT_SOCKETS, "I6") {
        @Override
        void begin(Database database, Path faults) throws SQLException {
            trigger(
                    database,
                    "messaging_entry",
                    "before update",
                    "new.recalled_by_seq := old.recalled_by_seq; return new;");
        }
    },
    /** The index is gone that knows every key. Stays broken: what was stored twice cannot be indexed again. */
    UNIQUE_INDEX_DROPPED(Fault.CUT_SOCKETS, "I2") {
        @Override
        void begin(Database database, Path faults) throws SQLException {
            database.execute(
                    "drop index messaging_entry_key_idx",
                    "create index messaging_entry_key_idx on messaging_entry (conversation_id, sender_id, client_key)");
        }

        @Override
        void end(Database database, Path faults) {
            // The next one needs it like this.
        }
    },
    /** Nobody asks whether a key is known. */
    DEDUPE_SKIPPED(Fault.LOSE_ANSWER, "I2") {
        @Override
        void begin(Database database, Path faults) throws SQLException {
            patch(database, "messaging_append", "and x.client_key = i.key", "and x.client_key = i.key and false");
        }

        @Override
        void end(Database database, Path faults) throws SQLException {
            patch(database, "messaging_append", "and x.client_key = i.key and false", "and x.client_key = i.key");
        }
    };

    final Fault fault;
    final String[] invariants;

    /** @param invariants of which at least one is seen to be broken */
    Sabotage(Fault fault, String... invariants) {
        this.fault = fault;
        this.invariants = invariants;
    }

    /** Whether a killed process takes something with it is chance, so that comes more than once. */
    List<Fault> plan() {
        return Collections.nCopies(fault == Fault.KILL_BACKEND ? 5 : 1, fault);
    }

    abstract void begin(Database database, Path faults) throws SQLException, IOException;

    void end(Database database, Path faults) throws SQLException, IOException {
        database.execute("drop function sabotage() cascade");
    }

    private static void trigger(Database database, String table, String when, String body) throws SQLException {
        database.execute(
                "create function sabotage() returns trigger language plpgsql as $$ begin " + body + " end $$",
                "create trigger sabotage " + when + " on " + table + " for each row execute function sabotage()");
    }

    private static void patch(Database database, String function, String right, String wrong) throws SQLException {
        String source = database.text("select pg_get_functiondef('" + function + "'::regproc)");
        if (!source.contains(right)) {
            throw new IllegalStateException(function + " has no \"" + right + "\" any more");
        }
        database.execute(source.replace(right, wrong));
    }
}
